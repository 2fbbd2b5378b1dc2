"""What a project of a given size can show, and what it would take to show more."""

from __future__ import annotations

import gevinst
from gevinst.baseline import (
    minimum_detectable_ratio,
    months_needed,
    patients_needed,
    precision_table,
    required_reduction,
)
from gevinst.display import format_number, format_percent
from gevinst.reporting.contents import (
    Block,
    Figure,
    Language,
    Note,
    Row,
    Section,
    Sentence,
    Summary,
    Table,
)
from gevinst.reporting.texts import say

REDUCTIONS = (0.1, 0.2, 0.3, 0.4, 0.5)
TARGETS = (0.01, 0.02, 0.05, 0.1)
LEVEL, POWER = 0.95, 0.8
_MONTHS_PER_YEAR = 12


def describe_size(
    persons: float,
    rate: float,
    *,
    dispersion: float = 1.0,
    months: float = 12.0,
    share: float | None = None,
    lang: Language = "nb",
) -> Summary:
    """Describe what a project of a given size can show.

    Parameters
    ----------
    persons : float
        Patients followed in each period.
    rate : float
        Events per patient and year without the service.
    dispersion : float
        Variance between patients over their mean.
    months : float
        Length of each period.
    share : float, optional
        Share of all events of the area that is the included patients' own.
    lang : {"nb", "en"}

    Raises
    ------
    ArgumentError
        If a number is outside what is allowed.
    """
    years = months / _MONTHS_PER_YEAR
    found = minimum_detectable_ratio(persons, rate, dispersion, POWER, LEVEL, years)
    facts = (
        say(
            "size.given",
            lang,
            persons=_number(persons, lang),
            rate=_number(rate, lang),
            events=say("size.event" if rate == 1 else "size.events", lang),
            months=_number(months, lang),
        ),
        say(
            "size.assumed",
            lang,
            dispersion=_number(dispersion, lang),
            power=format_percent(POWER, 0, lang),
            level=format_percent(LEVEL, 0, lang),
        ),
    )
    refused = found.refusal(lang)
    smallest: tuple[Block, ...] = (Sentence(text=refused or ""),)
    if found.ratio is not None and found.reduction is not None:
        told = say(
            "size.smallest_is",
            lang,
            reduction=format_percent(found.reduction, 0, lang),
            ratio=format_number(found.ratio, 2, lang),
            events=_number(found.events, lang),
        )
        smallest = (Sentence(text=told), Note(text=say("size.smaller_unseen", lang)))
    sections = (
        Section(id="smallest", heading=say("size.smallest", lang), blocks=smallest),
        Section(
            id="needed",
            heading=say("size.needed", lang),
            blocks=(
                _needed(persons, rate, dispersion, months, lang),
                Note(text=say("size.needed_note", lang)),
                Note(text=say("size.selected_note", lang)),
            ),
        ),
        Section(id="whole", heading=say("size.whole", lang), blocks=_whole(share, lang)),
    )
    return Summary(
        lang=lang,
        title=say("size.title", lang),
        notice="",
        facts=(*facts, say("size.made_by", lang, version=gevinst.__version__)),
        headlines=(),
        sections=sections,
    )


def _number(x: float, lang: Language) -> str:
    """A number as it was given: no decimals that it does not have, at most two."""
    decimals = next((d for d in (0, 1) if round(x, d) == x), 2)
    return format_number(x, decimals, lang)


def _needed(persons: float, rate: float, dispersion: float, months: float, lang: Language) -> Table:
    years = months / _MONTHS_PER_YEAR
    rows = []
    for reduction in REDUCTIONS:
        ratio = 1 - reduction
        patients = patients_needed(ratio, rate, dispersion, POWER, LEVEL, years).estimate
        length = months_needed(persons, ratio, rate, dispersion, POWER, LEVEL).estimate
        [expected] = precision_table([persons], ratio, rate, [dispersion], years, LEVEL).to_dict(
            "records"
        )
        ends = f"{_percent(expected['low'], lang)} … {_percent(expected['high'], lang)}"
        rows.append(
            Row(
                label=format_percent(reduction, 0, lang),
                cells=(Figure(value=float(patients)), Figure(value=float(length)), ends),
            )
        )
    shown = _number(persons, lang)
    return Table(
        id="needed",
        caption=say("size.needed_caption", lang),
        stub=say("size.reduction", lang),
        headings=(
            say("size.patients", lang, months=_number(months, lang)),
            say("size.months", lang, persons=shown),
            say("size.expected", lang, persons=shown),
        ),
        rows=tuple(rows),
    )


def _percent(ratio: float, lang: Language) -> str:
    """A ratio as a change in per cent, with its sign."""
    text = format_percent(ratio - 1, 0, lang)
    return f"+{text}" if round(ratio - 1, 2) > 0 else text


def _whole(share: float | None, lang: Language) -> tuple[Block, ...]:
    if share is None:
        return (Sentence(text=say("size.share_missing", lang)),)
    rows = []
    for target in TARGETS:
        found = required_reduction(target, share)
        verdict = say("size.yes" if found.possible else "size.no", lang)
        rows.append(
            Row(
                label=format_percent(target, 0, lang),
                cells=(Figure(value=found.estimate, unit="percent"), verdict),
            )
        )
    told = say("size.whole_is", lang, share=format_percent(share, 1, lang))
    table = Table(
        id="whole",
        caption=say("size.whole_caption", lang),
        stub=say("size.target", lang),
        headings=(say("size.included", lang), say("size.possible", lang)),
        rows=tuple(rows),
    )
    return (Sentence(text=told), table)
