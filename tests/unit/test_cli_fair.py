"""Whether the split will hold, on the page of results: worked out, or how to get it."""

from pathlib import Path

import pytest

import gevinst
from gevinst.cli import main
from gevinst.cli.fair import MOST_ON_PAGE, section_of_run
from gevinst.reporting.contents import Note, Sentence, Table
from gevinst.running import run
from gevinst.schema import Project
from gevinst.studies import fairness

HEADING = "Er fordelingen holdbar?"


@pytest.fixture(scope="module")
def project() -> Project:
    """Six municipalities that all have a zone."""
    return gevinst.example("nord-troms")


def table_of(page: str, name: str) -> str:
    """One table of a page, as it stands there."""
    start = page.index(f'<table id="table-{name}"')
    return page[start : page.index("</table>", start)]


def test_the_page_of_results_has_the_table_of_the_page_of_prices(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Right after what each pays; one figure cannot differ between two pages."""
    assert main(["run", "nord-troms", "--out", str(tmp_path)]) == 0
    assert main(["prices", "nord-troms", "--out", str(tmp_path)]) == 0
    capsys.readouterr()
    results, prices = (
        (tmp_path / name).read_text(encoding="utf-8") for name in ("resultat.html", "priser.html")
    )

    headings = ("Pris per kommune</h2>", f"{HEADING}</h2>", "Hvem betaler, og hvem får")
    places = [results.index(heading, results.index("<main>")) for heading in headings]
    assert places == sorted(places)
    assert table_of(results, "fair") == table_of(prices, "fair")
    assert "kopi av det felles" in results


def test_the_section_says_what_the_report_says(project: Project) -> None:
    """The sentence, and one row for each partner with a total that adds up."""
    (section,) = section_of_run(project, run(project), "nb")
    report = fairness(project)

    sentence, table = section.blocks[:2]
    assert isinstance(sentence, Sentence)
    assert isinstance(table, Table)
    assert sentence.text == report.text("nb")
    assert [row.label for row in table.rows] == [*report.labels, "I alt"]
    shown = [[cell.value for cell in row.cells] for row in table.rows]  # type: ignore[union-attr]
    for column, expected in zip(
        zip(*shown, strict=True),
        (report.charge, report.alone, report.saving, report.separable),
        strict=True,
    ):
        assert column[:-1] == pytest.approx(expected)
        assert column[-1] == pytest.approx(expected.sum())


def test_without_zones_the_page_says_which_are_missing(project: Project) -> None:
    """A run needs no zone but the host's, and does not fail for this."""
    partners = tuple(
        p.model_copy(update={"payroll_tax_zone": None}) if p.name in {"Lyngen", "Kåfjord"} else p
        for p in project.partners
    )
    unzoned = project.model_copy(update={"partners": partners})

    (section,) = section_of_run(unzoned, run(unzoned), "nb")

    (note,) = section.blocks
    assert isinstance(note, Note)
    assert "mangler for Kåfjord og Lyngen: oppgi payroll_tax_zone" in note.text


def test_with_many_partners_the_page_names_the_command(project: Project) -> None:
    """Thirteen would double the time of a run; whoever will wait can ask."""
    template = project.paying_partners[-1]
    more = MOST_ON_PAGE + 1 - len(project.paying_partners)
    added = tuple(
        template.model_copy(update={"code": f"990{i}", "name": f"Ny {i}"}) for i in range(more)
    )
    large = project.model_copy(update={"partners": (*project.partners, *added)})

    (section,) = section_of_run(large, run(large), "en")

    (note,) = section.blocks
    assert isinstance(note, Note)
    assert "With 13 municipalities" in note.text
    assert "gevinst prices" in note.text


def test_one_partner_alone_has_no_such_section(project: Project) -> None:
    """There is nobody to leave."""
    kept = tuple(p for p in project.partners if p.code == project.centre.host)
    alone = project.model_copy(update={"partners": kept, "funding": ()})

    assert section_of_run(alone, run(alone), "nb") == ()
