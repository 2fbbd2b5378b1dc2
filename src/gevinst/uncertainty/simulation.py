"""What a simulation answers: intervals, probabilities, and why a draw came out as it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst.arguments import checked_choice, checked_one
from gevinst.axes import Array
from gevinst.display import Language
from gevinst.schema import Project
from gevinst.uncertainty.evaluating import Model
from gevinst.uncertainty.figures import NET_GAIN, PRESENT
from gevinst.uncertainty.probability import Probability
from gevinst.uncertainty.rows import FigureRow, Row, kept_quantity, names_of, one_row, rows_of
from gevinst.uncertainty.sampling import Sampler
from gevinst.uncertainty.wording import QUANTITY_NAMES, WHOSE

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.explaining import Explanation
    from gevinst.results import Results

PERCENTILES = (5, 10, 50, 90, 95)
PER_CENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """Many runs of one project, the uncertain inputs drawn at random.

    Attributes
    ----------
    project : Project
    model : Model
        The project made ready to run, with the labels of its figures.
    sampler : Sampler
        What is uncertain, the seed, and the way of drawing.
    draws : int
    values : tuple of ndarray
        For each figure of the model, shape ``(municipalities or 1, years or 1, draws)``.
    """

    project: Project
    model: Model
    sampler: Sampler
    draws: int
    values: tuple[Array, ...]

    def __repr__(self) -> str:
        uncertain = len(self.sampler.distributions)
        return f"<Simulation of {self.draws} draws, {uncertain} uncertain inputs>"

    def summary(self) -> pd.DataFrame:
        """Mean and percentiles of every figure.

        Returns
        -------
        pandas.DataFrame
            Columns ``actor, municipality, year, quantity, mean, p05, p10, p50, p90, p95, unit``;
            ``year`` is missing for what holds all years in one. Equal seeds give equal frames.
        """
        import pandas as pd

        rows = [
            {
                "actor": row.actor,
                "municipality": row.municipality,
                "year": row.year,
                "quantity": row.quantity,
                "mean": float(np.mean(row.draws)),
                **percentiles(row.draws),
                "unit": row.unit,
            }
            for row in self.rows()
        ]
        return pd.DataFrame(rows).astype({"year": "Int64"})

    def rows(self) -> Iterator[Row]:
        """Every figure of every municipality, actor and year, with its draws."""
        return rows_of(self.model, self.values)

    def expected(self) -> pd.DataFrame:
        """Expected value of every figure beside its value at the expected inputs.

        Where the two differ, steps and curves of the model do it: one run at the middle of every
        input is then not what to expect.

        Returns
        -------
        pandas.DataFrame
            Columns ``actor, municipality, year, quantity, mean, standard_error, at_expected,
            difference, differs, unit``. They differ where the difference is more than three
            standard errors of the mean, and a millionth of it.
        """
        import pandas as pd

        means = {
            self.sampler.paths[name]: np.array([distribution.mean])
            for name, distribution in self.sampler.distributions.items()
        }
        middle = rows_of(self.model, self.model.at(means, 1))
        rows = []
        for row, at in zip(self.rows(), middle, strict=True):
            error = float(np.std(row.draws)) / self.draws**0.5
            found, expected = float(np.mean(row.draws)), float(at.draws[0])
            least = max(3 * error, 1e-6 * abs(found))
            rows.append(
                {
                    "actor": row.actor,
                    "municipality": row.municipality,
                    "year": row.year,
                    "quantity": row.quantity,
                    "mean": found,
                    "standard_error": error,
                    "at_expected": expected,
                    "difference": found - expected,
                    "differs": abs(found - expected) > least,
                    "unit": row.unit,
                }
            )
        return pd.DataFrame(rows).astype({"year": "Int64"})

    def quantity(self, name: str) -> tuple[Row, ...]:
        """All draws of a quantity: one row for each municipality or actor and year.

        Raises
        ------
        ArgumentError
            The simulation has kept no such quantity.
        """
        chosen = kept_quantity(self.model, name)
        return tuple(row for row in self.rows() if row.quantity == chosen)

    def drawn(self, name: str) -> Array:
        """The numbers that were drawn for an input, canonical, shape ``(draws,)``.

        Parameters
        ----------
        name : str
            Name or path of an uncertain input, such as ``benefits.liggedogn.effect``.
        """
        by_path = {path: name for name, path in self.sampler.paths.items()}
        asked: object = name
        asked = by_path.get(asked, asked) if isinstance(asked, str) else asked
        chosen = checked_choice("name", asked, tuple(self.sampler.distributions))
        return self.sampler.of(chosen, self.draws)

    def one(
        self,
        quantity: str,
        *,
        actor: str | None = None,
        municipality: str | None = None,
        year: int | None = None,
    ) -> Row:
        """The one row of a quantity that the labels name; municipalities add up without a name.

        Raises
        ------
        ArgumentError
            A label is unknown, or of no meaning for the quantity.
        """
        row = one_row(self.model, quantity, actor=actor, municipality=municipality, year=year)
        return row.drawn(self.values)

    def probability(
        self,
        quantity: str = PRESENT + NET_GAIN,
        *,
        above: float = 0.0,
        actor: str | None = None,
        municipality: str | None = None,
        year: int | None = None,
    ) -> Probability:
        """How often a figure is above a level, of all draws.

        Parameters
        ----------
        quantity : str, optional
            By default the net gain in all as worth now; ``present_net_cash`` for cash alone.
        above : float, default 0
            In the figure's unit.
        actor, municipality, year : optional
            Whose figure, and when: without a name the municipalities together, and without a year
        the last of the horizon.

        Returns
        -------
        Probability
            A float, with ``standard_error``, ``draws`` and ``sentence(lang)``.
        """
        asked = one_row(self.model, quantity, actor=actor, municipality=municipality, year=year)
        row = asked.drawn(self.values)
        whose = {"nb": asked.nb, "en": asked.en}
        level = checked_one("above", above)
        return Probability.of(row.draws > level, quantity, level, row.unit, whose, row.year)

    def name_of(self, row: Row, lang: Language = "nb") -> str:
        """Name for people of whom a row is about; empty for the centre."""
        return names_of(self.project, row.actor, row.municipality).get(lang, "")

    def nearest_draw(self, row: Row, percentile: float) -> int:
        """Number of the draw whose figure is nearest to a percentile of it."""
        asked = checked_one("percentile", percentile, least=0, most=PER_CENT)
        level = np.quantile(row.draws, asked / PER_CENT)
        return int(np.argmin(np.abs(row.draws - level)))

    def results(
        self,
        percentile: float,
        quantity: str,
        *,
        actor: str | None = None,
        municipality: str | None = None,
        year: int | None = None,
    ) -> Results:
        """The whole run of the draw whose figure is nearest to a percentile of it."""
        from gevinst.running import run_at

        row = self.one(quantity, actor=actor, municipality=municipality, year=year)
        draw = self.nearest_draw(row, percentile)
        note = f"trekning {draw + 1} av {self.draws}"
        return run_at(self.project, self.sampler.draw(draw), note)

    def explain(
        self,
        percentile: float = 50,
        quantity: str = PRESENT + NET_GAIN,
        *,
        municipality: str | None = None,
        year: int | None = None,
        actor: str | None = None,
        depth: int = 3,
    ) -> Explanation:
        """Explain the draw whose figure is nearest to a percentile of it, like any run.

        Parameters
        ----------
        percentile : float, default 50
            0 to 100.
        quantity : str, optional
            By default the net gain in all as worth now.
        municipality, year, actor : optional
            Whose figure, and when: without a name the municipalities together, and without a year
        the last of the horizon.
        depth : int, default 3
            Levels below the number.

        Returns
        -------
        Explanation
            A figure that adds up several numbers is their sum, with each of them below it.
        """
        from gevinst.explaining import Words, explain
        from gevinst.explaining.together import together

        asked = one_row(self.model, quantity, actor=actor, municipality=municipality, year=year)
        row = asked.drawn(self.values)
        results = self.results(
            percentile, quantity, actor=actor, municipality=municipality, year=year
        )
        whose = (row.quantity, row.actor or "")
        figure = next(f for f in self.model.figures if (f.quantity, f.actor) == whose)
        places: Sequence[str | None] = [row.municipality]
        if figure.by_municipality and row.municipality is None:
            places = self.model.inputs.frame.municipalities
        parts = []
        for name, record in figure.parts:
            of_actor, _, benefit_class = record.partition(":")
            labels = {"year": row.year, "actor": of_actor, "benefit_class": benefit_class}
            given: dict[str, Any] = {label: at for label, at in labels.items() if at}
            parts += [
                explain(results, name, municipality=place, **given, depth=depth) for place in places
            ]
        value = float(row.draws[self.nearest_draw(row, percentile)])
        return together(parts, value, Words(*_called(asked)))


def _called(row: FigureRow) -> tuple[str, str]:
    """What a figure is called as a heading, Norwegian and English."""
    what = QUANTITY_NAMES[row.quantity]
    whole = [
        WHOSE[lang].format(what=what[lang], whose=whose) if whose else what[lang]
        for lang, whose in (("nb", row.nb), ("en", row.en))
    ]
    nb, en = (text[:1].upper() + text[1:] for text in whole)
    return nb, en


def percentiles(draws: Array) -> dict[str, float]:
    """Percentiles by name, ``p05`` to ``p95``."""
    levels = np.quantile(draws, [p / PER_CENT for p in PERCENTILES])
    return {f"p{p:02d}": float(level) for p, level in zip(PERCENTILES, levels, strict=True)}
