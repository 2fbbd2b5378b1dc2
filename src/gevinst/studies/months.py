"""Months as arguments of the studies."""

from __future__ import annotations

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.errors import ArgumentError
from gevinst.schema import Month


def month_of(argument: str, text: str) -> Month:
    """Read a month written ``YYYY-MM``.

    Raises
    ------
    ArgumentError
        The text is not a month.
    """
    try:
        return Month.parse(text)
    except ValueError:
        raise ArgumentError("argument.month", argument=argument, found=text) from None


def later(month: Month, months: int) -> Month:
    """The month that comes so many months later."""
    index = month.index(0) + months
    return Month(index // MONTHS_IN_YEAR, index % MONTHS_IN_YEAR + 1)
