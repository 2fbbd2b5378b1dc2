"""Reading an extract of persons and events: against the straightforward queries, and four times it.

The extract is made up here, a million event rows (20,000 with --smoke), as CSV with semicolons and
decimal commas. The queries stand in `rivals/extract_queries.py`; before anything is timed, all
three must give the same numbers. Peak memory is that of a process of its own and may be 600 MB.
"""

from __future__ import annotations

import datetime as dt
import functools
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from gevinst.extracts import read
from gevinst.extracts.plan import Counted, Plan
from gevinst.extracts.synthetic import Planted, norwegian_csv, synthetic_extract
from ratio import Benchmark
from rivals import extract_queries

Pair = tuple[Callable[[], object], Callable[[], object]]
IS_SMOKE = "--smoke" in sys.argv
PERSONS_PER_ARM = 500 if IS_SMOKE else 24_000
TIMES = 4
SLACK = 1.15
"""How much more than four times four times the rows may take."""

MOST_MEGABYTES = 600
DATE = dt.date(2026, 10, 1)
PLAN = Plan(
    date=DATE,
    length_months=12,
    washout_days=30,
    indicators=(
        Counted(id="innleggelse", kind="events", event_types=("innleggelse",)),
        Counted(id="liggedogn", kind="amount", event_types=("innleggelse",)),
        Counted(id="fastlege", kind="events", event_types=("fastlege",)),
        Counted(id="oppfolging", kind="amount", event_types=("oppfølging",)),
    ),
)
_FOLDER = tempfile.TemporaryDirectory(prefix="gevinst-benchmark-")


@functools.cache
def extract_of(persons_per_arm: int) -> tuple[Path, Path]:
    """Files of a made-up extract, written once a run."""
    persons, events = synthetic_extract(Planted(seed=1, persons=persons_per_arm, date=DATE))
    paths = tuple(Path(_FOLDER.name) / f"{name}{persons_per_arm}.csv" for name in ("p", "h"))
    for path, table in zip(paths, (persons, events.drop(columns="event_id")), strict=True):
        path.write_text(norwegian_csv(table), encoding="utf-8")
    return paths[0], paths[1]


def against(query: Callable[[Path, Path], extract_queries.Answer]) -> Pair:
    """Our reading and a query of the same files, once they agree."""
    files = extract_of(PERSONS_PER_ARM)
    extract_queries.check_equal(read(*files, PLAN), query(*files))
    return lambda: read(*files, PLAN), lambda: query(*files)


def four_times() -> Pair:
    """Four times the rows and once, after a look at the memory that once takes."""
    once, more = extract_of(PERSONS_PER_ARM), extract_of(TIMES * PERSONS_PER_ARM)
    megabytes = peak_memory(once)
    if megabytes > MOST_MEGABYTES:
        raise MemoryError(f"{megabytes:.0f} MB at the peak; at most {MOST_MEGABYTES} are allowed")
    return lambda: read(*more, PLAN), lambda: read(*once, PLAN)


def peak_memory(files: tuple[Path, Path]) -> float:
    """Most memory that a process which reads the files ever held, in MB."""
    command = [sys.executable, __file__, *map(str, files)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(told.stdout)


BENCHMARKS = (
    Benchmark(
        name="extract_polars",
        what="Lese et uttrekk / den enkle spørringen i Polars",
        prepare=lambda: against(extract_queries.in_polars),
        goal=None if IS_SMOKE else 1.0,
        is_slow=True,
    ),
    Benchmark(
        name="extract_duckdb",
        what="Lese et uttrekk / den enkle spørringen i DuckDB",
        prepare=lambda: against(extract_queries.in_duckdb),
        goal=None if IS_SMOKE else 1.0,
        is_slow=True,
    ),
    Benchmark(
        name="extract_4x",
        what="Lese fire ganger så mange rader / lese dem én gang",
        prepare=four_times,
        goal=None if IS_SMOKE else TIMES * SLACK,
        is_slow=True,
    ),
)

if __name__ == "__main__":  # the process whose memory is looked at
    read(sys.argv[1], sys.argv[2], PLAN)
    # Not ru_maxrss, which starts from that of the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))
