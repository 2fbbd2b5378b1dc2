"""Shape, bits and finiteness: what every array of a run is, whatever the project says."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from gevinst.axes import AXIS_NAMES, DRAW, Array, Frame
from gevinst.catalogue import CATALOGUE
from gevinst.core.inputs import Inputs, input_arrays
from gevinst.core.ledger import replay
from gevinst.testing import inputs, one_draw, run_core


def promised(frame: Frame, name: str) -> tuple[int, ...]:
    """Shape that the catalogue promises, with every draw."""
    entry = CATALOGUE[name]
    return frame.shape(entry.axes, entry.period)


def fits(array: Array, shape: tuple[int, ...]) -> bool:
    """Whether the array has the shape; draws may be one for all where none differs."""
    alike = array.shape[:DRAW] == shape[:DRAW]
    return alike and array.shape[DRAW] in {1, shape[DRAW]}


@given(inputs(prices="any"))
def test_a_result_spans_the_axes_of_the_catalogue(x: Inputs) -> None:
    """A result has the shape that the catalogue promises, on every axis."""
    made = run_core(x)

    for (name, record), array in made.values.items():
        assert fits(array, promised(x.frame, name)), (name, record, array.shape)
        assert array.dtype == np.float64, name


@given(inputs(prices="any"))
def test_an_input_spans_its_axes_or_is_the_same_for_all(x: Inputs) -> None:
    """An extensive input spans its axes; any other may have length one, for the same everywhere."""
    for (name, _), array in input_arrays(x).items():
        shape = promised(x.frame, name)
        assert array.dtype == np.float64, name
        assert len(array.shape) == len(AXIS_NAMES)
        if CATALOGUE[name].extensive:
            assert fits(array, shape), (name, array.shape)
        assert all(n in {1, full} for n, full in zip(array.shape, shape, strict=True)), name


@given(inputs(prices="any"))
def test_finite_input_gives_finite_output(x: Inputs) -> None:
    """No result is infinite or not a number, with no patients, no cost and nobody employed too."""
    made = run_core(x)

    for key, array in made.values.items():
        assert np.all(np.isfinite(array)), key


@given(inputs(draws=3, prices="any"))
def test_one_draw_alone_equals_that_draw_among_others(x: Inputs) -> None:
    """Every quantity of a draw is the same, to the last bit, whether the draw is run alone."""
    together = run_core(x)

    for number in range(x.frame.draws):
        alone = run_core(one_draw(x, number))

        assert alone.values.keys() == together.values.keys()
        for key, array in alone.values.items():
            of_draw = together[key]
            of_draw = of_draw[..., number : number + 1] if of_draw.shape[DRAW] > 1 else of_draw
            assert np.array_equal(array, of_draw), key


@given(inputs(prices="any"))
def test_every_stored_quantity_can_be_made_again(x: Inputs) -> None:
    """What is explained is what was calculated: a formula replayed by name gives the same bits."""
    made = run_core(x)

    for key, array in made.values.items():
        assert np.array_equal(replay(made, key), array), key


@given(inputs(prices="any"))
def test_every_result_has_one_that_made_it(x: Inputs) -> None:
    """A result is the product of a formula or a total, and is nowhere given as an input too."""
    made = run_core(x)

    assert made.producers.keys() == made.values.keys()
    assert not made.values.keys() & made.inputs.keys()
    assert list(made.values) == list(dict.fromkeys(made.values))


@given(inputs(prices="any"))
def test_a_run_leaves_its_inputs_as_they_were(x: Inputs) -> None:
    """Two runs of the same inputs are the same run."""
    before = {key: array.copy() for key, array in input_arrays(x).items()}
    first = run_core(x)

    second = run_core(replace(x))

    assert all(np.array_equal(input_arrays(x)[key], array) for key, array in before.items())
    assert all(np.array_equal(first[key], second[key]) for key in first.values)
