"""Figures that others have published: never inputs, only something to hold a result against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A figure that somebody has published.

    Attributes
    ----------
    value : float
    is_rough : bool
        An estimate that is published as approximate.
    nb, en : str
        Who, what and when.
    url : str
    """

    value: float
    is_rough: bool
    nb: str
    en: str
    url: str

    def source(self, lang: str) -> str:
        """Source for people."""
        return self.nb if lang == "nb" else self.en


_REPORT = (
    "https://www.helsedirektoratet.no/rapporter/"
    "erfaringsrapport-spredning-av-digital-hjemmeoppfolging-2022-2024/"
)
_TITLE_NB = "Helsedirektoratet, Erfaringsrapport – spredning av digital hjemmeoppfølging 2022–2024"
_TITLE_EN = "Norwegian Directorate of Health, report on spreading digital home follow-up 2022–2024"

PATIENTS_PER_NURSE = Published(
    value=80,
    is_rough=True,
    nb="Pasienter per årsverk: Ullensakers anslag for én sykepleier på heltid, avhengig av"
    f" målgruppe. {_TITLE_NB}",
    en="Patients per position: Ullensaker's estimate for one full-time nurse, depending on the"
    f" patients. {_TITLE_EN}",
    url=f"{_REPORT}organisering-av-en-baerekraftig-tjeneste/modell-for-digital-hjemmeoppfolging",
)
PATIENTS_PER_MUNICIPALITY = Published(
    value=16.5,  # 1,204 active patients in 73 municipalities on 31 December 2024
    is_rough=False,
    nb="Aktive pasienter per aktiv kommune: 1 204 pasienter i 73 kommuner 31.12.2024, regnet ut."
    f" {_TITLE_NB}",
    en="Active patients per active municipality: 1 204 patients in 73 municipalities on 31"
    f" December 2024, computed. {_TITLE_EN}",
    url=f"{_REPORT}gjennomforing-av-prosjektet/kort-beskrivelse-av-spredningsprosjekt-og-status",
)
