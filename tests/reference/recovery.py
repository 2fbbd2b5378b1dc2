"""Synthetic persons with a planted effect, and how often an interval holds it.

Run it for the long count, with the figures written to a page::

    python tests/reference/recovery.py --repetitions 2000 --write docs/verification/recovery.md

Persons: everybody has a rate of her own (gamma, mean 1 a year, shape 1: variance twice the mean)
that changes from year to year by a factor of its own (gamma, mean 1, shape 4), own follow-up of 6
to 12 months in each window, and, for bed-days, stays of geometric length with mean 5.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from gevinst.baseline import interrupted_time_series
from gevinst.solvers.beyond_natural import beyond_natural, beyond_natural_of_selected
from gevinst.solvers.comparisons import changed_before_after, controlled_change, randomised
from gevinst.solvers.population import fit_population, natural_change
from gevinst.solvers.sizes import (
    SMALLEST_CLUSTERS,
    SMALLEST_MONTHS,
    SMALLEST_MONTHS_BEFORE,
    SMALLEST_PERSONS,
    SMALLEST_PERSONS_DELTA,
    SMALLEST_PERSONS_DIFFERENCE,
    SMALLEST_WEDGE,
    TooSmallError,
)
from gevinst.solvers.wedge import stepped_wedge

Array = NDArray[np.float64]
Kind = Literal["steady", "events", "bed-days"]
Trial = Callable[[np.random.Generator], tuple[Any, float]]

SEED = 20261122
"""With the number of the case and of the repetition, the seed of each data set."""

LONG = 2000
"""Repetitions from which 93 to 97 per cent is asked of the figures as they are."""

EFFECT = 0.8
"""Planted ratio of rates."""

DRIFT = 1.1
"""Change in both arms that has nothing to do with the service."""

STAY = 5
"""Mean bed-days of a stay."""

POPULATION = 5000
"""Persons in the source population of the selected, mean 0.5 a year, shape 0.5."""


def rates(chance: np.random.Generator, persons: int) -> Array:
    """Yearly rates that differ between persons."""
    return chance.gamma(1.0, 1.0, persons)


def follow_up(chance: np.random.Generator, persons: int) -> Array:
    """Own person-years before and after."""
    return chance.uniform(0.5, 1.0, (persons, 2))


def amounts(chance: np.random.Generator, expected: Array, kind: Kind) -> Array:
    """Events or bed-days of persons with so many events expected."""
    if kind != "steady":
        expected = expected * chance.gamma(4.0, 0.25, expected.shape)
    events = chance.poisson(expected)
    if kind == "bed-days":
        longer = chance.negative_binomial(np.maximum(events, 1), 1 / STAY, events.shape)
        return np.where(events > 0, events + longer, 0).astype(float)
    return events.astype(float)


def before_after_trial(persons: int, kind: Kind, **how: Any) -> Trial:
    """One group, before and after."""

    def trial(chance: np.random.Generator) -> tuple[Any, float]:
        rate = rates(chance, persons)
        spent = np.ones((persons, 2)) if kind == "steady" else follow_up(chance, persons)
        expected = rate[:, None] * [1.0, EFFECT] * spent
        amount = amounts(chance, expected, kind)
        truth = EFFECT if how.get("scale") != "difference" else EFFECT - 1
        return changed_before_after(spent, amount, generator=chance, **how), truth

    return trial


def two_arm_trial(
    persons: int, kind: Kind, *, controlled: bool, clusters: int = 0, **how: Any
) -> Trial:
    """Two arms: only after (randomised), or before and after (comparison group)."""

    def trial(chance: np.random.Generator) -> tuple[Any, float]:
        arm = np.repeat([0, 1], persons)
        rate, spent = rates(chance, 2 * persons), follow_up(chance, 2 * persons)
        codes = np.arange(2 * persons) % clusters + clusters * arm if clusters else None
        shared = chance.gamma(20, 1 / 20, 2 * clusters)[codes] if clusters else 1.0
        if kind == "steady":
            rate = np.ones(2 * persons)
        change = DRIFT * shared * np.where(arm == 0, EFFECT, 1.0)
        expected = np.stack([rate, rate * change], axis=1) * spent
        amount = amounts(chance, expected, kind)
        if controlled:
            found = controlled_change(spent, amount, arm, generator=chance, cluster=codes, **how)
        else:
            found = randomised(
                spent[:, 1], amount[:, 1], arm, generator=chance, cluster=codes, **how
            )
        truth = EFFECT if how.get("scale") != "difference" else DRIFT * (EFFECT - 1)
        return found, truth

    return trial


def selected(chance: np.random.Generator, persons: int, effect: float) -> tuple[Any, Array, Array]:
    """A fitted source population, and persons drawn among those with two events or more."""
    rate = chance.gamma(0.5, 1.0, POPULATION)
    before = chance.poisson(rate)
    counts, people = np.unique(before, return_counts=True)
    chosen = chance.choice(np.flatnonzero(before >= 2), persons, replace=False)
    spent = np.stack([np.ones(persons), chance.uniform(0.5, 1.0, persons)], axis=1)
    after = chance.poisson(rate[chosen] * spent[:, 1] * effect)
    population = fit_population(counts.astype(float), people.astype(float), generator=chance)
    return population, spent, np.stack([before[chosen], after], axis=1).astype(float)


def selected_trial(persons: int, effect: float) -> Trial:
    """Observed over expected in a group selected on its own past."""

    def trial(chance: np.random.Generator) -> tuple[Any, float]:
        population, spent, amount = selected(chance, persons, effect)
        return beyond_natural(population, spent, amount, generator=chance), effect

    return trial


def few_selected_trial(persons: int, effect: float) -> Trial:
    """The exact interval of the change over the natural one: for groups too small to redraw."""

    def trial(chance: np.random.Generator) -> tuple[Any, float]:
        population, spent, amount = selected(chance, persons, effect)
        observed = changed_before_after(spent, amount, generator=chance, method="exact")
        natural = natural_change(population, spent, amount)
        return beyond_natural_of_selected(observed, natural), effect

    return trial


def wedge_trial(clusters: int, months: int) -> Trial:
    """Clusters that start one after another; every month of a cluster has noise of its own."""

    def trial(chance: np.random.Generator) -> tuple[Any, float]:
        place = np.arange(months)
        start = 1 + np.arange(clusters) * (months - 2) // clusters
        treated = (place >= start[:, None]).astype(float)
        spent = np.full((clusters, months), 2.5)
        rate = chance.gamma(20, 1 / 20, clusters)[:, None] * (1 + 0.02 * place)
        noise = chance.gamma(5, 1 / 5, (clusters, months))
        amount = chance.poisson(rate * spent * EFFECT**treated * noise).astype(float)
        return stepped_wedge(amount, spent, treated), EFFECT

    return trial


def series_trial(before: int, after: int) -> Trial:
    """Months with trend, season and a variance of twice the mean."""

    def trial(chance: np.random.Generator) -> tuple[Any, float]:
        place = np.arange(before + after)
        season = 1 + 0.15 * np.sin(2 * np.pi * place / 12)
        mean = 40 * 1.003**place * season * np.where(place >= before, EFFECT, 1.0)
        amount = chance.negative_binomial(mean, 0.5).astype(float)
        return interrupted_time_series(amount, 10.0, before), EFFECT

    return trial


def cases() -> Mapping[str, Trial]:
    """Every design at the smallest size where it is offered; exact ones begin with *exact*."""
    n, many, groups = SMALLEST_PERSONS, SMALLEST_PERSONS_DELTA, SMALLEST_CLUSTERS
    held, wide = SMALLEST_MONTHS_BEFORE, SMALLEST_PERSONS_DIFFERENCE
    return {
        "exact before/after, 5 persons": before_after_trial(5, "steady", method="exact"),
        "exact randomised, 10 per arm": two_arm_trial(
            10, "steady", controlled=False, method="exact"
        ),
        f"before/after, {n} persons, events": before_after_trial(n, "events"),
        f"before/after, {n} persons, bed-days": before_after_trial(n, "bed-days"),
        f"before/after, {n} persons, difference": before_after_trial(
            n, "events", scale="difference"
        ),
        f"before/after, sandwich, {many} persons, bed-days": before_after_trial(
            many, "bed-days", method="delta"
        ),
        f"selected, {n} persons, effect {EFFECT}": selected_trial(n, EFFECT),
        f"selected, {n} persons, no effect": selected_trial(n, 1.0),
        f"comparison group, {n} per arm, events": two_arm_trial(n, "events", controlled=True),
        f"comparison group, {n} per arm, bed-days": two_arm_trial(n, "bed-days", controlled=True),
        f"comparison group, {wide} per arm, difference": two_arm_trial(
            wide, "events", controlled=True, scale="difference"
        ),
        f"comparison group, {groups} municipalities per arm": two_arm_trial(
            10 * groups, "events", controlled=True, clusters=groups
        ),
        f"randomised, {n} per arm, bed-days": two_arm_trial(n, "bed-days", controlled=False),
        f"randomised, {groups} municipalities per arm": two_arm_trial(
            10 * groups, "events", controlled=False, clusters=groups
        ),
        f"stepped wedge, {SMALLEST_WEDGE} municipalities": wedge_trial(SMALLEST_WEDGE, 18),
        f"time series, {held} + {SMALLEST_MONTHS - held} months": series_trial(
            held, SMALLEST_MONTHS - held
        ),
        "exact over natural, selected, 12 persons": few_selected_trial(12, 1.0),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """How often the interval held what was planted, and how often the design refused."""

    held: int
    tried: int
    refused: int
    above: int

    @property
    def share(self) -> float:
        """Coverage."""
        return self.held / self.tried


def recover(name: str, repetitions: int) -> Recovered:
    """Try a case on so many data sets; the first ones are the same for any count."""
    names = tuple(cases())
    trial, number = cases()[name], names.index(name)
    held = above = refused = 0
    for repetition in range(repetitions):
        chance = np.random.default_rng([SEED, number, repetition])
        try:
            found, truth = trial(chance)
        except TooSmallError:
            refused += 1
            continue
        held += found.low <= truth <= found.high
        above += found.low > truth
    return Recovered(held=held, tried=repetitions - refused, refused=refused, above=above)


def limits(name: str, tried: int) -> tuple[float, float]:
    """Coverage that is allowed: with the chance of a simulation, or as it is from 2,000 on.

    With fewer, a design that covers exactly 93 or 97 per cent (exact ones: 95) fails by chance
    once in a thousand.
    """
    if name.startswith("exact"):
        return 0.95 - 3.09 * math.sqrt(0.95 * 0.05 / tried), 1.0
    if tried >= 0.9 * LONG:
        return 0.93, 0.97
    low, high = stats.binom.ppf(0.001, tried, 0.93), stats.binom.isf(0.001, tried, 0.97)
    return float(low) / tried, float(high) / tried


def page(repetitions: int) -> tuple[str, bool]:
    """Write the figures of every case as a page, and say whether all are within limits."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    lines = [
        "# Gjenfinning av en kjent virkning",
        "",
        "Skrevet av `tests/reference/recovery.py`, som også beskriver de syntetiske personene.",
        f"Endring: `{commit}`. Dato: {time.strftime('%Y-%m-%d')}.",
        "",
        f"{repetitions} datasett for hvert opplegg, frø {SEED}.",
        f"Plantet virkning: raten ganger {EFFECT}, der ikke annet står. Intervallene er på 95 %.",
        "Eksakte metoder skal dekke minst 95 %, de andre 93 til 97 %, på den minste størrelsen",
        "der opplegget tilbys. *Avvist* er datasett med for få personer med hendelser; de teller",
        "ikke i dekningen.",
        "",
        "| Opplegg, på minste størrelse | Dekning | Hele intervallet over | Tillatt | Avvist |",
        "|---|---:|---:|---:|---:|",
    ]
    fine = True
    for name in cases():
        found = recover(name, repetitions)
        low, high = limits(name, found.tried)
        fine = fine and low <= found.share <= high
        lines.append(
            f"| {name} | {100 * found.share:.2f} % | {100 * found.above / found.tried:.2f} % |"
            f" {100 * low:.1f}-{100 * high:.1f} % | {found.refused} |"
        )
        sys.stdout.write(lines[-1] + "\n")
        sys.stdout.flush()
    return "\n".join(lines) + "\n", fine


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repetitions", type=int, default=LONG)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    text, within = page(asked.repetitions)
    if asked.write:
        asked.write.write_text(text, encoding="utf-8")
    raise SystemExit(0 if within else 1)
