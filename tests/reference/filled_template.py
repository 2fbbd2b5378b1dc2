"""A template as somebody fills it in: three of eight municipalities, two of three groups."""

import datetime as dt
from functools import cache

from edited_workbooks import filled_in, number, text

from gevinst.spreadsheet.template_writing import template_bytes

JANUARY_2027, APRIL_2027 = 46388.0, 46478.0
assert dt.date(1899, 12, 30) + dt.timedelta(days=int(APRIL_2027)) == dt.date(2027, 4, 1)

PLACES = {
    "kommune_1_vertskommunen": ("Øvre =SUM(A1:A9) & Co", "5546", 1125.0, JANUARY_2027),
    "kommune_2": ('Nord"reisa', "0301", 4863.0, JANUARY_2027),
    "kommune_5": ("Kåfjord", "5540", 1939.0, APRIL_2027),
}
"""The third in use is the fifth in the sheet: parts in between are empty."""

CODES = {"kommune_1_vertskommunen": "0001", "kommune_2": "0002", "kommune_5": "0005"}
GROUPS = {"gruppe_1": "Kols", "gruppe_3": "Hjertesvikt"}
OF_GROUPS = {
    "eligible_per_inhabitant": 0.006,
    "inclusion_share": 0.25,
    "ramp_time": 18.0,
    "recruitment_rate": 4.0,
    "mean_stay": 18.0,
    "dropout_rate": 0.15,
}
NUMBERS = {
    "population_growth": 0.002,
    "real_wage_growth": 0.01,
    "closed_days": 10.0,
    "fte_grid": 0.1,
    "target_wait.sykepleier": 60.0,
    "target_share.sykepleier": 0.9,
    "key_weight.equal_month": 0.2,
    "key_weight.inhabitants_month": 0.4,
    "key_weight.patient_months_month": 0.4,
    "amount_per_year.plattform": 250_000.0,
    "amount_per_patient_time.lisens": 300.0,
    "kit_price.utstyr": 8_000.0,
    "kit_lifetime.utstyr": 4.0,
    "kits_per_patient.utstyr": 1.1,
    "one_off_amount.etablering": 400_000.0,
    "fee_per_patient_time.pasientmaaned": 150.0,
    "events_per_time.ledelse": 46.0,
}
ROLES = {
    "annual_wage": 650_000.0,
    "pension_share": 0.16,
    "other_on_costs": 40_000.0,
    "net_hours_per_fte": 1_540.0,
    "minimum_presence": 1.0,
}
TASKS = {
    "gjennomgang": (3.0, 3.0),
    "varsler": (3.0, 10.0),
    "samtaler": (1.0, 20.0),
    "samhandling": (0.5, 15.0),
    "teknisk_hjelp": (0.3, 15.0),
    "oppstart": (None, 180.0),
    "avslutning": (None, 60.0),
    "ledelse": (None, 180.0),
}


def insides() -> dict[str, str]:
    """Insides of the yellow cells, by name."""
    new = {"navn.digital_hjemmeoppfolging_prosjektets_navn": text("=1+1 er et navn")}
    for place, (name, code, population, month) in PLACES.items():
        new[f"navn.{place}"] = text(name)
        new[f"kommunenummer.{place}"] = text(code)
        new[f"population.{CODES[place]}"] = number(population)
        new[f"joining_time.{CODES[place]}"] = number(month)
    new["sone_for_arbeidsgiveravgift.kommune_1_vertskommunen"] = text("V")
    for group, name in GROUPS.items():
        new[f"navn.pasient{group}"] = text(name)
        new |= {f"{field}.{group}": number(value) for field, value in OF_GROUPS.items()}
    for field, value in ROLES.items():
        new[f"{field}.sykepleier"] = number(value)
        new[f"{field}.leder"] = number(0.0 if field == "minimum_presence" else value)
    for task, (events, minutes) in TASKS.items():
        new[f"hours_per_event.{task}"] = number(minutes)
        if events is not None:
            new[f"events_per_patient_time.{task}.gruppe_1"] = number(events)
    return new | {field: number(value) for field, value in NUMBERS.items()}


@cache
def empty_template() -> bytes:
    """The template, written once."""
    return template_bytes()


@cache
def _filled() -> bytes:
    """The template with everything that is needed."""
    return filled_in(empty_template(), insides())


def filled_template(**otherwise: str) -> bytes:
    """The template filled in; `otherwise` has other insides of single cells, dots as ``__``."""
    new = {name.replace("__", "."): inside for name, inside in otherwise.items()}
    return filled_in(_filled(), new)
