"""Where the source tree is, for the tests that read it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """Top of the repository; tests that use it are marked `repository`."""
    return ROOT


@pytest.fixture(scope="session")
def source(root: Path) -> Path:
    """Folder of the package's source."""
    return root / "src" / "gevinst"
