"""One LibreOffice process that holds a workbook; run by whichever Python has LibreOffice's bridge.

Debian's own Python has it (package python3-uno), a virtual environment has not: so this file uses
the standard library and `uno` only, reads one command a line from its standard input, as JSON, and
answers each with a line of JSON.

    ["open", "/path/model.xlsx"]     load it; recalculation by itself is switched off
    ["threads", true]                whether formulas are calculated in several threads
    ["set", "name", 1.5]             put a number into a named cell
    ["recalculate"]                  every formula of the workbook, once
    ["read", ["name", ...]]          the first row of each named range
"""

# ruff: noqa: ANN401, FBT001, FBT003  the bridge has no types, and takes truths by position

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SETTINGS = "/org.openoffice.Office.Calc/Formula/Calculation"
STARTING, PAUSE = 120, 0.1  # seconds


def having(name: str, value: object) -> Any:
    """A named argument, as LibreOffice takes it."""
    argument = PropertyValue()
    argument.Name, argument.Value = name, value
    return argument


def connected(pipe: str) -> Any:
    """The context of the process at the other end of the pipe, when it is ready."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    last = time.monotonic() + STARTING
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > last:
                raise
            time.sleep(PAUSE)


class Program:
    """The running program with one workbook."""

    def __init__(self, pipe: str) -> None:
        context = connected(pipe)
        services = context.ServiceManager
        self.desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.settings = services.createInstanceWithContext(
            "com.sun.star.configuration.ConfigurationProvider", context
        )
        self.book: Any = None

    def open(self, path: str) -> None:
        """Load a workbook without a window."""
        address = Path(path).as_uri()
        self.book = self.desktop.loadComponentFromURL(
            address, "_blank", 0, (having("Hidden", True),)
        )
        self.book.enableAutomaticCalculation(False)

    def threads(self, several: bool) -> None:
        """Calculate groups of formulas in several threads, or in one."""
        access = self.settings.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", (having("nodepath", SETTINGS),)
        )
        access.setPropertyValue("UseThreadedCalculationForFormulaGroups", several)
        access.commitChanges()

    def _range(self, name: str) -> Any:
        return self.book.NamedRanges.getByName(name).getReferredCells()

    def set(self, name: str, number: float) -> None:
        """Put a number into a named cell."""
        self._range(name).getCellByPosition(0, 0).Value = number

    def recalculate(self) -> None:
        """Every formula, whether anything that it is made of has changed or not."""
        self.book.calculateAll()

    def read(self, names: list[str]) -> list[list[float]]:
        """First row of each named range."""
        return [list(self._range(name).getDataArray()[0]) for name in names]

    def close(self) -> None:
        """End the process."""
        if self.book is not None:
            self.book.close(True)
        self.desktop.terminate()


def serve(program: Program) -> None:
    """Answer until there is no more to read."""
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        print(json.dumps(getattr(program, name)(*arguments)), flush=True)


def main() -> None:
    """Start the program with settings of its own, and end it whatever happens."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("soffice is not installed")
    pipe = f"gevinst{os.getpid()}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            office, "--headless", "--invisible", "--norestore", "--nodefault", "--nologo",
            f"-env:UserInstallation={Path(profile).as_uri()}", f"--accept=pipe,name={pipe};urp",
        ]  # fmt: skip
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            program = Program(pipe)
            serve(program)
            program.close()
            process.wait(STARTING)
        finally:
            process.kill()


if __name__ == "__main__":
    main()
