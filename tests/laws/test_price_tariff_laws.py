"""Tariffs: what is paid for what, at the edges of bands too, and who takes the rest."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gevinst.core import tariffs
from gevinst.core.inputs import Inputs, JoiningFee, KeyFee, PatientFee, StartFee, YearFee
from gevinst.testing import changed, equal, inputs, run_core

PRICES = ("fee_per_year", "fee_per_inhabitant", "fee_per_patient_time", "fee_per_start",
          "fee_on_joining", "fee_by_key")  # fmt: skip


def one(number: float) -> np.ndarray:
    """One number on the four axes."""
    return np.full((1, 1, 1, 1), float(number))


@given(inputs(prices="any"))
def test_the_solved_price_breaks_even_in_every_year(x: Inputs) -> None:
    """Price times patient-time, with the fees, is the cost; and every patient-year costs that."""
    made = run_core(x)
    if x.balance != "unit_price":
        return
    some = made["levelled_patient_time_total"] > 0
    size = made["total_cost_year"].max()
    of_years = made["cost_beyond_fees"].reshape(1, 1, x.frame.years, 12, -1).sum(axis=3)

    earned = made["unit_price"] * made["levelled_patient_time_total"]

    assert equal(np.where(some, earned, 0), np.where(some, of_years, 0), scale=size)
    fees = made["fees"].reshape(1, -1, x.frame.years, 12, made["fees"].shape[3]).sum(axis=3)
    own = made["unit_price"] * made["levelled_patient_time_year"]
    assert equal(made["priced_charge"].reshape(*fees.shape[:3], 12, -1).sum(axis=3), fees + own,
                 scale=size + np.abs(fees).max())  # fmt: skip


@given(inputs(prices="any"))
def test_fees_are_price_times_what_they_are_per(x: Inputs) -> None:
    """In months in which they run, for those whom they hold for."""
    made = run_core(x)
    month = x.period_length

    for fee in x.fees:
        window = (x.period_start >= fee.fee_start) & (x.period_start < fee.fee_end)
        applies = 1.0 if isinstance(fee, KeyFee) else made["fee_applies", fee.id]
        paid = made["fee", fee.id]
        if isinstance(fee, YearFee):
            expected = fee.fee_per_year * month
        elif isinstance(fee, PatientFee):
            expected = fee.fee_per_patient_time * made["charged_patients", fee.id] * month
        elif isinstance(fee, StartFee):
            expected = fee.fee_per_start * made["starts"].sum(axis=0, keepdims=True)
        elif isinstance(fee, JoiningFee):
            inside = (x.period_start <= x.joining_time) & (x.joining_time < x.period_end)
            expected = fee.fee_on_joining * inside
        elif isinstance(fee, KeyFee):
            expected = fee.fee_by_key * made["allocation_share"] * made["centre_open"] * month
        else:
            expected = fee.fee_per_inhabitant * made["inhabitants"] * month
        assert equal(paid, expected * applies * window, scale=np.abs(paid).max())


@given(inputs(prices="any"))
def test_a_joining_fee_is_paid_once_or_was_before(x: Inputs) -> None:
    """In the month of joining; who joined before the horizon pays none."""
    made = run_core(x)

    for fee in x.fees:
        if isinstance(fee, JoiningFee):
            times = (made["fee", fee.id] > 0).sum(axis=2)
            assert np.all(times <= 1)
            assert np.all(times[:, np.any(x.joining_time < 0, axis=(0, 2, 3))] == 0)


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 50))
def test_each_size_is_in_one_band_of_neighbours(low: int, width: int, size: int) -> None:
    """Whichever end is closed, a size at the edge is in one of two bands that meet there."""
    edge, end = one(low), one(low + width)
    patients, joined = one(size), one(1)

    for band in (tariffs.patients_from_lower_end, tariffs.patients_to_upper_end):
        first = band(patients, one(-1), edge)
        second = band(patients, edge, end)
        third = band(patients, end, one(1e9))
        assert first + second + third == size
    for gate in (tariffs.fee_from_lower_end, tariffs.fee_to_upper_end):
        gates = [gate(joined, patients, a, b) for a, b in
                 ((one(-1), edge), (edge, end), (end, one(1e9)))]  # fmt: skip
        assert sum(gates) == 1
    assert tariffs.fee_from_lower_end(joined, edge, edge, end) == 1
    assert tariffs.fee_to_upper_end(joined, edge, edge, end) == 0
    within = [tariffs.patients_within_band(patients, a, b) for a, b in
              ((one(0), edge), (edge, end), (end, one(1e9)))]  # fmt: skip
    assert sum(within) == size


@given(inputs(prices="any"))
def test_a_higher_price_never_earns_less(x: Inputs) -> None:
    """Every fee alone, half as much again: the fees of all are no lower in any month."""
    made = run_core(x)
    if not x.fees:
        return
    for name in PRICES:
        more = run_core(changed(x, lambda array: array * 1.5, name))
        assert np.all(more["fees_all"] >= made["fees_all"] * (1 - 1e-12))


@given(inputs(prices="any"))
def test_fees_of_nothing_leave_it_all_to_the_key(x: Inputs) -> None:
    """A tariff whose fees are zero is no tariff, where the key takes the rest."""
    x = replace(x, limits=())
    if x.balance != "key":
        return
    free = run_core(changed(x, np.zeros_like, *PRICES))
    none = run_core(replace(x, balance="", fees=()))

    size = none["total_cost"].max()
    assert equal(free["charge"], none["charge"], scale=size)


@given(inputs(prices="any"))
def test_a_surplus_is_what_the_fees_bring_beyond_the_cost(x: Inputs) -> None:
    """Without limits it is the fees less the cost, month by month."""
    x = replace(x, limits=())
    if x.balance != "surplus":
        return
    made = run_core(x)

    size = made["total_cost"].max() + np.abs(made["fees_all"]).max()
    assert equal(made["surplus"], made["fees_all"] - made["net_cost"], scale=size)
