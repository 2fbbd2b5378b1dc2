"""A measurement: aggregates to show, and person rows that never leave the object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from gevinst.baseline.figures import figure
from gevinst.baseline.leavers import Column, columns_to_show, stated_persons, without_persons
from gevinst.baseline.moments import AMOUNT, EXPOSURE, PERSONS, Key, Moments
from gevinst.baseline.records import ALL, ARMS, PERIODS
from gevinst.baseline.suppression import hidden_entries
from gevinst.errors import ArgumentError, Language
from gevinst.messages import nearest, render

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.baseline.comparison import Comparison
    from gevinst.extracts import Extract
    from gevinst.schema.baseline_config import BaselineConfig

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
OTHERS = {"nb": "øvrige", "en": "others"}


class Measurement:
    """What was measured: persons, events, rates and their intervals, by group and partner.

    Made by `measure` or `measure_counts`. Everything it shows is an aggregate of at least the
    threshold of persons; it cannot be stored or sent on, only its tables can.

    Parameters
    ----------
    config : BaselineConfig
        Indicators, windows and design.
    moments : Moments
        Sums by cell.
    extract : Extract, optional
        Arrays per person; kept out of sight.
    """

    __slots__ = ("_extract", "_hidden", "_moments", "_told", "config")

    def __init__(
        self, config: BaselineConfig, moments: Moments, extract: Extract | None = None
    ) -> None:
        self.config = config
        self._moments = moments
        self._extract = extract
        self._hidden = {arm: self._hidden_in(arm) for arm in moments.cells}
        self._told = {arm: self._told_in(arm) for arm in moments.cells}

    def _hidden_in(self, arm: str) -> Flags:
        """One pattern for every indicator and period: the same persons are behind them."""
        _, members = self._moments.entries(arm)
        own = [s for (_, of), s in self._moments.sums.items() if of == arm]
        persons = np.concatenate([s[:, :, PERSONS] for s in own], axis=1)
        amounts = np.concatenate([np.abs(s[:, :, AMOUNT]) for s in own], axis=1)
        return hidden_entries(members, persons, amounts, self.config.baseline.threshold)

    def _told_in(self, arm: str) -> dict[Column, bool]:
        """Numbers of persons that may stand beside each other."""
        keys, members = self._moments.entries(arm)
        own = {name: s for (name, of), s in self._moments.sums.items() if of == arm}
        known = () if self._extract is None else _known(self._extract, arm)
        threshold = self.config.baseline.threshold
        return columns_to_show(keys, members, self._hidden[arm], own, known, threshold)

    def __repr__(self) -> str:
        shown = ", ".join(indicator.id for indicator in self.config.indicators)
        return f"<Measurement {self.config.baseline.name!r}: {shown}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise ArgumentError("baseline.pickled")

    def __copy__(self) -> Measurement:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Measurement:
        return self

    def table(self, lang: Language = "nb") -> pd.DataFrame:
        """Every figure, one row for each indicator, arm, group, partner and period.

        Parameters
        ----------
        lang : {"nb", "en"}
            Language of `method_words` and of the label for what hidden cells add up to.

        Returns
        -------
        pandas.DataFrame
            ``rate`` is per person-year for events and amounts, a mean for durations and scores, a
            share of 1 for the others (``measure`` tells); ``low`` and ``high`` are the ends of its
            95 % interval, NaN where it is refused. Where ``hidden`` is true the numbers are NaN.
            ``persons`` is NaN throughout a period too where persons before and after, or with and
            without another indicator, differ by fewer than the threshold. Rows of group or
            partner «øvrige» are all the hidden ones of a total together.
        """
        import pandas as pd

        rows = [row for arm in self._moments.cells for row in self._rows(arm, lang)]
        return pd.DataFrame(rows, columns=list(_COLUMNS))

    def _rows(self, arm: str, lang: Language) -> list[dict[str, Any]]:
        keys, members = self._moments.entries(arm)
        hidden = self._hidden[arm]
        rows = []
        for indicator in self.config.indicators:
            sums = self._moments.sums.get((indicator.id, arm))
            if sums is None:
                continue
            entries = np.einsum("ec,cpk->epk", members.astype(float), sums)
            shown = [
                (key, entry, members[place], bool(hidden[place]))
                for place, (key, entry) in enumerate(zip(keys, entries, strict=True))
            ]
            shown += _others(shown, lang)
            for key, entry, cells, is_hidden in sorted(shown, key=_place):
                for place, period in enumerate(PERIODS):
                    if entry[place, PERSONS] == 0:
                        continue
                    row = self._row(indicator, arm, key, entry[place], lang, hidden=is_hidden)
                    row["period"] = period
                    told = self._told[arm].get((indicator.id, place))
                    if not (is_hidden or told or (told is False and cells.all())):
                        row = without_persons(row)
                    if not row["hidden"]:
                        row.update(self._further(indicator, arm, cells, place))
                    rows.append(row)
        return rows

    def _row(
        self,
        indicator: Any,  # noqa: ANN401  an indicator of the configuration
        arm: str,
        key: Key,
        sums: Array,
        lang: Language,
        *,
        hidden: bool,
    ) -> dict[str, Any]:
        row = {
            "indicator": indicator.id,
            "name": indicator.name,
            "arm": arm,
            "group": key[0],
            "partner": key[1],
            "unit": indicator.unit,
            "measure": MEASURES[indicator.kind],
            "hidden": hidden,
            "method": "hidden" if hidden else "",
        }
        if hidden:
            return row
        found = figure(sums, indicator.kind)
        is_rate = indicator.kind in {"events", "amount"}
        return row | {
            "persons": sums[PERSONS],
            "person_time": sums[EXPOSURE] if is_rate else np.nan,
            "observations": np.nan if is_rate else sums[EXPOSURE],
            "amount": sums[AMOUNT],
            "rate": found.estimate,
            "low": found.low,
            "high": found.high,
            "dispersion": found.dispersion,
            "method": found.method,
            "method_words": render(f"baseline.method.{found.method}", {}, lang),
            "refused": render(f"baseline.refused.{found.reason}", {}, lang) if found.reason else "",
        }

    def _further(
        self,
        indicator: Any,  # noqa: ANN401  an indicator of the configuration
        arm: str,
        cells: Flags,
        period: int,
    ) -> dict[str, float]:
        """Heavy users and the spread of durations, which need person rows."""
        if self._extract is None:
            return {}
        from gevinst.baseline.person_figures import duration_figures, heaviest

        own = [c for c, inside in zip(self._moments.cells[arm], cells, strict=True) if inside]
        persons = _persons_in(self._extract, arm, own)
        threshold = self.config.baseline.threshold
        if indicator.kind == "duration":
            return duration_figures(self._extract, indicator, persons, period, threshold)
        if indicator.kind in {"events", "amount"}:
            return heaviest(self._extract, indicator.id, persons, period, threshold)
        return {}

    def monthly(self, indicator: str, arm: str = "followed") -> pd.DataFrame:
        """Run chart: month, person-years, amount and rate per person-year.

        Parameters
        ----------
        indicator : str
            Id of the indicator.
        arm : {"followed", "comparison"}
            Whose months.

        Returns
        -------
        pandas.DataFrame
            Columns month, season, person_time, amount, rate, hidden. Months in which fewer than
            the threshold of persons were followed are hidden, with as many others as it takes.

        Raises
        ------
        ArgumentError
            If the indicator is unknown, or the measurement was made from counts.
        """
        self.checked(indicator)
        if self._extract is None or indicator not in self._extract.monthly:
            raise ArgumentError("baseline.no_months", indicator=indicator)
        from gevinst.baseline.months import run_chart

        return run_chart(
            self._extract.monthly[indicator],
            ARMS.index(arm),
            self.config.baseline.threshold,
        )

    def follow_up(self, lang: Language = "nb") -> pd.DataFrame:
        """Persons offered, accepted and started, and how follow-up ended, by reason.

        Small numbers are hidden, so that no difference between two rows gives one away.
        """
        from gevinst.baseline.flow import follow_up

        return follow_up(self._extract, self.config.baseline.threshold, lang)

    def rejected(self, lang: Language = "nb") -> pd.DataFrame:
        """Rows that were not used: table, reason, its text, rows and whether they are faulty."""
        import pandas as pd

        found = () if self._extract is None else self._extract.rejected
        rows = [(r.table, r.reason, render(r.reason, {}, lang), r.rows, r.fault) for r in found]
        return pd.DataFrame(rows, columns=["table", "reason", "text", "rows", "fault"])

    def definitions(self) -> pd.DataFrame:
        """What each indicator means: name, unit, organisation, definition, rule, source, date."""
        import pandas as pd

        rows = [
            {name: getattr(indicator, name) for name in _DEFINING}
            for indicator in self.config.indicators
        ]
        return pd.DataFrame(rows, columns=list(_DEFINING))

    def warnings(self, lang: Language = "nb") -> list[str]:
        """What a reader of the numbers must know, one sentence each."""
        from gevinst.baseline.flow import deaths_shown
        from gevinst.baseline.warning import warnings_of

        hidden = sum(int(flags.sum()) for flags in self._hidden.values())
        withheld = self.withholds_persons
        deaths = deaths_shown(self._extract, self.config.baseline.threshold)
        return warnings_of(
            self.config, self._moments, self._extract, hidden, withheld, deaths, lang
        )

    def withholds(self, indicator: str) -> bool:
        """Whether a number of persons of an indicator is not shown, of either arm."""
        return any(
            bool(sums[:, period, PERSONS].any()) and (own, period) not in self._told[arm]
            for (own, arm), sums in self._moments.sums.items()
            for period in range(len(PERIODS))
            if own == indicator
        )

    @property
    def withholds_persons(self) -> bool:
        """Whether some numbers of persons are not shown, for the sake of those between two."""
        return any(self.withholds(indicator) for indicator, _ in self._moments.sums)

    def project_tables(self, comparison: Comparison | None = None) -> dict[str, Any]:
        """Give the ``[[measurements]]`` of a project file, as plain tables.

        Parameters
        ----------
        comparison : Comparison, optional
            Gives the rate that a selected group is expected to have without the service.
        """
        from gevinst.baseline.project_tables import measurement_tables

        tables = measurement_tables(
            self.config, self._moments, self._extract, comparison, self._stated()
        )
        return {"measurements": tables}

    def _stated(self) -> dict[tuple[str, str, int], int]:
        """Persons of each whole that may be shown, by indicator, arm and period."""
        found = {}
        for arm in self._moments.cells:
            keys, _ = self._moments.entries(arm)
            if not self._hidden[arm][keys.index((ALL, ALL))]:
                known = () if self._extract is None else _known(self._extract, arm)
                found.update(stated_persons(self._moments, arm, self._told[arm], known))
        return found

    def checked(self, indicator: str, argument: str = "indicator") -> Any:  # noqa: ANN401
        """Return the indicator's terms, or raise naming those that there are."""
        known = {own.id: own for own in self.config.indicators}
        if indicator not in known:
            raise ArgumentError(
                "baseline.which_indicator",
                argument=argument,
                found=indicator,
                allowed=tuple(known),
                suggestion=nearest(indicator, known),
            )
        return known[indicator]


MEASURES = {
    "events": "rate",
    "amount": "rate",
    "duration": "mean",
    "share": "share",
    "score": "mean",
    "improved": "share",
}
"""Kind of an indicator -> what ``rate`` in a table is."""

_COLUMNS = (
    *("indicator", "name", "arm", "group", "partner", "period", "measure", "unit"),
    *("persons", "person_time", "observations", "amount", "rate", "low", "high", "dispersion"),
    *("heaviest_1", "heaviest_5", "median", "within", "method", "method_words", "refused"),
    "hidden",
)
_DEFINING = (
    *("id", "name", "unit", "organisation", "definition", "counting_rule", "source_system"),
    "valid_from",
)
_Shown = tuple[Key, Array, Flags, bool]


def _place(entry: _Shown) -> tuple[bool, bool, str, str]:
    """The whole first, then groups, partners and cells, by name."""
    group, partner = entry[0]
    return (ALL not in {group, partner}, partner != ALL, group, partner)


def _others(shown: list[_Shown], lang: Language) -> list[_Shown]:
    """Add what the hidden parts of a total are together: subtraction gives it anyway.

    Where all are hidden, the total itself says it.
    """
    whole = next((entry for entry in shown if entry[0] == (ALL, ALL)), None)
    if whole is None or whole[3]:
        return []
    rows = []
    for side in (0, 1):
        parts = [e for e in shown if e[0][side] != ALL and e[0][1 - side] == ALL]
        small = [e for e in parts if e[3]]
        if not small or len(small) == len(parts):
            continue
        key = (OTHERS[lang], ALL) if side == 0 else (ALL, OTHERS[lang])
        sums = np.sum([e[1] for e in small], axis=0)
        cells = np.any([e[2] for e in small], axis=0)
        rows.append((key, sums, cells, False))
    return rows


def _known(extract: Extract, arm: str) -> tuple[float, ...]:
    """Numbers of persons of an arm that other tables show or give: all, and those offered."""
    own = extract.arm == ARMS.index(arm)
    return float(own.sum()), float((own & extract.offered).sum())


def _persons_in(extract: Extract, arm: str, cells: list[Key]) -> Flags:
    """Tell which persons of an arm are in any of the cells."""
    codes = extract.group * len(extract.partners) + extract.partner
    wanted = [
        extract.groups.index(g) * len(extract.partners) + extract.partners.index(p)
        for g, p in cells
    ]
    inside: Flags = np.isin(codes, wanted) & (extract.arm == ARMS.index(arm))
    return inside


def insides(measurement: Measurement) -> tuple[Moments, Extract | None]:
    """Sums and person arrays, for the designs of this package and nobody else."""
    return measurement._moments, measurement._extract  # noqa: SLF001  the same storey
