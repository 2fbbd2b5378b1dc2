"""Texts: what the questions about staff cannot answer."""

STAFFING: dict[str, dict[str, str]] = {
    "argument.count": {
        "nb": "{argument} er {found}; må være et helt tall fra 1 og opp.",
        "en": "{argument} is {found}; it must be a whole number of 1 or more.",
    },
    "argument.no_patients": {
        "nb": "Ingen pasienter følges opp i {found}, så det er ingen blanding å regne med. Velg et"
        " annet år.",
        "en": "No patients are followed in {found}, so there is no mix to count with. Choose"
        " another year.",
    },
    "argument.groups_of_names": {
        "nb": "{argument} må være minst to lister med navn, ingen av dem tom, for eksempel"
        " [[«Lyngen», «Storfjord»], [«Nordreisa»]].",
        "en": "{argument} must be at least two lists of names, none of them empty, such as"
        ' [["Lyngen", "Storfjord"], ["Nordreisa"]].',
    },
    "argument.nobody_to_pool": {
        "nb": "{partner} er alene om senteret, så det er ingen å slå sammen bemanning med.",
        "en": "{partner} has the centre alone, so there is nobody to pool staff with.",
    },
    "argument.named_twice": {
        "nb": "{argument}: {found} er med to ganger. En kommune kan være i én gruppe.",
        "en": "{argument}: {found} is there twice. A municipality can be in one group.",
    },
}
