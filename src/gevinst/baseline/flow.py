"""From offered to started, and how follow-up ended: persons, with small numbers hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gevinst.baseline.records import ARMS
from gevinst.baseline.suppression import hidden_entries
from gevinst.baseline.warning import UNTOLD
from gevinst.messages import render

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.errors import Language
    from gevinst.extracts import Extract

FOLLOWED = 0
WHEN = ("before", "within", "later")
"""Codes of `Extract.death`: before the window after, in it, and later."""


def follow_up(extract: Extract | None, threshold: int, lang: Language) -> pd.DataFrame:
    """Stage or reason, persons and share of those offered; hidden ones are NaN.

    Effects are of the offer: everybody offered counts, whether they accepted or not.
    """
    import pandas as pd

    columns = ["table", "stage", "text", "persons", "hidden"]
    if extract is None:
        return pd.DataFrame([], columns=columns)
    rows = [*_stages(extract, threshold), *_ends(extract, threshold)]
    named = [
        (table, stage, render(f"baseline.{table}.{stage}", {}, lang), persons, hidden)
        for table, stage, persons, hidden in rows
    ]
    return pd.DataFrame(named, columns=columns)


def deaths_shown(extract: Extract | None, threshold: int) -> str:
    """Persons who died, as may be told: a number, fewer than the threshold, or that some did."""
    deaths = 0 if extract is None else extract.ended.get("death", 0)
    if extract is None or not deaths:
        return ""
    hidden = {name: is_hidden for _, name, _, is_hidden in _ends(extract, threshold)}
    if not hidden["death"]:
        return str(deaths)
    return f"< {threshold}" if deaths < threshold else UNTOLD


_Row = tuple[str, str, float, bool]


def _stages(extract: Extract, threshold: int) -> list[_Row]:
    own = (extract.arm == FOLLOWED) & extract.offered
    accepted, started = own & extract.accepted, own & extract.started
    parts = np.array(
        [[(own & ~accepted).sum()], [(accepted & ~started).sum()], [started.sum()]], dtype=float
    )
    members = np.array([[1, 1, 1], [0, 1, 1], [0, 0, 1], [1, 0, 0], [0, 1, 0]], dtype=bool)
    names = ("offered", "accepted", "started")
    return _rows("stage", names, members, parts, threshold)


def _ends(extract: Extract, threshold: int) -> list[_Row]:
    if not extract.ended:
        return []
    others = tuple(name for name in extract.ended if name != "death")
    deaths = [
        float(((extract.arm == arm) & (extract.death == when)).sum())
        for arm in range(len(ARMS))
        for when in range(len(WHEN))
    ]
    parts = np.array([*deaths, *(float(extract.ended[name]) for name in others)])[:, None]
    each, of_death = np.eye(len(parts), dtype=bool), np.arange(len(parts)) < len(deaths)
    by_window = tuple(f"{arm}_{when}" for arm in ARMS for when in WHEN)
    members = np.vstack([of_death, each[len(deaths) :], each[: len(deaths)], of_death | True])
    names = (*(("death",) if sum(deaths) else ()), *others, *by_window)
    rows = _rows("end", names, members if sum(deaths) else members[1:], parts, threshold)
    return [
        ("death" if name in by_window else table, name, persons, hidden)
        for table, name, persons, hidden in rows
        if name not in by_window or persons != 0
    ]


def _rows(
    table: str, names: tuple[str, ...], members: np.ndarray, parts: np.ndarray, threshold: int
) -> list[_Row]:
    nothing = np.zeros((len(parts), 0))
    hidden = hidden_entries(members, parts, nothing, threshold)
    totals = members.astype(float) @ parts[:, 0]
    return [
        (table, name, float("nan") if hidden[place] else float(totals[place]), bool(hidden[place]))
        for place, name in enumerate(names)
    ]
