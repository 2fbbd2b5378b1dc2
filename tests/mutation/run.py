"""The mutation run: does any law or case notice when a formula is a little wrong?

    python tests/mutation/run.py                       every mutant, two processes
    python tests/mutation/run.py --quick               one mutant in twelve
    python tests/mutation/run.py --only charge         mutants of one function
    python tests/mutation/run.py --without-reference   what the laws see alone
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

from killing import SURVIVED, Check, checks, killer_of, watched  # noqa: E402
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

Verdict = tuple[str, str]  # mutant, its killer


def functions() -> dict[str, Callable[..., object]]:
    """Everything that is mutated, by name."""
    formulas = {name: made.function for name, made in sorted(FORMULAS.items())}
    return formulas | {function.__name__: function for function in PRIMITIVES}


ready: list[Check] = []
"""The checks of this process, made once."""


def prepare(with_reference: bool) -> None:  # noqa: FBT001  a pool's initialiser takes positions
    """Make the checks, and see that the formulas as they are pass them."""
    found = checks(with_reference=with_reference)
    ready[:] = watched(found, functions())
    passed = {check.name for check in ready}
    weak = [check.name for check in found if check.name not in passed]
    if weak:
        sys.stderr.write(f"left out, fails without any mutant: {', '.join(weak)}\n")


def judge(work: tuple[str, int]) -> list[Verdict]:
    """Run the mutants of a function."""
    name, every = work
    function = functions()[name]
    verdicts = []
    found = [check for check in (check.on(name) for check in ready) if check.examples]
    for mutant in list(mutants_of(function))[::every]:
        killer = killer_of(function, mutant, found)
        verdicts.append((mutant.id, killer))
        if killer != SURVIVED:  # what kills one often kills the next
            found.sort(key=lambda check, killer=killer: check.name != killer)
    return verdicts


def judged(names: list[str], every: int, *, with_reference: bool, processes: int) -> list[Verdict]:
    """Run the mutants of all functions: here, or in fresh processes."""
    work = [(name, every) for name in names]
    if processes == 1:
        prepare(with_reference)
        return told(map(judge, work), len(names))
    fresh = multiprocessing.get_context("spawn")  # a fork may inherit a lock that is never freed
    with fresh.Pool(processes, prepare, (with_reference,)) as pool:
        return told(pool.imap(judge, work), len(names))


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
    parser.add_argument("--without-reference", action="store_true")
    parser.add_argument("--processes", type=int, default=PROCESSES)
    parser.add_argument("--write", type=Path, help="a page for the figures")
    options = parser.parse_args()
    started = time.monotonic()
    names = options.only or list(functions())
    every = QUICK if options.quick else 1
    verdicts = judged(
        names,
        every,
        with_reference=not options.without_reference,
        processes=options.processes,
    )
    listed = tomllib.loads((HERE / "equivalent.toml").read_text(encoding="utf-8"))["equivalent"]
    reasons = {entry["mutant"]: entry["reason"] for entry in listed}
    survivors = [mutant for mutant, killer in verdicts if killer == SURVIVED]
    missing = [mutant for mutant in survivors if mutant not in reasons]
    whole = not options.quick and not options.only and not options.without_reference
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
    rows = [row("Formler", formulas, reasons)]
    rows.append(row("Byggesteiner", [v for v in verdicts if v not in formulas], reasons))
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
        f"Mutanter per formel i gjennomsnitt: {per_formula:.1f}.",
        "",
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
