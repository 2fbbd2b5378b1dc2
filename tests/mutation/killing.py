"""Killing mutants: laws and cases on fixed examples, run in this process until one fails."""

from __future__ import annotations

import importlib.util
import inspect
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import HypothesisDeprecationWarning, UnsatisfiedAssumption
from mutants import Mutant, telling

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "reference")]
REFERENCE = "test_reference_laws"
RUNS_THE_MODEL = "run_core"
"""What a file of laws names when it is about the model: the others cannot see a mutant."""

NOT_FOR_MUTANTS = {
    "test_scenario_laws",  # many runs of the model for each example
    "test_sensitivity_laws",  # keeps runs of the unchanged model
    "test_strategies_are_evidence",
}
SLOW = {"test_unit_laws"}
BY_HAND = ("unit/test_price_formulas.py", "unit/test_gain_formulas.py")
TELLING = {REFERENCE, "test_conservation_laws"}
PRICES = "test_price_"
"""Laws on price models have many rare parts to meet: they are run on one large set of examples."""

EXAMPLES, FEW_EXAMPLES, MORE_EXAMPLES, SHARED_EXAMPLES = 10, 3, 80, 40

PATIENCE = 30.0
"""Seconds that a check may take beyond ten times what it takes without a mutant."""

SURVIVED = ""

PARTS_OF_FUNCTION = ("__code__", "__defaults__", "__kwdefaults__")

Example = tuple[tuple[Any, ...], dict[str, Any]]

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
    examples: tuple[Example, ...]
    reached: tuple[frozenset[str], ...] = ()
    """Names of the functions that each example calls, of those that are mutated."""
    seconds: float = 0.0
    """What it takes without a mutant."""

    def on(self, function: str) -> Check:
        """The same check on those of its examples that call a function: no other sees a mutant."""
        pairs = zip(self.examples, self.reached, strict=True)
        return replace(self, examples=tuple(e for e, called in pairs if function in called))

    def passes(self) -> bool:
        """Whether it holds for every example; an error, a warning or no end is a failure."""
        try:
            with within(PATIENCE + 10 * self.seconds), warnings.catch_warnings():
                warnings.simplefilter("error")
                warnings.simplefilter("ignore", HypothesisDeprecationWarning)  # assume, out of it
                for arguments, named in self.examples:
                    with suppress(UnsatisfiedAssumption):
                        self.run(*arguments, **named)
        except (Exception, pytest.fail.Exception):  # noqa: BLE001  a mutant may fail in any way
            return False
        return True


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """An error in what has not ended by then: a mutant may turn for ever."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


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


shared: dict[tuple[bool, int, str], tuple[Example, ...]] = {}
"""Examples by what they were drawn from."""


def on_fixed_examples(name: str, test: Any, count: int, **row: Any) -> Check:
    """A law that Hypothesis would run, with examples that are the same every time."""
    law = test.hypothesis.inner_test
    known = (name.startswith(PRICES), count, str(test.hypothesis._given_kwargs))
    if known[0] and known in shared:
        return Check(name, law, shared[known])
    found: list[Example] = []

    def collect(*arguments: Any, **named: Any) -> None:
        found.append((arguments, named))
        if len(found) >= count:
            raise EnoughError

    collect.__signature__ = inspect.signature(law)  # type: ignore[attr-defined]
    test.hypothesis.inner_test = collect
    with suppress(EnoughError):
        test(**row)
    test.hypothesis.inner_test = law
    shared[known] = tuple(found[:count])
    return Check(name, law, shared[known])


def checks(*, with_reference: bool) -> list[Check]:
    """Every check, the most telling first."""
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
                count = SHARED_EXAMPLES if path.stem.startswith(PRICES) else count
                found.append(on_fixed_examples(full, test, count))
            elif not inspect.signature(test).parameters:
                found.append(Check(full, test, (((), {}),)))
    for path in ("cases/test_model_cases.py", "unit/test_axes.py", *BY_HAND):
        found += examples_of(TESTS / path)
    return sorted(found, key=lambda check: (order(check.name), "unit" in check.name))


def order(name: str) -> int:
    """Place among the checks: the cheapest first, then the most telling."""
    first = (*(Path(path).stem for path in BY_HAND), REFERENCE)
    return next((n for n, start in enumerate(first) if name.startswith(start)), len(first))


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


def watched(found: list[Check], functions: dict[str, Any]) -> list[Check]:
    """The checks that pass, with which functions each of their examples calls."""
    before = {name: function.__code__ for name, function in functions.items()}
    for name, function in functions.items():
        function.__code__ = telling(function, f"{__name__}.called", name)
    try:
        return [check for check in map(one_watched, found) if check.reached]
    finally:
        for name, function in functions.items():
            function.__code__ = before[name]


called: set[str] = set()
"""Functions called in the example that is being watched."""


def one_watched(check: Check) -> Check:
    """A check with what each example calls; with none if it fails."""
    reached = []
    started = time.monotonic()
    for example in check.examples:
        called.clear()
        if not replace(check, examples=(example,)).passes():
            return check
        reached.append(frozenset(called))
    seconds = time.monotonic() - started
    return replace(check, reached=tuple(reached), seconds=seconds)


def killer_of(function: Any, mutant: Mutant, found: list[Check]) -> str:
    """Name of the first check that fails with the mutant in place; empty if none does."""
    original = [getattr(function, part) for part in PARTS_OF_FUNCTION]
    try:
        put(function, [getattr(mutant.made, part) for part in PARTS_OF_FUNCTION])
        return next((check.name for check in found if not check.passes()), SURVIVED)
    finally:
        put(function, original)


def put(function: Any, parts: list[Any]) -> None:
    """Let a function run other code, with the values that its parameters have if left out."""
    for name, part in zip(PARTS_OF_FUNCTION, parts, strict=True):
        setattr(function, name, part)
