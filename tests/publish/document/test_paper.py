import pytest

from lif.publish.document import tree
from lif.publish.document.metrics import text_width
from lif.publish.document.paper import CELL_PADDING, PORTRAIT, TABLE_SIZE, column_shares, fit
from lif.publish.document.parse import parse


def table(*rows: str) -> tree.Table:
    columns = rows[0].count("|") - 1
    block = parse("\n".join([rows[0], "|" + "---|" * columns, *rows[1:]])).blocks[0]
    assert isinstance(block, tree.Table)
    return block


def test_columns_follow_their_content() -> None:
    tracker = table("| Id | Action | Due |", f"| AP-2017-01.1 | {'long words ' * 40} | 24 Nov 2017 |")
    shares = column_shares(tracker, PORTRAIT)
    assert sum(shares) == pytest.approx(1)
    assert shares[1] > 0.6
    # An id and a date stay on one line.
    assert shares[0] * PORTRAIT - CELL_PADDING >= text_width("AP-2017-01.1", TABLE_SIZE)
    assert shares[2] * PORTRAIT - CELL_PADDING >= text_width("24 Nov 2017", TABLE_SIZE)


@pytest.mark.parametrize("columns", [1, 2, 8, 25])
@pytest.mark.parametrize("words", ["", "a", "W" * 200, "long words " * 100])
def test_columns_always_add_up(columns: int, words: str) -> None:
    cells = "|" + f" {words} |" * columns
    shares = column_shares(table("|" + " Heading |" * columns, cells), PORTRAIT)
    assert sum(shares) == pytest.approx(1)
    assert min(shares) > 0


def test_long_words_break_in_narrow_cells_and_nowhere_else() -> None:
    narrow = table("| A | B |", f"| {'W' * 200} | {'x ' * 300} |")
    fitted = fit([narrow])[0]
    assert isinstance(fitted, tree.Table)
    word = tree.plain(fitted.rows[0][0])
    assert word.replace("\u200b", "") == "W" * 200
    room = fitted.columns[0].share * PORTRAIT - CELL_PADDING
    assert all(text_width(piece, TABLE_SIZE, bold=True) <= room for piece in word.split("\u200b"))
    assert "\u200b" not in tree.plain(fitted.rows[0][1])
    assert "\u200b" not in tree.plain(narrow.rows[0][0])


def test_rows_stay_whole_unless_a_cell_is_very_long() -> None:
    fitted = fit([table("| A | B |", "| short | cell |", f"| {'word ' * 437} | {'word ' * 900} |")])[0]
    assert isinstance(fitted, tree.Table)
    assert fitted.whole == [True, False]
