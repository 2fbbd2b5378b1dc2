"""Inputs of a project: their names for people, and numbers in the unit that was written."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gevinst.arguments import checked_one
from gevinst.assemble import assemble
from gevinst.catalogue import CATALOGUE
from gevinst.display import Language, format_amount, format_number, unit_words
from gevinst.errors import QuantityError, UnitError
from gevinst.schema import Project, Value
from gevinst.schema.input_names import followers, input_names, input_path
from gevinst.schema.table import ClosedTable
from gevinst.units import factor, same_dimensions, to_canonical

_WRITTEN = re.compile(r"\s*[-+−]?\d[\d\s.,]*?(?:[eE][-+]?\d+)?(?P<unit>\s*1/.*|[^\d\s].*)?\s*")
PRESENCE = "work_hour/open_hour"
"""Persons who are there while the centre is open; the label says persons."""
TO = {"nb": " til ", "en": " to "}
_DIGITS = 15
_SHOWN = 4
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A number of the project file.

    Attributes
    ----------
    name, path : str
    value : Value
    unit : str
        The unit that the project writes it in.
    nb, en : str
        What it is called, with what it is about.
    """

    name: str
    path: str
    value: Value
    unit: str
    nb: str
    en: str

    @property
    def is_uncertain(self) -> bool:
        """Whether it has a distribution."""
        return self.value.distribution is not None

    def label(self, lang: Language = "nb") -> str:
        """Name for people."""
        return self.en if lang == "en" else self.nb

    def shown(self, number: float) -> float:
        """A canonical number in the unit that the project writes."""
        return float(f"{number / factor(self.unit):.{_DIGITS}g}")

    def text(self, number: float, lang: Language = "nb", digits: int = _SHOWN) -> str:
        """A number in the unit of the input, as people read it."""
        return amount_text(number, self.unit, lang, digits)

    def range_text(self, low: float, high: float, lang: Language = "nb") -> str:
        """Both ends of a range, with the unit once."""
        first = amount_text(low, "1", lang)
        return f"{first}{TO[lang]}{self.text(high, lang)}"

    def canonical(self, given: float | str) -> float:
        """A number in the unit of the input, or a text with a unit, as a canonical number."""
        if isinstance(given, str):
            return to_canonical(given, self.value.unit)
        return to_canonical(checked_one(self.name, given), self.unit)


def amount_text(number: float, unit: str, lang: Language, digits: int = _SHOWN) -> str:
    """A number and its unit, with so many digits that it can be told from its neighbours."""
    size = abs(number)
    if number != number or size >= 10 ** (digits - 1):  # noqa: PLR0124  NaN
        return format_amount(number, unit, 0, lang)
    before = math.floor(math.log10(size)) + 1 if size > 0 else 1
    decimals = min(max(digits - before, 0), _MOST_DECIMALS)
    text = format_number(number, decimals, lang)
    if decimals:
        text = text.rstrip("0").rstrip(".,")
    words = "" if unit == PRESENCE else unit_words(unit, lang, plural=size != 1)
    return text if not words else f"{text}{'' if words.startswith('/') else chr(0xA0)}{words}"


def asked(project: Project, name: str) -> Input:
    """The input of a name or path.

    Raises
    ------
    QuantityError
        There is none; the nearest is suggested.
    """
    if not isinstance(name, str):
        raise QuantityError.not_a_name("input", name)
    return inputs_at(project, [input_path(project, name)])[0]


def every_input(project: Project) -> tuple[Input, ...]:
    """All inputs, in the order of the file."""
    return inputs_at(project, input_names(project).values())


def inputs_at(project: Project, paths: Iterable[str]) -> tuple[Input, ...]:
    """The inputs at these paths, in that order."""
    labels = _labels(project)
    values = dict(project.values())
    names = {path: name for name, path in input_names(project).items()}
    follow: dict[str, list[str]] = {}
    for follower, leader in followers(project).items():
        follow.setdefault(leader, []).append(follower)
    found = []
    for path in paths:
        nb, en = labels.get(path) or _by_field(names[path])
        where = " + ".join(about(project, one) for one in (path, *follow.get(path, ())))
        found.append(
            Input(
                name=names[path],
                path=path,
                value=values[path],
                unit=written_unit(values[path]),
                nb=f"{nb}: {where}" if where else nb,
                en=f"{en}: {where}" if where else en,
            )
        )
    return tuple(found)


def written_unit(value: Value) -> str:
    """The unit that the project writes a value in; the schema's where it writes a plain number."""
    given = value.given
    if isinstance(given, Mapping):
        stated = (given.get(key) for key in ("likely", "value", "estimate", "mean", "low"))
        given = next((x for x in stated if x is not None), None)
    match = _WRITTEN.fullmatch(given) if isinstance(given, str) else None
    unit = (match["unit"] or "").strip() if match else ""
    if not unit:
        return value.unit
    try:
        return unit if same_dimensions(unit, value.unit) else value.unit
    except UnitError:
        return value.unit


def _labels(project: Project) -> dict[str, tuple[str, str]]:
    """Norwegian and English label of the quantity that each value is, by path."""
    found: dict[str, tuple[str, str]] = {}
    for (name, _), cells in assemble(project).provenance.items():
        entry = CATALOGUE[name]
        for origin in cells.values():
            found.setdefault(origin.path, (entry.label("nb"), entry.label("en")))
    return found


def _by_field(name: str) -> tuple[str, str]:
    """The name of the field as it stands, for a value that the model does not place."""
    field = name.rpartition(".")[2].replace("_", " ")
    return field, field


def about(project: Project, path: str) -> str:
    """Names of the tables that a value stands in, such as the group or the benefit."""
    names: list[str] = []
    content: Any = project
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(content, tuple):
            content = content[int(step)]
            names += [content.name] if isinstance(getattr(content, "name", None), str) else []
        elif isinstance(content, ClosedTable):
            fields = {f.alias or key: key for key, f in type(content).model_fields.items()}
            content = getattr(content, fields[step])
        elif isinstance(content, Mapping):
            code = step.strip('"')
            content = content[code]
            names += [p.name for p in project.paying_partners if p.code == code]
    return ", ".join(names)
