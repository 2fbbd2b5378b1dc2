"""Which benefit lines may count the same thing twice, by what they count, where and for whom.

Two lines that both name a benefit of the catalogue are judged by the catalogue; otherwise their
units, classes and receivers are what there is to go by. Lines for different patient groups, lines
that change in opposite directions, and a transfer beside what it follows from, are not the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from gevinst.known_benefits import collision, known_benefits
from gevinst.schema.checks.benefits import contacts
from gevinst.schema.checks.reading import Draft, Raw, text_of, value_of
from gevinst.schema.checks.taken_values import value_in
from gevinst.schema.findings import Location
from gevinst.schema.lists import MOST_RECORDS
from gevinst.units import counted_units

STAYS = frozenset({"admission", "readmission", "bed_day"})
CONTACTS = frozenset({"contact", "consultation", "call", "visit", "work_hour"})
RESOURCES = ("cash", "capacity", "avoided_growth")
TRAVEL = frozenset({"trip", "km"})
WORK, VISIT, QALY = "work_hour", "visit", "qaly"
UNPRICED, TRANSFER, SOCIETY = "quality_unpriced", "transfer", "society"
SAME = "same_benefit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A benefit line as this guard sees it.

    Attributes
    ----------
    receivers : frozenset of str
        Who gains; of a loop, everybody who pays one of its contacts.
    groups : frozenset of str or None
        Patient groups, None for all.
    direction : int
        -1 if the likely change is fewer, 1 if it is more, 0 if neither or unknown.
    known : str
        Its benefit of the catalogue; empty where it names none that there is.
    """

    id: str
    name: str
    location: Location
    kind: str
    unit: str
    benefit_class: str
    receivers: frozenset[str]
    groups: frozenset[str] | None
    direction: int
    indicator: str
    known: str
    replaces: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two lines that may count the same thing, by which rule, and whether they must not stand."""

    rule: str
    one: Line
    other: Line
    is_error: bool


def overlaps(draft: Draft) -> Iterator[Overlap]:
    """Every pair of lines that may count the same thing, by the first rule that says so."""
    for one, other in combinations(lines(draft), 2):
        for rule, is_error, holds in RULES:
            named = holds(one, other) if _comparable(one, other) else ""
            if named:
                found = rule if named is True else str(named)
                yield Overlap(rule=found, one=one, other=other, is_error=is_error)
                break


def accepted(draft: Draft) -> dict[frozenset[str], str]:
    """Pairs of lines that are counted all the same, with the reason."""
    found = {}
    for _, table in draft.tables("accepted_overlaps"):
        listed, reason = table.get("lines"), text_of(table, "reason")
        if isinstance(listed, list) and reason is not None:
            found[frozenset(x for x in listed if isinstance(x, str))] = reason
    return found


def lines(draft: Draft) -> list[Line]:
    """Lines that can be read, in the order of the file."""
    return [
        _line(draft, location, table, name)
        for location, table in draft.tables("benefits")
        if (name := text_of(table, "id")) is not None
    ]


def _line(draft: Draft, location: Location, table: Raw, name: str) -> Line:
    kind, listed = text_of(table, "kind") or "", table.get("groups")
    unit = text_of(table, "unit") if kind == "events" else {"hours": WORK}.get(kind)
    paid = [text_of(contact, "payer") for _, contact in contacts(location, table)]
    gaining = paid if kind == "loop" else [text_of(table, "receiver")]
    known = text_of(table, "catalogue") or ""
    named = listed[:MOST_RECORDS] if isinstance(listed, list) else None
    return Line(
        id=name,
        name=text_of(table, "name") or name,
        location=location,
        kind=kind,
        unit=unit if unit in counted_units() else "",
        benefit_class=text_of(table, "class") or "",
        receivers=frozenset(actor for actor in gaining if actor is not None),
        groups=None if named is None else frozenset(g for g in named if isinstance(g, str)),
        direction=_direction(draft, table, kind, unit or ""),
        indicator=" ".join((text_of(table, "indicator") or "").casefold().split()),
        known=known if known and known in known_benefits() else "",
        replaces=" ".join((text_of(table, "replaces") or "").casefold().split()),
    )


def _direction(draft: Draft, table: Raw, kind: str, unit: str) -> int:
    """Sign of the likely change in what is counted."""
    if kind == "hours":
        before = value_of(table.get("before"), "work_minute/patient")
        after = value_of(table.get("after"), "work_minute/patient")
        change = after.likely - before.likely if before and after else 0.0
    else:
        stated = "change" if kind == "events" and "change" in table else "effect"
        measure = f"{unit}/patient/year" if stated == "change" else "1"
        known = stated == "effect" or unit in counted_units()
        value = value_in(draft, table.get(stated), measure) if known else None
        change = value.likely if value else 0.0
    return (change > 0) - (change < 0)


def _comparable(one: Line, other: Line) -> bool:
    """Whether the same patients are meant, the change goes one way, and neither follows from it."""
    if (one.benefit_class == TRANSFER) != (other.benefit_class == TRANSFER):
        return False
    if one.direction * other.direction < 0:
        return False
    return one.groups is None or other.groups is None or bool(one.groups & other.groups)


def _alike(one: Line, other: Line) -> bool:
    return bool(one.receivers & other.receivers)


def _judged_by_catalogue(one: Line, other: Line) -> bool:
    return bool(one.known and other.known)


def same_benefit(one: Line, other: Line) -> bool:
    """The same benefit of the catalogue, or the same indicator, for the same receiver."""
    same = one.known == other.known if one.known and other.known else False
    return _alike(one, other) and (same or (one.indicator == other.indicator != ""))


def by_catalogue(one: Line, other: Line) -> str:
    """The rule by which the catalogue says that two benefits count the same thing."""
    if not _judged_by_catalogue(one, other) or TRANSFER in {one.benefit_class, other.benefit_class}:
        return ""
    found = collision(one.known, other.known)
    return found.rule if found and (found.across or _alike(one, other)) else ""


def _by_what_is_counted(holds: Callable[[Line, Line], bool]) -> Callable[[Line, Line], bool]:
    """A rule for lines of which at least one names no benefit of the catalogue."""

    def rule(one: Line, other: Line) -> bool:
        if _judged_by_catalogue(one, other) or TRANSFER in {one.benefit_class, other.benefit_class}:
            return False
        return holds(one, other)

    return rule


def stay_and_days(one: Line, other: Line) -> bool:
    """A stay and its days, or a readmission and the admission that it is."""
    return _alike(one, other) and {one.unit, other.unit} <= STAYS and one.unit != other.unit


def time_and_visits(one: Line, other: Line) -> bool:
    """Time freed, and the visits in which it was spent."""
    return _alike(one, other) and {one.unit, other.unit} == {WORK, VISIT}


def one_class(one: Line, other: Line) -> bool:
    """The same unit freed as capacity and as cash, such as hours and what temporary staff cost."""
    differ = one.benefit_class != other.benefit_class
    both = one.benefit_class in RESOURCES and other.benefit_class in RESOURCES
    return _alike(one, other) and one.unit == other.unit != "" and differ and both


def quality_of_life_and_parts(one: Line, other: Line) -> bool:
    """Quality-adjusted life years, and something unpriced that may be a part of them."""
    for whole, part in ((one, other), (other, one)):
        if whole.unit == QALY and part.unit != QALY and part.benefit_class == UNPRICED:
            return _alike(one, other)
    return False


def travel_has_one_owner(one: Line, other: Line) -> bool:
    """The same kind of travel saved for two receivers."""
    return one.unit == other.unit and one.unit in TRAVEL and not _alike(one, other)


def trips_and_distance(one: Line, other: Line) -> bool:
    """Trips and kilometres, for whoever they are."""
    return {one.unit, other.unit} == TRAVEL


def society_repeats(one: Line, other: Line) -> bool:
    """Society beside somebody else who gains by the same unit."""
    return (SOCIETY in one.receivers) != (SOCIETY in other.receivers) and (
        one.unit == other.unit not in {"", "event"}
    )


def loop_and_contacts(one: Line, other: Line) -> bool:
    """A loop of contacts, and contacts counted by themselves."""
    for loop, counted in ((one, other), (other, one)):
        if loop.kind == "loop" and counted.kind == "events":
            return counted.unit in CONTACTS | STAYS and _alike(one, other)
    return False


def replaces_same(one: Line, other: Line) -> bool:
    """Two lines that take the place of the same."""
    return _alike(one, other) and one.replaces == other.replaces != ""


def same_unit(one: Line, other: Line) -> bool:
    """The same thing counted for the same receiver, told apart by the wording alone."""
    same = one.unit == other.unit not in {"", "event", WORK}
    of_class = one.benefit_class == other.benefit_class
    return not _judged_by_catalogue(one, other) and same and of_class and _alike(one, other)


RULES: tuple[tuple[str, bool, Callable[[Line, Line], bool | str]], ...] = (
    (SAME, True, same_benefit),
    ("catalogue", True, by_catalogue),
    ("stay_and_days", True, _by_what_is_counted(stay_and_days)),
    ("time_and_visits", True, _by_what_is_counted(time_and_visits)),
    ("one_class", True, _by_what_is_counted(one_class)),
    ("quality_of_life_and_parts", True, _by_what_is_counted(quality_of_life_and_parts)),
    ("travel_has_one_owner", True, _by_what_is_counted(travel_has_one_owner)),
    ("trips_and_distance", False, _by_what_is_counted(trips_and_distance)),
    ("society_repeats", False, _by_what_is_counted(society_repeats)),
    ("loop_and_contacts", False, _by_what_is_counted(loop_and_contacts)),
    ("replaces_same", False, replaces_same),
    ("same_unit", False, same_unit),
)
"""Name, whether it must be settled before the project is run, and the rule; the first one holds."""
