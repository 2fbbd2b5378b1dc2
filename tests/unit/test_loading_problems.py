"""One mistake in a valid file at a time: its kind, its place and its line."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from gevinst import parameters
from gevinst.errors import ProjectError
from gevinst.loading import loads

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
TEXT = VALID.read_text("utf-8")

# Words by which the parser and the models betray themselves.
FOREIGN = re.compile(
    r"Input should|Field required|Extra inputs|pydantic|errors\.|validation|valid (?:string|number)"
    r"|tomllib|column \d|Traceback|tuple|dict\b|NoneType|<class|\{\w*\}|<<|>>"
)


@dataclass(frozen=True)
class Case:
    """A change of the valid file, and the problem that it makes.

    `marker` is the text of the line on which the problem is reported, as changed.
    """

    old: str
    new: str
    kind: str
    path: str
    marker: str | None


def case(old: str, new: str, kind: str, path: str, marker: str | None = "") -> Case:
    """The line is that of the new text, unless another one is given (None: no line)."""
    first = new.strip("\n").splitlines()[0] if new.strip("\n") else ""
    return Case(old, new, kind, path, first if marker == "" else marker)


PER_PARTNER = (
    'inclusion_share = { "5546" = 0.2, "5544" = { value = "25 %", note = "Mål for 2028." } }'
)
CASES = [
    # --- keys, types, choices
    case("schema = 1", "schema = 2", "schema.version", "schema"),
    case("schema = 1\n", "", "key.missing", "", None),
    case("[horizon]", "[horison]", "key.unknown", "horison"),
    case("staffing_step", "stafing_step", "key.unknown", "centre.stafing_step"),
    case('curve = "linear"', "", "key.missing", "ramp_up", "[ramp_up]"),
    case("price_year = 2026", 'price_year = "2026"', "whole.wrong_type", "price_year"),
    case("price_year = 2026", "price_year = true", "whole.wrong_type", "price_year"),
    case("years = 10", "years = 41", "whole.bound", "horizon.years"),
    case("years = 10", "years = 10.0", "whole.wrong_type", "horizon.years"),
    case("date = 2026-11-22", 'date = "2026-11-22"', "date.wrong_type", "project.date"),
    case("date = 2026-11-22", "date = 2026-11-22T08:00:00", "date.wrong_type", "project.date"),
    case('name = "Prøveprosjekt"', "name = 7", "text.wrong_type", "project.name"),
    case('name = "Prøveprosjekt"', 'name = " "', "text.empty", "project.name"),
    case('name = "Prøveprosjekt"', f'name = "{"x" * 201}"', "text.too_long", "project.name"),
    case('name = "Prøveprosjekt"', 'name = "a\\u0007"', "text.control", "project.name"),
    case('id = "kols"\n', 'id = "Kols"\n', "text.id", "groups[0].id"),
    case('curve = "linear"', 'curve = "linaer"', "choice.unknown", "ramp_up.curve"),
    case('kind = "kit"', 'kind = "kitt"', "choice.unknown", "cost_lines[2].kind"),
    case('kind = "kit"', "kind = 3", "choice.unknown", "cost_lines[2].kind"),
    case('kind = "kit"\n', "", "key.missing", "cost_lines[2]", "[[cost_lines]]"),
    case('code = "unn"', 'code = "unn"\njoins = "2027-01"', "key.unknown", "partners[2].joins",
         'joins = "2027-01"'),
    case('groups = ["kols"]\n\n[[tasks]]', 'groups = "kols"\n\n[[tasks]]', "list.expected",
         "tasks[0].groups"),
    case('groups = ["kols"]\n\n[[tasks]]', "groups = []\n\n[[tasks]]", "list.too_short",
         "tasks[0].groups"),
    case('groups = ["kols"]\n\n[[tasks]]', "groups = [1]\n\n[[tasks]]", "text.wrong_type",
         "tasks[0].groups[0]"),
    case("[[funding]]",
         '[[accepted_overlaps]]\nlines = ["admissions"]\nreason = "b"\n\n[[funding]]',
         "list.too_few", "accepted_overlaps[0].lines", 'lines = ["admissions"]'),
    case("[[funding]]",
         '[[accepted_overlaps]]\nlines = [7, "admissions"]\nreason = "b"\n\n[[funding]]',
         "text.wrong_type", "accepted_overlaps[0].lines[0]", 'lines = [7, "admissions"]'),
    case("[ramp_up]\n", "ramp_up = 3\n[foo]\n", "key.missing", "", None),
    case("[[funding]]", "[funding]", "list.single_brackets", "funding"),
    case('unit = "admission"', 'unit = "admision"', "choice.unknown", "benefits[0].unit"),
    case('unit = "admission"', 'unit = "NOK"', "choice.unknown", "benefits[0].unit"),
    # --- numbers
    case("value = 1196", 'value = "1196 patient"', "unit.wrong_dimension",
         "partners[0].population.value",
         'population = { value = "1196'),
    case('staffing_step = "0.1 FTE"', "staffing_step = 0", "number.bound",
         "centre.staffing_step"),
    case("closed_days = 10", "closed_days = nan", "number.not_finite", "centre.closed_days"),
    case("closed_days = 10", "closed_days = [10]", "number.wrong_type", "centre.closed_days"),
    case('mean_stay = "18 month"', 'mean_stay = "18 moth"', "unit.unknown_unit",
         "groups[0].mean_stay"),
    case('mean_stay = "18 month"', 'mean_stay = "18"', "unit.missing_unit", "groups[0].mean_stay"),
    case('time = "10 work_minute/event"', 'time = "10 work_minute"', "unit.missing_per",
         "tasks[0].time"),
    case('"1 event/patient/week"', '"1 event/week"', "number.unit_follows", "tasks[0].events",
         'events = "1 event/week"'),
    case("26153 NOK/admission", "26153 NOK/bed_day", "number.unit_follows",
         "benefits[0].unit_value", 'unit_value = "26153 NOK/bed_day"'),
    case("low = -0.2", "low = -1.2", "number.bound", "benefits[0].effect.low", "effect ="),
    case("low = -0.2", "low = 0.2", "range.low", "benefits[0].effect.low", "effect ="),
    case("high = 0.1", "hgh = 0.1", "key.unknown", "benefits[0].effect.hgh", "effect ="),
    case(", high = 0.1", "", "value.missing_key", "benefits[0].effect", "effect ="),
    case("pension_share = 0.15", "pension_share = { source = 'x' }", "value.no_form",
         "centre.roles[0].pension_share"),
    case("inclusion_share = 0.25", "inclusion_share = 1.25", "number.bound",
         "groups[1].inclusion_share"),
    case('"5544" = 30', '"5544" = -30', "number.bound", "groups[1].eligible.5544"),
    # --- months and opening hours
    case('joins = "2026-10"', 'joins = "2026-13"', "month.malformed", "partners[1].joins"),
    case('joins = "2026-10"', "joins = 2026-10-01", "month.wrong_type", "partners[1].joins"),
    case("08:00-12:00, 12:30-15:30", "08:00-16", "hours.malformed", "centre.opening_hours.tuesday",
         "tuesday"),
    case("08:00-12:00, 12:30-15:30", "08:00-24:01", "hours.malformed",
         "centre.opening_hours.tuesday", "tuesday"),
    case("08:00-12:00, 12:30-15:30", "22:00-06:00", "hours.backwards",
         "centre.opening_hours.tuesday", "tuesday"),
    case("08:00-12:00, 12:30-15:30", "08:00-12:00, 11:30-15:30", "hours.overlap",
         "centre.opening_hours.tuesday", "tuesday"),
    case('tuesday = "08:00-12:00, 12:30-15:30"', "tuesday = 8", "hours.wrong_type",
         "centre.opening_hours.tuesday"),
    case('monday = "08:00-15:30"\ntuesday = "08:00-12:00, 12:30-15:30"', "", "hours.never_open",
         "centre.opening_hours", "[centre.opening_hours]"),
    case("closed_days = 10", "closed_days = 104", "hours.always_closed", "centre.closed_days"),
    # --- names and references
    case('code = "5544"', "code = 5544", "text.code_number", "partners[1].code"),
    case('code = "unn"', 'code = "UNN"', "text.code", "partners[2].code"),
    case('code = "unn"', 'code = "gp"', "name.reserved", "partners[2].code"),
    case('code = "5544"', 'code = "554"', "name.municipality_code", "partners[1].code"),
    case('name = "Nordreisa"', 'name = "Kvænangen"', "name.repeated", "partners[1].name"),
    case('id = "support"', 'id = "follow_up"', "name.repeated", "tasks[1].id"),
    case('id = "kit"', 'id = "licence"', "name.repeated", "cost_lines[2].id"),
    case('id = "platform"', 'id = "nurse"', "name.line_is_role", "cost_lines[0].id"),
    case('basis = "inhabitants"', 'basis = "equal"', "name.repeated", "price_model.keys[1].basis"),
    case('role = "nurse"\nper = "year"', 'role = "nrse"\nper = "year"', "reference.unknown",
         "tasks[1].role"),
    case('groups = ["kols"]\nindicator', 'groups = ["kosl"]\nindicator', "reference.unknown",
         "benefits[0].groups[0]"),
    case('groups = ["kols"]\nindicator', 'groups = ["kols", "kols"]\nindicator',
         "reference.twice", "benefits[0].groups[1]"),
    case('host = "5546"', 'host = "5545"', "reference.unknown", "centre.host"),
    case('host = "5546"', 'host = "unn"', "reference.host_not_paying", "centre.host"),
    case('payroll_tax_zone = "V"\n', "", "reference.host_without_zone", "partners[0]",
         "[[partners]]"),
    case('payroll_tax_zone = "V"', 'payroll_tax_zone = "VI"', "choice.unknown",
         "partners[0].payroll_tax_zone"),
    case('funder = "state"', 'funder = "stat"', "reference.unknown", "funding[0].funder"),
    case('funder = "state"', 'funder = "5544"', "reference.funder_pays", "funding[0].funder"),
    case('receiver = "unn"', 'receiver = "unm"', "reference.unknown", "benefits[0].receiver"),
    case('payer = "municipality"', 'payer = "5544"', "reference.actor_is_municipality",
         "benefits[0].payer"),
    case('"5546" = 8\n', "", "reference.partner_missing", "groups[1].eligible",
         "[groups.eligible]"),
    case(PER_PARTNER, 'inclusion_share = { "5546" = 0.2 }', "reference.partner_missing",
         "groups[0].inclusion_share"),
    case('"5544" = 3\n', '"unn" = 3\n', "reference.unknown", "groups[1].opening_patients.unn"),
    case('opening_patients = { "5544" = 0 }\n', "", "reference.opening_missing", "groups[0]",
         "[[groups]]"),
    case('opening_patients = { "5544" = 0 }', "opening_patients = {}", "reference.opening_missing",
         "groups[0].opening_patients"),
    case('joins = "2027-01"', 'joins = "2026-12"', "reference.opening_missing",
         "groups[1].opening_patients", "[groups.opening_patients]"),
    case("[groups.eligible]\n", "eligible = 8\n[foo]\n", "table.per_partner", "groups[1].eligible"),
    # --- one of two, both, none
    case('inclusion_share = 0.25', 'eligible_per_inhabitant = 0.01\ninclusion_share = 0.25',
         "choice.both", "groups[1].eligible", "[groups.eligible]"),
    case('eligible_per_inhabitant = { value = 0.006, source = "Egen kilde", note = "Anslag." }\n',
         "", "choice.neither", "groups[0]", "[[groups]]"),
    case('amount = "300000 NOK/year"\n', "", "choice.neither", "funding[0]", "[[funding]]"),
    case('amount = "300000 NOK/year"', 'amount = 3\nshare = 0.2', "choice.both",
         "funding[0].share", "share = 0.2"),
    case('curve = "linear"', 'curve = "logistic"', "group.steepness_missing", "groups[0]",
         "[[groups]]"),
    case("ramp_time = 18\n", "ramp_time = 18\nramp_steepness = 4\n", "group.steepness_unused",
         "groups[1].ramp_steepness", "ramp_steepness = 4"),
    case("vat_rate = 0.25\n", "", "key.together", "cost_lines[0].vat_not_recovered_share",
         "vat_not_recovered_share = 0.0"),
    case("events = 12", 'events = 12\ngroups = ["kols"]', "task.groups_unused", "tasks[1].groups",
         'groups = ["kols"]'),
    case('class = "capacity"', 'class = "transfer"', "benefit.counterparty_missing", "benefits[0]",
         "[[benefits]]"),
    case('class = "capacity"', 'class = "transfer"\ncounterparty = "unn"',
         "benefit.counterparty_receives", "benefits[0].counterparty", 'counterparty = "unn"'),
    case('class = "capacity"', 'class = "transfer"\ncounterparty = "stat"', "reference.unknown",
         "benefits[0].counterparty", 'counterparty = "stat"'),
    case('class = "capacity"', 'class = "transfer"\ncounterparty = "5544"',
         "reference.actor_is_municipality", "benefits[0].counterparty", 'counterparty = "5544"'),
    case('class = "capacity"', 'class = "capacity"\ncounterparty = "state"',
         "benefit.counterparty_unused", "benefits[0].counterparty", 'counterparty = "state"'),
    case('unit_value = "26153 NOK/admission"\n', "", "benefit.value_missing", "benefits[0]",
         "[[benefits]]"),
    case('class = "capacity"', 'class = "quality_unpriced"', "benefit.value_unused",
         "benefits[0].unit_value", "unit_value"),
    # --- months against the horizon, and counts
    case('leaves = "2031-07"', 'leaves = "2027-01"', "period.leaves_before_joining",
         "partners[0].leaves"),
    case('joins = "2026-10"', 'joins = "2037-01"', "period.joins_after_horizon",
         "partners[1].joins"),
    case('joins = "2026-10"', 'joins = "2026-10"\nleaves = "2027-01"',
         "period.leaves_before_horizon", "partners[1].leaves", 'leaves = "2027-01"'),
    case('month = "2027-01"', 'month = "2026-12"', "period.outside_horizon",
         "cost_lines[3].month"),
    case('month = "2027-01"', 'month = "2037-01"', "period.outside_horizon",
         "cost_lines[3].month"),
    case('last_month = "2028-12"', 'last_month = "2026-12"', "period.last_before_first",
         "funding[0].last_month"),
    case('first_month = "2027-01"\nlast_month = "2028-12"',
         'first_month = "2037-01"\nlast_month = "2037-12"', "period.funding_outside",
         "funding[0].first_month"),
    case('"5544" = 3\n', '"5544" = 31\n', "count.opening_above_eligible",
         "groups[1].opening_patients.5544"),
    case('joins = "2026-10"', 'joins = "2027-02"', "count.opening_before_joining",
         "groups[1].opening_patients.5544", '"5544" = 3'),
    case("weight = 0.3", "weight = 0\n#", "count.weights_zero", "price_model.keys[0].weight",
         "weight = 0"),
]  # fmt: skip


def changed(example: Case) -> str:
    assert example.old in TEXT
    text = TEXT.replace(example.old, example.new, 1)
    if example.kind == "count.weights_zero":
        text = text.replace("weight = 0.7", "weight = 0.0")
    return text


@pytest.mark.parametrize("example", CASES, ids=lambda c: f"{c.kind}-{c.path}")
def test_a_mistake_is_named_with_its_place_and_line(example: Case) -> None:
    text = changed(example)

    with pytest.raises(ProjectError) as caught:
        loads(text, "prosjekt.toml")

    found = [(p.kind, p.path) for p in caught.value.problems]
    assert (example.kind, example.path) in found
    problem = caught.value.problems[found.index((example.kind, example.path))]
    assert problem.file == "prosjekt.toml"
    if example.marker is None:
        assert problem.line is None
    else:
        assert text.splitlines()[problem.line - 1].startswith(example.marker)


@pytest.mark.parametrize("example", CASES, ids=lambda c: f"{c.kind}-{c.path}")
def test_no_word_of_the_parser_or_the_models_reaches_the_user(example: Case) -> None:
    with pytest.raises(ProjectError) as caught:
        loads(changed(example), "prosjekt.toml")

    for text in (caught.value.text("nb"), caught.value.text("en")):
        assert not FOREIGN.search(text), text
        assert "value.invalid" not in [p.kind for p in caught.value.problems]


def test_one_mistake_gives_few_problems() -> None:
    """A message that the user must see through others is half lost."""
    counts = []
    for example in CASES:
        with pytest.raises(ProjectError) as caught:
            loads(changed(example), "prosjekt.toml")
        counts.append(len(caught.value.problems))

    assert max(counts) <= 6
    assert sum(count == 1 for count in counts) > 0.9 * len(counts)


def test_everything_wrong_is_found_at_once_and_by_line() -> None:
    separate = [c for c in CASES if c.kind in {"whole.bound", "month.malformed", "text.id"}]
    text = TEXT
    for example in separate:
        text = text.replace(example.old, example.new, 1)

    with pytest.raises(ProjectError) as caught:
        loads(text)

    kinds = {p.kind for p in caught.value.problems}
    lines = [p.line for p in caught.value.problems]
    assert kinds >= {"whole.bound", "month.malformed", "text.id", "reference.unknown"}
    assert lines == sorted(lines)


def test_a_repeated_name_tells_where_the_first_one_is() -> None:
    text = TEXT.replace('name = "Nordreisa"', 'name = "Kvænangen"')

    with pytest.raises(ProjectError) as caught:
        loads(text)

    line = text.splitlines().index('name = "Kvænangen"') + 1
    assert caught.value.problems[0].facts["first_line"] == line
    assert f"på linje {line}" in caught.value.text("nb")


def test_a_misspelt_key_is_not_reported_as_missing_too() -> None:
    text = TEXT.replace("staffing_step", "stafing_step").replace("[horizon]", "[horison]")
    text = text.replace("high = 0.1", "hgh = 0.1")

    with pytest.raises(ProjectError) as caught:
        loads(text)

    assert [p.path for p in caught.value.problems] == [
        "horison",
        "centre.stafing_step",
        "benefits[0].effect.hgh",
    ]


def test_what_a_table_lacks_is_one_problem() -> None:
    text = TEXT.replace("closed_days = 10\n", "").replace("[centre.opening_hours]", "[foo]")

    with pytest.raises(ProjectError) as caught:
        loads(text)

    missing = next(p for p in caught.value.problems if p.kind == "key.missing")
    assert missing.path == "centre"
    assert missing.facts["missing"] == ("closed_days", "[centre.opening_hours]")


def test_a_code_written_as_a_number_is_one_problem_and_not_many() -> None:
    text = TEXT.replace('code = "5546"', "code = 5546")

    with pytest.raises(ProjectError) as caught:
        loads(text)

    assert [p.kind for p in caught.value.problems] == ["text.code_number"]


def test_the_nearest_name_is_suggested() -> None:
    for old, new, suggestion in (
        ("staffing_step", "stafing_step", "staffing_step"),
        ('curve = "linear"', 'curve = "Linear"', "linear"),
        ('receiver = "unn"', 'receiver = "unm"', "unn"),
        ('mean_stay = "18 month"', 'mean_stay = "18 moths"', "month"),
    ):
        with pytest.raises(ProjectError) as caught:
            loads(TEXT.replace(old, new, 1))
        suggestions = [p.facts.get("suggestion") for p in caught.value.problems]
        assert suggestion in suggestions


def test_a_project_without_payers_is_refused() -> None:
    start, end = TEXT.index("[[partners]]"), TEXT.index('[[partners]]\nkind = "hospital_trust"')

    with pytest.raises(ProjectError) as caught:
        loads(TEXT[:start] + TEXT[end:])

    assert "reference.no_paying_partner" in [p.kind for p in caught.value.problems]


def test_one_partner_alone_without_options_is_a_project() -> None:
    text = TEXT
    for start, end in (
        ('[[partners]]\nkind = "municipality"\ncode = "5544"', "[ramp_up]"),
        ('[[groups]]\nid = "heart-failure"', "[[tasks]]"),
        ("[[cost_lines]]", "[price_model]"),
        ("[[benefits]]", None),
    ):
        first = text.index(start)
        last = len(text) if end is None else text.index(end)
        text = text[:first] + text[last:]
    text = text.replace(PER_PARTNER, "inclusion_share = 0")
    text = text.replace('opening_patients = { "5544" = 0 }\n', "")

    project = loads(text)

    assert len(project.partners) == 1
    assert (project.cost_lines, project.funding, project.benefits) == ((), (), ())


def test_the_centre_may_be_open_on_one_single_day_of_the_year() -> None:
    """52 weeks of two open days, as the model counts them: 104 closed days are all of them."""
    project = loads(TEXT.replace("closed_days = 10", "closed_days = 103"))

    weeks = parameters.number("definitions.opening_weeks_per_year", project.project.date)
    days = weeks * project.centre.opening_hours.open_days()
    assert days - project.centre.closed_days.likely == 1


def test_who_joins_when_the_horizon_starts_or_later_need_not_state_opening_patients() -> None:
    for joins in ("2027-01", "2027-02"):
        text = TEXT.replace('joins = "2026-10"', f'joins = "{joins}"')
        text = text.replace('opening_patients = { "5544" = 0 }\n', "")
        text = text.replace('[groups.opening_patients]\n"5544" = 3\n', "")

        assert loads(text).groups[0].opening_patients is None
