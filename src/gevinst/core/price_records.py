"""What the price model runs on: keys, pools, the cost stack, fees and limits.

What only some keys or fees have stands in a record of its own with the same id: the figures of a
key that counts stated figures, the band of a fee that has one.
"""

from __future__ import annotations

from dataclasses import dataclass

from gevinst.axes import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a mixed key.

    Attributes
    ----------
    basis : str
        What it is shared by: a name in `gevinst.core.allocation.KEY_BASES`, or ``benefit``.
    window : str
        When it is counted: ``month``, ``year`` or ``previous_years``.
    counts : str
        Who counts: ``all`` members, ``named`` ones, or ``users``.
    pool : str
        The pool of cost lines that it splits; empty for all lines without a pool of their own.
    benefit_class : str
        Class of the benefit, where the basis is one.
    name, reference_date : str
        What the project calls it, and the date of its figures; empty if not said.
    """

    id: str
    basis: str
    window: str
    counts: str = "all"
    pool: str = ""
    benefit_class: str = ""
    name: str = ""
    reference_date: str = ""
    key_weight: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMembers:
    """Who counts in a key, where only some do."""

    id: str
    key_member: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """The figures that a key counts, where the project (or a rule) states them."""

    id: str
    key_figure: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHistory:
    """Use before the horizon, where a key is the mean of the years before.

    ``key_history`` is, for each year of the horizon, the sum over those of the years before it
    that lie before the horizon.
    """

    id: str
    key_history: Array
    averaged_years: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Cost lines with keys of their own."""

    id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overhead:
    """The host's overhead on the cost of some lines."""

    id: str
    lines: tuple[str, ...]
    overhead_share: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRounding:
    """Rounding of shares before they are multiplied with the cost."""

    id: str
    share_step: Array
    partner_rank: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWeight:
    """How much a patient-month of each partner counts when the unit price is solved."""

    id: str
    level_weight: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFee:
    """A fee per year of membership."""

    id: str
    fee_per_year: Array
    fee_start: Array
    fee_end: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class InhabitantFee:
    """A fee per inhabitant and year of membership."""

    id: str
    fee_per_inhabitant: Array
    fee_start: Array
    fee_end: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientFee:
    """A price per patient-month."""

    id: str
    fee_per_patient_time: Array
    fee_start: Array
    fee_end: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFee:
    """A price for each new patient."""

    id: str
    fee_per_start: Array
    fee_start: Array
    fee_end: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningFee:
    """A price for joining, paid once in the month of joining."""

    id: str
    fee_on_joining: Array
    fee_start: Array
    fee_end: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFee:
    """A fixed amount a year in all, split by the key."""

    id: str
    fee_by_key: Array
    fee_start: Array
    fee_end: Array


Fee = YearFee | InhabitantFee | PatientFee | StartFee | JoiningFee | KeyFee


@dataclass(frozen=True, slots=True, kw_only=True)
class InhabitantBand:
    """Numbers of inhabitants for which a fee holds; `closed` is the end that belongs to it."""

    id: str
    closed: str
    inhabitants_from: Array
    inhabitants_to: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientBand:
    """Numbers of patients for which a price holds: for all of them, or for those within."""

    id: str
    closed: str
    counts: str
    patients_from: Array
    patients_to: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Corridor:
    """How far from the mean per inhabitant a charge may lie."""

    id: str
    corridor: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumCharge:
    """The least that a partner pays for a year of membership."""

    id: str
    minimum_charge: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLimit:
    """How much a charge may change from the year before."""

    id: str
    relative_to: str
    max_rise: Array
    max_fall: Array
    last_year_charge: Array
    last_year_time: Array


Limit = Corridor | MinimumCharge | ChangeLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """Settlement of an earlier year, due in one month."""

    id: str
    settlement_amount: Array
    settlement_time: Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeVat:
    """VAT on the charges."""

    id: str
    charge_vat_rate: Array
    charge_vat_not_recovered_share: Array
