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


def test_a_grade_is_called_what_the_board_calls_it(tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["settings"]["brag"]["red"]["word"] = "Past its day"
    assert Titles(board_of(tmp_path, records)).grade("red") == "Past its day"


def test_a_theme_has_the_boards_title_by_every_name_of_it(tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["themes"] = [
        {"id": "voice", "title": "The child's own account", "also": ["childrens-voice"]}
    ]
    titles = Titles(board_of(tmp_path, records))
    assert {titles.theme("voice"), titles.theme("childrens-voice")} == {"The child's own account"}
    assert titles.theme("safe-sleep") == "Safe sleep"
