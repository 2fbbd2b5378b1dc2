"""Explanations as people read them: formulas in words, sums in parts, text and HTML."""

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, ClassVar

import pytest

import gevinst as gv
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import BEFORE
from gevinst.explaining import explain
from gevinst.explaining.amounts import (
    FLAGS,
    INSTANTS,
    PER_CENT_TOO,
    PLAIN_SHARES,
    Amount,
)
from gevinst.explaining.asking import RECORD_LABELS
from gevinst.explaining.building import FLOWS
from gevinst.explaining.names import label
from gevinst.explaining.readings import UNIT_STEPS, reading
from gevinst.explaining.rule_names import RULES
from gevinst.formula import FORMULAS
from gevinst.loading import loads
from gevinst.results import Results

GOLDEN = Path(__file__).parents[1] / "golden" / "explain"


@pytest.fixture(scope="module")
def results() -> Results:
    return gv.run(gv.load(GOLDEN / "project.toml"))


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_charge_reads_like_this(results: Results, lang: Any) -> None:
    """Stored beside the project. After a change, look at the text, then store the new one:

    ``gevinst explain project.toml charge --municipality Skjervøy --year 2028 --depth 5 --lang nb``
    """
    told = explain(results, "charge", municipality="Skjervøy", year=2028)

    stored = (GOLDEN / f"charge.{lang}.txt").read_text(encoding="utf-8")

    assert told.text(lang, depth=5) + "\n" == stored


@pytest.mark.parametrize("formula", sorted(FORMULAS))
def test_every_formula_can_be_read_aloud(formula: str) -> None:
    """All its quantities are named, and nothing of the programming language is left."""
    read = reading(formula)

    for lang in ("nb", "en"):
        words = read.words(lambda name: f"<{name}>", lang)
        named = set(re.findall(r"<(\w+)>", words))
        rounds = {"rounding_tolerance"} if "round" in read.code else set()
        silent = rounds | UNIT_STEPS.intersection(FORMULAS[formula].parameters)
        assert named | silent == set(FORMULAS[formula].parameters) | silent
        assert not re.search(r"np\.|[*]|==|_(?![^<]*>)", words), words


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("charge", "Kostnad til fordeling × Fordelingsnøkkel"),
        ("key_share", "Fordelingsgrunnlag / Fordelingsgrunnlag, alle kommuner"),
        (
            "needed_fte",
            "største av Årsverk etter arbeid og svarfrist og Årsverk etter grunnbemanning",
        ),
        ("charge_year", "sum av 12 måneder: Betaling"),
        ("starts_all", "sum over kommuner av Nye pasienter"),
        ("patient_time_total", "sum over pasientgrupper og kommuner av Pasientår"),
        (
            "workload_fte",
            "Arbeidstimer for rollen / (Netto timer per årsverk × Månedens lengde)",
        ),
        ("recruited_share", "1 − e opphøyd i (−Rekrutteringsrate × Månedens lengde)"),
        (
            "linear_ramp",
            "minste av (Tid siden kommunen ble med / Opptrappingstid) og 1",
        ),
    ],
)
def test_a_formula_in_norwegian(formula: str, words: str) -> None:
    assert reading(formula).words(lambda name: label(name).nb, "nb") == words


def test_nothing_less_something_is_minus_it() -> None:
    words = reading("line_benefit").words(lambda name: name, "nb")

    assert words.startswith("−")
    assert "0" not in words


def test_the_tables_of_words_name_what_exists() -> None:
    """A quantity that is renamed is renamed here too."""
    assert set(CATALOGUE) >= FLAGS | INSTANTS | PLAIN_SHARES | PER_CENT_TOO
    assert set(RULES) >= {f.name for f in FORMULAS.values() if f.name != f.produces}
    assert set(RULES) <= set(FORMULAS)
    assert {entry.records for entry in CATALOGUE.values()} == set(RECORD_LABELS)
    assert {stock for stock, _ in BEFORE.values()} <= set(FLOWS)
    assert {flow for flows in FLOWS.values() for flow in flows} <= set(CATALOGUE)


@pytest.mark.parametrize(
    ("quantity", "unit", "x", "text"),
    [
        ("charge", "NOK", 593970.4, "593 970 kr"),
        ("charge_per_inhabitant", "NOK/inhabitant", 76.4251, "76,4 kr/innbygger"),
        ("allocation_share", "1", 0.03491, "3,49 %"),
        ("effect", "1", -0.05, "−5 %"),
        ("key_weight", "1", 3.0, "3"),
        ("eligible_per_inhabitant", "patient/inhabitant", 0.006, "0,006 pasienter/innbygger"),
        ("joined", "1", 1.0, "ja"),
        ("joined", "1", 0.0, "nei"),
        ("joining_time", "year", 1.5, "juli 2028"),
        ("joining_time", "year", -0.25, "oktober 2026"),
        ("period_length", "year", 1 / 12, "1/12 år"),
        ("patient_time", "patient*year", 3.17, "3,17 pasientår"),
    ],
)
def test_a_value_for_people(quantity: str, unit: str, x: float, text: str) -> None:
    shown = Amount(quantity, unit, 2027, "nb").text(x)

    assert shown.replace("\u00a0", " ") == text


def test_a_range_shows_extremes_that_are_not_at_its_ends() -> None:
    """January to December, and the lowest and highest month if they lie between."""
    amount = Amount("active_patients", "patient", 2027, "nb")
    months = (2.0, 1.0, *[2.0] * 8, 4.0, 3.0)

    shown = amount.span(3.0, months).replace("\u00a0", " ")

    assert shown == "2 … 3 pasienter (jan … des, lavest 1, høyest 4)"
    assert amount.span(2.0, (2.0,) * 12).startswith("2\u00a0pasienter")


def test_a_flag_says_in_how_many_months(results: Results) -> None:
    told = explain(results, "joined", municipality="Lyngen", year=2027)

    assert "ja i 6 av 12 måneder" in told.text(depth=0)


def many_municipalities(count: int) -> Results:
    """A project with several municipalities, the later ones larger."""
    text = (GOLDEN / "project.toml").read_text(encoding="utf-8")
    more = "".join(
        f'[[partners]]\nkind = "municipality"\ncode = "{1000 + i}"\nname = "Sted {i}"\n'
        f'population = {1000 * i}\njoins = "2027-01"\n\n'
        for i in range(1, count + 1)
    )
    return gv.run(loads(text.replace("[ramp_up]", more + "[ramp_up]")))


def test_a_sum_shows_its_three_largest_parts_and_follows_the_largest() -> None:
    told = explain(many_municipalities(6), "starts_all", group="kols", year=2027)

    assert [c.municipality for c in told.root.children] == ["Sted 6", "Sted 5", "Sted 4"]
    assert [bool(c.children) for c in told.root.children] == [True, False, False]
    assert told.root.others is not None
    assert told.root.others.count == 5
    assert "5 andre (Skjervøy Kols, Lyngen Kols" in told.text(depth=1)


def test_a_sum_follows_the_part_that_was_asked_about() -> None:
    results = many_municipalities(6)

    told = explain(results, "key_share", municipality="Lyngen", key="inhabitants:year", year=2027)

    total = told.root.children[1]
    assert [c.municipality for c in total.children] == ["Sted 6", "Sted 5", "Lyngen"]
    assert [bool(c.children) for c in total.children] == [False, False, True]


class Tags(HTMLParser):
    """Collects tags and attributes, and checks that every tag is closed."""

    VOID: ClassVar[set[str]] = {"br", "hr", "img"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_folds_is_whole_and_fetches_nothing(results: Results) -> None:
    told = explain(results, "charge", municipality="Lyngen", year=2028, depth=2)

    page = told.html()
    tags = Tags()
    tags.feed(page)

    assert tags.open == []
    assert tags.seen == {"div", "p", "ul", "li", "details", "summary"}
    assert tags.attributes == {"lang", "class", "open"}
    assert page.count("<details open>") < page.count("<details")
    assert page == told._repr_html_()
    assert 'lang="en"' in told.html("en")


def test_text_of_the_project_is_escaped_in_page_and_terminal() -> None:
    text = (GOLDEN / "project.toml").read_text(encoding="utf-8")
    text = text.replace("oppdiktede tall.", "<script>alert(1)</script>")
    text = text.replace('name = "Plattform"', 'name = "<b>P</b>"')
    results = gv.run(loads(text))

    told = explain(replace(results, notice=f"{results.notice}\x1b[31m"), "total_cost", year=2028)

    assert "<script" not in told.html()
    assert "<b>" not in told.html()
    assert html.escape("<b>P</b>") in told.html()
    assert "\x1b" not in told.html() + told.text()
    assert "<b>P</b>" in told.text()
