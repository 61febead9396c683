"""The formats that a paper can be written in; apart, so that a command may offer them before anything is imported."""

FORMATS = ("md", "pdf", "html", "docx")
"""Markdown, PDF, one web page and Word, by the endings of their files."""
