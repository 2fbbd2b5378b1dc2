"""Files that are no project file, and text that is no TOML."""

import os
import time
from pathlib import Path

import pytest

from gevinst.errors import ProjectError, QuantityError
from gevinst.loading import example, example_names, load, loads
from gevinst.loading.limits import DEEPEST, LONGEST_WORD, MOST_BYTES

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
TEXT = VALID.read_text("utf-8")


def problem_of(path: Path | str) -> tuple[str, int | None]:
    with pytest.raises(ProjectError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert problem.file == os.fspath(path)
    assert caught.value.text("nb") != caught.value.text("en")
    return problem.kind, problem.line


def problem_in(text: str) -> tuple[str, int | None]:
    with pytest.raises(ProjectError) as caught:
        loads(text)
    return caught.value.problems[0].kind, caught.value.problems[0].line


def test_a_file_that_is_not_there_is_missing_and_its_neighbour_suggested(tmp_path: Path) -> None:
    (tmp_path / "prosjekt.toml").write_text(TEXT, "utf-8")

    with pytest.raises(ProjectError) as caught:
        load(tmp_path / "prosjket.toml")

    assert caught.value.problems[0].kind == "file.missing"
    assert "«prosjekt.toml»" in caught.value.text("nb")


def test_odd_paths_are_errors_of_ours(tmp_path: Path) -> None:
    assert problem_of(tmp_path) == ("file.directory", None)
    assert problem_of(tmp_path / "no" / "such.toml") == ("file.missing", None)
    assert problem_of("a\0b.toml")[0] == "file.unreadable"
    assert problem_of("x" * 5000 + ".toml")[0] == "file.unreadable"
    assert problem_of("")[0] in {"file.missing", "file.directory"}


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device file")
def test_a_device_is_no_project_file() -> None:
    assert problem_of("/dev/null")[0] == "file.unreadable"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs file permissions")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.touch(mode=0o000)

    assert problem_of(path) == ("file.permission", None)


def test_permission_errors_are_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "secret detail")

    monkeypatch.setattr(Path, "open", refuse)

    assert problem_of(VALID) == ("file.permission", None)


def test_another_file_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "prosjekt.ods"
    path.write_bytes(b"PK\x03\x04")

    assert problem_of(path) == ("file.suffix", None)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "stor.toml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))

    assert problem_of(path) == ("file.too_large", None)
    assert problem_in("#" * (MOST_BYTES + 1)) == ("file.too_large", None)


def test_text_that_is_not_utf_8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes('schema = 1\nname = "Kåfjord"\n'.encode("latin-1"))

    assert problem_of(path) == ("file.encoding", 2)


def test_utf_16_is_refused_and_a_byte_order_mark_accepted(tmp_path: Path) -> None:
    path = tmp_path / "notisblokk.toml"

    path.write_text(TEXT, "utf-16")
    assert problem_of(path) == ("file.encoding", 1)

    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert load(path).checksum == load(VALID).checksum
    assert load(str(path)) == load(path)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("weight = 0.3", "weight = 0,3", "toml.decimal_comma"),
        ("low = -0.2,", "low = -0,2,", "toml.decimal_comma"),
        ('joins = "2026-10"', "joins = 2026-10", "toml.month_unquoted"),
        ("value = 1196", "value = 1 196", "toml.digit_groups"),
        ('id = "kols"', "id = kols", "toml.text_unquoted"),
        ('groups = ["kols"]', "groups = [kols]", "toml.text_unquoted"),
        ('code = "5544"', "code = 0544", "toml.leading_zero"),
        ("closed_days = 10", "closed_days = 10 dager", "toml.unit_unquoted"),
        ("pension_share = 0.15", "pension_share = 15 %", "toml.unit_unquoted"),
        ('"Sykepleier"', "«Sykepleier»", "toml.typographic_quotes"),
        ('"Sykepleier"', "“Sykepleier”", "toml.typographic_quotes"),
        ('"Sykepleier"', '"C:\\Sykepleier"', "toml.backslash"),
        ('"Sykepleier"', '"Sykepleier', "toml.unclosed_text"),
        ('groups = ["kols"]\nindicator', 'groups = ["kols"\nindicator', "toml.unclosed_list"),
        ("closed_days = 10", "closed_days = 10\nclosed_days = 11", "toml.repeated"),
        ("[horizon]", "[project]", "toml.repeated"),
        ("years = 10", "years 10", "toml.syntax"),
        ("years = 10", "years =", "toml.syntax"),
        ("years = 10", "= 10", "toml.syntax"),
    ],
)
def test_common_slips_of_syntax_are_explained(old: str, new: str, kind: str) -> None:
    text = TEXT.replace(old, new, 1)

    found, line = problem_in(text)

    assert found == kind
    marker = new.splitlines()[-1]
    assert marker.strip("[]") in text.splitlines()[line - 1] or kind == "toml.unclosed_list"


def test_a_syntax_error_tells_nothing_of_the_parser() -> None:
    with pytest.raises(ProjectError) as caught:
        loads("a = \x1b[31m", "x.toml")

    assert caught.value.text("en") == (
        "One problem in x.toml:\n"
        '  line 1: The line cannot be read as TOML: "a = \\x1b[31m". Write name = value. Look at'
        " the line above too. The rest of the file is checked once this is corrected."
    )


def test_a_file_that_ends_too_early_says_so() -> None:
    assert problem_in("a = ") == ("toml.end", 1)
    assert problem_in('a = """x\n\n') == ("toml.unclosed_text", 2)
    assert problem_in("") == ("key.missing", None)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{b=" * 100_000,
        "a" + ".a" * 100_000 + " = 1",
        "[" + "a." * 100_000 + "a]",
        "[a]\nb = [" + "[],[" * 100_000,
        "a = [\n" + "[\n" * 50_000,
    ],
    ids=["lists", "tables", "dotted key", "dotted heading", "comma", "lines"],
)
def test_deep_nesting_is_refused_before_parsing(text: str) -> None:
    assert problem_in(text) in {("file.too_deep", line) for line in range(1, DEEPEST + 3)}


def test_endless_numbers_are_refused_before_parsing() -> None:
    assert problem_in("a = " + "9" * 100_000) == ("file.word_too_long", 1)
    assert problem_in("a = " + "9" * LONGEST_WORD)[0] == "key.unknown"


@pytest.mark.parametrize(
    "text",
    [
        "[[a]]\n" * 40_000,
        "\n".join(f"k{i} = {i}" for i in range(20_000)),
        TEXT.replace('groups = ["kols"]', "groups = [" + '"kosl",' * 50_000 + "]", 1),
        TEXT.replace("[groups.eligible]", "[groups.eligible]\n" + "\n".join(
            f'"{i:06d}" = "1 pasienter og litt til"' for i in range(9_000))),
        TEXT + '[[tasks]]\nid="t"\nname="t"\nrole="n"\nper="start"\nevents="1 evnt"\n' * 3_000,
        'a = """' + '\\"""' * 200_000,
        "a = " + '"' * 900_000,
        '"' * 900_001,
        TEXT.replace("closed_days = 10", "closed_days = {value=1," + ",".join(
            f"sourc{i} = 1" for i in range(20_000)) + "}"),
    ],
    ids=["headings", "keys", "references", "partners", "tasks", "quotes", "even", "odd", "value"],
)  # fmt: skip
def test_a_hostile_file_takes_bounded_time(text: str) -> None:
    """Bounded by the work, not by a stop watch: the limit is far above what any machine needs."""
    start = time.process_time()

    with pytest.raises(ProjectError) as caught:
        loads(text[:MOST_BYTES])

    assert len(caught.value.text("nb")) < 200_000
    assert time.process_time() - start < 60


def test_the_examples_load_and_another_name_is_refused() -> None:
    assert example_names() == ("hallingdal", "mila", "nord-troms")
    for name in example_names():
        assert example(name).project.notice
    with pytest.raises(QuantityError, match='Did you mean "mila"'):
        example("milla")
