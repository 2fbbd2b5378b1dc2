"""Explaining one number: replayed from the run, and told down to its inputs and their sources."""

from __future__ import annotations

from gevinst.errors import ArgumentError
from gevinst.explaining.asking import class_of_row, found
from gevinst.explaining.building import Builder
from gevinst.explaining.explanation import Explanation
from gevinst.explaining.labels import Labels
from gevinst.explaining.nodes import FormulaText, Node, Others, Words
from gevinst.results import Results

__all__ = ["Explanation", "FormulaText", "Node", "Others", "Words", "explain"]


def explain(
    results: Results,
    quantity: str,
    *,
    municipality: str | None = None,
    group: str | None = None,
    period: str | None = None,
    year: int | str | None = None,
    line: str | None = None,
    role: str | None = None,
    actor: str | None = None,
    benefit_class: str | None = None,
    task: str | None = None,
    key: str | None = None,
    source: str | None = None,
    pool: str | None = None,
    limit: str | None = None,
    settlement: str | None = None,
    depth: int = 3,
    **table_labels: str | None,
) -> Explanation:
    """Explain one number of a run: value, formula, inputs and sources, as a tree.

    The number is made again from what the run holds, and so is every number below it; each must
    equal the stored one bit for bit. A label may be left out where there is only one to choose.

    Parameters
    ----------
    results : Results
        From `gevinst.run`.
    quantity : str
        Name in the catalogue, for example ``"charge"``, or in a table, such as ``"cost"``: then
        the other labels of the row tell which cost.
    municipality : str, optional
        Name or code of a municipality.
    group : str, optional
        Id or name of a patient group.
    period : str, optional
        Month ``YYYY-MM``, for a monthly quantity.
    year : int or str, optional
        Year of a yearly quantity; of a monthly one, a view of its twelve months: flows are summed,
        patients and shares are a range from January to December.
    line : str, optional
        Id or name of a cost line (or role), a fee, a benefit line or a source of funding.
    role : str, optional
        Id or name of a role.
    actor : str, optional
        ``municipality``, ``gp``, ``state`` ... or the code or name of a hospital trust.
    benefit_class : str, optional
        Class of benefit of that actor: ``cash``, ``capacity`` ...
    task : str, optional
        Id or name of a task.
    key : str, optional
        Key of the price model: ``equal:month``, ``patient_months:year``,
        ``inhabitants:month:2`` (the second, with a name or members of its own) ...
    source : str, optional
        Id or name of a source of funding.
    pool : str, optional
        Id or name of a pool of cost lines; leave it out for the lines that are in none.
    limit : str, optional
        ``corridor``, ``minimum`` or ``change``.
    settlement : str, optional
        Settlement of an earlier year: its month and number, such as ``2027-03:1``.
    depth : int, default 3
        Levels shown below the number, 0 or more; the tree itself is always whole.
    **table_labels : str
        ``class``, as tables call the `benefit_class`; it is a word of Python's own, so write
        ``**{"class": "capacity"}``.

    Returns
    -------
    Explanation
        Frozen tree with ``.value``, ``.text(lang, depth)`` and ``.html(lang, depth)``; shown as
        text when printed and as a folding list in a notebook.

    Raises
    ------
    QuantityError
        The quantity or a label does not exist, is missing, or is not used by the quantity.
    CoverageError
        The month or year lies outside the horizon.
    ArgumentError
        The results are not those of a run, the depth is below 0, or no label has such a name.
    ReplayError
        A formula gives another number than the stored one: a fault in gevinst.

    Examples
    --------
    >>> import gevinst as gv
    >>> results = gv.run(gv.example("nord-troms"))
    >>> told = gv.explain(results, "charge", municipality="Skjervøy", year=2028)
    >>> told.root.formula.words.en
    'Cost to split × Allocation key'
    """
    if not isinstance(results, Results):
        raise ArgumentError("argument.not_results", found=type(results).__name__)
    if type(depth) is not int or depth < 0:
        raise ArgumentError("argument.depth", argument="depth", found=depth)
    labels = Labels(
        municipality=municipality,
        group=group,
        period=period,
        year=year,
        line=line,
        role=role,
        actor=actor,
        benefit_class=class_of_row(quantity, benefit_class, table_labels),
        task=task,
        key=key,
        source=source,
        pool=pool,
        limit=limit,
        settlement=settlement,
    )
    which, cell = found(results, quantity, labels)
    return Explanation(
        root=Builder(results, cell).node(which, cell),
        title=results.title,
        notice=results.notice,
        price_year=results.price_year,
        first_year=results.frame.first_year,
        depth=depth,
    )
