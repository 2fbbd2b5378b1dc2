"""Inputs: where a number comes from, or why it has no origin."""

from __future__ import annotations

from typing import Any

from gevinst.core.ledger import Key
from gevinst.explaining.cells import Cell
from gevinst.explaining.nodes import Words
from gevinst.results import Origin, Results

CALENDAR = Words("kalenderen", "the calendar")
_NOT_GIVEN = Words("ikke oppgitt: regnes ikke med", "not given: not counted")

_NO_ORIGIN: dict[str, Words] = {
    "period_start": CALENDAR,
    "period_end": CALENDAR,
    "period_length": CALENDAR,
    "year_number": CALENDAR,
    "member": Words(
        "står i prosjektfila som betalende deltaker", "a paying partner of the project"
    ),
    "group_covered": Words("prosjektets valg av pasientgrupper", "the project's choice of groups"),
    "key_member": Words("prosjektets valg av deltakere", "the project's choice of partners"),
    "partner_rank": Words("rekkefølgen av kommunenumrene", "the order of municipality codes"),
    "last_year_time": Words(
        "ett år der betalingen i året før er oppgitt", "a year where last year's charge is stated"
    ),
}
_NOT_COVERED = Words("gjelder ikke denne pasientgruppen", "does not apply to this patient group")


def leaf(results: Results, key: Key, cell: Cell) -> dict[str, Any]:
    """What a node of an input says beside its value: its origin, or a note in its place."""
    origin = _origin(results, key, cell)
    if origin is not None:
        return {"origin": origin}
    if key[0] in _NO_ORIGIN:
        return {"note": _NO_ORIGIN[key[0]]}
    covered_elsewhere = bool(results.provenance.get(key)) and key[1] != ""
    return {"note": _NOT_COVERED if covered_elsewhere else _NOT_GIVEN}


def _origin(results: Results, key: Key, cell: Cell) -> Origin | None:
    groups, municipalities, _, _ = results.ledger[key].shape
    group = cell.group if cell.group is not None and groups > 1 else 0
    place = cell.municipality if cell.municipality is not None and municipalities > 1 else 0
    return results.provenance.get(key, {}).get((group, place))
