"""Plain tables as TOML text, to be pasted into a project file."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    r"""Write lists of tables as TOML, each under its heading in two brackets.

    Parameters
    ----------
    tables : mapping of str to sequence of mapping
        Texts, numbers, truth values, dates, lists and tables of such.

    Examples
    --------
    >>> print(toml_text({"measurements": [{"id": "a", "rate": {"likely": 1.5}}]}))
    [[measurements]]
    id = "a"
    rate = { likely = 1.5 }
    <BLANKLINE>
    """
    parts = []
    for name, rows in tables.items():
        for row in rows:
            lines = [f"[[{_key(name)}]]"]
            lines += [f"{_key(key)} = {_value(content)}" for key, content in row.items()]
            parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(text: str) -> str:
    """Quote a text; what JSON escapes, TOML reads alike, but for the delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(content: object) -> str:
    match content:
        case bool():
            return "true" if content else "false"
        case str():
            return _quoted(content)
        case int() | float():
            return repr(content)
        case dt.date():
            return content.isoformat()
        case Mapping():
            pairs = ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in content.items())
            return f"{{ {pairs} }}"
        case list() | tuple():
            return f"[{', '.join(_value(inner) for inner in content)}]"
    raise TypeError(type(content).__name__)
