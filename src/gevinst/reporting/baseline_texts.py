"""Texts of a baseline measurement: headings, captions and notes."""

from __future__ import annotations

BASELINE: dict[str, dict[str, str]] = {
    "nil.facts": {
        "nb": "{organisation}. Tall hentet ut {date}. Design: {design}.",
        "en": "{organisation}. Figures extracted {date}. Design: {design}.",
    },
    "nil.selected": {
        "nb": "Pasientene er valgt fordi de brukte mye tjenester.",
        "en": "The patients were selected for their high use of services.",
    },
    "nil.not_selected": {
        "nb": "Pasientene er ikke valgt etter hvor mye de brukte.",
        "en": "The patients were not selected for their use of services.",
    },
    "nil.relative": {
        "nb": "{months} måneder før og {months} måneder etter hver persons indeksdato",
        "en": "{months} months before and {months} months after each person's index date",
    },
    "nil.washout": {
        "nb": "{days} dager på hver side holdt utenfor",
        "en": "{days} days on each side left out",
    },
    "nil.index_exclude": {
        "nb": "hendelser på indeksdatoen er ikke med",
        "en": "events on the index date are not in it",
    },
    "nil.index_include": {
        "nb": "hendelser på indeksdatoen er med i førperioden",
        "en": "events on the index date count as before",
    },
    "nil.calendar": {
        "nb": "Før: {before_from} til {before_to}. Etter: {after_from} til {after_to}",
        "en": "Before: {before_from} to {before_to}. After: {after_from} to {after_to}",
    },
    "nil.excluded": {
        "nb": "Utelatt: {first} til {last} ({reason})",
        "en": "Left out: {first} to {last} ({reason})",
    },
    "nil.made_by": {"nb": "Laget med gevinst {version}.", "en": "Made with gevinst {version}."},
    # ------------------------------------------------------------------ three numbers
    "nil.three": {"nb": "De tre tallene", "en": "The three numbers"},
    "nil.primary": {"nb": "{name} (avgjør)", "en": "{name} (decides)"},
    "nil.exploratory": {"nb": "{name} (utforskende)", "en": "{name} (exploratory)"},
    "nil.number": {"nb": "Tall", "en": "Number"},
    "nil.estimate": {"nb": "Anslag", "en": "Estimate"},
    "nil.low": {"nb": "Fra", "en": "From"},
    "nil.high": {"nb": "Til", "en": "To"},
    "nil.p": {"nb": "p-verdi", "en": "p"},
    "nil.observed": {"nb": "Observert endring", "en": "Observed change"},
    "nil.expected": {
        "nb": "Ventet uten tjenesten",
        "en": "Expected without the service",
    },
    "nil.difference": {"nb": "Forskjell", "en": "Difference"},
    "nil.no_change": {"nb": "ingen endring", "en": "no change"},
    "nil.unknown": {"nb": "ikke kjent", "en": "not known"},
    "nil.of_to": {"nb": "{low} til {high}", "en": "{low} to {high}"},
    "nil.three_note": {
        "nb": "Fra og til er endene av et intervall på {level}. Forskjellen er det som er igjen når"
        " den ventede endringen er tatt ut av den observerte.",
        "en": "From and to are the ends of an interval of {level}. The difference is what is left"
        " when the expected change is taken out of the observed one.",
    },
    "nil.three_described": {
        "nb": "{name}: observert endring {observed}, ventet uten tjenesten {expected}, forskjell"
        " {difference}.",
        "en": "{name}: observed change {observed}, expected without the service {expected},"
        " difference {difference}.",
    },
    "nil.only_before": {
        "nb": "Det er ingen tall fra etterperioden ennå. Dette er nullpunktet: mål igjen på samme"
        " måte etter like lang tid.",
        "en": "There are no figures from the window after yet. This is the baseline: measure again"
        " in the same way after as long a time.",
    },
    "nil.assumptions": {"nb": "Hva svaret bygger på", "en": "What the answer rests on"},
    # ------------------------------------------------------------------ measured
    "nil.measured": {"nb": "Hva som er målt", "en": "What was measured"},
    "nil.cells": {"nb": "Hver gruppe og kommune", "en": "Each group and municipality"},
    "nil.cells_folded": {
        "nb": "Tallene for hver gruppe og kommune",
        "en": "The figures of each group and municipality",
    },
    "nil.window": {"nb": "Periode", "en": "Window"},
    "nil.before": {"nb": "Før", "en": "Before"},
    "nil.after": {"nb": "Etter", "en": "After"},
    "nil.comparison": {"nb": "{window}, sammenligning", "en": "{window}, comparison"},
    "nil.persons": {"nb": "Personer", "en": "Persons"},
    "nil.person_time": {"nb": "Personår", "en": "Person-years"},
    "nil.events": {"nb": "Antall", "en": "Number"},
    "nil.amount": {"nb": "Sum", "en": "Sum"},
    "nil.rate": {"nb": "{unit} per person og år", "en": "{unit} per person and year"},
    "nil.mean": {"nb": "Snitt, {unit}", "en": "Mean, {unit}"},
    "nil.of_one": {"nb": "andel av 1", "en": "share of 1"},
    "nil.share": {"nb": "Andel", "en": "Share"},
    "nil.median": {"nb": "Median", "en": "Median"},
    "nil.within": {"nb": "Innen grensen", "en": "Within the limit"},
    "nil.how": {"nb": "Intervall", "en": "Interval"},
    "nil.hidden": {"nb": "skjult", "en": "hidden"},
    "nil.all": {"nb": "Alle", "en": "All"},
    "nil.unit_point": {"nb": "poeng", "en": "points"},
    "nil.unit_minute": {"nb": "minutter", "en": "minutes"},
    "nil.unit_hour": {"nb": "timer", "en": "hours"},
    "nil.unit_day": {"nb": "dager", "en": "days"},
    "nil.unit_month": {"nb": "måneder", "en": "months"},
    "nil.unit_work_minute": {"nb": "arbeidsminutter", "en": "work minutes"},
    # ------------------------------------------------------------------ heavy users
    "nil.heavy": {"nb": "De tyngste brukerne", "en": "The heaviest users"},
    "nil.heaviest_1": {
        "nb": "{name}: den prosenten som brukte mest, står for {before} før og {after} etter.",
        "en": "{name}: the one per cent with most use make {before} before and {after} after.",
    },
    "nil.heaviest_5": {
        "nb": "{name}: de fem prosentene som brukte mest, står for {before} før og {after} etter.",
        "en": "{name}: the five per cent with most use make {before} before and {after} after.",
    },
    "nil.heavy_caption": {
        "nb": "{name}: endringen uten de tyngste brukerne",
        "en": "{name}: the change without the heaviest users",
    },
    "nil.heavy_who": {"nb": "Hvem som er med", "en": "Who is in it"},
    "nil.heavy_none": {
        "nb": "Kan bare vises med personrader: ferdige antall sier ikke hvem som brukte mest.",
        "en": "Shown with person rows only: counts do not tell who used most.",
    },
    "nil.heavy_note": {
        "nb": "Andelen vises ikke når den gjelder færre enn {threshold} personer.",
        "en": "The share is not shown when it is of fewer than {threshold} persons.",
    },
    # ------------------------------------------------------------------ months
    "nil.months": {"nb": "Måned for måned", "en": "Month by month"},
    "nil.run_title": {
        "nb": "{name} per person og år, måned for måned",
        "en": "{name} per person and year, month by month",
    },
    "nil.run_described": {
        "nb": "Fra {first} til {last}. Lavest {low}, høyest {high}, median {median} per person og"
        " år.",
        "en": "From {first} to {last}. Lowest {low}, highest {high}, median {median} per person and"
        " year.",
    },
    "nil.run_whom": {
        "nb": "Gjelder alle som følges opp, både før og etter at hver av dem ble med.",
        "en": "Of all who are followed, both before and after each of them joined.",
    },
    "nil.run_hidden": {
        "nb": "Et opphold i linja er måneder der tallet er skjult.",
        "en": "A gap in the line is months in which the number is hidden.",
    },
    "nil.median_is": {"nb": "median {value}", "en": "median {value}"},
    "nil.began": {"nb": "tjenesten begynte", "en": "the service began"},
    "nil.seasons_caption": {"nb": "{name} etter årstid", "en": "{name} by season"},
    "nil.season": {"nb": "Årstid", "en": "Season"},
    "nil.winter": {"nb": "Vinter (desember–februar)", "en": "Winter (December–February)"},
    "nil.spring": {"nb": "Vår (mars–mai)", "en": "Spring (March–May)"},
    "nil.summer": {"nb": "Sommer (juni–august)", "en": "Summer (June–August)"},
    "nil.autumn": {"nb": "Høst (september–november)", "en": "Autumn (September–November)"},
    "nil.month": {"nb": "Måned", "en": "Month"},
    "nil.month_rate": {"nb": "Per person og år", "en": "Per person and year"},
    # ------------------------------------------------------------------ persons and rows
    "nil.follow_up": {"nb": "Hvem som er fulgt", "en": "Who was followed"},
    "nil.stage_caption": {"nb": "Fra tilbud til oppstart", "en": "From offer to start"},
    "nil.death_caption": {"nb": "Når de som døde, døde", "en": "When those who died, died"},
    "nil.death": {"nb": "Når", "en": "When"},
    "nil.died": {"nb": "De som døde", "en": "Those who died"},
    "nil.died_caption": {
        "nb": "{name}: endringen når noen dør",
        "en": "{name}: the change where persons die",
    },
    "nil.died_note": {
        "nb": "Ratene gjelder tiden hver levde. De som dør, bruker mye før de dør. Uten dem, eller"
        " med tiden etter døden talt som tid uten forbruk, blir endringen som vist.",
        "en": "Rates are of the time each lived. Those who die use much before it. Without them, or"
        " with the time after death counted as time without use, the change is as shown.",
    },
    "nil.end_caption": {"nb": "Hvorfor oppfølgingen sluttet", "en": "Why follow-up ended"},
    "nil.stage": {"nb": "Ledd", "en": "Stage"},
    "nil.end": {"nb": "Grunn", "en": "Reason"},
    "nil.rejected": {"nb": "Rader som ikke er brukt", "en": "Rows not used"},
    "nil.rejected_none": {
        "nb": "Alle radene er brukt: {rows}.",
        "en": "All rows are used: {rows}.",
    },
    "nil.rejected_caption": {
        "nb": "Rader i uttrekket som ikke er talt, etter grunn",
        "en": "Rows of the extract that were not counted, by reason",
    },
    "nil.reason": {"nb": "Grunn", "en": "Reason"},
    "nil.table": {"nb": "Fil", "en": "File"},
    "nil.rows": {"nb": "Rader", "en": "Rows"},
    "nil.fault": {"nb": "Feil i fila", "en": "A fault of the file"},
    "nil.yes": {"nb": "ja", "en": "yes"},
    "nil.no": {"nb": "nei", "en": "no"},
    "nil.persons_table": {"nb": "personer", "en": "persons"},
    "nil.events_table": {"nb": "hendelser", "en": "events"},
    # ------------------------------------------------------------------ definitions
    "nil.definitions": {"nb": "Definisjoner", "en": "Definitions"},
    "nil.definition_caption": {
        "nb": "Hva hver indikator betyr",
        "en": "What each indicator means",
    },
    "nil.indicator": {"nb": "Indikator", "en": "Indicator"},
    "nil.definition": {"nb": "Definisjon", "en": "Definition"},
    "nil.counting_rule": {"nb": "Telleregel", "en": "Counting rule"},
    "nil.source_system": {"nb": "Kilde", "en": "Source"},
    "nil.valid_from": {"nb": "Gjelder fra", "en": "Valid from"},
    "nil.told_definition": {
        "nb": "{name} ({unit}), {organisation}, {source}, gjelder fra {date}. {definition} {rule}",
        "en": "{name} ({unit}), {organisation}, {source}, valid from {date}. {definition} {rule}",
    },
    "nil.warnings": {"nb": "Vær klar over", "en": "Be aware"},
    "nil.privacy": {
        "nb": "Bare summer vises. Tall om færre enn {threshold} personer er skjult, sammen med så"
        " mange andre at ingen kan regne dem ut.",
        "en": "Only totals are shown. Figures about fewer than {threshold} persons are hidden,"
        " with as many others as it takes for nobody to work them out.",
    },
}
