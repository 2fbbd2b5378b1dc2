"""Texts: what the cost of groups of partners needs, and rules that have no answer."""

COALITIONS: dict[str, dict[str, str]] = {
    "coalition.zone_missing": {
        "nb": (
            "{partner} mangler sone for arbeidsgiveravgift. En gruppe uten vertskommunen drives"
            " av den største kommunen i gruppen, og da må sonen være kjent. Oppgi"
            ' payroll_tax_zone, for eksempel "II".'
        ),
        "en": (
            "{partner} has no payroll-tax zone. A group without the host is hosted by its most"
            ' populous member, whose zone must be known. State payroll_tax_zone, such as "II".'
        ),
    },
    "coalition.too_many": {
        "nb": (
            "{count} betalende deltakere gir for mange grupper å regne på; det største antallet er"
            " {most}. Slå sammen deltakere, eller velg en fordelingsnøkkel (rule = «key»)."
        ),
        "en": (
            "{count} paying partners make too many groups; the most is {most}. Merge partners,"
            ' or choose a key (rule = "key").'
        ),
    },
    "coalition.no_volume": {
        "nb": (
            "Regelen {rule} fordeler etter pasientmåneder, men ingen deltaker har pasienter i"
            " beregningsperioden. Velg en annen regel eller en nøkkel."
        ),
        "en": (
            "The rule {rule} splits by patient-months, but no partner has patients within the"
            " horizon. Choose another rule or a key."
        ),
    },
    "coalition.no_cost": {
        "nb": "Regelen {rule} har ingen kostnad å fordele: senteret koster ingenting.",
        "en": "The rule {rule} has no cost to split: the centre costs nothing.",
    },
}
