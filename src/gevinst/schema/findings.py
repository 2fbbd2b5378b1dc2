"""What a check of the project file found, before file and line are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import PydanticCustomError

Location = tuple[str | int, ...]
FINDING_TYPE = "gevinst_findings"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, at a place given by keys and list indices.

    Attributes
    ----------
    loc : tuple of str or int
        Place, relative to the table that was checked.
    kind : str
        Key of the text in `gevinst.messages`.
    facts : mapping
        What the text needs.
    """

    loc: Location
    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)


def failure(findings: Iterable[Finding]) -> PydanticCustomError:
    """Wrap findings so that they pass through pydantic unchanged."""
    return PydanticCustomError(FINDING_TYPE, FINDING_TYPE, {"findings": tuple(findings)})


def fail(kind: str, **facts: object) -> PydanticCustomError:
    """Make a failure of one finding at the place being validated."""
    return failure([Finding((), kind, facts)])
