"""Writes the reference at build time, from the same objects that the library runs on.

Nothing here is stored: a page can therefore never lag behind the code.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

sys.path.insert(0, str(Path(__file__).parent / "docs" / "reference"))

import pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that people wrote."""
    root = Path(config.docs_dir)
    for address, text in pages.every_page(root).items():
        files.append(File.generated(config, address, content=text))
    return files
