"""What stands in the way of recording that a report was published, and what does not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.operations.reviews.publishing import ReportFile, check_anonymity, clear, publish
from lif.statute.anonymity import anonymity_checks
from lif.store.board import Board
from lif.store.errors import Refusal
from lif.store.load import load
from tests.support import tiny_records, write_board

CASE = "CR-2017-001"
TODAY = date(2018, 6, 1)
BY = {"by": "business-manager"}
SAFE = {
    **BY, "date": "2018-05-02", "entry": "anonymity-checked",
    "checks": [{"check": name, "answer": "safe"} for name in anonymity_checks()],
}  # fmt: skip
CLEARED = {**BY, "date": "2018-05-03", "entry": "cleared"}
UNSAFE = {
    **BY,
    "date": "2018-05-04",
    "entry": "anonymity-checked",
    "checks": [{"check": "media", "answer": "not-safe"}],
}
SAFE_AGAIN = {**UNSAFE, "date": "2018-05-05", "checks": [{"check": "media", "answer": "safe"}]}
NOW = {**BY, "date": "2018-06-01", "entry": "published"}


def board_with(root: Path, *log: dict[str, Any]) -> Board:
    """A Board whose review of its own was agreed, with more entries."""
    records = tiny_records()
    review = next(value for (kind, _), value in records.items() if kind == "review")
    review["type"] = "multi-agency-case-review"
    review["log"] = [
        {**BY, "date": "2017-03-01", "entry": "referred", "source": "partner-agency"},
        {**BY, "date": "2018-05-01", "entry": "report-agreed"},
        *log,
    ]
    write_board(root, records)
    return load(root)


@pytest.mark.parametrize(
    ("log", "missing"),
    [
        ([], ["dates", "nobody has cleared it"]),
        ([SAFE], ["nobody has cleared it"]),
        ([SAFE, CLEARED, UNSAFE], ["open on press, court and social media", "nobody has cleared it"]),
        ([SAFE, CLEARED, UNSAFE, SAFE_AGAIN], ["nobody has cleared it"]),
    ],
)
def test_everything_that_is_missing_is_named_at_once(
    tmp_path: Path, log: list[dict[str, Any]], missing: list[str]
) -> None:
    board = board_with(tmp_path, *log)

    with pytest.raises(Refusal) as refused:
        publish(board, CASE, NOW, TODAY)
    assert all(words in refused.value.message for words in missing)

    # A past day is recorded as it was, and one with a reason too.
    past = publish(board, CASE, {**NOW, "date": "2018-05-20"}, TODAY)
    assert missing[-1] in past.summary
    assert (
        "A court ordered it."
        in publish(board, CASE, {**NOW, "uncleared": "A court ordered it."}, TODAY).summary
    )


def test_what_was_cleared_may_go_out_and_nothing_else(tmp_path: Path) -> None:
    report = ReportFile("report.txt", b"Child A was seen.")
    summary = clear(board_with(tmp_path, SAFE), CASE, CLEARED, TODAY, report).summary
    assert "no proof" in summary
    cleared = {**CLEARED, "report": "report.txt", "digest": "0" * 64}
    with pytest.raises(Refusal, match=r"report\.txt is not the file that was cleared"):
        publish(board_with(tmp_path / "b", SAFE, cleared), CASE, NOW, TODAY, report)
    assert publish(board_with(tmp_path / "c", SAFE, CLEARED), CASE, NOW, TODAY, report).files


def test_a_picture_of_a_report_is_not_cleared_by_looking_through_it(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="holds no text"):
        clear(board_with(tmp_path, SAFE), CASE, CLEARED, TODAY, ReportFile("x.png", b"\x89PNG\0"))


def test_what_is_still_to_be_settled_is_said(tmp_path: Path) -> None:
    board = board_with(tmp_path)
    assert "All questions are settled" in check_anonymity(board, CASE, SAFE, TODAY).summary
    assert "dates, places" in check_anonymity(board, CASE, UNSAFE, TODAY).summary
