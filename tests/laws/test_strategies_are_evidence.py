"""The strategies are part of the evidence: what binds does so often enough for a law to see it."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import event, given, settings

from gevinst.core.inputs import (
    BedDayValues,
    CalendarTask,
    ChangeByAmount,
    ChangeByShare,
    ChangeOfHours,
    ContactCost,
    FixedLine,
    Inputs,
    KitLine,
    OneOffLine,
    PatientLine,
    ServiceTask,
    StartTask,
    StopTask,
    UnitValue,
)
from gevinst.core.ledger import Ledger
from gevinst.running import refuse_undefined_keys
from gevinst.schema.value_forms import FORMS
from gevinst.testing import examples, inputs, project_tables, run_core
from gevinst.testing.gains import CLASSES
from gevinst.testing.money import BASES, WINDOWS

EXAMPLES = 400
ALMOST_ALL = 0.999
RARE = 20  # at least one project in twenty


def situations(x: Inputs, made: Ledger) -> set[str]:
    """What binds in a run, and which edges it is at."""
    active, eligible = made["active_patients"], made["eligible_patients"]
    by_role = [(made["workload_fte", r.id], made["presence_fte", r.id]) for r in x.roles]
    partner_time = made["patient_time"].sum(axis=(0, 2))
    alone = made["joined"].sum(axis=1) == 1
    found = {
        "minimum presence binds": any(np.any(p > w) for w, p in by_role),
        "workload binds": any(np.any(w > p) for w, p in by_role),
        "the eligible bind": np.any((active == eligible) & (active > 0)),
        "funding exceeds the cost": np.any(
            (made["total_funding_offered"] > made["total_cost"]) & (made["total_cost"] > 0)
        ),
        "a partner has no patients": np.any(partner_time == 0),
        "nobody has patients": np.all(partner_time == 0),
        "a partner is alone": x.frame.municipalities[1:] == (),
        "a partner is alone in some month": np.any(alone),
        "nobody takes part in some month": np.any(made["joined"].sum(axis=1) == 0),
        "a partner leaves": np.any(made["last_month"] > 0),
        "one year": x.frame.years == 1,
        "one group": len(x.frame.groups) == 1,
        "no cost lines": not x.lines,
        "no funding": not x.contributions,
        "no benefits": not x.benefits,
        "several draws": x.frame.draws > 1,
        "nearly all drop out": np.any(x.dropout_rate > 10),
        "patients at the start": np.any(x.opening_patients > 0),
        "more at the start than eligible": np.any(x.opening_patients[..., :1] > eligible[:, :, :1]),
        "nobody has to be present": any(np.all(r.minimum_presence == 0) for r in x.roles),
        "population falls": np.any(x.population_growth < 0),
    }
    found |= answering(x, made)
    kinds = {type(record).__name__ for record in (*x.tasks, *x.lines)}
    keys = {f"key {key.basis} by {key.window}" for key in x.keys if np.all(key.key_weight > 0)}
    classes = {f"benefit {line.benefit_class}" for line in x.benefits}
    benefits = [made["line_benefit", line.id] for line in x.benefits]
    signs = {
        name
        for worth in benefits
        for name, there in (("good benefit", np.any(worth > 0)), ("bad benefit", np.any(worth < 0)))
        if there
    }
    signs |= {f"delayed, fewer is better: {r.fewer_is_better}" for r in x.realisations if r.delayed}
    signs |= {type(record).__name__ for record in (*x.changes, *x.worths)}
    if any(name == "profession_time" for name, _ in made.values):
        signs.add("a profession's hours")
    return {name for name, there in found.items() if there} | kinds | keys | classes | signs


REQUIREMENTS = ("workload", "queue", "presence")


def answering(x: Inputs, made: Ledger) -> dict[str, object]:
    """What decides the positions in some month, and how they answer."""
    steps = {r.id: made["steps_decide", r.id] == 1 for r in x.roles}
    most = {
        (name, r.id): made[f"{name}_fte", r.id] > made["second_fte", r.id]
        for name in REQUIREMENTS
        for r in x.roles
    }
    levels = [made["service_level", q.id] for q in x.queues]
    found: dict[str, object] = {
        f"{name} decides": any(np.any(made[f"{name}_decides", r.id] == 1) for r in x.roles)
        for name in REQUIREMENTS
    }
    found |= {
        f"whole positions decide where {name} is largest": any(
            np.any(most[name, r.id] & steps[r.id]) for r in x.roles
        )
        for name in REQUIREMENTS
    }
    fills = {t.id: t for t in x.team_presence}
    return found | {
        "the target takes several people": any(
            np.any(made["queue_positions", q.id] > 1) for q in x.queues
        ),
        "several people answer": any(
            np.any(made["answering_positions", q.id] > 1) for q in x.queues
        ),
        "some are answered late": any(np.any((a > 0) & (a < ALMOST_ALL)) for a in levels),
        "never closed": np.all(made["longest_closure"] == 0),
        "a backlog gathers over night": any(
            np.any(made["backlog_after_night", r.id] > 0) for r in x.roles
        ),
        "a task has a deadline": bool(x.deadlines),
        "a role fills up the team": any(
            np.any(made["presence_hours", r.id] > r.minimum_presence * made["open_time"])
            for r in x.roles
            if r.id in fills
        ),
    }


EXPECTED = (
    *(f"{name} decides" for name in REQUIREMENTS),
    *(f"whole positions decide where {name} is largest" for name in REQUIREMENTS),
    "the target takes several people",
    "several people answer",
    "some are answered late",
    "never closed",
    "a backlog gathers over night",
    "a task has a deadline",
    "a role fills up the team",
    "minimum presence binds",
    "workload binds",
    "the eligible bind",
    "funding exceeds the cost",
    "a partner has no patients",
    "nobody has patients",
    "a partner is alone",
    "a partner is alone in some month",
    "nobody takes part in some month",
    "a partner leaves",
    "one year",
    "one group",
    "no cost lines",
    "no funding",
    "no benefits",
    "several draws",
    "nearly all drop out",
    "patients at the start",
    "more at the start than eligible",
    "nobody has to be present",
    "population falls",
    "good benefit",
    "bad benefit",
    *(kind.__name__ for kind in (ServiceTask, StartTask, StopTask, CalendarTask)),
    *(kind.__name__ for kind in (FixedLine, PatientLine, KitLine, OneOffLine)),
    *(f"key {basis} by {window}" for basis in BASES for window in WINDOWS),
    *(f"benefit {benefit_class}" for benefit_class in CLASSES),
    *(kind.__name__ for kind in (ChangeByShare, ChangeByAmount, ChangeOfHours)),
    *(kind.__name__ for kind in (UnitValue, BedDayValues, ContactCost)),
    *(f"delayed, fewer is better: {fewer}" for fewer in (False, True)),
    "a profession's hours",
)


@pytest.fixture(scope="module")
def seen() -> Counter[str]:
    """How many of the projects are in each situation."""
    return Counter(
        name for x in examples(inputs(), EXAMPLES) for name in situations(x, run_core(x))
    )


@pytest.mark.parametrize("situation", EXPECTED)
def test_at_least_one_project_in_twenty(seen: Counter[str], situation: str) -> None:
    """Each situation occurs in at least one project of twenty."""
    assert seen[situation] >= EXAMPLES / RARE, f"{seen[situation]} of {EXAMPLES}"


@settings(max_examples=50)
@given(inputs())
def test_every_project_can_be_run(x: Inputs) -> None:
    """There is always somebody to pay, and a basis to split by; the events tell what occurred."""
    made = run_core(x)
    for situation in sorted(situations(x, made)):
        event(situation)

    refuse_undefined_keys(made)
    assert np.all(np.isfinite(made["charge"]))


def test_numbers_are_written_in_every_way_that_a_file_may_write_them() -> None:
    """As a number, as text with its unit, with a source, as a range, and as a distribution."""
    ways: Counter[str] = Counter()
    for table in examples(project_tables(), 50):
        for role in table["centre"]["roles"]:
            for given_number in role.values():
                if isinstance(given_number, dict):
                    forms = (form for form in FORMS if form in given_number)
                    ways[given_number.get("means") or next(forms, "table")] += 1
                else:
                    ways[type(given_number).__name__] += 1

    written = ("80 % interval", "limits", "distribution", "95 % interval", "value")
    assert all(ways[way] > 0 for way in (*written, "float", "str"))
