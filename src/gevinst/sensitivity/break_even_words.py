"""A break-even in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.display import Language, format_amount
from gevinst.sensitivity.crossings import Interval
from gevinst.sensitivity.wording import listed, opened, say

if TYPE_CHECKING:
    from gevinst.sensitivity.break_even_points import Answer, BreakEven

MOST_INTERVALS = 4


def break_even_sentence(made: BreakEven, lang: Language) -> str:
    """Where it holds for whoever was asked about, and for whom it always or never does."""
    first, *others = made.answers
    told = [answer_sentence(made, first, lang)]
    if any("jump" in {part.low_kind, part.high_kind} for part in first.intervals):
        told.append(say("even.jumps", lang))
    if any("refused" in {part.low_kind, part.high_kind} for part in first.intervals):
        told.append(say("even.refused", lang))
    likely = made.input.shown(made.input.value.likely)
    told.append(say("even.likely", lang, likely=made.input.text(likely, lang)))
    for key, chosen in (
        ("even.also_always", [a for a in others if a.always]),
        ("even.also_never", [a for a in others if a.never]),
    ):
        if chosen:
            told.append(say(key, lang, who=listed([a.row.whose(lang) for a in chosen], lang)))
    return " ".join(told)


def answer_sentence(made: BreakEven, answer: Answer, lang: Language) -> str:
    """One sentence for one municipality, actor or centre."""
    facts = {
        "what": opened(answer.row.text(lang)),
        "level": format_amount(made.level, answer.row.unit, lang=lang),
        "side": say(f"even.{made.side}", lang),
        "input": made.input.label(lang),
        "low": made.input.text(made.low, lang),
        "high": made.input.text(made.high, lang),
    }
    if answer.never:
        return say("even.never", lang, **facts)
    if answer.always:
        return say("even.always", lang, **facts)
    parts = answer.intervals
    if len(parts) > MOST_INTERVALS:
        outer = {
            "first": made.input.text(parts[0].low, lang),
            "last": made.input.text(parts[-1].high, lang),
            "count": len(parts),
        }
        return say("even.many", lang, **facts, **outer)
    texts = listed([interval_text(made, part, lang) for part in parts], lang)
    return say("even.partly", lang, **facts, parts=texts)


def interval_text(made: BreakEven, part: Interval, lang: Language) -> str:
    """From where to where, with enough digits to tell the ends apart."""
    low, high = (made.input.text(end, lang) for end in (part.low, part.high))
    if low == high:
        low, high = (made.input.text(end, lang, 8) for end in (part.low, part.high))
    if part.low_kind == "end":
        return say("even.up_to", lang, high=high)
    if part.high_kind == "end":
        return say("even.from", lang, low=low)
    return say("even.between", lang, low=low, high=high)
