"""What roles and groups are called, as sentences take it."""

from pathlib import Path

from lif.insight.titles import Titles
from tests.insight.samples import board_of
from tests.support import tiny_records


def test_a_title_with_an_article_of_its_own_gets_no_second_one(tmp_path: Path) -> None:
    records = tiny_records()
    profile = records["board", "board"]
    name = next(iter(profile["groups"]))
    profile["groups"][name]["title"] = "The Board"
    profile["roles"]["independent-chair"]["title"] = "The Chair"
    titles = Titles(board_of(tmp_path, records))
    assert (titles.group(name), titles.who(name), titles.who("independent-chair")) == (
        "Board",
        "Board",
        "Chair",
    )
    assert titles.group("not-there") == "not there"
