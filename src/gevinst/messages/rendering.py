"""From a kind and its facts to a sentence: quoting, escaping, optional parts, nearest name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from gevinst.messages.table import MESSAGES, TERMS

QUOTED_LENGTH = 80
LISTED_LENGTH = 16
GROUPED_FROM = 100_000  # not years, codes and lines
NO_BREAK_SPACE = "\u00a0"  # between the groups of a number; harmless, though Python escapes it
_PLAIN_NUMBER = "1"  # as a unit
_OPTIONAL = re.compile("<<(.*?)>>")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_PLACES = ("file", "folder")


class Term(str):
    """A word with its own translation in the table of terms, for example a type."""

    __slots__ = ()


def visible(text: str, limit: int = QUOTED_LENGTH) -> str:
    r"""Make text safe in a terminal: what cannot be seen as escapes, and shortened.

    Examples
    --------
    >>> visible("a\x1b[31mb")
    'a\\x1b[31mb'
    >>> visible("1\u00a0000 kr") == "1\u00a0000 kr"
    True
    """
    shown = "".join(_visible_character(c) for c in text[: limit + 1])
    if len(text) <= limit and len(shown) <= limit:
        return shown
    return shown[: limit - 1] + "…"


def located(path: str, limit: int = QUOTED_LENGTH) -> str:
    """Make a path safe in a terminal; a long one keeps its end, where the file's name is.

    Examples
    --------
    >>> located("/felles/dho/2026/prosjekt.toml", 16)
    '…/prosjekt.toml'
    """
    if len(path) <= limit:
        return visible(path, limit)
    kept = path[1 - limit :]
    parts = re.search(r"[/\\].+", kept, re.DOTALL)
    return "…" + visible(parts.group() if parts else kept, limit - 1)


def _visible_character(character: str) -> str:
    if character.isprintable() or character == NO_BREAK_SPACE:
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def listed(names: Iterable[str], lang: str) -> str:
    """Names with commas between; a long list is cut, and says so."""
    every = [TERMS[n][lang] if isinstance(n, Term) else visible(str(n)) for n in names]
    if len(every) <= LISTED_LENGTH:
        return ", ".join(every)
    rest = len(every) - LISTED_LENGTH
    more = {"nb": f"og {rest} til", "en": f"and {rest} more"}[lang]
    return ", ".join(every[:LISTED_LENGTH]) + " " + more


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """Find the valid name most like the one written, or None if none is near.

    Examples
    --------
    >>> nearest("equals", ["equal", "inhabitants"])
    'equal'
    """
    import difflib

    if len(name) > QUOTED_LENGTH:
        return None
    folded = {candidate.casefold(): candidate for candidate in allowed}
    found = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def _shown(fact: object, lang: str) -> str:
    if isinstance(fact, Term):
        return TERMS[fact][lang]
    if isinstance(fact, str):
        return visible(fact)
    if isinstance(fact, (tuple, list)):
        return listed(fact, lang)
    if isinstance(fact, bool) or not isinstance(fact, (int, float)):
        return visible(str(fact))
    return format(fact, ".12g") if isinstance(fact, float) else _whole(fact, lang)


def _whole(number: int, lang: str) -> str:
    if number.bit_length() > QUOTED_LENGTH:
        return TERMS["huge_integer"][lang]
    is_long = abs(number) >= GROUPED_FROM
    return f"{number:,}".replace(",", NO_BREAK_SPACE) if is_long else str(number)


def render(kind: str, facts: Mapping[str, object], lang: str) -> str:
    """Sentence of a kind with its facts filled in.

    ``<< ... >>`` in a text is left out when a fact in it is absent, None or empty. A kind
    without a text gives the kind and its facts as they are: an error never hides another.
    """
    template = MESSAGES.get(kind, {}).get(lang)
    if template is None:
        return ", ".join([kind, *(f"{k}={_shown(v, lang)}" for k, v in facts.items())])

    def has(name: str) -> bool:
        return facts.get(name) not in (None, "", ())

    def optional(match: re.Match[str]) -> str:
        part = match.group(1)
        return part if all(has(n) for n in _PLACEHOLDER.findall(part)) else ""

    def filled(match: re.Match[str]) -> str:
        fact = facts.get(match.group(1))
        if fact == _PLAIN_NUMBER and kind.startswith("unit."):
            return TERMS["plain_number"][lang]
        if match.group(1) in _PLACES and isinstance(fact, str):
            return located(fact)
        return _shown(fact, lang)

    return _PLACEHOLDER.sub(filled, _OPTIONAL.sub(optional, template))
