"""Correction by evidence: what a project states for a design, at the lines that rest on it."""

from __future__ import annotations

from gevinst.assemble.placing import Placer
from gevinst.core.appraisal_records import CostUplift, EvidenceCorrection
from gevinst.schema import Project
from gevinst.schema.benefits import DescribedBenefit

NO_DELAY = "ikke oppgitt: ingen ekstra forsinkelse"


def corrections(project: Project, place: Placer) -> tuple[EvidenceCorrection, ...]:
    """One for each line with numbers whose design has a correction."""
    stated = project.evidence_correction
    if stated is None:
        return ()
    by_design = {entry.design: (i, entry) for i, entry in enumerate(stated.designs)}
    found = []
    for line in project.benefits:
        if isinstance(line, DescribedBenefit) or line.design not in by_design:
            continue
        i, entry = by_design[line.design]
        path = f"evidence_correction.designs[{i}]"
        if entry.delay is None:
            delay = place.left_out("evidence_delay", f"{path}.delay", 0, NO_DELAY, line.id)
        else:
            delay = place.one("evidence_delay", f"{path}.delay", entry.delay, line.id)
        found.append(
            EvidenceCorrection(
                id=line.id,
                design=line.design,
                line_delayed=line.realisation_delay is not None,
                evidence_gain_factor=place.one(
                    "evidence_gain_factor", f"{path}.gain_factor", entry.gain_factor, line.id
                ),
                evidence_delay=delay,
            )
        )
    return tuple(found)


def cost_uplifts(project: Project, place: Placer) -> tuple[CostUplift, ...]:
    """The uplift of costs, where there is one."""
    stated = project.evidence_correction
    if stated is None or stated.cost_uplift is None:
        return ()
    path = "evidence_correction.cost_uplift"
    uplift = place.one("evidence_cost_uplift", path, stated.cost_uplift)
    return (CostUplift(id="", evidence_cost_uplift=uplift),)
