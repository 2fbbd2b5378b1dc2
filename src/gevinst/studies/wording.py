"""Sentences of the studies, for a reader who decides: Norwegian beside English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from gevinst.arguments import checked_choice
from gevinst.display import format_kroner

Language = Literal["nb", "en"]

LANGUAGES = ("nb", "en")
_MOST_NAMES = 8
_FEW = 3

TEXTS: dict[str, dict[str, str]] = {
    "fair.objection_one": {
        "nb": (
            "{who} ville betalt {amount} mindre i {when} med et eget senter enn i fellesskapet,"
            " og har grunn til å si nei til denne fordelingen."
        ),
        "en": (
            "{who} would pay {amount} less in {when} with a centre of its own than together with"
            " the others, and has reason to refuse this split."
        ),
    },
    "fair.objection": {
        "nb": (
            "{who} ville til sammen betalt {amount} mindre i {when} med et eget senter enn i"
            " fellesskapet, og har grunn til å si nei til denne fordelingen."
        ),
        "en": (
            "{who} would together pay {amount} less in {when} with a centre of their own than"
            " with the others, and have reason to refuse this split."
        ),
    },
    "fair.none": {
        "nb": (
            "Ingen kommune og ingen gruppe av kommuner ville betalt mindre i {when} med et eget"
            " senter. Den som sparer minst på fellesskapet, er {who} med {amount}."
        ),
        "en": (
            "No municipality and no group of municipalities would pay less in {when} with a"
            " centre of its own. The one that saves least by taking part is {who}, with {amount}."
        ),
    },
    "fair.nobody_else": {
        "nb": "{who} driver senteret alene, og har ingen å dele kostnaden med.",
        "en": "{who} runs the centre alone and has nobody to share the cost with.",
    },
    "fair.more_groups": {
        "nb": "I alt {count} grupper ville betalt mindre med et eget senter.",
        "en": "In all, {count} groups would pay less on their own.",
    },
    "fair.equal_part": {
        "nb": (
            "Se en gang til på den like delen: den er {part} for {who} i {when}, mer enn de {alone}"
            " som et eget senter ville kostet. Da hjelper det ikke at resten fordeles etter"
            " størrelse."
        ),
        "en": (
            "The equal part deserves a second look: it is {part} for {who} in {when}, more than"
            " the {alone} that a centre of its own would cost. Splitting the rest by size does not"
            " help then."
        ),
    },
    "fair.same_funding": {
        "nb": (
            "Hver gruppe er regnet med at bidrag fra andre dekker samme andel av kostnaden som for"
            " hele senteret, {share}."
        ),
        "en": (
            "Each group is taken to have the same share of its cost covered by others as the whole"
            " centre, {share}."
        ),
    },
    "fair.same_addition": {
        "nb": "Hver gruppe er regnet med samme påslag på kostnaden som hele senteret, {share}.",
        "en": "Each group is taken to have the same addition to its cost as the centre, {share}.",
    },
    "fair.too_many": {
        "nb": (
            "Med {count} kommuner er det for mange grupper til at dette regnes ut her (grensen er"
            " {most}). Kommandoen gevinst prices regner det ut for inntil 20, men kan ta minutter."
        ),
        "en": (
            "With {count} municipalities there are too many groups to work this out here (the"
            " limit is {most}). The command gevinst prices does it for up to 20, but may take"
            " minutes."
        ),
    },
    "fair.no_zone": {
        "nb": (
            "Hva hver gruppe ville betalt alene, kan regnes ut når alle kommuner har sone for"
            " arbeidsgiveravgift. Den mangler for {who}: oppgi payroll_tax_zone."
        ),
        "en": (
            "What each group would pay on its own can be worked out when every municipality has"
            " a payroll-tax zone. It is missing for {who}: state payroll_tax_zone."
        ),
    },
    "fair.more": {
        "nb": (
            "Kommandoen gevinst prices viser hva andre fordelinger ville gitt, og hva neste"
            " pasient koster hver kommune."
        ),
        "en": (
            "The command gevinst prices shows what other ways to split would give, and what the"
            " next patient costs each municipality."
        ),
    },
    "together.dearer": {
        "nb": (
            "Det er ikke alltid billigere å gå sammen: {first} og {second} ville betalt {amount}"
            " mer i {when} som ett senter enn som to."
        ),
        "en": (
            "Joining forces does not always pay: {first} and {second} would pay {amount} more in"
            " {when} as one centre than as two."
        ),
    },
    "together.cheaper": {
        "nb": (
            "Det koster aldri ekstra å gå sammen: to grupper som slår seg sammen, betaler aldri mer"
            " enn hver for seg."
        ),
        "en": "Joining forces never costs extra: two groups as one never pay more than apart.",
    },
    "together.too_many": {
        "nb": (
            "Om det noen gang koster ekstra å gå sammen, er ikke undersøkt: med {count} kommuner er"
            " det for mange par av grupper (grensen er {most})."
        ),
        "en": (
            "Whether joining forces ever costs extra has not been looked into: {count}"
            " municipalities make too many pairs of groups (the limit is {most})."
        ),
    },
    "joining.saved": {
        "nb": (
            "{who} er med fra {month} og betaler {pays} i {when}. De andre betaler til sammen"
            " {amount} mindre enn uten {who}."
        ),
        "en": (
            "{who} takes part from {month} and pays {pays} in {when}. The others together pay"
            " {amount} less than without {who}."
        ),
    },
    "joining.dearer": {
        "nb": (
            "{who} er med fra {month} og betaler {pays} i {when}. De andre betaler til sammen"
            " {amount} mer enn uten {who}."
        ),
        "en": (
            "{who} takes part from {month} and pays {pays} in {when}. The others together pay"
            " {amount} more than without {who}."
        ),
    },
    "joining.but": {
        "nb": "Men det blir dyrere for {who}.",
        "en": "But it becomes dearer for {who}.",
    },
    "leaving": {
        "nb": (
            "{who} sier opp med virkning fra {leaves} og betaler {pays} i oppsigelsestiden fra"
            " {given}; det sparer de andre for {spared}. Etterpå betaler de andre til sammen"
            " {after} mer i resten av perioden enn om {who} ble."
        ),
        "en": (
            "{who} leaves from {leaves} and pays {pays} during the notice from {given}, which"
            " spares the others {spared}. Afterwards the others together pay {after} more for the"
            " rest of the horizon than if {who} stayed."
        ),
    },
    "prices.title": {"nb": "Priser: {name}", "en": "Prices: {name}"},
    "prices.amounts": {
        "nb": "Alle beløp er kroner med prisnivå {year}. Perioden er {when}.",
        "en": "All amounts are NOK at the price level of {year}. The horizon is {when}.",
    },
    "prices.made_by": {
        "nb": "Laget med gevinst {version}. Prosjektets kontrollsum: {checksum}.",
        "en": "Made with gevinst {version}. Checksum of the project: {checksum}.",
    },
    "prices.cost": {"nb": "Kostnad i {when}", "en": "Cost in {when}"},
    "prices.paid": {"nb": "Kommunene betaler i {when}", "en": "The municipalities pay in {when}"},
    "prices.apart": {
        "nb": "Hver for seg ville de betalt",
        "en": "Each on its own they would pay",
    },
    "prices.fair": {"nb": "Er fordelingen holdbar?", "en": "Will the split hold?"},
    "prices.fair_caption": {
        "nb": "Med prosjektets egen prismodell, kr i {when}",
        "en": "By the project's own price model, NOK in {when}",
    },
    "prices.each_caption": {
        "nb": "Betaling i {year}, og snittet for {when} per innbygger og pasientmåned, kr",
        "en": "Charge in {year}, and the mean of {when} per inhabitant and patient-month, NOK",
    },
    "prices.municipality": {"nb": "Kommune", "en": "Municipality"},
    "prices.rule": {"nb": "Regel", "en": "Rule"},
    "prices.charge": {"nb": "betaler i {when}", "en": "pays in {when}"},
    "prices.alone": {"nb": "alene", "en": "alone"},
    "prices.saving": {"nb": "sparer", "en": "saves"},
    "prices.separable": {"nb": "særkostnad", "en": "separable cost"},
    "prices.separable_note": {
        "nb": (
            "Særkostnad er det kommunen legger til kostnaden for alle de andre. Betaler noen mindre"
            " enn det, ville de andre klart seg billigere uten."
        ),
        "en": (
            "Separable cost is what the municipality adds to the cost of all the others. Whoever"
            " pays less than that makes it dearer for the others."
        ),
    },
    "prices.alone_note": {
        "nb": (
            "Et eget senter er regnet som en kopi av det felles, med samme åpningstid,"
            " grunnbemanning og plattform. Kan en kommune klare seg med mindre alene, sparer den"
            " mindre enn her."
        ),
        "en": (
            "A centre of its own is taken to be a copy of the common one, with the same opening"
            " hours, minimum presence and platform. A municipality that could do with less on its"
            " own saves less than this."
        ),
    },
    "prices.charge_year": {"nb": "betaler i {year}", "en": "pays in {year}"},
    "prices.per_inhabitant": {"nb": "per innbygger og år", "en": "per inhabitant, year"},
    "prices.per_patient_month": {"nb": "per pasientmåned", "en": "per patient-month"},
    "prices.total": {"nb": "I alt", "en": "In all"},
    "prices.compared": {"nb": "Andre fordelinger", "en": "Other ways to split"},
    "prices.compared_caption": {
        "nb": "Betaler i {year}, kr",
        "en": "Pays in {year}, NOK",
    },
    "prices.refused": {"nb": "noen tjener på å gå", "en": "some gain by leaving"},
    "prices.nobody": {"nb": "ingen", "en": "nobody"},
    "prices.up_to": {"nb": "{amount}", "en": "{amount}"},
    "prices.refused_note": {
        "nb": (
            "Siste kolonne: hvor mye den gruppen som taper mest, ville spart i {when} på et eget"
            " senter."
        ),
        "en": (
            "Last column: how much the group that loses most would save in {when} with a centre"
            " of its own."
        ),
    },
    "prices.next": {"nb": "Neste pasient", "en": "The next patient"},
    "prices.next_caption": {
        "nb": "Det én pasient til, i hele {year}, koster kommunen selv, kr",
        "en": "What one more patient, for all of {year}, costs the municipality itself, NOK",
    },
    "prices.ten_caption": {
        "nb": "Det samme i snitt for de neste ti, kr",
        "en": "The same as the mean of the next ten, NOK",
    },
    "prices.next_note": {
        "nb": (
            "Stillinger kommer i steg: én pasient kan koste ingenting, og den neste en del av en"
            " stilling. Snittet for ti viser retningen. Teller nøkkelen pasienter, tar den som får"
            " én til, også over noe av de andres regning."
        ),
        "en": (
            "Positions come in steps: one patient may cost nothing and the next a part of a"
            " position. The mean of ten shows the direction. Where the key counts patients, one"
            " more also takes over a part of the others' bills."
        ),
    },
    "prices.incentive": {"nb": "Lønner det seg å inkludere?", "en": "Does it pay to include?"},
    "prices.incentive_caption": {
        "nb": "Endring i egen betaling i {when} hvis bare denne kommunen inkluderer 10 % flere, kr",
        "en": "Change in own charges in {when} if only this one includes 10 % more, NOK",
    },
    "prices.no_answer": {"nb": "{rule}: {why}", "en": "{rule}: {why}"},
    "prices.written": {
        "nb": "Skrev {count} filer til {folder}. Åpne {page} i en nettleser.",
        "en": "Wrote {count} files to {folder}. Open {page} in a browser.",
    },
    "and": {"nb": "{first} og {last}", "en": "{first} and {last}"},
    "others": {"nb": "{count} andre", "en": "{count} others"},
    "everyone_but": {"nb": "alle unntatt {names}", "en": "all but {names}"},
}

RULE_NAMES: dict[str, dict[str, str]] = {
    "project": {"nb": "Prosjektets egen prismodell", "en": "The project's own price model"},
    "equal_10_inhabitants_90": {"nb": "10 % likt, 90 % innb.", "en": "10 % equal, 90 % inhab."},
    "equal_20_inhabitants_80": {"nb": "20 % likt, 80 % innb.", "en": "20 % equal, 80 % inhab."},
    "equal_30_inhabitants_70": {"nb": "30 % likt, 70 % innb.", "en": "30 % equal, 70 % inhab."},
    "equal_50_inhabitants_50": {"nb": "50 % likt, 50 % innb.", "en": "50 % equal, 50 % inhab."},
    "all_50_users_50": {"nb": "50 % alle, 50 % brukere", "en": "50 % all, 50 % users"},
    "stand_alone": {"nb": "Etter kostnad alene", "en": "By cost alone, scaled"},
    "average_cost": {"nb": "Lik pris per pasientmåned", "en": "Average cost"},
    "serial": {"nb": "Seriell fordeling", "en": "Serial"},
    "ensc": {"nb": "Særkostnad, resten likt", "en": "Separable, rest equally"},
    "scrb": {"nb": "Særkostnad, resten etter nytte", "en": "Separable, rest by benefit"},
    "shapley": {"nb": "Shapley", "en": "Shapley"},
    "nucleolus": {"nb": "Nukleolus", "en": "Nucleolus"},
    "per_capita_nucleolus": {"nb": "Nukleolus per deltaker", "en": "Per-capita nucleolus"},
    "least_core": {"nb": "Minste kjerne", "en": "Least core"},
}
"""Rules and published keys as people call them."""


def say(key: str, lang: Language, **facts: object) -> str:
    """Text of a key with its facts filled in."""
    return TEXTS[key][checked_choice("lang", lang, LANGUAGES)].format(**facts)


def kroner(amount: float, lang: Language) -> str:
    """Amount in whole kroner."""
    checked_choice("lang", lang, LANGUAGES)
    return format_kroner(amount, lang=lang)


def listed(names: Sequence[str], lang: Language) -> str:
    """Names with commas and a word before the last; in a long list the rest are counted."""
    if len(names) == 1:
        return names[0]
    shown = list(names)
    if len(shown) > _MOST_NAMES:
        rest = len(shown) - _MOST_NAMES + 1
        shown = [*shown[: _MOST_NAMES - 1], say("others", lang, count=rest)]
    return say("and", lang, first=", ".join(shown[:-1]), last=shown[-1])


def group_text(members: Sequence[str], everybody: Sequence[str], lang: Language) -> str:
    """A group at the start of a sentence: its members, or the few who are not in it."""
    outside = [name for name in everybody if name not in members]
    if outside and len(outside) < len(members) and len(members) > _FEW:
        text = say("everyone_but", lang, names=listed(outside, lang))
        return text[:1].upper() + text[1:]
    return listed(members, lang)
