"""What the commands give: the demo, files in a folder, checks, explanations and lists."""

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import gevinst
from gevinst.cli import folder as writing
from gevinst.cli import main
from gevinst.errors import OutputError
from gevinst.reporting.exports import TABLE_NAMES, csv_cell

pytestmark = pytest.mark.smoke

HOSTILE = Path(__file__).parents[1] / "golden" / "page" / "project.toml"

NORD_TROMS_TABLES = (*TABLE_NAMES, "present_value", "plan", "map", "warnings")
"""It has benefit lines, a map, and overlaps that somebody has accepted."""


def said(capsys: pytest.CaptureFixture[str], *given: str) -> str:
    """Output of a command that is to succeed, with ordinary spaces."""
    code = main(list(given))
    shown = capsys.readouterr()
    assert (code, shown.err) == (0, "")
    return shown.out.replace("\u00a0", " ")


def test_the_demo_tells_the_whole_story(capsys: pytest.CaptureFixture[str]) -> None:
    """Notice first; patients, staffing, cost, charges, gains; one explained number last."""
    text = said(capsys, "demo")

    assert text.startswith("Regneeksempel")
    places = [
        text.index(f"\n{heading}\n--")
        for heading in (
            "Pasienter",
            "Bemanning",
            "Kostnad og finansiering",
            "Pris per kommune",
            "Hvem betaler, og hvem får gevinsten?",
            "Er tallene rimelige?",
            "Antakelser",
            "Ett tall forklart",
        )
    ]
    assert places == sorted(places)


def test_the_demo_shows_charges_equal_to_the_cost_they_split(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The printed numbers themselves, and the explained one among them."""
    text = " ".join(said(capsys, "demo").split())

    found = re.search(
        r"Sum betaling ([\d ]+) kr = kostnad til fordeling ([\d ]+) kr i (\d+)"
        r" \(samlet kostnad ([\d ]+) kr − bidrag ([\d ]+) kr\)",
        text,
    )
    assert found is not None
    charges, net, year, cost, funding = (int(x.replace(" ", "")) for x in found.groups())
    assert charges == net == cost - funding
    exact = gevinst.run(gevinst.example("nord-troms")).table("charges").query(f"year == {year}")
    assert abs(exact["value"].sum() - charges) < 1
    told = re.search(rf"Betaling \(Skjervøy, {year}\) = ([\d ]+) kr", text)
    assert told is not None
    skjervoy = exact.set_index("municipality")["value"]["Skjervøy"]
    assert int(told.group(1).replace(" ", "")) == round(skjervoy)


def test_the_summary_speaks_english_too(capsys: pytest.CaptureFixture[str]) -> None:
    """For a consultant who works in English."""
    text = said(capsys, "demo", "--lang", "en")

    assert "Who pays, and who gains?" in text
    assert "Charge per municipality and year, NOK" in text
    assert "Kommune" not in text.replace("Kommunene", "")


def test_the_files_hold_what_the_tables_hold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """CSV as Norwegian Excel opens it: UTF-8 with a mark, semicolons, decimal commas."""
    text = said(capsys, "run", "nord-troms", "--out", str(tmp_path / "ut"), "--format", "csv")

    assert "resultat.html" in text
    names = {path.name for path in (tmp_path / "ut").iterdir()}
    assert names == {"resultat.html", *(f"{name}.csv" for name in NORD_TROMS_TABLES)}
    raw = (tmp_path / "ut" / "charges.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfKommune;")
    read = pd.read_csv(io.BytesIO(raw), sep=";", decimal=",", encoding="utf-8-sig")
    exact = gevinst.run(gevinst.example("nord-troms")).table("charges")
    assert read["Verdi"].tolist() == exact["value"].tolist()
    assert list(read.columns) == ["Kommune", "År", "Størrelse", "Verdi", "Enhet"]


@pytest.mark.parametrize("by", ["year", "month"])
def test_json_files_are_the_tidy_tables(
    by: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """English identifiers, full precision, null for what is undefined; yearly where only so."""
    said(capsys, "run", "nord-troms", "--out", str(tmp_path), "--format", "json", "--by", by)

    results = gevinst.run(gevinst.example("nord-troms"))
    for name in TABLE_NAMES:
        rows = json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
        table = results.table(name, by=by)
        expected = table if len(table) else results.table(name)
        assert len(rows) == len(expected) > 0
        assert list(rows[0]) == list(expected.columns)
        assert [row["value"] for row in rows] == [
            None if pd.isna(value) else value for value in expected["value"]
        ]


def test_text_files_carry_the_notice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table that is passed on alone still says what it is."""
    said(capsys, "run", "nord-troms", "--out", str(tmp_path))

    text = (tmp_path / "charges.txt").read_text(encoding="utf-8")
    assert text.startswith("Regneeksempel")
    assert "Kvænangen" in text


def test_one_json_object_on_the_output_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """As in ``gevinst run fil.toml --format json | jq``."""
    main(["run", "nord-troms", "--format", "json"])

    content = json.loads(capsys.readouterr().out)
    assert set(content["tables"]) == set(NORD_TROMS_TABLES)
    assert content["notice"].startswith("Regneeksempel")


def test_a_cell_that_a_spreadsheet_would_run_is_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A municipality may not be called a formula."""
    said(capsys, "run", str(HOSTILE), "--out", str(tmp_path), "--format", "csv")

    text = (tmp_path / "charges.csv").read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert '\'=HYPERLINK("x")' in cells
    assert [cell for cell in cells if cell.startswith(("=", "@", "+"))] == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_every_start_that_excel_obeys_is_disarmed(start: str) -> None:
    """Numbers keep their minus sign, text does not begin with one."""
    assert csv_cell(f"{start}1+1", "nb").startswith("'")
    assert csv_cell(-1.5, "nb") == "-1,5"
    assert csv_cell(-1.5, "en") == "-1.5"
    assert csv_cell(float("nan"), "nb") == ""


def test_files_of_ours_are_replaced_and_others_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor is anything temporary left behind."""
    (tmp_path / "charges.json").write_text("gammel", encoding="utf-8")
    (tmp_path / "notat.txt").write_text("mitt", encoding="utf-8")

    said(capsys, "run", "nord-troms", "--out", str(tmp_path), "--format", "json")

    assert (tmp_path / "charges.json").read_text(encoding="utf-8") != "gammel"
    assert (tmp_path / "notat.txt").read_text(encoding="utf-8") == "mitt"
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_file_where_the_folder_should_be_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, in Norwegian, and the file is as it was."""
    (tmp_path / "ut").write_text("mitt", encoding="utf-8")

    code = main(["run", "nord-troms", "--out", str(tmp_path / "ut")])

    assert code == 1
    assert "er en fil, ikke en mappe" in capsys.readouterr().err
    assert (tmp_path / "ut").read_text(encoding="utf-8") == "mitt"


@pytest.mark.parametrize("below", ["ut", "a/b/ut"])
def test_a_place_that_cannot_be_written_is_said_and_nothing_is_made(
    below: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is too long for any file system, at any depth."""
    place = tmp_path / below / ("x" * 300)

    code = main(["run", "nord-troms", "--out", str(place)])

    assert code == 1
    assert "navnet er for langt" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with old files, where the second of two files cannot be moved into place."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("gammel", encoding="utf-8")
    move = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if (
            self.name == "b.txt"
            and Path(target).parent == tmp_path
            and self.parent.name != "before"
        ):
            raise PermissionError(13, os.strerror(13))
        return move(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    return tmp_path


def test_a_folder_is_never_half_new(half_written: Path) -> None:
    """If one file is held by another program, all the old ones are put back."""
    with pytest.raises(OutputError) as refused:
        writing.write_together(half_written, {"a.txt": b"ny", "b.txt": b"ny"})

    assert "ingen tilgang" in refused.value.text("nb")
    held = {p.name: p.read_text(encoding="utf-8") for p in half_written.iterdir()}
    assert held == {"a.txt": "gammel", "b.txt": "gammel"}


def test_a_folder_with_the_name_of_a_file_of_ours_is_not_replaced(tmp_path: Path) -> None:
    """Somebody's folder is somebody's."""
    (tmp_path / "resultat.html").mkdir()

    with pytest.raises(OutputError) as refused:
        writing.write_together(tmp_path, {"resultat.html": b"x"})

    assert "er en mappe" in refused.value.text("nb")
    assert [path.name for path in tmp_path.iterdir()] == ["resultat.html"]


def test_check_counts_what_there_is_and_lists_every_assumption(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line that says so, then one for each value without a source."""
    text = said(capsys, "check", "nord-troms")

    assert text.startswith("Ingen feil i nord-troms: 6 betalende deltakere, 2 pasientgrupper")
    without = [p for p, value in gevinst.example("nord-troms").values() if value.source is None]
    left_out = [
        name
        for line in gevinst.example("nord-troms").benefits
        for name in ("realisation_delay", "real_value_growth")
        if getattr(line, name, line) is None
    ]
    others = 6 + 5 + 6 + 2  # joining months, open days, VAT and economics left out
    accepted = len(gevinst.example("nord-troms").accepted_overlaps)
    assert text.count("\n- ") == len(without) + others + len(left_out) + accepted
    words = " ".join(text.split())
    assert [path for path in without if path not in words] == []


def test_check_finds_what_only_a_run_can_find(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A key by patients has nothing to count before the first patient."""
    text = HOSTILE.read_text(encoding="utf-8")
    text = text.replace('basis = "equal"\nweight = 0.5', 'basis = "patient_months"\nweight = 1')
    text = text.replace('basis = "inhabitants"\nweight = 0.5', 'basis = "inhabitants"\nweight = 0')
    text = text.replace("inclusion_share = 0.4", "inclusion_share = 0")
    file = tmp_path / "prosjekt.toml"
    file.write_text(text, encoding="utf-8")

    code = main(["check", str(file)])

    assert code == 1
    assert "patient_months" in capsys.readouterr().err


def test_the_schema_is_a_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """An editor can load it."""
    schema = json.loads(said(capsys, "schema"))

    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "partners" in schema["properties"]


def test_the_parameters_come_with_source_and_the_required_inputs_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each by name, with grade; then what nobody could source."""
    text = said(capsys, "parameters")

    for name in gevinst.parameters.names():
        assert f"({name})" in text
    required = text.index("Uten standardverdi")
    for needed in gevinst.parameters.required_inputs():
        assert text.index(f"({needed.name})") > required
    assert " ".join(text.split()).count("[grad ") == sum(
        len(gevinst.parameters.load(name).entries) for name in gevinst.parameters.names()
    )


def test_the_parameters_as_csv_and_json_hold_the_same_rows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One row per value, and one per required input."""
    main(["parameters", "--format", "json"])
    content = json.loads(capsys.readouterr().out)
    main(["parameters", "--format", "csv"])
    text = capsys.readouterr().out

    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))

    assert text.startswith("\ufeff")
    assert len(rows) == 1 + len(content["parameters"]) + len(content["required_inputs"])
    assert {len(row) for row in rows} == {len(rows[0])}
    value = rows[0].index("Verdi")
    shown = [float(row[value].replace(",", ".")) for row in rows[1:] if row[value]]
    assert shown == [row["value"] for row in content["parameters"]]


@pytest.mark.parametrize("command", ["run", "prices"])
def test_files_of_an_earlier_run_in_another_format_are_named(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody sends last week's table along with today's page unknowingly."""
    given = [command, "hallingdal", "--out", str(tmp_path), "--format"]
    (tmp_path / "notat.csv").write_text("mitt eget")
    first = said(capsys, *given, "csv")
    again = said(capsys, *given, "csv")
    other = said(capsys, *given, "json")

    left = sorted(p.name for p in tmp_path.glob("*.csv") if p.name != "notat.csv")
    assert "tidligere kjøring" not in first + again
    assert f"Fra en tidligere kjøring ligger også: {', '.join(left)}." in other
