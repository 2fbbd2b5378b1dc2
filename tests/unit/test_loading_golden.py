"""The full text of an error with many problems, as stored in ``tests/golden/errors``.

``GOLDEN=write`` in the environment stores the texts anew; read the difference before it is kept.
"""

import os
from pathlib import Path

import pytest

from gevinst.errors import Language, ProjectError
from gevinst.loading import loads

FOLDER = Path(__file__).parents[1] / "golden" / "errors"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "valid")


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_the_error_reads_as_stored(name: str, lang: Language) -> None:
    text = (FOLDER / f"{name}.toml").read_text("utf-8")
    stored = FOLDER / f"{name}.{lang}.txt"

    with pytest.raises(ProjectError) as caught:
        loads(text, f"{name}.toml")

    message = caught.value.text(lang) + "\n"
    if os.environ.get("GOLDEN") == "write":
        stored.write_text(message, "utf-8", newline="\n")
    assert message == stored.read_text("utf-8")


def test_the_golden_files_cover_all_stages() -> None:
    assert NAMES == [
        "across_tables",
        "counted_twice",
        "empty",
        "keys_and_types",
        "measurements",
        "syntax",
    ]
