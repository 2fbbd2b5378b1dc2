"""Cost lines and contributions: what a run of the model costs beside staff, and who helps pay."""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedLine:
    """A cost that runs while the centre is open."""

    id: str
    amount_per_year: Array
    vat_rate: Array
    vat_not_recovered_share: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientLine:
    """A cost per patient-month."""

    id: str
    amount_per_patient_time: Array
    group_covered: Array
    vat_rate: Array
    vat_not_recovered_share: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class KitLine:
    """Kits with a price and a lifetime."""

    id: str
    kit_price: Array
    kit_lifetime: Array
    kits_per_patient: Array
    group_covered: Array
    vat_rate: Array
    vat_not_recovered_share: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOffLine:
    """A cost that comes once."""

    id: str
    one_off_amount: Array
    due_time: Array
    vat_rate: Array
    vat_not_recovered_share: Array


Line = FixedLine | PatientLine | KitLine | OneOffLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Money that comes off the cost before the municipalities split it.

    With a `pool` it is earmarked it; with a class in `by_benefit` the funder bears the share of
    the cost that it has of that benefit.
    """

    id: str
    funder: str
    pool: str = ""
    by_benefit: str = ""
    funding_per_year: Array
    funding_share: Array
    funding_start: Array
    funding_end: Array
