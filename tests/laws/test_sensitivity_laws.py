"""Sensitivity: no input and no argument is there for nothing.

A model in which dropout does not move the patients can pass every other law: so every input has to
move what is paid or gained, and every argument of a formula what the formula makes, strictly, in
some project.
"""

import dataclasses
from collections.abc import Callable
from functools import cache
from itertools import product

import numpy as np
import pytest

from gevinst.axes import Array
from gevinst.catalogue import CATALOGUE
from gevinst.core import inputs as core_inputs
from gevinst.core.inputs import Inputs, Key
from gevinst.core.ledger import Ledger, MadeBy, replay
from gevinst.formula import FORMULAS
from gevinst.testing import PRICES, changed, examples, inputs, run_core

ENOUGH = 150
SOME_OF_EACH = 80
"""Price models have so many kinds that each is rare: so many for each size of a project."""
FINAL = {"charge", "amount_due", "municipality_gain", "actor_gain", "municipality_net_cash",
         "actor_net_cash", "benefit_average", "benefit_capacity", "benefit_marginal",
         "freed_hours_all", "profession_time", "longest_wait_night", "longest_wait_closure",
         "clearing_time_night", "deadline_margin", "municipality_present_net_cash",
         "actor_present_net_cash", "municipality_tax_financing_cost",
         "actor_tax_financing_cost"}  # fmt: skip
"""What is paid or gained, what bed-days and hours are worth, and how long anybody waits."""
STEPS: tuple[Callable[[Array], Array], ...] = (
    lambda array: array * 1.25,
    lambda array: array + 1 / 12,
    lambda array: array - 7 / 12,
    lambda array: array * 0,
)
"""Ways to move an argument; one of them must move the result."""

ROUNDING_STEP = 0.5


def uneven(array: Array) -> Array:
    """More for each place than for the one before: figures of a key count by their proportions."""
    return array * (1 + np.arange(array.shape[1]).reshape(1, -1, 1, 1))


OWN_STEPS: dict[str, Callable[[Array], Array]] = {
    "rounding_tolerance": lambda array: array + ROUNDING_STEP,
    "key_figure": uneven,
    "key_history": uneven,
    "key_member": uneven,
    "averaged_years": lambda array: array - 2,
    "partner_rank": lambda array: array[:, ::-1] * 1,
    "share_step": lambda array: array * 7,
    "around_the_clock": lambda array: 1 - array,
    "target_wait": lambda array: array / 100,
    "one_event": lambda array: array * 100,
    "opens": lambda array: array * 0.99,
    "closes": lambda array: array * 0.99,
}
"""Inputs of which only a change of its own kind shows: one that is small by intent, counts by its
proportions only, or moves whole people who answer."""


@cache
def projects_to_try() -> tuple[tuple[Inputs, Ledger], ...]:
    """The same projects every time, each run once."""
    tried = examples(inputs(draws=1), ENOUGH)
    for paying, years in product((2, 3, 4), (1, 2, 3)):
        any_price = inputs(draws=1, paying=paying, years=years, prices="any")
        tried += examples(any_price, SOME_OF_EACH)
    tried += examples(inputs(draws=1, paying=3, prices="cut"), SOME_OF_EACH)
    return tuple((x, run_core(x)) for x in tried)


def input_names() -> list[str]:
    """Names of all arrays that are put in, on their own or in a record."""
    records = [r for r in vars(core_inputs).values() if dataclasses.is_dataclass(r)]
    fields = [field for record in records for field in dataclasses.fields(record)]
    return sorted({field.name for field in fields if field.type == "Array"})


def differ(one: Ledger, other: Ledger) -> bool:
    """Whether anything that is paid, gained or waited differs."""
    return any(
        not np.array_equal(array, other[key])
        for key, array in one.values.items()
        if key[0] in FINAL
    )


@pytest.mark.parametrize("name", input_names())
def test_every_input_moves_what_somebody_pays_or_gains(name: str) -> None:
    """Change it, and somebody pays, gains or waits otherwise, in some project."""
    usual = STEPS[1] if CATALOGUE[name].kind == "time" else STEPS[0]
    step = OWN_STEPS.get(name, usual)

    moved = any(
        differ(made, run_core(changed(x, step, name)))
        for x, made in projects_to_try()
        if any(found == name for found, _ in made.inputs)
    )

    assert moved


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_every_argument_moves_what_its_formula_makes(name: str) -> None:
    """Each parameter of a formula changes its result, in some place of some project."""
    formula = FORMULAS[name]
    still = set(formula.parameters)

    for _, made in projects_to_try():
        for key in [k for k, p in made.producers.items() if p == MadeBy(name)]:
            result = replay(made, key)
            arguments = {p: made.argument(p, key[1]) for p in formula.parameters}
            for parameter in list(still):
                steps = [*STEPS, OWN_STEPS.get(parameter, STEPS[0])]
                for step in steps:
                    other = arguments | {parameter: step(arguments[parameter])}
                    with np.errstate(all="ignore"):  # an argument of zero may divide
                        moved = formula.function(**other)
                    if not np.array_equal(moved, result):
                        still.discard(parameter)
                        break
        if not still:
            break

    assert still == set()


@pytest.mark.parametrize("kind", ["roles", "tasks", "lines", "contributions", "keys", "benefits"])
def test_every_record_moves_something(kind: str) -> None:
    """Take a role's, a task's or a line's numbers away, and somebody pays or gains otherwise."""
    moved = 0
    for x, made in projects_to_try():
        for record in getattr(x, kind):
            if kind == "keys" and not others_count(x, record):
                continue
            without = changed(x, np.zeros_like, *zeroed(kind), record=record.id)
            moved += differ(made, run_core(without))
        if moved > ENOUGH / 5:
            break

    assert moved > ENOUGH / 5


def others_count(x: Inputs, key: Key) -> bool:
    """Whether its pool is split by another key too: somebody must carry the cost without it."""
    others = [k for k in x.keys if k.pool == key.pool and k.id != key.id]
    return any(np.all(other.key_weight > 0) for other in others)


def zeroed(kind: str) -> tuple[str, ...]:
    """What is set to zero to take away the effect of a record."""
    return {
        "roles": ("annual_wage", "other_on_costs"),
        "tasks": ("hours_per_event",),
        "lines": ("amount_per_year", "amount_per_patient_time", "kit_price", "one_off_amount"),
        "contributions": ("funding_per_year", "funding_share"),
        "keys": ("key_weight",),
        "benefits": (*PRICES,),
    }[kind]
