"""How long it takes to begin: the import, and the command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from ratio import Benchmark


def python(*arguments: str) -> Callable[[], object]:
    """A fresh interpreter with the arguments."""

    def start() -> object:
        return subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return start


BENCHMARKS = (
    Benchmark(
        name="import",
        what="`import gevinst` mot `import numpy`, hver i en ny prosess",
        prepare=lambda: (python("-c", "import gevinst"), python("-c", "import numpy")),
        goal=1.25,
    ),
    Benchmark(
        name="import_in_use",
        what="`import gevinst` og det som trengs for å lese og regne, mot `import pandas`",
        prepare=lambda: (
            python("-c", "import gevinst; gevinst.load; gevinst.run; gevinst.Results"),
            python("-c", "import pandas"),
        ),
    ),
    Benchmark(
        name="cli_help",
        what="`gevinst --help` mot en Python som ikke gjør noe",
        prepare=lambda: (
            python("-c", "from gevinst.cli import main; main(['--help'])"),
            python("-c", "pass"),
        ),
    ),
)
