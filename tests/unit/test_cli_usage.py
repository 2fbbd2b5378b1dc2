"""What the command line says when it is used well, wrongly, and stopped."""

import argparse
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import gevinst
from gevinst import cli
from gevinst.cli import arguments, commands, main
from gevinst.cli.wording import usage_problem

pytestmark = pytest.mark.smoke

ENGLISH = (
    "usage", "options:", "positional", "show this", "invalid", "expected", "required",
    "unrecognized", "argument ", "error:", "Traceback", "choose from",
)  # fmt: skip
HEAVY = {"numpy", "pandas", "pydantic", "pint", "scipy", "yaml", "gevinst.schema"}


def spoken(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Output and errors with ordinary spaces."""
    shown = capsys.readouterr()
    return shown.out.replace("\u00a0", " "), shown.err.replace("\u00a0", " ")


def program(*given: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "gevinst.cli", *given],
        capture_output=True,
        check=False,
        env={**os.environ, **changes},
    )


@pytest.mark.parametrize("name", ["", *arguments.COMMANDS])
def test_the_help_is_norwegian_throughout(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a word of argparse's own reaches the user."""
    code = main([name, "--help"] if name else ["--help"])

    out, err = spoken(capsys)
    assert code == 0
    assert err == ""
    assert out.startswith("Bruk: gevinst")
    assert "vis denne hjelpen" in out
    assert [word for word in ENGLISH if word in out] == []


def test_every_command_has_an_argument_parser_and_an_action() -> None:
    """None is promised that is not there."""
    assert set(arguments.COMMANDS) == set(commands.COMMANDS)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["rn"], "Kommandoen «rn» finnes ikke. Mente du «run»?"),
        (["run"], "Mangler: FIL."),
        (["explain", "nord-troms"], "Mangler: STØRRELSE."),
        (["run", "a.toml", "b.toml"], "Ukjent: b.toml."),
        (["demo", "--fort"], "Ukjent: --fort."),
        (["run", "a.toml", "--format"], "--format mangler en verdi."),
        (["run", "a.toml", "--format", "xml"], "Verdien «xml» finnes ikke. Mulige: table, csv"),
        (["run", "a.toml", "--lang", "no"], "Verdien «no» finnes ikke."),
        (["run", "a.toml", "--ou", "x"], "Ukjent: --ou x."),
        (["--version=3"], "--version tar ingen verdi"),
        (["explain", "nord-troms", "charge", "--year", "i fjor"], "«i fjor» er ikke et helt tall"),
        (["explain", "nord-troms", "charge", "--year", "²"], "«²» er ikke et helt tall"),
        (["run", "nord-troms", "--format", "csv"], "oppgi også --out MAPPE"),
        (["run", "nord-troms", "--by", "month"], "bruk den med --out MAPPE eller --format json"),
        (["run", ""], "FIL: Navnet er tomt."),
        (["check", " "], "FIL: Navnet er tomt."),
        (["run", "nord-troms", "--out", ""], "--out: Navnet er tomt."),
        (["prices", "nord-troms", "--out", ""], "--out: Navnet er tomt."),
        (["\x1b[2Jslett"], "\\x1b[2Jslett"),
    ],
)
def test_a_command_that_cannot_be_read_is_answered_in_norwegian(
    given: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, nothing on the output, and not a word of English."""
    code = main(given)

    out, err = spoken(capsys)
    assert code == 2
    assert out == ""
    assert says in err
    assert "\x1b" not in err
    assert [word for word in ENGLISH if word in err] == []


def test_what_nobody_foresaw_argparse_to_say_is_not_handed_on() -> None:
    """A later Python may have new sentences; they stay behind a general one of ours."""
    assert usage_problem("brand new complaint about -x", ()) == (
        "Kommandoen kan ikke leses slik den står."
    )


def test_a_choice_is_translated_whichever_way_argparse_quotes_it() -> None:
    """Python 3.12 dropped the quotes around the choices."""
    for choices in ("'run', 'check'", "run, check"):
        message = f"argument KOMMANDO: invalid choice: 'chek' (choose from {choices})"

        assert "Mente du «check»?" in usage_problem(message, ("run", "check"))


def test_without_a_command_it_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    """But the exit code says that nothing was done."""
    assert main([]) == 2

    assert spoken(capsys)[0].startswith("Bruk: gevinst")


@pytest.mark.parametrize("given", [["--version"], ["version"]])
def test_it_says_its_version(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Both ways in which people ask."""
    assert main(given) == 0

    assert spoken(capsys) == (f"gevinst {gevinst.__version__}\n", "")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["check", "finnes-ikke.toml"], "Fila finnes ikke."),
        (["run", "nord-trms"], "Mente du «nord-troms»?"),
        (["explain", "nord-troms", "chrge"], "Mente du «charge»?"),
        (["explain", "nord-troms", "charge", "--municipality", "Skjervoy"], "Skjervøy"),
        (["explain", "nord-troms", "charge", "--municipality", "Skjervøy", "--year", "1999"],
         "1999"),
        (["run", "finnes\x1b[2Jikke.toml"], "\\x1b[2J"),
        (["run", "a\0b.toml"], "\\x00"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_for_the_exit_code_and_norwegian_on_the_error_stream(
    given: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Never a traceback, never something half done on the output."""
    code = main(given)

    out, err = spoken(capsys)
    assert code == 1
    assert out == ""
    assert says in err
    assert "\x1b" not in err
    assert "Traceback" not in err


def test_errors_come_in_english_to_who_asks_for_english(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The language of the answer is the language of the error."""
    main(["check", "not-there.toml", "--lang", "en"])

    assert "There is no such file." in spoken(capsys)[1]


def test_help_loads_nothing_heavy() -> None:
    """This is why it comes at once: only the standard library and the texts."""
    code = (
        "import sys; from gevinst.cli import main; main(['--help']);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert HEAVY & set(done.stderr.split()) == set()


def test_the_program_speaks_utf8_whatever_the_console_was_set_to() -> None:
    """A Windows console or a bare Linux would else stop at the first æ."""
    done = program("run", "nord-troms", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 0
    assert "Kvænangen" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """As in ``gevinst demo | head``."""
    with subprocess.Popen(
        [sys.executable, "-m", "gevinst.cli", "schema"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()

    assert said == b""
    assert running.returncode == cli.CLOSED


def test_a_user_who_stops_it_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C gives one word and the exit code that shells expect."""

    def stop(_given: argparse.Namespace) -> str:
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "schema", stop)

    assert main(["schema"]) == cli.STOPPED
    assert spoken(capsys) == ("", "Avbrutt.\n")


def test_a_fault_of_ours_is_one_line_that_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """No trace for somebody who cannot use it."""
    fault = ZeroDivisionError("division\x1b[2J")

    cli._report_fault(ZeroDivisionError, fault, None)

    err = spoken(capsys)[1]
    assert err.startswith("Intern feil i gevinst (ZeroDivisionError: division\\x1b[2J).")
    assert err.count("\n") == 1


def test_a_fault_of_ours_shows_where_for_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """GEVINST_DEBUG=1 gives what a maintainer needs."""
    monkeypatch.setenv("GEVINST_DEBUG", "1")

    cli._report_fault(ZeroDivisionError, ZeroDivisionError("x"), None)

    assert "ZeroDivisionError: x" in spoken(capsys)[1]


def test_an_output_without_a_file_behind_it_can_be_let_go_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a notebook the output is no file."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    opened: list[object] = []
    monkeypatch.setattr(cli.os, "open", lambda *arguments: opened.append(arguments))

    cli._let_go_of_output()

    assert opened == []


def test_the_command_is_there_without_being_on_the_path() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gevinst", "--version"], capture_output=True, check=True, text=True
    )

    assert done.stdout.split()[-1] == gevinst.__version__


@pytest.mark.parametrize("name", ["nord-troms", "hallingdal", "mila"])
def test_an_example_can_be_named_instead_of_a_file(name: str) -> None:
    """The tutorial needs no path into an installed package."""
    assert commands.project_of(name).checksum == gevinst.example(name).checksum


def test_a_file_with_the_name_of_an_example_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the user has made is what the user means, even where it cannot be read."""
    (tmp_path / "mila").write_text("schema = 1", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(gevinst.errors.ProjectError):
        commands.project_of("mila")


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + ".toml"])
def test_a_name_of_a_file_that_is_too_long_is_an_ordinary_error(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["check", name])

    out, err = spoken(capsys)
    assert (code, out) == (1, "")
    assert "Fila kan ikke leses (navnet er for langt)." in err


def test_a_name_of_a_folder_that_is_too_long_is_an_ordinary_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["run", "nord-troms", "--out", str(tmp_path / ("x" * 300))])

    out, err = spoken(capsys)
    assert (code, out) == (1, "")
    assert "navnet er for langt" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("given", [["version"], ["schema"], ["--help"], []])
def test_a_full_disk_under_the_output_is_said_plainly(given: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "gevinst.cli", *given],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    told = done.stderr.decode("utf-8")
    assert done.returncode == 1
    assert told.startswith("Utskriften kan ikke skrives: disken er full.")
    assert told.count("\n") == 1
