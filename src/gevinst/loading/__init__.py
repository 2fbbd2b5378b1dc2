"""From a file to a checked project, with every problem of the file in one error."""

from gevinst.loading.files import load, loads
from gevinst.loading.validating import from_tables

__all__ = ["from_tables", "load", "loads"]
