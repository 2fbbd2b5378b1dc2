"""Extracts of persons who do not exist, with a planted effect and planted regression to the mean.

Everybody in a source population has a rate of admissions of their own, gamma distributed. Those
with at least so many admissions in the window before are selected, whether they are then followed
or only compared with: both arms fall back towards the mean, and only the followed have the planted
effect on top of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Days = NDArray[np.int64]
Rates = NDArray[np.float64]
DAYS_PER_YEAR = 365.25
_GROUPS = ("KOLS", "hjertesvikt")
_PARTNERS = ("Storfjord", "Kåfjord", "Lyngen")
_SHARE_OF_PARTNER = (0.3, 0.3, 0.4)
_ENDS = ("død", "flyttet", "institusjon", "trukket")
_FOLLOWED, _COMPARISON = "followed", "comparison"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """What a synthetic extract is made from; rates are per person-year.

    Attributes
    ----------
    seed : int
        Of the generator.
    persons : int
        In each arm.
    mean, shape, cut : float, float, int
        Of the gamma distribution of admission rates in the source population, and the fewest
        admissions in the 12 months before the washout that lead to selection.
    ratio : float
        Rate of admissions of the followed after their index date, over what it was to be.
    gp_rate, gp_ratio : float
        Contacts with the GP, and their ratio among the followed: above 1 is new work.
    minutes, contacts : float
        Mean length and yearly number of contacts with the centre, the followed only.
    score, score_change : float
        Mean health score at the index date, and its mean change among the followed.
    end_rates : tuple of float
        Death, moving, institution and withdrawal.
    washout_days : int
        Days on each side of the index date that the selection leaves out.
    date : date
        The day of the extract.
    """

    seed: int
    persons: int = 120
    mean: float = 0.8
    shape: float = 1.0
    cut: int = 2
    ratio: float = 0.7
    gp_rate: float = 3.0
    gp_ratio: float = 1.25
    minutes: float = 30.0
    contacts: float = 6.0
    score: float = 55.0
    score_change: float = 4.0
    end_rates: tuple[float, float, float, float] = (0.08, 0.02, 0.03, 0.04)
    washout_days: int = 30
    date: dt.date = dt.date(2026, 10, 1)


def synthetic_extract(planted: Planted) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make a persons table and an events table, the same for the same `planted`.

    Returns
    -------
    tuple of DataFrame
        Persons: person_id, index_date, follow_up_start, follow_up_end, end_reason, group,
        municipality, arm, offered, accepted, started. Events: person_id, date, type, quantity,
        event_id (two contacts on one day are two).

    Examples
    --------
    >>> persons, events = synthetic_extract(Planted(seed=1, persons=10))
    >>> len(persons), sorted(set(persons["arm"]))
    (20, ['comparison', 'followed'])
    """
    rng = np.random.default_rng(planted.seed)
    size = 2 * planted.persons
    rate, selected_by = _selected(rng, planted, size)
    is_followed = np.arange(size) < planted.persons
    last_day = _number(planted.date)
    index = last_day - 440 + rng.integers(-300, 0, size)
    before_end = index - planted.washout_days
    before_start = before_end - 365
    start = before_start - rng.integers(0, 300, size)
    end, why = _ends(rng, planted, index, last_day)
    ids = _pseudonyms(rng, size)
    persons = pd.DataFrame(
        {
            "person_id": ids,
            "index_date": _dates(index),
            "follow_up_start": _dates(start),
            "follow_up_end": np.where(why == "", "", _dates(end)),
            "end_reason": why,
            "group": rng.choice(_GROUPS, size),
            "municipality": rng.choice(_PARTNERS, size, p=_SHARE_OF_PARTNER),
            "arm": np.where(is_followed, _FOLLOWED, _COMPARISON),
            "offered": np.where(is_followed, "ja", "nei"),
        }
    )
    accepted = is_followed & (rng.random(size) < 0.85)  # noqa: PLR2004  a share, as the others
    persons["accepted"] = np.where(accepted, "ja", "nei")
    started = accepted & (rng.random(size) < 0.95)  # noqa: PLR2004
    persons["started"] = np.where(started, "ja", "nei")
    after = rate * np.where(is_followed, planted.ratio, 1.0)
    spans = (
        (rate, start, before_start, None),
        (rate, before_start, before_end, selected_by),
        (rate, before_end, index, None),
        (after, index + 1, end + 1, None),
    )
    admissions = [_uniform(rng, *span) for span in spans]
    referring = np.flatnonzero(rng.random(size) < 0.4)  # noqa: PLR2004
    admissions.append((referring, index[referring]))
    parts = [_with_stay(rng, *both) for both in admissions]
    gp_after = planted.gp_rate * np.where(is_followed, planted.gp_ratio, 1.0)
    whole = np.full(size, planted.gp_rate)
    for person, day in (
        _uniform(rng, whole, start, index + 1),
        _uniform(rng, gp_after, index + 1, end + 1),
    ):
        parts.append(_frame(person, day, "fastlege", np.full(len(person), np.nan)))
    contacts = np.where(started, planted.contacts, 0.0)
    person, day = _uniform(rng, contacts, index + 1, end + 1)
    parts.append(_frame(person, day, "oppfølging", rng.gamma(4, planted.minutes / 4, len(day))))
    parts += _scores(rng, planted, index, end, is_followed)
    events = pd.concat(parts, ignore_index=True)
    events = events.sort_values(["day", "person", "type"], kind="stable", ignore_index=True)
    return persons, pd.DataFrame(
        {
            "person_id": ids[events["person"]],
            "date": _dates(events["day"].to_numpy()),
            "type": events["type"],
            "quantity": events["quantity"].round(1),
            "event_id": [f"h{number}" for number in range(len(events))],
        }
    )


def norwegian_csv(table: pd.DataFrame) -> str:
    """Write a table as a Norwegian spreadsheet program does: semicolons and decimal commas."""
    return table.to_csv(sep=";", decimal=",", index=False, lineterminator="\n")


def _selected(rng: np.random.Generator, planted: Planted, size: int) -> tuple[Rates, Days]:
    """Rates and admissions before of persons of the source population who reach the cut."""
    rates, counts, found = [], [], 0
    while found < size:
        rate = rng.gamma(planted.shape, planted.mean / planted.shape, 4 * size)
        count = rng.poisson(rate * 365 / DAYS_PER_YEAR)
        reached = count >= planted.cut
        rates.append(rate[reached])
        counts.append(count[reached])
        found += int(reached.sum())
    return np.concatenate(rates)[:size], np.concatenate(counts)[:size]


def _ends(
    rng: np.random.Generator, planted: Planted, index: Days, last_day: int
) -> tuple[Days, NDArray[np.str_]]:
    """Last day of follow-up and its reason; empty for those followed until the extract."""
    rates = np.array(planted.end_rates)
    times = rng.exponential(1 / rates, (len(index), len(rates))) * DAYS_PER_YEAR
    end = index + 1 + times.min(axis=1).astype(np.int64)
    why = np.array(_ENDS)[times.argmin(axis=1)]
    is_cut = end < last_day
    return np.where(is_cut, end, last_day), np.where(is_cut, why, "")


def _uniform(
    rng: np.random.Generator, rate: Rates, start: Days, end: Days, counts: Days | None = None
) -> tuple[Days, Days]:
    """Person and day of events, spread evenly over each person's span; Poisson unless given."""
    length = np.maximum(end - start, 0)
    if counts is None:
        counts = rng.poisson(rate * length / DAYS_PER_YEAR)
    person = np.repeat(np.arange(len(length)), counts)
    day = start[person] + (rng.random(len(person)) * length[person]).astype(np.int64)
    return person, day


def _with_stay(rng: np.random.Generator, person: Days, day: Days) -> pd.DataFrame:
    return _frame(person, day, "innleggelse", 1.0 + rng.poisson(4.0, len(day)))


def _scores(
    rng: np.random.Generator,
    planted: Planted,
    index: Days,
    end: Days,
    is_followed: NDArray[np.bool_],
) -> list[pd.DataFrame]:
    """A health score at the index date, and one a year later if still followed."""
    own = np.clip(rng.normal(planted.score, 15, len(index)), 0, 95)
    change = np.where(is_followed, planted.score_change, 0.0) + rng.normal(0, 8, len(index))
    persons = np.arange(len(index))
    later = persons[index + 365 <= end]
    return [
        _frame(persons, index, "helsescore", own),
        _frame(later, index[later] + 365, "helsescore", np.clip(own + change, 0, 100)[later]),
    ]


def _frame(person: Days, day: Days, type_: str, quantity: NDArray[np.floating]) -> pd.DataFrame:
    return pd.DataFrame({"person": person, "day": day, "type": type_, "quantity": quantity})


def _pseudonyms(rng: np.random.Generator, size: int) -> NDArray[np.object_]:
    numbers = rng.choice(90 * size, size, replace=False) + 10 * size
    return np.array([f"p{number}" for number in numbers], dtype=object)


def _dates(day: Days) -> NDArray[np.str_]:
    dates: NDArray[np.str_] = day.astype("datetime64[D]").astype(str)
    return dates


def _number(day: dt.date) -> int:
    return int(np.datetime64(day, "D").astype(np.int64))
