"""Uncertain values: named distributions, estimates with an interval, and what ranges mean.

A distribution that has anything beyond the bounds of its field is an error, unless it is asked to
be truncated; less than one in a million is let be, and moved to the bound when it is drawn.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gevinst.errors import ArgumentError
from gevinst.messages import nearest
from gevinst.schema.describe import shown, type_of
from gevinst.schema.findings import Location
from gevinst.schema.value_reader import Reader
from gevinst.schema.values import COMPARED, LEVEL_TEXT, LIMITS, UNBOUNDED, Bounds, Value
from gevinst.units import to_canonical

if TYPE_CHECKING:
    from gevinst.distributions import Distribution, TwoPiece

Parts = dict[str, Any]
TRUNCATE = "truncate"
NEGLIGIBLE = 1e-6
UNREACHABLE = 1e-30  # no stream of shares comes near it
MOST_CUT = 0.5
MOST_OBSERVATIONS = 10_000
DEFAULT_INTERVAL = "80 % interval"
PERCENTILES = (0.1, 0.9)
FAMILIES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "normal": (("mean", "sd"),),
    "lognormal": (("mean", "sd"),),
    "beta": (("mean", "sd"), ("alpha", "beta")),
    "gamma": (("mean", "sd"), ("shape", "scale")),
    "pert": (("low", "likely", "high"),),
    "triangular": (("low", "likely", "high"),),
    "uniform": (("low", "high"),),
    "poisson": (("mean",),),
    "negative_binomial": (("mean", "sd"), ("mean", "shape")),
    "empirical": (("values",),),
}
"""The numbers that each distribution is stated by; some have two ways."""
PLAIN = frozenset({"alpha", "beta", "shape"})
WEIGHTS = "weights"
AS_RANGE = {
    "distribution.beyond": "range.beyond",
    "distribution.mostly_beyond": "range.mostly_beyond",
}
"""What is said of a distribution, and of a range."""
SCALES = {"log": "log", "linear": "linear", "logit": "logit", "ratio": "ratio"}


def read_distribution(table: Mapping[str, Any], reader: Reader) -> Parts:
    """A named distribution: its mean, and its 10th and 90th percentiles."""
    family = table["distribution"]
    if not isinstance(family, str) or family not in FAMILIES:
        near = nearest(family, FAMILIES) if isinstance(family, str) else None
        facts = {"found": shown(family), "allowed": tuple(FAMILIES), "suggestion": near}
        reader.found(("distribution",), "choice.unknown", **facts)
        return _nothing()
    keys = max(FAMILIES[family], key=lambda names: sum(name in table for name in names))
    optional = (TRUNCATE, WEIGHTS) if family == "empirical" else (TRUNCATE,)
    reader.keys(table, ("distribution", *keys), optional)
    numbers = {key: _parameter(key, table, reader) for key in (*keys, WEIGHTS) if key in table}
    truncate = asked_to_truncate(table, reader)
    if reader.findings:
        return _nothing()
    try:
        made = _made(family, numbers, to_canonical(1.0, reader.unit))
    except ArgumentError as error:
        _refused(error, table, reader)
        return _nothing()
    made, cut = held(made, reader, truncate=truncate, place=("distribution",))
    if reader.findings:
        return _nothing()
    low, high = (float(x) for x in made.quantile(PERCENTILES))
    spread = {"means": DEFAULT_INTERVAL, "named": made, TRUNCATE: truncate, "cut": cut}
    return {"likely": made.mean, "low": low, "high": high, **spread}


def _nothing() -> Parts:
    return {"likely": math.nan, "low": math.nan, "high": math.nan}


def _parameter(key: str, table: Mapping[str, Any], reader: Reader) -> Any:  # noqa: ANN401
    given = table[key]
    if key not in {"values", WEIGHTS}:
        read = reader.plain_number if key in PLAIN else reader.free_number
        return read(given, (key,))
    if not isinstance(given, Sequence) or isinstance(given, str):
        reader.found((key,), "list.expected", found=shown(given), type=type_of(given))
        return ()
    if len(given) > MOST_OBSERVATIONS:
        reader.found((key,), "list.too_long", longest=MOST_OBSERVATIONS)
        return ()
    read = reader.plain_number if key == WEIGHTS else reader.free_number
    return tuple(read(each, (key, place)) for place, each in enumerate(given))


def _made(family: str, numbers: Mapping[str, Any], step: float) -> Distribution:
    """The distribution; counts are counted in the unit of the field."""
    from gevinst.distributions import Beta, Gamma, NegativeBinomial, fits

    stated = frozenset(numbers)
    if stated == {"alpha", "beta"}:
        return Beta(numbers["alpha"], numbers["beta"])
    if stated == {"shape", "scale"}:
        return Gamma(numbers["shape"], numbers["scale"])
    if stated == {"mean", "shape"}:
        return NegativeBinomial(numbers["mean"] / step, numbers["shape"], step)
    counted = {"step": step} if family in {"poisson", "negative_binomial"} else {}
    made: Distribution = getattr(fits, family)(**numbers, **counted)
    return made


def _refused(error: ArgumentError, table: Mapping[str, Any], reader: Reader) -> None:
    """Tell what a distribution cannot have at the key, in the words of the file."""
    facts = dict(error.facts)
    argument = str(facts.get("argument"))
    if argument in table:
        facts["found"] = shown(table[argument])
    if facts.get("other") in table:
        facts["limit"] = shown(table[facts["other"]])
    facts |= {key: _short(facts[key]) for key in ("limit", "low", "high") if key in facts}
    place = (argument,) if argument in table else ()
    reader.found(place, error.kind, **facts)


def _short(fact: object) -> object:
    return float(f"{fact:.4g}") if isinstance(fact, float) else fact


def read_estimate(table: Mapping[str, Any], reader: Reader) -> Parts:
    """An estimate with its interval, normal on the scale that the interval was made on."""
    reader.keys(table, ("estimate", "low", "high", "means", "scale"), (TRUNCATE,))
    keys = [key for key in ("estimate", "low", "high") if key in table]
    numbers = {key: reader.free_number(table[key], (key,)) for key in keys}
    level = _level(table, reader)
    scale = table.get("scale")
    if "scale" in table and (not isinstance(scale, str) or scale not in SCALES):
        near = nearest(scale, SCALES) if isinstance(scale, str) else None
        facts = {"found": shown(scale), "allowed": tuple(SCALES), "suggestion": near}
        reader.found(("scale",), "choice.unknown", **facts)
    truncate = asked_to_truncate(table, reader)
    if reader.findings:
        return _nothing()
    from gevinst.distributions import fits

    try:
        made = fits.from_interval(**numbers, level=level, scale=SCALES[str(scale)])  # type: ignore[arg-type]
    except ArgumentError as error:
        _refused(error, table, reader)
        return _nothing()
    made, cut = held(made, reader, truncate=truncate, place=("estimate",))
    less = 1.0 if scale == "ratio" else 0.0
    ends = {"likely": "estimate", "low": "low", "high": "high"}
    least, most = reader.bounds.ends(reader.unit)
    parts = {name: min(max(numbers[key] - less, least), most) for name, key in ends.items()}
    means = f"{round(level * 100)} % interval"
    return {**parts, "means": means, "named": made, TRUNCATE: truncate, "cut": cut}


def _level(table: Mapping[str, Any], reader: Reader) -> float:
    given = table.get("means")
    match = LEVEL_TEXT.fullmatch(given) if isinstance(given, str) else None
    if match is None:
        if "means" in table:
            reader.found(("means",), "estimate.means", found=shown(given))
        return math.nan
    return int(match.group(1)) / 100


def asked_to_truncate(table: Mapping[str, Any], reader: Reader) -> bool:
    """Whether what lies beyond the bounds is to be cut away."""
    given = table.get(TRUNCATE, False)
    if not isinstance(given, bool):
        reader.found((TRUNCATE,), "boolean.wrong_type", found=shown(given), type=type_of(given))
        return False
    return given


def held(
    made: Distribution, reader: Reader, *, truncate: bool, place: Location
) -> tuple[Distribution, float]:
    """The distribution within the bounds of the field, and the probability that was cut away."""
    kept, mass = _within(made, reader.bounds, reader.unit, truncate=truncate)
    if mass > NEGLIGIBLE and (not truncate or mass >= MOST_CUT):
        kind = "distribution.mostly_beyond" if truncate else "distribution.beyond"
        unit = None if reader.unit == "1" else reader.unit
        percent = float(f"{100 * mass:.2g}")
        reader.found(place, kind, percent=percent, unit=unit, **reader.bounds.facts())
    return kept, mass if truncate else 0.0


def _within(
    made: Distribution, bounds: Bounds, unit: str, *, truncate: bool
) -> tuple[Distribution, float]:
    low, high = bounds.ends(unit)
    mass = made.mass_outside(low, high)
    if mass < UNREACHABLE:
        return made, 0.0
    from gevinst.distributions import Clipped, Truncated

    if mass < MOST_CUT and truncate:
        return Truncated(made, low, high), mass
    return Clipped(made, low, high), mass


def held_range(parts: Parts, table: Mapping[str, Any], reader: Reader) -> Parts:
    """What a range is cut by; an error where an interval reaches beyond the bounds."""
    level = _level_of(parts["means"])
    if level is None or parts["low"] == parts["high"] or reader.bounds is UNBOUNDED:
        return {}
    ends = (parts["low"], parts["likely"], parts["high"])
    made = interval(*ends, level, reader.bounds, reader.unit)
    before = len(reader.findings)
    _, cut = held(made, reader, truncate=parts[TRUNCATE], place=(_nearer(made, reader),))
    for position, finding in enumerate(reader.findings[before:], before):
        facts = {**finding.facts, "means": table["means"]}
        kind = AS_RANGE[finding.kind]
        reader.findings[position] = dataclasses.replace(finding, kind=kind, facts=facts)
    return {"cut": cut}


def _nearer(made: TwoPiece, reader: Reader) -> str:
    """The end on whose side there is most beyond the bounds."""
    low, high = reader.bounds.ends(reader.unit)
    return (
        "low" if made.mass_outside(low, math.inf) >= made.mass_outside(-math.inf, high) else "high"
    )


def _level_of(means: str | None) -> float | None:
    match = LEVEL_TEXT.fullmatch(means or "")
    return int(match.group(1)) / 100 if match else None


def distribution_of_range(value: Value) -> Distribution:
    """The distribution that a range stands for, within the bounds of its field.

    Parameters
    ----------
    value : Value
        With a range.
    """
    from gevinst.distributions import Constant, Pert, Shifted

    if value.low == value.high:
        return Constant(value.likely)
    ends = (value.low, value.likely, value.high)
    level = value.level
    if value.means == LIMITS or level is None:
        return Pert(*ends)
    taken = value.taken
    if taken is not None and taken.kind == COMPARED and value.low > -1:
        low, likely, high = (end + 1 for end in ends)  # a ratio, and made as one
        ratio = interval(low, likely, high, level, Bounds(at_least=0), "1")
        made: Distribution = Shifted(ratio, -1.0)
    else:
        made = interval(*ends, level, value.bounds, value.unit)
    return _within(made, value.bounds, value.unit, truncate=value.truncate)[0]


def interval(
    low: float, likely: float, high: float, level: float, bounds: Bounds, unit: str
) -> TwoPiece:
    """An interval in the space that suits its field.

    Log-odds for a share between 0 and 1, the logarithm of what lies above a lower bound that is not
    below 0, else as it stands; also as it stands where an end lies on a bound, which no other space
    can reach.
    """
    from gevinst.distributions import TwoPiece

    stated = bounds.at_least if bounds.above is None else bounds.above
    if stated is None or stated < 0:
        return TwoPiece(low, likely, high, level)
    floor, most = to_canonical(stated, unit), bounds.at_most
    if stated == 0 and most is not None and most <= 1:
        ceiling = to_canonical(most, unit)
        if low > 0 and high < ceiling:
            return TwoPiece(low, likely, high, level, "logit", 0.0, ceiling)
    elif low > floor:
        return TwoPiece(low, likely, high, level, "log", floor)
    return TwoPiece(low, likely, high, level)
