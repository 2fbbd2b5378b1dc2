"""The catalogue of indicators: complete, in two languages, sourced, and without a number."""

import csv
import io
import json

import pytest

import gevinst
from gevinst.cli import main
from gevinst.errors import ArgumentError, ParameterError
from gevinst.indicators import indicator_definition, known_indicators
from gevinst.indicators.listing import COLUMNS
from gevinst.indicators.reading import parse, read_indicators, read_sources
from gevinst.indicators.records import KINDS, TOPICS, UNITS, Source
from gevinst.schema.baseline_indicators import INDICATOR_KINDS, UNITS_OF_KIND

SOURCES = {"s": Source(title="t", publisher="p")}
TEXTS = ("name", "definition", "counting_rule", "source_system", "caveat")
SMALL = """
[[indicator]]
id = "a"
kind = "events"
unit = "visit"
better = "fewer"
sources = ["s"]
""" + "\n".join(f'{key} = {{ nb = "a", en = "a" }}' for key in TEXTS)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_catalogue_is_a_tidy_table_with_the_promised_columns(lang: str) -> None:
    """One row per indicator, every text there in either language."""
    frame = gevinst.indicator_catalogue(lang)  # type: ignore[arg-type]

    assert tuple(frame.columns) == COLUMNS
    assert frame["id"].is_unique
    assert frame["name"].is_unique
    for column in (*TEXTS, "source"):
        assert frame[column].str.strip().astype(bool).all()
    assert set(frame["kind"]) == set(KINDS)
    assert list(dict.fromkeys(frame["topic"])) == list(TOPICS)


def test_kinds_and_units_are_those_of_configurations() -> None:
    """What the catalogue fills in, a configuration accepts."""
    assert KINDS == INDICATOR_KINDS
    for kind, units in UNITS.items():
        assert set(units) <= set(UNITS_OF_KIND[kind])


def test_a_published_definition_has_an_address_and_an_own_one_says_so() -> None:
    """Nobody takes ours for an official one."""
    for indicator in known_indicators().values():
        for source in indicator.sources:
            assert source.own or (source.url and source.retrieved)
    assert not indicator_definition("readmissions_30_days").own  # type: ignore[union-attr]
    assert indicator_definition("gp_contacts").own  # type: ignore[union-attr]
    assert indicator_definition("no such") is None


def test_one_kind_alone_and_wrong_arguments() -> None:
    """A filter by kind; the nearest choice is suggested."""
    assert set(gevinst.indicator_catalogue(kind="score")["kind"]) == {"score"}
    with pytest.raises(ArgumentError, match="events"):
        gevinst.indicator_catalogue(kind="event")
    with pytest.raises(ArgumentError, match="nb"):
        gevinst.indicator_catalogue("no")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('kind = "events"', 'kind = "event"', "there is no kind 'event'"),
        ('unit = "visit"', 'unit = "bed_day"', "there is no unit 'bed_day'"),
        ('"fewer"', '"less"', "there is no better 'less'"),
        ('["s"]', '["x"]', "there is no source 'x'"),
        ('["s"]', "[]", "it has no source"),
        ('id = "a"', 'id = "a"\nvalue = 3', "unknown field 'value'"),
        ('better = "fewer"', "", "better is missing"),
        ('caveat = { nb = "a", en = "a" }', 'caveat = { nb = "a", en = "" }', "a text is missing"),
        ('caveat = { nb = "a", en = "a" }', 'caveat = "a"', "found str, not a table"),
    ],
)
def test_a_malformed_entry_is_refused_by_name(old: str, new: str, reason: str) -> None:
    """The files of the package are checked like anybody's."""
    raw = parse(SMALL.replace(old, new), "f.toml")

    with pytest.raises(ParameterError, match=reason):
        list(read_indicators(raw, "hospital", "f.toml", SOURCES))


def test_malformed_files_are_errors_of_ours() -> None:
    """A file that is no TOML, and a source that was opened on no day."""
    with pytest.raises(ParameterError):
        parse("a = ", "f.toml")
    with pytest.raises(ParameterError, match="the day it was opened"):
        read_sources({"s": {"title": "t", "publisher": "p", "url": "https://a"}}, "f.toml")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_command_lists_every_indicator_in_every_form(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """To read, for Excel, for programs."""
    shown = {}
    for form in ("table", "csv", "json"):
        assert main(["indicators", "--format", form, "--lang", lang]) == 0
        shown[form] = capsys.readouterr().out

    rows = list(csv.reader(io.StringIO(shown["csv"].removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == len(known_indicators()) + 1
    assert len(json.loads(shown["json"])["indicators"]) == len(known_indicators())
    for indicator in known_indicators().values():
        assert f"{getattr(indicator.name, lang)} ({indicator.id})" in shown["table"]
