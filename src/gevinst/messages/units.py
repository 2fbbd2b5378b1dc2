"""Texts: numbers and units written as text. Kind = ``unit.`` + the reason of the UnitError."""

UNITS: dict[str, dict[str, str]] = {
    "unit.unparsable": {
        "nb": (
            "«{given}» kan ikke leses som tall med enhet.<< Enheten skal kunne regnes om til"
            " {expected}.>> Skriv tallet først og så enheten<<, for eksempel «{suggestion}»>>."
        ),
        "en": (
            '"{given}" cannot be read as a number with a unit.<< The unit must convert to'
            ' {expected}.>> Write the number first, then the unit<<, e.g. "{suggestion}">>.'
        ),
    },
    "unit.unknown_unit": {
        "nb": (
            "«{given}»: enheten<< «{found}»>> finnes ikke.<< Mente du «{suggestion}»?>>"
            "<< Enheten skal kunne regnes om til {expected}.>>"
        ),
        "en": (
            '"{given}": there is no unit<< "{found}">>.<< Did you mean "{suggestion}"?>>'
            "<< The unit must convert to {expected}.>>"
        ),
    },
    "unit.wrong_dimension": {
        "nb": (
            "«{given}» har feil slags enhet<<: {found}>>.<< Enheten skal kunne regnes om til"
            " {expected}.>><< Skriv for eksempel «{suggestion}».>>"
        ),
        "en": (
            '"{given}" has the wrong kind of unit<<: {found}>>.<< The unit must convert to'
            ' {expected}.>><< Write e.g. "{suggestion}".>>'
        ),
    },
    "unit.missing_per": {
        "nb": (
            "«{given}» mangler hva tallet gjelder per.<< Det skal kunne regnes om til"
            " {expected}.>><< Skriv for eksempel «{suggestion}».>>"
        ),
        "en": (
            "\"{given}\" has no 'per'.<< It must convert to {expected}.>>"
            '<< Write e.g. "{suggestion}".>>'
        ),
    },
    "unit.missing_unit": {
        "nb": (
            "«{given}» mangler enhet.<< Tallet skal kunne regnes om til {expected}.>>"
            "<< Skriv for eksempel «{suggestion}», eller tallet uten hermetegn.>>"
        ),
        "en": (
            '"{given}" has no unit.<< It must convert to {expected}.>>'
            '<< Write e.g. "{suggestion}", or the number without quotes.>>'
        ),
    },
    "unit.ambiguous_number": {
        "nb": (
            "«{given}» kan leses på to måter: {found} kan være tusener eller et desimaltall."
            " Skriv tusener med mellomrom<<, «{suggestion}»>>, og desimaltall med flere eller"
            " færre enn tre desimaler."
        ),
        "en": (
            '"{given}" can be read in two ways: {found} may be thousands or a decimal number.'
            ' Write thousands with a space<<, "{suggestion}">>, and decimal numbers with more or'
            " fewer than three decimals."
        ),
    },
    "unit.not_finite": {
        "nb": "«{given}» er ikke et endelig tall. Skriv et vanlig tall.",
        "en": '"{given}" is not a finite number. Write an ordinary number.',
    },
    "unit.too_long": {
        "nb": "«{given}» er for lang til å være et tall med enhet.",
        "en": '"{given}" is too long to be a number with a unit.',
    },
}
