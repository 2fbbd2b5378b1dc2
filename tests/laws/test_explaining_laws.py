"""Explaining: every number of every project can be explained, and the tree is that number."""

import functools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gevinst as gv
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import Key
from gevinst.explaining import Explanation, explain
from gevinst.explaining.nodes import Node
from gevinst.results import Results
from gevinst.schema import Project
from gevinst.testing import projects

ORIGINS = ("kilde: ", "antakelse", "definisjon i modellen", "prosjektets valg", "ikke oppgitt",
           "gjelder ikke", "kalenderen", "månedens", "står i prosjektfila", "rekkefølgen av",
           "ett år der")  # fmt: skip
MOST_NODES = 2000
RECORD_LABEL = {"span": "line", "": None, "benefit": "line", "fee": "line", "profession": "role"}

numbers_of_a_run = settings(max_examples=max(10, settings.default.max_examples // 4))


def labels_of(results: Results, key: Key, draw: Any) -> tuple[dict[str, Any], float]:
    """Labels of a random cell of a quantity, and what is stored there."""
    name, record = key
    entry, frame = CATALOGUE[name], results.frame
    labels: dict[str, Any] = {}
    if entry.records == "actor":
        labels["actor"], _, labels["benefit_class"] = record.partition(":")
    elif entry.records:
        labels[RECORD_LABEL.get(entry.records, entry.records)] = record
    g = m = t = 0
    if "group" in entry.axes:
        g = draw(st.integers(0, len(frame.groups) - 1))
        labels["group"] = frame.groups[g]
    if "municipality" in entry.axes:
        m = draw(st.integers(0, len(frame.municipalities) - 1))
        labels["municipality"] = results.names.codes[m]
    by = "month" if entry.period == "month" and draw(st.booleans()) else "year"
    if by == "month":
        t = draw(st.integers(0, len(frame.months) - 1))
        labels["period"] = frame.months[t]
    elif entry.period != "none":
        t = draw(st.integers(0, frame.years - 1))
        labels["year"] = frame.year_labels[t]
    values = results.rolled(name, record, by)
    at = tuple(min(i, n - 1) for i, n in zip((g, m, t), values.shape, strict=False))
    return labels, float(values[(*at, 0)])


def explained(results: Results, data: st.DataObject, count: int) -> list[tuple[Explanation, float]]:
    """Some random numbers of a run, explained, each with the stored one."""
    every = sorted({*results.ledger.values, *results.ledger.inputs})
    keys = data.draw(st.lists(st.sampled_from(every), min_size=count, max_size=count, unique=True))
    told = []
    for key in keys:
        labels, stored = labels_of(results, key, data.draw)
        told.append((explain(results, key[0], **labels), stored))
    return told


def leaves(node: Node) -> list[Node]:
    """Inputs that a number rests on."""
    return [n for n in node.walk() if n.made == "input"]


def parts_of(node: Node) -> list[tuple[float, list[float]]]:
    """A sum and its parts, in each month of a view of a year, otherwise as they are."""
    rest = [node.others] if node.others else []
    parts = [*node.children, *rest]
    if not node.months:
        return [(node.value, [part.value for part in parts])]
    months = [part.months for part in parts]
    return [(whole, [m[t] for m in months]) for t, whole in enumerate(node.months)]


@numbers_of_a_run
@given(projects(prices="any"), st.data())
def test_any_number_is_explained_and_equals_the_stored_one(
    project: Project, data: st.DataObject
) -> None:
    """Bit for bit, in a tree that ends, down to where the numbers come from."""
    results = gv.run(project)

    for told, stored in explained(results, data, 4):
        assert told.value == stored
        assert len(list(told.root.walk())) < MOST_NODES
        assert all(n.origin is not None or n.note is not None for n in leaves(told.root))
        if leaves(told.root):
            assert any(word in told.text(depth=99) for word in ORIGINS)


@numbers_of_a_run
@given(projects(prices="any"), st.data())
def test_the_parts_of_an_explained_sum_add_up(project: Project, data: st.DataObject) -> None:
    """Shown parts and "n others" are the whole, in each month and over the year."""
    results = gv.run(project)

    for told, _ in explained(results, data, 4):
        for node in told.root.walk():
            if node.made in {"sum", "total"}:
                for whole, parts in parts_of(node):
                    size = sum(abs(part) for part in parts)
                    assert sum(parts) == pytest.approx(whole, abs=1e-12 * size + 1e-300)
            if node.made == "year" and node.children:
                opening, into, out = (child.value for child in node.children)
                size = opening + into + out
                assert opening + into - out == pytest.approx(node.value, abs=1e-12 * size + 1e-300)


@numbers_of_a_run
@given(projects(prices="any"), st.data())
def test_an_explanation_is_the_same_tree_in_every_language_and_form(
    project: Project, data: st.DataObject
) -> None:
    """Norwegian, English, text, page: the same numbers; a deeper text never says less."""
    results = gv.run(project)

    for told, _ in explained(results, data, 2):
        page = told.html()
        assert page.count("<li>") == told.html("en").count("<li>")
        assert told.text(depth=0).splitlines()[:4] == told.text(depth=99).splitlines()[:4]
        shallow, deep = (len(told.text(depth=d).splitlines()) for d in (1, 99))
        assert shallow <= deep


@functools.cache
def example() -> Results:
    """The smallest example project."""
    return gv.run(gv.example("nord-troms"))


def test_every_quantity_of_an_example_is_explained() -> None:
    """None is left out: each number that a run stores can be asked for, in both languages."""
    results = example()
    last = results.frame.year_labels[-1]

    for name, record in [*results.ledger.values, *results.ledger.inputs]:
        entry = CATALOGUE[name]
        labels: dict[str, Any] = {} if entry.period == "none" else {"year": last}
        if "municipality" in entry.axes:
            labels["municipality"] = results.frame.municipalities[-1]
        if "group" in entry.axes:
            labels["group"] = results.frame.groups[-1]
        if entry.records == "actor":
            labels["actor"], _, labels["benefit_class"] = record.partition(":")
        elif entry.records:
            labels[RECORD_LABEL.get(entry.records, entry.records)] = record
        told = explain(results, name, **labels)
        text, english = told.text(depth=2), told.text("en", depth=2)
        assert f"{entry.nb}" in text
        assert f"{entry.en}" in english
