"""Indicators of the catalogue by id, from the files inside the package."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

from gevinst.errors import ParameterError
from gevinst.indicators.reading import parse, read_indicators, read_sources
from gevinst.indicators.records import TOPICS, KnownIndicator

_SOURCES = "sources.toml"


def _content(file: str) -> dict[str, Any]:
    folder = resources.files("gevinst.indicators") / "data"
    return parse((folder / file).read_text(encoding="utf-8"), file)


@lru_cache(maxsize=1)
def known_indicators() -> dict[str, KnownIndicator]:
    """Every indicator of the catalogue by id, topic by topic.

    Raises
    ------
    ParameterError
        A file is malformed, or an id is used twice.
    """
    sources = read_sources(_content(_SOURCES), _SOURCES)
    found: dict[str, KnownIndicator] = {}
    for topic in TOPICS:
        file = f"{topic}.toml"
        for indicator in read_indicators(_content(file), topic, file, sources):
            if indicator.id in found:
                raise ParameterError.invalid(indicator.id, file, "the id is used twice")
            found[indicator.id] = indicator
    return found


def indicator_ids() -> tuple[str, ...]:
    """Return the id of every indicator of the catalogue.

    Examples
    --------
    >>> "emergency_admissions" in indicator_ids()
    True
    """
    return tuple(known_indicators())


def indicator_definition(name: str) -> KnownIndicator | None:
    """Return the indicator of an id, or None if there is none."""
    return known_indicators().get(name)
