"""A whole valid project: what can be read from it."""

import datetime as dt
import pickle
from pathlib import Path

import pytest
from pydantic import ValidationError

from gevinst.loading import load, loads
from gevinst.schema import Month, Project, Value
from gevinst.schema.opening_hours import Span

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
TEXT = VALID.read_text("utf-8")


@pytest.fixture(scope="module")
def project() -> Project:
    return load(VALID)


def test_tables_become_records_with_the_names_of_the_grammar(project: Project) -> None:
    assert project.schema_version == 1
    assert project.project.date == dt.date(2026, 11, 22)
    assert project.partners[0].leaves == Month(2031, 7)
    assert project.tasks[1].manual_share is None
    assert project.cost_lines[3].month == Month(2027, 1)
    assert project.benefits[0].class_ == "capacity"


def test_partners_are_told_apart(project: Project) -> None:
    assert [p.code for p in project.paying_partners] == ["5546", "5544"]
    assert [p.code for p in project.hospital_trusts] == ["unn"]
    assert project.host.name == "Kvænangen"


def test_opening_hours_add_up(project: Project) -> None:
    hours = project.centre.opening_hours

    assert hours.open_days() == 2
    assert hours.weekly_hours() == 14.5
    assert hours.days()["tuesday"] == (Span(480, 720), Span(750, 930))


def test_a_table_gives_its_source_to_values_that_have_none(project: Project) -> None:
    values = dict(project.values())

    own = values["groups[0].eligible_per_inhabitant"]
    inherited = values["groups[0].mean_stay"]
    by_partner = values["groups[0].inclusion_share.5544"]
    assert (own.source, own.inherited) == ("Egen kilde", ())
    assert (inherited.source, inherited.inherited) == ("Felles kilde for gruppen", ("source",))
    assert (by_partner.source, by_partner.note) == ("Felles kilde for gruppen", "Mål for 2028.")
    assert values["groups[1].mean_stay"].source is None


def test_every_value_is_reached_in_the_order_of_the_file(project: Project) -> None:
    paths = [path for path, _ in project.values()]

    assert len(paths) == len(set(paths)) == 47
    assert paths[:3] == [
        "horizon.population_growth", "horizon.real_wage_growth", "partners[0].population"
    ]  # fmt: skip
    assert paths[-1] == "benefits[0].unit_value"
    assert all(isinstance(value, Value) for _, value in project.values())


def test_the_order_of_the_file_is_kept_also_within_a_table() -> None:
    swapped = TEXT.replace('closed_days = 10\nstaffing_step = "0.1 FTE"', "@").replace(
        "@", 'staffing_step = "0.1 FTE"\nclosed_days = 10'
    )

    paths = [path for path, _ in loads(swapped).values()]

    assert paths.index("centre.staffing_step") < paths.index("centre.closed_days")


def test_nothing_can_be_changed(project: Project) -> None:
    with pytest.raises(ValidationError):
        project.price_year = 2030
    with pytest.raises(AttributeError):
        project.groups[0].mean_stay.likely = 3.0


def test_a_project_survives_pickling(project: Project) -> None:
    twin = pickle.loads(pickle.dumps(project))  # noqa: S301

    assert twin == project
    assert twin.checksum == project.checksum


def test_a_transfer_names_who_pays_it() -> None:
    project = loads(
        TEXT.replace('class = "capacity"', 'class = "transfer"\ncounterparty = "state"')
    )

    line = project.benefits[0]
    assert (line.payer, line.counterparty, line.receiver) == ("municipality", "state", "unn")
    assert loads(TEXT).benefits[0].counterparty is None


def test_quality_without_a_price_has_no_value_at_all() -> None:
    text = TEXT.replace('unit_value = "26153 NOK/admission"\n', "")

    weighed = 'plus_minus = { importance = "large", extent = 1, reason = "Sagt av brukerne" }'
    unpriced = text.replace('class = "capacity"', f'class = "quality_unpriced"\n{weighed}')

    project = loads(unpriced)

    assert project.benefits[0].unit_value is None
    assert "benefits[0].unit_value" not in dict(project.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"18 month"', '"1.5 year"'),
        ("ramp_time = 18\n", "ramp_time = { value = 18 }\n"),
        ("# A valid", "# Another"),
        ('note = "Uendret folketall."', 'note = "Noe annet."'),
        ('description = "Tallene er oppdiktet."\n', ""),
        ('id = "nurse"\nname = "Sykepleier"', 'name = "Sykepleier"\nid = "nurse"'),
    ],
)
def test_the_checksum_is_the_same_however_the_same_thing_is_written(
    project: Project, old: str, new: str
) -> None:
    changed = TEXT.replace(old, new)

    assert changed != TEXT
    assert loads(changed).checksum == project.checksum


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value = 1196", "value = 1197"),
        ("low = -0.2", "low = -0.21"),
        ('means = "limits"', 'means = "80 % interval"'),
        ('joins = "2026-10"', 'joins = "2026-11"'),
        ('name = "Nordreisa"', 'name = "Nordreise"'),
        ('period = "month"', 'period = "year"'),
        ('monday = "08:00', 'monday = "08:01'),
        ("years = 10", "years = 11"),
    ],
)
def test_the_checksum_changes_with_what_counts(project: Project, old: str, new: str) -> None:
    changed = TEXT.replace(old, new)

    assert changed != TEXT
    assert loads(changed).checksum != project.checksum


def test_a_checksum_is_sha256_in_hexadecimal(project: Project) -> None:
    assert len(project.checksum) == 64
    assert set(project.checksum) <= set("0123456789abcdef")


def test_a_changed_copy_has_a_checksum_of_its_own(project: Project) -> None:
    first = project.checksum

    changed = project.model_copy(update={"price_year": project.price_year + 1})

    assert changed.checksum != first == project.checksum == project.model_copy().checksum


def test_months_are_ordered_and_counted() -> None:
    assert Month.parse("2028-03").index(2027) == 14
    assert Month.parse("2026-12").index(2027) == -1
    assert Month(2026, 12) < Month(2027, 1)
    assert str(Month(2027, 3)) == "2027-03"
    for text in ("2027-13", "2027-00", "2027-1", "27-01", "2027-01-01", "2027-01\n", "٢٠٢٧-01"):
        with pytest.raises(ValueError):  # noqa: PT011  the text is the message
            Month.parse(text)
