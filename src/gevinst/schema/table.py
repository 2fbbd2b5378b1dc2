"""What all tables of a project file have in common: closed, frozen, with source and note."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from gevinst.schema.names import Prose
from gevinst.schema.values import Value


class ClosedTable(BaseModel):
    """A table in which unknown keys are errors and nothing can be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    _written: tuple[str, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def _finish(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401
        table = handler(given)
        if isinstance(given, Mapping):
            table._written = tuple(given)  # noqa: SLF001  order of the keys in the file
            table._inherit()  # noqa: SLF001
        return table

    def _inherit(self) -> None:
        """Pass on what belongs to all values of the table; nothing here."""

    def items(self) -> Iterator[tuple[str, Any]]:
        """Key and content, in the order of the file; then what the file leaves out."""
        names = {field.alias or name: name for name, field in type(self).model_fields.items()}
        for key in dict.fromkeys((*self._written, *names)):
            yield key, getattr(self, names[key])


class Table(ClosedTable):
    """A table that may carry source and note for all its values without one."""

    source: Prose | None = Field(
        None, description="Kilde for alle tall i tabellen som ikke har en egen kilde."
    )
    note: Prose | None = Field(
        None, description="Merknad til alle tall i tabellen som ikke har en egen merknad."
    )

    def _inherit(self) -> None:
        """Give values without a source or note those of the table."""
        remarks = {"source": self.source, "note": self.note}
        if not any(remarks.values()):
            return
        for name, content in self.__dict__.items():
            if isinstance(content, Value):
                self.__dict__[name] = _with_remarks(content, remarks)
            elif isinstance(content, Mapping):
                self.__dict__[name] = {k: _with_remarks(v, remarks) for k, v in content.items()}


def _with_remarks(value: Value, remarks: Mapping[str, str | None]) -> Value:
    missing = {key: text for key, text in remarks.items() if text and getattr(value, key) is None}
    if not missing:
        return value
    inherited = (*value.inherited, *missing)
    return dataclasses.replace(value, inherited=inherited, **missing)  # type: ignore[arg-type]
