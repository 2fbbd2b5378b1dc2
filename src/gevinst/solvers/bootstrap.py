"""Studentised bootstrap of a comparison of rates: whole persons, or whole clusters, are redrawn.

Each repetition draws the rows of every stratum with replacement (multinomial weights), works out
the comparison and its sandwich error again, and notes how many errors it lies from the comparison
that was seen. The quantiles of those distances replace the t distribution, so that skewness (a few
heavy users) shifts the interval as it should [1]_. All repetitions of a chunk are one matrix
product: totals and second moments are linear in the weights.

Rows are put in an order of their own first, so that neither the order of the persons nor which
window is called *before* changes the interval.

References
----------
.. [1] A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application", Cambridge
   University Press, 1997, section 5.2 (studentised intervals).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gevinst.solvers.contrasts import Contrast, Stratum, value, variance, weights
from gevinst.solvers.estimates import Scale

Array = NDArray[np.float64]

DRAWS = 1999
"""Repetitions: with 1999, the 2.5 and 97.5 per cent points fall on the 50th from either end."""
FLOOR = 2 / (DRAWS + 1)
"""The p of a finding that no redrawn sample comes near: it may be smaller, and is not known."""

ROUNDING = 1e-9
"""Of a repetition: 2000 times 0.025 are 50, whatever the last bit says."""

SMALL_PRODUCT = 250_000
"""Multiplications that OpenBLAS leaves to one thread."""

LEAST_PIECE = 16
"""Rows of a piece below which cutting costs more than it saves."""

CHUNK_ELEMENTS = 2_000_000
"""Weights held at a time; 16 MB."""


def studentised(
    contrast: Contrast,
    scale: Scale,
    generator: np.random.Generator,
    level: float,
    draws: int = DRAWS,
    *,
    also: Array | None = None,
) -> tuple[float, float, float]:
    """Give the interval of the comparison and the p-value that agrees with it.

    Parameters
    ----------
    contrast
        The strata; every cell has an amount above 0 on the ratio scale.
    scale
        ``ratio`` (the comparison is a logarithm) or ``difference``.
    generator
        The only source of chance.
    level
        Level of the interval.
    draws
        Repetitions.
    also
        Other moves of the comparison that chance, independent of the rows, could have made.

    Returns
    -------
    tuple of float
        Low and high end, and p for no change (0 on the scale of the comparison).
    """
    seen = value(contrast, scale)
    moves = np.zeros(1) if also is None else also
    extra = float(moves.var(ddof=1)) if also is not None else 0.0
    error = float(np.sqrt(variance(contrast, scale)[0] + extra))
    turned = seen < 0
    ordered = tuple(_ordered(stratum, turned=turned) for stratum in contrast)
    values, spread = _redrawn(ordered, scale, generator, draws)
    values += generator.choice(-moves if turned else moves, draws)
    distances = np.sort(_distances(values - abs(seen), spread + extra))
    tail = max(int(np.floor((draws + 1) * (1 - level) / 2 + ROUNDING)), 1)
    low = abs(seen) - error * float(distances[draws - tail])
    high = abs(seen) - error * float(distances[tail - 1])
    reached = abs(seen) / error if error > 0 else np.inf
    beyond = min(int((distances >= reached).sum()), int((distances <= reached).sum()))
    p = min(1.0, 2 * (beyond + 1) / (draws + 1))
    return (-high, -low, p) if turned else (low, high, p)


def _ordered(stratum: Stratum, *, turned: bool) -> Stratum:
    """Sort the rows, and turn the comparison if it was negative, so that it becomes positive."""
    signs = -stratum.signs if turned else stratum.signs
    cells = np.argsort(-signs, kind="stable")
    amount, time = stratum.amount[:, cells], stratum.time[:, cells]
    rows = np.lexsort([*time.T, *amount.T])
    return Stratum(amount=amount[rows], time=time[rows], signs=signs[cells])


def _redrawn(
    contrast: Contrast, scale: Scale, generator: np.random.Generator, draws: int
) -> tuple[Array, Array]:
    """Give the comparison and its variance in each repetition, shape ``(draws,)``."""
    total, spread = np.zeros(draws), np.zeros(draws)
    for stratum in contrast:
        chunk = max(CHUNK_ELEMENTS // stratum.rows, 1)
        moments = _moments(stratum)
        for start in range(0, draws, chunk):
            part = slice(start, min(start + chunk, draws))
            times = _times_drawn(stratum.rows, part.stop - part.start, generator)
            drawn = _added_up(times, moments)
            values, variances = _values(drawn, stratum, scale)
            total[part] += values
            spread[part] += variances
    return total, spread


def _distances(moved: Array, squared: Array) -> Array:
    """Count in errors; without an error, endlessly far on its side, or where it was."""
    errors = np.sqrt(np.where(np.isfinite(squared), squared, 0.0))
    some = errors > 0
    return np.where(
        some & np.isfinite(moved),
        moved / np.where(some, errors, 1.0),
        np.where(moved == 0, 0.0, np.where(moved > 0, np.inf, -np.inf)),
    )


def _times_drawn(rows: int, draws: int, generator: np.random.Generator) -> Array:
    """Give how often each row is drawn, shape ``(draws, rows)``."""
    drawn = generator.integers(rows, size=(draws, rows))
    drawn += rows * np.arange(draws)[:, None]
    return np.bincount(drawn.ravel(), minlength=draws * rows).reshape(draws, rows).astype(float)


def _added_up(times: Array, moments: Array) -> Array:
    """Multiply the two matrices, in pieces that no linear algebra library hands to threads.

    Starting threads for a product this small takes many times as long as the product.
    """
    piece = SMALL_PRODUCT // moments.size
    if piece < LEAST_PIECE:
        return times @ moments
    starts = range(0, len(times), piece)
    return np.concatenate([times[start : start + piece] @ moments for start in starts])


def _moments(stratum: Stratum) -> Array:
    """Give amounts, times and all their products for each row."""
    columns = np.hstack([stratum.amount, stratum.time])
    products = columns[:, :, None] * columns[:, None, :]
    return np.hstack([columns, products.reshape(stratum.rows, -1)])


def _values(drawn: Array, stratum: Stratum, scale: Scale) -> tuple[Array, Array]:
    """Give the comparison and its variance in each repetition, from the redrawn moments."""
    cells = len(stratum.signs)
    amount, time = drawn[:, :cells], drawn[:, cells : 2 * cells]
    products = drawn[:, 2 * cells :].reshape(len(drawn), 2 * cells, 2 * cells)
    with np.errstate(divide="ignore", invalid="ignore"):
        by_amount, by_time = weights(amount, time, scale)
        rates = amount / time
        values = (np.log(rates) if scale == "ratio" else rates) @ stratum.signs
        pulls = np.hstack([by_amount * stratum.signs, -by_time * stratum.signs])
        spread = np.einsum("bi,bij,bj->b", pulls, products, pulls)
    return values, np.maximum(spread, 0) * stratum.rows / (stratum.rows - 1)
