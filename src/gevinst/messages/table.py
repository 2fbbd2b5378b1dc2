"""The one table: kind -> text in Norwegian (nb) and English (en), put together from topics."""

from gevinst.messages.arguments import ARGUMENTS
from gevinst.messages.baseline_comparing import BASELINE_COMPARING
from gevinst.messages.baseline_config import BASELINE_CONFIG
from gevinst.messages.baseline_measuring import BASELINE_MEASURING
from gevinst.messages.baseline_persons import BASELINE_PERSONS
from gevinst.messages.baseline_project import BASELINE_PROJECT
from gevinst.messages.baseline_series import BASELINE_SERIES
from gevinst.messages.baseline_statistics import BASELINE_STATISTICS
from gevinst.messages.benefit_map import BENEFIT_MAP
from gevinst.messages.benefits import BENEFITS
from gevinst.messages.coalitions import COALITIONS
from gevinst.messages.cross_checks import CROSS_CHECKS
from gevinst.messages.distributions import DISTRIBUTIONS
from gevinst.messages.extracts import EXTRACTS, REJECTIONS
from gevinst.messages.files import FILES
from gevinst.messages.output import OUTPUT
from gevinst.messages.overlaps import OVERLAPS
from gevinst.messages.prices import PRICES
from gevinst.messages.projects import PROJECTS
from gevinst.messages.results import RESULTS
from gevinst.messages.sensitivity import SENSITIVITY
from gevinst.messages.staffing import STAFFING
from gevinst.messages.terms import TERMS
from gevinst.messages.units import UNITS
from gevinst.messages.workbooks import WORKBOOKS

MESSAGES: dict[str, dict[str, str]] = {
    **FILES,
    **EXTRACTS,
    **REJECTIONS,
    **DISTRIBUTIONS,
    **PROJECTS,
    **BASELINE_CONFIG,
    **BASELINE_MEASURING,
    **BASELINE_COMPARING,
    **BASELINE_PERSONS,
    **CROSS_CHECKS,
    **BENEFITS,
    **BASELINE_PROJECT,
    **BASELINE_SERIES,
    **BASELINE_STATISTICS,
    **BENEFIT_MAP,
    **OVERLAPS,
    **PRICES,
    **UNITS,
    **RESULTS,
    **ARGUMENTS,
    **OUTPUT,
    **COALITIONS,
    **SENSITIVITY,
    **STAFFING,
    **WORKBOOKS,
}

__all__ = ["MESSAGES", "TERMS"]
