"""Values of benefit lines that follow from measurements and comparisons, with where they are from.

They are looked up once, when the whole project is known to be right, as amounts are brought to
the project's price year.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from gevinst.display import format_amount, format_date, format_number, format_percent
from gevinst.messages.baseline_project import SOURCES
from gevinst.messages.designs import DESIGNS
from gevinst.schema.measured_rates import (
    Estimate,
    change_of,
    compared_ratio,
    expected_rate,
    measured_rate,
    quantity_of,
)
from gevinst.schema.measurements import SELECTED, Comparison, Measurement
from gevinst.schema.table import ClosedTable
from gevinst.schema.values import LIMITS, MEASURED, Value

_DIGITS = 2


def take_values(
    lines: Iterable[ClosedTable],
    measurements: Iterable[Measurement],
    comparisons: Iterable[Comparison],
) -> None:
    """Look up every value of benefit lines, which nobody has seen yet, that is taken.

    Parameters
    ----------
    lines : iterable of ClosedTable
        Benefit lines.
    measurements, comparisons : iterable
        Those of the project, checked.
    """
    measured = {measurement.id: measurement for measurement in measurements}
    compared = {comparison.id: comparison for comparison in comparisons}
    for line in lines:
        for name, content in line.__dict__.items():
            if isinstance(content, Value) and content.taken and content.taken.numbers is None:
                line.__dict__[name] = taken_value(content, measured, compared)


def taken_value(
    value: Value, measured: Mapping[str, Measurement], compared: Mapping[str, Comparison]
) -> Value:
    """The value that a measurement or comparison gives, with its interval and source.

    Parameters
    ----------
    value : Value
        Names what it is taken from.
    measured, compared : mapping
        By id; the one that is named is there, and right.
    """
    taken = value.taken
    if taken is None:
        return value
    if taken.kind == MEASURED:
        of: Measurement | Comparison = measured[taken.id]
        estimate, source = expected_rate(measured[taken.id]), source_of_rate(measured[taken.id])
        numbers = (estimate.likely, estimate.low, estimate.high)
    else:
        of = compared[taken.id]
        estimate = compared_ratio(compared[taken.id], measured)
        source = source_of_ratio(compared[taken.id], estimate)
        numbers = (change_of(estimate.likely), change_of(estimate.low), change_of(estimate.high))
    likely, low, high = numbers
    return dataclasses.replace(
        value,
        likely=likely,
        low=low,
        high=high,
        means=estimate.means,
        source=source,
        note=_note(value, of),
        inherited=(),
        taken=dataclasses.replace(taken, numbers=numbers),
    )


def _note(value: Value, of: Measurement | Comparison) -> str | None:
    """The note beside the reference; else how it was measured; else the note of the line."""
    if value.note and "note" not in value.inherited:
        return value.note
    own = [text.rstrip(". ") for text in (of.method, of.note) if text]
    return ". ".join(own) or value.note


def source_of_rate(measurement: Measurement) -> str:
    """What was measured, where and when, in Norwegian."""
    facts = {
        "first": str(measurement.first_month),
        "last": str(measurement.last_month),
        "persons": format_number(measurement.persons),
        "counted": _counted(measurement),
        "from": origin_of(measurement),
    }
    estimate = measured_rate(measurement)
    method = SOURCES[f"method.{estimate.method}"].format(interval=_interval(estimate.means))
    told = SOURCES["measured"].format(**facts, method=method)
    if measurement.expected_rate is None:
        return told
    rate = format_number(estimate.likely, _DIGITS)
    return SOURCES["expected"].format(rate=rate, measured=told[:1].lower() + told[1:])


def _counted(measurement: Measurement) -> str:
    """What was counted in how much time; the rate itself where that is all there is."""
    total, time = quantity_of(measurement), measurement.person_time
    if total is None or time is None:
        rate = measured_rate(measurement).likely
        return format_amount(rate, f"{measurement.unit}/patient/year", _DIGITS)
    amount = format_amount(total, measurement.unit, None)
    years = format_number(time.likely, 0 if time.likely.is_integer() else 1)
    return SOURCES["counted"].format(amount=amount, years=years)


def source_of_ratio(comparison: Comparison, estimate: Estimate) -> str:
    """What was compared, how, what came of it, by whom and when, in Norwegian."""
    design = DESIGNS[comparison.evidence]["nb"]
    ends = (format_number(number, _DIGITS) for number in (estimate.low, estimate.high))
    facts = {
        "design": design[:1].upper() + design[1:],
        "ratio": format_number(estimate.likely, _DIGITS),
        "interval": _interval(estimate.means),
        "span": SOURCES["span"].format(**dict(zip(("low", "high"), ends, strict=True))),
        "from": origin_of(comparison),
    }
    observed, expected = comparison.observed_change, comparison.expected_change
    if comparison.evidence == SELECTED and observed is not None and expected is not None:
        facts |= {
            "observed": format_percent(observed.likely, 0),
            "expected": format_percent(expected.likely, 0),
        }
        return SOURCES["remainder"].format(**facts)
    return SOURCES["compared"].format(**facts)


def _interval(means: str | None) -> str:
    if means in {None, LIMITS}:
        return SOURCES["limits" if means else "no_interval"]
    return f"{str(means).partition(' ')[0]} %-intervall"


def origin_of(of: Measurement | Comparison) -> str:
    """Organisation, system, date, and the source that was stated."""
    system = of.source_system if isinstance(of, Measurement) else ""
    parts = (of.organisation, system, format_date(of.date), (of.source or "").rstrip(". "))
    return ", ".join(part for part in parts if part)
