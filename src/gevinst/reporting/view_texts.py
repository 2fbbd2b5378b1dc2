"""Texts of the views of the gains on the page."""

from __future__ import annotations

VIEWS: dict[str, dict[str, str]] = {
    "views.most_likely": {
        "nb": "Tallene er de mest sannsynlige anslagene for {year}. Spennet står under «Hva er"
        " sikkert?».",
        "en": 'The numbers are the most likely estimates for {year}. The ranges stand under "What'
        ' is certain?".',
    },
    "views.line": {"nb": "Linje", "en": "Line"},
    "views.actor": {"nb": "Aktør", "en": "Actor"},
    "views.class": {"nb": "Slag", "en": "Class"},
    "views.kroner": {"nb": "Kroner", "en": "NOK"},
    "views.hours": {"nb": "Timer", "en": "Hours"},
    "views.signs": {"nb": "Konsekvens", "en": "Consequence"},
    "views.importance": {"nb": "Betydning", "en": "Importance"},
    "views.extent": {"nb": "Omfang", "en": "Extent"},
    "views.reason": {"nb": "Begrunnelse", "en": "Reason"},
    # ------------------------------------------------------------------ certain
    "certain": {"nb": "Hva er sikkert?", "en": "What is certain?"},
    "certain.caption": {
        "nb": "Gevinst i {year} med spenn, kroner der ikke annet står",
        "en": "Gains in {year} with ranges, NOK unless stated",
    },
    "certain.pays": {"nb": "Betaler", "en": "Pays"},
    "certain.likely": {"nb": "Mest sannsynlig", "en": "Most likely"},
    "certain.low": {"nb": "Alle i dårligste ende", "en": "All at worst end"},
    "certain.high": {"nb": "Alle i beste ende", "en": "All at best end"},
    "certain.note": {
        "nb": "Endene bruker spennet for effekten i hver linje, alle linjer samtidig. Alt annet"
        " står på det mest sannsynlige.",
        "en": "The ends use the range of the effect of each line, all lines at once. All else is"
        " at its most likely.",
    },
    # ------------------------------------------------------------------ worth now
    "worth": {"nb": "Verdi av alle årene i dag", "en": "Worth of all years today"},
    "worth.lead": {
        "nb": "Nåverdien er det alle årene er verdt i dag, når en krone senere teller mindre enn en"
        " krone nå. Pukkelen er det meste partneren må ha lagt ut før noe kommer igjen.",
        "en": "The present value is what all years are worth today, where a krone later counts for"
        " less than one now. The hump is the most that a partner has laid out before anything"
        " comes back.",
    },
    "worth.caption": {
        "nb": "Nåverdi, pukkelkostnad og tilbakebetaling, kroner",
        "en": "Present value, hump and payback, NOK",
    },
    "worth.paid": {"nb": "Betaler", "en": "Pays"},
    "worth.gained": {"nb": "Får i penger", "en": "Gets in cash"},
    "worth.left": {"nb": "Netto i penger", "en": "Net cash"},
    "worth.taxes": {"nb": "Skattefinansiering", "en": "Tax financing"},
    "worth.need": {"nb": "Pukkel", "en": "Hump"},
    "worth.need_month": {"nb": "Dypest i", "en": "Deepest in"},
    "worth.back": {"nb": "Tjent inn", "en": "Paid back"},
    "worth.never": {"nb": "ikke i perioden", "en": "not in the period"},
    "worth.note": {
        "nb": "Overføringer er regnet som penger. Frigjort kapasitet og kvalitet er det ikke;"
        " tabellen present_value har hvert slag for seg. Skattefinansiering er den"
        " samfunnsøkonomiske kostnaden ved å kreve inn det offentlige betaler netto, ikke en utgift"
        " i budsjettet. Pukkelen er ikke diskontert.",
        "en": "Transfers count as money. Freed capacity and quality do not; the table present_value"
        " has each class by itself. Tax financing is the cost to society of raising what public"
        " budgets pay net, not an item of the budget. The hump is not discounted.",
    },
    # ------------------------------------------------------------------ KS
    "ks": {"nb": "Gevinstene i KS' tre typer", "en": "The gains in the three types of KS"},
    "ks.lead": {
        "nb": "De samme gevinstene, slik KS deler dem: unngåtte kostnader, spart tid og økt"
        " kvalitet. Timer er ikke kroner, og slagene legges ikke sammen.",
        "en": "The same gains in the types of KS: avoided costs, saved time and better quality."
        " Hours are not kroner, and classes are not added.",
    },
    "ks.caption": {"nb": "{type} i {year}", "en": "{type} in {year}"},
    "bed_days.caption": {
        "nb": "Et liggedøgn har tre verdier: de samme døgnene i {year}, kroner",
        "en": "A bed-day has three values: the same days in {year}, NOK",
    },
    "bed_days.benefit_average": {"nb": "Gjennomsnitt", "en": "Average"},
    "bed_days.benefit_capacity": {"nb": "Kapasitet", "en": "Capacity"},
    "bed_days.benefit_marginal": {"nb": "Marginal", "en": "Marginal"},
    "bed_days.counts": {"nb": "Teller som", "en": "Counts as"},
    # ------------------------------------------------------------------ DFØ
    "dfo": {"nb": "Virkningene slik DFØ deler dem", "en": "The effects by DFØ's categories"},
    "dfo.lead": {
        "nb": "Egen virksomhet er kommunene. Bare den første gruppen er penger i kommunenes"
        " budsjetter; alternativ anvendelse er tid og plass som brukes til noe annet.",
        "en": "The own organisation is the municipalities. Only the first group is money in their"
        " budgets; other use is time and room used for something else.",
    },
    "dfo.caption": {"nb": "Prissatte virkninger i {year}", "en": "Priced effects in {year}"},
    "dfo.unpriced": {
        "nb": "Ikke-prissatte virkninger, pluss-minusmetoden",
        "en": "Effects without a price, plus-minus method",
    },
    "dfo.note": {
        "nb": "Betydning og omfang gir konsekvens fra −−−− til ++++. Tegnene blir aldri til"
        " kroner og legges ikke sammen. Metoden er DFØs; matrisen mellom trinnene er vår lesning.",
        "en": "Importance and extent give a consequence from −−−− to ++++. The signs never become"
        " kroner and are not added. The method is DFØ's; the matrix of steps is our reading.",
    },
    # ------------------------------------------------------------------ budget
    "budget": {"nb": "Budsjettet til hver deltaker", "en": "The budget of each partner"},
    "budget.lead": {
        "nb": "Årene i en økonomiplan. Minus er utgift, pluss er inntekt. Frigjort kapasitet og"
        " unngått vekst står ikke her, for det er ikke penger i budsjettet.",
        "en": "The years of an economic plan. Minus is expense, plus is income. Freed capacity and"
        " avoided growth are not here, as they are not money in the budget.",
    },
    "budget.net": {"nb": "Netto i budsjettet, kroner", "en": "Net in the budget, NOK"},
    "budget.partner": {"nb": "Deltaker", "en": "Partner"},
    "budget.row": {"nb": "Post", "en": "Item"},
    "budget.caption": {"nb": "{partner}: budsjettet, kroner", "en": "{partner}: budget, NOK"},
    "budget.total": {"nb": "Netto", "en": "Net"},
    "budget.art": {"nb": "art {code}", "en": "art {code}"},
    "budget.function": {"nb": "funksjon {code}", "en": "function {code}"},
    # ------------------------------------------------------------------ personnel
    "personnel": {"nb": "Folk: hva frigjøres, og hva trengs?", "en": "People: freed and needed"},
    "personnel.centre": {
        "nb": "I {year} trenger senteret {fte} årsverk.",
        "en": "In {year} the centre needs {fte} positions.",
    },
    "personnel.frees": {
        "nb": "Gevinstlinjene frigjør {listed}.",
        "en": "The benefit lines free {listed}.",
    },
    "personnel.takes": {
        "nb": "De krever {listed} til nytt arbeid.",
        "en": "They take {listed} for new work.",
    },
    "personnel.amount": {
        "nb": "{fte} årsverk {profession}",
        "en": "{fte} positions ({profession})",
    },
    "personnel.caption": {
        "nb": "Timer og årsverk i {year}, pluss er frigjort",
        "en": "Hours and positions in {year}, plus is freed",
    },
    "personnel.who": {"nb": "Yrkesgruppe", "en": "Profession"},
    "personnel.role": {"nb": "Senteret: {role}", "en": "The centre: {role}"},
    "personnel.freed": {"nb": "Timer frigjort", "en": "Hours freed"},
    "personnel.needed": {"nb": "Timer som trengs", "en": "Hours needed"},
    "personnel.net": {"nb": "Timer netto", "en": "Hours, net"},
    "personnel.fte": {"nb": "Årsverk netto", "en": "Positions, net"},
    "personnel.note": {
        "nb": "Yrkesgrupper legges ikke sammen: en frigjort time hos én erstatter ikke en time hos"
        " en annen. Små deler av et årsverk blir sjelden ledige uten en ny turnus.",
        "en": "Professions are not added: an hour freed for one does not replace an hour of"
        " another. Small parts of a position are seldom free without a new roster.",
    },
    # ------------------------------------------------------------------ imprint
    "imprint": {"nb": "Gevinstavtrykk", "en": "Imprint of the gains"},
    "imprint.lead": {
        "nb": "Hva hver aktør merker, på fire sider. Slagene legges ikke sammen.",
        "en": "What each actor notices, on four sides. Classes are not added.",
    },
    "imprint.caption": {"nb": "Gevinstavtrykk i {year}", "en": "Imprint in {year}"},
    "imprint.in_class": {"nb": "{amount} i {called}", "en": "{amount} in {called}"},
    # ------------------------------------------------------------------ patient
    "patient": {"nb": "Hva pasienten og pårørende merker", "en": "What patients notice"},
    "patient.lead": {
        "nb": "Gjennomsnitt for én pasient i oppfølging i ett år. Minus er færre eller mindre; for"
        " penger er minus det pasienten taper.",
        "en": "The mean for one patient under follow-up for a year. Minus is fewer or less; for"
        " money minus is what the patient loses.",
    },
    "patient.caption": {
        "nb": "Endring for pasienten i {year}",
        "en": "Change for the patient in {year}",
    },
    "patient.each": {"nb": "Per pasient og år", "en": "Per patient and year"},
    "patient.all": {"nb": "For alle", "en": "For all"},
    "patient.worth": {"nb": "{line}, i kroner", "en": "{line}, in NOK"},
}
