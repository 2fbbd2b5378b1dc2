"""From a persons table and an events table to an `Extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gevinst.extracts import reasons as why
from gevinst.extracts.counting import EXACT_BELOW, Amounts, added_up, sides
from gevinst.extracts.events import Events, read_events
from gevinst.extracts.months import calendar_of, month_of_index, monthly
from gevinst.extracts.opening import Given, opened
from gevinst.extracts.persons import Persons, read_persons
from gevinst.extracts.plan import Plan, plan_of
from gevinst.extracts.records import Array, Codes, Durations, Extract
from gevinst.extracts.tables import Place
from gevinst.extracts.windows import (
    Windows,
    day_number,
    is_within,
    merged,
    time_at_risk,
    windows_of,
)

if TYPE_CHECKING:
    from gevinst.schema.baseline_config import BaselineConfig

Order = NDArray[np.intp]


def read_extract(persons: Given, events: Given, config: BaselineConfig | Plan) -> Extract:
    """Read, check and add up; see `gevinst.extracts.read`."""
    plan = config if isinstance(config, Plan) else plan_of(config)
    people = read_persons(opened("persons", persons), plan)
    source = opened("events", events)
    found = read_events(source, plan, people)
    _check_total(found, source.place)
    excluded = merged(plan.excluded)
    windows = windows_of(plan, people.index)
    time = time_at_risk(windows, people.first, people.last, excluded)
    planned = time_at_risk(windows, people.first, _had_all_lived(people, plan), excluded)
    left_out = is_within(found.day, excluded)
    side = sides(found, windows, excluded)
    amounts = added_up(found, side, plan, windows, time, left_out)
    calendar = calendar_of(windows, people)
    series = monthly(found, plan, people, calendar, excluded, left_out)
    rejected = why.counted("events", why.EVENT_REASONS, found.tallies, found.malformed)
    order = _order(people, time, amounts)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return Extract(
        groups=people.groups,
        partners=people.partners,
        group=people.group[order],
        partner=people.partner[order],
        arm=people.arm[order],
        offered=people.flags[0][order],
        accepted=people.flags[1][order],
        started=people.flags[2][order],
        wedge_month=month_of_index(people, calendar)[order],
        time=time[order],
        planned=planned[order],
        death=_death(people, windows)[order],
        amount={name: values[order] for name, values in amounts.amount.items()},
        events={name: values[order] for name, values in amounts.events.items()},
        monthly=series,
        first_month=calendar.labels[0],
        durations={name: _ordered(d, place) for name, d in amounts.durations.items()},
        scores={n: (before[order], after[order]) for n, (before, after) in amounts.scores.items()},
        ended=people.ended,
        rejected=people.rejected + rejected,
        rows={"persons": people.rows, "events": found.rows},
        used={"persons": len(order), "events": int(found.tallies[0])},
    )


def _had_all_lived(persons: Persons, plan: Plan) -> Codes:
    """The day after the last of follow-up, had it gone on to the end of the extract."""
    return np.where(persons.died, day_number(plan.date) + 1, persons.last)


def _death(persons: Persons, windows: Windows) -> Codes:
    """When each person died: before the window after, in it, or later; -1 for those who did not."""
    day = persons.last - 1
    when = (day >= windows.starts[1]).astype(np.int64) + (day >= windows.ends[1])
    return np.where(persons.died, when, -1)


def _check_total(events: Events, place: Place) -> None:
    """Sums of quantities are exact, so that the order of rows cannot matter."""
    if np.abs(np.nan_to_num(events.quantity)).sum() >= EXACT_BELOW:
        place.refuse("extract.total_too_large", column="quantity")


def _order(persons: Persons, time: Array, amounts: Amounts) -> Order:
    """Order of persons by what is measured on them: neither ids nor the order of rows decide."""
    keys: list[NDArray[np.generic]] = [persons.arm, persons.group, persons.partner]
    keys += [persons.index, persons.first, persons.last, persons.died, *persons.flags]
    for values in (time, *amounts.amount.values(), *amounts.events.values()):
        keys += [values[:, 0], values[:, 1]]
    for pair in amounts.scores.values():
        keys += list(pair)
    for durations in amounts.durations.values():
        for value, person in zip(durations.values, durations.persons, strict=True):
            keys.append(np.bincount(person, value**2, minlength=len(time)).round(6))
    return np.lexsort(keys[::-1])


def _ordered(durations: Durations, place: NDArray[np.int64]) -> Durations:
    """Durations by their length, and by person among equals."""
    values, persons = [], []
    for value, person in zip(durations.values, durations.persons, strict=True):
        own = place[person]
        order = np.lexsort((own, value))
        values.append(value[order])
        persons.append(own[order])
    return Durations(values=(values[0], values[1]), persons=(persons[0], persons[1]))
