"""Errors carry facts; their texts stand in one table, in two languages."""

import copy
import pickle
import re
from pathlib import Path

import pytest

import gevinst
from gevinst.errors import (
    CoverageError,
    GevinstError,
    ParameterError,
    Problem,
    ProjectError,
    QuantityError,
    ReplayError,
    SourceError,
    UnitError,
)
from gevinst.messages import MESSAGES, TERMS, Term, listed, located, nearest, render, visible
from gevinst.messages.overlaps import RULES

SOURCE = Path(gevinst.__file__).parent
PLACEHOLDER = re.compile(r"\{(\w+)\}")
TOPICS = {kind.partition(".")[0] for kind in MESSAGES}
FILE_NAMES = {"baseline.toml"}  # look like a kind

EVERY_CLASS = [
    UnitError(reason="missing_per", text="30 minutes", expected="work_hour/patient/year"),
    ParameterError.unknown("discount", "discount_rate"),
    ParameterError.no_value("discount_rate", "1970-01-01", first="2014-01-01"),
    ParameterError.invalid("discount_rate", "rates.yaml", "no unit"),
    SourceError.missing("groups[0].mean_stay"),
    SourceError.unknown("discount_rate", "dfo", "dfø"),
    CoverageError.no_basis("patient_months", "2027-01", "month"),
    CoverageError.no_member("2027-01"),
    CoverageError.funding_exceeds_cost("2027", 3.5, 1.25),
    CoverageError.outside_horizon(2026, 2027, 2036),
    ReplayError.differs("charge", "Skjervøy 2027", 1.0, 1.5),
    QuantityError.unknown("chargs", "charge", ["charge", "cost"]),
    QuantityError.unknown_label("municipality", "Skjervoy", "Skjervøy", ["Skjervøy"]),
    QuantityError.missing_label("charge", "municipality", ["Skjervøy"]),
    QuantityError.unused_label("total_cost", "municipality"),
    QuantityError.unknown_table("chargs", "charges", ["charges"]),
    QuantityError.unknown_example("mil", "mila", ["mila"]),
    ProjectError.one("key.missing", path="groups[0]", file="a.toml", line=3, missing=("name",)),
]


@pytest.mark.parametrize("kind", sorted(MESSAGES))
def test_each_kind_has_both_languages_with_the_same_placeholders(kind: str) -> None:
    texts = MESSAGES[kind]

    assert set(texts) == {"nb", "en"}
    assert set(PLACEHOLDER.findall(texts["nb"])) == set(PLACEHOLDER.findall(texts["en"]))
    assert all(text.count("<<") == text.count(">>") for text in texts.values())


@pytest.mark.parametrize("term", sorted(TERMS))
def test_each_term_has_both_languages(term: str) -> None:
    assert set(TERMS[term]) == {"nb", "en"}


@pytest.mark.repository
def test_each_kind_that_the_source_raises_has_a_text() -> None:
    topics = "|".join(sorted(TOPICS - {"unit"}))
    kind = re.compile(rf'"((?:{topics})\.[a-z_]+)"')
    files = [f for f in SOURCE.rglob("*.py") if f.parent.name != "messages"]

    raised = {k for f in files for k in kind.findall(f.read_text("utf-8"))}

    assert len(raised) > 50
    assert raised - FILE_NAMES <= set(MESSAGES)


@pytest.mark.repository
def test_each_text_is_used() -> None:
    files = [f for f in SOURCE.rglob("*.py") if f.parent.name != "messages"]
    source = "".join(f.read_text("utf-8") for f in files)
    built = {"range.low", "range.high"}  # f"range.{key}"; units: f"unit.{reason}"
    built |= {f"overlap.{rule}" for rule in RULES}
    flow = ("baseline.stage.", "baseline.end.", "baseline.death.")  # f"baseline.{table}.{stage}"
    built |= {kind for kind in MESSAGES if kind.startswith(flow)}

    # f"baseline.refused.{reason}"; of a topic alone, such as f"overlap.{rule}", too little is known
    starts = tuple(re.findall(r'f"([a-z]+\.[a-z_.]+)\{', source))

    unused = {k for k in MESSAGES if f'"{k}"' not in source and not k.startswith("unit.")}

    assert {kind for kind in unused - built if not kind.startswith(starts)} == set()


@pytest.mark.repository
def test_each_reason_of_a_unit_error_has_a_text() -> None:
    text = (SOURCE / "units.py").read_text("utf-8")
    reasons = set(re.findall(r'reason="(\w+)"', text)) | {"missing_per", "wrong_dimension"}

    assert {f"unit.{reason}" for reason in reasons} <= set(MESSAGES)


@pytest.mark.parametrize("error", EVERY_CLASS, ids=lambda e: e.kind)
def test_an_error_survives_pickling_and_copying(error: GevinstError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301
        assert type(twin) is type(error)
        assert twin.text("nb") == error.text("nb")
        assert twin.facts == error.facts
        assert str(twin) == error.text("en")


@pytest.mark.parametrize("error", EVERY_CLASS, ids=lambda e: e.kind)
def test_a_text_has_no_markup_left(error: GevinstError) -> None:
    for text in (error.text("nb"), error.text("en")):
        assert not re.search(r"<<|>>|\{\w+\}|None", text)
        assert text == text.strip()
        assert "  " not in text.replace("\n  ", "\n")


def test_the_two_languages_differ() -> None:
    for error in EVERY_CLASS:
        assert error.text("nb") != error.text("en")


def test_facts_are_attributes() -> None:
    error = UnitError(reason="unknown_unit", text="3 moth", found="moth", suggestion="month")

    assert (error.reason, error.given, error.found) == ("unknown_unit", "3 moth", "moth")
    assert error.suggestion == "month"
    with pytest.raises(AttributeError, match="no fact 'colour'"):
        _ = error.colour


def test_a_project_error_lists_every_problem_under_the_name_of_the_file() -> None:
    first = Problem("text.empty", "groups[0].name", "a.toml", 7)
    second = Problem("key.missing", "", "a.toml", None, {"missing": ("horizon", "groups")})

    error = ProjectError([first, second], "a.toml")

    assert str(error).splitlines() == [
        "2 problems in a.toml:",
        "  line 7, groups[0].name: The text is empty. Write something, or leave the line out.",
        "  Missing: horizon, groups.",
    ]
    assert str(first).startswith("a.toml, line 7, groups[0].name: The text")
    assert error.problems == (first, second)
    assert isinstance(error, GevinstError)


def test_control_characters_are_shown_not_sent_to_the_terminal() -> None:
    hostile = "\x1b[31mred\x07\u202egnp\u2028\x9b2J\ud800"
    error = ProjectError.one("text.control", path=hostile, file=hostile, found=hostile)

    for text in (error.text("nb"), error.text("en")):
        assert all(c.isprintable() or c == "\n" for c in text)
        assert "\\x1b[31mred" in text


def test_long_text_is_cut_and_stays_within_the_limit() -> None:
    assert visible("a" * 80) == "a" * 80
    assert visible("a" * 81) == "a" * 79 + "…"
    assert len(visible("\x1b" * 1000)) <= 80
    assert visible("\n\t\\") == "\\n\\t\\"


def test_a_long_path_keeps_the_name_of_the_file_and_stays_within_the_limit() -> None:
    assert located("/felles/a.toml") == "/felles/a.toml"
    assert located(f"/felles/{'a' * 80}/dho/a.toml") == "…/dho/a.toml"
    assert located(f"C:\\felles\\{'a' * 80}\\a.toml") == "…\\a.toml"
    assert located("a" * 81) == "…" + "a" * 79
    assert len(located("/\x1b" * 1000)) <= 80
    assert Problem("file.missing", file=f"/{'b' * 90}/a.toml").text("nb").startswith("…/a.toml: ")
    assert "…/ut" in render("output.not_folder", {"folder": f"/{'b' * 90}/ut"}, "en")


def test_a_long_list_says_how_many_are_left() -> None:
    names = [f"name{i}" for i in range(20)]

    assert listed(names[:16], "nb").count(",") == 15
    assert listed(names, "nb").endswith("name15 og 4 til")
    assert listed(names, "en").endswith("name15 and 4 more")
    assert listed([Term("table"), "x"], "nb") == "tabell, x"


def test_the_nearest_name_ignores_case_and_gives_up_when_nothing_is_near() -> None:
    assert nearest("INHABITANT", ["equal", "inhabitants"]) == "inhabitants"
    assert nearest("zzz", ["equal", "inhabitants"]) is None
    assert nearest("a" * 10_000, ["a"]) is None
    assert nearest("x", []) is None


def test_a_kind_without_text_shows_its_facts() -> None:
    assert render("no.such_kind", {"found": "x"}, "nb") == "no.such_kind, found=x"


def test_numbers_are_shown_plainly() -> None:
    shown = render("number.not_finite", {"found": 10**400}, "nb")

    assert "svært stort heltall" in shown
    assert render("number.not_finite", {"found": 0.1 + 0.2}, "en").startswith("0.3 is")


def test_a_plain_number_as_unit_is_called_that() -> None:
    error = UnitError(reason="wrong_dimension", text="3 kr", expected="1", found="NOK")

    assert "regnes om til et rent tall" in error.text("nb")
    assert "convert to a plain number" in error.text("en")
