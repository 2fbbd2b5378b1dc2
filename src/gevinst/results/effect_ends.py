"""What a benefit line is worth at the two ends of its effect, all else as it is.

The formulas that made the line are applied again, with the effect (the change, or the hours after)
at its low and at its high end: harm counts in full there, too, and gains after their delay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import Array, largest_of, total_of
from gevinst.core.gain_records import ChangeByAmount, ChangeByShare
from gevinst.core.gaining import loop_of
from gevinst.core.ledger import Key, Ledger, MadeBy, TotalOf
from gevinst.formula import FORMULAS

if TYPE_CHECKING:
    from gevinst.results.record import Results


def uncertain_input(results: Results, line: str) -> Key:
    """The input whose range is the range of the line: effect, change, or hours after."""
    change = next(change for change in results.inputs.changes if change.id == line)
    if isinstance(change, ChangeByShare):
        return "effect", line
    return ("change_rate" if isinstance(change, ChangeByAmount) else "hours_after"), line


def has_range(results: Results, record: str) -> bool:
    """Whether the project states how certain the effect of the line is."""
    cells = results.provenance.get(uncertain_input(results, loop_of(record)), {})
    return any(origin.low < origin.high for origin in cells.values())


def ends(results: Results, quantity: str, record: str) -> tuple[Array, Array]:
    """A quantity of a line by place and year, at the low and at the high end of its effect.

    Parameters
    ----------
    results : Results
    quantity : str
        ``line_benefit``, ``line_payment`` or ``freed_hours``.
    record : str
        Id of the line, or ``loop/contact``.

    Returns
    -------
    tuple of ndarray
        Shape ``(group, municipality, year, draw)``; the first is not always the smaller.
    """
    low, high = (_at(results, quantity, record, end) for end in ("low", "high"))
    return low, high


def _at(results: Results, quantity: str, record: str, end: str) -> Array:
    ledger, line = results.ledger, loop_of(record)
    uncertain = uncertain_input(results, line)
    moved = np.array(ledger[uncertain])
    for (group, place), origin in results.provenance.get(uncertain, {}).items():
        moved[min(group, moved.shape[0] - 1), min(place, moved.shape[1] - 1)] = getattr(origin, end)
    return _again(ledger, (quantity, record), {uncertain: moved}, {line, record})


def _again(ledger: Ledger, key: Key, held: dict[Key, Array], own: set[str]) -> Array:
    """What made a quantity, applied again to what is held; only of the line's own records."""
    if key in held:
        return held[key]
    producer = ledger.producers.get(key) if key[1] in own else None
    if producer is None:
        return ledger[key]
    if isinstance(producer, MadeBy):
        made = FORMULAS[producer.formula]
        keys = [ledger.find(name, key[1]) for name in made.parameters]
        value: Array = made.function(*(_again(ledger, k, held, own) for k in keys))
    else:
        parts = [_again(ledger, part, held, own) for part in producer.parts]
        like = ledger[producer.unit_like]
        if isinstance(producer, TotalOf):
            value = total_of(parts, like, ledger[producer.shape_like])
        else:
            value = largest_of(parts, like)
    held[key] = value
    return value
