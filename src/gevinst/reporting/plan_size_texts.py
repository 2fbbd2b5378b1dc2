"""Texts of what a project of a given size can show."""

from __future__ import annotations

PLAN_SIZE: dict[str, dict[str, str]] = {
    "size.title": {"nb": "Hva kan prosjektet vise?", "en": "What can the project show?"},
    "size.events": {"nb": "hendelser", "en": "events"},
    "size.event": {"nb": "hendelse", "en": "event"},
    "size.given": {
        "nb": "{persons} pasienter, {rate} {events} per pasient og år, fulgt i {months} måneder"
        " før og {months} måneder etter.",
        "en": "{persons} patients, {rate} {events} per patient and year, followed for {months}"
        " months before and {months} months after.",
    },
    "size.assumed": {
        "nb": "Spredningen er {dispersion} (1 er best mulig: hendelsene rammer tilfeldig). Krav:"
        " sjansen for å finne endringen er {power}, med {level} intervall.",
        "en": "The dispersion is {dispersion} (1 is the best possible: events strike at random)."
        " Required: the chance of finding the change is {power}, with an interval of {level}.",
    },
    "size.smallest": {"nb": "Minste nedgang som vises", "en": "Smallest reduction that shows"},
    "size.smallest_is": {
        "nb": "{reduction} eller mer (rateforhold {ratio} eller lavere). Det ventes {events}"
        " hendelser i hver periode.",
        "en": "{reduction} or more (a rate ratio of {ratio} or lower). {events} events are expected"
        " in each period.",
    },
    "size.smaller_unseen": {
        "nb": "Er den virkelige nedgangen mindre, vil målingen som oftest ikke kunne skille den fra"
        " tilfeldigheter. Det betyr ikke at tjenesten er uten virkning.",
        "en": "If the true reduction is smaller, the measurement will mostly be unable to tell it"
        " from chance. That does not mean that the service has no effect.",
    },
    "size.needed": {"nb": "Hva som skal til", "en": "What it takes"},
    "size.needed_caption": {
        "nb": "Pasienter eller måneder som trengs for å vise en nedgang",
        "en": "Patients or months needed to show a reduction",
    },
    "size.reduction": {"nb": "Nedgang", "en": "Reduction"},
    "size.patients": {"nb": "Pasienter i {months} måneder", "en": "Patients for {months} months"},
    "size.months": {
        "nb": "Måneder før og etter med {persons}",
        "en": "Months before and after with {persons}",
    },
    "size.expected": {
        "nb": "Intervallet å vente med {persons} pasienter",
        "en": "Interval to expect with {persons} patients",
    },
    "size.needed_note": {
        "nb": "Regnet som to uavhengige perioder. De samme pasientene før og etter gir et noe"
        " smalere intervall. Frafall og død er ikke trukket fra: regn med flere.",
        "en": "Computed as two independent periods. The same patients before and after give a"
        " somewhat narrower interval. Dropout and deaths are not taken off: plan for more.",
    },
    "size.selected_note": {
        "nb": "Tallene gjelder tilfeldig usikkerhet. Er pasientene valgt fordi de brukte mye, går"
        " tallene ned av seg selv, og flere pasienter hjelper ikke: da trengs en"
        " sammenligningsgruppe, eller tall for befolkningen de er valgt fra.",
        "en": "The numbers are about chance. If patients were selected for high use, the figures"
        " fall by themselves and more patients do not help: it takes a comparison group, or figures"
        " for the population they were selected from.",
    },
    "size.whole": {
        "nb": "Hvor mye må de inkluderte ned?",
        "en": "How much must the included fall?",
    },
    "size.whole_is": {
        "nb": "De inkluderte står for {share} av alt i området.",
        "en": "The included stand for {share} of all in the area.",
    },
    "size.whole_caption": {
        "nb": "Nedgang hos de inkluderte som trengs for at helheten skal gå ned",
        "en": "Reduction among the included needed for the whole to fall",
    },
    "size.target": {"nb": "Helheten ned", "en": "The whole down"},
    "size.included": {"nb": "De inkluderte ned", "en": "The included down"},
    "size.possible": {"nb": "Mulig", "en": "Possible"},
    "size.yes": {"nb": "ja", "en": "yes"},
    "size.no": {"nb": "nei, mer enn alt", "en": "no, more than all"},
    "size.share_missing": {
        "nb": "Oppgi --share (andelen av alle hendelsene i området som de inkluderte står for) for"
        " å se hvor mye de må ned for at det skal merkes.",
        "en": "State --share (the part of all events in the area that is the included patients'"
        " own) to see how much they must fall for it to be felt.",
    },
    "size.made_by": {"nb": "Laget med gevinst {version}.", "en": "Made with gevinst {version}."},
}
