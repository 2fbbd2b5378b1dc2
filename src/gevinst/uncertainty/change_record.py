"""The difference between two projects, part by part: as a table, a waterfall and words."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from gevinst.core.rounding import whole_units
from gevinst.display import Language, format_amount
from gevinst.errors import UnitError
from gevinst.schema import Project, Value
from gevinst.schema.input_names import input_names
from gevinst.uncertainty.wording import CHANGED, QUANTITY_NAMES
from gevinst.units import factor

if TYPE_CHECKING:
    import pandas as pd

STATED = ("value", "likely", "mean")
"""Keys of a table that the number of a run without uncertainty stands at."""
OERE = 100
KRONER = "NOK"
_AMOUNT = re.compile(r"([-+]?\d+(?:\.(\d+))?)(?:\s+([A-Za-z]\S*))?")
"""A number, its decimals and its unit, as project files write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, or several that are counted together, and what it did to a figure.

    Attributes
    ----------
    name : str
        Name of the input, of the line or table that holds several, or ``structure``.
    inputs : tuple of str
        The inputs that changed.
    before, after : str
        What the two projects say, where it is one input; else empty.
    amount : float
        Part of the difference, in the figure's unit.
    nb, en : str
        What people call it; empty where the name is all there is.
    """

    name: str
    inputs: tuple[str, ...]
    before: str
    after: str
    amount: float
    nb: str = ""
    en: str = ""

    def label(self, lang: Language = "nb") -> str:
        """Name for people."""
        return (self.en if lang == "en" else self.nb) or self.name

    @classmethod
    def of(
        cls,
        name: str,
        inputs: tuple[str, ...],
        amount: float,
        before: Project,
        after: Project,
        label: tuple[str, str] = ("", ""),
    ) -> Self:
        """A change with what the projects say of it, called by people as stated."""
        said = ("", "")
        if len(inputs) == 1:
            said = (_written(before, inputs[0]), _written(after, inputs[0]))
        return cls(
            name=name,
            inputs=inputs,
            before=said[0],
            after=said[1],
            amount=amount,
            nb=label[0],
            en=label[1],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Why a figure differs between two projects.

    Attributes
    ----------
    quantity, unit : str
    actor, municipality : str or None
    year : int or None
    whose : mapping of str to str
        Name for people, by language, of the municipality or actor; empty for the centre.
    before, after : float
        The figure in the two projects.
    parts : tuple of Change
        They add up to the difference.
    """

    quantity: str
    actor: str | None
    municipality: str | None
    year: int | None
    whose: Mapping[str, str]
    unit: str
    before: float
    after: float
    parts: tuple[Change, ...]

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before

    def table(self) -> pd.DataFrame:
        """The parts, the largest first.

        Returns
        -------
        pandas.DataFrame
            Columns ``change, label, before, after, amount, unit``; ``label`` is what Norwegian
            readers call the change. Amounts in kroner are whole oere that add up to the rounded
            difference, by largest remainder.
        """
        import pandas as pd

        rows = [
            {
                "change": part.name,
                "label": part.label(),
                "before": part.before,
                "after": part.after,
                "amount": amount,
                "unit": self.unit,
            }
            for part, amount in self._largest_first()
        ]
        columns = ["change", "label", "before", "after", "amount", "unit"]
        return pd.DataFrame(rows, columns=columns)

    def waterfall(self) -> pd.DataFrame:
        """Steps from the figure before to the figure after, for a waterfall chart.

        Returns
        -------
        pandas.DataFrame
            Columns ``step, start, end, amount, unit``, from ``before`` by each change to
            ``after``.
        """
        import pandas as pd

        rows: list[tuple[str, float, float, float]] = [("before", 0.0, self.before, self.before)]
        level = self.before
        for part in sorted(self.parts, key=lambda part: -abs(part.amount)):
            rows.append((part.name, level, level + part.amount, part.amount))
            level += part.amount
        rows.append(("after", 0.0, self.after, self.after))
        frame = pd.DataFrame(rows, columns=["step", "start", "end", "amount"])
        return frame.assign(unit=self.unit)

    def text(self, lang: Language = "nb") -> str:
        """The difference and its parts as lines of text."""
        words = CHANGED[lang]
        level = [format_amount(x, self.unit, lang=lang) for x in (self.before, self.after)]
        signed = _signed(self.difference, self.unit, lang)
        what = QUANTITY_NAMES[self.quantity][lang]
        whose = ", ".join(str(x) for x in (self.whose.get(lang), self.year) if x is not None)
        lines = [
            words["head"].format(
                what=what[:1].upper() + what[1:],
                whose=f" ({whose})" if whose else "",
                before=level[0],
                after=level[1],
                difference=signed,
            )
        ]
        for part, amount in self._largest_first():
            ends = (_read_by_people(end, lang) for end in (part.before, part.after))
            said = words["from_to"].format(**dict(zip(("before", "after"), ends, strict=True)))
            detail = f" ({said})" if part.before else ""
            lines.append(f"  {_signed(amount, self.unit, lang)}  {part.label(lang)}{detail}")
        return "\n".join([*lines, words["foot"]] if self.parts else lines)

    def __str__(self) -> str:
        return self.text()

    def _largest_first(self) -> list[tuple[Change, float]]:
        amounts = np.array([part.amount for part in self.parts])
        if self.unit == KRONER and len(amounts):
            amounts = whole_units(amounts * OERE, np.arange(len(amounts))) / OERE
        order = sorted(range(len(amounts)), key=lambda i: -abs(amounts[i]))
        return [(self.parts[i], float(amounts[i])) for i in order]


def _signed(amount: float, unit: str, lang: Language) -> str:
    sign = "+" if amount > 0 else ""
    return sign + format_amount(amount, unit, lang=lang)


def _written(project: Project, name: str) -> str:
    """The number of an input without uncertainty, as written where the project has it written."""
    value: Value = dict(project.values())[input_names(project)[name]]
    given = value.given
    if isinstance(given, Mapping):
        stated = (given.get(key) for key in STATED)
        given = next((number for number in stated if number is not None), None)
    if given is not None:
        return str(given)
    number = f"{value.likely / factor(value.unit):.6g}"
    return number if value.unit == "1" else f"{number} {value.unit}"


def _read_by_people(written: str, lang: Language) -> str:
    """A number as people read it, with its unit in words; else what the project has written."""
    match = _AMOUNT.fullmatch(written)
    if match is not None:
        number, decimals, unit = match.groups()
        with contextlib.suppress(UnitError):
            return format_amount(float(number), unit or "1", len(decimals or ""), lang)
    return re.sub(r"(?<=\d)\.(?=\d)", ",", written) if lang == "nb" else written
