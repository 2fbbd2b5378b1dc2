"""The whole project file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    model_validator,
)

from gevinst.schema.benefit_map import MapNode
from gevinst.schema.benefit_parts import AcceptedOverlap, Profession
from gevinst.schema.benefits import Benefit
from gevinst.schema.centre import Centre
from gevinst.schema.checks import cross_check
from gevinst.schema.checks.correlations import correlation_findings
from gevinst.schema.checks.reading import FIRST_YEARS, YEARS
from gevinst.schema.correlations import Correlation
from gevinst.schema.costs import CostLine
from gevinst.schema.economics import Economics
from gevinst.schema.evidence import EvidenceCorrections
from gevinst.schema.findings import failure
from gevinst.schema.funding import Funding
from gevinst.schema.groups import Group, RampUp
from gevinst.schema.lists import MOST_PARTNERS, Longest
from gevinst.schema.measurements import Comparison, Measurement
from gevinst.schema.names import Date, Name, Prose, Whole
from gevinst.schema.partners import HospitalTrust, Partner, PayingPartner
from gevinst.schema.price import PriceModel
from gevinst.schema.price_years import to_project_prices
from gevinst.schema.quantity import Quantity
from gevinst.schema.table import ClosedTable, Table
from gevinst.schema.taken_values import take_values
from gevinst.schema.tasks import Task
from gevinst.schema.values import Bounds, Value
from gevinst.schema.walk import leaves


class ProjectInfo(Table):
    """What the project is."""

    name: Name = Field(description="Prosjektets navn.")
    date: Date = Field(description="Prosjektets dato: beregningen gjelder slik det var den dagen.")
    description: Prose | None = Field(None, description="Kort omtale.")
    notice: Prose | None = Field(None, description="Linje som vises over alle resultater.")


class Horizon(Table):
    """The years of the calculation, and what changes over them."""

    first_year: Annotated[int, Whole(*FIRST_YEARS)] = Field(description="Første kalenderår.")
    years: Annotated[int, Whole(*YEARS)] = Field(description="Antall år, 1 til 40.")
    population_growth: Annotated[Value, Quantity("1", Bounds(at_least=-0.5, at_most=0.5))] = Field(
        description="Vekst i innbyggertallet per år, som andel."
    )
    real_wage_growth: Annotated[Value, Quantity("1", Bounds(at_least=-0.2, at_most=0.2))] = Field(
        description="Vekst i lønn utover prisveksten per år, som andel."
    )


class Project(ClosedTable):
    """A project: everything that one file says, checked."""

    schema_version: Literal[1] = Field(alias="schema", description="Versjon av filformatet: 1.")
    price_year: Annotated[int, Whole(*FIRST_YEARS)] = Field(
        description="Alle beløp er kroner med prisnivået i dette året."
    )
    project: ProjectInfo = Field(description="Om prosjektet.")
    horizon: Horizon = Field(description="Årene beregningen gjelder.")
    partners: Annotated[tuple[Partner, ...], Longest(MOST_PARTNERS)] = Field(
        min_length=1,
        description="Kommuner, bydeler og helseforetak. Minst én kommune eller bydel.",
    )
    ramp_up: RampUp = Field(description="Hvordan inkluderingen trappes opp.")
    groups: Annotated[tuple[Group, ...], Longest()] = Field(
        min_length=1, description="Pasientgruppene, minst én."
    )
    tasks: Annotated[tuple[Task, ...], Longest()] = Field(
        min_length=1, description="Oppgavene i tjenesten, minst én."
    )
    centre: Centre = Field(description="Oppfølgingssenteret.")
    cost_lines: Annotated[tuple[CostLine, ...], Longest()] = Field(
        (), description="Kostnader utenom lønn."
    )
    funding: Annotated[tuple[Funding, ...], Longest()] = Field(
        (), description="Tilskudd og bidrag."
    )
    price_model: PriceModel = Field(description="Hvordan kostnaden fordeles.")
    professions: Annotated[tuple[Profession, ...], Longest()] = Field(
        (), description="Yrkesgrupper som gevinster frigjør eller krever timer av."
    )
    measurements: Annotated[tuple[Measurement, ...], Longest()] = Field(
        (), description="Det som er målt: nullpunkter som gevinstlinjer hentes fra."
    )
    comparisons: Annotated[tuple[Comparison, ...], Longest()] = Field(
        (), description="Det som er sammenlignet: effekter som gevinstlinjer hentes fra."
    )
    benefits: Annotated[tuple[Benefit, ...], Longest()] = Field((), description="Gevinstlinjer.")
    economics: Economics | None = Field(
        None, description="Nåverdi: analyseperiode, rente, når i året, restverdier."
    )
    evidence_correction: EvidenceCorrections | None = Field(
        None, description="Korreksjon av nåverdiene etter hvor godt gevinstene er dokumentert."
    )
    accepted_overlaps: Annotated[tuple[AcceptedOverlap, ...], Longest()] = Field(
        (), description="Gevinstlinjer som kan se like ut, men som begge skal regnes med."
    )
    benefit_map: Annotated[tuple[MapNode, ...], Longest()] = Field(
        (),
        alias="map",
        description="Gevinstkartet: bokser fra tiltak til mål, og pilene mellom dem.",
    )

    correlations: Annotated[tuple[Correlation, ...], Longest()] = Field(
        (), description="Usikre inndata som varierer sammen."
    )

    @model_validator(mode="wrap")
    @classmethod
    def _cross_check(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        project = handler(given)
        if isinstance(given, Mapping):
            findings = (*cross_check(given), *correlation_findings(project))
            if findings:
                raise failure(findings)
            take_values(project.benefits, project.measurements, project.comparisons)
            to_project_prices(project, project.price_year, project.project.date)
        return project

    @property
    def paying_partners(self) -> tuple[PayingPartner, ...]:
        """Municipalities and city districts, in the order of the file."""
        return tuple(p for p in self.partners if isinstance(p, PayingPartner))

    @property
    def hospital_trusts(self) -> tuple[HospitalTrust, ...]:
        """Hospital trusts, in the order of the file."""
        return tuple(p for p in self.partners if isinstance(p, HospitalTrust))

    @property
    def host(self) -> PayingPartner:
        """The partner that runs the centre."""
        return next(p for p in self.paying_partners if p.code == self.centre.host)

    def values(self) -> Iterator[tuple[str, Value]]:
        """Every value with its path, such as ``groups[0].ramp_time``, in the order of the file."""
        for path, content in leaves(self):
            if isinstance(content, Value):
                yield path, content

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, with fields in place of those of this project, which are not checked again."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("checksum", None)
        return copied

    @cached_property
    def checksum(self) -> str:
        """SHA-256 (hexadecimal) of what the project says, whatever way it is written.

        Units, order of keys, comments, sources, notes and descriptions do not matter; every
        number (canonical), name, month and choice does.
        """
        content = {path: _plain(leaf) for path, leaf in leaves(self) if not _is_remark(path)}
        text = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()


def _is_remark(path: str) -> bool:
    return path.rpartition(".")[2] in {"source", "note", "description", "notice"}


def _plain(leaf: object) -> object:
    if isinstance(leaf, Value):
        said = [repr(leaf.likely), repr(leaf.low), repr(leaf.high), leaf.means]
        spread = [repr(leaf.named)] if leaf.named else ["truncate"] if leaf.truncate else []
        return said if leaf.taken else [*said, *spread]
    return leaf if isinstance(leaf, (int, str)) else str(leaf)
