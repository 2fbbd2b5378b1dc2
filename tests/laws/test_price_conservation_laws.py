"""Conservation under any price model: every krone of cost is paid by somebody, once."""

import numpy as np
from hypothesis import given

from gevinst.axes import Array
from gevinst.core.inputs import CalendarTask, Inputs
from gevinst.core.ledger import Ledger
from gevinst.results.invoices import to_unit
from gevinst.testing import equal, inputs, run_core

UNITS = {"oere": 100, "krone": 1}


def all_places(array: Array) -> Array:
    """A quantity added up over its municipalities."""
    return array.sum(axis=1, keepdims=True)


def surplus(x: Inputs, made: Ledger) -> Array:
    """What the municipalities pay beyond the cost: nothing, unless the tariff says so."""
    return made["surplus"] if x.balance == "surplus" else 0 * made["net_cost"]


@given(inputs(prices="any"))
def test_charges_and_funding_are_the_cost_and_the_stated_surplus(x: Inputs) -> None:
    """In every month and draw, whatever the keys, pools, fees, balance and limits."""
    made = run_core(x)
    size = made["total_cost"].max() + np.abs(made["charge"]).max()

    paid = all_places(made["charge"]) + made["total_funding"]

    assert equal(paid, made["total_cost"] + surplus(x, made), scale=size)


@given(inputs(prices="any"))
def test_charges_of_the_year_and_funding_are_its_cost_and_surplus(x: Inputs) -> None:
    """So they are in every year."""
    made = run_core(x)
    given_in_year = sum(made["funding_year", c.id] for c in x.contributions)
    more = made["surplus_year"] if x.balance == "surplus" else 0
    size = made["total_cost_year"].max() + np.abs(made["charge_year"]).max()

    paid = all_places(made["charge_year"]) + given_in_year

    assert equal(paid, made["total_cost_year"] + more, scale=size)


@given(inputs(prices="any"))
def test_invoices_add_up_to_the_unit_that_they_are_rounded_to(x: Inputs) -> None:
    """To the oere or to the krone: the total is kept, and nobody is moved by a whole unit."""
    due = run_core(x)["amount_due"][0, :, :, 0]
    rank = tuple(f"{m:04d}" for m in range(due.shape[0]))

    for name, per_krone in UNITS.items():
        invoices = to_unit(due, rank, name)
        total = np.round(np.round(due.sum(axis=0) * per_krone, 6))
        assert np.array_equal(np.round(invoices.sum(axis=0) * per_krone), total)
        whole = np.round(invoices * per_krone)
        assert equal(whole, invoices * per_krone, scale=1 + np.abs(whole))
        size = 1 + np.abs(due) * 1e-9
        assert np.all(np.abs(invoices - due) * per_krone < 1 + 1e-4 * size)


@given(inputs(prices="any"))
def test_pools_are_the_cost_and_split_up_add_up_to_it(x: Inputs) -> None:
    """Every line is in one pool; what is left of the pools is what is left of the cost."""
    made = run_core(x)
    if not x.pools:
        return
    every = ["", *(pool.id for pool in x.pools)]
    size = made["total_cost"].max()

    assert equal(sum(made["pool_cost", p] for p in every), made["total_cost"], scale=size)
    assert equal(sum(made["pool_net_cost", p] for p in every), made["net_cost"], scale=size)
    for pool in every:
        parts = all_places(made["pool_charge", pool])
        assert equal(parts, made["pool_net_cost", pool], scale=size)


@given(inputs(prices="any"))
def test_a_pool_never_gets_more_than_it_costs(x: Inputs) -> None:
    """Money that is earmarked comes off its own pool, and no more than that pool costs."""
    made = run_core(x)
    size = made["total_cost"].max()

    for pool in x.pools:
        given_it = sum(made["funding", c.id] for c in x.contributions if c.pool == pool.id)
        assert np.all(given_it <= made["pool_cost", pool.id] + 1e-12 * size)
        covered = made["pool_cost", pool.id] - given_it
        assert equal(covered, made["pool_cost_left", pool.id], scale=size)


@given(inputs(prices="any"))
def test_overhead_is_its_share_of_its_lines(x: Inputs) -> None:
    """The host's overhead is on the gross cost of the lines that it names, and of no other."""
    made = run_core(x)

    for overhead in x.overheads:
        base = sum(made["line_cost", line] for line in overhead.lines)
        assert equal(made["line_cost", overhead.id], base * overhead.overhead_share)


@given(inputs(prices="any"))
def test_what_is_due_is_charge_settlement_and_vat(x: Inputs) -> None:
    """Each settlement falls once, in its month; VAT is on both."""
    made = run_core(x)
    settled = 0 * made["charge"]
    for settlement in x.settlements:
        month = int(np.round(settlement.settlement_time.max() * 12))
        settled[:, :, month : month + 1] += settlement.settlement_amount
    rate = x.charge_vat[0].charge_vat_rate if x.charge_vat else 0

    expected = (made["charge"] + settled) * (1 + rate)

    assert equal(made["amount_due"], expected, scale=np.abs(expected).max())


@given(inputs(prices="any"))
def test_vat_that_is_not_recovered_costs_the_municipalities(x: Inputs) -> None:
    """What of the VAT on the charge is not recovered comes off the net cash."""
    made = run_core(x)
    if not x.charge_vat:
        return
    vat = made["charge_vat"] * x.charge_vat[0].charge_vat_not_recovered_share
    record = "municipality:cash"
    gained = made["municipality_gain", record] + made["municipality_transfer", record]

    lost = gained - made["municipality_net_cash", record]

    of_year = vat.reshape(*vat.shape[:2], x.frame.years, 12, -1).sum(axis=3)
    size = np.abs(gained).max() + np.abs(made["charge_year"]).max()
    assert equal(lost, made["charge_year"] + of_year, scale=size)


@given(inputs(prices="any"))
def test_hours_of_the_municipalities_are_the_hours_that_patients_bring(x: Inputs) -> None:
    """Hours by place add up to the centre's hours on all tasks that patients bring."""
    made = run_core(x)
    if ("patient_hours", "") not in made.values:
        return
    driven = [task.id for task in x.tasks if not isinstance(task, CalendarTask)]

    assert equal(all_places(made["patient_hours"]), sum(made["task_hours", t] for t in driven))


@given(inputs(prices="any"))
def test_a_funder_by_benefit_bears_the_share_that_it_has_of_it(x: Inputs) -> None:
    """Whoever has a third of the year's benefit bears a third of the year's cost."""
    made = run_core(x)

    for source in x.contributions:
        if not source.by_benefit:
            continue
        gains = {
            record.partition(":")[0]: np.maximum(array.sum(axis=1, keepdims=True), 0)
            for (name, record), array in made.values.items()
            if name in {"municipality_gain", "actor_gain"}
            and record.endswith(f":{source.by_benefit}")
        }
        everyone = sum(gains.values(), 0 * made["total_cost_year"])
        own = gains.get(source.funder, 0 * everyone)
        share = np.where(everyone > 0, own / np.where(everyone > 0, everyone, 1), 0)
        promised = share * made["fundable_cost_year", source.id]
        assert equal(made["funding_granted_year", source.id], promised, scale=promised.max())
