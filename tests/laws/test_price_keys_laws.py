"""Keys of every kind: all is shared, by what was counted, among those who count."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.inputs import Inputs, Key
from gevinst.testing import changed, equal, in_order, inputs, run_core

KRONER = (
    "annual_wage", "other_on_costs", "amount_per_year", "amount_per_patient_time", "kit_price",
    "one_off_amount", "funding_per_year", "unit_value", "fee_per_year", "fee_per_inhabitant",
    "fee_per_patient_time", "fee_per_start", "fee_on_joining", "fee_by_key", "minimum_charge",
    "last_year_charge", "settlement_amount",
)  # fmt: skip
MERGES = {"inhabitants", "eligible", "patient_months", "work_hours"}
HARDLY = 1e-12


def of_pool(x: Inputs, pool: str) -> list[Key]:
    """Keys of a pool that count."""
    return [key for key in x.keys if key.pool == pool and np.all(key.key_weight > 0)]


@given(inputs(prices="any"))
def test_all_is_shared_whenever_a_key_counts_anything(x: Inputs) -> None:
    """The shares of a key add up to one, and a partner with nothing of its basis has none."""
    made = run_core(x)

    for key in x.keys:
        basis, share = made["key_basis", key.id], made["key_share", key.id]
        total = made["key_basis_total", key.id]
        split = np.broadcast_to(total != 0, share[:, :1].shape)
        assert equal(share.sum(axis=1, keepdims=True), np.where(split, 1.0, 0.0))
        assert np.all(share[np.broadcast_to(basis == 0, share.shape)] == 0)


@given(inputs(prices="any"))
def test_the_keys_of_a_pool_are_mixed_by_their_weights(x: Inputs) -> None:
    """The share of a pool lies between the shares of its keys; rounding moves it by one step."""
    made = run_core(x)
    step = float(x.share_rounding[0].share_step.max()) if x.share_rounding else 0.0

    for pool in ["", *(p.id for p in x.pools)]:
        if ("allocation_share", pool) not in made.values:
            continue
        keys = of_pool(x, pool)
        mixed = made["allocation_share", pool]
        shares = np.stack([np.broadcast_to(made["key_share", k.id], mixed.shape) for k in keys])
        assert np.all(mixed <= shares.max(axis=0) + step + HARDLY)
        assert np.all(mixed >= shares.min(axis=0) - step - HARDLY)
        if step:
            steps = mixed / step
            assert equal(steps, np.round(steps), scale=1 / step)
            total = made["mixed_share", pool].sum(axis=1)
            assert np.all(np.abs(mixed.sum(axis=1) - total) <= step / 2 + HARDLY)
            assert np.all((np.abs(total - 1) > HARDLY) | (np.abs(mixed.sum(axis=1) - 1) < HARDLY))


@given(inputs(prices="any"))
def test_only_those_count_whom_a_key_names(x: Inputs) -> None:
    """A partner that a key does not name, or that has no patients, has no share by it."""
    made = run_core(x)
    named = {record.id: record.key_member for record in x.key_members}

    for key in x.keys:
        share = made["key_share", key.id]
        if key.counts == "named":
            outside = np.broadcast_to(named[key.id] == 0, share.shape)
            assert np.all(share[outside] == 0)
        if key.counts == "users" and key.window == "month":
            outside = np.broadcast_to(made["patients_here"] == 0, share.shape)
            assert np.all(share[outside] == 0)


@given(inputs(prices="any"))
def test_a_key_counts_what_it_says(x: Inputs) -> None:
    """Figures are those stated, of those who take part; patients are eligible or followed."""
    made = run_core(x)
    figures = {record.id: record.key_figure for record in x.key_figures}

    for key in x.keys:
        if key.basis in {"column", "agreed"}:
            stated = figures[key.id] * made["joined"]
            assert equal(made["key_basis_measured", key.id], stated)
        if key.basis == "eligible":
            stated = made["eligible_patients"].sum(axis=0, keepdims=True) * made["joined"]
            assert equal(made["key_basis_measured", key.id], stated)
        if key.basis == "benefit":
            record = f"municipality:{key.benefit_class}"
            gained = np.maximum(made["municipality_gain", record], 0)
            member = next((r.key_member for r in x.key_members if r.id == key.id), 1.0)
            assert equal(made["key_basis_year", key.id], gained * member)


@given(inputs(prices="any"))
def test_a_mean_of_the_years_before_counts_those_years_alone(x: Inputs) -> None:
    """The first year rests on the history, the last on the years that came before it."""
    made = run_core(x)

    for history in x.key_histories:
        count = int(history.averaged_years.max())
        by_year = made["key_basis_year", history.id]
        for year in range(x.frame.years):
            used = by_year[:, :, max(year - count, 0) : year].sum(axis=2)
            total = history.key_history[:, :, year] + used
            assert equal(made["basis_before", history.id][:, :, year] * count, total)


@given(inputs(paying=4, prices="any"), st.permutations(range(4)))
def test_the_order_of_the_partners_changes_no_charge(x: Inputs, order: list[int]) -> None:
    """Listed in another order each pays what it did; ties in rounding go by code, not by place."""
    before, after = run_core(x), run_core(in_order(x, order))
    size = np.abs(before["charge"]).max() + before["total_cost"].max()

    for name in ("charge", "amount_due"):
        assert equal(after[name], before[name][:, order], scale=size)


@given(inputs(prices="any"))
def test_equals_pay_equal(x: Inputs) -> None:
    """Two that are the same in everything pay the same, if shares are not rounded."""
    x = replace(x, share_rounding=())
    twins = run_core(in_order(x, [0, 0, *range(1, len(x.frame.municipalities))]))

    for (name, record), array in twins.values.items():
        if "municipality" in CATALOGUE[name].axes:
            assert np.array_equal(array[:, 0], array[:, 1]), (name, record)


@given(inputs(prices="any"))
def test_kroner_counted_in_another_currency_change_nothing_else(x: Inputs) -> None:
    """Every amount three times as large: every charge three times as large, each share the same."""
    tripled = changed(x, lambda array: array * 3, *KRONER)
    before, after = run_core(x), run_core(tripled)
    size = np.abs(before["charge"]).max() + before["total_cost"].max()

    assert equal(after["amount_due"], 3 * before["amount_due"], scale=3 * size, within=1e-9)
    for key in x.keys:
        assert equal(after["key_share", key.id], before["key_share", key.id], within=1e-9)


@given(inputs(paying=2), st.integers(1, 9))
def test_two_that_merge_pay_what_they_paid_apart(x: Inputs, tenths: int) -> None:
    """By inhabitants, eligible, patient-months and hours of work: in two parts or as one."""
    keys = tuple(
        Key(id=f"{basis}:month", basis=basis, window="month", key_weight=np.ones((1, 1, 1, 1)))
        for basis in sorted(MERGES)
    )
    x = replace(x, keys=keys)
    parts = in_order(x, [0, 0, 1])
    share = np.array([tenths / 10, 1 - tenths / 10, 1.0]).reshape(1, -1, 1, 1)

    whole, apart = run_core(x), run_core(in_parts(parts, share))

    size = np.abs(whole["charge"]).max()
    added = apart["charge"]
    assert equal(added[:, :1] + added[:, 1:2], whole["charge"][:, :1], scale=size, within=1e-9)
    assert equal(added[:, 2:], whole["charge"][:, 1:], scale=size, within=1e-9)


def in_parts(x: Inputs, share: Array) -> Inputs:
    """Inputs with each place's counted sizes cut down to its share."""
    return replace(
        x,
        population=x.population * share,
        eligible_count=x.eligible_count * share,
        opening_patients=x.opening_patients * share,
    )
