"""Sentences with whole phrases in them, which the table of texts would cut as quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.messages import render

if TYPE_CHECKING:
    from gevinst.errors import Language


def said(kind: str, lang: Language, **facts: object) -> str:
    """Text of a kind in which texts among the facts stand in full length."""
    marks = {
        name: f"@{number}@" if isinstance(fact, str) and fact else fact
        for number, (name, fact) in enumerate(facts.items())
    }
    text = render(kind, marks, lang)
    for number, fact in enumerate(facts.values()):
        text = text.replace(f"@{number}@", str(fact))
    return text
