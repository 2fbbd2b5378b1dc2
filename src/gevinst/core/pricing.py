"""From cost to charges, written out: overhead, pools, funding, keys, tariff, limits, invoices.

The same list as `gevinst.core.model`, for the part that a price model decides. The order of the
cost stack is the order of this file: gross cost and the host's overhead, contributions (earmarked
first, then the others off all pools alike), keys, tariff, limits, settlement of earlier years, VAT.
"""

from __future__ import annotations

from gevinst.core import allocation, costs, limits, place_hours, stack, tariffs
from gevinst.core.inputs import (
    CalendarTask,
    Contribution,
    Corridor,
    Fee,
    Inputs,
    JoiningFee,
    Key,
    KeyFee,
    Limit,
    MinimumCharge,
    PatientFee,
    StartFee,
)
from gevinst.core.ledger import Key as LedgerKey
from gevinst.core.ledger import Ledger

MUNICIPALITY_ACTOR = "municipality"
REST = ""
"""Record of the pool of all lines that are in no other."""
SURPLUS = "surplus"
UNIT_PRICE = "unit_price"


def overheads(x: Inputs, made: Ledger) -> None:
    """The host's overhead, as a cost line of its own."""
    for overhead in x.overheads:
        base = [("line_cost", line) for line in overhead.lines]
        made.total("overhead_base", base, unit_like=base[0], record=overhead.id)
        made.make(stack.overhead_cost, overhead.id)


def pools(x: Inputs, made: Ledger) -> None:
    """Cost of each pool, gross."""
    taken = {line for pool in x.pools for line in pool.lines}
    every = [line for name, line in made.values if name == "line_cost"]
    for pool in x.pools:
        lines = [("line_cost", line) for line in pool.lines]
        made.total("pool_cost", lines, unit_like=lines[0], record=pool.id)
    rest = [("line_cost", line) for line in every if line not in taken]
    made.total("pool_cost", rest, unit_like=("total_cost", ""), record=REST)


def funding(x: Inputs, made: Ledger) -> None:
    """What others contribute, never more than the cost, and what is left to split."""
    if x.pools:
        pools(x, made)
    for source in x.contributions:
        offer(source, made)
    general = [c.id for c in x.contributions if not c.pool]
    offered = [("funding_offered", source) for source in general]
    made.total("total_funding_offered", offered, unit_like=("total_cost", ""))
    if x.pools:
        earmark(x, made)
        made.make(stack.funding_used_share_of_rest)
    else:
        made.make(costs.funding_used_share)
    for contribution in x.contributions:
        made.make(costs.funding, contribution.id)
        made.make(costs.funding_year, contribution.id)
        made.make(costs.funding_unused_year, contribution.id)
    paid = [("funding", source.id) for source in x.contributions]
    made.total("total_funding", paid, unit_like=("total_cost", ""))
    if x.pools:
        pool_net_costs(x, made)
    else:
        made.make(costs.net_cost)


def offer(source: Contribution, made: Ledger) -> None:
    """What one contributor offers, spread over the year as the cost is."""
    made.make(costs.funding_window, source.id)
    if source.pool:
        made.total("earmarked_cost", [("pool_cost", source.pool)], ("pool_cost", source.pool),
                   record=source.id)  # fmt: skip
        made.make(stack.fundable_pool_cost, source.id)
    else:
        made.make(costs.fundable_cost, source.id)
    made.make(costs.fundable_cost_year, source.id)
    if source.by_benefit:
        share_of_benefit(source, made)
        made.make(stack.funding_granted_by_benefit, source.id)
    else:
        made.make(costs.funding_granted, source.id)
    made.make(costs.funding_granted_year, source.id)
    made.make(costs.funding_rate_year, source.id)
    made.make(costs.funding_rate, source.id)
    made.make(costs.funding_offered, source.id)


def share_of_benefit(source: Contribution, made: Ledger) -> None:
    """The funder's share of the year's benefit of one class; the gains are made already."""
    ours = f"{MUNICIPALITY_ACTOR}:{source.by_benefit}"
    gained = [key for key in made.values if key[0] in {"municipality_gain", "actor_gain"}]
    counted = [record for _, record in gained if record.endswith(f":{source.by_benefit}")]
    for record in counted:
        if ("counted_gain", record) in made.values:
            continue
        if record == ours:
            made.make(stack.municipalities_gain, record)
            made.make(stack.counted_gain_of_municipalities, record)
        else:
            made.make(stack.counted_gain_of_actor, record)
    like = ("total_cost_year", "")
    funder = f"{source.funder}:{source.by_benefit}"
    own = [("counted_gain", record) for record in counted if record == funder]
    made.total("funder_gain", own, like, record=source.id)
    everyone = [("counted_gain", record) for record in counted]
    made.total("everyones_gain", everyone, like, record=source.id)
    made.make(stack.benefit_share_year, source.id)
    made.make(stack.benefit_share, source.id)


def earmark(x: Inputs, made: Ledger) -> None:
    """Money earmarked a pool comes off that pool first."""
    for pool in (*(p.id for p in x.pools), REST):
        given = [("funding_offered", c.id) for c in x.contributions if pool and c.pool == pool]
        made.total("pool_earmarked", given, unit_like=("pool_cost", pool), record=pool)
        made.make(stack.pool_cost_left, pool)
    for source in x.contributions:
        if source.pool:
            given = [("pool_earmarked", source.pool)]
            made.total("earmarked_offered", given, given[0], record=source.id)
            made.make(stack.earmark_used_share, source.id)
    left = [("pool_cost_left", pool) for pool in (*(p.id for p in x.pools), REST)]
    made.total("cost_left", left, unit_like=left[0])


def pool_net_costs(x: Inputs, made: Ledger) -> None:
    """What is left of each pool for its keys: other funding comes off all pools alike."""
    made.make(stack.net_cost_of_rest)
    made.make(stack.unfunded_share)
    for pool in (*(p.id for p in x.pools), REST):
        made.make(stack.pool_net_cost, pool)


def charges(x: Inputs, made: Ledger) -> None:
    """Charges, exact: keys, tariff, limits."""
    for key in x.keys:
        key_basis(x, key, made)
    shares(x, REST, made)
    if not (x.pools or x.balance or x.limits):
        made.make(allocation.charge)
    else:
        by_keys(x, made)
        tariff(x, made)
        if x.limits:
            within_limits(x, made)
        else:
            made.make(limits.charge_of_tariff)
    made.make(allocation.charge_year)
    if x.balance == SURPLUS:
        made.make(tariffs.charge_all)
        made.make(tariffs.surplus)
        made.make(tariffs.surplus_year)
    due(x, made)


def key_basis(x: Inputs, key: Key, made: Ledger) -> None:
    """What a key counts of each municipality, in the month, the year or the years before."""
    if key.basis == "benefit":
        gained = [("municipality_gain", f"{MUNICIPALITY_ACTOR}:{key.benefit_class}")]
        there = [part for part in gained if part in made.values]
        like = ("municipality_gain", f"{MUNICIPALITY_ACTOR}:cash")
        made.total("benefit_received", there, like, record=key.id)
        named = key.counts == "named"
        made.make(allocation.benefit_basis_of_named if named else allocation.benefit_basis, key.id)
    else:
        counted_basis(x, key, made)
        if key.window != "month":
            made.make(allocation.key_basis_year, key.id)
    if key.window == "month":
        made.make(allocation.basis_of_month, key.id)
    elif key.window == "year":
        made.make(allocation.basis_of_year, key.id)
    else:
        made.make(allocation.basis_before, key.id)
        made.make(allocation.basis_of_years_before, key.id)
    made.make(allocation.key_basis_total, key.id)
    made.make(allocation.key_share, key.id)


def counted_basis(x: Inputs, key: Key, made: Ledger) -> None:
    """What a key counts in each month."""
    if key.basis == "eligible" and is_new(made, "eligible_here"):
        made.make(allocation.eligible_here)
    if key.basis == "work_hours" and is_new(made, "patient_hours"):
        patient_hours(x, made)
    if key.counts == "users" and is_new(made, "patients_here"):
        made.make(allocation.patients_here)
    made.make(allocation.KEY_BASES[key.basis], key.id)
    made.make(allocation.KEY_COUNTS[key.counts], key.id)


def is_new(made: Ledger, name: str) -> bool:
    """Whether a quantity without a record is still to be made."""
    return (name, "") not in made.values


def patient_hours(x: Inputs, made: Ledger) -> None:
    """Hours of work that each municipality's patients bring; they add up to the centre's."""
    driven = [task for task in x.tasks if not isinstance(task, CalendarTask)]
    for task in driven:
        made.make(place_hours.EVENTS[type(task)], task.id)
        made.make(place_hours.place_events_all, task.id)
        made.make(place_hours.place_hours, task.id)
    hours = [("place_hours", task.id) for task in driven]
    like = ("work_hours", x.roles[0].id)
    made.total("patient_hours", hours, unit_like=like, shape_like=("joined", ""))


def shares(x: Inputs, pool: str, made: Ledger) -> None:
    """Everybody's share by the mixed key of a pool."""
    keys = [key for key in x.keys if key.pool == pool]
    weights = [("key_weight", key.id) for key in keys]
    if pool == REST:
        made.total("key_weight_total", weights, unit_like=weights[0])
    for key in keys:
        if pool != REST:
            made.total("key_weight_total", weights, unit_like=weights[0], record=key.id)
        made.make(allocation.weighted_key_share, key.id)
    parts = [("weighted_key_share", key.id) for key in keys]
    if x.share_rounding:
        made.total("mixed_share", parts, unit_like=parts[0], record=pool)
        made.make(allocation.allocation_share, pool)
    else:
        made.total("allocation_share", parts, unit_like=parts[0], record=pool)


def by_keys(x: Inputs, made: Ledger) -> None:
    """What everybody would pay by the keys alone."""
    if not x.pools:
        made.make(allocation.key_charge)
        return
    for pool in x.pools:
        shares(x, pool.id, made)
    every = (*(pool.id for pool in x.pools), REST)
    for pool_id in every:
        made.make(allocation.pool_charge, pool_id)
    parts = [("pool_charge", pool_id) for pool_id in every]
    made.total("key_charge", parts, unit_like=parts[0])


def tariff(x: Inputs, made: Ledger) -> None:
    """Fees, and who takes what they do not cover."""
    if not x.balance:
        made.make(tariffs.charge_by_keys_alone)
        return
    for fee in x.fees:
        one_fee(x, fee, made)
    parts = [("fee", fee.id) for fee in x.fees]
    made.total("fees", parts, unit_like=("key_charge", ""))
    made.make(tariffs.fees_all)
    if x.balance == SURPLUS:
        made.make(tariffs.fees_alone)
    elif x.balance == UNIT_PRICE:
        solved_price(made)
    else:
        made.make(tariffs.fees_and_rest_by_key)


def one_fee(x: Inputs, fee: Fee, made: Ledger) -> None:
    """What everybody pays of one fee: when it runs, for whom it holds, what it counts."""
    made.make(tariffs.fee_window, fee.id)
    if not isinstance(fee, KeyFee):
        band = next((b for b in x.inhabitant_bands if b.id == fee.id), None)
        made.make(tariffs.FEE_BANDS[band.closed] if band else tariffs.fee_for_all, fee.id)
    if isinstance(fee, PatientFee):
        if is_new(made, "patients_here"):
            made.make(allocation.patients_here)
        counted = next((b for b in x.patient_bands if b.id == fee.id), None)
        rule = tariffs.all_patients_charged
        if counted:
            rule = tariffs.PATIENT_BANDS[counted.counts, counted.closed]
        made.make(rule, fee.id)
    if isinstance(fee, StartFee) and is_new(made, "starts_here"):
        made.make(tariffs.starts_here)
    if isinstance(fee, JoiningFee) and is_new(made, "joins_now"):
        made.make(tariffs.joins_now)
    made.make(tariffs.FEES[type(fee)], fee.id)


def solved_price(made: Ledger) -> None:
    """The price per patient-month at which every year breaks even."""
    made.make(tariffs.cost_beyond_fees)
    if is_new(made, "patients_here"):
        made.make(allocation.patients_here)
    made.make(tariffs.levelled_patient_time)
    made.make(tariffs.levelled_patient_time_year)
    made.make(tariffs.levelled_patient_time_total)
    made.make(tariffs.unit_price_share_year)
    made.make(tariffs.unit_price_share)
    made.make(tariffs.fees_and_unit_price)
    made.make(tariffs.cost_beyond_fees_year)
    made.make(tariffs.unit_price)


def within_limits(x: Inputs, made: Ledger) -> None:
    """Limits on the year's charge, one after the other: the last one prevails."""
    made.make(limits.time_joined)
    made.make(limits.time_joined_year)
    made.make(limits.priced_charge_year)
    before: LedgerKey = ("priced_charge_year", "")
    for limit in x.limits:
        made.total("wanted_charge", [before], before, record=limit.id)
        limited(limit, made, keep=x.balance != SURPLUS)
        before = ("limited_charge", limit.id)
    made.total("final_charge", [before], before)
    made.make(limits.limited_charge_by_month)
    made.make(limits.priced_charge_all)
    made.make(limits.priced_charge_all_year)
    made.make(limits.priced_charge_all_by_month)
    made.make(limits.month_of_year_share)
    made.make(limits.charge_within_limits)


def limited(limit: Limit, made: Ledger, *, keep: bool) -> None:
    """The year's charges inside one limit; `keep` what all pay together, or show a surplus."""
    if isinstance(limit, Corridor):
        made.make(limits.inhabitant_time)
        made.make(limits.inhabitant_time_year)
        made.make(limits.inhabitant_time_total)
        made.make(limits.wanted_charge_all, limit.id)
        made.make(limits.mean_charge, limit.id)
        made.make(limits.corridor_floor, limit.id)
        made.make(limits.charge_ceiling, limit.id)
        made.make(limits.limited_to_corridor if keep else limits.cut_to_corridor, limit.id)
    elif isinstance(limit, MinimumCharge):
        made.make(limits.minimum_floor, limit.id)
        made.make(limits.limited_from_below if keep else limits.raised_to_minimum, limit.id)
        if keep:
            made.make(limits.minimum_lacking, limit.id)
    else:
        made.make(limits.CHANGE_LIMITS[limit.relative_to, keep], limit.id)
        if keep and limit.relative_to == "own":
            made.make(limits.change_lacking, limit.id)


def due(x: Inputs, made: Ledger) -> None:
    """What is invoiced: the charge, settlement of earlier years, and VAT."""
    if not (x.settlements or x.charge_vat):
        made.make(stack.charge_due)
        return
    for settlement in x.settlements:
        made.make(stack.settlement_falls, settlement.id)
        made.make(stack.settlement_due, settlement.id)
    parts = [("settlement_due", settlement.id) for settlement in x.settlements]
    made.total("settlement", parts, unit_like=("charge", ""))
    if x.charge_vat:
        made.make(stack.charge_vat)
        made.make(stack.charge_vat_cost)
        made.make(stack.charge_vat_cost_year)
        made.make(stack.charge_with_vat_due)
    else:
        made.make(stack.charge_and_settlement_due)
