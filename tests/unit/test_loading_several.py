"""Several mistakes in a file: all are told at once, and none that only follows from another."""

from pathlib import Path

import pytest

from gevinst.errors import ProjectError
from gevinst.loading import loads

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
TEXT = VALID.read_text("utf-8")


def spoilt(*changes: tuple[str, str]) -> list[tuple[str, int | None]]:
    """Kind and line of each problem of the valid file with some lines changed."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    with pytest.raises(ProjectError) as caught:
        loads(text)
    return [(p.kind, p.line) for p in caught.value.problems]


def line_of(start: str) -> int:
    """Line of the valid file that starts so."""
    return next(n for n, line in enumerate(TEXT.split("\n"), 1) if line.startswith(start))


def test_every_slip_of_syntax_is_told_at_once_with_what_else_is_wrong() -> None:
    """Decimal commas, a text without quotes and a date, and a number outside its bounds."""
    found = spoilt(
        ("pension_share = 0.15", "pension_share = 0,15"),
        ("weight = 0.3", "weight = 0,3"),
        ('curve = "linear"', "curve = linear"),
        ("date = 2026-11-22", "date = 22.11.2026"),
        ('name = "Lisens"', 'name = "Lisens'),
        ("years = 10", "years = 41"),
    )

    assert found == [
        ("toml.date", line_of("date =")),
        ("whole.bound", line_of("years =")),
        ("toml.text_unquoted", line_of("curve =")),
        ("toml.decimal_comma", line_of("pension_share")),
        ("toml.unclosed_text", line_of('name = "Lisens"')),
        ("toml.decimal_comma", line_of("weight = 0.3")),
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ('code = "5546"', "code = 0546", "toml.leading_zero"),
        ('kind = "municipality"', "kind = municipality", "toml.text_unquoted"),
        ("first_year = 2027", "first_year = 2 027", "toml.digit_groups"),
        ('id = "kols"', "id = kols", "toml.text_unquoted"),
        ('"5546" = 8', '"5546" = 8,5', "toml.decimal_comma"),
        ('mean_stay = "18 month"', "mean_stay = 18 month", "toml.unit_unquoted"),
        ('host = "5546"', 'host = "5546"\nhost = "5544"', "toml.repeated"),
        ("date = 2026-11-22", "date = 2026-11-31", "toml.date"),
        ("date = 2026-11-22", "date = 2026-1-3", "toml.date"),
        ("date = 2026-11-22", "date = 22/11/2026", "toml.date"),
    ],
)
def test_a_slip_of_syntax_leads_to_no_other_problem(old: str, new: str, kind: str) -> None:
    """What stands for a value that cannot be read is never reported itself."""
    assert [found for found, _ in spoilt((old, new))] == [kind]


def test_where_the_rest_cannot_be_read_the_error_says_so() -> None:
    text = TEXT.replace('groups = ["kols"]', 'groups = ["kols"', 1)

    with pytest.raises(ProjectError) as caught:
        loads(text)

    assert "Resten av fila blir sjekket når dette er rettet." in caught.value.text("nb")


def test_a_file_of_nothing_but_slips_is_given_up_in_time() -> None:
    """So many problems as can be read, and no more rounds of parsing than that."""
    with pytest.raises(ProjectError) as caught:
        loads("".join(f"a{n} = 0,3\n" for n in range(2000)))

    assert 40 <= len(caught.value.problems) <= 50


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("years = 10", "years = 0", ["whole.bound"]),
        ("first_year = 2027", "first_year = 1", ["whole.bound"]),
        ('[[groups]]\nid = "kols"', "[[groups]]\nid = 7", ["text.wrong_type"]),
        ("[[centre.roles]]", "[centre.roles]", ["list.single_brackets"]),
        ('kind = "municipality"', 'kind = "municipalty"', ["choice.unknown"]),
        ('code = "5546"', "code = true", ["text.wrong_type"]),
    ],
)
def test_what_only_follows_from_another_problem_is_not_told(
    old: str, new: str, kinds: list[str]
) -> None:
    assert [kind for kind, _ in spoilt((old, new))] == kinds


def test_a_table_for_the_list_of_partners_is_one_problem() -> None:
    """Not one for each place that names a partner."""
    start = TEXT.index("[[partners]]")
    end = TEXT.index("[ramp_up]")
    one = '[partners]\nkind = "municipality"\ncode = "5546"\nname = "A"\n\n'

    with pytest.raises(ProjectError) as caught:
        loads(TEXT[:start] + one + TEXT[end:])

    assert [p.kind for p in caught.value.problems] == ["list.single_brackets"]


def test_a_list_for_the_table_of_the_centre_is_one_problem() -> None:
    start = TEXT.index("[centre]")
    end = TEXT.index("[[cost_lines]]")

    with pytest.raises(ProjectError) as caught:
        loads(TEXT[:start] + '[[centre]]\nhost = "5546"\n\n' + TEXT[end:])

    assert [p.kind for p in caught.value.problems] == ["table.expected"]
