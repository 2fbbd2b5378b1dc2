"""Texts: extracts of persons and events, and why a row was not used. Never what a cell holds."""

_WHERE_NB = "{table}<< ({file})>>: "
_WHERE_EN = "{table}<< ({file})>>: "

EXTRACTS: dict[str, dict[str, str]] = {
    kind: {"nb": _WHERE_NB + nb, "en": _WHERE_EN + en}
    for kind, nb, en in (
        (
            "extract.missing",
            "fila finnes ikke. Sjekk navnet og mappen.",
            "there is no such file. Check the name and folder.",
        ),
        (
            "extract.unreadable",
            "fila kan ikke leses. Sjekk at den er en vanlig fil og at du har tilgang til den.",
            "the file cannot be read. Check that it is an ordinary file that you may read.",
        ),
        (
            "extract.suffix",
            "filtypen kan ikke leses. Lagre tabellen som {allowed}.",
            "files of this type cannot be read. Save the table as {allowed}.",
        ),
        (
            "extract.not_table",
            "fant {found}. Oppgi en filsti eller en pandas.DataFrame.",
            "found {found}. Give the path of a file or a pandas.DataFrame.",
        ),
        (
            "extract.empty",
            "tabellen er tom. Den må ha en linje med kolonnenavn og minst én rad.",
            "the table is empty. It needs a line with names of columns and at least one row.",
        ),
        (
            "extract.missing_column",
            (
                "kolonnen {column} mangler<<; fant {found}>>. Gi kolonnen dette navnet, eller"
                " oppgi hva den heter under [columns] i konfigurasjonen."
            ),
            (
                "the column {column} is missing<<; found {found}>>. Give the column this name,"
                " or say what it is called under [columns] in the configuration."
            ),
        ),
        (
            "extract.duplicate_column",
            "flere kolonner kan være {column}. Behold én, eller oppgi hvilken under [columns].",
            "several columns may be {column}. Keep one, or say which under [columns].",
        ),
        (
            "extract.too_many_columns",
            "tabellen har {found} kolonner; mest {allowed} er lov. Ta bare med dem som trengs.",
            "the table has {found} columns; at most {allowed} are allowed. Keep those needed.",
        ),
        (
            "extract.encoding",
            "tegnene er verken UTF-8 eller Windows-1252 hele veien. Lagre fila på nytt som UTF-8.",
            "the characters are neither UTF-8 nor Windows-1252 throughout. Save the file as UTF-8.",
        ),
        (
            "extract.nul",
            "fila inneholder nulltegn og er ikke en tekstfil. Lagre den på nytt som CSV i UTF-8.",
            "the file holds zero bytes and is no text file. Save it again as CSV in UTF-8.",
        ),
        (
            "extract.unclosed_quote",
            "et anførselstegn som åpnes etter linje {line}, lukkes aldri.",
            "a quotation mark that opens after line {line} is never closed.",
        ),
        (
            "extract.long_line",
            "en rad etter linje {line} er lengre enn {allowed} tegn.",
            "a row after line {line} is longer than {allowed} characters.",
        ),
        (
            "extract.too_large",
            (
                "fila er større enn den kan være, eller pakket slik at den blir det; den leses"
                " ikke.<< Mest {allowed} rader er lov.>>"
            ),
            (
                "the file is larger than it can be, or packed so that it becomes so; it is not"
                " read.<< At most {allowed} rows are allowed.>>"
            ),
        ),
        (
            "extract.damaged",
            "fila er skadet, eller er ikke det endelsen sier. Lagre den på nytt.",
            "the file is damaged, or is not what its suffix says. Save it again.",
        ),
        (
            "extract.mixed_decimals",
            (
                "kolonnen {column} har både komma og punktum i tallene, så tusen og desimaler"
                " kan ikke skilles. Bruk ett desimaltegn."
            ),
            (
                "the column {column} has both commas and points in its numbers, so that"
                " thousands and decimals cannot be told apart. Use one decimal sign."
            ),
        ),
        (
            "extract.column_type",
            "kolonnen {column} inneholder noe annet enn tekst, tall og datoer.",
            "the column {column} holds something other than text, numbers and dates.",
        ),
        (
            "extract.too_many_labels",
            (
                "kolonnen {column} har {found} ulike verdier; mest {allowed} er lov. Er det riktig"
                " kolonne?"
            ),
            (
                "the column {column} has {found} different values; at most {allowed} are"
                " allowed. Is it the right column?"
            ),
        ),
        (
            "extract.national_id",
            (
                "kolonnen {column} ser ut til å inneholde fødselsnumre. Bytt dem ut med"
                " løpenumre før tabellen leses."
            ),
            (
                "the column {column} seems to hold national identity numbers. Replace them by"
                " pseudonyms before the table is read."
            ),
        ),
        (
            "extract.none_usable",
            "ingen av {rows} rader kan brukes. Vanligste grunn: {reason}",
            "none of {rows} rows can be used. Most common reason: {reason}",
        ),
        (
            "extract.total_too_large",
            "mengdene i kolonnen {column} er så store at summen ikke kan regnes nøyaktig.",
            "the quantities in the column {column} are so large that they cannot be added exactly.",
        ),
    )
} | {
    "extract.no_package": {
        "nb": "Persontabeller og hendelsestabeller leses med pakken {package}, som ikke er"
        " installert. Kjør: pip install 'gevinst[baseline]'",
        "en": "Tables of persons and events are read with the package {package}, which is not"
        " installed. Run: pip install 'gevinst[baseline]'",
    },
}

REJECTIONS: dict[str, dict[str, str]] = {
    kind: {"nb": nb, "en": en}
    for kind, nb, en in (
        ("rejection.fields", "Feil antall felter i raden", "Wrong number of fields in the row"),
        ("rejection.missing_id", "Løpenummer mangler", "The id is missing"),
        (
            "rejection.duplicate_person",
            "Samme rad står flere ganger",
            "The same row stands several times",
        ),
        (
            "rejection.conflicting_person",
            "Flere ulike rader for samme person",
            "Several different rows for the same person",
        ),
        ("rejection.missing_date", "Dato mangler", "A date is missing"),
        ("rejection.unparseable_date", "Dato kan ikke leses", "A date cannot be read"),
        (
            "rejection.implausible_date",
            "Dato er utenfor det mulige",
            "A date is outside the possible",
        ),
        (
            "rejection.future_date",
            "Dato etter at tallene ble hentet ut",
            "A date after the numbers were extracted",
        ),
        ("rejection.end_before_start", "Slutt før start", "The end is before the start"),
        (
            "rejection.index_outside",
            "Indeksdato utenfor personens oppfølging",
            "The index date is outside the person's follow-up",
        ),
        ("rejection.missing_group", "Pasientgruppe mangler", "The patient group is missing"),
        ("rejection.missing_municipality", "Kommune mangler", "The municipality is missing"),
        ("rejection.unknown_arm", "Ukjent gruppetilhørighet (arm)", "Unknown arm"),
        ("rejection.unreadable_flag", "Ja/nei kan ikke leses", "A yes/no cannot be read"),
        ("rejection.unknown_person", "Ukjent person", "Unknown person"),
        ("rejection.person_rejected", "Personens egen rad er avvist", "The person was rejected"),
        ("rejection.missing_type", "Hendelsestype mangler", "The type of event is missing"),
        (
            "rejection.other_type",
            "Hendelsestype som ingen indikator teller",
            "A type of event that no indicator counts",
        ),
        ("rejection.missing_quantity", "Mengde mangler", "The quantity is missing"),
        (
            "rejection.unparseable_quantity",
            "Mengde kan ikke leses som et endelig tall",
            "The quantity cannot be read as a finite number",
        ),
        ("rejection.negative_quantity", "Negativ mengde", "The quantity is negative"),
        (
            "rejection.implausible_quantity",
            "Mengde er større enn det mulige",
            "The quantity is larger than possible",
        ),
        (
            "rejection.before_record",
            "Før personens oppfølging begynner",
            "Before the person's follow-up begins",
        ),
        (
            "rejection.after_end",
            "Etter at personens oppfølging er slutt",
            "After the person's follow-up has ended",
        ),
        (
            "rejection.duplicate_event",
            "Samme hendelse står flere ganger",
            "The same event stands several times",
        ),
        (
            "rejection.index_event",
            "Indekshendelsen, som holdes utenfor",
            "The index event, which is left out",
        ),
        (
            "rejection.excluded_span",
            "I et tidsrom som holdes utenfor",
            "In a span that is left out",
        ),
        (
            "rejection.washout",
            "I dagene rundt indeksdatoen som holdes utenfor",
            "In the days around the index date that are left out",
        ),
        (
            "rejection.outside_windows",
            "Utenfor periodene før og etter",
            "Outside the windows before and after",
        ),
    )
}
