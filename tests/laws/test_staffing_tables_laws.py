"""Tables of staffing, for any project: nothing lost, nothing said that the model does not say."""

import numpy as np
import pytest
from hypothesis import given, settings

import gevinst as gv
from gevinst.reporting import describe, render_page, render_text
from gevinst.results.binding import BINDINGS, bindings, months_decided
from gevinst.schema import Project
from gevinst.testing import projects

tables_of_a_run = settings(max_examples=max(10, settings.default.max_examples // 4))


@tables_of_a_run
@given(projects())
def test_a_week_of_presence_holds_the_hours_that_positions_work(project: Project) -> None:
    """Presence by hour of the week, times the weeks, is positions times net hours."""
    results = gv.run(project)
    table = results.table("presence", by="month")
    rows = table[table["quantity"] == "staffed_presence"]
    weekly = float(results.ledger["weekly_opening_hours"].flat[0])

    for role in results.inputs.roles:
        week = rows[rows["role"] == role.id].groupby("period", sort=False)["value"].sum()
        open_time = results.quantity("open_time").values[0, 0, :, 0]
        staffed = results.quantity("staffed_fte", role.id).values[0, 0, :, 0]
        net = float(role.net_hours_per_fte.flat[0])
        hours = staffed * net / 12
        assert week.to_numpy() * open_time / weekly == pytest.approx(hours, rel=1e-9)


@tables_of_a_run
@given(projects())
def test_hours_by_task_class_and_role_are_the_same_hours(project: Project) -> None:
    """Whatever the classes of work: tasks, classes and roles add up to one another."""
    table = gv.run(project).table("workload", by="month")

    def total(*quantities: str) -> float:
        return float(table[table["quantity"].isin(quantities)]["value"].sum())

    whole = total("work_hours")
    assert total("task_hours") == pytest.approx(whole, rel=1e-9)
    by_class = total("immediate_hours", "deferrable_hours", "scheduled_hours")
    assert by_class == pytest.approx(whole, rel=1e-9)


@tables_of_a_run
@given(projects())
def test_one_thing_decides_in_each_month_with_positions(project: Project) -> None:
    """Never two, never none where somebody is staffed, and a year's is one of its months'."""
    results = gv.run(project)

    for role in results.inputs.roles:
        says = [results.quantity(q, role.id).values[0, 0, :, 0] for q in BINDINGS.values()]
        staffed = results.quantity("staffed_fte", role.id).values[0, 0, :, 0] > 0
        assert np.array_equal(sum(says), staffed.astype(float))
        months = bindings(results, role.id, "month")
        for t, binding in enumerate(bindings(results, role.id, "year")):
            of_year = months[12 * t : 12 * t + 12]
            assert binding in of_year
            count, having = months_decided(results, role.id)[t]
            assert count <= having <= 12
            assert (binding == "none") == (having == 0)


@tables_of_a_run
@given(projects())
def test_the_staffing_of_any_project_can_be_told(project: Project) -> None:
    """Every timetable, target and class of work reads in both languages."""
    results = gv.run(project)

    for lang in ("nb", "en"):
        summary = describe(results, lang)  # type: ignore[arg-type]
        for shown in (render_text(summary), render_page(summary)):
            assert "{" not in shown.partition("</style>")[2]
            assert "nan" not in shown.casefold().split()
