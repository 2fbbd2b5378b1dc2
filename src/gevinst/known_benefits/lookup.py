"""Known benefits by id, and which of them collide, from the files inside the package."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any

from gevinst.errors import ParameterError
from gevinst.known_benefits.reading import (
    Pair,
    parse,
    read_benefits,
    read_collisions,
    read_not_found,
    read_sources,
)
from gevinst.known_benefits.records import RECEIVERS, Collision, KnownBenefit, NotFound

_SOURCES, _COLLISIONS = "sources.toml", "collisions.toml"


def _content(file: str) -> dict[str, Any]:
    folder = resources.files("gevinst.known_benefits") / "data"
    return parse((folder / file).read_text(encoding="utf-8"), file)


@lru_cache(maxsize=1)
def _collisions() -> dict[Pair, Collision]:
    return read_collisions(_content(_COLLISIONS), _COLLISIONS)


@lru_cache(maxsize=1)
def known_benefits() -> dict[str, KnownBenefit]:
    """Every benefit of the catalogue by id, receiver by receiver.

    Raises
    ------
    ParameterError
        A file is malformed, an id is used twice, or a collision names one that there is not.
    """
    sources = read_sources(_content(_SOURCES), _SOURCES)
    found: dict[str, KnownBenefit] = {}
    for receiver in RECEIVERS:
        file = f"{receiver}.toml"
        for benefit in read_benefits(_content(file), receiver, file, sources, _collisions()):
            if benefit.id in found:
                raise ParameterError.invalid(benefit.id, file, "the id is used twice")
            found[benefit.id] = benefit
    for pair in _collisions():
        for name in pair - found.keys():
            raise ParameterError.invalid(name, _COLLISIONS, "there is no benefit of that id")
    return found


def names() -> tuple[str, ...]:
    """Return the id of every benefit of the catalogue.

    Examples
    --------
    >>> "bed_days" in names()
    True
    """
    return tuple(known_benefits())


def collision(one: str, other: str) -> Collision | None:
    """Return why two benefits count the same thing twice, or None if they do not.

    Examples
    --------
    >>> collision("admissions", "bed_days").rule
    'stay_and_days'
    >>> collision("bed_days", "safety") is None
    True
    """
    return _collisions().get(frozenset((one, other)))


@lru_cache(maxsize=1)
def not_found() -> tuple[NotFound, ...]:
    """Return what is known to exist, but was not found in the open."""
    return read_not_found(_content(_SOURCES), _SOURCES)
