"""What a reader of the numbers must know, one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gevinst.baseline.figures import figure
from gevinst.baseline.moments import MOST_CELLS, PERSONS, Moments
from gevinst.baseline.said import said
from gevinst.messages import render

if TYPE_CHECKING:
    from gevinst.errors import Language
    from gevinst.extracts import Extract
    from gevinst.schema.baseline_config import BaselineConfig


UNTOLD = "?"
"""Some died, and how many would give another small number away."""


def warnings_of(
    config: BaselineConfig,
    moments: Moments,
    extract: Extract | None,
    hidden: int,
    withheld: bool,  # noqa: FBT001  told by the one caller
    deaths: str,
    lang: Language,
) -> list[str]:
    """Sentences about intervals, hidden cells, windows, deaths and rejected rows."""
    found = [*_intervals(config, moments, lang), *_windows(config, lang)]
    threshold = config.baseline.threshold
    if any(moments.is_wide(arm) for arm in moments.cells):
        found.append(render("baseline.warning.wide", {"most": MOST_CELLS}, lang))
    if hidden:
        facts = {"count": hidden, "threshold": threshold}
        found.append(render("baseline.warning.hidden", facts, lang))
    if withheld:
        found.append(render("baseline.warning.withheld", {"threshold": threshold}, lang))
    if extract is not None:
        found += _extract(extract, deaths, lang)
    return found


def _intervals(config: BaselineConfig, moments: Moments, lang: Language) -> Iterator[str]:
    for indicator in config.indicators:
        wholes = [moments.total(indicator.id, arm) for arm in moments.cells]
        figures = [figure(s, indicator.kind) for both in wholes for s in both if s[PERSONS] > 0]
        if indicator.kind == "events" and any(f.method == "exact" for f in figures):
            yield render("baseline.warning.best_case", {"indicator": indicator.name}, lang)
        for reason in dict.fromkeys(f.reason for f in figures if f.reason):
            words = render(f"baseline.refused.{reason}", {}, lang)
            yield f"{indicator.name}: {words}"


def _windows(config: BaselineConfig, lang: Language) -> Iterator[str]:
    if config.windows.unequal:
        yield said("baseline.warning.unequal", lang, reason=config.windows.unequal)


def _extract(extract: Extract, deaths: str, lang: Language) -> Iterator[str]:
    if deaths:
        known = None if deaths == UNTOLD else deaths
        yield render("baseline.warning.deaths", {"count": known}, lang)
    for table in dict.fromkeys(r.table for r in extract.rejected if r.fault):
        rows = sum(r.rows for r in extract.rejected if r.fault and r.table == table)
        words = render(f"baseline.table.{table}", {}, lang)
        yield render("baseline.warning.rejected", {"table": words, "rows": rows}, lang)
