"""Each design: what is observed, what was to be expected without the service, what is left."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping

import numpy as np

from gevinst.baseline.change import UNKNOWN, Basis, Change, Refusal, ThreeNumbers, as_change
from gevinst.baseline.moments import AMOUNT, EXPOSURE
from gevinst.baseline.natural import lasting, natural_score, source_population
from gevinst.baseline.sample import COMPARISON, FOLLOWED, Flags, Found, Sample
from gevinst.baseline.series_designs import interrupted_time_series, stepped_wedge
from gevinst.solvers.beyond_natural import beyond_natural, beyond_natural_of_selected
from gevinst.solvers.estimates import RatioEstimate
from gevinst.solvers.population import (
    NaturalChange,
    Population,
    natural_change,
    natural_change_of_selected,
)
from gevinst.solvers.sizes import TooSmallError

Three = Callable[[Sample], ThreeNumbers]
_NOTED = {"exact": "poisson", "quasi": "quasi", "log": "independent_periods"}


def numbers(
    sample: Sample,
    observed: Found,
    expected: Found,
    difference: Found,
    basis: Basis = "",
) -> ThreeNumbers:
    """Put the three side by side, with every reason for one that is missing, once."""
    refusals = dict.fromkeys(
        (refusal.reason, tuple(refusal.facts.items()))
        for _, reasons in (observed, expected, difference)
        for refusal in reasons
    )
    methods = (found.method for found, _ in (observed, expected, difference))
    notes = [_NOTED[method] for method in dict.fromkeys(methods) if method in _NOTED]
    if sample.indicator.kind == "improved":
        notes = []
    return ThreeNumbers(
        indicator=sample.indicator.id,
        scale=sample.scale,
        level=sample.level,
        observed=observed[0],
        expected=expected[0],
        difference=difference[0],
        basis=basis,
        refusals=tuple(Refusal(reason=r, facts=dict(facts)) for r, facts in refusals),
        notes=tuple(notes),
    )


def before_after(sample: Sample) -> ThreeNumbers:
    """Nothing is taken away: what is observed is all there is to show."""
    observed = sample.before_after(FOLLOWED)
    nothing = 1.0 if sample.scale == "ratio" else 0.0
    return numbers(sample, observed, (Change(estimate=nothing, method="assumed"), ()), observed)


def before_after_selected(sample: Sample) -> ThreeNumbers:
    """Take away what those who were selected on their use would have changed anyway."""
    kind = sample.indicator.kind
    if kind == "events":
        return _selected_counts(sample)
    observed = sample.before_after(FOLLOWED)
    natural = None
    if kind == "score":
        natural = natural_score(sample.config.population_of(sample.indicator.id))
    if natural is None:
        why = (Refusal(reason="no_population_score" if kind == "score" else "no_natural"),)
        return numbers(sample, observed, (UNKNOWN, why), (UNKNOWN, ()), "")
    expected, basis = natural
    return numbers(sample, observed, (expected, ()), (lasting(expected, observed[0]), ()), basis)


def _selected_counts(sample: Sample) -> ThreeNumbers:
    observed = sample.before_after(FOLLOWED)
    if not sample.rate(FOLLOWED, 0) > 0:
        why = (Refusal(reason="too_few_events", facts={"found": 0, "needed": 1}),)
        return numbers(sample, observed, (UNKNOWN, why), (UNKNOWN, ()), "")
    terms = sample.config.population_of(sample.indicator.id)
    population, basis = source_population(terms, sample.rate(FOLLOWED, 0), sample.generator)
    if basis == "sourced":
        population = _certain(population)
    natural = _natural(sample, population, basis)
    expected = Change(
        estimate=natural.ratio,
        low=natural.low,
        high=natural.high,
        method="model" if basis in {"measured", "sourced"} else "range",
    )
    left = _left(sample, population, natural, observed[0])
    return numbers(sample, observed, (expected, ()), left, basis)


def _certain(population: Population) -> Population:
    """One mean and one shape, without their corners."""
    one = np.array([population.mean]), np.array([population.shape])
    return dataclasses.replace(population, means=one[0], shapes=one[1])


def _natural(sample: Sample, population: Population, basis: Basis) -> NaturalChange:
    """Change to expect: from each person's own past; from the cut; or from the mean past."""
    if sample.exposure is not None and sample.amount is not None:
        own = sample.arm == FOLLOWED
        return natural_change(
            population, sample.exposure[own], sample.amount[own], level=sample.level
        )
    terms = sample.config.population_of(sample.indicator.id)
    if terms is not None and basis != "assumed":
        years = sample.config.windows.years_before
        cut = round(terms.cut.likely)
        return natural_change_of_selected(population, cut, years=years, level=sample.level)
    sums = sample.sums[FOLLOWED]
    mean_person = sums[:, [1, 2]] / sums[0, 0]
    return natural_change(
        population, mean_person[None, :, 0], mean_person[None, :, 1], level=sample.level
    )


def _left(
    sample: Sample, population: Population, natural: NaturalChange, observed: Change
) -> Found:
    if sample.exposure is not None and sample.amount is not None:
        own = sample.arm == FOLLOWED
        try:
            found = beyond_natural(
                population,
                sample.exposure[own],
                sample.amount[own],
                generator=sample.generator,
                level=sample.level,
            )
        except TooSmallError as error:
            if observed.method not in {"exact", "quasi"}:
                estimate = observed.estimate / natural.ratio
                return Change(estimate=estimate, method="refused"), (sample.too_small(error),)
        else:
            return as_change(found), ()
    if not observed.is_certain:
        return Change(estimate=observed.estimate / natural.ratio, method="refused"), ()
    seen = RatioEstimate(
        ratio=observed.estimate,
        low=observed.low,
        high=observed.high,
        p=observed.p,
        level=sample.level,
        method="exact",
        standard_error=math.nan,
        units=int(sample.sums[FOLLOWED][0, 0]),
    )
    left = as_change(beyond_natural_of_selected(seen, natural))
    return Change(
        estimate=left.estimate, low=left.low, high=left.high, p=left.p, method=observed.method
    ), ()


def comparison_group(sample: Sample) -> ThreeNumbers:
    """Take away what a comparison group changed in the same time."""
    observed = sample.before_after(FOLLOWED)
    if not sample.has(COMPARISON):
        return numbers(sample, observed, (UNKNOWN, (_NO_COMPARISON,)), (UNKNOWN, ()))
    return _together(
        sample,
        numbers(
            sample,
            observed,
            sample.before_after(COMPARISON),
            sample.difference_in_differences(),
        ),
    )


def randomised(sample: Sample) -> ThreeNumbers:
    """Compare everybody who was offered with everybody who was not, after the lot was drawn."""
    observed = sample.before_after(FOLLOWED)
    if not sample.sums[COMPARISON][1, 0] > 0:
        return numbers(sample, observed, (UNKNOWN, (_NO_COMPARISON,)), (UNKNOWN, ()))
    expected = sample.before_after(COMPARISON)
    own = None if sample.exposure is None else sample.exposure[:, 1] > 0
    return _together(sample, numbers(sample, observed, expected, sample.between_arms()), own)


def _together(sample: Sample, found: ThreeNumbers, own: Flags | None = None) -> ThreeNumbers:
    """Say whether the interval lets persons of one partner change together."""
    note, facts = sample.togetherness(own)
    if not note or not found.difference.is_certain:
        return found
    return dataclasses.replace(found, notes=(*found.notes, note), facts=facts)


_NO_COMPARISON = Refusal(reason="no_comparison")


def improved(sample: Sample) -> ThreeNumbers:
    """Persons who became better: a share with its exact interval, nothing to take away."""
    from gevinst.baseline.figures import figure

    found = figure(sample.sums[FOLLOWED][1], "improved", sample.level)
    share = Change(estimate=found.estimate, low=found.low, high=found.high, method=found.method)
    unknown = (UNKNOWN, (Refusal(reason="share_improved"),))
    return numbers(sample, (share, ()), unknown, (UNKNOWN, ()))


DESIGNS: Mapping[str, Three] = {
    "randomised": randomised,
    "stepped_wedge": lambda sample: stepped_wedge(sample, numbers),
    "comparison_group": comparison_group,
    "interrupted_time_series": lambda sample: interrupted_time_series(sample, numbers),
    "before_after": before_after,
    "before_after_selected": before_after_selected,
}
"""Design -> its three numbers."""


NEW = "new"
"""Note of what was not done before at all: it has an amount, and no ratio."""


def new_work(sample: Sample) -> ThreeNumbers:
    """What was never done before, such as the centre's own time: how much it is now."""
    from gevinst.baseline.figures import figure

    found = figure(sample.sums[FOLLOWED][1], sample.indicator.kind, sample.level)
    now = Change(estimate=found.estimate, low=found.low, high=found.high, method=found.method)
    nothing = Change(estimate=0.0, method="assumed")
    why = (Refusal(reason=found.reason),) if found.reason else ()
    together = numbers(sample, (now, why), (nothing, ()), (now, ()))
    return dataclasses.replace(
        together, scale="difference", notes=(NEW,), unit=sample.indicator.unit
    )


def _is_new(sample: Sample) -> bool:
    """Whether nobody had any of it before, in either arm, and those followed have some after."""
    before = [sums[0] for sums in sample.sums]
    had_time = before[FOLLOWED][EXPOSURE] > 0
    none = not any(sums[AMOUNT] for sums in before) and not sample.sums[COMPARISON][1][AMOUNT]
    return bool(had_time and none and sample.sums[FOLLOWED][1][AMOUNT] > 0)


def three_numbers(sample: Sample, design: str) -> ThreeNumbers:
    """Work out one indicator by one design."""
    if sample.indicator.kind == "improved":
        return improved(sample)
    if sample.indicator.is_rate and _is_new(sample):
        return new_work(sample)
    return DESIGNS[design](sample)
