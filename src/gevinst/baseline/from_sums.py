"""Changes from aggregates: exact for two counts, else logarithms (or means) with their errors.

Persons are taken as independent between periods. The same persons before and after are positively
correlated as a rule, and then the interval is too wide rather than too narrow.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gevinst.baseline.change import UNKNOWN, Change, Refusal, Scale
from gevinst.baseline.figures import dispersion_of, spread, widened
from gevinst.baseline.moments import AMOUNT, EXPOSURE, PERSONS, SQUARES

Array = NDArray[np.float64]
REFUSED = "refused"
"""In the place of a kind: the estimate alone, without its interval."""
FEWEST_EVENTS = 10
"""In each cell, for a normal approximation on the scale of logarithms."""
FEWEST_PERSONS = 5
"""In each cell, for a mean or a dispersion."""


def change_of(
    cells: Sequence[tuple[Array, int]], kind: str, scale: Scale, level: float
) -> tuple[Change, tuple[Refusal, ...]]:
    """Add cells with their signs: after less before, and the reverse for a comparison group.

    Parameters
    ----------
    cells : sequence of (array of shape (6,), +1 or -1)
        Sums of `gevinst.baseline.moments`, and the sign.
    kind : str
        Kind of the indicator.
    scale : {"ratio", "difference"}
        Of the result.
    level : float
        Level of the interval.

    Returns
    -------
    tuple
        The change, and why it or its interval is missing.
    """
    if any(sums[EXPOSURE] <= 0 for sums, _ in cells):
        return UNKNOWN, (Refusal(reason="no_exposure"),)
    rates = [sums[AMOUNT] / sums[EXPOSURE] for sums, _ in cells]
    if scale == "difference":
        estimate = float(sum(sign * rate for rate, (_, sign) in zip(rates, cells, strict=True)))
        return _with_error(cells, estimate, scale, level, kind)
    unknown = [math.isnan(dispersion_of(sums)) for sums, _ in cells]
    if not sum(float(sums[AMOUNT]) for sums, _ in cells):
        return UNKNOWN, (_too_few("events", 0),)
    if kind == "events" and len(cells) == 2 and (any(unknown) or _is_plain(cells)):  # noqa: PLR2004  two cells
        return _exact(cells, level), ()
    if any(rate <= 0 for rate in rates):
        return UNKNOWN, (_too_few("events", 0),)
    estimate = math.exp(
        sum(sign * math.log(rate) for rate, (_, sign) in zip(rates, cells, strict=True))
    )
    return _with_error(cells, estimate, scale, level, kind)


def _is_plain(cells: Sequence[tuple[Array, int]]) -> bool:
    """Whether so few events were counted that only an exact method will do."""
    return min(float(sums[AMOUNT]) for sums, _ in cells) < FEWEST_EVENTS


def small_change(cells: Sequence[tuple[Array, int]], level: float) -> Change | None:
    """Compare two counts of events: exact, or stretched where persons are seen to differ.

    None where a method for small numbers has no answer.
    """
    if sum(float(sums[AMOUNT]) for sums, _ in cells) == 0:
        return None
    return _exact(cells, level)


def _exact(cells: Sequence[tuple[Array, int]], level: float) -> Change:
    from gevinst.baseline.rates import rate_ratio

    upper, lower = (next(s for s, sign in cells if sign == side) for side in (1, -1))
    counts = (float(upper[AMOUNT]), float(lower[AMOUNT]))
    times = (float(upper[EXPOSURE]), float(lower[EXPOSURE]))
    dispersion = _pooled([s for s, _ in cells], level)
    if dispersion > 1 and min(counts) > 0:
        found = rate_ratio(
            counts[0], times[0], counts[1], times[1], level, method="quasi", dispersion=dispersion
        )
    else:
        found = rate_ratio(counts[0], times[0], counts[1], times[1], level)
    return Change(
        estimate=float(found.ratio),
        low=float(found.low),
        high=float(found.high),
        p=float(found.p),
        method="quasi" if dispersion > 1 and min(counts) > 0 else "exact",
    )


def _pooled(parts: Sequence[Array], level: float) -> float:
    """Mean dispersion of the cells, stretched for few persons; 1 where it is not known."""
    found = [widened(dispersion_of(s), float(s[PERSONS]), level) for s in parts]
    if any(math.isnan(one) for one in found):
        return 1.0
    amounts = [float(s[AMOUNT]) for s in parts]
    return float(np.average(found, weights=amounts)) if sum(amounts) else 1.0


def _with_error(
    cells: Sequence[tuple[Array, int]], estimate: float, scale: Scale, level: float, kind: str
) -> tuple[Change, tuple[Refusal, ...]]:
    reasons = _reasons(cells, scale, kind)
    if reasons or kind == REFUSED:
        return Change(estimate=estimate, method="refused"), reasons
    from scipy.special import stdtr, stdtrit

    variances = [_variance(sums, scale, kind) for sums, _ in cells]
    error = math.sqrt(sum(variances))
    freedom = _freedom(variances, [float(sums[PERSONS]) for sums, _ in cells])
    half = float(stdtrit(freedom, (1 + level) / 2)) * error
    seen = math.log(estimate) if scale == "ratio" else estimate
    away = math.inf if error == 0 and seen != 0 else abs(seen) / error if error else 0.0
    low, high = seen - half, seen + half
    return Change(
        estimate=estimate,
        low=math.exp(low) if scale == "ratio" else low,
        high=math.exp(high) if scale == "ratio" else high,
        p=min(1.0, 2 * float(stdtr(freedom, -away))),
        method="log" if scale == "ratio" else "student",
    ), ()


def _reasons(cells: Sequence[tuple[Array, int]], scale: Scale, kind: str) -> tuple[Refusal, ...]:
    persons = min(float(sums[PERSONS]) for sums, _ in cells)
    if persons < FEWEST_PERSONS:
        return (_too_few("persons", persons),)
    if kind != "events" and any(math.isnan(sums[SQUARES]) for sums, _ in cells):
        return (Refusal(reason="no_squares"),)
    fewest = min(float(sums[AMOUNT]) for sums, _ in cells)
    if scale == "ratio" and kind in {"events", "share"} and fewest < FEWEST_EVENTS:
        return (_too_few("events", fewest),)
    return ()


def _too_few(what: str, found: float) -> Refusal:
    needed = FEWEST_EVENTS if what == "events" else FEWEST_PERSONS
    return Refusal(reason=f"too_few_{what}", facts={"found": int(found), "needed": needed})


def _variance(sums: Array, scale: Scale, kind: str) -> float:
    """Variance of the logarithm of a rate, or of a mean."""
    amount, exposure = float(sums[AMOUNT]), float(sums[EXPOSURE])
    if scale == "difference":
        return spread(sums) / exposure**2
    if kind == "share":
        return max(spread(sums), 0.0) / amount**2
    dispersion = dispersion_of(sums, least=1.0 if kind == "events" else 0.0)
    return (1.0 if math.isnan(dispersion) else dispersion) / amount


def _freedom(variances: Sequence[float], persons: Sequence[float]) -> float:
    """Degrees of freedom (Welch and Satterthwaite)."""
    total = sum(variances)
    if total == 0:
        return sum(persons) - len(persons)
    parts = sum(v**2 / (n - 1) for v, n in zip(variances, persons, strict=True))
    return total**2 / parts
