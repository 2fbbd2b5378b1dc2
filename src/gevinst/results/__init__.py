"""What a run gives back: every quantity, its labels and sources, as arrays and as tables."""

from gevinst.results.record import Names, Origin, QuantityRecord, Results

__all__ = ["Names", "Origin", "QuantityRecord", "Results"]
