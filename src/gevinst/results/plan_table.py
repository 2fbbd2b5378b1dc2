"""The benefits realisation plan: who answers for each benefit, from what to what, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.axes import Array
from gevinst.core import benefits
from gevinst.core.gain_records import Change, ChangeByAmount, ChangeByShare, Realisation, UnitValue
from gevinst.display import unit_words
from gevinst.units import canonical_unit

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.benefit_facts import BenefitFacts
    from gevinst.results.record import Results

COLUMNS = (
    "line",
    "owner",
    "indicator",
    "definition",
    "baseline",
    "target",
    "unit",
    "target_month",
    "method",
    "status",
)
HEADINGS = {
    "line": {"nb": "Gevinst", "en": "Benefit"},
    "owner": {"nb": "Gevinsteier", "en": "Owner"},
    "indicator": {"nb": "Indikator", "en": "Indicator"},
    "definition": {"nb": "Slik telles den", "en": "How it is counted"},
    "baseline": {"nb": "Nullpunkt", "en": "Baseline"},
    "target": {"nb": "Mål", "en": "Target"},
    "unit": {"nb": "Enhet", "en": "Unit"},
    "target_month": {"nb": "Innen", "en": "By"},
    "method": {"nb": "Målemetode", "en": "Method"},
    "status": {"nb": "Status", "en": "Status"},
}
STATUSES = {
    "planned": {"nb": "Planlagt", "en": "Planned"},
    "started": {"nb": "Startet", "en": "Started"},
    "realised": {"nb": "Tatt ut", "en": "Realised"},
    "dropped": {"nb": "Droppet", "en": "Dropped"},
    "": {"nb": "Ikke planlagt", "en": "Not planned"},
}


def frame(results: Results, lang: str | None) -> pd.DataFrame:
    """One row per benefit line, in the order of the file.

    The target is what the likely values give a patient and year when the realised share is taken
    out and any delay is over; a benefit that is only described has no numbers.
    """
    import pandas as pd

    rows = []
    for facts in results.names.benefit_facts.values():
        before, after = rates(results, facts.id)
        rows.append(
            {
                "line": facts.id,
                "owner": facts.owner,
                "indicator": facts.indicator,
                "definition": facts.definition,
                "baseline": before,
                "target": after,
                "unit": _unit(facts),
                "target_month": facts.target_month,
                "method": facts.method,
                "status": facts.status,
            }
        )
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    made[["baseline", "target"]] = made[["baseline", "target"]].astype("float64")
    if lang is None:
        return made
    made["line"] = [results.names.benefits[line] for line in made["line"]]
    made["unit"] = [
        unit_words(unit, "en" if lang == "en" else "nb") if unit else "" for unit in made["unit"]
    ]
    made["status"] = [STATUSES[status][lang] for status in made["status"]]
    return made.rename(columns={column: HEADINGS[column][lang] for column in COLUMNS})


def _unit(facts: BenefitFacts) -> str:
    return canonical_unit(f"{facts.counts}/patient/year") if facts.counts else ""


def rates(results: Results, line: str) -> tuple[float, float]:
    """What a patient has in a year without the service, and with it; NaN where nothing is counted.

    The formulas of the model, on one patient-year and without delay.
    """
    inputs = results.inputs
    change = next((x for x in inputs.changes if x.id == line), None)
    if change is None:
        return float("nan"), float("nan")
    realisation = next(x for x in inputs.realisations if x.id == line)
    one = inputs.year_step / inputs.year_step
    before, changed = _changed(change, one)
    counts = before + _realised(results, realisation, changed)
    covered = _covered(results, line)
    return float(before[covered]), float(counts[covered])


def _changed(change: Change, one: Array) -> tuple[Array, Array]:
    if isinstance(change, ChangeByShare):
        before = benefits.baseline_events(one, change.baseline_rate)
        return before, benefits.changed_events(before, change.effect)
    if isinstance(change, ChangeByAmount):
        before = benefits.baseline_events(one, change.baseline_rate)
        return before, benefits.changed_by_amount(one, change.change_rate, before)
    periods = change.periods_per_year
    before = benefits.baseline_hours(one, change.hours_before, periods)
    return before, benefits.changed_hours(one, change.hours_after, periods, before)


def _realised(results: Results, realisation: Realisation, changed: Array) -> Array:
    share = realisation.realisation_share
    if realisation.fewer_is_better:
        return benefits.realised_where_fewer_is_better(changed, share)
    worth = next(x for x in results.inputs.worths if x.id == realisation.id)
    value = worth.unit_value if isinstance(worth, UnitValue) else 0 * share
    return benefits.realised_events(changed, share, value)


def _covered(results: Results, line: str) -> tuple[int, int, int, int]:
    """The first cell of a patient group that the line applies to."""
    named = results.names.benefit_facts[line].groups
    groups = results.frame.groups
    return (groups.index(named[0]) if named else 0, 0, 0, 0)
