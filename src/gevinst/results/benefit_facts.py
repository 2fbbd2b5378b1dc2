"""What is told of a benefit line beside its numbers: indicator, evidence, owner, plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitFacts:
    """A benefit line of the project, in words; empty where the project says nothing.

    Attributes
    ----------
    kind : str
        ``events``, ``hours``, ``loop`` or ``described``.
    grade : int
        Evidence grade that follows from the design, 1 the strongest, 6 an expert's estimate.
    counts : str
        Unit of what is counted; empty for what is only described.
    receiver, benefit_class : str
        Of the line; empty for a loop, whose contacts have their own.
    groups : tuple of str
        Ids of the patient groups; empty for all.
    decision : str
        The budget decision that makes kroner of hours.
    importance, extent, reason
        The plus-minus method; extent is None where it is not used.
    target_month, method, status : str
        The plan.
    """

    id: str
    kind: str
    name: str
    indicator: str
    definition: str
    design: str
    grade: int
    owner: str
    payer: str
    receiver: str = ""
    benefit_class: str = ""
    counterparty: str = ""
    counts: str = ""
    groups: tuple[str, ...] = ()
    baseline_from: str = ""
    profession: str = ""
    decision: str = ""
    catalogue: str = ""
    replaces: str = ""
    kostra_art: str = ""
    kostra_function: str = ""
    importance: str = ""
    extent: int | None = None
    reason: str = ""
    target_month: str = ""
    method: str = ""
    status: str = ""
