"""What is measured once is known once: values taken from one measurement are one input."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import gevinst as gv
from gevinst.errors import ArgumentError, ProjectError
from gevinst.loading import from_tables
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.sensitivity import tornado
from gevinst.uncertainty.uncertain import sampler_of

LINE = "liggedogn"
CERTAIN = {
    "effect": {"value": -0.1, "source": "prøve"},
    "realisation_share": 0.8,
    "realisation_delay": "6 month",
    "bed_day_value": {
        kind: {"value": "7000 NOK/bed_day", "source": "prøve"}
        for kind in ("average", "capacity", "marginal")
    },
}
"""All of the line but its baseline, so that nothing else is drawn for each part of it."""


def tables(*parts: list[str]) -> dict[str, Any]:
    """The first example, with its measured line once for each of these lists of patient groups."""
    raw = tables_of(gv.example("nord-troms"))
    (line,) = (one for one in raw["benefits"] if one["id"] == LINE)
    split = [
        {**line, **CERTAIN, "id": f"{LINE}-{number}", "name": f"Del {number}", "groups": groups}
        for number, groups in enumerate(parts, start=1)
    ]
    raw["benefits"] = [*split, *(one for one in raw["benefits"] if one["id"] != LINE)]
    for accepted in raw.get("accepted_overlaps", []):
        accepted["lines"] = [f"{LINE}-1" if one == LINE else one for one in accepted["lines"]]
    for box in raw["map"]:
        if box.get("benefit") == LINE:
            box["benefit"] = f"{LINE}-1"
    return raw


@pytest.fixture(scope="module")
def groups() -> list[str]:
    return [group.id for group in gv.example("nord-troms").groups]


@pytest.fixture(scope="module")
def split(groups: list[str]) -> Project:
    return from_tables(tables(groups[:1], groups[1:]))


def test_a_line_in_two_parts_is_as_uncertain_as_the_whole(
    split: Project, groups: list[str]
) -> None:
    whole = from_tables(tables(groups))

    one = gv.simulate(whole, 300, seed=5).one("present_net_gain", actor="unn")
    two = gv.simulate(split, 300, seed=5).one("present_net_gain", actor="unn")

    assert one.draws.std() > 0
    drawn = [
        f"benefits.{LINE}-1.baseline" in sampler_of(p, 5).distributions for p in (whole, split)
    ]
    assert drawn == [True, True]
    np.testing.assert_allclose(two.draws, one.draws, rtol=1e-9)


def test_the_parts_are_one_bar_and_one_draw(split: Project) -> None:
    bars = [bar for bar in tornado(split, actor="unn").bars if "baseline" in bar.input.name]
    (bar,) = (bar for bar in bars if LINE in bar.input.name)
    drawn = sampler_of(split, 5).distributions

    assert "Del 1 + Del 2" in bar.input.label()
    assert bar.width > 0
    assert [name for name in drawn if LINE in name and "baseline" in name] == [bar.input.name]


def test_either_part_may_be_named(split: Project) -> None:
    by_first, by_second = (
        gv.sensitivity.break_even(
            split, f"benefits.{LINE}-{number}.baseline", actor="unn", points=9
        )
        for number in (1, 2)
    )

    assert by_first.input == by_second.input


def test_a_scenario_cannot_give_one_measurement_two_numbers(split: Project) -> None:
    names = [f"benefits.{LINE}-{number}.baseline" for number in (1, 2)]

    alike = gv.sensitivity.scenarios(split, {"lik": dict.fromkeys(names, 4.0)})
    with pytest.raises(ArgumentError, match="two numbers"):
        gv.sensitivity.scenarios(split, {"ulik": dict(zip(names, (4.0, 5.0), strict=True))})

    assert names[0] in [one.name for one in alike.inputs]


def test_a_draw_that_is_explained_moves_both_parts(split: Project) -> None:
    simulation = gv.simulate(split, 50, seed=5)
    told = simulation.explain(90, "present_net_gain", actor="unn")
    row = simulation.one("present_net_gain", actor="unn")

    assert sum(part.value for part in told.root.children) == pytest.approx(
        row.draws[simulation.nearest_draw(row, 90)], rel=1e-12
    )


def test_parts_of_one_measurement_cannot_be_correlated(groups: list[str]) -> None:
    raw = tables(groups[:1], groups[1:])
    names = [f"benefits.{LINE}-{number}.baseline" for number in (1, 2)]
    raw["correlations"] = [{"inputs": names, "rank": 0.5, "note": "prøve"}]

    with pytest.raises(ProjectError, match=names[0]):
        from_tables(raw)
