"""Building the tree: from one number to what it is made of, down to the inputs.

Each number is built once, however often it is used. Explaining stops at the value of the month
before; a stock over a year is opening + new - out = closing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.catalogue import CATALOGUE
from gevinst.core.ledger import BEFORE, Key, LargestOf, TotalOf
from gevinst.explaining.amounts import shown
from gevinst.explaining.cells import Cell, Picked
from gevinst.explaining.leaves import leaf
from gevinst.explaining.names import Namer, label
from gevinst.explaining.nodes import FormulaText, Language, Node, Words
from gevinst.explaining.parts import Part, divided, places
from gevinst.explaining.readings import Reading, reading
from gevinst.explaining.replaying import Replayer
from gevinst.formula import FORMULAS, Formula
from gevinst.results import Results

FLOWS = {
    "active_patients": ("starts", "stops"),
    "carried_patients": ("starts", "stops"),
    "kits_owned": ("kits_bought", "kits_gone"),
}
"""Stock -> what comes in and what goes out of it."""
CARRIED = {"active_patients": "carried_patients"}
"""Stock -> what of it goes on into the next month: less, where somebody leaves at its end."""

_QUOTED: dict[Language, str] = {"nb": "«{}»", "en": "“{}”"}
_BEFORE = Words("måneden før, forklares for seg", "the month before, explained separately")
_OPENING = Words(
    "ved årets start, forklares for seg", "at the start of the year, explained separately"
)


class Builder:
    """Builds nodes of one explanation.

    Parameters
    ----------
    results : Results
        The run.
    asked : Cell
        The cell that was asked for: a sum over municipalities or groups is followed into it.
    """

    def __init__(self, results: Results, asked: Cell) -> None:
        self.results = results
        self.ledger = results.ledger
        self.asked = asked
        self.names = Namer(results)
        self.numbers = Replayer(results)
        self.built: dict[tuple[Key, Cell], Node] = {}
        self.open: set[tuple[Key, Cell]] = set()

    def node(self, key: Key, cell: Cell) -> Node:
        """The number of `key` in `cell`, with all that it is made of."""
        cell = cell.within(CATALOGUE[key[0]])
        here = (key, cell)
        if here in self.built:
            return self.built[here]
        picked = self.numbers.read(key, cell)
        if here in self.open:
            return self.plain(key, cell, picked, made="above")
        self.open.add(here)
        self.built[here] = self._explained(key, cell, picked)
        self.open.remove(here)
        return self.built[here]

    def plain(self, key: Key, cell: Cell, picked: Picked, **more: Any) -> Node:  # noqa: ANN401
        """A node with its names and value, and whatever `more` says."""
        return Node(
            quantity=key[0],
            record=key[1],
            label=label(key[0]),
            about=self.names.record(CATALOGUE[key[0]].records, key[1]),
            municipality=self.names.municipality(cell),
            group=self.names.group(cell),
            group_name=self.names.group_name(cell),
            period=self.names.period(cell),
            value=picked.value,
            months=picked.months,
            unit=self.names.unit(key),
            **more,
        )

    def _explained(self, key: Key, cell: Cell, picked: Picked) -> Node:
        if key not in self.ledger.producers:
            more = leaf(self.results, key, cell)
            return self.plain(key, cell, picked, made="input", **more)
        producer = self.ledger.producers[key]
        if isinstance(producer, TotalOf):
            return self._total(key, cell, picked, producer.parts)
        if isinstance(producer, LargestOf):
            return self._largest(key, cell, picked, producer.parts)
        rule = FORMULAS[producer.formula]
        read = reading(rule.name)
        if self._closes(key, cell, picked):
            node = self._stock(key, cell, picked)
        elif read.reduction == "total_over":
            node = self._sum(key, cell, picked, rule, read)
        elif read.reduction or read.passes_on:
            node = self._through(key, cell, picked, rule, read)
        else:
            node = self._formula(key, cell, picked, rule, read)
        return node if rule.name == key[0] else replace(node, rules=(*node.rules, rule.name))

    def _formula(self, key: Key, cell: Cell, picked: Picked, rule: Formula, read: Reading) -> Node:
        """An elementwise formula: the same cell of everything that it needs."""
        children = tuple(self._argument(name, key[1], cell) for name in rule.parameters)
        values = {c.quantity: c for c in children}
        text = self._words(rule, read, values)
        return self.plain(key, cell, picked, made="formula", formula=text, children=children)

    def _argument(self, name: str, record: str, cell: Cell) -> Node:
        if name not in BEFORE:
            return self.node(self.ledger.find(name, record), cell)
        cell = cell.within(CATALOGUE[name])
        picked = self.numbers.before(name, record, cell)
        return self.plain((name, record), cell, picked, made="before", note=_BEFORE)

    def _through(self, key: Key, cell: Cell, picked: Picked, rule: Formula, read: Reading) -> Node:
        """A number passed on, or twelve months seen as a year: explained as what it rests on."""
        inner = self._argument(rule.parameters[0], key[1], cell)
        text = self._words(rule, read, {})
        if inner.formula is not None:
            text = FormulaText(words=inner.formula.words, code=text.code)
        months = () if read.reduction == "year_end" else inner.months
        return replace(
            self.plain(key, cell, Picked(picked.value, months), made=inner.made),
            formula=text if inner.children else None,
            children=inner.children,
            others=inner.others,
            rules=inner.rules,
            origin=inner.origin,
            note=inner.note,
        )

    def _stock(self, key: Key, cell: Cell, picked: Picked) -> Node:
        """A stock over a year: opening + new - out = closing."""
        into, out = FLOWS[key[0]]
        stocks = {key[0], CARRIED.get(key[0])}
        opening = next(before for before, (stock, _) in BEFORE.items() if stock in stocks)
        first = cell.in_month((cell.year or 0) * MONTHS_IN_YEAR)
        begun = replace(self._argument(opening, key[1], first), note=_OPENING)
        children = (begun, *(self.node((name, key[1]), cell) for name in (into, out)))
        return self.plain(key, cell, picked, made="year", children=children)

    def _closes(self, key: Key, cell: Cell, picked: Picked) -> bool:
        """Whether it is a stock that closes the year, to be carried whole into the next."""
        name, record = key
        if name not in FLOWS or cell.year_viewed(CATALOGUE[name]) is None:
            return False
        carried = (CARRIED.get(name, name), record)
        known = carried in self.ledger.values
        return not known or self.numbers.read(carried, cell).value == picked.value

    def _sum(self, key: Key, cell: Cell, picked: Picked, rule: Formula, read: Reading) -> Node:
        """A total over groups or municipalities: its largest parts, one of them followed."""
        inner = self.ledger.find(rule.parameters[0], key[1])
        cells = places(cell, CATALOGUE[inner[0]], read.axes, self.results.frame)
        parts = [Part(inner, at, self.numbers.read(inner, at)) for at in cells]
        called = self._year_called if "PERIOD" in read.axes else self._place_called
        chosen, others = divided(parts, called, self.asked)
        followed = chosen[0]
        children = tuple(
            self.node(p.key, p.cell) if p is followed else self._not_followed(p)
            for p in sorted(chosen, key=lambda p: -abs(p.picked.value))
        )
        text = self._words(rule, read, {})
        return self.plain(
            key, cell, picked, made="sum", formula=text, children=children, others=others
        )

    def _total(self, key: Key, cell: Cell, picked: Picked, keys: Iterable[Key]) -> Node:
        """A total of records: its largest parts by name, each of them followed."""
        cells = [(k, cell.within(CATALOGUE[k[0]])) for k in keys]
        parts = [Part(k, at, self.numbers.read(k, at)) for k, at in cells]
        chosen, others = divided(parts, self._record_called, self.asked)
        children = tuple(
            self.node(p.key, p.cell) for p in sorted(chosen, key=lambda p: -abs(p.picked.value))
        )
        text = FormulaText(words=_sum_of([self._record_called(p) for p in parts]))
        return self.plain(
            key, cell, picked, made="total", formula=text, children=children, others=others
        )

    def _largest(self, key: Key, cell: Cell, picked: Picked, keys: Iterable[Key]) -> Node:
        """The largest of records: all of them by name, the largest followed."""
        cells = [(k, cell.within(CATALOGUE[k[0]])) for k in keys]
        parts = [Part(k, at, self.numbers.read(k, at)) for k, at in cells]
        by_size = sorted(parts, key=lambda part: -part.picked.value)
        children = tuple(self.node(part.key, part.cell) for part in by_size[:1])
        text = FormulaText(words=_largest_of([self._record_called(part) for part in parts]))
        return self.plain(key, cell, picked, made="largest", formula=text, children=children)

    def _not_followed(self, part: Part) -> Node:
        return self.plain(part.key, part.cell, part.picked, made="formula")

    def _record_called(self, part: Part) -> Words:
        about = self.names.record(CATALOGUE[part.key[0]].records, part.key[1])
        return Words(*(", ".join(w.text(lang) for w in about) for lang in ("nb", "en")))

    def _place_called(self, part: Part) -> Words:
        place = (self.names.municipality(part.cell), self.names.group_name(part.cell))
        called = " ".join(name for name in place if name)
        return Words(called, called)

    def _year_called(self, part: Part) -> Words:
        called = str(self.names.period(part.cell))
        return Words(called, called)

    def _words(self, rule: Formula, read: Reading, values: dict[str, Node]) -> FormulaText:
        """Put a formula into words, with the catalogue's labels."""
        several = len(rule.parameters) > 1

        def named(lang: Language) -> str:
            def one(name: str) -> str:
                if name in read.steps and name in values:
                    return shown(values[name], self.results.frame.first_year, lang)
                text = label(name).text(lang)
                return _QUOTED[lang].format(text) if "," in text and several else text

            return read.words(one, lang)

        return FormulaText(words=Words(named("nb"), named("en")), code=read.code)


def _largest_of(names: list[Words]) -> Words:
    if not names:
        return Words("ingen å velge blant", "none to choose among")
    nb, en = (" · ".join(name.text(lang) for name in names) for lang in ("nb", "en"))
    return Words(f"den største av {nb}", f"the largest of {en}")


def _sum_of(names: list[Words]) -> Words:
    if not names:
        return Words("ingenting å legge sammen", "nothing to add up")
    return Words(" + ".join(n.nb for n in names), " + ".join(n.en for n in names))
