"""Amounts in the kroner of another year, and the series that lead to the project's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from gevinst.errors import ParameterError
from gevinst.parameters import price_change
from gevinst.schema.checks.reading import Draft, text_of, whole_of
from gevinst.schema.findings import Finding, Location
from gevinst.schema.lists import MOST_RECORDS
from gevinst.schema.value_forms import FORMS
from gevinst.schema.values import PRICE_YEARS

_PLACES = {
    "parameter.no_deflator": "deflator",
    "parameter.no_vintage": "vintage",
    "parameter.years_not_covered": "price_year",
}


def price_years(draft: Draft) -> Iterator[Finding]:
    """The series and vintage of every amount of another year are there and cover the years."""
    year, date = whole_of(draft.raw, "price_year"), _date(draft.table("project"))
    if year is None or date is None:
        return
    first, last = PRICE_YEARS
    for place, table in _amounts(draft.raw, ()):
        stated = whole_of(table, "price_year")
        if stated is None or stated == year or not first <= stated <= last:
            continue
        if "deflator" not in table:
            facts = {"given": "price_year", "missing": "deflator"}
            yield Finding((*place, "price_year"), "key.together", facts)
            continue
        deflator, vintage = text_of(table, "deflator"), text_of(table, "vintage")
        if deflator is None or ("vintage" in table and vintage is None):
            continue  # no text: reported where the value is read
        try:
            price_change(stated, year, deflator, date, vintage)
        except ParameterError as error:
            yield Finding((*place, _PLACES[error.kind]), error.kind, error.facts)


def _date(project: Mapping[str, Any]) -> dt.date | None:
    found = project.get("date")
    if isinstance(found, dt.datetime):
        return found.date()
    if isinstance(found, str):
        try:
            return dt.date.fromisoformat(found)
        except ValueError:
            return None
    return found if isinstance(found, dt.date) else None


def _amounts(content: object, place: Location) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    """Every value that states a price year."""
    if isinstance(content, Mapping):
        if "price_year" in content and any(form in content for form in FORMS):
            yield place, content
        for key, inner in content.items():
            if isinstance(key, str):
                yield from _amounts(inner, (*place, key))
    elif isinstance(content, list):
        for index, inner in enumerate(content[:MOST_RECORDS]):
            yield from _amounts(inner, (*place, index))
