"""Texts on staffing: what decides, how it answers, who is present when."""

from __future__ import annotations

STAFFING: dict[str, dict[str, str]] = {
    "staffing": {"nb": "Bemanning", "en": "Staffing"},
    "staffing.caption": {
        "nb": "Årsverk, gjennomsnitt over året",
        "en": "Positions, mean over the year",
    },
    "staffing.role": {"nb": "Rolle", "en": "Role"},
    "staffing.needed": {"nb": "behov før avrunding", "en": "need before rounding"},
    "staffing.workload": {"nb": "etter arbeidsmengde", "en": "by workload"},
    "staffing.queue": {"nb": "etter svarfrist", "en": "by answering target"},
    "staffing.presence": {"nb": "etter grunnbemanning", "en": "by minimum presence"},
    "staffing.decided_by": {"nb": "avgjøres av", "en": "decided by"},
    "staffing.by_workload": {"nb": "arbeid", "en": "workload"},
    "staffing.by_queue": {"nb": "svarfrist", "en": "answering"},
    "staffing.by_presence": {"nb": "grunnbem.", "en": "presence"},
    "staffing.by_whole_positions": {"nb": "hele steg", "en": "whole steps"},
    "staffing.by_none": {"nb": "–", "en": "–"},
    # ------------------------------------------------------------------ what decides
    "staffing.queue_binds": {
        "nb": "{role}: svarfristen avgjør i {year}. Arbeidet alene ville fylt {work}"
        " årsverk{other}, men skal {share} av det som haster, få svar innen {within}, trengs det"
        " {need}, medregnet avtalt arbeid som ikke kan avbrytes.",
        "en": "{role}: the answering target decides in {year}. The work alone would fill {work}"
        " positions{other}, but if {share} of what is urgent is to be answered within {within},"
        " {need} are needed, with the appointments that cannot be interrupted.",
    },
    "staffing.presence_binds": {
        "nb": "{role}: grunnbemanningen avgjør i {year}. Åpningstiden krever {presence} årsverk;"
        " arbeidet alene ville fylt {work}{other}. Flere pasienter koster ikke flere stillinger før"
        " de krever mer enn åpningstiden.",
        "en": "{role}: minimum presence decides in {year}. The opening hours need {presence}"
        " positions; the work alone would fill {work}{other}. More patients cost no more positions"
        " until they need more than the opening hours do.",
    },
    "staffing.workload_binds": {
        "nb": "{role}: arbeidsmengden avgjør i {year}. Arbeidet fyller {work} årsverk{other}.",
        "en": "{role}: the workload decides in {year}. The work fills {work} positions{other}.",
    },
    "staffing.whole_positions_bind": {
        "nb": "{role}: hele steg avgjør i {year}. Behovet er {need} årsverk{other}, men stillinger"
        " kommer i steg på {step}. Uten {largest} ville det vært like mange.",
        "en": "{role}: whole steps decide in {year}. The need is {need} positions{other}, but"
        " positions come in steps of {step}. Without {largest} there would be just as many.",
    },
    "staffing.also_queue": {
        "nb": "svarfristen krever {queue}",
        "en": "the answering target needs {queue}",
    },
    "staffing.also_presence": {
        "nb": "grunnbemanningen krever {presence}",
        "en": "minimum presence needs {presence}",
    },
    "staffing.also": {"nb": " ({what})", "en": " ({what})"},
    "staffing.largest_workload": {"nb": "arbeidet", "en": "the work"},
    "staffing.largest_queue": {"nb": "svarfristen", "en": "the answering target"},
    "staffing.largest_presence": {"nb": "grunnbemanningen", "en": "minimum presence"},
    "staffing.in_months": {
        "nb": " Det gjelder {count} av {all} måneder.",
        "en": " That holds in {count} of {all} months.",
    },
    "staffing.staffed": {
        "nb": " Det bemannes med {staffed} årsverk.",
        "en": " {staffed} positions are staffed.",
    },
    "staffing.steps": {
        "nb": "Stillinger kommer i steg på {step} årsverk og rundes opp.",
        "en": "Positions come in steps of {step} and are rounded up.",
    },
    "staffing.interrupts": {
        "nb": "Antakelse: det som haster, avbryter det som kan vente, men ikke avtalt arbeid.",
        "en": "Assumption: what is urgent interrupts what can wait, but not appointments.",
    },
    # ------------------------------------------------------------------ answering
    "answering.open": {
        "nb": "I åpningstiden ved utgangen av {year} får {level} av det som haster, svar innen"
        " {within} (målet er {share}). {waits} må vente i det hele tatt.",
        "en": "In opening hours at the end of {year}, {level} of what is urgent is answered within"
        " {within} (the target is {share}). {waits} has to wait at all.",
    },
    "answering.covers": {
        "nb": " Dette gjelder {share} av det som haster: resten kommer mens senteret er stengt, og"
        " er ikke regnet med. Det forutsetter at de som ringer om dagen, ikke står bak nattas"
        " varsler.",
        "en": " This covers {share} of what is urgent: the rest comes while the centre is closed"
        " and is not counted. It takes for granted that the day's callers do not stand behind the"
        " night's alerts.",
    },
    "answering.of_role": {"nb": "{role}: {text}", "en": "{role}: {text}"},
    "answering.nearly_all": {"nb": "over 99,9 %", "en": "more than 99.9 %"},
    "answering.hardly_any": {"nb": "Under 0,1 %", "en": "Less than 0.1 %"},
    "answering.closed": {
        "nb": "Det som kommer mens senteret er stengt, venter til det åpner:",
        "en": "What comes while the centre is closed waits until it opens:",
    },
    "answering.night": {
        "nb": " etter en natt på {closed} er det {backlog}, tatt igjen på {clearing}",
        "en": " after a night of {closed} there are {backlog}, cleared in {clearing}",
    },
    "answering.closure": {
        "nb": " etter en helg på {closed} er det {backlog}, tatt igjen på {clearing}",
        "en": " after a weekend of {closed} there are {backlog}, cleared in {clearing}",
    },
    "answering.longest": {
        "nb": ". Det som haster, kan måtte vente {waits}.",
        "en": ". What is urgent may have to wait {waits}.",
    },
    "answering.longest_night": {"nb": "{hours} over natta", "en": "{hours} overnight"},
    "answering.longest_closure": {
        "nb": "{hours} over helga",
        "en": "{hours} over the weekend",
    },
    "answering.under": {"nb": "under {amount}", "en": "less than {amount}"},
    "answering.and": {"nb": ", og", "en": ", and"},
    "answering.deadline": {
        "nb": " Fristen for «{task}» ({deadline}) holdes også da, med {margin} til overs.",
        "en": ' The deadline of "{task}" ({deadline}) is kept even then, with {margin} to spare.',
    },
    "answering.nights_between": {
        "nb": " Det tar mer enn én åpningsdag, og det som kommer i nettene imellom, kommer i"
        " tillegg.",
        "en": " That is more than one open day, and what comes in the nights between is on top.",
    },
    # ------------------------------------------------------------------ busy days
    "busy.days": {
        "nb": "På {share} av åpningsdagene i {year} kommer det mer arbeid enn de som er på jobb,"
        " rekker",
        "en": "On {share} of the open days in {year} more work comes than those at work get done",
    },
    "busy.worst": {"nb": ", og på {share} i {year}", "en": ", and on {share} in {year}"},
    "busy.then": {
        "nb": ". Da blir noe liggende til neste dag, eller noen arbeider overtid.",
        "en": ". Some is then left for the next day, or somebody works overtime.",
    },
    "busy.seldom": {"nb": "under 1 %", "en": "less than 1 %"},
    # ------------------------------------------------------------------ presence
    "presence.caption": {
        "nb": "{role}: personer til stede, time for time i uka, {year}",
        "en": "{role}: persons present, by hour of the week, {year}",
    },
    "presence.hour": {"nb": "Klokka", "en": "Hour"},
    "presence.evenly": {
        "nb": "{role}: {persons} til stede i en åpningstime når stillingene er spredt jevnt over"
        " åpningstiden i {year} (behovet er {needed}). Tabellen presence har det time for time.",
        "en": "{role}: {persons} present in an open hour when the positions are spread evenly over"
        " the opening hours of {year} ({needed} needed). The table presence has it hour by hour.",
    },
    "presence.note": {
        "nb": "Mørkere er flere til stede. En time som er delvis åpen, teller delvis; – er stengt.",
        "en": "Darker is more people. An hour that is open in part counts in part; – is closed.",
    },
}
