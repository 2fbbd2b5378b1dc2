"""Rules of the house that are read from the source text."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.repository

LONGEST_FILE = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
CORE_MAY_IMPORT = {
    "__future__",
    "collections",
    "dataclasses",
    "functools",
    "itertools",
    "types",
    "typing",
    "numpy",
    "scipy.special",
    "gevinst.axes",
    "gevinst.catalogue",
    "gevinst.core",
    "gevinst.formula",
}


def python_files(folder: Path) -> list[Path]:
    """Every Python file below a folder."""
    return sorted(folder.rglob("*.py"))


def imports_of(path: Path, package: str) -> Iterator[str]:
    """Every module that a file imports, relative ones made absolute."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package if node.level else ""
            yield ".".join(part for part in (base, node.module) if part)


def below(module: str, allowed: str) -> bool:
    """Tell whether a module is the allowed one or inside it."""
    return module == allowed or module.startswith(allowed + ".")


def test_no_file_is_longer_than_four_hundred_lines(root: Path) -> None:
    """One idea a file; a longer one has two."""
    own = [*python_files(root / "src"), *python_files(root / "tests")]
    own += [*python_files(root / "benchmarks"), *python_files(root / ".mkdocs")]

    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in own}

    assert {str(p.relative_to(root)): n for p, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_file_is_a_drawer_for_anything(root: Path) -> None:
    """A file is named by its idea."""
    own = [*python_files(root / "src"), *python_files(root / "tests")]

    assert [p for p in own if {p.stem, p.parent.name} & VAGUE_NAMES] == []


def test_only_units_imports_pint(source: Path) -> None:
    """Units are checked at the edge; nothing inside knows the unit library."""
    importers = {
        str(path.relative_to(source))
        for path in python_files(source)
        if any(below(name, "pint") for name in imports_of(path, "gevinst"))
    }

    assert importers == {"units.py"}


def test_the_core_imports_numbers_and_nothing_else(source: Path) -> None:
    """No files, clock, randomness, tables, validation or units in the core."""
    foreign = {
        f"{path.name}: {name}"
        for path in python_files(source / "core")
        for name in imports_of(path, "gevinst.core")
        if not any(below(name, allowed) for allowed in CORE_MAY_IMPORT)
    }

    assert foreign == set()


def test_axes_and_formula_stand_on_numpy_alone(source: Path) -> None:
    """What the core stands on is as pure as the core."""
    standard = set(sys.stdlib_module_names)

    foreign = {
        f"{file}: {name}"
        for file in ("axes.py", "formula.py")
        for name in imports_of(source / file, "gevinst")
        if name.split(".")[0] not in standard | {"numpy"} and not below(name, "gevinst")
    }

    assert foreign == set()


def test_nothing_below_assemble_draws_at_random_or_reads_the_clock(source: Path) -> None:
    """Randomness enters as arrays and the date from the project."""
    forbidden = ("random", "secrets", "time", "numpy.random", "uuid")

    found = {
        f"{path.relative_to(source)}: {name}"
        for path in [*python_files(source / "core"), source / "axes.py", source / "formula.py"]
        for name in imports_of(path, "gevinst.core")
        if any(below(name, bad) for bad in forbidden)
    }

    assert found == set()


def test_the_library_prints_only_from_the_command_line(source: Path) -> None:
    """Who embeds the library decides what is shown."""
    printing = {
        f"{path.relative_to(source)}:{node.lineno}"
        for path in python_files(source)
        if "cli" not in path.relative_to(source).parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    }

    assert printing == set()


def test_no_handler_catches_everything(source: Path) -> None:
    """An error that nobody expected must be seen."""
    broad = {
        f"{path.relative_to(source)}:{node.lineno}"
        for path in python_files(source)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
    }

    assert broad == set()


def test_a_user_is_never_met_by_an_assert(source: Path) -> None:
    """`python -O` removes asserts; input is checked by errors with a text."""
    asserting = {
        f"{path.relative_to(source)}:{node.lineno}"
        for path in python_files(source)
        if "testing" not in path.relative_to(source).parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assert)
    }

    assert asserting == set()


def third_party(folder: Path) -> set[str]:
    """Top-level names that a folder imports and that Python does not bring."""
    names = {name.split(".")[0] for path in python_files(folder) for name in imports_of(path, "")}
    own = {"gevinst", *(path.stem for path in python_files(folder))}
    return {n for n in names if n} - set(sys.stdlib_module_names) - own


def required(entries: list[str]) -> set[str]:
    """Names of the packages in a list of requirements, as they are imported."""
    imported_as = {
        "coopgame-py": "coopgame",
        "mkdocs-material": "mkdocs",
        "pyyaml": "yaml",
        "salib": "SALib",
        "scikit-learn": "sklearn",
    }
    brings_along = {"pydantic": {"pydantic_core"}}  # its own half, pinned to it
    names = {e.split(">")[0].split("=")[0].split("[")[0].strip().lower() for e in entries}
    more = {also for n in names for also in brings_along.get(n, set())}
    return {imported_as.get(n, n.replace("-", "_")) for n in names} | more


def test_every_import_is_declared(root: Path) -> None:
    """The base covers the package but for `testing`; base and extras cover the tests."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    base = required(project["dependencies"])
    for_users = base | required(extras["all"])

    assert third_party(root / "src") - for_users <= {"hypothesis"}  # gevinst.testing only
    assert third_party(root / "tests") <= for_users | required(extras["test"])


def test_every_base_dependency_is_used(root: Path) -> None:
    """Who embeds the library carries nothing for no reason."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    unused = required(project["dependencies"]) - third_party(root / "src")

    assert unused == set()
