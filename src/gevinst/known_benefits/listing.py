"""The catalogue of benefits as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from gevinst.errors import ArgumentError
from gevinst.known_benefits.lookup import known_benefits, not_found
from gevinst.known_benefits.records import RECEIVERS
from gevinst.messages import nearest

if TYPE_CHECKING:
    import pandas as pd

LANGUAGES = ("nb", "en")
COLUMNS = (
    "id",
    "name",
    "receiver",
    "unit",
    "indicator",
    "definition",
    "class",
    "new_work",
    "collides_with",
    "source",
    "address",
    "note",
)


def benefit_catalogue(
    lang: Literal["nb", "en"] = "nb", receiver: str | None = None
) -> pd.DataFrame:
    """Return benefits of digital home follow-up to choose from, one row for each.

    Nothing in it is an effect, a baseline or a value: those are the project's own, measured or
    stated with a source. A line of a project names its row in ``catalogue``; the project is then
    held to the row's unit and receiver, and to what it collides with.

    Parameters
    ----------
    lang : {"nb", "en"}
        Language of names, indicators, definitions and notes. Titles of sources are as published.
    receiver : str, optional
        Only those of one receiver: patient, next_of_kin, municipality, hospital, gp, state or
        society.

    Returns
    -------
    pandas.DataFrame
        ``id`` (what a line names), ``name``, ``receiver`` (who usually gains), ``unit`` (what is
        counted), ``indicator`` (the usual one), ``definition`` (a hint: counting rule and source
        system), ``class`` (the usual one), ``new_work`` (whether it usually is more work),
        ``collides_with`` (tuple of ids that count the same thing twice), ``source`` (where the
        name was read), ``address`` (of what was opened; empty otherwise) and ``note``.
        ``frame.attrs["not_found"]`` says what is known to exist but was not found in the open.

    Raises
    ------
    ArgumentError
        There is no such language or receiver.

    Examples
    --------
    >>> benefit_catalogue(receiver="next_of_kin")["id"].tolist()[:2]
    ['kin_safety', 'kin_relief']
    """
    import pandas as pd

    _refuse("lang", lang, LANGUAGES)
    if receiver is not None:
        _refuse("receiver", receiver, RECEIVERS)
    rows = [
        {
            "id": benefit.id,
            "name": getattr(benefit.name, lang),
            "receiver": benefit.receiver,
            "unit": benefit.unit,
            "indicator": getattr(benefit.indicator, lang),
            "definition": getattr(benefit.definition, lang),
            "class": benefit.benefit_class,
            "new_work": benefit.new_work,
            "collides_with": benefit.collides_with,
            "source": "; ".join(f"{s.publisher}: {s.title}" for s in benefit.sources),
            "address": " ".join(s.url for s in benefit.sources if s.url),
            "note": getattr(benefit.note, lang) if benefit.note else "",
        }
        for benefit in known_benefits().values()
        if receiver in {None, benefit.receiver}
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame.attrs["not_found"] = [getattr(gap.text, lang) for gap in not_found()]
    return frame


def _refuse(argument: str, found: object, allowed: tuple[str, ...]) -> None:
    if found not in allowed:
        raise ArgumentError.choice(argument, str(found), allowed, nearest(str(found), allowed))
