"""Small choices that strategies are made of: one whole number drawn for each.

Hypothesis takes far longer to build a strategy than to draw from one. Strategies of whole numbers
are therefore made once and kept, and everything else is worked out from what they give.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")
Written = dict[str, Any] | float | str

WAYS = ("plain", "plain", "text", "sourced", "range", "limits", "distribution", "estimate")
CUT = {"truncate": True}
THREE = 3
LIKELY_KEYS = ("value", "likely", "mean", "estimate")
EDGES_AMONG = 4
"""One number in about this many is one of the named edges, where there are any."""


@cache
def _up_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


def whole(draw: st.DrawFn, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included."""
    return low + draw(_up_to(high - low))


def one_in(draw: st.DrawFn, count: int) -> bool:
    """True once in `count` times; shrinks towards False."""
    return whole(draw, 0, count - 1) == count - 1


def pick(draw: st.DrawFn, options: Sequence[T]) -> T:
    """One of the options; shrinks towards the first."""
    return options[whole(draw, 0, len(options) - 1)]


def some_of(draw: st.DrawFn, options: Sequence[T]) -> list[T]:
    """One or more of the options, in their order."""
    chosen = whole(draw, 1, 2 ** len(options) - 1)
    return [option for bit, option in enumerate(options) if chosen >> bit & 1]


def number(draw: st.DrawFn, low: float, high: float, *edges: float, steps: int = 100) -> float:
    """A number on an even grid from `low` to `high`, now and then one of the edges."""
    weight = -(-(steps + 1) // (EDGES_AMONG * len(edges))) if edges else 0
    place = whole(draw, 0, steps + weight * len(edges))
    if place > steps:
        return edges[(place - steps - 1) % len(edges)]
    return low + (high - low) * place / steps


def written(likely: float, unit: str, low: float, high: float) -> Written:
    """The number `likely` in one of the ways in which a project file may write it.

    Which way follows from the number and its unit, so that it costs nothing to draw.

    Parameters
    ----------
    likely
        The likely value.
    unit
        Unit that the schema states.
    low, high
        Limits that the number itself must stay within; a range goes half the way to them.
    """
    way = WAYS[zlib.crc32(f"{likely!r} {unit}".encode()) % len(WAYS)]
    if way == "text" and unit != "1" and "e" not in repr(likely):
        return f"{_unambiguous(likely)} {unit}"
    if way == "sourced":
        return {"value": likely, "source": "Kilde", "note": "merknad"}
    if way in {"range", "limits"}:
        ends = {"low": low + (likely - low) / 2, "high": likely + (high - likely) / 2}
        means = {"means": "limits"} if way == "limits" else {"means": "80 % interval"}
        return {"likely": likely, **ends, **means, **({} if way == "limits" else CUT)}
    if way in {"distribution", "estimate"}:
        return _distributed(way, likely, min(likely - low, high - likely))
    return likely


def _unambiguous(likely: float) -> str:
    """The number with four decimals rather than three, which could be read as thousands."""
    text = repr(likely)
    return f"{text}0" if len(text.partition(".")[2]) == THREE else text


def _distributed(way: str, likely: float, room: float) -> dict[str, Any]:
    """A normal distribution, or an estimate, that keeps well within the room on either side."""
    if way == "distribution":
        return {"distribution": "normal", "mean": likely, "sd": room / 16, **CUT}
    ends = {"low": likely - room / 8, "high": likely + room / 8}
    return {"estimate": likely, **ends, "means": "95 % interval", "scale": "linear"}


def likely_of(given: Written) -> float:
    """The likely value of a number in whatever way it is written."""
    if isinstance(given, dict):
        return float(next(given[key] for key in LIKELY_KEYS if key in given))
    if isinstance(given, str):
        return float(given.partition(" ")[0])
    return float(given)
