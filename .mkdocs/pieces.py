"""Pieces of a page: tables, code, and what the command line prints."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import tempfile

from mkdocs.exceptions import PluginError


def table(header: list[str], rows: list[list[str]]) -> str:
    """A table; a bar or a line break inside a cell would break it."""
    lines = [header, ["---"] * len(header), *rows]
    cells = ([c.replace("|", "\\|").replace("\n", " ").strip() for c in row] for row in lines)
    return "\n".join("| " + " | ".join(row) + " |" for row in cells)


def code(text: str) -> str:
    """Text as code on one line."""
    return f"`{text}`" if text else ""


def fenced(text: str, language: str = "text") -> str:
    """Text as a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def page(title: str, introduction: str, *parts: str) -> str:
    """A page from its parts."""
    return "\n\n".join([f"# {title}", introduction, *parts]) + "\n"


def command_and_answer(found: re.Match[str]) -> str:
    """A command and what it prints."""
    command = found.group(1)
    answer = shown_by(*shlex.split(command))
    return fenced(f"gevinst {command}", "sh") + "\n\n" + fenced(answer)


def with_answers(markdown: str) -> str:
    """A page with the answers filled in: of the command line, and of the page's own Python.

    ``{{ gevinst ... }}`` alone on a line becomes the command and what it prints; ``{{ python }}``
    becomes what the Python block before it prints, run after those that stand above it. What a
    reader sees is therefore what the program answers today.
    """
    markdown = re.sub(r"(?m)^\{\{ gevinst (.+) \}\}$", command_and_answer, markdown)
    place: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return re.sub(
            r"(?m)^```python\n((?:(?!```).*\n)*)```\n\n\{\{ python \}\}$",
            lambda block: block_and_answer(block.group(1), place),
            markdown,
        )


def block_and_answer(block: str, place: dict[str, object]) -> str:
    """A block of Python and what it prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block, "documentation", "exec"), place)  # noqa: S102  our own page
    return fenced(block, "python") + "\n\n" + fenced(printed.getvalue())


def shown_by(*arguments: str) -> str:
    """What the command line prints; a command that fails stops the build."""
    from gevinst.cli import main

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            code = main(list(arguments))
        except SystemExit as finished:
            code = finished.code
    if code:
        raise PluginError(f"gevinst {' '.join(arguments)}: exit code {code}")
    return printed.getvalue()
