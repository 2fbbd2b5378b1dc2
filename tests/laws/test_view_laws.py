"""Views of the gains, for any project: the same numbers under other headings, nothing lost."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

import gevinst as gv
from gevinst.core.gaining import loop_of
from gevinst.reporting import describe, render_page, render_text
from gevinst.results import Results
from gevinst.results.effect_ends import ends, has_range, uncertain_input
from gevinst.results.gain_entries import entries
from gevinst.schema import Project
from gevinst.testing import changed, projects, run_core

HEADINGS = {"ks": "type", "dfo": "category", "imprint": "side"}
WITHIN = 1e-9
few_runs = settings(max_examples=max(10, settings.default.max_examples // 4))


def added(table: pd.DataFrame, *by: str) -> "pd.Series[float]":
    """Values added up by columns, what does not apply standing as empty."""
    kept = table.assign(**{c: table[c].astype(object).fillna("") for c in by})
    summed: pd.Series[float] = kept.groupby(list(by))["value"].sum()
    return summed


def assert_same(one: "pd.Series[float]", other: "pd.Series[float]", scale: float) -> None:
    """Equal wherever either stands; what one leaves out is zero in the other."""
    left, right = one.align(other, fill_value=0.0)
    assert left.to_numpy() == pytest.approx(right.to_numpy(), rel=WITHIN, abs=WITHIN * scale)


def size(results: Results) -> float:
    """What the smallest differences are held against."""
    gains = [np.abs(results.ledger["line_benefit", b.id]).sum() for b in results.inputs.benefits]
    return 1 + float(sum(gains) + results.ledger["total_cost_year"].sum())


@few_runs
@given(projects())
def test_each_view_adds_up_to_what_the_actors_gain_of_each_class(project: Project) -> None:
    """KS, DFØ and imprint hold every krone of the table of actors, at every place, once."""
    results = gv.run(project)
    actors = results.table("actors")
    by = ("municipality", "actor", "class", "year")
    whole = added(actors[actors["quantity"] == "benefit"], *by)

    for name in HEADINGS:
        table = results.table(name)
        gains = added(table[table["quantity"] == "benefit"], *by)
        assert_same(gains, whole, size(results))


@few_runs
@given(projects())
def test_the_lines_add_up_to_what_the_actors_gain_of_each_class(project: Project) -> None:
    """Over lines and groups; a transfer stands with both its ends, and cancels in the whole."""
    results = gv.run(project)
    lines, actors = (results.table(name) for name in ("benefits", "actors"))
    # what an actor beside the municipalities gains has no place in the table of actors
    own = actors["actor"] == "municipality"
    lines["municipality"] = lines["municipality"].where(lines["actor"] == "municipality", "")
    actors["municipality"] = actors["municipality"].where(own, "")
    by = ("municipality", "actor", "class", "year")

    kroner = lines[lines["quantity"] == "benefit"]
    assert_same(
        added(kroner, *by), added(actors[actors["quantity"] == "benefit"], *by), size(results)
    )
    moved = kroner[kroner["class"] == "transfer"]
    assert moved["value"].sum() == pytest.approx(0, abs=WITHIN * size(results))


@few_runs
@given(projects())
def test_each_view_has_every_hour_and_every_line_under_one_heading(project: Project) -> None:
    """An actor's end of a line stands under exactly one heading; hours are the table's hours."""
    results = gv.run(project)
    lines = results.table("benefits")
    hours = lines[lines["quantity"] == "freed_hours"]
    ends_of_lines = {(e.line, e.actor) for e in entries(results)}

    for name, heading in HEADINGS.items():
        table = results.table(name)
        named = table.dropna(subset="line")
        headings = named.groupby(["line", "actor"])[heading].nunique()
        assert set(headings.index) <= ends_of_lines
        assert (headings == 1).all()
        shown = table[table["quantity"] == "freed_hours"]
        by = ("line", "actor", "class", "year")
        assert_same(added(shown, *by), added(hours, *by), size(results))
        told = set(named["line"]) | {
            e.line for e in entries(results) if e.benefit_class != "quality_unpriced" and e.counts
        }
        assert told >= set(results.names.benefit_facts) - {
            fact.id for fact in results.names.benefit_facts.values() if fact.kind == "loop"
        }


@few_runs
@given(projects())
def test_what_has_no_price_never_becomes_kroner(project: Project) -> None:
    """Effects without a price have plus and minus and a reason, and no amount anywhere."""
    results = gv.run(project)
    unpriced = {e.line for e in entries(results) if e.benefit_class == "quality_unpriced"}

    for name in (*HEADINGS, "patient_view"):
        table = results.table(name)
        kroner = table[table["unit"].str.startswith("NOK")]
        assert not set(kroner["line"].dropna()) & unpriced
        weighed = table[table["quantity"] == "consequence"]
        assert set(weighed["line"]) <= unpriced
        assert weighed["text"].str.len().gt(0).all()
        assert weighed["value"].abs().le(4).all()
    assert set(results.table("dfo").query("quantity == 'consequence'")["line"]) == unpriced


@few_runs
@given(projects())
def test_the_budget_adds_up_to_the_net_cash_of_the_actors(project: Project) -> None:
    """Row by row to the net, and the net is that of the table of actors, for four years."""
    results = gv.run(project)
    budget, actors = results.table("budget"), results.table("actors")
    by = ("municipality", "actor", "year")

    net = added(budget[budget["quantity"] == "net_cash"], *by)
    rows = added(budget[budget["quantity"] != "net_cash"], *by)

    assert_same(rows, net, size(results))
    theirs = actors[
        (actors["quantity"] == "net_cash")
        & actors["actor"].isin(set(budget["actor"]))
        & actors["year"].isin(results.frame.year_labels[:4])
    ]
    assert_same(net, added(theirs, *by), 0)
    assert set(budget["year"]) == set(results.frame.year_labels[:4])


@few_runs
@given(projects())
def test_hours_by_profession_are_the_hours_of_the_lines(project: Project) -> None:
    """Freed less needed is net; all professions together free what the lines free."""
    results = gv.run(project)
    lines, personnel = results.table("benefits"), results.table("personnel")
    own = personnel.dropna(subset="profession")

    def total(name: str) -> "pd.Series[float]":
        return added(own[own["quantity"] == name], "profession", "year")

    assert_same(total("hours_freed") - total("hours_needed"), total("hours_net"), size(results))
    net = added(own[own["quantity"] == "hours_net"], "year")
    freed = added(lines[lines["quantity"] == "freed_hours"], "year")
    assert_same(net, freed, size(results))
    for profession in results.inputs.professions:
        if profession.id in set(own["profession"]):
            net_hours = float(profession.profession_net_hours.flat[0])
            positions = total("fte_net").loc[[profession.id]] * net_hours
            assert_same(positions, total("hours_net").loc[[profession.id]], size(results))


@few_runs
@given(projects())
def test_months_of_a_view_add_up_to_its_years(project: Project) -> None:
    """By month or by year, the same kroner and hours."""
    results = gv.run(project)

    for name in (*HEADINGS, "budget", "personnel"):
        by_year, by_month = results.table(name), results.table(name, by="month")
        months = by_month.assign(year=by_month["period"].str[:4].astype(int))
        for quantity in ("benefit", "freed_hours", "net_cash", "hours_net", "charge_paid"):
            parts = months[months["quantity"] == quantity]
            whole = by_year[by_year["quantity"] == quantity]
            assert_same(added(parts, "year"), added(whole, "year"), size(results))


@few_runs
@given(projects())
def test_nothing_is_called_certain_that_the_ranges_leave_open(project: Project) -> None:
    """The estimate lies between the ends, and only a gain at the worst end is called one."""
    answer = gv.run(project).who_pays_and_gains()

    for stake in answer.stakes:
        slack = WITHIN * (abs(stake.low) + abs(stake.high))
        assert stake.low - slack <= stake.likely <= stake.high + slack
    certain = [stake for stake in answer.stakes if stake.low > 0]
    assert ("hele spennet vinner" in answer.sentence) <= bool(certain)
    assert "sparer" not in answer.sentence


@few_runs
@given(projects())
def test_the_ends_of_a_line_are_what_a_run_with_that_effect_gives(project: Project) -> None:
    """The whole model run again with the effect at its end gives the same benefit."""
    results = gv.run(project)

    for line in results.inputs.benefits:
        name, record = uncertain_input(results, loop_of(line.id))
        both = ends(results, "line_benefit", line.id)
        if not has_range(results, line.id):
            likely = results.ledger["line_benefit", line.id]
            assert all(np.array_equal(end, likely) for end in both)
        elif name == "effect":
            origin = results.provenance[name, record][0, 0]
            for value, end in zip((origin.low, origin.high), both, strict=True):
                moved = partial(np.full_like, fill_value=value)
                again = run_core(changed(results.inputs, moved, name, record=record))
                assert np.array_equal(again["line_benefit", line.id], end)


@few_runs
@given(projects())
def test_the_views_are_shown_in_both_languages(project: Project) -> None:
    """Any project's views become a page and a text, with every heading named."""
    results = gv.run(project)

    for lang in ("nb", "en"):
        summary = describe(results, lang)
        assert {"budget", "personnel"} <= {section.id for section in summary.sections}
        assert render_page(summary)
        assert render_text(summary)
        for name in (*HEADINGS, "budget", "personnel", "patient_view"):
            results.table(name, labels=lang)


@few_runs
@given(projects())
def test_the_patients_view_is_their_rows_and_what_changes(project: Project) -> None:
    """Kroner of patients and next of kin as in the table of actors; changes as in the lines'."""
    results = gv.run(project)
    view, actors, lines = (results.table(t) for t in ("patient_view", "actors", "benefits"))
    by = ("actor", "class", "year")

    theirs = actors[actors["actor"].isin(["patient", "next_of_kin"])]
    gained = added(theirs[theirs["quantity"] == "benefit"], *by)

    assert_same(added(view[view["quantity"] == "benefit"], *by), gained, size(results))
    changed_here = added(view[view["quantity"] == "changed_events"], "line", "year")
    all_lines = added(lines[lines["quantity"] == "changed_events"], "line", "year")
    assert set(changed_here.index) <= set(all_lines.index)
    assert_same(changed_here, all_lines.loc[changed_here.index], 1)
    time = results.table("patients").query("quantity == 'patient_time'").groupby("year")["value"]
    patients = time.sum()
    each = added(view[view["quantity"] == "changed_per_patient"], "line", "year")
    whole = each * patients.reindex(each.index.get_level_values("year")).to_numpy()
    there = [year for year in patients.index if patients[year] > 0]
    within = changed_here.index.get_level_values("year").isin(there)
    assert_same(whole[within], changed_here[within], 1)
