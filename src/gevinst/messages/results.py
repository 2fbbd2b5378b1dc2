"""Texts: quantities, labels, parameters, sources, coverage and replay."""

RESULTS: dict[str, dict[str, str]] = {
    "parameter.unknown": {
        "nb": "Parameteren «{name}» finnes ikke.<< Mente du «{suggestion}»?>>",
        "en": 'There is no parameter "{name}".<< Did you mean "{suggestion}"?>>',
    },
    "parameter.no_value": {
        "nb": (
            "Parameteren «{name}» har ingen verdi for {date}.<< Den første verdien gjelder fra"
            " {first}.>><< Den siste gjelder til {last}.>> Oppgi verdien i prosjektfila, eller"
            " velg en dato som er dekket."
        ),
        "en": (
            'Parameter "{name}" has no value for {date}.<< The first value holds from {first}.>>'
            "<< The last holds to {last}.>> State the value in the project file, or choose a"
            " date that is covered."
        ),
    },
    "parameter.invalid": {
        "nb": "Parameteren «{name}» i {file} er ugyldig: {problem}",
        "en": 'Parameter "{name}" in {file} is invalid: {problem}',
    },
    "parameter.no_deflator": {
        "nb": ("Prisserien «{name}» finnes ikke.<< Mente du «{suggestion}»?>> Mulige: {allowed}."),
        "en": (
            'There is no deflator "{name}".<< Did you mean "{suggestion}"?>> Possible: {allowed}.'
        ),
    },
    "parameter.no_vintage": {
        "nb": (
            "Prisserien «{name}» har ingen utgave «{found}».<< Mente du «{suggestion}»?>> Utgavene"
            " er: {allowed}."
        ),
        "en": (
            'The deflator "{name}" has no vintage "{found}".<< Did you mean "{suggestion}"?>> The'
            " vintages are: {allowed}."
        ),
    },
    "parameter.years_not_covered": {
        "nb": (
            "Prisserien «{name}»<<, utgave «{vintage}»,>> har ikke tall for {missing}. Den har tall"
            " for: {allowed}. Velg en annen serie eller utgave, eller oppgi beløpet i prosjektets"
            " prisnivå."
        ),
        "en": (
            'The deflator "{name}"<<, vintage "{vintage}",>> has no figure for {missing}. It has'
            " figures for: {allowed}. Choose another series or vintage, or state the amount in the"
            " project's price level."
        ),
    },
    "source.missing": {
        "nb": "«{name}» mangler kilde. Oppgi hvor tallet kommer fra.",
        "en": '"{name}" has no source. State where the figure comes from.',
    },
    "source.unknown": {
        "nb": "«{name}» viser til kilden «{source}», som ikke finnes.<< Mente du «{suggestion}»?>>",
        "en": (
            '"{name}" refers to the source "{source}", which does not exist.'
            '<< Did you mean "{suggestion}"?>>'
        ),
    },
    "coverage.no_basis": {
        "nb": (
            "Kostnaden i {period} skal fordeles etter {basis} (telt per {window}), men {basis} er"
            " null for alle i den perioden. Bruk en nøkkel som alltid har grunnlag (equal eller"
            " inhabitants), eller tell grunnlaget over et lengre tidsrom."
        ),
        "en": (
            "The cost in {period} is to be shared by {basis} (counted per {window}), but {basis}"
            " is zero for every partner in that window. Use a key that always has a basis (equal"
            " or inhabitants), or count the basis over a longer window."
        ),
    },
    "coverage.no_member": {
        "nb": (
            "Det er kostnader å fordele i {period}, men ingen deltaker er med da. La minst én"
            " betalende deltaker være med hele tiden (joins, leaves)."
        ),
        "en": (
            "There is cost to share in {period}, but no partner is a member then. Let at least"
            " one paying partner be a member throughout (joins, leaves)."
        ),
    },
    "coverage.funding_exceeds_cost": {
        "nb": (
            "Finansieringen i {period} ({funding} kr) er større enn kostnaden ({cost} kr)."
            " Reduser beløpet, eller kort inn perioden."
        ),
        "en": (
            "Funding in {period} (NOK {funding}) is larger than the cost (NOK {cost})."
            " Reduce the amount, or shorten its period."
        ),
    },
    "coverage.outside_horizon": {
        "nb": "{period} er utenfor beregningsperioden, som går fra {first} til {last}.",
        "en": "{period} is outside the horizon, which runs from {first} to {last}.",
    },
    "replay.differs": {
        "nb": (
            "Forklaringen av {quantity}<< ({place})>> gir {replayed}, men resultatet er {stored}"
            " (forskjell {difference})."
            " Dette er en feil i gevinst, ikke i prosjektfila: meld fra."
        ),
        "en": (
            "Explaining {quantity}<< ({place})>> gives {replayed}, but the stored result is"
            " {stored} (difference {difference}). This is a fault in gevinst, not in the project"
            " file: please report it."
        ),
    },
    "quantity.unknown": {
        "nb": (
            "Størrelsen «{name}» finnes ikke.<< Mente du «{suggestion}»?>><< Mulige: {allowed}.>>"
        ),
        "en": (
            'There is no quantity "{name}".<< Did you mean "{suggestion}"?>>'
            "<< Possible: {allowed}.>>"
        ),
    },
    "quantity.invoice": {
        "nb": (
            "{name} er {instead} rundet av til hele øre eller kroner, og finnes bare i tabellen"
            " invoices. Bruk {instead}."
        ),
        "en": (
            "{name} is {instead} rounded to whole oere or kroner, and exists in the table invoices"
            " only. Use {instead}."
        ),
    },
    "quantity.transfer": {
        "nb": (
            "{name} er {instead} for en overføring, sett fra begge sider, og finnes bare i tabellen"
            " transfers. Bruk {instead}."
        ),
        "en": (
            "{name} is {instead} of a transfer, seen from both sides, and exists in the table"
            " transfers only. Use {instead}."
        ),
    },
    "quantity.of_view": {
        "nb": (
            "{name} finnes bare i en tabell som viser gevinstene fra én side, og er regnet av"
            " {instead}. Bruk {instead}."
        ),
        "en": (
            "{name} exists only in a table that shows the gains from one side, and is made from"
            " {instead}. Use {instead}."
        ),
    },
    "quantity.charge_share": {
        "nb": (
            "{name} er {instead} delt på det alle betaler, og finnes bare i tabellen keys. Bruk"
            " {instead}."
        ),
        "en": (
            "{name} is {instead} over what all pay, and exists in the table keys only. Use"
            " {instead}."
        ),
    },
    "argument.not_results": {
        "nb": "results må være resultatet av gevinst.run(prosjekt); fant {found}.",
        "en": "results must be what gevinst.run(project) gives; found {found}.",
    },
    "argument.not_project": {
        "nb": (
            "project må være et prosjekt fra gevinst.load(fil) eller gevinst.example(navn); fant"
            " {found}."
        ),
        "en": (
            "project must be a project from gevinst.load(file) or gevinst.example(name); found"
            " {found}."
        ),
    },
    "argument.depth": {
        "nb": "{argument} er {found}; må være et helt tall, 0 eller mer.",
        "en": "{argument} is {found}; it must be a whole number, 0 or more.",
    },
    "quantity.not_a_name": {
        "nb": "{argument} må være et navn som tekst, for eksempel «charge»; fant {found}.",
        "en": '{argument} must be a name as text, such as "charge"; found {found}.',
    },
    "quantity.period_and_year": {
        "nb": "Både måned ({period}) og år ({year}) er oppgitt. Oppgi bare én av dem.",
        "en": "Both a month ({period}) and a year ({year}) are given. Give one of them.",
    },
    "quantity.unknown_label": {
        "nb": (
            "«{label}» finnes ikke ({word}).<< Mente du «{suggestion}»?>><< Mulige: {allowed}.>>"
        ),
        "en": (
            'There is no {word} "{label}".<< Did you mean "{suggestion}"?>>'
            "<< Possible: {allowed}.>>"
        ),
    },
    "quantity.missing_label": {
        "nb": "{name} avhenger av {word}: oppgi {axis}=...<< Mulige: {allowed}.>>",
        "en": "{name} varies by {word}: say which one ({axis}=...).<< Possible: {allowed}.>>",
    },
    "quantity.unused_label": {
        "nb": "{name} avhenger ikke av {word}. Ta bort {axis}=...",
        "en": "{name} does not vary by {word}. Leave out {axis}=...",
    },
    "quantity.unknown_table": {
        "nb": "Tabellen «{name}» finnes ikke.<< Mente du «{suggestion}»?>> Mulige: {allowed}.",
        "en": 'There is no table "{name}".<< Did you mean "{suggestion}"?>> Possible: {allowed}.',
    },
    "quantity.unknown_example": {
        "nb": "Eksempelet «{name}» finnes ikke.<< Mente du «{suggestion}»?>> Mulige: {allowed}.",
        "en": 'There is no example "{name}".<< Did you mean "{suggestion}"?>> Possible: {allowed}.',
    },
}
