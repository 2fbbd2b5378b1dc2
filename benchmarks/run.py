"""Run the benchmarks: each is a ratio of two times measured in the same run, on the same machine.

Absolute times say more about the machine than about the code, so none is asserted. A goal is
printed beside its ratio; missing it is shown, and fails only with --strict.

    python benchmarks/run.py [--smoke] [--strict] [--write FILE.md] [NAME ...]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import subprocess
import sys
from pathlib import Path

import extracts
import model
import prices
import simulation
import staffing
import starting
from ratio import Benchmark, Ratio, Unavailable
from rivals import allocation, libreoffice, plain_simulation, pyworkforce_positions

BENCHMARKS: dict[str, Benchmark] = {
    b.name: b
    for b in (
        *starting.BENCHMARKS,
        *model.BENCHMARKS,
        *prices.BENCHMARKS,
        *staffing.BENCHMARKS,
        *allocation.BENCHMARKS,
        *pyworkforce_positions.BENCHMARKS,
        *libreoffice.BENCHMARKS,
        *extracts.BENCHMARKS,
        *simulation.BENCHMARKS,
        *plain_simulation.BENCHMARKS,
    )
}


def line(name: str, ratio: Ratio) -> str:
    """One result as a person reads it."""
    goal = f"goal <= {ratio.goal:g}" if ratio.goal is not None else "no goal"
    mark = "" if ratio.reached else "   MISSED"
    low, high = ratio.interval
    return (
        f"{name:<22} {ratio.value:8.3g} [{low:.3g}, {high:.3g}]   {goal:<13} "
        f"({ratio.ours * 1e3:.1f} ms / {ratio.yardstick * 1e3:.1f} ms){mark}"
    )


def page(results: dict[str, Ratio]) -> str:
    """All results as a page of the documentation."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        check=False,
        capture_output=True,
        text=True,
    ).stdout.strip()
    today = dt.datetime.now(dt.UTC).date()
    rows = [
        f"| {name} | {BENCHMARKS[name].what} | {r.value:.3g} |"
        f" {r.interval[0]:.3g}–{r.interval[1]:.3g} | "
        f"{'' if r.goal is None else f'{r.goal:g}'} | {'ja' if r.reached else '**nei**'} |"
        for name, r in results.items()
    ]
    return "\n".join(
        [
            "# Ytelse",
            "",
            f"Skrevet av `benchmarks/run.py`. Endring: `{commit}`. Dato: {today}.",
            f"Python {platform.python_version()}, {os.cpu_count()} kjerner.",
            "",
            "Hvert tall er et forhold mellom to tider målt i samme kjøring.",
            "",
            "| Navn | Hva | Forhold | Intervall | Mål | Nådd |",
            "|---|---|---:|---:|---:|---|",
            *rows,
            "",
        ]
    )


def main() -> int:
    """Run what was asked for; the exit code tells whether a goal was missed, with --strict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"any of {', '.join(BENCHMARKS)}")
    parser.add_argument("--smoke", action="store_true", help="the fast ones, once")
    parser.add_argument("--strict", action="store_true", help="fail if a goal is missed")
    parser.add_argument("--write", type=Path, help="also write the results as a page")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark is called {unknown[0]}")

    results = {}
    for name in asked.names or BENCHMARKS:
        if asked.smoke and BENCHMARKS[name].is_slow:
            continue
        try:
            results[name] = BENCHMARKS[name].measure(repeats=1 if asked.smoke else 15)
        except Unavailable as reason:
            print(f"{name:<22} skipped: {reason}", flush=True)
            continue
        print(line(name, results[name]), flush=True)
    if asked.write:
        asked.write.write_text(page(results), encoding="utf-8")
    return 1 if asked.strict and not all(r.reached for r in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
