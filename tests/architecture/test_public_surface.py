"""What `import gevinst` gives, and that no later import can take it away."""

import importlib
import importlib.util
import inspect
import pkgutil
import subprocess
import sys

import pytest

import gevinst

pytestmark = pytest.mark.smoke


def every_module() -> list[str]:
    """Name of every module of the package."""
    found = pkgutil.walk_packages(gevinst.__path__, prefix="gevinst.")
    return ["gevinst", *(module.name for module in found)]


NEEDS = {"gevinst.extracts.": "polars"}
"""Rooms behind an extra: whoever enters without it is told what to install."""


def lacks(name: str) -> str | None:
    """The package that a module needs and that is not installed, as in the base environment."""
    needed = (package for room, package in NEEDS.items() if name.startswith(room))
    return next((p for p in needed if importlib.util.find_spec(p) is None), None)


def public_functions() -> list[str]:
    """Public names that a user calls."""
    return [name for name in gevinst.__all__ if callable(getattr(gevinst, name))]


def test_the_promised_names_are_public() -> None:
    """The names that README and documentation use."""
    promised = {"load", "run", "explain", "example", "__version__"}

    assert promised <= set(gevinst.__all__)
    assert sorted(set(gevinst.__all__)) == sorted(gevinst.__all__)


def test_all_names_what_is_public_and_nothing_else() -> None:
    """In a fresh process, after every public name was used: no other name of ours is to be seen."""
    program = (
        "import gevinst, types\n"
        "for name in gevinst.__all__: getattr(gevinst, name)\n"
        "ours = (n for n, v in vars(gevinst).items() if not n.startswith('_')\n"
        "        and not isinstance(v, types.ModuleType)\n"
        "        and getattr(v, '__module__', '').split('.')[0] == 'gevinst')\n"
        "print(*ours)"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )

    assert set(shown.stdout.split()) <= set(gevinst.__all__)


def test_dir_shows_every_public_name() -> None:
    """Completion in a notebook finds what is imported on first use too."""
    assert set(gevinst.__all__) <= set(dir(gevinst))


@pytest.mark.parametrize("name", every_module())
def test_every_module_imports(name: str) -> None:
    """No module needs another to be imported first."""
    if lacks(name):
        pytest.skip(f"needs {lacks(name)}")
    module = importlib.import_module(name)

    assert module.__doc__, f"{name} does not say what it is for"


def test_no_module_has_the_name_of_a_public_function() -> None:
    """Importing gevinst.run as a module would replace the function gevinst.run."""
    modules = {module.name for module in pkgutil.iter_modules(gevinst.__path__)}

    assert not modules & set(public_functions())


def test_importing_everything_leaves_every_public_function_callable() -> None:
    """The rule above, seen from the user's side."""
    for name in every_module():
        if lacks(name) is None:
            importlib.import_module(name)

    for name in public_functions():
        function = getattr(gevinst, name)
        assert callable(function), name
        assert not inspect.ismodule(function), name


def test_an_unknown_name_is_an_attribute_error() -> None:
    """Lazy loading must not turn a typing mistake into something else."""
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = gevinst.no_such_name
