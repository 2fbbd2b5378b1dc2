"""Texts: a benefits map that does not hang together."""

BENEFIT_MAP: dict[str, dict[str, str]] = {
    "map.line_twice": {
        "nb": "Gevinstlinja «{found}» står i kartet fra før. Hver linje har én boks: la flere piler"
        " gå til den.",
        "en": 'The benefit line "{found}" is on the map already. A line has one box: let several'
        " arrows lead to it.",
    },
    "map.field_of_kind": {
        "nb": "{key} brukes bare når kind er {only}, ikke {found}. Ta den bort, eller endre kind.",
        "en": "{key} is used only when kind is {only}, not {found}. Leave it out, or change kind.",
    },
    "map.backwards": {
        "nb": "Pilen går bakover: «{found}» er {kind} og «{other}» er {other_kind}. Rekkefølgen er"
        " {allowed}, og en pil går til samme slag eller det neste.",
        "en": 'The arrow goes backwards: "{found}" is {kind} and "{other}" is {other_kind}. The'
        " order is {allowed}, and an arrow goes to the same kind or the next.",
    },
    "map.skips": {
        "nb": "Pilen hopper over et ledd: «{found}» er {kind} og «{other}» er {other_kind}."
        " Rekkefølgen er {allowed}. Legg til boksen som mangler mellom dem: hva må endres for at"
        " det skal skje?",
        "en": 'The arrow skips a step: "{found}" is {kind} and "{other}" is {other_kind}. The order'
        " is {allowed}. Add the box that is missing between them: what has to change for it to"
        " happen?",
    },
    "map.nothing_leads_here": {
        "nb": "Ingenting leder til «{found}», som er {kind}. Skriv id-en i leads_to hos det som gir"
        " den, eller ta bort boksen.",
        "en": 'Nothing leads to "{found}", which is {kind}. Name it in leads_to of what brings it'
        " about, or leave the box out.",
    },
    "map.leads_nowhere": {
        "nb": "«{found}» er {kind}, men leder ikke til noe. Skriv i leads_to hva den gir,"
        " eller ta bort boksen.",
        "en": '"{found}" is {kind}, but leads to nothing. State in leads_to what it brings about,'
        " or leave the box out.",
    },
    "map.cycle": {
        "nb": "Pilene går i ring: {path}. Ta bort en av dem.",
        "en": "The arrows go in a circle: {path}. Leave one of them out.",
    },
}
