"""Makes the pictures of the guide to the workbook; run by hand when the workbook's looks change.

    python .mkdocs/workbook_pictures.py

Needs LibreOffice (soffice), pdftoppm (poppler-utils) and Pillow. The template is filled in as the
tests fill it in, with names of real municipalities and our own assumptions.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "how-to" / "bilder"
sys.path[:0] = [str(ROOT / "tests" / "reference"), str(ROOT / "src")]

from edited_workbooks import text  # noqa: E402
from filled_template import empty_template, filled_template  # noqa: E402

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nb-NO</value></prop></item>
</oor:items>
"""
"""Everything is recalculated, and numbers are shown as in Norway."""

DOTS, COLOURS, MARGIN = 150, 32, 12
PICTURES = (
    ("mal-forside", "empty", "Slik bruker du den", (0.0, 0.0, 1.0, 0.36)),
    ("mal-inndata-tom", "empty", "Første år i beregningsperioden", (0.0, 0.0, 0.66, 0.42)),
    ("mal-inndata-utfylt", "filled", "Første år i beregningsperioden", (0.0, 0.0, 0.66, 0.42)),
    ("mal-nokkeltall", "filled", "Tjenesten", (0.0, 0.0, 0.76, 0.62)),
)
"""Name, which template, a line of the page, and its part: from left, top to right, bottom."""


def main() -> None:
    """Write every picture."""
    TARGET.mkdir(exist_ok=True)
    names = {
        "navn__digital_hjemmeoppfolging_prosjektets_navn": text("Oppfølging i Nord-Troms"),
        "navn__kommune_1_vertskommunen": text("Kvænangen"),
        "navn__kommune_2": text("Nordreisa"),
        "kommunenummer__kommune_2": text("5544"),
    }
    books = {"empty": empty_template(), "filled": filled_template(**names)}
    with tempfile.TemporaryDirectory() as scratch:
        pages = {name: printed(content, Path(scratch), name) for name, content in books.items()}
        for name, book, sheet, part in PICTURES:
            page = next(p for p, words in pages[book] if sheet in words.splitlines())
            save(page, part, TARGET / f"{name}.png")


def printed(content: bytes, scratch: Path, name: str) -> list[tuple[Path, str]]:
    """The first pages as pictures, recalculated, with the words on each."""
    book = scratch / f"{name}.xlsx"
    book.write_bytes(content)
    profile = scratch / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    pages = 'pdf:calc_pdf_Export:{"PageRange":{"type":"string","value":"1-8"}}'
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to",
         pages, "--outdir", str(scratch), str(book)], check=True, capture_output=True,
    )  # fmt: skip
    pdf = str(book.with_suffix(".pdf"))
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", pdf, str(scratch / name)], check=True)
    found = []
    for number, picture in enumerate(sorted(scratch.glob(f"{name}-*.png")), 1):
        words = subprocess.run(
            ["pdftotext", "-f", str(number), "-l", str(number), pdf, "-"],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        found.append((picture, words))
    return found


def save(page: Path, part: tuple[float, float, float, float], target: Path) -> None:
    """A part of a page, without empty margins, in few colours."""
    with Image.open(page) as whole:
        plain = whole.convert("RGB")
    left, top, right, bottom = part
    wide, high = plain.size
    piece = plain.crop((int(left * wide), int(top * high), int(right * wide), int(bottom * high)))
    white = Image.new("RGB", piece.size, "white")
    box = ImageChops.difference(piece, white).getbbox() or (0, 0, *piece.size)
    kept = (
        max(box[0] - MARGIN, 0), max(box[1] - MARGIN, 0),
        min(box[2] + MARGIN, piece.size[0]), min(box[3] + MARGIN, piece.size[1]),
    )  # fmt: skip
    piece.crop(kept).quantize(COLOURS).save(target, optimize=True)


if __name__ == "__main__":
    main()
