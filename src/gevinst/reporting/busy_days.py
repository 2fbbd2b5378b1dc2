"""Days on which more work comes than those at work get done."""

from __future__ import annotations

from gevinst.display import format_percent
from gevinst.reporting.reading import View
from gevinst.studies.overload import overload

SELDOM = 0.005
"""A smaller share of the days is told as less than one per cent."""
MUCH_WORSE = 1.5
"""How many times as many days a later year must have to be named too."""


def busy_days_sentences(view: View) -> dict[str, str]:
    """For each role with work that comes at random: how often a day brings too much of it.

    In the year that the section is about, and in the worst year where it is much worse.
    """
    shares = overload(view.results)
    year = view.years[view.full_year]
    found = {}
    for role, of_role in shares.groupby("role", sort=False):
        by_year = dict(zip(of_role["year"], of_role["value"], strict=True))
        if not any(by_year.values()) or year not in by_year:
            continue
        worst = max(by_year, key=lambda y: by_year[y])
        text = view.say("busy.days", year=year, share=_share(view, by_year[year]))
        if by_year[worst] > max(MUCH_WORSE * by_year[year], 2 * SELDOM):
            text += view.say("busy.worst", year=worst, share=_share(view, by_year[worst]))
        found[str(role)] = text + view.say("busy.then")
    return found


def _share(view: View, share: float) -> str:
    if share < SELDOM:
        return view.say("busy.seldom")
    return format_percent(share, 0, view.lang)
