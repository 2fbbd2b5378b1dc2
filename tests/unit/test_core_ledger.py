"""The ledger: what a name means inside a record, and what is said of one that is not there."""

import numpy as np
import pytest

from gevinst.core.ledger import LargestOf, MadeBy, TotalOf, replay
from gevinst.core.staffing import needed_fte
from gevinst.testing import examples, inputs, run_core

X = examples(inputs(draws=1), 3)[-1]
MADE = run_core(X)
ROLE = X.roles[0].id


def test_a_name_means_the_records_own_quantity_first() -> None:
    assert MADE.find("annual_wage", ROLE) == ("annual_wage", ROLE)
    assert MADE.find("wage_index", ROLE) == ("wage_index", "")


def test_a_name_that_is_nowhere_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="no_such_thing"):
        MADE.find("no_such_thing", ROLE)
    with pytest.raises(KeyError, match="no_such_thing"):
        MADE.argument("no_such_thing", ROLE)


def test_a_quantity_without_record_may_be_asked_for_by_name_alone() -> None:
    assert MADE["total_cost"] is MADE["total_cost", ""]
    assert MADE["population"] is X.population


def test_what_made_a_quantity_is_written_down() -> None:
    assert MADE.producers["needed_fte", ROLE] == MadeBy("needed_fte")
    total = MADE.producers["total_cost", ""]
    assert isinstance(total, TotalOf)
    assert ("line_cost", ROLE) in total.parts


def test_replaying_takes_what_the_ledger_holds() -> None:
    work, presence = MADE["service_fte", ROLE], MADE["presence_fte", ROLE]

    assert np.array_equal(replay(MADE, ("needed_fte", ROLE)), needed_fte(work, presence))


def test_the_largest_of_records_is_replayed_and_that_of_none_is_zero() -> None:
    closures = [MADE["closure_after", span.id] for span in X.timetable]
    largest = MADE.producers["longest_closure", ""]

    assert isinstance(largest, LargestOf)
    assert np.array_equal(MADE["longest_closure"], np.max(closures, axis=0))
    assert np.array_equal(replay(MADE, ("longest_closure", "")), MADE["longest_closure"])
    nothing = MADE.largest("longest_night", [], ("opens", X.timetable[0].id))
    assert np.array_equal(nothing, np.zeros((1, 1, 1, 1)))
