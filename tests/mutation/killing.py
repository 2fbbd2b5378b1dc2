"""Killing mutants: laws and cases on fixed examples, run in this process until one fails."""

from __future__ import annotations

import importlib.util
import inspect
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import UnsatisfiedAssumption
from mutants import Mutant

TESTS = Path(__file__).resolve().parents[1]
REFERENCE = "test_reference_laws"
RUNS_THE_MODEL = "run_core"
"""What a file of laws names when it is about the model: the others cannot see a mutant."""

NOT_FOR_MUTANTS = {
    "test_scenario_laws",  # many runs of the model for each example
    "test_sensitivity_laws",  # keeps runs of the unchanged model
    "test_strategies_are_evidence",
}
SLOW = {"test_unit_laws"}
TELLING = {REFERENCE, "test_conservation_laws"}
EXAMPLES, FEW_EXAMPLES, MORE_EXAMPLES = 10, 3, 80

SURVIVED = ""

settings.register_profile(
    "mutation",
    max_examples=MORE_EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("mutation")


@dataclass(frozen=True, slots=True)
class Check:
    """A law or case, with the examples that it is run on."""

    name: str
    run: Callable[..., None]
    examples: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...]

    def passes(self) -> bool:
        """Whether it holds for every example; any error or warning is a failure."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                for arguments, named in self.examples:
                    with suppress(UnsatisfiedAssumption):
                        self.run(*arguments, **named)
        except Exception:  # noqa: BLE001  a mutant may fail in any way
            return False
        return True


class EnoughError(Exception):
    """As many examples as were asked for have been collected."""


def imported(path: Path) -> ModuleType:
    """A test file as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def on_fixed_examples(name: str, test: Any, count: int) -> Check:
    """A law that Hypothesis would run, with examples that are the same every time."""
    law = test.hypothesis.inner_test
    found: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def collect(*arguments: Any, **named: Any) -> None:
        found.append((arguments, named))
        if len(found) >= count:
            raise EnoughError

    collect.__signature__ = inspect.signature(law)  # type: ignore[attr-defined]
    test.hypothesis.inner_test = collect
    with suppress(EnoughError):
        test()
    test.hypothesis.inner_test = law
    return Check(name, law, tuple(found[:count]))


def checks(*, with_reference: bool) -> list[Check]:
    """Every check, the most telling first."""
    sys.path[:0] = [str(TESTS / "reference")]
    found = []
    for path in sorted((TESTS / "laws").glob("test_*.py")):
        if path.stem in NOT_FOR_MUTANTS or RUNS_THE_MODEL not in path.read_text("utf-8"):
            continue
        if path.stem == REFERENCE and not with_reference:
            continue
        module = imported(path)
        for name, test in vars(module).items():
            if not name.startswith("test_") or hasattr(test, "pytestmark"):
                continue
            full = f"{path.stem}.{name}"
            if hasattr(test, "hypothesis"):
                count = FEW_EXAMPLES if path.stem in SLOW else EXAMPLES
                count = MORE_EXAMPLES if path.stem in TELLING else count
                found.append(on_fixed_examples(full, test, count))
            elif not inspect.signature(test).parameters:
                found.append(Check(full, test, (((), {}),)))
    for path in ("cases/test_model_cases.py", "unit/test_axes.py"):
        found += examples_of(TESTS / path)
    return sorted(found, key=lambda check: (REFERENCE not in check.name, "unit" in check.name))


def examples_of(path: Path) -> list[Check]:
    """The tests of a file that need nothing, or stand with their arguments."""
    found = []
    for name, test in vars(imported(path)).items():
        if not name.startswith("test_"):
            continue
        marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
        if marks:
            rows = [row if isinstance(row, tuple) else (row,) for row in marks[0].args[1]]
            found.append(Check(f"{path.stem}.{name}", test, tuple((row, {}) for row in rows)))
        elif not inspect.signature(test).parameters:
            found.append(Check(f"{path.stem}.{name}", test, (((), {}),)))
    return found


def killer_of(function: Any, mutant: Mutant, found: list[Check]) -> str:
    """Name of the first check that fails with the mutant in place; empty if none does."""
    original = function.__code__
    function.__code__ = mutant.code
    try:
        return next((check.name for check in found if not check.passes()), SURVIVED)
    finally:
        function.__code__ = original
