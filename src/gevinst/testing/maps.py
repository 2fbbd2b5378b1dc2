"""Benefits maps that hang together, and overlaps that are settled."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from gevinst.schema.benefit_map import AIMS, MAP_KINDS
from gevinst.schema.checks.reading import Draft
from gevinst.schema.overlaps import overlaps
from gevinst.testing.choices import one_in, pick, whole

Table = dict[str, Any]
MOST_BOXES = 2


def settled(tables: Table) -> Table:
    """Every pair of lines that the guard would stop, accepted with a reason; nothing if none."""
    pairs = [
        {"lines": [overlap.one.id, overlap.other.id], "reason": "Regnet hver for seg i prøven."}
        for overlap in overlaps(Draft(tables))
        if overlap.is_error
    ]
    return {"accepted_overlaps": pairs} if pairs else {}


def benefit_map(draw: st.DrawFn, tables: Table) -> list[Table]:
    """A box or two of each kind; every one is led to, and leads on to the next kind."""
    lines = [line["id"] for line in tables["benefits"]]
    columns = [[f"{kind}_{n}" for n in range(whole(draw, 1, MOST_BOXES))] for kind in MAP_KINDS]
    boxes: list[Table] = []
    for kind, own, after in zip(MAP_KINDS, columns, [*columns[1:], []], strict=True):
        for n, name in enumerate(own):
            box: Table = {"id": name, "name": f"Boks {name}", "kind": kind}
            if after:
                box["leads_to"] = after if n == 0 else [pick(draw, after)]
            if kind == "benefit" and n < len(lines) and one_in(draw, 2):
                box["benefit"] = lines[n]
            if kind == MAP_KINDS[-1] and one_in(draw, 2):
                box["aims"] = [pick(draw, AIMS)]
            boxes.append(box)
    return boxes
