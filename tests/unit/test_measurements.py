"""Baselines and effects that benefit lines take from what the project measured and compared."""

import math
from typing import Any

import pytest
from measured_projects import AFTER, comparison, measurement, tables
from scipy.stats import chi2

import gevinst as gv
from gevinst.errors import ProjectError
from gevinst.loading import from_tables
from gevinst.schema import Value


def measured(**stated: Any) -> Value:
    """Baseline that a line takes from one measurement."""
    raw = tables(
        measurement("for", **stated), baseline={"measured": "for"}, baseline_from="measured"
    )
    return from_tables(raw).benefits[-1].baseline  # type: ignore[union-attr]


def compared(
    design: str, *measurements: dict[str, Any], line: str | None = None, **stated: Any
) -> Value:
    """Effect that a line takes from one comparison."""
    raw = tables(
        *measurements,
        comparisons=[comparison(design, **stated)],
        effect={"compared": "effekt"},
        design=line or design,
    )
    return from_tables(raw).benefits[-1].effect  # type: ignore[union-attr, return-value]


def problems(raw: dict[str, Any]) -> list[str]:
    with pytest.raises(ProjectError) as caught:
        from_tables(raw)
    return [problem.kind for problem in caught.value.problems]


# ------------------------------------------------------------------------------ the baseline


def test_events_give_their_rate_with_the_exact_interval() -> None:
    """Garwood's limits of 10 events are 4.795 and 18.390."""
    value = measured(person_time=20, events=10)

    assert value.likely == 10 / 20
    assert value.low == pytest.approx(4.795 / 20, abs=5e-5)
    assert value.high == pytest.approx(18.390 / 20, abs=5e-5)
    assert value.means == "95 % interval"


def test_no_events_are_a_baseline_of_none_at_least() -> None:
    value = measured(person_time=20, events=0)

    assert (value.likely, value.low) == (0, 0)
    assert value.high == pytest.approx(-math.log(0.025) / 20)


def test_a_spread_wider_than_chance_widens_the_interval() -> None:
    """Mean 2 and variance 6 a person: three times a Poisson count's, so 50 events count as 50/3."""
    squares = 6 * 24 + 25 * 2**2

    even = measured(person_time=25, events=50)
    uneven = measured(person_time=25, events=50, sum_of_squares=squares)

    assert uneven.likely == even.likely == 2
    assert uneven.low < even.low < even.high < uneven.high
    assert uneven.low == pytest.approx(3 * chi2.ppf(0.025, 2 * 50 / 3) / 2 / 25)
    assert uneven.high == pytest.approx(3 * chi2.ppf(0.975, 2 * 50 / 3 + 2) / 2 / 25)


def test_a_spread_narrower_than_chance_does_not_narrow_it() -> None:
    even = measured(person_time=25, events=50)
    same_for_all = measured(person_time=25, events=50, sum_of_squares=100)

    assert (same_for_all.low, same_for_all.high) == (even.low, even.high)


def test_the_source_tells_what_was_measured_where_and_when() -> None:
    value = measured(person_time=20.5, events=10, source="Uttrekk av NN.", method="Egen tid.")

    assert value.source == (
        "Målt 2024-01 til 2024-12 hos 25 personer (10\xa0besøk på 20,5 personår, eksakt"
        " 95 %-intervall), Kvænangen kommune, Gerica, 1.2.2025, Uttrekk av NN"
    )
    assert value.note == "Egen tid"


def test_a_finished_rate_keeps_its_interval() -> None:
    rate = {"likely": 2, "low": 1, "high": 4, "means": "90 % interval"}

    value = measured(rate=rate)

    assert (value.likely, value.low, value.high) == (2, 1, 4)
    assert value.means == "90 % interval"
    assert "oppgitt 90 %-intervall" in (value.source or "")


def test_what_is_expected_without_the_service_is_the_baseline() -> None:
    """The cap of rule 8: those included for their use would have used less anyway."""
    expected = {"likely": 1, "low": 0.5, "high": 1.5, "means": "limits"}

    value = measured(person_time=20, events=60, selected_on_use=True, expected_rate=expected)

    assert (value.likely, value.low, value.high) == (1, 0.5, 1.5)
    assert (value.source or "").startswith("Ventet rate uten tjenesten; målt 2024-01")
    assert (value.source or "").endswith("Målt rate var 3,00")


@pytest.mark.parametrize("expected", [None, 1.5])
def test_a_baseline_of_those_selected_for_their_use_is_warned_of(expected: float | None) -> None:
    """Unless it is stated what they would have used without the service."""
    stated = {} if expected is None else {"expected_rate": expected}
    high = measurement("for", person_time=20, events=60, selected_on_use=True, **stated)
    raw = tables(high, baseline={"measured": "for"}, baseline_from="measured")

    kinds = [remark.kind for remark in gv.run(from_tables(raw)).names.remarks]

    assert ("benefit.selected_baseline" in kinds) == (expected is None)


def test_bed_days_without_their_spread_are_refused() -> None:
    raw = tables(measurement("for", unit="bed_day", person_time=20, amount=80))

    assert problems(raw) == ["measurement.no_squares"]


def test_bed_days_are_not_events() -> None:
    raw = tables(measurement("for", unit="bed_day", person_time=20, events=80))

    assert problems(raw) == ["measurement.lumps"]


def test_an_amount_in_other_units_is_the_same_amount() -> None:
    """Hours or minutes, years or months."""
    in_hours = {"person_time": 20, "amount": 100, "sum_of_squares": 1000}
    minutes = {
        "person_time": "240 month",
        "amount": "6000 work_minute",
        "sum_of_squares": "3600000 work_minute**2",
    }
    found = []
    for stated in (in_hours, minutes):
        raw = tables(
            measurement("for", unit="work_hour", **stated),
            unit="work_hour",
            baseline={"measured": "for"},
            baseline_from="measured",
        )
        del raw["benefits"][-1]["unit_value"]
        found.append(from_tables(raw).benefits[-1].baseline)  # type: ignore[union-attr]

    assert found[0].likely == found[1].likely == 5
    assert found[0].low == pytest.approx(found[1].low, rel=1e-12)


# ------------------------------------------------------------------------------ the effect


def test_before_and_after_gives_the_exact_ratio() -> None:
    """2 of 17,877 against 9 of 16,660: 0.0218 to 1.0005, which holds 1 as its p of 0.0501 says."""
    effect = compared(
        "before_after",
        measurement("for", person_time=16_660, events=9, persons=17_000),
        measurement("etter", person_time=17_877, events=2, persons=18_000, **AFTER),
        before="for",
        after="etter",
    )

    assert effect.likely == pytest.approx((2 / 17_877) / (9 / 16_660) - 1)
    assert effect.low == pytest.approx(0.0218 - 1, abs=5e-5)
    assert effect.high == pytest.approx(1.0005 - 1, abs=5e-5)
    assert effect.means == "95 % interval"


def test_a_comparison_group_gives_the_ratio_of_ratios() -> None:
    """A log interval whose variance is the sum of one over each count."""
    counts = {"for": 40, "etter": 30, "andre_for": 50, "andre_etter": 45}
    effect = compared(
        "comparison_group",
        *(
            measurement(name, person_time=20, events=n, **(AFTER if "etter" in name else {}))
            for name, n in counts.items()
        ),
        before="for",
        after="etter",
        comparison_before="andre_for",
        comparison_after="andre_etter",
    )

    ratio = (30 / 40) / (45 / 50)
    reach = 1.959963984540054 * math.sqrt(1 / 40 + 1 / 30 + 1 / 50 + 1 / 45)
    assert effect.likely == pytest.approx(ratio - 1)
    assert effect.low == pytest.approx(ratio * math.exp(-reach) - 1)
    assert effect.high == pytest.approx(ratio * math.exp(reach) - 1)


def test_few_events_in_a_comparison_group_are_refused() -> None:
    arms = {name: measurement(name, person_time=20, events=9) for name in ("a", "b")}
    arms |= {n: measurement(n, person_time=20, events=90, **AFTER) for n in ("c", "d")}
    stated = {"before": "a", "after": "c", "comparison_before": "b", "comparison_after": "d"}
    raw = tables(*arms.values(), comparisons=[comparison("comparison_group", **stated)])

    assert problems(raw) == ["comparison.too_few"] * 2


def test_a_selected_uncontrolled_change_is_never_an_effect() -> None:
    raw = tables(
        measurement("for", person_time=20, events=60),
        measurement("etter", person_time=20, events=30, **AFTER),
        comparisons=[comparison("before_after", selected_on_use=True, before="for", after="etter")],
    )

    assert problems(raw) == ["comparison.selected"]


def test_what_is_left_after_regression_to_the_mean_is_one() -> None:
    """The three numbers side by side: observed, expected, and what is left."""
    ratio = {"likely": 0.91, "low": 0.7, "high": 1.2, "means": "95 % interval"}

    effect = compared(
        "before_after",
        line="before_after_selected",
        selected_on_use=True,
        ratio=ratio,
        observed_change=-0.39,
        expected_change=-0.33,
    )

    assert effect.likely == pytest.approx(-0.09)
    assert effect.source == (
        "Før og etter hos dem som brukte mest: observert endring −39\xa0%, ventet uten tjenesten"
        " −33\xa0%, igjen forholdstall 0,91 (95 %-intervall 0,70 til 1,20), Kvænangen kommune,"
        " 1.2.2025"
    )


@pytest.mark.parametrize("lacking", ["observed_change", "expected_change"])
def test_a_ratio_of_a_selected_group_needs_both_changes(lacking: str) -> None:
    stated = {
        "ratio": {"likely": 0.91, "low": 0.7, "high": 1.2, "means": "95 % interval"},
        "observed_change": -0.39,
        "expected_change": -0.33,
    }
    del stated[lacking]
    raw = tables(comparisons=[comparison("before_after_selected", selected_on_use=True, **stated)])

    assert problems(raw) == ["comparison.selected"]


def test_periods_of_other_seasons_are_not_compared() -> None:
    raw = tables(
        measurement("for", person_time=20, events=60),
        measurement(
            "etter", person_time=20, events=30, first_month="2025-04", last_month="2026-03"
        ),
        comparisons=[comparison("before_after", before="for", after="etter")],
    )

    assert problems(raw) == ["comparison.windows"]
