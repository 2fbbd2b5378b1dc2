"""Tornado, scenarios and maps: every figure is that of a plain run with the same numbers."""

from __future__ import annotations

import numpy as np
import pytest
from changed_project import figure_of_run, with_number
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import gevinst as gv
from gevinst.errors import CoverageError
from gevinst.schema import Project
from gevinst.schema.input_names import input_name
from gevinst.sensitivity import scenarios, tornado, two_way
from gevinst.testing import projects

FEW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
EXACT = 1e-12
QUANTITY = "present_net_gain"


@pytest.fixture(scope="module")
def nord_troms() -> Project:
    return gv.example("nord-troms")


@FEW
@given(projects(years=1, paying=2), st.integers(0, 1000))
def test_every_end_of_a_tornado_is_a_plain_run_with_that_value(
    project: Project, number: int
) -> None:
    """Whatever the project, for a bar picked at random."""
    assume(any(value.low < value.high for _, value in project.values()))
    made = tornado(project, QUANTITY)
    bar = made.bars[number % len(made.bars)]

    for end, found in ((bar.input.value.low, bar.at_low), (bar.input.value.high, bar.at_high)):
        try:
            expected = figure_of_run(with_number(project, bar.input.path, end), QUANTITY)
        except CoverageError:
            assert np.isnan(found)
            continue
        size = max(abs(expected), abs(made.base), 1.0)
        assert abs(found - expected) <= EXACT * size

    assert made.base == pytest.approx(figure_of_run(project, QUANTITY), rel=EXACT, abs=1e-6)


@FEW
@given(projects(years=1))
def test_bars_come_widest_first_and_are_marked_where_the_sign_changes(project: Project) -> None:
    """Sorted by width; the mark is a change of sign at an end."""
    assume(any(value.low < value.high for _, value in project.values()))
    made = tornado(project, QUANTITY)
    widths = [bar.width for bar in made.bars if not np.isnan(bar.width)]

    assert widths == sorted(widths, reverse=True)
    for bar in made.bars:
        signs = {np.sign(x) for x in (bar.at_low, bar.at_high) if not np.isnan(x)}
        assert bar.crosses_zero == any(sign != np.sign(made.base) for sign in signs)


@FEW
@given(projects(years=1))
def test_a_scenario_with_nothing_changed_equals_the_run(project: Project) -> None:
    """Likely, and a named scenario without changes, are the run, bit for bit the same."""
    found = scenarios(project, {"ingenting": {}}, quantities=(QUANTITY, "charge", "cost"))
    likely, nothing = (found.names.index(name) for name in ("likely", "ingenting"))

    np.testing.assert_array_equal(found.values[:, likely], found.values[:, nothing])
    assert not found.frame().query("scenario == 'ingenting'")["differs"].any()
    assert found.values[0, likely] == pytest.approx(
        figure_of_run(project, QUANTITY), rel=EXACT, abs=1e-6
    )


def test_a_named_scenario_equals_the_project_with_these_numbers(nord_troms: Project) -> None:
    """Two inputs changed at once, one by name and in months, one by path."""
    changes = {"groups.kols.ramp_time": 30, "cost_lines[0].amount": "310000 NOK/year"}
    found = scenarios(nord_troms, {"sen": changes}, quantities=("cost",), year=2028)
    project = with_number(nord_troms, "groups[0].ramp_time", 2.5)
    project = with_number(project, "cost_lines[0].amount", 310_000.0)

    expected = figure_of_run(project, "cost", period=1)

    assert found.values[0, found.names.index("sen")] == pytest.approx(expected, rel=EXACT)
    marked = found.input_frame().query("scenario == 'sen' and differs")
    assert sorted(marked["input"]) == ["cost_lines.plattform.amount", "groups.kols.ramp_time"]
    assert sorted(marked["value"]) == [30.0, 310_000.0]


def test_worst_is_never_better_than_any_bar_alone(nord_troms: Project) -> None:
    """Each input stands at the end that alone is the worse, or the better."""
    found = scenarios(nord_troms, worst_and_best=QUANTITY, quantities=(QUANTITY,))
    made = tornado(nord_troms, QUANTITY)
    worst, best = (found.values[0, found.names.index(name)] for name in ("worst", "best"))

    assert worst < min(min(bar.at_low, bar.at_high) for bar in made.bars)
    assert best > max(max(bar.at_low, bar.at_high) for bar in made.bars)


def test_every_cell_of_a_map_is_a_plain_run(nord_troms: Project) -> None:
    """The corners and a cell in between."""
    found = two_way(nord_troms, "groups.kols.inclusion_share", "cost_lines.lisens.amount", points=3)

    for i, j in ((0, 0), (0, 2), (2, 0), (1, 2)):
        project = with_number(nord_troms, found.input_a.path, found.input_a.canonical(found.a[i]))
        project = with_number(project, found.input_b.path, found.input_b.canonical(found.b[j]))
        assert found.values[i, j] == pytest.approx(figure_of_run(project, QUANTITY), rel=EXACT)


def test_names_and_paths_give_the_same_answer(nord_troms: Project) -> None:
    """A name does not hang on positions; the path does."""
    by_path = tornado(nord_troms, inputs=["groups[0].dropout_rate"])
    by_name = tornado(nord_troms, inputs=[input_name(nord_troms, "groups[0].dropout_rate")])

    assert by_path == by_name


def test_a_number_for_one_partner_moves_the_figure(nord_troms: Project) -> None:
    """Inclusion stated for each municipality: each has a bar of its own, as a plain run has it."""
    group = nord_troms.groups[0]
    value = group.inclusion_share
    shares = {partner.code: value for partner in nord_troms.paying_partners}
    first = group.model_copy(update={"inclusion_share": shares})
    project = nord_troms.model_copy(update={"groups": (first, *nord_troms.groups[1:])})

    made = tornado(project, "patients", inputs=["groups.kols.inclusion_share.5542"], year=2030)

    (bar,) = made.bars
    changed = with_number(project, bar.input.path, bar.input.value.low)
    assert bar.at_low < made.base < bar.at_high
    assert bar.at_low == pytest.approx(figure_of_run(changed, "patients", period=3), rel=EXACT)
