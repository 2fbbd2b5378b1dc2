"""What present values run on, beside the rate: what is left at the end, and who is public."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Residual:
    """What a purchase is worth when the analysis ends; its id is the cost line's."""

    id: str
    residual_value: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicActor:
    """How much of an actor's money is public; its id is that of the actor's cash."""

    id: str
    public_share: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCorrection:
    """How gains of a benefit line are corrected for the design behind them; its id is the line's.

    `line_delayed` says that the line states a delay of its own.
    """

    id: str
    design: str
    line_delayed: bool
    evidence_gain_factor: Array
    evidence_delay: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class CostUplift:
    """How much costs are raised; there is at most one, with an empty id."""

    id: str
    evidence_cost_uplift: Array
