"""What a simulation answers, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest

import gevinst as gv
from gevinst.errors import ArgumentError
from gevinst.schema import Project
from gevinst.uncertainty.simulation import Simulation


@pytest.fixture(scope="module")
def project() -> Project:
    return gv.example("nord-troms")


@pytest.fixture(scope="module")
def simulation(project: Project) -> Simulation:
    return gv.simulate(project, 400)


def test_the_summary_is_tidy(simulation: Simulation) -> None:
    frame = simulation.summary()

    assert list(frame.columns) == [
        "actor", "municipality", "year", "quantity",
        "mean", "p05", "p10", "p50", "p90", "p95", "unit",
    ]  # fmt: skip
    assert str(frame["year"].dtype) == "Int64"
    assert not frame.duplicated(["actor", "municipality", "year", "quantity"]).any()
    levels = frame[["p05", "p10", "p50", "p90", "p95"]].to_numpy()
    assert (np.diff(levels, axis=1) >= 0).all()


def test_charges_of_a_draw_add_up_to_what_is_left_of_the_cost(project: Project) -> None:
    """Funding is the rest: no draw charges more than the centre costs."""
    simulation = gv.simulate(project, 50, quantities=("charge", "cost"))
    years = simulation.model.inputs.frame.year_labels

    for year in years:
        charged = simulation.one("charge", year=year).draws
        assert (charged <= simulation.one("cost", year=year).draws * (1 + 1e-12)).all()


def test_a_probability_is_the_share_of_draws_and_says_no_more(simulation: Simulation) -> None:
    row = simulation.one("charge", municipality="Skjervøy", year=2028)
    level = float(np.median(row.draws))

    chance = simulation.probability("charge", above=level, municipality="Skjervøy", year=2028)

    assert chance == np.mean(row.draws > level) == 0.5
    assert chance.standard_error == pytest.approx(0.025)
    said = chance.sentence().replace("\u00a0", " ")
    assert said.startswith(
        "I 200 av 400 trekninger (50,0 %) er betalingen for Skjervøy i 2028 over "
    )


def test_certainty_is_never_claimed(simulation: Simulation) -> None:
    always = simulation.probability("charge", above=-1.0, municipality="Skjervøy", year=2028)
    never = simulation.probability("charge", above=1e12, municipality="Skjervøy", year=2028)

    assert (always, never) == (1.0, 0.0)
    assert "Det gjør det ikke sikkert" in always.sentence()
    assert "Det gjør det ikke umulig" in never.sentence()
    assert "does not make it certain" in always.sentence("en")


def test_municipalities_without_a_name_are_taken_together(simulation: Simulation) -> None:
    whole = simulation.one("present_net_gain")
    each = [row.draws for row in simulation.quantity("present_net_gain") if row.municipality]

    assert len(each) == len(simulation.model.inputs.frame.municipalities)
    np.testing.assert_allclose(whole.draws, np.sum(each, axis=0), rtol=1e-12)
    assert "kommunene samlet" in simulation.probability().sentence()


def test_the_draw_nearest_to_a_percentile_is_explained(simulation: Simulation) -> None:
    told = simulation.explain(90, "charge", municipality="Skjervøy", year=2028)
    row = simulation.one("charge", municipality="Skjervøy", year=2028)
    draw = simulation.nearest_draw(row, 90)

    assert told.value == row.draws[draw]
    assert f"trekning {draw + 1} av 400; i prosjektet står" in told.text(depth=9).lower()


def test_a_figure_of_a_year_is_of_the_last_one_unless_asked(simulation: Simulation) -> None:
    last = simulation.model.inputs.frame.year_labels[-1]

    assert np.array_equal(simulation.one("cost").draws, simulation.one("cost", year=last).draws)
    assert f" i {last} " in simulation.probability("cost").sentence()
    assert " i 2028 " in simulation.probability("cost", year=2028).sentence()


def test_a_figure_of_several_numbers_is_explained_as_their_sum(simulation: Simulation) -> None:
    told = simulation.explain(percentile=90)
    row = simulation.one("present_net_gain")

    assert told.value == row.draws[simulation.nearest_draw(row, 90)]
    assert sum(child.value for child in told.root.children) == pytest.approx(told.value, rel=1e-12)
    assert {child.municipality for child in told.root.children} == set(
        simulation.model.inputs.frame.municipalities
    )
    assert "kommunene samlet" in told.text(depth=0)
    assert "net gain in all of the GP" in simulation.explain(10, actor="gp").text("en", 0)


def test_expected_values_differ_from_those_at_the_expected_inputs(simulation: Simulation) -> None:
    """Whole positions and minimum presence make steps: the mean cost is not the cost of means."""
    frame = simulation.expected()
    cost = frame[frame["quantity"] == "cost"]

    assert cost["differs"].any()
    np.testing.assert_allclose(frame["difference"], frame["mean"] - frame["at_expected"])


def test_drawn_inputs_can_be_had_by_name_or_path(simulation: Simulation) -> None:
    by_name = simulation.drawn("benefits.liggedogn.effect")

    assert by_name.shape == (400,)
    assert np.array_equal(by_name, simulation.drawn("benefits[0].effect"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"draws": 0}, "draws"),
        ({"draws": -5}, "draws"),
        ({"draws": 10.5}, "draws"),
        ({"seed": -1}, "seed"),
        ({"workers": 0}, "workers"),
        ({"executor": "threads"}, "executor"),
        ({"sampling": "halton"}, "sobol"),
        ({"quantities": ("charges",)}, "charge"),
    ],
)
def test_what_cannot_be_simulated_is_refused(
    project: Project, wrong: dict[str, object], said: str
) -> None:
    with pytest.raises(ArgumentError, match=said):
        gv.simulate(project, **{"draws": 10, **wrong})  # type: ignore[arg-type]


def test_only_a_project_is_simulated() -> None:
    with pytest.raises(ArgumentError, match=r"gevinst\.load"):
        gv.simulate("nord-troms", draws=10)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "labels",
    [
        {"quantity": "charge", "municipality": "Skjervøyy", "year": 2028},
        {"quantity": "charge", "municipality": "Skjervøy", "year": 1999},
        {"quantity": "present_net_cash", "year": 2028},
        {"quantity": "cost", "actor": "gp", "year": 2028},
        {"quantity": "net_gain", "actor": "nobody", "year": 2028},
        {"quantity": "patients", "year": 2028},
    ],
)
def test_a_label_that_does_not_fit_is_refused(
    simulation: Simulation, labels: dict[str, object]
) -> None:
    with pytest.raises(ArgumentError):
        simulation.probability(**labels)  # type: ignore[arg-type]


def test_a_percentile_beyond_a_hundred_is_refused(simulation: Simulation) -> None:
    with pytest.raises(ArgumentError, match="percentile"):
        simulation.explain(101, "charge", municipality="Skjervøy", year=2028)
