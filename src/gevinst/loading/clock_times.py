"""Times of the day: as a spreadsheet has them, and inside the text of a day's opening hours."""

from __future__ import annotations

import re

_TIME = re.compile(r"\d{1,2}:\d{2}", re.ASCII)
_MINUTES_PER_HOUR = 60
_MINUTES_PER_DAY = 1440
_SAME = 1e-6
"""Of a minute: a spreadsheet program may save a time with fewer digits."""


def minutes_of(content: object) -> int | None:
    """Minutes after midnight of a cell's content (part of a day, or a text); None if it is none.

    Examples
    --------
    >>> minutes_of(0.3541666666666667), minutes_of("08:30"), minutes_of(8.5)
    (510, 510, None)
    """
    if isinstance(content, str):
        match = _TIME.fullmatch(content.strip())
        if match is None:
            return None
        hours, minutes = (int(part) for part in match[0].split(":"))
        whole = hours * _MINUTES_PER_HOUR + minutes
        return whole if minutes < _MINUTES_PER_HOUR and whole <= _MINUTES_PER_DAY else None
    if not isinstance(content, float) or not 0 <= content <= 1:
        return None
    found = round(content * _MINUTES_PER_DAY)
    return found if abs(content * _MINUTES_PER_DAY - found) <= _SAME else None


def clock(minutes: int) -> str:
    """A time as a project file has it."""
    return f"{minutes // _MINUTES_PER_HOUR:02d}:{minutes % _MINUTES_PER_HOUR:02d}"


def with_time(day: str, position: int, time: str) -> str | None:
    """The opening hours of a day with one of their times changed; None if it has not so many.

    Examples
    --------
    >>> with_time("07:30-12:00, 13:00-15:00", 2, "12:30")
    '07:30-12:00, 12:30-15:00'
    """
    found = list(_TIME.finditer(day))
    if position >= len(found):
        return None
    start, end = found[position].span()
    return day[:start] + time + day[end:]
