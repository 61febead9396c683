"""Listed names are found whole, in any case, with or without accents, and as they are written in lists."""

import pytest

from lif.exchange.person_names import PersonNames

NAMES = PersonNames(["Zoë O’Neil", "Mary-Ann Smith", "Łukasz", "Jane"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("zoe o'neil came", "zoe o'neil"), ("of ZOË O'NEIL'S aunt", "ZOË O'NEIL'S"), ("Oneil, Zoe", "Oneil, Zoe"),
        ("Mary Ann  Smith", "Mary Ann  Smith"), ("mary-ann\nsmith", "mary-ann\nsmith"),
        ("Smith, Mary-Ann", "Smith, Mary-Ann"),
        ("by lukasz.", "lukasz"), ("Łukasz’s", "Łukasz’s"), ("(jane)", "jane"), ("for_jane_2", "jane"),
        ("Zoe\u0308 O’Neil", "Zoe\u0308 O’Neil"), ("– ja\u00adne", "ja\u00adne"),
    ],
)  # fmt: skip
def test_a_listed_name_is_found(text: str, name: str) -> None:
    assert [text[start:end] for start, end in NAMES.names_in(text)] == [name]


@pytest.mark.parametrize("text", ["Janet", "Smith", "Mary Smith", "the O’Neil family", ""])
def test_part_of_a_name_is_none(text: str) -> None:
    assert NAMES.names_in(text) == []


def test_an_empty_list_finds_nothing() -> None:
    assert not PersonNames(["", "#", "a"])
