"""What looks as if it identified somebody is found with its place, never quoted, and let stand with a reason."""

import pytest

from lif.operations.identifiers.identifying import identifying

RECORD = "records/plans/2017/AP-2017-001.yaml"
TEXT = """title: A plan
note: >-
  First line.
  Call 01632 960123.
"""


def test_the_place_is_that_of_the_number_itself() -> None:
    (found,) = identifying(RECORD, TEXT.encode())

    assert (found.line, found.column, found.code) == (4, 8, "P701")
    assert "01632" not in found.message + found.hint


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("# lif: ignore P701 because it is an order", 0),
        ("# lif: ignore P701", 1),
        ("# lif: ignore D402 because it is an order", 1),
    ],
)
def test_a_comment_over_the_key_lets_it_stand_with_a_reason(comment: str, left: int) -> None:
    text = TEXT.replace("note:", f"{comment}\nnote:")

    assert len(identifying(RECORD, text.encode())) == left


def test_lines_that_were_saved_before_are_not_looked_at_again() -> None:
    changed = TEXT + "other: Call 01632 960999.\n"

    assert [one.line for one in identifying(RECORD, changed.encode(), TEXT.encode())] == [5]
    assert identifying(RECORD, TEXT.encode(), TEXT.encode()) == []


def test_figures_and_templates_are_looked_through_too() -> None:
    (found,) = identifying("records/indicators/x.csv", b"period,area\n2017,RG1 1AA\n")

    assert (found.line, found.column) == (2, 6)
    assert "lif: ignore" not in found.hint


def test_a_file_full_of_them_is_looked_through_at_once() -> None:
    found = identifying("records/indicators/x.csv", b"2017,RG1 1AA\n" * 20_000)

    assert [(one.line, one.column) for one in found] == [(line, 6) for line in range(1, 20_001)]
