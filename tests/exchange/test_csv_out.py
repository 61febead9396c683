"""No text of a record becomes a formula in a spreadsheet."""

import csv
import io

import pytest

from lif.exchange.csv_out import csv_text


def written(*cells: str | int | None) -> list[str]:
    """The cells of a row as they are read again."""
    _, row = csv.reader(io.StringIO(csv_text(["text"] * len(cells), [cells]), newline=""))
    return row


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 20", "-cmd|x", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n@a", "-", "＝1", "＠a"]
)
def test_a_text_that_looks_like_a_formula_does_not_stay_one(text: str) -> None:
    assert written(text) == [f"'{text.strip()}"]


@pytest.mark.parametrize("text", ["plain", "a=b", "12", "0.5", "Child R1, aged 3", 'say "no"', ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert written(text) == [text]


def test_a_text_stands_on_one_line() -> None:
    assert written("one\r\ntwo\rthree") == ["one two three"]


def test_what_is_not_known_is_empty_and_nought_is_nought() -> None:
    assert written(None, 0, -1) == ["", "0", "-1"]


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert csv_text(["a"], []).encode("utf-8").startswith(b"\xef\xbb\xbf")
