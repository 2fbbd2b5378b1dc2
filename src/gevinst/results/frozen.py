"""Arrays that are handed out and cannot be made writeable again."""

from __future__ import annotations

from gevinst.axes import Array


def frozen(values: Array) -> Array:
    """Return a view of a read-only array, so that its own flag cannot be set back either."""
    owner = values if values.base is None else values.copy()
    owner.setflags(write=False)
    return owner.view()
