"""The axes: labels, shapes, and what each primitive does at its edges."""

from typing import Any

import numpy as np
import pytest

from gevinst.axes import (
    DRAW,
    GROUP,
    MUNICIPALITY,
    PERIOD,
    Frame,
    at_period,
    before,
    by_month,
    join_periods,
    logistic,
    over_periods,
    per_year,
    round_up_to,
    safe_ratio,
    total_of,
    total_over,
    year_end,
)

FRAME = Frame(groups=("kols",), municipalities=("Ål", "Gol"), first_year=2027, years=2, draws=3)


def months(values: list[float]) -> np.ndarray:
    """An array that only varies over periods."""
    return np.array(values, dtype=np.float64).reshape(1, 1, -1, 1)


def test_months_are_named_from_january_of_the_first_year() -> None:
    assert FRAME.months[0] == "2027-01"
    assert FRAME.months[12:14] == ("2028-01", "2028-02")
    assert len(FRAME.months) == 24


def test_years_are_whole_numbers() -> None:
    assert FRAME.year_labels == (2027, 2028)


@pytest.mark.parametrize(
    ("axes", "period", "shape"),
    [
        (("group", "municipality", "period", "draw"), "month", (1, 2, 24, 3)),
        (("municipality", "period"), "year", (1, 2, 2, 1)),
        ((), "none", (1, 1, 1, 1)),
    ],
)
def test_a_shape_is_one_where_a_quantity_does_not_vary(
    axes: tuple[str, ...], period: str, shape: tuple[int, ...]
) -> None:
    assert FRAME.shape(axes, period) == shape


def test_a_total_keeps_its_axes_with_length_one() -> None:
    x = np.arange(24.0).reshape(2, 3, 4, 1)

    assert total_over(x, GROUP, MUNICIPALITY).shape == (1, 1, 4, 1)
    assert total_over(x, GROUP, MUNICIPALITY)[0, 0, 0, 0] == x[:, :, 0].sum()
    assert total_over(x, PERIOD)[1, 2, 0, 0] == x[1, 2].sum()


def test_a_total_adds_from_left_to_right() -> None:
    """The order decides the last bit, and it must not depend on the number of draws."""
    x = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]).reshape(1, -1, 1, 1)
    expected = 0.0
    for value in x.ravel():
        expected = expected + value

    assert total_over(x, MUNICIPALITY).item() == expected
    assert total_over(np.repeat(x, 5, axis=DRAW), MUNICIPALITY)[..., 3].item() == expected


def test_one_draw_alone_is_added_as_in_a_batch() -> None:
    """Small arrays are added in one call, large ones slice by slice: bit for bit the same."""
    x = np.random.default_rng(1).lognormal(size=(3, 7, 36, 1))
    batch = np.repeat(x, 3, axis=DRAW)

    for part in (slice(None), slice(0, 1)):
        one, many = x[part, part], batch[part, part]
        assert np.array_equal(per_year(one), per_year(many)[..., 1:2])
        for axis in (GROUP, MUNICIPALITY, PERIOD):
            assert np.array_equal(total_over(one, axis), total_over(many, axis)[..., 1:2])


def test_a_total_is_an_array_of_its_own() -> None:
    """No view on a larger one: freezing it freezes the numbers."""
    x = np.ones((2, 9, 24, 1))

    assert total_over(x, MUNICIPALITY).base is None
    assert per_year(x).base is None or per_year(x).base.size == per_year(x).size


def test_the_sum_of_no_parts_is_zero_with_both_shapes() -> None:
    unit_like, shape_like = np.ones((1, 2, 1, 1)), np.ones((3, 1, 4, 1))

    nothing = total_of([], unit_like, shape_like)

    assert nothing.shape == (3, 2, 4, 1)
    assert not nothing.any()
    assert total_of([unit_like, unit_like], unit_like, shape_like).sum() == 4


def test_a_year_is_its_twelve_months() -> None:
    x = months([*range(12), *(100.0 for _ in range(12))])

    assert per_year(x).ravel().tolist() == [66, 1200]
    assert year_end(x).ravel().tolist() == [11, 100]


def test_a_year_stands_in_each_of_its_months() -> None:
    assert by_month(months([1, 2])).ravel().tolist() == [1] * 12 + [2] * 12


def test_a_single_period_is_the_same_in_all() -> None:
    alone, several = months([7]), months([1, 2, 3])

    assert at_period(alone, 5) is alone
    assert at_period(several, 1).ravel().tolist() == [2]
    assert at_period(several, 1).shape == (1, 1, 1, 1)


def test_the_state_of_a_month_is_the_start_of_the_next() -> None:
    def doubling(state: Any, added: Any) -> tuple[Any, ...]:
        return state, 2 * state + added

    seen, states = over_periods(doubling, months([1]), months([0, 1, 0]), periods=3)

    assert states.ravel().tolist() == [2, 5, 10]
    assert seen.ravel().tolist() == [1, 2, 5]


def test_the_month_before_the_first_is_the_opening() -> None:
    assert before(months([1, 2, 3]), months([9])).ravel().tolist() == [9, 1, 2]
    assert join_periods([months([1]), months([2, 3])]).ravel().tolist() == [1, 2, 3]


def test_a_ratio_to_nothing_is_what_was_asked_for() -> None:
    """Without a warning, which the tests would take for an error."""
    a, b = months([1, 0, 3]), months([2, 0, 0])

    assert safe_ratio(a, b, when_zero=0).ravel().tolist() == [0.5, 0, 0]
    assert safe_ratio(a, b, when_zero=1).ravel().tolist() == [0.5, 1, 1]


@pytest.mark.parametrize(
    ("need", "steps"),
    [(0.0, 0), (1e-12, 0), (0.1, 1), (0.3, 3), (0.1 + 0.2, 3), (0.31, 4), (0.30000001, 4)],
)
def test_a_need_is_rounded_up_but_not_for_noise(need: float, steps: int) -> None:
    rounded = round_up_to(months([need]), months([0.1]), months([1e-9]))

    assert rounded.item() == pytest.approx(steps * 0.1, abs=1e-15)
    assert not np.signbit(rounded.item()), "no minus zero"


def test_the_s_curve_is_half_way_at_zero_and_finite_everywhere() -> None:
    x = months([-1e4, -1, 0, 1, 1e4])

    found = logistic(x).ravel()

    assert found[2] == 0.5
    assert found[[0, 4]].tolist() == [0, 1]
    assert found[1] == pytest.approx(1 / (1 + np.e))
    assert found[1] + found[3] == pytest.approx(1, abs=1e-15)


class Cell:
    """An argument that brings its own form of every primitive, as a workbook's cells do."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *arguments: (name, *arguments)


def test_each_primitive_leaves_the_work_to_an_argument_that_can_do_it() -> None:
    cell: Any = Cell()

    assert total_over(cell, GROUP) == ("total_over", GROUP)
    assert total_of([], cell, 5) == ("zeros", 5)  # type: ignore[arg-type,comparison-overlap]
    assert per_year(cell) == ("per_year",)
    assert year_end(cell) == ("year_end",)
    assert by_month(cell) == ("by_month",)
    assert at_period(cell, 3) == ("at_period", 3)
    assert join_periods([cell]) == ("join_periods", [cell])
    assert safe_ratio(1, cell, 0) == ("safe_ratio", 1, 0)  # type: ignore[arg-type,comparison-overlap]
    assert logistic(cell) == ("logistic",)
