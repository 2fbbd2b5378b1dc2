"""Texts: what does not fit together in a price model."""

PRICES: dict[str, dict[str, str]] = {
    "price.no_key": {
        "nb": "Prismodellen har ingen nøkkel. Legg til minst én [[price_model.keys]], eller velg"
        " en annen rule.",
        "en": "The price model has no key. Add at least one [[price_model.keys]], or choose"
        " another rule.",
    },
}
