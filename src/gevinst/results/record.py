"""Results: frozen arrays of every quantity of one run, with labels and sources as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from gevinst.axes import AXIS_NAMES, Array, Frame
from gevinst.catalogue import CATALOGUE
from gevinst.catalogue_entries import Text
from gevinst.core.inputs import Inputs
from gevinst.core.ledger import Key, Ledger
from gevinst.errors import QuantityError
from gevinst.messages import nearest
from gevinst.parameters import PriceChange
from gevinst.results import gain_tables, monthly, paying_and_gaining, qaly, tables
from gevinst.results.benefit_facts import BenefitFacts
from gevinst.results.benefit_map import MapBox
from gevinst.results.frozen import frozen
from gevinst.results.monthly import RATIOS
from gevinst.results.paying_and_gaining import PayingAndGaining
from gevinst.results.qaly import CostPerQaly
from gevinst.results.remarks import Remark
from gevinst.results.table_names import MEANT_BY, key_meant

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.schema.values import Taken

Language = Literal["nb", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an input comes from: what was written, in which unit, by which source.

    Attributes
    ----------
    path : str
        Place in the project file (``groups[0].ramp_time``), or name of the parameter.
    given : str
        What was written there, as text.
    unit : str
        Unit in which a plain number is read.
    low, high : float
        Ends of the range in canonical units; both equal to the value where there is none.
    means : str or None
        What the range means.
    source, date, note : str or None
        Source, its date, and remark; no source makes the input an assumption.
    price_change : PriceChange or None
        How an amount in the kroner of another year was brought to the project's price year.
    taken : Taken or None
        The measurement or comparison of the project that it follows from; `given` is the number.
    spread : Text or None
        Its distribution in words, where the range does not say it all.
    distributed : bool
        Whether a distribution or an estimate was written, from which the numbers follow.
    """

    path: str
    given: str
    unit: str
    low: float
    high: float
    means: str | None = None
    source: str | None = None
    date: str | None = None
    note: str | None = None
    price_change: PriceChange | None = None
    taken: Taken | None = None
    spread: Text | None = None
    distributed: bool = False

    @property
    def is_assumption(self) -> bool:
        """Whether nobody has given a source."""
        return self.source is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names for people of everything that has an id in the results.

    The municipalities' labels are their names already; `codes` has their codes, in axis order.
    `benefits` also has the contacts of loops, ``loop/contact``; `benefit_facts` has what is told of
    each benefit line beside its numbers, `benefit_map` the boxes of the map, and `remarks` what
    deserves a second look without being a number.
    """

    codes: tuple[str, ...]
    groups: Mapping[str, str]
    tasks: Mapping[str, str]
    roles: Mapping[str, str]
    lines: Mapping[str, str]
    sources: Mapping[str, str]
    benefits: Mapping[str, str]
    actors: Mapping[str, str]
    pools: Mapping[str, str] = field(default_factory=dict)
    fees: Mapping[str, str] = field(default_factory=dict)
    professions: Mapping[str, str] = field(default_factory=dict)
    benefit_facts: Mapping[str, BenefitFacts] = field(default_factory=dict)
    benefit_map: tuple[MapBox, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRecord:
    """One quantity of a run.

    Attributes
    ----------
    name, record : str
        Name in the catalogue, and the role, task, line, key or actor (empty where none).
    values : ndarray
        Shape ``(group, municipality, period, draw)``; length 1 is "the same for all" or a total.
    labels : mapping of str to tuple
        Labels of each axis that the quantity varies over.
    unit : str
        Canonical unit.
    """

    name: str
    record: str
    values: Array
    labels: Mapping[str, tuple[str | int, ...]]
    unit: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", frozen(self.values))
        object.__setattr__(self, "labels", MappingProxyType(dict(self.labels)))

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (self.name, self.record, self.values, dict(self.labels), self.unit)
        return _record, parts


def _record(
    name: str, record: str, values: Array, labels: dict[str, tuple[str | int, ...]], unit: str
) -> QuantityRecord:
    return QuantityRecord(name=name, record=record, values=values, labels=labels, unit=unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All quantities of one run, with the inputs they were made from and their sources.

    Attributes
    ----------
    title, notice : str
        Name of the project, and the line that stands above every result (may be empty).
    price_year : int
        All amounts are fixed kroner of this year.
    date : str
        The project's date, ``YYYY-MM-DD``.
    checksum : str
        Checksum of the project's values.
    ledger : Ledger
        Every quantity by ``(name, record)``, and what made it.
    provenance : mapping
        Origin of every input by ``(name, record)`` and position of the cell in it.
    """

    title: str
    notice: str
    price_year: int
    date: str
    checksum: str
    names: Names
    ledger: Ledger
    provenance: Mapping[Key, Mapping[tuple[int, int], Origin]]

    @property
    def inputs(self) -> Inputs:
        """What the model was run on."""
        return self.ledger.source

    @property
    def frame(self) -> Frame:
        """Labels of the axes."""
        return self.inputs.frame

    def quantity(self, name: str, record: str = "") -> QuantityRecord:
        """One quantity with its labels and unit.

        Parameters
        ----------
        name : str
            Name in the catalogue, for example ``"charge"``, or in a table, such as ``"cost"``.
        record : str, optional
            Id of the role, task, line, key or actor (``"gp:cash"``), for a quantity that has one
            of each.

        Raises
        ------
        QuantityError
            There is no such quantity or record; the nearest name is suggested.
        """
        for argument, given in (("name", name), ("record", record)):
            if not isinstance(given, str):
                raise QuantityError.not_a_name(argument, given)
        key = name, record = key_meant(self, name, record)
        if key not in self.ledger.values and key not in self.ledger.inputs:
            known = sorted({n for n, _ in [*self.ledger.values, *self.ledger.inputs]})
            if name not in known:
                raise QuantityError.unknown(name, nearest(name, [*known, *MEANT_BY]), known)
            self._refuse_record(name, record)
        entry = CATALOGUE[name]
        return QuantityRecord(
            name=name,
            record=record,
            values=self._defined(name, self.ledger[key]),
            labels={a: self._labels(a, entry.period) for a in AXIS_NAMES if a in entry.axes},
            unit=entry.unit,
        )

    def _refuse_record(self, name: str, record: str) -> None:
        kind, allowed = CATALOGUE[name].records, self.records(name)
        if record == "":
            raise QuantityError.missing_label(name, kind, allowed)
        if allowed == ("",):
            raise QuantityError.unused_label(name, "record")
        raise QuantityError.unknown_label(kind, record, nearest(record, allowed), allowed)

    def records(self, name: str) -> tuple[str, ...]:
        """Ids for which the quantity exists; ``("",)`` where it has no records."""
        return tuple(r for n, r in [*self.ledger.values, *self.ledger.inputs] if n == name)

    def table(
        self, name: str, by: Literal["year", "month"] = "year", labels: Language | None = None
    ) -> pd.DataFrame:
        """A table of results, tidy: one row per value.

        Parameters
        ----------
        name : str
            ``patients``, ``workload``, ``staffing``, ``answering``, ``presence``, ``costs``,
            ``kits``, ``charges``, ``invoices``, ``keys``, ``tariff``, ``benefits``,
            ``transfers``, ``actors``, ``key_figures``, or ``warnings`` (what deserves a second
            look, always by year). The same gains under other headings: ``budget`` (the first
            four years of each public partner, to its net), ``personnel``, ``ks``, ``dfo``,
            ``imprint``, ``patient_view``.
        by : {"year", "month"}
            Years have the column ``year`` (int), months ``period`` (YYYY-MM). Amounts and counts
            are summed over the year, patients are those at its end, positions its mean; shares,
            waits and backlogs are those of its last month. ``present_value`` holds all years in
            one: gains by class, cost, net cash, tax-financing cost, payback and the deepest need,
            with the month in ``period``.
        labels : {"nb", "en"}, optional
            Headings, names and quantities for people; by default English identifiers and ids.

        Returns
        -------
        pandas.DataFrame
            Columns ``municipality, group, line, role, task, actor, class`` where they apply, then
            ``year`` or ``period``, ``quantity, value, unit``. In ``staffing``, ``binding`` says
            what decides the positions of the role: ``workload``, ``queue`` (the answering
            target), ``presence``, ``whole_positions`` or ``none``; by year what decides in most
            months, of equals that of the month with the largest need. ``presence`` has
            ``weekday`` and ``hour`` (0 to 23) for the hours in which the centre is open.

        Raises
        ------
        QuantityError
            There is no such table.
        """
        return tables.build(self, name, by, labels)

    def gain_of(
        self,
        *,
        classes: Sequence[str],
        by: Literal["year", "month"] = "year",
        labels: Language | None = None,
    ) -> pd.DataFrame:
        """Gains of the named classes added up, for each actor and each municipality.

        Classes are never added silently: whoever wants their sum names them, and the quantity of
        every row carries their names.

        Parameters
        ----------
        classes : sequence of str
            Of ``cash``, ``capacity``, ``avoided_growth``, ``quality_priced``, ``transfer``.
        by, labels : optional
            As in `table`.

        Returns
        -------
        pandas.DataFrame
            Columns ``municipality, actor, year`` (or ``period``), ``quantity, value, unit``; the
            quantity is, for example, ``cash + capacity``.

        Raises
        ------
        QuantityError
            No class is named, one twice, or one that is unknown or has no kroner.
        """
        return gain_tables.gain_of(self, classes, by, labels)

    def who_pays_and_gains(
        self, lang: Language = "nb", year: int | None = None
    ) -> PayingAndGaining:
        """Who pays and who gains in a year: one table and one sentence.

        The sentence calls a gain certain only where it is one even with every line at the worst
        end of the range of its effect; other inputs are at their most likely values.

        Parameters
        ----------
        lang : {"nb", "en"}
        year : int, optional
            By default the first with every partner in all months.

        Returns
        -------
        PayingAndGaining
            With ``year``, ``stakes``, ``table`` and ``sentence``; as text it is the sentence.

        Raises
        ------
        QuantityError
            No such language, or a year outside the horizon.
        """
        return paying_and_gaining.who_pays_and_gains(self, lang, year)

    def cost_per_qaly(self, line: str) -> CostPerQaly:
        """Net cost per quality-adjusted life-year, beside the reference line of the health service.

        Only for who asks: no table and no page puts a value on life-years.

        Parameters
        ----------
        line : str
            Id of a benefit line that counts ``qaly``.

        Returns
        -------
        CostPerQaly
            `net_cost` and `qalys`, both as worth now, their `ratio`, the `reference` and its
            `source`.

        Raises
        ------
        QuantityError
            There is no such line that counts life-years.
        ParameterError
            The reference line has no value on the project's date.
        """
        return qaly.cost_per_qaly(self, line)

    def _defined(self, name: str, values: Array) -> Array:
        """Return the values, a ratio with nothing to divide by as NaN."""
        if name not in RATIOS:
            return values
        defined: Array = np.where(self.ledger[RATIOS[name][1]] == 0, np.nan, values)
        defined.setflags(write=False)
        return defined

    def _labels(self, axis: str, period: str) -> tuple[str | int, ...]:
        if axis == "group":
            return self.frame.groups
        if axis == "municipality":
            return self.frame.municipalities
        if axis == "period":
            return self.frame.months if period == "month" else self.frame.year_labels
        return tuple(range(self.frame.draws))

    def rolled(self, name: str, record: str, by: Literal["year", "month"]) -> Array:
        """Values of a quantity by year or month, by the rule of its kind."""
        return frozen(monthly.values(self, name, record, by))
