"""``gevinst simulate`` and ``gevinst compare``, as a user types them.

The reports are stored in ``tests/golden/simulation``. After a change that is meant:
``python tests/unit/test_cli_uncertainty.py``, and read the diff.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import gevinst
from gevinst.cli import main

FOLDER = Path(__file__).parents[1] / "golden" / "simulation"
BEFORE, AFTER = str(FOLDER / "before.toml"), str(FOLDER / "after.toml")
SIMULATE = ("simulate", BEFORE, "--draws", "64", "--seed", "7")
COMPARE = ("compare", BEFORE, AFTER, "--quantity", "charge", "--year", "2028")
STORED = {"simulate": SIMULATE, "compare": (*COMPARE, "--municipality", "Ål")}
FANS = 2
OERE = 0.01
WAGE_AND_MORE = {
    "centre.roles.nurse.annual_wage",
    "centre.roles.nurse.pension_share",
    "cost_lines.platform.amount",
}


def said(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str, str]:
    """Exit code, output and errors with ordinary spaces."""
    code = main(list(given))
    shown = capsys.readouterr()
    return code, shown.out.replace("\u00a0", " "), shown.err.replace("\u00a0", " ")


@pytest.mark.parametrize("name", sorted(STORED))
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_report_reads_as_it_is_stored(
    capsys: pytest.CaptureFixture[str], name: str, lang: str
) -> None:
    """Wording, layout and numbers of a seed change only when somebody means it."""
    stored = (FOLDER / f"{name}.{lang}.txt").read_text(encoding="utf-8")

    code, out, err = said(capsys, *STORED[name], "--lang", lang)

    assert (code, err) == (0, "")
    assert out == stored


def test_the_folder_has_a_page_and_the_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The table opens in Norwegian Excel: a mark of the encoding, semicolons, decimal commas."""
    folder = tmp_path / "ut"

    code, out, err = said(capsys, *SIMULATE, "--out", str(folder))

    assert (code, err) == (0, "")
    assert "Skrev 2 filer" in out
    assert sorted(path.name for path in folder.iterdir()) == ["simulering.csv", "simulering.html"]
    text = (folder / "simulering.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeffactor;municipality;year;quantity;mean;p05;")
    rows = list(csv.DictReader(io.StringIO(text[1:]), delimiter=";"))
    middle = next(row["p50"] for row in rows if row["quantity"] == "cost" and row["year"] == "2028")
    assert re.fullmatch(r"\d+,\d+", middle)


def test_the_page_is_well_formed_and_tells_what_each_fan_shows(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Who cannot see a chart is read its title, and its last year in words."""
    said(capsys, *SIMULATE, "--out", str(tmp_path))

    page = (tmp_path / "simulering.html").read_text(encoding="utf-8")
    drawn = re.findall(r"<svg.*?</svg>", page)
    charts = [ET.fromstring(chart) for chart in drawn]  # noqa: S314  our own

    assert len(charts) == FANS
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for chart in charts:
        title, described = chart.find("title"), chart.find("desc")
        assert title is not None
        assert described is not None
        assert chart.get("aria-labelledby") == f"{title.get('id')} {described.get('id')}"
        assert "80 % ligger mellom" in (described.text or "").replace("\u00a0", " ")


def test_csv_and_json_say_the_same_for_one_seed(capsys: pytest.CaptureFixture[str]) -> None:
    """And another seed says something else."""
    _, table, _ = said(capsys, *SIMULATE, "--format", "csv", "--lang", "en")
    _, data, _ = said(capsys, *SIMULATE, "--format", "json")
    _, other, _ = said(capsys, *SIMULATE[:-1], "8", "--format", "json")

    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    records = json.loads(data)
    assert len(rows) == len(records) > 0
    for row, record in zip(rows, records, strict=True):
        assert row["quantity"] == record["quantity"]
        assert float(row["p90"]) == pytest.approx(record["p90"], rel=1e-9, abs=1e-9)
    assert records != json.loads(other)


def test_no_progress_is_drawn_in_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even for work that lasts: neither of the streams is a terminal here."""
    monkeypatch.setattr("gevinst.uncertainty.progress.AFTER_SECONDS", 0.0)

    code, out, err = said(capsys, *SIMULATE, "--format", "csv")

    assert (code, err) == (0, "")
    assert "\r" not in out.replace("\r\n", "\n")
    assert "trekninger" not in out


def test_progress_is_drawn_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same work as above, with a terminal to draw on."""
    drawn = Terminal()
    monkeypatch.setattr("gevinst.uncertainty.progress.AFTER_SECONDS", 0.0)

    with contextlib.redirect_stderr(drawn), contextlib.redirect_stdout(io.StringIO()):
        code = main([*SIMULATE, "--format", "csv"])

    assert code == 0
    assert "trekninger" in drawn.getvalue()


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_the_parts_of_a_change_add_up_to_the_oere(capsys: pytest.CaptureFixture[str]) -> None:
    """The sum of what is printed is the difference that two runs make."""
    _, data, _ = said(capsys, *COMPARE, "--format", "json")

    parts = json.loads(data)
    charges = [
        frame.loc[frame["year"] == 2028, "value"].sum()
        for frame in (gevinst.run(gevinst.load(file)).table("charges") for file in (BEFORE, AFTER))
    ]
    assert {part["change"] for part in parts} == WAGE_AND_MORE
    assert sum(part["amount"] for part in parts) == pytest.approx(charges[1] - charges[0], abs=OERE)
    platform = next(part for part in parts if part["change"] == "cost_lines.platform.amount")
    assert (platform["before"], platform["after"]) == ("150000 NOK/year", "180000 NOK/year")


def test_a_comparison_names_whose_figure_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """An actor's, the municipalities' together, or nobody's where it is the centre's."""
    present = ("compare", BEFORE, AFTER, "--quantity", "present_net_cash")

    _, together, _ = said(capsys, *present)
    _, centre, _ = said(capsys, "compare", BEFORE, AFTER, "--year", "2028")

    assert together.startswith("Nåverdien av netto i kroner (kommunene samlet): fra ")
    assert centre.startswith("Kostnaden for senteret (2028): fra ")


def test_a_comparison_of_a_project_with_itself_has_no_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = said(capsys, "compare", BEFORE, BEFORE, "--year", "2028")

    assert code == 0
    assert out.count("\n") == 1
    assert out.endswith(", 0 kr.\n")


@pytest.mark.parametrize(
    ("given", "code", "texts"),
    [
        (("simulate", BEFORE, "--draws", "0"), 2, ("--draws", "«0»", "1 eller mer")),
        (("simulate", BEFORE, "--draws", "-5"), 2, ("--draws", "«-5»")),
        (("simulate", BEFORE, "--seed", "x"), 2, ("--seed", "«x»")),
        (("simulate", BEFORE, "--format", "xml"), 2, ("xml", "csv")),
        (("simulate", "nord-trom"), 1, ("nord-trom",)),
        (("compare", BEFORE, AFTER), 2, ("cost", "--year, 2027–2029")),
        ((*COMPARE[:-1], "2099"), 1, ("2099", "2027, 2028, 2029")),
        ((*COMPARE, "--municipality", "Åll"), 1, ("Åll", "Mente du «Ål»")),
        (("compare", BEFORE, AFTER, "--quantity", "charges"), 1, ("Mente du «charge»",)),
        (("compare", BEFORE), 2, ("ETTER",)),
    ],
)
def test_a_wrong_question_is_explained(
    capsys: pytest.CaptureFixture[str], given: tuple[str, ...], code: int, texts: tuple[str, ...]
) -> None:
    """What was written, and what can be written in its place; nothing on standard output."""
    found, out, err = said(capsys, *given)

    assert (found, out) == (code, "")
    for text in texts:
        assert text in err


def test_nothing_is_written_when_the_question_is_wrong(tmp_path: Path) -> None:
    main(["simulate", BEFORE, "--draws", "0", "--out", str(tmp_path / "ut")])

    assert not (tmp_path / "ut").exists()


if __name__ == "__main__":
    for name, command in STORED.items():
        for language in ("nb", "en"):
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                main([*command, "--lang", language])
            shown = printed.getvalue().replace("\u00a0", " ")
            (FOLDER / f"{name}.{language}.txt").write_text(shown, encoding="utf-8")
