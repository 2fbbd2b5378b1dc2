"""Laws of deaths: rates are of the time alive, and the answer is bounded where many died."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from measured import ADMISSIONS, BED_DAYS, RELATIVE, config, persons_and_events

from gevinst import baseline

SETTINGS = config(ADMISSIONS, BED_DAYS, windows=RELATIVE)


def died(
    days: int, number: int = 30, *, controls: bool = False
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Of 240 persons the first so many die so many days after their index date."""
    persons, events = persons_and_events(240, controls=controls)
    gone = persons.index[:number]
    persons.loc[gone, "follow_up_end"] = persons.loc[gone, "index_date"] + pd.Timedelta(days=days)
    persons.loc[gone, "end_reason"] = "død"
    ends = events["person_id"].map(
        dict(zip(persons["person_id"], persons["follow_up_end"], strict=True))
    )
    return persons, events[ends.isna() | (events["date"] <= ends)]


def compared(persons: pd.DataFrame, events: pd.DataFrame) -> baseline.Comparison:
    measurement = baseline.measure(persons, events, SETTINGS)
    return baseline.compare(measurement, design="before_after", selected_on_use=False)


def bounds(comparison: baseline.Comparison) -> pd.Series:
    """Observed changes of admissions by who is in them."""
    table = comparison.without_deaths()
    return table[table["indicator"] == "innleggelser"].set_index("who")["observed"]


@pytest.mark.parametrize("days", [40, 120, 300])
def test_time_after_death_only_ever_makes_use_look_less(days: int) -> None:
    """Counted as if they lived on without use, the dead lower the rate; never above time alive."""
    found = bounds(compared(*died(days)))

    assert list(found.index) == ["all", "survivors", "as_if_alive"]
    assert found["as_if_alive"] < found["all"]


def test_the_survivors_are_what_is_found_when_the_dead_were_never_there() -> None:
    persons, events = died(120)
    living = persons[persons["end_reason"] == ""]
    alone = compared(living, events[events["person_id"].isin(living["person_id"])])

    found = bounds(compared(persons, events))["survivors"]

    assert found == round(alone.of("innleggelser").observed.estimate - 1, 2)


def test_as_if_alive_is_the_rate_over_whole_windows() -> None:
    """All persons were to be followed for the whole window: persons, not years, divide."""
    persons, events = died(120)
    comparison = compared(persons, events)
    table = comparison._measurement.table()
    whole = table[(table["group"] == "") & (table["partner"] == "")]
    counted = whole[whole["indicator"] == "innleggelser"].set_index("period")["amount"]

    found = bounds(comparison)["as_if_alive"]

    assert found == pytest.approx(counted["after"] / counted["before"] - 1, abs=0.012)


def test_deaths_beyond_the_window_or_too_few_to_show_change_and_show_nothing() -> None:
    for persons, events in (died(420), died(120, number=3)):
        comparison = compared(persons, events)
        assert comparison.without_deaths().empty


def test_deaths_are_counted_by_window_and_add_up() -> None:
    """Before the window after (in the washout), in it, and later; small numbers hidden."""
    parts = [died(days, controls=True)[0] for days in (10, 120, 420)]
    persons = pd.concat(
        [part.assign(person_id=part["person_id"] + str(n)) for n, part in enumerate(parts)]
    )
    _, events = persons_and_events(240)

    measurement = baseline.measure(
        persons, events.assign(person_id=events["person_id"] + "1"), SETTINGS
    )

    flow = measurement.follow_up()
    by_window = flow[flow["table"] == "death"]
    assert by_window["persons"].sum() == 90
    assert flow[flow["stage"] == "death"]["persons"].item() == 90
    assert by_window.groupby("stage")["persons"].sum().max() <= 30
    assert not np.isnan(by_window["persons"]).any()
