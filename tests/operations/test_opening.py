"""A new record gets a name that can be kept everywhere, or is refused with a sentence."""

from pathlib import Path

import pytest

from lif.operations.opening import open_named, open_numbered
from lif.store.errors import Refusal
from lif.store.load import load
from tests.support import write_file

AGENCY = {"name": "An agency", "type": "other"}


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "com9", "lpt1"])
@pytest.mark.parametrize("kind", ["agency", "indicator"])
def test_names_that_windows_keeps_for_itself(kind: str, name: str, tiny_board: Path) -> None:
    with pytest.raises(Refusal, match="Windows") as refusal:
        open_named(load(tiny_board), kind, name, AGENCY)
    assert refusal.value.hint


@pytest.mark.parametrize("name", ["console", "com", "com-1", "nul-1", "lpt10"])
def test_names_that_only_look_like_them(name: str, tiny_board: Path) -> None:
    assert open_named(load(tiny_board), "agency", name, AGENCY).ids == (name,)


@pytest.mark.parametrize("name", ["", "Con", "a--b", "-a", "a-", "a b", "é", "../a", "x" * 61, "a.b"])
def test_names_that_are_none(name: str, tiny_board: Path) -> None:
    with pytest.raises(Refusal, match="cannot be the name"):
        open_named(load(tiny_board), "agency", name, AGENCY)


@pytest.mark.parametrize("name", ["police", "repeat-plans", "board"])
def test_names_that_are_taken(name: str, tiny_board: Path) -> None:
    with pytest.raises(Refusal, match="already a record"):
        open_named(load(tiny_board), "agency", name, AGENCY)


def test_the_name_of_a_file_that_cannot_be_read_is_taken(tiny_board: Path) -> None:
    write_file(tiny_board, "records/agencies/school.yaml", "name: 'open\n")
    with pytest.raises(Refusal, match="already a record"):
        open_named(load(tiny_board), "agency", "school", AGENCY)


def test_what_is_wrong_is_said_all_at_once(tiny_board: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        open_numbered(load(tiny_board), "plan", {"titel": "x", "owner": "Business Manager"}, 2018)
    message = refusal.value.message
    assert "The key `titel` is not known here. Did you mean `title`?" in message
    assert "the key `title` is missing" in message
    assert "owner: a short name is wanted" in message
