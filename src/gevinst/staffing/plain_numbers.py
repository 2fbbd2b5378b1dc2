"""Staffing arithmetic for plain numbers and arrays; no project is needed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import checked_array, checked_limits
from gevinst.core import net_hours as core
from gevinst.core import wisn as method
from gevinst.errors import ArgumentError

_Array = NDArray[np.float64]


def net_hours(
    contract_hours: ArrayLike, deductions: Mapping[str, float] | Sequence[float]
) -> float | NDArray[np.float64]:
    """Hours at work per year that a full position leaves, after all absence.

    Parameters
    ----------
    contract_hours : array_like
        Hours per year that the contract pays for, above 0, for example 37.5 x 52 = 1950.
    deductions : mapping of str to float, or sequence of float
        Holiday, public holidays, sick leave, training, meetings and so on, each as a share of
        the *contract* hours (0 to 1). The shares are added. Name them by giving a mapping.

    Returns
    -------
    float or ndarray
        Net hours per full position and year, in the shape of `contract_hours`.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, a share lies outside 0 to 1, the shares add up to more
        than 1, or contract hours are 0 or fewer.

    Notes
    -----
    A sick-leave rate is often published as a share of *agreed* working days, holidays left out:
    convert it first, or the deduction is too large.

    Examples
    --------
    >>> round(net_hours(1950, {"holiday": 25 / 260, "sick leave": 0.08, "training": 0.02}), 1)
    1567.5
    """
    shares = [*deductions.values()] if isinstance(deductions, Mapping) else deductions
    each = checked_limits("deductions", checked_array("deductions", shares), least=0, most=1)
    deducted = np.asarray(math.fsum(each.flat))
    hours = core.net_hours(
        checked_limits("contract_hours", checked_array("contract_hours", contract_hours), above=0),
        checked_limits("sum(deductions)", deducted, most=1),
    )
    return float(hours) if hours.ndim == 0 else hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisn:
    """Staff by WHO's method, with every step of it.

    Attributes
    ----------
    available_working_time : float
        Hours a year that one person is at work.
    standard_workload : mapping of str to float
        How many of each activity one person would get done in a year of nothing else.
    staff_by_activity : mapping of str to float
        People whom each activity takes.
    basic_staff : float
        Their sum, before allowances.
    category_allowance_factor, individual_allowance_factor : float
        Factor for what everybody does beside, and people for what some do beside.
    required_staff : float
        ``basic_staff * category_allowance_factor + individual_allowance_factor``, not rounded.
    current_staff, difference, ratio : float or None
        Those who are there, less those required, and divided by them; None if not given.
    """

    available_working_time: float
    standard_workload: Mapping[str, float]
    staff_by_activity: Mapping[str, float]
    basic_staff: float
    category_allowance_factor: float
    individual_allowance_factor: float
    required_staff: float
    current_staff: float | None
    difference: float | None
    ratio: float | None


def wisn(
    activities: Mapping[str, tuple[float, float]],
    available_working_time: float,
    *,
    category_allowance: Mapping[str, float] | None = None,
    individual_allowance: Mapping[str, float] | None = None,
    current_staff: float | None = None,
) -> Wisn:
    """Staff that a year's work takes, by WHO's workload indicators of staffing need.

    The method counts whole years: it knows no peaks, no answering target and no minimum presence,
    which decide at a small centre. It is a second opinion on the workload, not on the staff.

    Parameters
    ----------
    activities : mapping of str to (float, float)
        For each activity that is counted: how many a year, and hours for each one (above 0).
    available_working_time : float
        Hours a year that one person is at work, above 0; see `net_hours`.
    category_allowance : mapping of str to float, optional
        Activities of everybody that are not counted, such as meetings: the share of the available
        working time that each takes. Together below 1.
    individual_allowance : mapping of str to float, optional
        Activities of some only, such as supervising: hours a year for all of these people together.
    current_staff : float, optional
        How many there are; gives `difference` and `ratio`.

    Returns
    -------
    Wisn
        Frozen. A ratio below 1 is too few people. With no work at all the ratio is None.

    Raises
    ------
    ArgumentError
        A number is NaN, infinite or negative, a time is 0, the allowances come to a whole working
        time or more, or nothing is counted.

    References
    ----------
    World Health Organization (2010), Workload indicators of staffing need (WISN): user's manual,
    ISBN 978 92 4 150019 7.

    Examples
    --------
    >>> year = wisn(
    ...     {"alerts": (3000, 1 / 6), "calls": (1200, 1 / 3)},
    ...     1500,
    ...     category_allowance={"meetings": 0.1},
    ...     current_staff=0.8,
    ... )
    >>> round(year.required_staff, 3), round(year.ratio, 2)
    (0.667, 1.2)
    """
    time = float(_checked("available_working_time", available_working_time, above=0))
    counts, hours = _activities(activities)
    shares = _allowance("category_allowance", category_allowance)
    support = float(checked_limits("sum(category_allowance)", np.asarray(shares), below=1))
    extra = _allowance("individual_allowance", individual_allowance)
    standard = method.standard_workload(np.asarray(time), hours)
    each = counts / standard
    basic = math.fsum(each)
    factor = method.category_allowance_factor(np.asarray(support))
    individual = method.individual_allowance_factor(np.asarray(extra), np.asarray(time))
    required = float(method.required_staff(np.asarray(basic), factor, individual))
    current = None
    if current_staff is not None:
        current = float(_checked("current_staff", current_staff, least=0))
    names = tuple(activities)
    return Wisn(
        available_working_time=time,
        standard_workload=MappingProxyType(dict(zip(names, standard.tolist(), strict=True))),
        staff_by_activity=MappingProxyType(dict(zip(names, each.tolist(), strict=True))),
        basic_staff=basic,
        category_allowance_factor=float(factor),
        individual_allowance_factor=float(individual),
        required_staff=required,
        current_staff=current,
        difference=None if current is None else current - required,
        ratio=None if current is None or required == 0 else current / required,
    )


def _activities(activities: Mapping[str, tuple[float, float]]) -> tuple[_Array, _Array]:
    """How many a year of each activity, and hours for each one."""
    if not isinstance(activities, Mapping):
        raise ArgumentError.not_numbers("activities", type(activities).__name__)
    pairs = [checked_array(f"activities[{name!r}]", pair) for name, pair in activities.items()]
    for name, pair in zip(activities, pairs, strict=True):
        if pair.shape != (2,):
            raise ArgumentError.shape(f"activities[{name!r}]", str(pair.shape), "(2,)")
    if not pairs:
        raise ArgumentError.shape("activities", "(0,)", "(n,)")
    both = np.array(pairs)
    counts = checked_limits("activities[..., 0]", both[:, 0], least=0)
    return counts, checked_limits("activities[..., 1]", both[:, 1], above=0)


def _allowance(name: str, parts: Mapping[str, float] | None) -> float:
    """Sum of an allowance; none is 0."""
    if parts is None:
        return 0.0
    if not isinstance(parts, Mapping):
        raise ArgumentError.not_numbers(name, type(parts).__name__)
    each = checked_array(name, [*parts.values()])
    return math.fsum(checked_limits(name, each, least=0).flat)


def _checked(name: str, number: float, **limits: float) -> _Array:
    array = checked_array(name, number)
    if array.ndim:
        raise ArgumentError.shape(name, str(array.shape), "()")
    return checked_limits(name, array, **limits)
