"""A tornado in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gevinst.display import Language, format_amount
from gevinst.sensitivity.wording import listed, opened, quoted, say

if TYPE_CHECKING:
    from gevinst.sensitivity.tornado_bars import Tornado, TornadoBar


def tornado_sentence(made: Tornado, lang: Language) -> str:
    """The figure at likely values, the input that matters most, and those that change the sign."""
    told = [
        say(
            "tornado.base",
            lang,
            what=made.row.text(lang),
            base=format_amount(made.base, made.row.unit, lang=lang),
        )
    ]
    widest = made.bars[0]
    if widest.width > 0:
        told.append(say("tornado.largest", lang, **bar_facts(made, widest, lang)))
    crossing = [quoted(bar.input.label(lang), lang) for bar in made.bars if bar.crosses_zero]
    if crossing:
        told.append(say("tornado.signs", lang, inputs=listed(crossing, lang)))
    elif "net" in made.row.quantity:
        told.append(say("tornado.no_sign", lang))
    refused = [bar.input.label(lang) for bar in made.bars if bar.width != bar.width]
    if refused:
        told.append(say("tornado.refused", lang, inputs=listed(refused, lang)))
    return opened(" ".join(told))


def bar_facts(made: Tornado, bar: TornadoBar, lang: Language) -> dict[str, str]:
    """What a sentence about one bar needs."""
    return {
        "input": bar.input.label(lang),
        "low": bar.input.text(bar.low_input, lang),
        "high": bar.input.text(bar.high_input, lang),
        "at_low": format_amount(bar.at_low, made.row.unit, lang=lang),
        "at_high": format_amount(bar.at_high, made.row.unit, lang=lang),
    }
