"""Write today's answer into the README's block after `gevinst explain ...`.

Run it when a test says that the explained number is another; read the difference before committing.
"""

import contextlib
import io
import re
import shlex
import sys
from pathlib import Path

from gevinst.cli import main as gevinst

README = Path(__file__).resolve().parents[1] / "README.md"
SHOWN = re.compile(r"(?ms)^gevinst (explain [^\n]+)\n```\n\n```text\n(.*?)^```")


def answered(found: re.Match[str]) -> str:
    """The command, and what it prints today."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        gevinst(shlex.split(found.group(1)))
    return f"gevinst {found.group(1)}\n```\n\n```text\n{printed.getvalue().strip()}\n```"


def main() -> int:
    """Rewrite the block; the exit code tells whether there is one."""
    text, count = SHOWN.subn(answered, README.read_text(encoding="utf-8"))
    README.write_text(text, encoding="utf-8")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
