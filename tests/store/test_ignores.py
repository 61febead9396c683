"""Where a comment that ignores stands, what it means, and which lines it covers."""

import pytest

from lif.store.ignores import Ignore, ignores_in

TEXT = """\
# yaml-language-server: $schema=x
# lif: ignore R302 because it is named as the court names it
# and this is a second comment

schema_version: 1
a: b  # lif: ignore D402, d404 because of the year; because really
# lif: ignore D411 because: the files are gone
# lif: ignore D412 because so

c:
  - "# lif: ignore D421 because it is text"
  # lif: ignore D422
  - |
    # lif: ignore D423 because it is text
#lif: ignore because I say so
d: e # lif: ignored D402 because no
"""


def test_all_of_them() -> None:
    assert ignores_in(TEXT.encode()) == [
        Ignore(2, 1, ("R302",), "it is named as the court names it", frozenset([5])),
        Ignore(6, 7, ("D402", "d404"), "of the year; because really", frozenset([6])),
        Ignore(7, 1, ("D411",), "the files are gone", frozenset([10])),
        Ignore(8, 1, ("D412",), "so", frozenset([10])),
        Ignore(12, 3, ("D422",), "", frozenset([13])),
        Ignore(15, 1, (), "", frozenset([16])),
    ]


def test_with_a_byte_order_mark_and_windows_line_ends() -> None:
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    assert ignores_in(data) == ignores_in(TEXT.encode())


def test_at_the_end_of_a_file_it_covers_nothing() -> None:
    assert ignores_in(b"a: 1\n# lif: ignore D402 because so")[0].covers == frozenset()


@pytest.mark.parametrize("data", [b"a: 1\n", b"a: lif ignore\n", b"\xff# lif: ignore D402", b"# lif: ignore"])
def test_none_or_unreadable(data: bytes) -> None:
    assert [ignore.codes for ignore in ignores_in(data) if ignore.codes] == []
