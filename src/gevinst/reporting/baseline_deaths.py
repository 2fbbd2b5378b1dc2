"""How far the answer hangs on those who died: the bounds, indicator by indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.reporting.baseline_measured import changes_table, records
from gevinst.reporting.contents import Block, Language, Note, Section
from gevinst.reporting.texts import say

if TYPE_CHECKING:
    from gevinst.baseline import Comparison


def deaths_section(comparison: Comparison | None, lang: Language) -> Section | None:
    """The change without the dead, and as if they had lived; None where it may not be told."""
    rows = [] if comparison is None else records(comparison.without_deaths(lang))
    if comparison is None or not rows:
        return None
    blocks: list[Block] = []
    for indicator in comparison.config.indicators:
        own = [row for row in rows if row["indicator"] == indicator.id]
        if own:
            caption = say("nil.died_caption", lang, name=indicator.name)
            blocks.append(changes_table(f"died-{indicator.id}", caption, own, lang))
    blocks.append(Note(text=say("nil.died_note", lang)))
    return Section(id="died", heading=say("nil.died", lang), blocks=tuple(blocks))
