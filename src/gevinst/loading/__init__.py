"""From a file to a checked project, with every problem of the file in one error."""

from gevinst.loading.baseline_config import load_baseline
from gevinst.loading.examples import example, example_names, example_text
from gevinst.loading.files import load, loads
from gevinst.loading.validating import from_tables

__all__ = [
    "example",
    "example_names",
    "example_text",
    "from_tables",
    "load",
    "load_baseline",
    "loads",
]
