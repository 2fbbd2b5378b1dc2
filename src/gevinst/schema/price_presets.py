"""Published keys by name: which share is which, and who uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Preset = Literal[
    "equal_10_inhabitants_90",
    "equal_20_inhabitants_80",
    "equal_30_inhabitants_70",
    "equal_50_inhabitants_50",
    "all_50_users_50",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedKey:
    """A key that somebody uses.

    Attributes
    ----------
    parts : tuple
        Basis, weight, and who counts (None for all) of each part.
    source : str
        Who uses it, and where that is written.
    note : str
        What to know before choosing it.
    """

    parts: tuple[tuple[str, float, str | None], ...]
    source: str
    note: str

    def tables(self) -> list[dict[str, Any]]:
        """The keys as a project file would state them, counted by month."""
        return [
            {
                "basis": basis,
                "weight": {"value": weight, "source": self.source, "note": self.note},
                "period": "month",
                **({"members": members} if members else {}),
            }
            for basis, weight, members in self.parts
        ]


def _equal_and_inhabitants(equal: float, source: str, note: str) -> PublishedKey:
    parts = (("equal", equal, None), ("inhabitants", round(1 - equal, 2), None))
    return PublishedKey(parts=parts, source=source, note=note)


PRESETS: Mapping[str, PublishedKey] = {
    "equal_10_inhabitants_90": _equal_and_inhabitants(
        0.10,
        "Skien legevakt, avtalen med Siljan: ta.no/siljan-sa-ja-til-legevakta/s/5-50-1655884",
        "10 % likt og 90 % etter folketall. Gjelder en legevakt.",
    ),
    "equal_20_inhabitants_80": _equal_and_inhabitants(
        0.20,
        "Innherred interkommunale legevakt IKS, selskapsavtalen fra 2020: verdal.kommune.no,"
        " formannskapet 10.12.2020, Revidert selskapsavtale",
        "20 % likt og 80 % etter folketall. Den like delen var 40 % først og 30 % fra 2011."
        " Folketallet i avtalen er fra 2019, og endres bare når avtalen gjør det.",
    ),
    "equal_30_inhabitants_70": _equal_and_inhabitants(
        0.30,
        "eKommune Sunnmøre, kostnadsfordeling 2017: esunnmore.no/aktuelt/"
        "119-kostnadsfordeling-2017-for-ekommune-s-basert-pa-folketall-1-1-2017",
        "30 % likt og 70 % etter folketall 1. januar.",
    ),
    "equal_50_inhabitants_50": _equal_and_inhabitants(
        0.50,
        "SSIKT, IKT-samarbeid på Sunnmøre, omtalt i Vestlandsnytt:"
        " vestlandsnytt.no/nyhende/i/QxX0gA/kritisk-til-kostnadsdeling",
        "50 % likt og 50 % etter folketall. Møtte kritikk: Sande betalte 1 244 kr per innbygger og"
        " Herøy 594, og en nøkkel med 70 % etter folketall ble foreslått.",
    ),
    "all_50_users_50": PublishedKey(
        parts=(("inhabitants", 0.5, None), ("inhabitants", 0.5, "users")),
        source="Velferdsteknologisk knutepunkt, Norsk helsenett:"
        " nhn.no/tjenester/velferdsteknologisk-knutepunkt/betalingsmodell",
        note="Halvparten deles på alle, halvparten på dem som har pasienter i måneden. Knutepunktet"
        " bruker delkostnadsnøkkelen for kommunehelse; her er det innbyggere. Bruk to nøkler med"
        " basis column for å legge inn delkostnadsnøkkelen.",
    ),
}
