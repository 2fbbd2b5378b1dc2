"""Running a project: assemble, service, settle, and the check that all cost is shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from gevinst.assemble import Assembly, assemble
from gevinst.coalitions import with_rule_applied
from gevinst.core.appraising import appraise
from gevinst.core.model import quality, service, settle
from gevinst.errors import ArgumentError
from gevinst.refusing import refuse_impossible_limits, refuse_undefined_keys
from gevinst.results import Origin, Results
from gevinst.schema import Project
from gevinst.schema.input_names import followers, with_followers
from gevinst.units import canonical_unit


def run(project: Project) -> Results:
    """Run the whole model on a project, at the likely value of every input.

    Parameters
    ----------
    project : Project
        From `gevinst.load` or `gevinst.example`.

    Returns
    -------
    Results
        Every quantity of the run, as tables and arrays; it can be explained.

    Raises
    ------
    CoverageError
        There is cost to share in a period in which a key has no basis, or no charges can meet the
        limits of the price model.
    ParameterError
        A parameter that the model needs has no value on the project's date.
    ProjectError
        The price is by a rule on the cost of groups, and a partner states no payroll-tax zone.
    ArgumentError
        It is no project, or the rule has no answer for these costs, such as the nucleolus where
        somebody has to pay more than alone.

    Notes
    -----
    A rule on the cost of groups (``rule = "shapley"`` and so on) is turned into agreed shares
    first: of the horizon's cost, at likely values, the same in every month and draw. The key's
    source says so.

    Examples
    --------
    >>> import gevinst as gv
    >>> results = gv.run(gv.example("nord-troms"))
    >>> charges = results.table("charges")
    >>> list(charges.columns)
    ['municipality', 'year', 'quantity', 'value', 'unit']
    """
    if not isinstance(project, Project):
        raise ArgumentError("argument.not_project", found=type(project).__name__)
    return _results(project, assemble(with_rule_applied(project)))


def run_at(project: Project, points: Mapping[str, float], note: str) -> Results:
    """Run a project at other numbers than the likely ones; the sources of these say so.

    Parameters
    ----------
    project : Project
    points : mapping of str to float
        By path of the input, canonical.
    note : str
        What the numbers are, such as ``"trekning 12 av 10000"``.
    """
    every = with_followers(points, followers(project))
    placed = {path: np.array([number]) for path, number in every.items()}
    assembly = assemble(with_rule_applied(project), placed)
    provenance = {
        key: {cell: _at_point(origin, every, note) for cell, origin in cells.items()}
        for key, cells in assembly.provenance.items()
    }
    return _results(project, replace(assembly, provenance=provenance))


def _at_point(origin: Origin, points: Mapping[str, float], note: str) -> Origin:
    if origin.path not in points:
        return origin
    unit = "" if origin.unit == "1" else f" {canonical_unit(origin.unit)}"
    given = f"{points[origin.path]:.6g}{unit}"
    notes = (f"{note}; i prosjektet står {origin.given}", origin.note)
    return replace(origin, given=given, note=". ".join(text for text in notes if text))


def _results(project: Project, assembly: Assembly) -> Results:
    x = assembly.inputs
    ledger = quality(x, appraise(x, settle(x, service(x))))
    refuse_undefined_keys(ledger)
    refuse_impossible_limits(ledger)
    for array in (*ledger.inputs.values(), *ledger.values.values()):
        array.setflags(write=False)
    return Results(
        title=project.project.name,
        notice=project.project.notice or "",
        price_year=project.price_year,
        date=str(project.project.date),
        checksum=project.checksum,
        names=assembly.names,
        ledger=ledger,
        provenance=assembly.provenance,
    )
