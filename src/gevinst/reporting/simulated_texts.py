"""Texts of a simulation, Norwegian beside English."""

SIMULATED: dict[str, dict[str, str]] = {
    "sim.title": {
        "nb": "{name}: hvor sikre er tallene?",
        "en": "{name}: how sure are the numbers?",
    },
    "sim.facts": {
        "nb": (
            "{draws} trekninger av {inputs} usikre inndata, frø {seed}. Alle beløp er faste"
            " {year}-kroner."
        ),
        "en": (
            "{draws} draws of {inputs} uncertain inputs, seed {seed}. All amounts are NOK at the"
            " price level of {year}."
        ),
    },
    "sim.counted": {
        "nb": (
            "Bare usikkerheten som er ført inn i prosjektet er med. Det som ingen har skrevet et"
            " spenn for, regnes som sikkert."
        ),
        "en": (
            "Only the uncertainty that the project states is counted. What nobody has given a"
            " range for is taken as certain."
        ),
    },
    "sim.agreed": {
        "nb": (
            "Fordelingsregelen er brukt én gang, på sannsynlige verdier: andelene er de samme i"
            " alle trekninger, som i en avtale. Bare kostnaden de gjelder, varierer."
        ),
        "en": (
            "The sharing rule was applied once, at likely values: the shares are the same in every"
            " draw, as in an agreement. Only the cost that they are shares of varies."
        ),
    },
    "sim.charges": {"nb": "Hva hver kommune betaler", "en": "What each municipality pays"},
    "sim.charges_caption": {
        "nb": "Betaling i {year}, kroner",
        "en": "Charge in {year}, NOK",
    },
    "sim.centre": {"nb": "Senteret år for år", "en": "The centre year by year"},
    "sim.cost_caption": {"nb": "Kostnad for senteret, kroner", "en": "Cost of the centre, NOK"},
    "sim.positions_caption": {"nb": "Bemanning, årsverk", "en": "Positions, FTE"},
    "sim.cost_headline": {
        "nb": "Kostnad for senteret i {year}, midt på (80 % av trekningene: {low} til {high})",
        "en": "Cost of the centre in {year}, the middle (80 % of the draws: {low} to {high})",
    },
    "sim.cash_headline": {
        "nb": "av trekningene gir kommunene samlet mer igjen i penger enn de betaler",
        "en": "of the draws give the municipalities together more money back than they pay",
    },
    "sim.gain_headline": {
        "nb": "av trekningene gir kommunene samlet mer igjen enn de betaler når frigjort kapasitet,"
        " unngått vekst og prissatt kvalitet også regnes i kroner",
        "en": "of the draws give the municipalities together more back than they pay when freed"
        " capacity, avoided growth and priced quality are counted in kroner too",
    },
    "sim.net": {"nb": "Hvem sitter igjen med hva", "en": "Who is left with what"},
    "sim.cash_caption": {
        "nb": "Nåverdi av netto i kroner: kontante gevinster og overføringer minus betaling",
        "en": "Present value of net cash: cash gains and transfers less what is paid",
    },
    "sim.gain_caption": {
        "nb": (
            "Nåverdi av samlet netto gevinst, kroner: også frigjort kapasitet, unngått vekst og"
            " prissatt kvalitet"
        ),
        "en": (
            "Present value of the net gain in all, NOK: freed capacity, avoided growth and priced"
            " quality too"
        ),
    },
    "sim.who": {"nb": "Hvem", "en": "Who"},
    "sim.year": {"nb": "År", "en": "Year"},
    "sim.together": {"nb": "Kommunene samlet", "en": "The municipalities together"},
    "sim.low": {"nb": "10 % er lavere", "en": "10 % are lower"},
    "sim.middle": {"nb": "Midterste", "en": "Middle"},
    "sim.high": {"nb": "10 % er høyere", "en": "10 % are higher"},
    "sim.mean": {"nb": "Forventet", "en": "Expected"},
    "sim.above": {"nb": "Andel over 0", "en": "Share above 0"},
    "sim.expected": {
        "nb": "Forventet er ikke det samme som midt på",
        "en": "Expected is not the same as in the middle",
    },
    "sim.expected_text": {
        "nb": (
            "Forventet kostnad i {year} er {mean}. Regnes det én gang med forventede inndata, blir"
            " den {at}. Forskjellen, {difference}, kommer av trapper og kurver i modellen: hele"
            " stillinger, minste bemanning og tak."
        ),
        "en": (
            "The expected cost in {year} is {mean}. One run at the expected inputs gives {at}. The"
            " difference, {difference}, comes of steps and curves in the model: whole positions,"
            " least presence and caps."
        ),
    },
    "sim.same_text": {
        "nb": "Forventet kostnad i {year}, {mean}, skiller seg ikke fra én kjøring med forventede"
        " inndata ({at}).",
        "en": "The expected cost in {year}, {mean}, is no other than that of one run at the"
        " expected inputs ({at}).",
    },
    "sim.fan_title": {
        "nb": "{what}, år for år: sterk søyle 80 %, blek søyle 90 % av trekningene",
        "en": "{what}, year by year: strong bar 80 %, pale bar 90 % of the draws",
    },
    "sim.fan_description": {
        "nb": "Fra {first} til {last}. I {last} er den midterste {middle}, og 80 % ligger mellom"
        " {low} og {high}.",
        "en": "From {first} to {last}. In {last} the middle is {middle}, and 80 % lie between {low}"
        " and {high}.",
    },
    "sim.written": {
        "nb": "Skrev {count} filer i {folder}. Åpne {page} i en nettleser.",
        "en": "Wrote {count} files in {folder}. Open {page} in a browser.",
    },
}
