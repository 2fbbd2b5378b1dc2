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
    "no_access": {"nb": "ingen tilgang", "en": "no access"},
    "no_space": {"nb": "disken er full", "en": "the disk is full"},
    "read_only": {"nb": "bare lesing er mulig her", "en": "it is read-only"},
    "no_such_place": {"nb": "stedet finnes ikke", "en": "there is no such place"},
    "name_too_long": {"nb": "navnet er for langt", "en": "the name is too long"},
    "is_folder": {
        "nb": "en av filene som skal skrives, er en mappe",
        "en": "one of the files to write is a folder",
    },
    "in_the_way": {
        "nb": "en fil ligger der en mappe skulle vært",
        "en": "a file is where a folder should be",
    },
    "system_refused": {"nb": "systemet sa nei", "en": "the system refused"},
}
