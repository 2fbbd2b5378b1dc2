"""Names of inputs: one for each value, there and back, kept when something is put before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

import gevinst as gv
from gevinst.errors import QuantityError
from gevinst.schema import Project
from gevinst.schema.input_names import input_name, input_names, input_path
from gevinst.schema.written import tables_of
from gevinst.testing import projects


@given(projects(prices="any"))
def test_each_value_has_one_name(project: Project) -> None:
    names = input_names(project)

    assert list(names.values()) == [path for path, _ in project.values()]


@given(projects(prices="any"))
def test_a_name_is_kept_when_items_change_places(project: Project) -> None:
    tables = tables_of(project)
    for name in ("partners", "tasks", "benefits", "groups"):
        tables[name] = tables.get(name, [])[::-1]
    turned = Project.model_validate(tables)
    values = dict(turned.values())

    names, as_turned = input_names(project), input_names(turned)

    assert set(names) == set(as_turned)
    for path, value in project.values():
        other = values[as_turned[input_name(project, path)]]
        assert (other.likely, other.low, other.high) == (value.likely, value.low, value.high)


def test_name_and_path_are_both_accepted() -> None:
    project = gv.example("nord-troms")

    assert input_name(project, "partners[0].population") == "partners.5546.population"
    assert input_path(project, "partners.5546.population") == "partners[0].population"
    assert input_name(project, "partners.5546.population") == "partners.5546.population"
    assert input_path(project, "partners[0].population") == "partners[0].population"


@pytest.mark.parametrize("look_up", [input_name, input_path])
def test_an_unknown_name_tells_the_nearest(look_up: Callable[[Project, str], str]) -> None:
    project = gv.example("nord-troms")

    with pytest.raises(QuantityError) as caught:
        look_up(project, "groups.kols.dropout")

    assert caught.value.suggestion == "groups.kols.dropout_rate"
    assert "Mente du «groups.kols.dropout_rate»?" in caught.value.text("nb")
    assert "groups.kols.mean_stay" in caught.value.allowed


def test_items_that_are_called_alike_are_counted() -> None:
    tables = tables_of(gv.example("nord-troms"))
    keys = tables["price_model"]["keys"]
    tables["price_model"]["keys"] = [*keys, dict(keys[0], name="en til")]

    names = input_names(Project.model_validate(tables))

    basis = keys[0]["basis"]
    assert f"price_model.keys.{basis}.weight" in names
    assert f"price_model.keys.{basis}~2.weight" in names
