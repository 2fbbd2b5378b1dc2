"""What a workbook is built of, as text: read from the file's own XML, whatever its numbers are."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ALT_TEXT = re.compile(r'<xdr:cNvPr [^>]*descr="([^"]*)"')
BUILT_IN = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%"}
HEADING, MOST_HEADINGS = "FF1F4E79", 11


class Structure:
    """The parts of a workbook file."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            self.parts = {name: parts.read(name) for name in parts.namelist()}
        self.book = self.tree("xl/workbook.xml")
        self.strings = [
            "".join(t.text or "" for t in item.iter(f"{MAIN}t"))
            for item in self.tree("xl/sharedStrings.xml")
        ]
        self.formats, self.unlocked, self.fills = self._styles()
        self.sheets = [str(s.get("name")) for s in self.book.iter(f"{MAIN}sheet")]

    def tree(self, part: str) -> ET.Element:
        """A part as XML."""
        return ET.fromstring(self.parts[part])  # noqa: S314  our own file

    def sheet(self, name: str) -> ET.Element:
        """A sheet as XML."""
        return self.tree(f"xl/worksheets/sheet{self.sheets.index(name) + 1}.xml")

    def names(self) -> list[str]:
        """Names that people see in formulas."""
        defined = (str(d.get("name")) for d in self.book.iter(f"{MAIN}definedName"))
        return [name for name in defined if not name.startswith("_xlnm")]

    def _styles(self) -> tuple[list[str], list[bool], list[str]]:
        styles = self.tree("xl/styles.xml")
        own = {
            str(f.get("numFmtId")): str(f.get("formatCode")) for f in styles.iter(f"{MAIN}numFmt")
        }
        fills = [
            str(next((c.get("rgb") for c in fill.iter(f"{MAIN}fgColor")), ""))
            for fill in styles.iter(f"{MAIN}fill")
        ]
        formats, unlocked, colours = [], [], []
        for look in next(styles.iter(f"{MAIN}cellXfs")):
            number = str(look.get("numFmtId"))
            formats.append(own.get(number) or BUILT_IN.get(number, number))
            protection = look.find(f"{MAIN}protection")
            unlocked.append(protection is not None and protection.get("locked") == "0")
            colours.append(fills[int(look.get("fillId", "0"))])
        return formats, unlocked, colours

    def text(self, cell: ET.Element) -> str:
        """Text of a cell; of a number, nothing."""
        value = cell.find(f"{MAIN}v")
        if cell.get("t") == "s" and value is not None:
            return self.strings[int(value.text or 0)]
        return ""


def structure_of(content: bytes) -> str:
    """Sheets with their headings, blocks, panes, print, lock, help, charts and formats; then names.

    No numbers, versions, dates or counts of formulas.
    """
    made = Structure(content)
    lines: list[str] = []
    for number, name in enumerate(made.sheets, 1):
        lines += [f"# {name}", *_sheet(made, name, number), ""]
    lines.append("# Navn (første del: antall)")
    stems = Counter(name.partition(".")[0] for name in made.names())
    outputs = Counter(".".join(n.split(".")[:2]) for n in made.names() if n.startswith("resultat."))
    lines += [f"{stem}: {count}" for stem, count in sorted((stems | outputs).items())]
    return "\n".join(lines) + "\n"


def _sheet(made: Structure, name: str, number: int) -> Iterator[str]:
    sheet = made.sheet(name)
    rows = list(sheet.iter(f"{MAIN}row"))
    for row in rows:
        texts = [text for text in map(made.text, row) if text]
        if row.get("r") == "1":
            yield f"tittel: {texts[0]}"
        elif row.get("customFormat"):
            yield f"blokk: {texts[0]}"
        elif len(row) and made.fills[int(row[0].get("s", "0"))] == HEADING:
            yield "overskrift: " + " | ".join(texts[:MOST_HEADINGS])
    yield from _print(made, sheet, number)
    used = {made.formats[int(c.get("s", "0"))] for c in sheet.iter(f"{MAIN}c")}
    yield "tallformater: " + "  ".join(sorted(used - {"General"}))
    drawing = next(sheet.iter(f"{MAIN}drawing"), None)
    if drawing is not None:
        for text in ALT_TEXT.findall(made.parts["xl/drawings/drawing1.xml"].decode()):
            yield f"diagram: {text}"


def _print(made: Structure, sheet: ET.Element, number: int) -> Iterator[str]:
    """Panes, paper, what repeats, the lock and the help of a sheet."""
    pane = next(sheet.iter(f"{MAIN}pane"), None)
    if pane is not None:
        yield f"låste ruter: {pane.get('topLeftCell')}"
    setup = next(sheet.iter(f"{MAIN}pageSetup"))
    fit = next(sheet.iter(f"{MAIN}pageSetUpPr"), None)
    scale = "tilpasset bredden" if fit is not None else f"{setup.get('scale', '100')} %"
    columns = sum(1 for b in sheet.iter(f"{MAIN}colBreaks") for _ in b)
    paper = "A4" if setup.get("paperSize") == "9" else "?"
    yield f"utskrift: {paper} {setup.get('orientation')}, {scale}"
    if columns:
        yield f"sideskift mellom kolonner: {columns}"
    for defined in made.book.iter(f"{MAIN}definedName"):
        if defined.get("localSheetId") == str(number - 1):
            yield f"{str(defined.get('name')).removeprefix('_xlnm.')}: {defined.text}"
    lock = next(sheet.iter(f"{MAIN}sheetProtection"))
    yield f"låst: {lock.get('sheet') == '1'}, passord: {'password' in lock.attrib}"
    yield f"hjelp og kontroll av felt: {sum(1 for _ in sheet.iter(f'{MAIN}dataValidation'))}"
