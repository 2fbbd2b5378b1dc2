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
}
