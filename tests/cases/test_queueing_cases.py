"""Waiting and positions against printed answers, exact arithmetic and other ways to count."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from gevinst import queueing

CASES = yaml.safe_load(Path(__file__).with_name("queueing.yaml").read_text(encoding="utf-8"))
FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    name: getattr(queueing, name) for name in queueing.__all__ if name[0].islower()
}


def exact_blocking(servers: int, load: Fraction) -> float:
    """Erlang B as terms of the Poisson distribution, from the last term to the first."""
    term = total = Fraction(1)
    for count in range(servers, 0, -1):
        term *= count / load
        total += term
    return float(1 / total)


def scaled_blocking(servers: int, load: int) -> float:
    """The same sum in whole numbers of 2**-200: far beyond the precision of floats."""
    term = total = 1 << 200
    for count in range(servers, 0, -1):
        term = term * count // load
        total += term
    return float(Fraction(1 << 200, total))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_known_answer_comes_out(case: Mapping[str, Any]) -> None:
    found = FUNCTIONS[case["function"]](**case["given"])

    assert found == pytest.approx(case["expected"], abs=case["tolerance"], rel=0)


@pytest.mark.parametrize("load", [Fraction(1, 1024), Fraction(3, 5), Fraction(5, 2), Fraction(41)])
@pytest.mark.parametrize("servers", [0, 1, 2, 3, 10, 40, 41, 42, 90])
def test_blocking_and_waiting_are_those_of_exact_fractions(servers: int, load: Fraction) -> None:
    blocked = exact_blocking(servers, Fraction(float(load)))

    found = queueing.erlang_b(servers, float(load))

    assert found == pytest.approx(blocked, rel=1e-13)
    if load < servers:
        waiting = servers * blocked / (servers - float(load) * (1 - blocked))
        assert queueing.erlang_c(servers, float(load)) == pytest.approx(waiting, rel=1e-12)


@pytest.mark.parametrize("servers", [100, 5000, 9000, 9999, 10_000, 10_001, 10_100, 10_500, 12_000])
def test_ten_thousand_erlang_are_counted_to_nine_digits(servers: int) -> None:
    blocked = scaled_blocking(servers, 10_000)

    found = queueing.erlang_b(servers, 10_000)

    assert found == pytest.approx(blocked, rel=1e-11)
    if servers > 10_000:
        waiting = servers * blocked / (servers - 10_000 + 10_000 * blocked)
        assert queueing.erlang_c(servers, 10_000) == pytest.approx(waiting, rel=1e-9)


def test_ten_thousand_erlang_that_leave_are_those_of_the_chain() -> None:
    """Sums over the states of a birth-death chain, in logarithms."""
    servers, load, impatience = 9990, 10_000, 0.25
    present = np.arange(1, 20_000)
    leaving = np.minimum(present, servers) + np.maximum(present - servers, 0) * impatience
    logs = np.concatenate([[0.0], np.cumsum(np.log(load / leaving))])
    weights = np.exp(logs - logs.max())
    chances = weights / weights.sum()
    queue = chances[servers:] @ np.arange(chances.size - servers)

    found = queueing.erlang_a(servers, load, 1, 1 / impatience, within=0)

    assert found.wait == pytest.approx(chances[servers:].sum(), rel=1e-9)
    assert found.mean_wait == pytest.approx(queue / load, rel=1e-9)


def test_equal_patience_and_handling_time_make_a_poisson_number_of_those_present() -> None:
    """Each of those present goes at the same rate, waiting or served: infinitely many servers."""
    load, servers = 4.0, 5
    poisson = np.exp(-load) * np.cumprod([1.0, *(load / k for k in range(1, 60))])

    found = queueing.erlang_a(servers, load, 3, 3, 0)

    assert found.wait == pytest.approx(poisson[servers:].sum(), rel=1e-12)
    queue = poisson[servers:] @ np.arange(60 - servers)
    assert found.mean_wait == pytest.approx(3 * queue / load, rel=1e-12)
    assert found.abandon == pytest.approx(queue / load, rel=1e-12)


def test_six_small_centres_need_six_and_one_for_all_needs_four_together() -> None:
    """Each 0.6 erlang and one position; together 3.6 erlang."""
    apart = queueing.required_positions([0.6] * 6, 10, 240, 0.9)

    together = queueing.required_positions(3.6, 10, 240, 0.9)

    assert np.sum(apart) == 6
    assert together == 4
