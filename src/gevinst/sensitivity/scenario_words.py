"""Scenarios side by side as texts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from gevinst.display import Language, format_amount
from gevinst.sensitivity.wording import opened, say

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.sensitivity.scenario_table import Scenarios

MARK = " *"


def scenario_texts(made: Scenarios, lang: Language) -> pd.DataFrame:
    """One row for each input that varies and each figure; ``*`` marks what is not as likely."""
    import pandas as pd

    likely = made.names.index("likely")
    named = [heading(name, lang) for name in made.names]
    rows = []
    for one, numbers in zip(made.inputs, made.numbers.tolist(), strict=True):
        texts = [one.text(one.shown(number), lang) for number in numbers]
        marked = [
            text + (MARK if number != numbers[likely] else "")
            for text, number in zip(texts, numbers, strict=True)
        ]
        rows.append([say("scenario.input", lang), one.label(lang), *marked])
    for row, values in zip(made.rows, made.values.tolist(), strict=True):
        marked = [
            format_amount(value, row.unit, lang=lang) + (MARK if value != values[likely] else "")
            for value in values
        ]
        rows.append([say("scenario.figure", lang), opened(row.text(lang)), *marked])
    columns = [say("scenario.kind", lang), say("scenario.what", lang), *named]
    return pd.DataFrame(rows, columns=columns)


def scenario_html(made: Scenarios, lang: Language) -> str:
    """The same as a table of a page, in which what differs is marked and has its star."""
    table = scenario_texts(made, lang)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(_cell(str(text)) for text in row)}</tr>" for row in table.to_numpy()
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(text: str) -> str:
    shown = escape(text)
    return f"<td><mark>{shown}</mark></td>" if text.endswith(MARK) else f"<td>{shown}</td>"


def heading(name: str, lang: Language) -> str:
    """What a scenario is called over its column."""
    fixed = {"low", "likely", "high", "worst", "best"}
    return say(f"scenario.{name}", lang) if name in fixed else name
