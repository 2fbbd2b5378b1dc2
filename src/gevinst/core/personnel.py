"""Hours that benefits free or take, and how many positions they are."""

from __future__ import annotations

from gevinst.axes import GROUP, MUNICIPALITY, Array, total_over
from gevinst.formula import formula


@formula()
def freed_hours_all(freed_hours: Array) -> Array:
    """Hours that a line frees, in all places and groups."""
    return total_over(freed_hours, GROUP, MUNICIPALITY)


@formula()
def profession_time(profession_hours: Array, profession_net_hours: Array) -> Array:
    """The freed hours of a profession as positions in the year."""
    return profession_hours / profession_net_hours
