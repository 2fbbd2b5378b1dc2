"""The example projects that come with the package."""

from __future__ import annotations

from importlib.resources import files

from gevinst.errors import QuantityError
from gevinst.loading.files import loads
from gevinst.messages import nearest
from gevinst.schema import Project

_SUFFIX = ".toml"


def example_names() -> tuple[str, ...]:
    """Return the names of the example projects, in alphabetical order."""
    found = (entry.name for entry in (files("gevinst") / "examples").iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)))


def example_text(name: str) -> str:
    """Return the project file of an example, as TOML text.

    Raises
    ------
    QuantityError
        There is no example of that name.
    """
    names = example_names()
    if name not in names:
        raise QuantityError.unknown_example(str(name), nearest(str(name), names), names)
    return (files("gevinst") / "examples" / f"{name}{_SUFFIX}").read_text("utf-8")


def example(name: str) -> Project:
    """Load an example project that comes with the package.

    Parameters
    ----------
    name : str
        ``"nord-troms"``, ``"hallingdal"`` or ``"mila"``.

    Returns
    -------
    Project
        As `load` gives it.

    Raises
    ------
    QuantityError
        There is no example of that name.

    Examples
    --------
    >>> example("nord-troms").host.name
    'Kvænangen'
    """
    return loads(example_text(name), f"{name}{_SUFFIX}")
