"""Guard rails of price and staffing: what is allowed, but worth a second look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from gevinst.axes import MONTHS_IN_YEAR, MUNICIPALITY, Array, per_year, total_over
from gevinst.messages.designs import DESIGNS
from gevinst.results.remarks import Remark

if TYPE_CHECKING:
    import pandas as pd

    from gevinst.results.record import Results

LARGEST_SHARE = 0.7
"""A partner above this bears the service nearly alone: two agreements review their key then
(Metro-INET and the Centennial Fire District, both Minnesota)."""
OLDEST_FIGURES = 2.0
"""Years after which figures of a key are called old, at the project's date."""
DAYS_PER_YEAR = 365.25
ALIKE = 1e-9
COLUMNS = ("municipality", "key", "year", "quantity", "text", "value", "unit")

TEXTS = {
    "share_of_one_partner": {
        "nb": "{place} betaler {value} av alt i {year}. Over {limit} bør partene se på nøkkelen.",
        "en": "{place} pays {value} of it all in {year}. Above {limit} the key deserves a look.",
    },
    "age_of_key_figures": {
        "nb": "Tallene i nøkkelen «{key}» er {value} år gamle på prosjektets dato. Samme regel med"
        " nyere tall gir en annen regning.",
        "en": 'The figures of the key "{key}" are {value} years old on the project\'s date. The'
        " same rule with newer figures gives another bill.",
    },
    "exactly_at_band_edge": {
        "nb": "{place} har nøyaktig {value} {what} i {year}, på kanten av båndet til «{key}». Sjekk"
        " at riktig ende hører til båndet.",
        "en": '{place} has exactly {value} {what} in {year}, at the edge of the band of "{key}".'
        " Check that the right end belongs to the band.",
    },
    "fees_beyond_cost": {
        "nb": "Prisene gir {value} kr mer enn kostnaden i {year}. Det betales tilbake av resten av"
        " prismodellen.",
        "en": "The fees bring NOK {value} more than the cost in {year}. The rest of the price model"
        " pays it back.",
    },
    "evidence_corrected": {
        "nb": "Nåverdiene er korrigert for evidens: gevinster som bygger på {key}, teller {value}."
        " Prisen og de andre tabellene er ikke korrigert.",
        "en": "Present values are corrected for evidence: gains that rest on {key} count {value}."
        " The price and the other tables are not corrected.",
    },
    "evidence_delayed": {
        "nb": "Nåverdiene er korrigert for evidens: gevinster som bygger på {key}, kommer {value}"
        " år senere.",
        "en": "Present values are corrected for evidence: gains that rest on {key} come {value}"
        " years later.",
    },
    "costs_raised": {
        "nb": "Nåverdiene er korrigert for evidens: kostnadene er økt med {value}. Prisen er ikke"
        " endret.",
        "en": "Present values are corrected for evidence: costs are raised by {value}. The price is"
        " not changed.",
    },
    "deadline_missed": {
        "nb": "Fristen for «{key}» brytes i {year}: etter den lengste stengingen i en vanlig uke er"
        " etterslepet tatt igjen inntil {value} åpningstimer for sent.",
        "en": 'The deadline of "{key}" is missed in {year}: after the longest closure of an'
        " ordinary week the backlog is cleared up to {value} open hours too late.",
    },
}
STAFFING_KINDS = ("deadline_missed",)
"""Guard rails of the staffing; the others are of the price model."""
WHAT = {
    "inhabitants": {"nb": "innbyggere", "en": "inhabitants"},
    "patients": {"nb": "pasienter", "en": "patients"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardRail:
    """One thing that deserves a second look.

    Attributes
    ----------
    kind : str
        Which guard rail.
    municipality, key : str
        Name of the municipality, and name or id of the key or fee; empty where none.
    year : int or None
    value, limit : float
        What was found, and what it was held against.
    unit : str
    """

    kind: str
    value: float
    unit: str
    municipality: str = ""
    key: str = ""
    year: int | None = None
    limit: float = 0.0

    def text(self, lang: str = "nb") -> str:
        """Say it in a sentence."""
        from gevinst.display import format_number, format_percent

        language: Any = lang
        shown = format_number(self.value, 0 if abs(self.value) >= 1 else 1, language)
        if self.unit == "1":
            shown = format_percent(self.value, 0, language)
        elif self.unit in {"year", "open_hour"}:
            shown = format_number(self.value, 1, language)
        what = "patients" if self.unit == "patient" else "inhabitants"
        return TEXTS[self.kind][lang].format(
            place=self.municipality,
            key=DESIGNS[self.key][lang] if self.key in DESIGNS else self.key,
            year=self.year,
            value=shown,
            limit=format_percent(self.limit, 0, language),
            what=WHAT[what][lang],
        )


def found(results: Results) -> tuple[GuardRail | Remark, ...]:
    """Every warning of a run, in the order of the guard rails."""
    return (
        *_large_shares(results),
        *_old_figures(results),
        *_band_edges(results),
        *_fees_beyond_cost(results),
        *_missed_deadlines(results),
        *results.names.remarks,
        *_evidence_corrections(results),
    )


def frame(results: Results, lang: str | None) -> pd.DataFrame:
    """Warnings as a table, one row for each."""
    import pandas as pd

    rows = [
        {
            "municipality": w.municipality or None,
            "key": w.key or None,
            "year": w.year,
            "quantity": w.kind,
            "value": w.value,
            "unit": w.unit,
            "text": w.text(lang or "en"),
        }
        for w in found(results)
    ]
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    made["value"] = made["value"].astype("float64")
    made["year"] = pd.Series([row["year"] for row in rows], dtype="object")
    return made


def _large_shares(results: Results) -> Iterator[GuardRail]:
    """A partner that pays nearly everything, although it is not alone."""
    charges = results.ledger["charge_year"][0, :, :, 0]
    there = per_year(results.ledger["joined"])[0, :, :, 0] > 0
    for t, year in enumerate(results.frame.year_labels):
        total = charges[:, t].sum()
        for m, place in enumerate(results.frame.municipalities):
            share = charges[m, t] / total if total > 0 else 0.0
            if share > LARGEST_SHARE and there[:, t].sum() > 1:
                yield GuardRail(
                    kind="share_of_one_partner", municipality=place, year=year,
                    value=float(share), limit=LARGEST_SHARE, unit="1",
                )  # fmt: skip


def _evidence_corrections(results: Results) -> Iterator[GuardRail]:
    """The evidence correction, each design once: never out of sight."""
    for correction in {c.design: c for c in results.inputs.corrections}.values():
        design = correction.design
        factor, delay = correction.evidence_gain_factor, correction.evidence_delay
        yield GuardRail(
            kind="evidence_corrected", key=design, value=float(factor.flat[0]), unit="1"
        )
        if delay.flat[0] > 0:
            yield GuardRail(
                kind="evidence_delayed", key=design, value=float(delay.flat[0]), unit="year"
            )
    for uplift in results.inputs.cost_uplifts:
        value = float(uplift.evidence_cost_uplift.flat[0])
        yield GuardRail(kind="costs_raised", value=value, unit="1")


def _old_figures(results: Results) -> Iterator[GuardRail]:
    """Figures of a key that are older than two years at the project's date."""
    today = dt.date.fromisoformat(results.date)
    for key in results.inputs.keys:
        if not key.reference_date:
            continue
        age = (today - dt.date.fromisoformat(key.reference_date)).days / DAYS_PER_YEAR
        if age > OLDEST_FIGURES:
            yield GuardRail(
                kind="age_of_key_figures", key=key.name or key.id, value=age,
                limit=OLDEST_FIGURES, unit="year",
            )  # fmt: skip


def _band_edges(results: Results) -> Iterator[GuardRail]:
    """A size exactly on the edge of a band, where the price jumps."""
    inputs = results.inputs
    for band in inputs.inhabitant_bands:
        edges = band.inhabitants_from, band.inhabitants_to
        yield from _on_edge(results, band.id, "inhabitants", edges, "inhabitant")
    for patients in inputs.patient_bands:
        if patients.counts == "all":
            edges = patients.patients_from, patients.patients_to
            yield from _on_edge(results, patients.id, "patients_here", edges, "patient")


def _on_edge(
    results: Results, fee: str, quantity: str, edges: tuple[Array, Array], unit: str
) -> Iterator[GuardRail]:
    sizes = results.ledger[quantity][0, :, :, 0]
    there = results.ledger["joined"][0, :, :, 0] > 0
    for edge in (float(end.flat[0]) for end in edges):
        if edge <= 0:
            continue
        hit = (np.abs(sizes - edge) <= ALIKE * edge) & there
        for m, place in enumerate(results.frame.municipalities):
            if np.any(hit[m]):
                first = int(np.argmax(hit[m])) // MONTHS_IN_YEAR
                yield GuardRail(
                    kind="exactly_at_band_edge", municipality=place, value=edge, unit=unit,
                    key=results.names.fees.get(fee, fee), year=results.frame.year_labels[first],
                )  # fmt: skip


def _fees_beyond_cost(results: Results) -> Iterator[GuardRail]:
    """Fees that bring more than the service costs, where the rest is shared."""
    if results.inputs.balance not in {"key", "unit_price"}:
        return
    fees = per_year(results.ledger["fees_all"])[0, 0, :, 0]
    cost = per_year(total_over(results.ledger["net_cost"], MUNICIPALITY))[0, 0, :, 0]
    for t, year in enumerate(results.frame.year_labels):
        if fees[t] > cost[t] * (1 + ALIKE):
            yield GuardRail(
                kind="fees_beyond_cost", year=year, value=float(fees[t] - cost[t]), unit="NOK"
            )


def _missed_deadlines(results: Results) -> Iterator[GuardRail]:
    """Deferrable work whose backlog after the longest closure is cleared after its deadline."""
    for deadline in results.inputs.deadlines:
        margin = results.ledger["deadline_margin", deadline.id][0, 0, :, 0]
        tightest = margin.reshape(-1, MONTHS_IN_YEAR).min(axis=1)
        for year, least in zip(results.frame.year_labels, tightest, strict=True):
            if least < 0:
                yield GuardRail(
                    kind="deadline_missed", key=results.names.tasks[deadline.id], year=year,
                    value=float(-least), limit=float(deadline.deadline.flat[0]), unit="open_hour",
                )  # fmt: skip
