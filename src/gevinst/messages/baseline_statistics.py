"""Texts: what the plain functions of a baseline measurement refuse, and missing intervals."""

BASELINE_STATISTICS: dict[str, dict[str, str]] = {
    "argument.needs_dispersion": {
        "nb": (
            'rate_ratio: method="quasi" trenger dispersion: variansen mellom personer delt på'
            " gjennomsnittet, 1 for hendelser som kommer tilfeldig. Oppgi den."
        ),
        "en": (
            'rate_ratio: method="quasi" needs dispersion: the variance between persons over the'
            " mean, 1 for events at random. Give it."
        ),
    },
    "argument.no_dispersion": {
        "nb": (
            'rate_ratio: dispersion er {found}, men method="exact" regner med 1. Bruk'
            ' method="quasi", eller utelat den.'
        ),
        "en": (
            'rate_ratio: dispersion is {found}, but method="exact" takes it as 1. Use'
            ' method="quasi", or leave it out.'
        ),
    },
    "argument.no_events": {
        "nb": (
            '{argument}<<{place}>> er {found}; method="quasi" regner med logaritmer og trenger'
            ' hendelser i begge perioder. Bruk method="exact".'
        ),
        "en": (
            '{argument}<<{place}>> is {found}; method="quasi" works with logarithms and needs'
            ' events in both periods. Use method="exact".'
        ),
    },
    "argument.no_contrast": {
        "nb": (
            "{argument}<<{place}>> er {found}: et logaritmisk intervall for forholdet trenger minst"
            " én med i hver gruppe, og ikke alle i begge. Bruk compare_shares, som er eksakt."
        ),
        "en": (
            "{argument}<<{place}>> is {found}: a log interval of the ratio needs at least one who"
            " has it in each group, and not all in both. Use compare_shares, which is exact."
        ),
    },
    "refused.no_persons": {
        "nb": (
            "Intervall oppgis ikke: antall personer og spredningen mellom dem er ikke kjent. Be om"
            " antall og verdiene per person, eller standardavvik."
        ),
        "en": (
            "No interval: how many persons there are, and how they differ, is not known. Ask for"
            " their number and each person's values, or the standard deviation."
        ),
    },
    "refused.one_pair": {
        "nb": "Intervall oppgis ikke: én person sier ikke noe om spredningen mellom personer.",
        "en": "No interval: one person says nothing about how persons differ.",
    },
    "refused.all_alike": {
        "nb": (
            "Intervall oppgis ikke: alle endret seg nøyaktig like mye, så spredningen er ukjent."
        ),
        "en": "No interval: all changed by exactly as much, so how persons differ is not known.",
    },
    "refused.nobody_changed": {
        "nb": "Intervall oppgis ikke: ingen endret seg.",
        "en": "No interval: nobody changed.",
    },
    "refused.tied": {
        "nb": (
            "Intervall oppgis ikke: like endringer eller uendrede personer gjør at det kan motsi"
            ' p-verdien. Bruk method="sign", som er eksakt også da.'
        ),
        "en": (
            "No interval: equal changes, or persons without a change, could make it contradict the"
            ' p-value. Use method="sign", which is exact even then.'
        ),
    },
    "refused.too_few_pairs": {
        "nb": (
            "Intervall oppgis ikke: med {found} personer finnes det ikke noe eksakt intervall på"
            " dette nivået."
        ),
        "en": "No interval: {found} persons have no exact interval at this level.",
    },
    "refused.too_few_events": {
        "nb": (
            "Ingen reduksjon kan påvises: det ventes {found} hendelser i hver periode, og det"
            " trengs minst {allowed} for å påvise selv den største. Ta med flere personer eller"
            " følg dem lenger."
        ),
        "en": (
            "No reduction can be shown: {found} events are to be expected in each period, and at"
            " least {allowed} are needed to show even the largest. Include more persons, or follow"
            " them for longer."
        ),
    },
}
