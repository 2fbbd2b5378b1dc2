"""Rate, period and timing of the present values, and who is paid for by the public."""

from __future__ import annotations

from typing import Any

from gevinst.assemble.placing import Placer
from gevinst.axes import Array
from gevinst.core.appraisal_records import PublicActor, Residual
from gevinst.core.gaining import CASH, actor_record, other_actors
from gevinst.core.inputs import Inputs
from gevinst.schema import Project
from gevinst.schema.economics import Economics

PUBLIC = ("municipality", "state")
"""Public actors beside the hospital trusts. A GP is a business of its own: what the public pays it
is a transfer, where it is stated as one."""
TIMES = {"start": 0.0, "mid": 0.5, "end": 1.0}
"""When in the year the amounts fall, in years after its start."""
WHOLE = "ikke oppgitt: hele perioden"
AT_END = "ikke oppgitt: ved årets slutt"
FIRST_BAND = "1"
"""The rate of the first band holds for 40 years, which is the longest horizon."""


def appraisal(project: Project, place: Placer) -> dict[str, Any]:
    """What the discount factors follow from, and the residual values."""
    stated = project.economics or Economics()
    date = project.project.date

    def at(field: str) -> str:
        return f"economics.{field}"

    def rate(name: str, field: str, parameter: str, part: str | None = None) -> Array:
        value = getattr(stated, field)
        if value is not None:
            return place.one(name, at(field), value)
        return place.parameter(name, parameter, date, part)

    if stated.analysis_period is None:
        years = place.left_out(
            "analysis_period", at("analysis_period"), project.horizon.years, WHOLE, ""
        )
    else:
        years = place.one("analysis_period", at("analysis_period"), stated.analysis_period)
    if stated.timing is None:
        time = place.left_out("discount_time", at("timing"), TIMES["end"], AT_END, "")
    else:
        time = place.chosen("discount_time", at("timing"), TIMES[stated.timing], stated.timing, "")
    return {
        "analysis_period": years,
        "discount_time": time,
        "discount_rate": rate(
            "discount_rate", "discount_rate", "economics.discount_rate", FIRST_BAND
        ),
        "tax_financing_rate": rate(
            "tax_financing_rate", "tax_financing_rate", "economics.tax_financing_cost"
        ),
        "tax_financing": stated.tax_financing,
        "residuals": tuple(
            Residual(
                id=left.line,
                residual_value=place.one(
                    "residual_value", at(f"residual_values[{i}].amount"), left.amount, left.line
                ),
            )
            for i, left in enumerate(stated.residual_values)
        ),
    }


def public_actors(x: Inputs, project: Project, place: Placer) -> tuple[PublicActor, ...]:
    """Whose money is public, of everybody but the municipalities."""
    public = {*PUBLIC, *(trust.code for trust in project.hospital_trusts)}
    made = []
    for actor in other_actors(x):
        record = actor_record(actor, CASH)
        number, note = (1, "offentlig") if actor in public else (0, "ikke offentlig")
        share = place.defined("public_share", number, note, record)
        made.append(PublicActor(id=record, public_share=share))
    return tuple(made)
