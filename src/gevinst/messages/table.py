"""The one table: kind -> text in Norwegian (nb) and English (en), put together from topics."""

from gevinst.messages.files import FILES
from gevinst.messages.projects import PROJECTS
from gevinst.messages.results import RESULTS
from gevinst.messages.terms import TERMS
from gevinst.messages.units import UNITS

MESSAGES: dict[str, dict[str, str]] = {**FILES, **PROJECTS, **UNITS, **RESULTS}

__all__ = ["MESSAGES", "TERMS"]
