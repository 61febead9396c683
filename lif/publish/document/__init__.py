"""A document: read from Markdown into a tree, made fit for paper, and written in each format."""
