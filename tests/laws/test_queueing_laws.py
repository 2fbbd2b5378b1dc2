"""Laws of waiting and of the positions that meet a target."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from gevinst import queueing
from gevinst.core.queueing import ROUNDING

SERVERS = st.integers(1, 60)
# A centre of this field has a load below one; a national telephone service has thousands.
LOADS = st.one_of(st.floats(0.001, 3), st.floats(0.001, 80), st.sampled_from([0.0, 1.0, 2.0, 7.0]))
MINUTES = st.floats(0.1, 500)
SHARES = st.floats(0, 0.9999)
OCCUPANCIES = st.floats(0.2, 1)
WITHIN = st.one_of(st.just(0.0), st.floats(0, 500))
# Of rounding, in a share: what neighbours may differ by in the wrong direction.
EPSILON = 1e-14


def chain(servers: int, load: float, impatience: float) -> NDArray[np.float64]:
    """Probabilities of 0, 1, 2 ... present: as many enter a state as leave it."""
    states = servers + 1
    while load >= servers + (states - servers) * impatience or _tail(
        servers, load, impatience, states
    ):
        states += 25
    present = np.arange(1, states)
    leaving = np.minimum(present, servers) + np.maximum(present - servers, 0) * impatience
    logs = np.concatenate([[0.0], np.cumsum(np.log(load / leaving))])
    weights = np.exp(logs - logs.max())
    found: NDArray[np.float64] = weights / weights.sum()
    return found


def _tail(servers: int, load: float, impatience: float, states: int) -> bool:
    """Whether the last state has more than 1e-18 of the probability that nobody waits."""
    waiting = np.arange(1, states - servers)
    return bool(np.log(load / (servers + waiting * impatience)).sum() > np.log(1e-18))


@given(SERVERS, LOADS, MINUTES, WITHIN)
def test_one_more_server_never_lowers_the_service(
    servers: int, load: float, handling: float, within: float
) -> None:
    fewer = queueing.service_level(servers, load, handling, within)
    more = queueing.service_level(servers + 1, load, handling, within)

    assert more >= fewer - EPSILON
    assert queueing.erlang_b(servers + 1, load) <= queueing.erlang_b(servers, load)
    assert queueing.erlang_c(servers + 1, load) <= queueing.erlang_c(servers, load)


@given(SERVERS, LOADS, st.floats(1.001, 2), MINUTES, WITHIN)
def test_a_larger_load_never_raises_the_service(
    servers: int, load: float, times: float, handling: float, within: float
) -> None:
    light = queueing.service_level(servers, load, handling, within)
    heavy = queueing.service_level(servers, load * times, handling, within)

    assert heavy <= light + EPSILON


@given(SERVERS, st.floats(0.05, 0.95), MINUTES)
def test_the_service_moves_strictly_with_load_servers_and_target(
    servers: int, occupancy: float, handling: float
) -> None:
    load = max(occupancy * servers, 0.05)
    within = handling / servers

    now = queueing.service_level(servers, load, handling, within)

    assume(now < 1 - 1e-9)
    assert queueing.service_level(servers + 1, load, handling, within) > now
    assert queueing.service_level(servers, load * 1.01, handling, within) < now
    assert queueing.service_level(servers, load, handling, within * 1.5) > now
    assert queueing.service_level(servers, load, handling * 1.5, within) < now


@given(LOADS, MINUTES, WITHIN, SHARES, OCCUPANCIES)
def test_one_position_fewer_misses_the_target(
    load: float, handling: float, within: float, share: float, occupancy: float
) -> None:
    needed = queueing.required_positions(load, handling, within, share, occupancy)

    if load == 0:
        assert needed == 0
        return
    fewer = needed - 1
    assert queueing.service_level(needed, load, handling, within) >= share
    assert load < needed
    assert load <= occupancy * (needed + ROUNDING)
    assert (
        load >= fewer
        or load > occupancy * fewer
        or queueing.service_level(fewer, load, handling, within) < share
    )


@given(LOADS, MINUTES, WITHIN, SHARES, OCCUPANCIES, st.floats(0.1, 20))
def test_one_position_fewer_misses_the_target_when_people_leave(
    load: float, handling: float, within: float, share: float, occupancy: float, times: float
) -> None:
    patience = times * handling

    needed = queueing.required_positions(load, handling, within, share, occupancy, patience)

    def meets(positions: int) -> bool:
        found = queueing.erlang_a(positions, load, handling, patience, within)
        busy = found.occupancy <= occupancy * (1 + ROUNDING)
        return bool(found.service_level >= share and busy)

    assert meets(needed) or load == 0
    assert needed == 0 or not meets(needed - 1)


@given(st.integers(1, 25), st.floats(0.01, 40), st.floats(0.05, 20))
def test_waiting_and_leaving_are_those_of_the_chain_of_states(
    servers: int, load: float, impatience: float
) -> None:
    """Independent: sums over the states of the birth-death chain, no integrals."""
    handling = 7.0
    patience = handling / impatience
    present = chain(servers, load, impatience)
    count = np.arange(present.size)
    queue = present @ np.maximum(count - servers, 0)

    found = queueing.erlang_a(servers, load, handling, patience, within=0)

    assert found.wait == pytest.approx(present[servers:].sum(), rel=1e-10)
    assert found.mean_wait == pytest.approx(queue * handling / load, rel=1e-10)
    assert found.abandon == pytest.approx(queue * impatience / load, rel=1e-10)
    busy = present @ np.minimum(count, servers)
    assert found.occupancy == pytest.approx(busy / servers, rel=1e-10)
    assert found.service_level == pytest.approx(1 - found.wait, abs=1e-10)


@given(st.integers(1, 8), st.floats(0.05, 12), st.floats(0.1, 5), st.floats(0.01, 3))
def test_those_served_in_time_are_those_of_the_chain_of_one_who_waits(
    servers: int, load: float, impatience: float, relative_time: float
) -> None:
    """Independent: with k ahead one moves up at rate n + k r and leaves at r."""
    linalg = pytest.importorskip("scipy.linalg")
    present = chain(servers, load, impatience)
    waiting = present[servers:]
    ahead = np.arange(waiting.size)
    up = servers + ahead * impatience
    flows = np.zeros((waiting.size + 1, waiting.size + 1))  # the last state: being served
    flows[ahead, ahead] = -(up + impatience)
    flows[ahead[1:], ahead[1:] - 1] = up[1:]
    flows[0, -1] = up[0]
    moved = linalg.expm(flows * relative_time)

    found = queueing.erlang_a(servers, load, 1, 1 / impatience, relative_time)

    in_time = present[:servers].sum() + waiting @ moved[:-1, -1]
    assert found.service_level == pytest.approx(in_time, abs=1e-10)


@given(SERVERS, st.floats(0.01, 0.98), MINUTES, WITHIN)
def test_endless_patience_is_erlang_c_and_long_patience_tends_to_it(
    servers: int, occupancy: float, handling: float, within: float
) -> None:
    load = occupancy * servers
    wait = queueing.erlang_c(servers, load)
    level = queueing.service_level(servers, load, handling, within)
    mean = queueing.mean_wait(servers, load, handling)

    endless = queueing.erlang_a(servers, load, handling, np.inf, within)
    long = queueing.erlang_a(servers, load, handling, 1e10 * handling, within)

    assert endless == (wait, 0, load / servers, mean, level)
    assert long.wait == pytest.approx(wait, rel=1e-5)
    assert long.mean_wait == pytest.approx(mean, rel=1e-5)
    assert long.service_level == pytest.approx(level, abs=1e-5)
    nearer = queueing.erlang_a(servers, load, handling, 9e11 * handling, within)
    assert abs(nearer.wait - wait) <= abs(long.wait - wait) + EPSILON


@given(SERVERS, LOADS, st.floats(1e-3, 1e3), st.floats(0, 10))
def test_everybody_is_served_or_leaves_and_shares_are_shares(
    servers: int, load: float, impatience: float, relative_time: float
) -> None:
    found = queueing.erlang_a(servers, load, 1, 1 / impatience, relative_time)
    ever = queueing.erlang_a(servers, load, 1, 1 / impatience, np.inf)

    assert ever.service_level + ever.abandon == pytest.approx(1, rel=1e-12)
    assert load * (1 - found.abandon) == pytest.approx(found.occupancy * servers, abs=1e-12 * load)
    for share in (found.wait, found.abandon, found.occupancy, found.service_level):
        assert 0 <= share <= 1 + EPSILON
    assert found.service_level <= ever.service_level + EPSILON


@given(SERVERS, LOADS, MINUTES, st.floats(0.01, 100))
def test_those_who_leave_are_the_queue_over_their_patience(
    servers: int, load: float, handling: float, times: float
) -> None:
    """Little's law: arrivals per minute times their mean wait is the queue."""
    patience = times * handling
    found = queueing.erlang_a(servers, load, handling, patience, 0)
    arrivals = load / handling

    queue = arrivals * found.mean_wait

    assert arrivals * found.abandon == pytest.approx(queue / patience, rel=1e-12)


@given(SERVERS, st.floats(0.01, 0.95), MINUTES)
def test_littles_law_when_nobody_leaves(servers: int, occupancy: float, handling: float) -> None:
    """The queue of the chain is arrivals per minute times the mean wait."""
    load = occupancy * servers
    present = chain(servers, load, 0.0)
    queue = present @ np.maximum(np.arange(present.size) - servers, 0)

    found = queueing.mean_wait(servers, load, handling)

    assert load / handling * found == pytest.approx(queue, rel=1e-10)


@given(st.lists(st.floats(0, 20), min_size=2, max_size=6), MINUTES, WITHIN, SHARES, OCCUPANCIES)
def test_together_they_never_need_more_than_apart(
    loads: list[float], handling: float, within: float, share: float, occupancy: float
) -> None:
    apart = queueing.required_positions(loads, handling, within, share, occupancy)

    together = queueing.required_positions(sum(loads), handling, within, share, occupancy)

    assert isinstance(apart, np.ndarray)
    assert together <= apart.sum()


@given(
    st.lists(st.tuples(st.integers(0, 60), LOADS, MINUTES, WITHIN), min_size=1, max_size=30),
    st.floats(1, 100),
    SHARES,
)
def test_a_number_alone_and_the_same_in_an_array_have_the_same_bits(
    rows: list[tuple[int, float, float, float]], patience: float, share: float
) -> None:
    servers, load, handling, within = (np.array(column) for column in zip(*rows, strict=True))

    together = (
        queueing.erlang_b(servers, load),
        queueing.erlang_c(servers, load),
        queueing.service_level(servers, load, handling, within),
        *queueing.erlang_a(servers, load, handling, patience, within),
        queueing.required_positions(load, handling, within, share),
        queueing.required_positions(load, handling, within, share, 0.9, patience),
    )

    for place, (n, a, h, t) in enumerate(rows):
        alone = (
            queueing.erlang_b(n, a),
            queueing.erlang_c(n, a),
            queueing.service_level(n, a, h, t),
            *queueing.erlang_a(n, a, h, patience, t),
            queueing.required_positions(a, h, t, share),
            queueing.required_positions(a, h, t, share, 0.9, patience),
        )
        assert alone == tuple(array[place] for array in together)


@given(SERVERS, LOADS, MINUTES, WITHIN, MINUTES, st.integers(-20, 20), SHARES)
def test_the_unit_of_time_does_not_matter(
    servers: int,
    load: float,
    handling: float,
    within: float,
    patience: float,
    power: int,
    share: float,
) -> None:
    unit = 2.0**power

    here = queueing.erlang_a(servers, load, handling, patience, within)
    there = queueing.erlang_a(servers, load, handling * unit, patience * unit, within * unit)

    assert there == here._replace(mean_wait=here.mean_wait * unit)
    assert queueing.service_level(servers, load, handling, within) == queueing.service_level(
        servers, load, handling * unit, within * unit
    )
    if load < servers:
        mean = queueing.mean_wait(servers, load, handling)
        assert queueing.mean_wait(servers, load, handling * unit) == mean * unit
    needed = queueing.required_positions(load, handling, within, share)
    assert queueing.required_positions(load, handling * unit, within * unit, share) == needed
