"""Values as people read them: shares in per cent, dates as months, flags as yes and no."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gevinst.axes import MONTHS_IN_YEAR
from gevinst.catalogue import CATALOGUE
from gevinst.display import format_amount, format_number, format_percent
from gevinst.explaining.nodes import Language, Node, Words
from gevinst.results.table_names import BY_THE_CLOCK
from gevinst.results.wording import PERSONS, PRESENT

NO_BREAK_SPACE = "\u00a0"
DIGITS = 3
MOST_DECIMALS = 9
WHOLE_KRONER_FROM = 100
MANY = 20

FLAGS = frozenset({"member", "joined", "last_month", "centre_open", "falls_due", "funding_window",
                   "group_covered", "key_member", "fee_window", "fee_applies", "joins_now",
                   "settlement_falls", "largest_decides", "steps_decide", "workload_decides",
                   "queue_decides", "presence_decides", "around_the_clock"})  # fmt: skip
"""Quantities that are 1 for yes and 0 for no."""
INSTANTS = frozenset({"period_start", "period_end", "joining_time", "leaving_time", "due_time",
                      "funding_start", "funding_end", "fee_start", "fee_end",
                      "settlement_time"})  # fmt: skip
"""Times counted from the start of the horizon, which people read as a month."""
PLAIN_SHARES = frozenset({"key_weight", "key_weight_total"})
"""Weights: whatever numbers the user likes, not parts of a whole."""
PER_CENT_TOO = frozenset({"effect"})
"""Relative changes: factors that people read in per cent."""

_UNITS: dict[str, Words] = {
    "patient*year": Words("pasientår", "patient-years"),
    "inhabitant*month": Words("innbyggermåneder", "inhabitant-months"),
    "inhabitant*year": Words("innbyggerår", "inhabitant-years"),
    "patient*month": Words("pasientmåneder", "patient-months"),
    "FTE*year": Words("årsverk", "FTE-years"),
    PRESENT: Words(**PERSONS),
    "work_hour/FTE/year": Words("timer per årsverk", "hours per FTE-year"),
    "NOK/FTE/year": Words("kr per årsverk", "NOK per FTE-year"),
}
_ONE: dict[str, Words] = {PRESENT: Words("person", "person")}
_CLOCK = Words("timer", "hours")
_UNITS_OF: dict[str, Words] = {
    **dict.fromkeys(BY_THE_CLOCK, _CLOCK),
    "closed_load": Words("arbeidstimer per time", "work hours per hour"),
    "unscheduled_load": Words("arbeidstimer per time", "work hours per hour"),
}
"""Quantities whose unit is read in another way than the unit of others."""
_MONTHS: dict[Language, tuple[str, ...]] = {
    "nb": ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
           "oktober", "november", "desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"),
}  # fmt: skip
_WORDS: dict[Language, dict[str, str]] = {
    "nb": {
        "yes": "ja", "no": "nei", "some": "ja i {n} av 12 måneder", "span": "jan … des",
        "low": "lavest", "high": "høyest", "mean": "snitt", "of_year": "1/12 år",
    },
    "en": {
        "yes": "yes", "no": "no", "some": "yes in {n} of 12 months", "span": "Jan … Dec",
        "low": "lowest", "high": "highest", "mean": "mean", "of_year": "1/12 year",
    },
}  # fmt: skip


def shown(node: Node, first_year: int, lang: Language) -> str:
    """Value of a node: an amount, or a range over the months of a year."""
    return Amount(node.quantity, node.unit, first_year, lang).of(node.value, node.months)


class Amount:
    """Writes numbers of one quantity in one language."""

    def __init__(self, quantity: str, unit: str, first_year: int, lang: Language) -> None:
        self.quantity = quantity
        self.kind = CATALOGUE[quantity].kind
        self.unit = unit
        self.first_year = first_year
        self.lang: Language = lang
        self.words = _WORDS[lang]

    @property
    def adds_up(self) -> bool:
        """Whether the number of a year is the sum of its months."""
        return self.kind == "flow" or CATALOGUE[self.quantity].period == "year"

    @property
    def is_percent(self) -> bool:
        """Whether people read it in per cent."""
        if self.unit != "1" or self.quantity in PLAIN_SHARES:
            return False
        return self.kind in {"share", "rate"} or self.quantity in PER_CENT_TOO

    def of(self, value: float, months: Sequence[float], *, as_span: bool = False) -> str:
        """A number; over the months of a year the sum of a flow, otherwise a range."""
        if months and (as_span or not self.adds_up):
            return self.span(value, months)
        return self.text(value)

    def text(self, x: float) -> str:
        """One number with its unit."""
        if self.quantity in FLAGS and x in {0, 1}:
            return self.words["yes" if x else "no"]
        if self.quantity in INSTANTS:
            return self.month(x)
        if self.quantity == "period_length":
            return self.words["of_year"]
        if self.is_percent:
            return format_percent(x, _decimals(x * 100), self.lang)
        words = _UNITS_OF.get(self.quantity) or _UNITS.get(self.unit)
        if words is not None:
            one = _ONE.get(self.unit, words) if abs(x) == 1 else words
            return f"{self.number(x)}{NO_BREAK_SPACE}{one.text(self.lang)}"
        return format_amount(x, self.unit, self.decimals(x), self.lang)

    def bare(self, x: float) -> str:
        """One number without its unit, for the first end of a range."""
        if self.quantity in FLAGS | INSTANTS:
            return self.text(x)
        if self.is_percent:
            return format_number(x * 100, _decimals(x * 100), self.lang)
        return self.number(x)

    def number(self, x: float) -> str:
        """The digits."""
        return format_number(x, self.decimals(x), self.lang)

    def decimals(self, x: float) -> int:
        """No decimals for kroner of some size, otherwise three digits that count."""
        if self.unit.startswith("NOK") and abs(x) >= WHOLE_KRONER_FROM:
            return 0
        return _decimals(x)

    def month(self, x: float) -> str:
        """The month that begins at a time counted from the start of the horizon."""
        index = round(x * MONTHS_IN_YEAR)
        name = _MONTHS[self.lang][index % MONTHS_IN_YEAR]
        return f"{name}{NO_BREAK_SPACE}{self.first_year + index // MONTHS_IN_YEAR}"

    def span(self, value: float, months: Sequence[float]) -> str:
        """The months of a year: one number if all read alike, otherwise January to December."""
        low, high = self.bare(min(months)), self.bare(max(months))
        if low == high:
            return self.text(months[-1])
        if self.quantity in FLAGS and set(months) <= {0, 1}:
            return self.words["some"].format(n=round(sum(months)))
        january, december = self.bare(months[0]), self.bare(months[-1])
        remarks = [self.words["span"]]
        if self.quantity not in INSTANTS:
            if low not in {january, december}:
                remarks.append(f"{self.words['low']} {low}")
            if high not in {january, december}:
                remarks.append(f"{self.words['high']} {high}")
        if self.kind == "capacity":
            remarks.append(f"{self.words['mean']} {self.bare(value)}")
        return f"{january} … {self.text(months[-1])} ({', '.join(remarks)})"

    def alike(self, numbers: Sequence[float]) -> list[str]:
        """Several numbers with the same decimals, so that the reader can add them."""
        decimals = 1 if max(abs(x) for x in numbers) >= MANY else DIGITS - 1
        return [format_number(x, decimals, self.lang) for x in numbers]

    def range(self, low: float, high: float) -> str:
        """Two ends, smallest first."""
        return f"{self.bare(low)} … {self.text(high)}"


def _decimals(x: float) -> int:
    """As many decimals as three digits need, without zeros at the end."""
    if x == 0 or not math.isfinite(x):
        return 0
    most = DIGITS - 1 - math.floor(math.log10(abs(x)))
    decimals = max(0, min(MOST_DECIMALS, most))
    while decimals and round(x, decimals - 1) == round(x, decimals):
        decimals -= 1
    return decimals
