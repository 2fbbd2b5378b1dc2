"""Inputs of the core: those of a project, with draws, and beyond what a file may say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from gevinst.assemble import assemble
from gevinst.core.inputs import Inputs
from gevinst.testing.changes import in_draws
from gevinst.testing.choices import one_in, pick, whole
from gevinst.testing.price import with_hard_prices
from gevinst.testing.projects import Prices, projects

MOST_DRAWS = 3
CROWDED_ONE_IN = 5


@st.composite
def inputs(
    draw: st.DrawFn,
    *,
    years: int | None = None,
    paying: int | None = None,
    draws: int | None = None,
    prices: Prices = "plain",
) -> Inputs:
    """Inputs of valid projects, in one draw or a few.

    One in five has more patients at the start than are eligible, as a project may have when the
    number of the eligible is corrected while the service runs.

    Parameters
    ----------
    draw
        Given by Hypothesis.
    years, paying : int, optional
        As in `projects`.
    draws : int, optional
        Number of draws; one, or now and then two or three, if absent.
    prices : {"plain", "any", "cut"}
        As in `projects`; with ``any``, limits that no charges can meet too, and rounded shares.
    """
    x = assemble(draw(projects(years=years, paying=paying, prices=prices))).inputs
    if prices == "any":
        x = with_hard_prices(draw, x)
    if one_in(draw, CROWDED_ONE_IN):
        x = crowded(x)
    count = draws or pick(draw, (1, 1, 2, MOST_DRAWS))
    return x if count == 1 else in_draws(x, count, seed=whole(draw, 0, 1_000_000))


def crowded(x: Inputs) -> Inputs:
    """The same inputs with more patients at the start than are eligible."""
    eligible = x.population * x.eligible_per_inhabitant + x.eligible_count
    members = np.where((x.joining_time <= 0) & (x.leaving_time > 0), 1.0, 0.0)
    return replace(x, opening_patients=x.opening_patients + 1.5 * eligible * members)
