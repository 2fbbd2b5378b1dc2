"""Texts of every kind of error, Norwegian beside English, and how facts are shown in them."""

from gevinst.messages.rendering import Term, listed, located, nearest, render, visible
from gevinst.messages.table import MESSAGES, TERMS

__all__ = ["MESSAGES", "TERMS", "Term", "listed", "located", "nearest", "render", "visible"]
