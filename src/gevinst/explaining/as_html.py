"""Explanations as HTML: nested lists that fold, everything escaped, nothing fetched."""

from __future__ import annotations

from html import escape

from gevinst.explaining.nodes import Language, Tree
from gevinst.explaining.outline import Branch, outline


def written(explanation: Tree, lang: Language, depth: int, *, code: bool = False) -> str:
    """Write an explanation as a piece of HTML; see `Explanation.html`.

    The whole tree is there; what lies deeper than `depth` is folded. It folds by the browser's own
    ``<details>``, which keyboards and screen readers know.
    """
    shown = outline(explanation, lang, None, code=code)
    heading = "".join(f"<p>{escape(line)}</p>" for line in shown.heading)
    tree = _branch(shown.tree, depth)
    return f'<div lang="{lang}" class="gevinst-explanation">{heading}<ul>{tree}</ul></div>'


def _branch(branch: Branch, depth: int) -> str:
    details = "".join(f"<div>{escape(detail)}</div>" for detail in branch.details)
    if not branch.children:
        return f"<li>{escape(branch.line)}{details}</li>"
    children = "".join(_branch(child, depth) for child in branch.children)
    is_open = " open" if branch.level < depth else ""
    return (
        f"<li><details{is_open}><summary>{escape(branch.line)}</summary>"
        f"{details}<ul>{children}</ul></details></li>"
    )
