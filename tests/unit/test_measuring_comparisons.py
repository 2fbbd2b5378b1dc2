"""Three numbers side by side: what each design gives, what it refuses and what it asks for."""

import datetime as dt
import math
import pickle

import numpy as np
import pandas as pd
import pytest
from measured import (
    ADMISSIONS,
    BED_DAYS,
    CALENDAR,
    DESIGNS,
    FOUR,
    IMPROVED,
    POPULATION,
    RELATIVE,
    SCORES,
    config,
    counts,
    persons_and_events,
    selected_of,
)

from gevinst import baseline
from gevinst.errors import ArgumentError


def test_counts_in_four_cells_give_the_ratio_of_ratios_and_its_log_interval() -> None:
    measurement = baseline.measure_counts(FOUR, config())

    found = baseline.compare(measurement, design="comparison_group").table().iloc[0]

    assert found["observed"] == pytest.approx(80 / 120 - 1)
    assert found["expected"] == pytest.approx(-0.1)
    assert found["difference"] == pytest.approx((80 / 120) / 0.9 - 1)
    error = math.sqrt(1 / 80 + 1 / 120 + 1 / 90 + 1 / 100)
    width = math.log((1 + found["difference_high"]) / (1 + found["difference_low"])) / 2
    assert width == pytest.approx(1.96 * error, rel=0.02)  # Student's t of some 236 degrees


def test_two_counts_are_compared_exactly() -> None:
    measurement = baseline.measure_counts(FOUR, config(baseline={"selected_on_use": False}))

    found = baseline.compare(measurement, design="before_after").table().iloc[0]

    exact = baseline.rate_ratio(80, 60.0, 120, 60.0)
    assert found["observed_method"] == "exact"
    assert found["observed_low"] == pytest.approx(exact.low - 1)
    assert found["observed_p"] == pytest.approx(exact.p)
    assert found["expected"] == 0.0


def test_before_and_after_of_a_selected_group_is_treated_as_that_and_says_so() -> None:
    measurement = baseline.measure_counts(FOUR, config())

    comparison = baseline.compare(measurement, design="before_after")

    assert comparison.design == "before_after_selected"
    assert any("behandlet som" in text for text in comparison.assumptions())
    unselected = baseline.compare(measurement, design="before_after", selected_on_use=False)
    assert unselected.design == "before_after"


def test_a_stated_mean_and_shape_give_the_worked_example() -> None:
    """Mean 1, shape 1, selected at two or more: a third less, from nothing."""
    stated = {"mean": {"value": 1.0, "source": "KPR"}, "shape": {"value": 1.0, "source": "KPR"}}
    settings = config(population=[stated | {"cut": 2}], windows=RELATIVE)

    found = baseline.compare(
        baseline.measure_counts(FOUR, settings), design="before_after_selected"
    )

    assert found.table().iloc[0]["expected"] == pytest.approx(-1 / 3)
    assert found.table().iloc[0]["difference"] == pytest.approx(0.0)
    assert found.table().iloc[0]["basis"] == "sourced"
    assert "kan ikke skilles fra naturlig utvikling" in found.verdict("innleggelser")


def test_selection_alone_looks_like_a_gain_and_is_taken_away_by_the_population() -> None:
    comparison = selected_of(POPULATION)

    found = comparison.table().iloc[0]

    assert found["observed_high"] < -0.1  # before and after alone "finds" a reduction
    assert found["difference_low"] < 0 < found["difference_high"]
    assert found["basis"] == "measured"
    assert "kan ikke skilles fra naturlig utvikling" in comparison.verdict("innleggelser")


@pytest.mark.parametrize("known", ["nothing", "range"])
def test_without_data_on_the_population_nothing_is_told_from_nature(known: str) -> None:
    likely = {"likely": 1.0, "low": 0.8, "high": 1.2, "means": "limits"}
    stated = {"mean": likely, "shape": likely, "cut": 2}
    comparison = selected_of(*([stated] if known == "range" else []))

    verdict = comparison.verdict("innleggelser")

    assert "kan ikke skilles fra naturlig utvikling" in verdict
    assert "befolkningen gruppa er valgt fra ([[population]] distribution)" in verdict
    assert comparison.table().iloc[0]["expected_low"] < comparison.table().iloc[0]["expected_high"]
    expected = "stated" if known == "range" else "assumed"
    assert comparison.table().iloc[0]["basis"] == expected
    assert len(comparison.project_tables()["comparisons"]) == (known == "range")


def test_a_planted_effect_is_found_with_its_heavy_users_left_out() -> None:
    persons, events = persons_and_events(700, effect=0.5)
    measurement = baseline.measure(persons, events, config(ADMISSIONS, BED_DAYS, windows=RELATIVE))

    comparison = baseline.compare(measurement, design="comparison_group")

    found = comparison.table().iloc[0]
    assert found["difference_low"] < -0.5 < found["difference_high"] < 0
    assert found["difference_method"] == "bootstrap"
    assert "Anslått effekt" in comparison.verdict("innleggelser")
    heavy = comparison.without_heavy_users()
    own = heavy[heavy["indicator"] == "innleggelser"].set_index("persons_left_out")
    assert (own.loc[["all", "without_1", "without_5"], "high"] < 0).all()
    assert own.loc["one_lowest", "observed"] <= own.loc["all", "observed"]
    assert own.loc["one_highest", "observed"] >= own.loc["all", "observed"]


def test_the_same_seed_gives_the_same_and_another_indicator_changes_nothing() -> None:
    persons, events = persons_and_events(300)
    first, second, other = (
        baseline.compare(
            baseline.measure(persons, events, config(*chosen, windows=RELATIVE, baseline=seed)),
            design="randomised",
        )
        .table()
        .iloc[0]
        for chosen, seed in (
            ((ADMISSIONS,), {"seed": 1}),
            ((ADMISSIONS, BED_DAYS), {"seed": 1}),
            ((ADMISSIONS,), {"seed": 2}),
        )
    )

    assert first["difference_low"] == second["difference_low"]
    assert first["difference_low"] != other["difference_low"]


def test_an_interrupted_time_series_takes_its_months_from_the_events() -> None:
    chance = np.random.default_rng(5)
    size = 120
    rows = []
    for number in range(size):
        for month in range(36):
            rate = 9.0 * (0.6 if month >= 24 else 1.0) / 12
            start = dt.date(2022 + month // 12, month % 12 + 1, 1)
            days = chance.integers(0, 28, chance.poisson(rate))
            rows += [
                (f"p{number}", start + dt.timedelta(days=int(d)), "innleggelse", 1) for d in days
            ]
    persons = pd.DataFrame({"person_id": [f"p{n}" for n in range(size)]})
    persons["index_date"] = dt.date(2024, 1, 1)
    persons["follow_up_start"], persons["follow_up_end"] = (
        dt.date(2022, 1, 1),
        dt.date(2024, 12, 31),
    )
    persons["end_reason"] = "moved"
    events = pd.DataFrame(rows, columns=["person_id", "date", "type", "quantity"])
    windows = CALENDAR | {"introduced": dt.date(2024, 1, 1)}
    windows |= {"before_from": dt.date(2023, 1, 1), "before_to": dt.date(2023, 12, 31)}
    windows |= {"after_from": dt.date(2024, 1, 1), "after_to": dt.date(2024, 12, 31)}
    settings = config(windows=windows, baseline={"design": "interrupted_time_series"})

    comparison = baseline.compare(
        baseline.measure(persons, events, settings), design="interrupted_time_series"
    )

    found = comparison.table().iloc[0]
    assert found["difference_low"] < -0.4 < found["difference_high"] < 0
    assert (1 + found["observed"]) == pytest.approx(
        (1 + found["expected"]) * (1 + found["difference"])
    )
    assert "Ventet ut fra utviklingen før" in comparison.verdict("innleggelser")


@pytest.mark.parametrize(
    ("design", "words"),
    [
        ("interrupted_time_series", "krever tall for hver måned"),
        ("stepped_wedge", "krever tall for hver måned"),
        ("randomised", "ingen sammenligningsgruppe"),
        ("comparison_group", "ingen sammenligningsgruppe"),
    ],
)
def test_what_a_design_lacks_is_named(design: str, words: str) -> None:
    comparison = baseline.compare(baseline.measure_counts(FOUR.iloc[:2], config()), design=design)

    assert words in comparison.verdict("innleggelser")
    assert np.isnan(comparison.table().iloc[0]["difference"])
    assert comparison.project_tables()["comparisons"] == []


def test_too_few_events_and_persons_are_refused_with_what_is_needed() -> None:
    few = FOUR.assign(antall=[9, 8, 9, 12])
    small = FOUR.assign(personer=3)

    of_few = baseline.compare(baseline.measure_counts(few, config()), design="comparison_group")
    of_small = baseline.compare(baseline.measure_counts(small, config()), design="comparison_group")

    assert "For få hendelser: 8, minst 10 trengs" in of_few.verdict("innleggelser")
    assert "Færre enn 5 personer: tallene vises ikke." in of_small.verdict("innleggelser")
    assert np.isnan(of_small.table().iloc[0]["observed"])


def test_scores_are_compared_as_differences_with_their_own_expectation() -> None:
    """Selected above 115 of a score with mean 100, sd 15, correlation 0.7: down by 6.86."""
    table = counts(
        ("skar", "", "", "før", "", 100, None, 12300, 1514000),
        ("skar", "", "", "etter", "", 100, None, 11600, 1349000),
    )
    source = {"source": "Befolkningsundersøkelse"}
    numbers = {"mean": 100, "sd": 15, "correlation": 0.7, "cut": 115}
    stated = {name: {"value": number} | source for name, number in numbers.items()}

    comparison = baseline.compare(
        baseline.measure_counts(table, config(SCORES, population=[stated])),
        design="before_after_selected",
    )

    found = comparison.table().iloc[0]
    assert (found["scale"], found["observed"]) == ("difference", -7)
    assert found["expected"] == pytest.approx(-6.8631, abs=1e-4)
    assert found["difference"] == pytest.approx(-7 + 6.8631, abs=1e-4)
    assert "−7,00 poeng" in comparison.verdict("skar")


def test_improved_persons_have_a_share_and_nothing_to_compare_it_with() -> None:
    table = counts(("bedre", "", "", "etter", "", 6, None, 5))

    comparison = baseline.compare(
        baseline.measure_counts(table, config(IMPROVED)), design="before_after_selected"
    )

    assert comparison.table().iloc[0]["observed"] == pytest.approx(5 / 6)
    assert "83,3\N{NO-BREAK SPACE}% av personene er blitt bedre" in comparison.verdict("bedre")


@pytest.mark.parametrize("design", DESIGNS)
def test_project_tables_are_what_a_project_file_takes(design: str) -> None:
    from gevinst.schema.measurements import Comparison, Measurement

    persons, events = persons_and_events(400, effect=0.5)
    settings = config(ADMISSIONS, BED_DAYS, windows=RELATIVE, population=[POPULATION])
    measurement = baseline.measure(persons, events, settings)

    tables = baseline.compare(measurement, design=design).project_tables()

    assert [row["id"] for row in tables["measurements"]][:2] == [
        "innleggelser-before",
        "innleggelser-after",
    ]
    for row in tables["measurements"]:
        Measurement.model_validate(row)
    for row in tables["comparisons"]:
        Comparison.model_validate(row)
    if design in {"randomised", "comparison_group", "before_after", "before_after_selected"}:
        assert tables["comparisons"][0]["ratio"]["means"] == "95 % interval"


def test_flow_and_ends_of_follow_up_are_reported_without_small_numbers() -> None:
    persons, events = persons_and_events(200)
    persons = persons.reset_index(drop=True)
    persons["follow_up_end"], persons["end_reason"] = pd.NaT, ""
    for place, reason in enumerate(["death"] * 6 + ["moved"] * 2):
        persons.loc[place, "follow_up_end"] = persons.loc[place, "index_date"] + pd.Timedelta(
            days=40
        )
        persons.loc[place, "end_reason"] = reason

    measurement = baseline.measure(persons, events, config(windows=RELATIVE))

    flow = measurement.follow_up().set_index("stage")
    assert flow.loc["offered", "persons"] == (persons["arm"] == "followed").sum()
    assert np.isnan(flow.loc["moved", "persons"])
    assert flow.loc["moved", "hidden"]
    assert flow["hidden"].sum() >= 2  # one alone would follow from the others
    assert any("døde" in text.lower() for text in measurement.warnings())
    assert (measurement.rejected()["rows"] > 0).all()


def test_the_run_chart_hides_months_with_too_few_persons() -> None:
    persons, events = persons_and_events(240)
    measurement = baseline.measure(persons, events, config(windows=RELATIVE))

    chart = measurement.monthly("innleggelser")

    assert list(chart["season"][chart["month"] == "2025-01"]) == ["winter"]
    assert chart.loc[chart["hidden"], ["person_time", "amount", "rate"]].isna().all(axis=None)
    shown = chart[~chart["hidden"] & (chart["person_time"] > 0)]
    assert (shown["person_time"] * 12 >= 5).all()
    assert shown["rate"].to_numpy() == pytest.approx(shown["amount"] / shown["person_time"])


def test_the_heaviest_are_shown_only_where_they_are_enough_persons() -> None:
    persons, events = persons_and_events(300)
    table = baseline.measure(persons, events, config(windows=RELATIVE)).table()
    whole = table[(table["group"] == "") & (table["partner"] == "")]

    assert whole["heaviest_1"].isna().all()  # two persons
    assert whole["heaviest_5"].between(0.05, 0.6).all()  # eight
    small = table[table["persons"] < 81]
    assert small["heaviest_5"].isna().all()


def test_a_comparison_cannot_be_stored_and_shows_no_numbers() -> None:
    comparison = baseline.compare(baseline.measure_counts(FOUR, config()), design="randomised")

    with pytest.raises(ArgumentError, match="cannot be stored"):
        pickle.dumps(comparison)
    assert repr(comparison) == "<Comparison randomised: innleggelser>"


def test_unknown_arguments_are_refused() -> None:
    measurement = baseline.measure_counts(FOUR, config())

    with pytest.raises(ArgumentError, match="randomised"):
        baseline.compare(measurement, design="randomized")
    with pytest.raises(ArgumentError, match="level"):
        baseline.compare(measurement, design="randomised", level=95)
    with pytest.raises(ArgumentError, match="measure_counts"):
        baseline.compare(FOUR, design="randomised")  # type: ignore[arg-type]


def test_what_there_was_none_of_before_is_shown_as_the_amount_it_is() -> None:
    minutes = BED_DAYS | {"id": "minutter", "name": "Tid i senteret", "unit": "work_minute"}
    table = counts(
        ("minutter", "", "", "før", "", 40, 40.0, 0, 0),
        ("minutter", "", "", "etter", "", 40, 40.0, 6000, 1_000_000),
    )

    comparison = baseline.compare(
        baseline.measure_counts(table, config(minutes)), design="before_after_selected"
    )

    found = comparison.table().iloc[0]
    assert (found["scale"], found["observed"], found["expected"]) == ("difference", 150.0, 0.0)
    assert found["observed_low"] < 150 < found["observed_high"]
    verdict = comparison.verdict("minutter")
    assert "ingen før, 150,0 arbeidsminutter per person og år etter" in verdict
    assert "til det verre" in verdict
    assert comparison.project_tables()["comparisons"] == []
