"""What would have happened without the service to people who were selected on their own past.

The source population (everybody the selected were drawn from) is taken to be gamma-Poisson: each
person has a rate, constant over the two windows and gamma distributed with a mean and a shape;
events come at random at that rate. A person with y events in the time t has then the expected rate
``(shape + y) / (shape / mean + t)``, whichever rule selected her, as long as it looked at nothing
but y [1]_. Summed over the selected, this is the change to expect with no service at all.

The mean and the shape are fitted to a table of the population, with their uncertainty by bootstrap,
or stated as a range. They never come from the selected themselves.

References
----------
.. [1] H. Robbins, "An empirical Bayes approach to statistics", Proceedings of the Third Berkeley
   Symposium 1 (1956) 157-163; the gamma-Poisson case is the conjugate one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from gevinst.core.regression_to_mean import selected_from

Array = NDArray[np.float64]

DRAWS = 1000
"""Bootstrap repetitions of the population table."""

LEAST_SHAPE, MOST_SHAPE = 1e-6, 1e6
"""Limits of the search; at the upper one everybody has the same rate (Poisson)."""

HALVINGS = 44
"""Steps of the search on the logarithm of the shape; 44 leave it open by 2e-12."""

SHAPES_BETWEEN = 5
"""Shapes tried between the ends of a stated range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """A gamma-Poisson source population.

    Attributes
    ----------
    mean : float
        Events per person-year; the best estimate, or the stated likely value.
    shape : float
        Of the gamma distribution of rates; the smaller, the more unlike each other are people.
    means, shapes : ndarray
        Other values that are possible, shape ``(draws,)``: bootstrap repetitions if measured,
        corners and points between them if stated.
    basis : {"measured", "stated"}
        Where it comes from; decides whether `means` and `shapes` are chance or limits.
    """

    mean: float
    shape: float
    means: Array
    shapes: Array
    basis: Literal["measured", "stated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NaturalChange:
    """Rate after over rate before to expect without the service.

    Attributes
    ----------
    ratio, low, high : float
        Expected ratio; interval at the level if the population was measured, else the lowest and
        highest over the stated range.
    level : float
        Level of the interval.
    basis : {"measured", "stated"}
        Whether the population was measured or stated.
    """

    ratio: float
    low: float
    high: float
    level: float
    basis: Literal["measured", "stated"]


def fit_population(
    counts: Array,
    persons: Array,
    *,
    generator: np.random.Generator,
    time: float = 1.0,
    draws: int = DRAWS,
) -> Population:
    """Fit mean and shape to a table of the population by maximum likelihood.

    Parameters
    ----------
    counts
        Numbers of events in the window: whole, each once, 0 among them; shape ``(u,)``.
    persons
        Persons with so many events, shape ``(u,)``.
    generator
        Source of chance of the bootstrap.
    time
        Length of the window in years, the same for all.
    draws
        Bootstrap repetitions.
    """
    table = persons.astype(np.int64)
    size = int(table.sum())
    redrawn = generator.multinomial(size, table / size, size=draws)
    mean, shape = _fitted(counts, table[None, :].astype(np.float64))
    means, shapes = _fitted(counts, redrawn.astype(np.float64))
    some = means > 0
    return Population(
        mean=float(mean[0]) / time,
        shape=float(shape[0]),
        means=means[some] / time,
        shapes=shapes[some],
        basis="measured",
    )


def stated_population(
    mean: tuple[float, float, float], shape: tuple[float, float, float]
) -> Population:
    """Take mean (per person-year) and shape as stated: likely, lowest, highest."""
    between = np.geomspace(shape[1], shape[2], SHAPES_BETWEEN)
    corners = np.meshgrid(np.array(mean[1:]), between)
    return Population(
        mean=mean[0],
        shape=shape[0],
        means=corners[0].ravel(),
        shapes=corners[1].ravel(),
        basis="stated",
    )


def _fitted(counts: Array, persons: Array) -> tuple[Array, Array]:
    """Give mean and shape that fit best, for each row of persons ``(draws, u)``.

    The mean is the mean of the counts. The derivative in the shape needs only, for each j, how many
    persons have more than j events: ``digamma(k + y) - digamma(k)`` is the sum of 1 / (k + j).
    """
    size = persons.sum(axis=1)
    mean = persons @ counts / size
    steps = np.arange(int(counts.max()))
    above = persons @ (counts[:, None] > steps).astype(np.float64)
    low = np.full(len(persons), np.log(LEAST_SHAPE))
    high = np.full(len(persons), np.log(MOST_SHAPE))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        shape = np.exp(middle)
        slope = (above / (shape[:, None] + steps)).sum(axis=1) - size * np.log1p(mean / shape)
        low, high = np.where(slope > 0, middle, low), np.where(slope > 0, high, middle)
    return mean, np.exp((low + high) / 2)


def expected_after(mean: float, shape: float, time: Array, before: Array) -> Array:
    """Give the events to expect after, for persons with so many before, without the service.

    Parameters
    ----------
    mean, shape
        Of the source population; the mean is per person-year.
    time
        Person-years before and after, shape ``(n, 2)``.
    before
        Events before, shape ``(n,)``.
    """
    return (shape + before) / (shape / mean + time[:, 0]) * time[:, 1]


def expected_totals(population: Population, time: Array, before: Array) -> Array:
    """Give the sum of the expected events for every possible mean and shape, ``(draws,)``.

    Persons with the same events and times are added up first.
    """
    alike, persons = np.unique(np.column_stack([before, time]), axis=0, return_counts=True)
    total = np.zeros(len(population.means))
    shapes, per_event = population.shapes, population.shapes / population.means
    for (events, spent, coming), many in zip(alike, persons, strict=True):
        total += (shapes + events) / (per_event + spent) * (coming * many)
    return total


def natural_change(
    population: Population, time: Array, amount: Array, *, level: float = 0.95
) -> NaturalChange:
    """Change to expect without the service in persons whose own events before are known.

    Parameters
    ----------
    population
        The source population, measured or stated.
    time, amount
        Person-years and events, before and after, shape ``(n, 2)``; what was seen after is not
        used. At least one event before.
    level
        Level of the interval if the population was measured.
    """
    before = amount[:, 0]
    seen = before.sum() / time[:, 0].sum() * time[:, 1].sum()
    likely = expected_after(population.mean, population.shape, time, before).sum() / seen
    return _natural(
        population, float(likely), expected_totals(population, time, before) / seen, level
    )


def natural_change_of_selected(
    population: Population, cut: int, *, years: float = 1.0, level: float = 0.95
) -> NaturalChange:
    """Change to expect without the service in those selected at or above the cut.

    For counts without persons. Both windows are `years` long, and everybody at or above the cut is
    as likely to be included as another.
    """
    likely = _selected_ratio(np.array([population.mean]), np.array([population.shape]), cut, years)
    possible = _selected_ratio(population.means, population.shapes, cut, years)
    return _natural(population, float(likely[0]), possible, level)


def _selected_ratio(mean: Array, shape: Array, cut: int, years: float) -> Array:
    found = selected_from(mean * years, shape, np.asarray(float(cut)))
    return found.after / found.before


def _natural(population: Population, likely: float, possible: Array, level: float) -> NaturalChange:
    if population.basis == "measured":
        low, high = np.quantile(possible, [(1 - level) / 2, (1 + level) / 2])
    else:
        low, high = min(likely, possible.min()), max(likely, possible.max())
    return NaturalChange(
        ratio=likely, low=float(low), high=float(high), level=level, basis=population.basis
    )
