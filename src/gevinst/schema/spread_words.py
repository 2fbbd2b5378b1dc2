"""Distributions in words: what was written, in the unit of the field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from gevinst.catalogue_entries import Text
from gevinst.display import format_number
from gevinst.errors import UnitError
from gevinst.schema.values import Value
from gevinst.units import to_canonical

Language = Literal["nb", "en"]

_DIGITS = 4
_FAMILIES: Mapping[str, Text] = {
    "normal": Text(nb="normalfordeling", en="normal"),
    "lognormal": Text(nb="lognormal", en="lognormal"),
    "beta": Text(nb="beta", en="beta"),
    "gamma": Text(nb="gamma", en="gamma"),
    "pert": Text(nb="PERT", en="PERT"),
    "triangular": Text(nb="trekantfordeling", en="triangular"),
    "uniform": Text(nb="jevn fordeling", en="uniform"),
    "poisson": Text(nb="Poisson", en="Poisson"),
    "negative_binomial": Text(nb="negativ binomisk", en="negative binomial"),
    "empirical": Text(nb="observerte tall", en="observed numbers"),
}
_PARAMETERS: Mapping[str, Text] = {
    "mean": Text(nb="snitt", en="mean"),
    "sd": Text(nb="standardavvik", en="standard deviation"),
    "low": Text(nb="minst", en="at least"),
    "likely": Text(nb="mest sannsynlig", en="most likely"),
    "high": Text(nb="høyst", en="at most"),
    "alpha": Text(nb="alfa", en="alpha"),
    "beta": Text(nb="beta", en="beta"),
    "shape": Text(nb="form", en="shape"),
    "scale": Text(nb="skala", en="scale"),
}
_PLAIN = frozenset({"alpha", "beta", "shape"})
_SCALES: Mapping[str, Text] = {
    "log": Text(nb="logaritmisk skala", en="logarithmic scale"),
    "linear": Text(nb="lineær skala", en="linear scale"),
    "logit": Text(nb="logitskala", en="logit scale"),
    "ratio": Text(nb="forholdet mellom etter og før", en="the ratio of after to before"),
}
_ESTIMATE = Text(
    nb="anslag {estimate}, {percent} %-intervall {low} til {high}, {scale}",
    en="estimate {estimate}, {percent} % interval {low} to {high}, {scale}",
)
_OBSERVED = Text(nb="{count} tall", en="{count} numbers")
_CUT = Text(
    nb="kuttet ved grensen for feltet, der {percent} % lå utenfor",
    en="cut at the bound of the field, with {percent} % beyond",
)


def spread_words(value: Value) -> Text | None:
    """What kind of distribution a value has, in words; None where its range says it all.

    Parameters
    ----------
    value : Value

    Examples
    --------
    >>> from gevinst.schema.value_forms import read_value
    >>> from gevinst.schema.values import Bounds
    >>> table = {"distribution": "gamma", "mean": 5, "sd": 2}
    >>> spread_words(read_value(table, "year", Bounds(at_least=0))[0]).nb
    'gamma, snitt 5, standardavvik 2'
    """
    if value.named is None and not value.cut:
        return None
    return Text(nb=_words(value, "nb"), en=_words(value, "en"))


def _words(value: Value, lang: Language) -> str:
    table = value.given if isinstance(value.given, Mapping) else {}
    parts: list[str] = []
    if "distribution" in table:
        parts += [_say(_FAMILIES[table["distribution"]], lang), *_parameters(value, table, lang)]
    elif "estimate" in table:
        facts = {key: _number(value, table[key], lang) for key in ("estimate", "low", "high")}
        facts["scale"] = _say(_SCALES[table["scale"]], lang)
        facts["percent"] = str(table["means"])[:2]
        parts.append(_say(_ESTIMATE, lang).format(**facts))
    if value.cut:
        percent = format_number(100 * value.cut, _decimals(100 * value.cut), lang)
        parts.append(_say(_CUT, lang).format(percent=percent))
    return ", ".join(parts)


def _parameters(value: Value, table: Mapping[str, object], lang: Language) -> Iterator[str]:
    for key, given in table.items():
        if key in _PARAMETERS:
            number = _number(value, given, lang, plain=key in _PLAIN)
            yield f"{_say(_PARAMETERS[key], lang)} {number}"
        elif key == "values" and isinstance(given, (list, tuple)):
            yield _say(_OBSERVED, lang).format(count=len(given))


def _number(value: Value, given: object, lang: Language, *, plain: bool = False) -> str:
    unit = "1" if plain else value.unit
    try:
        number = given if isinstance(given, str) else float(f"{given}")
        stated = to_canonical(number, unit) / to_canonical(1.0, unit)
    except (UnitError, ValueError):  # it was read before, so that this is never seen
        return str(given)
    return format_number(stated, _decimals(stated), lang)


def _decimals(number: float) -> int:
    """As many as show four digits, without zeros at the end."""
    shown = f"{float(f'{number:.{_DIGITS}g}'):.12f}".rstrip("0")
    return len(shown.partition(".")[2])


def _say(text: Text, lang: Language) -> str:
    return text.nb if lang == "nb" else text.en
