"""Published figures beside the result: never inputs, only something to hold it against."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gevinst.reporting.contents import Block, Cell, Figure, Note, Row, Section, Table
from gevinst.reporting.reading import View, ratio


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


def describe_plausibility(view: View) -> Section:
    """A table with the result of two years beside the published figure, and the sources."""
    per_position = ratio(view.line("patient_time_total"), view.line("staffed_time_total"))
    active = view.by_place("active_patients")
    users = np.count_nonzero(active > 0, axis=0).astype(np.float64)
    per_municipality = ratio(active.sum(axis=0), users)
    years = tuple(dict.fromkeys([view.full_year, len(view.years) - 1]))
    series = (
        ("per_position", per_position, PATIENTS_PER_NURSE),
        ("per_municipality", per_municipality, PATIENTS_PER_MUNICIPALITY),
    )
    rows = []
    for name, values, published in series:
        figure = Figure(value=published.value, decimals=0 if published.is_rough else 1)
        shown: Cell = figure
        if published.is_rough:
            shown = view.say("plausibility.about", figure=figure.text(view.lang))
        own = tuple(
            Figure(value=None if np.isnan(values[t]) else float(values[t]), decimals=1)
            for t in years
        )
        rows.append(Row(label=view.say(f"plausibility.{name}"), cells=(*own, shown)))
    table = Table(
        id="plausibility",
        caption=view.say("plausibility.caption"),
        stub=view.say("plausibility.figure"),
        headings=(*(str(view.years[t]) for t in years), view.say("plausibility.published")),
        rows=tuple(rows),
    )
    notes: list[Block] = [
        Note(text=published.source(view.lang), address=published.url) for _, _, published in series
    ]
    return Section(id="plausibility", heading=view.say("plausibility"), blocks=(table, *notes))
