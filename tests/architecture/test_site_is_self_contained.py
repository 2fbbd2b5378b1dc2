"""The documentation builds without a warning, and asks no outside host for anything."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytestmark = pytest.mark.repository

LOADING_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch"}
OUTSIDE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)


class Loaded(HTMLParser):
    """Collects what a browser fetches by itself when it opens a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.mermaid = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the address of every script, picture, style sheet, frame and the like."""
        given = {name: value or "" for name, value in attrs}
        self.mermaid |= "mermaid" in given.get("class", "").split()  # its script lies elsewhere
        if tag == "link" and not LOADING_LINKS & set(given.get("rel", "").split()):
            return
        if tag in {"a", "area", "base", "form"}:
            return
        for name in ("src", "href", "data", "poster", "srcset"):
            if name in given:
                self.addresses.append(given[name])


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built with warnings as errors."""
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    built = subprocess.run(
        [*build, "--config-file", str(root / ".mkdocs.yml"), "--site-dir", str(folder)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def test_no_page_loads_anything_from_outside(site: Path) -> None:
    """Scripts, styles, pictures and fonts all lie beside the page."""
    outside = []
    for page in sorted(site.rglob("*.html")):
        loaded = Loaded()
        loaded.feed(page.read_text(encoding="utf-8"))
        outside += [f"{page.name}: {a}" for a in loaded.addresses if OUTSIDE.match(a)]
        outside += [f"{page.name}: a mermaid diagram"] if loaded.mermaid else []

    assert outside == []


def test_no_style_sheet_loads_anything_from_outside(site: Path) -> None:
    """A style sheet can fetch fonts and pictures too."""
    outside = [
        f"{sheet.name}: {address}"
        for sheet in sorted(site.rglob("*.css"))
        for address in re.findall(
            r"(?:url\(|@import)\s*['\"]?([^'\")\s;]+)", sheet.read_text(encoding="utf-8")
        )
        if OUTSIDE.match(address)
    ]

    assert outside == []


def test_limits_of_fields_are_written_as_norwegians_write_numbers(site: Path) -> None:
    """Not ``1e+07`` and ``-0.5``; a year stays in one piece."""
    text = (site / "reference" / "prosjektfil.html").read_text(encoding="utf-8")
    limits = re.findall(r"[≤≥]\s?[^,<]*(?:,\d+)?", text.replace("\u00a0", " "))

    assert "≤ 10 000 000" in limits
    assert "≥ −0,5" in limits
    assert "≤ 2100" in limits
    assert [limit for limit in limits if re.search(r"e[+-]|\.|-", limit)] == []
