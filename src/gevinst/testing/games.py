"""Strategies: what every group of partners would cost on its own."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

Array = NDArray[np.float64]

LARGEST = 1e7
"""Kroner; a group's cost is a whole number of kroner, or a float, up to this."""


def members(partners: int) -> NDArray[np.int64]:
    """One row per group, 1 for a member and 0 for the others."""
    return (np.arange(1 << partners)[:, None] >> np.arange(partners)) & 1


@st.composite
def any_costs(draw: st.DrawFn, *, most: int = 5) -> Array:
    """Any cost for any group: joining may save or cost, costs may be equal or 0."""
    partners = draw(st.integers(1, most))
    amounts = st.one_of(
        st.integers(0, 3).map(float),
        st.integers(0, int(LARGEST)).map(float),
        st.floats(0, LARGEST, allow_subnormal=False),
    )
    groups = (1 << partners) - 1
    return np.array([0.0, *draw(st.lists(amounts, min_size=groups, max_size=groups))])


@st.composite
def stepped_costs(draw: st.DrawFn, *, most: int = 5) -> Array:
    """A centre: a fixed cost, whole positions, a cost per patient; some may have no patients."""
    partners = draw(st.integers(1, most))
    counts = st.lists(st.integers(0, 60), min_size=partners, max_size=partners)
    patients = members(partners) @ np.array(draw(counts))
    fixed, position, each = (
        draw(st.integers(0, most).map(float)) for most in (3_000_000, 900_000, 20_000)
    )
    size = draw(st.integers(1, 80))
    costs = fixed * (patients > 0) + position * np.ceil(patients / size) + each * patients
    return np.asarray(costs, dtype=np.float64)


@st.composite
def concave_costs(draw: st.DrawFn, *, most: int = 5) -> Array:
    """Every partner adds less to a larger group: the savings are convex."""
    partners = draw(st.integers(1, most))
    amounts = st.lists(st.integers(0, 1000), min_size=partners, max_size=partners)
    inside = members(partners)
    largest = (inside * np.array(draw(amounts))).max(axis=1)
    own = inside @ np.array(draw(amounts))
    volume = np.minimum(inside @ np.array(draw(amounts)), draw(st.integers(0, 3000)))
    return np.asarray(largest + own + volume, dtype=np.float64)


def costs(*, most: int = 5) -> st.SearchStrategy[Array]:
    """Costs of every kind."""
    return st.one_of(any_costs(most=most), stepped_costs(most=most), concave_costs(most=most))


@st.composite
def joinable_costs(draw: st.DrawFn, *, most: int = 5) -> Array:
    """Costs of which all together are at most the sum of those alone."""
    amounts = draw(costs(most=most))
    alone = amounts[1 << np.arange((len(amounts) - 1).bit_length())]
    amounts[-1] = min(amounts[-1], float(np.floor(alone.sum())))
    return amounts
