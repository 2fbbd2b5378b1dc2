"""A run against a full recalculation of its workbook in LibreOffice, and how long writing takes.

LibreOffice is one process without a window that has the workbook loaded already; it is asked over
a pipe to calculate every formula once, in one thread or several, whichever is faster here. Before
anything is timed an input is changed in both, and every key output (each named range
``resultat...``) read back and compared. Then both get a changed input before every turn.

All three examples, where LibreOffice is installed (from the folder `benchmarks`):

    python -m rivals.libreoffice
"""

from __future__ import annotations

import atexit
import io
import itertools
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

import numpy as np

import gevinst
from gevinst.explaining.names import Namer
from gevinst.results import Results
from gevinst.schema import Project
from gevinst.schema.written import tables_of
from gevinst.spreadsheet.key_outputs import key_outputs
from model import numpy_yardstick
from ratio import Benchmark, Unavailable, seconds

DRIVER = Path(__file__).with_name("libreoffice_process.py")
RESULT = "resultat."
CLOSE = 1e-9
TRIALS = 3
CHANGES = (0.9, 1.1)
EXAMPLES = ("nord-troms", "hallingdal", "mila")


def bridge() -> str:
    """A Python that can talk to LibreOffice."""
    if shutil.which("soffice") is None:
        raise Unavailable("LibreOffice (soffice) is not installed")
    for python in (sys.executable, "/usr/bin/python3"):
        if shutil.which(python) is None:
            continue
        tried = subprocess.run([python, "-c", "import uno"], check=False, capture_output=True)
        if tried.returncode == 0:
            return python
    raise Unavailable("no Python here has LibreOffice's bridge (Debian: python3-uno)")


class LibreOffice:
    """A workbook in a LibreOffice process; see `libreoffice_process`."""

    def __init__(self, workbook: Path) -> None:
        self.process = subprocess.Popen(
            [bridge(), str(DRIVER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        atexit.register(self.close)
        self("open", str(workbook))

    def __call__(self, *command: object) -> Any:  # noqa: ANN401  whatever was asked for
        """One command and its answer."""
        asked, answers = cast(IO[str], self.process.stdin), cast(IO[str], self.process.stdout)
        asked.write(f"{json.dumps(command)}\n")
        asked.flush()
        answer = answers.readline()
        if not answer:
            raise Unavailable("LibreOffice ended before it answered")
        return json.loads(answer)

    def close(self) -> None:
        """Let it end."""
        self.process.communicate()

    def use_the_faster(self) -> None:
        """One thread or several, whichever recalculates in less time."""
        taken = {}
        for several in (True, False):
            self("threads", several)
            self("recalculate")
            trials = [seconds(lambda: self("recalculate")) for _ in range(TRIALS)]
            taken[several] = statistics.median(trials)
        self("threads", taken[True] < taken[False])


def with_population(project: Project, factor: float) -> tuple[Project, str, float]:
    """The project with another number of inhabitants in its first municipality; cell and number."""
    partner = project.paying_partners[0]
    number = round(partner.population.likely * factor)
    tables = tables_of(project)
    table = next(t for t in tables["partners"] if t.get("code") == partner.code)
    table["population"] = number
    return Project.model_validate(tables), f"population.{partner.code}", float(number)


def in_python(results: Results, name: str) -> list[float]:
    """Key output of a named range, by year."""
    sections = key_outputs(results.ledger, Namer(results))
    output = next(o for section in sections for o in section.outputs if o.name == name)
    years: list[float] = output.of(results.ledger)[0, output.at, :, 0].tolist()
    return years


def compare(results: Results, names: list[str], office: LibreOffice) -> None:
    """Stop if any key output in the workbook is another number than Python's."""
    for name, found in zip(names, office("read", names), strict=True):
        expected = in_python(results, name)
        if not np.allclose(found, expected, rtol=CLOSE, atol=CLOSE * np.max(np.abs(expected))):
            raise ArithmeticError(f"{name}: {found} and {expected}; nothing is timed")


def names_in(workbook: Path) -> list[str]:
    """Every key output that has a name."""
    from gevinst.loading.sheets import Book

    names = [n for n in Book(workbook.read_bytes(), "").names if n.startswith(RESULT)]
    if not names:
        raise ArithmeticError("the workbook names no key output; nothing is timed")
    return names


def workbook_in_libreoffice(
    example: str,
) -> tuple[LibreOffice, list[str], list[tuple[Project, str, float]]]:
    """The workbook of an example, loaded and compared, its key outputs, and changes to make."""
    bridge()
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    workbook, project = folder / "model.xlsx", gevinst.example(example)
    gevinst.workbook(project, workbook)
    office, names = LibreOffice(workbook), names_in(workbook)
    changes = [with_population(project, factor) for factor in CHANGES]
    for changed, cell, number in changes:
        office("set", cell, number)
        office("recalculate")
        compare(gevinst.run(changed), names, office)
    office.use_the_faster()
    return office, names, changes


def run_or_recalculate(example: str) -> tuple[Callable[[], object], Callable[[], object]]:
    """One run of a project, and one recalculation of its workbook, after the same change."""
    office, _, changes = workbook_in_libreoffice(example)
    ours, theirs = itertools.cycle(changes), itertools.cycle(changes)

    def run() -> object:
        return gevinst.run(next(ours)[0])

    def recalculate() -> object:
        _, cell, number = next(theirs)
        office("set", cell, number)
        return office("recalculate")

    return run, recalculate


def writing() -> tuple[Callable[[], object], Callable[[], object]]:
    """The workbook of mila as bytes, and plain NumPy work."""
    from gevinst.spreadsheet.writing import workbook_bytes

    project = gevinst.example("mila")
    return (lambda: io.BytesIO(workbook_bytes(project))), numpy_yardstick()


def against_libreoffice(example: str) -> Benchmark:
    """A run of an example against a recalculation of its workbook."""
    return Benchmark(
        name=f"{example.replace('-', '_')}_libreoffice",
        what=f"`run` av {example} mot full omregning av arbeidsboken i LibreOffice",
        prepare=lambda: run_or_recalculate(example),
        goal=1 / 30,
    )


BENCHMARKS = (
    against_libreoffice("mila"),
    Benchmark(
        name="mila_workbook",
        what="`workbook` av mila mot 1 000 NumPy-operasjoner i samme størrelse som `mila_run`",
        prepare=writing,
        goal=1000,  # 5 s on a machine whose yardstick takes 5 ms
        is_slow=True,
    ),
)

if __name__ == "__main__":
    from run import line

    for example in EXAMPLES:
        asked = against_libreoffice(example)
        print(line(asked.name, asked.measure(repeats=25)), flush=True)
