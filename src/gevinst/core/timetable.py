"""The week: spans in which the centre is open, and the closures between them.

A span begins and ends by the clock of its day; the one after it may be later on the same day, or
on the next day that is open. After the last span of the week comes the first of the next.
"""

from __future__ import annotations

from itertools import pairwise

from gevinst.axes import Array
from gevinst.core.inputs import DAYS_IN_WEEK, Inputs, OpenSpan
from gevinst.core.ledger import Key, Ledger
from gevinst.formula import formula


@formula()
def weekly_span_hours(opens: Array, closes: Array, once_a_week: Array) -> Array:
    """Opening hours that a span brings, once a week."""
    return (closes - opens) * once_a_week


@formula()
def closure_after(closes: Array, next_opens: Array, hours_to_next_midnight: Array) -> Array:
    """Hours from the end of a span until the centre opens again; 0 where it does not close."""
    return hours_to_next_midnight + next_opens - closes


def week(x: Inputs, made: Ledger) -> None:
    """Opening hours and days of a week, its longest night and its longest closure."""
    first = x.timetable[0]
    like = ("opens", first.id)
    nights: list[Key] = []
    for span, following in pairwise((*x.timetable, first)):
        made.make(weekly_span_hours, span.id)
        made.total("next_opens", [("opens", following.id)], like, record=span.id)
        made.make(closure_after, span.id)
        if is_night(span, following):
            nights.append(("closure_after", span.id))
    by_span = [("weekly_span_hours", span.id) for span in x.timetable]
    made.total("weekly_opening_hours", by_span, by_span[0])
    days = [("new_opening_day", span.id) for span in x.timetable]
    made.total("opening_days_per_week", days, days[0])
    made.largest("longest_night", nights, like)
    made.largest("longest_closure", [("closure_after", span.id) for span in x.timetable], like)


def is_night(span: OpenSpan, following: OpenSpan) -> bool:
    """Whether the centre opens again on the day after."""
    return (following.day - span.day) % DAYS_IN_WEEK == 1
