"""A name that refers to nothing in the file."""

from __future__ import annotations

from collections.abc import Iterable

from gevinst.messages import Term, nearest
from gevinst.schema.findings import Finding, Location


def unknown(location: Location, found: str, what: str, allowed: Iterable[str]) -> Finding:
    """Say that there is nothing of that name; the nearest is suggested."""
    choices = tuple(dict.fromkeys(allowed))
    facts = {
        "found": found,
        "what": Term(what),
        "allowed": choices,
        "suggestion": nearest(found, choices),
    }
    return Finding(location, "reference.unknown", facts)
