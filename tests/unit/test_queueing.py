"""Waiting and positions at their edges, and what is refused."""

import math
import pickle
from collections.abc import Callable

import numpy as np
import pytest

from gevinst.errors import ArgumentError
from gevinst.queueing import (
    ErlangA,
    erlang_a,
    erlang_b,
    erlang_c,
    mean_wait,
    required_positions,
    service_level,
)


def test_nobody_comes() -> None:
    assert erlang_b(0, 0) == 1
    assert erlang_b(3, 0) == 0
    assert erlang_c(3, 0) == 0
    assert service_level(3, 0, 10, 0) == 1
    assert mean_wait(3, 0, 10) == 0
    assert required_positions(0, 10, 0, 0.99, 0.5) == 0
    assert required_positions(0, 10, 0, 0.99, 0.5, patience=3) == 0
    assert erlang_a(3, 0, 10, 5, 0) == ErlangA(0, 0, 0, 0, 1)


def test_nobody_is_there() -> None:
    assert erlang_b(0, 2.5) == 1
    assert erlang_c(0, 2.5) == 1
    assert service_level(0, 2.5, 10, 60) == 0
    assert erlang_a(0, 2.5, 10, 5, 60) == ErlangA(1, 1, 0, 5, 0)


@pytest.mark.parametrize("servers", [1, 2])
def test_a_load_that_is_not_below_the_servers_waits_without_end(servers: int) -> None:
    assert erlang_c(servers, 2) == 1
    assert service_level(servers, 2, 10, 60) == 0
    assert service_level(servers, 2, 10, math.inf) == 0


def test_any_stable_number_will_do_when_time_does_not_matter() -> None:
    assert service_level(3, 2, 10, math.inf) == 1
    assert required_positions([0.5, 1, 2.9, 3], 10, math.inf, 0.999).tolist() == [1, 2, 3, 4]  # type: ignore[union-attr]


def test_no_target_asks_only_for_a_stable_queue_or_for_nobody_if_people_leave() -> None:
    assert required_positions(2, 10, 0, 0) == 3
    assert required_positions(2, 10, 0, 0, patience=5) == 0


def test_occupancy_alone_can_decide_and_rounding_does_not() -> None:
    assert required_positions(0.6, 10, 240, 0.9, max_occupancy=0.3) == 2
    assert required_positions(0.6, 10, 240, 0.9, max_occupancy=0.29) == 3
    assert required_positions(0.1 + 0.2, 10, 240, 0.9, max_occupancy=0.1) == 3
    assert required_positions(1e-12, 10, 240, 0.9, max_occupancy=0.5) == 1


def test_a_time_that_is_too_large_for_a_float_is_as_good_as_infinite() -> None:
    assert service_level(3, 2, 1e-200, 1e200) == 1


def test_the_far_tail_is_small_and_not_zero_or_broken() -> None:
    assert 0 < erlang_b(12_000, 10_000) < 1e-80
    assert erlang_b(1000, 0.5) == 0
    assert required_positions(10_000, 10, 0, 1 - 1e-12) > 10_500


def test_patience_from_very_short_to_very_long_gives_finite_shares() -> None:
    patience = np.array([1e-12, 1e-6, 1e-3, 1, 1e3, 1e6, 1e12]) * 10

    for servers, load in ((1, 0.5), (1, 10_000), (9_999, 10_000), (10_100, 10_000), (3, 3)):
        found = erlang_a(servers, load, 10, patience, 5)

        assert np.isfinite(found).all()
        assert (np.diff(found.wait) >= -1e-9).all()
        assert (np.diff(found.abandon) <= 1e-9).all()
    lost = erlang_a(3, 3, 10, patience[0], 5)
    assert lost.abandon == pytest.approx(erlang_b(3, 3), rel=1e-9)


def test_endless_and_limited_patience_in_one_array() -> None:
    found = erlang_a(3, 2, 10, [math.inf, 10.0], 5)
    needed = required_positions(2, 10, 5, 0.9, patience=[math.inf, 10.0])

    assert tuple(part[0] for part in found) == erlang_a(3, 2, 10, math.inf, 5)  # type: ignore[index]
    assert tuple(part[1] for part in found) == erlang_a(3, 2, 10, 10, 5)  # type: ignore[index]
    assert needed.tolist() == [  # type: ignore[union-attr]
        required_positions(2, 10, 5, 0.9),
        required_positions(2, 10, 5, 0.9, patience=10),
    ]


def test_numbers_give_numbers_and_arrays_give_arrays_of_the_common_shape() -> None:
    assert type(erlang_b(1, 1)) is float
    assert type(erlang_a(1, 1, 1, 1, 1).wait) is float
    assert type(required_positions(1, 1, 1, 0.5)) is int
    grid = service_level([[1], [2], [3]], [0.5, 1.5], 10, 5)
    assert isinstance(grid, np.ndarray)
    assert grid.shape == (3, 2)
    needed = required_positions([[1.0], [2.0]], 10, 5, [0.8, 0.9, 0.95])
    assert isinstance(needed, np.ndarray)
    assert needed.shape == (2, 3)
    assert needed.dtype == np.int64
    assert np.shape(erlang_b([], 1)) == (0,)
    assert np.shape(required_positions([], 1, 1, 0.5)) == (0,)
    assert np.shape(erlang_a([], 1, 1, 1, 0).wait) == (0,)


def test_more_elements_than_one_block_are_each_in_their_place() -> None:
    load = np.linspace(0, 12, 20_001)

    needed = required_positions(load, 10, 5, 0.9)
    waits = erlang_a(5, load, 10, 20, 5).wait

    assert isinstance(needed, np.ndarray)
    assert isinstance(waits, np.ndarray)
    for place in (0, 1, 1023, 1024, 16_383, 16_384, 20_000):
        assert needed[place] == required_positions(load[place], 10, 5, 0.9)
        assert waits[place] == erlang_a(5, load[place], 10, 20, 5).wait


@pytest.mark.parametrize(
    ("call", "english"),
    [
        (
            lambda: mean_wait(3, 4.2, 10),
            (
                "servers is 3, but the load is 4.2 erlang: the queue grows without end."
                " The smallest stable number is 5."
            ),
        ),
        (
            lambda: mean_wait([[3], [2]], [1, 2], 10),
            (
                "servers[1, 1] is 2, but the load is 2 erlang: the queue grows without end."
                " The smallest stable number is 3."
            ),
        ),
        (
            lambda: erlang_a([9, 1], 2, 10, [math.inf, math.inf], 0),
            (
                "servers[1] is 1, but the load is 2 erlang: the queue grows without end."
                " The smallest stable number is 3."
            ),
        ),
        (lambda: erlang_b([1, 1.5], 1), "servers[1] is 1.5; it must be a whole number."),
        (lambda: erlang_b(-1, 1), "servers is -1; it must be >= 0."),
        (lambda: erlang_c(math.inf, 1), "servers is inf. All numbers must be finite."),
        (lambda: erlang_c(1, [1, -2]), "load[1] is -2; it must be >= 0."),
        (lambda: erlang_c(1, 2e6), "load is 2000000; it must be <= 1e+06."),
        (lambda: erlang_c([1, 2], [1, 2, 3]), "servers, load has shape (2,), (3,); it must have"),
        (lambda: service_level(1, 1, 0, 5), "handling_time is 0; it must be > 0."),
        (lambda: service_level(1, 1, 1, -5), "within is -5; it must be >= 0."),
        (lambda: service_level(1, 1, 1, math.nan), "within is nan. All numbers must be finite."),
        (lambda: erlang_a(1, 1, 1, 0, 1), "patience is 0; it must be > 0."),
        (lambda: erlang_a(1, 1, 1, 1e20, 1), "patience / handling_time is 1e+20; it must be <="),
        (lambda: required_positions(1, 1, 1, 1), "share is 1; it must be < 1."),
        (lambda: required_positions(1, 1, 1, [0.5, -0.1]), "share[1] is -0.1; it must be >= 0."),
        (lambda: required_positions(1, 1, 1, 0.5, 0), "max_occupancy is 0; it must be > 0."),
        (lambda: required_positions(1, 1, 1, 0.5, 1.1), "max_occupancy is 1.1; it must be <= 1."),
        (
            lambda: required_positions([1, 2], 1, 1, [0.5] * 3),
            "load, handling_time, within, share, max_occupancy has shape",
        ),
        (lambda: required_positions([True], 1, 1, 0.5), "load must be numbers; found list."),
    ],
)
def test_what_cannot_be_counted_is_refused_with_its_place(
    call: Callable[[], object], english: str
) -> None:
    with pytest.raises(ArgumentError) as caught:
        call()

    assert str(caught.value).startswith(english)
    assert caught.value.text("nb").startswith(english.split(" ", maxsplit=1)[0])
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301
