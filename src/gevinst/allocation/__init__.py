"""Ways to split a joint cost, for plain numbers and arrays. No project is needed.

Coalition costs are an array of length ``2**n``: the index is a bitmask (bit i is partner i), the
empty group costs 0, and further axes are a batch of games::

    costs = [0, 15, 20, 35, 55, 61, 65, 78]  # of nobody, A, B, A and B, C, A and C, ...
    shares = gevinst.allocation.nucleolus(costs)
    gevinst.allocation.blocking(costs, shares)  # no group would pay less on its own: []

Floats give float64. Fractions and Decimals give Fractions, exact, for up to ten partners. Every
rule gives shares of the cost itself; `mixed_key` gives shares of 1.
"""

from gevinst.allocation.demands import airport, average_cost, serial
from gevinst.allocation.excesses import least_core, nucleolus, per_capita_nucleolus
from gevinst.allocation.groups import blocking, ensc, is_subadditive, scrb, shapley
from gevinst.allocation.keys import mixed_key
from gevinst.allocation.sampling import SampledShares, sampled_shapley
from gevinst.allocation.whole_units import largest_remainder

__all__ = [
    "SampledShares",
    "airport",
    "average_cost",
    "blocking",
    "ensc",
    "is_subadditive",
    "largest_remainder",
    "least_core",
    "mixed_key",
    "nucleolus",
    "per_capita_nucleolus",
    "sampled_shapley",
    "scrb",
    "serial",
    "shapley",
]
