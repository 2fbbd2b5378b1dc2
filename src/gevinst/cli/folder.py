"""Writing several files to a folder so that either all of them are new or none is touched."""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from gevinst.errors import OutputError
from gevinst.messages import Term

_REASONS = {
    errno.EACCES: "no_access",
    errno.EPERM: "no_access",
    errno.ENOSPC: "no_space",
    errno.EROFS: "read_only",
    errno.ENOENT: "no_such_place",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EISDIR: "is_folder",
    errno.ENOTDIR: "in_the_way",
}


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files to a folder, which is made if it is not there.

    Everything is written to a temporary folder inside it first and moved into place at the end.
    If that fails halfway, what was there before is put back. Other files are left alone.

    Parameters
    ----------
    folder : Path
    files : mapping of str to bytes
        Content by name.

    Raises
    ------
    OutputError
        The folder or a file in it cannot be written.
    """
    made: list[Path] = []
    try:
        if folder.exists() and not folder.is_dir():
            raise OutputError.not_folder(str(folder))
        made = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".gevinst-", dir=folder))
    except (OSError, ValueError) as problem:  # ValueError: a name with a zero byte
        _remove_empty(made)
        raise OutputError.unwritable(str(folder), _reason(problem)) from None
    try:
        _write(scratch, files)
        _move_into_place(scratch, folder, files)
    except OSError as problem:
        shutil.rmtree(scratch, ignore_errors=True)
        _remove_empty(made)
        raise OutputError.unwritable(str(folder), _reason(problem)) from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def from_earlier_run(
    folder: Path, files: Iterable[str], stems: Iterable[str], suffixes: Iterable[str]
) -> list[str]:
    """Names of files that an earlier run has left and this one does not write.

    Parameters
    ----------
    folder : Path
        Where the results go; need not be there.
    files : iterable of str
        Names that this run writes.
    stems, suffixes : iterable of str
        Names of our files, of every form.
    """
    ours = {f"{stem}{suffix}" for stem in stems for suffix in suffixes}.difference(files)
    try:
        return sorted(place.name for place in folder.iterdir() if place.name in ours)
    except (OSError, ValueError):  # not there, or not to be read: writing to it says so
        return []


def _write(scratch: Path, files: Mapping[str, bytes]) -> None:
    (scratch / "before").mkdir()
    for name, content in files.items():
        (scratch / name).write_bytes(content)


def _move_into_place(scratch: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    kept: list[str] = []
    placed: list[str] = []
    try:
        for name in files:
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, name)
            if (folder / name).exists():
                (folder / name).replace(scratch / "before" / name)
                kept.append(name)
            (scratch / name).replace(folder / name)
            placed.append(name)
    except (OSError, KeyboardInterrupt):
        for name in placed:
            with contextlib.suppress(OSError):
                (folder / name).unlink()
        for name in kept:
            with contextlib.suppress(OSError):
                (scratch / "before" / name).replace(folder / name)
        raise


def _remove_empty(made: list[Path]) -> None:
    """Take away the folders that were made for nothing, innermost first."""
    for place in made:
        with contextlib.suppress(OSError):
            place.rmdir()


def _reason(problem: OSError | ValueError) -> Term:
    """Why, in words of ours: what the system says is not in the user's language."""
    return Term(_REASONS.get(getattr(problem, "errno", None) or 0, "system_refused"))
