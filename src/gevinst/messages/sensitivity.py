"""Texts: questions about which inputs matter, and from where on it pays."""

SENSITIVITY: dict[str, dict[str, str]] = {
    "sensitivity.fixed": {
        "nb": (
            "{name} er et fast tall ({value}) uten spenn. Oppgi low og high her, eller gi den et"
            " spenn i prosjektfila."
        ),
        "en": (
            "{name} is a fixed number ({value}) without a range. State low and high here, or give"
            " it a range in the project file."
        ),
    },
    "sensitivity.nothing_uncertain": {
        "nb": (
            "Ingen opplysning i prosjektet er usikker. Gi minst én et spenn: likely, low, high og"
            " means."
        ),
        "en": (
            "No input of the project is uncertain. Give at least one a range: likely, low, high"
            " and means."
        ),
    },
    "sensitivity.order": {
        "nb": "{name}: low er {low} og high er {high}; low må være mindre enn high.",
        "en": "{name}: low is {low} and high is {high}; low must be less than high.",
    },
    "sensitivity.bounds": {
        "nb": (
            "{name}: {found} er utenfor grensene for tallet<<; minst {at_least}>><<; over"
            " {above}>><<; høyst {at_most}>><< ({unit})>>."
        ),
        "en": (
            "{name}: {found} is outside the bounds of the number<<; at least {at_least}>><<; above"
            " {above}>><<; at most {at_most}>><< ({unit})>>."
        ),
    },
    "sensitivity.same_input": {
        "nb": "input_a og input_b er begge {name}. Velg to ulike opplysninger.",
        "en": "input_a and input_b are both {name}. Choose two different inputs.",
    },
    "sensitivity.scenario_name": {
        "nb": "Scenarioet «{name}» har navnet til en fast kolonne. Velg et annet navn.",
        "en": 'The scenario "{name}" has the name of a fixed column. Choose another name.',
    },
    "sensitivity.scenario_twice": {
        "nb": (
            "Scenarioet «{name}» gir {input} to tall. Linjer som bruker samme måling, har samme"
            " tall: oppgi det én gang."
        ),
        "en": (
            'The scenario "{name}" gives {input} two numbers. Lines that use one measurement have'
            " one number: state it once."
        ),
    },
    "sensitivity.scenario": {
        "nb": (
            "Scenarioet «{name}» må være en tabell fra opplysning til tall, for eksempel"
            " {'groups.kols.inclusion_share': 0.4}; fant {found}."
        ),
        "en": (
            'The scenario "{name}" must be a mapping from input to number, for example'
            " {'groups.kols.inclusion_share': 0.4}; found {found}."
        ),
    },
    "sensitivity.power_of_two": {
        "nb": "draws er {found}; må være en toerpotens fra {least} til {most}, for eksempel 512.",
        "en": "draws is {found}; it must be a power of two from {least} to {most}, such as 512.",
    },
    "sensitivity.points": {
        "nb": "{argument} er {found}; må være et helt tall fra {least} til {most}.",
        "en": "{argument} is {found}; it must be a whole number from {least} to {most}.",
    },
    "sensitivity.correlated": {
        "nb": (
            "Noen av opplysningene henger sammen (correlations): {names}. Sobol-indekser gjelder"
            " uavhengige opplysninger. Oppgi inputs uten dem, eller bruk tornado."
        ),
        "en": (
            "Some of the inputs are correlated: {names}. Sobol indices are for independent inputs."
            " State inputs without them, or use tornado."
        ),
    },
    "sensitivity.impossible": {
        "nb": "Ingen av verdiene til {name} lar seg regne ut. Den første stanser på: {reason}",
        "en": "No value of {name} can be worked out. The first stops at: {reason}",
    },
    "sensitivity.level": {
        "nb": "{quantity} har ikke noe nivå av seg selv. Oppgi level: det som er lavt nok.",
        "en": "{quantity} has no level of its own. State level: what is low enough.",
    },
}
