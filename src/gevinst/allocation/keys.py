"""Keys: shares by what is counted, mixed by weight."""

from __future__ import annotations

from numpy.typing import ArrayLike

from gevinst.allocation.checking import checked_numbers
from gevinst.arguments import checked_limits
from gevinst.core import games as core
from gevinst.core.games import Numbers
from gevinst.errors import ArgumentError

__all__ = ["mixed_key"]

TABLE = 2


def mixed_key(bases: ArrayLike, weights: ArrayLike) -> Numbers:
    """Shares by several keys at once, for example 30 per cent equally and 70 by inhabitants.

    Parameters
    ----------
    bases : array_like, shape (keys, n)
        What is counted, one row per key and one column per partner, at least 0; each key in a unit
        of its own. A row of ones is an equal key.
    weights : array_like, shape (keys,)
        Weight of each key, at least 0; only their ratio counts. A key with weight 0 is left out.

    Returns
    -------
    ndarray, shape (n,)
        Share of each partner; together 1. Fractions if all numbers are Fractions or Decimals.

    Raises
    ------
    ArgumentError
        If there are no keys or partners, the shapes do not fit, a number is negative, NaN or
        infinite, the weights add up to 0, or a key with a weight counts 0 for all partners: nobody
        can tell how to share by it, and another key must be chosen.

    Notes
    -----
    A partner with 0 of what a key counts pays 0 by that key. Partners that merge pay by a key of
    inhabitants what they paid together before; by an equal key they pay less.

    Examples
    --------
    >>> mixed_key([[1, 1, 1], [47199, 2296, 1663]], [0.3, 0.7]).round(4).tolist()
    [0.7458, 0.1314, 0.1228]
    """
    counted = checked_numbers("bases", bases)
    if counted.ndim != TABLE or not counted.size:
        raise ArgumentError.shape("bases", str(counted.shape), "(keys, n)")
    weighed = checked_numbers("weights", weights)
    if weighed.shape != counted.shape[:1]:
        raise ArgumentError.shape("weights", str(weighed.shape), f"({len(counted)},)")
    checked_limits("bases", counted, least=0)
    checked_limits("weights", weighed, least=0)
    if not weighed.any():
        raise ArgumentError("argument.no_weight", argument="weights")
    for place, (row, weight) in enumerate(zip(counted, weighed, strict=True)):
        if weight and not row.any():
            raise ArgumentError("argument.no_basis", argument=f"bases[{place}]")
    used = weighed > 0
    if counted.dtype != weighed.dtype:
        counted, weighed = counted.astype(float), weighed.astype(float)
    return core.mixed_key(counted[used], weighed[used])
