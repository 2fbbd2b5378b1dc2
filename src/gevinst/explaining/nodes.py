"""What an explanation is: a frozen tree of values, formulas and origins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gevinst.results import Origin

Language = Literal["nb", "en"]
Made = Literal["formula", "total", "largest", "sum", "year", "input", "before", "above"]


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Norwegian bokmaal and in English."""

    nb: str
    en: str

    def text(self, lang: Language) -> str:
        """Return the text in one language."""
        return self.nb if lang == "nb" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaText:
    """How a number is made: in words, and as it stands in the source (empty if nowhere)."""

    words: Words
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """The parts of a sum that are not shown one by one."""

    count: int
    value: float
    months: tuple[float, ...]
    names: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One explained number.

    Attributes
    ----------
    quantity, record : str
        Key of the number in the results.
    label : Words
        The catalogue's label.
    about : tuple of Words
        What the record is called, empty if there is none.
    municipality, group, period : str, int or None
        The cell; None where the quantity does not vary over the axis. A year (int) of a monthly
        quantity is a view of its twelve months.
    value : float
        In `unit`. In a view of a year: the sum of a flow, the mean of positions, else December.
    months : tuple of float
        The twelve months of such a view; otherwise empty.
    unit : str
        Canonical unit, with what the key or the benefit line counts in place of the catalogue's
        general ``basis`` or ``event``.
    made : str
        ``formula``, ``total`` or ``largest`` (of records), ``sum`` (over groups or municipalities),
        ``year`` (of a stock: opening + new - out), ``input``, ``before`` (the month before, where
        explaining stops) or ``above`` (explained further up on the same path).
    rules : tuple of str
        Names of the formulas, where they are not the quantity's own name.
    formula : FormulaText or None
        How it is made; None for an input.
    children : tuple of Node
        What it is made of; empty for a leaf and for parts of a sum that are not followed.
    others : Others or None
        The remaining parts of a sum.
    origin : Origin or None
        Where an input comes from.
    note : Words or None
        What else there is to say.
    """

    quantity: str
    record: str
    label: Words
    about: tuple[Words, ...]
    municipality: str | None
    group: str | None
    group_name: str | None
    period: str | int | None
    value: float
    months: tuple[float, ...] = ()
    unit: str
    made: Made
    rules: tuple[str, ...] = ()
    formula: FormulaText | None = None
    children: tuple[Node, ...] = ()
    others: Others | None = None
    origin: Origin | None = None
    note: Words | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes it the same number as another node's."""
        return self.quantity, self.record, self.municipality, self.group, self.period

    def walk(self) -> Iterator[Node]:
        """Every node of the tree once, from the top."""
        seen: set[int] = set()
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if id(node) not in seen:
                seen.add(id(node))
                yield node
                waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The whole tree of one number, and what has to be said of the project above it.

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
    """

    root: Node
    title: str
    notice: str
    price_year: int
    first_year: int
