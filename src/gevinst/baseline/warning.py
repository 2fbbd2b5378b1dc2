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


def warnings_of(
    config: BaselineConfig, moments: Moments, extract: Extract | None, hidden: int, lang: Language
) -> list[str]:
    """Sentences about intervals, hidden cells, windows, deaths and rejected rows."""
    found = [*_intervals(config, moments, lang), *_windows(config, lang)]
    threshold = config.baseline.threshold
    if any(moments.is_wide(arm) for arm in moments.cells):
        found.append(render("baseline.warning.wide", {"most": MOST_CELLS}, lang))
    if hidden:
        facts = {"count": hidden, "threshold": threshold}
        found.append(render("baseline.warning.hidden", facts, lang))
    if extract is not None:
        found += _extract(extract, threshold, lang)
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


def _extract(extract: Extract, threshold: int, lang: Language) -> Iterator[str]:
    deaths = extract.ended.get("death", 0)
    if deaths:
        count = str(deaths) if deaths >= threshold else f"< {threshold}"
        yield render("baseline.warning.deaths", {"count": count}, lang)
    for table in dict.fromkeys(r.table for r in extract.rejected if r.fault):
        rows = sum(r.rows for r in extract.rejected if r.fault and r.table == table)
        words = render(f"baseline.table.{table}", {}, lang)
        yield render("baseline.warning.rejected", {"table": words, "rows": rows}, lang)
