"""Writes a document as Markdown that reads well anywhere: CommonMark with tables, pictures beside it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from lif.publish.document import tree
from lif.publish.document.clean import clean
from lif.publish.document.escape import escape_markdown
from lif.publish.meta import Image, Meta, cover_facts


def to_markdown(document: tree.Document, meta: Meta, images: Mapping[str, Image]) -> str:
    """The document as Markdown, its marking first and last; pictures lie beside the file.

    What Markdown has no words for is said in words it has: a boxed note is a quotation, a page break a rule.
    """
    places = _places(document)
    marking = [f"**{escape_markdown(clean(meta.marking))}**"] if meta.marking.strip() else []
    parts = [*marking, f"# {escape_markdown(clean(meta.title))}"]
    if meta.subtitle.strip():
        parts.append(escape_markdown(clean(meta.subtitle)))
    facts = [("Board", meta.board), *(cover_facts(meta) if meta.cover else [])]
    parts.append("\n".join(f"- {name}: {escape_markdown(clean(value))}" for name, value in facts))
    listed = _contents(document, places) if meta.contents else ""
    contents = f"## Contents\n\n{listed}" if listed else ""
    if tree.Contents() not in document.blocks:
        parts.append(contents)
    parts += [
        contents if isinstance(block, tree.Contents) else _block(block, places) for block in document.blocks
    ]
    return "\n\n".join(part for part in [*parts, *marking] if part) + "\n"


def _places(document: tree.Document) -> dict[str, str]:
    """From the document's anchors to those that readers of Markdown give the same headings."""
    places: dict[str, str] = {}
    counts: dict[str, int] = {"contents": 1}
    for block in tree.walk(document.blocks):
        if isinstance(block, tree.Heading):
            words = re.sub(r"[^\w\- ]", "", tree.plain(block.runs).lower()).replace(" ", "-")
            seen = counts.get(words, 0)
            counts[words] = seen + 1
            places[block.anchor] = f"{words}-{seen}" if seen else words
    return places


def _contents(document: tree.Document, places: Mapping[str, str]) -> str:
    return "\n".join(
        f"{'  ' * (block.level - 1)}- [{escape_markdown(tree.plain(block.runs))}](#{places[block.anchor]})"
        for block in tree.listed(document)
    )


def _block(block: tree.Block, places: Mapping[str, str]) -> str:
    match block:
        case tree.Heading():
            written = f"{'#' * (block.level + 1)} {_line(block.runs, places)}"
        case tree.Paragraph():
            written = _line(block.runs, places, "\\\n")
        case tree.ListBlock():
            written = "\n".join(_items(block, places))
        case tree.Table():
            written = _table(block, places)
        case tree.Figure():
            caption = f"**{_line(block.caption, places)}**\n\n" if block.caption else ""
            written = f"{caption}![{escape_markdown(block.alternative)}]({block.name})"
        case tree.Rule() | tree.PageBreak():
            written = "---"
        case tree.Contents():
            written = ""  # which stand at the top level only
        case tree.Quote():
            written = _quoted(_blocks(block.blocks, places))
        case tree.Callout():
            title = [f"**{_line(block.title, places)}**"] if block.title else []
            written = _quoted("\n\n".join([*title, *(_block(part, places) for part in block.blocks)]))
        case tree.Group():
            written = _blocks(block.blocks, places)
    return written


def _blocks(blocks: list[tree.Block], places: Mapping[str, str]) -> str:
    return "\n\n".join(_block(block, places) for block in blocks)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _items(block: tree.ListBlock, places: Mapping[str, str]) -> list[str]:
    written = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        indented = _blocks(item, places).replace("\n", "\n" + " " * len(mark))
        written.append(mark + re.sub(r"(?m)^ +$", "", indented))
    return written


def _table(table: tree.Table, places: Mapping[str, str]) -> str:
    dashes = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
    rows = [[_line(cell, places, "<br>") for cell in row] for row in [table.head, *table.rows]]
    rule = [dashes[column.alignment] for column in table.columns]
    strong = [replace(run, strong=True) for run in table.caption]
    caption = f"{_line(strong, places)}\n\n" if strong else ""
    return caption + "\n".join(f"| {' | '.join(row)} |" for row in [rows[0], rule, *rows[1:]])


def _line(runs: tree.Runs, places: Mapping[str, str], line_break: str = " ") -> str:
    written = ""
    for run in runs:
        at_start = not written or written.endswith("\n")
        written += line_break if run.text == "\n" else _run(run, places, at_start)
    return written


def _run(run: tree.Run, places: Mapping[str, str], at_start: bool) -> str:
    if run.page:
        return ""  # a text has none
    words = run.text.strip()
    if not words:
        return run.text
    # White space at either end stays outside the marks, or they would not be read as marks.
    before, _, after = run.text.partition(words)
    written = escape_markdown(words, at_start=at_start)
    if run.emphasis:
        written = f"*{written}*"
    if run.strong:
        written = f"**{written}**"
    if run.link:
        address = f"#{places.get(run.link[1:], run.link[1:])}" if run.link.startswith("#") else run.link
        written = f"[{written}]({address})"
    return f"{before}{written}{after}"
