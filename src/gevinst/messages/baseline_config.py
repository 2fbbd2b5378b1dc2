"""Texts: what a configuration of a baseline measurement says."""

BASELINE_CONFIG: dict[str, dict[str, str]] = {
    "baseline.unknown_indicator": {
        "nb": "Indikatoren «{found}» finnes ikke.<< Mente du «{suggestion}»?>><< Lov: {allowed}.>>",
        "en": 'There is no indicator "{found}".<< Did you mean "{suggestion}"?>>'
        "<< Allowed: {allowed}.>>",
    },
    "baseline.unknown_catalogue": {
        "nb": "Katalogen har ingen indikator «{found}».<< Mente du «{suggestion}»?>> Lov:"
        " {allowed}. Er indikatoren deres egen, ta bort linja og skriv definisjonen selv.",
        "en": 'The catalogue has no indicator "{found}".<< Did you mean "{suggestion}"?>> Allowed:'
        " {allowed}. If the indicator is your own, leave the line out and write its definition.",
    },
    "baseline.two_definitions": {
        "nb": "«{found}» har to definisjoner<< (den første på linje {first_line})>>: «{first}» og"
        " «{second}». Tallene kan ikke sammenlignes eller legges sammen. Bruk samme definisjon,"
        " eller gi indikatorene hvert sitt navn.",
        "en": '"{found}" has two definitions<< (the first on line {first_line})>>: "{first}" and'
        ' "{second}". The figures cannot be compared or added. Use one definition, or give the'
        " indicators different names.",
    },
    "baseline.unit_of_kind": {
        "nb": "Enheten «{found}» passer ikke når kind er {kind}. Lov: {allowed}.",
        "en": 'The unit "{found}" does not fit when kind is {kind}. Allowed: {allowed}.',
    },
    "baseline.limit_unused": {
        "nb": "limit brukes ikke når kind er {kind}. Ta bort linja. Den gjelder duration, share og"
        " improved.",
        "en": "limit is not used when kind is {kind}. Leave the line out. It is for duration, share"
        " and improved.",
    },
    "baseline.index_event_missing": {
        "nb": 'index_event mangler. Skriv "exclude" når hendelser på indeksdatoen (ofte'
        ' innleggelsen som førte til henvisningen) skal holdes utenfor, eller "include" når de'
        " skal telles før.",
        "en": 'index_event is missing. Write "exclude" if events on the index date (often the'
        ' admission that led to the referral) are left out, or "include" if they count as before.',
    },
    "baseline.whole_months": {
        "nb": 'Perioden er {found}. Den må være et helt antall måneder uten spenn, for eksempel "12'
        ' month".',
        "en": "The window is {found}. It must be a whole number of months without a range, e.g."
        ' "12 month".',
    },
    "baseline.whole_days": {
        "nb": 'washout er {found}. Det må være et helt antall dager uten spenn, for eksempel "30'
        ' day".',
        "en": 'washout is {found}. It must be a whole number of days without a range, e.g. "30'
        ' day".',
    },
    "baseline.only_with_length": {
        "nb": "{found} brukes bare sammen med length, når periodene følger hver persons indeksdato."
        " Ta bort linja.",
        "en": "{found} is used only with length, when windows follow each person's index date."
        " Leave the line out.",
    },
    "baseline.dates_backwards": {
        "nb": "{last} kommer ikke etter {first}. Datoene skal stå i rekkefølge.",
        "en": "{last} does not come after {first}. The dates must be in order.",
    },
    "baseline.window_lengths": {
        "nb": "Førperioden er {before} dager og etterperioden {after}. De må være like lange:"
        " ellers blandes virkningen med årstid og oppfølgingstid. Endre datoene, eller oppgi"
        " grunnen i unequal.",
        "en": "The window before has {before} days and the one after {after}. They must be equal:"
        " otherwise the effect is mixed with season and follow-up. Change the dates, or state the"
        " reason in unequal.",
    },
    "baseline.window_seasons": {
        "nb": "Førperioden begynner {before} og etterperioden {after}. De må ligge på samme tid av"
        " året: innleggelser svinger med årstiden. Endre datoene, eller oppgi grunnen i unequal.",
        "en": "The window before begins on {before} and the one after on {after} (day.month). They"
        " must lie at the same time of the year: admissions vary with the season. Change the dates,"
        " or state the reason in unequal.",
    },
    "baseline.introduced_missing": {
        "nb": "introduced mangler. En tidsserie (interrupted_time_series) må vite hvilken dag"
        " tjenesten begynte.",
        "en": "introduced is missing. An interrupted time series must know the day the service"
        " began.",
    },
    "baseline.population_key": {
        "nb": "{found} brukes ikke for en indikator av slaget {kind}. Ta bort linja.",
        "en": "{found} is not used for an indicator of kind {kind}. Leave the line out.",
    },
    "baseline.population_kind": {
        "nb": "En befolkning kan oppgis for hendelser (events) og skår (score), ikke {kind}. Ta"
        " bort tabellen, eller oppgi en annen indikator.",
        "en": "A population can be stated for events and score, not {kind}. Leave the table out, or"
        " name another indicator.",
    },
    "baseline.population_moments": {
        "nb": "{missing} mangler. Oppgi mean og shape, eller hvor mange i befolkningen som hadde 0,"
        " 1, 2 ... hendelser (distribution eller table).",
        "en": "{missing} is missing. State mean and shape, or how many of the population had 0, 1,"
        " 2 ... events (distribution or table).",
    },
    "baseline.population_mean": {
        "nb": "mean er {found}. For hendelser må hele spennet være over 0.",
        "en": "mean is {found}. For events all of its range must be above 0.",
    },
    "baseline.cut": {
        "nb": "cut er {found}. For hendelser er grensen et heltall fra 1, uten spenn.",
        "en": "cut is {found}. For events the cut is a whole number from 1, without a range.",
    },
    "baseline.distribution_empty": {
        "nb": "Ingen i befolkningen har en hendelse. Da er det ingen fordeling å regne med. Sjekk"
        " tallene: det første er personer med 0 hendelser.",
        "en": "Nobody in the population has an event, so there is no distribution. Check the"
        " numbers: the first is persons with 0 events.",
    },
    "baseline.counts_amount": {
        "nb": "Indikatoren teller hendelser: oppgi events, ikke amount.",
        "en": "The indicator counts events: state events, not amount.",
    },
    "baseline.counts_twice": {
        "nb": "Samme indikator, gruppe, kommune, periode og arm står to ganger<< (først på linje"
        " {first_line})>>. Slå dem sammen, eller rett den ene.",
        "en": "The same indicator, group, partner, period and arm stand twice<< (first on line"
        " {first_line})>>. Merge them, or correct one.",
    },
    "baseline.table_columns": {
        "nb": "Fila «{found}» må ha kolonnene events og persons, med ett heltall i hver celle og"
        " hvert antall hendelser én gang<< (linje {row})>>.",
        "en": 'The file "{found}" must have the columns events and persons, with a whole number in'
        " each cell and each number of events once<< (line {row})>>.",
    },
    "baseline.table_unreadable": {
        "nb": "Fila «{found}» kan ikke leses<< ({detail})>>. Den leses fra mappa der {file} ligger."
        " Sjekk navnet, eller skriv tallene i distribution.",
        "en": 'The file "{found}" cannot be read<< ({detail})>>. It is read from the folder of'
        " {file}. Check the name, or write the numbers in distribution.",
    },
    "baseline.table_without_folder": {
        "nb": "table er et filnavn, men denne konfigurasjonen kommer ikke fra en fil. Skriv tallene"
        " i distribution.",
        "en": "table is the name of a file, but this configuration does not come from a file. Write"
        " the numbers in distribution.",
    },
}
