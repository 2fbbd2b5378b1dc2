"""Words inside messages that need a translation of their own."""

TERMS: dict[str, dict[str, str]] = {
    "text": {"nb": "tekst", "en": "text"},
    "number": {"nb": "tall", "en": "a number"},
    "whole_number": {"nb": "heltall", "en": "a whole number"},
    "boolean": {"nb": "sann/usann-verdi", "en": "a boolean"},
    "date": {"nb": "dato", "en": "a date"},
    "time_of_day": {"nb": "klokkeslett", "en": "a time of day"},
    "table": {"nb": "tabell", "en": "a table"},
    "list": {"nb": "liste", "en": "a list"},
    "table_list": {"nb": "liste av tabeller", "en": "a list of tables"},
    "huge_integer": {"nb": "et svært stort heltall", "en": "a very large whole number"},
}
