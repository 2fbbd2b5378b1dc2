"""What the rules of the model are called: which of several ways a quantity is made."""

from __future__ import annotations

from gevinst.catalogue import BASIS_UNITS
from gevinst.explaining.appraisal_words import APPRAISAL_RULES
from gevinst.explaining.benefit_words import BENEFIT_RULES
from gevinst.explaining.nodes import Words
from gevinst.explaining.staffing_words import STAFFING_TOLD
from gevinst.results.key_names import KEY_BASES, KEY_COUNTS, KEY_WINDOWS

# The rules that make a quantity of another name: which one of several it is.
RULES: dict[str, Words] = {
    "team_presence_hours": Words("fyller opp til nok er til stede", "fills up until enough are"),
    "linear_ramp": Words("jevn opptrapping", "even ramp-up"),
    "logistic_ramp": Words("S-formet opptrapping", "S-shaped ramp-up"),
    "events_in_service": Words("hendelser som følger pasienttiden", "events by patient time"),
    "events_at_start": Words("hendelser ved oppstart", "events at the start"),
    "events_at_stop": Words("hendelser ved avslutning", "events at the end"),
    "events_of_all_groups": Words("alle pasientgrupper", "all patient groups"),
    "events_by_calendar": Words("hendelser etter kalenderen", "events by the calendar"),
    "events_in_service_here": Words(
        "hendelser som følger kommunens pasienttid", "events by the municipality's patient time"
    ),
    "events_at_start_here": Words(
        "hendelser ved oppstart i kommunen", "events at starts in the municipality"
    ),
    "events_at_stop_here": Words(
        "hendelser ved avslutning i kommunen", "events at stops in the municipality"
    ),
    "staff_cost": Words("lønnskostnad", "staff cost"),
    "fixed_cost": Words("fast kostnad", "fixed cost"),
    "patient_cost": Words("kostnad per pasient", "cost per patient"),
    "kit_cost": Words("utstyr, fordelt over levetiden", "kits, spread over their lifetime"),
    "kit_stock_cost": Words(
        "alt utstyr som eies, fordelt over levetiden, og det som er tapt",
        "all kits owned, spread over their lifetime, and those lost",
    ),
    "one_off_cost": Words("engangskostnad", "one-off cost"),
    "overhead_cost": Words("vertskommunens påslag", "the host's overhead"),
    "equal_basis": Words("like deler", "equal shares"),
    "inhabitant_basis": Words("innbyggere", "inhabitants"),
    "eligible_basis": Words("aktuelle pasienter", "eligible patients"),
    "patient_basis": Words("pasienttid", "patient time"),
    "work_basis": Words("arbeidstimer", "hours of work"),
    "figure_basis": Words("oppgitte tall", "stated figures"),
    "benefit_basis": Words("årets gevinst, tap teller null", "the year's benefit, losses zero"),
    "benefit_basis_of_named": Words(
        "årets gevinst for noen av deltakerne, tap teller null",
        "the year's benefit of some partners, losses zero",
    ),
    "counted_for_all": Words("for alle som er med", "of all who take part"),
    "counted_for_named": Words("for noen av deltakerne", "of some of the partners"),
    "counted_for_users": Words(
        "for dem som har pasienter i måneden", "of those with patients in the month"
    ),
    "basis_of_month": Words("telt i måneden", "counted in the month"),
    "basis_of_year": Words("telt i kalenderåret", "counted in the calendar year"),
    "basis_of_years_before": Words(
        "snitt av kalenderårene før", "mean of the calendar years before"
    ),
    **BENEFIT_RULES,
    **APPRAISAL_RULES,
    "fundable_pool_cost": Words("øremerket en kostnadspakke", "earmarked a pool"),
    "earmark_used_share": Words("øremerkede bidrag", "earmarked contributions"),
    "funding_used_share_of_rest": Words("etter øremerkede bidrag", "after earmarked contributions"),
    "net_cost_of_rest": Words("etter øremerkede bidrag", "after earmarked contributions"),
    "funding_granted_by_benefit": Words("etter andel av gevinsten", "by share of the benefit"),
    "counted_gain_of_municipalities": Words("kommunene samlet", "the municipalities together"),
    "counted_gain_of_actor": Words("aktørens gevinst", "the actor's gain"),
    "charge_due": Words("betalingen", "the charge"),
    "charge_and_settlement_due": Words("betaling og oppgjør", "charge and settlement"),
    "charge_with_vat_due": Words("med merverdiavgift", "with VAT"),
    "municipality_net_cash_with_vat": Words(
        "med merverdiavgift som ikke kompenseres", "with VAT that is not recovered"
    ),
    "fee_for_all": Words("gjelder alle som er med", "for all who take part"),
    "fee_from_lower_end": Words("fra og med nedre ende", "from the lower end on"),
    "fee_to_upper_end": Words("til og med øvre ende", "up to the upper end"),
    "all_patients_charged": Words("alle pasienter", "all patients"),
    "patients_within_band": Words("bare pasientene i båndet", "only patients within the band"),
    "patients_from_lower_end": Words("fra og med nedre ende", "from the lower end on"),
    "patients_to_upper_end": Words("til og med øvre ende", "up to the upper end"),
    "year_fee": Words("per år", "per year"),
    "inhabitant_fee": Words("per innbygger", "per inhabitant"),
    "patient_fee": Words("per pasientmåned", "per patient-month"),
    "start_fee": Words("per oppstart", "per new patient"),
    "joining_fee": Words("for å bli med", "for joining"),
    "key_fee": Words("fast beløp etter nøkkelen", "fixed amount by the key"),
    "charge_by_keys_alone": Words("uten tariff", "without a tariff"),
    "fees_and_rest_by_key": Words("resten etter nøkkelen", "the rest by the key"),
    "fees_and_unit_price": Words(
        "resten etter en pris per pasientmåned", "the rest by a price per patient-month"
    ),
    "fees_alone": Words("bare prisene", "the fees alone"),
    "charge_of_tariff": Words("uten grenser", "without limits"),
    "charge_within_limits": Words("innenfor grensene", "within the limits"),
    "corridor_floor": Words("korridorens nedre ende", "lower end of the corridor"),
    "minimum_floor": Words("minstebeløpet", "the minimum charge"),
    "limited_to_corridor": Words("korridor, samme sum", "corridor, same total"),
    "cut_to_corridor": Words("korridor", "corridor"),
    "limited_from_below": Words("minstebeløp, samme sum", "minimum charge, same total"),
    "raised_to_minimum": Words("minstebeløp", "minimum charge"),
    "minimum_lacking": Words("minstebeløp", "minimum charge"),
    "limited_change": Words(
        "endring fra året før, samme sum", "change from the year before, same total"
    ),
    "limited_change_beyond_total": Words(
        "endring utover samlet endring, samme sum", "change beyond the total's, same total"
    ),
    "cut_change": Words("endring fra året før", "change from the year before"),
    "cut_change_beyond_total": Words("endring utover samlet endring", "change beyond the total's"),
    "change_lacking": Words("endring fra året før", "change from the year before"),
}
BASES = {basis: Words(**texts) for basis, texts in KEY_BASES.items()}
COUNTS = {counts: tuple(Words(**t) for t in texts) for counts, texts in KEY_COUNTS.items()}
WINDOWS = {window: tuple(Words(**t) for t in texts) for window, texts in KEY_WINDOWS.items()}
LIMITS = {
    "corridor": Words("korridor", "corridor"),
    "minimum": Words("minstebeløp", "minimum charge"),
    "change": Words("endring fra året før", "change from the year before"),
}
BASIS_UNITS_OF_YEAR = {
    **BASIS_UNITS,
    "equal": "month",
    "inhabitants": "inhabitant*month",
    "eligible": "patient*month",
}
"""A basis counted in the year is the sum of what is counted in its months."""

_CHANGE_NB = (
    " lenger opp enn {max_rise} eller ned enn {max_fall} fra året før, regnet per"
    " {time_joined_year} (første år fra {last_year_charge} per {last_year_time})"
)
_CHANGE_EN = (
    " by more than {max_rise} up or {max_fall} down from the year before, per {time_joined_year}"
    " (in the first year from {last_year_charge} per {last_year_time})"
)
TOLD: dict[str, Words] = {
    **STAFFING_TOLD,
    "safety_stock": Words(
        "så langt over snittet ({lead_time_demand}) kan det tilfeldige uttaket komme, etter"
        " {service_quantile} og {kits_together} (Poisson, rett linje mellom hele tall)",
        "how far above its mean ({lead_time_demand}) the random demand may come, by"
        " {service_quantile} and {kits_together} (Poisson, a straight line between whole numbers)",
    ),
    "basis_before": Words(
        "snittet over {averaged_years} av {key_basis_year} i årene før, og {key_history}",
        "the mean over {averaged_years} of {key_basis_year} in the years before, and {key_history}",
    ),
    "allocation_share": Words(
        "{mixed_share} i hele {share_step}; de største restene rundes opp, like rester etter"
        " {partner_rank}",
        "{mixed_share} in whole {share_step}; the largest remainders are rounded up, equal ones by"
        " {partner_rank}",
    ),
    "limited_to_corridor": Words(
        "{wanted_charge}, men minst {charge_floor} og høyst {charge_ceiling}; de andre tar resten"
        " i forhold til hva de betaler",
        "{wanted_charge}, but at least {charge_floor} and at most {charge_ceiling}; the others take"
        " the rest in proportion to what they pay",
    ),
    "limited_from_below": Words(
        "{wanted_charge}, men minst {charge_floor}; de andre betaler mindre i forhold til hva de"
        " betaler",
        "{wanted_charge}, but at least {charge_floor}; the others pay less in proportion to what"
        " they pay",
    ),
    "minimum_lacking": Words(
        "det summen av {wanted_charge} mangler på summen av {charge_floor}",
        "what the sum of {wanted_charge} lacks of the sum of {charge_floor}",
    ),
    "limited_change": Words(
        "{wanted_charge}, men ikke" + _CHANGE_NB + "; de andre tar resten",
        "{wanted_charge}, but not" + _CHANGE_EN + "; the others take the rest",
    ),
    "change_lacking": Words(
        "det av {wanted_charge} som ingen kan betale uten at noen går" + _CHANGE_NB,
        "what nobody can pay of {wanted_charge} without somebody moving" + _CHANGE_EN,
    ),
    "limited_change_beyond_total": Words(
        "{wanted_charge}, men ikke"
        + _CHANGE_NB
        + ", utover endringen for alle; de andre tar resten",
        "{wanted_charge}, but not" + _CHANGE_EN + ", beyond the change of all; the others take the"
        " rest",
    ),
    "cut_change": Words(
        "{wanted_charge}, men ikke" + _CHANGE_NB, "{wanted_charge}, but not" + _CHANGE_EN
    ),
    "cut_change_beyond_total": Words(
        "{wanted_charge}, men ikke" + _CHANGE_NB + ", utover endringen for alle",
        "{wanted_charge}, but not" + _CHANGE_EN + ", beyond the change of all",
    ),
}
"""Formulas that no expression says well: what they do, their parameters in braces."""
