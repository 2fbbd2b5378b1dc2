"""Texts: numbers and units written as text. Kind = ``unit.`` + the reason of the UnitError."""

UNITS: dict[str, dict[str, str]] = {
    "unit.unparsable": {
        "nb": (
            "«{given}» kan ikke leses som tall med enhet.[[ Enheten skal kunne regnes om til"
            " {expected}.]] Skriv tallet først og så enheten[[, for eksempel «{suggestion}»]]."
        ),
        "en": (
            '"{given}" cannot be read as a number with a unit.[[ The unit must convert to'
            ' {expected}.]] Write the number first, then the unit[[, e.g. "{suggestion}"]].'
        ),
    },
    "unit.unknown_unit": {
        "nb": (
            "«{given}»: enheten[[ «{found}»]] finnes ikke.[[ Mente du «{suggestion}»?]]"
            "[[ Enheten skal kunne regnes om til {expected}.]]"
        ),
        "en": (
            '"{given}": there is no unit[[ "{found}"]].[[ Did you mean "{suggestion}"?]]'
            "[[ The unit must convert to {expected}.]]"
        ),
    },
    "unit.wrong_dimension": {
        "nb": (
            "«{given}» har feil slags enhet[[: {found}]].[[ Enheten skal kunne regnes om til"
            " {expected}.]][[ Skriv for eksempel «{suggestion}».]]"
        ),
        "en": (
            '"{given}" has the wrong kind of unit[[: {found}]].[[ The unit must convert to'
            ' {expected}.]][[ Write e.g. "{suggestion}".]]'
        ),
    },
    "unit.missing_per": {
        "nb": (
            "«{given}» mangler hva tallet gjelder per.[[ Det skal kunne regnes om til"
            " {expected}.]][[ Skriv for eksempel «{suggestion}».]]"
        ),
        "en": (
            "\"{given}\" has no 'per'.[[ It must convert to {expected}.]]"
            '[[ Write e.g. "{suggestion}".]]'
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
