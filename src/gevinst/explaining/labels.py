"""The labels by which a number is asked for."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Labels as the user gave them; None where nothing was said."""

    municipality: str | None = None
    group: str | None = None
    period: str | None = None
    year: int | str | None = None
    line: str | None = None
    role: str | None = None
    actor: str | None = None
    benefit_class: str | None = None
    task: str | None = None
    key: str | None = None
    source: str | None = None
    pool: str | None = None
    limit: str | None = None
    settlement: str | None = None

    def given(self) -> dict[str, object]:
        """The labels that were said."""
        every = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in every.items() if value is not None}
