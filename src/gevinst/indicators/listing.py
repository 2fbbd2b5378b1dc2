"""The catalogue of indicators as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from gevinst.errors import ArgumentError
from gevinst.indicators.lookup import known_indicators
from gevinst.indicators.records import KINDS
from gevinst.messages import nearest

if TYPE_CHECKING:
    import pandas as pd

LANGUAGES = ("nb", "en")
COLUMNS = (
    "id",
    "name",
    "topic",
    "kind",
    "unit",
    "better",
    "definition",
    "counting_rule",
    "source_system",
    "caveat",
    "own_definition",
    "source",
    "address",
)


def indicator_catalogue(lang: Literal["nb", "en"] = "nb", kind: str | None = None) -> pd.DataFrame:
    """Return indicators of digital home follow-up with their definitions, one row for each.

    An indicator of a baseline configuration names its row in ``catalogue``; what the
    configuration leaves out is then taken from it. None has a value: those are measured.

    Parameters
    ----------
    lang : {"nb", "en"}
        Language of names, definitions, counting rules and caveats. Titles of sources are as
        published.
    kind : str, optional
        Only those of one kind: events, amount, duration, share, score or improved.

    Returns
    -------
    pandas.DataFrame
        ``id`` (what a configuration names), ``name``, ``topic`` (where the figures usually come
        from: hospital, municipality, patient or service), ``kind``, ``unit``, ``better`` (fewer or
        more), ``definition``, ``counting_rule``, ``source_system`` (the usual one), ``caveat``
        (what it does not say), ``own_definition`` (whether the definition is gevinst's own and not
        a published one), ``source`` and ``address`` (of what was opened; empty otherwise).

    Raises
    ------
    ArgumentError
        There is no such language or kind.

    Examples
    --------
    >>> indicator_catalogue("en", kind="improved")["name"].tolist()
    ['Persons who got better']
    """
    import pandas as pd

    _refuse("lang", lang, LANGUAGES)
    if kind is not None:
        _refuse("kind", kind, KINDS)
    texts = ("name", "definition", "counting_rule", "source_system", "caveat")
    rows = [
        {
            "id": indicator.id,
            "topic": indicator.topic,
            "kind": indicator.kind,
            "unit": indicator.unit,
            "better": indicator.better,
            **{key: getattr(getattr(indicator, key), lang) for key in texts},
            "own_definition": indicator.own,
            "source": "; ".join(f"{s.publisher}: {s.title}" for s in indicator.sources),
            "address": " ".join(s.url for s in indicator.sources if s.url),
        }
        for indicator in known_indicators().values()
        if kind in {None, indicator.kind}
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _refuse(argument: str, found: object, allowed: tuple[str, ...]) -> None:
    if found not in allowed:
        raise ArgumentError.choice(argument, str(found), allowed, nearest(str(found), allowed))
