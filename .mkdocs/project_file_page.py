"""The page of the project file: every table and field, from the models that check a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gevinst.display import format_number
from gevinst.messages.rendering import NO_BREAK_SPACE
from gevinst.schema import Project
from gevinst.schema.baseline_config import BaselineConfig
from pieces import code, page, table

Model = dict[str, Any]
MOST_DECIMALS = 12
GROUPED_FROM = 10_000
HEADER = ["Felt", "Må med", "Betyr", "Enhet", "Lov"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a table stands in the file, and whether there can be several of it."""

    path: str
    many: bool
    model: Model

    @property
    def kind(self) -> str:
        """Its `kind`, where tables of several kinds stand in the same place."""
        kind = self.model["properties"].get("kind", {})
        kinds = kind.get("enum", [kind["const"]] if "const" in kind else [])
        return " eller ".join(f'"{k}"' for k in kinds)

    @property
    def heading(self) -> str:
        """As it is written in the file."""
        name = f"[[{self.path}]]" if self.many else f"[{self.path}]"
        return code(name) + (f" med {code(f'kind = {self.kind}')}" if self.kind else "")

    @property
    def anchor(self) -> str:
        """Address on the page."""
        return f"{self.path}.{self.model['title']}" if self.path else "fila"


def project_file() -> str:
    """The whole page."""
    schema = Project.model_json_schema()
    parts = list(sections(Place(path="", many=False, model=schema), schema["$defs"]))
    introduction = (
        "Alle tabellene og feltene. Et felt uten «ja» kan utelates. Et tallfelt tar imot et tall i "
        "enheten som står her, tekst med enhet, eller en tabell med kilde eller spenn "
        "([slik](../how-to/egen-prosjektfil.md#slik-skriver-du-et-tall)). Enheten 1 er et rent "
        "tall. Alle tabeller tar også `source` og `note`, for de tallene som ikke har egne."
    )
    return page("Prosjektfila", introduction, *parts)


def baseline_file() -> str:
    """The whole page of the configuration of a baseline measurement."""
    schema = BaselineConfig.model_json_schema()
    parts = list(sections(Place(path="", many=False, model=schema), schema["$defs"]))
    introduction = (
        "Alle tabellene og feltene i `baseline.toml`, som sier hva en nullpunktsmåling teller og "
        "hvordan ([slik brukes den](../how-to/nullpunktsmaling.md)). Et felt uten «ja» kan "
        "utelates."
    )
    return page("Fila til en nullpunktsmåling", introduction, *parts)


def sections(place: Place, models: dict[str, Model]) -> Iterator[str]:
    """A table as a section, then the tables inside it."""
    rows, inside = [], []
    for name, field in place.model["properties"].items():
        if name in {"source", "note"} and place.path:
            continue
        children = [
            Place(
                path=f"{place.path}.{name}".lstrip("."),
                many=field.get("type") == "array",
                model=models[reference],
            )
            for reference in references(field)
        ]
        inside += children
        links = " ".join(f"[{child.heading}](#{child.anchor})" for child in children)
        required = "ja" if name in place.model.get("required", []) else ""
        about = " ".join(part for part in (field.get("description", ""), links) if part)
        rows.append([code(name), required, about, code(unit(field)), allowed(field)])
    used = [i for i in range(len(HEADER)) if any(row[i] for row in rows)]
    shown = table([HEADER[i] for i in used], [[row[i] for i in used] for row in rows])
    heading = place.heading if place.path else "Øverst i fila"
    yield f"## {heading} {{: #{place.anchor} }}\n\n{shown}"
    for child in inside:
        yield from sections(child, models)


def references(field: Model) -> list[str]:
    """Names of the tables that a field holds."""
    choices = [field, field.get("items", {}), *field.get("anyOf", [])]
    choices += field.get("items", {}).get("oneOf", [])
    found = [c["$ref"].rpartition("/")[2] for c in choices if "$ref" in c]
    return list(dict.fromkeys(found))


def unit(field: Model) -> str:
    """Unit of a number, from wherever in the field it is stated."""
    found = [part["x-unit"] for part in every_part(field) if "x-unit" in part]
    return found[0] if found else ""


def allowed(field: Model) -> str:
    """The choices, or the limits of a number."""
    for part in (field, field.get("items", {}), *field.get("anyOf", [])):
        if "const" in part:
            return code(written(part["const"]))
        if "enum" in part:
            return ", ".join(code(written(choice)) for choice in part["enum"])
    numbers = [p for p in every_part(field) if p.get("type") in {"number", "integer"}]
    limits = (
        ("minimum", "≥"),
        ("exclusiveMinimum", ">"),
        ("maximum", "≤"),
        ("exclusiveMaximum", "<"),
    )
    return ", ".join(
        f"{sign}{NO_BREAK_SPACE}{norwegian(number[key])}"
        for number in numbers[:1]
        for key, sign in limits
        if key in number
    )


def norwegian(number: float) -> str:
    """A limit as Norwegians write it: ``10 000 000``, ``−0,5``; four digits (a year) together."""
    exact = (n for n in range(MOST_DECIMALS) if round(number, n) == number)
    shown = format_number(number, next(exact, MOST_DECIMALS), "nb")
    return shown if abs(number) >= GROUPED_FROM else shown.replace(NO_BREAK_SPACE, "")


def written(choice: object) -> str:
    """A choice as it is written in the file."""
    return f'"{choice}"' if isinstance(choice, str) else str(choice)


def every_part(field: Model) -> Iterator[Model]:
    """The field and every alternative inside it."""
    yield field
    for part in field.get("anyOf", []):
        yield from every_part(part)
    more = field.get("additionalProperties")
    if isinstance(more, dict):
        yield from every_part(more)
