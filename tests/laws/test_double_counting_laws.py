"""Laws of the guard against counting twice."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gevinst.known_benefits import known_benefits
from gevinst.schema.checks.reading import Draft
from gevinst.schema.overlaps import RULES, Line, _comparable, accepted, overlaps
from gevinst.testing import project_tables

ACTORS = ("municipality", "unn", "patient", "society")
UNITS = ("admission", "bed_day", "visit", "work_hour", "trip", "km", "qaly", "event", "")
CLASSES = ("cash", "capacity", "avoided_growth", "quality_priced", "quality_unpriced", "transfer")


@st.composite
def guarded(draw: st.DrawFn) -> Line:
    """A line as the guard sees it."""
    known = draw(st.sampled_from(["", "", *known_benefits()]))
    groups = draw(
        st.sampled_from([None, frozenset({"a"}), frozenset({"b"}), frozenset({"a", "b"})])
    )
    text = st.sampled_from(["", "x", "y"])
    return Line(
        id=draw(st.sampled_from(["l", "m", "n"])),
        name="Linje",
        location=("benefits", 0),
        kind=draw(st.sampled_from(["events", "hours", "loop", "described"])),
        unit=known_benefits()[known].unit if known else draw(st.sampled_from(UNITS)),
        benefit_class=draw(st.sampled_from(CLASSES)),
        receivers=frozenset(draw(st.sets(st.sampled_from(ACTORS), min_size=1, max_size=2))),
        groups=groups,
        direction=draw(st.sampled_from([-1, 0, 1])),
        indicator=draw(text),
        known=known,
        replaces=draw(text),
    )


@given(guarded(), guarded())
def test_every_rule_says_the_same_of_two_lines_in_either_order(one: Line, other: Line) -> None:
    """Which line comes first in the file decides nothing."""
    assert _comparable(one, other) == _comparable(other, one)
    for _, _, holds in RULES:
        assert holds(one, other) == holds(other, one)


@given(project_tables())
def test_a_project_whose_overlaps_are_settled_has_none_left(raw: dict[str, Any]) -> None:
    """The strategies of the laws make projects that the guard lets through."""
    draft = Draft(raw)
    settled = accepted(draft)

    left = [o for o in overlaps(draft) if frozenset((o.one.id, o.other.id)) not in settled]

    assert not [overlap.rule for overlap in left if overlap.is_error]


@given(project_tables())
def test_patients_of_two_groups_are_never_counted_twice(raw: dict[str, Any]) -> None:
    """Give every line another group than the others, and nothing overlaps."""
    apart = [table | {"groups": [f"gruppe_{i}"]} for i, table in enumerate(raw.get("benefits", []))]

    assert list(overlaps(Draft({"benefits": apart}))) == []


@given(project_tables())
def test_a_line_and_its_copy_are_the_same_benefit(raw: dict[str, Any]) -> None:
    """Whatever it counts, to state it twice is to count it twice."""
    for table in raw.get("benefits", []):
        copied = [table, table | {"id": "kopi"}]

        found = [overlap.rule for overlap in overlaps(Draft({"benefits": copied}))]

        assert found == ["same_benefit"]
