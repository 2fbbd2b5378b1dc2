"""Configurations, counts and synthetic persons that tests of the measurement share."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import numpy as np
import pandas as pd

from gevinst import baseline
from gevinst.loading import load_baseline
from gevinst.schema.baseline_config import BaselineConfig

_TERMS = {
    "organisation": "UNN HF",
    "definition": "Akutte innleggelser i somatikk.",
    "counting_rule": "Ett opphold er én innleggelse.",
    "source_system": "NPR",
    "valid_from": dt.date(2024, 1, 1),
    "better": "fewer",
}
ADMISSIONS = {
    "id": "innleggelser",
    "name": "Innleggelser",
    "kind": "events",
    "unit": "admission",
    "event_types": ["innleggelse"],
    **_TERMS,
}
BED_DAYS = {
    "id": "liggedogn",
    "name": "Liggedøgn",
    "kind": "amount",
    "unit": "bed_day",
    "event_types": ["innleggelse"],
    **_TERMS,
}
IMPROVED = {
    "id": "bedre",
    "name": "Færre innleggelser",
    "kind": "improved",
    "unit": "share",
} | _TERMS
SCORES = {
    "id": "skar",
    "name": "Livskvalitet",
    "kind": "score",
    "unit": "point",
    "event_types": ["skår"],
    **_TERMS,
    "better": "more",
}
CALENDAR = {
    "before_from": dt.date(2024, 1, 1),
    "before_to": dt.date(2024, 12, 31),
    "after_from": dt.date(2025, 1, 1),
    "after_to": dt.date(2025, 12, 31),
}
RELATIVE = {"length": "12 month", "washout": "30 day", "index_event": "exclude"}


def config(
    *indicators: dict[str, Any],
    windows: dict[str, Any] | None = None,
    baseline: dict[str, Any] | None = None,
    **tables: Any,
) -> BaselineConfig:
    """Configuration with admissions as the primary indicator, unless told otherwise."""
    chosen = indicators or (ADMISSIONS,)
    head = {
        "name": "Nullpunkt Nord",
        "date": dt.date(2026, 11, 22),
        "organisation": "Kvænangen kommune",
        "design": "before_after_selected",
        "selected_on_use": True,
        "primary": chosen[0]["id"],
    }
    raw = {
        "schema": 1,
        "baseline": head | (baseline or {}),
        "windows": CALENDAR if windows is None else windows,
        "indicators": list(chosen),
        **tables,
    }
    return load_baseline(copy.deepcopy(raw))


def counts(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """Table of counts as an analyst writes it."""
    columns = ["indikator", "gruppe", "kommune", "periode", "arm", "personer", "personår", "antall"]
    wide = [(*row, *[None] * (9 - len(row))) for row in rows]
    return pd.DataFrame(wide, columns=[*columns, "kvadratsum"])


def persons_and_events(
    size: int = 240,
    *,
    effect: float = 0.7,
    seed: int = 3,
    controls: bool = True,
    selected_from: int = 0,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Persons with gamma-Poisson admissions; those followed have `effect` times as many after.

    With `selected_from` above 0, only those with so many admissions in the year before are kept.
    """
    chance = np.random.default_rng(seed)
    index = pd.Timestamp("2024-06-01") + pd.to_timedelta(chance.integers(0, 300, size), unit="D")
    comparison = (chance.random(size) < 0.5) & controls
    own = chance.gamma(1.2, 1.0, size)
    rows = []
    kept = np.ones(size, dtype=bool)
    for number in range(size):
        after = own[number] * (1.0 if comparison[number] else effect)
        before_days = _days(chance, own[number], -430, -31)
        after_days = _days(chance, after, 31, 430)
        kept[number] = len(before_days[before_days >= -396]) >= selected_from
        rows += [
            (f"p{number}", index[number] + pd.Timedelta(days=int(day)), "innleggelse", quantity)
            for day in np.concatenate([before_days, after_days])
            for quantity in [int(chance.integers(1, 9))]
        ]
    persons = pd.DataFrame(
        {
            "person_id": [f"p{number}" for number in range(size)],
            "index_date": index,
            "follow_up_start": index - pd.Timedelta(days=500),
            "follow_up_end": pd.NaT,
            "end_reason": "",
            "group": chance.choice(["KOLS", "Hjertesvikt"], size),
            "municipality": chance.choice(
                ["Lyngen", "Skjervøy", "Storfjord"], size, p=[0.6, 0.38, 0.02]
            ),
            "arm": np.where(comparison, "comparison", "followed"),
            "offered": 1,
            "accepted": 1,
            "started": (chance.random(size) < 0.8).astype(int),
        }
    )[kept]
    events = pd.DataFrame(rows, columns=["person_id", "date", "type", "quantity"])
    return persons, events[events["person_id"].isin(persons["person_id"])]


def _days(chance: np.random.Generator, rate: float, first: int, last: int) -> np.ndarray:
    number = chance.poisson(rate * (last - first + 1) / 365.25)
    return np.unique(chance.integers(first, last + 1, number))


DESIGNS = (
    "randomised",
    "stepped_wedge",
    "comparison_group",
    "interrupted_time_series",
    "before_after",
    "before_after_selected",
)
FOUR = counts(
    ("innleggelser", "", "", "før", "fulgt", 60, 60.0, 120),
    ("innleggelser", "", "", "etter", "fulgt", 60, 60.0, 80),
    ("innleggelser", "", "", "før", "comparison", 60, 60.0, 100),
    ("innleggelser", "", "", "etter", "comparison", 60, 60.0, 90),
)
POPULATION = {"distribution": [5000, 2500, 1250, 625, 313, 156, 78, 40, 20, 10, 8], "cut": 2}
POPULATION |= {"period": "12 month"}


def selected_of(*populations: dict[str, object]) -> baseline.Comparison:
    """Persons selected at two or more admissions in the year before; no service at all."""
    persons, events = persons_and_events(500, effect=1.0, controls=False, selected_from=2, seed=8)
    settings = config(windows=RELATIVE, population=list(populations))
    return baseline.compare(baseline.measure(persons, events, settings), design="before_after")
