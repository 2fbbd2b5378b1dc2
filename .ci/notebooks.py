"""Execute every notebook from a clean state, and insist that none is stored with output."""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient


def stored_output(notebook: nbformat.NotebookNode) -> bool:
    """Tell whether a notebook was saved with results in it."""
    return any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)


def main() -> int:
    """Run all notebooks; the exit code tells whether any was stored with output."""
    dirty = []
    for path in sorted(Path("notebooks").glob("*.ipynb")):
        notebook = nbformat.read(path, as_version=4)
        if stored_output(notebook):
            dirty.append(path)
        NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
        print(f"{path}: {len(notebook.cells)} cells ran")
    for path in dirty:
        print(f"{path}: stored with output; clear it before committing")
    return 1 if dirty else 0


if __name__ == "__main__":
    sys.exit(main())
