"""What is left when heavy users are left out."""

import numpy as np
import pytest

from gevinst.solvers.heavy_users import without_heaviest, without_one


def test_leaving_out_one_is_the_plain_loop() -> None:
    chance = np.random.default_rng(1)
    time, amount = chance.uniform(0.5, 1, (30, 2)), chance.poisson(2, (30, 2)).astype(float)
    ratios = []
    for left in range(30):
        rest = np.arange(30) != left
        rates = amount[rest].sum(axis=0) / time[rest].sum(axis=0)
        ratios.append(rates[1] / rates[0])

    found = without_one(time, amount)

    assert found.lowest == pytest.approx(min(ratios))
    assert found.highest == pytest.approx(max(ratios))


def test_one_person_with_everything_is_seen() -> None:
    time = np.ones((10, 2))
    amount = np.zeros((10, 2))
    amount[:, 0] = 1
    amount[3] = [1, 40]

    found = without_one(time, amount)

    assert found.lowest == 0
    assert found.highest == pytest.approx(40 / 9)


@pytest.mark.parametrize(("share", "out"), [(0.01, 1), (0.05, 3), (0.05 + 1e-15, 3), (0.0, 0)])
def test_the_heaviest_share_goes_rounded_up(share: float, out: int) -> None:
    amount = np.stack([np.arange(60.0), np.arange(60.0)[::-1] * 2], axis=1)

    kept = without_heaviest(np.ones((60, 2)), amount, share)

    assert (~kept).sum() == out
    assert not kept[:out].any()


def test_each_arm_loses_its_own_heaviest() -> None:
    amount = np.concatenate([np.full((20, 2), 1.0), np.full((20, 2), 100.0)])
    amount[4], amount[33] = 5, 300
    arm = np.repeat([0, 1], 20)

    kept = without_heaviest(np.ones((40, 2)), amount, 0.05, arm)

    assert list(np.flatnonzero(~kept)) == [4, 33]


def test_ties_leave_the_same_numbers_whatever_the_order() -> None:
    chance = np.random.default_rng(2)
    time = np.ones((100, 2))
    amount = chance.poisson(1, (100, 2)).astype(float)
    turned = chance.permutation(100)

    one = amount[without_heaviest(time, amount, 0.05)].sum(axis=0)
    other = amount[turned][without_heaviest(time, amount[turned], 0.05)].sum(axis=0)

    assert list(one) == list(other)
