"""What the rules of the benefits are called: which of several ways a quantity is made."""

from __future__ import annotations

from gevinst.explaining.nodes import Words

BENEFIT_RULES: dict[str, Words] = {
    "baseline_hours": Words("arbeidstid før", "work before"),
    "changed_by_amount": Words("endring i antall", "change in number"),
    "changed_hours": Words("arbeidstid etter, mindre før", "work after, less before"),
    "realised_after_delay": Words(
        "gevinst etter forsinkelsen, en endring til det verre i sin helhet",
        "gain after the delay, harm in full",
    ),
    "realised_where_fewer_is_better": Words(
        "færre er gevinst, flere regnes i sin helhet", "fewer is a gain, more counts in full"
    ),
    "realised_after_delay_where_fewer_is_better": Words(
        "færre er gevinst etter forsinkelsen, flere regnes i sin helhet",
        "fewer is a gain after the delay, more counts in full",
    ),
    "contact_benefit": Words("kontakten som faller bort", "the contact that falls away"),
    "freed_contact_hours": Words("tida kontakten tar", "the time of the contact"),
}
