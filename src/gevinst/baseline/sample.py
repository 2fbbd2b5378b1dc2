"""One indicator of a measurement, as the designs need it: sums, and persons where there are any."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gevinst.baseline.change import Change, Refusal, Scale, as_change
from gevinst.baseline.from_sums import change_of, small_change
from gevinst.baseline.measurement import Measurement, insides
from gevinst.baseline.moments import AMOUNT, EXPOSURE, PERSONS, persons_of
from gevinst.baseline.records import ARMS
from gevinst.solvers import comparisons
from gevinst.solvers.sizes import SMALLEST_CLUSTERS, TooSmallError

if TYPE_CHECKING:
    from gevinst.extracts import Extract
    from gevinst.schema.baseline_config import BaselineConfig
    from gevinst.schema.baseline_indicators import Indicator
    from gevinst.solvers.estimates import DifferenceEstimate, RatioEstimate

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Found = tuple[Change, tuple[Refusal, ...]]
FOLLOWED, COMPARISON = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sample:
    """Sums by arm, and arrays per person where the measurement has them.

    Attributes
    ----------
    sums : tuple of array
        Followed and comparison, shape ``(2, 6)`` each: before and after.
    exposure, amount : array or None
        Shape ``(persons, 2)``.
    arm, partner : array or None
        Codes, shape ``(persons,)``.
    planned, death : array or None
        Person-years had nobody died, shape ``(persons, 2)``, and when each died (see `Extract`).
    """

    config: BaselineConfig
    indicator: Indicator
    level: float
    sums: tuple[Array, Array]
    extract: Extract | None = None
    exposure: Array | None = None
    amount: Array | None = None
    arm: NDArray[np.int64] | None = None
    partner: NDArray[np.int64] | None = None
    planned: Array | None = None
    death: NDArray[np.int64] | None = None

    @property
    def scale(self) -> Scale:
        """Scores are compared as differences, all else as ratios."""
        return "difference" if self.indicator.kind == "score" else "ratio"

    @property
    def is_of_persons(self) -> bool:
        """Whether it is a share of persons, which tells of how many it is one."""
        alike = all((sums[:, PERSONS] == sums[:, EXPOSURE]).all() for sums in self.sums)
        return self.indicator.kind in {"share", "improved"} and alike

    @property
    def generator(self) -> np.random.Generator:
        """Chance of this indicator alone: adding another changes nothing here."""
        name = zlib.crc32(self.indicator.id.encode())
        return np.random.default_rng([self.config.baseline.seed, name])

    def has(self, arm: int) -> bool:
        """Whether there is anybody in the arm in both periods."""
        return bool((self.sums[arm][:, PERSONS] > 0).all())

    def rate(self, arm: int, period: int) -> float:
        """Amount per exposure; NaN without exposure."""
        sums = self.sums[arm][period]
        return float(sums[AMOUNT] / sums[EXPOSURE]) if sums[EXPOSURE] > 0 else float("nan")

    def before_after(self, arm: int) -> Found:
        """Change of one arm from before to after."""
        cells = [(self.sums[arm][1], 1), (self.sums[arm][0], -1)]
        if self.exposure is None or self.amount is None:
            return change_of(cells, self.indicator.kind, self.scale, self.level)
        own = self.arm == arm
        exposure, amount = self.exposure[own], self.amount[own]
        try:
            found = comparisons.changed_before_after(
                exposure, amount, generator=self.generator, scale=self.scale, level=self.level
            )
        except TooSmallError as error:
            return self._small(cells, error)
        return as_change(found), ()

    def between_arms(self) -> Found:
        """Followed over comparison, after: everybody who was offered counts."""
        cells = [(self.sums[FOLLOWED][1], 1), (self.sums[COMPARISON][1], -1)]
        if self.exposure is None or self.amount is None or self.arm is None:
            return change_of(cells, self.indicator.kind, self.scale, self.level)
        own = self.exposure[:, 1] > 0
        try:
            found = comparisons.randomised(
                self.exposure[own, 1],
                self.amount[own, 1],
                self.arm[own],
                generator=self.generator,
                cluster=self._clusters(own),
                scale=self.scale,
                level=self.level,
            )
        except TooSmallError as error:
            return self._small(cells, error)
        return as_change(found), ()

    def difference_in_differences(self) -> Found:
        """Change of the followed over that of the comparison group."""
        cells = [
            (self.sums[arm][period], sign * turn)
            for arm, turn in ((FOLLOWED, 1), (COMPARISON, -1))
            for period, sign in ((1, 1), (0, -1))
        ]
        if self.exposure is None or self.amount is None or self.arm is None:
            return change_of(cells, self.indicator.kind, self.scale, self.level)
        try:
            found: RatioEstimate | DifferenceEstimate = comparisons.controlled_change(
                self.exposure,
                self.amount,
                self.arm,
                generator=self.generator,
                cluster=self._clusters(np.ones(len(self.arm), dtype=bool)),
                scale=self.scale,
                level=self.level,
            )
        except TooSmallError as error:
            return change_of(cells, "refused", self.scale, self.level)[0], (self.too_small(error),)
        return as_change(found), ()

    def _small(self, cells: list[tuple[Array, int]], error: TooSmallError) -> Found:
        """Use an exact method where there is one; else say how many it takes."""
        if self.indicator.kind == "events":
            change = small_change(cells, self.level)
            if change is not None:
                return change, ()
        estimate, _ = change_of(cells, "refused", self.scale, self.level)
        return estimate, (self.too_small(error),)

    def too_small(self, error: TooSmallError) -> Refusal:
        """Turn a solver's refusal into ours; too few persons to be shown are not counted out."""
        threshold = self.config.baseline.threshold
        few = error.what.startswith("persons") and 0 < error.found < threshold
        facts = {"found": f"< {threshold}" if few else error.found, "needed": error.needed}
        return Refusal(reason=f"too_few_{error.what}", facts=facts)

    def _clusters(self, own: Flags) -> NDArray[np.int64] | None:
        """Partners as clusters if whole ones are in either arm, and they are enough."""
        if self.partner is None or self.togetherness(own)[0] != "clusters":
            return None
        return self.partner[own]

    def togetherness(self, own: Flags | None = None) -> tuple[str, dict[str, int]]:
        """Note on whether the interval lets persons of one partner change together, and why not.

        A text under ``baseline.assumes.*`` with its facts; empty if there is but one partner.
        """
        if self.partner is None or self.arm is None:
            return "no_clusters", {}
        chosen = slice(None) if own is None else own
        partner, arm = self.partner[chosen], self.arm[chosen]
        sides = [np.unique(partner[arm == side]) for side in range(len(ARMS))]
        if len(np.union1d(sides[0], sides[1])) <= 1:
            return "", {}
        if np.intersect1d(sides[0], sides[1]).size:
            return "mixed_clusters", {}
        fewest = min(len(side) for side in sides)
        note = "clusters" if fewest >= SMALLEST_CLUSTERS else "few_clusters"
        return note, {"clusters": fewest, "needed": SMALLEST_CLUSTERS}

    def without(self, kept: Flags) -> Sample:
        """Leave out persons."""
        import dataclasses

        if self.exposure is None or self.amount is None or self.arm is None:
            return self
        arm, exposure, amount = self.arm[kept], self.exposure[kept], self.amount[kept]
        return dataclasses.replace(
            self,
            sums=_sums(exposure, amount, arm),
            exposure=exposure,
            amount=amount,
            arm=arm,
            partner=None if self.partner is None else self.partner[kept],
            planned=None if self.planned is None else self.planned[kept],
            death=None if self.death is None else self.death[kept],
        )

    def with_time(self, exposure: Array) -> Sample:
        """The same amounts in other person-years."""
        import dataclasses

        if self.amount is None or self.arm is None:
            return self
        sums = _sums(exposure, self.amount, self.arm)
        return dataclasses.replace(self, sums=sums, exposure=exposure)


def _sums(exposure: Array, amount: Array, arm: NDArray[np.int64]) -> tuple[Array, Array]:
    from gevinst.baseline.moments import of_persons

    each = of_persons(amount, exposure)
    return tuple(each[arm == side].sum(axis=0) for side in range(len(ARMS)))


def sample_of(measurement: Measurement, indicator: Indicator, level: float) -> Sample:
    """Take one indicator out of a measurement."""
    moments, extract = insides(measurement)
    sums = tuple(moments.total(indicator.id, arm) for arm in ARMS)
    if extract is None:
        return Sample(
            config=measurement.config, indicator=indicator, level=level, sums=(sums[0], sums[1])
        )
    amount, exposure = persons_of(extract, indicator)
    present = (exposure > 0).any(axis=1)
    return Sample(
        config=measurement.config,
        indicator=indicator,
        level=level,
        sums=(sums[0], sums[1]),
        extract=extract,
        exposure=exposure[present],
        amount=amount[present],
        arm=extract.arm[present],
        partner=extract.partner[present],
        planned=extract.planned[present],
        death=extract.death[present],
    )
