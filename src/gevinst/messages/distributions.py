"""Texts: uncertain inputs, their distributions and how they vary together."""

DISTRIBUTIONS: dict[str, dict[str, str]] = {
    "quantity.unknown_input": {
        "nb": (
            "Prosjektet har ingen inndata «{name}».<< Mente du «{suggestion}»?>> Et navn er stien i"
            " prosjektfila med id eller kode i stedet for nummer.<< For eksempel: {allowed}.>>"
        ),
        "en": (
            'The project has no input "{name}".<< Did you mean "{suggestion}"?>> A name is the path'
            " in the project file with id or code in place of positions.<< E.g.: {allowed}.>>"
        ),
    },
    "distribution.not_positive": {
        "nb": "{argument} er {found}; må være over 0.",
        "en": "{argument} is {found}; it must be above 0.",
    },
    "distribution.negative": {
        "nb": "{argument} er {found}; kan ikke være under 0.",
        "en": "{argument} is {found}; it cannot be below 0.",
    },
    "distribution.over": {
        "nb": "{argument} er {found}, over {other}, som er {limit}. Bytt om dem, eller rett dem.",
        "en": "{argument} is {found}, above {other}, which is {limit}. Swap or correct them.",
    },
    "distribution.under": {
        "nb": (
            "{argument} er {found}, under {other}, som er {limit}. Bytt om dem, eller rett dem."
        ),
        "en": "{argument} is {found}, below {other}, which is {limit}. Swap or correct them.",
    },
    "distribution.no_width": {
        "nb": "{argument} er {found}, og {other} er {limit}: det er ingen bredde mellom dem.",
        "en": "{argument} is {found}, and {other} is {limit}: there is no width between them.",
    },
    "distribution.not_between": {
        "nb": "{argument} er {found}; må ligge mellom {low} og {high}, ikke på noen av dem.",
        "en": "{argument} is {found}; it must lie between {low} and {high}, equal to neither.",
    },
    "distribution.too_wide": {
        "nb": (
            "{argument} er {found}; så mye kan et tall med dette snittet ikke variere. Må være"
            " under {limit}."
        ),
        "en": (
            "{argument} is {found}; a number with this mean cannot vary that much. It must be below"
            " {limit}."
        ),
    },
    "distribution.too_narrow": {
        "nb": (
            "{argument} er {found}; må være over {limit}, som er standardavviket til en"
            " poissonfordeling med samme snitt. Bruk poisson hvis det ikke varierer mer enn det."
        ),
        "en": (
            "{argument} is {found}; it must be above {limit}, the standard deviation of a Poisson"
            " distribution of the same mean. Use poisson if it varies no more than that."
        ),
    },
    "distribution.empty": {
        "nb": "{argument} er tom; det må stå minst ett tall.",
        "en": "{argument} is empty; there must be at least one number.",
    },
    "distribution.not_as_many": {
        "nb": "{argument} har {found} tall, {other} har {limit}. De skal ha like mange.",
        "en": "{argument} has {found} numbers, {other} has {limit}. They must have as many.",
    },
    "distribution.no_weight": {
        "nb": "{argument} er 0 alle sammen; minst én må være over 0.",
        "en": "{argument} are all 0; at least one must be above 0.",
    },
    "distribution.space": {
        "nb": "{argument} er «{found}»; må være plain, log eller logit.",
        "en": '{argument} is "{found}"; it must be plain, log or logit.',
    },
    "distribution.scale": {
        "nb": "{argument} er «{found}». Mulige: {allowed}.",
        "en": '{argument} is "{found}". Possible: {allowed}.',
    },
    "distribution.lopsided": {
        "nb": (
            "{argument} er {found}, langt fra midten av intervallet fra {low} til {high} på skalaen"
            " {scale}. Velg skalaen intervallet er laget på, eller skriv et spenn med likely, low"
            " og high."
        ),
        "en": (
            "{argument} is {found}, far from the middle of the interval from {low} to {high} on the"
            " scale {scale}. Choose the scale that the interval was made on, or write a range with"
            " likely, low and high."
        ),
    },
    "distribution.truncated_away": {
        "nb": "Ingenting er igjen av fordelingen mellom {found}<< og {high}>>.",
        "en": "Nothing is left of the distribution between {found}<< and {high}>>.",
    },
    "distribution.missing_key": {
        "nb": "{missing} mangler. Her skrives {allowed}.",
        "en": "{missing} is missing. Here {allowed} are written.",
    },
    "distribution.beyond": {
        "nb": (
            "{percent} % av fordelingen ligger utenfor det som er lov:<< minst {at_least}>>"
            "<< mer enn {above}>><< og høyst {at_most}>><< {unit}>>. Velg en fordeling som holder"
            " seg innenfor (for eksempel beta for en andel, gamma eller lognormal for det som er"
            " over 0), eller skriv truncate = true for å kutte den der."
        ),
        "en": (
            "{percent} % of the distribution lies outside what is allowed:<< at least {at_least}>>"
            "<< more than {above}>><< and at most {at_most}>><< {unit}>>. Choose a distribution"
            " that stays inside (e.g. beta for a share, gamma or lognormal for what is above 0), or"
            " write truncate = true to cut it there."
        ),
    },
    "distribution.mostly_beyond": {
        "nb": (
            "{percent} % av fordelingen ligger utenfor det som er lov:<< minst {at_least}>>"
            "<< mer enn {above}>><< og høyst {at_most}>><< {unit}>>. Så mye kan ikke kuttes: rett"
            " tallene."
        ),
        "en": (
            "{percent} % of the distribution lies outside what is allowed:<< at least {at_least}>>"
            "<< more than {above}>><< and at most {at_most}>><< {unit}>>. So much cannot be cut:"
            " correct the numbers."
        ),
    },
    "range.beyond": {
        "nb": (
            "Med «{means}» ligger {percent} % av spennet utenfor det som er lov:<< minst"
            " {at_least}>><< mer enn {above}>><< og høyst {at_most}>><< {unit}>>. Skriv means ="
            ' "limits" hvis tallet aldri kan ligge utenfor low og high, eller truncate = true for å'
            " kutte ved grensen."
        ),
        "en": (
            'With "{means}" {percent} % of the range lies outside what is allowed:<< at least'
            " {at_least}>><< more than {above}>><< and at most {at_most}>><< {unit}>>. Write means"
            ' = "limits" if the number can never lie outside low and high, or truncate = true to'
            " cut at the bound."
        ),
    },
    "range.mostly_beyond": {
        "nb": (
            "Med «{means}» ligger {percent} % av spennet utenfor det som er lov:<< minst"
            " {at_least}>><< mer enn {above}>><< og høyst {at_most}>><< {unit}>>. Så mye kan ikke"
            " kuttes: rett tallene."
        ),
        "en": (
            'With "{means}" {percent} % of the range lies outside what is allowed:<< at least'
            " {at_least}>><< more than {above}>><< and at most {at_most}>><< {unit}>>. So much"
            " cannot be cut: correct the numbers."
        ),
    },
    "estimate.means": {
        "nb": (
            "{found} sier ikke hvilket intervall low og high er. Skriv for eksempel «95 % interval»"
            " (et heltall fra 50 til 99)."
        ),
        "en": (
            '{found} does not say which interval low and high are. Write e.g. "95 % interval" (a'
            " whole number from 50 to 99)."
        ),
    },
    "correlation.rank": {
        "nb": "{found} kan ikke være en rangkorrelasjon. Skriv et tall fra -1 til 1.",
        "en": "{found} cannot be a rank correlation. Write a number from -1 to 1.",
    },
    "correlation.unknown_input": {
        "nb": (
            "Prosjektet har ingen inndata «{found}».<< Mente du «{suggestion}»?>> Skriv stien i"
            " fila med id eller kode i stedet for nummer."
        ),
        "en": (
            'The project has no input "{found}".<< Did you mean "{suggestion}"?>> Write the path in'
            " the file with id or code in place of positions."
        ),
    },
    "correlation.itself": {
        "nb": "«{input}» følger alltid seg selv. Skriv to ulike inndata.",
        "en": '"{input}" always follows itself. Write two different inputs.',
    },
    "correlation.twice": {
        "nb": (
            "Korrelasjonen mellom «{input}» og «{other}» står allerede<< på linje {first_line}>>."
            " Ta bort den ene."
        ),
        "en": (
            'The correlation of "{input}" and "{other}" is stated already<< on line {first_line}>>.'
            " Remove one of them."
        ),
    },
    "correlation.impossible": {
        "nb": (
            "Korrelasjonene mellom {inputs} kan ikke gjelde samtidig: følger to av dem en tredje"
            " tett, må de også følge hverandre. Sett dem nærmere 0, eller oppgi dem som mangler."
        ),
        "en": (
            "The correlations of {inputs} cannot hold at the same time: where two of them follow a"
            " third closely, they must follow each other too. Bring them nearer to 0, or state"
            " those that are missing."
        ),
    },
}
