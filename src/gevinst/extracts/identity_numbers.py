"""Whether a column of ids holds national identity numbers, which must not be here at all."""

from __future__ import annotations

import numpy as np
import polars as pl

_LENGTH = 11
_FEWEST = 5
_MOST_SHARE = 0.5
# Weights of the two check digits: Skatteetaten, «Fødselsnummer», the number's control digits.
_FIRST = np.array([3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0])
_SECOND = np.array([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
_MODULUS = 11


def are_national(ids: pl.Series) -> bool:
    """Tell whether most of the ids have eleven digits and the check digits of such numbers.

    A pseudonym of eleven digits passes by chance one time in 121, so half of them never do.
    """
    eleven = ids.filter(ids.str.contains(r"^\d{11}$").fill_null(value=False))
    if len(eleven) < max(_FEWEST, _MOST_SHARE * len(ids)):
        return False
    number = eleven.cast(pl.Int64).to_numpy()
    digits = number[:, None] // 10 ** np.arange(_LENGTH - 1, -1, -1) % 10
    valid = (digits @ _FIRST % _MODULUS == 0) & (digits @ _SECOND % _MODULUS == 0)
    return bool(valid.mean() > _MOST_SHARE)
