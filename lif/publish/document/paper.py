"""Fits a document to paper: widths of columns, breaks in words too long for their place, whole rows."""

import re
from dataclasses import replace

from lif.publish.document import tree
from lif.publish.document.metrics import text_width

PORTRAIT, LANDSCAPE = 482.0, 728.0  # the width of a line on A4 with margins of 20 mm, in points
BODY_SIZE, TABLE_SIZE = 10.0, 8.5
CELL_PADDING = 10.0
_TALLEST_WHOLE_ROW = 260.0
_LINE = 1.4  # the height of a line, in the size of its letters
_ZERO_WIDTH_SPACE = "\u200b"
_BREAKS = re.compile(r"([/\\_.,;:@=&?+|-])(?=\w)")


def fit(blocks: list[tree.Block], width: float = PORTRAIT) -> list[tree.Block]:
    """The blocks as they fit a line of ``width`` points; the tree that was given stays as it is."""
    return [_fit(block, width) for each in blocks for block in _captioned(each)]


def _captioned(block: tree.Block) -> list[tree.Block]:
    """On paper the caption of a table is a paragraph before it, which stays with it."""
    if not isinstance(block, tree.Table) or not block.caption:
        return [block]
    caption = [replace(run, strong=True) for run in block.caption]
    return [tree.Paragraph(caption), replace(block, caption=[])]


def _fit(block: tree.Block, width: float) -> tree.Block:
    fitted: tree.Block = block
    match block:
        case tree.Heading():
            fitted = replace(block, runs=_break_runs(block.runs, width, 1.6 * BODY_SIZE))
        case tree.Paragraph():
            fitted = replace(block, runs=_break_runs(block.runs, width, BODY_SIZE))
        case tree.Table():
            fitted = _fit_table(block, width)
        case tree.Figure():
            fitted = replace(block, caption=_break_runs(block.caption, width, BODY_SIZE))
        case tree.ListBlock():
            fitted = replace(block, items=[fit(item, width - 20) for item in block.items])
        case tree.Quote():
            fitted = replace(block, blocks=fit(block.blocks, width - 24))
        case tree.Callout():
            title = _break_runs(block.title, width - 28, 1.1 * BODY_SIZE)
            fitted = replace(block, title=title, blocks=fit(block.blocks, width - 28))
        case tree.Group(layout="landscape"):
            fitted = replace(block, blocks=fit(block.blocks, LANDSCAPE))
        case tree.Group(layout="side-by-side"):
            fitted = replace(block, blocks=fit(block.blocks, (width - 14) / 2))
        case tree.Group():
            fitted = replace(block, blocks=fit(block.blocks, width))
    return fitted


def _fit_table(table: tree.Table, width: float) -> tree.Table:
    shares = [column.share for column in table.columns]
    if not any(shares):
        shares = column_shares(table, width)
    rooms = [share * width - CELL_PADDING for share in shares]

    def broken(row: list[tree.Runs]) -> list[tree.Runs]:
        return [_break_runs(cell, room, TABLE_SIZE) for cell, room in zip(row, rooms, strict=True)]

    return replace(
        table,
        columns=[replace(column, share=share) for column, share in zip(table.columns, shares, strict=True)],
        head=broken(table.head),
        rows=[broken(row) for row in table.rows],
        whole=[_height(row, rooms) < _TALLEST_WHOLE_ROW for row in table.rows],
    )


def _height(row: list[tree.Runs], rooms: list[float]) -> float:
    """The height of a row in points, guessed generously."""
    lines = 1.0
    for cell, room in zip(row, rooms, strict=True):
        breaks = sum(run.text == "\n" for run in cell)
        lines = max(
            lines, breaks + 1.2 * text_width(tree.plain(cell), TABLE_SIZE) / max(room, TABLE_SIZE) + 1
        )
    return lines * _LINE * TABLE_SIZE


def column_shares(table: tree.Table, width: float) -> list[float]:
    """What part of the table's width each column gets, by its content; together 1.

    Columns of short content get what they need; the rest is divided among those with long text. None is
    narrower than its longest word, as far as there is room.
    """
    natural, least, wish = [], [], []
    for index in range(len(table.columns)):
        head = text_width(tree.plain(table.head[index]), TABLE_SIZE, bold=True)
        texts = [tree.plain(row[index]) for row in table.rows]
        sizes = [text_width(text, TABLE_SIZE) for text in texts]
        words = {word for text in texts for word in re.split(r"[\s/]+", text)}
        longest = max((text_width(word, TABLE_SIZE, bold=True) for word in words), default=0.0)
        head_word = max(
            (text_width(word, TABLE_SIZE, bold=True) for word in tree.plain(table.head[index]).split()),
            default=0.0,
        )
        has_status = any(run.status for row in table.rows for run in row[index])
        chip = 10.0 if has_status else 0.0
        natural.append(max([head, *sizes]) + chip + CELL_PADDING + 2)
        # Short content, such as a date or a name of one or two words, stays on one line.
        short = max(sizes, default=0.0) if max(sizes, default=0.0) <= 9 * TABLE_SIZE else 0.0
        least.append(max(min(max(longest, head_word), 14 * TABLE_SIZE), short) + chip + CELL_PADDING + 2)
        mean = sum(sizes) / len(sizes) if sizes else head
        wish.append((max(mean, 1.0) * natural[-1]) ** 0.35)
    return _divide(width, natural, least, wish)


def _divide(width: float, natural: list[float], least: list[float], wish: list[float]) -> list[float]:
    if sum(natural) <= width:
        return [size / sum(natural) for size in natural]
    if sum(least) >= width:
        return [size / sum(least) for size in least]
    fixed: dict[int, float] = {}
    while True:
        free = [index for index in range(len(wish)) if index not in fixed]
        room = width - sum(fixed.values())
        total = sum(wish[index] for index in free)
        offer = {index: room * wish[index] / total for index in free}
        # Too narrow is mended before too wide: a column given too little takes from the others.
        short = {index: least[index] for index in free if offer[index] < least[index]}
        over = {index: natural[index] for index in free if offer[index] > natural[index]}
        if len(free) <= 1 or not (short or over):
            sizes = fixed | offer
            return [sizes[index] / sum(sizes.values()) for index in range(len(wish))]
        fixed |= short or over


def _break_runs(runs: tree.Runs, room: float, size: float) -> tree.Runs:
    broken = [(run, break_words(run.text, room, size)) for run in runs]
    return [run if text == run.text else run.saying(text) for run, text in broken]


def break_words(text: str, room: float, size: float) -> str:
    """The text with zero-width spaces in the words that are wider than ``room``."""
    if all(len(word) * size <= room for word in text.split(" ")):
        return text  # no letter is wider than its size
    return " ".join(_break_word(word, max(room, 2 * size), size) for word in text.split(" "))


def _break_word(word: str, room: float, size: float) -> str:
    if text_width(word, size, bold=True) <= room:
        return word
    pieces = []
    for part in _BREAKS.sub(rf"\1{_ZERO_WIDTH_SPACE}", word).split(_ZERO_WIDTH_SPACE):
        piece, used = "", 0.0
        for character in part:
            advance = text_width(character, size, bold=True)
            if piece and used + advance > room:
                pieces.append(piece)
                piece, used = "", 0.0
            piece += character
            used += advance
        pieces.append(piece)
    return _ZERO_WIDTH_SPACE.join(pieces)
