"""How often something holds among the draws, in words that never say more than the number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Self

import numpy as np
from numpy.typing import NDArray

from gevinst.display import Language, format_amount, format_number, format_percent
from gevinst.uncertainty.wording import PROBABILITY, quantity_text


class Probability(float):
    """Share of the draws in which a figure is above a level: a plain number with a sentence.

    Attributes
    ----------
    held, draws : int
        Draws in which it was, and draws in all.
    quantity, unit : str
        The figure and its unit.
    whose : mapping of str to str
        Name for people, by language, of the municipality or actor; empty for the centre.
    year : int or None
        None for what holds all years in one.
    above : float
        The level.
    """

    held: int
    draws: int
    quantity: str
    above: float
    unit: str
    whose: Mapping[str, str]
    year: int | None

    @classmethod
    def of(
        cls,
        above: NDArray[np.bool_],
        quantity: str,
        level: float,
        unit: str,
        whose: Mapping[str, str],
        year: int | None,
    ) -> Self:
        """Count the draws above the level."""
        held = int(np.count_nonzero(above))
        made = cls(held / above.size)
        made.held, made.draws = held, above.size
        made.quantity, made.above, made.unit = quantity, level, unit
        made.whose, made.year = whose, year
        return made

    @property
    def standard_error(self) -> float:
        """Standard error of the share, from the number of draws alone.

        It shrinks with more draws; what is unknown about the inputs does not.
        """
        return math.sqrt(float(self) * (1 - float(self)) / self.draws)

    def sentence(self, lang: Language = "nb") -> str:
        """One sentence that claims no certainty, whatever the draws say."""
        kind = {0: "none", self.draws: "all"}.get(self.held, "some")
        return PROBABILITY[kind][lang].format(
            held=format_number(self.held, lang=lang),
            draws=format_number(self.draws, lang=lang),
            share=format_percent(float(self), lang=lang),
            what=quantity_text(self.quantity, self.year, self.whose.get(lang, ""), lang),
            level=format_amount(self.above, self.unit, lang=lang),
        )
