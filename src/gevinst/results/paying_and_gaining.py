"""Who pays and who gains: one table and one sentence that claims no more than the ranges allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.core.gaining import CASH, TRANSFER, UNPRICED, actor_record, other_actors
from gevinst.core.pricing import MUNICIPALITY_ACTOR
from gevinst.display import format_amount, format_number
from gevinst.errors import QuantityError
from gevinst.messages import nearest
from gevinst.results.effect_ends import ends
from gevinst.results.gain_entries import Entry, entries, has_hours, has_kroner
from gevinst.results.wording import ACTORS, CLASSES
from gevinst.schema.benefits import WORK_UNIT

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

Language = Literal["nb", "en"]
_SAME = 1e-9

HEADINGS = {
    "actor": {"nb": "Aktør", "en": "Actor"},
    "class": {"nb": "Gevinsttype", "en": "Class of benefit"},
    "pays": {"nb": "Betaler", "en": "Pays"},
    "likely": {"nb": "Mest sannsynlig gevinst", "en": "Most likely gain"},
    "low": {"nb": "Alle linjer i dårligste ende", "en": "All lines at their worst end"},
    "high": {"nb": "Alle linjer i beste ende", "en": "All lines at their best end"},
    "unit": {"nb": "Enhet", "en": "Unit"},
}
TEXTS = {
    "and": {"nb": " og ", "en": " and "},
    "municipalities": {"nb": "kommunene", "en": "the municipalities"},
    "pays": {"nb": "I {year} betaler {payers}", "en": "In {year} the payers are {payers}"},
    "pays_amount": {"nb": "{actor} {amount}", "en": "{actor} ({amount})"},
    "pays_nothing": {"nb": "I {year} betaler ingen noe", "en": "In {year} nobody pays anything"},
    "pays_more": {
        "nb": "selv i beste ende får {listed} mindre igjen i penger enn de betaler",
        "en": "even at the best end {listed} get less money back than they pay",
    },
    "gains": {"nb": "{actor} {amount} i {called}", "en": "{actor} {amount} in {called}"},
    "no_gain": {
        "nb": "ingen gevinst er sikker innenfor spennet for effektene",
        "en": "no gain is certain within the ranges of the effects",
    },
    "sure_gain": {
        "nb": "innenfor hele spennet vinner {listed}",
        "en": "within the whole range these gain: {listed}",
    },
    "sure_loss": {
        "nb": "innenfor hele spennet taper {listed}",
        "en": "within the whole range these lose: {listed}",
    },
    "unsure": {
        "nb": "fortegnet er ikke sikkert for {listed}",
        "en": "the sign is not certain for {listed}",
    },
    "unpriced": {
        "nb": "virkninger uten pris står for seg ({count})",
        "en": "effects without a price stand apart ({count})",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """What one actor pays and gains of one class in a year.

    Attributes
    ----------
    pays : float
        Kroner; stands with the class ``cash`` only.
    likely, low, high : float
        At the most likely effects, and with every line at its own worst or best end at once.
    unit : str
        ``NOK`` or ``work_hour``.
    """

    actor: str
    benefit_class: str
    pays: float
    likely: float
    low: float
    high: float
    unit: str

    @property
    def sign(self) -> int:
        """1 where even the worst end is a gain, -1 where even the best is a loss, else 0."""
        slack = _SAME * max(abs(self.low), abs(self.high))
        return int(self.low > slack) - int(self.high < -slack)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayingAndGaining:
    """Answer of `Results.who_pays_and_gains`; as text it is its sentence.

    Attributes
    ----------
    year : int
    stakes : tuple of Stake
    table : pandas.DataFrame
        One row per actor, class and unit, with headings in the language asked for.
    sentence : str
    """

    year: int
    stakes: tuple[Stake, ...]
    table: pd.DataFrame
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def who_pays_and_gains(results: Results, lang: Language, year: int | None) -> PayingAndGaining:
    """See `Results.who_pays_and_gains`."""
    import pandas as pd

    if lang not in ("nb", "en"):
        raise QuantityError.unknown_label("lang", lang, nearest(str(lang), ("nb", "en")),
                                          ("nb", "en"))  # fmt: skip
    years = results.frame.year_labels
    if year is not None and year not in years:
        raise QuantityError.unknown_label("year", year, None, map(str, years))
    t = first_full_year(results) if year is None else years.index(year)
    stakes = stakes_of(results, t)
    rows = [
        (
            _actor(results, s.actor, lang),
            CLASSES[s.benefit_class][lang],
            s.pays,
            s.likely,
            s.low,
            s.high,
            _unit(s.unit, lang),
        )
        for s in stakes
    ]
    table = pd.DataFrame(rows, columns=[heading[lang] for heading in HEADINGS.values()])
    return PayingAndGaining(
        year=years[t], stakes=stakes, table=table, sentence=_sentence(results, t, stakes, lang)
    )


def first_full_year(results: Results) -> int:
    """Position of the first year with every partner in all months, or with most of them."""
    joined = results.ledger["partners_joined"][0, 0, :, 0]
    return int(np.argmax(joined.reshape(-1, MONTHS_IN_YEAR).sum(axis=1)))


def stakes_of(results: Results, t: int) -> tuple[Stake, ...]:
    """Every actor and class in a year, in the order of the table ``actors``."""
    found: list[Stake] = []
    every = entries(results)
    for actor in (MUNICIPALITY_ACTOR, *other_actors(results.inputs)):
        own = [e for e in every if e.actor == actor and e.benefit_class != UNPRICED]
        paid = _paid(results, actor, t)
        classes = dict.fromkeys([CASH, *(e.benefit_class for e in own)])
        for one in classes:
            of_class = [e for e in own if e.benefit_class == one]
            kroner = [e for e in of_class if has_kroner(results, e)]
            hours = [e for e in of_class if has_hours(results, e) and e not in kroner]
            if kroner or (one == CASH and paid):
                found.append(_stake(results, t, kroner, actor, one, "NOK", paid))
            if hours:
                found.append(_stake(results, t, hours, actor, one, WORK_UNIT, 0.0))
    return tuple(found)


def _stake(
    results: Results,
    t: int,
    parts: list[Entry],
    actor: str,
    benefit_class: str,
    unit: str,
    paid: float,
) -> Stake:
    likely = low = high = 0.0
    for entry in parts:
        name = entry.quantity if unit == "NOK" else "freed_hours"
        likely += float(results.ledger[name, entry.line][:, :, t, 0].sum())
        both = [float(end[:, :, t, 0].sum()) for end in ends(results, name, entry.line)]
        low, high = low + min(both), high + max(both)
    pays = paid if benefit_class == CASH else 0.0
    return Stake(
        actor=actor, benefit_class=benefit_class, pays=pays,
        likely=likely, low=low, high=high, unit=unit,
    )  # fmt: skip


def _paid(results: Results, actor: str, t: int) -> float:
    if actor == MUNICIPALITY_ACTOR:
        paid = results.ledger["charge_year"]
        if results.inputs.charge_vat:
            paid = paid + results.ledger["charge_vat_cost_year"]
        return float(paid[0, :, t, 0].sum())
    return float(results.ledger["actor_funding", actor_record(actor, CASH)][0, 0, t, 0])


def _sentence(results: Results, t: int, stakes: tuple[Stake, ...], lang: Language) -> str:
    """Who pays; which gains and losses hold within the ranges; which may go either way."""
    year = results.frame.year_labels[t]
    payers = [
        TEXTS["pays_amount"][lang].format(
            actor=_inside(results, s.actor, lang), amount=_amount(s.pays, "NOK", lang)
        )
        for s in stakes
        if s.pays
    ]
    key = "pays" if payers else "pays_nothing"
    said = [TEXTS[key][lang].format(year=year, payers=_listed(payers, lang))]
    losing = [_inside(results, actor, lang) for actor in _paying_more(stakes)]
    if losing:
        said.append(TEXTS["pays_more"][lang].format(listed=_listed(losing, lang)))
    moved = [s for s in stakes if s.low or s.high]
    for key, sign in (("sure_gain", 1), ("sure_loss", -1)):
        listed = [_gain(results, s, lang) for s in moved if s.sign == sign]
        if listed:
            said.append(TEXTS[key][lang].format(listed=_listed(listed, lang)))
        elif sign > 0:
            said.append(TEXTS["no_gain"][lang])
    unsure = _by_class(results, [s for s in moved if s.sign == 0], lang)
    if unsure:
        said.append(TEXTS["unsure"][lang].format(listed=_listed(unsure, lang)))
    count = len({e.line for e in entries(results) if e.benefit_class == UNPRICED})
    if count:
        said.append(TEXTS["unpriced"][lang].format(count=count))
    return "; ".join(said) + "."


def _paying_more(stakes: tuple[Stake, ...]) -> list[str]:
    """Actors that pay more than they get back in money with every line at its best end."""
    net: dict[str, float] = {}
    for stake in stakes:
        if stake.unit == "NOK" and stake.benefit_class in {CASH, TRANSFER}:
            net[stake.actor] = net.get(stake.actor, 0.0) + stake.high - stake.pays
    payers = {stake.actor for stake in stakes if stake.pays}
    return [actor for actor, most in net.items() if actor in payers and most < 0]


def _by_class(results: Results, stakes: list[Stake], lang: Language) -> list[str]:
    """Classes, each with its actors in brackets."""
    found: dict[str, dict[str, None]] = {}
    for stake in stakes:
        actors = found.setdefault(_lower(CLASSES[stake.benefit_class][lang]), {})
        actors[_inside(results, stake.actor, lang)] = None
    return [f"{called} ({', '.join(actors)})" for called, actors in found.items()]


def _gain(results: Results, stake: Stake, lang: Language) -> str:
    """An amount with its range; a loss is told as a positive amount."""
    sign = stake.sign or 1
    amount = _amount(sign * stake.likely, stake.unit, lang)
    if stake.low != stake.high:
        both = sorted((sign * stake.low, sign * stake.high))
        low, high = (format_number(x, 0, lang) for x in both)
        amount += f" ({low} til {high})" if lang == "nb" else f" ({low} to {high})"
    return TEXTS["gains"][lang].format(
        actor=_inside(results, stake.actor, lang),
        amount=amount,
        called=_lower(CLASSES[stake.benefit_class][lang]),
    )


def _amount(value: float, unit: str, lang: Language) -> str:
    return format_amount(value, unit, 0, lang)


def _unit(unit: str, lang: Language) -> str:
    return {"NOK": {"nb": "kr", "en": "NOK"}, WORK_UNIT: {"nb": "timer", "en": "hours"}}[unit][lang]


def _actor(results: Results, actor: str, lang: Language) -> str:
    if actor == MUNICIPALITY_ACTOR:
        name = TEXTS["municipalities"][lang]
        return name[:1].upper() + name[1:]
    return ACTORS[actor][lang] if actor in ACTORS else results.names.actors.get(actor, actor)


def _inside(results: Results, actor: str, lang: Language) -> str:
    name = _actor(results, actor, lang)
    return _lower(name) if actor in ACTORS else name


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def _listed(items: list[str], lang: Language) -> str:
    return TEXTS["and"][lang].join(filter(None, (", ".join(items[:-1]), *items[-1:])))
