"""Measurements and comparisons: what they must state, and what can be made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gevinst.messages import Term
from gevinst.schema.checks.reading import Draft
from gevinst.schema.checks.unknown_names import unknown
from gevinst.schema.findings import Finding
from gevinst.schema.measured_rates import (
    ARMS,
    FEWEST,
    arms_of,
    dispersion_of,
    measured_rate,
    quantity_of,
)
from gevinst.schema.measurements import (
    BEFORE_AFTER,
    LUMPS,
    SELECTED,
    Comparison,
    Measurement,
)

IDS = ("before", "after", "comparison_before", "comparison_after")
CHANGES = ("observed_change", "expected_change")
HIGHEST_RATE = 1e6
ROUNDED = 0.005
"""How far a ratio may be from the changes that it is what is left of: they are rounded."""
_NOISE = 1e-9
_Found = Iterator[Finding]
Measured = Mapping[str, Measurement]


def measurements(draft: Draft) -> _Found:
    """A measurement counts events, or states an amount and its spread, or a finished rate."""
    for location, measurement in draft.measurements.values():
        for finding in problems(measurement):
            yield Finding((*location, *finding.loc), finding.kind, finding.facts)


def partners_measured(draft: Draft) -> _Found:
    """A measurement is of a partner of the project, where it names one."""
    allowed = (*draft.paying_codes(), *draft.hospital_codes())
    for location, measurement in draft.measurements.values():
        partner = measurement.partner
        if partner is not None and partner not in allowed:
            yield unknown((*location, "partner"), partner, "partner", allowed)


def comparisons(draft: Draft) -> _Found:
    """A comparison is of measurements of the same, or states a finished ratio."""
    known = draft.texts("id", "measurements")
    usable = sound(draft)
    for location, comparison in draft.comparisons.values():
        for key in IDS:
            name = getattr(comparison, key)
            if name is not None and name not in known:
                yield unknown((*location, key), name, "measurement", known)
        for finding in compared_problems(comparison, usable):
            yield Finding((*location, *finding.loc), finding.kind, finding.facts)


def sound(draft: Draft) -> dict[str, Measurement]:
    """Measurements with nothing wrong in them, by id."""
    stated = ((name, measurement) for name, (_, measurement) in draft.measurements.items())
    return {name: measurement for name, measurement in stated if not any(problems(measurement))}


def problems(measurement: Measurement) -> _Found:
    """What is wrong in a measurement by itself."""
    if measurement.last_month < measurement.first_month:
        facts = {"found": str(measurement.last_month), "first": str(measurement.first_month)}
        yield Finding(("last_month",), "period.last_before_first", facts)
    for key in ("person_time", "amount", "sum_of_squares"):
        stated = getattr(measurement, key)
        if stated is not None and stated.is_range:
            yield Finding((key,), "measurement.exact_number", {"key": key})
    if measurement.rate is not None and not measurement.rate.is_range:
        yield Finding(("rate",), "measurement.no_range", {"key": "rate"})
    if measurement.events is not None and measurement.amount is not None:
        facts = {"first": "events", "second": "amount"}
        yield Finding(("amount",), "choice.both", facts)
    elif measurement.rate is None:
        yield from _counts(measurement)


def _counts(measurement: Measurement) -> _Found:
    """A rate can be made of what was counted, with its interval."""
    if quantity_of(measurement) is None:
        yield Finding((), "measurement.nothing")
        return
    key = "amount" if measurement.events is None else "events"
    time = measurement.person_time
    if time is None:
        yield Finding((key,), "key.together", {"given": key, "missing": "person_time"})
    if key == "events" and measurement.unit in LUMPS:
        yield Finding(("events",), "measurement.lumps", {"unit": measurement.unit})
    elif key == "amount" and measurement.sum_of_squares is None:
        yield Finding(("amount",), "measurement.no_squares")
    elif measurement.sum_of_squares is not None:
        wrong = list(_squares(measurement))
        yield from wrong
        if time is not None and not wrong:
            yield from _size(measurement, key)
    elif time is not None:
        yield from _size(measurement, key)


def _squares(measurement: Measurement) -> _Found:
    """The sum of squares can be that of so many numbers of zero or more with such a total."""
    squares, total = measurement.sum_of_squares, quantity_of(measurement)
    if squares is None or total is None:
        return
    if measurement.persons == 1:
        yield Finding(("sum_of_squares",), "measurement.one_person")
        return
    least, most, found = total**2 / measurement.persons, total**2, squares.likely
    amount = measurement.events is None and total > 0
    too_small = found < least * (1 - _NOISE) or (amount and found <= least * (1 + _NOISE))
    if too_small or found > most * (1 + _NOISE):
        facts = {
            "found": found,
            "total": total,
            "persons": measurement.persons,
            "least": least,
            "most": most,
            "strictly": Term("more_than" if amount else "at_least"),
        }
        yield Finding(("sum_of_squares",), "measurement.squares_impossible", facts)


def _size(measurement: Measurement, key: str) -> _Found:
    """The rate and its interval are numbers that the model takes."""
    highest = measured_rate(measurement).high
    if not highest <= HIGHEST_RATE:
        facts = {"found": f"{highest:.4g}", "unit": measurement.unit}
        yield Finding((key,), "measurement.rate_too_high", facts)


def compared_problems(comparison: Comparison, measured: Measured) -> _Found:
    """What is wrong in a comparison, as far as its measurements are sound."""
    if comparison.ratio is not None:
        yield from _finished(comparison)
        return
    named = {key: name for key in IDS if (name := getattr(comparison, key)) is not None}
    needed = ARMS.get(comparison.design, ())
    facts = {"design": comparison.design, "allowed": needed}
    if comparison.evidence == SELECTED:
        yield Finding((), "comparison.selected")
        return
    if not needed:
        yield Finding((), "comparison.only_ratio", facts)
        return
    if any(key not in named for key in needed):
        yield Finding((), "comparison.nothing", facts)
    for key in (*named, *(change for change in CHANGES if getattr(comparison, change))):
        if key not in needed:
            yield Finding((key,), "comparison.unused", {"key": key, **facts})
    if all(key in named and named[key] in measured for key in needed):
        yield from _arms(comparison, {key: measured[named[key]] for key in needed})


def _finished(comparison: Comparison) -> _Found:
    """A finished ratio has its range, and is what is left in a selected group."""
    ratio, observed, expected = comparison.ratio, *(getattr(comparison, key) for key in CHANGES)
    for key in IDS:
        if getattr(comparison, key) is not None:
            yield Finding((key,), "comparison.ratio_and_ids", {"key": key})
    if ratio is not None and not ratio.is_range:
        yield Finding(("ratio",), "measurement.no_range", {"key": "ratio"})
    if comparison.evidence != SELECTED or ratio is None:
        return
    if observed is None or expected is None:
        yield Finding((), "comparison.selected")
        return
    left = (1 + observed.likely) / (1 + expected.likely)
    if abs(left - ratio.likely) > ROUNDED * max(1.0, left):
        facts = {
            "found": f"{ratio.likely:.4g}",
            "observed": f"{observed.likely:.4g}",
            "expected": f"{expected.likely:.4g}",
            "left": f"{left:.4g}",
        }
        yield Finding(("ratio",), "comparison.not_what_is_left", facts)


def _arms(comparison: Comparison, arms: Measured) -> _Found:
    """The measurements are of the same, counted, in windows that can be compared."""
    same = list(_the_same(comparison, arms))
    yield from same
    if same:
        return
    yield from _windows(comparison, arms)
    before = arms.get("before")
    if (
        before is not None
        and comparison.design == BEFORE_AFTER
        and before.selected_on_use
        and not comparison.selected_on_use
    ):
        place = ("selected_on_use",)
        yield Finding(place, "comparison.hidden_selection", {"found": before.id})
    yield from _enough(arms)


def _the_same(comparison: Comparison, arms: Measured) -> _Found:
    """Indicator, definition and unit; counts and time, not a rate alone."""
    unit = next(iter(arms.values())).unit
    for key, arm in arms.items():
        for other, own in (
            (arm.indicator, comparison.indicator),
            (arm.definition, comparison.definition),
            (arm.unit, unit),
        ):
            if folded(other) != folded(own):
                facts = {"found": arm.id, "other": other, "own": own}
                yield Finding((key,), "comparison.other_measure", facts)
                break
        if quantity_of(arm) is None or arm.person_time is None:
            yield Finding((key,), "comparison.finished_rate", {"found": arm.id})


def _windows(comparison: Comparison, arms: Measured) -> _Found:
    """Before comes first; without a comparison group the two are equally long, at one season."""
    before, after = arms.get("before"), arms.get("after")
    if before is None or after is None:
        return
    if after.first_month <= before.last_month:
        facts = {"before": str(before.last_month), "after": str(after.first_month)}
        yield Finding(("after",), "comparison.overlap", facts)
        return
    lengths = {m.last_month.index(0) - m.first_month.index(0) for m in (before, after)}
    seasons = {m.first_month.month for m in (before, after)}
    if comparison.design == BEFORE_AFTER and (len(lengths) > 1 or len(seasons) > 1):
        told = {
            key: f"{m.first_month}–{m.last_month}"
            for key, m in (("before", before), ("after", after))
        }
        yield Finding(("after",), "comparison.windows", told)


def _enough(arms: Measured) -> _Found:
    """Nothing is divided by zero, and a log interval is used only where it holds."""
    exact = len(arms) == len(ARMS[BEFORE_AFTER]) and all(
        arm.sum_of_squares is None for arm in arms.values()
    )
    for place, (key, arm) in enumerate(arms.items()):
        count = (quantity_of(arm) or 0.0) / dispersion_of(arm)
        if exact and count == 0 and place > 0:
            yield Finding((key,), "comparison.no_events", {"found": arm.id})
        elif not exact and count < FEWEST:
            facts = {"found": arm.id, "count": f"{count:.3g}", "fewest": FEWEST}
            yield Finding((key,), "comparison.too_few", facts)


def comparable(comparison: Comparison, measured: Measured) -> bool:
    """Whether a ratio can be made of a comparison."""
    found = (*arms_of(comparison),) if comparison.ratio is None else ()
    return all(name in measured for name in found) and not any(
        compared_problems(comparison, measured)
    )


def folded(text: str) -> str:
    """A text with which others are compared: letter case and spaces do not matter."""
    return " ".join(text.casefold().split())
