"""Texts: what does not fit together across the tables of a project file."""

CROSS_CHECKS: dict[str, dict[str, str]] = {
    "hours.never_open": {
        "nb": "Senteret har ingen åpningstid. Oppgi minst én dag, for eksempel"
        ' monday = "08:00-15:30".',
        "en": 'The centre is never open. State at least one day, e.g. monday = "08:00-15:30".',
    },
    "hours.always_closed": {
        "nb": "Med {found} stengte dager er senteret stengt hele året: ellers er det åpent"
        " {days} dager i uka i {weeks} uker, {possible} dager i året. Oppgi bare dager som ellers"
        " ville vært åpne.",
        "en": "With {found} closed days the centre is closed all year: otherwise it is open"
        " {days} days a week for {weeks} weeks, {possible} days a year. Count only days that would"
        " otherwise be open.",
    },
    "analysis.beyond_horizon": {
        "nb": "Analyseperioden er {found} år, men beregningsperioden er bare {years}. Forkort"
        " analysen, eller forleng horizon.years.",
        "en": "The analysis period is {found} years, but the horizon only {years}. Shorten the"
        " analysis, or lengthen horizon.years.",
    },
    "evidence.nothing": {
        "nb": "Tabellen sier ikke hva som skal korrigeres. Oppgi cost_uplift eller designs, eller"
        " ta bort tabellen.",
        "en": "The table does not say what to correct. State cost_uplift or designs, or leave the"
        " table out.",
    },
    "evidence.no_source": {
        "nb": '{field} mangler kilde. En korreksjon skal ha en: { value = ..., source = "..." }.',
        "en": '{field} has no source. A correction needs one: { value = ..., source = "..." }.',
    },
    "name.repeated": {
        "nb": "{key} «{found}» er brukt før<<, på linje {first_line}>><<, i celle {first_cell}>>."
        " Hver skal ha sin egen.",
        "en": '{key} "{found}" is used before<<, on line {first_line}>><<, in cell {first_cell}>>.'
        " Each needs its own.",
    },
    "name.line_is_role": {
        "nb": "«{found}» er id for en rolle også. Roller blir egne kostnadslinjer: velg en annen"
        " id.",
        "en": '"{found}" is the id of a role too. Roles become cost lines: choose another id.',
    },
    "name.municipality_code": {
        "nb": "«{found}» er ikke et kommunenummer. Det har nøyaktig fire sifre, for eksempel 5546.",
        "en": '"{found}" is not a municipality code. It has exactly four digits, e.g. 5546.',
    },
    "name.reserved": {
        "nb": "«{found}» er opptatt: det betyr en annen aktør ({allowed}). Velg en annen kode.",
        "en": '"{found}" is taken: it means another actor ({allowed}). Choose another code.',
    },
    "reference.unknown": {
        "nb": "{what} «{found}» finnes ikke i fila.<< Mente du «{suggestion}»?>><< Mulige:"
        " {allowed}.>>",
        "en": 'There is no {what} "{found}" in the file.<< Did you mean "{suggestion}"?>>'
        "<< Possible: {allowed}.>>",
    },
    "reference.twice": {
        "nb": "«{found}» står to ganger i lista.",
        "en": '"{found}" is in the list twice.',
    },
    "reference.no_paying_partner": {
        "nb": "Ingen av deltakerne betaler. Legg til minst én kommune (municipality) eller bydel"
        " (city_district).",
        "en": "None of the partners pays. Add at least one municipality or city_district.",
    },
    "reference.host_not_paying": {
        "nb": "Verten «{found}» er et helseforetak. Verten skal være en kommune eller bydel:"
        " {allowed}.",
        "en": 'The host "{found}" is a hospital trust. The host is a municipality or city'
        " district: {allowed}.",
    },
    "reference.host_without_zone": {
        "nb": "{found} er vert for senteret, men payroll_tax_zone mangler. Oppgi sonen for"
        " arbeidsgiveravgift: I, Ia, II, III, IV, IVa eller V.",
        "en": "{found} hosts the centre, but payroll_tax_zone is missing. State its payroll-tax"
        " zone: I, Ia, II, III, IV, IVa or V.",
    },
    "reference.funder_pays": {
        "nb": "{found} betaler allerede sin del etter fordelingsnøkkelen. Finansiering kommer fra"
        " andre: {allowed}.",
        "en": "{found} already pays its part by the key. Funding comes from others: {allowed}.",
    },
    "reference.actor_is_municipality": {
        "nb": "{found} er en av kommunene. Skriv municipality: gevinsten fordeles på kommunene"
        " etter hvor pasientene bor.",
        "en": "{found} is one of the municipalities. Write municipality: the benefit is spread over"
        " them by where the patients live.",
    },
    "reference.partner_missing": {
        "nb": "Tabellen mangler {missing}. Oppgi et tall for hver betalende deltaker (0 er lov).",
        "en": "The table lacks {missing}. State a number for each paying partner (0 is allowed).",
    },
    "reference.opening_missing": {
        "nb": "{missing} ble med før beregningsperioden begynner ({first}), men opening_patients"
        " sier ikke hvor mange aktive pasienter de hadde da. Oppgi et tall for hver (0 er lov).",
        "en": "{missing} joined before the horizon starts ({first}), but opening_patients does not"
        " say how many active patients there were then. State a number for each (0 is allowed).",
    },
    "group.steepness_missing": {
        "nb": "ramp_steepness mangler. Den må oppgis når curve er logistic, for eksempel 4.",
        "en": "ramp_steepness is missing. It is required when curve is logistic, e.g. 4.",
    },
    "group.steepness_unused": {
        "nb": "ramp_steepness brukes bare når curve er logistic. Ta bort linja, eller endre curve.",
        "en": "ramp_steepness is used only when curve is logistic. Leave it out, or change curve.",
    },
    "task.groups_unused": {
        "nb": "En oppgave som telles per year gjelder ingen bestemt gruppe. Ta bort groups.",
        "en": "A task that is counted per year belongs to no group. Leave groups out.",
    },
    "task.arrives_missing": {
        "nb": "arrives mangler. Arbeid som haster (immediate) må oppgi når det kommer: i"
        " åpningstiden (opening_hours) eller hele døgnet (around_the_clock).",
        "en": "arrives is missing. Immediate work states when it comes: in opening_hours, or"
        " around_the_clock.",
    },
    "task.arrives_unused": {
        "nb": "Avtalt arbeid (scheduled) kommer når det er avtalt. Ta bort arrives.",
        "en": "Scheduled work comes when it is scheduled. Leave arrives out.",
    },
    "task.deadline_unused": {
        "nb": "Bare arbeid som kan vente (deferrable) har frist. Ta bort deadline, eller endre"
        " class fra {found}.",
        "en": "Only deferrable work has a deadline. Leave deadline out, or change class from"
        " {found}.",
    },
    "role.response_missing": {
        "nb": 'response mangler. Rollen «{found}» har arbeid som haster (class = "immediate"):'
        " oppgi svarfristen, for eksempel [centre.roles.response] med within ="
        ' "60 open_minute" og share = 0.9.',
        "en": 'response is missing. The role "{found}" has immediate work: state its answering'
        ' target, e.g. [centre.roles.response] with within = "60 open_minute" and share = 0.9.',
    },
    "role.response_unused": {
        "nb": "Rollen «{found}» har ikke arbeid som haster. Ta bort response, eller gi en av"
        ' oppgavene class = "immediate".',
        "en": 'The role "{found}" has no immediate work. Leave response out, or give one of its'
        ' tasks class = "immediate".',
    },
    "period.leaves_before_joining": {
        "nb": "leaves ({found}) må være senere enn joins ({joins}).",
        "en": "leaves ({found}) must be later than joins ({joins}).",
    },
    "period.joins_after_horizon": {
        "nb": "{found} er etter beregningsperioden, som går fra {first} til {last}. Ta deltakeren"
        " ut, eller gjør perioden lengre.",
        "en": "{found} is after the horizon, which runs from {first} to {last}. Take the partner"
        " out, or lengthen the horizon.",
    },
    "period.leaves_before_horizon": {
        "nb": "{found} er før beregningsperioden, som går fra {first} til {last}: deltakeren er"
        " aldri med. Ta den ut.",
        "en": "{found} is before the horizon, which runs from {first} to {last}: the partner is"
        " never a member. Take it out.",
    },
    "period.outside_horizon": {
        "nb": "{found} er utenfor beregningsperioden, som går fra {first} til {last}.",
        "en": "{found} is outside the horizon, which runs from {first} to {last}.",
    },
    "period.last_before_first": {
        "nb": "last_month ({found}) er før first_month ({first}).",
        "en": "last_month ({found}) is before first_month ({first}).",
    },
    "period.funding_outside": {
        "nb": "{found} er helt utenfor beregningsperioden, som går fra {first} til {last}.",
        "en": "{found} is wholly outside the horizon, which runs from {first} to {last}.",
    },
    "count.opening_before_joining": {
        "nb": "{partner} blir med {joins} og kan ikke ha {found} aktive pasienter når"
        " beregningsperioden begynner. Skriv 0, eller flytt joins til før perioden.",
        "en": "{partner} joins in {joins} and cannot have {found} active patients when the horizon"
        " starts. Write 0, or move joins to before the horizon.",
    },
    "count.opening_above_eligible": {
        "nb": "{found} aktive pasienter er flere enn de aktuelle for {partner} ({eligible}).",
        "en": "{found} active patients are more than the eligible of {partner} ({eligible}).",
    },
    "count.weights_zero": {
        "nb": "Vektene til nøklene er 0 til sammen. Minst én må være større enn 0.",
        "en": "The weights of the keys add up to 0. At least one must be above 0.",
    },
}
