"""A baseline measurement as a summary that a terminal or a page can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import gevinst
from gevinst.display import format_date
from gevinst.messages.designs import DESIGNS
from gevinst.reporting.baseline_deaths import deaths_section
from gevinst.reporting.baseline_measured import (
    follow_up_section,
    heavy_section,
    measured_section,
    months_section,
    rejected_section,
    unit_text,
)
from gevinst.reporting.baseline_three import (
    PARTS,
    difference_unit,
    interval_text,
    number,
    three_section,
)
from gevinst.reporting.contents import Headline, Language, Note, Section, Sentence, Summary
from gevinst.reporting.texts import say

if TYPE_CHECKING:
    from gevinst.baseline import Comparison, Measurement
    from gevinst.schema.baseline_config import BaselineConfig, Windows


def compared(measurement: Measurement) -> Comparison | None:
    """Compare before and after by the design of the configuration; None if there is no after."""
    from gevinst.baseline import compare

    if "after" not in set(measurement.table()["period"]):
        return None
    return compare(measurement, design=measurement.config.baseline.design)


def describe_baseline(
    measurement: Measurement, comparison: Comparison | None, lang: Language = "nb"
) -> Summary:
    """Describe a measurement, and the three numbers if there is something to compare.

    Parameters
    ----------
    measurement : Measurement
    comparison : Comparison or None
        None where nothing is measured after yet: then it is a baseline alone.
    lang : {"nb", "en"}

    Returns
    -------
    Summary
        For `gevinst.reporting.render_text` and `render_page`.
    """
    config = measurement.config
    sections = (
        _only_before(lang) if comparison is None else three_section(comparison, lang),
        None if comparison is None else _assumptions(comparison, lang),
        measured_section(measurement, lang),
        heavy_section(measurement, comparison, lang),
        deaths_section(comparison, lang),
        months_section(measurement, lang),
        follow_up_section(measurement, lang),
        rejected_section(measurement, lang),
        _definitions(config, lang),
        _warnings(measurement, lang),
    )
    return Summary(
        lang=lang,
        title=config.baseline.name,
        notice=config.baseline.notice or "",
        facts=(*_facts(config, comparison, lang), _made_by(lang)),
        headlines=_headlines(comparison, lang),
        sections=tuple(section for section in sections if section is not None),
    )


def _made_by(lang: Language) -> str:
    return say("nil.made_by", lang, version=gevinst.__version__)


def _facts(
    config: BaselineConfig, comparison: Comparison | None, lang: Language
) -> tuple[str, str]:
    info = config.baseline
    design = comparison.design if comparison is not None else config.design
    selected = config.baseline.selected_on_use if comparison is None else comparison.selected_on_use
    about = say(
        "nil.facts",
        lang,
        organisation=info.organisation,
        date=format_date(info.date, lang),
        design=DESIGNS[design][lang],
    )
    who = say("nil.selected" if selected else "nil.not_selected", lang)
    return f"{about} {who}", _windows(config.windows, lang)


def _windows(windows: Windows, lang: Language) -> str:
    if windows.is_relative:
        parts = [say("nil.relative", lang, months=windows.length_months)]
        if windows.washout_days:
            parts.append(say("nil.washout", lang, days=windows.washout_days))
        parts.append(say(f"nil.index_{windows.index_event}", lang))
        told = "; ".join(parts)
    else:
        keys = ("before_from", "before_to", "after_from", "after_to")
        told = say("nil.calendar", lang, **{key: getattr(windows, key) for key in keys})
    spans = [
        say("nil.excluded", lang, first=span.first, last=span.last, reason=span.reason)
        for span in windows.excluded
    ]
    return " ".join(f"{part}." for part in (told, *spans))


def _headlines(comparison: Comparison | None, lang: Language) -> tuple[Headline, ...]:
    """The three numbers of the indicator that decides."""
    if comparison is None:
        return ()
    found = comparison.of(comparison.config.baseline.primary)
    name = comparison.config.primary.name
    told_unit = difference_unit(comparison.config.primary, found, lang)
    unit = f", {told_unit}" if told_unit else ""
    headlines = []
    for part in PARTS:
        change = getattr(found, part)
        label = f"{name}: {say(f'nil.{part}', lang).lower()}{unit}"
        ends = interval_text(change, found, lang)
        told = f"{label} ({ends})" if ends else label
        headlines.append(Headline(label=told, text=number(change.estimate, found, lang)))
    return tuple(headlines)


def _only_before(lang: Language) -> Section:
    return Section(
        id="three",
        heading=say("nil.three", lang),
        blocks=(Sentence(text=say("nil.only_before", lang)),),
    )


def _assumptions(comparison: Comparison, lang: Language) -> Section:
    told = tuple(Sentence(text=text) for text in comparison.assumptions(lang))
    return Section(id="assumptions", heading=say("nil.assumptions", lang), blocks=told)


def _definitions(config: BaselineConfig, lang: Language) -> Section:
    told = tuple(
        Note(
            text=say(
                "nil.told_definition",
                lang,
                name=indicator.name,
                unit=unit_text(indicator.unit, lang),
                organisation=indicator.organisation,
                source=indicator.source_system,
                date=format_date(indicator.valid_from, lang),
                definition=indicator.definition,
                rule=indicator.counting_rule,
            )
        )
        for indicator in config.indicators
    )
    return Section(id="definitions", heading=say("nil.definitions", lang), blocks=told)


def _warnings(measurement: Measurement, lang: Language) -> Section | None:
    told = tuple(Sentence(text=text) for text in measurement.warnings(lang))
    if not told:
        return None
    return Section(id="aware", heading=say("nil.warnings", lang), blocks=told)
