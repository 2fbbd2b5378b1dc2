"""What a comparison may be called: sentences that are never stronger than the design.

A selected group without a comparison group says *observert endring*; the word *effekt* is for
designs with something to compare with, and only where the interval leaves out no change.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from gevinst.baseline.change import Change, ThreeNumbers
from gevinst.baseline.designs import NEW
from gevinst.baseline.said import said
from gevinst.display import format_number, format_percent, unit_words
from gevinst.messages import render

if TYPE_CHECKING:
    from gevinst.errors import Language
    from gevinst.schema.baseline_config import BaselineConfig
    from gevinst.schema.baseline_indicators import Indicator

CONTROLLED = ("randomised", "stepped_wedge", "comparison_group", "interrupted_time_series")
"""Designs with something to compare with: evidence grades 1 to 3."""
SELECTED = "before_after_selected"
_SOUND = {"measured", "sourced"}


def verdict(config: BaselineConfig, found: ThreeNumbers, design: str, lang: Language) -> str:
    """What may be said of one indicator, in a few sentences."""
    indicator = config.indicator(found.indicator)
    parts = [_head(config, indicator, found, lang)]
    if indicator.kind != "improved" and NEW not in found.notes:
        if design in CONTROLLED:
            parts += _controlled(indicator, found, design, lang)
        elif design == SELECTED:
            parts += _selected(indicator, found, lang)
        else:
            parts.append(_say("uncontrolled", lang, input=_say_settle("comparison", lang)))
    parts += refused(found, lang)
    return " ".join(part for part in parts if part)


def refused(found: ThreeNumbers, lang: Language) -> list[str]:
    """Why a number is missing, and what would give it."""
    return [
        render(r.reason if "." in r.reason else f"baseline.refused.{r.reason}", r.facts, lang)
        for r in found.refusals
    ]


def _head(config: BaselineConfig, indicator: Indicator, found: ThreeNumbers, lang: Language) -> str:
    standing = "primary" if indicator.id == config.baseline.primary else "exploratory"
    kind = _say(standing, lang)
    observed = found.observed
    if math.isnan(observed.estimate):
        return f"{kind}. {indicator.name}."
    if indicator.kind == "improved":
        share = Change(
            estimate=observed.estimate + 1,
            low=observed.low + 1,
            high=observed.high + 1,
            method=observed.method,
        )
        facts = _facts(share, found, lang, signed=False)
        return f"{kind}. {_say('improved', lang, name=indicator.name, **facts)}"
    if NEW in found.notes:
        return f"{kind}. {_new_work(indicator, found, lang)}"
    words = _say(
        "observed",
        lang,
        name=indicator.name,
        direction=direction(observed, found, indicator, lang),
        **_facts(observed, found, lang),
    )
    return f"{kind}. {words}"


def _new_work(indicator: Indicator, found: ThreeNumbers, lang: Language) -> str:
    """Say how much there is of what was not done before."""
    observed = found.observed
    amount, low, high = (
        format_number(number, 1, lang)
        for number in (observed.estimate, observed.low, observed.high)
    )
    interval = _interval("interval", low, high, found, lang) if observed.is_certain else ""
    unit = unit_words(indicator.unit, lang)
    facts = {"name": indicator.name, "change": amount, "unit": unit, "interval": interval}
    return _say("new", lang, direction=direction(observed, found, indicator, lang), **facts)


def _controlled(
    indicator: Indicator, found: ThreeNumbers, design: str, lang: Language
) -> list[str]:
    parts = []
    if not math.isnan(found.expected.estimate):
        trend = design in {"interrupted_time_series", "stepped_wedge"}
        key = "expected_trend" if trend else "expected_control"
        parts.append(_say(key, lang, **_facts(found.expected, found, lang)))
    difference = found.difference
    facts = _facts(difference, found, lang)
    if not difference.is_certain:
        parts.append(_say("no_interval", lang, **facts))
    elif difference.excludes(found.nothing):
        toward = direction(difference, found, indicator, lang)
        parts.append(_say("effect", lang, direction=toward, **facts))
    else:
        parts.append(_say("no_effect_shown", lang, **facts))
    return parts


def _selected(indicator: Indicator, found: ThreeNumbers, lang: Language) -> list[str]:
    parts = []
    if not math.isnan(found.expected.estimate):
        parts.append(_say("expected_selected", lang, **_facts(found.expected, found, lang)))
    facts = _facts(found.difference, found, lang)
    if found.basis not in _SOUND:
        parts.append(_say("not_separable", lang, input=settling(indicator, found, lang)))
    elif not found.difference.is_certain:
        parts.append(_say("no_interval", lang, **facts))
    elif found.difference.excludes(found.nothing):
        toward = direction(found.difference, found, indicator, lang)
        parts.append(_say("beyond_natural", lang, direction=toward, **facts))
    else:
        parts.append(_say("within_natural", lang, input=settling(indicator, found, lang), **facts))
    return parts


def settling(indicator: Indicator, found: ThreeNumbers, lang: Language) -> str:
    """Name the input that would tell a change from natural development."""
    if found.basis in _SOUND:
        return _say_settle("more", lang)
    if indicator.kind == "events":
        return _say_settle("population", lang, unit=unit_words(indicator.unit, lang))
    return _say_settle("score" if indicator.kind == "score" else "comparison", lang)


def direction(change: Change, found: ThreeNumbers, indicator: Indicator, lang: Language) -> str:
    """Say whether it went for the better or the worse, as the indicator counts."""
    rise = change.estimate - found.nothing
    if rise == 0:
        return _say("same", lang)
    better = (rise > 0) == (indicator.better == "more")
    return _say("better" if better else "worse", lang)


def shown(number: float, found: ThreeNumbers, lang: Language, *, signed: bool = True) -> str:
    """Write a change as people read it: per cent of a ratio, points of a difference."""
    if math.isnan(number):
        return ""
    if math.isinf(number):
        return "∞"
    if found.scale == "ratio":
        text = format_percent(number - 1, 0 if signed else 1, lang)
    else:
        words = unit_words(found.unit, lang) if found.unit else _say("points", lang)
        text = f"{format_number(number, 1 if found.unit else 2, lang)} {words}"
    rises = number > found.nothing and any(digit in text for digit in "123456789")
    return f"+{text}" if signed and rises else text


def _facts(
    change: Change, found: ThreeNumbers, lang: Language, *, signed: bool = True
) -> dict[str, str]:
    low, high = (shown(end, found, lang, signed=signed) for end in (change.low, change.high))
    key = "range" if change.method == "range" else "interval"
    interval = _interval(key, low, high, found, lang) if low and high else ""
    return {"change": shown(change.estimate, found, lang, signed=signed), "interval": interval}


def _interval(key: str, low: str, high: str, found: ThreeNumbers, lang: Language) -> str:
    level = f"{found.level * 100:.4g}".replace(".", "," if lang == "nb" else ".")
    return _say(key, lang, low=low, high=high, level=level)


def _say(key: str, lang: Language, **facts: str) -> str:
    return said(f"baseline.says.{key}", lang, **facts)


def _say_settle(key: str, lang: Language, **facts: str) -> str:
    return said(f"baseline.settle.{key}", lang, **facts)
