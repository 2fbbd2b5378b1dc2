"""Random numbers of the uncertain inputs: one stream for each input's name.

The stream of an input follows from the seed and its name alone, and draw number i of it is the
same whatever is drawn before, beside or after it. Scenarios of one project therefore meet the same
random numbers, and another uncertain input changes nobody else's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from gevinst.axes import Array
from gevinst.distributions import Distribution

Sampling = Literal["random", "sobol"]
SAMPLINGS: tuple[Sampling, ...] = ("random", "sobol")
PER_STEP = 4
"""Numbers that the generator makes at a time: a block of draws starts at a multiple of it."""
TOGETHER = 64
"""Dimensions of the quasi-random sequence come in so many: one more input seldom changes it."""
_MANTISSA = 53


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampler:
    """What is uncertain in a project, and how it is drawn.

    Attributes
    ----------
    distributions : mapping of str to Distribution
        By name of the input, in the order of the file.
    paths : mapping of str to str
        Path of the value by name of the input.
    correlated : tuple of (names, factor)
        Inputs that move together, with the Cholesky factor of the correlations of their normal
        scores.
    seed : int
    sampling : {"random", "sobol"}
    """

    distributions: Mapping[str, Distribution]
    paths: Mapping[str, str]
    correlated: tuple[tuple[tuple[str, ...], Array], ...]
    seed: int
    sampling: Sampling

    def points(self, start: int, stop: int) -> dict[str, Array]:
        """Drawn numbers by path, draws `start` to `stop`; `start` is a multiple of `PER_STEP`."""
        even = self.uniforms(start, stop)
        return {
            self.paths[name]: distribution.quantile(even[name])
            for name, distribution in self.distributions.items()
        }

    def draw(self, number: int) -> dict[str, float]:
        """What was drawn in one draw, by path; the first is number 0."""
        first = number - number % PER_STEP
        points = self.points(first, first + PER_STEP)
        return {path: float(values[number - first]) for path, values in points.items()}

    def of(self, name: str, draws: int) -> Array:
        """The draws of one input."""
        if self.sampling == "random" and not any(name in names for names, _ in self.correlated):
            return self.distributions[name].quantile(uniform(self.seed, name, 0, draws))
        return self.points(0, draws)[self.paths[name]]

    def uniforms(self, start: int, stop: int) -> dict[str, Array]:
        """Uniform numbers by name, those of correlated inputs moved together."""
        if self.sampling == "sobol":
            even = _sobol(tuple(self.distributions), self.seed, start, stop)
        else:
            even = {name: uniform(self.seed, name, start, stop) for name in self.distributions}
        for names, factor in self.correlated:
            even |= zip(names, _together([even[name] for name in names], factor), strict=True)
        return even


def uniform(seed: int, name: str, start: int, stop: int) -> Array:
    """Numbers `start` to `stop` of the stream of a name, strictly between 0 and 1."""
    key = hashlib.blake2b(f"{seed}:{name}".encode(), digest_size=16).digest()
    source = np.random.Philox(key=np.frombuffer(key, dtype=np.uint64))
    source.advance(start // PER_STEP)
    raw = source.random_raw(stop - start) >> np.uint64(64 - _MANTISSA)
    return _inside(raw.astype(np.float64) / float(1 << _MANTISSA))


def _inside(even: Array) -> Array:
    """Half a step up, so that no quantile is taken at 0."""
    found: Array = np.minimum(even + 0.5 / (1 << _MANTISSA), 1 - 1.0 / (1 << _MANTISSA))
    return found


def _sobol(names: tuple[str, ...], seed: int, start: int, stop: int) -> dict[str, Array]:
    """Scrambled Sobol numbers, one dimension for each name in order."""
    from scipy.stats import qmc

    dimensions = max(-(-len(names) // TOGETHER), 1) * TOGETHER
    engine = qmc.Sobol(dimensions, scramble=True, rng=np.random.default_rng(seed))
    if start:
        engine.fast_forward(start)
    found = engine.random(1 << (stop - start - 1).bit_length())[: stop - start]
    return {name: _inside(found[:, i].copy()) for i, name in enumerate(names)}


def _together(even: list[Array], factor: Array) -> list[Array]:
    """Move uniform numbers together by a Gaussian copula; the first stays as it is."""
    from scipy.special import ndtr, ndtri

    scores = [ndtri(u) for u in even]
    moved = [even[0]]
    for i in range(1, len(scores)):
        score = factor[i, 0] * scores[0]
        for j in range(1, i + 1):
            score = score + factor[i, j] * scores[j]
        moved.append(np.clip(ndtr(score), np.finfo(np.float64).tiny, 1 - 2.0**-_MANTISSA))
    return moved
