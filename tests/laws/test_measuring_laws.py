"""Laws of the measurement: suppression cannot be undone, parts and whole, order, doors, scale."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured import ADMISSIONS, BED_DAYS, RELATIVE, config, counts, persons_and_events
from scipy.optimize import linprog

from gevinst import baseline
from gevinst.baseline.suppression import hidden_entries

Array = np.ndarray
SIZES = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 14, 40])


@st.composite
def tables(draw: st.DrawFn) -> tuple[Array, Array, Array, int]:
    """Groups by partners with every total: members, persons, events and the threshold."""
    groups, partners = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = groups * partners
    persons = np.array(draw(st.lists(SIZES, min_size=cells, max_size=cells)), dtype=float)
    most = st.integers(0, 3)
    events = persons * np.array(draw(st.lists(most, min_size=cells, max_size=cells)), dtype=float)
    where = np.arange(cells).reshape(groups, partners)
    sets = [*where.reshape(-1, 1), *where, *where.T, where.ravel()]
    members = np.array([np.isin(np.arange(cells), own) for own in sets])
    return members, persons, events, draw(st.sampled_from([2, 3, 5]))


def ends(
    seen: Array, shown: Array, values: Array, floor: Array, ceiling: Array
) -> tuple[float, float]:
    """Least and most that an entry can be, for somebody who knows what is shown."""
    known = {"A_eq": shown, "b_eq": shown @ values} if len(shown) else {}
    limits = list(zip(floor, ceiling, strict=True))
    low = linprog(seen, bounds=limits, **known)
    high = linprog(-seen, bounds=limits, **known)
    assert low.status == 0
    return low.fun, -high.fun if high.status == 0 else np.inf


@given(tables())
def test_no_hidden_entry_can_be_worked_out_from_what_is_shown(
    table: tuple[Array, Array, Array, int],
) -> None:
    """The attacker subtracts everything shown, and knows that a hidden cell has somebody in it."""
    members, persons, events, threshold = table

    hidden = hidden_entries(members, persons[:, None], events[:, None], threshold)

    totals = members @ persons
    assert hidden[(totals > 0) & (totals < threshold)].all()
    shown = members[~hidden].astype(float)
    nobody = np.where(persons > 0, np.inf, 0.0)
    for entry in np.flatnonzero(hidden & (totals > 0)):
        seen = members[entry].astype(float)
        low, high = ends(seen, shown, persons, np.minimum(persons, 1), nobody)
        assert high - low > 1 - 1e-6
        if totals[entry] < threshold:
            assert high >= threshold - 1e-6
        if events.any():
            low, high = ends(seen, shown, events, np.zeros(len(events)), nobody)
            assert high - low > 1 - 1e-6


@given(tables())
def test_linear_algebra_alone_gives_no_hidden_entry(table: tuple[Array, Array, Array, int]) -> None:
    """No hidden entry is a sum or difference of entries that are shown."""
    members, persons, events, threshold = table

    hidden = hidden_entries(members, persons[:, None], events[:, None], threshold)

    some = persons > 0
    shown = members[~hidden][:, some].astype(float)
    rank = np.linalg.matrix_rank(shown) if shown.size else 0
    for row in members[hidden][:, some].astype(float):
        if row.any():
            assert np.linalg.matrix_rank(np.vstack([shown, row])) == rank + 1


@given(tables())
def test_what_is_hidden_is_no_more_than_all_that_is_not_the_whole(
    table: tuple[Array, Array, Array, int],
) -> None:
    """Nothing is hidden without a small entry, and the whole stays if it is large enough."""
    members, persons, events, threshold = table

    hidden = hidden_entries(members, persons[:, None], events[:, None], threshold)

    totals = members @ persons
    if not ((totals > 0) & (totals < threshold)).any():
        assert not hidden.any()
    if totals[-1] >= 2 * threshold and len(persons) > 1 and (persons > 0).sum() > 1:
        assert not hidden[-1]


CELLS = st.tuples(st.integers(5, 60), st.integers(0, 150), st.integers(0, 200))


@given(st.lists(CELLS, min_size=1, max_size=5))
def test_parts_add_up_to_the_whole(cells: list[tuple[int, int, int]]) -> None:
    """Persons, time and events of partners are those of all together."""
    rows = [
        ("innleggelser", "", f"K{place}", period, "", persons, persons * 0.75, events)
        for place, (persons, before, after) in enumerate(cells)
        for period, events in (("før", before), ("etter", after))
    ]

    table = baseline.measure_counts(counts(*rows), config()).table()

    for period in ("before", "after"):
        own = table[table["period"] == period].set_index("partner")
        parts = own.drop(index="")[["persons", "person_time", "amount"]].sum()
        assert parts.to_numpy() == pytest.approx(own.loc[""][list(parts.index)].astype(float))


@given(CELLS, st.sampled_from([0.25, 0.5, 2.0, 8.0]))
def test_twice_the_time_is_half_the_rate_exactly(cell: tuple[int, int, int], scale: float) -> None:
    """Rates and their intervals scale with time; the change does not."""
    persons, before, after = cell
    found = []
    for factor in (1.0, scale):
        table = counts(
            ("innleggelser", "", "", "før", "", persons, persons * factor, before),
            ("innleggelser", "", "", "etter", "", persons, persons * factor, after),
        )
        measurement = baseline.measure_counts(table, config())
        found.append((measurement.table(), baseline.compare(measurement, design="randomised")))

    first, second = (table[["rate", "low", "high"]].to_numpy() for table, _ in found)
    assert (first == second * scale).all()
    changes = [comparison.of("innleggelser").observed for _, comparison in found]
    assert changes[0].estimate == changes[1].estimate or before == 0


@given(CELLS.filter(lambda cell: cell[1] > 0 and cell[2] > 0))
def test_swapping_before_and_after_inverts_the_ratio(cell: tuple[int, int, int]) -> None:
    """And an interval leaves out no change exactly when p is below one in twenty."""
    persons, before, after = cell
    pairs = []
    for first, second in ((before, after), (after, before)):
        table = counts(
            ("innleggelser", "", "", "før", "", persons, persons, first),
            ("innleggelser", "", "", "etter", "", persons, persons, second),
        )
        measurement = baseline.measure_counts(table, config())
        comparison = baseline.compare(measurement, design="before_after", selected_on_use=False)
        pairs.append(comparison.of("innleggelser").observed)

    one, other = pairs
    assert one.estimate * other.estimate == pytest.approx(1.0)
    assert one.low * other.high == pytest.approx(1.0)
    assert one.p == pytest.approx(other.p)
    assert one.excludes(1.0) == (one.p < 0.05)


def test_order_and_names_of_persons_change_nothing() -> None:
    """Rows in another order, with other ids: every figure of every table is the same."""
    persons, events = persons_and_events(150)
    chance = np.random.default_rng(1)
    names = {
        old: f"x{number}" for number, old in enumerate(chance.permutation(persons["person_id"]))
    }
    others = [
        table.assign(person_id=table["person_id"].map(names)).sample(frac=1, random_state=4)
        for table in (persons, events)
    ]
    settings = config(ADMISSIONS, BED_DAYS, windows=RELATIVE)

    first, second = (
        baseline.measure(*pair, settings) for pair in ((persons, events), tuple(others))
    )

    pd.testing.assert_frame_equal(first.table(), second.table(), rtol=1e-12)
    compared = [baseline.compare(m, design="comparison_group").table() for m in (first, second)]
    pd.testing.assert_frame_equal(*compared, rtol=1e-12)


def test_both_doors_give_the_same_rate_and_dispersion() -> None:
    """Persons with equal time, and their counts with the sum of squares."""
    persons, events = persons_and_events(120, controls=False)
    table = baseline.measure(persons, events, config(windows=RELATIVE)).table()
    whole = table[(table["group"] == "") & (table["partner"] == "")]
    squares = [
        n * time / n * (row_dispersion * (n - 1) / n * amount + amount**2 / n) / time
        for n, time, amount, row_dispersion in whole[
            ["persons", "person_time", "amount", "dispersion"]
        ].to_numpy()
    ]
    rows = [
        ("innleggelser", "", "", period, "", int(n), time, int(amount), square)
        for period, (n, time, amount), square in zip(
            ("før", "etter"),
            whole[["persons", "person_time", "amount"]].to_numpy(),
            squares,
            strict=True,
        )
    ]

    found = baseline.measure_counts(counts(*rows), config(windows=RELATIVE)).table()

    columns = ["persons", "amount", "rate", "low", "high", "dispersion"]
    assert found[columns].to_numpy() == pytest.approx(
        whole[columns].to_numpy().astype(float), rel=1e-6
    )
