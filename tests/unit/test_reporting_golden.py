"""The summary as stored in ``tests/golden/page``, as text and as a page, in both languages.

After a change that is meant: ``python tests/unit/test_reporting_golden.py``, and read the diff.
"""

from pathlib import Path

import pytest

import gevinst
from gevinst.reporting import describe, render_page, render_text

FOLDER = Path(__file__).parents[1] / "golden" / "page"
RENDERERS = {"txt": render_text, "html": render_page}


def rendered(lang: str, suffix: str) -> str:
    """The golden project, shown in one way."""
    results = gevinst.run(gevinst.load(FOLDER / "project.toml"))
    shown = RENDERERS[suffix](describe(results, lang))
    return shown.replace(gevinst.__version__, "VERSION").replace(results.checksum[:12], "CHECKSUM")


@pytest.mark.parametrize("suffix", sorted(RENDERERS))
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_summary_reads_as_it_is_stored(lang: str, suffix: str) -> None:
    """Wording and layout change only when somebody means it."""
    stored = (FOLDER / f"summary.{lang}.{suffix}").read_text(encoding="utf-8")

    shown = rendered(lang, suffix)

    assert shown == stored


if __name__ == "__main__":
    for language in ("nb", "en"):
        for ending in RENDERERS:
            (FOLDER / f"summary.{language}.{ending}").write_text(
                rendered(language, ending), encoding="utf-8"
            )
