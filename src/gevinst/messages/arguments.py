"""Texts: arguments of the public functions."""

ARGUMENTS: dict[str, dict[str, str]] = {
    "argument.not_finite": {
        "nb": "{argument}<<{place}>> er {found}. Alle tall må være endelige.",
        "en": "{argument}<<{place}>> is {found}. All numbers must be finite.",
    },
    "argument.not_numbers": {
        "nb": "{argument} må være tall; fant {found}.",
        "en": "{argument} must be numbers; found {found}.",
    },
    "argument.outside": {
        "nb": "{argument}<<{place}>> er {found}; må være {allowed}.",
        "en": "{argument}<<{place}>> is {found}; it must be {allowed}.",
    },
    "argument.shape": {
        "nb": "{argument} har formen {found}; må ha formen {allowed}.",
        "en": "{argument} has shape {found}; it must have shape {allowed}.",
    },
    "argument.choice": {
        "nb": "{argument} er «{found}».<< Mente du «{suggestion}»?>> Mulige: {allowed}.",
        "en": '{argument} is "{found}".<< Did you mean "{suggestion}"?>> Possible: {allowed}.',
    },
}
