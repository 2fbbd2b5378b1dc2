"""One number of a run, explained: a frozen tree that can be shown as text and as HTML."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.explaining import as_html, as_text
from gevinst.explaining.nodes import Language, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Tree):
    """One number of a run, explained down to the inputs.

    The tree is whole; `depth` only says how much of it is shown unless asked for more.

    Attributes
    ----------
    root : Node
        The number that was asked for.
    title, notice : str
        Name of the project, and the line that stands above its results (may be empty).
    price_year : int
        All amounts are fixed kroner of this year.
    first_year : int
        January of this year is the start of the horizon, from which times are counted.
    depth : int
        Levels shown below the number.
    """

    depth: int

    @property
    def value(self) -> float:
        """The explained value, equal to the stored one."""
        return self.root.value

    @property
    def unit(self) -> str:
        """Canonical unit of the value."""
        return self.root.unit

    def text(self, lang: Language = "nb", depth: int | None = None, *, code: bool = False) -> str:
        """Write the tree as lines of text.

        Parameters
        ----------
        lang : {"nb", "en"}
            Norwegian bokmaal or English; names and notes of the project stay as they are.
        depth : int, optional
            Levels below the number; the explanation's own if absent.
        code : bool
            Show formulas as they stand in the source, not in words.
        """
        return as_text.written(self, lang, self.depth if depth is None else depth, code=code)

    def html(self, lang: Language = "nb", depth: int | None = None, *, code: bool = False) -> str:
        """Write the tree as HTML: nested lists that fold, no script and no outside resource."""
        return as_html.written(self, lang, self.depth if depth is None else depth, code=code)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()
