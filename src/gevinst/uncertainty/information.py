"""What it is worth to know more before deciding, in kroner.

The decision is whether to go on with the service: with it the net gain is what the simulation
finds, without it nothing. Whoever must choose now takes the service if its expected net gain is
positive. Whoever knew would choose right in every draw; the mean of what that saves is the expected
value of perfect information (EVPI), and of knowing one input, its share in it (EVPPI).

References
----------
A. Briggs, K. Claxton and M. Sculpher (2006), Decision Modelling for Health Economic Evaluation,
chapter 7; M. Strong and J. Oakley (2013), Medical Decision Making 33, 755-766 (draws sorted by one
input); A. Heath, I. Manolopoulou and G. Baio (2018), Medical Decision Making 38, 163-173 (moment
matching).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gevinst.arguments import checked_choice, checked_one
from gevinst.axes import Array
from gevinst.errors import ArgumentError
from gevinst.uncertainty.figures import NET_GAIN, PRESENT
from gevinst.uncertainty.inputs import inputs_at
from gevinst.uncertainty.simulation import Simulation

if TYPE_CHECKING:
    import pandas as pd

FEWEST_DRAWS = 1000
"""Fewer say nothing about a single input: each group of neighbours would be a handful."""
KRONER = "NOK"
MOST = 1e100
"""Kroner, of a net gain, or a number of an input; the square of more may not be a float."""
LARGEST = 1e15
"""Of persons, years, rate and dispersion of a planned measurement, or one over it the smallest."""
UNRELATED = 20
"""Inputs without influence that are tried, to see what so few draws give them."""


def evpi_normal(mean: float, sd: float) -> float:
    """Expected value of perfect information when the net gain is normal.

    Parameters
    ----------
    mean, sd : float
        Of the net gain, kroner; ``sd`` at least 0.

    Returns
    -------
    float
        Kroner: ``sd * phi(mean / sd) - |mean| * Phi(-|mean| / sd)``.

    Raises
    ------
    ArgumentError
        A number is not finite, or ``sd`` is negative.

    References
    ----------
    H. Raiffa and R. Schlaifer (1961), Applied Statistical Decision Theory: the unit normal loss
    integral.

    Examples
    --------
    >>> round(evpi_normal(0, 1), 4)
    0.3989
    >>> evpi_normal(100, 0)
    0.0
    """
    from scipy.special import ndtr

    middle = checked_one("mean", mean, least=-MOST, most=MOST)
    width = _checked_spread("sd", sd)
    if width == 0:
        return 0.0
    z = abs(middle) / width
    density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return max(width * density - abs(middle) * float(ndtr(-z)), 0.0)


def evppi_normal(mean: float, sd: float, share: float) -> float:
    """Expected value of knowing an input that explains a share of a normal net gain's variance.

    Parameters
    ----------
    mean, sd : float
        Of the net gain, kroner.
    share : float
        Of its variance, 0 to 1.
    """
    part = checked_one("share", share, least=0.0, most=1.0)
    return evpi_normal(mean, _checked_spread("sd", sd) * math.sqrt(part))


def evsi_normal(mean: float, sd: float, standard_error: float) -> float:
    """Expected value of a measurement of a normal net gain with this standard error.

    Parameters
    ----------
    mean, sd : float
        Of the net gain before the measurement, kroner.
    standard_error : float
        Of what the measurement will say about the net gain, kroner.
    """
    spread = _checked_spread("sd", sd)
    error = _checked_spread("standard_error", standard_error)
    if spread == 0:
        return evpi_normal(mean, spread)
    return evppi_normal(mean, spread, (spread / math.hypot(spread, error)) ** 2)


def evpi(
    simulation: Simulation,
    quantity: str = PRESENT + NET_GAIN,
    *,
    actor: str | None = None,
    municipality: str | None = None,
) -> float:
    """Most that it is worth to know everything before deciding, kroner.

    Parameters
    ----------
    simulation : Simulation
        From `gevinst.simulate`.
    quantity : str, optional
        Net gain that decides: ``present_net_gain`` (all priced classes) or ``present_net_cash``.
    actor, municipality : optional
        Who decides; by default the municipalities together.

    Returns
    -------
    float
        Mean over the draws of the larger of net gain and zero, less the larger of the mean net
        gain and zero.

    Raises
    ------
    ArgumentError
        The simulation has no such figure, or it is not in kroner.
    """
    return _gained(_net_gain(simulation, quantity, actor, municipality))


def evppi(
    simulation: Simulation,
    quantity: str = PRESENT + NET_GAIN,
    *,
    actor: str | None = None,
    municipality: str | None = None,
) -> pd.DataFrame:
    """Most that it is worth to know each input before deciding: the first is what to measure next.

    Parameters
    ----------
    simulation : Simulation
        Of at least 1 000 draws.
    quantity, actor, municipality : optional
        As in `evpi`.

    Returns
    -------
    pandas.DataFrame
        Columns ``input, label, evppi, share, noise, counts, unit``, the largest first. ``label`` is
        the input's name for Norwegian readers and ``share`` is of the EVPI; ``noise`` is what an
        input without any influence gets from so few draws, and ``counts`` says whether the input
        gets more than that. Inputs that move together have the value of each other in them.

    Raises
    ------
    ArgumentError
        As `evpi`; or there are too few draws.

    Notes
    -----
    Draws are sorted by the input and cut in groups of neighbours; the mean of a group stands for
    the net gain expected at its value of the input. That makes each at least 0 and at most the
    EVPI of the same draws, and a little too large: by about as much as ``noise``.
    """
    import pandas as pd

    gain = _net_gain(simulation, quantity, actor, municipality)
    _check_enough(simulation)
    most = _gained(gain)
    noise = _noise(gain, simulation.sampler.seed)
    paths = simulation.sampler.paths
    labels = {one.name: one.nb for one in inputs_at(simulation.project, paths.values())}
    rows = []
    for name in simulation.sampler.distributions:
        worth = _gained(_expected_at(simulation.drawn(name), gain))
        rows.append(
            {
                "input": name,
                "label": labels[name],
                "evppi": worth,
                "share": worth / most if most > 0 else 0.0,
                "noise": noise,
                "counts": worth > noise,
                "unit": KRONER,
            }
        )
    columns = ["input", "label", "evppi", "share", "noise", "counts", "unit"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values("evppi", ascending=False, kind="stable", ignore_index=True)


def evsi(
    simulation: Simulation,
    name: str,
    standard_error: float,
    quantity: str = PRESENT + NET_GAIN,
    *,
    actor: str | None = None,
    municipality: str | None = None,
) -> float:
    """Worth of a measurement of one input before deciding, kroner.

    Parameters
    ----------
    simulation : Simulation
        Of at least 1 000 draws.
    name : str
        Name or path of the input that is measured.
    standard_error : float
        Of the planned measurement, in the input's canonical unit; for an effect on a rate
        `sampling_error` gives it by the number of patients.
    quantity, actor, municipality : optional
        As in `evpi`.

    Returns
    -------
    float
        At least 0 and at most the input's EVPPI; it grows with the number of patients.

    Raises
    ------
    ArgumentError
        As `evppi`; or the standard error is negative.
    """
    gain = _net_gain(simulation, quantity, actor, municipality)
    _check_enough(simulation)
    error = _checked_spread("standard_error", standard_error)
    values = simulation.drawn(name)
    expected = _expected_at(values, gain)
    variance = float(np.var(values))
    learnt = variance / (variance + error**2) if variance > 0 else 0.0
    mean = float(np.mean(expected))
    return _gained(mean + (expected - mean) * math.sqrt(learnt))


def sampling_error(
    persons: int, rate: float, effect: float = 0.0, years: float = 1.0, dispersion: float = 1.0
) -> float:
    """Standard error of an effect on a rate, measured on so many persons before and after.

    Parameters
    ----------
    persons : int
        Patients who are followed.
    rate : float
        Events per person and year without the service.
    effect : float, default 0
        Change expected, as a share of the rate; above -1.
    years : float, default 1
        Time followed before and after, each.
    dispersion : float, default 1
        Variance of the counts over their mean.

    Returns
    -------
    float
        As a share of the rate.

    Notes
    -----
    The delta method on the logarithm of the rate ratio: ``ratio * sqrt(dispersion * (1 / events
    before + 1 / events after))``.
    """
    numbers = {"persons": persons, "years": years, "rate": rate, "dispersion": dispersion}
    limits = {"above": 0.0, "least": 1 / LARGEST, "most": LARGEST}
    followed, time, often, spread = (checked_one(n, v, **limits) for n, v in numbers.items())
    ratio = 1 + checked_one("effect", effect, above=-1.0, most=LARGEST)
    before = followed * time * often
    return ratio * math.sqrt(spread * (1 / before + 1 / (before * ratio)))


def _net_gain(
    simulation: Simulation, quantity: str, actor: str | None, municipality: str | None
) -> Array:
    if not isinstance(simulation, Simulation):
        raise ArgumentError("argument.not_simulation", found=type(simulation).__name__)
    allowed = (PRESENT + NET_GAIN, "present_net_cash")
    checked_choice("quantity", quantity, allowed)
    return simulation.one(quantity, actor=actor, municipality=municipality).draws


def _checked_spread(name: str, spread: float) -> float:
    return checked_one(name, spread, least=0.0, most=MOST)


def _check_enough(simulation: Simulation) -> None:
    if simulation.draws < FEWEST_DRAWS:
        raise ArgumentError.outside("draws", float(simulation.draws), f">= {FEWEST_DRAWS}")


def _gained(expected: Array) -> float:
    """What choosing right at each of these net gains saves, against choosing once."""
    return float(np.mean(np.maximum(expected, 0)) - max(float(np.mean(expected)), 0.0))


def _expected_at(values: Array, gain: Array) -> Array:
    """Net gain expected at each drawn value of an input: the mean of its neighbours'."""
    return _means_of_neighbours(np.argsort(values, kind="stable"), gain)


def _means_of_neighbours(order: np.ndarray, gain: Array) -> Array:
    groups = np.array_split(order, round(len(gain) ** (1 / 3)))
    expected = np.empty_like(gain)
    for group in groups:
        expected[group] = np.mean(gain[group])
    return expected


def _noise(gain: Array, seed: int) -> float:
    """The largest of what twenty inputs get that have nothing to do with the net gain."""
    orders = np.random.default_rng(seed)
    return max(
        _gained(_means_of_neighbours(orders.permutation(len(gain)), gain)) for _ in range(UNRELATED)
    )
