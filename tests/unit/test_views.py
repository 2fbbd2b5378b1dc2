"""Views of the gains: which line stands where, what is said to be certain, what is shown."""

import itertools
import re
from pathlib import Path

import pandas as pd
import pytest

import gevinst as gv
from gevinst.errors import QuantityError
from gevinst.reporting import describe, render_page, render_text
from gevinst.results import Results
from gevinst.results.plus_minus import EXTENTS, IMPORTANCES, consequence, signs

VIEWS = ("ks", "dfo", "imprint", "patient_view", "budget", "personnel")
GOLDEN = Path(__file__).parents[1] / "golden" / "page" / "project.toml"


@pytest.fixture(scope="module")
def results() -> Results:
    return gv.run(gv.example("nord-troms"))


def golden(tmp_path: Path, *replaced: tuple[str, str]) -> Results:
    """A run of the project of the golden page, with some text replaced."""
    text = GOLDEN.read_text(encoding="utf-8")
    for old, new in replaced:
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "prosjekt.toml"
    file.write_text(text, encoding="utf-8")
    return gv.run(gv.load(file))


def heading(table: pd.DataFrame, column: str, line: str) -> set[str]:
    return set(table[table["line"] == line][column])


@pytest.mark.parametrize(
    ("line", "ks", "dfo", "imprint"),
    [
        ("liggedogn", "avoided_costs", {"priced_public"}, {"organisation"}),
        ("utskrivningsklar", "avoided_costs", {"own_budget", "priced_public"}, {"economy"}),
        ("egenandel", "avoided_costs", {"priced_others"}, {"economy"}),
        ("hjemmesykepleie", "saved_time", {"other_use"}, {"clinical_work"}),
        ("medisinstotte", "saved_time", {"other_use"}, {"clinical_work"}),
        ("akuttloop/legevakt", "avoided_costs", {"other_use"}, {"organisation"}),
        ("akuttloop/hjemmesykepleie", "saved_time", {"other_use"}, {"clinical_work"}),
        ("fastlege", "avoided_costs", {"priced_others"}, {"clinical_work"}),
        ("reiser", "better_quality", {"priced_others"}, {"users"}),
        ("trygghet", "better_quality", {"unpriced"}, {"users"}),
    ],
)
def test_each_line_stands_where_the_guide_says(
    results: Results, line: str, ks: str, dfo: set[str], imprint: set[str]
) -> None:
    assert heading(results.table("ks"), "type", line) == {ks}
    assert heading(results.table("dfo"), "category", line) == dfo
    assert heading(results.table("imprint"), "side", line) == imprint


def test_hours_that_a_decision_makes_cash_are_avoided_costs(tmp_path: Path) -> None:
    """KS counts time as saved until a budget decision turns it into money."""
    decided = golden(
        tmp_path,
        (
            'unit = "consultation"\nbaseline = "1.5 consultation/patient/year"',
            (
                'unit = "work_hour"\nbaseline = "1.5 work_hour/patient/year"\n'
                'budget_decision = "Vedtak 12/26: ett årsverk holdes ledig."'
            ),
        ),
        ('unit_value = "1200 NOK/consultation"', 'unit_value = "600 NOK/work_hour"'),
    )

    assert heading(decided.table("ks"), "type", "visits") == {"avoided_costs"}
    assert heading(decided.table("dfo"), "category", "visits") == {"own_budget"}


def test_the_consequence_follows_importance_and_extent() -> None:
    """More of either never makes less of it, and a minus is the plus turned round."""
    order = list(IMPORTANCES)
    table = {(i, e): consequence(i, e) for i in order for e in EXTENTS}

    assert table["large", 3] == 4
    assert table["large", -3] == -4
    assert {table[i, 0] for i in order} == {0}
    for (importance, extent), level in table.items():
        assert table[importance, -extent] == -level
        if extent < 3:
            assert table[importance, extent + 1] >= level
    for less, more in itertools.pairwise(order):
        assert all(table[more, e] == table[less, e] + 1 for e in (1, 2, 3))
    assert signs(4) == "++++"
    assert signs(-2) == "−−"


def test_kostra_codes_stand_in_the_budget_where_they_are_given(tmp_path: Path) -> None:
    coded = golden(
        tmp_path,
        ('receiver = "municipality"', ('receiver = "municipality"\nkostra_art = "370"\n'
         'kostra_function = "241"')),
    )  # fmt: skip

    rows = coded.table("budget")

    line = rows[rows["line"] == "visits"]
    assert set(line["kostra_art"]) == {"370"}
    assert set(line["kostra_function"]) == {"241"}
    assert rows[rows["quantity"] == "charge_paid"]["kostra_art"].isna().all()
    assert "(art 370, funksjon 241)" in render_page(describe(coded))


def test_a_budget_has_the_four_first_years_and_public_partners_only(results: Results) -> None:
    rows = results.table("budget")

    assert sorted(set(rows["year"])) == [2027, 2028, 2029, 2030]
    assert set(rows["actor"]) == {"municipality", "unn", "state"}
    months = results.table("budget", by="month")
    assert months["period"].max() == "2030-12"


def test_new_work_in_cash_is_a_cost_in_the_budget(tmp_path: Path) -> None:
    worse = golden(tmp_path, ("likely = -0.1, low = -0.2", "likely = 0.04, low = -0.2"))

    rows = worse.table("budget")

    line = rows[rows["line"] == "visits"]
    assert set(line["quantity"]) == {"new_cost"}
    assert (line["value"] <= 0).all()


def test_personnel_shows_hours_without_a_profession_and_the_centre(results: Results) -> None:
    rows = results.table("personnel", labels="nb")

    assert "Yrkesgruppe ikke oppgitt" in set(rows["Yrkesgruppe"])
    assert "Sykepleier" in set(rows["Rolle"])
    unstated = results.table("personnel").query("profession == 'unstated'")
    assert set(unstated["quantity"]) == {"hours_freed", "hours_needed", "hours_net"}


def test_a_contact_and_its_fee_change_the_patients_contacts_once(results: Results) -> None:
    rows = results.table("patient_view")
    year = rows[rows["year"] == 2028]

    contacts = year[year["unit"] == "consultation"]
    assert list(contacts["line"]) == ["fastlege"]
    each = year[year["quantity"] == "changed_per_patient"].set_index("line")["value"]
    assert each["fastlege"] == pytest.approx(0.6)
    assert each["reiser"] == pytest.approx(-0.4)
    fee = year[(year["line"] == "egenandel") & (year["quantity"] == "benefit_per_patient")]
    assert fee["value"].item() == pytest.approx(-0.6 * 85)


@pytest.mark.parametrize("name", ["nord-troms", "hallingdal", "mila"])
def test_no_example_is_said_to_save_money(name: str) -> None:
    """Every range has the opposite inside it, and the sentence says so."""
    run = gv.run(gv.example(name))

    answer = run.who_pays_and_gains()

    assert "ingen gevinst er sikker" in str(answer)
    assert "selv i beste ende får kommunene" in str(answer)
    assert all(stake.sign == 0 for stake in answer.stakes)
    assert "no gain is certain" in run.who_pays_and_gains("en").sentence
    text = render_text(describe(run))
    assert not re.search(r"sparer (?!penger\.)", " ".join(text.split()))


def test_a_gain_with_its_whole_range_on_one_side_is_called_certain(tmp_path: Path) -> None:
    sure = golden(tmp_path, ("low = -0.2, high = 0.05", "low = -0.2, high = -0.05"))

    answer = sure.who_pays_and_gains()

    assert "innenfor hele spennet vinner kommunene" in answer.sentence
    assert "innenfor hele spennet taper fastlegen" in answer.sentence
    own = next(s for s in answer.stakes if (s.actor, s.benefit_class) == ("municipality", "cash"))
    assert own.low == pytest.approx(own.likely / 2)
    assert own.high == pytest.approx(own.likely * 2)
    assert next(iter(answer.table["Aktør"])) == "Kommunene"


def test_the_year_may_be_chosen(results: Results) -> None:
    assert results.who_pays_and_gains(year=2030).year == 2030
    with pytest.raises(QuantityError, match="1999"):
        results.who_pays_and_gains(year=1999)
    with pytest.raises(QuantityError, match="sv"):
        results.who_pays_and_gains("sv")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_views_have_headings_and_names_for_people(results: Results, name: str, lang: str) -> None:
    shown = results.table(name, labels=lang)

    assert not [c for c in shown.columns if re.fullmatch(r"[a-z_]+", str(c))]
    quantity = {"nb": "Størrelse", "en": "Quantity"}[lang]
    assert not [q for q in shown[quantity] if "_" in q]


def test_budget_rows_on_the_page_add_up_as_printed(results: Results) -> None:
    """Whoever adds the printed kroner of a partner gets the printed net."""
    section = next(s for s in describe(results).sections if s.id == "budget")

    for block in section.blocks[2:]:
        rows = block.table.rows  # type: ignore[union-attr]
        for t in range(4):
            parts = sum(row.cells[t].value for row in rows[:-1])  # type: ignore[union-attr]
            assert parts == pytest.approx(round(rows[-1].cells[t].value))  # type: ignore[union-attr]


def test_views_stand_on_the_page_and_only_a_few_lines_in_a_terminal(results: Results) -> None:
    summary = describe(results)

    page, text = render_page(summary), render_text(summary)

    for part in ("certain", "budget", "personnel", "ks", "dfo", "imprint", "patient-view"):
        assert f'<section id="{part}">' in page
    assert "Hva er sikkert?" in text
    assert "Gevinstavtrykk" not in text


def test_the_three_values_of_a_bed_day_stand_side_by_side(results: Results) -> None:
    section = next(s for s in describe(results).sections if s.id == "ks")
    table = next(
        b.table for b in section.blocks if getattr(b, "summary", "").startswith("Et ligge")
    )
    lines = results.table("benefits").query("year == 2028 and line == 'liggedogn'")

    (row,) = table.rows

    for cell, name in zip(row.cells, ("average", "capacity", "marginal"), strict=False):
        value = lines[lines["quantity"] == f"benefit_{name}"]["value"].sum()
        assert cell.value == pytest.approx(value)
    assert row.cells[-1] == "Frigjort kapasitet"
