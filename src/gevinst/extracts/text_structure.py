"""The structure of separated text, seen on its bytes before it is parsed: rows and their fields.

Vectorised over the bytes of a block. A separator or line end between quotation marks is content; a
row with another number of fields than the heading is left out and counted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NEWLINE, QUOTE = ord("\n"), ord('"')


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a block: the text of the whole ones, and how many were not."""

    text: bytes
    whole: int
    malformed: int


def is_regular(text: bytes, separator: str, fields: int) -> bool:
    """Whether there are as many separators as that many fields on every line would give.

    It can still hold one row too long and one too short: the parser then refuses the long one.
    """
    if QUOTE in text:
        return False
    codes = np.frombuffer(text, np.uint8)
    separators = np.count_nonzero(codes == ord(separator))
    return bool(separators == (fields - 1) * np.count_nonzero(codes == NEWLINE))


def end_of_rows(text: bytes) -> int:
    """Length of the part of a text that holds whole rows; 0 if the first row does not end."""
    if QUOTE not in text:
        return text.rfind(b"\n") + 1
    codes = np.frombuffer(text, np.uint8)
    ends = np.flatnonzero((codes == NEWLINE) & ~_quoted(codes))
    return int(ends[-1]) + 1 if len(ends) else 0


def whole_rows(text: bytes, separator: str, fields: int) -> Rows:
    """Leave out empty lines, and rows with another number of fields, which are counted.

    Parameters
    ----------
    text : bytes
        Ends with a line end outside quotation marks.
    """
    codes = np.frombuffer(text, np.uint8)
    open_ = ~_quoted(codes)
    ends = np.flatnonzero((codes == NEWLINE) & open_)
    separators = np.flatnonzero((codes == ord(separator)) & open_)
    lengths = np.diff(ends, prepend=-1)
    found = np.diff(np.searchsorted(separators, ends), prepend=0)
    empty = lengths == 1
    whole = (found == fields - 1) & ~empty
    malformed = int(np.count_nonzero(~whole & ~empty))
    if malformed or empty.any():
        text = codes[np.repeat(whole, lengths)].tobytes()
    return Rows(text, int(np.count_nonzero(whole)), malformed)


def _quoted(codes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether each byte follows an odd number of quotation marks."""
    odd = np.bitwise_and(np.cumsum(codes == QUOTE, dtype=np.int32), 1)
    return odd.astype(np.bool_)
