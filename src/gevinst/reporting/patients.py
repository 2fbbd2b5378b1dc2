"""Patients: active at the end of the year, by municipality and by group."""

from __future__ import annotations

from gevinst.reporting.adding_up import adding_up
from gevinst.reporting.contents import Figure, Row, Section
from gevinst.reporting.reading import Numbers, View, figures

DECIMALS = 1


def describe_patients(view: View) -> Section:
    """One table with years as columns: municipalities, their total, and the groups in it."""
    active = view.yearly("active_patients")
    total = active.sum(axis=(0, 1))
    rows = _parts(list(view.municipalities), active.sum(axis=0), total, "plain")
    rows.append(Row(label=view.say("total"), cells=figures(total, DECIMALS), kind="total"))
    groups = view.results.frame.groups
    if len(groups) > 1:
        names = view.results.names.groups
        labels = [view.say("patients.of_which", group=names[g]) for g in groups]
        rows += _parts(labels, active.sum(axis=1), total, "part")
    table = view.by_year("patients", view.say("patients.caption"), view.say("municipality"), rows)
    return Section(id="patients", heading=view.say("patients"), blocks=(table,))


def _parts(labels: list[str], values: Numbers, total: Numbers, kind: str) -> list[Row]:
    columns = [
        adding_up([float(x) for x in values[:, t]], float(total[t]), DECIMALS)
        for t in range(values.shape[1])
    ]
    return [
        Row(
            label=label,
            cells=tuple(Figure(value=column[i], decimals=DECIMALS) for column in columns),
            kind="part" if kind == "part" else "plain",
        )
        for i, label in enumerate(labels)
    ]
