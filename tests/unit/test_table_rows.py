"""Rows of tables: their own names and labels are enough to look them up and explain them."""

import copy
import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest

import gevinst as gv
from gevinst.errors import ArgumentError, GevinstError, QuantityError
from gevinst.results import Results
from gevinst.results.table_names import MADE_FROM, MEANT_BY
from gevinst.results.tables import TABLES

VIEWS = {"budget", "personnel", "ks", "dfo", "imprint", "patient_view"}
EXPLAINED = sorted(set(TABLES) - {"invoices", "tariff", "presence", "kits", "transfers"} - VIEWS)
"""Not what is rounded, what the example has not, a quantity spread over hours, and views."""
ROWS_OF_A_QUANTITY = 2


@pytest.fixture(scope="module")
def results() -> Results:
    return gv.run(gv.example("nord-troms"))


def rows(results: Results, table: str) -> list[dict[str, Any]]:
    """Some rows of every quantity of a table, without what does not apply or is undefined."""
    frame = results.table(table).dropna(subset="value")
    frame = frame[~frame["quantity"].isin(MADE_FROM)]
    by = [c for c in ("quantity", "line", "role", "actor", "class", "key") if c in frame]
    some = frame.groupby(by, dropna=False).sample(ROWS_OF_A_QUANTITY, replace=True, random_state=1)
    return [
        {str(c): v for c, v in row.items() if not pd.isna(v)} for row in some.to_dict("records")
    ]


@pytest.mark.parametrize("table", EXPLAINED)
def test_every_row_is_explained_by_its_own_labels(results: Results, table: str) -> None:
    explain_rows(results, table)


def test_every_row_of_kits_is_explained_by_its_own_labels() -> None:
    explain_rows(gv.run(gv.example("hallingdal")), "kits")


def explain_rows(results: Results, table: str) -> None:
    """Look each row up by its own labels."""
    found = rows(results, table)
    assert found

    for row in found:
        quantity, value, _ = (row.pop(c) for c in ("quantity", "value", "unit"))
        row.pop("binding", None)  # a result, not a label
        assert gv.explain(results, quantity, **row).value == pytest.approx(value, rel=1e-12), row


@pytest.mark.parametrize(
    ("short", "record", "name"),
    [
        ("cost", "sykepleier", "line_cost"),
        ("cost", "municipality:cash", "charge_year"),
        ("benefit", "municipality:capacity", "municipality_gain"),
        ("net_cash", "municipality:cash", "municipality_net_cash"),
    ],
)
def test_a_name_of_a_table_is_a_quantity(
    results: Results, short: str, record: str, name: str
) -> None:
    if record == "sykepleier":
        record = results.records("line_cost")[0]

    assert results.quantity(short, record).name == name


def test_every_name_of_a_table_asks_for_its_record(results: Results) -> None:
    for short in MEANT_BY:
        with pytest.raises(QuantityError) as raised:
            results.quantity(short)
        assert raised.value.kind == "quantity.missing_label"
        assert raised.value.allowed


@pytest.mark.parametrize("name", sorted(MADE_FROM))
def test_what_only_a_table_has_says_what_it_is_made_from(results: Results, name: str) -> None:
    for ask in (results.quantity, lambda name: gv.explain(results, name, year=2028)):
        with pytest.raises(QuantityError, match=f"Use {MADE_FROM[name][1]}"):
            ask(name)


def test_labels_that_contradict_the_line_are_refused(results: Results) -> None:
    line = results.inputs.benefits[0]
    where = {"municipality": "Skjervøy", "group": results.frame.groups[0], "year": 2028}

    assert gv.explain(results, "benefit", line=line.id, actor=line.receiver, **where)
    with pytest.raises(QuantityError) as raised:
        gv.explain(results, "benefit", line=line.id, actor="nobody", **where)
    assert raised.value.axis == "actor"
    assert raised.value.allowed == (line.receiver,)


def test_a_label_that_does_not_exist_has_a_suggestion(results: Results) -> None:
    with pytest.raises(ArgumentError) as raised:
        gv.explain(results, "charge", muncipality="Skjervøy", year=2028)
    assert raised.value.suggestion == "municipality"


def test_handed_out_arrays_stay_read_only(results: Results) -> None:
    charge = results.quantity("charge")
    copies = (charge, pickle.loads(pickle.dumps(charge)), copy.deepcopy(charge))  # noqa: S301

    for each in (*copies, copy.deepcopy(results).quantity("charge")):
        assert np.array_equal(each.values, charge.values)
        assert each.labels == charge.labels
        with pytest.raises(ValueError, match="WRITEABLE"):
            each.values.setflags(write=True)
        with pytest.raises(TypeError):
            each.labels["municipality"] = ()  # type: ignore[index]
    with pytest.raises(ValueError, match="WRITEABLE"):
        results.rolled("charge", "", "month").setflags(write=True)


def test_tables_for_people_have_units_in_words(results: Results) -> None:
    assert set(results.table("charges", labels="nb")["Enhet"]) == {"kr"}
    assert "pasienter" in set(results.table("patients", labels="nb")["Enhet"])
    assert set(results.table("charges")["unit"]) == {"NOK"}


def test_things_of_the_wrong_type_are_refused_in_words(results: Results) -> None:
    anything: Any = None
    words: Any = "nord-troms"
    number: Any = 3
    for ask, says in (
        (lambda: gv.run(words), "gevinst.example"),
        (lambda: gv.run(anything), "gevinst.load"),
        (lambda: gv.explain(anything, "charge"), "gevinst.run"),
        (lambda: gv.explain(results, anything), "«charge»"),
        (lambda: results.table(anything), "«charge»"),
        (lambda: results.quantity(number), "«charge»"),
        (lambda: gv.explain(results, "charge", depth=-1), "0 eller mer"),
    ):
        with pytest.raises(GevinstError) as raised:
            ask()
        assert says in raised.value.text("nb")


def test_errors_name_axes_in_norwegian(results: Results) -> None:
    for labels, says in (
        ({"year": 2028}, "avhenger av kommune: oppgi municipality="),
        ({"municipality": "Skjervøy"}, "avhenger av år"),
        ({"municipality": "Skjervøy", "group": "x", "year": 2028}, "ikke av pasientgruppe"),
        ({"municipality": "Oslo", "year": 2028}, "«Oslo» finnes ikke (kommune)"),
        ({"municipality": "Skjervøy", "year": 2028, "period": "2028-01"}, "bare én av dem"),
        ({"municipality": "Skjervøy", "year": "02028"}, "«02028» finnes ikke (år)"),
    ):
        with pytest.raises(QuantityError) as raised:
            gv.explain(results, "charge", **labels)
        assert says in raised.value.text("nb")
