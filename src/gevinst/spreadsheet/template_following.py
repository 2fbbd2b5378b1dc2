"""Sheets of a template: names follow the cells where people write them, and nothing is shown early.

Every text that holds a name of the skeleton becomes a formula that refers to the cell of that name.
What people type stays a text: formulas refer to it and never hold it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MOST_TEXT = 255
"""Characters of a text within a formula."""


class Following:
    """What the sheets of a template show in place of what the skeleton says.

    Parameters
    ----------
    names : mapping
        Name in the skeleton -> name of the cell that shows it, and what that says while empty.
    blank : mapping
        Names of the cells that may be empty, of numbers.
    missing : str
        Name of the cell that counts what is missing.
    """

    def __init__(
        self, names: Mapping[str, tuple[str, str]], blank: frozenset[str], missing: str
    ) -> None:
        self.names = names
        self.blank = blank
        self.missing = missing
        longest = sorted(names, key=len, reverse=True)
        self._found = re.compile("(" + "|".join(re.escape(name) for name in longest) + r")(?!\w)")

    def text(self, text: str) -> tuple[str, str] | None:
        """Formula and value of a text that holds a name; None for another."""
        parts = self._found.split(text)
        if len(parts) == 1 or any(len(part) > MOST_TEXT for part in parts):
            return None
        pieces, shown = [], ""
        for part in parts:
            if part in self.names:
                pieces.append(self.names[part][0])
                shown += self.names[part][1]
            elif part:
                pieces.append('"' + part.replace('"', '""') + '"')
                shown += part
        return "=" + "&".join(pieces), shown

    def result(self, formula: str) -> str:
        """Formula that shows nothing while anything is missing."""
        return f'=IF({self.missing}>0,"",{formula.removeprefix("=")})'

    def worksheet_class(self, plain: type[Any]) -> type[Any]:
        """Sheets that follow."""
        following = self

        class FollowingWorksheet(plain):  # type: ignore[misc]  # the library has no types
            """Worksheet whose texts follow names; `gated` ones show no result too early."""

            gated = False

            def write_string(self, row: int, column: int, text: str, style: Any = None) -> int:  # noqa: ANN401
                made = following.text(text)
                if made is None:
                    return int(super().write_string(row, column, text, style))
                return int(super().write_formula(row, column, made[0], style, made[1]))

            def write_formula(
                self,
                row: int,
                column: int,
                formula: str,
                style: Any = None,  # noqa: ANN401
                value: Any = 0,  # noqa: ANN401
            ) -> int:
                name = formula.removeprefix("=")
                if name in following.blank:
                    formula, value = f'=IF(LEN({name})=0,"",{name})', ""
                elif self.gated:
                    formula, value = following.result(formula), ""
                return int(super().write_formula(row, column, formula, style, value))

        return FollowingWorksheet
