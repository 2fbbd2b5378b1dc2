"""Invoices: exact amounts rounded to oere or kroner, the one last step that keeps the total."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gevinst.core.rounding import whole_units

UNITS_PER_KRONE = {"oere": 100, "krone": 1}


def to_unit(amounts: NDArray[np.float64], codes: tuple[str, ...], unit: str) -> NDArray[np.float64]:
    """Round amounts to whole units so that each period still adds up.

    Parameters
    ----------
    amounts
        Exact amounts in kroner, shape ``(municipality, period)``.
    codes
        Municipality codes; among equal remainders the lowest code gets the unit.
    unit
        ``"oere"`` or ``"krone"``.

    Returns
    -------
    ndarray
        Kroner in whole units, the same shape.
    """
    per_krone = UNITS_PER_KRONE[unit]
    order = np.argsort(np.argsort(np.array(codes)))
    columns = [whole_units(amounts[:, t] * per_krone, order) for t in range(amounts.shape[1])]
    return np.stack(columns, axis=1) / per_krone


def to_oere(charges: NDArray[np.float64], codes: tuple[str, ...]) -> NDArray[np.float64]:
    """Round charges to oere so that each period still adds up; see `to_unit`."""
    return to_unit(charges, codes, "oere")
