"""Texts: persons who leave, who die, and who change together."""

BASELINE_PERSONS: dict[str, dict[str, str]] = {
    "baseline.refused.few_between": {
        "nb": (
            "Andelen ville avslørt at færre enn {threshold} personer skiller to antall. Den vises"
            " først når {needed} personer er med."
        ),
        "en": (
            "The share would tell that fewer than {threshold} persons are between two numbers. It"
            " takes {needed} persons for it to be shown."
        ),
    },
    "baseline.assumes.clusters": {
        "nb": (
            "{name}: personer i samme kommune kan endre seg i takt. Intervallet er regnet med hele"
            " kommuner som enhet ({clusters} i den minste gruppa)."
        ),
        "en": (
            "{name}: persons of one municipality may change together. The interval takes whole"
            " municipalities as its unit ({clusters} in the smaller group)."
        ),
    },
    "baseline.assumes.few_clusters": {
        "nb": (
            "{name}: det er {clusters} kommuner i den minste gruppa, og minst {needed} trengs for å"
            " regne med hele kommuner. Intervallet tar personer som uavhengige av hverandre. Endrer"
            " personer i samme kommune seg i takt, er det for smalt."
        ),
        "en": (
            "{name}: there are {clusters} municipalities in the smaller group, and at least"
            " {needed} are needed to take them as whole. The interval takes persons as independent."
            " If persons of one municipality change together, it is too narrow."
        ),
    },
    "baseline.assumes.mixed_clusters": {
        "nb": (
            "{name}: de samme kommunene er i begge gruppene. Intervallet tar personer som"
            " uavhengige av hverandre."
        ),
        "en": (
            "{name}: the same municipalities are in both groups. The interval takes persons as"
            " independent."
        ),
    },
    "baseline.assumes.no_clusters": {
        "nb": (
            "{name}: regnet fra antall, uten hensyn til at personer i samme kommune kan endre seg i"
            " takt. Er gruppene hele kommuner, er intervallet for smalt."
        ),
        "en": (
            "{name}: from counts, which cannot tell whether persons of one municipality change"
            " together. If the groups are whole municipalities, the interval is too narrow."
        ),
    },
    "baseline.died.all": {
        "nb": "Alle, i tiden hver levde",
        "en": "All, in the time each lived",
    },
    "baseline.died.survivors": {
        "nb": "Bare de som ikke døde",
        "en": "Only those who did not die",
    },
    "baseline.died.as_if_alive": {
        "nb": "Som om de døde levde uten forbruk",
        "en": "As if the dead lived without use",
    },
    "baseline.death.followed_before": {
        "nb": "Fulgt opp: før etterperioden",
        "en": "Followed: before the window after",
    },
    "baseline.death.followed_within": {
        "nb": "Fulgt opp: i etterperioden",
        "en": "Followed: in the window after",
    },
    "baseline.death.followed_later": {
        "nb": "Fulgt opp: senere",
        "en": "Followed: later",
    },
    "baseline.death.comparison_before": {
        "nb": "Sammenligning: før etterperioden",
        "en": "Comparison: before the window after",
    },
    "baseline.death.comparison_within": {
        "nb": "Sammenligning: i etterperioden",
        "en": "Comparison: in the window after",
    },
    "baseline.death.comparison_later": {
        "nb": "Sammenligning: senere",
        "en": "Comparison: later",
    },
}
