"""The public functions are documented the numpydoc way."""

import types

import pytest

import gevinst

pytestmark = pytest.mark.repository

# Checks of the numpydoc validator that we do not ask for, each with its reason.
NOT_ASKED_FOR = {
    "SA01",  # See Also: the reference lists everything on one page
    "ES01",  # an extended summary only where the first line is not enough
    "GL01",  # the summary starts on the line of the quotes
    "GL08",  # a missing docstring is found by ruff
    "RT03",  # the type of a return value already says what it is, at times
}
# A class is handed to the user, who does not construct it.
NOT_ASKED_FOR_OF_A_CLASS = {"PR01", "EX01"}


def documented() -> list[str]:
    """Public functions and classes."""
    names = [n for n in gevinst.__all__ if not n.startswith("_")]
    return [n for n in names if not isinstance(getattr(gevinst, n), types.ModuleType)]


@pytest.mark.parametrize("name", documented())
def test_a_public_name_is_documented_in_full(name: str) -> None:
    """Parameters, what is returned, what is raised, an example."""
    validate = pytest.importorskip("numpydoc.validate")

    is_class = isinstance(getattr(gevinst, name), type)
    excused = NOT_ASKED_FOR | (NOT_ASKED_FOR_OF_A_CLASS if is_class else set())

    found = validate.validate(f"gevinst.{name}")["errors"]

    assert [f"{code}: {text}" for code, text in found if code not in excused] == []
