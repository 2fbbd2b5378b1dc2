"""Texts: why an interrupted time series is refused."""

BASELINE_SERIES: dict[str, dict[str, str]] = {
    "series.too_short": {
        "nb": (
            "Tidsserien har {found} måneder med tid under risiko; avbrutt tidsserie trenger minst"
            " {needed}. Vent til det er nok måneder, eller bruk en sammenlikningsgruppe."
        ),
        "en": (
            "The series has {found} months with time at risk; an interrupted time series needs at"
            " least {needed}. Wait until there are enough, or use a comparison group."
        ),
    },
    "series.too_short_before": {
        "nb": (
            "Tidsserien har {found} måneder før oppstart; det trengs minst {needed} for å skille"
            " trend og sesong fra endringen. Hent tall lenger tilbake."
        ),
        "en": (
            "The series has {found} months before the start; at least {needed} are needed to tell"
            " trend and season from the change. Get figures from further back."
        ),
    },
    "series.too_short_after": {
        "nb": "Tidsserien har {found} måneder etter oppstart; det trengs minst {needed}.",
        "en": "The series has {found} months after the start; at least {needed} are needed.",
    },
    "series.too_few": {
        "nb": (
            "Den korteste siden av oppstarten har en samlet mengde på {found}; det trengs minst"
            " {needed} både før og etter for et intervall som holder."
        ),
        "en": (
            "One side of the start has an amount of {found} in all; at least {needed} both before"
            " and after are needed for an interval that holds."
        ),
    },
    "series.amount_without_time": {
        "nb": (
            "amount{place} er over 0, men person_time{place} er 0. Sett mengden til 0 for en"
            " måned som skal holdes utenfor, eller oppgi tiden."
        ),
        "en": (
            "amount{place} is above 0, but person_time{place} is 0. Put 0 as the amount of a month"
            " that is to be left out, or give its time."
        ),
    },
    "series.not_told_apart": {
        "nb": (
            "{found} måneder kan ikke skille {effects} virkninger (nivå, trend, endring, sesong)."
            " Bruk færre harmonics, utelat slope, eller ta med flere måneder."
        ),
        "en": (
            "{found} months cannot tell {effects} effects (level, trend, step, season) apart. Use"
            " fewer harmonics, leave out slope, or bring more months."
        ),
    },
    "series.no_fit": {
        "nb": (
            "Regresjonen finner ikke noe svar for disse tallene. Se etter måneder der mengde eller"
            " tid er skrevet feil (person_time er personår), eller bruk færre harmonics."
        ),
        "en": (
            "The regression finds no answer for these numbers. Look for months in which amount or"
            " time is written wrongly (person_time is person-years), or use fewer harmonics."
        ),
    },
    "baseline.no_statsmodels": {
        "nb": (
            "Avbrutt tidsserie trenger pakken statsmodels. Installer den:"
            " pip install 'gevinst[baseline]'"
        ),
        "en": (
            "An interrupted time series needs the package statsmodels. Install it:"
            " pip install 'gevinst[baseline]'"
        ),
    },
}
