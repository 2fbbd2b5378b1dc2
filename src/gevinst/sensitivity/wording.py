"""What the questions of this package say to people: Norwegian beside English."""

from __future__ import annotations

from collections.abc import Mapping

from gevinst.display import Language
from gevinst.uncertainty.wording import Text

TEXTS: Mapping[str, Text] = {
    "tornado.title": {
        "nb": "Hva betyr mest for {what}?",
        "en": "What matters most to {what}?",
    },
    "tornado.base": {
        "nb": "Med sannsynlige tall er {what} {base}.",
        "en": "At likely values {what} is {base}.",
    },
    "tornado.largest": {
        "nb": (
            "Det som betyr mest alene, er «{input}»: fra {low} til {high} går tallet fra {at_low}"
            " til {at_high}."
        ),
        "en": (
            'What matters most alone is "{input}": from {low} to {high} the figure goes from'
            " {at_low} to {at_high}."
        ),
    },
    "tornado.signs": {
        "nb": "Alene nok til å endre fortegnet: {inputs}.",
        "en": "Enough alone to change the sign: {inputs}.",
    },
    "tornado.no_sign": {
        "nb": (
            "Ingen opplysning endrer fortegnet alene innenfor sitt spenn. Flere samtidig kan"
            " likevel gjøre det."
        ),
        "en": (
            "No input changes the sign alone within its range. Several at once may still do so."
        ),
    },
    "tornado.refused": {
        "nb": "Kan ikke regnes ut i en ende av spennet: {inputs}.",
        "en": "Cannot be worked out at an end of the range: {inputs}.",
    },
    "tornado.desc": {
        "nb": (
            "Liggende søyler, den bredeste øverst, på begge sider av en strek ved {base}. Hver"
            " søyle viser tallet når én opplysning settes til hver ende av spennet sitt. {parts}"
        ),
        "en": (
            "Horizontal bars, the widest on top, on both sides of a line at {base}. Each bar shows"
            " the figure with one input at each end of its range. {parts}"
        ),
    },
    "tornado.bar": {
        "nb": "{input}: {at_low} ved {low}, {at_high} ved {high}{mark}.",
        "en": "{input}: {at_low} at {low}, {at_high} at {high}{mark}.",
    },
    "tornado.changes_sign": {"nb": ", skifter fortegn", "en": ", changes sign"},
    "tornado.mark": {"nb": "skifter fortegn", "en": "changes sign"},
    "tornado.legend": {
        "nb": "Fylt: lav ende av opplysningen. Skravert: høy ende. ± skifter fortegn.",
        "en": "Solid: low end of the input. Hatched: high end. ± changes sign.",
    },
    "tornado.others": {
        "nb": "{count} andre opplysninger betyr mindre.",
        "en": "{count} other inputs matter less.",
    },
    "even.above": {"nb": "over", "en": "above"},
    "even.below": {"nb": "under", "en": "below"},
    "even.partly": {
        "nb": "{what} er {side} {level} når «{input}» er {parts}.",
        "en": '{what} is {side} {level} when "{input}" is {parts}.',
    },
    "even.many": {
        "nb": (
            "{what} er {side} {level} i {count} adskilte områder når «{input}» går fra {first} til"
            " {last}. Tabellen har dem alle."
        ),
        "en": (
            '{what} is {side} {level} in {count} separate intervals of "{input}" between {first}'
            " and {last}. The table has them all."
        ),
    },
    "even.always": {
        "nb": "{what} er {side} {level} for alle verdier av «{input}» fra {low} til {high}.",
        "en": '{what} is {side} {level} for every value of "{input}" from {low} to {high}.',
    },
    "even.never": {
        "nb": "{what} er ikke {side} {level} for noen verdi av «{input}» fra {low} til {high}.",
        "en": '{what} is not {side} {level} for any value of "{input}" from {low} to {high}.',
    },
    "even.up_to": {"nb": "{high} eller mindre", "en": "{high} or less"},
    "even.from": {"nb": "{low} eller mer", "en": "{low} or more"},
    "even.likely": {"nb": "Prosjektet regner med {likely}.", "en": "The project has {likely}."},
    "even.between": {"nb": "mellom {low} og {high}", "en": "between {low} and {high}"},
    "even.jumps": {
        "nb": (
            "Tallet hopper forbi nivået uten å være lik det: stillinger og annet som telles i"
            " steg, gir hopp."
        ),
        "en": (
            "The figure jumps past the level without equalling it: positions and whatever else is"
            " counted in steps make it jump."
        ),
    },
    "even.refused": {
        "nb": "Utenfor lar prosjektet seg ikke regne ut.",
        "en": "Beyond that the project cannot be worked out.",
    },
    "even.also_always": {"nb": "I hele området for {who}.", "en": "All the way for {who}."},
    "even.also_never": {"nb": "Ikke noe sted for {who}.", "en": "Nowhere for {who}."},
    "goal.met": {
        "nb": "{what} er {target} når «{input}» er {values}.",
        "en": '{what} is {target} when "{input}" is {values}.',
    },
    "goal.jumps": {
        "nb": "{what} hopper forbi {target} når «{input}» passerer {values}.",
        "en": '{what} jumps past {target} as "{input}" passes {values}.',
    },
    "goal.not_met": {
        "nb": "{what} er ikke {target} for noen verdi av «{input}» fra {low} til {high}.",
        "en": '{what} is not {target} for any value of "{input}" from {low} to {high}.',
    },
    "goal.ends": {
        "nb": "I endene er tallet {at_low} og {at_high}.",
        "en": "At the ends the figure is {at_low} and {at_high}.",
    },
    "afford.cost": {
        "nb": "Senterets kostnad per pasientmåned",
        "en": "The centre's cost per patient-month",
    },
    "afford.charge": {
        "nb": "Kommunenes betaling per pasientmåned",
        "en": "What the municipalities pay per patient-month",
    },
    "afford.met": {
        "nb": (
            "{price} i {year} er under {level} fra {patients} pasienter i snitt: {each}. Prosjektet"
            " har {patients_now} pasienter og {now}."
        ),
        "en": (
            "{price} in {year} is below {level} from {patients} patients on average: {each}. The"
            " project has {patients_now} patients and {now}."
        ),
    },
    "afford.again": {
        "nb": "Fra {patients} pasienter er den over igjen.",
        "en": "From {patients} patients it is above again.",
    },
    "afford.several": {
        "nb": "Stillinger kommer i steg, så det er {count} områder. Tabellen har dem alle.",
        "en": "Positions come in steps, so there are {count} intervals. The table has them all.",
    },
    "afford.never": {
        "nb": (
            "{price} i {year} kommer ikke under {level}, selv med {most} pasienter i snitt."
            " Prosjektet har {patients_now} pasienter og {now}."
        ),
        "en": (
            "{price} in {year} does not fall below {level}, even with {most} patients on average."
            " The project has {patients_now} patients and {now}."
        ),
    },
    "sobol.still": {
        "nb": "{what} varierer ikke med de usikre opplysningene.",
        "en": "{what} does not vary with the uncertain inputs.",
    },
    "sobol.largest": {
        "nb": "Mest av spredningen i {what} kommer fra {inputs}; totalindeks i parentes.",
        "en": "Most of the spread of {what} comes from {inputs}; total index in parentheses.",
    },
    "sobol.stable": {
        "nb": "Alle intervallene er smale nok til å bygge på.",
        "en": "All intervals are narrow enough to build on.",
    },
    "sobol.unstable": {
        "nb": (
            "Intervallet er for bredt for {count} av {all} med {draws} trekninger: bruk {more}"
            " eller flere før rekkefølgen tas på alvor."
        ),
        "en": (
            "The interval is too wide for {count} of {all} with {draws} draws: use {more} or more"
            " before relying on the order."
        ),
    },
    "afford.lasting": {
        "nb": "Fra {patients} pasienter holder den seg under.",
        "en": "From {patients} patients it stays below.",
    },
    "two_way.sentence": {
        "nb": (
            "{what} er {side} {level} i {held} av {all} ruter når «{a}» og «{b}» varieres sammen;"
            " tallet går fra {smallest} til {largest}."
        ),
        "en": (
            '{what} is {side} {level} in {held} of {all} cells when "{a}" and "{b}" vary together;'
            " the figure goes from {smallest} to {largest}."
        ),
    },
    "two_way.cell": {"nb": "{a} og {b}: {value}", "en": "{a} and {b}: {value}"},
    "two_way.across": {"nb": "Bortover: {a}", "en": "Across: {a}"},
    "two_way.up": {"nb": "Oppover: {b}", "en": "Upwards: {b}"},
    "two_way.key": {
        "nb": "Fylt med +: {side} {level}. Skravert: ikke. Mørkere er lenger unna.",
        "en": "Solid with +: {side} {level}. Hatched: not. Darker is farther away.",
    },
    "scenario.kind": {"nb": "Slag", "en": "Kind"},
    "scenario.what": {"nb": "Hva", "en": "What"},
    "scenario.input": {"nb": "Opplysning", "en": "Input"},
    "scenario.figure": {"nb": "Resultat", "en": "Result"},
    "scenario.low": {"nb": "Lav", "en": "Low"},
    "scenario.likely": {"nb": "Sannsynlig", "en": "Likely"},
    "scenario.high": {"nb": "Høy", "en": "High"},
    "scenario.worst": {"nb": "Verst", "en": "Worst"},
    "scenario.best": {"nb": "Best", "en": "Best"},
    "tornado.heading": {"nb": "Hva betyr mest? {name}", "en": "What matters most? {name}"},
    "tornado.input": {"nb": "Opplysning, fra lav til høy", "en": "Input, from low to high"},
    "tornado.at_low": {"nb": "Ved lav", "en": "At low"},
    "tornado.at_high": {"nb": "Ved høy", "en": "At high"},
    "tornado.width": {"nb": "Forskjell", "en": "Difference"},
    "tornado.still": {
        "nb": "{count} usikre opplysninger flytter ikke dette tallet.",
        "en": "{count} uncertain inputs do not move this figure.",
    },
    "tornado.ends": {
        "nb": (
            "Endene er de som står i prosjektfila: 10- og 90-prosentilen i et 80 %-intervall,"
            " yttergrensene der spennet er grenser. De andre tallene er de sannsynlige."
        ),
        "en": (
            "The ends are those of the project file: the 10th and 90th percentile of an 80 %"
            " interval, the outermost values of limits. All other inputs are likely."
        ),
    },
    "tornado.written": {
        "nb": "Skrevet til {folder}: {names}.",
        "en": "Written to {folder}: {names}.",
    },
    "even.heading": {"nb": "Når lønner det seg? {name}", "en": "When does it pay? {name}"},
    "even.who": {"nb": "For hvem", "en": "For whom"},
    "even.when": {"nb": "Når opplysningen er", "en": "When the input is"},
    "even.centre": {"nb": "senteret", "en": "the centre"},
    "even.nowhere": {"nb": "ingen verdi i området", "en": "no value in the range"},
    "even.everywhere": {"nb": "alle verdier i området", "en": "every value in the range"},
    "even.by_jump": {"nb": "(hopp)", "en": "(jump)"},
    "even.searched": {
        "nb": (
            "Lett fra {low} til {high} med {step} mellom punktene, tettere nær nivået. Et smalere"
            " område kan være oversett. De andre tallene er de sannsynlige."
        ),
        "en": (
            "Searched from {low} to {high} with {step} between the points, closer near the level."
            " A narrower interval may have been overlooked. All other inputs are likely."
        ),
    },
    "and": {"nb": " og ", "en": " and "},
    "more": {"nb": "{count} til", "en": "{count} more"},
}


def say(key: str, lang: Language, **facts: object) -> str:
    """A text with its facts filled in."""
    return TEXTS[key]["en" if lang == "en" else "nb"].format(**facts)


def listed(names: list[str], lang: Language, most: int = 6) -> str:
    """Names with commas and an "and"; of a long list the first ones, and how many more."""
    rest = len(names) - most
    shown = [*names[:most], say("more", lang, count=rest)] if rest > 0 else names
    *first, last = shown
    return say("and", lang).join([", ".join(first), last]) if first else last


def opened(text: str) -> str:
    """A text with a capital letter first."""
    return text[:1].upper() + text[1:]


def quoted(text: str, lang: Language) -> str:
    """A name in quotation marks."""
    return f'"{text}"' if lang == "en" else f"«{text}»"
