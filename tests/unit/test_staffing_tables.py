"""Tables of work and staffing: they add up, say what decides, and are ready for a roster."""

from dataclasses import replace

import numpy as np
import pytest

import gevinst as gv
from gevinst.core.inputs import OpenSpan
from gevinst.results import Results
from gevinst.results.binding import BINDINGS, bindings, months_decided
from gevinst.results.presence import HOURS_IN_DAY, WEEKDAYS, open_shares

EXAMPLES = ("nord-troms", "hallingdal", "mila")


@pytest.fixture(scope="module", params=EXAMPLES)
def results(request: pytest.FixtureRequest) -> Results:
    return gv.run(gv.example(request.param))


@pytest.fixture(scope="module")
def small() -> Results:
    return gv.run(gv.example("nord-troms"))


def with_decisions(results: Results, need: list[float], decides: list[str]) -> Results:
    """The run with other needs, and what decides, in the first year of its first role."""
    role = results.inputs.roles[0].id
    values = dict(results.ledger.values)
    for quantity in (*BINDINGS.values(), "needed_fte"):
        values[quantity, role] = values[quantity, role].copy()
    for t, name in enumerate(decides):
        values["needed_fte", role][0, 0, t, 0] = need[t]
        for binding, quantity in BINDINGS.items():
            values[quantity, role][0, 0, t, 0] = float(binding == name)
    ledger = type(results.ledger)(results.inputs)
    ledger.values, ledger.producers = values, results.ledger.producers
    return replace(results, ledger=ledger)


@pytest.mark.parametrize("by", ["year", "month"])
def test_hours_of_tasks_and_of_classes_add_up_to_the_hours_of_the_role(
    results: Results, by: str
) -> None:
    """Nobody's work is counted twice or left out, in any month or year."""
    table = results.table("workload", by=by)  # type: ignore[arg-type]
    when = "year" if by == "year" else "period"

    hours = table[table["quantity"] == "task_hours"].groupby(["role", when])["value"].sum()
    classes = table[table["quantity"].isin(["immediate_hours", "deferrable_hours",
                                            "scheduled_hours"])]  # fmt: skip
    whole = table[table["quantity"] == "work_hours"].groupby(["role", when])["value"].sum()

    assert (whole > 0).any()
    assert hours.to_numpy() == pytest.approx(whole.to_numpy(), rel=1e-12)
    by_class = classes.groupby(["role", when])["value"].sum()
    assert by_class.to_numpy() == pytest.approx(whole.to_numpy(), rel=1e-12)


def test_hours_of_a_class_are_those_of_its_tasks(results: Results) -> None:
    """The column class may be pivoted: the tasks of a class are the hours of the class."""
    table = results.table("workload")
    tasks = table[table["quantity"] == "task_hours"]

    for name in ("immediate", "deferrable", "scheduled"):
        role_rows = table[table["quantity"] == f"{name}_hours"]
        assert set(role_rows["class"]) == {name}
        of_class = tasks[tasks["class"] == name]["value"].sum()
        assert role_rows["value"].sum() == pytest.approx(of_class, rel=1e-12)


def test_need_and_positions_both_stand_with_what_decides(small: Results) -> None:
    """The need as a fraction, the positions in steps; the answering target decides in 2028."""
    table = small.table("staffing")

    row = table[(table["role"] == "sykepleier") & (table["year"] == 2028)].set_index("quantity")
    assert row.loc["needed_fte", "value"] == pytest.approx(row.loc["queue_fte", "value"])
    assert row.loc["staffed_fte", "value"] > row.loc["needed_fte", "value"]
    assert set(row["binding"]) == {"queue"}
    assert row.loc["queue_decides", "value"] == 1
    named = small.table("staffing", labels="nb")
    assert set(named["Avgjøres av"]) <= {"svarfristen", "hele stillingssteg", "arbeidsmengden"}


def test_what_decides_in_a_month_is_the_quantity_that_is_one(results: Results) -> None:
    """The text says what the model says, and nothing decides where nobody is staffed."""
    table = results.table("staffing", by="month")

    wide = table.pivot_table(index=["role", "period", "binding"], columns="quantity",
                             values="value").reset_index()  # fmt: skip
    for binding, quantity in BINDINGS.items():
        assert ((wide["binding"] == binding) == (wide[quantity] == 1)).all()
    assert ((wide["binding"] == "none") == (wide["staffed_fte"] == 0)).all()


def test_by_year_most_months_decide_and_the_largest_need_breaks_ties(small: Results) -> None:
    """Documented: the mode, and of equals what decides in the month with the largest need."""
    role = small.inputs.roles[0].id
    rising = [1.0 + t / 10 for t in range(12)]
    most = ["workload"] * 5 + ["presence"] * 7
    tied = ["none"] * 2 + ["queue"] * 5 + ["workload"] * 5

    clear = with_decisions(small, rising, most)
    equal = with_decisions(small, rising, tied)
    falling = with_decisions(small, rising[::-1], tied)
    nobody = with_decisions(small, [0.0] * 12, ["none"] * 12)

    assert bindings(clear, role, "year")[0] == "presence"
    assert months_decided(clear, role)[0] == (7, 12)
    assert bindings(equal, role, "year")[0] == "workload"
    assert bindings(falling, role, "year")[0] == "queue"
    assert months_decided(equal, role)[0] == (5, 10)
    assert bindings(nobody, role, "year")[0] == "none"
    assert months_decided(nobody, role)[0] == (0, 0)


def test_presence_over_the_week_is_the_presence_of_the_opening_hours(results: Results) -> None:
    """A week's hours of people present are those that the positions give, to the minute."""
    weekly = float(results.ledger["weekly_opening_hours"].flat[0])
    table = results.table("presence", by="month")

    for quantity in ("needed_presence", "staffed_presence"):
        for role in results.inputs.roles:
            rows = table[(table["quantity"] == quantity) & (table["role"] == role.id)]
            persons = results.quantity(quantity, role.id).values[0, 0, :, 0]
            by_month = rows.groupby("period", sort=False)["value"].sum().to_numpy()
            assert by_month == pytest.approx(persons * weekly, rel=1e-12)


def test_a_partly_open_hour_counts_by_its_open_share(small: Results) -> None:
    """The centre closes at half past three: half of the hour from three."""
    table = small.table("presence")
    year = table[(table["year"] == 2028) & (table["role"] == "sykepleier")]
    monday = year[(year["weekday"] == "monday") & (year["quantity"] == "staffed_presence")]

    value = dict(zip(monday["hour"], monday["value"], strict=True))
    told = gv.explain(small, "staffed_presence", role="sykepleier", year=2028).value
    assert sorted(value) == list(range(8, 16))
    assert value[8] == pytest.approx(told, rel=1e-12)
    assert value[15] == pytest.approx(told / 2, rel=1e-12)
    assert "saturday" not in set(year["weekday"])


def span(name: str, day: int, opens: float, closes: float) -> OpenSpan:
    """Open between two times of a day."""
    opening, closing = (np.full((1, 1, 1, 1), hour) for hour in (opens, closes))
    nothing = np.zeros((1, 1, 1, 1))
    return OpenSpan(
        id=name, day=day, opens=opening, closes=closing,
        hours_to_next_midnight=nothing, new_opening_day=nothing,
    )  # fmt: skip


def test_open_shares_of_split_and_round_the_clock_days() -> None:
    """Two spans within one hour add up; a day of 24 hours fills every hour."""
    spans = (
        span("a", 0, 8.25, 8.5),
        span("b", 0, 8.75, 10.0),
        span("c", 6, 0.0, 24.0),
    )

    shares = open_shares(spans)

    assert shares.shape == (len(WEEKDAYS), HOURS_IN_DAY)
    assert list(shares[0, 7:11]) == [0, 0.5, 1, 0]
    assert np.all(shares[6] == 1)
    assert shares.sum() == pytest.approx(24 + 1.5)


def test_the_longest_wait_is_the_closure_or_the_time_to_clear_it(results: Results) -> None:
    """What comes first after closing waits until opening, what comes last until it is cleared."""
    made = results.ledger
    closures = ("night", made["longest_night"]), ("closure", made["longest_closure"])
    for role in results.inputs.roles:
        comes = results.quantity("closed_hours", role.id).values > 0
        for name, closed in closures:
            waits = results.quantity(f"longest_wait_{name}", role.id).values
            clearing = results.quantity(f"clearing_time_{name}", role.id).values
            assert np.array_equal(waits, np.where(comes, np.maximum(closed, clearing), 0))


def test_answering_is_told_in_persons_and_hours(small: Results) -> None:
    """Waits that pass while the centre is closed are hours, not opening hours."""
    table = small.table("answering", labels="nb")

    unit = dict(zip(table["Størrelse"], table["Enhet"], strict=True))
    assert unit["Personer som kan svare"] == "personer"
    assert unit["Lengste ventetid over en helg"] == "timer"
    assert unit["Tid for å ta igjen en helg"] == "åpningstimer"
    assert set(small.table("answering")["task"].dropna()) == {"gjennomgang"}


def test_a_row_of_the_workload_says_the_right_role_and_class(small: Results) -> None:
    """Labels that a row has besides its task have to be right."""
    asked = {"task": "varsler", "year": 2028}

    assert gv.explain(small, "task_hours", role="sykepleier", **{"class": "immediate"}, **asked)
    for wrong in ({"role": "leder"}, {"class": "scheduled"}):
        with pytest.raises(gv.errors.QuantityError):
            gv.explain(small, "task_hours", **wrong, **asked)
