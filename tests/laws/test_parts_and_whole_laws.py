"""Parts and whole: what is split up adds up again, and each part is what it would be alone."""

from dataclasses import replace

import numpy as np
from hypothesis import given

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE
from gevinst.core.inputs import Inputs, map_arrays
from gevinst.testing import changed, equal, in_order, inputs, only, run_core

AMOUNTS = (
    "annual_wage",
    "other_on_costs",
    "amount_per_year",
    "amount_per_patient_time",
    "kit_price",
    "one_off_amount",
)
UNPRICED = "quality_unpriced"
YEARLY = {
    "line_cost": "line_cost_year",
    "total_cost": "total_cost_year",
    "funding": "funding_year",
    "fundable_cost": "fundable_cost_year",
    "funding_granted": "funding_granted_year",
    "charge": "charge_year",
    "patient_time": "patient_time_year",
    "staffed_time": "staffed_time_year",
}


def nothing(array: Array) -> Array:
    """The array with zero everywhere."""
    return np.zeros_like(array)


@given(inputs())
def test_each_cost_line_alone_adds_up_to_the_cost(x: Inputs) -> None:
    """The cost with one line at a time, the others zero, adds up to the cost of all."""
    lines = [record.id for record in (*x.roles, *x.lines)]

    alone = []
    for line in lines:
        others = [other for other in lines if other != line]
        without = x
        for other in others:
            without = changed(without, nothing, *AMOUNTS, record=other)
        alone.append(run_core(without)["total_cost"])

    assert equal(sum(alone), run_core(x)["total_cost"])


@given(inputs())
def test_lines_add_up_to_the_cost(x: Inputs) -> None:
    """The lines that are shown add up to the total that is shown."""
    made = run_core(x)

    lines = sum(array for (name, _), array in made.values.items() if name == "line_cost")

    assert equal(lines, made["total_cost"])


@given(inputs())
def test_tasks_add_up_to_the_hours_of_the_role(x: Inputs) -> None:
    """Each task is work for its role, and for no other."""
    made = run_core(x)

    for role in x.roles:
        hours = sum(made["task_hours", task.id] for task in x.tasks if task.role == role.id)
        assert equal(made["work_hours", role.id], hours)


@given(inputs())
def test_actors_classes_and_groups_add_up_to_the_benefits(x: Inputs) -> None:
    """All that is gained is gained by somebody, once, whatever its class; transfers cancel."""
    made = run_core(x)
    sizes = sum(np.abs(made["line_benefit", line.id]).sum() for line in x.benefits)
    lasting = [line for line in x.benefits if line.benefit_class not in {"transfer", UNPRICED}]

    benefits = sum(made["line_benefit", line.id].sum(axis=(0, 1)) for line in lasting)
    gains = sum(
        array.sum(axis=(0, 1))
        for (name, _), array in made.values.items()
        if name in {"municipality_gain", "actor_gain"}
    )

    assert equal(benefits, gains, scale=sizes)


@given(inputs())
def test_each_class_of_an_actor_holds_its_own_lines_only(x: Inputs) -> None:
    """Money, capacity and quality are never added: a line counts in its own class only."""
    made = run_core(x)

    for (name, record), place in made.values.items():
        if name != "gain_by_place":
            continue
        actor, _, kind = record.partition(":")
        lines = [line for line in x.benefits if line.benefit_class == kind]
        got = sum(made["line_benefit", line.id] for line in lines if line.receiver == actor)
        given_up = sum(made["line_benefit", b.id] for b in lines if b.counterparty == actor)
        size = sum(np.abs(made["line_benefit", line.id]) for line in lines)
        assert equal(place, got - given_up, scale=size), record


@given(inputs())
def test_each_benefit_line_alone_is_what_it_is_among_others(x: Inputs) -> None:
    """One line changes nothing in another."""
    made = run_core(x)

    for line in x.benefits:
        alone = run_core(only(x, "benefits", line.id))
        assert np.array_equal(alone["line_benefit", line.id], made["line_benefit", line.id])


@given(inputs())
def test_months_add_up_to_the_year(x: Inputs) -> None:
    """An amount of the year is the sum of its twelve months."""
    made = run_core(x)

    for (name, record), monthly in made.values.items():
        if name in YEARLY:
            by_year = monthly.reshape(*monthly.shape[:2], x.frame.years, 12, -1)
            assert equal(by_year.sum(axis=3), made[YEARLY[name], record])


@given(inputs())
def test_the_year_ends_as_december_does(x: Inputs) -> None:
    """Patients and inhabitants of the year are those of its last month."""
    made = run_core(x)

    for monthly, yearly in (
        ("active_patients", "active_patients_year"),
        ("inhabitants", "inhabitants_year"),
    ):
        assert np.array_equal(made[monthly][:, :, 11::12], made[yearly])


@given(inputs())
def test_totals_are_the_sums_over_places_and_groups(x: Inputs) -> None:
    """What is said of all is the sum of what is said of each."""
    made = run_core(x)

    for part, total, axes in (
        ("patient_time", "patient_time_all", (1,)),
        ("starts", "starts_all", (1,)),
        ("stops", "stops_all", (1,)),
        ("joined", "partners_joined", (1,)),
        ("active_patients_year", "active_patients_total", (0, 1)),
        ("patient_time_year", "patient_time_municipality", (0,)),
        ("patient_time_year", "patient_time_total", (0, 1)),
    ):
        assert equal(made[part].sum(axis=axes, keepdims=True), made[total])
    for key in x.keys:
        basis, total = made["key_basis", key.id], made["key_basis_total", key.id]
        assert equal(basis.sum(axis=1, keepdims=True), total)
    roles = sum(made["staffed_time_year", role.id] for role in x.roles)
    assert equal(roles, made["staffed_time_total"])


@given(inputs())
def test_each_group_alone_has_the_patients_that_it_has_among_others(x: Inputs) -> None:
    """Groups share the centre and its cost, not patients."""
    together = run_core(x)["active_patients"]

    for g, group in enumerate(x.frame.groups):

        def of_group(name: str, _record: str, array: Array, g: int = g) -> Array:
            spans = "group" in CATALOGUE[name].axes and array.shape[0] > 1
            return array[g : g + 1] if spans else array

        alone = replace(map_arrays(x, of_group), frame=replace(x.frame, groups=(group,)))

        assert np.array_equal(run_core(alone)["active_patients"], together[g : g + 1])


@given(inputs())
def test_each_municipality_alone_has_the_patients_that_it_has_among_others(x: Inputs) -> None:
    """So do municipalities."""
    together = run_core(x)["active_patients"]

    for m in range(len(x.frame.municipalities)):
        alone = run_core(in_order(x, [m]))["active_patients"]

        assert np.array_equal(alone, together[:, m : m + 1])


@given(inputs())
def test_shares_of_the_key_add_up_to_one(x: Inputs) -> None:
    """Whenever anything is to be split by a key, all of it is."""
    made = run_core(x)

    for key in x.keys:
        shares = made["key_share", key.id].sum(axis=1)
        split = made["key_basis_total", key.id][:, 0] > 0
        assert equal(shares, np.where(split, 1.0, 0.0))
    assert equal(sum(made["weighted_key_share", k.id] for k in x.keys), made["allocation_share"])


@given(inputs())
def test_a_key_counts_what_its_name_says(x: Inputs) -> None:
    """Members once each, their inhabitants, or their patient time; in the month or in the year."""
    made = run_core(x)
    counted = {
        "equal": made["joined"],
        "inhabitants": made["inhabitants"] * made["joined"],
        "patient_months": made["patient_time"].sum(axis=0, keepdims=True),
    }

    for key in x.keys:
        basis = counted[key.basis]
        if key.window == "year":
            years = basis.reshape(*basis.shape[:2], x.frame.years, 12, -1).sum(axis=3)
            basis = np.repeat(years, 12, axis=2)
        assert equal(made["key_basis", key.id], basis)
