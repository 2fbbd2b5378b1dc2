"""Laws of discounting, annuities and payback."""

from typing import Literal

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gevinst import economics

Timing = Literal["end", "mid", "start"]

# Products below this lose bits: no krone is that small.
SMALLEST = 1e-300

TIMINGS = st.sampled_from(["end", "mid", "start"])
RATES = st.floats(-0.5, 1.0)
AMOUNTS = st.floats(-1e9, 1e9, allow_subnormal=False)
FLOWS = st.lists(AMOUNTS, min_size=1, max_size=40)


@st.composite
def flows_with_rates(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    """A flow, and a rate for each of its years."""
    flow = draw(FLOWS)
    return flow, draw(st.lists(RATES, min_size=len(flow), max_size=len(flow)))


def size(flow: list[float], rates: list[float], timing: Timing) -> float:
    """Present value of the amounts without their signs: what rounding is relative to."""
    return float(economics.present_value(np.abs(flow), rates, timing))


@given(flows_with_rates(), st.floats(-1e3, 1e3), TIMINGS)
def test_discounting_is_linear(
    case: tuple[list[float], list[float]], times: float, timing: Timing
) -> None:
    """Twice the flow is worth twice as much, and two flows are worth their sum."""
    flow, rates = case
    other = flow[::-1]

    both = economics.present_value(np.add(times * np.array(flow), other), rates, timing)

    apart = times * economics.present_value(flow, rates, timing) + economics.present_value(
        other, rates, timing
    )
    scale = abs(times) * size(flow, rates, timing) + size(other, rates, timing)
    assert both == pytest.approx(apart, rel=1e-12, abs=1e-12 * scale + SMALLEST)


@given(flows_with_rates())
def test_without_interest_the_value_is_the_sum(case: tuple[list[float], list[float]]) -> None:
    flow, _ = case

    for timing in ("end", "mid", "start"):
        assert economics.present_value(flow, 0, timing) == pytest.approx(
            sum(flow), abs=1e-12 * sum(map(abs, flow)) + SMALLEST
        )


@given(flows_with_rates(), TIMINGS)
def test_one_rate_for_all_years_is_that_rate_in_each_year(
    case: tuple[list[float], list[float]], timing: Timing
) -> None:
    flow, rates = case

    once = economics.present_value(flow, rates[0], timing)

    assert once == economics.present_value(flow, [rates[0]] * len(flow), timing)


@given(st.lists(st.floats(1, 1e9), min_size=1, max_size=40), st.floats(0.001, 1.0))
def test_the_middle_of_the_year_lies_between_its_ends(flow: list[float], rate: float) -> None:
    end, mid, start = (
        economics.present_value(flow, rate, timing) for timing in ("end", "mid", "start")
    )

    assert end < mid < start
    assert mid**2 == pytest.approx(end * start, rel=1e-12)


@given(flows_with_rates())
def test_from_the_start_of_the_year_the_first_amount_is_not_discounted(
    case: tuple[list[float], list[float]],
) -> None:
    flow, rates = case

    first = economics.present_value([flow[0], *[0] * (len(flow) - 1)], rates, "start")

    assert first == pytest.approx(flow[0], rel=1e-15)


@given(flows_with_rates(), TIMINGS)
def test_years_are_discounted_step_by_step(
    case: tuple[list[float], list[float]], timing: Timing
) -> None:
    """The value of all years is the first, and the rest valued a year later, discounted once."""
    flow, rates = case
    assume(len(flow) > 1)

    whole = economics.present_value(flow, rates, timing)

    first = economics.present_value(flow[:1], rates[:1], timing)
    rest = economics.present_value(flow[1:], rates[1:], timing)
    assert whole == pytest.approx(
        first + rest / (1 + rates[0]), rel=1e-12, abs=1e-12 * size(flow, rates, timing) + SMALLEST
    )


@given(flows_with_rates(), st.integers(1, 5), TIMINGS)
def test_one_draw_alone_equals_that_draw_in_a_batch(
    case: tuple[list[float], list[float]], draws: int, timing: Timing
) -> None:
    """Bit for bit: other axes are kept and never change the order of the sum."""
    flow, rates = case
    batch = np.multiply.outer(np.array(flow), np.arange(1.0, draws + 1))

    together = economics.present_value(batch[:, np.newaxis, :], rates, timing)

    assert isinstance(together, np.ndarray)
    assert together.shape == (1, draws)
    assert together[0].tolist() == [
        economics.present_value(batch[:, i], rates, timing) for i in range(draws)
    ]


@given(st.floats(1, 1e9), RATES, st.integers(1, 60))
def test_an_annuity_has_the_present_value_that_it_repays(
    amount: float, rate: float, years: int
) -> None:
    payment = economics.annuity(amount, rate, years)

    assert economics.present_value([payment] * years, rate) == pytest.approx(amount, rel=1e-9)


@given(st.floats(1, 1e9), st.integers(1, 60), st.floats(-1e-300, 1e-300) | st.just(0.0))
def test_a_vanishing_rate_spreads_the_amount_evenly(amount: float, years: int, rate: float) -> None:
    assert economics.annuity(amount, rate, years) == pytest.approx(amount / years, rel=1e-12)


@given(st.floats(1, 1e9), st.floats(0, 0.2), st.floats(0.5, 40), st.floats(0.01, 0.1))
def test_a_higher_rate_or_a_shorter_life_raises_the_payment(
    amount: float, rate: float, years: float, more: float
) -> None:
    payment = economics.annuity(amount, rate, years)

    assert economics.annuity(amount, rate + more, years) > payment
    assert economics.annuity(amount, rate, years + more) < payment


@given(st.lists(st.floats(1, 1e6), min_size=1, max_size=5), RATES)
def test_annuities_of_an_array_are_those_of_its_elements(amounts: list[float], rate: float) -> None:
    together = economics.annuity(amounts, rate, 4)

    assert isinstance(together, np.ndarray)
    assert together.tolist() == [economics.annuity(amount, rate, 4) for amount in amounts]


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=40))
def test_payback_is_the_first_year_whose_running_sum_is_not_negative(flow: list[int]) -> None:
    running = np.cumsum(flow).tolist()

    year = economics.payback(flow)

    assert year == next((y for y, total in enumerate(running, 1) if total >= 0), None)


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=40))
def test_the_hump_is_the_lowest_running_sum_and_its_first_year(flow: list[int]) -> None:
    running = np.cumsum(flow).tolist()

    need = economics.deepest_need(flow)

    assert need.amount == min(0, *running)
    assert need.year == (running.index(min(running)) + 1 if min(running) < 0 else None)


@given(
    st.lists(st.integers(-1000, 1000), min_size=1, max_size=40),
    st.sampled_from([0.01, 0.1, 0.3, 1e5 / 3, 1e9 / 7]),
)
def test_measured_in_another_unit_a_flow_pays_back_in_the_same_year(
    flow: list[int], unit: float
) -> None:
    """Although most of these units have no exact float."""
    scaled = [amount * unit for amount in flow]

    assert economics.payback(scaled) == economics.payback(flow)
    assert economics.deepest_need(scaled).year == economics.deepest_need(flow).year


@pytest.mark.parametrize("unit", [0.1, 0.3, 0.7, 1e5 / 3])
@pytest.mark.parametrize("years", [1, 3, 10, 100, 1000])
def test_what_is_paid_in_equal_parts_is_paid_back_with_the_last_part(
    years: int, unit: float
) -> None:
    """The error of a long sum grows with its length, and never moves the year."""
    flow = [-unit * years, *[unit] * years]

    assert economics.payback(flow) == years + 1
    assert economics.payback([*flow[:-1], unit * (1 - 1e-6)]) is None
