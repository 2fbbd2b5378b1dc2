"""The catalogue of benefits: complete, in two languages, and without a single effect."""

import csv
import io
import json

import pandas as pd
import pytest

import gevinst
from gevinst.cli import arguments, main
from gevinst.errors import ArgumentError, ParameterError
from gevinst.known_benefits import RECEIVERS, collision, known_benefits, names, not_found
from gevinst.known_benefits.listing import COLUMNS
from gevinst.known_benefits.lookup import _collisions, _content
from gevinst.known_benefits.reading import (
    CLASSES,
    parse,
    read_benefits,
    read_collisions,
    read_sources,
)
from gevinst.known_benefits.records import Source
from gevinst.results.wording import CLASSES as CLASSES_OF_PROJECTS
from gevinst.schema.benefits import ACTORS
from gevinst.units import counted_units

EVERY = tuple(known_benefits().values())
ALLOWED = {
    "id", "name", "unit", "class", "indicator", "definition", "sources", "new_work",
    "in_the_centre", "note",
}  # fmt: skip
SOURCES = {"s": Source(title="t", publisher="p")}
SMALL = """
[[benefit]]
id = "a"
name = { nb = "a", en = "a" }
unit = "event"
class = "cash"
indicator = { nb = "a", en = "a" }
definition = { nb = "a", en = "a" }
sources = ["s"]
"""


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_catalogue_is_a_tidy_table_with_the_promised_columns(lang: str) -> None:
    """One row per benefit, every text there in either language."""
    frame = gevinst.benefit_catalogue(lang)  # type: ignore[arg-type]

    assert tuple(frame.columns) == COLUMNS
    assert frame["id"].is_unique
    assert frame["name"].is_unique
    for column in ("name", "indicator", "definition", "source"):
        assert frame[column].str.strip().astype(bool).all()
    assert set(frame["unit"]) <= set(counted_units())
    assert set(frame["class"]) <= set(CLASSES_OF_PROJECTS)
    assert list(dict.fromkeys(frame["receiver"])) == list(RECEIVERS)


def test_the_two_languages_differ_in_words_only() -> None:
    """Ids, units and classes are the same; texts are not."""
    nb, en = gevinst.benefit_catalogue("nb"), gevinst.benefit_catalogue("en")

    same = ["id", "receiver", "unit", "class", "new_work", "collides_with", "source", "address"]
    pd.testing.assert_frame_equal(nb[same], en[same])
    assert (nb["definition"] != en["definition"]).all()


def test_nothing_in_the_catalogue_is_an_effect_a_baseline_or_a_value() -> None:
    """The files hold texts and switches only, and no text states a share or an amount."""
    for receiver in RECEIVERS:
        for raw in _content(f"{receiver}.toml")["benefit"]:
            assert set(raw) <= ALLOWED
            leaves = [v for x in raw.values() for v in (x.values() if isinstance(x, dict) else [x])]
            assert all(isinstance(leaf, (str, bool, list)) for leaf in leaves)
            texts = " ".join(leaf for leaf in leaves if isinstance(leaf, str))
            assert not {"%", " kr ", " NOK "} & {w for w in ("%", " kr ", " NOK ") if w in texts}
    numeric = gevinst.benefit_catalogue().select_dtypes("number")
    assert numeric.empty
    assert list(numeric.columns) == []


def test_collisions_go_both_ways_and_name_benefits_that_exist() -> None:
    """If one collides with another, the other does with the one; none with itself."""
    for benefit in EVERY:
        for other in benefit.collides_with:
            assert other != benefit.id
            assert benefit.id in known_benefits()[other].collides_with
            assert collision(benefit.id, other) == collision(other, benefit.id) is not None
    assert set().union(*_collisions()) <= set(names())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("admissions", "bed_days"),
        ("freed_nurse_time", "home_visits"),
        ("home_nursing_hours", "temporary_staff"),
        ("qaly", "safety"),
        ("patient_travel_expense", "patient_transport"),
        ("municipal_transport", "patient_transport"),
    ],
)
def test_the_known_traps_collide(one: str, other: str) -> None:
    """Admission and bed-day, time and visit, hours and temps, quality and its parts, travel."""
    assert other in known_benefits()[one].collides_with


def test_only_what_was_opened_has_an_address_and_a_day() -> None:
    """An address comes with the day it was opened; our own entries have none."""
    sources = read_sources(_content("sources.toml"), "sources.toml")

    for source in sources.values():
        assert (source.url is None) == (source.retrieved is None)
        assert source.url is None or source.url.startswith("https://")
    assert sources["fact_guide"].url is None
    assert sources["own"].url is None
    used = {s for benefit in EVERY for s in benefit.sources}
    assert used == set(sources.values())


def test_four_of_the_five_main_benefits_of_the_fact_guide_are_there_and_the_fifth_is_told() -> None:
    """What was not found is said, not made up."""
    guide = read_sources(_content("sources.toml"), "sources.toml")["fact_guide"]

    found = {benefit.id for benefit in EVERY if guide in benefit.sources}

    assert found == {"inpatient_stays", "bed_days", "better_coordination", "coping"}
    assert "fact_fifth" in {gap.id for gap in not_found()}
    assert len(gevinst.benefit_catalogue().attrs["not_found"]) == len(not_found()) == 2


def test_new_work_is_in_the_catalogue() -> None:
    """Contacts with the GP, calls, medicine and onboarding, each with a receiver who bears it."""
    more = {benefit.id for benefit in EVERY if benefit.new_work}

    assert {"gp_contacts", "calls_to_patients", "medicines", "onboarding"} <= more
    assert {b.receiver for b in EVERY if b.new_work} >= {
        "gp",
        "municipality",
        "hospital",
        "patient",
    }


def test_the_vocabularies_are_the_projects() -> None:
    """Receivers and classes are those that a project knows; a hospital is named by its code."""
    assert set(RECEIVERS) == {*ACTORS, "hospital"}
    assert set(CLASSES) == set(CLASSES_OF_PROJECTS)
    assert arguments.RECEIVERS == RECEIVERS


def test_one_receiver_only() -> None:
    """The table of one receiver is that part of the whole."""
    whole = gevinst.benefit_catalogue()

    for receiver in RECEIVERS:
        part = gevinst.benefit_catalogue(receiver=receiver)
        assert part["id"].tolist() == whole.loc[whole["receiver"] == receiver, "id"].tolist() != []


@pytest.mark.parametrize("wrong", [{"lang": "no"}, {"receiver": "hospitals"}])
def test_a_wrong_argument_is_refused_with_the_choices(wrong: dict[str, str]) -> None:
    """The nearest is suggested."""
    with pytest.raises(ArgumentError) as caught:
        gevinst.benefit_catalogue(**wrong)  # type: ignore[arg-type]

    assert caught.value.argument == next(iter(wrong))
    assert caught.value.allowed


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('unit = "event"', 'unit = "events"', "there is no unit 'events'"),
        ('class = "cash"', 'class = "money"', "there is no class 'money'"),
        ('["s"]', '["t"]', "there is no source 't'"),
        ('unit = "event"\n', "", "unit is missing"),
        ('id = "a"', 'id = "a"\neffect = -0.1', "unknown field 'effect'"),
        ('name = { nb = "a", en = "a" }', 'name = { nb = "a", en = "" }', "a text is missing"),
        ('name = { nb = "a", en = "a" }', 'name = { nb = "a" }', "en is missing"),
        ('name = { nb = "a", en = "a" }', 'name = "a"', "found str, not a table"),
    ],
)
def test_a_malformed_entry_is_refused(old: str, new: str, says: str) -> None:
    """Whoever extends the files is told what is wrong."""
    content = parse(SMALL.replace(old, new), "x.toml")

    with pytest.raises(ParameterError, match=says):
        list(read_benefits(content, "patient", "x.toml", SOURCES, {}))


def test_a_file_that_is_no_toml_and_a_source_without_a_day_are_refused() -> None:
    """Both are faults of the files."""
    with pytest.raises(ParameterError, match=r"x\.toml"):
        parse("a = ", "x.toml")
    with pytest.raises(ParameterError, match="needs the day"):
        read_sources({"s": {"title": "t", "publisher": "p", "url": "https://x.no"}}, "x.toml")


def test_a_collision_is_every_pair_of_its_two_lists_but_the_excepted() -> None:
    """The first rule of a pair holds, and none collides with itself."""
    content = parse(
        '[[collision]]\nrule = "r"\none = ["a", "b", "c"]\nothers = ["a", "b", "c"]\n'
        'except = [["a", "b"]]\n[[collision]]\nrule = "s"\nacross = true\none = ["a"]\n'
        'others = ["c", "d"]',
        "x.toml",
    )

    found = read_collisions(content, "x.toml")

    rules = {"".join(sorted(pair)): (c.rule, c.across) for pair, c in found.items()}
    assert rules == {"ac": ("r", False), "bc": ("r", False), "ad": ("s", True)}


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_command_lists_every_benefit_and_what_is_missing(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As text to read, within the width of a terminal but for addresses."""
    assert main(["benefits", "--lang", lang]) == 0

    text = capsys.readouterr().out
    for benefit in EVERY:
        assert f"{getattr(benefit.name, lang)} ({benefit.id})" in text
    plain = " ".join(text.split())
    assert all(getattr(gap.text, lang) in plain for gap in not_found())
    assert max(len(line) for line in text.splitlines() if "https://" not in line) <= 88


def test_the_command_as_csv_and_json_hold_the_same_rows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """CSV with Norwegian headings, JSON with the names of programs."""
    main(["benefits", "--format", "json", "--receiver", "hospital"])
    content = json.loads(capsys.readouterr().out)
    main(["benefits", "--format", "csv", "--receiver", "hospital"])
    rows = list(
        csv.reader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff")), delimiter=";")
    )

    assert [row[0] for row in rows[1:]] == [b["id"] for b in content["benefits"]]
    assert {b["receiver"] for b in content["benefits"]} == {"hospital"}
    assert rows[0][:3] == ["Id", "Navn", "Mottaker"]
    assert rows[1][2] == "Sykehus"
