"""Questions about a project's staff: how many patients, what is saved together, busy days."""

import subprocess
import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import gevinst
from gevinst.errors import ArgumentError, CoverageError, ProjectError, QuantityError
from gevinst.results import Results
from gevinst.schema import Month, Project
from gevinst.studies.capacity import Capacity
from gevinst.studies.models import changed, paying_partner, with_partner
from gevinst.studies.overload import shares_of

EXAMPLES = ("nord-troms", "hallingdal", "mila")


@pytest.fixture(scope="module", params=EXAMPLES)
def project(request: pytest.FixtureRequest) -> Project:
    """Each of the three example centres."""
    return gevinst.example(request.param)


@pytest.fixture(scope="module")
def small() -> Project:
    return gevinst.example("nord-troms")


@pytest.fixture(scope="module")
def answer(small: Project) -> Capacity:
    return gevinst.staffing.capacity(small)


@pytest.fixture(scope="module")
def results(small: Project) -> Results:
    return gevinst.run(small)


def with_patients(project: Project, patients: float, like: Capacity) -> Project:
    """The project with so many more inhabitants."""
    factor = patients / like.patients_now
    groups = tuple(
        g.model_copy(
            update={
                "eligible_per_inhabitant": replace(
                    g.eligible_per_inhabitant, likely=g.eligible_per_inhabitant.likely * factor
                )
            }
        )
        for g in project.groups
    )
    return changed(project, groups=groups)


def even(project: Project, patients: float, like: Capacity) -> dict[str, float]:
    """Positions of another road: a project whose eligible patients are scaled, in its last year.

    The horizon is long enough for the mix to settle, so that the last year is even.
    """
    found = gevinst.run(with_patients(project, patients, like))
    return {
        r.id: float(found.ledger["staffed_fte", r.id][0, 0, -12:, 0].max())
        for r in found.inputs.roles
    }


def test_the_answer_is_minimal_by_another_road(small: Project) -> None:
    """More inhabitants instead of more volume: so many fit, and one more does not."""
    last = gevinst.run(small).frame.year_labels[-1]
    most = gevinst.staffing.capacity(small, last)
    assert most.patients is not None

    fits = even(small, most.patients, most)
    one_more = even(small, most.patients + 1, most)

    assert fits == pytest.approx(dict(most.staff), abs=1e-9)
    assert one_more["sykepleier"] == pytest.approx(most.steps[0].positions, abs=1e-9)
    assert one_more["sykepleier"] > most.staff["sykepleier"]


def test_the_staff_of_the_year_can_follow_its_patients(project: Project) -> None:
    most = gevinst.staffing.capacity(project)

    assert most.patients is not None
    assert most.patients >= np.floor(most.patients_now)


def test_steps_follow_on_one_another(project: Project) -> None:
    """Each starts where the one before ended, takes more patients, and costs what it says."""
    most = gevinst.staffing.capacity(project, steps=4)

    frame = most.frame()

    for role, steps in frame.groupby("role"):
        assert len(steps) == 4
        assert (np.diff(steps["patients"]) > 0).all()
        assert steps["positions_before"].iloc[0] == most.staff[role]
        np.testing.assert_array_equal(steps["positions_before"][1:], steps["positions"][:-1])
        per_fte = steps["added_cost"] / (steps["positions"] - steps["positions_before"])
        np.testing.assert_allclose(per_fte, per_fte.iloc[0], rtol=1e-9)
    assert frame["patients"].min() == most.patients + 1
    assert set(most.limited_by) == set(frame[frame["patients"] == most.patients + 1]["role"])


def test_the_published_figure_is_beside_and_not_in_the_answer(answer: Capacity) -> None:
    """Patients per position are the quotient of two results, far from 80 at a small centre."""
    assert answer.patients is not None

    each = answer.patients_per_position

    assert set(each) == {"sykepleier"}
    assert each["sykepleier"] == answer.patients / answer.staff["sykepleier"]
    assert each["sykepleier"] < answer.published.value / 2
    assert "helsedirektoratet.no" in answer.published.url


def test_the_answer_can_be_read(answer: Capacity) -> None:
    norwegian, english = answer.text("nb"), answer.text("en")

    assert f"kan følge opp {answer.patients} pasienter" in norwegian
    assert f"can follow {answer.patients} patients" in english
    assert (
        f"Fra {answer.steps[0].patients} pasienter må Sykepleier øke fra 1,4 til 1,5" in norwegian
    )
    assert "om lag 80" in norwegian
    assert "about 80" in english


def test_a_staff_that_no_patient_makes_grow_has_no_limit(small: Project) -> None:
    """Work by the calendar only."""
    tasks = tuple(t for t in small.tasks if t.per == "year")
    roles = tuple(r.model_copy(update={"response": None}) for r in small.centre.roles)
    centre = small.centre.model_copy(update={"roles": roles})

    most = gevinst.staffing.capacity(changed(small, tasks=tasks, centre=centre))

    assert most.patients is None
    assert most.steps == ()
    assert most.limited_by == ()
    assert np.isnan(most.total_cost)
    assert "øker ikke" in most.text()
    assert "does not grow" in most.text("en")


def test_apart_and_together_are_the_coalitions_of_the_price(project: Project) -> None:
    """The same model as `coalition_costs`: alone and all together cost what they cost there."""
    pool = gevinst.staffing.pooling(project)
    costs = gevinst.coalition_costs(project, pool.year)

    np.testing.assert_allclose([s.total_cost for s in pool.apart], costs.alone, rtol=1e-12)
    assert pool.together.total_cost == pytest.approx(costs.costs[-1], rel=1e-12)


def test_together_is_the_run(project: Project) -> None:
    """All together have the positions of the results."""
    pool = gevinst.staffing.pooling(project)
    table = gevinst.run(project).table("staffing")
    of_year = table[(table["year"] == pool.year)]

    for quantity in ("needed_fte", "staffed_fte"):
        found = of_year[of_year["quantity"] == quantity].set_index("role")["value"]
        for role, value in getattr(pool.together, quantity).items():
            assert found[role] == pytest.approx(value, rel=1e-12)


def test_nobody_needs_more_together(project: Project) -> None:
    """Neither before nor after rounding, in any year."""
    for year in gevinst.run(project).frame.year_labels:
        pool = gevinst.staffing.pooling(project, year)

        assert pool.more_needed_together == ()
        for role in pool.names:
            assert pool.saved("needed_fte", role) >= -1e-9
            assert pool.saved("staffed_fte", role) >= -1e-9


def test_any_set_can_be_pooled(small: Project) -> None:
    """Two groups of three, by name or code; the frame adds up."""
    by_name = [["Lyngen", "Storfjord"], ["Nordreisa"]]
    by_code = [["5538", "5536"], ["5542"]]

    pool = gevinst.staffing.pooling(small, 2029, by_name)

    assert [s.members for s in pool.apart] == [("Storfjord", "Lyngen"), ("Nordreisa",)]
    assert pool.together.members == ("Nordreisa", "Storfjord", "Lyngen")
    frame = pool.frame()
    np.testing.assert_allclose(frame["apart"] - frame["together"], frame["saved"], atol=1e-9)
    roles = frame[(frame["role"] != "") & (frame["quantity"] == "staffed_fte")]
    assert roles["saved"].sum() == pytest.approx(pool.saved("staffed_fte"), abs=1e-12)
    centres = pool.centres()
    together = centres[centres["members"] == "Nordreisa, Storfjord, Lyngen"]
    assert len(together) == 9
    assert gevinst.staffing.pooling(small, 2029, by_code).year == 2029
    assert "Storfjord + Lyngen og Nordreisa" in pool.text()
    assert "2029" in pool.text("en")


def test_one_host_with_a_higher_tax_can_make_it_dearer(small: Project) -> None:
    """Positions go down, kroner up, and the text says so."""
    dear = with_partner(small, paying_partner(small, "5546"), payroll_tax_zone="I")
    roles = tuple(
        r.model_copy(update={"minimum_presence": replace(r.minimum_presence, likely=0.0)})
        for r in small.centre.roles
    )
    tasks = tuple(t for t in small.tasks if t.per != "year" and t.class_ != "immediate")
    roles = tuple(r.model_copy(update={"response": None}) for r in roles)
    step = replace(small.centre.staffing_step, likely=0.001)
    centre = small.centre.model_copy(update={"roles": roles, "staffing_step": step})
    other = changed(dear, centre=centre, tasks=tasks)

    pool = gevinst.staffing.pooling(other, groups=[["5546"], ["Nordreisa", "Lyngen"]])

    assert pool.saved("staffed_fte") >= 0
    assert pool.saved("staff_cost") < 0
    assert "dyrere" in pool.text()
    assert "dearer" in pool.text("en")


def test_the_answer_does_not_promise_that_deadlines_are_kept() -> None:
    """Hallingdal: the staff holds for so many, and the weekend's readings then come too late."""
    project = gevinst.example("hallingdal")
    last = gevinst.run(project).frame.year_labels[-1]
    most = gevinst.staffing.capacity(project, last)
    assert most.patients is not None

    made = gevinst.run(with_patients(project, most.patients, most)).ledger

    assert made["deadline_margin", "gjennomgang"][0, 0, -1, 0] < 0
    assert (round(most.patients_now), most.patients) == (46, 66)
    assert "frist" in most.text()
    assert "deadline" in most.text("en")


def test_a_saving_that_is_not_counted_is_said(small: Project) -> None:
    """What a role saves of the whole cost would be the whole cost once for each role."""
    pool = gevinst.staffing.pooling(small, 2029, [["Lyngen"], ["Storfjord"]])

    for quantity, role in (("needed", ""), ("total_cost", "sykepleier"), ("needed_fte", "lege")):
        with pytest.raises(ArgumentError) as caught:
            pool.saved(quantity, role)
        assert caught.value.argument == ("role" if role == "lege" else "quantity")


def test_busy_days_by_month_and_year(results: Results) -> None:
    """A year is the mean of its months, each with its open time."""
    months = gevinst.staffing.overload(results, "month")
    years = gevinst.staffing.overload(results)
    nurse = months[months["role"] == "sykepleier"]

    of_2028 = nurse[nurse["period"].str.startswith("2028")]["value"]
    year = years[(years["role"] == "sykepleier") & (years["year"] == 2028)]["value"]

    assert len(nurse) == 120
    assert set(months["quantity"]) == {"overload_share"}
    assert year.item() == pytest.approx(of_2028.mean(), rel=1e-12)


def test_busy_days_agree_with_days_drawn_at_random(results: Results) -> None:
    """The last month, task by task; a false alarm is five standard errors, once in two million."""
    last = len(results.frame.months) - 1
    draws = np.random.default_rng(4)
    days = 1_000_000

    def value(name: str, record: str = "") -> float:
        array = results.ledger[name, record]
        return float(array[0, 0, min(last, array.shape[2] - 1), 0])

    open_days = value("open_time") / 7.5
    limit = value("staffed_fte", "sykepleier") * value("net_hours_per_fte", "sykepleier") / 12
    work = np.zeros(days)
    for task in results.inputs.tasks:
        if task.role != "sykepleier":
            continue
        if task.work_class == "scheduled":
            work += value("task_hours", task.id) / open_days
        else:
            count = draws.poisson(value("handled_events", task.id) / open_days, days)
            hours = value("hours_per_event", task.id)
            work += hours * draws.gamma(np.maximum(count, 1)) * (count > 0)

    seen = float((work > limit / open_days).mean())

    expected = float(shares_of(results, "sykepleier", 0.0)[last])
    assert 1e-5 < expected < 0.5
    assert abs(seen - expected) < 5 * np.sqrt(expected * (1 - expected) / days)


def test_quiet_and_busy_days_stand_beside_poisson(results: Results) -> None:
    """More variation, more busy days, where the staff is above the mean."""
    both = gevinst.staffing.overload(results, daily_variation=0.2)
    wide = both.pivot_table(index="year", columns=["role", "quantity"], values="value")

    nurse = wide["sykepleier"]

    assert (nurse["overload_share_varying"] > nurse["overload_share"]).all()
    assert (wide["leder"] == 0).all().all()


def test_months_without_opening_have_no_rows(small: Project) -> None:
    """The centre opens in April, so the year is nine months."""
    late = changed(
        small,
        cost_lines=tuple(line for line in small.cost_lines if line.kind != "one_off"),
    )
    for partner in small.paying_partners:
        late = with_partner(late, partner, joins=Month(2027, 4))

    months = gevinst.staffing.overload(gevinst.run(late), "month")

    assert months["period"].min() == "2027-04"


@pytest.mark.parametrize(
    ("question", "arguments", "kind"),
    [
        ("capacity", {"year": 1999}, CoverageError),
        ("capacity", {"steps": 0}, ArgumentError),
        ("capacity", {"steps": True}, ArgumentError),
        ("capacity", {"steps": 1.5}, ArgumentError),
        ("pooling", {"year": 1999}, CoverageError),
        ("pooling", {"groups": ["Lyngen", "Storfjord"]}, ArgumentError),
        ("pooling", {"groups": "Lyngen"}, ArgumentError),
        ("pooling", {"groups": 5}, ArgumentError),
        ("pooling", {"groups": [[5536], [5538]]}, ArgumentError),
        ("pooling", {"groups": [5536, 5538]}, ArgumentError),
        ("pooling", {"groups": [["Lyngen"]]}, ArgumentError),
        ("pooling", {"groups": [["Lyngen"], []]}, ArgumentError),
        ("pooling", {"groups": [["Lyngen"], ["Storfjord", "Lyngen"]]}, ArgumentError),
        ("pooling", {"groups": [["Lyngen"], ["Storfjor"]]}, QuantityError),
    ],
)
def test_what_cannot_be_answered_is_said(
    small: Project, question: str, arguments: dict[str, Any], kind: type[Exception]
) -> None:
    with pytest.raises(kind) as caught:
        getattr(gevinst.staffing, question)(small, **arguments)

    assert "{" not in caught.value.text("nb") + caught.value.text("en")  # type: ignore[attr-defined]


def test_a_year_without_patients_has_no_mix(small: Project) -> None:
    groups = tuple(
        g.model_copy(update={"inclusion_share": replace(g.inclusion_share, likely=0.0)})
        for g in small.groups
    )

    with pytest.raises(ArgumentError) as caught:
        gevinst.staffing.capacity(changed(small, groups=groups))

    assert caught.value.kind == "argument.no_patients"


def test_pooling_needs_the_zones(small: Project) -> None:
    unknown = with_partner(small, paying_partner(small, "Lyngen"), payroll_tax_zone=None)

    with pytest.raises(ProjectError):
        gevinst.staffing.pooling(unknown)


@pytest.mark.parametrize("wrong", [None, 5, "nord-troms"])
def test_something_else_than_a_project_or_results_is_refused(wrong: object) -> None:
    for question in ("capacity", "pooling", "overload"):
        with pytest.raises(ArgumentError):
            getattr(gevinst.staffing, question)(wrong)


@pytest.mark.parametrize("variance", [-0.1, 101, float("nan"), [0.1, 0.2]])
def test_a_variance_that_is_none_is_refused(results: Results, variance: Any) -> None:
    with pytest.raises(ArgumentError):
        gevinst.staffing.overload(results, daily_variation=variance)


def test_an_unknown_period_is_refused(results: Results) -> None:
    with pytest.raises(ArgumentError):
        gevinst.staffing.overload(results, "week")  # type: ignore[arg-type]


def test_plain_numbers_load_no_model() -> None:
    """Whoever embeds net hours does not carry tables and validation."""
    program = (
        "import sys, gevinst\n"
        "gevinst.staffing.net_hours(1950, [0.1])\n"
        "print([m for m in ('pandas', 'pydantic', 'gevinst.running') if m in sys.modules])"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert shown.stdout.strip() == "[]"
