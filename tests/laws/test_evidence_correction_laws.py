"""Laws of the evidence correction: off by default, in present values only, never out of sight."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

import gevinst as gv
from gevinst.axes import MONTHS_IN_YEAR
from gevinst.core.appraisal_records import CostUplift, EvidenceCorrection
from gevinst.core.appraising import MUNICIPALITY
from gevinst.core.inputs import Inputs
from gevinst.core.model import actor_classes, actor_record, other_actors
from gevinst.results import corrected_months
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.testing import examples, inputs, projects, run_core

OURS = ("discounted", "present", "corrected", "later", "still_gained", "paid_share", "residuals",
        "tax_financing")  # fmt: skip


def alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two arrays are equal but for the order of a sum."""
    scale = max(np.abs(one).max(), np.abs(other).max(), 1e-6)
    return bool(np.abs(one - other).max() <= 1e-11 * scale)


def corrected(x: Inputs) -> Inputs:
    """The same with a correction of every line, where the project states none."""
    every = tuple(
        EvidenceCorrection(
            id=line.id,
            design="expert",
            line_delayed=line.delayed,
            evidence_gain_factor=np.full((1, 1, 1, 1), 0.7),
            evidence_delay=np.full((1, 1, 1, 1), 0.25),
        )
        for line in x.realisations
    )
    return x if x.corrections else replace(x, corrections=every)


def without(x: Inputs) -> Inputs:
    """The same without any correction."""
    return replace(x, corrections=(), cost_uplifts=())


def present_gains(x: Inputs) -> list[tuple[str, str]]:
    """Keys of all present gains."""
    return [
        (f"{'municipality' if a == 'municipality' else 'actor'}_present_gain", actor_record(a, c))
        for a, c in actor_classes(x)
    ]


@given(inputs(prices="any"))
def test_the_correction_changes_no_price_and_no_gain(x: Inputs) -> None:
    """Only present values know of it: everything else is the same to the last bit."""
    x = corrected(x)

    made, plain = run_core(x), run_core(without(x))

    for key, array in plain.values.items():
        if not any(word in key[0] for word in OURS):
            assert np.array_equal(made[key], array), key


@given(inputs())
def test_a_correction_of_nothing_changes_nothing(x: Inputs) -> None:
    x = corrected(x)
    neutral = replace(
        x,
        corrections=tuple(
            replace(c, evidence_gain_factor=c.evidence_gain_factor * 0 + 1,
                    evidence_delay=c.evidence_delay * 0)
            for c in x.corrections
        ),
        cost_uplifts=tuple(
            CostUplift(id="", evidence_cost_uplift=u.evidence_cost_uplift * 0)
            for u in x.cost_uplifts
        ),
    )  # fmt: skip

    made, plain = run_core(neutral), run_core(without(x))

    for key in [*present_gains(x), ("municipality_present_net_cash", MUNICIPALITY)]:
        assert alike(made[key], plain[key]), key


@given(inputs())
def test_gains_only_shrink_and_costs_only_rise(x: Inputs) -> None:
    """Of what is no transfer: those follow their change, up or down."""
    x = corrected(x)

    made, plain = run_core(x), run_core(without(x))

    for key in present_gains(x):
        if not key[1].endswith(":transfer"):
            assert np.all(made[key] <= plain[key] + 1e-9 * np.abs(plain[key]) + 1e-6), key
    cost = "municipality_present_cost", MUNICIPALITY
    assert np.all(made[cost] >= plain[cost] - 1e-9 * np.abs(plain[cost]))


@given(inputs())
def test_transfers_cancel_after_the_correction_too(x: Inputs) -> None:
    x = corrected(x)
    made = run_core(x)
    if not x.corrections:
        return

    total = np.sum(made["municipality_corrected_gain", "municipality:transfer"], axis=1)
    for actor in other_actors(x):
        total = total + made["actor_corrected_gain", f"{actor}:transfer"][:, 0]

    size = sum(np.abs(a).sum() for (n, _), a in made.values.items() if n == "line_benefit")
    assert np.abs(total).max() <= 1e-12 * size + 1e-9


@given(inputs(draws=1))
def test_a_gain_that_counts_nothing_leaves_the_harm(x: Inputs) -> None:
    x = corrected(x)
    nothing = replace(
        x,
        corrections=tuple(
            replace(c, evidence_gain_factor=c.evidence_gain_factor * 0) for c in x.corrections
        ),
    )

    made = run_core(nothing)

    for (name, line), benefit in made.values.items():
        if name == "corrected_benefit":
            assert np.all(benefit <= 0) or ("corrected_payment", line) in made.values


@given(projects())
def test_months_of_corrected_gains_add_up_to_the_year(project: Project) -> None:
    results = gv.run(project)
    if not results.inputs.corrections:
        return

    for actor, benefit_class in actor_classes(results.inputs):
        record = actor_record(actor, benefit_class)
        whose = "municipality" if actor == "municipality" else "actor"
        months = corrected_months.gain(results, record)
        years = months.reshape(*months.shape[:2], -1, MONTHS_IN_YEAR, 1).sum(axis=3)
        stored = results.ledger[f"{whose}_corrected_gain", record]
        scale = np.abs(stored).sum() + 1e-6
        assert np.abs(years - stored).max() <= 1e-9 * scale


@given(projects())
def test_a_correction_is_always_told_and_no_correction_never(project: Project) -> None:
    results = gv.run(project)

    told = set(results.table("warnings")["quantity"])

    assert ("evidence_corrected" in told) == bool(results.inputs.corrections)
    assert ("costs_raised" in told) == bool(results.inputs.cost_uplifts)
    if results.inputs.corrections:
        paths = {o.path for cells in results.provenance.values() for o in cells.values()}
        assert any(path.startswith("evidence_correction.designs[") for path in paths)


def test_the_monthly_flow_behind_the_hump_is_raised_and_corrected_too() -> None:
    """Costs twice as high: the hump of a municipality without gains is twice as deep."""
    project = next(
        p for p in examples(projects(), 60) if not p.benefits and not p.evidence_correction
    )
    tables = tables_of(project)
    tables["evidence_correction"] = {"cost_uplift": {"value": 1, "source": "Test"}}

    plain = gv.run(project).table("present_value")
    raised = gv.run(Project.model_validate(tables)).table("present_value")

    for quantity in ("deepest_need", "present_cost"):
        one, two = (t[t["quantity"] == quantity]["value"].to_numpy() for t in (plain, raised))
        assert two == pytest.approx(2 * one, rel=1e-12)
