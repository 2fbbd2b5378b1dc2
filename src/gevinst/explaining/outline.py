"""The outline of an explanation in one language, before it becomes text or HTML.

What is explained once is not explained again ("see above"), and what lies deeper than the depth
asked for is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gevinst.explaining.amounts import INSTANTS, Amount
from gevinst.explaining.leaves import CALENDAR
from gevinst.explaining.nodes import Language, Node, Others, Tree
from gevinst.explaining.origins import is_definition, origin_text, was_absent
from gevinst.explaining.readings import UNIT_STEPS
from gevinst.explaining.rule_names import RULES
from gevinst.messages import visible

LONGEST_LINE = 120
WIDEST_TEXT = 100_000
MOST_NAMES = 6
LONGEST_NOTE = 160

_WORDS: dict[Language, dict[str, str]] = {
    "nb": {
        "prices": "Alle beløp er faste {year}-kroner.", "above": "se over", "never": "ikke satt",
        "monthly": "måned for måned",
        "twelve": "sum av 12 måneder: {range}", "alike": "12 like måneder: {one}",
        "nearly": "12 nesten like måneder: {one}",
        "rule": "regel: {rule}", "others": "{n} andre ({names})", "more": "{names} …",
        "one_other": "1 annen ({names})",
        "year": "{opening} ved årets start + {into} {into_label} − {out} {out_label}"
                " = {closing} ved årets slutt",
    },
    "en": {
        "prices": "All amounts are fixed {year} kroner.", "above": "see above", "never": "not set",
        "monthly": "month by month",
        "twelve": "sum of 12 months: {range}", "alike": "12 equal months: {one}",
        "nearly": "12 nearly equal months: {one}",
        "rule": "rule: {rule}", "others": "{n} others ({names})", "more": "{names} …",
        "one_other": "1 other ({names})",
        "year": "{opening} at the start of the year + {into} {into_label} − {out} {out_label}"
                " = {closing} at the end of the year",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Branch:
    """One number in the outline: a line, what stands under it, and what it is made of."""

    line: str
    details: tuple[str, ...]
    children: tuple[Branch, ...]
    level: int


@dataclass(frozen=True)
class Outline:
    """Lines above the tree, and the tree."""

    heading: tuple[str, ...]
    tree: Branch


def outline(explanation: Tree, lang: Language, depth: int | None, *, code: bool) -> Outline:
    """Put an explanation into lines.

    Parameters
    ----------
    explanation : Tree
        The frozen tree.
    lang : {"nb", "en"}
        Language of all that gevinst itself says.
    depth : int or None
        Levels below the number; None for all, and for notes in full length.
    code : bool
        Formulas as in the source.
    """
    prices = _WORDS[lang]["prices"].format(year=explanation.price_year)
    heading = tuple(_safe(line) for line in (explanation.notice, prices) if line)
    writer = _Writer(explanation.first_year, lang, depth, code=code)
    return Outline(heading, writer.branch(explanation.root, 0, None))


def _safe(text: str) -> str:
    return visible(text, WIDEST_TEXT)


def _goes_unsaid(node: Node) -> bool:
    return node.note == CALENDAR or (node.origin is not None and is_definition(node.origin))


class _Writer:
    def __init__(self, first_year: int, lang: Language, depth: int | None, *, code: bool) -> None:
        self.first_year = first_year
        self.lang: Language = lang
        self.words = _WORDS[lang]
        self.depth = depth
        self.code = code
        self.told: set[tuple[object, ...]] = set()
        self.glimpsed: set[tuple[object, ...]] = set()

    def branch(self, node: Node, level: int, parent: Node | None) -> Branch:
        """A node with its lines, followed as far as the depth allows."""
        told = node.identity in self.told
        follows = bool(node.children) and not told and (self.depth is None or level < self.depth)
        again = told or (not follows and node.identity in self.glimpsed)
        value = self.amount(node).of(node.value, node.months, as_span=self.spans(parent))
        if node.quantity in INSTANTS and node.origin is not None and was_absent(node.origin):
            value = self.words["never"]
        line = f"{self.title(node, parent)} = {value}"
        remarks = self.remarks(node, again=again)
        formula = () if again or node.made == "above" else self.formula(node, level)
        children: tuple[Branch, ...] = ()
        if follows or node.made in {"input", "before"}:
            self.told.add(node.identity)
        elif node.children:
            self.glimpsed.add(node.identity)
        if follows:
            children = self.children(node, level + 1)
        if not remarks:
            return Branch(_safe(line), formula, children, level)
        together = f"{line}   [{'; '.join(remarks)}]"
        if len(together) + 2 * level <= LONGEST_LINE:
            return Branch(_safe(together), formula, children, level)
        return Branch(_safe(line), (*formula, _safe("; ".join(remarks))), children, level)

    def amount(self, node: Node) -> Amount:
        """Writer of a node's numbers."""
        return Amount(node.quantity, node.unit, self.first_year, self.lang)

    def spans(self, whole: Node | None) -> bool:
        """Whether the parts of a sum are shown by month, as the sum itself is."""
        if whole is None or whole.made not in {"sum", "total"}:
            return False
        return bool(whole.months) and not self.amount(whole).adds_up

    def children(self, node: Node, level: int) -> tuple[Branch, ...]:
        """What a node is made of; the calendar and the like are not repeated."""
        said = [c for c in node.children if c.quantity not in UNIT_STEPS]
        news = [c for c in said if not (c.identity in self.told and _goes_unsaid(c))]
        branches = tuple(self.branch(child, level, node) for child in news)
        if node.others is None:
            return branches
        return (*branches, Branch(self.others(node, node.others), (), (), level))

    def title(self, node: Node, parent: Node | None) -> str:
        """Label and place; the record and the time where they are not the parent's."""
        same = parent is not None and parent.about == node.about
        about = [] if same else [words.text(self.lang) for words in node.about]
        about += [place for place in (node.municipality, node.group_name) if place]
        if node.period is not None and (parent is None or parent.period != node.period):
            about.append(str(node.period))
        label = node.label.text(self.lang)
        return f"{label} ({', '.join(about)})" if about else label

    def remarks(self, node: Node, *, again: bool) -> list[str]:
        """What stands in brackets behind the value."""
        if node.made == "above" or (again and node.made != "before"):
            return [self.words["above"]]
        remarks = []
        amount = self.amount(node)
        if node.months and node.children and amount.adds_up:
            remarks.append(self.twelve(amount, node.months))
        if node.rules:
            rules = ", ".join(RULES[rule].text(self.lang) for rule in node.rules)
            remarks.append(self.words["rule"].format(rule=rules))
        longest = WIDEST_TEXT if self.depth is None else LONGEST_NOTE
        origin = origin_text(node, self.first_year, self.lang, longest)
        note = node.note.text(self.lang) if node.note else ""
        return [*remarks, *(text for text in (origin, note) if text)]

    def twelve(self, amount: Amount, months: Sequence[float]) -> str:
        """The twelve months that a sum over the year is made of."""
        low, high = min(months), max(months)
        if amount.bare(low) == amount.bare(high):
            word = "alike" if low == high else "nearly"
            return self.words[word].format(one=amount.text(high))
        return self.words["twelve"].format(range=amount.range(low, high))

    def formula(self, node: Node, level: int) -> tuple[str, ...]:
        """How the number is made, as a line of its own."""
        if node.made == "year":
            return (self.year(node),)
        if node.formula is None:
            return ()
        code = node.formula.code if self.code else ""
        text = code or node.formula.words.text(self.lang)
        if level == 0 and node.months and node.made == "formula":
            text = f"{text}, {self.words['monthly']}"
        return (_safe(f"= {text}"),)

    def year(self, node: Node) -> str:
        """Opening, in, out and closing of a stock over the year."""
        opening, into, out = node.children
        amount = self.amount(node)
        flows = [opening.value, into.value, out.value, node.value]
        begun, came, left, closing = amount.alike(flows)
        text = self.words["year"].format(
            opening=begun,
            into=came,
            into_label=into.label.text(self.lang).lower(),
            out=left,
            out_label=out.label.text(self.lang).lower(),
            closing=closing,
        )
        return f"= {text}"

    def others(self, node: Node, others: Others) -> str:
        """The parts of a sum that are not shown one by one."""
        like = node.children[0]
        names = ", ".join(name.text(self.lang) for name in others.names[:MOST_NAMES])
        if len(others.names) > MOST_NAMES:
            names = self.words["more"].format(names=names)
        word = self.words["one_other" if others.count == 1 else "others"]
        value = self.amount(like).of(others.value, others.months, as_span=self.spans(node))
        return _safe(f"{word.format(n=others.count, names=names)} = {value}")
