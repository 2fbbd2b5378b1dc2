"""What a span of the opening hours is called."""

from __future__ import annotations

from gevinst.results.wording import WEEKDAYS

_FURTHER = {"nb": "{day}, tidsrom {number}", "en": "{day}, span {number}"}


def span_label(record: str, lang: str) -> str:
    """Name of a span: the weekday, with a number from the second of the day on."""
    day, _, number = record.partition(":")
    called = WEEKDAYS[day][lang]
    return _FURTHER[lang].format(day=called, number=number) if number else called
