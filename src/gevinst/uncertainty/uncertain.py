"""What is uncertain in a project, ready to be drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from gevinst.axes import Array
from gevinst.distributions import Distribution
from gevinst.schema import Project
from gevinst.schema.checks.correlations import normal_correlations
from gevinst.schema.input_names import input_name, input_names
from gevinst.uncertainty.sampling import Sampler, Sampling

SINGULAR = 1e-9
"""Below this an input adds nothing of its own to those before it."""


def sampler_of(project: Project, seed: int, sampling: Sampling = "random") -> Sampler:
    """Distributions of a project's uncertain inputs by name, with their correlations."""
    values = dict(project.values())
    distributions: dict[str, Distribution] = {}
    paths = input_names(project)
    for name, path in paths.items():
        distribution = values[path].distribution
        if distribution is not None:
            distributions[name] = distribution
    return Sampler(
        distributions=distributions,
        paths={name: paths[name] for name in distributions},
        correlated=_correlated(project, distributions),
        seed=seed,
        sampling=sampling,
    )


def _correlated(
    project: Project, distributions: Mapping[str, Distribution]
) -> tuple[tuple[tuple[str, ...], Array], ...]:
    """Inputs that move together, in the order of the file, with their Cholesky factor.

    One that is certain moves with nobody.
    """
    pairs = {
        (input_name(project, one), input_name(project, other)): correlation.rank
        for correlation in project.correlations
        for one, other in [correlation.inputs]
    }
    together = {name for pair in pairs for name in pair}
    names = tuple(name for name in distributions if name in together)
    if not names:
        return ()
    scores = normal_correlations(names, pairs)
    return ((names, _factor(scores)),)


def _factor(matrix: Array) -> Array:
    """Lower triangle whose square is the matrix; an input may follow another fully."""
    size = len(matrix)
    factor = np.zeros((size, size))
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i, j] - float(factor[i, :j] @ factor[j, :j])
            if i == j:
                factor[i, i] = math.sqrt(max(rest, 0.0))
            elif factor[j, j] > SINGULAR:
                factor[i, j] = rest / factor[j, j]
    return factor
