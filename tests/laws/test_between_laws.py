"""Between: a mixture lies between what it mixes."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from gevinst.core.inputs import Inputs
from gevinst.testing import PRICES, changed, equal, inputs, only, run_core

HARDLY = 1e-12


@given(inputs())
def test_a_mixed_key_lies_between_the_keys_that_it_mixes(x: Inputs) -> None:
    """Nobody pays more than by the key that is worst for it, nor less than by the best."""
    made = run_core(x)
    counting = [key for key in x.keys if np.all(key.key_weight > 0)]

    shares = np.stack([np.broadcast_to(made["key_share", k.id], made["allocation_share"].shape)
                       for k in counting])  # fmt: skip

    assert np.all(made["allocation_share"] <= shares.max(axis=0) + HARDLY)
    assert np.all(made["allocation_share"] >= shares.min(axis=0) * (1 - HARDLY))


@given(inputs())
def test_a_mixed_key_is_the_weighted_mean_of_the_charges_by_each_key(x: Inputs) -> None:
    """A price model of several keys costs what they cost apart, weighted."""
    made = run_core(x)
    weights = sum(key.key_weight for key in x.keys)

    apart = [run_core(only(positive(x, key.id), "keys", key.id))["charge"] for key in x.keys]
    mean = sum(k.key_weight / weights * charge for k, charge in zip(x.keys, apart, strict=True))

    assert equal(made["charge"], mean, scale=made["net_cost"])


def positive(x: Inputs, key: str) -> Inputs:
    """The same inputs with the weight of one key set to one."""
    return changed(x, np.ones_like, "key_weight", record=key)


@given(inputs())
def test_only_the_proportions_of_the_weights_count(x: Inputs) -> None:
    """Weights of 30 and 70 are weights of 0.3 and 0.7."""
    doubled = changed(x, lambda weight: 3 * weight, "key_weight")

    assert equal(run_core(doubled)["charge"], run_core(x)["charge"])


@given(inputs())
def test_a_larger_weight_moves_the_charges_towards_that_key(x: Inputs) -> None:
    """Everybody's share moves towards its share by the key that counts more."""
    key = x.keys[0]
    heavier = changed(x, lambda weight: weight * 2, "key_weight", record=key.id)
    before, after = run_core(x), run_core(heavier)

    towards = before["key_share", key.id] - before["allocation_share"]
    moved = after["allocation_share"] - before["allocation_share"]

    assert np.all(towards * moved >= -(HARDLY**2))
    assert np.all(np.abs(moved) <= np.abs(towards) + HARDLY)


@given(inputs())
def test_the_effect_of_a_mixture_of_values_is_the_mixture_of_effects(x: Inputs) -> None:
    """Benefits follow the prices in proportion: half the value, half the benefit."""
    half = changed(x, lambda worth: worth / 2, *PRICES)
    whole, halved = run_core(x), run_core(replace(half))

    for line in x.benefits:
        assert np.array_equal(2 * halved["line_benefit", line.id], whole["line_benefit", line.id])
