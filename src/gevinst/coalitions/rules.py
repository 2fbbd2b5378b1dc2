"""Rules that split the cost by what groups of partners would pay on their own, by name."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gevinst import allocation
from gevinst.axes import Array
from gevinst.coalitions.game import Game, in_order
from gevinst.coalitions.merging import NOISE
from gevinst.errors import ArgumentError, CoverageError
from gevinst.messages import nearest

Rule = Callable[[Game], Array]


def stand_alone(game: Game) -> Array:
    """In proportion to what each would pay alone, scaled to the cost of all together."""
    alone: Array = game.costs[1 << np.arange(len(game.demands))]
    if in_order(alone) == 0:
        raise CoverageError("coalition.no_cost_alone", rule="stand_alone")
    scaled: Array = game.costs[-1] * alone / in_order(alone)
    return scaled


def average_cost(game: Game) -> Array:
    """The same price for every patient-month of the horizon."""
    _refuse_no_volume("average_cost", game)
    return np.asarray(allocation.average_cost(game.cost_of_volume, game.demands))


def serial(game: Game) -> Array:
    """By patient-months: nobody pays for a volume larger than its own (Moulin and Shenker)."""
    _refuse_no_volume("serial", game)
    return np.asarray(allocation.serial(game.cost_of_volume, game.demands))


def least_core(game: Game) -> Array:
    """The shares at which the worst group's objection is smallest."""
    _, shares = allocation.least_core(game.costs)
    return np.asarray(shares)


RULES: dict[str, Rule] = {
    "stand_alone": stand_alone,
    "average_cost": average_cost,
    "serial": serial,
    "ensc": lambda game: np.asarray(allocation.ensc(game.costs)),
    "scrb": lambda game: np.asarray(allocation.scrb(game.costs)),
    "shapley": lambda game: np.asarray(allocation.shapley(game.costs)),
    "nucleolus": lambda game: np.asarray(allocation.nucleolus(game.costs)),
    "per_capita_nucleolus": lambda game: np.asarray(allocation.per_capita_nucleolus(game.costs)),
    "least_core": least_core,
}
"""Name in the project file -> what each partner pays of the horizon's cost before funding."""


def shares_by_rule(rule: str, game: Game) -> Array:
    """Share of the cost that each partner pays by a rule; together one.

    Parameters
    ----------
    rule : str
        One of `RULES`.
    game : Game
        Cost of every group over the horizon.

    Raises
    ------
    ArgumentError
        There is no such rule, or it has no answer for these costs (the nucleolus where no split
        leaves everybody at most what it would pay alone).
    CoverageError
        There is no cost to split, a rule by volume and no volume, or the rule splits another
        amount than the cost (separable costs with no remaining benefit to share the rest by).

    Notes
    -----
    Dividing by the sum takes away rounding noise and nothing else: what a rule leaves unsplit is
    never spread over the partners by a key that nobody chose.
    """
    if rule not in RULES:
        raise ArgumentError.choice("rule", rule, RULES, nearest(rule, RULES))
    if game.costs[-1] == 0:
        raise CoverageError("coalition.no_cost", rule=rule)
    charges = RULES[rule](game)
    split, cost = float(in_order(charges)), float(game.costs[-1])
    if abs(split - cost) > NOISE * abs(cost):
        raise CoverageError(
            "coalition.not_all_split", rule=rule, split=round(split), cost=round(cost)
        )
    shares: Array = charges / split
    return shares


def _refuse_no_volume(rule: str, game: Game) -> None:
    if in_order(game.demands) == 0:
        raise CoverageError("coalition.no_volume", rule=rule)
