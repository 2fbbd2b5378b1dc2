"""Guard rails of the price model, and remarks on the benefit lines, in sentences."""

from __future__ import annotations

from gevinst.reporting.contents import Section, Sentence
from gevinst.reporting.reading import View
from gevinst.results import guard_rails
from gevinst.results.guard_rails import STAFFING_KINDS, GuardRail
from gevinst.results.remarks import Remark
from gevinst.results.wording import REMARKS

KINDS = tuple(guard_rails.TEXTS)
"""Every kind of warning that has to do with price or staffing."""
BENEFIT_KINDS = tuple(REMARKS)
"""Every kind of remark on the benefit lines."""


def describe_warnings(view: View) -> tuple[Section, ...]:
    """A section with one sentence for each thing that deserves a second look; none if nothing."""
    texts = warning_texts(view, tuple(kind for kind in KINDS if kind not in STAFFING_KINDS))
    if not texts:
        return ()
    blocks = tuple(Sentence(text=text) for text in texts)
    return (Section(id="warnings", heading=view.say("warnings"), blocks=blocks),)


def describe_benefit_warnings(view: View) -> tuple[Section, ...]:
    """A section with one sentence for each remark on the benefit lines; none if there is none."""
    texts = warning_texts(view, BENEFIT_KINDS)
    if not texts:
        return ()
    blocks = tuple(Sentence(text=text) for text in texts)
    return (Section(id="benefit-warnings", heading=view.say("benefit_warnings"), blocks=blocks),)


def warning_texts(view: View, kinds: tuple[str, ...] = KINDS) -> tuple[str, ...]:
    """One sentence for each warning of these kinds; one of many years is said for the first."""
    first: dict[tuple[str, str, str], GuardRail | Remark] = {}
    years: dict[tuple[str, str, str], int] = {}
    for warning in guard_rails.found(view.results):
        if warning.kind not in kinds:
            continue
        about = warning.kind, warning.municipality, warning.key
        first.setdefault(about, warning)
        years[about] = years.get(about, 0) + 1
    return tuple(
        warning.text(view.lang)
        if years[about] == 1
        else view.say("warnings.years", text=warning.text(view.lang), count=years[about] - 1)
        for about, warning in first.items()
    )
