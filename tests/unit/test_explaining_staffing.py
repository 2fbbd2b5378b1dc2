"""Explanations of staffing read well: persons, hours by the clock, no units dressed as numbers."""

import pytest

import gevinst as gv
from gevinst.explaining import Explanation
from gevinst.results import Results

SPACE = "\u00a0"


@pytest.fixture(scope="module")
def results() -> Results:
    return gv.run(gv.example("nord-troms"))


def told(results: Results, quantity: str, **labels: object) -> Explanation:
    """One number of 2028 explained, of the nurses unless a task is named."""
    who = labels or {"role": "sykepleier"}
    return gv.explain(results, quantity, year=2028, **who)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize(
    "quantity", ["staffed_fte", "queue_positions", "service_level", "wait_share"]
)
def test_one_of_something_is_left_out_of_the_reading(
    results: Results, quantity: str, lang: str
) -> None:
    """It gives a number its unit and changes nothing: nobody needs to read it."""
    text = told(results, quantity).text(lang, depth=99)  # type: ignore[arg-type]

    for words in ("Én person", "One person", "Én hendelse", "One event"):
        assert words not in text


def test_one_of_something_is_still_explained_when_asked_for(results: Results) -> None:
    text = gv.explain(results, "one_present").text("en")

    assert f"One person present = 1{SPACE}person" in text
    assert "one person present in an open hour" in text


def test_people_are_persons_and_work_is_hours(results: Results) -> None:
    """The same unit is persons present, but work that gathers is hours of work per hour."""
    positions = told(results, "queue_positions")
    backlog = told(results, "clearing_time_closure").text("nb", depth=99)

    assert f"(Sykepleier, 2028) = 1{SPACE}person\n" in positions.text("nb")
    assert f"0,0353{SPACE}personer" in positions.text("nb")
    assert f"0,0353{SPACE}persons" in positions.text("en").replace("0.0353", "0,0353")
    assert f"0,0476{SPACE}arbeidstimer per time" in backlog
    assert f"64,5{SPACE}timer" in backlog


def test_rounding_down_reads_as_rounding_down(results: Results) -> None:
    text = told(results, "service_level")

    assert f"avtaler, rundet ned til nærmeste 1{SPACE}person" in text.text("nb")
    assert f"appointments, rounded down to the nearest 1{SPACE}person" in text.text("en")
    assert "−(−" not in text.text("nb", depth=99)


def test_what_decides_reads_as_a_yes_with_its_reason(results: Results) -> None:
    text = told(results, "queue_decides")

    assert "Svarfristen avgjør (Sykepleier, 2028) = ja\n" in text.text("nb")
    assert (
        "= Det største kravet avgjør, hvis Årsverk etter svarfrist er større enn Nest største krav"
        in text.text("nb")
    )
    assert "= The largest requirement decides, if Positions by answering" in text.text("en")


def test_a_margin_to_a_deadline_is_explained_by_its_task(results: Results) -> None:
    text = told(results, "deadline_margin", task="gjennomgang").text("nb")

    assert "= Frist − Rollens tid for å ta igjen en helg, måned for måned" in text
    assert f"Frist = 7,5{SPACE}åpningstimer" in text


def test_what_the_model_itself_says_is_in_the_language_asked_for(results: Results) -> None:
    """The project's own notes stay as they are written."""
    text = told(results, "queue_positions").text("en", depth=99)

    assert "[not given: no limit]" in text
    assert "ikke oppgitt" not in text
