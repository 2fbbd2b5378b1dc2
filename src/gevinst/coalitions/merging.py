"""Where joining forces costs extra: pairs of groups that are dearer together than apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gevinst.axes import Array
from gevinst.errors import ProjectError

MOST_PARTNERS = 16
NOISE = 1e-9
"""Part of the whole cost below which a difference is rounding noise, not money."""

_TOGETHER = 11
"""Partners placed at once: 3**11 pairs in one array."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """Two groups without common members, as bitmasks, and what it costs extra to be one."""

    first: int
    second: int
    extra: float


def dearest_mergers(costs: Array, most: int) -> tuple[Merger, ...]:
    """Find pairs of groups that cost more as one, dearest first; each pair once."""
    count = len(costs).bit_length() - 1
    if count > MOST_PARTNERS:
        raise ProjectError.one(
            "coalition.too_many", path="partners", count=count, most=MOST_PARTNERS
        )
    low = min(count, _TOGETHER)
    first, second = _pairs(range(low))
    above_first, above_second = _pairs(range(low, count))
    found: list[Merger] = []
    for a, b in zip(above_first.tolist(), above_second.tolist(), strict=True):
        one, other = first + a, second + b
        each_pair_once = one > other
        one, other = one[each_pair_once], other[each_pair_once]
        extra = costs[one | other] - costs[one] - costs[other]
        extra[other == 0] = 0
        found += [
            Merger(first=int(one[i]), second=int(other[i]), extra=float(extra[i]))
            for i in np.argsort(-extra, kind="stable")[:most]
            if extra[i] > NOISE * abs(costs[-1])
        ]
        found = sorted(found, key=lambda merger: -merger.extra)[:most]
    return tuple(found)


def _pairs(partners: range) -> tuple[np.ndarray, np.ndarray]:
    """Every pair of groups of these partners without common members, as bitmasks."""
    first = second = np.zeros(1, dtype=np.int64)
    for partner in partners:
        bit = np.int64(1 << partner)
        first = np.concatenate([first, first + bit, first])
        second = np.concatenate([second, second, second + bit])
    return first, second
