"""Parameters by name and date, read from the files that ship inside the package."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from gevinst.errors import ParameterError
from gevinst.messages import nearest
from gevinst.parameters.reading import read_parameter, read_required_inputs
from gevinst.parameters.records import Entry, Parameter, RequiredInput
from gevinst.units import to_canonical

_REQUIRED = "required_input.yaml"
_SUFFIX = ".yaml"


def _data() -> Traversable:
    return resources.files("gevinst.parameters") / "data"


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Return the name of every parameter, sorted."""
    return tuple(
        sorted(
            f"{folder.name}.{file.name.removesuffix(_SUFFIX)}"
            for folder in _data().iterdir()
            if folder.is_dir()
            for file in folder.iterdir()
            if file.name.endswith(_SUFFIX)
        )
    )


@cache
def load(name: str) -> Parameter:
    """Read a parameter with all its entries.

    Parameters
    ----------
    name : str
        For example ``"staffing.payroll_tax_rate"``; see `names`.

    Raises
    ------
    ParameterError
        If there is no parameter of that name (with the nearest), or its file is malformed.
    SourceError
        If one of its values has no complete source.

    Examples
    --------
    >>> load("staffing.payroll_tax_rate").label.nb
    'Arbeidsgiveravgift'
    """
    if name not in names():
        raise ParameterError.unknown(name, nearest(name, names()))
    path = f"{name.replace('.', '/')}{_SUFFIX}"
    return read_parameter(_data().joinpath(path).read_text(encoding="utf-8"), name, path)


def value(name: str, date: dt.date) -> Entry:
    """Return the entry of a parameter that is valid on a date.

    Raises
    ------
    ParameterError
        If the name is unknown, the date lies before the first value, or a later value is known
        to exist that nobody has found.

    Examples
    --------
    >>> import datetime
    >>> value("staffing.payroll_tax_rate", datetime.date(2026, 11, 22)).at("III")
    0.064
    """
    return load(name).on(date)


def number(name: str, date: dt.date, key: str | None = None) -> float:
    """Return the value on a date, of one key where there is a table, in canonical units.

    Examples
    --------
    >>> import datetime
    >>> number("unit_costs.bed_day_average", datetime.date(2026, 11, 22))
    26153.0
    """
    return to_canonical(value(name, date).at(key), load(name).unit)


@lru_cache(maxsize=1)
def required_inputs() -> tuple[RequiredInput, ...]:
    """Return what has no default because nobody could source it."""
    return read_required_inputs((_data() / _REQUIRED).read_text(encoding="utf-8"), _REQUIRED)
