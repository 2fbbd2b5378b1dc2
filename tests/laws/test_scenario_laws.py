"""What if a partner includes more: each case along the draws is what the model alone would say."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gevinst.assemble import assemble
from gevinst.axes import GROUP, MONTHS_IN_YEAR, total_over
from gevinst.coalitions import game_of, hosting_of
from gevinst.core.inputs import Inputs
from gevinst.schema import Project
from gevinst.studies.scenarios import MANY, RISE, Scenarios, charged, in_cases, scenarios_of
from gevinst.testing import equal, projects, run_core


def cases_of(project: Project) -> tuple[Inputs, Scenarios]:
    """Inputs of a project and every case of them."""
    x = assemble(project).inputs
    return x, scenarios_of(x)


@given(projects())
def test_the_first_case_is_the_project_as_it_is(project: Project) -> None:
    """Bit for bit: patients, cost and charges."""
    x, cases = cases_of(project)

    made, plain = charged(in_cases(x), cases.patients), run_core(x)

    for name in ("patient_time_all", "total_cost", "net_cost", "charge"):
        assert np.array_equal(made[name][..., 0], plain[name][..., 0]), name


@given(projects(), st.data())
def test_more_inclusion_is_the_project_with_a_larger_target(
    project: Project, data: st.DataObject
) -> None:
    """One partner's share of inclusion is a tenth larger, and everything follows."""
    x, cases = cases_of(project)
    partner = data.draw(st.integers(0, cases.partners - 1))
    factors = np.ones((1, cases.partners, 1, 1))
    factors[0, partner] += RISE
    larger = replace(x, inclusion_share=np.minimum(x.inclusion_share * factors, 1))

    made, alone = charged(in_cases(x), cases.patients), run_core(larger)

    for name in ("patient_time_all", "total_cost", "charge"):
        assert np.array_equal(made[name][..., 1 + partner], alone[name][..., 0]), name


@given(projects(), st.data())
def test_one_patient_more_is_one_patient_year(project: Project, data: st.DataObject) -> None:
    """Twelve patient-months, one start and one stop; ten patients are ten times that."""
    _, cases = cases_of(project)
    partner = data.draw(st.integers(0, cases.partners - 1))
    one, ten = 1 + cases.partners + partner, 1 + 2 * cases.partners + partner

    def added(name: str, draw: int) -> float:
        values = total_over(cases.patients[name], GROUP)[0, :, :, draw]
        return float((values - total_over(cases.patients[name], GROUP)[0, :, :, 0])[partner].sum())

    size = float(cases.patients["patient_time"].sum()) + MONTHS_IN_YEAR
    for name, amount in (("patient_time", 1.0), ("starts", 1.0), ("stops", 1.0)):
        assert equal(added(name, one), amount, scale=size)
        assert equal(added(name, ten), MANY * amount, scale=size)


@given(projects(), st.data())
def test_the_games_of_the_cases_are_those_of_their_patients(
    project: Project, data: st.DataObject
) -> None:
    """Bit for bit, though groups without the partner that changes are not computed again."""
    x, cases = cases_of(project)
    hosting = hosting_of(project)
    draw = data.draw(st.integers(0, cases.draws - 1))

    games = cases.games(hosting)

    assert len(games) == cases.draws
    assert np.array_equal(games[0].by_year, game_of(x, hosting).by_year)
    whole = game_of(x, hosting, cases.case(draw))
    assert np.array_equal(games[draw].by_year, whole.by_year)
    assert np.array_equal(games[draw].demands, whole.demands)
