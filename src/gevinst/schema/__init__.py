"""What a project file may say: frozen models, one topic a file."""

from gevinst.schema.editor import json_schema
from gevinst.schema.findings import Finding
from gevinst.schema.months import Month
from gevinst.schema.project import Project
from gevinst.schema.values import Value

__all__ = ["Finding", "Month", "Project", "Value", "json_schema"]
