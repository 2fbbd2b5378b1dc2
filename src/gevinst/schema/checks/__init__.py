"""Checks across the tables of a project.

They read the file's tables as they are, and pass over what is malformed: that is reported
by the models. So what is wrong across tables is found even when something inside one is.
"""

from gevinst.schema.checks.all_checks import cross_check

__all__ = ["cross_check"]
