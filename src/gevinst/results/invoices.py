"""Invoices: exact charges rounded to oere, the one last step that keeps the total."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gevinst.core.rounding import whole_units

OERE_PER_KRONE = 100


def to_oere(charges: NDArray[np.float64], codes: tuple[str, ...]) -> NDArray[np.float64]:
    """Round charges to oere so that each period still adds up.

    Parameters
    ----------
    charges
        Exact charges in kroner, shape ``(municipality, period)``.
    codes
        Municipality codes; among equal remainders the lowest code gets the oere.

    Returns
    -------
    ndarray
        Kroner with whole oere, the same shape.
    """
    order = np.argsort(np.argsort(np.array(codes)))
    columns = [whole_units(charges[:, t] * OERE_PER_KRONE, order) for t in range(charges.shape[1])]
    return np.stack(columns, axis=1) / OERE_PER_KRONE
