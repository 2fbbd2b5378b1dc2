"""Remarks on the benefit lines of a project: what may be counted twice, or is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from gevinst.messages.rendering import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that deserves a second look; it has no year and no number.

    Attributes
    ----------
    kind : str
        Key of the text in `gevinst.messages`.
    lines : tuple of str
        Names of the benefit lines that it is about.
    facts : mapping
        What the text needs.
    """

    kind: str
    lines: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)
    municipality: ClassVar[str] = ""
    year: ClassVar[int | None] = None
    value: ClassVar[float] = float("nan")
    unit: ClassVar[str] = ""

    @property
    def key(self) -> str:
        """The lines in one text."""
        return " / ".join(self.lines)

    def text(self, lang: str = "nb") -> str:
        """Say it in a sentence."""
        return render(self.kind, self.facts, lang)
