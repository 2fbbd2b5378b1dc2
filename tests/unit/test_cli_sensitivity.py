"""`gevinst tornado` and `gevinst break-even`, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gevinst.cli import main

EVEN = ["break-even", "nord-troms", "funding.helseforetak.share", "--low", "0,9", "--high", "1"]


def said(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str, str]:
    """Exit code, output and errors with ordinary spaces."""
    code = main(list(given))
    shown = capsys.readouterr()
    return code, shown.out.replace("\u00a0", " "), shown.err.replace("\u00a0", " ")


def test_the_tornado_is_two_lines_an_input(capsys: pytest.CaptureFixture[str]) -> None:
    """The name, then the ends of the range and the figure at each."""
    code, out, err = said(capsys, "tornado", "nord-troms", "--actor", "unn", "--top", "2")

    lines = out.splitlines()
    first = lines.index("Bidrag, andel av kostnaden: Bidrag fra helseforetaket  ± skifter fortegn")
    assert (code, err) == (0, "")
    assert lines[0].startswith("Regneeksempel")
    assert lines[first + 1].startswith("  0 til 0,3 ")
    assert lines[first + 2] == "Relativ endring: Liggedøgn i sykehus"
    assert "usikre opplysninger flytter ikke dette tallet" in " ".join(lines)
    assert max(len(line) for line in lines) <= 88


def test_the_tornado_in_english_and_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    """One decimal sign in each, and every input in the data."""
    _, out, _ = said(capsys, "tornado", "nord-troms", "--lang", "en", "--top", "1")
    _, data, _ = said(capsys, "tornado", "nord-troms", "--format", "json")

    records = json.loads(data)
    assert "other inputs matter less" in out.replace("\n", " ")
    assert {"input", "low_input", "high_input", "crosses_zero"} <= set(records[0])
    assert len(records) > 80


def test_the_tornado_is_written_as_picture_and_table(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Both files, and the sentence on the screen."""
    code, out, _ = said(capsys, "tornado", "nord-troms", "--out", str(tmp_path))

    assert code == 0
    assert "Det som betyr mest alene" in out
    assert (tmp_path / "tornado.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "groups.kols.inclusion_share" in (tmp_path / "tornado.csv").read_text("utf-8-sig")


def test_break_even_has_a_line_for_everybody(capsys: pytest.CaptureFixture[str]) -> None:
    """A comma is a decimal sign here."""
    code, out, err = said(capsys, *EVEN)

    assert (code, err) == (0, "")
    assert "Kommunene samlet                  0,9975 eller mer\n" in out
    assert "Fastlegen                         ingen verdi i området\n" in out
    assert "Lett fra 0,9 til 1 med" in out
    assert max(len(line) for line in out.splitlines()) <= 88


def test_a_negative_number_with_a_comma_is_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    """Effects are negative as often as not, and the help says so to nobody."""
    given = ["break-even", "nord-troms", "benefits.liggedogn.effect"]
    code, out, _ = said(
        capsys, *given, "--low", "-0,5", "--high", "0,2", "--actor", "unn", "--format", "csv"
    )

    assert code == 0
    assert out.splitlines()[1].startswith("unn;")
    assert ";-0,5;" in out.replace("−", "-")


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (["break-even", "nord-troms", "groups.kols.inclusion"], "Mente du"),
        (["break-even", "nord-troms", "groups.kols.inclusion_share", "--low", "2"], "grensene"),
        (["tornado", "nord-troms", "--quantity", "charge", "--year", "2099"], "2036"),
    ],
)
def test_a_wrong_question_is_explained(
    capsys: pytest.CaptureFixture[str], given: list[str], text: str
) -> None:
    """In Norwegian, on one line, with exit code 1."""
    code, out, err = said(capsys, *given)

    assert (code, out) == (1, "")
    assert text in err


@pytest.mark.parametrize(
    "given",
    [
        [*EVEN, "--level", "mye"],
        ["tornado", "nord-troms", "--top", "0"],
        ["tornado", "nord-troms", "--format", "xml"],
    ],
)
def test_a_command_that_cannot_be_read_is_refused(
    capsys: pytest.CaptureFixture[str], given: list[str]
) -> None:
    """With exit code 2."""
    code, out, err = said(capsys, *given)

    assert (code, out) == (2, "")
    assert "Hjelp: gevinst --help" in err
