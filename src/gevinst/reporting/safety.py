"""Text from a project made safe to show, without harming what we write ourselves."""

from __future__ import annotations

from gevinst.messages import visible

NO_BREAK_SPACE = "\u00a0"
_LONG = 4000


def safe(text: str) -> str:
    r"""One line of text with whatever a terminal or a reader could be fooled by written out.

    The no-break space inside our numbers stays.

    Examples
    --------
    >>> safe("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return NO_BREAK_SPACE.join(visible(part, _LONG) for part in text.split(NO_BREAK_SPACE))
