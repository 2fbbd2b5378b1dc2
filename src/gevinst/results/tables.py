"""Results as tidy tables: which quantities stand in which table, one row per value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from gevinst.catalogue import CATALOGUE
from gevinst.core.model import CASH, MUNICIPALITY_ACTOR, other_actors
from gevinst.errors import QuantityError
from gevinst.messages import nearest
from gevinst.results import invoices, wording

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

By = Literal["year", "month"]
Row = dict[str, Any]

DIMENSIONS = ("municipality", "group", "line", "role", "actor", "class")


def build(results: Results, name: str, by: By, labels: str | None) -> pd.DataFrame:
    """Make the table `name`; see `Results.table`."""
    import pandas as pd

    if name not in TABLES:
        raise QuantityError.unknown_table(name, nearest(name, TABLES), TABLES)
    if by not in ("year", "month"):
        raise QuantityError.unknown_label(
            "by", by, nearest(str(by), ("year", "month")), ("year", "month")
        )
    time = "year" if by == "year" else "period"
    rows = list(TABLES[name](results, by))
    used = [d for d in DIMENSIONS if d in COLUMNS[name]]
    frame = pd.DataFrame(rows, columns=[*used, time, "quantity", "value", "unit"])
    frame["value"] = frame["value"].astype("float64")
    if labels is not None:
        frame = wording.for_people(frame, results, labels)
    return frame


def rows_of(
    results: Results, by: By, name: str, record: str = "", called: str = "", **fixed: str
) -> Iterator[Row]:
    """One row per group, municipality and period of a quantity; `fixed` are further columns."""
    entry = CATALOGUE[name]
    if by == "month" and entry.period == "year":
        return
    values = results.rolled(name, record, by)
    frame = results.frame
    time = "year" if by == "year" else "period"
    periods: tuple[Any, ...] = frame.year_labels if by == "year" else frame.months
    for g in range(values.shape[0]):
        for m in range(values.shape[1]):
            place: Row = dict(fixed)
            if "municipality" in entry.axes:
                place["municipality"] = frame.municipalities[m]
            if "group" in entry.axes:
                place["group"] = frame.groups[g]
            for t, period in enumerate(periods):
                yield {
                    **place,
                    time: period,
                    "quantity": called or name,
                    "value": float(values[g, m, t, 0]),
                    "unit": entry.unit,
                }


def patients(results: Results, by: By) -> Iterator[Row]:
    """Patients by municipality and group."""
    names = ("eligible_patients", "target_patients", "active_patients", "starts", "stops")
    for name in (*names, "patient_time"):
        yield from rows_of(results, by, name)


def staffing(results: Results, by: By) -> Iterator[Row]:
    """Hours and positions by role."""
    for role in results.inputs.roles:
        for name in (
            "work_hours",
            "presence_hours",
            "workload_fte",
            "presence_fte",
            "needed_fte",
            "staffed_fte",
        ):
            yield from rows_of(results, by, name, role.id, role=role.id)


def costs(results: Results, by: By) -> Iterator[Row]:
    """Cost by line, funding by source, and what is left to split."""
    for line in results.records("line_cost"):
        yield from rows_of(results, by, "line_cost", line, called="cost", line=line)
    yield from rows_of(results, by, "total_cost")
    for source in results.records("funding"):
        yield from rows_of(results, by, "funding", source, line=source)
    yield from rows_of(results, by, "net_cost")


def charges(results: Results, by: By) -> Iterator[Row]:
    """What each municipality pays, exact."""
    yield from rows_of(results, by, "charge")


def invoiced(results: Results, by: By) -> Iterator[Row]:
    """What each municipality is invoiced, to the oere."""
    frame = results.frame
    exact = results.rolled("charge", "", by)[0, :, :, 0]
    rounded = invoices.to_oere(exact, results.names.codes)
    time = "year" if by == "year" else "period"
    periods: tuple[Any, ...] = frame.year_labels if by == "year" else frame.months
    for m, municipality in enumerate(frame.municipalities):
        for t, period in enumerate(periods):
            yield {
                "municipality": municipality,
                time: period,
                "quantity": "invoice",
                "value": rounded[m, t],
                "unit": "NOK",
            }


def benefits(results: Results, by: By) -> Iterator[Row]:
    """Benefit lines by place and group: events without the service, change, value."""
    for line in results.inputs.benefits:
        fixed = {"line": line.id, "actor": line.receiver, "class": line.benefit_class}
        yield from rows_of(results, by, "baseline_events", line.id, **fixed)
        yield from rows_of(results, by, "changed_events", line.id, **fixed)
        yield from rows_of(results, by, "line_benefit", line.id, called="benefit", **fixed)


def actors(results: Results, by: By) -> Iterator[Row]:
    """What each actor gains, by class, and pays; net in cash only, classes are never added."""
    own = MUNICIPALITY_ACTOR
    for record in results.records("municipality_gain"):
        fixed = {"actor": own, "class": record.partition(":")[2]}
        yield from rows_of(results, by, "municipality_gain", record, called="benefit", **fixed)
    cash = {"actor": own, "class": CASH}
    yield from rows_of(results, by, "charge_year", called="cost", **cash)
    net = f"{own}:{CASH}"
    yield from rows_of(results, by, "municipality_net_cash", net, called="net_cash", **cash)
    for record in results.records("actor_gain"):
        actor, _, benefit_class = record.partition(":")
        fixed = {"actor": actor, "class": benefit_class}
        yield from rows_of(results, by, "actor_gain", record, called="benefit", **fixed)
    for actor in other_actors(results.inputs):
        cash = {"actor": actor, "class": CASH}
        record = f"{actor}:{CASH}"
        yield from rows_of(results, by, "actor_funding", record, called="cost", **cash)
        yield from rows_of(results, by, "actor_net_cash", record, called="net_cash", **cash)


def key_figures(results: Results, by: By) -> Iterator[Row]:
    """Key figures of the year; a ratio with nothing to divide by is missing, not zero."""
    yield from rows_of(results, by, "active_patients_total")
    yield from rows_of(results, by, "patient_time_total")
    yield from rows_of(results, by, "staffed_time_total")
    for name, divisor in (
        ("patients_per_fte", "staffed_time_total"),
        ("cost_per_patient_time", "patient_time_total"),
        ("charge_per_patient_time", "patient_time_municipality"),
        ("charge_per_inhabitant", "inhabitants_year"),
    ):
        rows = rows_of(results, by, name)
        for row, below in zip(rows, rows_of(results, by, divisor), strict=True):
            yield {**row, "value": row["value"] if below["value"] else float("nan")}


TABLES: dict[str, Callable[[Results, By], Iterator[Row]]] = {
    "patients": patients,
    "staffing": staffing,
    "costs": costs,
    "charges": charges,
    "invoices": invoiced,
    "benefits": benefits,
    "actors": actors,
    "key_figures": key_figures,
}

COLUMNS: dict[str, tuple[str, ...]] = {
    "patients": ("municipality", "group"),
    "staffing": ("role",),
    "costs": ("line",),
    "charges": ("municipality",),
    "invoices": ("municipality",),
    "benefits": ("municipality", "group", "line", "actor", "class"),
    "actors": ("municipality", "actor", "class"),
    "key_figures": ("municipality",),
}
