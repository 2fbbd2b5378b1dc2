"""Charges inside floors and ceilings with the same total: who is at a bound, who shares the rest.

All partners that are at no bound move by the same part of what they wanted to pay: one part for all
of them. What all pay together grows with that part, so a partner is at its ceiling exactly where
all would pay no more than the total if the part were the one that brings this partner there; and
at its floor where all would pay no less. No search and no rounds, and a spreadsheet can follow it.
"""

from __future__ import annotations

import numpy as np

from gevinst.axes import MUNICIPALITY, Array, safe_ratio, total_across, total_over, working


def fitted(wanted: Array, floor: Array, ceiling: Array, capped: Array) -> tuple[Array, Array]:
    """Charges within their bounds with the same total, and what the bounds leave uncovered.

    The answer is that of variable fixing (Bitran and Hax 1981), in which rounds fix those beyond
    the bound that is exceeded by more in all.

    Parameters
    ----------
    wanted, floor, ceiling
        Kroner, shape ``(1, municipality, period, draw)``.
    capped
        1 where the ceiling counts, 0 where there is none.

    Returns
    -------
    tuple of Array
        Charges; and the total less what they come to, zero where the bounds can be met.
    """
    total = working(total_over(wanted, MUNICIPALITY), "wanted_all")
    parts = (
        working(wanted, "wanted"),
        working(np.abs(wanted), "size"),
        working(floor, "floor"),
        working(ceiling, "ceiling"),
        working(capped, "capped"),
    )
    wanted, size, floor, ceiling, capped = parts
    down = working(safe_ratio(floor - wanted, size, when_zero=0), "part_to_floor")
    up = working(safe_ratio(ceiling - wanted, size, when_zero=0), "part_to_ceiling")
    all_down = working(total_across(charge_moved_by, (down,), parts), "all_at_floor")
    all_up = working(total_across(charge_moved_by, (up,), parts), "all_at_ceiling")
    at_floor = np.where(size == 0, np.where(wanted < floor, 1, 0), np.where(all_down < total, 0, 1))
    beyond = np.where(size == 0, np.where(wanted > ceiling, 1, 0), np.where(all_up > total, 0, 1))
    at_floor = working(at_floor, "at_floor")
    at_ceiling = working(capped * beyond * (1 - at_floor), "at_ceiling")
    free = working(size * (1 - at_floor) * (1 - at_ceiling), "free_size")
    at_first = np.where(at_floor > 0, floor, np.where(at_ceiling > 0, ceiling, wanted))
    held = working(at_first, "held")
    lacking = total - total_over(held, MUNICIPALITY)
    part = safe_ratio(lacking, total_over(free, MUNICIPALITY), when_zero=0)
    moved = working(held + working(part, "part") * free, "moved")
    return _filled(moved, floor, ceiling * capped, total)


def charge_moved_by(
    part: Array, wanted: Array, size: Array, floor: Array, ceiling: Array, capped: Array
) -> Array:
    """Charge that moves by a part of its size, and no further than its bounds.

    By products, not by choices: a spreadsheet adds it up over a range.
    """
    moved = wanted + part * size
    below = moved <= floor
    above = capped * (moved >= ceiling)
    return floor * below + (1 - below) * (ceiling * above + moved * (1 - above))


def _filled(moved: Array, floor: Array, ceiling: Array, total: Array) -> tuple[Array, Array]:
    """Charges with what is still lacking taken by the room that is left, where there is any.

    It matters where a partner that wants to pay nothing has to pay after all: nothing grows in
    proportion to nothing.
    """
    lacking = working(total - total_over(moved, MUNICIPALITY), "lacking_moved")
    above = np.where(ceiling > moved, ceiling - moved, 0)
    below = np.where(floor < moved, floor - moved, 0)
    room = working(np.where(lacking > 0, above, below), "room")
    part = working(safe_ratio(lacking, total_over(room, MUNICIPALITY), when_zero=0), "part_of_room")
    filled = working(moved + room * np.minimum(part, 1), "filled")
    return filled, working(total - total_over(filled, MUNICIPALITY), "lacking")


def spread(fitting: Array, lacking: Array, wanted: Array) -> Array:
    """Charges with what no bound allows spread over all by size: the total is kept all the same."""
    size = working(np.abs(fitting) + np.abs(wanted), "spread_size")
    return fitting + lacking * safe_ratio(size, total_over(size, MUNICIPALITY), when_zero=0)
