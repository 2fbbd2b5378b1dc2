"""Price models of every kind: keys, pools, the stack, tariffs and limits, put into a project."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from gevinst.core.inputs import ChangeLimit, Inputs, Limit, MinimumCharge, ShareRounding
from gevinst.testing.choices import number, one_in, pick, some_of, whole, written
from gevinst.testing.maps import settled
from gevinst.testing.partners import month_text

Table = dict[str, Any]
OWN_CLASS = "avoided_growth"
"""Class of a benefit that is sure to be a gain where a key or a funder goes by it."""
MOST_FEES = 4
MOST_YEARS = 3
PER = ("patient_month", "year", "inhabitant", "start", "joining", "key", "patient_month")


def any_price(draw: st.DrawFn, tables: Table, *, with_patients: bool) -> Table:
    """The same project with a price model of any kind that can be run.

    Parameters
    ----------
    draw
        Given by Hypothesis.
    tables
        A valid project with plain keys.
    with_patients
        Whether it has patients in every year with cost: else nothing is split by them.
    """
    made = _Tables(draw, {**tables}, with_patients=with_patients)
    made.choose_levels()
    model = {**tables["price_model"]}
    made.tables["price_model"] = model
    if one_in(draw, 2):
        model["keys"] = [*model["keys"], *made.keys()]
    elif one_in(draw, 3):
        presets = ["equal_10_inhabitants_90", "equal_50_inhabitants_50"]
        model["preset"] = pick(draw, [*presets, *(["all_50_users_50"] if with_patients else [])])
        del model["keys"]
    if one_in(draw, 3):
        model["overhead"] = [made.overhead()]
    balance = pick(draw, ("", "key", "surplus", *(("unit_price",) if with_patients else ())))
    if balance:
        model["tariff"] = made.tariff(balance)
    if balance != "unit_price" and one_in(draw, 2):
        model["pools"] = made.pools()
    if one_in(draw, 3):
        model["limits"] = made.limits(balance)
    if one_in(draw, 4):
        model["settlement"] = [made.settlement()]
    if one_in(draw, 4):
        model["vat"] = {"rate": 0.25, "not_recovered_share": number(draw, 0, 1, 0, 1, steps=4)}
    made.funding()
    return made.tables


def cut_price(draw: st.DrawFn, tables: Table, *, with_patients: bool) -> Table:
    """The same project with fees that are cut by a limit, whatever that brings or costs.

    Parameters
    ----------
    draw
        Given by Hypothesis.
    tables
        A valid project with plain keys.
    with_patients
        Whether it has patients in every year with cost.
    """
    made = _Tables(draw, {**tables}, with_patients=with_patients)
    tariff = made.tariff("surplus")
    by_inhabitant = {
        "id": "sikker", "name": "Sikker pris", "per": "inhabitant",
        "amount": number(draw, 1, 30, steps=29),
    }  # fmt: skip
    tariff["fees"] = [by_inhabitant, *tariff["fees"]]
    limits: Table = {"corridor": number(draw, 0, 1, 0.1, steps=10)}
    if one_in(draw, 2):
        limits = {
            "relative_to": pick(draw, ("own", "total")),
            "max_rise": number(draw, 0, 0.5, 0.02, steps=10),
            "max_fall": number(draw, 0, 1, 0.1, steps=10),
            "last_year": {c: number(draw, 1000, 500_000, steps=50) for c in made.codes},
        }
    made.choose_levels()
    made.tables["price_model"] = {**tables["price_model"], "tariff": tariff, "limits": limits}
    return made.tables


class _Tables:
    """A project on its way to another price model."""

    def __init__(self, draw: st.DrawFn, tables: Table, *, with_patients: bool) -> None:
        self.draw = draw
        self.tables = tables
        self.with_patients = with_patients
        self.paying = [p for p in tables["partners"] if p["kind"] != "hospital_trust"]
        self.codes = [partner["code"] for partner in self.paying]
        self.first_year = tables["horizon"]["first_year"]
        self.months = tables["horizon"]["years"] * 12
        roles = [role["id"] for role in tables["centre"]["roles"]]
        self.lines = [*roles, *(line["id"] for line in tables["cost_lines"])]

    def choose_levels(self) -> None:
        """A level of service for each partner that pays."""
        for partner in self.paying:
            partner["service_level"] = pick(self.draw, ("own", "bought"))

    def keys(self) -> list[Table]:
        """One key or two of the kinds that count more than the plain ones."""
        return [self.key(n) for n in range(whole(self.draw, 1, 2))]

    def key(self, position: int) -> Table:
        """A key that always has a basis: the first partner is there whenever there is cost."""
        kinds = ["column", "agreed", "named"]
        if self.with_patients:
            kinds += ["eligible", "work_hours", "benefit", "previous_years", "users"]
        kind = pick(self.draw, kinds)
        key: Table = {
            "name": f"Nøkkel {kind} {position}",
            "basis": kind,
            "weight": number(self.draw, 0.1, 2, 1, steps=19),
            "period": pick(self.draw, ("month", "year")),
        }
        if kind in {"column", "agreed"}:
            key |= {"source": "Kilde", "reference_date": dt.date(2026, 1, 1)}
            figures = [number(self.draw, 1, 50, steps=49) for _ in self.codes]
            total = sum(figures) if kind == "agreed" else 1.0
            key["values"] = {c: x / total for c, x in zip(self.codes, figures, strict=True)}
        elif kind == "named":
            key |= {"basis": pick(self.draw, ("equal", "inhabitants")), "members": self.some()}
        elif kind == "users":
            key |= {"basis": pick(self.draw, ("equal", "inhabitants")), "members": "users"}
        elif kind == "work_hours":
            self.sure_task()
        elif kind == "benefit":
            self.sure_benefit()
            key |= {"period": "year", "benefit_class": OWN_CLASS}
            key |= {"members": self.some()} if one_in(self.draw, 2) else {}
        elif kind == "previous_years":
            key |= self.years_before()
        return key

    def some(self) -> list[str]:
        """The first partner, and perhaps others."""
        others = self.codes[1:]
        return [self.codes[0], *(some_of(self.draw, others) if others else [])]

    def sure_task(self) -> None:
        """Work that every patient brings."""
        role = self.tables["centre"]["roles"][0]["id"]
        task = {"id": "sikker", "name": "Sikker oppgave", "role": role, "per": "patient_time",
                "class": "scheduled",
                "events": "1 event/patient/month", "time": "10 work_minute/event"}  # fmt: skip
        others = [t for t in self.tables["tasks"] if t["id"] != "sikker"]
        self.tables["tasks"] = [*others, task]

    def sure_benefit(self) -> None:
        """A gain that every patient brings the municipality and a hospital, alone in its class."""
        others = [
            _in_another_class(line)
            for line in self.tables["benefits"]
            if not line["id"].startswith("sikker")
        ]
        gain = {"kind": "events", "indicator": "Sikker", "definition": "Telt av senteret",
                "design": "expert", "owner": "Kommunalsjefen", "unit": "visit", "baseline": 4,
                "baseline_from": "assumed", "effect": {"value": -0.25, "source": "Definisjon"},
                "realisation_share": 1, "unit_value": 500, "class": OWN_CLASS,
                "payer": "municipality"}  # fmt: skip
        receivers = [p["code"] for p in self.tables["partners"] if p["kind"] == "hospital_trust"]
        sure = [
            {**gain, "id": f"sikker_{n}", "name": f"Sikker gevinst {n}", "receiver": receiver}
            for n, receiver in enumerate(["municipality", *receivers[:1]])
        ]
        self.tables["benefits"] = [*others, *sure]
        self.tables.pop("accepted_overlaps", None)
        self.tables |= settled(self.tables)

    def years_before(self) -> Table:
        """The mean of at least as many years before as the horizon is long."""
        basis = pick(self.draw, ("patient_months", "work_hours"))
        if basis == "work_hours":
            self.sure_task()
        history = [
            {"year": year, basis: {c: number(self.draw, 5, 60, steps=11) for c in self.codes}}
            for year in range(self.first_year - MOST_YEARS, self.first_year)
        ]
        return {
            "basis": basis, "period": "previous_years", "years": MOST_YEARS, "history": history,
        }  # fmt: skip

    def pools(self) -> list[Table]:
        """Some of the lines with a key of their own."""
        overhead = [o["id"] for o in self.tables["price_model"].get("overhead", ())]
        lines = some_of(self.draw, [*self.lines, *overhead])
        keys = [self.key(9)] if one_in(self.draw, 2) else []
        plain = {"basis": "inhabitants", "weight": 1, "period": pick(self.draw, ("month", "year"))}
        return [{"id": "pakke", "name": "Pakke", "lines": lines, "keys": [plain, *keys]}]

    def overhead(self) -> Table:
        """The host's overhead on some of the lines."""
        share = written(number(self.draw, 0, 0.2, 0.05, steps=20), "1", 0, 1)
        lines = some_of(self.draw, self.lines)
        return {"id": "paslag", "name": "Påslag", "share": share, "lines": lines}

    def tariff(self, balance: str) -> Table:
        """Fees of any kind, with bands and windows."""
        least = 0 if balance == "unit_price" else 1
        count = whole(self.draw, least, MOST_FEES)
        tariff: Table = {"balance": balance, "fees": [self.fee(n) for n in range(count)]}
        if balance == "unit_price" and one_in(self.draw, 2):
            tariff["level_weights"] = {"own": 1, "bought": number(self.draw, 1, 4, steps=6)}
        return tariff

    def fee(self, position: int) -> Table:
        """A fee; some for one level of service, in a band, or for some months only."""
        draw = self.draw
        per = pick(draw, PER)
        most = {"inhabitant": 30, "patient_month": 3000, "start": 4000}.get(per, 60_000)
        fee: Table = {
            "id": f"pris_{position}",
            "name": f"Pris {position}",
            "per": per,
            "amount": number(draw, 0, most, 0, steps=30),
        }
        if per != "key" and one_in(draw, 3):
            fee["amount"] = {c: number(draw, 0, most, steps=30) for c in self.codes}
        if per != "key" and one_in(draw, 3):
            fee["service_level"] = pick(draw, ("own", "bought"))
        if per != "key" and (per == "patient_month" or one_in(draw, 2)):
            fee["band"] = self.band(per)
        if one_in(draw, 3):
            start = whole(draw, 0, self.months - 1)
            fee["first_month"] = month_text(start, self.first_year)
            fee["last_month"] = month_text(whole(draw, start, self.months + 5), self.first_year)
        return fee

    def band(self, per: str) -> Table:
        """A band of inhabitants or patients, with one end or both."""
        draw = self.draw
        by_patients = per == "patient_month" and not one_in(draw, 3)
        of = "patients" if by_patients else "inhabitants"
        low, high = (2.0, 30.0) if of == "patients" else (500.0, 20_000.0)
        band: Table = {"of": of, "closed": pick(draw, ("lower", "upper"))}
        ends = pick(draw, ("both", "from", "to"))
        middle = low + (high - low) * whole(draw, 1, 9) / 10
        if ends != "to":
            band["from"] = low if ends == "both" else middle
        if ends != "from":
            band["to"] = middle
        if of == "patients":
            band["counts"] = pick(draw, ("all", "within"))
        return band

    def limits(self, balance: str) -> Table:
        """Limits that charges can always meet."""
        draw = self.draw
        limits: Table = {}
        if one_in(draw, 2):
            limits["corridor"] = number(draw, 0, 1, 0.1, steps=10)
        if balance == "surplus" and one_in(draw, 2):
            limits["minimum_charge"] = number(draw, 0, 80_000, steps=8)
        if not limits or one_in(draw, 2):
            limits["relative_to"] = (
                "total" if balance != "surplus" else pick(draw, ("total", "own"))
            )
            limits["max_rise"] = number(draw, 0, 0.5, 0.02, steps=10)
            if one_in(draw, 2):
                limits["max_fall"] = number(draw, 0, 1, 0.1, steps=10)
            if one_in(draw, 2):
                known = some_of(draw, self.codes)
                limits["last_year"] = {c: number(draw, 0, 500_000, steps=50) for c in known}
        return limits

    def settlement(self) -> Table:
        """What an earlier year still owes, or is owed."""
        month = month_text(whole(self.draw, 0, self.months - 1), self.first_year)
        amounts = {c: number(self.draw, -20_000, 20_000, 0, steps=40) for c in self.codes}
        return {"month": month, "amounts": amounts}

    def funding(self) -> None:
        """Some contributions earmarked a pool, by share of the benefit, or from sales."""
        pools = [pool["id"] for pool in self.tables["price_model"].get("pools", ())]
        sources = [{**source} for source in self.tables["funding"]]
        for source in sources:
            if pools and one_in(self.draw, 2):
                source["pool"] = pools[0]
            if one_in(self.draw, 4):
                source["funder"] = "other"
            elif one_in(self.draw, 2):
                self.sure_benefit()
                for way in ("amount", "share"):
                    source.pop(way, None)
                source["by_benefit"] = OWN_CLASS
        self.tables["funding"] = sources


def _in_another_class(line: Table) -> Table:
    """The line, with no kroner in the class that is kept for the sure benefit."""
    contacts = [_in_another_class(contact) for contact in line.get("contacts", ())]
    moved = {"class": "capacity"} if line.get("class") == OWN_CLASS else {}
    return {**line, **moved, **({"contacts": contacts} if contacts else {})}


def with_hard_prices(draw: st.DrawFn, x: Inputs) -> Inputs:
    """The same inputs, now and then with rounded shares, or limits that may be impossible to meet.

    A project with such limits is refused when it is run; the core still splits all of the cost.
    """
    places = len(x.frame.municipalities)
    if one_in(draw, 4):
        step = np.full((1, 1, 1, 1), 1 / (100 * 10 ** whole(draw, 0, 3)))
        rank = np.arange(places, dtype=np.float64)[::-1].reshape(1, -1, 1, 1)
        rounding = ShareRounding(id="", share_step=step, partner_rank=rank)
        x = replace(x, share_rounding=(rounding,))
        x = x if one_in(draw, 2) else with_equal_shares(x)
    if x.limits or not one_in(draw, 4):
        return x
    return replace(x, limits=tuple(_hard_limits(draw, places)))


def with_equal_shares(x: Inputs) -> Inputs:
    """The same inputs with equal shares alone for all lines that are in no pool: ties, rounded."""
    equal = replace(x.keys[0], id="equal:month", basis="equal", window="month", counts="all")
    keys = (equal, *(key for key in x.keys if key.pool))
    ids = {key.id for key in keys[1:]}
    return replace(
        x,
        keys=keys,
        key_members=tuple(r for r in x.key_members if r.id in ids),
        key_figures=tuple(r for r in x.key_figures if r.id in ids),
        key_histories=tuple(r for r in x.key_histories if r.id in ids),
    )


def _hard_limits(draw: st.DrawFn, places: int) -> list[Limit]:
    limits: list[Limit] = []
    if one_in(draw, 2):
        least = np.full((1, places, 1, 1), number(draw, 1000, 200_000, steps=199))
        limits.append(MinimumCharge(id="minimum", minimum_charge=least))
    if not limits or one_in(draw, 2):
        last = [number(draw, 10_000, 900_000, steps=89) for _ in range(places)]
        limits.append(
            ChangeLimit(
                id="change",
                relative_to="own",
                max_rise=np.full((1, 1, 1, 1), number(draw, 0, 0.5, steps=10)),
                max_fall=np.full((1, 1, 1, 1), number(draw, 0, 1, steps=10)),
                last_year_charge=np.array(last).reshape(1, -1, 1, 1),
                last_year_time=np.ones((1, places, 1, 1)),
            )
        )
    return limits
