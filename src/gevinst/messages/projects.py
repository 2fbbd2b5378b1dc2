"""Texts: what a project file says, key by key."""

PROJECTS: dict[str, dict[str, str]] = {
    "key.unknown": {
        "nb": "«{found}» er ikke et navn som kan stå her.<< Mente du «{suggestion}»?>>"
        "<< Lov: {allowed}.>>",
        "en": '"{found}" is not a name that can stand here.<< Did you mean "{suggestion}"?>>'
        "<< Allowed: {allowed}.>>",
    },
    "key.missing": {
        "nb": "Mangler: {missing}.<< Skal være én av: {allowed}.>>",
        "en": "Missing: {missing}.<< It is one of: {allowed}.>>",
    },
    "key.together": {
        "nb": "{given} er oppgitt uten {missing}. Oppgi begge, eller ingen av dem.",
        "en": "{given} is stated without {missing}. State both, or neither.",
    },
    "choice.unknown": {
        "nb": "{found} er ikke et gyldig valg.<< Mente du «{suggestion}»?>> Lov: {allowed}.",
        "en": '{found} is not a valid choice.<< Did you mean "{suggestion}"?>> Allowed: {allowed}.',
    },
    "choice.neither": {
        "nb": "Verken {first} eller {second} er oppgitt. Oppgi den ene.",
        "en": "Neither {first} nor {second} is stated. State one of them.",
    },
    "choice.both": {
        "nb": "Både {first} og {second} er oppgitt. Behold bare den ene.",
        "en": "Both {first} and {second} are stated. Keep only one of them.",
    },
    "schema.version": {
        "nb": "Filformatet {found} er ukjent. Denne versjonen av gevinst leser schema = {allowed}.",
        "en": "The file format {found} is unknown. This version of gevinst reads"
        " schema = {allowed}.",
    },
    "table.expected": {
        "nb": "Her skal det stå en tabell, ikke {type} ({found}).",
        "en": "There should be a table here, not {type} ({found}).",
    },
    "table.per_partner": {
        "nb": "Her skal det stå en tabell med ett tall for hver deltaker, for eksempel"
        ' { "5546" = 8 }, ikke {type} ({found}).',
        "en": "There should be a table with one number for each partner here, e.g."
        ' { "5546" = 8 }, not {type} ({found}).',
    },
    "table.too_long": {
        "nb": "Tabellen har {count} navn. Mest {longest} er lov.",
        "en": "The table has {count} names. At most {longest} are allowed.",
    },
    "list.expected": {
        "nb": 'Her skal det stå en liste, for eksempel ["kols"], ikke {type} ({found}).',
        "en": 'There should be a list here, e.g. ["copd"], not {type} ({found}).',
    },
    "list.single_brackets": {
        "nb": "Det kan være flere av disse: skriv overskriften med to klammer, {header}.",
        "en": "There can be several of these: write the heading with two brackets, {header}.",
    },
    "list.too_short": {
        "nb": "Lista er tom. Minst {shortest} må være med.",
        "en": "The list is empty. It needs at least {shortest}.",
    },
    "list.too_few": {
        "nb": "Lista har {found}. Minst {shortest} må være med.",
        "en": "The list has {found}. It needs at least {shortest}.",
    },
    "list.too_long": {
        "nb": "Lista er for lang. Mest {longest} er lov.",
        "en": "The list is too long. At most {longest} are allowed.",
    },
    "value.invalid": {
        "nb": "{found} kan ikke brukes her.",
        "en": "{found} cannot be used here.",
    },
    "value.no_form": {
        "nb": "Tabellen er ikke et tall<< (den har {found})>>. Skriv { value = ... } eller"
        ' { likely = ..., low = ..., high = ..., means = "80 % interval" },'
        " gjerne med source og note.",
        "en": "The table is not a number<< (it has {found})>>. Write { value = ... } or"
        ' { likely = ..., low = ..., high = ..., means = "80 % interval" },'
        " and preferably source and note.",
    },
    "value.missing_key": {
        "nb": "{missing} mangler. Et tall med spenn har {allowed}.",
        "en": "{missing} is missing. A number with a range has {allowed}.",
    },
    "value.price_year": {
        "nb": "price_year er {found}; må være et årstall fra {first} til {last}.",
        "en": "price_year is {found}; it must be a year from {first} to {last}.",
    },
    "number.wrong_type": {
        "nb": "Her skal det stå et tall, ikke {type} ({found}).<< Enheten er {unit}: skriv et tall"
        ' eller for eksempel "1 {unit}".>>',
        "en": "There should be a number here, not {type} ({found}).<< The unit is {unit}: write a"
        ' number or e.g. "1 {unit}".>>',
    },
    "number.not_finite": {
        "nb": "{found} er ikke et endelig tall. Skriv et vanlig tall.",
        "en": "{found} is not a finite number. Write an ordinary number.",
    },
    "number.too_large": {
        "nb": "{found} er for stort til å regne med. Sjekk tallet<< og enheten ({unit})>>.",
        "en": "{found} is too large to calculate with. Check the number<< and its unit ({unit})>>.",
    },
    "number.bound": {
        "nb": "{found} er utenfor det som er lov:<< minst {at_least}>><< mer enn {above}>>"
        "<< og høyst {at_most}>><< {unit}>>.",
        "en": "{found} is outside what is allowed:<< at least {at_least}>><< more than {above}>>"
        "<< and at most {at_most}>><< {unit}>>.",
    },
    "number.unit_follows": {
        "nb": "«{given}» passer ikke med {field} i samme tabell<<: enheten er {found}>>. Skriv"
        " tallet i {expected}<<, for eksempel «{suggestion}»>>.",
        "en": '"{given}" does not fit {field} in the same table<<: its unit is {found}>>. Write'
        ' the number in {expected}<<, e.g. "{suggestion}">>.',
    },
    "range.means": {
        "nb": "{found} sier ikke hva spennet betyr. Skriv «80 % interval» (eller et annet heltall"
        " fra 50 til 99) når tallet kan ligge utenfor, eller «limits» når det ikke kan det.",
        "en": '{found} does not say what the range means. Write "80 % interval" (or another whole'
        ' number from 50 to 99) if the number may lie outside, or "limits" if it cannot.',
    },
    "range.low": {
        "nb": "low ({found}) er høyere enn likely ({likely}). Det skal være low ≤ likely ≤ high.",
        "en": "low ({found}) is above likely ({likely}). It must be that low ≤ likely ≤ high.",
    },
    "range.high": {
        "nb": "high ({found}) er lavere enn likely ({likely}). Det skal være low ≤ likely ≤ high.",
        "en": "high ({found}) is below likely ({likely}). It must be that low ≤ likely ≤ high.",
    },
    "whole.wrong_type": {
        "nb": "Her skal det stå et heltall fra {at_least} til {at_most}, ikke {type} ({found}).",
        "en": "There should be a whole number from {at_least} to {at_most} here, not {type}"
        " ({found}).",
    },
    "whole.bound": {
        "nb": "{found} er utenfor det som er lov: fra {at_least} til {at_most}.",
        "en": "{found} is outside what is allowed: from {at_least} to {at_most}.",
    },
    "boolean.wrong_type": {
        "nb": "Her skal det stå true eller false uten anførselstegn, ikke {type} ({found}).",
        "en": "There should be true or false without quotes here, not {type} ({found}).",
    },
    "date.wrong_type": {
        "nb": "Her skal det stå en dato uten anførselstegn, for eksempel 2026-11-22, ikke {type}"
        " ({found}).",
        "en": "There should be a date without quotes here, e.g. 2026-11-22, not {type} ({found}).",
    },
    "month.wrong_type": {
        "nb": 'Her skal det stå en måned i anførselstegn, for eksempel "2027-01", ikke {type}'
        " ({found}).",
        "en": 'There should be a month in quotes here, e.g. "2027-01", not {type} ({found}).',
    },
    "month.malformed": {
        "nb": "«{found}» er ikke en måned. Skriv år og måned med to sifre, for eksempel 2027-01.",
        "en": '"{found}" is not a month. Write the year and two digits for the month, e.g.'
        " 2027-01.",
    },
    "text.wrong_type": {
        "nb": "Her skal det stå tekst i anførselstegn, ikke {type} ({found}).",
        "en": "There should be text in quotes here, not {type} ({found}).",
    },
    "text.code_number": {
        "nb": "Koden skal stå i anførselstegn, ikke som tall ({found}): som tall mister 0301 den"
        " første nullen.",
        "en": "The code must be in quotes, not a number ({found}): as a number, 0301 loses its"
        " first zero.",
    },
    "text.malformed": {
        "nb": "«{found}» har ikke rett form.",
        "en": '"{found}" does not have the right form.',
    },
    "text.id": {
        "nb": "«{found}» kan ikke være id. Bruk små bokstaver a–z, sifre, - og _, og begynn med en"
        " bokstav, for eksempel heart_failure. Navn med æ, ø og å hører hjemme i name.",
        "en": '"{found}" cannot be an id. Use lower-case letters a–z, digits, - and _, beginning'
        " with a letter, e.g. heart_failure. Names with other letters belong in name.",
    },
    "text.code": {
        "nb": "«{found}» kan ikke være kode. Bruk kommunenummeret (fire sifre), eller små bokstaver"
        " a–z, sifre, - og _.",
        "en": '"{found}" cannot be a code. Use the municipality code (four digits), or lower-case'
        " letters a–z, digits, - and _.",
    },
    "text.empty": {
        "nb": "Teksten er tom. Skriv noe, eller ta bort linja.",
        "en": "The text is empty. Write something, or leave the line out.",
    },
    "text.too_long": {
        "nb": "Teksten er for lang («{found}»). Mest {longest} tegn er lov.",
        "en": 'The text is too long ("{found}"). At most {longest} characters are allowed.',
    },
    "text.control": {
        "nb": "«{found}» har usynlige styretegn. Skriv teksten på nytt uten dem.",
        "en": '"{found}" has invisible control characters. Write the text again without them.',
    },
    "hours.wrong_type": {
        "nb": 'Her skal det stå åpningstid i anførselstegn, for eksempel "08:00-15:30", ikke {type}'
        " ({found}). Stengt dag: ta bort linja.",
        "en": 'There should be opening hours in quotes here, e.g. "08:00-15:30", not {type}'
        " ({found}). Closed that day: leave the line out.",
    },
    "hours.malformed": {
        "nb": "«{found}» er ikke åpningstid. Skriv for eksempel 08:00-15:30, og flere tidsrom med"
        " komma mellom. Stengt dag: ta bort linja.",
        "en": '"{found}" is not opening hours. Write e.g. 08:00-15:30, with commas between several'
        " spans. Closed that day: leave the line out.",
    },
    "hours.backwards": {
        "nb": "«{found}» slutter ikke etter at det begynner. Over midnatt: del tidsrommet på to"
        " dager.",
        "en": '"{found}" does not end after it begins. Past midnight: split it over two days.',
    },
    "hours.overlap": {
        "nb": "Tidsrommene i «{found}» overlapper, eller står i feil rekkefølge.",
        "en": 'The spans in "{found}" overlap, or are out of order.',
    },
}
