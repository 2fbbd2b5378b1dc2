"""Texts: what a project file says."""

PROJECTS: dict[str, dict[str, str]] = {}
