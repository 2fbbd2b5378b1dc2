"""Key outputs: what a decision-maker asks for, each with a sentence and the name of its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gevinst.axes import MUNICIPALITY, Array, total_over
from gevinst.catalogue import CATALOGUE
from gevinst.core.gaining import actor_classes
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Key, Ledger
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, TRANSFER, actor_record, other_actors
from gevinst.explaining.names import Namer
from gevinst.spreadsheet import wording
from gevinst.spreadsheet.input_cells import ascii_name

PREFIX = "resultat"
"""Of the name of every key output; the quantity comes next, then whose it is."""

SERVICE = {
    "active_patients_total": "Så mange følges opp når året er slutt.",
    "patient_time_total": "Ett pasientår er én pasient fulgt i tolv måneder.",
    "staffed_time_total": "Årsverk i oppfølgingssenteret, i snitt over året.",
    "patients_per_fte": "Så mange pasienter følger ett årsverk: lavt når grunnbemanningen avgjør.",
    "total_cost_year": "Alt senteret koster, før bidrag fra andre.",
    "cost_per_patient_time": "Kostnaden delt på pasientårene: faller når flere deler de faste"
    " kostnadene.",
}
"""Key figures of the service -> what they say."""

ROLES = "Årsverk etter rolle"
ABOUT_ROLES = "Det største av arbeidsmengde, svarfrist og grunnbemanning, rundet opp til hele steg."
PLACES = {
    "charge_year": "Det kommunene betaler når bidrag fra andre er trukket fra.",
    "charge_per_inhabitant": "Betalingen delt på alle innbyggere i kommunen.",
    "charge_per_patient_time": "Betalingen delt på kommunens egne pasientår: høy når den har få.",
}
"""Key figures of each municipality -> what they say."""

GAINS = "Gevinster etter aktør"
ABOUT_GAINS = (
    "Verdien av det som endrer seg, hos den som får den. Bare penger (budsjett) kan spares inn;"
    " frigjort kapasitet er tid til noe annet."
)
NET = "Netto i penger"
ABOUT_NET = (
    "Gevinst i penger og overføringer minus det aktøren betaler for tjenesten. Frigjort tid og"
    " kapasitet er ikke penger og er ikke med."
)
TOTAL = "alle"
"""Last part of the name of a sum over all municipalities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One key output over the years.

    Attributes
    ----------
    key : tuple of str
        Quantity and record.
    place : int or None
        Position of its municipality; None for the sum of all there are.
    label : str
        What the row says; with `about`, what it is on its own.
    sentence : str
        What it says, where it has a sentence of its own.
    name : str
        Of its cells in the workbook.
    """

    key: Key
    place: int | None
    label: str
    about: str = ""
    sentence: str = ""
    name: str

    def of(self, ledger: Ledger) -> Array:
        """Its numbers, or cells; `at` says at which municipality it stands there."""
        array = ledger[self.key]
        if self.place is None and array.shape[MUNICIPALITY] > 1:
            return total_over(array, MUNICIPALITY)
        return array

    @property
    def at(self) -> int:
        """Position among municipalities in what `of` gives."""
        return self.place or 0


@dataclass(frozen=True, slots=True)
class Section:
    """Key outputs under one heading."""

    title: str
    about: str
    outputs: list[Output] = field(default_factory=list)


def key_outputs(ledger: Ledger, namer: Namer) -> list[Section]:
    """All key outputs of a run, in the order in which a page shows them.

    Parameters
    ----------
    ledger : Ledger
        Of a run on numbers, or on cells.
    """
    x = ledger.source
    sections = [_service(), _roles(x, namer)]
    for quantity, about in PLACES.items():
        made = Section(CATALOGUE[quantity].nb, about, list(_places((quantity, ""), namer)))
        if quantity == "charge_year":
            made.outputs.append(_total((quantity, ""), CATALOGUE[quantity].nb, TOTAL))
        sections.append(made)
    sections.append(Section(GAINS, ABOUT_GAINS, list(_gains(x, namer))))
    net = Section(NET, ABOUT_NET)
    own = ("municipality_net_cash", actor_record(MUNICIPALITY_ACTOR, CASH))
    net.outputs.extend(_places(own, namer))
    net.outputs.append(_total(own, NET, TOTAL))
    for actor in other_actors(x):
        key = ("actor_net_cash", actor_record(actor, CASH))
        label = wording.record_name("actor_net_cash", actor, namer)
        name = _name("actor_net_cash", actor)
        net.outputs.append(Output(key=key, place=0, label=label, about=NET, name=name))
    return [*sections, net]


def _service() -> Section:
    made = Section("Tjenesten", "")
    for quantity, sentence in SERVICE.items():
        label = CATALOGUE[quantity].nb
        made.outputs.append(
            Output(
                key=(quantity, ""), place=0, label=label, sentence=sentence, name=_name(quantity)
            )
        )
    return made


def _roles(x: Inputs, namer: Namer) -> Section:
    quantity = "staffed_time_year"
    outputs = [
        Output(
            key=(quantity, role.id), place=0, about=ROLES, name=_name(quantity, role.id),
            label=wording.record_name(quantity, role.id, namer),
        )
        for role in x.roles
    ]  # fmt: skip
    return Section(ROLES, ABOUT_ROLES, outputs)


def _places(key: Key, namer: Namer) -> Iterator[Output]:
    """One for each municipality."""
    about = CATALOGUE[key[0]].nb
    for m, municipality in enumerate(namer.results.frame.municipalities):
        name = _name(key[0], namer.results.names.codes[m])
        yield Output(key=key, place=m, label=municipality, about=about, name=name)


def _total(key: Key, about: str, *whose: str, label: str = wording.ALL_PLACES) -> Output:
    return Output(key=key, place=None, label=label, about=about, name=_name(key[0], *whose))


def _gains(x: Inputs, namer: Namer) -> Iterator[Output]:
    """What every actor gains in each class; transfers are in the net."""
    for actor, kind in actor_classes(x):
        if kind == TRANSFER:
            continue
        quantity = "municipality_gain" if actor == MUNICIPALITY_ACTOR else "actor_gain"
        key = quantity, actor_record(actor, kind)
        label = wording.record_name(*key, namer)
        yield _total(key, GAINS, actor, kind, label=label)


def _name(quantity: str, *whose: str) -> str:
    return ".".join([PREFIX, quantity, *map(ascii_name, whose)])
