"""The mutation run: does any law or case notice when a formula is a little wrong?

    python tests/mutation/run.py                       every mutant, two processes
    python tests/mutation/run.py --quick               one mutant in twelve
    python tests/mutation/run.py --only charge         mutants of one function
    python tests/mutation/run.py --part statistics     formulas, or one group of `numerics.py`
    python tests/mutation/run.py --without-reference   what the laws see alone
    python tests/mutation/run.py --by-hand             what formulas worked by hand see alone
    python tests/mutation/run.py --write FILE          and write the figures to a page

Ends with 1 if a mutant survives that is not listed, with its reason, in ``equivalent.toml``, or if
that list names one that is killed or no longer made.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import multiprocessing
import pkgutil
import resource
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import gevinst.core
from gevinst import axes
from gevinst.core import rounding
from gevinst.formula import FORMULAS
from gevinst.results import invoices

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE)]

import numerics  # noqa: E402
from calling import checks_of  # noqa: E402
from killing import (  # noqa: E402
    BY_HAND,
    SURVIVED,
    TESTS,
    Check,
    checks,
    examples_of,
    killer_of,
    watched,
)
from mutants import mutants_of  # noqa: E402

for _found in pkgutil.iter_modules(gevinst.core.__path__, "gevinst.core."):
    importlib.import_module(_found.name)

PRIMITIVES = (
    axes.total_over,
    axes.total_of,
    axes.per_year,
    axes.year_end,
    axes.by_month,
    axes.at_period,
    axes.over_periods,
    axes.before,
    axes.safe_ratio,
    axes.round_up_to,
    axes.logistic,
    rounding.whole_units,
    invoices.to_oere,
)
"""Functions that formulas and invoices stand on; mutated too, and counted apart."""

QUICK = 12
PROCESSES = 2
MEMORY = 12 * 2**30
"""Bytes that a process may ask for: a mutant may ask for all there is."""

FORMULA_PART = "formulas"
EVERYTHING, WITHOUT, HAND = "everything", "without-reference", "by-hand"
PARTS = (FORMULA_PART, *numerics.GROUPS)

Verdict = tuple[str, str]  # mutant, its killer


def functions(part: str) -> dict[str, Callable[..., object]]:
    """Everything that is mutated in a part, by name."""
    if part != FORMULA_PART:
        return dict(numerics.functions_of(numerics.GROUPS[part]))
    formulas = {name: made.function for name, made in sorted(FORMULAS.items())}
    return formulas | {function.__name__: function for function in PRIMITIVES}


ready: dict[str, list[Check]] = {}
"""The checks of this process by part, made once."""


def checks_for(part: str, evidence: str) -> list[Check]:
    """What meets the mutants of a part: laws and cases, or formulas worked by hand alone."""
    if part != FORMULA_PART:
        return [c for file in numerics.GROUPS[part].tests for c in checks_of(TESTS / file)]
    if evidence == HAND:
        return [c for file in BY_HAND for c in examples_of(TESTS / file)]
    return checks(with_reference=evidence == EVERYTHING)


def prepare(parts: list[str], evidence: str) -> None:
    """Make the checks, and see that the functions as they are pass them."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
    for part in parts:
        found = checks_for(part, evidence)
        ready[part] = watched(found, functions(part))
        if part != FORMULA_PART:
            ready[part].sort(key=lambda check: check.seconds)
        reached = {check.name for check in ready[part]}
        weak = [check.name for check in found if check.name not in reached]
        if weak:
            sys.stderr.write(f"left out, reaches none or fails as it is: {', '.join(weak)}\n")


def judge(work: tuple[str, str, int]) -> list[Verdict]:
    """Run the mutants of a function."""
    part, name, every = work
    function = functions(part)[name]
    verdicts = []
    found = [check for check in (check.on(name) for check in ready[part]) if check.examples]
    for mutant in list(mutants_of(function, name))[::every]:
        numerics.forget()
        killer = killer_of(function, mutant, found)
        verdicts.append((mutant.id, killer))
        if killer != SURVIVED:  # what kills one often kills the next
            found.sort(key=lambda check, killer=killer: check.name != killer)
    numerics.forget()
    return verdicts


def judged(work: list[tuple[str, str, int]], evidence: str, processes: int) -> list[Verdict]:
    """Run the mutants of all functions: here, or in fresh processes."""
    parts = list(dict.fromkeys(part for part, _, _ in work))
    if processes == 1:
        prepare(parts, evidence)
        return told(map(judge, work), len(work))
    fresh = multiprocessing.get_context("spawn")  # a fork may inherit a lock that is never freed
    with fresh.Pool(processes, prepare, (parts, evidence)) as pool:
        return told(pool.imap(judge, work), len(work))


def told(parts: Iterable[list[Verdict]], count: int) -> list[Verdict]:
    """All verdicts, with a line for each function as it comes."""
    started = time.monotonic()
    verdicts: list[Verdict] = []
    for number, part in enumerate(parts, start=1):
        verdicts += part
        alive = [mutant for mutant, killer in part if killer == SURVIVED]
        seconds = time.monotonic() - started
        sys.stderr.write(
            f"{number}/{count} functions, {len(verdicts)} mutants, {seconds:.0f} s"
            f"{''.join(f'; alive {mutant}' for mutant in alive)}\n"
        )
    return verdicts


def main() -> int:
    """Run it, tell the figures, and say whether anything survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"one mutant in {QUICK}")
    parser.add_argument("--only", action="append", default=[], help="a function")
    parser.add_argument("--part", action="append", default=[], choices=PARTS)
    evidence = parser.add_mutually_exclusive_group()
    for option in (WITHOUT, HAND):
        evidence.add_argument(
            f"--{option}", action="store_const", const=option, dest="evidence", default=EVERYTHING
        )
    parser.add_argument("--processes", type=int, default=PROCESSES)
    parser.add_argument("--write", type=Path, help="a page for the figures")
    options = parser.parse_args()
    started = time.monotonic()
    every = QUICK if options.quick else 1
    work = [
        (part, name, every)
        for part in options.part or PARTS
        for name in functions(part)
        if not options.only or name in options.only
    ]
    verdicts = judged(work, options.evidence, options.processes)
    listed = tomllib.loads((HERE / "equivalent.toml").read_text(encoding="utf-8"))["equivalent"]
    reasons = {entry["mutant"]: entry["reason"] for entry in listed}
    survivors = [mutant for mutant, killer in verdicts if killer == SURVIVED]
    missing = [mutant for mutant in survivors if mutant not in reasons]
    whole = not any((options.quick, options.only, options.part))
    whole = whole and options.evidence == EVERYTHING
    stale = sorted(set(reasons) - set(survivors)) if whole else []
    page = report(verdicts, reasons, missing, time.monotonic() - started)
    lines = [page, *(f"SURVIVED {m}" for m in missing), *(f"KILLED OR GONE {m}" for m in stale)]
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        options.write.write_text(page, encoding="utf-8")
    return 1 if missing or stale else 0


def report(
    verdicts: list[Verdict], reasons: dict[str, str], missing: list[str], seconds: float
) -> str:
    """The figures as a page."""
    formulas = [v for v in verdicts if v[0].partition(":")[0] in FORMULAS]
    primitives = {function.__name__ for function in PRIMITIVES}
    rows = [
        row("Formler", formulas, reasons),
        row("Byggesteiner", [v for v in verdicts if v[0].partition(":")[0] in primitives], reasons),
    ]
    for group in numerics.GROUPS.values():
        own = numerics.functions_of(group)
        verdicts_there = [v for v in verdicts if v[0].partition(":")[0] in own]
        if verdicts_there:
            rows.append(row(group.title, verdicts_there, reasons))
    rows = [one for one in rows if not one.endswith("| 0 | 0 | 0 | 0 | 0 |")]
    per_formula = len(formulas) / max(len({v[0].partition(":")[0] for v in formulas}), 1)
    alive = [mutant for mutant, killer in verdicts if killer == SURVIVED]
    families = Counter(killer.partition(".")[0] for _, killer in verdicts if killer != SURVIVED)
    lines = [
        "# Mutasjoner",
        "",
        f"Skrevet av `tests/mutation/run.py`. Endring: `{commit()}`. Dato: {today()}.",
        "",
        f"Tid: {seconds:.0f} s.",
        "",
        "| | funksjoner | mutanter | drept | likeverdige | overlevende |",
        "|---|---:|---:|---:|---:|---:|",
        *rows,
        "",
        *([f"Mutanter per formel i gjennomsnitt: {per_formula:.1f}.", ""] if formulas else []),
        "Første prøve som slo ut: "
        + ", ".join(f"`{family}` {count}" for family, count in families.most_common())
        + ".",
        "",
        "## Likeverdige",
        "",
        *(f"- `{mutant}`: {reasons[mutant]}" for mutant in alive if mutant in reasons),
        "",
        "## Overlevende",
        "",
        *([f"- `{mutant}`" for mutant in missing] or ["Ingen."]),
        "",
    ]
    return "\n".join(lines)


def row(what: str, verdicts: list[Verdict], reasons: dict[str, str]) -> str:
    """One row of the table of figures."""
    alive = [mutant for mutant, killer in verdicts if killer == SURVIVED]
    equivalent = [mutant for mutant in alive if mutant in reasons]
    count = len({mutant.partition(":")[0] for mutant, _ in verdicts})
    killed = len(verdicts) - len(alive)
    return (
        f"| {what} | {count} | {len(verdicts)} | {killed} | {len(equivalent)}"
        f" | {len(alive) - len(equivalent)} |"
    )


def today() -> dt.date:
    """The date of the run."""
    return dt.datetime.now(tz=dt.UTC).date()


def commit() -> str:
    """The change that was tested."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    found = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=HERE)
    return found.stdout.strip() or "ukjent"


if __name__ == "__main__":
    sys.exit(main())
