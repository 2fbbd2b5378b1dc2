"""The benefit lines one by one: what they build on, and how sure it is."""

from __future__ import annotations

from gevinst.core.gain_records import BenefitLine, Change, ChangeByShare, ChangeOfHours
from gevinst.core.gaining import UNPRICED, loop_of
from gevinst.display import format_amount
from gevinst.reporting.contents import Figure, Row, Table
from gevinst.reporting.reading import View
from gevinst.results import Origin
from gevinst.results.counted import counted_by
from gevinst.results.gain_tables import in_kroner

CHANGED_BY = ("effect", "change_rate", "hours_after")
"""Inputs that say how much changes; each line has one of them."""
MINUTES_PER_HOUR = 60


def effect_sentences(view: View) -> list[str]:
    """How many lines have an effect whose range includes none, and how many have no range."""
    lines = view.results.inputs.changes
    ranged = [(line, origin) for line in lines if (origin := _ranged(view, line)) is not None]
    including = sum(origin.low <= _unchanged(line) <= origin.high for line, origin in ranged)
    found = []
    if including:
        found.append(view.say("gains.no_effect_possible", count=including, all=len(lines)))
    if len(ranged) < len(lines):
        count = len(lines) - len(ranged)
        found.append(view.say("gains.no_range", count=count, all=len(lines)))
    return found


def _changed_by(line: Change) -> str:
    return next(name for name in CHANGED_BY if hasattr(line, name))


def _origin(view: View, line: Change) -> Origin | None:
    return view.origin(_changed_by(line), line.id)


def _ranged(view: View, line: Change) -> Origin | None:
    origin = _origin(view, line)
    return origin if origin is not None and origin.means is not None else None


def _unchanged(line: Change) -> float:
    """The number with which nothing changes."""
    if isinstance(line, ChangeOfHours):
        return float(line.hours_before.max())
    return 0.0


def unpriced_sentence(view: View, t: int) -> str:
    """Change in events of the lines without a price; empty if there are none."""
    changes = [
        f"{view.results.names.benefits[line.id]} {_change(view, line.id, t)}"
        f" ({view.actor_inside(line.receiver)})"
        for line in view.results.inputs.benefits
        if line.benefit_class == UNPRICED
    ]
    if not changes:
        return ""
    year = view.years[t]
    return view.say("gains.unpriced_change", year=year, changes=", ".join(changes))


def hours_sentence(view: View, t: int) -> str:
    """Hours that lines without a price free, and those that they take; empty if there are none."""
    lines = [
        line.id
        for line in view.results.inputs.benefits
        if not in_kroner(view.results, line.id) and _has_hours(view, line.id)
    ]
    if not lines:
        return ""
    told = [
        f"{view.results.names.benefits[line]}"
        f" {format_amount(_hours(view, line, t), 'work_hour', 0, view.lang)}"
        for line in lines
    ]
    return view.say("gains.hours", year=view.years[t], hours=", ".join(told))


def _has_hours(view: View, line: str) -> bool:
    return ("freed_hours", line) in view.results.ledger.values


def _hours(view: View, line: str, t: int) -> float:
    return float(view.by_place("freed_hours", line)[:, t].sum())


def lines_table(view: View, t: int) -> Table:
    """One row per line: who, what class, effect with its range, change and value in the year."""
    inputs = view.results.inputs
    changes = {change.id: change for change in inputs.changes}
    rows = [_row(view, line, changes[loop_of(line.id)], t) for line in inputs.benefits]
    headings = ("effort", "receiver", "class", "effect", "realised", "change", "value")
    return Table(
        id="benefit-lines",
        caption=view.say("gains.lines", year=view.years[t]),
        stub=view.say("gains.line"),
        headings=tuple(view.say(f"gains.{heading}") for heading in headings),
        rows=tuple(rows),
    )


def _row(view: View, line: BenefitLine, change: Change, t: int) -> Row:
    realised = float(view.results.quantity("realisation_share", change.id).values[0, 0, 0, 0])
    return Row(
        label=view.results.names.benefits[line.id],
        cells=(
            view.actor(line.payer),
            view.actor(line.receiver),
            view.benefit_class(line.benefit_class),
            _effect(view, change),
            Figure(value=realised, unit="percent"),
            _change(view, change.id, t),
            _value(view, line, t),
        ),
    )


def _value(view: View, line: BenefitLine, t: int) -> Figure | str:
    if in_kroner(view.results, line.id):
        return Figure(value=float(view.by_place("line_benefit", line.id)[:, t].sum()))
    if _has_hours(view, line.id):
        hours = format_amount(_hours(view, line.id, t), "work_hour", 0, view.lang)
        return view.say("gains.only_hours", hours=hours)
    return view.say("gains.unpriced")


def _effect(view: View, line: Change) -> str:
    """The change with its range, in percent, in what is counted, or as minutes per period."""
    origin = _origin(view, line)
    likely = _likely(view, _changed_by(line), line.id)
    ends = (likely, likely) if origin is None else (origin.low, origin.high)
    shown = [_shown(view, line, x) for x in (likely, *ends)]
    text = shown[0]
    if origin is not None and origin.means is not None:
        text = view.say("gains.range", likely=shown[0], low=shown[1], high=shown[2])
    if isinstance(line, ChangeOfHours):
        before = _shown(view, line, _likely(view, "hours_before", line.id))
        return view.say("gains.before_after", before=before, after=text)
    return text


def _likely(view: View, name: str, line: str) -> float:
    """What the project states, of the first group that the line applies to."""
    g, m = next(iter(view.results.provenance.get((name, line), {(0, 0): None})))
    return float(view.results.quantity(name, line).values[g, m, 0, 0])


def _shown(view: View, line: Change, x: float) -> str:
    if isinstance(line, ChangeByShare):
        decimals = 0 if round(x * 100, 6) % 1 == 0 else 1
        return Figure(value=x, unit="percent", decimals=decimals).text(view.lang)
    if isinstance(line, ChangeOfHours):
        minutes = x * MINUTES_PER_HOUR
        return format_amount(minutes, "work_minute", 0 if minutes >= 1 else 1, view.lang)
    return format_amount(x, line.counts, 1, view.lang)


def _change(view: View, line: str, t: int) -> str:
    """Change in events of the year, with the unit that the project counts in."""
    change = float(view.by_place("changed_events", line)[:, t].sum())
    return format_amount(change, counted_by(view.results, line), 1, view.lang)
