"""What keys are called: what they count, for whom, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gevinst.core.inputs import Key
    from gevinst.results.record import Results

Texts = dict[str, str]

KEY_BASES: dict[str, Texts] = {
    "equal": {"nb": "like deler", "en": "equal shares"},
    "inhabitants": {"nb": "innbyggere", "en": "inhabitants"},
    "eligible": {"nb": "aktuelle pasienter", "en": "eligible patients"},
    "patient_months": {"nb": "pasientmåneder", "en": "patient-months"},
    "work_hours": {"nb": "arbeidstimer", "en": "hours of work"},
    "benefit": {"nb": "gevinst", "en": "benefit"},
    "column": {"nb": "egne tall", "en": "stated figures"},
    "agreed": {"nb": "avtalte andeler", "en": "agreed shares"},
}
KEY_COUNTS: dict[str, tuple[Texts, ...]] = {
    "all": (),
    "named": ({"nb": "noen av deltakerne", "en": "some partners"},),
    "users": ({"nb": "de med pasienter", "en": "those with patients"},),
}
KEY_WINDOWS: dict[str, tuple[Texts, ...]] = {
    "month": (),
    "year": ({"nb": "telt per år", "en": "counted by year"},),
    "previous_years": ({"nb": "snitt av årene før", "en": "mean of the years before"},),
}


def key_name(key: Key, lang: str) -> str:
    """Name of a key for people, such as "innbyggere, de med pasienter"."""
    basis = key.name or KEY_BASES[key.basis][lang]
    more = [texts[lang] for texts in (*KEY_COUNTS[key.counts], *KEY_WINDOWS[key.window])]
    return ", ".join([basis, *more])


def key_names(results: Results, lang: str) -> dict[str, str]:
    """Names of all keys of a run by id."""
    return {key.id: key_name(key, lang) for key in results.inputs.keys}
