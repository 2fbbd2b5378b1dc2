"""The benefit lines one by one: what they build on, and how sure it is."""

from __future__ import annotations

from gevinst.display import format_amount
from gevinst.reporting.contents import Figure, Row, Table
from gevinst.reporting.reading import View

UNPRICED = "quality_unpriced"


def effect_sentences(view: View) -> list[str]:
    """How many lines have an effect whose range includes none, and how many have no range."""
    lines = view.results.inputs.benefits
    origins = [view.origin("effect", line.id) for line in lines]
    ranged = [origin for origin in origins if origin is not None and origin.means is not None]
    including = sum(origin.low <= 0 <= origin.high for origin in ranged)
    found = []
    if including:
        found.append(view.say("gains.no_effect_possible", count=including, all=len(lines)))
    if len(ranged) < len(lines):
        count = len(lines) - len(ranged)
        found.append(view.say("gains.no_range", count=count, all=len(lines)))
    return found


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


def lines_table(view: View, t: int) -> Table:
    """One row per line: who, what class, effect with its range, change and value in the year."""
    rows = []
    for line in view.results.inputs.benefits:
        value = float(view.by_place("line_benefit", line.id)[:, t].sum())
        realised = float(line.realisation_share[0, 0, 0, 0])
        rows.append(
            Row(
                label=view.results.names.benefits[line.id],
                cells=(
                    view.actor(line.payer),
                    view.actor(line.receiver),
                    view.benefit_class(line.benefit_class),
                    _effect(view, line.id),
                    Figure(value=realised, unit="percent"),
                    _change(view, line.id, t),
                    view.say("gains.unpriced")
                    if line.benefit_class == UNPRICED
                    else Figure(value=value),
                ),
            )
        )
    headings = ("effort", "receiver", "class", "effect", "realised", "change", "value")
    return Table(
        id="benefit-lines",
        caption=view.say("gains.lines", year=view.years[t]),
        stub=view.say("gains.line"),
        headings=tuple(view.say(f"gains.{heading}") for heading in headings),
        rows=tuple(rows),
    )


def _effect(view: View, line: str) -> str:
    likely = float(view.results.quantity("effect", line).values[0, 0, 0, 0])
    origin = view.origin("effect", line)
    ends = (likely, likely) if origin is None else (origin.low, origin.high)
    texts = [
        Figure(value=x, unit="percent", decimals=0 if round(x * 100, 6) % 1 == 0 else 1)
        for x in (likely, *ends)
    ]
    shown = [figure.text(view.lang) for figure in texts]
    if origin is None or origin.means is None:
        return shown[0]
    return view.say("gains.range", likely=shown[0], low=shown[1], high=shown[2])


def _change(view: View, line: str, t: int) -> str:
    """Change in events of the year, with the unit that the project counts in."""
    change = float(view.by_place("changed_events", line)[:, t].sum())
    origin = view.origin("baseline_rate", line)
    unit = origin.unit.partition("/")[0] if origin is not None else "event"
    return format_amount(change, unit, 1, view.lang)
