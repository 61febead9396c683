"""Reads the Markdown that templates write into the tree of a document."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from lif.publish.document import tree
from lif.publish.document.clean import clean
from lif.publish.document.headings import arrange_headings
from lif.publish.document.inlines import read_runs
from lif.publish.document.syntax import reader
from lif.publish.errors import DocumentError
from lif.publish.meta import Image

_ALIGNMENTS: Mapping[str, tree.Alignment] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}
_LEAST_DASHES = 40  # a shorter line of dashes under a table's head says nothing of widths
# Looked for in the source: in record text the brace arrives escaped and cannot name a place.
_ANCHOR = re.compile(r"[ \t]*\{: ?#([a-z0-9][a-z0-9-]*)\}$")


def parse(markdown: str, images: Mapping[str, Image] | None = None) -> tree.Document:
    """The document that the Markdown describes.

    Headings are renumbered so that the first is of level 1 and none is skipped; empty ones are dropped; each
    has an anchor of its own. Links that lead nowhere in the document lose the link and keep their words.
    Every text is cleaned once more, so that what a template itself says can be printed too.

    Raises DocumentError for a picture that is not among ``images``.
    """
    root = SyntaxTreeNode(reader().parse(markdown))
    blocks = _Reader(markdown.split("\n"), images or {}).blocks(root.children)
    return tree.Document(arrange_headings(blocks))


class _Reader:
    def __init__(self, lines: list[str], images: Mapping[str, Image]) -> None:
        self._lines = lines
        self._images = images
        self._readers: Mapping[str, Callable[[SyntaxTreeNode], list[tree.Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "table": self._table,
            "hr": lambda node: [tree.Rule()],
            "blockquote": lambda node: [tree.Quote(self.blocks(node.children))],
            "container_callout": self._callout,
            "container_page-break": lambda node: [tree.PageBreak()],
            "container_contents": lambda node: [tree.Contents()],
            "container_landscape": lambda node: [tree.Group("landscape", self.blocks(node.children))],
            "container_side-by-side": lambda node: [tree.Group("side-by-side", self.blocks(node.children))],
            "container_table": self._captioned,
            "container_month": self._month,
            "container_together": lambda node: [tree.Group("together", self.blocks(node.children))],
        }

    def blocks(self, nodes: list[SyntaxTreeNode]) -> list[tree.Block]:
        return [block for node in nodes for block in self._readers[node.type](node)]

    def _heading(self, node: SyntaxTreeNode) -> list[tree.Block]:
        content = node.children[0].content if node.children else ""
        asked = _ANCHOR.search(content)
        runs = _inline(content[: asked.start()] if asked else content)
        return [tree.Heading(int(node.tag[1:]), runs, asked[1] if asked else "")] if _words(runs) else []

    def _paragraph(self, node: SyntaxTreeNode) -> list[tree.Block]:
        """A paragraph, or the figures where a paragraph holds nothing but pictures."""
        children = [child for inline in node.children for child in inline.children]
        pictures = [child for child in children if child.type == "image"]
        if pictures and all(child.type in {"image", "softbreak"} for child in children):
            return [self._figure(picture) for picture in pictures]
        for picture in pictures:
            self._figure(picture)  # a picture within a sentence is printed as its words, but must exist
        runs = read_runs(children)
        return [tree.Paragraph(runs)] if _words(runs) else []

    def _figure(self, node: SyntaxTreeNode) -> tree.Figure:
        name = str(node.attrs.get("src", ""))
        image = self._images.get(name)
        if image is None:
            raise DocumentError(
                f"a template asks for the picture “{clean(name, 80)}”, which was not drawn for this document."
            )
        caption = [tree.Run(clean(str(node.attrs["title"]), None))] if node.attrs.get("title") else []
        words = _words(read_runs(node.children)) or clean(image.alternative, None).strip()
        if not words:
            raise DocumentError(
                f"the picture “{name}” needs to be said in words for those who cannot see it."
            )
        return tree.Figure(name, words, caption)

    def _list(self, node: SyntaxTreeNode) -> list[tree.Block]:
        items = [self.blocks(item.children) for item in node.children]
        start = int(node.attrs.get("start", 1))
        return [tree.ListBlock(node.type == "ordered_list", items, start)]

    def _callout(self, node: SyntaxTreeNode) -> list[tree.Block]:
        title = _inline(node.info.strip().removeprefix("callout").strip())
        return [tree.Callout(title, self.blocks(node.children))]

    def _captioned(self, node: SyntaxTreeNode) -> list[tree.Block]:
        caption = _inline(node.info.strip().removeprefix("table").strip())
        blocks = self.blocks(node.children)
        return [
            replace(block, caption=caption) if isinstance(block, tree.Table) else block for block in blocks
        ]

    def _month(self, node: SyntaxTreeNode) -> list[tree.Block]:
        blocks = self.blocks(node.children)
        return [
            replace(
                block, month=True, columns=[tree.Column(share=1 / len(block.columns)) for _ in block.columns]
            )
            if isinstance(block, tree.Table)
            else block
            for block in blocks
        ]

    def _table(self, node: SyntaxTreeNode) -> list[tree.Block]:
        rows = [row for part in node.children for row in part.children]
        head = rows[0].children
        shares = self._shares(node, len(head))
        columns = [
            tree.Column(_ALIGNMENTS.get(str(cell.attrs.get("style", "")), ""), share)
            for cell, share in zip(head, shares, strict=True)
        ]
        cells = [[read_runs(cell.children[0].children) for cell in row.children] for row in rows]
        return [tree.Table(columns, cells[0], cells[1:])]

    def _shares(self, node: SyntaxTreeNode, columns: int) -> list[float]:
        """The widths asked for by the lengths of the table's second line; zeros where it asks for none."""
        first_line = node.map[0] if node.map else 0
        lengths = [len(part.strip()) for part in self._lines[first_line + 1].strip().strip("|").split("|")]
        if len(lengths) != columns or len(set(lengths)) == 1 or sum(lengths) < _LEAST_DASHES:
            return [0.0] * columns
        return [length / sum(lengths) for length in lengths]


def _inline(content: str) -> tree.Runs:
    return read_runs(SyntaxTreeNode(reader().parseInline(content)).children[0].children)


def _words(runs: tree.Runs) -> str:
    return tree.plain(runs).strip()
