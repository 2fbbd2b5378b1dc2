"""Benefits of digital home follow-up to choose from: names and definitions, never an effect.

The files under ``data/`` hold one table per benefit, a file for each receiver; which benefits
count the same thing twice stands in ``collisions.toml``, and where a name was read in
``sources.toml``.
"""

from gevinst.catalogue_entries import Text
from gevinst.known_benefits.listing import benefit_catalogue
from gevinst.known_benefits.lookup import collision, known_benefits, names, not_found
from gevinst.known_benefits.records import RECEIVERS, KnownBenefit, NotFound, Source

__all__ = [
    "RECEIVERS",
    "KnownBenefit",
    "NotFound",
    "Source",
    "Text",
    "benefit_catalogue",
    "collision",
    "known_benefits",
    "names",
    "not_found",
]
