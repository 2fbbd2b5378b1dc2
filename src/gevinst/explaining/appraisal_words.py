"""What the rules of present values are called: which of several ways a quantity is made."""

from __future__ import annotations

from gevinst.explaining.nodes import Words

_CORRECTED = Words("korrigert for evidens", "corrected for evidence")
_RAISED = Words("med kostnadspåslag", "with the cost uplift")

APPRAISAL_RULES: dict[str, Words] = {
    "municipality_discounted_cost_with_vat": Words(
        "med merverdiavgift som ikke kompenseres", "with VAT that is not recovered"
    ),
    "municipality_present_net_cash_with_residual": Words(
        "med del av restverdiene", "with a part of the residual values"
    ),
    "still_gained_share_of_delayed": Words(
        "av en gevinst som er forsinket fra før", "of a gain that is delayed already"
    ),
    "corrected_transfer": Words("overføringen følger endringen", "the transfer follows the change"),
    "municipality_corrected_discounted_gain": _CORRECTED,
    "actor_corrected_discounted_gain": _CORRECTED,
    "municipality_raised_cost": _RAISED,
    "municipality_raised_cost_with_vat": Words(
        "med kostnadspåslag og merverdiavgift som ikke kompenseres",
        "with the cost uplift and VAT that is not recovered",
    ),
    "actor_raised_cost": _RAISED,
}
