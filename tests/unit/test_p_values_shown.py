"""A p-value is written as far as it is known, and no further."""

import math

import pytest

from gevinst.reporting.baseline_three import p_text
from gevinst.solvers.bootstrap import DRAWS, FLOOR


@pytest.mark.parametrize(
    ("p", "method", "nb", "en"),
    [
        (FLOOR, "bootstrap", "< 0,001", "< 0.001"),
        (2 * FLOOR, "bootstrap", "0,002", "0.002"),
        (0.001, "exact", "0,001", "0.001"),
        (0.0009999, "exact", "< 0,001", "< 0.001"),
        (0.0, "delta", "< 0,001", "< 0.001"),
        (1.0, "exact", "1,000", "1.000"),
        (math.nan, "range", "–", "–"),
    ],
)
def test_p_is_below_the_smallest_that_can_be_known(p: float, method: str, nb: str, en: str) -> None:
    assert (p_text(p, "nb", method), p_text(p, "en", method)) == (nb, en)


def test_the_floor_of_the_bootstrap_is_one_sample_beyond_on_either_side() -> None:
    assert FLOOR == 2 * (0 + 1) / (DRAWS + 1)
