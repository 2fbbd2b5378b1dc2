"""Discounting, annuities, payback, and cost beside effect, for plain numbers and arrays.

No project is needed. Rates and amounts must be of the same kind: real rates with fixed kroner.
"""

from gevinst.economics.cost_effect import (
    Alternative,
    Frontier,
    Icer,
    frontier,
    icer,
    net_benefit,
)
from gevinst.economics.discounting import (
    DeepestNeed,
    annuity,
    deepest_need,
    payback,
    present_value,
)
from gevinst.economics.price_years import change_price_year

__all__ = [
    "Alternative",
    "DeepestNeed",
    "Frontier",
    "Icer",
    "annuity",
    "change_price_year",
    "deepest_need",
    "frontier",
    "icer",
    "net_benefit",
    "payback",
    "present_value",
]
