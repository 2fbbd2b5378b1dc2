"""A bar on a terminal or in a notebook for work that lasts longer than a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

AFTER_SECONDS = 1.0


@contextmanager
def progress(total: int, unit: str = "trekninger") -> Iterator[Callable[[int], object]]:
    """Give a function to be told how much has been done; nothing is drawn in a file.

    Parameters
    ----------
    total : int
    unit : str, optional
        What is counted.
    """
    from tqdm.auto import tqdm

    with tqdm(total=total, delay=AFTER_SECONDS, disable=None, leave=False, unit=f" {unit}") as bar:
        yield bar.update
