"""Texts: what does not fit together in a price model."""

PRICES: dict[str, dict[str, str]] = {
    "coverage.nobody_counts": {
        "nb": "Kostnaden i {period} skal fordeles etter {basis} blant noen av deltakerne ({who}),"
        " men ingen av dem har noe å fordele etter da. La nøkkelen gjelde alle, gi den flere"
        " members, eller tell over et lengre tidsrom (period = year).",
        "en": "The cost in {period} is to be shared by {basis} among some of the partners ({who}),"
        " but none of them has any of it then. Let the key hold for all, give it more members, or"
        " count over a longer window (period = year).",
    },
    "coverage.minimum_exceeds_cost": {
        "nb": "Minstebeløpene i {year} er {minimum} kr til sammen, men det er bare {cost} kr å"
        " betale. Senk minimum_charge, eller velg balance = surplus.",
        "en": "The minimum charges in {year} come to NOK {minimum} in all, but there is only"
        " NOK {cost} to pay. Lower minimum_charge, or choose balance = surplus.",
    },
    "coverage.change_impossible": {
        "nb": "Ingen betalinger i {year} kan holde {limit} og samtidig dekke kostnaden. Den"
        " nærmeste grensen som går, er {limit} = {nearest}.",
        "en": "No charges in {year} can meet {limit} and still cover the cost. The nearest limit"
        " that can be met is {limit} = {nearest}.",
    },
    "price.no_key": {
        "nb": "Prismodellen har ingen nøkkel. Legg til minst én [[price_model.keys]], velg en"
        " preset, eller velg en annen rule.",
        "en": "The price model has no key. Add at least one [[price_model.keys]], choose a preset,"
        " or choose another rule.",
    },
    "price.field_missing": {
        "nb": "{field} mangler. Må oppgis når det står {because}.",
        "en": "{field} is missing. It is required where it says {because}.",
    },
    "price.field_unused": {
        "nb": "{field} brukes bare når det står {because}. Ta bort linja, eller endre valget.",
        "en": "{field} is used only where it says {because}. Leave it out, or change the choice.",
    },
    "price.not_counted_before": {
        "nb": "{found} kan ikke telles over tidligere år. Mulige: {allowed}. Et eldre tall for"
        " innbyggere eller annet legges inn med basis = column.",
        "en": "{found} cannot be counted over earlier years. Possible: {allowed}. An older figure"
        " of inhabitants or anything else is entered with basis = column.",
    },
    "price.benefit_by_year": {
        "nb": "Gevinst regnes for hele år og for alle pasientene: bruk period = year, uten"
        " members = users.",
        "en": "Benefits are counted for whole years and all patients: use period = year, without"
        " members = users.",
    },
    "price.history_year": {
        "nb": "{found} er ikke et av årene som trengs: {first} til {last}.",
        "en": "{found} is not one of the years needed: {first} to {last}.",
    },
    "price.year_twice": {
        "nb": "{found} står to ganger ({key}).",
        "en": "{found} is there twice ({key}).",
    },
    "price.history_missing": {
        "nb": "history mangler {missing}: årene før beregningsperioden som snittet bruker.",
        "en": "history lacks {missing}: the years before the horizon that the mean uses.",
    },
    "price.agreed_sum": {
        "nb": "De avtalte andelene blir {found} til sammen. De skal bli 1 eller 100. Bruk basis ="
        " column for tall som ikke er andeler.",
        "en": "The agreed shares add up to {found}. They should add up to 1 or 100. Use basis ="
        " column for figures that are not shares.",
    },
    "price.line_in_two_pools": {
        "nb": "«{found}» er med i to kostnadspakker. En linje kan bare være i én.",
        "en": '"{found}" is in two pools. A line can be in one only.',
    },
    "price.level_missing": {
        "nb": "{found} mangler service_level (own eller bought). Tariffen har ulike priser for"
        " nivåene.",
        "en": "{found} has no service_level (own or bought). The tariff has different prices for"
        " the levels.",
    },
    "price.band_order": {
        "nb": "to ({found}) må være større enn from ({first}).",
        "en": "to ({found}) must be larger than from ({first}).",
    },
    "price.band_of_patients": {
        "nb": "Bånd etter antall pasienter gjelder bare priser per patient_month. Bruk of ="
        " inhabitants.",
        "en": "Bands by number of patients are for prices per patient_month only. Use of ="
        " inhabitants.",
    },
}
