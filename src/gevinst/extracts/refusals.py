"""What is wrong with a table as a whole. Facts name file and column, never what a cell holds."""

from __future__ import annotations

from gevinst.errors import GevinstError, Language
from gevinst.messages import render


class ExtractError(GevinstError):
    """A persons or events table cannot be read; the user can correct or replace it.

    Facts are the table, the name of the file if it is one, and where it helps the column, the line
    or what is allowed. An id, a date of birth or any other content of a row is never among them.
    """

    def text(self, lang: Language = "nb") -> str:
        """Text for people; the most common reason why rows were rejected is in words too."""
        reason = self.facts.get("reason")
        words = {} if reason is None else {"reason": render(str(reason), {}, lang)}
        return render(self.kind, {**self.facts, **words}, lang)


def missing_package(package: str) -> ExtractError:
    """Make the error for a package that reading needs and that is not installed."""
    return ExtractError("extract.no_package", package=package)
