"""What a project can show: how large an effect, with how many persons, for how long."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from gevinst.baseline.arguments_checked import (
    Array,
    as_array,
    checked_level,
    checked_one,
    refusal,
)
from gevinst.core import planning as core
from gevinst.core import rates
from gevinst.errors import ArgumentError

if TYPE_CHECKING:
    import pandas as pd

METHOD = "logarithm of the ratio normal, equal times before and after"
MOST_PERSONS, LARGEST_RATE = 1e12, 1e9


@dataclass(frozen=True, slots=True)
class DetectableRatio:
    """The smallest reduction that a project of this size is likely to show.

    Attributes
    ----------
    ratio : float or None
        Rate with the service over the rate without: a true ratio nearer to 1 would often not be
        seen. None where there are too few events to show even the largest reduction.
    reduction : float or None
        ``1 - ratio``.
    events : float
        Expected in each period without the service.
    power : float
        Chance that an effect of that size is found.
    level : float
        Of the interval that has to leave 1 out.
    method : str
        What is assumed.
    refused : str or None
        Why there is no ratio, as a code; `refusal` says it in words.
    """

    ratio: float | None
    reduction: float | None
    events: float
    power: float
    level: float
    dispersion: float
    method: str
    refused: str | None = None

    def refusal(self, lang: Literal["nb", "en"] = "nb") -> str | None:
        """Say why there is no ratio, in Norwegian or English; None where there is one."""
        held, power, over = (as_array(x) for x in (self.level, self.power, self.dispersion))
        least = core.events_needed(as_array(core.fewest_events_ratio()), over, power, held)
        facts = {"found": float(f"{self.events:.3g}"), "allowed": math.ceil(float(least))}
        return refusal(self.refused, lang, **facts)


@dataclass(frozen=True, slots=True)
class Needed:
    """How much it takes to show an effect.

    Attributes
    ----------
    estimate : int
        Persons, or months in each period, rounded up.
    events : float
        Expected in each period without the service.
    ratio, power, level, dispersion : float
        As they were given; a dispersion below 1 counts as 1.
    method : str
        What is assumed.
    """

    estimate: int
    events: float
    ratio: float
    power: float
    level: float
    dispersion: float
    method: str = METHOD


@dataclass(frozen=True, slots=True)
class RequiredReduction:
    """How much the included would have to fall to move the whole.

    Attributes
    ----------
    estimate : float
        Share of the included persons' own use; above 1 it cannot be done.
    possible : bool
        Whether it is at most 1.
    """

    estimate: float
    possible: bool


def minimum_detectable_ratio(
    persons: float,
    rate: float,
    dispersion: float = 1.0,
    power: float = 0.8,
    level: float = 0.95,
    years: float = 1.0,
) -> DetectableRatio:
    """Smallest reduction that a project of this size is likely to show.

    Parameters
    ----------
    persons : float
        Persons followed in each period (or in each group), above 0.
    rate : float
        Events per person-year without the service, above 0.
    dispersion : float
        Variance between persons over their mean, above 0; below 1 it counts as 1.
    power : float
        Chance of finding an effect of that size, at least 0.5 and below 1.
    level : float
        Of the interval that has to leave 1 out, above 0 and below 1.
    years : float
        Length of each period, above 0.

    Returns
    -------
    DetectableRatio
        `ratio`, below 1, `reduction` and what they rest on. `ratio` is None, and `refused` says
        why, where even the largest reduction would be seen too seldom.

    Raises
    ------
    ArgumentError
        If an argument is not one number within what is allowed.

    Notes
    -----
    As if the two periods were independent. Persons who keep to their own level make the interval of
    the same persons before and after somewhat narrower.

    Examples
    --------
    Fifty persons with one admission a year each can show a halving, and no less.

    >>> round(minimum_detectable_ratio(50, 1).ratio, 2)
    0.5
    >>> minimum_detectable_ratio(10, 1).refusal("en")[:30]
    'No reduction can be shown: 10 '
    """
    held, likely = checked_level(level), _power(power)
    events = _persons(persons) * _rate(rate) * _years(years)
    over = _dispersion(dispersion)
    numbers = [as_array(x) for x in (events, over, likely, held)]
    ratio = float(core.detectable_ratio(*numbers))
    none = math.isnan(ratio)
    return DetectableRatio(
        ratio=None if none else ratio,
        reduction=None if none else 1 - ratio,
        events=events,
        power=likely,
        level=held,
        dispersion=over,
        method=METHOD,
        refused="refused.too_few_events" if none else None,
    )


def patients_needed(
    ratio: float,
    rate: float,
    dispersion: float = 1.0,
    power: float = 0.8,
    level: float = 0.95,
    years: float = 1.0,
) -> Needed:
    """How many persons it takes to show an effect of a given size.

    Parameters
    ----------
    ratio : float
        Rate with the service over the rate without, above 0 and not 1.
    rate : float
        Events per person-year without the service, above 0.
    dispersion : float
        Variance between persons over their mean, above 0; below 1 it counts as 1.
    power : float
        Chance of finding the effect, at least 0.5 and below 1.
    level : float
        Of the interval that has to leave 1 out, above 0 and below 1.
    years : float
        Length of each period, above 0.

    Returns
    -------
    Needed
        `estimate` is the number of persons in each period (or in each group), rounded up.

    Raises
    ------
    ArgumentError
        If an argument is not one number within what is allowed.

    Examples
    --------
    >>> patients_needed(0.8, 1).estimate, patients_needed(0.8, 1, dispersion=2).estimate
    (355, 710)
    """
    per_person = _rate(rate) * _years(years)
    held, likely, over = checked_level(level), _power(power), _dispersion(dispersion)
    events = _events_needed(ratio, over, likely, held)
    persons = math.ceil(events / per_person)
    return Needed(persons, persons * per_person, float(ratio), likely, held, over)


def months_needed(
    persons: float,
    ratio: float,
    rate: float,
    dispersion: float = 1.0,
    power: float = 0.8,
    level: float = 0.95,
) -> Needed:
    """How many months before, and as many after, it takes so many persons to show an effect.

    Parameters
    ----------
    persons : float
        Persons followed in each period, above 0.
    ratio : float
        Rate with the service over the rate without, above 0 and not 1.
    rate : float
        Events per person-year without the service, above 0.
    dispersion : float
        Variance between persons over their mean, above 0; below 1 it counts as 1. Persons who
        differ make it grow with the length of the period: use that of about so many months.
    power : float
        Chance of finding the effect, at least 0.5 and below 1.
    level : float
        Of the interval that has to leave 1 out, above 0 and below 1.

    Returns
    -------
    Needed
        `estimate` is the number of months in each period, rounded up.

    Raises
    ------
    ArgumentError
        If an argument is not one number within what is allowed.

    Examples
    --------
    >>> months_needed(150, 0.8, 1).estimate
    29
    """
    per_month = _persons(persons) * _rate(rate) / 12
    held, likely, over = checked_level(level), _power(power), _dispersion(dispersion)
    months = math.ceil(_events_needed(ratio, over, likely, held) / per_month)
    return Needed(months, months * per_month, float(ratio), likely, held, over)


def required_reduction(target: float, share: float) -> RequiredReduction:
    """How much the included would have to fall for the whole to fall by a target.

    Parameters
    ----------
    target : float
        Wanted reduction of the whole, as a share of it: above 0, at most 1.
    share : float
        Share of the whole use that is the included persons' own, above 0, at most 1.

    Returns
    -------
    RequiredReduction
        `estimate`, ``target / share``, and whether it is `possible`.

    Raises
    ------
    ArgumentError
        If an argument is not one number within what is allowed.

    References
    ----------
    M. Roland and G. Abel (2012), Reducing emergency admissions: are we on the right track?
    BMJ 345:e6017.

    Examples
    --------
    Those at the very highest risk have a small part of all admissions.

    >>> found = required_reduction(0.10, 0.093)
    >>> round(found.estimate, 3), found.possible
    (1.075, False)
    """
    wanted = checked_one("target", target, above=0, most=1)
    part = checked_one("share", share, least=1e-12, most=1)
    return RequiredReduction(wanted / part, possible=wanted <= part)


def precision_table(
    persons: Sequence[float] = (20, 50, 80, 150, 300, 700),
    ratio: float = 0.8,
    rate: float = 1.0,
    dispersions: Sequence[float] = (1.0, 2.0),
    years: float = 1.0,
    level: float = 0.95,
) -> pd.DataFrame:
    """Interval to be expected around a true ratio, by number of persons and dispersion.

    Parameters
    ----------
    persons : sequence of float
        Numbers of persons followed in each period, above 0.
    ratio : float
        True rate with the service over the rate without, above 0.
    rate : float
        Events per person-year without the service, above 0.
    dispersions : sequence of float
        Variance between persons over their mean, above 0; below 1 it counts as 1.
    years : float
        Length of each period, above 0.
    level : float
        Of the intervals, above 0 and below 1.

    Returns
    -------
    DataFrame
        One row a dispersion and number of persons: `persons`, `dispersion`, `events` (expected in
        each period without the service), `ratio`, `low` and `high`.

    Raises
    ------
    ArgumentError
        If an argument is not a number within what is allowed.

    Examples
    --------
    >>> precision_table([50], dispersions=[1.0]).round(2).to_dict("records")
    [{'persons': 50.0, 'dispersion': 1.0, 'events': 50.0, 'ratio': 0.8, 'low': 0.53, 'high': 1.21}]
    """
    import pandas as pd

    true, held = _ratio(ratio), checked_level(level)
    per_person = _rate(rate) * _years(years)
    rows = []
    for over in map(_dispersion, dispersions):
        for number in map(_persons, persons):
            events = number * per_person
            error = _log_error(true, events, over)
            low, high = rates.log_interval(as_array(true), error, as_array(held))
            rows.append((number, over, events, true, float(low), float(high)))
    columns = ["persons", "dispersion", "events", "ratio", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def _log_error(ratio: float, events: float, dispersion: float) -> Array:
    """Standard error of the logarithm of the ratio of two expected counts."""
    after, before, over = (as_array(x) for x in (ratio * events, events, dispersion))
    return rates.log_error(after, before, over)


def _events_needed(ratio: float, dispersion: float, power: float, level: float) -> float:
    true = _ratio(ratio)
    if true == 1:
        raise ArgumentError.outside("ratio", true, "!= 1")
    numbers = (as_array(x) for x in (true, dispersion, power, level))
    return float(core.events_needed(*numbers))


def _persons(persons: float) -> float:
    return checked_one("persons", persons, above=0, most=MOST_PERSONS)


def _rate(rate: float) -> float:
    return checked_one("rate", rate, least=1 / LARGEST_RATE, most=LARGEST_RATE)


def _years(years: float) -> float:
    return checked_one("years", years, least=1e-6, most=1000)


def _ratio(ratio: float) -> float:
    return checked_one("ratio", ratio, least=1e-6, most=1e6)


def _power(power: float) -> float:
    return checked_one("power", power, least=0.5, below=1)


def _dispersion(dispersion: float) -> float:
    return max(1.0, checked_one("dispersion", dispersion, above=0, most=1e9))
