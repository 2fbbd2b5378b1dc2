"""The command line ``gevinst``: the one place that prints.

Nothing but the standard library is imported before a command runs, so that help comes at once.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

__all__ = ["main"]

DONE, INPUT_ERROR, USAGE_ERROR, STOPPED, CLOSED = 0, 1, 2, 130, 141


class _OutputLostError(Exception):
    """What was to be shown could not be written; the text is for people."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments; those of the process if absent.

    Returns
    -------
    int
        0 done, 1 something wrong with the input, 2 the command cannot be read, 130 stopped by
        the user, 141 the reader of the output has gone.
    """
    if argv is None:
        sys.excepthook = _report_fault
        _speak_utf8()
    try:
        return _answer(list(sys.argv[1:] if argv is None else argv))
    except _OutputLostError as lost:
        _let_go_of_output()
        print(lost, file=sys.stderr)
        return INPUT_ERROR
    except BrokenPipeError:
        _let_go_of_output()
        return CLOSED
    except KeyboardInterrupt:
        from gevinst.cli.wording import interrupted

        with contextlib.suppress(BrokenPipeError):
            print(interrupted(), file=sys.stderr)
        return STOPPED


def _answer(arguments: list[str]) -> int:
    from gevinst.cli.arguments import UsageError, parser

    lang = "nb"
    try:
        top = parser()
        with _noticing_lost_output():  # argparse writes its help itself
            given = top.parse_args(arguments)
        if given.version or given.command == "version":
            given.command = "version"
        elif given.command is None:
            _show(top.format_help())
            return USAGE_ERROR
        lang = getattr(given, "lang", lang)
        return _carry_out(given, lang)
    except UsageError as problem:
        print(f"{problem.usage}{problem.text}", file=sys.stderr)
        print("Hjelp: gevinst --help", file=sys.stderr)
        return USAGE_ERROR
    except SystemExit as finished:  # argparse has shown its help
        _show("")
        return finished.code if isinstance(finished.code, int) else DONE


def _carry_out(given: argparse.Namespace, lang: str) -> int:
    from gevinst.cli.commands import COMMANDS
    from gevinst.errors import GevinstError

    try:
        answer = COMMANDS[given.command](given)
    except GevinstError as problem:
        print(problem.text("en" if lang == "en" else "nb"), file=sys.stderr)
        return INPUT_ERROR
    _show(answer)
    return DONE


def _show(text: str) -> None:
    """Write to the output in one go; a reader that has gone, or a full disk, is noticed here."""
    with _noticing_lost_output():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextlib.contextmanager
def _noticing_lost_output() -> Iterator[None]:
    """Say of output that cannot be written why; a reader that has gone is another matter."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        from gevinst.cli.wording import output_lost

        raise _OutputLostError(output_lost(problem.errno)) from None


def _speak_utf8() -> None:
    """UTF-8 whatever the console or the pipe was set to: names in the files need it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _let_go_of_output() -> None:
    """Keep Python from complaining at exit that the reader has gone."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        output = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, output)
        os.close(nowhere)


def _report_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Say that the fault is ours, in one line; the whole trace only if it is asked for."""
    if os.environ.get("GEVINST_DEBUG"):
        sys.__excepthook__(kind, fault, trace)
        return
    from gevinst.cli.wording import internal_fault

    print(internal_fault(kind.__name__, str(fault)), file=sys.stderr)
