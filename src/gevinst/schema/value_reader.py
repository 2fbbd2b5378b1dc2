"""Reading one value: its numbers, remarks and prices, with what is wrong in them."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from gevinst.errors import UnitError
from gevinst.messages import nearest
from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import Finding, Location
from gevinst.schema.values import (
    KRONER,
    PRICE_KEYS,
    PRICE_YEARS,
    REMARKS,
    UNBOUNDED,
    Bounds,
)
from gevinst.units import to_canonical

LARGEST = 1e15  # canonical, either way; room for sums and products in a float
MOST_REPORTED = 20  # unknown keys of one value


@functools.lru_cache(maxsize=4096)
def _canonical_text(text: str, unit: str) -> float:
    return to_canonical(text, unit)


def _is_infinite(given: float | str) -> bool:
    return isinstance(given, float) and not math.isfinite(given)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one value: unit and bounds known, findings collected."""

    unit: str
    bounds: Bounds
    unit_because: str | None
    findings: list[Finding]

    def number(self, given: object, loc: Location) -> float:
        """Canonical number; NaN if something was found to be wrong."""
        number = self._converted(given, loc)
        if math.isnan(number):
            return number
        unit = None if self.unit == "1" else self.unit
        if self.bounds.hold(number, self.unit):
            if abs(number) <= LARGEST:
                return number
            self.found(loc, "number.too_large", found=shown(given), unit=unit)
            return math.nan
        self.found(loc, "number.bound", found=shown(given), unit=unit, **self.bounds.facts())
        return math.nan

    def free_number(self, given: object, loc: Location) -> float:
        """Canonical number that the bounds are not about; NaN if something is wrong."""
        return replace(self, bounds=UNBOUNDED).number(given, loc)

    def plain_number(self, given: object, loc: Location) -> float:
        """A number without a unit, such as a shape; NaN if something is wrong."""
        return replace(self, bounds=UNBOUNDED, unit="1", unit_because=None).number(given, loc)

    def found(self, loc: Location, kind: str, **facts: object) -> None:
        """Write down one thing that is wrong."""
        self.findings.append(Finding(loc, kind, facts))

    def _converted(self, given: object, loc: Location) -> float:
        if isinstance(given, bool) or not isinstance(given, (int, float, str)):
            unit = None if self.unit == "1" else self.unit
            self.found(loc, "number.wrong_type", found=shown(given), type=type_of(given), unit=unit)
            return math.nan
        try:
            number = math.inf if _is_infinite(given) else self._canonical(given)
        except UnitError as error:
            facts = {**error.facts, "field": self.unit_because}
            kind = error.kind
            if self.unit_because and error.reason in {"wrong_dimension", "missing_per"}:
                kind = "number.unit_follows"
            self.found(loc, kind, **facts)
            return math.nan
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            self.found(loc, "number.not_finite", found=shown(given))
            return math.nan
        return number

    def _canonical(self, given: float | str) -> float:
        if isinstance(given, str):
            return _canonical_text(given, self.unit)
        return to_canonical(float(given), self.unit)

    def remarks(self, table: Mapping[str, Any]) -> dict[str, str | None]:
        """Source and note of a value written as a table."""
        remarks: dict[str, str | None] = {}
        for key in REMARKS:
            text = table.get(key)
            if text is not None and not (isinstance(text, str) and text.strip()):
                self.found((key,), "text.wrong_type", found=shown(text), type=type_of(text))
                text = None
            remarks[key] = text
        return remarks

    @property
    def in_kroner(self) -> bool:
        """Whether it is an amount of money, by itself or per something."""
        return self.unit.partition("/")[0] == KRONER

    def prices(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Price year of an amount in kroner, with the series and vintage to change it by."""
        if not self.in_kroner:
            return {}
        stated: dict[str, Any] = {}
        for key in PRICE_KEYS:
            found = table.get(key)
            if found is None:
                continue
            if key == "price_year":
                whole = isinstance(found, int) and not isinstance(found, bool)
                fits = whole and PRICE_YEARS[0] <= found <= PRICE_YEARS[1]
            else:
                fits = isinstance(found, str) and bool(found.strip())
                if not fits:
                    facts = {"found": shown(found), "type": type_of(found)}
                    self.found((key,), "text.wrong_type", **facts)
            if key == "price_year" and not fits:
                first, last = PRICE_YEARS
                self.found((key,), "value.price_year", found=shown(found), first=first, last=last)
            if key != "price_year" and "price_year" not in table:
                self.found((key,), "key.together", given=key, missing="price_year")
            stated[key] = found
        return stated

    def keys(
        self, table: Mapping[str, Any], required: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> None:
        """Report keys that are missing or unknown."""
        allowed = (*required, *optional, *REMARKS, *(PRICE_KEYS if self.in_kroner else ()))
        misspelt = set()
        for key in islice((key for key in table if key not in allowed), MOST_REPORTED):
            near = nearest(key, [name for name in allowed if name not in table])
            misspelt.add(near)
            self.found((key,), "key.unknown", found=key, suggestion=near, allowed=allowed)
        for key in required:
            if key not in table and key not in misspelt:
                ranged = required[0] in {"value", "likely"}
                kind = "value.missing_key" if ranged else "distribution.missing_key"
                self.found((), kind, missing=key, allowed=required)
