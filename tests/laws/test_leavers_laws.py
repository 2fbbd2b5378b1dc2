"""Laws of numbers of persons beside each other: nobody can subtract their way to a few leavers."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from measured import ADMISSIONS, BED_DAYS, IMPROVED, RELATIVE, config, counts, persons_and_events
from scipy.optimize import linprog

from gevinst import baseline

SHARE = ADMISSIONS | {"id": "akutt", "name": "Lagt inn", "kind": "share", "unit": "share"}
THRESHOLD = 5
CELL = st.tuples(st.integers(5, 40), st.integers(-9, 9))


@st.composite
def followed(draw: st.DrawFn) -> pd.DataFrame:
    """Persons by group and municipality, before and after: some have left, some have come."""
    groups, partners = draw(st.integers(1, 2)), draw(st.integers(1, 3))
    rows = []
    for group in range(groups):
        for partner in range(partners):
            persons, came = draw(CELL)
            for period, number in (("før", persons), ("etter", max(persons + came, 1))):
                place = (f"G{group}", f"K{partner}", period, "")
                rows.append(("innleggelser", *place, number, 9.5, 30))
    return counts(*rows)


def can_be_told(table: pd.DataFrame, given: pd.DataFrame) -> list[tuple[int, int]]:
    """Differences between after and before of a few persons that what is shown pins down.

    Every group, municipality and cell is looked at, and every rest of a total; unknown are the
    persons of each cell before and after, known is that nobody is less than no person.
    """
    cells = list(dict.fromkeys(zip(given["gruppe"], given["kommune"], strict=True)))
    numbers = np.array(
        [
            given[(given["gruppe"] == g) & (given["kommune"] == k) & (given["periode"] == p)][
                "personer"
            ].item()
            for p in ("før", "etter")
            for g, k in cells
        ]
    )

    def inside(group: str, partner: str) -> np.ndarray:
        return np.array([group in {"", g} and partner in {"", k} for g, k in cells], dtype=float)

    shown = table[
        table["persons"].notna() & ~table[["group", "partner"]].isin(["øvrige"]).any(axis=1)
    ]
    none = np.zeros(len(cells))
    known, totals = [], []
    for row in shown.to_dict("records"):
        own = inside(row["group"], row["partner"])
        known.append(np.r_[own, none] if row["period"] == "before" else np.r_[none, own])
        totals.append(row["persons"])
    told = []
    asked = [inside(g, k) for g in {"", *given["gruppe"]} for k in {"", *given["kommune"]}]
    asked += [one - other for one in asked for other in asked if (one - other).min() >= 0]
    for own in asked:
        moved = np.r_[-own, own]
        difference = int(moved @ numbers)
        if not 0 < abs(difference) < THRESHOLD:
            continue
        facts = {"A_eq": np.array(known), "b_eq": np.array(totals)} if known else {}
        ends = [linprog(sign * moved, bounds=(0, None), **facts) for sign in (1, -1)]
        if all(end.status == 0 for end in ends) and -ends[1].fun - ends[0].fun < 1 - 1e-6:
            told.append((difference, int(own.sum())))
    return told


@given(followed())
def test_a_few_who_left_or_came_cannot_be_worked_out(given: pd.DataFrame) -> None:
    """The attacker subtracts persons before from persons after, everywhere at once."""
    table = baseline.measure_counts(given, config()).table()

    assert can_be_told(table, given) == []


@given(st.integers(20, 60), st.integers(5, 20))
def test_many_who_left_are_shown(persons: int, left: int) -> None:
    """Nothing is withheld without a small number to protect."""
    rows = [
        ("innleggelser", "", "", period, "", number, 9.5, 30)
        for period, number in (("før", persons), ("etter", persons - left))
        if number >= THRESHOLD
    ]

    table = baseline.measure_counts(counts(*rows), config()).table()

    assert table["persons"].tolist() == [float(row[5]) for row in rows]


def test_three_who_left_are_in_no_table_of_persons_and_events() -> None:
    """Two died in the washout and one before it ended: 117 of 120 stands nowhere."""
    persons, events = persons_and_events(120, controls=False)
    gone = persons.index[:3]
    persons.loc[gone, "follow_up_end"] = persons.loc[gone, "index_date"] + pd.Timedelta(days=9)
    persons.loc[gone, "end_reason"] = "død"
    days = dict(zip(persons["person_id"], persons["follow_up_end"], strict=True))
    ends = events["person_id"].map(days)
    settings = config(ADMISSIONS, BED_DAYS, windows=RELATIVE)

    measurement = baseline.measure(
        persons, events[ends.isna() | (events["date"] <= ends)], settings
    )
    table = measurement.table()

    whole = table[(table["group"] == "") & (table["partner"] == "")]
    assert whole[whole["period"] == "before"]["persons"].tolist() == [120, 120]
    assert whole[whole["period"] == "after"]["persons"].isna().all()
    assert whole["rate"].notna().all()
    tables = measurement.project_tables()["measurements"]
    assert {row["persons"] for row in tables} == {120}
    assert any("færre enn 5" in text and "personer" in text for text in measurement.warnings())


def test_a_share_does_not_give_its_number_of_persons_away() -> None:
    """58 of 60 answered: 43 of 58 in whole per cent would be 43 of 58, and is hidden."""
    few, many = (
        counts(
            ("innleggelser", "", "", "før", "", n, 9.5, 30),
            ("innleggelser", "", "", "etter", "", n, 9.5, 30),
            ("bedre", "", "", "etter", "", n - 2, None, n // 2 + 1),
        )
        for n in (60, 300)
    )
    settings = config(ADMISSIONS, IMPROVED)

    small, large = (
        baseline.measure_counts(table, settings).table().query("indicator == 'bedre'").iloc[0]
        for table in (few, many)
    )

    assert small["hidden"]
    assert not large["hidden"]
    assert np.isnan(large[["persons", "observations", "amount"]].astype(float)).all()
    assert large["rate"] == round(151 / 298, 2)


def test_a_comparison_of_shares_gives_no_number_of_persons_away_either() -> None:
    """Ratios of shares are in whole per cent, and not given of so few that each would tell."""
    found = []
    for n in (60, 300):
        table = counts(
            ("akutt", "", "", "før", "", n, None, n // 2),
            ("akutt", "", "", "etter", "", n - 2, None, n // 3),
        )
        measurement = baseline.measure_counts(table, config(SHARE))
        found.append(baseline.compare(measurement, design="before_after").of("akutt"))

    small, large = found

    assert [refusal.reason for refusal in small.refusals] == ["few_between"]
    assert np.isnan(small.observed.estimate)
    for number in (large.observed.estimate, large.observed.low, large.observed.high):
        assert number == round(number, 2)


def test_a_refusal_does_not_say_how_few_had_anything() -> None:
    """Too few persons with events: that they are fewer than may be shown is enough."""
    persons, events = persons_and_events(60, controls=False)
    some = events[events["person_id"].isin(events["person_id"].unique()[:4])]

    measurement = baseline.measure(persons, some, config(windows=RELATIVE))
    compared = baseline.compare(measurement, design="comparison_group", selected_on_use=False)
    randomised = baseline.compare(measurement, design="before_after", selected_on_use=False)

    for comparison in (compared, randomised):
        for refusal in comparison.of("innleggelser").refusals:
            assert refusal.facts.get("found", 0) not in {1, 2, 3, 4}


def test_deaths_hidden_in_one_table_are_hidden_in_the_warning() -> None:
    """Three died: neither the table of ends, nor that of windows, nor the warning says so."""
    persons, events = persons_and_events(60, controls=False)
    for first, last, reason in ((0, 3, "død"), (3, 9, "flyttet")):
        some = persons.index[first:last]
        persons.loc[some, "follow_up_end"] = persons.loc[some, "index_date"] + pd.Timedelta(days=90)
        persons.loc[some, "end_reason"] = reason
    days = dict(zip(persons["person_id"], persons["follow_up_end"], strict=True))
    ends = events["person_id"].map(days)
    kept = events[ends.isna() | (events["date"] <= ends)]

    measurement = baseline.measure(persons, kept, config(windows=RELATIVE))

    told = measurement.follow_up().query("stage == 'death' or table == 'death'")
    warned = [text for text in measurement.warnings() if "døde" in text]
    assert told["hidden"].all()
    assert warned
    assert not any("3" in text for text in warned)
