"""Units: text such as ``"30 work_minute/patient/week"`` in, canonical numbers out.

The registry is our own and small. It holds no quantity of physics, but patients, positions,
kroner, working time (which is not elapsed time) and one unit for each thing that is counted.
A year is 12 months and 365 days; a week is 7 days.

Numbers are read exactly (as fractions) and rounded once, so that ``"30 work_minute"`` and
``30`` stated in ``work_minute`` give the same float. Only `quantity` and
`magnitude_and_unit`, which the dry run of the tests uses, import pint.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gevinst.errors import UnitError
from gevinst.unit_registry import (
    BASE,
    COUNTED,
    DERIVED,
    ORDER,
    Powers,
    Unit,
    UnreadableError,
    nearest_unit,
    parse,
    unit_text,
)

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = [
    "canonical_unit",
    "counted_units",
    "dimensions",
    "factor",
    "magnitude_and_unit",
    "quantity",
    "same_dimensions",
    "to_canonical",
    "unit_names",
    "written_units",
]

LONGEST_TEXT = 100
# Outside these powers of ten no float is finite and non-zero.
LARGEST_POWER_OF_TEN = 400

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = re.compile(
    rf"(?P<sign>[+\-\u2212]?){_SPACE}?"
    rf"(?P<whole>\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+)"
    r"(?P<decimals>[.,]\d+)?(?:[eE](?P<power>[+\-]?\d+))?(?![\d.,])",
    re.ASCII,
)
_NOT_FINITE = re.compile(r"[+\-\u2212]?(nan|inf|infinity)\b", re.IGNORECASE)


def to_canonical(value: float | str, unit: str) -> float:
    """Convert a number, or a text with a unit, to canonical base units.

    Parameters
    ----------
    value : float or str
        A number is taken to be in `unit`. A text is a number and its unit:
        ``"30 work_minute/patient/week"``, ``"1 234,5 kr"``, ``"12 %"``, ``"4 per year"``.
        Decimal point or comma; thousands apart by (ordinary, no-break or thin) spaces.
    unit : str
        The stated unit; a text must have its dimensions.

    Returns
    -------
    float
        The number in ``canonical_unit(unit)``.

    Raises
    ------
    UnitError
        With `reason` ``unparsable``, ``too_long``, ``ambiguous_number`` (``"2.500 kr"``),
        ``unknown_unit``, ``missing_unit``, ``missing_per``, ``wrong_dimension`` or
        ``not_finite``.

    Examples
    --------
    >>> to_canonical(300, "NOK/patient/month")
    3600.0
    >>> to_canonical("12,5 %", "1")
    0.125
    >>> to_canonical("90 arbeidsminutter/pasient/måned", "work_hour/patient/year")
    18.0
    """
    expected = _stated(unit)
    if isinstance(value, str):
        return _read_text(value, unit, expected)
    if isinstance(value, bool):
        raise UnitError(reason="unparsable", text=str(value), expected=unit)
    number = _finite(value, "", unit)
    if expected.factor == 1:
        return number
    return _finite(Fraction(repr(number)) * expected.factor, repr(number), unit)


def factor(unit: str) -> float:
    """Return how many canonical units one stated unit is.

    Examples
    --------
    >>> factor("NOK/patient/month")
    12.0
    """
    return float(_stated(unit).factor)


def canonical_unit(unit: str) -> str:
    """Return the unit that numbers stated in `unit` have after `to_canonical`.

    Examples
    --------
    >>> canonical_unit("work_minute/patient/week")
    'work_hour/patient/year'
    """
    return unit_text(_stated(unit).powers)


def dimensions(unit: str) -> dict[str, int]:
    """Return the exponents of the base units in `unit`; empty for a plain number.

    Examples
    --------
    >>> dimensions("kNOK/FTE/month")
    {'NOK': 1, 'FTE': -1, 'year': -1}
    """
    return dict(_stated(unit).powers)


def same_dimensions(a: str, b: str) -> bool:
    """Say whether amounts in the two units can be compared and added."""
    return _stated(a).powers == _stated(b).powers


def written_units(unit: str) -> Powers:
    """Return the units of a text as they were written, each with its exponent.

    Examples
    --------
    >>> written_units("kroner/month")
    (('NOK', 1), ('month', -1))
    """
    return _stated(unit).written


def unit_names() -> tuple[str, ...]:
    """Return every unit by its own name, without aliases."""
    return (*BASE, *DERIVED)


def counted_units() -> tuple[str, ...]:
    """Return the units that count something: what an indicator may be measured in."""
    return (*COUNTED, "work_hour")


def _read_text(text: str, unit: str, expected: Unit) -> float:
    """Read a number with a unit, check its dimensions and convert it."""
    if len(text) > LONGEST_TEXT:
        raise UnitError(reason="too_long", text=f"{text[:LONGEST_TEXT]}…", expected=unit)
    plain = unicodedata.normalize("NFC", text).strip()
    if _NOT_FINITE.match(plain):
        raise UnitError(reason="not_finite", text=text, expected=unit)
    match = _NUMBER.match(plain)
    if match is None:
        raise UnitError(
            reason="unparsable", text=text, expected=unit, suggestion=_with_unit("1 234,5", unit)
        )
    amount, rest = plain[: match.end()], re.sub(_SPACE, " ", plain[match.end() :]).strip()
    _refuse_thousands_separator(match, text, unit)
    example = "1 234,5" if rest[:1].isdigit() else amount
    found = _read_unit(rest, text, unit, _with_unit(example, unit))
    if found.powers != expected.powers:
        raise _dimension_error(text, amount, rest, found, unit, expected)
    return _finite(_exact(match, text, unit) * found.factor, text, unit)


def _exact(match: re.Match[str], text: str, unit: str) -> Fraction:
    """Return the number of the text, without rounding."""
    power = int(match["power"] or 0)
    if abs(power) > LARGEST_POWER_OF_TEN:
        raise UnitError(reason="not_finite", text=text, expected=unit)
    sign = "" if match["sign"] in {"", "+"} else "-"
    decimals = (match["decimals"] or "").replace(",", ".")
    return Fraction(f"{sign}{re.sub(_SPACE, '', match['whole'])}{decimals}e{power}")


def _refuse_thousands_separator(match: re.Match[str], text: str, unit: str) -> None:
    """Refuse ``2.500`` and ``2,500``: two and a half to one reader, thousands to another."""
    whole, decimals = match["whole"], match["decimals"] or ""
    three = len(decimals) == len(".500") and match["power"] is None
    if three and whole.isdigit() and whole.strip("0") and len(whole) <= len("999"):
        amount = f"{match['sign']}{whole} {decimals[1:]}"
        raise UnitError(
            reason="ambiguous_number",
            text=text,
            expected=unit,
            found=f"{whole}{decimals}",
            suggestion=_with_unit(amount, unit),
        )


def _finite(number: Fraction | float, text: str, unit: str) -> float:
    """Return the number as a finite float that is 0 only if the number is."""
    try:
        rounded = float(number)
    except OverflowError:
        rounded = math.inf
    if not math.isfinite(rounded) or (rounded == 0 and number != 0):
        raise UnitError(reason="not_finite", text=text or str(rounded), expected=unit)
    return rounded


def _stated(unit: str) -> Unit:
    """Read a unit that a programmer or a schema states."""
    if len(unit) > LONGEST_TEXT:
        raise UnitError(reason="too_long", text=f"{unit[:LONGEST_TEXT]}…")
    return _read_unit(unit, unit, None, None)


def _read_unit(unit: str, text: str, expected: str | None, suggestion: str | None) -> Unit:
    """Read a unit, and say what is wrong with `text` if that is not possible."""
    try:
        return parse(unit)
    except UnreadableError as error:
        if error.unknown is None:
            raise UnitError(
                reason="unparsable", text=text, expected=expected, suggestion=suggestion
            ) from None
        raise UnitError(
            reason="unknown_unit",
            text=text,
            expected=expected,
            found=error.unknown,
            suggestion=nearest_unit(error.unknown),
        ) from None


def _with_unit(amount: str, unit: str) -> str:
    """Write an example that is valid for the unit."""
    return amount if not _stated(unit).powers else f"{amount} {unit}"


def _dimension_error(
    text: str, amount: str, rest: str, found: Unit, unit: str, expected: Unit
) -> UnitError:
    """Say why the unit does not fit, with the nearest text that would."""
    if not rest:
        return UnitError(
            reason="missing_unit", text=text, expected=unit, suggestion=_with_unit(amount, unit)
        )
    reason, nearest = "wrong_dimension", unit
    if not expected.powers and "percent" in dict(found.written):
        amount, nearest = f"{amount} %", "1"
    for candidate in _readings(found.written):
        candidate_powers = dict(parse(unit_text(candidate)).powers)
        missing = {
            name: exponent
            for name, exponent in expected.powers
            if exponent < 0 and name not in candidate_powers
        }
        if candidate_powers | missing == dict(expected.powers):
            reason = "missing_per" if missing else "wrong_dimension"
            nearest = unit_text((*candidate, *_as_stated(missing, expected)))
            break
    return UnitError(
        reason=reason,
        text=text,
        expected=unit,
        found=unit_text(found.written),
        suggestion=_with_unit(amount, nearest),
    )


def _readings(written: Powers) -> list[Powers]:
    """Return the unit as written, and with elapsed time read as working or opening time."""
    readings = [written]
    for name, exponent in written:
        for other in unit_names():
            if other.endswith(f"_{name}"):
                place = written.index((name, exponent))
                readings.append((*written[:place], (other, exponent), *written[place + 1 :]))
    return readings


def _as_stated(missing: Mapping[str, int], expected: Unit) -> Powers:
    """Return the missing denominators by the names that the stated unit uses."""
    return tuple(
        (name, exponent)
        for name, exponent in expected.written
        if DERIVED.get(name, (1, name, ()))[1] in missing
    )


@lru_cache(maxsize=1)
def _registry() -> Any:  # noqa: ANN401  pint is imported here and nowhere else
    """Build the pint registry that says the same as the tables above."""
    import pint

    registry: Any = pint.UnitRegistry(None)
    registry.define("radian = []")  # pint takes the argument of tanh for an angle
    for name in BASE:
        registry.define(f"{name} = [{name}]")
    for name, (size, base, _) in DERIVED.items():
        registry.define(f"{name} = {size.numerator} / {size.denominator} * {base or '1'}")
    return registry


def quantity(array: npt.ArrayLike, unit: str) -> Any:  # noqa: ANN401
    """Return the array as a pint quantity, for the dry run of formulas in the tests."""
    import numpy as np

    registry = _registry()
    product = registry.Unit("")
    for name, exponent in _stated(unit).written:
        product *= registry.Unit(name) ** exponent
    return registry.Quantity(np.asarray(array, dtype=np.float64), product)


def magnitude_and_unit(amount: Any) -> tuple[npt.NDArray[np.float64], str]:  # noqa: ANN401
    """Return the magnitude in canonical units, and the canonical unit, of a pint quantity.

    An array without a unit is a plain number, unit ``"1"``.
    """
    import numpy as np

    if not hasattr(amount, "to_base_units"):
        return np.asarray(amount, dtype=np.float64), "1"
    base = amount.to_base_units()
    powers = {str(name): int(exponent) for name, exponent in base.unit_items()}
    ordered = sorted(powers.items(), key=lambda item: ORDER[item[0]])
    return np.asarray(base.magnitude, dtype=np.float64), unit_text(tuple(ordered))
