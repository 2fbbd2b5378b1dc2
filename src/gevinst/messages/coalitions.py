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
    "coalition.no_cost_alone": {
        "nb": (
            "Regelen {rule} fordeler etter hva hver ville betalt alene, men alene koster det ingen"
            " noe. Velg en annen regel eller en nøkkel."
        ),
        "en": (
            "The rule {rule} splits by what each would pay alone, but alone it costs nobody"
            " anything. Choose another rule or a key."
        ),
    },
    "coalition.not_all_split": {
        "nb": (
            "Regelen {rule} fordeler {split} kr, men kostnaden er {cost} kr: deltakerne sparer til"
            " sammen ingenting utover særkostnadene, så det er ikke noe å fordele resten etter."
            " Velg ensc (resten likt), shapley eller nucleolus, eller en nøkkel."
        ),
        "en": (
            "The rule {rule} splits NOK {split}, but the cost is NOK {cost}: together the partners"
            " save nothing beyond their separable costs, so there is nothing to share the rest by."
            " Choose ensc (the rest equally), shapley or nucleolus, or a key."
        ),
    },
    "argument.results_need_costs": {
        "nb": (
            "Resultater alene sier ikke hva en gruppe ville betalt. Gi også"
            " costs=gevinst.coalition_costs(prosjekt), eller gi prosjektet."
        ),
        "en": (
            "Results alone do not tell what a group would pay. Give"
            " costs=gevinst.coalition_costs(project) too, or give the project."
        ),
    },
    "argument.rule_needs_project": {
        "nb": "En annen regel kan bare brukes på et prosjekt, ikke på resultater.",
        "en": "Another rule can be used on a project only, not on results.",
    },
    "argument.host_cannot_be_left_out": {
        "nb": "{partner} er vertskommune, og uten den er det ikke noe senter. Velg en annen.",
        "en": "{partner} is the host; without it there is no centre. Choose another.",
    },
    "argument.month": {
        "nb": "{argument} er «{found}». Skriv måneden som ÅÅÅÅ-MM, for eksempel 2028-07.",
        "en": '{argument} is "{found}". Write the month as YYYY-MM, such as 2028-07.',
    },
    "argument.month_outside": {
        "nb": "{found} går ikke her. Velg en måned fra {first} til {last}.",
        "en": "{found} cannot be used here. Choose a month from {first} to {last}.",
    },
}
