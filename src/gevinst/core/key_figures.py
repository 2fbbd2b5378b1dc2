"""Key figures of the year: what the results come to per patient, position and inhabitant."""

from __future__ import annotations

from gevinst.axes import GROUP, MUNICIPALITY, Array, per_year, safe_ratio, total_over, year_end
from gevinst.formula import formula


@formula()
def active_patients_year(active_patients: Array) -> Array:
    """Active patients at the end of December."""
    return year_end(active_patients)


@formula()
def active_patients_total(active_patients_year: Array) -> Array:
    """Active patients at the end of December, all groups and municipalities."""
    return total_over(active_patients_year, GROUP, MUNICIPALITY)


@formula()
def patient_time_municipality(patient_time_year: Array) -> Array:
    """Patient-years of the municipality, all groups."""
    return total_over(patient_time_year, GROUP)


@formula()
def patient_time_total(patient_time_year: Array) -> Array:
    """Patient-years, all groups and municipalities."""
    return total_over(patient_time_year, GROUP, MUNICIPALITY)


@formula()
def staffed_time(staffed_fte: Array, period_length: Array) -> Array:
    """Positions times the length of the month."""
    return staffed_fte * period_length


@formula()
def staffed_time_year(staffed_time: Array) -> Array:
    """Positions over the year: its mean number of positions."""
    return per_year(staffed_time)


@formula()
def inhabitants_year(inhabitants: Array) -> Array:
    """Inhabitants that the year is counted with."""
    return year_end(inhabitants)


@formula()
def patients_per_fte(patient_time_total: Array, staffed_time_total: Array) -> Array:
    """How many patients a position follows, as a result; zero where nobody is employed."""
    return safe_ratio(patient_time_total, staffed_time_total, when_zero=0)


@formula()
def cost_per_patient_time(total_cost_year: Array, patient_time_total: Array) -> Array:
    """Cost of following one patient for a year; zero where there are no patients."""
    return safe_ratio(total_cost_year, patient_time_total, when_zero=0)


@formula()
def charge_per_patient_time(charge_year: Array, patient_time_municipality: Array) -> Array:
    """What the municipality pays per patient-year; zero where it has no patients."""
    return safe_ratio(charge_year, patient_time_municipality, when_zero=0)


@formula()
def charge_per_inhabitant(charge_year: Array, inhabitants_year: Array) -> Array:
    """What the municipality pays per inhabitant."""
    return safe_ratio(charge_year, inhabitants_year, when_zero=0)
