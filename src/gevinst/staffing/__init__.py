"""Staffing: arithmetic for plain numbers, and questions about a project's staff.

`net_hours` and `wisn` take plain numbers; no project is needed. `capacity` and `pooling` take a
project, `overload` the results of a run; what they need is imported when they are called.
"""

from gevinst.staffing.plain_numbers import Wisn, net_hours, wisn
from gevinst.staffing.questions import capacity, overload, pooling

__all__ = ["Wisn", "capacity", "net_hours", "overload", "pooling", "wisn"]
