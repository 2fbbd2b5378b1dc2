"""Public functions refuse what they cannot use, and say which argument and where."""

import math
import pickle
from collections.abc import Callable

import numpy as np
import pytest

from gevinst.arguments import checked_array
from gevinst.economics import (
    annuity,
    change_price_year,
    deepest_need,
    icer,
    net_benefit,
    payback,
    present_value,
)
from gevinst.errors import ArgumentError, GevinstError
from gevinst.staffing import net_hours


@pytest.mark.parametrize(
    ("call", "english"),
    [
        (
            lambda: present_value([1, math.nan], 0.1),
            "flow[1] is nan. All numbers must be finite.",
        ),
        (
            lambda: present_value([[1, 2], [3, math.inf]], 0.1),
            "flow[1, 1] is inf. All numbers must be finite.",
        ),
        (
            lambda: present_value([1, 2], [0.1, math.nan]),
            "rates[1] is nan. All numbers must be finite.",
        ),
        (lambda: present_value([1, 2], -1), "rates is -1; it must be > -1."),
        (
            lambda: present_value([1, 2], [0.1]),
            "rates has shape (1,); it must have shape () / (2,).",
        ),
        (
            lambda: present_value([1, 2], [[0.1, 0.1]]),
            "rates has shape (1, 2); it must have shape () / (2,).",
        ),
        (lambda: present_value([], 0.1), "flow has shape (0,); it must have shape (n, ...)."),
        (lambda: present_value(5, 0.1), "flow has shape (); it must have shape (n, ...)."),
        (
            lambda: present_value([1], 0.1, "middle"),  # type: ignore[arg-type]
            'timing is "middle". Did you mean "mid"? Possible: end, mid, start.',
        ),
        (lambda: present_value([True], 0.1), "flow must be numbers; found list."),
        (lambda: present_value("12", 0.1), "flow must be numbers; found str."),
        (lambda: present_value([[1], [1, 2]], 0.1), "flow must be numbers; found ragged list."),  # type: ignore[list-item]
        (lambda: annuity(1000, 0.04, 0), "years is 0; it must be > 0."),
        (lambda: annuity(1000, [0.04, -1.5], 4), "rate[1] is -1.5; it must be > -1."),
        (
            lambda: annuity([1, 2], [0.1, 0.1, 0.1], 4),
            "amount, rate, years has shape (2,), (3,), (); it must have shape () / (n,).",
        ),
        (
            lambda: present_value([1], 0.1, np.array(["end", "mid"])),  # type: ignore[arg-type]
            'timing is "ndarray". Possible: end, mid, start.',
        ),
        (
            lambda: change_price_year(1, 2023.5, 2024, {2024: 0.04}),  # type: ignore[arg-type]
            "from_year is 2023.5; it must be a whole number.",
        ),
        (
            lambda: change_price_year(1, 2023, None, {2024: 0.04}),  # type: ignore[arg-type]
            "to_year is None; it must be a whole number.",
        ),
        (
            lambda: change_price_year(1, 2023, 2024, 0.04),  # type: ignore[arg-type]
            "growth is float; it must be the growth of each year, as a dict.",
        ),
        (
            lambda: change_price_year(1, 2023, 2024, {2024: [0.04, 0.05]}),  # type: ignore[dict-item]
            "growth has shape (1, 2); it must have shape (n,).",
        ),
        (
            lambda: change_price_year(1, 2023, 10**300, {2024: 0.04}),
            'growth is "2025". Possible: 2024.',
        ),
        (lambda: payback([math.nan]), "flow[0] is nan. All numbers must be finite."),
        (lambda: payback([[1, 2]]), "flow has shape (1, 2); it must have shape (n,)."),
        (lambda: deepest_need([]), "flow has shape (0,); it must have shape (n,)."),
        (lambda: net_hours(0, [0.1]), "contract_hours is 0; it must be > 0."),
        (lambda: net_hours(1950, [0.1, -0.1]), "deductions[1] is -0.1; it must be >= 0."),
        (lambda: net_hours(1950, {"leave": 1.5}), "deductions[0] is 1.5; it must be <= 1."),
        (lambda: net_hours(1950, [0.6, 0.6]), "sum(deductions) is 1.2; it must be <= 1."),
        (lambda: net_hours(1950, ["10 %"]), "deductions must be numbers; found list."),  # type: ignore[list-item]
    ],
)
def test_a_bad_argument_is_named_with_its_place(call: Callable[[], object], english: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        call()

    assert str(caught.value) == english
    assert caught.value.text("nb").startswith(english.split(" ", maxsplit=1)[0])
    assert str(pickle.loads(pickle.dumps(caught.value))) == english  # noqa: S301


@pytest.mark.parametrize(
    ("call", "argument"),
    [
        (lambda: present_value([1e308, 1e308], 0), "flow"),
        (lambda: annuity(1e308, 1e10, 1), "amount"),
        (lambda: annuity(1, 0.04, 5e-324), "amount"),
        (lambda: payback([1e308, 1e308, -1e308]), "flow"),
        (lambda: deepest_need([-1e308, -1e308]), "flow"),
        (lambda: net_benefit(0, 1e308, 10), "effect"),
        (lambda: icer(1, 5e-324), "cost"),
        (lambda: change_price_year(1e308, 2023, 2024, {2024: 10}), "amount"),
    ],
)
@pytest.mark.filterwarnings("error")
def test_an_answer_too_large_for_a_number_is_refused_and_never_infinite(
    call: Callable[[], object], argument: str
) -> None:
    with pytest.raises(ArgumentError, match="too large") as refused:
        call()

    assert refused.value.argument == argument


@pytest.mark.filterwarnings("error")
def test_an_enormous_rate_leaves_nothing_and_says_nothing() -> None:
    assert present_value([1, 2], 1e300) == pytest.approx(1e-300)


def test_a_bad_argument_can_be_caught_as_a_value_error() -> None:
    assert issubclass(ArgumentError, ValueError)
    assert issubclass(ArgumentError, GevinstError)


def test_edges_that_are_allowed() -> None:
    assert net_hours(1950, []) == 1950
    assert net_hours(1950, [0.5, 0.5]) == 0
    assert net_hours(1950, [0.5, 0.3, 0.2]) == 0
    assert present_value([1], -0.5) == 2
    assert annuity(0, 0.04, 4) == 0


def test_arrays_come_back_as_arrays_and_numbers_as_numbers() -> None:
    hours = net_hours(np.array([1950, 1846]), [0.1])

    assert isinstance(hours, np.ndarray)
    assert hours.tolist() == [1755.0, 1661.4]
    assert type(net_hours(1950, [0.1])) is float
    assert type(present_value([1, 2], 0)) is float
    assert type(annuity(1, 0, 1)) is float


def test_what_is_checked_is_not_changed_in_the_callers_hands() -> None:
    mine = np.array([1, 2, 3])

    checked = checked_array("flow", mine)
    checked[0] = 9

    assert mine.tolist() == [1, 2, 3]
