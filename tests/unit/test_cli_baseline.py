"""``gevinst baseline``: what it prints and writes, and that nobody can be found in it."""

import csv
import datetime as dt
import io
import os
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from gevinst.cli import main
from gevinst.reporting.toml_text import toml_text

FOLDER = Path(__file__).parents[1] / "golden" / "baseline"
COUNTS = FOLDER / "counts.toml"
PERSONS = 60
CONFIG = """
schema = 1
[baseline]
name = "Prøve"
date = 2026-03-01
organisation = "Kommunen"
design = "before_after_selected"
selected_on_use = true
primary = "innleggelser"
[windows]
length = "12 month"
index_event = "exclude"
[[indicators]]
id = "innleggelser"
catalogue = "emergency_admissions"
event_types = ["innleggelse"]
organisation = "HF"
valid_from = 2020-01-01
[[indicators]]
id = "dogn"
catalogue = "bed_days"
event_types = ["innleggelse"]
organisation = "HF"
valid_from = 2020-01-01
[[population]]
mean = 1
shape = 1
cut = 2
"""


def spoken(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Output and errors with ordinary spaces."""
    shown = capsys.readouterr()
    return shown.out.replace("\u00a0", " "), shown.err.replace("\u00a0", " ")


@pytest.fixture
def extract(tmp_path: Path) -> list[str]:
    """A small extract whose ids would be known again, with a row that cannot be read."""
    rng = np.random.default_rng(7)
    persons = ["person_id;index_date;follow_up_start;follow_up_end;end_reason;group;municipality"]
    events = ["person_id;date;type;quantity"]
    for number in range(PERSONS):
        index = dt.date(2024, 6, 1) + dt.timedelta(days=int(rng.integers(0, 200)))
        group = "kols" if number else "sjelden"
        persons.append(
            f"hemmelig-{number};{index:%d.%m.%Y};01.01.2022;01.03.2026;;{group};Kommunen"
        )
        for _ in range(int(rng.poisson(4))):
            day = index + dt.timedelta(days=int(rng.integers(-360, 360)))
            events.append(f"hemmelig-{number};{day:%d.%m.%Y};innleggelse;{rng.integers(1, 9)}")
    events.append("hemmelig-1;31.31.2024;innleggelse;2")
    for name, lines in (("persons.csv", persons), ("events.csv", events)):
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "baseline.toml").write_text(CONFIG, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("persons.csv", "events.csv", "baseline.toml")]
    return [*files[:2], "--config", files[2]]


class Page(HTMLParser):
    """Collects names of drawings, and what they are described by."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.named: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag == "svg":
            self.named += (given["aria-labelledby"] or "").split()


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_counts_read_as_stored(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The example of the documentation; ``GOLDEN=write`` stores it anew."""
    stored = FOLDER / f"counts.{lang}.txt"

    code = main(["baseline", "--config", str(COUNTS), "--lang", lang])

    out = capsys.readouterr().out
    if os.environ.get("GOLDEN") == "write":
        stored.write_text(out, "utf-8", newline="\n")
    assert code == 0
    assert out == stored.read_text("utf-8")


def test_the_example_reads_as_stored(capsys: pytest.CaptureFixture[str]) -> None:
    """Invented persons that come with the package: what is planted is found again."""
    stored = FOLDER / "example.nb.txt"

    code = main(["baseline", "example"])

    out = capsys.readouterr().out
    if os.environ.get("GOLDEN") == "write":
        stored.write_text(out, "utf-8", newline="\n")
    assert code == 0
    assert out == stored.read_text("utf-8")


def test_the_example_is_copied_to_begin_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copies, measured, give the same answer."""
    main(["baseline", "example", "--out", str(tmp_path)])
    capsys.readouterr()

    files = [str(tmp_path / name) for name in ("persons.csv", "events.csv", "baseline.toml")]
    main(["baseline", *files[:2], "--config", files[2]])

    assert capsys.readouterr().out == (FOLDER / "example.nb.txt").read_text("utf-8")


def test_a_selected_group_without_comparison_never_says_effect(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The words follow the design."""
    main(["baseline", "--config", str(COUNTS)])
    out, _ = spoken(capsys)

    assert "observert endring" in out
    assert "kan ikke skilles fra naturlig utvikling" in re.sub(r"\s+", " ", out)
    assert not re.search(r"\beffekt", out, re.IGNORECASE)


def test_counts_from_a_file_say_the_same_as_in_the_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two doors, one answer."""
    raw = COUNTS.read_text(encoding="utf-8")
    config = tmp_path / "baseline.toml"
    config.write_text(raw.partition("[[counts]]")[0], encoding="utf-8")
    table = tmp_path / "antall.csv"
    rows = ["indicator;period;persons;person_time;events;sum_of_squares"]
    for cell in tomllib.loads(raw)["counts"]:
        years = int(cell["person_time"].split()[0]) / 12
        numbers = (cell["persons"], years, cell["events"], cell["sum_of_squares"])
        shown = ";".join(str(number).replace(".", ",") for number in numbers)
        rows.append(f"{cell['indicator']};{cell['period']};{shown}")
    table.write_text("\n".join(rows), encoding="utf-8")

    main(["baseline", "--config", str(COUNTS)])
    inside, _ = spoken(capsys)
    code = main(["baseline", "--counts", str(table), "--config", str(config)])
    outside, _ = spoken(capsys)

    assert code == 0
    assert outside == inside


def test_an_extract_is_measured_and_rows_not_used_are_told(
    extract: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Three numbers, heavy users, follow-up, rejected rows, hidden cells."""
    code = main(["baseline", *extract])

    out, err = spoken(capsys)
    assert (code, err) == (0, "")
    for heading in ("De tre tallene", "De tyngste brukerne", "Rader som ikke er brukt"):
        assert heading in out
    assert re.search(r"hendelser\s+1\s+ja", out)


def test_nobody_can_be_found_in_what_is_printed_or_written(
    extract: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No id, no date of a person, and no cell of one person."""
    out = tmp_path / "ut"

    code = main(["baseline", *extract, "--out", str(out)])
    main(["baseline", *extract])
    shown = "".join(capsys.readouterr())
    files = {file.name: file.read_text(encoding="utf-8") for file in out.iterdir()}

    assert code == 0
    dates = re.findall(r"\d\d\.\d\d\.\d{4}", Path(extract[0]).read_text(encoding="utf-8"))
    iso = {f"{date[6:]}-{date[3:5]}-{date[:2]}" for date in dates} - {"2026-03-01"}
    for text in (shown, *files.values()):
        assert "hemmelig" not in text
        assert not [date for date in iso if date in text]
    rows = list(
        csv.DictReader(io.StringIO(files["measurement.csv"].lstrip("\ufeff")), delimiter=";")
    )
    alone = [row for row in rows if row["group"] == "sjelden"]
    assert alone != []
    assert {row["persons"] for row in alone} == {""}


def test_an_error_names_no_person(
    extract: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A column that is missing is named, and nothing below it."""
    persons = tmp_path / "persons.csv"
    persons.write_text(
        persons.read_text(encoding="utf-8").replace("person_id", "hvem", 1), encoding="utf-8"
    )

    code = main(["baseline", *extract])

    out, err = spoken(capsys)
    assert code == 1
    assert out == ""
    assert "person_id" in err
    assert "hemmelig" not in err
    assert "Traceback" not in err


def test_the_page_draws_and_describes_every_chart(extract: list[str], tmp_path: Path) -> None:
    """Title and description of every drawing are there, once."""
    out = tmp_path / "ut"
    main(["baseline", *extract, "--out", str(out)])
    page = Page()

    page.feed((out / "nullpunkt.html").read_text(encoding="utf-8"))

    assert page.named != []
    assert set(page.named) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert any(name.startswith("run-") for name in page.named)
    assert any(name.startswith("chart-") for name in page.named)


def test_the_project_tables_are_toml_that_says_the_same(extract: list[str], tmp_path: Path) -> None:
    """They are written to be pasted."""
    out = tmp_path / "ut"
    main(["baseline", *extract, "--out", str(out)])

    tables = tomllib.loads((out / "prosjekt.toml").read_text(encoding="utf-8"))

    assert {m["indicator"] for m in tables["measurements"]} >= {"Akutte innleggelser"}
    assert tables["comparisons"][0]["design"] == "before_after_selected"


def test_toml_text_is_read_back_as_it_was() -> None:
    """Quotes, line breaks, dates, numbers, lists and tables inside tables."""
    rows = [
        {
            "text": 'et "sitat"\nog \\ og \x7f',
            "date": dt.date(2026, 3, 1),
            "number": 0.1,
            "tiny": 1e-300,
            "whole": 3,
            "yes": True,
            "list": ["a", "b"],
            "å key": {"likely": 1.5, "means": "limits"},
        }
    ]

    assert tomllib.loads(toml_text({"a": rows, "b": rows})) == {"a": rows, "b": rows}
    with pytest.raises(TypeError):
        toml_text({"a": [{"x": None}]})


def test_only_before_is_a_baseline_and_no_comparison(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is compared with what is not there yet."""
    config = tmp_path / "baseline.toml"
    text = COUNTS.read_text(encoding="utf-8")
    config.write_text(text[: text.rindex("[[counts]]")], encoding="utf-8")

    code = main(["baseline", "--config", str(config), "--out", str(tmp_path / "ut")])

    out, _ = spoken(capsys)
    assert code == 0
    assert "comparison.csv" not in out
    page = (tmp_path / "ut" / "nullpunkt.html").read_text(encoding="utf-8")
    assert "Dette er nullpunktet" in page


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_plan_reads_as_stored(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The question of the documentation."""
    stored = FOLDER / f"plan.{lang}.txt"

    numbers = ["--persons", "80", "--rate", "1,0", "--dispersion", "2", "--share", "0.05"]
    code = main(["baseline", "plan", *numbers, "--lang", lang])

    out = capsys.readouterr().out
    if os.environ.get("GOLDEN") == "write":
        stored.write_text(out, "utf-8", newline="\n")
    assert code == 0
    assert out == stored.read_text("utf-8")


def test_a_project_too_small_to_show_anything_is_told_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And what it would take."""
    code = main(["baseline", "plan", "--persons", "8", "--rate", "0.5"])

    out, _ = spoken(capsys)
    assert code == 0
    assert "4" in out
    assert "--share" in out


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        ([], 2, "--config mangler"),
        (["a.csv", "--config", "b.toml"], 2, "Oppgi to filer"),
        (["a.csv", "b.csv", "--counts", "c.csv", "--config", "b.toml"], 2, "Oppgi to filer"),
        (["plan"], 2, "--persons og --rate"),
        (["plan", "--persons", "mange", "--rate", "1"], 2, "ikke et tall"),
        (["plan", "--persons", "10", "--rate", "1", "--out", "x"], 2, "--out brukes ikke"),
        (["plan", "--persons", "-1", "--rate", "1"], 1, "persons"),
        (["--persons", "3", "--config", "b.toml"], 2, "gjelder bare gevinst baseline plan"),
        (["example", "--config", "b.toml"], 2, "brukes ikke sammen med example"),
        (["--config", "finnes-ikke.toml"], 1, "finnes-ikke.toml"),
    ],
)
def test_what_cannot_be_done_is_told_in_norwegian(
    given: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, on one line or two, and nothing on the output."""
    assert main(["baseline", *given]) == code

    out, err = spoken(capsys)
    assert out == ""
    assert told in err
    assert "Traceback" not in err
