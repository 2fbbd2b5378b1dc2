"""What the summary says, and what it never says."""

import dataclasses
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import gevinst
from gevinst.reporting import describe, render_page, render_text
from gevinst.reporting.adding_up import adding_up, rounded
from gevinst.reporting.assumptions import shown_range, shown_value
from gevinst.reporting.contents import Figure, Folded, Summary, Table
from gevinst.reporting.reading import View
from gevinst.reporting.texts import TEXTS
from gevinst.results import Origin, Results

HOSTILE = Path(__file__).parents[1] / "golden" / "page" / "project.toml"
ALONE = Path(__file__).parents[1] / "golden" / "page" / "alone.toml"
EXAMPLES = ("nord-troms", "hallingdal", "mila")


def example(name: str) -> Results:
    """A run of an example project."""
    return gevinst.run(gevinst.example(name))


def tables_of(summary: Summary) -> Iterator[Table]:
    """Every table of a summary, folded ones too."""
    for section in summary.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block
            elif isinstance(block, Folded):
                yield block.table


def table(summary: Summary, name: str) -> Table:
    """One table of a summary."""
    return next(t for t in tables_of(summary) if t.id == name)


def amounts(shown: Table, label: str) -> list[float]:
    """The numbers of one row."""
    row = next(row for row in shown.rows if row.label == label)
    return [cell.value or 0.0 for cell in row.cells if isinstance(cell, Figure)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_shown_charges_add_up_to_the_shown_cost_less_funding(name: str) -> None:
    """A reader who adds the printed kroner gets the printed total, in every year."""
    results = example(name)

    summary = describe(results)

    charges, costs = table(summary, "charges"), table(summary, "costs")
    parts = [amounts(charges, m) for m in results.frame.municipalities]
    total = amounts(charges, "Sum betaling")
    assert [sum(column) for column in zip(*parts, strict=True)] == total
    assert total == amounts(charges, "Kostnad til fordeling")
    assert total == amounts(costs, "Kostnad til fordeling")
    rows = [row.label for row in costs.rows]
    lines = rows[: rows.index("Samlet kostnad")]
    funding = rows[rows.index("Samlet kostnad") + 1 : rows.index("Kostnad til fordeling")]
    cost = amounts(costs, "Samlet kostnad")
    assert [sum(x) for x in zip(*(amounts(costs, n) for n in lines), strict=True)] == cost
    left = [sum(x) for x in zip(cost, *(amounts(costs, n) for n in funding), strict=True)]
    assert left == total


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_shown_charge_is_within_a_krone_of_the_exact_one(name: str) -> None:
    """Rounding so that it adds up moves nobody by a krone."""
    results = example(name)
    exact = results.table("charges").set_index(["municipality", "year"])["value"]

    shown = table(describe(results), "charges")

    for row in shown.rows[: len(results.frame.municipalities)]:
        for year, cell in zip(shown.headings, row.cells, strict=True):
            assert isinstance(cell, Figure)
            assert cell.value is not None
            assert abs(cell.value - exact[row.label, int(year)]) < 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_an_actor_pays_is_the_same_in_every_table(name: str) -> None:
    """The municipalities' payment among the gains is the total of the charges."""
    results = example(name)
    summary = describe(results)
    t = View(results=results, lang="nb").full_year

    pays, cash, transfers, net = amounts(table(summary, "gains"), "Kommunene")[:4]

    assert pays == amounts(table(summary, "charges"), "Sum betaling")[t]
    assert net == cash + transfers - pays


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_notice_stands_first(name: str) -> None:
    """Before any number the reader knows that prices and volumes are ours."""
    results = example(name)

    text, page = render_text(describe(results)), render_page(describe(results))

    assert text.startswith("Regneeksempel")
    assert page.index("Regneeksempel") < page.index("<h1>")


def test_no_gain_is_called_a_saving_when_the_range_includes_no_effect() -> None:
    """The only mention of saving is that nothing is shown to be saved."""
    text = render_text(describe(example("nord-troms")))

    said = " ".join(text.split())
    assert "omfatter «ingen effekt» for 12 av 12 gevinstlinjer" in said
    assert re.findall(r"[^.]*spare[^.]*\.", said) == [
        " Tallene bygger på det mest sannsynlige anslaget og viser ikke at tjenesten sparer penger."
    ]


def test_classes_of_gain_stand_in_columns_of_their_own_without_a_total() -> None:
    """No column and no row adds cash, capacity and quality."""
    gains = table(describe(example("nord-troms")), "gains")

    assert gains.headings == (
        "Betaler",
        "Penger (budsjett)",
        "Overføring",
        "Netto i penger",
        "Frigjort kapasitet",
        "Kvalitet, prissatt",
    )
    assert [row.kind for row in gains.rows] == ["plain"] * len(gains.rows)
    assert amounts(gains, "Fastlegen")[4] < 0


def test_a_benefit_without_a_price_is_told_in_its_own_unit() -> None:
    """Zero kroner would say that it is worth nothing."""
    summary = describe(gevinst.run(gevinst.load(HOSTILE)))

    assert "Kvalitet, ikke prissatt" not in table(summary, "gains").headings
    text = render_text(summary).replace("\u00a0", " ")
    assert "Ikke prissatt i 2028: Kvelder med uro −301,6 hendelser (pasienten)." in text
    assert "1 av 3 gevinstlinjer har en effekt uten spenn" in " ".join(text.split())


def test_it_says_what_decides_the_positions() -> None:
    """The answering target in a small cooperation, the workload in a large one that is up."""
    small = table(describe(example("nord-troms")), "staffing")
    large = table(describe(example("mila")), "staffing")

    decided = [row.cells for row in (*small.rows, *large.rows) if row.label == "avgjøres av"]

    assert decided[0][0] == "hele steg"
    assert set(decided[0][1:]) == {"svarfrist"}
    assert decided[2][0] == "svarfrist"
    assert set(decided[2][1:]) == {"arbeid"}


def test_the_published_figures_stand_beside_with_their_source() -> None:
    """About 80 patients a position and 16.5 patients a municipality, from the directorate."""
    summary = describe(example("nord-troms"))
    shown = table(summary, "plausibility")

    published = [row.cells[-1] for row in shown.rows]

    assert published[0] == "om lag 80"
    assert published[1] == Figure(value=16.5, decimals=1)
    assert round(1204 / 73, 1) == 16.5
    assert render_text(summary).count("https://www.helsedirektoratet.no/") == 2


def test_every_input_without_a_source_is_in_the_page() -> None:
    """Values without a source, choices noted as assumptions, and what the file leaves out."""
    project = gevinst.example("nord-troms")
    results = gevinst.run(project)
    without = {path for path, value in project.values() if value.source is None}
    without |= {f"partners[{i}].joins" for i in range(6)}
    without |= {f"centre.opening_hours.{day}" for day in project.centre.opening_hours.days()}
    without |= {"economics.analysis_period", "economics.timing"}
    without |= {
        f"cost_lines[{i}].{vat}"
        for i in (1, 2, 3)
        for vat in ("vat_rate", "vat_not_recovered_share")
    }

    without |= {
        f"benefits[{i}].{left_out}"
        for i, line in enumerate(project.benefits)
        for left_out in ("realisation_delay", "real_value_growth")
        if getattr(line, left_out, line) is None
    }

    shown = table(describe(results), "assumptions")

    assert len(shown.rows) == len(without)


def test_one_municipality_alone_is_a_summary_too() -> None:
    """No benefits, no funding, one partner, one year."""
    summary = describe(gevinst.run(gevinst.load(ALONE)))

    text = render_text(summary)

    assert "Prosjektfila har ingen gevinstlinjer" in text
    assert "Utvalgte år" not in text
    assert "bidrag 0 kr" in " ".join(text.split())  # no-break spaces are split too
    assert "Én kommune bærer hele kostnaden" in render_page(summary)
    assert table(summary, "gains").rows[0].label == "Kommunene"


def test_a_project_without_patients_shows_a_dash_for_what_is_undefined() -> None:
    """A price per patient-month with no patients is not zero."""
    results = gevinst.run(gevinst.load(ALONE))

    row = table(describe(results), "charges-compared").rows[0]

    assert isinstance(row.cells[3], Figure)
    assert row.cells[3].value is None
    assert row.cells[3].text("nb") == "–"


def test_the_texts_exist_in_both_languages_with_the_same_facts() -> None:
    """A translation that forgets a fact, or needs another, would fail for some readers only."""
    fields = re.compile(r"\{(\w+)\}")

    for key, text in TEXTS.items():
        assert set(text) == {"nb", "en"}, key
        assert set(fields.findall(text["nb"])) == set(fields.findall(text["en"])), key


@pytest.mark.parametrize(
    ("values", "total", "decimals", "expected"),
    [
        ([1.4, 1.4, 1.2], 4.0, 0, [2.0, 1.0, 1.0]),
        ([0.25, 0.25, 0.5], 1.0, 1, [0.3, 0.2, 0.5]),
        ([-1.5, 2.5], 1.0, 0, [-1.0, 2.0]),
        ([], 0.0, 0, []),
        ([0.6, 0.6], 5.0, 0, [1.0, 1.0]),  # they do not add up: the difference is to be seen
    ],
)
def test_rounded_parts_add_up_to_the_rounded_total(
    values: list[float], total: float, decimals: int, expected: list[float]
) -> None:
    """Largest remainder, the first of equals first; never a hidden difference."""
    assert adding_up(values, total, decimals) == expected


def test_halves_are_rounded_away_from_zero() -> None:
    """As the shown numbers are."""
    assert [rounded(2.5), rounded(-2.5), rounded(0.05, 1), rounded(-0.2)] == [3, -3, 0.1, 0]


def origin(given: str, unit: str, low: float, high: float, means: str | None) -> Origin:
    """An input as the project states it."""
    return Origin(path="x", given=given, unit=unit, low=low, high=high, means=means)


@pytest.mark.parametrize(
    ("stated", "value", "span"),
    [
        (origin("18 month", "year", 1, 3, "limits"), "18 måneder", "12 til 36 måneder"),
        (origin("0.15 1/year", "1/year", 0.05, 0.3, "80 % interval"), "0,15/år", "0,05 til 0,3/år"),
        (origin("2", "1", 1, 3, "95 % interval"), "2", "1 til 3 (95 % intervall)"),
        (origin("0.3", "1", 0.3, 0.3, None), "0,3", ""),
        (origin("25 %", "1", 0.2, 0.3, "limits"), "25 %", "20 til 30 %"),
        (origin("-0,5", "1", -0.5, 0.5, "limits"), "−0,5", "−0,5 til 0,5"),
        (origin("2027-01", "year", 0, 0, None), "2027-01", ""),
    ],
)
def test_an_input_is_shown_in_the_unit_it_was_written_in(
    stated: Origin, value: str, span: str
) -> None:
    """The range too, though it is stored in canonical units."""
    view = View(results=example("nord-troms"), lang="nb")

    assert shown_value(stated, "nb").replace("\u00a0", " ") == value
    assert shown_range(stated, view).replace("\u00a0", " ").startswith(span)


class _Page(HTMLParser):
    """Collects what an accessibility check asks of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.references: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.seen.append((tag, given))
        if tag not in {"meta", "rect", "line"}:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        self.references += str(given.get("aria-labelledby") or "").split()
        self.references += [str(given["href"])[1:]] if tag == "a" and "#" in str(given) else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", [*EXAMPLES, "hostile"])
def test_the_page_is_sound_and_asks_nothing_of_others(name: str) -> None:
    """Tags close, ids are unique and found, headings step by one, and nothing is fetched."""
    results = gevinst.run(gevinst.load(HOSTILE)) if name == "hostile" else example(name)
    page = _Page()

    html = render_page(describe(results))
    page.feed(html)

    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.references) <= set(page.ids)
    assert page.headings[0] == 1
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    tags = {tag for tag, _ in page.seen}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "b"}
    assert not [a for _, a in page.seen if {"src", "onload", "onclick", "style"} & set(a)]
    assert "@import" not in html
    own = html.replace('fill="url(#', "").replace('marker-end="url(#', "")
    assert "url(" not in own
    html_tag = next(a for tag, a in page.seen if tag == "html")
    assert html_tag == {"lang": "nb"}


def test_every_table_and_chart_of_the_page_has_a_name() -> None:
    """Captions, scopes, titles and descriptions, for those who listen to the page."""
    page = _Page()

    page.feed(render_page(describe(example("nord-troms"))))

    count = {tag: sum(t == tag for t, _ in page.seen) for tag in ("table", "caption", "svg")}
    assert count["table"] == count["caption"] > 8
    assert count["svg"] == sum(t == "desc" for t, _ in page.seen) == 3
    assert all("scope" in attributes for tag, attributes in page.seen if tag == "th")
    regions = [a for tag, a in page.seen if a.get("class") == "scroll"]
    assert all(a["tabindex"] == "0" and a["aria-labelledby"] for a in regions)


def test_what_a_terminal_could_obey_is_written_out() -> None:
    """The schema refuses control characters; the renderer does not rely on it."""
    results = dataclasses.replace(example("nord-troms"), notice="\x1b[2Jborte", title="a\u202eb")

    text, page = render_text(describe(results)), render_page(describe(results))

    assert "\x1b" not in text + page
    assert "\u202e" not in text + page
    assert "\\x1b[2Jborte" in text


def test_a_printed_table_keeps_the_title_that_opens_it_on_the_screen() -> None:
    """On paper nothing can be opened: what is closed is left out, what is open says what it is."""
    page = render_page(describe(example("nord-troms")))
    printed = page.partition("@media print {")[2].partition("</style>")[0]

    assert re.search(r"details:not\(\[open\]\) { display: none; }", printed)
    assert re.search(r"summary { display: block;", printed)
