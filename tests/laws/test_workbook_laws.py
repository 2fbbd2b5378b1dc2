"""The model on cells is the model on numbers: the same quantities, bit for bit."""

import numpy as np
from hypothesis import given

from gevinst.schema import Project
from gevinst.spreadsheet.writing import content_of, workbook_bytes
from gevinst.testing import projects


@given(projects(prices="any"))
def test_cells_make_every_quantity_of_the_model_with_the_same_values(project: Project) -> None:
    """Nothing is left out, nothing is added, and cached values are the numbers of a run."""
    content = content_of(project)
    plain, cells = content.results.ledger, content.ledger

    assert list(cells.values) == list(plain.values)
    assert cells.producers == plain.producers
    for key, array in plain.values.items():
        assert np.array_equal(cells.cells(key).values, array), key


@given(projects(prices="any"))
def test_every_valid_project_can_be_written(project: Project) -> None:
    """Whatever its price model, tasks and lines: every number finds its cell."""
    assert len(workbook_bytes(project)) > 0
