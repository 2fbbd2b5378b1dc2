"""Examples of a strategy, the same every time, for what is not a Hypothesis test."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

T = TypeVar("T")


def examples(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """Up to `count` examples of the strategy, the same ones at every call.

    Parameters
    ----------
    strategy
        Any strategy.
    count
        How many to ask for; a strategy with few values gives fewer.

    Returns
    -------
    list
    """
    found: list[T] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example: T) -> None:
        found.append(example)

    collect()
    return found
