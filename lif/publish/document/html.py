"""Writes a document as one web page: no script, nothing fetched, readable on a phone and aloud."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape
from importlib import resources
from itertools import groupby

from lif.publish.document import tree
from lif.publish.document.clean import clean
from lif.publish.meta import Image, Meta, cover_facts
from lif.publish.style.colours import STATUS, check_accent, tint_of

_SHORT = 14  # characters: an id, a date in short form, a figure


def to_html(document: tree.Document, meta: Meta, images: Mapping[str, Image]) -> str:
    """The document as an HTML page; the same text for the same input.

    Its content security policy allows the one style sheet it carries and nothing else.
    """
    style = _style(meta)
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    pictures = "img-src data:; " if meta.style.logo else ""
    policy = f"default-src 'none'; {pictures}style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    marking = f'<p class="marking">{_said(meta.marking)}</p>' if meta.marking.strip() else ""
    writer = _Writer(images)
    contents = _contents(document) if meta.contents else ""
    body = _body(document, writer, contents)
    return f"""<!DOCTYPE html>
<html lang="{_said(meta.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{_said(meta.author or meta.board)}">
<title>{_said(meta.title)}</title>
<style>{style}</style>
</head>
<body{"" if meta.cover else ' class="paper"'}>
<a class="skip" href="#_content">Skip to the content</a>
<header>
{marking}{_logo(meta)}
<p class="board">{_said(meta.board)}</p>
<h1>{_said(meta.title)}</h1>
{f'<p class="subtitle">{_said(meta.subtitle)}</p>' if meta.subtitle.strip() else ""}
{_facts(meta)}</header>
{body}
<footer>
{marking}
<p>{_said(meta.title)}</p>
</footer>
</body>
</html>
"""


def _body(document: tree.Document, writer: "_Writer", contents: str) -> str:
    """The text with its table of contents beside it, or between its parts where a block says so.

    On a phone what stands before that block is then read before the contents.
    """
    blocks = document.blocks
    if not contents or tree.Contents() not in blocks:
        return (
            f'<div class="{"page" if contents else "page plain"}">\n{contents}\n'
            f'<main id="_content" tabindex="-1">\n{writer.blocks(blocks)}\n</main>\n</div>'
        )
    place = blocks.index(tree.Contents())
    return (
        f'<main id="_content" tabindex="-1" class="page">\n<div class="front">\n{writer.blocks(blocks[:place])}\n'
        f'</div>\n{contents}\n<div class="text">\n{writer.blocks(blocks[place + 1 :])}\n</div>\n</main>'
    )


def _style(meta: Meta) -> str:
    accent = check_accent(meta.style.accent)
    sheet = (
        resources.files("lif.publish.document").joinpath("web", "document.css").read_text(encoding="utf-8")
    )
    family = "".join(
        character for character in meta.style.font.family if character.isalnum() or character in " -"
    )
    values = f':root {{ --accent: {accent}; --tint: {tint_of(accent)}; --font: "{family}"; }}\n'
    boxes = "".join(
        f".status-{name} {{ background: {shade.background}; color: {shade.text}; }}\n"
        for name, shade in STATUS.items()
    )
    return "\n" + values + sheet.replace("\r\n", "\n") + boxes


def _logo(meta: Meta) -> str:
    """The logo, which lies in the page itself and is shown as a picture: what is in it cannot run."""
    if meta.style.logo is None:
        return ""
    data = base64.b64encode(meta.style.logo.svg.encode("utf-8")).decode("ascii")
    return (
        f'\n<p class="logo"><img src="data:image/svg+xml;base64,{data}" alt="{_said(meta.style.logo_words(meta.board))}">'
        "</p>"
    )


def _facts(meta: Meta) -> str:
    """What a cover lists; nothing where there is none."""
    if not meta.cover:
        return ""
    listed = "\n".join(
        f"<div><dt>{_said(name)}</dt><dd>{_said(value)}</dd></div>" for name, value in cover_facts(meta)
    )
    return f'<dl class="facts">\n{listed}\n</dl>\n'


def _contents(document: tree.Document) -> str:
    headings = tree.listed(document)
    if not headings:
        return ""
    items = []
    for number, heading in enumerate(headings):
        following = headings[number + 1].level if number + 1 < len(headings) else 1
        link = f'<a href="#{heading.anchor}">{_said(tree.plain(heading.runs))}</a>'
        opens, closes = following > heading.level, following < heading.level
        items.append(f"<li>{link}" + ("\n<ol>" if opens else "</li>" + ("\n</ol></li>" if closes else "")))
    listed = "\n".join(items)
    return (
        f'<nav aria-labelledby="_contents">\n<h2 id="_contents">Contents</h2>\n<ol>\n{listed}\n</ol>\n</nav>'
    )


class _Writer:
    """Writes blocks; it remembers the heading last written, after which the tables under it are named."""

    def __init__(self, images: Mapping[str, Image]) -> None:
        self._images = images
        self._under = "the document"
        self._tables = 0

    def blocks(self, blocks: list[tree.Block]) -> str:
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: tree.Block) -> str:
        match block:
            case tree.Heading():
                self._under = tree.plain(block.runs)
                level = block.level + 1
                written = f'<h{level} id="{block.anchor}">{line(block.runs)}</h{level}>'
            case tree.Paragraph():
                written = f"<p>{line(block.runs)}</p>"
            case tree.ListBlock():
                written = self._list(block)
            case tree.Table():
                written = self._table(block)
            case tree.Figure():
                written = self._figure(block)
            case tree.Rule():
                written = "<hr>"
            case tree.PageBreak():
                written = '<div class="page-break"></div>'
            case tree.Contents():
                written = ""  # which stand beside the text, for all of it
            case tree.Quote():
                written = f"<blockquote>\n{self.blocks(block.blocks)}\n</blockquote>"
            case tree.Callout():
                title = f'<p class="callout-title">{line(block.title)}</p>\n' if block.title else ""
                written = f'<div class="callout">\n{title}{self.blocks(block.blocks)}\n</div>'
            case tree.Group():
                written = f'<div class="{block.layout}">\n{self._group(block)}\n</div>'
        return written

    def _group(self, block: tree.Group) -> str:
        if block.layout != "side-by-side":
            return self.blocks(block.blocks)
        return "\n".join(f"<div>{self._block(part)}</div>" for part in block.blocks)

    def _list(self, block: tree.ListBlock) -> str:
        items = "\n".join(f"<li>{self._item(item)}</li>" for item in block.items)
        if not block.ordered:
            return f"<ul>\n{items}\n</ul>"
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>\n{items}\n</ol>"

    def _item(self, item: list[tree.Block]) -> str:
        """An item's first paragraph stands in it without tags of its own."""
        if item and isinstance(item[0], tree.Paragraph):
            rest = self.blocks(item[1:])
            return line(item[0].runs) + (f"\n{rest}" if rest else "")
        return self.blocks(item)

    def _table(self, table: tree.Table) -> str:
        self._tables += 1
        name = _said(f"Table {self._tables}: {tree.plain(table.caption) or self._under}")
        head = "".join(
            f'<th scope="col"{_classes(column.alignment)}>{line(cell)}</th>'
            for cell, column in zip(table.head, table.columns, strict=True)
        )
        by_rows = bool(table.caption)
        caption = f"<caption>{line(table.caption)}</caption>\n" if by_rows else ""
        written = _week if table.month else partial(_row, columns=table.columns, by_rows=by_rows)
        rows = "\n".join(f"<tr>{written(row)}</tr>" for row in table.rows)
        wide = _classes("month" if table.month else "wide" if len(table.columns) > 3 else "")
        return (
            f'<div class="scroll" role="group" aria-label="{name}" tabindex="0">\n<table{wide}>\n'
            f"{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
        )

    def _figure(self, figure: tree.Figure) -> str:
        drawing = re.sub(r"\s*\n", "", self._images[figure.name].svg)
        drawing = drawing.replace("<svg ", f'<svg aria-label="{_said(figure.alternative)}" ', 1)
        caption = f"<figcaption>{line(figure.caption)}</figcaption>\n" if figure.caption else ""
        return f"<figure>\n{caption}{drawing}\n</figure>"


def _row(row: list[tree.Runs], columns: list[tree.Column], *, by_rows: bool) -> str:
    """Cells of a word or two, such as an id or a date, stay on one line; the first may name the row."""
    short = ["short" if len(tree.plain(cell)) <= _SHORT else "" for cell in row]
    tags = [("th", ' scope="row"') if by_rows and not place else ("td", "") for place in range(len(row))]
    return "".join(
        f"<{tag}{scope}{_classes(column.alignment, kept)}>{line(cell)}</{tag}>"
        for cell, column, kept, (tag, scope) in zip(row, columns, short, tags, strict=True)
    )


def _week(row: list[tree.Runs]) -> str:
    """The days of a week; what falls on one stands apart from its number, for where there is no room for it."""
    cells = []
    for cell in row:
        breaks = [place for place, run in enumerate(cell) if run.text == "\n"]
        number, rest = (cell[: breaks[0]], cell[breaks[0] + 1 :]) if breaks else (cell, [])
        falls = f'<span class="falls">{line(rest)}</span>' if rest else ""
        cells.append(f"<td{_classes('taken' if rest else '')}>{line(number)}{falls}</td>")
    return "".join(cells)


def _classes(*names: str) -> str:
    chosen = " ".join(name for name in names if name)
    return f' class="{chosen}"' if chosen else ""


def line(runs: tree.Runs) -> str:
    """The runs as HTML; neighbours with the same link share one."""
    return "".join(_linked(link, list(group)) for link, group in groupby(runs, key=lambda run: run.link))


def _linked(link: str, runs: list[tree.Run]) -> str:
    inner = "".join(_marked(runs))
    return f'<a href="{escape(link)}">{inner}</a>' if link else inner


def _marked(runs: list[tree.Run]) -> Iterator[str]:
    for run in runs:
        if run.text == "\n":
            yield "<br>"
            continue
        if run.page:
            continue  # a web page has none
        words = escape(run.text)
        if run.status:
            yield f'<span class="status status-{run.status}">{words}</span>'
            continue
        words = f"<code>{words}</code>" if run.code else words
        words = f"<em>{words}</em>" if run.emphasis else words
        yield f"<strong>{words}</strong>" if run.strong else words


def _said(text: str) -> str:
    return escape(" ".join(clean(text).split()))
