"""The questions of `gevinst.sensitivity`: answers in words, frames, pictures and errors."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import numpy as np
import pytest
from changed_project import with_number

import gevinst as gv
from gevinst.axes import Array
from gevinst.errors import ArgumentError, GevinstError, QuantityError
from gevinst.schema import Project
from gevinst.schema.correlations import Correlation
from gevinst.schema.input_bounds import input_bounds
from gevinst.sensitivity import (
    break_even,
    goal_seek,
    patients_for_price,
    scenarios,
    sobol,
    tornado,
    two_way,
)
from gevinst.sensitivity.sobol_indices import base_samples, indices_of
from gevinst.uncertainty.inputs import asked

SHARE = "groups.kols.inclusion_share"
FUNDING = "funding.helseforetak.share"


@pytest.fixture(scope="module")
def project() -> Project:
    return gv.example("nord-troms")


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return text.replace("\u00a0", " ")


# ---------------------------------------------------------------- inputs


@pytest.mark.parametrize(
    ("name", "unit", "likely", "text"),
    [
        ("groups.kols.ramp_time", "month", 18.0, "18 måneder"),
        ("tasks.gjennomgang.events", "event/patient/week", 3.0, "3 hendelser/pasient/uke"),
        ("groups.kols.recruitment_rate", "1/year", 4.0, "4/år"),
        (SHARE, "1", 0.3, "0,3"),
        ("groups.kols.eligible_per_inhabitant", "patient/inhabitant", 0.005, "0,005 pas"),
        ("centre.roles.sykepleier.annual_wage", "NOK/FTE/year", 650_000.0, "650 000 kr/årsverk/år"),
    ],
)
def test_an_input_is_shown_in_the_unit_that_was_written(
    project: Project, name: str, unit: str, likely: float, text: str
) -> None:
    """Exactly the number of the file, and enough digits for people."""
    one = asked(project, name)

    assert one.unit == unit
    assert one.shown(one.value.likely) == likely
    assert plain(one.text(likely)).startswith(text)
    assert one.canonical(likely) == one.value.likely


def test_a_number_is_in_the_written_unit_and_a_text_brings_its_own(project: Project) -> None:
    """18 months, 1.5 years and 18 are the same."""
    one = asked(project, "groups.kols.ramp_time")

    assert one.canonical(18) == one.canonical("18 month") == one.canonical("1.5 year") == 1.5


def test_bounds_are_found_wherever_a_value_stands(project: Project) -> None:
    """In a table, in a table by partner, and where there are none."""
    assert input_bounds(project, "groups[0].inclusion_share").facts()["at_most"] == 1
    assert input_bounds(project, "centre.roles[0].response.share").facts()["at_most"] is not None
    assert input_bounds(project, "nowhere").facts() == dict.fromkeys(
        ("at_least", "above", "at_most")
    )


# ---------------------------------------------------------------- errors

WRONG: list[tuple[Callable[[Project], object], type[GevinstError], str, str]] = [
    (lambda p: tornado(p, "present_net_gian"), ArgumentError, "present_net_gain", "Mente du"),
    (lambda p: tornado(p, year=2030), ArgumentError, "year", "Utelat year"),
    (lambda p: tornado(p, municipality="Skjervoy"), ArgumentError, "Skjervøy", "Mente du"),
    (lambda p: tornado(p, "cost", actor="gp", year=2030), ArgumentError, "actor", "Utelat"),
    (lambda p: tornado(p, inputs=["centre.staffing_step"]), ArgumentError, "fixed", "fast tall"),
    (lambda p: tornado(p, inputs=["groups.kols.inclusion"]), QuantityError, SHARE, "Mente du"),
    (lambda p: break_even(p, "centre.staffing_step"), ArgumentError, "0.1 FTE", "uten spenn"),
    (lambda p: break_even(p, SHARE, low=0.4, high=0.4), ArgumentError, "less than", "mindre enn"),
    (lambda p: break_even(p, SHARE, low=0.1, high=1.2), ArgumentError, "at most 1", "høyst 1"),
    (lambda p: break_even(p, SHARE, points=2), ArgumentError, "whole number", "helt tall"),
    (lambda p: break_even(p, SHARE, side="over"), ArgumentError, "above", "Mulige"),
    (lambda p: two_way(p, SHARE, "groups[0].inclusion_share"), ArgumentError, "both", "begge"),
    (lambda p: scenarios(p, {"low": {}}), ArgumentError, "fixed column", "fast kolonne"),
    (lambda p: scenarios(p, {"x": 3}), ArgumentError, "found int", "fant int"),  # type: ignore[dict-item]
    (lambda p: scenarios(p, {"x": {SHARE: 2}}), ArgumentError, "outside the bounds", "grensene"),
    (lambda p: scenarios(p, municipality="Alta"), ArgumentError, "Alta", "Mulige"),
    (lambda p: break_even(p, SHARE, "cost", year=2030), ArgumentError, "State level", "nivå av"),
    (lambda p: break_even(p, SHARE, level=float("nan")), ArgumentError, "finite", "endelige"),
    (lambda p: sobol(p, draws=100), ArgumentError, "power of two", "toerpotens"),
    (lambda p: patients_for_price(p, 0), ArgumentError, "> 0", "> 0"),
    (lambda p: patients_for_price(p, 1, low=9, high=2), ArgumentError, "less than", "mindre"),
    (lambda p: goal_seek(p, SHARE, 1, year=1999), ArgumentError, "1999", "Mulige"),
]


@pytest.mark.parametrize(("call", "kind", "english", "norwegian"), WRONG)
def test_a_wrong_question_is_refused_in_both_languages(
    project: Project,
    call: Callable[[Project], object],
    kind: type[GevinstError],
    english: str,
    norwegian: str,
) -> None:
    """What was found, what is allowed, what to do."""
    with pytest.raises(kind) as raised:
        call(project)

    assert english in str(raised.value)
    assert norwegian in plain(raised.value.text("nb"))


def test_something_else_than_a_project_is_refused() -> None:
    """As everywhere."""
    with pytest.raises(ArgumentError):
        tornado("nord-troms")  # type: ignore[arg-type]


# ---------------------------------------------------------------- words and frames


def test_a_tornado_tells_what_matters_most_and_what_changes_the_sign(project: Project) -> None:
    """The hospital trust's contribution alone decides whether it gains."""
    made = tornado(project, actor="unn")

    told = plain(made.sentence())
    assert "Det som betyr mest alene, er «Bidrag, andel av kostnaden" in told
    assert "Alene nok til å endre fortegnet: «Bidrag, andel av kostnaden" in told
    assert "change the sign" in made.sentence("en")
    frame = made.frame()
    assert list(frame.columns) == [
        "input", "label", "low_input", "likely_input", "high_input", "input_unit",
        "at_low", "base", "at_high", "width", "crosses_zero", "unit",
    ]  # fmt: skip
    first = frame.iloc[0]
    assert (first["input"], first["low_input"], first["high_input"]) == (FUNDING, 0.0, 0.3)
    assert bool(first["crosses_zero"]) is True


def test_a_figure_that_has_no_sign_says_nothing_of_it(project: Project) -> None:
    """A charge is never negative."""
    made = tornado(project, "charge", municipality="5542", year=2030)

    assert "fortegn" not in made.sentence()
    assert "betalingen for Skjervøy i 2030" in made.sentence()


def test_inputs_that_do_not_move_the_figure_are_listed(project: Project) -> None:
    """The deadline of a task moves no money here."""
    still = {bar.input.name for bar in tornado(project).still}

    assert "tasks.gjennomgang.deadline" in still
    assert SHARE not in still


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_pictures_are_svg_with_title_and_description(project: Project, lang: str) -> None:
    """Well formed, told in words, nothing fetched, and no number only by colour."""
    pictures = [
        tornado(project, actor="unn").svg(lang, most=5),  # type: ignore[arg-type]
        two_way(project, FUNDING, SHARE, points=3, range_a=(0, 1)).svg(lang),  # type: ignore[arg-type]
    ]

    for picture in pictures:
        root = ET.fromstring(picture)  # noqa: S314  our own
        space = "{http://www.w3.org/2000/svg}"
        title, description = root.find(f"{space}title"), root.find(f"{space}desc")
        assert root.get("role") == "img"
        assert title is not None
        assert title.text
        assert description is not None
        assert len(description.text or "") > 60
        assert "href" not in picture
    assert ("skifter fortegn" if lang == "nb" else "changes sign") in pictures[0]


def test_names_of_a_project_are_harmless_in_a_picture(project: Project) -> None:
    """A name with markup is text."""
    first = project.groups[0].model_copy(update={"name": "<script>&"})
    renamed = project.model_copy(update={"groups": (first, *project.groups[1:])})

    picture = tornado(renamed, inputs=[SHARE]).svg()

    assert "<script>" not in picture
    assert "&lt;script&gt;&amp;" in picture


def test_a_break_even_says_for_whom_it_never_pays(project: Project) -> None:
    """The sentence, and a row for everybody."""
    made = break_even(project, FUNDING, low=0, high=1, points=9)

    told = plain(made.sentence())
    assert "er over 0 kr når «Bidrag, andel av kostnaden" in told
    assert "eller mer. Prosjektet regner med 0,1." in told
    assert "I hele området for pasienten. Ikke noe sted for staten og fastlegen." in told
    frame = made.frame()
    assert len(made.answers) == 11
    assert set(frame["result"]) == {"partly", "never", "always"}
    assert frame.query("actor == 'gp'")["low"].isna().all()
    assert (frame["input_unit"] == "1").all()


def test_one_municipality_may_be_asked_about_alone(project: Project) -> None:
    """By code as well as by name."""
    made = break_even(project, FUNDING, low=0, high=1, points=9, municipality="5542")

    assert [answer.row.municipality for answer in made.answers] == ["Skjervøy"]


def test_a_price_that_is_out_of_reach_is_said_so(project: Project) -> None:
    """With the most patients there can be."""
    made = patients_for_price(project, 1200, points=5)

    assert made.intervals == ()
    assert "kommer ikke under 1 200 kr" in plain(made.sentence())
    assert made.high.scale == pytest.approx(1 / 0.3)
    assert set(made.frame()["end"]) == {"now"}


def test_a_scenario_table_marks_what_differs(project: Project) -> None:
    """Inputs first, then figures; a star where it is not as likely."""
    made = scenarios(project, {"mange": {SHARE: 0.45}}, quantities=("cost",), municipality="5542")

    table = made.table()
    row = table[table["Hva"].str.startswith("Mål for inkludering, andel av de aktuelle: Kols")]
    assert row["mange"].item() == "0,45 *"
    assert row["Sannsynlig"].item() == "0,3"
    assert list(table.columns) == ["Slag", "Hva", "Lav", "Sannsynlig", "Høy", "mange"]
    assert table.iloc[-1]["Hva"] == "Kostnaden for senteret i 2036"
    assert "<td><mark>0,45 *</mark></td>" in made._repr_html_()


# ---------------------------------------------------------------- what cannot be worked out


@pytest.fixture(scope="module")
def by_patients_alone(project: Project) -> Project:
    """Cost is shared by patient-months alone, and one group has no patients."""
    for path in ("price_model.keys[0].weight", "price_model.keys[1].weight"):
        project = with_number(project, path, 0.0)
    return with_number(project, "groups[1].inclusion_share", 0.0)


def test_a_value_that_the_model_refuses_is_left_out(by_patients_alone: Project) -> None:
    """Without patients there is nothing to share by; everywhere else there is."""
    made = break_even(
        by_patients_alone, SHARE, "cost", low=0, high=0.5, level=5e6, year=2030, points=9
    )

    (part,) = made.intervals
    assert (part.low_kind, part.low_outside) == ("refused", 0.0)
    assert 0 < part.low < 1e-9
    assert "lar prosjektet seg ikke regne ut" in made.sentence()


def test_a_map_leaves_refused_pairs_empty(by_patients_alone: Project) -> None:
    """No number, and a picture all the same; a cost is compared with that of the project."""
    made = two_way(by_patients_alone, SHARE, FUNDING, "cost", range_a=(0, 0.3), points=2, year=2030)

    assert np.isnan(made.values[0]).all()
    assert not np.isnan(made.values[1]).any()
    assert made.values[1, 0] == made.level
    assert 'fill="none"' in made.svg()


# ---------------------------------------------------------------- Sobol


def ishigami(x: Array) -> Array:
    """Ishigami's function with 7 and 0.1, x of shape (3, n)."""
    found: Array = np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])
    return found


ISHIGAMI = {
    "first": (0.3139, 0.4424, 0.0),
    "total": (0.5576, 0.4424, 0.2437),
}
"""Worked out exactly for these constants: variance a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2."""


def ishigami_runs(draws: int) -> tuple[Array, Array, Array]:
    a, b = ((2 * even - 1) * np.pi for even in base_samples(3, draws, seed=1))
    mixed = [ishigami(np.concatenate([a[:i], b[i : i + 1], a[i + 1 :]])) for i in range(3)]
    return ishigami(a), ishigami(b), np.stack(mixed)


def test_the_published_function_of_ishigami_has_its_known_indices() -> None:
    """The exact values follow from the function and lie within the intervals."""
    a, b = 7, 0.1
    one, two = 0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8
    three = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    variance = one + two + three
    assert ISHIGAMI["first"] == pytest.approx((one / variance, two / variance, 0), abs=5e-5)
    assert ISHIGAMI["total"] == pytest.approx(
        ((one + three) / variance, two / variance, three / variance), abs=5e-5
    )

    found = indices_of(*ishigami_runs(4096), seed=1)

    for order, name in enumerate(("first", "total")):
        np.testing.assert_allclose(found[order, 0], ISHIGAMI[name], atol=0.015)
        assert np.all(found[order, 1] <= ISHIGAMI[name])
        assert np.all(found[order, 2] >= ISHIGAMI[name])


def test_salib_gives_the_same_indices_of_the_same_runs() -> None:
    """The reference: same points, same estimator, another program.

    SALib centres on the mean of all runs and SciPy on that of the base samples, which moves the
    first indices by a product that is worked out here, and the total ones by nothing.
    """
    from SALib.analyze.sobol import analyze

    f_a, f_b, f_ab = ishigami_runs(256)
    in_order = np.concatenate([f_a[None], f_ab, f_b[None]]).T.ravel()
    problem = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[0, 1]] * 3}

    reference = analyze(problem, in_order, calc_second_order=False, num_resamples=2, seed=1)
    found = indices_of(f_a, f_b, f_ab, seed=1)

    base = np.concatenate([f_a, f_b])
    apart = base.mean() - in_order.mean()
    moved = apart * (f_ab - f_a).mean(axis=1) / base.var()
    np.testing.assert_allclose(found[0, 0] + moved, reference["S1"], rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found[1, 0], reference["ST"], rtol=1e-9, atol=1e-12)


def test_sobol_splits_the_variance_of_a_project(project: Project) -> None:
    """Two inputs that act apart stand for all of it; equal seeds give equal indices."""
    names = ["cost_lines.plattform.amount", "funding.tilskudd.amount"]
    made = sobol(project, "net_cash", 64, inputs=names, year=2030)
    again = sobol(project, "net_cash", 64, inputs=names, year=2030)

    by_name = {one.input.name: one for one in made.indices}
    assert made == again
    assert made.runs == 64 * 4
    assert by_name["funding.tilskudd.amount"].total == 0  # it ends in 2028
    assert by_name["cost_lines.plattform.amount"].total == pytest.approx(1, abs=0.1)
    assert "Plattform" in made.sentence()
    assert list(made.frame()["stable"]) == [one.stable for one in made.indices]


def test_a_figure_that_does_not_vary_has_no_indices(project: Project) -> None:
    """Nothing to split, and the sentence says so."""
    made = sobol(project, "patients", 16, inputs=["cost_lines.plattform.amount"], year=2030)

    assert made.variance == 0
    assert made.indices[0].total == 0
    assert "varierer ikke" in made.sentence()


def test_correlated_inputs_have_no_indices(project: Project) -> None:
    """Their parts of the variance cannot be told apart; a tornado can still be made."""
    names = (SHARE, "groups.hjertesvikt.inclusion_share")
    together = project.model_copy(
        update={"correlations": (Correlation(inputs=names, rank=0.6, source="Antakelse"),)}
    )

    with pytest.raises(ArgumentError) as raised:
        sobol(together, draws=16, inputs=names)

    assert "henger sammen" in raised.value.text("nb")
    assert len(tornado(together, inputs=names).bars) == 2


def test_the_picture_of_a_tornado_says_what_it_is_about() -> None:
    """It is pasted into reports, where no one sees the title that screen readers hear."""
    made = gv.sensitivity.tornado(gv.example("nord-troms"), "cost", year=2028)

    title, *others = re.findall(r"<text [^>]*>([^<]*)</text>", made.svg())

    assert title.startswith("Hva betyr mest for ")
    assert "2028" in title
    assert len(others) > 3
