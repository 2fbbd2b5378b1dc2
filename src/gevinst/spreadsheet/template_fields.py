"""What a template asks for: the fields of the skeleton, which are blank, and what may stay so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gevinst.assemble.placing import NOT_STATED
from gevinst.display import format_number
from gevinst.loading.project_rows import content_at, location_of
from gevinst.schema import Project, Value
from gevinst.schema.findings import Location
from gevinst.schema.walk import path_text
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.field_help import help_for
from gevinst.spreadsheet.input_cells import ascii_name
from gevinst.spreadsheet.input_rows import InputRow

Kind = Literal["number", "month", "choice", "locked", "clock", "name", "code", "zone"]

TEXTS: frozenset[Kind] = frozenset({"name", "code", "zone"})
OWN = "egen_"
"""Start of the id of a task or cost line that people name themselves."""

UNUSED = "{} (ikke i bruk)"
SECTIONS = {
    "project": "Prosjektet",
    "partners": "Kommunene – fyll ut så mange som er med, og la resten stå tomme",
    "groups": "Pasientgruppene – fyll ut minst én",
    "tasks": "Oppgavene – skriv 0 for det dere ikke gjør",
    "centre": "Oppfølgingssenteret",
    "cost_lines": "Kostnadene, uten merverdiavgift – skriv 0 for det dere ikke har",
    "funding": "Tilskudd – kan stå tomt",
    "keys": "Fordelingsnøkkelen – vektene deler det prisene under ikke dekker",
    "tariff": "Priser kommunene betaler – det som står tomt, er ikke i bruk",
    "horizon": "Utviklingen i årene som kommer",
    "optional": "Kan stå som det er",
}
"""Section -> its heading, in this order."""

_TEXT_FIELDS: Mapping[str, tuple[Kind, str]] = {
    "name": ("name", "Navn"),
    "code": ("code", "Kommunenummer, fire sifre"),
    "payroll_tax_zone": ("zone", "Sone for arbeidsgiveravgift"),
}
_OPTIONAL = ("leaving_time", "around_the_clock")
_EXAMPLE_GROUP = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One row of the sheet to fill in.

    Attributes
    ----------
    path : str
        Field in the project file.
    name : str
        Name of the yellow cell.
    about : str
        What it is for: the skeleton's own name of the partner, group, task, ...
    blank : bool
        Whether it is empty in the template, and must be filled in if its part is used.
    part : tuple, or None
        The part of the project that may stay empty as a whole.
    row : InputRow or None
        The number; texts have none.
    default : str
        What a text is while the cell is empty.
    """

    path: str
    name: str
    kind: Kind
    label: str
    about: str
    remark: str
    section: str
    blank: bool
    part: Location | None
    row: InputRow | None = None
    default: str = ""

    @property
    def shown_name(self) -> str:
        """Name of the cell with what the formulas take for the field."""
        return f"{self.name}.vist"


def parts_of(tables: Mapping[str, Any]) -> list[Location]:
    """Parts of the skeleton that may stay empty."""
    parts: list[Location] = []
    for table, first in (("partners", 1), ("groups", 1), ("funding", 0)):
        parts.extend((table, i) for i in range(first, len(tables[table])))
    for table in ("tasks", "cost_lines"):
        parts.extend((table, i) for i, t in enumerate(tables[table]) if t["id"].startswith(OWN))
    fees = tables["price_model"]["tariff"]["fees"]
    parts.extend(("price_model", "tariff", "fees", i) for i in range(len(fees)))
    return parts


def fields_of_template(
    skeleton: Project, rows: Iterable[InputRow], example: Project
) -> list[Field]:
    """Every field of the sheet, in the order in which people fill them in."""
    tables = tables_of(skeleton)
    parts = parts_of(tables)
    beside = Example(dict(example.values()), tables_of(example))
    fields = list(_texts(skeleton, tables, parts))
    fields.extend(_number(row, tables, parts, beside) for row in rows)
    order = list(SECTIONS)
    return sorted(fields, key=lambda f: (order.index(f.section), *_part_of_order(f)))


def _part_of_order(field: Field) -> tuple[int, int]:
    """Parts of one table one after the other; the texts of each first (sorting is stable)."""
    location = location_of(field.path) or ()
    number = next((step for step in reversed(location) if isinstance(step, int)), 0)
    if field.section == "optional":
        return 0, 0
    return number, 0 if field.kind in TEXTS else 1


def _texts(
    skeleton: Project, tables: Mapping[str, Any], parts: Sequence[Location]
) -> Iterable[Field]:
    """Names, codes and the host's zone."""
    places: list[Location] = [("project",)]
    places.extend(("partners", i) for i in range(len(tables["partners"])))
    places.extend(("groups", i) for i in range(len(tables["groups"])))
    places.extend(p for p in parts if p[0] in {"tasks", "cost_lines"})
    for place in places:
        table = content_at(tables, place)
        for key, (kind, label) in _TEXT_FIELDS.items():
            if not isinstance(table, dict) or key not in table:
                continue
            path, is_part = path_text((*place, key)), place in parts
            about = table["name"]
            default = UNUSED.format(about) if is_part and kind == "name" else table[key]
            yield Field(
                path=path,
                name=f"{ascii_name(label.partition(',')[0])}.{ascii_name(about)}",
                kind=kind,
                label=label,
                about=about,
                remark=help_for(skeleton, path).text,
                section=str(place[0]),
                blank=True,
                part=place if is_part else None,
                default=default,
            )


def _number(
    row: InputRow, tables: Mapping[str, Any], parts: Sequence[Location], example: Example
) -> Field:
    """A number, month or choice of the skeleton."""
    origin = row.cell.origin
    location = location_of(origin.path) or ()
    part = next((p for p in parts if location[: len(p)] == p), None)
    optional = row.cell.key[0] in _OPTIONAL or origin.given == NOT_STATED
    if row.form == "month":
        blank = not optional and location[0] in {"partners", "funding"}
    else:
        blank = row.form == "number" and not optional and origin.source is None
    return Field(
        path=origin.path,
        name=row.cell.name,
        kind="locked" if row.form == "live" else row.form,
        label=row.label,
        about=row.about,
        remark=_remark(row, example.twin(location, tables), blank=blank),
        section="optional" if optional else _section(location),
        blank=blank,
        part=part,
        row=row,
    )


def _section(location: Location) -> str:
    if location[:2] == ("price_model", "tariff"):
        return "tariff"
    return "keys" if location[0] == "price_model" else str(location[0])


@dataclass(frozen=True, slots=True)
class Example:
    """An example project, whose numbers stand beside the blank ones."""

    values: Mapping[str, Value]
    tables: Mapping[str, Any]

    def twin(self, location: Location, tables: Mapping[str, Any]) -> Value | None:
        """Value of the same field; tables that have an id are found by it."""
        if location[0] == "partners":
            return None
        if location[0] == "groups":
            return self.values.get(path_text(("groups", _EXAMPLE_GROUP, *location[2:])))
        for length in range(len(location), 0, -1):
            own = content_at(tables, location[:length])
            if isinstance(own, dict) and "id" in own:
                others = content_at(self.tables, location[: length - 1])
                ids = [other["id"] for other in others] if isinstance(others, list) else []
                if own["id"] not in ids:
                    return None
                place = (*location[: length - 1], ids.index(own["id"]), *location[length:])
                return self.values.get(path_text(place))
        return self.values.get(path_text(location))


def _remark(row: InputRow, value: Value | None, *, blank: bool) -> str:
    """What the field means, and what an example says, so that people see a likely size."""
    if not blank:
        return row.remark
    text = row.help.text
    if value is None or row.form != "number":
        return text
    number = value.likely / row.step
    shown = f"{format_number(number * 100, 2)} %" if row.percent else format_number(number, 4)
    return f"{text} Regneeksempelet Nord-Troms har {shown} (antakelse)."
