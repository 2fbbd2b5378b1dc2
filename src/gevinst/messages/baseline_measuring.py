"""Texts: measuring, what is refused and why, and warnings about a measurement."""

BASELINE_MEASURING: dict[str, dict[str, str]] = {
    "baseline.pickled": {
        "nb": (
            "En måling holder personrader og små tall i minnet, og kan ikke lagres eller sendes"
            " videre. Lagre tabellene i stedet: .table(), .monthly(...), .project_tables()."
        ),
        "en": (
            "A measurement holds person rows and small cells in memory and cannot be stored or"
            " sent on. Store its tables: .table(), .monthly(...), .project_tables()."
        ),
    },
    "baseline.which_indicator": {
        "nb": ("{argument} er «{found}».<< Mente du «{suggestion}»?>> Indikatorene er: {allowed}."),
        "en": '{argument} is "{found}".<< Did you mean "{suggestion}"?>> Indicators: {allowed}.',
    },
    "baseline.no_months": {
        "nb": (
            "«{indicator}» har ikke tall for hver måned. Månedstall krever personer og hendelser;"
            " en tabell med antall har dem ikke."
        ),
        "en": (
            'There are no monthly numbers of "{indicator}". They need persons and events; a table'
            " of counts has none."
        ),
    },
    "baseline.counts.none": {
        "nb": (
            "Det er ingen antall å måle. Gi en tabell til measure_counts, eller skriv [[counts]] i"
            " konfigurasjonen."
        ),
        "en": (
            "There are no counts to measure. Give measure_counts a table, or write [[counts]] in"
            " the configuration."
        ),
    },
    "baseline.counts.columns": {
        "nb": "Tabellen med antall mangler: {missing}. Kolonnene er: {allowed}.",
        "en": "The table of counts lacks: {missing}. The columns are: {allowed}.",
    },
    "baseline.counts.column_twice": {
        "nb": "Kolonnene {found} i tabellen med antall betyr begge {column}. Behold én av dem.",
        "en": "The columns {found} of the table of counts both mean {column}. Keep one of them.",
    },
    "baseline.counts.value": {
        "nb": "Antall, rad {row}: {column} er {found}; må være {allowed}.",
        "en": "Counts, row {row}: {column} is {found}; it must be {allowed}.",
    },
    "baseline.counts.twice": {
        "nb": (
            "Antall, rad {row}: {cell} står også i rad {first}. Hver kombinasjon av indikator,"
            " gruppe, deltaker, periode og arm kan stå én gang."
        ),
        "en": (
            "Counts, row {row}: {cell} stands in row {first} too. Each combination of indicator,"
            " group, partner, period and arm may stand once."
        ),
    },
    "baseline.counts.squares": {
        "nb": (
            "Antall, rad {row}: sum_of_squares er {found}, men {persons} personer med {amount} til"
            " sammen gir minst {least}. Det skal være summen av hver persons antall i annen."
        ),
        "en": (
            "Counts, row {row}: sum_of_squares is {found}, but {persons} persons with {amount}"
            " together give at least {least}. It is the sum of each person's number squared."
        ),
    },
    "baseline.counts.overlap": {
        "nb": (
            "Antall: {first} og {second} kan gjelde de samme personene. Gi tallene enten etter"
            " gruppe, etter deltaker, eller etter begge."
        ),
        "en": (
            "Counts: {first} and {second} may be about the same persons. Give the numbers by group,"
            " by partner, or by both."
        ),
    },
    "baseline.not_a_config": {
        "nb": "config er {found}; må være en konfigurasjon fra gevinst.load_baseline(fil).",
        "en": "config is {found}; it must be a configuration from gevinst.load_baseline(file).",
    },
    "baseline.not_a_measurement": {
        "nb": "measurement er {found}; må være en måling fra measure eller measure_counts.",
        "en": "measurement is {found}; it must come from measure or measure_counts.",
    },
    "baseline.counts.whole": {
        "nb": (
            "Antall: summen for {cell} er {found}, men delene gir {allowed}. Rett tallene,"
            " la summen være ute: den regnes ut."
        ),
        "en": (
            "Counts: the total of {cell} is {found}, but its parts give {allowed}. Correct them,"
            " leave the total out (it is worked out), or give the rest a row of its own."
        ),
    },
    "baseline.months_counted_back": {
        "nb": "Månedene er omtrentlige: vinduene følger hver person og er regnet tilbake fra datoen"
        " for målingen. Rett dem om dere vet dem.",
        "en": "The months are approximate: windows follow each person and are counted back from the"
        " date of the measurement. Correct them if you know them.",
    },
    "baseline.side_by_side": {
        "nb": "Gi to eller flere målinger, hver med sitt navn.",
        "en": "Give two or more measurements, each with a name of its own.",
    },
    "baseline.counts.file": {
        "nb": "Tabellen med antall er {found}. Gi en CSV-fil, en xlsx-fil eller en tabell.",
        "en": "The table of counts is {found}. Give a CSV file, an xlsx file or a table.",
    },
    "baseline.counts.missing": {
        "nb": "Finner ikke tabellen med antall: {file}. Sjekk navnet og mappen.",
        "en": "There is no table of counts at {file}. Check the name and the folder.",
    },
    "baseline.counts.empty": {
        "nb": "Tabellen med antall ({file}) er tom. Den må ha en linje med kolonnenavn og minst én"
        " rad.",
        "en": "The table of counts ({file}) is empty. It needs a line of column names and a row.",
    },
    "baseline.counts.too_large": {
        "nb": "{file} er for stor for en tabell med antall: mest {allowed} MB. Personrader leses"
        " med measure.",
        "en": "{file} is too large for a table of counts: at most {allowed} MB. Rows of persons are"
        " read by measure.",
    },
    "baseline.counts.damaged": {
        "nb": "Kan ikke lese {file}. Lagre tabellen på nytt som CSV (UTF-8) eller xlsx.",
        "en": "Cannot read {file}. Save the table again as CSV (UTF-8) or xlsx.",
    },
    "baseline.counts.package": {
        "nb": "xlsx-filer krever openpyxl: pip install 'gevinst[baseline]'.",
        "en": "Reading xlsx needs openpyxl: pip install 'gevinst[baseline]'.",
    },
    "baseline.refused.no_exposure": {
        "nb": "Ingen tid i risiko eller ingen hendelser å regne av.",
        "en": "No time at risk, or no events to work from.",
    },
    "baseline.refused.no_squares": {
        "nb": (
            "Intervallet kan ikke regnes ut: fordelingen mellom personer er ukjent. Oppgi"
            " sum_of_squares (summen av hver persons antall i annen), eller bruk personrader."
        ),
        "en": (
            "The interval cannot be worked out: the distribution among persons is unknown. State"
            " sum_of_squares (the sum of each person's number squared), or use person rows."
        ),
    },
    "baseline.refused.one_person": {
        "nb": "Intervallet krever minst to personer.",
        "en": "The interval needs at least two persons.",
    },
    "baseline.refused.nothing_counted": {
        "nb": "Ingenting er talt, så spredningen er ukjent.",
        "en": "Nothing was counted, so the spread is unknown.",
    },
    "baseline.method.exact": {"nb": "eksakt", "en": "exact"},
    "baseline.method.quasi": {
        "nb": "justert for ulikt forbruk mellom personer",
        "en": "overdispersed",
    },
    "baseline.method.student": {"nb": "Students t", "en": "Student's t"},
    "baseline.method.refused": {"nb": "ikke beregnet", "en": "refused"},
    "baseline.warning.best_case": {
        "nb": (
            "{indicator}: intervallet er eksakt for uavhengige hendelser (Poisson). De samme"
            " personene legges gjerne inn flere ganger, så det virkelige intervallet er videre."
            " Oppgi sum_of_squares, eller bruk personrader."
        ),
        "en": (
            "{indicator}: the interval is exact for independent events (Poisson). The same persons"
            " tend to come back, so the true interval is wider. State sum_of_squares, or use"
            " person rows."
        ),
    },
    "baseline.warning.hidden": {
        "nb": (
            "{count} celler er skjult: færre enn {threshold} personer, eller de kunne ha avslørt en"
            " slik celle ved fratrekk."
        ),
        "en": (
            "{count} cells are hidden: fewer than {threshold} persons, or they would give such a"
            " cell away by subtraction."
        ),
    },
    "baseline.warning.withheld": {
        "nb": (
            "Noen antall personer er utelatt: forskjellen fra et antall som vises, er færre enn"
            " {threshold} personer, for eksempel de som falt fra."
        ),
        "en": (
            "Some numbers of persons are left out: they differ from one that is shown by fewer"
            " than {threshold} persons, such as those who left."
        ),
    },
    "baseline.warning.wide": {
        "nb": (
            "Gruppe og deltaker vises hver for seg: sammen gir de mer enn {most} celler, og mange"
            " av dem ville vært skjult."
        ),
        "en": (
            "Group and partner are shown apart: together they make more than {most} cells, many of"
            " which would be hidden."
        ),
    },
    "baseline.warning.deaths": {
        "nb": (
            "Noen døde i oppfølgingstiden<< ({count})>>. Etter døden brukes ingen tjenester: ratene"
            " regner bare tiden hver levde, men mange døde kan likevel se ut som mindre forbruk."
        ),
        "en": (
            "Some died during follow-up<< ({count})>>. The dead use no services: rates count the"
            " time that each lived, but many deaths can still look like less use."
        ),
    },
    "baseline.warning.unequal": {
        "nb": "Vinduene er ulike: {reason}. Årstid og lengde kan forklare en endring.",
        "en": "The windows differ: {reason}. Season and length may explain a change.",
    },
    "baseline.warning.rejected": {
        "nb": "{table}: {rows} rader med feil ble holdt utenfor; grunnene er listet opp.",
        "en": "{table}: {rows} faulty rows were left out; the reasons are listed.",
    },
}
