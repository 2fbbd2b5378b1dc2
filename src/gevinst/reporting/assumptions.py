"""What the calculation builds on: inputs without a source, and inputs with one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Key
from gevinst.display import format_amount, format_number
from gevinst.errors import UnitError
from gevinst.reporting.contents import Block, Folded, Language, Row, Section, Sentence, Table
from gevinst.reporting.reading import View
from gevinst.results import Origin, Results
from gevinst.results.span_names import span_label
from gevinst.units import to_canonical

_NUMBER_AND_UNIT = re.compile(r"\s*([-+−]?\d[\d\s.,_]*?)(?:\s+(1/.*)|\s*([A-Za-z%].*))?\s*")
_MOST_DECIMALS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One input as the project states it.

    Attributes
    ----------
    label, applies_to : str
        The quantity, and the group, municipality, role or line that it is for.
    origin : Origin
    """

    label: str
    applies_to: str
    origin: Origin


def stated_inputs(results: Results, lang: Language) -> list[Stated]:
    """Every input once, in the order of the model, by its place in the project file."""
    found: dict[str, Stated] = {}
    for (name, record), cells in results.provenance.items():
        for (g, m), origin in cells.items():
            if origin.path in found:
                continue
            found[origin.path] = Stated(
                label=CATALOGUE[name].label(lang),
                applies_to=_applies_to(results, (name, record), (g, m), origin.path, lang),
                origin=origin,
            )
    return list(found.values())


def assumptions_of(results: Results, lang: Language) -> list[Stated]:
    """The inputs for which nobody has given a source."""
    return [stated for stated in stated_inputs(results, lang) if stated.origin.is_assumption]


def describe_assumptions(view: View) -> Section:
    """How many there are, and two lists: without a source, and with."""
    every = stated_inputs(view.results, view.lang)
    without = [stated for stated in every if stated.origin.is_assumption]
    sourced = [stated for stated in every if not stated.origin.is_assumption]
    text = view.say("assumptions.count", count=len(without), all=len(every))
    blocks: list[Block] = [Sentence(text=text if without else view.say("assumptions.none"))]
    if without:
        table = assumptions_table(view.say("assumptions.caption"), without, view)
        blocks.append(Folded(summary=table.caption, table=table, is_open=True))
    if sourced:
        blocks.append(
            Folded(summary=view.say("assumptions.sourced"), table=_sourced_table(sourced, view))
        )
    return Section(id="assumptions", heading=view.say("assumptions"), blocks=tuple(blocks))


def assumptions_table(caption: str, stated: list[Stated], view: View) -> Table:
    """Inputs without a source: value, range and remark."""
    headings = ("applies_to", "value", "range", "note")
    return Table(
        id="assumptions",
        caption=caption,
        stub=view.say("assumptions.input"),
        headings=tuple(view.say(f"assumptions.{heading}") for heading in headings),
        rows=tuple(
            Row(
                label=item.label,
                cells=(
                    item.applies_to,
                    shown_value(item.origin, view.lang),
                    shown_range(item.origin, view),
                    _note(item.origin, view.lang),
                ),
            )
            for item in stated
        ),
    )


def _sourced_table(stated: list[Stated], view: View) -> Table:
    headings = ("applies_to", "value", "source")
    return Table(
        id="sourced",
        caption=view.say("assumptions.sourced"),
        stub=view.say("assumptions.input"),
        headings=tuple(view.say(f"assumptions.{heading}") for heading in headings),
        rows=tuple(
            Row(
                label=item.label,
                cells=(
                    item.applies_to,
                    shown_value(item.origin, view.lang),
                    ", ".join(part for part in _source(item.origin, view.lang) if part),
                ),
            )
            for item in stated
        ),
    )


def _note(origin: Origin, lang: Language) -> str:
    """The remark, and how an amount was brought to the project's price year."""
    return "; ".join(part for part in (origin.note or "", _prices(origin, lang)) if part)


def _source(origin: Origin, lang: Language) -> tuple[str | None, ...]:
    return origin.source, origin.date, _prices(origin, lang)


def _prices(origin: Origin, lang: Language) -> str:
    return "" if origin.price_change is None else origin.price_change.text(lang)


def _applies_to(
    results: Results, key: Key, cell: tuple[int, int], path: str, lang: Language
) -> str:
    (name, record), (g, m) = key, cell
    entry, names = CATALOGUE[name], results.names
    known = {
        **names.tasks, **names.roles, **names.lines, **names.sources, **names.benefits,
    }  # fmt: skip
    if entry.records == "span":
        return span_label(record, lang)
    parts = [known.get(record, record)] if record else []
    if "group" in entry.axes and path.startswith("groups["):
        parts.append(names.groups[results.frame.groups[g]])
    if "municipality" in entry.axes and (path.startswith("partners[") or _one_place(path)):
        parts.append(results.frame.municipalities[m])
    return ", ".join(parts)


def _one_place(path: str) -> bool:
    """Whether the path ends in the code of a partner: a table with one number each."""
    return bool(re.search(r'\."?\w+"?$', path)) and path.count(".") > 1


def shown_value(origin: Origin, lang: Language) -> str:
    """The value as it was written, with its unit in words; as it stands if it is no number."""
    number, unit = _parsed(origin)
    return _amount(number, unit, lang) if number is not None else origin.given


def shown_range(origin: Origin, view: View) -> str:
    """Low to high in the unit that the value was written in; empty without a range.

    With its distribution in words, where the range does not say it all.
    """
    if origin.means is None:
        return ""
    span = _low_to_high(origin, view)
    if origin.spread is None:
        return span
    return f"{span}; {origin.spread.nb if view.lang == 'nb' else origin.spread.en}"


def _low_to_high(origin: Origin, view: View) -> str:
    _, unit = _parsed(origin)
    step = to_canonical(1.0, unit) * (origin.price_change.factor if origin.price_change else 1.0)
    low, high = origin.low / step, origin.high / step
    span = view.say(
        "assumptions.low_to_high",
        low=format_number(low, _decimals(low), view.lang),
        high=_amount(high, unit, view.lang),
    )
    percent, interval, _ = (origin.means or "").partition(" % interval")
    if interval:
        return view.say("assumptions.interval", span=span, percent=percent)
    return view.say(f"assumptions.{origin.means}", span=span)


def _parsed(origin: Origin) -> tuple[float | None, str]:
    """Number and unit as written; the unit of the schema where a plain number was written."""
    match = _NUMBER_AND_UNIT.fullmatch(origin.given)
    if match is None:
        return None, origin.unit
    written = match.group(2) or match.group(3)
    unit = (written or origin.unit).replace("%", "percent")
    try:
        canonical = to_canonical(origin.given, origin.unit) if written else None
        if canonical is None:
            return float(match.group(1).replace(",", ".").replace("−", "-")), unit
        return canonical / to_canonical(1.0, unit), unit
    except (UnitError, ValueError):
        return None, origin.unit


def _amount(number: float, unit: str, lang: Language) -> str:
    return format_amount(number, unit, _decimals(number), lang)


def _decimals(number: float) -> int:
    """As few decimals as show the number in full, at most four."""
    return next((n for n in range(_MOST_DECIMALS) if _is_whole(number * 10**n)), _MOST_DECIMALS)


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) <= 1e-9 * max(1.0, abs(number))
