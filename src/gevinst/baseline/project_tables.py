"""Measurements and comparisons as tables of a project file, for benefit lines to take from."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gevinst.baseline.change import Change
from gevinst.baseline.figures import LEVEL, figure
from gevinst.baseline.moments import AMOUNT, EXPOSURE, PERSONS, SQUARES
from gevinst.baseline.records import ARMS, PERIODS
from gevinst.messages import render
from gevinst.units import counted_units

if TYPE_CHECKING:
    from gevinst.baseline.comparison import Comparison
    from gevinst.baseline.moments import Moments
    from gevinst.extracts import Extract
    from gevinst.schema.baseline_config import BaselineConfig
    from gevinst.schema.baseline_indicators import Indicator

_LIMITS = "limits"
_SOUND = ("measured", "sourced")
DIGITS = 6
"""Significant digits that are written."""


def measurement_tables(
    config: BaselineConfig,
    moments: Moments,
    extract: Extract | None,
    comparison: Comparison | None,
    persons: Mapping[tuple[str, str, int], int],
) -> list[dict[str, Any]]:
    """Give one table for each rate, arm and period that may be shown and has an interval.

    `persons` has the number to state for each indicator, arm and period that is not hidden.
    """
    rows = []
    for indicator in config.indicators:
        if not indicator.is_rate or indicator.unit not in counted_units():
            continue
        for arm in moments.cells:
            both = moments.total(indicator.id, arm)
            for place, period in enumerate(PERIODS):
                sums = both[place]
                found = figure(sums, indicator.kind)
                small = sums[PERSONS] < config.baseline.threshold
                stated = persons.get((indicator.id, arm, place))
                if (
                    small
                    or stated is None
                    or math.isnan(found.low)
                    or not math.isfinite(found.high)
                ):
                    continue
                row = _terms(config, indicator)
                row["id"] = name_of(indicator.id, arm, period)
                row["unit"] = indicator.unit
                row |= _months(config, extract, indicator, ARMS.index(arm), place)
                row["persons"] = stated
                row["person_time"] = _short(float(sums[EXPOSURE]))
                if indicator.kind == "events":
                    row["events"] = int(sums[AMOUNT])
                else:
                    row["amount"] = _short(float(sums[AMOUNT]))
                if not math.isnan(sums[SQUARES]):
                    row["sum_of_squares"] = _short(float(sums[SQUARES]))
                row["rate"] = _range(found.estimate, found.low, found.high, LEVEL)
                if (arm, period) == (ARMS[0], PERIODS[0]) and comparison is not None:
                    row |= _expected(comparison, indicator.id, found.estimate)
                rows.append(row)
    return rows


def name_of(indicator: str, arm: str, period: str) -> str:
    """Id of a measurement: the indicator and its period, and the arm if it is the other one."""
    return f"{indicator}-{period}" if arm == ARMS[0] else f"{indicator}-{arm}-{period}"


def _terms(config: BaselineConfig, indicator: Indicator) -> dict[str, Any]:
    return {
        "indicator": indicator.name,
        "definition": indicator.definition,
        "organisation": indicator.organisation,
        "source_system": indicator.source_system,
        "counting_rule": indicator.counting_rule,
        "valid_from": indicator.valid_from,
        "selected_on_use": config.baseline.selected_on_use,
        "method": _method(config),
        "date": config.baseline.date,
        "source": f"{config.baseline.name}, {config.baseline.organisation}",
    }


def _method(config: BaselineConfig) -> str:
    said = [render("baseline.assumes.own_time", {}, "nb")]
    if config.windows.washout_days:
        facts = {"days": config.windows.washout_days}
        said.append(render("baseline.assumes.washout", facts, "nb"))
    if config.windows.index_event is not None:
        said.append(render(f"baseline.assumes.index_{config.windows.index_event}d", {}, "nb"))
    return " ".join(said)


def _months(
    config: BaselineConfig, extract: Extract | None, indicator: Indicator, arm: int, period: int
) -> dict[str, str]:
    """First and last calendar month; earliest and latest where the windows follow each person."""
    windows = config.windows
    first, last = (
        (windows.before_from, windows.before_to)
        if period == 0
        else (windows.after_from, windows.after_to)
    )
    if first is not None and last is not None:
        return {"first_month": f"{first:%Y-%m}", "last_month": f"{last:%Y-%m}"}
    series = None if extract is None else extract.monthly.get(indicator.id)
    if series is not None:
        time = series.times[period, arm].sum(axis=(0, 1))
        months = [label for label, years in zip(series.months, time, strict=True) if years > 0]
        if months:
            return {"first_month": months[0], "last_month": months[-1]}
    return _before_extract(config, period)


def _before_extract(config: BaselineConfig, period: int) -> dict[str, str]:
    """Windows of counts that follow each person: the latest that can be, counted from the date."""
    length = config.windows.length_months or 0
    end = config.baseline.date.year * 12 + config.baseline.date.month - 1
    last = end if period == 1 else end - length
    note = render("baseline.months_counted_back", {}, "nb")
    return {"first_month": _label(last - length + 1), "last_month": _label(last), "note": note}


def _label(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _expected(comparison: Comparison, indicator: str, rate: float) -> dict[str, Any]:
    """Rate to expect in follow-up without the service, for a selected group."""
    numbers = comparison.of(indicator)
    if numbers.basis not in {*_SOUND, "stated"} or numbers.scale != "ratio":
        return {}
    expected = numbers.expected
    ends = (rate * expected.estimate, rate * expected.low, rate * expected.high)
    level = comparison.level if numbers.basis == "measured" else None
    return {"expected_rate": _range(*ends, level)}


def comparison_tables(comparison: Comparison) -> list[dict[str, Any]]:
    """Give one table for each rate of which what is left has an interval."""
    config: BaselineConfig = comparison.config
    rows = []
    for numbers in comparison.found:
        indicator = config.indicator(numbers.indicator)
        left = numbers.difference
        finite = left.is_certain and math.isfinite(left.high)
        is_ratio = indicator.is_rate and numbers.scale == "ratio"
        if not is_ratio or not finite or numbers.basis == "assumed":
            continue
        level = _level_of(comparison, numbers.basis)
        row: dict[str, Any] = {
            "id": f"{indicator.id}-{comparison.design.replace('_', '-')}",
            "indicator": indicator.name,
            "definition": indicator.definition,
            "organisation": config.baseline.organisation,
            "design": comparison.design,
            "selected_on_use": comparison.selected_on_use,
            "ratio": _range(left.estimate, left.low, left.high, level),
            "method": render(f"baseline.assumes.{comparison.design}", {}, "nb"),
            "date": config.baseline.date,
            "source": f"{config.baseline.name}, {config.baseline.organisation}",
            "note": comparison.verdict(indicator.id, "nb"),
        }
        if numbers.basis:
            row["observed_change"] = _change(numbers.observed, comparison.level)
            row["expected_change"] = _change(numbers.expected, level)
        rows.append(row)
    return rows


def _level_of(comparison: Comparison, basis: str) -> float | None:
    return None if basis == "stated" else comparison.level


def _change(change: Change, level: float | None) -> Any:  # noqa: ANN401  a number or a table
    if not change.is_certain or not math.isfinite(change.high):
        return _short(change.estimate - 1)
    return _range(change.estimate - 1, change.low - 1, change.high - 1, level)


def _range(likely: float, low: float, high: float, level: float | None) -> dict[str, Any]:
    means = _LIMITS if level is None else f"{level * 100:.0f} % interval"
    return {
        "likely": _short(likely),
        "low": min(_short(low), _short(likely)),
        "high": max(_short(high), _short(likely)),
        "means": means,
    }


def _short(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")
