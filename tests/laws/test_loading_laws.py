"""Whatever a file holds, loading gives a project or one error that can be shown to people."""

import datetime as dt
import string
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given, note
from hypothesis import strategies as st

from gevinst.errors import ProjectError
from gevinst.loading import from_tables, loads
from gevinst.loading.positions import lines_of
from gevinst.messages import MESSAGES
from gevinst.messages.rendering import NO_BREAK_SPACE
from gevinst.schema import Project

VALID = Path(__file__).parents[1] / "golden" / "errors" / "valid.toml"
TEXT = VALID.read_text("utf-8")
LINES = TEXT.splitlines()
RAW = tomllib.loads(TEXT)

# ---------------------------------------------------------------- what may stand in a file

any_text = st.text(st.characters(codec="utf-8"), max_size=30)
any_value = st.one_of(
    st.booleans(),
    st.integers(),
    st.integers(min_value=-(10**400), max_value=10**400),
    st.floats(),
    any_text,
    st.dates(),
    st.datetimes(),
    st.times(),
    st.sampled_from(
        ["18 month", "1 kr/år", "0.5", "2027-01", "08:00-15:30", "5546", "kols", "nurse", "unn"]
    ),
)
any_content = st.recursive(
    any_value,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.one_of(
                any_text,
                st.sampled_from(["value", "likely", "low", "high", "means", "kind", "id", "5546"]),
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)
toml_scraps = st.sampled_from(
    ["[", "]", "[[groups]]", "{", "}", "=", '"', "'", '"""', "#", ".", ",", "\n", "\\", "\r",
     "\x00", "[[[[", "a.b.c = 1", "\u202e", "\x1b[2J", "1e999", "-nan", "0x" + "f" * 300, "9" * 500,
     "a = [[[[[[[[[[[[[[[[", "2027-01-01T00:00:00Z", "true", "\ufeff", "\U0001f600"]
)  # fmt: skip


@st.composite
def spoilt_texts(draw: st.DrawFn) -> str:
    """The valid file with a few lines taken out, doubled, swapped or overwritten."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        how = draw(st.integers(0, 5))
        if how == 0:
            del lines[place]
        elif how == 1:
            lines.insert(place, lines[other])
        elif how == 2:
            lines[place], lines[other] = lines[other], lines[place]
        elif how == 3:
            column = draw(st.integers(0, len(lines[place])))
            scrap = draw(st.one_of(toml_scraps, any_text))
            lines[place] = lines[place][:column] + scrap + lines[place][column:]
        elif how == 4:
            key = lines[place].partition("=")[0]
            lines[place] = f"{key}= {draw(st.one_of(toml_scraps, any_text))}"
        else:
            lines[place] = lines[place][draw(st.integers(0, len(lines[place]))) :]
    return "\n".join(lines)


def places(content: Any, location: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Location of everything inside."""
    inner = (
        content.items()
        if isinstance(content, dict)
        else enumerate(content)
        if isinstance(content, list)
        else ()
    )
    found = [] if location == () else [location]
    for step, part in inner:
        found += places(part, (*location, step))
    return found


PLACES = places(RAW)


@st.composite
def spoilt_tables(draw: st.DrawFn) -> dict[str, Any]:
    """The valid file's tables with a few values replaced, taken out or added."""
    raw = tomllib.loads(TEXT)
    for _ in range(draw(st.integers(1, 4))):
        *around, last = draw(st.sampled_from(PLACES))
        table: Any = raw
        try:
            for step in around:
                table = table[step]
            table[last]
        except (KeyError, IndexError, TypeError):
            continue
        how = draw(st.integers(0, 5))
        if how == 0 or isinstance(table, str):
            del table[last]
        elif how == 1 and isinstance(table, dict):
            table[draw(any_text)] = draw(any_content)
        else:
            table[last] = draw(any_content)
    return raw


def check_error(error: ProjectError) -> None:
    """An error can be shown: a text for each problem, in both languages, without escapes."""
    assert error.problems
    for problem in error.problems:
        assert problem.kind in MESSAGES, problem.kind
        assert problem.kind != "value.invalid", problem
    for text in (error.text("nb"), error.text("en")):
        assert all(c.isprintable() or c in f"\n{NO_BREAK_SPACE}" for c in text)
        assert max(map(len, text.splitlines())) < 1500
        assert "<<" not in text
        assert ">>" not in text


# ---------------------------------------------------------------- laws


def outcome(loading: Callable[[Any], Project], given: Any) -> Project | ProjectError:
    """What comes of it; any other exception than a ProjectError fails the test."""
    try:
        return loading(given)
    except ProjectError as error:
        check_error(error)
        return error


@given(spoilt_texts())
def test_a_spoilt_text_gives_a_project_or_an_error_that_can_be_shown(text: str) -> None:
    found = outcome(loads, text)

    if isinstance(found, ProjectError):
        count = text.count("\n") + 1
        assert all(p.line is None or 1 <= p.line <= count for p in found.problems)


@given(spoilt_tables())
def test_spoilt_tables_give_a_project_or_an_error_that_can_be_shown(raw: dict[str, Any]) -> None:
    found = outcome(from_tables, raw)

    if isinstance(found, Project):
        assert all(v.low <= v.likely <= v.high for _, v in found.values())
        assert from_tables(raw).checksum == found.checksum


@given(st.dictionaries(any_text, any_content, max_size=6))
def test_any_tables_at_all_are_refused_in_words(raw: dict[str, Any]) -> None:
    assert isinstance(outcome(from_tables, raw), ProjectError)


@given(st.one_of(st.text(), st.lists(st.one_of(toml_scraps, any_text)).map("".join)))
def test_any_text_at_all_is_refused_in_words(text: str) -> None:
    assert isinstance(outcome(loads, text), ProjectError)


@given(st.permutations([key for key in RAW if key not in {"schema", "price_year"}]))
def test_the_order_of_the_tables_changes_neither_project_nor_checksum(order: list[str]) -> None:
    raw = {**{key: RAW[key] for key in ("schema", "price_year")}, **{k: RAW[k] for k in order}}

    project = from_tables(raw)

    assert project.checksum == loads(TEXT).checksum
    assert dict(project.values()) == dict(loads(TEXT).values())


# ---------------------------------------------------------------- lines of keys

bare_key = st.text(string.ascii_letters + string.digits + "_-", min_size=1, max_size=5)
any_key = st.one_of(bare_key, st.text(st.characters(codec="utf-8"), max_size=4))
Location = tuple[str | int, ...]


def quoted(text: str) -> str:
    """The text as a basic TOML string."""
    escaped = "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    return f'"{escaped}"'


class Writer:
    """Writes random tables as TOML, in random style, and notes the line of each key."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[Location, int] = {}

    def key(self, key: str) -> str:
        plain = key != "" and all(c in string.ascii_letters + string.digits + "_-" for c in key)
        if plain and self.draw(st.booleans()):
            return key
        literal = key.isprintable() and "'" not in key
        return f"'{key}'" if literal and self.draw(st.booleans()) else quoted(key)

    def at(self, location: Location) -> None:
        self.lines.setdefault(location, self.text.count("\n") + 1)

    def filler(self) -> None:
        for _ in range(self.draw(st.integers(0, 2))):
            self.text += self.draw(st.sampled_from(["\n", "# [x] = \"'\n", "  \t\n", '# """\n']))

    def table(self, table: dict[str, Any], location: Location) -> None:
        """Simple pairs first, then tables under headings."""
        later = []
        for key, content in table.items():
            heading = isinstance(content, dict) or (
                isinstance(content, list)
                and content != []
                and all(isinstance(c, dict) for c in content)
            )
            if heading and self.draw(st.booleans()):
                later.append((key, content))
                continue
            self.filler()
            self.at((*location, key))
            self.text += f"{self.key(key)} = "
            self.value(content, (*location, key))
            self.text += self.draw(st.sampled_from(["\n", " # = [\n", "\t\n"]))
        for key, content in later:
            for index, inner in enumerate(content if isinstance(content, list) else [content]):
                self.filler()
                many = isinstance(content, list)
                place = (*location, key, index) if many else (*location, key)
                self.at((*location, key))
                self.at(place)
                path = " . ".join(self.key(k) for k in place if isinstance(k, str))
                self.text += f"[[{path}]]\n" if many else f"[ {path} ] # x\n"
                self.table(inner, place)

    def value(self, content: Any, location: Location) -> None:
        if isinstance(content, dict):
            self.text += "{"
            for number, (key, inner) in enumerate(content.items()):
                self.text += ", " if number else " "
                self.at((*location, key))
                self.text += f"{self.key(key)}="
                self.value(inner, (*location, key))
            self.text += "}"
        elif isinstance(content, list):
            self.text += "["
            for index, inner in enumerate(content):
                self.text += self.draw(st.sampled_from(["", "\n", " # ]\n"]))
                self.at((*location, index))
                self.value(inner, (*location, index))
                self.text += self.draw(st.sampled_from([",", " ,", "\n,"]))
            self.text += self.draw(st.sampled_from(["", "\n"])) + "]"
        elif isinstance(content, str):
            self.string(content)
        elif isinstance(content, bool):
            self.text += str(content).lower()
        elif isinstance(content, (dt.date, dt.datetime, dt.time)):
            self.text += content.isoformat()
        else:
            self.text += repr(content)

    def string(self, content: str) -> None:
        if self.draw(st.booleans()) or not content.isprintable() or "\\" in content:
            self.text += quoted(content)
        elif "'" not in content and self.draw(st.booleans()):
            self.text += f"'''\n{content}'''"
        elif '"' not in content:
            self.text += f'"""{content}\n"" [a] = \\" \n"""'
        else:
            self.text += quoted(content)


scalars = st.one_of(
    st.booleans(), st.integers(-(10**6), 10**6), st.floats(allow_nan=False), any_text, st.dates()
)
contents = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(any_key, inner, max_size=3),
        st.lists(st.dictionaries(any_key, inner, max_size=2), min_size=1, max_size=3),
    ),
    max_leaves=10,
)


@given(st.data())
def test_each_key_of_any_document_is_found_on_its_line(data: st.DataObject) -> None:
    table = data.draw(st.dictionaries(any_key, contents, max_size=4))
    writer = Writer(data.draw)
    writer.table(table, ())
    note(writer.text)

    parsed = tomllib.loads(writer.text)
    lines = lines_of(writer.text)

    assert set(places(parsed)) == set(lines)
    assert dict(lines) == writer.lines


def test_dotted_keys_and_headings_are_found_on_the_line_where_they_first_stand() -> None:
    text = 'a.b = 1\na."c d".e = 2\n[x.y]\nz.w = 3\n[[x.v]]\nu = 1\n[x.v.t]\n[[x.v]]\n'

    lines = lines_of(text)

    assert set(lines) == set(places(tomllib.loads(text)))
    assert lines[("a",)] == 1
    assert lines[("a", "c d", "e")] == 2
    assert lines[("x", "y", "z")] == 4
    assert lines[("x", "v")] == 5
    assert lines[("x", "v", 0, "t")] == 7
    assert lines[("x", "v", 1)] == 8
