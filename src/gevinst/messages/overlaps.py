"""Texts: benefit lines that may count the same thing twice, and what deserves a second look.

An overlap that must be settled says how to let both lines stand; ``lines`` is left out of the facts
where it is a warning only.
"""

_LINES = {
    "nb": "Linja «{one}» og linja «{other}»<< (linje {first_line})>><< (celle {first_cell})>> ",
    "en": 'The lines "{one}" and "{other}"<< (line {first_line})>><< (cell {first_cell})>> ',
}
_ACCEPT = {
    "nb": "<< Skal begge stå: skriv [[accepted_overlaps]] med lines = {lines} og en begrunnelse i"
    " reason.>>",
    "en": "<< If both are to stand: write [[accepted_overlaps]] with lines = {lines} and a"
    " reason.>>",
}

_RULES = {
    "same_benefit": {
        "nb": "er samme gevinst eller indikator for samme mottaker og samme pasienter. Behold én,"
        " eller gi hver sin pasientgruppe.",
        "en": "are the same benefit or indicator for the same receiver and the same patients."
        " Keep one, or give each its own patient group.",
    },
    "stay_and_days": {
        "nb": "teller samme opphold: en innleggelse er sine liggedøgn, og en reinnleggelse er en"
        " innleggelse. Velg én av dem.",
        "en": "count the same stays: an admission is its bed-days, and a readmission is an"
        " admission. Choose one of them.",
    },
    "time_and_visits": {
        "nb": "teller samme arbeid: tida som frigjøres, er tida i besøkene og oppgavene som"
        " faller bort. Velg timer eller antall.",
        "en": "count the same work: the time freed is the time of the visits and tasks that fall"
        " away. Choose hours or numbers.",
    },
    "hours_and_temporary_staff": {
        "nb": "teller samme timer: færre timer hjemme er det som gir lavere bruk av vikarer. Velg"
        " timene (capacity) eller pengene (cash).",
        "en": "count the same hours: fewer hours at home is what lowers the use of temporary"
        " staff. Choose the hours (capacity) or the money (cash).",
    },
    "one_class": {
        "nb": "teller det samme, en gang som penger eller unngått vekst og en gang som frigjort"
        " kapasitet, slik som timer hjemme og lavere bruk av vikarer. Velg én av dem, eller"
        " oppgi i catalogue hvilke gevinster de er.",
        "en": "count the same, once as cash or avoided growth and once as freed capacity, such as"
        " hours at home and less use of temporary staff. Choose one, or name in catalogue"
        " which benefits they are.",
    },
    "whole_and_parts": {
        "nb": "er en helhet og en del av den. Før enten helheten eller delene.",
        "en": "are a whole and a part of it. Enter either the whole or the parts.",
    },
    "quality_of_life_and_parts": {
        "nb": "teller samme helse: gode leveår og livskvalitet (EQ-5D) har angst, smerte og egen"
        " helse i seg. Før enten helheten eller delene, eller oppgi i catalogue hvilken"
        " gevinst delen er.",
        "en": "count the same health: quality-adjusted life years and quality of life (EQ-5D)"
        " hold anxiety, pain and own health. Enter either the whole or the parts, or name"
        " in catalogue which benefit the part is.",
    },
    "quality_and_time": {
        "nb": "teller det samme, en gang som tid og en gang som opplevelse av den. Velg én.",
        "en": "count the same, once as time and once as how it is felt. Choose one.",
    },
    "travel_has_one_owner": {
        "nb": "gir samme reise to eiere. En spart reise spares av den som betaler den: pasienten,"
        " kommunen eller pasientreiser. Velg én, eller oppgi i catalogue hvilke gevinster"
        " de er.",
        "en": "give the same trip two owners. A trip saved is saved by whoever pays it: the"
        " patient, the municipality or the hospital. Choose one, or name in catalogue which"
        " benefits they are.",
    },
    "trips_and_distance": {
        "nb": "kan være samme reiser, en gang som reiser og en gang som kilometer. Sjekk at de er"
        " forskjellige, eller velg én.",
        "en": "may be the same travel, once as trips and once as kilometres. Check that they"
        " differ, or choose one.",
    },
    "society_repeats": {
        "nb": "teller samme enhet, en gang for samfunnet og en gang for en annen. Samfunnet er"
        " alle til sammen. Sjekk at de er forskjellige, eller velg én.",
        "en": "count the same unit, once for society and once for somebody else. Society is"
        " everybody together. Check that they differ, or choose one.",
    },
    "loop_and_contacts": {
        "nb": "kan telle samme kontakter: rundene har kontakter i seg, og den andre linja teller"
        " kontakter for samme aktør. Sjekk at ingen kontakt er med i begge.",
        "en": "may count the same contacts: the loop holds contacts, and the other line counts"
        " contacts of the same actor. Check that no contact is in both.",
    },
    "same_unit": {
        "nb": "teller samme enhet for samme mottaker og samme pasienter, bare med ulik tekst i"
        " indicator. Sjekk at ingenting er med i begge, eller velg én.",
        "en": "count the same unit for the same receiver and the same patients, with only the"
        " wording of indicator between them. Check that nothing is in both, or choose one.",
    },
    "replaces_same": {
        "nb": "erstatter det samme for samme mottaker. Sjekk at de er to gevinster.",
        "en": "replace the same for the same receiver. Check that they are two benefits.",
    },
}
RULES = tuple(_RULES)
"""Every rule by which two lines may count the same thing."""

OVERLAPS: dict[str, dict[str, str]] = {
    **{
        f"overlap.{rule}": {
            lang: f"{_LINES[lang]}{why}{_ACCEPT[lang]}" for lang, why in texts.items()
        }
        for rule, texts in _RULES.items()
    },
    "overlap.accepted": {
        "nb": "Linjene «{one}» og «{other}» kan telle det samme, men begge er med: {reason}",
        "en": 'The lines "{one}" and "{other}" may count the same, but both stand: {reason}',
    },
    "overlap.accepted_in_vain": {
        "nb": "Linjene «{one}» og «{other}» er godtatt sammen, men ingen regel sier lenger at de"
        " teller det samme. Ta bort accepted_overlaps for dem.",
        "en": 'The lines "{one}" and "{other}" are accepted together, but no rule says any more'
        " that they count the same. Leave out accepted_overlaps for them.",
    },
    "overlap.catalogue_unknown": {
        "nb": "«{found}» er ikke en gevinst i katalogen.<< Mente du «{suggestion}»?>> Kommandoen"
        " gevinst benefits viser alle. Står den ikke der, tar du bort catalogue.",
        "en": '"{found}" is not a benefit of the catalogue.<< Did you mean "{suggestion}"?>> The'
        " command gevinst benefits shows them all. If it is not there, leave catalogue out.",
    },
    "overlap.catalogue_unit": {
        "nb": "Gevinsten «{found}» i katalogen telles i {expected}, ikke {unit}. Endre enheten,"
        " eller velg en annen gevinst.",
        "en": 'The benefit "{found}" of the catalogue is counted in {expected}, not {unit}.'
        " Change the unit, or choose another benefit.",
    },
    "overlap.catalogue_receiver": {
        "nb": "Gevinsten «{found}» i katalogen har en annen mottaker enn {receiver}: {allowed}."
        " Endre mottakeren, eller velg en annen gevinst.",
        "en": 'The benefit "{found}" of the catalogue has another receiver than {receiver}:'
        " {allowed}. Change the receiver, or choose another benefit.",
    },
    "overlap.catalogue_class": {
        "nb": "class {of_class} passer ikke for gevinsten «{found}» i katalogen, som er"
        " {expected}. Endre class, eller velg en annen gevinst.",
        "en": 'class {of_class} does not fit the benefit "{found}" of the catalogue, which is'
        " {expected}. Change class, or choose another benefit.",
    },
    "overlap.refund_is_transfer": {
        "nb": "DRG-poeng er innsatsstyrt finansiering: penger fra staten til helseforetaket, ikke"
        " en gevinst for samfunnet. Skriv class = transfer med counterparty, ikke {found}.",
        "en": "DRG points are activity-based funding: money from the state to the hospital trust,"
        " no gain for society. Write class = transfer with a counterparty, not {found}.",
    },
    "benefit.selected_before_after": {
        "nb": "«{one}» bygger på før og etter hos dem som brukte mest. De bruker mindre året"
        " etter uansett (regresjon mot gjennomsnittet): mye av endringen kan være nettopp"
        " det. Bruk et nullpunkt som er justert for det, eller en sammenligningsgruppe.",
        "en": '"{one}" rests on before and after among those who used the most. They use less the'
        " next year anyway (regression to the mean): much of the change may be just that."
        " Use a baseline adjusted for it, or a comparison group.",
    },
    "benefit.work_of_the_centre": {
        "nb": "«{one}» er arbeid som oppfølgingssenteret ofte gjør. Sjekk at det ikke også står"
        " som oppgave i senteret: da er kostnaden talt to ganger.",
        "en": '"{one}" is work that the follow-up centre often does. Check that it is not a task'
        " of the centre as well: then the cost is counted twice.",
    },
    "benefit.no_new_work": {
        "nb": "Ingen gevinstlinje er nytt arbeid. Oppfølging gir gjerne mer av noe: kontakter hos"
        " fastlegen, samtaler, medisiner, opplæring. Finnes det, hører det med (gevinst"
        " benefits viser forslag). Finnes det ikke, si det i rapporten.",
        "en": "No benefit line is new work. Follow-up tends to give more of something: contacts"
        " with the GP, calls, medicines, training. If there is any, it belongs here"
        " (gevinst benefits shows what it may be). If there is none, say so in the report.",
    },
    "benefit.due_before_start": {
        "nb": "Planen for «{one}» har frist {found}, men prosjektet begynner {first}. Rett"
        " target_month, eller sett status til realised eller dropped.",
        "en": 'The plan of "{one}" is due {found}, but the project begins {first}. Correct'
        " target_month, or set status to realised or dropped.",
    },
    "map.line_missing": {
        "nb": "Gevinstlinja «{one}» står ikke i gevinstkartet. Legg til en boks med benefit for"
        " den.",
        "en": 'The benefit line "{one}" is not on the benefits map. Add a box with benefit for it.',
    },
}
