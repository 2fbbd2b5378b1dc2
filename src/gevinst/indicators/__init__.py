"""Indicators of digital home follow-up to measure with, each with its whole definition.

The files under ``data/`` hold one table per indicator, a file for each topic; where a definition
was read stands in ``sources.toml``, and one of our own says so.
"""

from gevinst.catalogue_entries import Text
from gevinst.indicators.listing import indicator_catalogue
from gevinst.indicators.lookup import indicator_definition, indicator_ids, known_indicators
from gevinst.indicators.records import KnownIndicator, Source

__all__ = [
    "KnownIndicator",
    "Source",
    "Text",
    "indicator_catalogue",
    "indicator_definition",
    "indicator_ids",
    "known_indicators",
]
