"""What is read from an extract: arrays per person, without ids or dates, and what was rejected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from gevinst.errors import Language
from gevinst.messages import render

Array = NDArray[np.float64]
Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]

PERIODS = ("before", "after")
ARMS = ("followed", "comparison")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Rows of one table that were not used, for one reason.

    Attributes
    ----------
    table : {"persons", "events"}
        The table they stand in.
    reason : str
        Kind of its text in `gevinst.messages`, such as ``rejection.unknown_person``.
    rows : int
        How many; each row has one reason, the first that applies.
    fault : bool
        Whether the row is faulty (a date that cannot be read), as opposed to lying outside what is
        measured (an event long before the window, or of a type that no indicator counts).
    """

    table: str
    reason: str
    rows: int
    fault: bool = True

    def text(self, lang: Language = "nb") -> str:
        """Reason in words."""
        return render(self.reason, {}, lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSeries:
    """One indicator by calendar month, over all follow-up and not only the windows.

    Attributes
    ----------
    months : tuple of str
        ``YYYY-MM``, without gaps.
    amounts, events, times : Array
        Amount (as in `Extract`; of durations and scores the sum, to be divided by events), events,
        and person-years, shape ``(exposed, arm, group, partner, month)``; ``exposed`` is 0 up to
        and including the person's own index date and 1 after it (0 throughout without one).
    """

    months: tuple[str, ...]
    amounts: Array = field(repr=False)
    events: Array = field(repr=False)
    times: Array = field(repr=False)

    @property
    def amount(self) -> Array:
        """Amount of each month, everybody together."""
        total: Array = self.amounts.sum(axis=(0, 1, 2, 3))
        return total

    @property
    def person_time(self) -> Array:
        """Person-years at risk of each month, everybody together."""
        total: Array = self.times.sum(axis=(0, 1, 2, 3))
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations:
    """Each event's own quantity in a window, for means, medians and shares within a limit.

    Attributes
    ----------
    values, persons : tuple of arrays
        Before and after: the quantity of each event, ascending, and whose it is (an index into the
        arrays per person, so that events of one person are resampled together).
    """

    values: tuple[Array, Array] = field(repr=False)
    persons: tuple[Codes, Codes] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A persons table and an events table, read: what the measurement needs and no more.

    No id, date of birth or date of a person is kept. The order of persons follows from what is
    measured on them, not from the files: neither the order of rows nor the ids change anything.

    Attributes
    ----------
    groups, partners : tuple of str
        Labels of the codes in `group` and `partner`, sorted; ``("",)`` when the table has none.
    group, partner, arm : Codes
        One code a person; arm 0 is followed (offered), 1 comparison.
    offered, accepted, started : Flags
        One a person.
    wedge_month : Codes
        Month of the index date counted from `first_month`; -1 without an index date.
    time : Array
        Person-years at risk before and after, shape ``(persons, 2)``: days / 365.25.
    planned : Array
        The same had nobody died: the dead are counted to the end of the extract.
    death : Codes
        One a person: 0 died before the window after, 1 in it, 2 later; -1 did not die.
    amount, events : mapping of str to Array
        Indicator id -> shape ``(persons, 2)``. `events` counts; `amount` is the events of an
        indicator that counts, and the summed quantity of one that adds (or of durations). Of a
        share, `amount` is what is within the limit and `events` what it is a share of: events, or
        without a limit, 1 for each person at risk, `amount` then being 1 with at least one event.
    monthly : mapping of str to MonthSeries
        Indicator id -> calendar months.
    first_month : str
        ``YYYY-MM`` of the first month of all series; empty without any.
    durations : mapping of str to Durations
        Indicator id -> each event's quantity, for indicators that need it.
    scores : mapping of str to tuple of Array
        Indicator id -> before and after, shape ``(persons,)``: the latest score of the person,
        before up to and including the index date, after within the window; NaN where none.
    ended : mapping of str to int
        Reason of the end of follow-up -> persons: ``death``, ``moved``, ``institution``,
        ``withdrew``, ``other``, ``still`` (followed until the date of the extract).
    rejected : tuple of Rejected
        Every row that was not used.
    rows, used : mapping of str to int
        Table -> rows read, and rows used; ``rows = used + the sum of rejected``, always.
    """

    groups: tuple[str, ...]
    partners: tuple[str, ...]
    group: Codes = field(repr=False)
    partner: Codes = field(repr=False)
    arm: Codes = field(repr=False)
    offered: Flags = field(repr=False)
    accepted: Flags = field(repr=False)
    started: Flags = field(repr=False)
    wedge_month: Codes = field(repr=False)
    time: Array = field(repr=False)
    planned: Array = field(repr=False)
    death: Codes = field(repr=False)
    amount: Mapping[str, Array] = field(repr=False)
    events: Mapping[str, Array] = field(repr=False)
    ended: Mapping[str, int] = field(repr=False)
    monthly: Mapping[str, MonthSeries] = field(repr=False)
    first_month: str
    durations: Mapping[str, Durations] = field(repr=False)
    scores: Mapping[str, tuple[Array, Array]] = field(repr=False)
    rejected: tuple[Rejected, ...] = field(repr=False)
    rows: Mapping[str, int]
    used: Mapping[str, int]

    @property
    def persons(self) -> int:
        """Number of persons."""
        return int(self.group.shape[0])
