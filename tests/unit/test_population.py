"""Source populations, and what selected people would have had without the service."""

import numpy as np
import pytest
from scipy import optimize, stats

from gevinst.core.regression_to_mean import selected_from
from gevinst.solvers.beyond_natural import beyond_natural, beyond_natural_of_selected
from gevinst.solvers.comparisons import changed_before_after
from gevinst.solvers.estimates import RatioEstimate
from gevinst.solvers.population import (
    MOST_SHAPE,
    expected_after,
    fit_population,
    natural_change,
    natural_change_of_selected,
    stated_population,
)
from gevinst.solvers.sizes import TooSmallError

COUNTS = np.arange(9.0)
PEOPLE = np.array([700.0, 160.0, 60.0, 35.0, 20.0, 12.0, 6.0, 5.0, 2.0])


def fitted(**how: float):  # noqa: ANN201
    return fit_population(COUNTS, PEOPLE, generator=np.random.default_rng(1), **how)  # type: ignore[arg-type]


def group(persons: int, effect: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Selected at two or more from a population with mean 1, shape 1."""
    chance = np.random.default_rng(4)
    rate = chance.gamma(1.0, 1.0, 20 * persons)
    before = chance.poisson(rate)
    chosen = np.flatnonzero(before >= 2)[:persons]
    after = chance.poisson(rate[chosen] * effect)
    return np.ones((persons, 2)), np.stack([before[chosen], after], axis=1).astype(float)


def test_the_fit_has_the_largest_likelihood() -> None:
    """Independent of our search: scipy's negative binomial and its own minimiser."""
    population = fitted()

    def loss(logs: np.ndarray) -> float:
        mean, shape = np.exp(logs)
        return -float(PEOPLE @ stats.nbinom.logpmf(COUNTS, shape, shape / (shape + mean)))

    best = optimize.minimize(loss, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-9})

    assert population.mean == pytest.approx(np.exp(best.x[0]), rel=1e-4)
    assert population.shape == pytest.approx(np.exp(best.x[1]), rel=1e-4)


def test_the_bootstrap_of_the_fit_has_the_spread_of_the_likelihood() -> None:
    """The mean's error is that of a sample mean; the shape's comes from the curvature."""
    population = fitted()
    size = PEOPLE.sum()
    variance = population.mean + population.mean**2 / population.shape

    assert population.means.std() == pytest.approx(np.sqrt(variance / size), rel=0.2)
    assert 0.03 < population.shapes.std() / population.shape < 0.2
    assert population.shapes.min() < population.shape < population.shapes.max()


def test_a_population_without_differences_is_poisson() -> None:
    counts = np.arange(8.0)
    people = np.round(10_000 * stats.poisson.pmf(counts, 1.0))

    population = fit_population(counts, people, generator=np.random.default_rng(1))

    assert 100 < population.shape <= MOST_SHAPE
    after = expected_after(1.0, population.shape, np.ones((1, 2)), np.array([5.0]))
    assert after == pytest.approx([1.0], abs=0.05)


def test_a_window_of_two_years_halves_the_mean_rate() -> None:
    one, two = fitted(), fitted(time=2.0)

    assert two.mean == one.mean / 2
    assert two.shape == one.shape


def test_persons_above_the_cut_expect_what_the_closed_form_says() -> None:
    """Everybody at two or more: person by person, and the mean of the selected."""
    many = np.arange(2.0, 400.0)
    chance = stats.nbinom.pmf(many, 0.7, 0.7 / 1.7)
    after = expected_after(1.0, 0.7, np.ones((len(many), 2)), many)

    closed = selected_from(np.array(1.0), np.array(0.7), np.array(2.0))

    assert chance @ many / chance.sum() == pytest.approx(float(closed.before), rel=1e-9)
    assert chance @ after / chance.sum() == pytest.approx(float(closed.after), rel=1e-9)


def test_mean_one_and_shape_one_give_a_third_less_from_nothing() -> None:
    """`evidence.md` 3.3: selected at two or more, 3.00 before and 2.00 after."""
    stated = stated_population((1.0, 1.0, 1.0), (1.0, 1.0, 1.0))

    found = natural_change_of_selected(stated, 2)

    assert (found.ratio, found.low, found.high) == pytest.approx((2 / 3,) * 3)
    assert found.basis == "stated"


def test_a_stated_range_holds_every_point_within_it() -> None:
    time, amount = group(60)
    stated = stated_population((0.8, 0.5, 1.2), (1.0, 0.4, 3.0))
    found = natural_change(stated, time, amount)

    for mean in np.linspace(0.5, 1.2, 7):
        for shape in np.linspace(0.4, 3.0, 7):
            inside = expected_after(mean, shape, time, amount[:, 0]).sum() / amount[:, 0].sum()
            assert found.low - 1e-12 <= inside <= found.high + 1e-12
    assert found.low < found.ratio < found.high


def test_a_measured_population_narrows_as_it_grows() -> None:
    time, amount = group(60)
    generator = np.random.default_rng(1)
    small, large = (
        natural_change(fit_population(COUNTS, factor * PEOPLE, generator=generator), time, amount)
        for factor in (1, 100)
    )

    assert large.high - large.low == pytest.approx((small.high - small.low) / 10, rel=0.2)


def test_observed_over_expected_is_the_observed_ratio_over_the_natural_one() -> None:
    time, amount = group(80, 0.7)
    generator = np.random.default_rng(2)
    population = fitted()
    observed = changed_before_after(time, amount, generator=generator)
    natural = natural_change(population, time, amount)

    found = beyond_natural(population, time, amount, generator=generator)

    assert isinstance(observed, RatioEstimate)
    assert found.ratio == pytest.approx(observed.ratio / natural.ratio, rel=1e-12)


def test_an_uncertain_population_widens_the_difference() -> None:
    time, amount = group(80)
    sharp, vague = (
        beyond_natural(
            fit_population(COUNTS, factor * PEOPLE, generator=np.random.default_rng(1)),
            time,
            amount,
            generator=np.random.default_rng(2),
        )
        for factor in (10_000, 0.1)
    )

    assert vague.standard_error > 1.2 * sharp.standard_error
    assert vague.high / vague.low > 1.2 * sharp.high / sharp.low


def test_a_wide_range_cannot_tell_and_its_p_agrees() -> None:
    time, amount = group(80)
    wide = stated_population((1.0, 0.4, 2.0), (1.0, 0.3, 5.0))
    narrow = stated_population((1.0, 1.0, 1.0), (1.0, 1.0, 1.0))

    vague, sharp = (
        beyond_natural(p, time, amount, generator=np.random.default_rng(2)) for p in (wide, narrow)
    )

    assert vague.low < sharp.low < 1 < sharp.high < vague.high
    assert vague.p == 1.0
    assert sharp.p > 0.05


@pytest.mark.parametrize("effect", [0.3, 0.6, 1.0, 2.5])
def test_p_never_contradicts_the_interval_over_a_range(effect: float) -> None:
    time, amount = group(80, effect)
    stated = stated_population((1.0, 0.9, 1.1), (1.0, 0.8, 1.2))

    found = beyond_natural(stated, time, amount, generator=np.random.default_rng(2))

    assert (found.p <= 0.05) == (not found.low <= 1 <= found.high)


def test_counts_without_persons_carry_both_uncertainties() -> None:
    time, amount = group(80, 0.7)
    observed = changed_before_after(
        time, amount, generator=np.random.default_rng(2), method="exact"
    )
    assert isinstance(observed, RatioEstimate)
    natural = natural_change_of_selected(fitted(), 2)

    found = beyond_natural_of_selected(observed, natural)

    assert found.ratio == pytest.approx(observed.ratio / natural.ratio)
    assert found.low < observed.low / natural.ratio < observed.high / natural.ratio < found.high
    assert found.low > observed.low / natural.high
    assert found.high < observed.high / natural.low


def test_counts_without_persons_and_a_range_take_the_ends() -> None:
    time, amount = group(80, 0.7)
    observed = changed_before_after(
        time, amount, generator=np.random.default_rng(2), method="exact"
    )
    assert isinstance(observed, RatioEstimate)
    natural = natural_change_of_selected(stated_population((1.0, 0.5, 2.0), (1.0, 0.5, 2.0)), 2)

    found = beyond_natural_of_selected(observed, natural)

    assert found.low == pytest.approx(observed.low / natural.high)
    assert found.high == pytest.approx(observed.high / natural.low)


def test_nobody_with_events_after_leaves_an_open_end() -> None:
    observed = changed_before_after(
        np.ones((10, 2)),
        np.stack([np.full(10, 2.0), np.zeros(10)], axis=1),
        generator=np.random.default_rng(2),
        method="exact",
    )
    assert isinstance(observed, RatioEstimate)

    found = beyond_natural_of_selected(observed, natural_change_of_selected(fitted(), 2))

    assert (found.ratio, found.low) == (0, 0)
    assert found.high > observed.high


def test_too_few_selected_persons_are_refused() -> None:
    time, amount = group(49)

    with pytest.raises(TooSmallError, match="49 persons, at least 50"):
        beyond_natural(fitted(), time, amount, generator=np.random.default_rng(2))
