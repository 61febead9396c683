"""Writes a document as plain text, as in an e-mail: no marks, one line for each paragraph, tables as lines."""

from lif.publish.document import tree


def to_plain_text(document: tree.Document) -> str:
    """The document as text without markup, its parts apart from each other by empty lines.

    Paragraphs are not broken into lines, since mail programs do that. A row of a table becomes its cells with the
    names of their columns; a picture is said in words.
    """
    return "\n\n".join(filter(None, map(_block, document.blocks))) + "\n"


def _block(block: tree.Block) -> str:
    match block:
        case tree.Heading():
            written = _line(block.runs).upper()
        case tree.Paragraph():
            written = tree.plain(tree.unpaged(block.runs)).strip()
        case tree.ListBlock():
            written = "\n".join(_items(block))
        case tree.Table():
            written = "\n".join(_row(table_row, block) for table_row in block.rows)
        case tree.Figure():
            written = "\n".join(filter(None, [_line(block.caption), block.alternative]))
        case tree.Rule() | tree.PageBreak() | tree.Contents():
            written = ""
        case tree.Callout():
            written = "\n\n".join(filter(None, [_line(block.title), *map(_block, block.blocks)]))
        case tree.Quote() | tree.Group():
            written = "\n\n".join(filter(None, map(_block, block.blocks)))
    return written


def _items(block: tree.ListBlock) -> list[str]:
    written = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        written.append(
            mark + "\n".join(filter(None, map(_block, item))).replace("\n", "\n" + " " * len(mark))
        )
    return written


def _row(row: list[tree.Runs], table: tree.Table) -> str:
    pairs = [(_line(name), _line(cell)) for name, cell in zip(table.head, row, strict=True)]
    return "- " + "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)


def _line(runs: tree.Runs) -> str:
    return " ".join(tree.plain(tree.unpaged(runs)).split())
