"""Whole kroner and oere that add up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Context, Decimal, InvalidOperation, localcontext
from fractions import Fraction
from numbers import Integral

from gevinst.core.rounding import whole_parts
from gevinst.errors import ArgumentError

__all__ = ["largest_remainder"]

Exact = int | Decimal | str

MOST_DIGITS = 100
"""Digits before or after the decimal point; no amount has so many."""


def largest_remainder(shares: Sequence[Exact], total: Exact, unit: Exact) -> list[Decimal]:
    """Split an amount by shares into whole units that add up to it.

    Everybody gets the whole units of the exact part; the units that are left go to those with the
    largest remainders.

    Parameters
    ----------
    shares : sequence of int, Decimal or str
        Shares, weights or amounts, at least 0; only their ratio counts. Text is read as a decimal
        number. Floats are refused, since their last digits would decide who pays a unit.
    total : int, Decimal or str
        What is split: a whole number of units. A negative amount is a refund.
    unit : int, Decimal or str
        Smallest amount, above 0, for example ``"0.01"`` for oere when `total` is in kroner.

    Returns
    -------
    list of Decimal
        In the order of `shares`, each a whole number of units within one unit of its exact part;
        they add up to `total` exactly.

    Raises
    ------
    ArgumentError
        If a number is of another kind, not finite or negative, the shares add up to 0, the unit is
        not above 0, or the total is not a whole number of units.

    Notes
    -----
    Remainders are compared after rounding to 1e-6 of a unit; equal ones are ranked in the order
    given: put the partners in the order of their municipality codes. The method is Hamilton's [1]_.

    References
    ----------
    .. [1] M. L. Balinski and H. P. Young, "Fair Representation", Yale University Press (1982).

    Examples
    --------
    >>> [str(part) for part in largest_remainder([92, 93, 70], "1.00", "0.01")]
    ['0.36', '0.37', '0.27']
    >>> [str(part) for part in largest_remainder([1, 1, 1], 100, 1)]
    ['34', '33', '33']
    """
    smallest = _number("unit", unit)
    if smallest <= 0:
        raise ArgumentError.outside("unit", float(smallest), "> 0")
    units = _number("total", total) / smallest
    if units.denominator != 1:
        raise ArgumentError(
            "argument.whole_units", argument="total", found=str(total), allowed=str(unit)
        )
    if isinstance(shares, str):
        raise ArgumentError.not_numbers("shares", "str")
    exact = [_number(f"shares[{place}]", share) for place, share in enumerate(shares)]
    for place, share in enumerate(exact):
        if share < 0:
            raise ArgumentError.outside("shares", float(share), ">= 0", f"[{place}]")
    if not sum(exact):
        raise ArgumentError("argument.no_weight", argument="shares")
    common = math.lcm(*(share.denominator for share in exact))
    parts = whole_parts([int(share * common) for share in exact], units.numerator)
    return [_times(part, unit) for part in parts]


def _number(name: str, number: object) -> Fraction:
    """Read an exact number; anything else is refused."""
    if isinstance(number, bool) or not isinstance(number, Integral | Decimal | str):
        raise ArgumentError("argument.not_exact", argument=name, found=type(number).__name__)
    try:
        exact = _decimal(number)
    except InvalidOperation:
        raise ArgumentError("argument.not_exact", argument=name, found=str(number)) from None
    if not exact.is_finite():
        raise ArgumentError.not_finite(name, math.inf if exact.is_infinite() else math.nan)
    if abs(exact.adjusted()) > MOST_DIGITS:
        raise ArgumentError("argument.not_exact", argument=name, found=str(number))
    return Fraction(exact)


def _decimal(number: Integral | Exact) -> Decimal:
    return Decimal(int(number) if isinstance(number, Integral) else number)


def _times(part: int, unit: Exact) -> Decimal:
    """Multiply without losing a digit, however many there are."""
    step = _decimal(unit)
    digits = len(str(part)) + len(step.as_tuple().digits)
    with localcontext(Context(prec=digits)):
        return part * step
