"""Explaining a number that people add up from several of the model's: the sum, then each part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gevinst.explaining.explanation import Explanation
from gevinst.explaining.nodes import FormulaText, Node, Words


def together(parts: Sequence[Explanation], value: float, called: Words) -> Explanation:
    """One explanation of a sum, with its largest parts first.

    Parameters
    ----------
    parts : sequence of Explanation
        Of one run, in one unit; at least one, which stands for itself when it is alone.
    value : float
        The sum.
    called : Words
        What the sum is called.

    Returns
    -------
    Explanation
    """
    first = parts[0]
    if len(parts) == 1:
        return first
    children = tuple(sorted((part.root for part in parts), key=lambda node: -abs(node.value)))
    root = Node(
        quantity=first.root.quantity,
        record="",
        label=called,
        about=(),
        municipality=None,
        group=None,
        group_name=None,
        period=first.root.period,
        value=value,
        unit=first.root.unit,
        made="total",
        formula=FormulaText(words=Words("summen av delene under", "the sum of the parts below")),
        children=children,
    )
    return replace(first, root=root)
