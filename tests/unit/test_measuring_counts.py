"""The counts door: tables as analysts make them, and what is refused in them."""

import copy
import dataclasses
import pickle
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from measured import ADMISSIONS, BED_DAYS, CALENDAR, IMPROVED, SCORES, config, counts

from gevinst import baseline
from gevinst.errors import ArgumentError

BOTH = counts(
    ("innleggelser", "KOLS", "Lyngen", "før", "fulgt", 20, 19.5, 44),
    ("innleggelser", "KOLS", "Lyngen", "etter", "fulgt", 20, 18.9, 29),
    ("innleggelser", "KOLS", "Skjervøy", "før", "fulgt", 12, 12.0, 20),
    ("innleggelser", "KOLS", "Skjervøy", "etter", "fulgt", 12, 11.5, 15),
)


def row(table: pd.DataFrame, **where: str) -> pd.Series:
    wanted = {"group": "", "partner": "", "arm": "followed"} | where
    found = table[(table[list(wanted)] == pd.Series(wanted)).all(axis=1)]
    assert len(found) == 1
    return found.iloc[0]


def test_events_without_squares_have_the_exact_interval_and_say_that_it_is_the_best_case() -> None:
    measurement = baseline.measure_counts(BOTH, config())

    before = row(measurement.table(), period="before")

    exact = baseline.rate_interval(64, 31.5)
    assert (before["persons"], before["amount"], before["method"]) == (32, 64, "exact")
    assert before["low"] == pytest.approx(exact.low, rel=1e-9)
    assert before["high"] == pytest.approx(exact.high, rel=1e-9)
    assert any("virkelige intervallet er videre" in text for text in measurement.warnings())


def test_squares_widen_the_interval() -> None:
    squares = counts(("innleggelser", "", "", "før", "", 20, 20.0, 40, 160))

    before = row(baseline.measure_counts(squares, config()).table(), period="before")

    # each person's variance: (160 - 40² / 20) / 19 = 80 / 19, over a mean of 2
    assert before["dispersion"] == pytest.approx(80 / 19 / 2)
    assert before["method"] == "quasi"
    assert before["low"] < baseline.rate_interval(40, 20.0).low


def test_amounts_without_squares_refuse_the_interval_and_say_what_would_give_it() -> None:
    table = counts(("liggedogn", "", "", "før", "", 20, 20.0, 90))

    measurement = baseline.measure_counts(table, config(BED_DAYS))

    before = row(measurement.table(), period="before")
    assert before["rate"] == 4.5
    assert np.isnan(before["low"])
    assert np.isnan(before["high"])
    assert "sum_of_squares" in before["refused"]
    assert any("sum_of_squares" in text for text in measurement.warnings())


def test_five_of_six_improved_has_the_exact_interval() -> None:
    table = counts(("bedre", "", "", "etter", "", 6, None, 5))

    after = row(baseline.measure_counts(table, config(IMPROVED)).table(), period="after")

    # Clopper and Pearson for 5 of 6, as MULI reported without an interval
    assert (after["low"], after["high"]) == pytest.approx((0.35876542, 0.99578926))


def test_scores_have_students_interval() -> None:
    table = counts(
        ("skar", "", "", "før", "", 4, None, 20, 110),
        ("skar", "", "", "etter", "", 4, None, 24, 150),
    )

    measured = config(SCORES, baseline={"threshold": 2})
    before = row(baseline.measure_counts(table, measured).table(), period="before")

    # mean 5, variance (110 - 100) / 3, t of 3 degrees 3.1824
    half = 3.182446305 * np.sqrt(10 / 3 / 4)
    assert (before["low"], before["high"]) == pytest.approx((5 - half, 5 + half))


@pytest.mark.parametrize("form", ["semicolon", "comma", "latin", "xlsx", "config"])
def test_every_way_to_give_counts_gives_the_same(tmp_path: Path, form: str) -> None:
    path: Path | None = tmp_path / ("counts.xlsx" if form == "xlsx" else "counts.csv")
    settings = config()
    text = "Indikator;Gruppe;Kommune;Periode;Personer;Personår;Hendelser\n"
    text += "innleggelser;KOLS;Lyngen;før;20;19,5;44\nInnleggelser;KOLS;Lyngen;etter;20;18,9;29\n"
    if form == "semicolon":
        path.write_text(text, "utf-8-sig")
    elif form == "latin":
        path.write_bytes(text.encode("latin-1"))
    elif form == "comma":
        path.write_text(text.replace(",", ".").replace(";", ","), "utf-8")
    elif form == "xlsx":
        BOTH.iloc[:2].drop(columns=["arm", "kvadratsum"]).to_excel(path, index=False)
    else:
        path = None
        cells = [
            {"indicator": "innleggelser", "group": "KOLS", "partner": "Lyngen", "period": period}
            | {"persons": 20, "person_time": time, "events": events}
            for period, time, events in (("before", 19.5, 44), ("after", 18.9, 29))
        ]
        settings = config(counts=cells)

    found = baseline.measure_counts(path, settings).table()

    pd.testing.assert_frame_equal(found, baseline.measure_counts(BOTH.iloc[:2], config()).table())


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"indikator": "ukjent"}, "baseline.counts.value"),
        ({"personer": "tjue"}, "baseline.counts.value"),
        ({"personer": 19.5}, "baseline.counts.value"),
        ({"antall": -1}, "baseline.counts.value"),
        ({"antall": 4.5}, "baseline.counts.value"),
        ({"personår": 0}, "baseline.counts.value"),
        ({"personår": None}, "baseline.counts.value"),
        ({"periode": "under"}, "baseline.counts.value"),
        ({"arm": "begge"}, "baseline.counts.value"),
        ({"kvadratsum": 90}, "baseline.counts.squares"),
        ({"kommune": "Skjervøy"}, "baseline.counts.twice"),
        ({"kommune": ""}, "baseline.counts.whole"),
    ],
)
def test_an_impossible_row_is_refused_with_its_place(change: dict[str, object], kind: str) -> None:
    table = BOTH.astype(object)
    for column, content in change.items():
        table.loc[0, column] = content

    with pytest.raises(ArgumentError) as caught:
        baseline.measure_counts(table, config())

    assert caught.value.kind == kind
    assert caught.value.text("nb") != caught.value.text("en")


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (BOTH.drop(columns="personer"), "baseline.counts.columns"),
        (BOTH.assign(persons=1), "baseline.counts.column_twice"),
        (BOTH.iloc[:0], "baseline.counts.none"),
        (None, "baseline.counts.none"),
        (3, "baseline.counts.file"),
        ("no-such-file.csv", "baseline.counts.missing"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(table: object, kind: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        baseline.measure_counts(table, config())

    assert caught.value.kind == kind


def test_a_total_beside_its_parts_is_not_counted_twice() -> None:
    total = counts(("innleggelser", "", "", "før", "fulgt", 32, 31.5, 64))
    table = pd.concat([BOTH, total], ignore_index=True)

    with_total = baseline.measure_counts(table, config()).table()

    pd.testing.assert_frame_equal(with_total, baseline.measure_counts(BOTH, config()).table())


def test_tables_by_group_and_by_partner_cannot_be_mixed() -> None:
    table = counts(
        ("innleggelser", "KOLS", "", "før", "", 20, 20.0, 40),
        ("innleggelser", "", "Lyngen", "før", "", 20, 20.0, 40),
    )

    with pytest.raises(ArgumentError, match="by group"):
        baseline.measure_counts(table, config())


def test_a_hidden_partner_hides_another_and_the_rest_is_shown_as_others() -> None:
    table = counts(
        *(
            ("innleggelser", "", name, period, "", persons, persons * 1.0, persons * 2)
            for name, persons in (("Lyngen", 20), ("Skjervøy", 9), ("Storfjord", 3))
            for period in ("før", "etter")
        )
    )

    measurement = baseline.measure_counts(table, config())
    shown = measurement.table()

    hidden = shown[shown["hidden"]]
    assert set(hidden["partner"]) == {"Skjervøy", "Storfjord"}
    assert hidden[["persons", "person_time", "amount", "rate", "low", "high"]].isna().all(axis=None)
    assert row(shown, partner="øvrige", period="before")["persons"] == 12
    assert set(measurement.table("en")["partner"]) >= {"others"}
    assert any("2 celler er skjult" in text for text in measurement.warnings())


def test_a_measurement_cannot_be_stored_and_shows_no_numbers() -> None:
    measurement = baseline.measure_counts(BOTH, config())

    with pytest.raises(ArgumentError, match="cannot be stored"):
        pickle.dumps(measurement)
    assert copy.deepcopy(measurement) is copy.copy(measurement) is measurement
    assert not dataclasses.is_dataclass(measurement)
    assert repr(measurement) == "<Measurement 'Nullpunkt Nord': innleggelser>"


def test_counts_have_no_months_and_say_so() -> None:
    measurement = baseline.measure_counts(BOTH, config())

    with pytest.raises(ArgumentError, match="persons and events"):
        measurement.monthly("innleggelser")
    with pytest.raises(ArgumentError, match="innleggelser"):
        measurement.monthly("innleggelse")


def test_definitions_stand_beside_the_numbers() -> None:
    found = baseline.measure_counts(BOTH, config(ADMISSIONS)).definitions()

    assert found.loc[0, "counting_rule"] == "Ett opphold er én innleggelse."
    assert found.loc[0, "source_system"] == "NPR"


def test_what_is_no_configuration_is_refused() -> None:
    with pytest.raises(ArgumentError, match="load_baseline"):
        baseline.measure_counts(BOTH, CALENDAR)  # type: ignore[arg-type]


def test_many_groups_and_partners_are_shown_apart() -> None:
    rows = [
        ("innleggelser", group, f"K{place:02}", "før", "", 10, 10.0, 12)
        for group in ("KOLS", "Hjertesvikt", "Diabetes")
        for place in range(25)
    ]

    measurement = baseline.measure_counts(counts(*rows), config())

    table = measurement.table()
    assert len(table) == 1 + 3 + 25
    assert row(table, group="KOLS", period="before")["persons"] == 250
    assert any("hver for seg" in text for text in measurement.warnings())


def test_every_missing_column_is_named_at_once_with_the_nearest_heading() -> None:
    """And the number itself may be called events or amount; both are told."""
    table = counts(("innleggelser", "", "", "før", "", 60, 60.0, 120)).rename(
        columns={"indikator": "indicatr", "periode": "perode", "antall": "evnts"}
    )

    with pytest.raises(ArgumentError) as caught:
        baseline.measure_counts(table, config())

    for lang in ("nb", "en"):
        said = caught.value.text(lang)
        assert "events" in said
        for name in ("indicatr", "perode", "evnts"):
            assert name in said
