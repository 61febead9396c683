"""Records that cannot be read, while others name them, keep nobody from reading the rest."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lif.insight.assurance.standing import assurance
from lif.insight.calendar import everything
from lif.insight.calendar.items import Span
from lif.insight.learning.standing import lessons
from lif.insight.waiting import waiting
from lif.operations.framework import add_framework_entry
from lif.publish.contexts.briefing import briefing_parts
from lif.store.board import Board
from lif.store.errors import Refusal
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT

DAY = day("2018-03-01")
YEAR = Span(day("2018-01-01"), day("2018-12-31"))

READERS: dict[str, Callable[[Board], object]] = {
    "today": lambda board: waiting(board, DAY),
    "calendar": lambda board: everything(board, DAY, YEAR),
    "assure": lambda board: assurance(board, DAY),
    "briefing": lambda board: [briefing_parts(board, one, DAY) for one in lessons(board, DAY)],
}


@pytest.mark.parametrize(
    "folders",
    [("agencies", "meetings", "plans"), ("reviews", "audits"), ("learning", "reports", "risks", "voice")],
)
def test_what_can_be_read_is_told_without_what_cannot(tmp_path: Path, folders: tuple[str, ...]) -> None:
    shutil.copytree(CHECKOUT / "records", tmp_path / "records")
    for folder in folders:
        for path in (tmp_path / "records" / folder).rglob("*.yaml"):
            path.write_text("[", encoding="utf-8")
    board = load(tmp_path)
    assert board.broken
    for reads in READERS.values():
        reads(board)


def test_without_the_boards_own_record_nothing_is_judged_and_it_is_said_why(tiny_board: Path) -> None:
    (tiny_board / "records" / "board.yaml").write_text("schema_version: 1\nname: One\n", encoding="utf-8")
    said = {
        "entry": "judged",
        "clause": "F8.2",
        "result": "met",
        "why": "Asked.",
        "date": "2018-02-01",
        "by": "",
    }
    with pytest.raises(Refusal, match="own record cannot be read"):
        add_framework_entry(load(tiny_board), said, DAY)
