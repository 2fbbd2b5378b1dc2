"""Symmetry and merging: names and order mean nothing, sizes do."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.testing import equal, in_order, inputs, largest, run_core

PROMISE_MERGING = {"inhabitants", "patient_months"}


def same_but_for_order(before: Ledger, after: Ledger, order: list[int]) -> None:
    """Assert that every result is the same, with the places in the new order."""
    sizes = largest(before)
    for (name, record), array in before.values.items():
        moved = array[:, order] if "municipality" in CATALOGUE[name].axes else array
        assert equal(after[name, record], moved, scale=sizes[CATALOGUE[name].unit]), (name, record)


@given(inputs(paying=4), st.permutations(range(4)))
def test_the_order_of_the_municipalities_changes_nothing_but_the_order(
    x: Inputs, order: list[int]
) -> None:
    """Listed in another order, each pays and gains what it did."""
    same_but_for_order(run_core(x), run_core(in_order(x, order)), order)


@given(inputs())
def test_the_order_of_records_changes_nothing(x: Inputs) -> None:
    """So it is with roles, tasks, cost lines, contributions, keys and benefit lines."""
    turned = replace(
        x,
        roles=x.roles[::-1],
        tasks=x.tasks[::-1],
        lines=x.lines[::-1],
        contributions=x.contributions[::-1],
        keys=x.keys[::-1],
        benefits=x.benefits[::-1],
        changes=x.changes[::-1],
        realisations=x.realisations[::-1],
        worths=x.worths[::-1],
        professions=x.professions[::-1],
    )
    made = run_core(x)

    other = run_core(turned)

    assert other.values.keys() == made.values.keys()
    same_but_for_order(made, other, list(range(len(x.frame.municipalities))))


@given(inputs())
def test_equals_pay_equal(x: Inputs) -> None:
    """Two municipalities that are the same in everything pay and gain the same, to the oere."""
    twins = run_core(in_order(x, [0, 0, *range(1, len(x.frame.municipalities))]))

    for (name, record), array in twins.values.items():
        if "municipality" in CATALOGUE[name].axes:
            assert np.array_equal(array[:, 0], array[:, 1]), (name, record)


@given(inputs(), st.integers(1, 9))
def test_two_that_merge_pay_what_they_paid_apart(x: Inputs, tenths: int) -> None:
    """By inhabitants and by patient-months: one municipality, or the same one in two parts."""
    keys = tuple(key for key in x.keys if key.basis in PROMISE_MERGING)
    if not any(np.all(key.key_weight > 0) for key in keys):
        keys = tuple(replace(key, basis="inhabitants") for key in x.keys[:1])
    x = replace(x, keys=keys)
    parts = in_order(x, [0, 0, *range(1, len(x.frame.municipalities))])
    share = np.ones((1, len(parts.frame.municipalities), 1, 1))
    share[:, 0], share[:, 1] = tenths / 10, 1 - tenths / 10

    whole, apart = run_core(x), run_core(in_parts(parts, share))

    for name in ("charge", "patient_time", "starts", "charge_year", "inhabitants"):
        added, merged = apart[name], whole[name]
        scale = float(np.max(np.abs(merged)))
        assert equal(added[:, :1] + added[:, 1:2], merged[:, :1], scale=scale), name
        assert equal(added[:, 2:], merged[:, 1:], scale=scale), name


def in_parts(x: Inputs, share: Array) -> Inputs:
    """Inputs with each place's counted sizes cut down to its share."""
    return replace(
        x,
        population=x.population * share,
        eligible_count=x.eligible_count * share,
        opening_patients=x.opening_patients * share,
    )


@given(inputs())
def test_twice_the_patients_and_steps_are_twice_the_positions(x: Inputs) -> None:
    """Everything counted doubled, with whole positions of double size: twice of everything.

    Without a queue: twice the callers need less than twice the people to answer them.
    """
    double = np.full((1, 1, 1, 1), 2.0)
    x = replace(x, queues=())
    larger = replace(
        in_parts(x, double),
        fte_grid=x.fte_grid * 2,
        team_presence=tuple(
            replace(team, team_presence=team.team_presence * 2) for team in x.team_presence
        ),
        roles=tuple(replace(r, minimum_presence=r.minimum_presence * 2) for r in x.roles),
        tasks=tuple(
            replace(t, events_per_time=t.events_per_time * 2)
            if hasattr(t, "events_per_time")
            else t
            for t in x.tasks
        ),
    )
    made, twice = run_core(x), run_core(larger)

    for role in x.roles:
        assert np.array_equal(2 * made["staffed_fte", role.id], twice["staffed_fte", role.id])
    for line in x.benefits:
        assert np.array_equal(2 * made["line_benefit", line.id], twice["line_benefit", line.id])
    assert np.array_equal(2 * made["patient_time"], twice["patient_time"])


@given(inputs())
def test_a_charge_follows_its_basis_in_proportion(x: Inputs) -> None:
    """Of two municipalities, the one with twice the basis of a key pays twice by that key."""
    made = run_core(x)

    for key in x.keys:
        basis, share = made["key_basis", key.id], made["key_share", key.id]
        for m in range(1, basis.shape[1]):
            left = share[:, :1] * basis[:, m : m + 1]
            right = share[:, m : m + 1] * basis[:, :1]
            assert equal(left, right)


@given(inputs(paying=3), st.integers(0, 2))
def test_one_that_is_masked_out_is_as_if_it_were_not_there(x: Inputs, out: int) -> None:
    """A group of municipalities is a mask: it costs what it would without the others."""
    member = x.member.copy()
    member[:, out] = 0
    others = [m for m in range(3) if m != out]
    masked, without = run_core(replace(x, member=member)), run_core(in_order(x, others))

    for name in ("total_cost", "net_cost", "patient_time_all", "starts_all", "stops_all"):
        assert np.array_equal(masked[name], without[name]), name
    for name in ("active_patients", "stops", "opening_stock"):
        assert np.array_equal(masked[name][:, others], without[name]), name
        assert np.all(masked[name][:, out] == 0), name
