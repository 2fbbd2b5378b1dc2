"""Words inside messages that need a translation of their own."""

TERMS: dict[str, dict[str, str]] = {
    "text": {"nb": "tekst", "en": "text"},
    "number": {"nb": "tall", "en": "a number"},
    "whole_number": {"nb": "heltall", "en": "a whole number"},
    "boolean": {"nb": "sant/usant", "en": "true/false"},
    "date": {"nb": "dato", "en": "a date"},
    "time_of_day": {"nb": "klokkeslett", "en": "a time of day"},
    "table": {"nb": "tabell", "en": "a table"},
    "list": {"nb": "liste", "en": "a list"},
    "unknown_type": {"nb": "noe annet", "en": "something else"},
    "huge_integer": {"nb": "et svært stort heltall", "en": "a very large whole number"},
    "plain_number": {"nb": "et rent tall", "en": "a plain number"},
    "role": {"nb": "Rollen", "en": "role"},
    "group": {"nb": "Pasientgruppen", "en": "patient group"},
    "paying_partner": {"nb": "Betalende deltaker", "en": "paying partner"},
    "funder": {"nb": "Finansiør", "en": "funder"},
    "actor": {"nb": "Aktøren", "en": "actor"},
}
