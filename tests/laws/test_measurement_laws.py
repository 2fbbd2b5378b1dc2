"""What benefit lines take from measurements and comparisons is what was measured and compared."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta, chi2

import gevinst as gv
from gevinst.errors import CoverageError
from gevinst.schema import Project, Value
from gevinst.schema.measured_rates import compared_ratio, measured_rate
from gevinst.schema.measurements import Comparison, Measurement
from gevinst.schema.written import tables_of
from gevinst.testing import equal, projects

COMMON = {
    "id": "en",
    "indicator": "Besøk",
    "definition": "Besøk i fagsystemet.",
    "organisation": "Virksomheten",
    "date": dt.date(2025, 2, 1),
}
OF_MEASUREMENT = COMMON | {
    "unit": "visit",
    "source_system": "Fagsystemet",
    "counting_rule": "Ett er ett.",
    "valid_from": COMMON["date"],
    "first_month": "2024-01",
    "last_month": "2024-12",
    "selected_on_use": False,
    "persons": 40,
}
counts = st.integers(0, 400)
times = st.integers(1, 4000).map(lambda quarters: quarters / 4)


def measurement(name: str, **stated: Any) -> Measurement:
    return Measurement.model_validate(OF_MEASUREMENT | {"id": name} | stated)


def taken(project: Project) -> list[tuple[Any, str, Value]]:
    """Every value of a benefit line that is taken, with its line and field."""
    return [
        (line, key, value)
        for line in project.benefits
        for key in ("baseline", "effect")
        if (value := getattr(line, key, None)) is not None and value.taken
    ]


@given(projects())
def test_a_baseline_is_what_was_counted_over_the_time(project: Project) -> None:
    """With Garwood's limits by the chi-square distribution, of a count over its dispersion."""
    measured = {m.id: m for m in project.measurements}
    for _, key, value in taken(project):
        if key != "baseline":
            continue
        of = measured[value.taken.id]  # type: ignore[union-attr]
        stated = of.expected_rate or of.rate
        if stated is not None:
            assert (value.likely, value.low, value.high) == (stated.likely, stated.low, stated.high)
            continue
        total = of.events if of.amount is None else of.amount.likely
        spread = 1.0
        if of.sum_of_squares and total:
            mean = total / of.persons
            spread = (of.sum_of_squares.likely / of.persons - mean**2) / mean
            spread *= of.persons / (of.persons - 1)
            spread = spread if of.amount else max(spread, 1.0)
        count, time = total / spread, of.person_time.likely  # type: ignore[union-attr]
        low = chi2.ppf(0.025, 2 * count) / 2 if count >= 1 else 0
        high = chi2.ppf(0.975, 2 * count + 2) / 2
        assert value.likely == total / time
        assert value.low == pytest.approx(spread * low / time, rel=1e-6)
        assert value.high == pytest.approx(spread * high / time, rel=1e-6)


@given(projects())
def test_the_likely_number_lies_in_its_interval_and_has_a_source(project: Project) -> None:
    """And an effect is never below all that there is."""
    for _, key, value in taken(project):
        assert value.low <= value.likely <= value.high
        assert value.low >= (0 if key == "baseline" else -1)
        assert value.source
        assert value.means is not None or key == "baseline"


@given(projects())
def test_a_line_says_the_design_of_its_comparison(project: Project) -> None:
    """A selected group without a comparison group is always told as one."""
    compared = {c.id: c for c in project.comparisons}
    for line, key, value in taken(project):
        if key == "effect":
            of = compared[value.taken.id]  # type: ignore[union-attr]
            assert line.design == of.evidence
            selected = of.selected_on_use and of.design in {"before_after", "before_after_selected"}
            assert not selected or (line.design == "before_after_selected" and of.expected_change)


@given(projects(), st.randoms(use_true_random=False))
def test_the_order_of_measurements_changes_nothing(project: Project, random: Any) -> None:
    tables = tables_of(project)
    for name in ("measurements", "comparisons"):
        if name in tables:
            random.shuffle(tables[name])

    again = Project.model_validate(tables)

    assert again.benefits == project.benefits


@given(projects())
def test_new_ids_change_no_number(project: Project) -> None:
    """Measurements and comparisons that are called something else."""
    text = tables_of(project)
    for table in (*text.get("measurements", ()), *text.get("comparisons", ())):
        for key in ("id", "before", "after", "comparison_before", "comparison_after"):
            if key in table:
                table[key] = f"ny-{table[key]}"
    for line in text["benefits"]:
        for kind, key in (("measured", "baseline"), ("compared", "effect")):
            if isinstance(line.get(key), dict) and kind in line[key]:
                line[key][kind] = f"ny-{line[key][kind]}"

    again = Project.model_validate(text)

    assert [(v.likely, v.low, v.high, v.source) for _, _, v in taken(again)] == [
        (v.likely, v.low, v.high, v.source) for _, _, v in taken(project)
    ]


@given(projects())
def test_writing_the_numbers_instead_gives_the_same_results(project: Project) -> None:
    """A measurement is a source of numbers, nothing else: the model knows only the numbers."""
    tables = tables_of(project)
    for table, line in zip(tables["benefits"], project.benefits, strict=True):
        for key in ("baseline", "effect"):
            value = getattr(line, key, None)
            if value is None or not value.taken:
                continue
            ends = {end: getattr(value, end) for end in ("likely", "low", "high")}
            ranged = {**ends, "means": value.means} if value.means else {"value": value.likely}
            table[key] = {**ranged, "source": value.source}
    tables |= {"measurements": [], "comparisons": []}
    try:
        results = gv.run(project)
    except CoverageError:
        return

    other = gv.run(Project.model_validate(tables))

    for table in ("charges", "benefits", "actors"):
        assert results.table(table).equals(other.table(table))


@given(counts, times, st.integers(-8, 8))
def test_time_by_a_power_of_two_scales_the_rate_exactly(
    events: int, time: float, power: int
) -> None:
    factor = 2.0**power
    here = measured_rate(measurement("en", events=events, person_time=time))
    there = measured_rate(measurement("en", events=events, person_time=time * factor))

    for end in ("likely", "low", "high"):
        assert getattr(there, end) == getattr(here, end) / factor


@given(st.integers(1, 400), times, st.integers(1, 400), times)
def test_swapping_before_and_after_inverts_the_ratio(
    events: int, time: float, others: int, other_time: float
) -> None:
    """And its limits are those of the share of all the events that came after."""
    one = measurement("for", events=events, person_time=time)
    two = measurement("etter", events=others, person_time=other_time)
    known = {"for": one, "etter": two}
    stated = COMMON | {"design": "before_after", "selected_on_use": False}

    there = compared_ratio(
        Comparison.model_validate(stated | {"before": "for", "after": "etter"}), known
    )
    back = compared_ratio(
        Comparison.model_validate(stated | {"before": "etter", "after": "for"}), known
    )

    assert equal(there.likely * back.likely, 1)
    assert equal(there.low * back.high, 1, within=1e-9)
    share = beta.ppf(0.025, others, events + 1)
    assert there.low == pytest.approx(share / (1 - share) * time / other_time, rel=1e-6)


@given(times, counts, counts)
def test_more_events_are_a_higher_rate(time: float, few: int, more: int) -> None:
    low, high = sorted((few, more))
    one, two = (measured_rate(measurement("en", events=n, person_time=time)) for n in (low, high))

    assert one.likely <= two.likely
    assert one.low <= two.low
    assert one.high <= two.high
