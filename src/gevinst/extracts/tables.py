"""A table opened for reading: its columns, and its rows as text, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, Protocol

from gevinst.extracts.refusals import ExtractError
from gevinst.messages import Term

if TYPE_CHECKING:
    import polars as pl

MOST_COLUMNS = 1_000


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a table: every wanted column as text, and rows that could not be told apart."""

    frame: pl.DataFrame
    malformed: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """What errors say of where: the table, and the file if there is one."""

    table: str
    file: str | None = None

    def error(self, kind: str, **facts: object) -> ExtractError:
        """Make an error about this table."""
        return ExtractError(kind, table=Term(f"extract.{self.table}"), file=self.file, **facts)

    def refuse(self, kind: str, **facts: object) -> NoReturn:
        """Raise an error about this table, without the error of any other library behind it."""
        raise self.error(kind, **facts) from None


class Source(Protocol):
    """A table that can be read once, from its beginning."""

    @property
    def place(self) -> Place:
        """What errors say of where it is."""

    @property
    def columns(self) -> Sequence[str]:
        """Names of the columns, as they are written."""

    def blocks(self, wanted: Mapping[str, int]) -> Iterator[Block]:
        """Yield the rows; `wanted` gives for each of our names the position of its column."""
