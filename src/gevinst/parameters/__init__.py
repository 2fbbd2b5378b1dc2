"""Dated values with unit and source: rates, wages, prices, deflators, definitions.

Each parameter is one YAML file under ``data/``; its path is its name, so that
``data/staffing/payroll_tax_rate.yaml`` is ``staffing.payroll_tax_rate``. A value without a
complete source is an error when it is read. What nobody could source is no parameter: it stands
in `required_inputs`, and the project file has to state it.
"""

from gevinst.catalogue_entries import Text
from gevinst.parameters.listing import table
from gevinst.parameters.lookup import load, names, number, required_inputs, value
from gevinst.parameters.price_years import PriceChange, deflators, price_change, vintages
from gevinst.parameters.records import Entry, Parameter, RequiredInput, Source

__all__ = [
    "Entry",
    "Parameter",
    "PriceChange",
    "RequiredInput",
    "Source",
    "Text",
    "deflators",
    "load",
    "names",
    "number",
    "price_change",
    "required_inputs",
    "table",
    "value",
    "vintages",
]
