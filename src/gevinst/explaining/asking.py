"""What is asked for: from names, codes, months and years to one cell of one quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.catalogue import CATALOGUE, Quantity
from gevinst.core.ledger import Key
from gevinst.errors import ArgumentError, CoverageError, QuantityError
from gevinst.explaining.cells import Cell
from gevinst.explaining.labels import Labels
from gevinst.explaining.names import Namer
from gevinst.explaining.table_rows import facts_of_row, quantity_meant, said_already
from gevinst.messages import nearest
from gevinst.results import Results
from gevinst.results.table_names import MEANT_BY

RECORD_LABELS: dict[str, tuple[str, ...]] = {
    "": (),
    "task": ("task",),
    "role": ("role",),
    "line": ("line", "role"),
    "source": ("source", "line"),
    "key": ("key",),
    "benefit": ("line",),
    "profession": ("role",),
    "actor": ("actor", "benefit_class"),
    "pool": ("pool",),
    "fee": ("line",),
    "limit": ("limit",),
    "settlement": ("settlement",),
    "span": ("line",),
}
"""Which labels may name a quantity's record, by what kind of record it has."""

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


def class_of_row(
    quantity: str, benefit_class: str | None, table_labels: Mapping[str, str | None]
) -> str | None:
    """The class of benefit by either of its names; no other label has another name in tables."""
    for name in table_labels:
        if name != "class":
            names = [*(field.name for field in fields(Labels)), "class", "depth"]
            raise ArgumentError.choice("label", name, names, nearest(name, names))
    by_table = table_labels.get("class")
    if by_table is not None and benefit_class not in {None, by_table}:
        raise QuantityError.unused_label(str(quantity), "class")
    return benefit_class if by_table is None else by_table


def found(results: Results, quantity: str, labels: Labels) -> tuple[Key, Cell]:
    """Find the cell that the labels name.

    Raises
    ------
    QuantityError
        No such quantity or label, a label that is missing, or one that the quantity does not use.
    CoverageError
        A month or year outside the horizon.
    """
    if not isinstance(quantity, str):
        raise QuantityError.not_a_name("quantity", quantity)
    quantity = quantity_meant(results, quantity, labels)
    known = dict.fromkeys(name for name, _ in [*results.ledger.values, *results.ledger.inputs])
    if quantity not in known:
        raise QuantityError.unknown(quantity, nearest(quantity, [*known, *MEANT_BY]), known)
    entry = CATALOGUE[quantity]
    _refuse_unused(entry, labels)
    record = _record(results, entry, labels)
    for label, allowed in facts_of_row(results, entry, record).items():
        names = {one: called.nb for one, called in allowed.items()}
        _chosen(quantity, label, getattr(labels, label), names)
    frame = results.frame
    municipality = group = None
    if "municipality" in entry.axes:
        codes = results.names.codes
        places = dict(zip(frame.municipalities, codes, strict=True))
        chosen = _chosen(quantity, "municipality", labels.municipality, places)
        municipality = frame.municipalities.index(chosen)
    if "group" in entry.axes:
        names = {group: results.names.groups.get(group, group) for group in frame.groups}
        group = frame.groups.index(_chosen(quantity, "group", labels.group, names))
    month, year = _time(results, entry, labels)
    return (quantity, record), Cell(group=group, municipality=municipality, month=month, year=year)


def _refuse_unused(entry: Quantity, labels: Labels) -> None:
    used = {*entry.axes, *RECORD_LABELS[entry.records], *said_already(entry)} - {"period"}
    if entry.period != "none" and labels.period is not None and labels.year is not None:
        raise QuantityError(
            "quantity.period_and_year", name=entry.name, period=labels.period, year=labels.year
        )
    if entry.period == "month":
        used |= {"year"} if labels.period is None else {"period"}
    elif entry.period == "year":
        used |= {"year"}
    for name in labels.given():
        if name not in used:
            raise QuantityError.unused_label(entry.name, name)


def _record(results: Results, entry: Quantity, labels: Labels) -> str:
    allowed = results.records(entry.name)
    if entry.records == "":
        return ""
    if entry.records == "actor":
        return _actor_record(results, entry.name, labels, allowed)
    accepted = RECORD_LABELS[entry.records]
    said = [name for name in accepted if getattr(labels, name) is not None]
    if len(said) > 1:
        raise QuantityError.unused_label(entry.name, said[1])
    if not said and "" in allowed:  # the pool of all lines that are in no other
        return ""
    label = said[0] if said else accepted[0]
    called = Namer(results).plain(entry.records)
    names = {record: called.get(record, record) for record in allowed}
    return _chosen(entry.name, label, getattr(labels, label), names)


def _actor_record(results: Results, name: str, labels: Labels, allowed: Iterable[str]) -> str:
    pairs = [tuple(record.split(":", 1)) for record in allowed]
    namer = Namer(results)
    actors = {actor: namer.record("actor", f"{actor}:{c}")[0].nb for actor, c in pairs}
    actor = _chosen(name, "actor", labels.actor, actors)
    classes = {c: namer.record("actor", f"{a}:{c}")[1].nb for a, c in pairs if a == actor}
    return f"{actor}:{_chosen(name, 'benefit_class', labels.benefit_class, classes)}"


def _chosen(quantity: str, axis: str, given: object, names: Mapping[str, str]) -> str:
    """The id that was meant: by id or by name, whatever the case; the only one if none is said."""
    shown = tuple(names)
    if given is None:
        if len(names) == 1:
            return shown[0]
        raise QuantityError.missing_label(quantity, axis, shown)
    wanted = str(given).strip().casefold()
    for by in (names.keys(), names.values()):
        hits = [key for key, text in zip(names, by, strict=True) if text.casefold() == wanted]
        if len(hits) == 1:
            return hits[0]
    near = nearest(str(given), [*names, *names.values()])
    raise QuantityError.unknown_label(axis, given, near, shown)


def _time(results: Results, entry: Quantity, labels: Labels) -> tuple[int | None, int | None]:
    """Position of the month, or of the year."""
    if entry.period == "none":
        return None, None
    frame = results.frame
    if labels.period is not None:
        match = _MONTH.fullmatch(str(labels.period))
        if match is None:
            near = nearest(str(labels.period), frame.months)
            raise QuantityError.unknown_label("period", labels.period, near, frame.months)
        month = (int(match[1]) - frame.first_year) * MONTHS_IN_YEAR + int(match[2]) - 1
        if not 0 <= month < len(frame.months):
            raise CoverageError.outside_horizon(labels.period, frame.months[0], frame.months[-1])
        return month, None
    years = frame.year_labels
    if labels.year is None:
        if len(years) > 1:
            raise QuantityError.missing_label(entry.name, "year", [str(y) for y in years])
        return None, 0
    if isinstance(labels.year, bool) or not _YEAR.fullmatch(str(labels.year)):
        allowed = [str(year) for year in years]
        near = nearest(str(labels.year), allowed)
        raise QuantityError.unknown_label("year", labels.year, near, allowed)
    if int(labels.year) not in years:
        raise CoverageError.outside_horizon(labels.year, years[0], years[-1])
    return None, int(labels.year) - frame.first_year
