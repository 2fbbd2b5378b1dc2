"""The change to be expected without any service in a group that was selected on a high value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from gevinst.arguments import checked_array, checked_broadcast, checked_limits, checked_whole
from gevinst.baseline.arguments_checked import Array, Number, as_number
from gevinst.core import regression_to_mean as core

LARGEST = 1e12
"""Of a mean, a shape or a cut of counts; nobody has larger ones."""


@dataclass(frozen=True, slots=True)
class RegressionToMean:
    """What a selected group has before and after if nothing is done.

    Attributes
    ----------
    before, after : float or ndarray
        Mean of the selected in the period in which they were selected, and in the next.
    change : float or ndarray
        ``after - before``: negative, or 0 where selection says nothing.
    relative_change : float or ndarray
        `change` as a share of `before`; NaN where `before` is 0.
    selected_share : float or ndarray
        Share of the whole population that is selected; 0 where too small for a float.
    method : str
        The distribution that is assumed.
    """

    before: Number
    after: Number
    change: Number
    relative_change: Number
    selected_share: Number
    method: str


def regression_to_mean_normal(
    mu: ArrayLike, sd: ArrayLike, rho: ArrayLike, cut: ArrayLike, measurements: ArrayLike = 1
) -> RegressionToMean:
    """Regression to the mean of a normal score in those selected above a cut.

    Parameters
    ----------
    mu, sd : array_like
        Mean and standard deviation (above 0) of one measurement in the *whole* population that the
        persons were drawn from, never among the selected.
    rho : array_like
        Correlation of two measurements of the same person, 0 to 1.
    cut : array_like
        Persons above it are selected, on the mean of their measurements.
    measurements : array_like
        How many measurements that mean is of, 1 or more.

    Returns
    -------
    RegressionToMean
        `before`, `after`, `change`, `relative_change`, `selected_share` and `method`, in the unit
        of `mu`; floats if all arguments are numbers, else arrays of the common shape.

    Raises
    ------
    ArgumentError
        If a number is NaN, infinite or outside what is allowed, or the shapes do not fit together.

    Notes
    -----
    Right for scores that are about normal. It gives too little for counts of events, which are
    skewed: use `regression_to_mean_counts`. For selection *below* a cut, change the sign of `mu`
    and `cut`, and of what comes out.

    References
    ----------
    C. E. Davis (1976), American Journal of Epidemiology 104, 493-498; A. G. Barnett and others
    (2005), International Journal of Epidemiology 34, 215-220.

    Examples
    --------
    >>> found = regression_to_mean_normal(100, 15, 0.7, 115)
    >>> round(found.before, 3), round(found.after, 3), round(found.change, 4)
    (122.877, 116.014, -6.8631)
    """
    arrays = {
        "mu": _score("mu", mu),
        "sd": checked_limits("sd", _score("sd", sd), above=0),
        "rho": checked_limits("rho", checked_array("rho", rho), least=0, most=1),
        "cut": _score("cut", cut),
        "measurements": checked_limits(
            "measurements", checked_array("measurements", measurements), least=1, most=LARGEST
        ),
    }
    checked_limits("sd", arrays["sd"], least=1 / LARGEST)
    checked_whole("measurements", arrays["measurements"])
    given = checked_broadcast(tuple(arrays), tuple(arrays.values()))
    return _result(core.selected_above(*given), "normal (Davis, Barnett)")


def regression_to_mean_counts(mu: ArrayLike, shape: ArrayLike, cut: ArrayLike) -> RegressionToMean:
    """Regression to the mean of counted events in those selected at a cut or above.

    Parameters
    ----------
    mu : array_like
        Mean number of events per person in one period, in the *whole* population that the persons
        were drawn from (for example all with the diagnosis in the municipality), never among the
        selected; above 0.
    shape : array_like
        Of the gamma distribution of the persons' own rates, above 0. Their coefficient of variation
        is ``1 / sqrt(shape)``: a small shape means few heavy users; a large one, all alike.
    cut : array_like
        Persons with so many events or more in the first period are selected; whole, 0 or more.
        At 0 everybody is.

    Returns
    -------
    RegressionToMean
        `before`, `after` (the next period, as long as the first), `change`, `relative_change`,
        `selected_share` and `method`; floats if all arguments are numbers, else arrays of the
        common shape.

    Raises
    ------
    ArgumentError
        If a number is NaN, infinite or outside what is allowed, the cut is not whole, or the shapes
        do not fit together.

    Notes
    -----
    Each person's rate is taken to stay as it is; persons who die or recover make the true change
    larger. The change is the cut times the share of the selected who are exactly at the cut.

    References
    ----------
    A. Linden (2013), Assessing regression to the mean effects in health care initiatives, BMC
    Medical Research Methodology 13:119, on why counts need their own formula.

    Examples
    --------
    A mean of one admission a year, shape 1, selected at two or more: a third less, from nothing.

    >>> found = regression_to_mean_counts(1, 1, 2)
    >>> found.before, found.after, found.selected_share
    (3.0, 2.0, 0.25)
    >>> round(found.relative_change, 3)
    -0.333
    """
    limits = {"least": 1 / LARGEST, "most": LARGEST}
    arrays = {
        "mu": checked_limits("mu", checked_array("mu", mu), above=0),
        "shape": checked_limits("shape", checked_array("shape", shape), above=0),
        "cut": checked_whole("cut", checked_limits("cut", checked_array("cut", cut), least=0)),
    }
    for name in ("mu", "shape"):
        checked_limits(name, arrays[name], **limits)
    checked_limits("cut", arrays["cut"], most=LARGEST)
    given = checked_broadcast(tuple(arrays), tuple(arrays.values()))
    return _result(core.selected_from(*given), "gamma-Poisson (negative binomial)")


def _score(name: str, values: ArrayLike) -> Array:
    return checked_limits(name, checked_array(name, values), least=-LARGEST, most=LARGEST)


def _result(found: core.Regression, method: str) -> RegressionToMean:
    some = np.where(found.before != 0, found.before, 1)
    return RegressionToMean(
        before=as_number(found.before),
        after=as_number(found.after),
        change=as_number(found.change),
        relative_change=as_number(np.where(found.before != 0, found.change / some, np.nan)),
        selected_share=as_number(found.selected),
        method=method,
    )
