"""Texts of the summary, Norwegian beside English, in one table."""

from __future__ import annotations

from gevinst.reporting.baseline_texts import BASELINE
from gevinst.reporting.plan_size_texts import PLAN_SIZE
from gevinst.reporting.plan_texts import PLAN
from gevinst.reporting.simulated_texts import SIMULATED
from gevinst.reporting.staffing_texts import STAFFING
from gevinst.reporting.view_texts import VIEWS

TEXTS: dict[str, dict[str, str]] = {
    **STAFFING,
    **PLAN,
    **PLAN_SIZE,
    **BASELINE,
    **VIEWS,
    **SIMULATED,
    # ------------------------------------------------------------------ the whole
    "contents": {"nb": "Innhold", "en": "Contents"},
    "key_figures": {"nb": "Kort sagt", "en": "In short"},
    "prices": {
        "nb": "Alle beløp er kroner med prisnivå {year}, uten merverdiavgift som kompenseres.",
        "en": "All amounts are NOK at the price level of {year}, without VAT that is recovered.",
    },
    "period": {
        "nb": "Beregnet måned for måned for {first}–{last}. Prosjektets dato er {date}.",
        "en": "Computed month by month for {first}–{last}. The project's date is {date}.",
    },
    "selected_years": {
        "nb": "Utvalgte år. Alle år står i tabellene fra gevinst run FIL --out MAPPE.",
        "en": "Selected years. All years are in the tables of gevinst run FILE --out FOLDER.",
    },
    "all_years": {"nb": "{caption}: alle år", "en": "{caption}: all years"},
    "made_by": {
        "nb": "Laget med gevinst {version}. Prosjektets kontrollsum: {checksum}.",
        "en": "Made with gevinst {version}. Checksum of the project: {checksum}.",
    },
    "numbers_of": {"nb": "Tallene i figuren", "en": "The numbers of the chart"},
    "municipality": {"nb": "Kommune", "en": "Municipality"},
    "municipalities": {"nb": "Kommunene", "en": "The municipalities"},
    "total": {"nb": "I alt", "en": "In all"},
    # ------------------------------------------------------------------ headlines
    "headline.patients": {
        "nb": "Aktive pasienter ved utgangen av {year}",
        "en": "Active patients at the end of {year}",
    },
    "headline.staffing": {"nb": "Årsverk i {year}", "en": "Positions in {year}"},
    "headline.cost": {"nb": "Kostnad i {year}", "en": "Cost in {year}"},
    "headline.charge": {
        "nb": "Kommunene betaler i {year}",
        "en": "The municipalities pay in {year}",
    },
    # ------------------------------------------------------------------ patients
    "patients": {"nb": "Pasienter", "en": "Patients"},
    "patients.caption": {
        "nb": "Aktive pasienter ved årets slutt",
        "en": "Active patients at the end of the year",
    },
    "patients.of_which": {"nb": "herav {group}", "en": "of which {group}"},
    # ------------------------------------------------------------------ costs
    "costs": {"nb": "Kostnad og finansiering", "en": "Cost and funding"},
    "costs.caption": {"nb": "Kostnad per år, kroner", "en": "Cost per year, NOK"},
    "costs.line": {"nb": "Linje", "en": "Line"},
    "costs.staff": {"nb": "Lønn: {role}", "en": "Staff: {role}"},
    "costs.total": {"nb": "Samlet kostnad", "en": "Total cost"},
    "costs.net": {"nb": "Kostnad til fordeling", "en": "Cost to split"},
    "costs.per_month": {
        "nb": "Samlet kostnad per pasientmåned",
        "en": "Total cost per patient-month",
    },
    # ------------------------------------------------------------------ charges
    "charges": {"nb": "Pris per kommune", "en": "Price per municipality"},
    "charges.caption": {
        "nb": "Betaling per kommune og år, kroner",
        "en": "Charge per municipality and year, NOK",
    },
    "charges.total": {"nb": "Sum betaling", "en": "Sum of charges"},
    "charges.adds_up": {
        "nb": "Sum betaling {charges} = kostnad til fordeling {net} i {year} (samlet kostnad {cost}"
        " − bidrag {funding}).",
        "en": "Sum of charges {charges} = cost to split {net} in {year} (total cost {cost} −"
        " funding {funding}).",
    },
    "charges.deficit": {
        "nb": "Sum betaling {charges} dekker ikke kostnaden til fordeling {net} i {year}: et"
        " underskudd på {difference}.",
        "en": "The sum of charges {charges} does not cover the cost to split {net} in {year}: a"
        " deficit of {difference}.",
    },
    "charges.surplus": {
        "nb": "Sum betaling {charges} er mer enn kostnaden til fordeling {net} i {year}: et"
        " overskudd på {difference}.",
        "en": "The sum of charges {charges} is more than the cost to split {net} in {year}: a"
        " surplus of {difference}.",
    },
    "charges.unit_price": {
        "nb": "Prisen som går i null i {year}, er {price} per pasientmåned, ved siden av de andre"
        " prisene.",
        "en": "The price that breaks even in {year} is {price} per patient-month, beside the other"
        " fees.",
    },
    "charges.on_top": {
        "nb": "Oppgjør for tidligere år og merverdiavgift kommer i tillegg: se tabellen tariff.",
        "en": "Settlement of earlier years and VAT come on top: see the table tariff.",
    },
    "charges.by_rule": {
        "nb": (
            "Andelene følger regelen {rule}. De er regnet ut én gang, av hva hver gruppe av"
            " kommuner ville betalt alene i hele perioden, med sannsynlig verdi for alle"
            " opplysninger, og er de samme i alle måneder."
        ),
        "en": (
            "The shares follow the rule {rule}. They are computed once, from what each group of"
            " municipalities would pay on its own over the horizon, at the likely value of every"
            " input, and are the same in every month."
        ),
    },
    "charges.rounding": {
        "nb": "Beløpene er rundet av til hele kroner slik at de går opp i summen; ett beløp kan"
        " derfor avvike med inntil 1 kr fra det nøyaktige.",
        "en": "Amounts are rounded to whole kroner so that they add up; one of them may differ by"
        " up to NOK 1 from the exact amount.",
    },
    "charges.compared": {
        "nb": "Prisen i {year} sett på flere måter, kroner",
        "en": "The price in {year} seen in several ways, NOK",
    },
    "charges.amount": {"nb": "Betaling", "en": "Charge"},
    "charges.share": {"nb": "Andel", "en": "Share"},
    "charges.per_inhabitant": {"nb": "Per innbygger", "en": "Per inhabitant"},
    "charges.per_patient_month": {"nb": "Per pasientmåned", "en": "Per patient-month"},
    "charges.inhabitants": {"nb": "Innbyggere", "en": "Inhabitants"},
    "charges.chart": {"nb": "Betaling per kommune i {year}", "en": "Charge by municipality {year}"},
    "charges.chart_description": {
        "nb": "Stolpediagram. Mest betaler {most} ({most_amount}), minst {least} ({least_amount})."
        " Tallene står i tabellen under.",
        "en": "Bar chart. {most} pays most ({most_amount}), {least} least ({least_amount})."
        " The numbers are in the table below.",
    },
    "charges.alone": {
        "nb": "Én kommune bærer hele kostnaden: {name} betaler {amount} i {year}.",
        "en": "One municipality carries the whole cost: {name} pays {amount} in {year}.",
    },
    # ------------------------------------------------------------------ gains
    "gains": {"nb": "Hvem betaler, og hvem får gevinsten?", "en": "Who pays, and who gains?"},
    "gains.caption": {"nb": "Per aktør i {year}, kroner", "en": "By actor in {year}, NOK"},
    "gains.actor": {"nb": "Aktør", "en": "Actor"},
    "gains.pays": {"nb": "Betaler", "en": "Pays"},
    "gains.net_cash": {"nb": "Netto i penger", "en": "Net in cash"},
    "gains.never_added": {
        "nb": "Gevinster av ulikt slag står ved siden av hverandre og legges aldri sammen: frigjort"
        " kapasitet og unngått vekst er ikke penger i budsjettet.",
        "en": "Benefits of different kinds stand side by side and are never added: freed capacity"
        " and avoided growth are not money in the budget.",
    },
    "and": {"nb": " og ", "en": " and "},
    "gains.who_pays": {"nb": "I {year} betaler {payers}.", "en": "In {year}, {payers}."},
    "gains.pays_amount": {"nb": "{actor} {amount}", "en": "{actor} pays {amount}"},
    "gains.who_gains": {"nb": "Gevinst: {gains}.", "en": "Gains: {gains}."},
    "gains.who_loses": {"nb": "Negativ gevinst: {losses}.", "en": "Negative gains: {losses}."},
    "gains.amount": {
        "nb": "{actor} {amount} i {benefit_class}",
        "en": "{actor} {amount} in {benefit_class}",
    },
    "gains.no_cash": {
        "nb": "Ingen av aktørene får mer penger inn enn de betaler i {year}.",
        "en": "No actor receives more money than it pays in {year}.",
    },
    "gains.none": {
        "nb": "Prosjektfila har ingen gevinstlinjer, så her står bare hva hver aktør betaler.",
        "en": "The project file has no benefit lines, so only what each actor pays is shown.",
    },
    "gains.no_effect_possible": {
        "nb": "Spennet for effekten omfatter «ingen effekt» for {count} av {all} gevinstlinjer."
        " Tallene bygger på det mest sannsynlige anslaget og viser ikke at tjenesten sparer"
        " penger.",
        "en": "For {count} of {all} benefit lines the range of the effect includes no effect."
        " The numbers use the most likely estimate and do not show that the service saves money.",
    },
    "gains.no_range": {
        "nb": "{count} av {all} gevinstlinjer har en effekt uten spenn: hvor sikker den er, er"
        " ikke oppgitt.",
        "en": "{count} of {all} benefit lines have an effect without a range: how certain it is,"
        " is not stated.",
    },
    "gains.chart": {"nb": "Hvem betaler og hvem får, {year}", "en": "Who pays and gains, {year}"},
    "gains.chart_description": {
        "nb": "Stolpediagram med én gruppe per aktør og én stolpe per slag gevinst. Det en aktør"
        " betaler eller taper, går mot venstre fra nullstreken. Tallene står i tabellen"
        " under.",
        "en": "Bar chart with a group per actor and a bar per class of benefit. What an actor pays"
        " or loses goes left from the zero line. The numbers are in the table below.",
    },
    "gains.actors_by_year": {"nb": "Per aktør og år, kroner", "en": "By actor and year, NOK"},
    "gains.by_municipality": {
        "nb": "Per kommune i {year}, kroner",
        "en": "By municipality in {year}, NOK",
    },
    "gains.lines": {"nb": "Gevinstlinjene i {year}", "en": "The benefit lines in {year}"},
    "gains.line": {"nb": "Linje", "en": "Line"},
    "gains.effort": {"nb": "Innsats hos", "en": "Effort by"},
    "gains.receiver": {"nb": "Gevinst hos", "en": "Gain for"},
    "gains.class": {"nb": "Slag", "en": "Class"},
    "gains.effect": {"nb": "Effekt (spenn)", "en": "Effect (range)"},
    "gains.realised": {"nb": "Realiseres", "en": "Realised"},
    "gains.change": {"nb": "Endring i året", "en": "Change in the year"},
    "gains.value": {"nb": "Verdi, kr", "en": "Value, NOK"},
    "gains.range": {"nb": "{likely} ({low} til {high})", "en": "{likely} ({low} to {high})"},
    "gains.unpriced": {"nb": "Ikke prissatt", "en": "Not priced"},
    "gains.only_hours": {"nb": "{hours}, ikke kroner", "en": "{hours}, not kroner"},
    "gains.before_after": {
        "nb": "fra {before} til {after} per periode",
        "en": "from {before} to {after} per period",
    },
    "gains.hours": {
        "nb": "Timer frigjort i {year}, der minus er nytt arbeid: {hours}. Uten budsjettvedtak er"
        " de ikke kroner.",
        "en": "Hours freed in {year}, minus being new work: {hours}. Without a budget decision"
        " they are not kroner.",
    },
    "gains.unpriced_change": {
        "nb": "Ikke prissatt i {year}: {changes}.",
        "en": "Not priced in {year}: {changes}.",
    },
    "warnings": {"nb": "Se en gang til på prismodellen", "en": "A second look at the price model"},
    "warnings.years": {
        "nb": "{text} Det gjelder også {count} år til.",
        "en": "{text} The same holds for {count} more years.",
    },
    # ------------------------------------------------------------------ plausibility
    "plausibility": {"nb": "Er tallene rimelige?", "en": "Are the numbers plausible?"},
    "plausibility.caption": {
        "nb": "Resultatet ved siden av det som er publisert (ikke brukt i beregningen)",
        "en": "The result beside what is published (not used in the calculation)",
    },
    "plausibility.figure": {"nb": "Nøkkeltall", "en": "Key figure"},
    "plausibility.published": {"nb": "Publisert", "en": "Published"},
    "plausibility.per_position": {
        "nb": "Pasienter per årsverk",
        "en": "Patients per position",
    },
    "plausibility.per_municipality": {
        "nb": "Aktive pasienter per aktiv kommune",
        "en": "Active patients per active municipality",
    },
    "plausibility.about": {"nb": "om lag {figure}", "en": "about {figure}"},
    # ------------------------------------------------------------------ assumptions
    "assumptions": {"nb": "Antakelser", "en": "Assumptions"},
    "assumptions.count": {
        "nb": "{count} av {all} opplysninger har ingen kilde og er antakelser. gevinst check lister"
        " dem opp.",
        "en": "{count} of {all} inputs have no source and are assumptions. gevinst check lists"
        " them.",
    },
    "assumptions.none": {
        "nb": "Alle opplysningene har kilde.",
        "en": "Every input has a source.",
    },
    "assumptions.caption": {
        "nb": "Antakelser: opplysninger uten kilde",
        "en": "Assumptions: inputs without a source",
    },
    "assumptions.sourced": {"nb": "Opplysninger med kilde", "en": "Inputs with a source"},
    "assumptions.input": {"nb": "Opplysning", "en": "Input"},
    "assumptions.applies_to": {"nb": "Gjelder", "en": "Applies to"},
    "assumptions.value": {"nb": "Verdi", "en": "Value"},
    "assumptions.range": {"nb": "Spenn", "en": "Range"},
    "assumptions.note": {"nb": "Merknad", "en": "Note"},
    "assumptions.source": {"nb": "Kilde", "en": "Source"},
    "assumptions.low_to_high": {"nb": "{low} til {high}", "en": "{low} to {high}"},
    "assumptions.interval": {
        "nb": "{span} ({percent} % intervall)",
        "en": "{span} ({percent} % interval)",
    },
    "assumptions.limits": {"nb": "{span} (yttergrenser)", "en": "{span} (limits)"},
    # ------------------------------------------------------------------ written, check
    "written": {
        "nb": "{count} filer er skrevet til {folder}. Begynn med {page}.",
        "en": "{count} files are written to {folder}. Begin with {page}.",
    },
    "check.good": {"nb": "Ingen feil i {file}: {parts}.", "en": "No problems in {file}: {parts}."},
    "check.span": {"nb": "; spenn {span}", "en": "; range {span}"},
    "check.municipality": {"nb": "betalende deltaker", "en": "paying partner"},
    "check.municipalities": {"nb": "betalende deltakere", "en": "paying partners"},
    "check.group": {"nb": "pasientgruppe", "en": "patient group"},
    "check.groups": {"nb": "pasientgrupper", "en": "patient groups"},
    "check.task": {"nb": "oppgave", "en": "task"},
    "check.tasks": {"nb": "oppgaver", "en": "tasks"},
    "check.role": {"nb": "rolle", "en": "role"},
    "check.roles": {"nb": "roller", "en": "roles"},
    "check.line": {"nb": "kostnadslinje", "en": "cost line"},
    "check.lines": {"nb": "kostnadslinjer", "en": "cost lines"},
    "check.contribution": {"nb": "bidrag", "en": "source of funding"},
    "check.contributions": {"nb": "bidrag", "en": "sources of funding"},
    "check.benefit": {"nb": "gevinstlinje", "en": "benefit line"},
    "check.benefits": {"nb": "gevinstlinjer", "en": "benefit lines"},
    "check.actor": {"nb": "annen aktør", "en": "other actor"},
    "check.actors": {"nb": "andre aktører", "en": "other actors"},
    "check.year": {"nb": "år", "en": "year"},
    "check.years": {"nb": "år", "en": "years"},
    "check.assumptions": {
        "nb": "{count} av {all} opplysninger har ingen kilde og er antakelser:",
        "en": "{count} of {all} inputs have no source and are assumptions:",
    },
    # ------------------------------------------------------------------ explained
    "explained": {"nb": "Ett tall forklart", "en": "One number explained"},
}


def say(key: str, lang: str, **facts: object) -> str:
    """Text of a key with its facts filled in."""
    return TEXTS[key][lang].format(**facts)
