"""The plus-minus method: importance and extent give a consequence from ---- to ++++.

Method: DFØ, Veileder i samfunnsøkonomiske analyser, chapter 3.4,
https://dfo.no/fagomrader/utredning-og-analyse-av-statlige-tiltak/samfunnsokonomiske-analyser/
veileder-i-samfunnsokonomiske-analyser/kap-34-tallfeste-verdsette-og-vurdere-virkninger-fase-4
The guide says that importance and extent give the consequence. Its own matrix was not legible to
us: the one below is our reading, one step of consequence for each step of either, so that the
least of both comes to nothing and the most of both to four.
"""

from __future__ import annotations

IMPORTANCE_STEPS = {"small": 0, "medium": 1, "large": 2}
IMPORTANCES = {
    "small": {"nb": "liten", "en": "small"},
    "medium": {"nb": "middels", "en": "medium"},
    "large": {"nb": "stor", "en": "large"},
}
EXTENTS = {
    -3: {"nb": "stort negativt", "en": "large negative"},
    -2: {"nb": "middels negativt", "en": "medium negative"},
    -1: {"nb": "lite negativt", "en": "small negative"},
    0: {"nb": "intet", "en": "none"},
    1: {"nb": "lite positivt", "en": "small positive"},
    2: {"nb": "middels positivt", "en": "medium positive"},
    3: {"nb": "stort positivt", "en": "large positive"},
}


def consequence(importance: str, extent: int) -> int:
    """Consequence of an effect without a price, from -4 to 4.

    Parameters
    ----------
    importance : {"small", "medium", "large"}
        What it matters to those whom it touches.
    extent : int
        How much it changes, from -3 to 3.

    Returns
    -------
    int
        0 where nothing changes, and for a small change of small importance.

    Examples
    --------
    >>> consequence("large", 3), consequence("medium", -2), consequence("small", 1)
    (4, -2, 0)
    """
    if extent == 0:
        return 0
    steps = IMPORTANCE_STEPS[importance] + abs(extent) - 1
    return steps if extent > 0 else -steps


def signs(level: int) -> str:
    """A consequence as people write it.

    Examples
    --------
    >>> signs(3), signs(-1), signs(0)
    ('+++', '−', '0')
    """
    return "0" if level == 0 else ("+" if level > 0 else "\N{MINUS SIGN}") * abs(level)
