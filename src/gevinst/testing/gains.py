"""Benefits: every kind and class, better and worse, for everybody who may gain."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gevinst.testing.choices import Written, number, one_in, pick, some_of, whole, written

MOST_LINES = 5
MOST_CONTACTS = 3
CLASSES = ("cash", "capacity", "avoided_growth", "quality_priced", "quality_unpriced", "transfer")
WORK_CLASSES = ("capacity", "cash", "avoided_growth")
KINDS = ("events", "events", "events", "events", "hours", "loop", "described")
ORGANISATIONS = ("municipality", "municipality", "gp", "state")
ACTORS = (*ORGANISATIONS, "patient", "next_of_kin", "society")
INDICATORS = ("admission", "bed_day", "visit", "consultation", "work_hour")
DESIGNS = ("randomised", "comparison_group", "before_after", "expert")
DECISION = "Vedtak i budsjettet for 2027: ett årsverk holdes ledig."
Table = dict[str, Any]


def professions(draw: st.DrawFn) -> list[Table]:
    """One or two professions, of which some may be in no line."""
    return [
        {
            "id": f"yrke_{n}",
            "name": f"Yrke {n}",
            "net_hours": written(number(draw, 1000, 1900, steps=9), "work_hour/FTE/year", 1, 8000),
        }
        for n in range(whole(draw, 1, 2))
    ]


def benefit(
    draw: st.DrawFn,
    position: int,
    groups: list[str],
    hospitals: list[str],
    jobs: list[str],
) -> Table:
    """A benefit line of any kind."""
    kind = pick(draw, KINDS)
    actors = (*ACTORS, *hospitals)
    line: Table = {
        "id": f"gevinst_{position}",
        "name": f"Gevinst {position}",
        "kind": kind,
        "indicator": f"Indikator {position}",
        "definition": f"Slik telles indikator {position}",
        "design": pick(draw, DESIGNS),
        "payer": pick(draw, actors),
        "owner": "Kommunalsjefen",
    }
    if one_in(draw, 3):
        line["groups"] = some_of(draw, groups)
    if kind == "described":
        return line | _described(draw, actors)
    line |= _realisation(draw)
    if kind == "events":
        return line | _events(draw, actors, hospitals)
    if kind == "hours":
        return line | _hours(draw, hospitals, jobs)
    return line | _loop(draw, hospitals, jobs)


def _realisation(draw: st.DrawFn) -> Table:
    table: Table = {"realisation_share": written(number(draw, 0, 1, 0, 1), "1", 0, 1)}
    if one_in(draw, 3):
        delay = number(draw, 0, 24, 0, steps=48)
        table["realisation_delay"] = written(delay, "month", 0, 48)
    if one_in(draw, 3):
        growth = number(draw, -0.02, 0.04, 0, steps=12)
        table["real_value_growth"] = written(growth, "1", -0.1, 0.1)
    return table


def _receiver(draw: st.DrawFn, of_class: str, hospitals: list[str]) -> str:
    """Somebody whom the class fits."""
    if of_class in {"capacity", "avoided_growth"}:
        return pick(draw, (*ORGANISATIONS, *hospitals))
    allowed = (*ACTORS, *hospitals)
    return pick(draw, [a for a in allowed if a != "society"] if of_class == "cash" else allowed)


def _events(draw: st.DrawFn, actors: tuple[str, ...], hospitals: list[str]) -> Table:
    unit, of_class = pick(draw, INDICATORS), pick(draw, CLASSES)
    baseline = number(draw, 0.1, 30, 0, steps=299)
    counted = f"{unit}/patient/year"
    table: Table = {
        "unit": unit,
        "baseline": written(baseline, counted, 0, 60),
        "baseline_from": "assumed",
        "class": of_class,
        "receiver": _receiver(draw, of_class, hospitals),
    }
    if one_in(draw, 3):
        change = number(draw, -baseline / 2, 10, 0, -baseline, steps=40)
        table["change"] = _ranged(change, counted, -baseline, 15)
    else:
        effect = number(draw, -0.5, 0.5, -1, 0, 2, steps=40)
        table["effect"] = _ranged(effect, "1", -1, 3)
    if of_class == "quality_unpriced":
        table["plus_minus"] = _plus_minus(draw)
    elif unit == "bed_day" and of_class in WORK_CLASSES:
        table["bed_day_value"] = {
            name: written(number(draw, 100, most, 0, steps=20), "NOK/bed_day", 0, 90_000)
            for name, most in (("average", 30_000), ("capacity", 12_000), ("marginal", 4000))
        }
    elif unit == "work_hour":
        table |= _decided(draw, of_class, "unit_value")
    else:
        worth = number(draw, -5000, 30_000, 0, steps=70)
        table["unit_value"] = written(worth, f"NOK/{unit}", -6000, 40_000)
    if of_class == "transfer":
        others = [actor for actor in actors if actor != table["receiver"]]
        table["counterparty"] = pick(draw, others)
    return table


def _decided(draw: st.DrawFn, of_class: str, key: str) -> Table:
    """Kroner of hours, where a budget decision makes them kroner."""
    if of_class != "cash" and one_in(draw, 2):
        return {}
    worth = written(number(draw, 100, 900, 0, steps=16), "NOK/work_hour", 0, 2000)
    return {"budget_decision": DECISION, key: worth}


def _hours(draw: st.DrawFn, hospitals: list[str], jobs: list[str]) -> Table:
    of_class = pick(draw, WORK_CLASSES)
    before, after = (number(draw, 0, 400, 0, steps=80) for _ in range(2))
    return {
        "profession": pick(draw, jobs),
        "before": written(before, "work_minute/patient", 0, 800),
        "after": _ranged(after, "work_minute/patient", 0, 800),
        "periods": written(pick(draw, (26, 52, 12)), "1/year", 1, 100),
        "class": of_class,
        "receiver": pick(draw, (*ORGANISATIONS, *hospitals)),
        **_decided(draw, of_class, "hour_value"),
    }


def _loop(draw: st.DrawFn, hospitals: list[str], jobs: list[str]) -> Table:
    contacts = [_contact(draw, n, hospitals, jobs) for n in range(whole(draw, 1, MOST_CONTACTS))]
    table: Table = {
        "baseline": written(number(draw, 0.1, 6, 0, steps=59), "event/patient/year", 0, 20),
        "baseline_from": "assumed",
        "effect": _ranged(number(draw, -0.6, 0.6, -1, 0, steps=24), "1", -1, 2),
        "contacts": contacts,
    }
    if any(contact["class"] == "cash" and "time" in contact for contact in contacts):
        table["budget_decision"] = DECISION
    return table


def _contact(draw: st.DrawFn, position: int, hospitals: list[str], jobs: list[str]) -> Table:
    contact: Table = {
        "id": f"kontakt_{position}",
        "service": f"Kontakt {position}",
        "payer": pick(draw, (*ORGANISATIONS, *hospitals)),
        "class": pick(draw, WORK_CLASSES),
    }
    ways = pick(draw, ("time", "cost", "both"))
    if ways != "cost":
        contact["time"] = written(number(draw, 5, 240, 0, steps=47), "work_minute/event", 0, 500)
        contact["hourly_cost"] = written(number(draw, 100, 900, steps=16), "NOK/work_hour", 0, 2000)
        if one_in(draw, 2):
            contact["profession"] = pick(draw, jobs)
    if ways != "time":
        contact["cost"] = written(number(draw, 100, 9000, 0, steps=89), "NOK/event", 0, 20_000)
    return contact


def _described(draw: st.DrawFn, actors: tuple[str, ...]) -> Table:
    return {
        "class": "quality_unpriced",
        "receiver": pick(draw, actors),
        "plus_minus": _plus_minus(draw),
    }


def _plus_minus(draw: st.DrawFn) -> Table:
    return {
        "importance": pick(draw, ("small", "medium", "large")),
        "extent": whole(draw, -3, 3),
        "reason": "Sagt av brukerne",
    }


def _ranged(likely: float, unit: str, low: float, high: float) -> Written:
    """A number with a range, or one that a source fixes."""
    way = written(likely, unit, low, high)
    if isinstance(way, dict):
        return way
    ends = {"low": low + (likely - low) / 2, "high": likely + (high - likely) / 2}
    return {"likely": likely, **ends, "means": "limits"}
