"""Texts: the file as a file, and its text as TOML, before its content is looked at."""

FILES: dict[str, dict[str, str]] = {
    "problem.line": {"nb": "linje {line}", "en": "line {line}"},
    "project.one": {
        "nb": "Én feil<< i {file}>>:",
        "en": "One problem<< in {file}>>:",
    },
    "project.invalid": {
        "nb": "{count} feil<< i {file}>>:",
        "en": "{count} problems<< in {file}>>:",
    },
    "project.more": {
        "nb": "Det er flere feil enn disse. Rett dem først, og les fila på nytt.",
        "en": "There are more problems than these. Correct them first, and read the file again.",
    },
    "file.missing": {
        "nb": "Fila finnes ikke.<< Mente du «{suggestion}»?>> Sjekk navnet og mappen.",
        "en": 'There is no such file.<< Did you mean "{suggestion}"?>> Check the name and folder.',
    },
    "file.directory": {
        "nb": "Dette er en mappe. Oppgi en prosjektfil, for eksempel prosjekt.toml.",
        "en": "This is a folder. Give a project file, e.g. project.toml.",
    },
    "file.permission": {
        "nb": "Du har ikke tilgang til å lese fila. Sjekk rettighetene, og om den er åpen i et"
        " annet program.",
        "en": "You have no permission to read the file. Check its permissions, and whether another"
        " program has it open.",
    },
    "file.unreadable": {
        "nb": "Fila kan ikke leses<< ({detail})>>.",
        "en": "The file cannot be read<< ({detail})>>.",
    },
    "file.suffix": {
        "nb": "Filtypen «{found}» kan ikke leses. En prosjektfil har et navn som slutter på"
        " {allowed}.",
        "en": 'Files of type "{found}" cannot be read. The name of a project file ends in'
        " {allowed}.",
    },
    "file.too_large": {
        "nb": "Fila er for stor: mer enn {limit} kB. En prosjektfil er sjelden over 100 kB.",
        "en": "The file is too large: more than {limit} kB. A project file is rarely over 100 kB.",
    },
    "file.encoding": {
        "nb": "Fila er ikke lagret som UTF-8. Lagre den på nytt med tegnkodingen UTF-8.",
        "en": "The file is not saved as UTF-8. Save it again with the encoding UTF-8.",
    },
    "file.too_deep": {
        "nb": "For mange nivåer inni hverandre. Mest {limit} er lov.",
        "en": "Nested too deeply. At most {limit} levels are allowed.",
    },
    "file.word_too_long": {
        "nb": "Et ord eller tall uten anførselstegn er for langt: «{found}». Mest {limit} tegn er"
        " lov.",
        "en": 'A word or number without quotes is too long: "{found}". At most {limit} characters'
        " are allowed.",
    },
    "toml.syntax": {
        "nb": "Linja kan ikke leses som TOML<<: «{found}»>>. Skriv navn = verdi. Se også på linja"
        " over.<< {rest}>>",
        "en": 'The line cannot be read as TOML<<: "{found}">>. Write name = value. Look at the'
        " line above too.<< {rest}>>",
    },
    "toml.end": {
        "nb": "Fila slutter midt i noe. Se etter en tekst, liste eller tabell som ikke er lukket."
        "<< {rest}>>",
        "en": "The file ends in the middle of something. Look for a text, list or table that is"
        " not closed.<< {rest}>>",
    },
    "toml.repeated": {
        "nb": "Det samme er oppgitt to ganger<<: «{found}»>>. Behold den ene. Skal det være flere"
        " av samme slag (deltakere, grupper ...), skrives overskriften med to klammer, for"
        " eksempel [[groups]].<< {rest}>>",
        "en": 'The same thing is stated twice<<: "{found}">>. Keep one of them. If there are to'
        " be several of a kind (partners, groups ...), the heading has two brackets, e.g."
        " [[groups]].<< {rest}>>",
    },
    "toml.unclosed_text": {
        "nb": "En tekst er ikke lukket<<: «{found}»>>. Sett anførselstegn på slutten.<< {rest}>>",
        "en": 'A text is not closed<<: "{found}">>. Put a quotation mark at its end.<< {rest}>>',
    },
    "toml.unclosed_list": {
        "nb": "En liste eller tabell er ikke lukket. Se etter ] eller } som mangler her eller på"
        " linja over<<: «{found}»>>.<< {rest}>>",
        "en": "A list or table is not closed. Look for a missing ] or } here or on the line"
        ' above<<: "{found}">>.<< {rest}>>',
    },
    "toml.backslash": {
        "nb": "Tegnet \\ i en tekst må skrives \\\\<<: «{found}»>>.<< {rest}>>",
        "en": 'The character \\ in a text must be written \\\\<<: "{found}">>.<< {rest}>>',
    },
    "toml.month_unquoted": {
        "nb": 'En måned må stå i anførselstegn, for eksempel "2027-01"<<: «{found}»>>.<< {rest}>>',
        "en": 'A month must be in quotes, e.g. "2027-01"<<: "{found}">>.<< {rest}>>',
    },
    "toml.date": {
        "nb": "En dato skrives uten anførselstegn som år-måned-dag, for eksempel 2026-11-22, og"
        " må finnes i kalenderen<<: «{found}»>>.<< {rest}>>",
        "en": "A date is written without quotes as year-month-day, e.g. 2026-11-22, and must exist"
        ' in the calendar<<: "{found}">>.<< {rest}>>',
    },
    "toml.decimal_comma": {
        "nb": "Et tall uten anførselstegn skrives med desimalpunktum, for eksempel 0.25<<:"
        ' «{found}»>>. I anførselstegn er komma lov: "0,25".<< {rest}>>',
        "en": "A number without quotes is written with a decimal point, e.g. 0.25<<:"
        ' "{found}">>. In quotes a comma is allowed: "0,25".<< {rest}>>',
    },
    "toml.digit_groups": {
        "nb": "Et tall uten anførselstegn skrives uten mellomrom, for eksempel 600000 eller"
        " 600_000<<: «{found}»>>.<< {rest}>>",
        "en": "A number without quotes is written without spaces, e.g. 600000 or 600_000<<:"
        ' "{found}">>.<< {rest}>>',
    },
    "toml.unit_unquoted": {
        "nb": 'Et tall med enhet må stå i anførselstegn, for eksempel "18 month"<<: «{found}»>>.'
        "<< {rest}>>",
        "en": 'A number with a unit must be in quotes, e.g. "18 month"<<: "{found}">>.<< {rest}>>',
    },
    "toml.leading_zero": {
        "nb": "Et tall kan ikke begynne med 0. Er det et kommunenummer, skrives det i"
        ' anførselstegn, for eksempel "0301"<<: «{found}»>>.<< {rest}>>',
        "en": "A number cannot begin with 0. If it is a municipality code, write it in quotes,"
        ' e.g. "0301"<<: "{found}">>.<< {rest}>>',
    },
    "toml.text_unquoted": {
        "nb": "En tekst må stå i anførselstegn<<: «{found}»>>.<< {rest}>>",
        "en": 'A text must be in quotes<<: "{found}">>.<< {rest}>>',
    },
    "toml.typographic_quotes": {
        "nb": 'Bruk rette anførselstegn (") rundt tekster, ikke “krumme” eller «vinkler»<<:'
        " «{found}»>>.<< {rest}>>",
        "en": 'Use straight quotation marks (") around texts, not curly ones<<: "{found}">>.'
        "<< {rest}>>",
    },
}
