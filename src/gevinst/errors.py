"""Errors, sorted by what the user can do about them.

Every error carries its *kind* and its facts (as attributes too) and no wording: the
texts of all kinds stand in `gevinst.messages`, Norwegian beside English. ``str(error)``
is English, as Python programmers expect; ``error.text("nb")`` is for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from gevinst.messages import TERMS, Term, located, render, visible

Language = Literal["nb", "en"]


class GevinstError(Exception):
    """Base of every error that gevinst raises on purpose.

    Parameters
    ----------
    kind : str
        Key of the text in `gevinst.messages`.
    **facts : object
        What the text needs. Each fact is also an attribute of the error.
    """

    kind: str
    facts: Mapping[str, Any]

    def __init__(self, kind: str, **facts: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  a fact is of any type
        facts: Mapping[str, Any] = self.__dict__.get("facts", {})
        try:
            return facts[name]
        except KeyError:
            raise AttributeError(f"{type(self).__name__} has no fact {name!r}") from None

    def text(self, lang: Language = "nb") -> str:
        """Text of the error for people, without control characters.

        Parameters
        ----------
        lang : {"nb", "en"}
            Norwegian bokmaal or English.
        """
        return render(self.kind, self.facts, lang)

    def __str__(self) -> str:
        return self.text("en")

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.kind, dict(self.facts)))


def _rebuild(cls: type[GevinstError], kind: str, facts: dict[str, Any]) -> GevinstError:
    error = cls.__new__(cls)
    GevinstError.__init__(error, kind, **facts)
    return error


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a project file.

    Attributes
    ----------
    kind : str
        Key of the text in `gevinst.messages`.
    path : str
        Place in the project, for example ``groups[0].ramp_time``; empty for the whole file.
    file : str or None
        The file as the user named it.
    line : int or None
        First line is 1.
    facts : mapping
        What the text needs, such as ``found``, ``allowed`` and ``suggestion``.
    sheet, cell : str or None
        Where it stands in a workbook, which has no lines.
    """

    kind: str
    path: str = ""
    file: str | None = None
    line: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)
    sheet: str | None = None
    cell: str | None = None

    def text(self, lang: Language = "nb", *, with_file: bool = True) -> str:
        """Where, what was found, what is allowed, what to do; on one line."""
        body = render(self.kind, self.facts, lang)
        file = located(self.file) if with_file and self.file else ""
        line = render("problem.line", {"line": self.line}, lang) if self.line else ""
        place = {"sheet": self.sheet, "cell": self.cell}
        cell = render("problem.cell", place, lang) if self.cell else ""
        where = ", ".join(part for part in (file, line, cell, visible(self.path)) if part)
        return f"{where}: {body}" if where else body

    def __str__(self) -> str:
        return self.text("en")


class ProjectError(GevinstError):
    """A project file cannot be used; holds every problem found in it.

    The user can correct the file. ``error.problems`` is a tuple of `Problem`, by line.
    """

    def __init__(self, problems: Iterable[Problem], file: str | None = None) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("project.invalid", file=file, count=len(self.problems))

    @classmethod
    def one(
        cls,
        kind: str,
        *,
        path: str = "",
        file: str | None = None,
        line: int | None = None,
        **facts: object,
    ) -> Self:
        """Make an error with a single problem."""
        return cls((Problem(kind, path, file, line, facts),), file)

    def text(self, lang: Language = "nb") -> str:
        """Every problem, one a line, under a line that names the file and counts them."""
        head = render("project.one" if self.count == 1 else "project.invalid", self.facts, lang)
        return "\n".join([head, *(f"  {p.text(lang, with_file=False)}" for p in self.problems)])

    def __reduce__(self) -> tuple[Any, ...]:
        return (ProjectError, (self.problems, self.facts["file"]))


class UnitError(GevinstError):
    """A number or unit, written as text, cannot be read as the unit that is needed.

    Parameters
    ----------
    reason : str
        Why, as a code: ``unparsable``, ``unknown_unit``, ``wrong_dimension``,
        ``missing_per``, ``not_finite`` ...; its text is the kind ``unit.<reason>``.
    text : str
        What was written (the attribute ``given``).
    expected, found : str, optional
        The unit that is needed, and the unit that was found.
    suggestion : str, optional
        The nearest valid unit, or an example of what would do.
    """

    def __init__(
        self,
        *,
        reason: str,
        text: str,
        expected: str | None = None,
        found: str | None = None,
        suggestion: str | None = None,
    ) -> None:
        super().__init__(
            f"unit.{reason}",
            reason=reason,
            given=text,
            expected=expected,
            found=found,
            suggestion=suggestion,
        )


class ParameterError(GevinstError):
    """A parameter is unknown, malformed, or has no value for the date asked for."""

    @classmethod
    def unknown(cls, name: str, suggestion: str | None = None) -> Self:
        """Say that there is no parameter of that name."""
        return cls("parameter.unknown", name=name, suggestion=suggestion)

    @classmethod
    def no_value(cls, name: str, date: object, first: object = None, last: object = None) -> Self:
        """Say that the parameter has values, but none that is valid on the date."""
        return cls("parameter.no_value", name=name, date=date, first=first, last=last)

    @classmethod
    def invalid(cls, name: str, file: str, problem: str) -> Self:
        """Say that an entry of the parameter files is malformed."""
        return cls("parameter.invalid", name=name, file=file, problem=problem)


class SourceError(GevinstError):
    """A figure has no source, or a source that cannot be found."""

    @classmethod
    def missing(cls, name: str) -> Self:
        """Say that the figure states no source."""
        return cls("source.missing", name=name)

    @classmethod
    def unknown(cls, name: str, source: str, suggestion: str | None = None) -> Self:
        """Say that the figure refers to a source that is not there."""
        return cls("source.unknown", name=name, source=source, suggestion=suggestion)


class CoverageError(GevinstError):
    """The input does not cover a period, a partner or a group that the answer needs."""

    @classmethod
    def no_basis(cls, basis: str, period: str, window: str) -> Self:
        """Say that cost is to be shared by a basis that is zero for all partners in the window."""
        return cls("coverage.no_basis", basis=basis, period=period, window=window)

    @classmethod
    def nobody_counts(cls, basis: str, period: str, counts: str) -> Self:
        """Say that none of those whom a key counts (named ones, or users) has any of its basis."""
        who = {"named": "members", "users": "users"}[counts]
        return cls("coverage.nobody_counts", basis=basis, period=period, who=who)

    @classmethod
    def no_member(cls, period: str) -> Self:
        """Say that there is cost to share, but no partner is a member in the period."""
        return cls("coverage.no_member", period=period)

    @classmethod
    def funding_exceeds_cost(cls, period: str, funding: float, cost: float) -> Self:
        """Say that funding is larger than the cost, so that charges would be negative."""
        return cls("coverage.funding_exceeds_cost", period=period, funding=funding, cost=cost)

    @classmethod
    def minimum_exceeds_cost(cls, year: int, minimum: float, cost: float) -> Self:
        """Say that the minimum charges of all come to more than there is to pay."""
        return cls(
            "coverage.minimum_exceeds_cost", year=year, minimum=round(minimum), cost=round(cost)
        )

    @classmethod
    def change_impossible(cls, year: int, limit: str, nearest: float) -> Self:
        """Say that no charges meet a limit on the change, and the nearest one that can be met."""
        return cls("coverage.change_impossible", year=year, limit=limit, nearest=nearest)

    @classmethod
    def outside_horizon(cls, period: object, first: object, last: object) -> Self:
        """Say that a month or year outside the horizon was asked for."""
        return cls("coverage.outside_horizon", period=period, first=first, last=last)


class ReplayError(GevinstError):
    """An explained number differs from the stored one: a fault in gevinst, not in the input."""

    @classmethod
    def differs(cls, quantity: str, place: str, stored: float, replayed: float) -> Self:
        """Say that the stored and the replayed value are not equal."""
        return cls(
            "replay.differs",
            quantity=quantity,
            place=place,
            stored=stored,
            replayed=replayed,
            difference=replayed - stored,
        )


def _axis_word(axis: str) -> str:
    """What an axis is called in a sentence, if it has a name for people."""
    return Term(f"axis.{axis}") if f"axis.{axis}" in TERMS else axis


class QuantityError(GevinstError):
    """A quantity, label, table or example of that name does not exist."""

    @classmethod
    def unknown(cls, name: str, suggestion: str | None = None, allowed: Iterable[str] = ()) -> Self:
        """Say that there is no quantity of that name."""
        return cls("quantity.unknown", name=name, suggestion=suggestion, allowed=tuple(allowed))

    @classmethod
    def unknown_input(
        cls, name: object, suggestion: str | None = None, allowed: Iterable[str] = ()
    ) -> Self:
        """Say that the project has no input of that name."""
        return cls(
            "quantity.unknown_input", name=name, suggestion=suggestion, allowed=tuple(allowed)
        )

    @classmethod
    def not_a_name(cls, argument: str, found: object) -> Self:
        """Say that a name has to be text."""
        return cls("quantity.not_a_name", argument=argument, found=type(found).__name__)

    @classmethod
    def unknown_label(
        cls, axis: str, label: object, suggestion: str | None = None, allowed: Iterable[str] = ()
    ) -> Self:
        """Say that there is no municipality, group, role, line, actor or period of that name."""
        return cls(
            "quantity.unknown_label",
            axis=axis,
            word=_axis_word(axis),
            label=label,
            suggestion=suggestion,
            allowed=tuple(allowed),
        )

    @classmethod
    def missing_label(cls, name: str, axis: str, allowed: Iterable[str] = ()) -> Self:
        """Say that the quantity varies over an axis (or record) that was not named."""
        word = _axis_word(axis)
        return cls(
            "quantity.missing_label", name=name, axis=axis, word=word, allowed=tuple(allowed)
        )

    @classmethod
    def unused_label(cls, name: str, axis: str) -> Self:
        """Say that the quantity does not vary over an axis (or record) that was named."""
        return cls("quantity.unused_label", name=name, axis=axis, word=_axis_word(axis))

    @classmethod
    def unknown_table(cls, name: str, suggestion: str | None, allowed: Iterable[str]) -> Self:
        """Say that there is no table of that name."""
        return cls(
            "quantity.unknown_table", name=name, suggestion=suggestion, allowed=tuple(allowed)
        )

    @classmethod
    def unknown_example(cls, name: str, suggestion: str | None, allowed: Iterable[str]) -> Self:
        """Say that there is no example project of that name."""
        return cls(
            "quantity.unknown_example", name=name, suggestion=suggestion, allowed=tuple(allowed)
        )


class ArgumentError(GevinstError, ValueError):
    """A public function was called with an argument that it cannot use."""

    @classmethod
    def not_finite(cls, argument: str, found: float, place: str | None = None) -> Self:
        """Say that a number is NaN or infinite, and where in the array it is."""
        return cls("argument.not_finite", argument=argument, found=found, place=place)

    @classmethod
    def not_numbers(cls, argument: str, found: str) -> Self:
        """Say that the argument is of a kind that holds no numbers."""
        return cls("argument.not_numbers", argument=argument, found=found)

    @classmethod
    def outside(cls, argument: str, found: float, allowed: str, place: str | None = None) -> Self:
        """Say that a number lies outside what is allowed, for example ``"> 0"``."""
        return cls("argument.outside", argument=argument, found=found, allowed=allowed, place=place)

    @classmethod
    def shape(cls, argument: str, found: str, allowed: str) -> Self:
        """Say that the array has a shape that does not fit."""
        return cls("argument.shape", argument=argument, found=found, allowed=allowed)

    @classmethod
    def choice(
        cls, argument: str, found: str, allowed: Iterable[str], suggestion: str | None = None
    ) -> Self:
        """Say that the text is not one of the choices."""
        return cls(
            "argument.choice",
            argument=argument,
            found=found,
            allowed=tuple(allowed),
            suggestion=suggestion,
        )


class OutputError(GevinstError):
    """Results cannot be written to the place that was asked for."""

    @classmethod
    def not_folder(cls, path: str) -> Self:
        """Say that there is a file where a folder is needed."""
        return cls("output.not_folder", folder=path)

    @classmethod
    def unwritable(cls, path: str, detail: str | None) -> Self:
        """Say that the folder or a file in it cannot be written, and why."""
        return cls("output.unwritable", folder=path, detail=detail)
