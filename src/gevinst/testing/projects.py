"""Whole projects: valid, small, and at the edges often enough to be evidence."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from hypothesis import strategies as st

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.schema import Project
from gevinst.testing import appraisal, gains, maps, measured, money, partners, patients, price, work
from gevinst.testing.choices import number, one_in, pick, whole, written

MOST_YEARS = 3
PRICE_YEAR = 2026
DATE = dt.date(2026, 11, 22)
WITHOUT_PATIENTS_ONE_IN = 7
ECONOMICS_ONE_IN = 2
CORRECTED_ONE_IN = 3
CORRELATED_ONE_IN = 4


Prices = Literal["plain", "any", "cut"]
PRICES = {"any": price.any_price, "cut": price.cut_price}


def projects(
    *, years: int | None = None, paying: int | None = None, prices: Prices = "plain"
) -> st.SearchStrategy[Project]:
    """Valid projects with one to four paying partners, one to three groups and years.

    Edges are included: one municipality, one year, nobody included, nearly everybody dropping
    out, members that come late and leave, no funding and funding above the cost, a centre that
    nobody has to be present at. Every kind of task, cost line, key and benefit occurs. Every
    project can be run: there is always somebody to pay, and a basis to split by.

    Parameters
    ----------
    years : int, optional
        Length of the horizon; any of 1 to 3 if absent.
    paying : int, optional
        Number of paying partners; any of 1 to 4 if absent.
    prices : {"plain", "any", "cut"}
        One mixed key of equal shares, inhabitants and patient-months; or any price model, with
        keys of every kind, pools, overhead, tariffs, limits, settlement and VAT; or fees that are
        cut to a corridor, which is rare among the last.

    Returns
    -------
    hypothesis.strategies.SearchStrategy of Project
    """
    return project_tables(years=years, paying=paying, prices=prices).map(Project.model_validate)


@st.composite
def project_tables(
    draw: st.DrawFn,
    *,
    years: int | None = None,
    paying: int | None = None,
    prices: Prices = "plain",
) -> dict[str, Any]:
    """Content of a valid project file, as the tables that the file would have.

    Parameters
    ----------
    draw
        Given by Hypothesis.
    years, paying : int, optional
        As in `projects`.
    prices : {"plain", "any", "cut"}
        As in `projects`.
    """
    length = years or whole(draw, 1, MOST_YEARS)
    months = length * MONTHS_IN_YEAR
    first_year = PRICE_YEAR + pick(draw, (1, 0, -1))
    spans = partners.spans(draw, paying or whole(draw, 1, partners.MOST_PAYING), months)
    who = [partners.paying_partner(draw, n, span, first_year) for n, span in enumerate(spans)]
    hospitals = partners.hospital_trusts(draw)
    trusts = [trust["code"] for trust in hospitals]
    with_patients = not one_in(draw, WITHOUT_PATIENTS_ONE_IN)
    curve = pick(draw, ("linear", "logistic"))
    before = [p["code"] for p, span in zip(who, spans, strict=True) if span.start < 0]
    opening = [p["code"] for p, span in zip(who, spans, strict=True) if span.start <= 0]
    count = whole(draw, 1, patients.MOST_GROUPS)
    groups = [patients.group(draw, n, who, curve, before, opening) for n in range(count)]
    if not with_patients:
        groups = [patients.without_patients(draw, group) for group in groups]
    names = [group["id"] for group in groups]
    centre = work.centre(draw, pick(draw, who)["code"])
    roles = [role["id"] for role in centre["roles"]]
    tasks = [work.task(draw, n, roles, names) for n in range(whole(draw, 1, work.MOST_TASKS))]
    work.with_targets(draw, centre, tasks)
    jobs = gains.professions(draw)
    ids = [job["id"] for job in jobs]
    tables: dict[str, Any] = {
        "schema": 1,
        "price_year": PRICE_YEAR,
        "project": {"name": "Prosjekt", "date": DATE},
        "horizon": {
            "first_year": first_year,
            "years": length,
            "population_growth": written(
                number(draw, -0.05, 0.05, 0, -0.4, steps=20), "1", -0.5, 0.2
            ),
            "real_wage_growth": written(number(draw, -0.02, 0.04, 0, steps=12), "1", -0.1, 0.1),
        },
        "partners": [*hospitals, *who] if one_in(draw, 2) else [*who, *hospitals],
        "ramp_up": {"curve": curve},
        "groups": groups,
        "tasks": tasks,
        "centre": centre,
        "cost_lines": [
            money.cost_line(draw, n, names, spans[0], first_year, months)
            for n in range(whole(draw, 0, money.MOST_LINES))
        ],
        "funding": [
            money.source(draw, n, trusts, first_year, months)
            for n in range(whole(draw, 0, money.MOST_SOURCES))
        ],
        "price_model": money.price_model(draw, with_patients=with_patients),
        "professions": jobs,
        "benefits": [
            gains.benefit(draw, n, names, trusts, ids)
            for n in range(whole(draw, 0, gains.MOST_LINES))
        ],
    }
    if one_in(draw, ECONOMICS_ONE_IN):
        lines = [line["id"] for line in tables["cost_lines"]]
        tables["economics"] = appraisal.economics(draw, length, lines)
    if one_in(draw, CORRECTED_ONE_IN):
        tables["evidence_correction"] = appraisal.evidence_correction(draw)
    if one_in(draw, CORRELATED_ONE_IN):
        tables["correlations"] = [_correlation(draw)]
    tables |= measured.measured(tables)
    tables |= maps.settled(tables)
    if one_in(draw, 3):
        tables["map"] = maps.benefit_map(draw, tables)
    if prices == "plain":
        return tables
    return PRICES[prices](draw, tables, with_patients=with_patients)


def _correlation(draw: st.DrawFn) -> dict[str, Any]:
    """Two inputs that every project has, however its partners and groups are changed."""
    growth = ["horizon.population_growth", "horizon.real_wage_growth"]
    return {"inputs": growth, "rank": number(draw, -1, 1, -1, 1, steps=20)}
