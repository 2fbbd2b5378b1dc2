"""A comparison: three numbers for each indicator, what they rest on and what may be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from gevinst.baseline.change import Change, ThreeNumbers
from gevinst.baseline.sentences import direction, refused, verdict
from gevinst.errors import ArgumentError, Language

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.baseline.measurement import Measurement

PARTS = ("observed", "expected", "difference")


class Comparison:
    """Observed change, change to expect without the service, and difference, side by side.

    Made by `compare`.

    Parameters
    ----------
    measurement : Measurement
        What was measured.
    found : tuple of ThreeNumbers
        One for each indicator, in the order of the configuration.
    stated, design : str
        The design as stated, and as it is treated: before and after of a selected group is that.
    selected_on_use : bool
        Whether the persons were selected for their use.
    level : float
        Level of the intervals.
    """

    __slots__ = ("_measurement", "design", "found", "level", "selected_on_use", "stated")

    def __init__(
        self,
        measurement: Measurement,
        found: tuple[ThreeNumbers, ...],
        *,
        stated: str,
        design: str,
        selected_on_use: bool,
        level: float,
    ) -> None:
        self._measurement = measurement
        self.found = found
        self.stated = stated
        self.design = design
        self.selected_on_use = selected_on_use
        self.level = level

    def __repr__(self) -> str:
        return f"<Comparison {self.design}: {', '.join(n.indicator for n in self.found)}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise ArgumentError("baseline.pickled")

    @property
    def config(self) -> Any:  # noqa: ANN401  a BaselineConfig
        """The configuration of the measurement."""
        return self._measurement.config

    def table(self, lang: Language = "nb") -> pd.DataFrame:
        """The three numbers, one row for each indicator.

        Parameters
        ----------
        lang : {"nb", "en"}
            Language of the words.

        Returns
        -------
        pandas.DataFrame
            ``observed``, ``expected`` and ``difference``, each with ``_low``, ``_high`` and ``_p``.
            On the scale ``ratio`` they are shares: -0.2 is 20 % fewer, and the difference is the
            ratio of ratios less 1; on ``difference`` they are in the unit of the indicator. NaN
            where a number is not known; ``refused`` says why.
        """
        import pandas as pd

        return pd.DataFrame([self._row(numbers, lang) for numbers in self.found])

    def _row(self, numbers: ThreeNumbers, lang: Language) -> dict[str, Any]:
        indicator = self.config.indicator(numbers.indicator)
        row: dict[str, Any] = {
            "indicator": indicator.id,
            "name": indicator.name,
            "primary": indicator.id == self.config.baseline.primary,
            "scale": "share" if indicator.kind == "improved" else numbers.scale,
        }
        nothing = 0.0 if indicator.kind == "improved" else numbers.nothing
        for part in PARTS:
            change: Change = getattr(numbers, part)
            row |= {
                part: change.estimate - nothing,
                f"{part}_low": change.low - nothing,
                f"{part}_high": change.high - nothing,
                f"{part}_p": change.p,
                f"{part}_method": change.method,
            }
        toward = (
            indicator.kind != "improved" and numbers.observed.estimate == numbers.observed.estimate
        )
        row["direction"] = direction(numbers.observed, numbers, indicator, lang) if toward else ""
        row["basis"] = numbers.basis
        row["verdict"] = self.verdict(numbers.indicator, lang)
        row["refused"] = " ".join(refused(numbers, lang))
        return row

    def of(self, indicator: str) -> ThreeNumbers:
        """Three numbers of one indicator.

        Raises
        ------
        ArgumentError
            If there is no such indicator.
        """
        self._measurement.checked(indicator)
        return next(numbers for numbers in self.found if numbers.indicator == indicator)

    def verdict(self, indicator: str, lang: Language = "nb") -> str:
        """What may be said of an indicator; never more than the design bears."""
        return verdict(self.config, self.of(indicator), self.design, lang)

    def assumptions(self, lang: Language = "nb") -> list[str]:
        """What the comparison rests on, one sentence each."""
        from gevinst.baseline.assuming import assumptions_of

        return assumptions_of(self.config, self.found, self.stated, self.design, lang)

    def without_heavy_users(self, lang: Language = "nb") -> pd.DataFrame:
        """The observed change and what is left, without the heaviest users.

        Returns
        -------
        pandas.DataFrame
            One row for all, without the heaviest 1 and 5 per cent, and for the lowest and highest
            observed change with any one person left out. Empty without person rows. Rounded to
            whole per cent, so that nobody's own use can be worked out.
        """
        from gevinst.baseline.heavy_users import without_heavy_users

        return without_heavy_users(self._measurement, self.found, self.design, self.level, lang)

    def without_deaths(self, lang: Language = "nb") -> pd.DataFrame:
        """The observed change and what is left, where persons died: two bounds beside it.

        Returns
        -------
        pandas.DataFrame
            One row for all in the time that each lived, one for those alone who did not die in the
            time measured, and one as if the dead had lived on without use. Rates of person rows
            only; empty if nobody died, or fewer than the threshold in an arm. Whole per cent.
        """
        from gevinst.baseline.deaths import without_deaths

        return without_deaths(self._measurement, self.found, self.design, self.level, lang)

    def follow_up(self, lang: Language = "nb") -> pd.DataFrame:
        """Persons offered, accepted and started, and how follow-up ended."""
        return self._measurement.follow_up(lang)

    def project_tables(self) -> dict[str, list[dict[str, Any]]]:
        """Give the ``[[measurements]]`` and ``[[comparisons]]`` of a project file."""
        from gevinst.baseline.project_tables import comparison_tables

        measured = self._measurement.project_tables(self)["measurements"]
        return {"measurements": measured, "comparisons": comparison_tables(self)}
