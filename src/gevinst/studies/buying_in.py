"""A partner buys in to what the others have invested before it joined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR, Array
from gevinst.core.inputs import OneOffLine
from gevinst.core.ledger import Ledger
from gevinst.errors import ArgumentError, QuantityError
from gevinst.messages import nearest
from gevinst.running import run
from gevinst.schema import Project
from gevinst.studies.models import paying_partner

if TYPE_CHECKING:
    import pandas as pd


def buying_in(project: Project, partner: str, lifetimes: Mapping[str, float]) -> pd.DataFrame:
    """What a partner that joins later pays for what the others have invested before.

    An investment loses its value evenly over its lifetime, counted from the month in which it
    fell due. The partner pays its share of what is left in the month in which it joins, the share
    being that of its first charge; the others get it back as they paid for the investment. What
    others than the partners paid for is left out. It is a transfer between the partners, beside
    the charges: it adds up to zero.

    Parameters
    ----------
    project : Project
    partner : str
        Name or code of the one that joins.
    lifetimes : mapping of str to float
        Years that each one-off cost line lasts, by the line's id.

    Returns
    -------
    pandas.DataFrame
        One row per investment and partner: ``line, municipality, residual`` (what is left of
        what the partners paid, kroner), ``amount`` (kroner to pay; negative is received).

    Raises
    ------
    QuantityError
        There is no such partner, or no such one-off cost line.
    ArgumentError
        A lifetime is not above zero.

    Examples
    --------
    >>> import gevinst as gv
    >>> table = gv.studies.buying_in(gv.example("nord-troms"), "Lyngen", {"etablering": 5})
    >>> bool(abs(table["amount"].sum()) < 0.01)
    True
    """
    import pandas as pd

    who = paying_partner(project, partner)
    results = run(project)
    made = results.ledger
    _refuse(lifetimes, [line.id for line in results.inputs.lines if isinstance(line, OneOffLine)])
    labels = results.frame.municipalities
    own, joins = labels.index(who.name), who.joins.index(results.frame.first_year)
    frames = [
        pd.DataFrame(
            {
                "line": line,
                "municipality": labels,
                **_bought(made, line, own=own, joins=joins, lifetime=lifetime),
            }
        )
        for line, lifetime in lifetimes.items()
    ]
    columns = ["line", "municipality", "residual", "amount"]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)


def _refuse(lifetimes: Mapping[str, float], known: list[str]) -> None:
    for line, years in lifetimes.items():
        if line not in known:
            raise QuantityError.unknown_label("line", line, nearest(line, known), known)
        if not years > 0:
            raise ArgumentError.outside(f"lifetimes[{line!r}]", float(years), "> 0")


def _bought(
    made: Ledger, line: str, *, own: int, joins: int, lifetime: float
) -> dict[str, float | Array]:
    """What is left of one investment, and what each partner pays or receives."""
    paid = made["line_cost", line][0, 0, :, 0]
    charges = made["charge"][0, :, :, 0]
    due = int(np.argmax(np.abs(paid)))
    if not due < joins < len(paid):
        return {"residual": 0.0, "amount": np.zeros(len(charges))}
    left = max(1 - (joins - due) / MONTHS_IN_YEAR / lifetime, 0.0)
    by_partners = _part(charges[:, due].sum(), float(made["total_cost"][0, 0, due, 0]))
    residual = float(paid[due]) * by_partners * left
    share = _part(float(charges[own, joins]), charges[:, joins].sum())
    amounts = (
        -residual * share * np.array([_part(c, charges[:, due].sum()) for c in charges[:, due]])
    )
    amounts[own] -= amounts.sum()
    amounts = amounts + 0.0  # no minus zero
    return {"residual": residual, "amount": amounts}


def _part(part: float, whole: float) -> float:
    """A part of a whole; none of nothing."""
    return part / whole if whole else 0.0
