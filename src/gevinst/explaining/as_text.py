"""Explanations as lines of text, for a terminal or a message."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.explaining.nodes import Language, Tree
from gevinst.explaining.outline import Branch, outline

INDENT = "  "


def written(explanation: Tree, lang: Language, depth: int, *, code: bool = False) -> str:
    """Write an explanation as text; see `Explanation.text`."""
    shown = outline(explanation, lang, depth, code=code)
    return "\n".join([*shown.heading, "", *_lines(shown.tree)])


def _lines(branch: Branch) -> Iterator[str]:
    yield INDENT * branch.level + branch.line
    for detail in branch.details:
        yield INDENT * (branch.level + 1) + detail
    for child in branch.children:
        yield from _lines(child)
