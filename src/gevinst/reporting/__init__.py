"""Reports: results described as frozen data, and rendered as text or as one HTML page."""

from gevinst.reporting.assumptions import assumptions_of
from gevinst.reporting.checking import checked_text
from gevinst.reporting.describe import describe
from gevinst.reporting.page import render_page
from gevinst.reporting.terminal import render_text

__all__ = ["assumptions_of", "checked_text", "describe", "render_page", "render_text"]
