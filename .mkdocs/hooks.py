"""Writes the reference when the documentation is built, from the objects the library runs on.

Nothing written here is stored: a page can therefore not lag behind the code.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

import benefit_page
import downloads
import indicator_page
import model_pages
import project_file_page
import python_page
import user_pages
from pieces import with_answers

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put every decision and every verification page in the menu."""
    docs = Path(config.docs_dir)
    menus = {heading: pages for entry in config.nav or [] for heading, pages in entry.items()}
    for heading, folder in (("Beslutninger", "decisions"), ("Målinger", "verification")):
        written = sorted(f"{folder}/{p.name}" for p in docs.glob(f"{folder}/*.md"))
        menus[heading] += [address for address in written if address not in menus[heading]]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that people wrote."""
    pages = {
        "storrelser.md": model_pages.quantities,
        "formler.md": model_pages.formulas,
        "ordliste.md": model_pages.words,
        "parametre.md": user_pages.parameters,
        "gevinster.md": benefit_page.benefits,
        "indikatorer.md": indicator_page.indicators,
        "kommandolinje.md": user_pages.command_line,
        "feilmeldinger.md": user_pages.messages,
        "prosjektfil.md": project_file_page.project_file,
        "nullpunktsfil.md": project_file_page.baseline_file,
        "nullpunkt-python.md": python_page.baseline,
        "python.md": python_page.python,
        "usikkerhet-python.md": python_page.uncertainty,
    }
    for name, text in pages.items():
        files.append(File.generated(config, f"reference/{name}", content=text()))
    for name, content in downloads.workbooks().items():
        files.append(File.generated(config, f"nedlasting/{name}", content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in the answers that a page shows, and collect the changes on their one page."""
    del files
    markdown = with_answers(markdown)
    if page.file.src_uri != "changelog.d/README.md":
        return markdown
    fragments = sorted(Path(config.docs_dir).glob("changelog.d/[0-9]*.md"), reverse=True)
    texts = (f.read_text(encoding="utf-8").strip() for f in fragments)
    return markdown + "\n\n" + "\n\n---\n\n".join(texts) + "\n"
