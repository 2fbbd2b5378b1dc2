"""What any group of partners would pay on its own, and the shares that follow by each rule."""

from gevinst.coalitions.agreed import with_rule_applied
from gevinst.coalitions.game import Game, Hosting, game_of, game_of_project, game_with, hosting_of
from gevinst.coalitions.merging import Merger
from gevinst.coalitions.record import CoalitionCosts, coalition_costs, labelled

__all__ = [
    "CoalitionCosts",
    "Game",
    "Hosting",
    "Merger",
    "coalition_costs",
    "game_of",
    "game_of_project",
    "game_with",
    "hosting_of",
    "labelled",
    "with_rule_applied",
]
