"""The line on which each key of a TOML text stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping

from gevinst.loading.scanning import Token, tokens

Location = tuple[str | int, ...]


def lines_of(text: str) -> Mapping[Location, int]:
    """Find the line of every key, table and item of a list.

    Parameters
    ----------
    text : str
        A valid TOML document.

    Returns
    -------
    mapping
        From location (keys and list indices) to line, the first line being 1.
    """
    reader = _Reader(tokens(text))
    reader.document()
    return reader.lines


def nearest_line(lines: Mapping[Location, int], location: Location) -> int | None:
    """Line of a location, else of the nearest table around it; None for the whole file."""
    for length in range(len(location), 0, -1):
        if location[:length] in lines:
            return lines[location[:length]]
    return None


class _Reader:
    def __init__(self, pieces: Iterator[Token]) -> None:
        self._pieces = pieces
        self.lines: dict[Location, int] = {}
        self._counts: dict[Location, int] = {}
        self._token: Token | None = None
        self._advance()

    def _advance(self) -> None:
        self._token = next(self._pieces, None)

    def _at(self, *texts: str) -> bool:
        token = self._token
        return token is not None and token.kind in {"sign", "newline"} and token.text in texts

    def _skip(self, *texts: str) -> None:
        while self._at(*texts):
            self._advance()

    def document(self) -> None:
        base: Location = ()
        while self._token is not None:
            if self._at("\n"):
                self._advance()
            elif self._at("["):
                base = self._header()
            else:
                self._pair(base)

    def _header(self) -> Location:
        self._advance()
        many = self._at("[")
        if many:
            self._advance()
        parts = self._key()
        self._skip("]")
        location: Location = ()
        for place, (name, line) in enumerate(parts):
            location = (*location, name)
            self.lines.setdefault(location, line)
            last = place == len(parts) - 1
            if last and many:
                index = self._counts.get(location, 0)
                self._counts[location] = index + 1
                location = (*location, index)
                self.lines[location] = line
            elif location in self._counts:
                location = (*location, self._counts[location] - 1)
        return location

    def _key(self) -> list[tuple[str, int]]:
        """Parts of a dotted key, each with its line."""
        parts: list[tuple[str, int]] = []
        while self._token is not None and (self._token.kind in {"word", "string"} or self._at(".")):
            if not self._at("."):
                parts.append((_name(self._token), self._token.line))
            self._advance()
        return parts

    def _pair(self, base: Location) -> None:
        location = base
        for name, line in self._key():
            location = (*location, name)
            self.lines.setdefault(location, line)
        if not self._at("="):  # not valid TOML: pass over the sign, so that this ends
            self._advance()
            return
        self._advance()
        self._value(location)

    def _value(self, location: Location) -> None:
        if self._at("["):
            self._list(location)
        elif self._at("{"):
            self._advance()
            while self._token is not None and not self._at("}"):
                if self._at("\n", ","):
                    self._advance()
                else:
                    self._pair(location)
            self._advance()
        else:
            while self._token is not None and not self._at("\n", ",", "]", "}"):
                self._advance()

    def _list(self, location: Location) -> None:
        self._advance()
        index = 0
        while self._token is not None and not self._at("]"):
            if self._at("\n"):
                self._advance()
            elif self._at(","):
                self._advance()
                index += 1
            else:
                self.lines[(*location, index)] = self._token.line
                self._value((*location, index))
        self._advance()


def _name(token: Token) -> str:
    if token.kind == "word":
        return token.text
    if "\\" not in token.text:
        return token.text[1:-1]
    try:
        return str(tomllib.loads(f"key = {token.text}")["key"])
    except ValueError:
        return token.text
