"""What a comparison rests on, printed with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gevinst.baseline.change import ThreeNumbers
from gevinst.baseline.designs import NEW
from gevinst.baseline.natural import ASSUMED_MEANS, ASSUMED_SHAPES
from gevinst.baseline.said import said
from gevinst.display import format_number

if TYPE_CHECKING:
    from gevinst.errors import Language
    from gevinst.schema.baseline_config import BaselineConfig


def assumptions_of(
    config: BaselineConfig,
    found: Sequence[ThreeNumbers],
    stated: str,
    design: str,
    lang: Language,
) -> list[str]:
    """Sentences: of the design, the windows, the population and the methods."""
    said = [_say(design, lang)]
    if stated != design:
        said.append(_say("taken_as_selected", lang))
    said += _windows(config, lang)
    if len(config.indicators) > 1:
        said.append(_say("one_primary", lang, name=config.primary.name))
    for numbers in found:
        said += _of_indicator(config, numbers, lang)
    return [*said, *_notes(config, found, lang)]


def _notes(config: BaselineConfig, found: Sequence[ThreeNumbers], lang: Language) -> Iterator[str]:
    """What the methods assume, once for all indicators of which it is true."""
    names: dict[tuple[str, tuple[tuple[str, object], ...]], list[str]] = {}
    for numbers in found:
        facts = tuple(numbers.facts.items())
        for note in (note for note in numbers.notes if note != NEW):
            name = config.indicator(numbers.indicator).name
            names.setdefault((note, facts), []).append(name)
    for (note, facts), own in names.items():
        yield _say(note, lang, name=", ".join(own), **dict(facts))


def _windows(config: BaselineConfig, lang: Language) -> Iterator[str]:
    yield _say("own_time", lang)
    windows = config.windows
    if windows.washout_days:
        yield _say("washout", lang, days=windows.washout_days)
    if windows.index_event is not None:
        yield _say(f"index_{windows.index_event}d", lang)


def _of_indicator(config: BaselineConfig, found: ThreeNumbers, lang: Language) -> Iterator[str]:
    name = config.indicator(found.indicator).name
    if found.basis:
        terms = config.population_of(found.indicator)
        source = "" if terms is None or terms.mean is None else terms.mean.source
        ends = {
            "mean_low": format_number(ASSUMED_MEANS[1], 1, lang),
            "mean_high": format_number(ASSUMED_MEANS[2], 1, lang),
            "shape_low": format_number(ASSUMED_SHAPES[1], 1, lang),
            "shape_high": format_number(ASSUMED_SHAPES[2], 1, lang),
        }
        yield _say(f"population_{found.basis}", lang, name=name, source=source, **ends)


def _say(key: str, lang: Language, **facts: object) -> str:
    return said(f"baseline.assumes.{key}", lang, **facts)
