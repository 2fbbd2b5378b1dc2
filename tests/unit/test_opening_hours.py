"""Opening hours at their edges: always open, hardly ever open, twice a day, two days far apart."""

import re
from collections.abc import Mapping

import numpy as np
import pytest

from gevinst.assemble import assemble
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Ledger
from gevinst.errors import ProjectError
from gevinst.loading.examples import example_text
from gevinst.loading.files import loads
from gevinst.testing import run_core

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NURSE = "sykepleier"


def opened(hours: Mapping[str, str], closed_days: int = 0) -> tuple[Inputs, Ledger]:
    """The small example with these opening hours."""
    text = example_text("nord-troms")
    for day in DAYS:
        text = re.sub(rf'^{day} = ".*"\n', "", text, flags=re.MULTILINE)
    lines = "".join(f'{day} = "{spans}"\n' for day, spans in hours.items())
    text = text.replace("[centre.opening_hours]\n", f"[centre.opening_hours]\n{lines}")
    text = re.sub(r"^closed_days = .*$", f"closed_days = {closed_days}", text, flags=re.MULTILINE)
    x = assemble(loads(text)).inputs
    return x, run_core(x)


def test_a_centre_that_never_closes_has_no_backlog() -> None:
    """All hours of the year are open, and whatever comes, comes to people at work."""
    _, made = opened(dict.fromkeys(DAYS, "00:00-24:00"))

    assert np.all(made["longest_closure"] == 0)
    assert np.all(made["longest_night"] == 0)
    assert np.all(made["open_share"] == 1)
    assert np.all(made["closed_time"] == 0)
    for name in ("closed_hours", "closed_load", "backlog_after_night", "backlog_after_closure"):
        assert np.all(made[name, NURSE] == 0), name
    assert np.all(made["clearing_time_closure", NURSE] == 0)
    assert np.array_equal(made["queue_task_events", "varsler"], made["handled_events", "varsler"])


def test_a_quarter_of_an_hour_a_week_is_a_closure_of_the_rest() -> None:
    """167.75 hours closed, no night between two open days, and the positions fit the work."""
    _, made = opened({"tuesday": "10:00-10:15"})

    assert float(made["longest_closure"][0, 0, 0, 0]) == 167.75
    assert float(made["longest_night"][0, 0, 0, 0]) == 0
    assert np.all(made["opening_hours"] == 13)
    assert np.all(made["backlog_after_night", NURSE] == 0)
    week = made["backlog_after_closure", NURSE]
    assert np.allclose(week, made["closed_hours", NURSE] * 12 / 52, rtol=1e-12, atol=0)
    assert np.all(made["clearing_time_closure", NURSE] > 0)
    assert np.all(made["staffed_fte", NURSE] >= made["workload_fte", NURSE])


def test_a_break_at_noon_is_a_closure_but_no_night() -> None:
    """Two spans a day: the night lies between two days, the weekend is the longest of all."""
    weekdays = dict.fromkeys(DAYS[:5], "07:30-12:00, 13:00-15:00")
    _, made = opened(weekdays)

    assert float(made["weekly_opening_hours"][0, 0, 0, 0]) == 32.5
    assert float(made["longest_night"][0, 0, 0, 0]) == 16.5
    assert float(made["longest_closure"][0, 0, 0, 0]) == 64.5
    assert np.all(made["opening_hours"] == 32.5 * 52)


def test_the_longest_break_within_a_day_may_be_the_longest_closure() -> None:
    """Open round midnight every day: closed from morning to evening, which is no night."""
    _, made = opened(dict.fromkeys(DAYS, "00:00-06:00, 22:00-24:00"))

    assert float(made["longest_night"][0, 0, 0, 0]) == 0
    assert float(made["longest_closure"][0, 0, 0, 0]) == 16


def test_two_days_far_apart_have_no_night_between_them() -> None:
    """Monday and Thursday: two closures of days, none of them a night."""
    _, made = opened({"monday": "08:00-16:00", "thursday": "08:00-16:00"})

    assert float(made["longest_night"][0, 0, 0, 0]) == 0
    assert float(made["longest_closure"][0, 0, 0, 0]) == 88


def test_longer_opening_hours_need_more_presence_and_leave_less_for_the_morning() -> None:
    """The price of a shorter backlog."""
    _, day = opened(dict.fromkeys(DAYS[:5], "08:00-15:30"))
    _, long = opened(dict.fromkeys(DAYS[:5], "08:00-20:00"))

    assert np.all(long["presence_fte", NURSE] > day["presence_fte", NURSE])
    fewer = long["backlog_after_night", NURSE] < day["backlog_after_night", NURSE]
    assert np.all(fewer[day["backlog_after_night", NURSE] > 0])


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({}, "Senteret har ingen åpningstid. Oppgi minst én dag"),
        ({"monday": "22:00-06:00"}, "Over midnatt: del tidsrommet på to dager"),
        ({"monday": "08:00-12:00, 11:00-15:00"}, "overlapper"),
        ({"monday": "stengt"}, "Stengt dag: ta bort linja"),
    ],
)
def test_what_is_no_opening_time_is_said_in_norwegian(hours: dict[str, str], said: str) -> None:
    """Where, what was found, and what to write instead."""
    with pytest.raises(ProjectError) as caught:
        opened(hours)

    assert said in caught.value.text("nb")


def test_closed_on_every_day_that_it_is_open_is_refused() -> None:
    """52 Mondays a year, and 52 days closed."""
    with pytest.raises(ProjectError) as caught:
        opened({"monday": "08:00-15:30"}, closed_days=52)

    assert "stengt hele året" in caught.value.text("nb")
