"""Uncertain values of a project: every form, what is refused, and what people are shown."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import gevinst as gv
from gevinst.distributions import Gamma, LogitNormal, Pert, Shifted, Truncated, TwoPiece
from gevinst.errors import ProjectError
from gevinst.loading import from_tables
from gevinst.reporting import describe, render_page
from gevinst.schema import Project, Value
from gevinst.schema.value_forms import read_value
from gevinst.schema.values import Bounds
from gevinst.schema.written import tables_of

SHARE, RATE = Bounds(at_least=0, at_most=1), Bounds(at_least=0, at_most=1e6)
CHANGE = Bounds(at_least=-1, at_most=1000)
EFFECT, BASELINE = "benefits.liggedogn.effect", "benefits.liggedogn.baseline"
RATIO = {
    "estimate": 0.81, "low": 0.65, "high": 1.0, "means": "95 % interval", "scale": "ratio",
    "source": "Prøven",
}  # fmt: skip


def read(table: Mapping[str, Any], unit: str = "1", bounds: Bounds = SHARE) -> Value:
    """The value of a table that is right."""
    value, findings = read_value(table, unit, bounds)
    assert findings == []
    assert value is not None
    return value


def kinds(table: Mapping[str, Any], unit: str = "1", bounds: Bounds = SHARE) -> list[Any]:
    """Place and kind of what is wrong with a table."""
    value, findings = read_value(table, unit, bounds)
    assert value is None
    return [(*finding.loc, finding.kind) for finding in findings]


def project(extra: Mapping[str, Any] | None = None, **line: Any) -> Project:
    """The smallest example with other numbers in its line of bed-days."""
    tables = tables_of(gv.example("hallingdal"))
    beds = next(part for part in tables["benefits"] if part["id"] == "liggedogn")
    beds.update(line)
    return Project.model_validate(tables | dict(extra or {}))


def test_every_parameter_is_read_in_its_unit() -> None:
    table = {"distribution": "gamma", "mean": "5 bed_day/patient/month", "sd": 30}

    value = read(table, "bed_day/patient/year", RATE)

    assert value.distribution == Gamma(4, 15)
    assert value.likely == 60
    assert [value.low, value.high] == pytest.approx(Gamma(4, 15).quantile([0.1, 0.9]))
    assert value.means == "80 % interval"


def test_counts_are_counted_in_the_unit_of_the_field() -> None:
    value = read({"distribution": "poisson", "mean": "3 month"}, "month", RATE)

    assert value.distribution is not None
    assert value.likely == pytest.approx(0.25)
    drawn = value.distribution.quantile(np.linspace(0.01, 0.99, 50)) * 12
    assert drawn == pytest.approx(np.round(drawn))


@pytest.mark.parametrize(
    ("bounds", "space"),
    [(SHARE, "logit"), (RATE, "log"), (Bounds(at_least=0.1), "log"), (CHANGE, "plain")],
)
def test_an_interval_is_made_in_the_space_of_its_field(bounds: Bounds, space: str) -> None:
    table = {"likely": 0.3, "low": 0.2, "high": 0.5, "means": "90 % interval"}

    made = read(table, bounds=bounds).distribution

    assert isinstance(made, TwoPiece)
    assert made.space == space
    assert made.quantile([0.05, 0.5, 0.95]) == pytest.approx([0.2, 0.3, 0.5], rel=1e-12)


def test_limits_are_a_pert_distribution() -> None:
    table = {"likely": 0.3, "low": 0, "high": 1, "means": "limits"}

    assert read(table).distribution == Pert(0, 0.3, 1)
    assert read({"value": 0.3}).distribution is None


def test_an_estimate_keeps_its_interval_and_its_scale() -> None:
    change = read(RATIO, bounds=CHANGE)
    share = {"estimate": 0.3, "low": 0.2, "high": 0.42, "means": "95 % interval", "scale": "logit"}

    assert [change.low, change.likely, change.high] == pytest.approx([-0.35, -0.19, 0])
    assert isinstance(change.distribution, Shifted)
    assert change.level == 0.95
    assert isinstance(read(share).distribution, LogitNormal)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"distribution": "bta", "mean": 1}, [("distribution", "choice.unknown")]),
        ({"distribution": 3}, [("distribution", "choice.unknown")]),
        ({"distribution": "beta", "mean": 0.3}, [("distribution.missing_key",)]),
        ({"distribution": "beta", "mean": 0.3, "sd": 0.6}, [("sd", "distribution.too_wide")]),
        (
            {"distribution": "beta", "mean": "x", "sd": True, "shape": 1},
            [("shape", "key.unknown"), ("mean", "unit.unparsable"), ("sd", "number.wrong_type")],
        ),
        ({"distribution": "normal", "mean": 0.3, "sd": -1}, [("sd", "distribution.negative")]),
        (
            {"distribution": "pert", "low": 0.5, "likely": 0.4, "high": 0.6},
            [("low", "distribution.over")],
        ),
        ({"distribution": "uniform", "low": 0.5, "high": 1.5}, [("distribution",
          "distribution.beyond")]),
        ({"distribution": "normal", "mean": 2, "sd": 0.1, "truncate": True}, [("distribution",
          "distribution.mostly_beyond")]),
        ({"distribution": "empirical", "values": []}, [("values", "distribution.empty")]),
        ({"distribution": "empirical", "values": 3}, [("values", "list.expected")]),
        ({"distribution": "empirical", "values": [0.1, "a"]}, [("values", 1, "unit.unparsable")]),
        ({**RATIO, "scale": "cubic"}, [("scale", "choice.unknown")]),
        ({**RATIO, "means": "limits"}, [("means", "estimate.means")]),
        ({**RATIO, "low": 0.9}, [("low", "distribution.over")]),
        ({**RATIO, "high": 3}, [("estimate", "distribution.lopsided")]),
        (
            {"likely": 0.3, "low": 0, "high": 0.4, "means": "80 % interval"},
            [("low", "range.beyond")],
        ),
        (
            {"likely": 0.3, "low": 0, "high": 0.4, "means": "80 % interval", "truncate": 1},
            [("truncate", "boolean.wrong_type")],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_at_its_key(table: Mapping[str, Any], expected: list[Any]) -> None:
    assert kinds(table) == expected


def test_what_lies_beyond_is_cut_where_that_is_asked_for_and_said() -> None:
    table = {"likely": 0.3, "low": 0, "high": 0.4, "means": "80 % interval", "truncate": True}

    value = read(table)

    assert isinstance(value.distribution, Truncated)
    assert value.cut == pytest.approx(0.1)
    assert value.distribution.mass_outside(0, 1) == 0


def test_distributions_are_written_again_as_they_were_and_count_in_the_checksum() -> None:
    gamma = {"distribution": "gamma", "mean": "5 bed_day/patient/year", "sd": 2}
    made = project(effect=RATIO, baseline=gamma)

    again = Project.model_validate(tables_of(made))

    assert again == made
    assert again.checksum == made.checksum
    assert project(effect=RATIO, baseline={**gamma, "sd": 3}).checksum != made.checksum
    assert dict(made.values())["benefits[0].baseline"].likely == 5


def test_people_are_told_of_the_distribution_in_words(tmp_path: Path) -> None:
    gamma = {"distribution": "gamma", "mean": "5 bed_day/patient/year", "sd": 2}
    results = gv.run(project(effect=RATIO, baseline=gamma))

    origins = [origin for cells in results.provenance.values() for origin in cells.values()]
    spread = {origin.path: origin.spread for origin in origins if origin.spread}

    assert spread["benefits[0].baseline"].nb == "gamma, snitt 5, standardavvik 2"
    assert spread["benefits[0].effect"].nb == (
        "anslag 0,81, 95 %-intervall 0,65 til 1, forholdet mellom etter og før"
    )
    assert "gamma, snitt 5, standardavvik 2" in render_page(describe(results, "nb"))
    path = tmp_path / "bok.xlsx"
    gv.workbook(project(effect=RATIO, baseline=gamma), path)
    assert gv.load(path) == project(effect=RATIO, baseline=gamma)


def test_a_price_of_another_year_is_spread_as_much_as_before() -> None:
    tables = tables_of(gv.example("hallingdal"))
    tables["cost_lines"][0]["amount"] = {
        "distribution": "gamma", "mean": 300000, "sd": 60000, "price_year": 2024,
        "deflator": "consumer_prices",
    }  # fmt: skip

    value = dict(Project.model_validate(tables).values())["cost_lines[0].amount"]

    assert value.distribution is not None
    assert value.likely != 300000
    assert value.distribution.mean == pytest.approx(value.likely)
    assert value.distribution.sd == pytest.approx(value.likely / 5)


def correlated(*triples: tuple[str, str, float]) -> list[dict[str, Any]]:
    """Correlations as a file has them."""
    return [{"inputs": [a, b], "rank": rank, "source": "Antatt"} for a, b, rank in triples]


def test_correlations_hold_names_or_paths() -> None:
    made = project({"correlations": correlated((EFFECT, "benefits[0].baseline", -0.4))})

    assert made.correlations[0].rank == -0.4
    assert Project.model_validate(tables_of(made)) == made
    assert made.checksum != project().checksum


@pytest.mark.parametrize(
    ("triples", "kind", "path"),
    [
        ([(EFFECT, BASELINE, 1.2)], "correlation.rank", "correlations[0].rank"),
        ([(EFFECT, BASELINE, "høy")], "number.wrong_type", "correlations[0].rank"),
        ([(EFFECT, EFFECT, 0.2)], "correlation.itself", "correlations[0].inputs"),
        (
            [(EFFECT, "benefits.liggedogn.basline", 0.2)],
            "correlation.unknown_input",
            "correlations[0].inputs[1]",
        ),
        ([(EFFECT, BASELINE, 0.2), (BASELINE, EFFECT, 0.3)], "correlation.twice",
         "correlations[1]"),
        (
            [
                (EFFECT, BASELINE, 0.9),
                (EFFECT, "groups.kols.mean_stay", 0.9),
                (BASELINE, "groups.kols.mean_stay", -0.9),
            ],
            "correlation.impossible",
            "correlations[0]",
        ),
    ],
)  # fmt: skip
def test_impossible_correlations_are_told(triples: list[Any], kind: str, path: str) -> None:
    tables = tables_of(gv.example("hallingdal")) | {"correlations": correlated(*triples)}

    with pytest.raises(ProjectError) as caught:
        from_tables(tables)

    (problem,) = caught.value.problems
    assert (problem.kind, problem.path) == (kind, path)
    assert "{" not in problem.text("nb") + problem.text("en")
