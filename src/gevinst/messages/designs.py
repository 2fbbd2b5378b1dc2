"""Designs of the evidence, in words."""

DESIGNS: dict[str, dict[str, str]] = {
    "randomised": {"nb": "randomisert studie", "en": "a randomised trial"},
    "stepped_wedge": {"nb": "trinnvis innføring", "en": "a stepped-wedge design"},
    "comparison_group": {"nb": "sammenligningsgruppe", "en": "a comparison group"},
    "interrupted_time_series": {"nb": "tidsserie", "en": "an interrupted time series"},
    "before_after": {"nb": "før og etter", "en": "before and after"},
    "before_after_selected": {
        "nb": "før og etter hos dem som brukte mest",
        "en": "before and after in those who used most",
    },
    "expert": {"nb": "faglig anslag", "en": "an expert's estimate"},
}
