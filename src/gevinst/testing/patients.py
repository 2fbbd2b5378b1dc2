"""Patient groups: how many are eligible, how they come in, how long they stay."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gevinst.testing.choices import Written, likely_of, number, one_in, written

MOST_GROUPS = 3
Table = dict[str, Any]


def group(
    draw: st.DrawFn,
    position: int,
    partners: list[Table],
    curve: str,
    before: list[str],
    opening: list[str],
) -> Table:
    """A patient group; the first one always has patients at the first partner.

    Parameters
    ----------
    draw
        Given by Hypothesis.
    position
        Its number.
    partners
        The paying partners.
    curve
        The curve of the ramp-up.
    before
        Codes of the partners that joined before the horizon starts: their patients are stated.
    opening
        Codes of all partners that may have patients when the horizon starts.
    """
    table: Table = {
        "id": f"gruppe_{position}",
        "name": f"Gruppe {position}",
        "ramp_time": written(number(draw, 1, 36, 0.5, steps=35), "month", 0.5, 48),
        "recruitment_rate": written(number(draw, 0.2, 12, 50, steps=59), "1/year", 0.1, 60),
        "mean_stay": written(number(draw, 3, 36, 0.5, 240, steps=33), "month", 0.5, 300),
        "dropout_rate": written(number(draw, 0, 1, 0, 100, steps=20), "1/year", 0, 100),
    }
    if curve == "logistic":
        table["ramp_steepness"] = written(number(draw, 1, 10, steps=18), "1", 1, 12)
    codes = [partner["code"] for partner in partners]
    needed = codes[0] if position == 0 else None
    table |= _eligible(draw, codes, needed) | _inclusion(draw, codes, needed)
    stated = opening if opening and one_in(draw, 2) else before
    if stated:
        table["opening_patients"] = {
            partner["code"]: number(draw, 0, 1, 0, 1, steps=10) * _eligible_at(table, partner)
            for partner in partners
            if partner["code"] in stated
        }
    return table


def _eligible(draw: st.DrawFn, codes: list[str], needed: str | None) -> Table:
    if one_in(draw, 2):
        return {
            "eligible": {
                code: written(_none_or(draw, 1, 400, code == needed), "patient", 0, 500)
                for code in codes
            }
        }
    share = _none_or(draw, 0.002, 0.05, needed is not None)
    return {"eligible_per_inhabitant": written(share, "patient/inhabitant", 0, 1)}


def _inclusion(draw: st.DrawFn, codes: list[str], needed: str | None) -> Table:
    if one_in(draw, 2):
        return {"inclusion_share": {code: _target(draw, code == needed) for code in codes}}
    return {"inclusion_share": _target(draw, needed is not None)}


def _target(draw: st.DrawFn, needed: bool) -> Written:  # noqa: FBT001
    share = number(draw, 0.02, 1, 1) if needed else number(draw, 0.02, 1, 0, 1)
    return written(share, "1", 0, 1)


def _none_or(draw: st.DrawFn, low: float, high: float, needed: bool) -> float:  # noqa: FBT001
    return number(draw, low, high) if needed else number(draw, low, high, 0)


def _eligible_at(table: Table, partner: Table) -> float:
    if "eligible" in table:
        return likely_of(table["eligible"][partner["code"]])
    return likely_of(table["eligible_per_inhabitant"]) * likely_of(partner["population"])


def without_patients(draw: st.DrawFn, table: Table) -> Table:
    """The same group with nobody to follow: none eligible, or none included."""
    kept = dict(table)
    if "opening_patients" in kept:
        kept["opening_patients"] = dict.fromkeys(kept["opening_patients"], 0)
    if one_in(draw, 2):
        return {**kept, "inclusion_share": 0}
    if "eligible" in kept:
        return {**kept, "eligible": dict.fromkeys(kept["eligible"], 0)}
    return {**kept, "eligible_per_inhabitant": 0}
