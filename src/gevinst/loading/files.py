"""Project files: found, read within limits, and decoded."""

from __future__ import annotations

import errno
import os
from functools import partial
from pathlib import Path

from gevinst.errors import ProjectError
from gevinst.loading.limits import MOST_BYTES, MOST_WORKBOOK_BYTES, check_text
from gevinst.loading.positions import lines_of, nearest_line
from gevinst.loading.syntax import parse
from gevinst.loading.validating import by_line, from_tables, problems_beside
from gevinst.messages import Term, nearest
from gevinst.schema import Project

WORKBOOK = ".xlsx"
TEXT = ".toml"
SUFFIXES = (TEXT, WORKBOOK)
_KILO = 1000


def load(path: str | os.PathLike[str]) -> Project:
    """Load a project from a file.

    Parameters
    ----------
    path : str or path-like
        A project file in TOML (``.toml``), UTF-8, at most 1 MB; or a workbook from
        `gevinst.workbook` (``.xlsx``), at most 20 MB: its yellow cells count, in the unit beside
        them, and sources and notes stay. The file is only read.

    Returns
    -------
    Project
        Checked and frozen; numbers in canonical units.

    Raises
    ------
    ProjectError
        The file cannot be read or used. It holds every problem found, with lines, or sheets
        and cells.

    Examples
    --------
    >>> import gevinst
    >>> gevinst.load("no-such-file.toml")
    Traceback (most recent call last):
    gevinst.errors.ProjectError: One problem in no-such-file.toml:
      There is no such file. Check the name and folder.
    """
    file = os.fspath(path)
    suffix = Path(file).suffix
    is_workbook = suffix.lower() == WORKBOOK
    data = _read(file, MOST_WORKBOOK_BYTES if is_workbook else MOST_BYTES)
    if suffix.lower() not in SUFFIXES:
        raise ProjectError.one("file.suffix", file=file, found=suffix, allowed=SUFFIXES)
    if is_workbook:
        from gevinst.loading.workbooks import project_of

        return project_of(data, file)
    return _project(_decoded(data, file), file)


def text_of_file(file: str) -> str:
    """Text of a TOML file, within limits.

    Raises
    ------
    ProjectError
        It cannot be read, is no TOML file, is too large, or is not UTF-8.
    """
    data = _read(file, MOST_BYTES)
    suffix = Path(file).suffix
    if suffix.lower() != TEXT:
        raise ProjectError.one("file.suffix", file=file, found=suffix, allowed=(TEXT,))
    return _decoded(data, file)


def loads(text: str, name: str = "<text>") -> Project:
    """Load a project from TOML text.

    Parameters
    ----------
    text : str
        What a project file would hold.
    name : str
        What errors call it.

    Raises
    ------
    ProjectError
        The text cannot be used.
    """
    if len(text) > MOST_BYTES:
        raise ProjectError.one("file.too_large", file=name, limit=MOST_BYTES // _KILO)
    return _project(text, name)


def _project(text: str, file: str) -> Project:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    check_text(text, file)
    parsed = parse(text, file)
    if parsed.raw is None:
        raise ProjectError(parsed.problems, file)
    if not parsed.problems:
        return from_tables(parsed.raw, file, lambda: partial(nearest_line, lines_of(text)))
    lines = lines_of(parsed.text)
    holes = frozenset(location for location, line in lines.items() if line in parsed.holes)
    others = problems_beside(parsed.raw, holes, file, partial(nearest_line, lines))
    raise ProjectError(by_line([*parsed.problems, *others], file), file)


def _read(file: str, most: int) -> bytes:
    try:
        path = Path(file)
        if path.is_dir():
            raise ProjectError.one("file.directory", file=file)
        if path.exists() and not path.is_file():
            raise ProjectError.one("file.unreadable", file=file)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        near = nearest(Path(file).name, _neighbours(Path(file)))
        raise ProjectError.one("file.missing", file=file, suggestion=near) from None
    except PermissionError:
        raise ProjectError.one("file.permission", file=file) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        too_long = getattr(error, "errno", None) == errno.ENAMETOOLONG
        detail = Term("name_too_long") if too_long else None
        raise ProjectError.one("file.unreadable", file=file, detail=detail) from None
    if len(data) > most:
        raise ProjectError.one("file.too_large", file=file, limit=most // _KILO)
    return data


def _neighbours(path: Path) -> list[str]:
    try:
        return [other.name for other in path.parent.iterdir() if other.suffix in SUFFIXES]
    except OSError:
        return []


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProjectError.one("file.encoding", file=file, line=line) from None
