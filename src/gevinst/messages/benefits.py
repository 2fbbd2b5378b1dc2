"""Texts: benefit lines that say too little, too much, or what cannot be."""

BENEFITS: dict[str, dict[str, str]] = {
    "benefit.counterparty_missing": {
        "nb": "counterparty mangler. En overføring (transfer) flytter penger: oppgi hvem som"
        " betaler den, for eksempel state eller et helseforetak.",
        "en": "counterparty is missing. A transfer moves money: state who pays it, e.g. state or"
        " a hospital trust.",
    },
    "benefit.counterparty_unused": {
        "nb": "counterparty brukes bare når class er transfer, ikke {found}. Ta bort linja, eller"
        " endre class.",
        "en": "counterparty is used only when class is transfer, not {found}. Leave it out, or"
        " change class.",
    },
    "benefit.counterparty_receives": {
        "nb": "«{found}» både betaler (counterparty) og får (receiver) overføringen. De må være to"
        " forskjellige.",
        "en": '"{found}" both pays (counterparty) and receives (receiver) the transfer. They must'
        " differ.",
    },
    "benefit.value_missing": {
        "nb": "unit_value mangler. Oppgi verdien i kroner per enhet når class er {found}. Har"
        " gevinsten ingen pris, er class quality_unpriced.",
        "en": "unit_value is missing. State the value in NOK per unit when class is {found}. For a"
        " benefit without a price, class is quality_unpriced.",
    },
    "benefit.value_unused": {
        "nb": "En gevinst uten pris (quality_unpriced) har ingen unit_value. Ta bort linja, eller"
        " skriv class = quality_priced.",
        "en": "A benefit without a price (quality_unpriced) has no unit_value. Leave it out, or"
        " write class = quality_priced.",
    },
    "benefit.one_bed_day_value": {
        "nb": "Et liggedøgn har ikke én verdi. Oppgi bed_day_value med average, capacity og"
        " marginal i stedet for unit_value; class velger hvilken som teller.",
        "en": "A bed-day has no single value. State bed_day_value with average, capacity and"
        " marginal instead of unit_value; class picks the one that counts.",
    },
    "benefit.bed_day_values_missing": {
        "nb": "bed_day_value mangler. Liggedøgn med class {found} skal ha tre verdier: average,"
        " capacity og marginal, i kroner per liggedøgn.",
        "en": "bed_day_value is missing. Bed-days with class {found} have three values: average,"
        " capacity and marginal, in NOK per bed-day.",
    },
    "benefit.bed_day_values_unused": {
        "nb": "bed_day_value brukes bare for liggedøgn (bed_day) som er cash, capacity eller"
        " avoided_growth, ikke {found}. Ta den bort, og oppgi unit_value.",
        "en": "bed_day_value is used only for bed-days (bed_day) of class cash, capacity or"
        " avoided_growth, not {found}. Leave it out, and state unit_value.",
    },
    "benefit.hours_are_not_kroner": {
        "nb": "Arbeidstimer er ikke kroner uten et budsjettvedtak. Oppgi vedtaket i"
        " budget_decision, eller ta bort {key}: da vises timene.",
        "en": "Hours of work are not kroner without a budget decision. Name it in budget_decision,"
        " or leave {key} out: the hours are shown then.",
    },
    "benefit.decision_without_value": {
        "nb": "budget_decision står uten {key}. Oppgi kroner per time, eller ta bort vedtaket.",
        "en": "budget_decision is given without {key}. State the kroner per hour, or leave the"
        " decision out.",
    },
    "benefit.cash_without_decision": {
        "nb": "Arbeidstimer blir penger (cash) bare ved et budsjettvedtak. Oppgi vedtaket i"
        " budget_decision, eller skriv class = capacity.",
        "en": "Hours of work become cash only by a budget decision. Name it in budget_decision, or"
        " write class = capacity.",
    },
    "benefit.decision_unused": {
        "nb": "budget_decision gjelder bare arbeidstimer (unit = work_hour), ikke {found}. Ta den"
        " bort.",
        "en": "budget_decision is for hours of work only (unit = work_hour), not {found}. Leave it"
        " out.",
    },
    "benefit.decision_unused_in_loop": {
        "nb": "budget_decision gjelder kontakter med arbeidstid (time) og class = cash. Ingen"
        " kontakt i runden er det. Ta den bort, eller endre class.",
        "en": "budget_decision is for contacts with time and class = cash. No contact of the loop"
        " is one. Leave it out, or change class.",
    },
    "benefit.profession_without_time": {
        "nb": "profession står uten time: uten arbeidstid er det ingen timer å telle. Oppgi time"
        " og hourly_cost, eller ta bort profession.",
        "en": "profession is given without time: there are no hours to count. State time and"
        " hourly_cost, or leave profession out.",
    },
    "benefit.class_of_people": {
        "nb": "class {found} passer ikke for {actor}, som verken har ansatte, senger eller budsjett"
        " å frigjøre. Bruk {allowed}, eller en annen mottaker.",
        "en": "class {found} does not fit {actor}, which has no staff, beds or budget to free. Use"
        " {allowed}, or another receiver.",
    },
    "benefit.cash_of_society": {
        "nb": "Samfunnet (society) har ikke noe budsjett: class cash passer ikke. Oppgi aktøren"
        " som sparer pengene, for eksempel state eller municipality.",
        "en": "society has no budget: class cash does not fit. Name the actor that saves the"
        " money, e.g. state or municipality.",
    },
    "benefit.class_of_qaly": {
        "nb": "class {found} passer ikke for gode leveår (qaly). Mulige: {allowed}.",
        "en": "class {found} does not fit quality-adjusted life-years (qaly). Possible: {allowed}.",
    },
    "benefit.plus_minus_missing": {
        "nb": "plus_minus mangler. En gevinst uten pris veies med betydning (importance), omfang"
        " (extent) og begrunnelse (reason).",
        "en": "plus_minus is missing. A benefit without a price is weighed by importance, extent"
        " and reason.",
    },
    "benefit.plus_minus_unused": {
        "nb": "plus_minus gjelder bare quality_unpriced, ikke {found}: en gevinst som er regnet i"
        " kroner eller timer, veies ikke i tillegg.",
        "en": "plus_minus is for quality_unpriced only, not {found}: a benefit that is counted in"
        " kroner or hours is not weighed as well.",
    },
    "benefit.beyond_baseline": {
        "nb": "change går ned til {found} {unit} per pasient og år, men nullpunktet er {baseline}:"
        " ingen kan få færre enn ingen. Sett change til minst -{baseline}.",
        "en": "change goes down to {found} {unit} per patient and year, but the baseline is"
        " {baseline}: nobody can have fewer than none. Let change be at least -{baseline}.",
    },
    "benefit.range_missing": {
        "nb": "{key} mangler spenn. Ingen gevinst uten usikkerhet: skriv for eksempel"
        ' { likely = ..., low = ..., high = ..., means = "80 % interval" }. Er tallet fastsatt,'
        " skriv { value = ..., source = ... }.",
        "en": "{key} has no range. No benefit without its uncertainty: write e.g."
        ' { likely = ..., low = ..., high = ..., means = "80 % interval" }. If the number is laid'
        " down, write { value = ..., source = ... }.",
    },
    "benefit.baseline_source": {
        "nb": "Nullpunktet er {found}, men har ingen kilde. Skriv { value = ..., source = ... },"
        " eller baseline_from = assumed.",
        "en": "The baseline is {found}, but has no source. Write { value = ..., source = ... }, or"
        " baseline_from = assumed.",
    },
    "benefit.two_definitions": {
        "nb": "Indikatoren «{indicator}» er definert på to måter: «{found}», og<< på linje"
        " {first_line}>><< i celle {first_cell}>> «{other}». Bruk samme definisjon, eller gi"
        " indikatorene hvert sitt navn.",
        "en": 'The indicator "{indicator}" is defined in two ways: "{found}", and<< on line'
        ' {first_line}>><< in cell {first_cell}>> "{other}". Use one definition, or give the'
        " indicators names of their own.",
    },
    "text.kostra": {
        "nb": "«{found}» er ikke en KOSTRA-kode. Den har tre sifre i anførselstegn, for eksempel"
        ' "254".',
        "en": '"{found}" is not a KOSTRA code. It has three digits in quotes, e.g. "254".',
    },
}
