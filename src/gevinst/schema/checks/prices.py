"""The price model: keys, pools and tariffs that fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from gevinst.schema.checks.reading import Draft, text_of
from gevinst.schema.findings import Finding


def keys(draft: Draft) -> Iterator[Finding]:
    """A price by keys has a key."""
    model = draft.table("price_model")
    if text_of(model, "rule") == "key" and not model.get("keys", ()):
        yield Finding(("price_model",), "price.no_key")
