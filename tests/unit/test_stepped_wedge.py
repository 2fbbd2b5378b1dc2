"""Stepped wedges and interrupted time series: the fit, and what is refused."""

import sys

import numpy as np
import pytest
import statsmodels.api as sm

from gevinst.baseline import interrupted_time_series
from gevinst.errors import ArgumentError
from gevinst.solvers.sizes import TooSmallError
from gevinst.solvers.wedge import stepped_wedge


def wedge(clusters: int = 10, months: int = 15) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(8)
    place = np.arange(months)
    start = 1 + np.arange(clusters) * (months - 2) // clusters
    treated = (place >= start[:, None]).astype(float)
    time = chance.uniform(2, 4, (clusters, months))
    rate = chance.gamma(10, 0.1, clusters)[:, None] * (1 + 0.03 * place)
    return chance.poisson(rate * time * 0.7**treated).astype(float), time, treated


def test_the_wedge_is_the_poisson_regression_of_statsmodels() -> None:
    """Independent fit, also with each cluster left out in turn."""
    amount, time, treated = wedge()
    found = stepped_wedge(amount, time, treated)
    cluster, month = (codes.ravel() for codes in np.indices(amount.shape))

    def effect(kept: np.ndarray) -> float:
        columns = np.column_stack(
            [cluster[kept, None] == np.unique(cluster[kept]), month[kept, None] == range(1, 15)]
        )
        columns = np.column_stack([columns, treated.ravel()[kept]]).astype(float)
        model = sm.GLM(
            amount.ravel()[kept],
            columns,
            family=sm.families.Poisson(),
            offset=np.log(time.ravel()[kept]),
        )
        return float(model.fit().params[-1])

    whole = effect(np.ones(150, dtype=bool))
    left = np.array([effect(cluster != code) for code in range(10)])

    assert found.ratio == pytest.approx(np.exp(whole), rel=1e-6)
    assert found.standard_error == pytest.approx(
        np.sqrt(0.9 * ((left - whole) ** 2).sum()), rel=1e-5
    )
    assert (found.low <= 1 <= found.high) == (found.p > 0.05)


def test_a_month_in_which_everybody_rises_is_no_effect() -> None:
    amount, time, treated = wedge()
    before = stepped_wedge(amount, time, treated)
    amount[:, 7] *= 3

    after = stepped_wedge(amount, time, treated)

    assert after.ratio == pytest.approx(before.ratio, rel=0.1)


def test_clusters_and_months_without_anything_tell_nothing() -> None:
    amount, time, treated = wedge()
    found = stepped_wedge(amount, time, treated)
    wide = [np.pad(part, ((0, 1), (0, 1))) for part in (amount, time, treated)]

    assert stepped_wedge(*wide).ratio == pytest.approx(found.ratio, rel=1e-9)
    assert stepped_wedge(*wide).low == pytest.approx(found.low, rel=1e-9)


def test_a_wedge_of_too_few_clusters_is_refused() -> None:
    with pytest.raises(TooSmallError, match="7 clusters, at least 8"):
        stepped_wedge(*wedge(7))


def test_a_wedge_in_which_all_start_at_once_is_refused() -> None:
    amount, time, treated = wedge()
    treated[:] = treated[0]

    with pytest.raises(TooSmallError, match="0 months_with_and_without, at least 1"):
        stepped_wedge(amount, time, treated)


def test_a_wedge_with_few_events_is_refused() -> None:
    amount, time, treated = wedge()

    with pytest.raises(TooSmallError, match="events, at least 50"):
        stepped_wedge(np.where(treated > 0, 0.0, amount), time, treated)


def months(number: int, level: float = 40.0) -> np.ndarray:
    return np.random.default_rng(2).poisson(level, number).astype(float)


@pytest.mark.parametrize(
    ("number", "start", "how", "kind"),
    [
        (23, 12, {}, "series.too_short"),
        (30, 11, {}, "series.too_short_before"),
        (30, 28, {}, "series.too_short_after"),
        (30, 25, {"slope": True}, "series.too_short_after"),
    ],
)
def test_a_short_series_is_refused_with_the_reason(
    number: int, start: int, how: dict[str, float], kind: str
) -> None:
    with pytest.raises(ArgumentError) as caught:
        interrupted_time_series(months(number), 10.0, start, **how)  # type: ignore[arg-type]

    assert caught.value.kind == kind
    assert str(caught.value.found) in caught.value.text("nb")


def test_the_shortest_series_on_offer_is_fitted() -> None:
    assert interrupted_time_series(months(24), 1.0, 21).months == 24
    assert interrupted_time_series(months(24), 1.0, 12, slope=True).slope is not None


@pytest.mark.parametrize(("amount", "time"), [(1e15, 1e-100), (60.0, 1e100)])
def test_absurd_numbers_have_no_answer_and_no_traceback(amount: float, time: float) -> None:
    amounts, times = months(30), np.full(30, 10.0)
    amounts[5], times[5] = amount, time

    with pytest.raises(ArgumentError) as caught:
        interrupted_time_series(amounts, times, 15)

    assert caught.value.kind == "series.no_fit"


def test_months_left_out_do_not_count_and_keep_their_place() -> None:
    amount, time = months(48), np.full(48, 10.0)
    amount[20:26] = time[20:26] = 0

    found = interrupted_time_series(amount, time, 30)

    assert (found.months, found.months_before) == (42, 24)
    assert np.isnan(found.expected[20:26]).all()
    with pytest.raises(ArgumentError, match="22 months"):
        interrupted_time_series(amount[12:40], time[12:40], 18)


def test_amount_in_a_month_without_time_is_refused() -> None:
    time = np.full(30, 10.0)
    time[4] = 0

    with pytest.raises(ArgumentError, match=r"amount\[4\] is above 0"):
        interrupted_time_series(months(30), time, 15)


def test_too_few_events_are_refused() -> None:
    with pytest.raises(ArgumentError, match="at least 50"):
        interrupted_time_series(months(30, 2.0), 10.0, 15)


def test_a_season_that_cannot_be_told_from_the_step_is_refused() -> None:
    with pytest.raises(ArgumentError, match="cannot tell"):
        interrupted_time_series(
            np.where(np.arange(240) % 12 < 2, months(240), 0.0),
            np.where(np.arange(240) % 12 < 2, 10.0, 0.0),
            120,
            harmonics=3,
        )


def test_neighbouring_months_that_go_together_widen_the_interval() -> None:
    chance = np.random.default_rng(3)
    drift = np.zeros(72)
    for place in range(1, 72):
        drift[place] = 0.85 * drift[place - 1] + chance.normal(0, 0.1)
    amount = chance.poisson(200 * np.exp(drift)).astype(float)

    found = interrupted_time_series(amount, 10.0, 36)

    assert found.autocorrelated
    assert found.autocorrelation > 0.3
    assert found.method == "newey-west"


def test_dispersion_below_one_narrows_nothing() -> None:
    """Counts more even than chance: the interval is that of chance."""
    even = np.full(36, 40.0)

    found = interrupted_time_series(even, 10.0, 18, harmonics=0)

    assert found.dispersion < 0.01
    assert found.ratio == pytest.approx(1)
    assert found.high / found.low > 1.3


def test_without_statsmodels_the_reader_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "statsmodels.genmod.families", None)

    with pytest.raises(ArgumentError, match=r"pip install 'gevinst\[baseline\]'"):
        interrupted_time_series(months(30), 10.0, 15)
