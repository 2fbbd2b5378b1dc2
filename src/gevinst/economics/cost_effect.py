"""Cost beside effect: net benefit, ratios, and the alternatives worth their cost."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, Self, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gevinst.arguments import (
    checked_array,
    checked_broadcast,
    checked_dimensions,
    checked_limits,
    checked_size,
)
from gevinst.core import cost_effect as core
from gevinst.errors import ArgumentError


class Icer(float):
    """What a unit more of effect costs: a plain number that knows its quadrant.

    A ratio alone misleads where a difference is negative: cheaper and better gives the same sign
    as dearer and worse. There the quadrant, not the number, is the answer.

    Attributes
    ----------
    cost, effect : float
        The differences that it is the ratio of.
    quadrant : {"north_east", "south_east", "north_west", "south_west"}
        Place in the plane of effect (east: more) and cost (north: more). A cost of 0 counts as
        north.
    meaning : str
        The quadrant in words: ``"dearer and better"`` (the ratio is the price of a unit),
        ``"cheaper and better: dominates"``, ``"dearer and worse: dominated"`` or ``"cheaper and
        worse"`` (the ratio is what is saved for each unit given up).
    """

    cost: float
    effect: float

    def __new__(cls, cost: float, effect: float) -> Self:
        """Make the ratio of a cost and an effect that is not 0."""
        made = super().__new__(cls, cost / effect)
        made.cost, made.effect = cost, effect
        return made

    @property
    def quadrant(self) -> str:
        """Place in the plane of effect and cost."""
        return f"{'south' if self.cost < 0 else 'north'}_{'west' if self.effect < 0 else 'east'}"

    @property
    def meaning(self) -> str:
        """The quadrant in words."""
        return _QUADRANTS[self.quadrant]

    def __repr__(self) -> str:
        number = float.__repr__(self)
        if self.quadrant == "north_east":
            return number
        return f"{number} ({self.quadrant}, {self.meaning})"

    def __reduce__(self) -> tuple[type[Icer], tuple[float, float]]:
        return Icer, (self.cost, self.effect)


_QUADRANTS = {
    "north_east": "dearer and better",
    "south_east": "cheaper and better: dominates",
    "north_west": "dearer and worse: dominated",
    "south_west": "cheaper and worse",
}


class Alternative(NamedTuple):
    """One alternative beside the frontier.

    Attributes
    ----------
    status : {"on", "dominated", "extended"}
        On the frontier; dominated by another alternative that is no dearer and no worse; or
        dominated by a mix of two others (extended dominance).
    icer : float or None
        What a unit more of effect costs from the alternative before it on the frontier. None for
        the cheapest, which has none before it, and for those not on the frontier.
    """

    status: Literal["on", "dominated", "extended"]
    icer: float | None


class Frontier(tuple[Alternative, ...]):
    """Every alternative in the order in which it was given.

    Attributes
    ----------
    status, icer : tuple
        The same by column.
    """

    __slots__ = ()

    @property
    def status(self) -> tuple[str, ...]:
        """Status of every alternative."""
        return tuple(alternative.status for alternative in self)

    @property
    def icer(self) -> tuple[float | None, ...]:
        """Ratio of every alternative; None where it has none."""
        return tuple(alternative.icer for alternative in self)


def net_benefit(
    cost: ArrayLike, effect: ArrayLike, threshold: ArrayLike
) -> float | NDArray[np.float64]:
    """Effect valued at a threshold, less the cost.

    Parameters
    ----------
    cost, effect : array_like
        Of an alternative, or differences between two.
    threshold : array_like
        Value of a unit of effect, at least 0.

    Returns
    -------
    float or ndarray
        ``threshold * effect - cost``, in the unit of `cost`; a float if all arguments are
        numbers, else they are broadcast.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, a threshold is negative, or the shapes do not fit together.

    Notes
    -----
    It needs no quadrants, unlike `icer`: above 0 the alternative is worth its cost.

    Examples
    --------
    >>> net_benefit(100, 2, 80)
    60.0
    """
    arrays = (
        checked_array("cost", cost),
        checked_array("effect", effect),
        checked_limits("threshold", checked_array("threshold", threshold), least=0),
    )
    with np.errstate(all="ignore"):
        value = core.net_benefit(*checked_broadcast(("cost", "effect", "threshold"), arrays))
    checked_size("effect", value)
    return float(value) if value.ndim == 0 else value


def icer(cost: float, effect: float) -> Icer:
    """Incremental cost-effectiveness ratio: what a unit more of effect costs.

    Parameters
    ----------
    cost, effect : float
        Differences between two alternatives.

    Returns
    -------
    Icer
        A float with the attributes `quadrant`, `meaning`, `cost` and `effect`. Where cost or
        effect is negative its text names the quadrant.

    Raises
    ------
    ArgumentError
        If effect is 0: nothing is bought, compare the costs. If a number is NaN or infinite, or
        not one number. Ratios of several draws are not averaged: take the ratio of the means.

    Examples
    --------
    >>> icer(1000, 4)
    250.0
    >>> icer(-1000, 4)
    -250.0 (south_east, cheaper and better: dominates)
    >>> icer(-1000, -4).quadrant
    'south_west'
    """
    costs, effects = _one_number("cost", cost), _one_number("effect", effect)
    if effects == 0:
        raise ArgumentError.outside("effect", effects, "!= 0", None)
    ratio = Icer(costs, effects)
    checked_size("cost", np.asarray(ratio))
    return ratio


def frontier(costs: ArrayLike, effects: ArrayLike) -> Frontier:
    """Which alternatives are worth their cost at some value of the effect.

    Parameters
    ----------
    costs, effects : array_like, shape (n,)
        One of each per alternative, which exclude each other.

    Returns
    -------
    Frontier
        An `Alternative` (`status`, `icer`) for each, in the order given. Equal alternatives get
        the same; one on the straight line between two others is on the frontier.

    Raises
    ------
    ArgumentError
        If a number is NaN or infinite, there are no alternatives, or not one cost and one effect
        for each.

    Examples
    --------
    >>> frontier([100, 250, 200, 180], [1, 3, 1, 1.5]).status
    ('on', 'on', 'dominated', 'extended')
    >>> frontier([100, 250], [1, 3])[1].icer
    75.0
    """
    by_cost = checked_dimensions("costs", checked_array("costs", costs), least=1, most=1)
    by_effect = checked_array("effects", effects)
    if by_effect.shape != by_cost.shape:
        raise ArgumentError.shape("effects", str(by_effect.shape), str(by_cost.shape))
    found = core.frontier(by_cost, by_effect)
    return Frontier(Alternative(cast(Any, status), ratio) for status, ratio in found)


def _one_number(name: str, number: float) -> float:
    """Return the number if it is one, finite."""
    array = checked_array(name, number)
    if array.ndim:
        raise ArgumentError.shape(name, str(array.shape), "()")
    return float(array)
