"""The comparison of prices: one table that any reader can check against single runs."""

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import gevinst
from gevinst.cli import main
from gevinst.coalitions.rules import RULES
from gevinst.errors import ArgumentError, ProjectError
from gevinst.running import run
from gevinst.schema import Project
from gevinst.schema.price_presets import PRESETS
from gevinst.studies.models import by_preset, by_rule
from gevinst.studies.wording import RULE_NAMES


@pytest.fixture(scope="module")
def project() -> Project:
    """Six municipalities with the same zone."""
    return gevinst.example("nord-troms")


@pytest.fixture(scope="module")
def unhurried(project: Project) -> Project:
    """The same, with nothing that has to be answered at once."""
    waiting = tuple(
        task.model_copy(update={"class_": "deferrable"}) if task.class_ == "immediate" else task
        for task in project.tasks
    )
    roles = tuple(role.model_copy(update={"response": None}) for role in project.centre.roles)
    centre = project.centre.model_copy(update={"roles": roles})
    return project.model_copy(update={"tasks": waiting, "centre": centre})


@pytest.fixture(scope="module")
def table(project: Project) -> pd.DataFrame:
    """Every rule for each of them."""
    return gevinst.compare_prices(project)


def rows(table: pd.DataFrame, rule: str) -> pd.DataFrame:
    """Rows of one rule."""
    return table[table["rule"] == rule].reset_index(drop=True)


def test_every_rule_has_a_row_for_every_partner(table: pd.DataFrame, project: Project) -> None:
    """The project's own model, published keys, rules on the cost of groups; each with a name."""
    rules = ["project", *PRESETS, *RULES]

    assert list(dict.fromkeys(table["rule"])) == rules
    assert len(table) == len(rules) * len(project.paying_partners)
    assert set(rules) == set(RULE_NAMES)
    assert (table["note"] == "").all()


def test_every_rule_charges_the_same_in_all(table: pd.DataFrame, project: Project) -> None:
    """Only the split differs."""
    net = run(project).quantity("net_cost").values.sum()

    assert table.groupby("rule")["charge"].sum().to_numpy() == pytest.approx(net, rel=1e-9)


@pytest.mark.parametrize("rule", ["project", "equal_30_inhabitants_70", "shapley"])
def test_charges_are_those_of_a_run(table: pd.DataFrame, project: Project, rule: str) -> None:
    """A run of the project under the rule."""
    model = project
    if rule in PRESETS:
        model = by_preset(project, rule)
    elif rule in RULES:
        model = by_rule(project, rule)

    charges = run(model).quantity("charge_year").values[0, :, :, 0]

    assert rows(table, rule)["charge"].to_numpy() == pytest.approx(charges.sum(axis=1), rel=1e-9)
    assert rows(table, rule)["charge_year"].to_numpy() == pytest.approx(charges[:, 1], rel=1e-9)


@pytest.mark.parametrize("rule", ["project", "shapley"])
def test_more_inclusion_is_a_run_with_more_inclusion(
    table: pd.DataFrame, project: Project, rule: str
) -> None:
    """Skjervøy aims at a tenth more in every group; everything is run again."""
    codes = [p.code for p in project.paying_partners]
    own = codes.index("5542")

    def with_more(group: object) -> object:
        from dataclasses import replace

        share = group.inclusion_share  # type: ignore[attr-defined]
        more = replace(share, likely=share.likely * 1.1)
        by_place = {code: more if code == "5542" else share for code in codes}
        return group.model_copy(update={"inclusion_share": by_place})  # type: ignore[attr-defined]

    changed = project.model_copy(update={"groups": tuple(with_more(g) for g in project.groups)})
    before, after = (
        run(by_rule(p, rule) if rule in RULES else p).quantity("charge").values[0, own].sum()
        for p in (project, changed)
    )

    row = rows(table, rule).iloc[own]
    assert row["inclusion_change"] == pytest.approx(after - before, rel=1e-6)
    assert row["inclusion_change_share"] == pytest.approx((after - before) / before, rel=1e-6)


def test_the_next_patient_costs_more_where_the_key_follows_patients(table: pd.DataFrame) -> None:
    """By inhabitants the others pay for it; at one price for all its own municipality does."""
    by_inhabitants = rows(table, "equal_10_inhabitants_90")
    by_patients = rows(table, "average_cost")

    assert (by_patients["next_patient"] > 10 * by_inhabitants["next_patient"]).all()
    assert (by_patients["inclusion_change"] > 10 * by_inhabitants["inclusion_change"]).all()
    assert (by_inhabitants["next_patient"] > 0).all()


def test_a_step_of_positions_shows_in_the_next_patient(unhurried: Project) -> None:
    """A position a step: one patient more costs no position here, and ten do in the mean."""
    from dataclasses import replace

    step = unhurried.centre.staffing_step
    whole = unhurried.centre.model_copy(
        update={"staffing_step": replace(step, likely=0.001, low=0.001, high=0.001)}
    )
    roles = tuple(
        role.model_copy(
            update={
                "minimum_presence": replace(role.minimum_presence, likely=0.0, low=0.0, high=0.0)
            }
        )
        for role in whole.roles
    )
    fine = unhurried.model_copy(update={"centre": whole.model_copy(update={"roles": roles})})
    coarse = unhurried.model_copy(
        update={"centre": unhurried.centre.model_copy(update={"roles": roles})}
    )

    smooth = gevinst.compare_prices(fine, ["average_cost"])
    stepped = gevinst.compare_prices(coarse, ["average_cost"])

    gap = (smooth["next_patient"] / smooth["next_ten"] - 1).abs()
    assert (gap < 0.05).all()
    assert ((stepped["next_patient"] / stepped["next_ten"] - 1).abs() > gap).any()


def test_a_rule_without_an_answer_is_told_and_not_left_out(unhurried: Project) -> None:
    """Where the host's zone makes all together dearer than each alone there is no nucleolus."""
    from dataclasses import replace

    def cheap(line: object) -> object:
        zero = {"likely": 0.0, "low": 0.0, "high": 0.0}
        names = ("amount", "price")
        update = {
            n: replace(getattr(line, n), **zero)
            for n in names
            if getattr(line, n, None) is not None
        }
        return line.model_copy(update=update)  # type: ignore[attr-defined]

    roles = tuple(
        role.model_copy(
            update={
                "minimum_presence": replace(role.minimum_presence, likely=0.0, low=0.0, high=0.0)
            }
        )
        for role in unhurried.centre.roles
    )
    step = replace(unhurried.centre.staffing_step, likely=1e-3, low=1e-3, high=1e-3)
    tasks = tuple(task for task in unhurried.tasks if task.per != "year")
    partners = tuple(
        p.model_copy(update={"payroll_tax_zone": "I"}) if p.name == "Kvænangen" else p
        for p in unhurried.partners
    )
    dear = unhurried.model_copy(
        update={
            "partners": partners,
            "tasks": tasks,
            "cost_lines": tuple(cheap(line) for line in unhurried.cost_lines),
            "centre": unhurried.centre.model_copy(update={"roles": roles, "staffing_step": step}),
        }
    )

    table = gevinst.compare_prices(dear, ["nucleolus", "least_core", "project"])

    missing = rows(table, "nucleolus")
    assert missing["charge"].isna().all()
    assert missing["note"].str.contains("alene").all()
    assert rows(table, "least_core")["charge"].notna().all()
    assert not rows(table, "project")["in_core"].any()
    assert (rows(table, "project")["objection"] > 0).all()


def test_unknown_rules_and_missing_zones_are_refused(project: Project) -> None:
    """With the nearest name, and the partners without a zone."""
    with pytest.raises(ArgumentError, match="shapley"):
        gevinst.compare_prices(project, ["shaply"])
    with pytest.raises(ProjectError, match="payroll_tax_zone"):
        gevinst.compare_prices(
            project.model_copy(
                update={
                    "partners": tuple(
                        p.model_copy(update={"payroll_tax_zone": None}) if p.name == "Lyngen" else p
                        for p in project.partners
                    )
                }
            )
        )


def test_the_command_shows_tells_and_writes(
    capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    """As text, as JSON, and as a page with a table beside it."""
    assert main(["prices", "nord-troms"]) == 0
    shown = capsys.readouterr().out
    assert "Er fordelingen holdbar?" in shown
    assert "Ingen kommune og ingen gruppe" in shown
    assert max(len(line) for line in shown.splitlines()) <= 88

    assert main(["prices", "nord-troms", "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert {r["rule"] for r in records} == set(RULE_NAMES)

    assert main(["prices", "nord-troms", "--lang", "en", "--out", str(tmp_path)]) == 0
    assert "priser.html" in capsys.readouterr().out
    page = (tmp_path / "priser.html").read_text(encoding="utf-8")  # type: ignore[operator]
    assert "Will the split hold?" in page
    assert "<script" not in page
    first = (tmp_path / "priser.csv").read_text(encoding="utf-8-sig").splitlines()[0]  # type: ignore[operator]
    assert first.startswith("rule;municipality;code;charge;")


def test_no_table_of_the_page_is_wider_than_a_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ten municipalities stand in two tables, and whoever gains by leaving in the second."""
    assert main(["prices", "mila", "--out", str(tmp_path)]) == 0
    capsys.readouterr()
    page = (tmp_path / "priser.html").read_text(encoding="utf-8")

    heads = re.findall("<thead>(.*?)</thead>", page)
    columns = [head.count("<th ") for head in heads]
    assert max(columns) <= 1 + 6
    compared = [head for head in heads if "Regel" in head][:2]
    for name in (p.name for p in gevinst.example("mila").paying_partners):
        assert sum(f">{name}<" in head for head in compared) == 1
    assert "noen tjener på å gå" in compared[1]


def test_the_result_says_that_the_price_follows_a_rule(project: Project) -> None:
    """In the summary, in the reader's language."""
    from gevinst.reporting import describe, render_text

    results = run(by_rule(project, "shapley"))

    assert "Andelene følger regelen shapley" in render_text(describe(results))
    assert "shares follow the rule shapley" in render_text(describe(results, "en"))
    assert "følger regelen" not in render_text(describe(run(project)))


def test_numbers_are_finite(table: pd.DataFrame) -> None:
    """Nothing is missing in the example."""
    numbers = table.select_dtypes("number").to_numpy(dtype=np.float64)

    assert np.isfinite(numbers).all()
