"""The formats and editions of a paper; apart, so that a command may offer them before anything is imported."""

from typing import Literal

FORMATS = ("md", "pdf", "html", "docx")
"""Markdown, PDF, one web page and Word, by the endings of their files."""
Edition = Literal["board", "public"]
EDITIONS: tuple[Edition, ...] = ("board", "public")
"""For whom: the Board and its groups, or everybody."""
