"""A plan is reviewed for its impact after it was agreed, and the review goes where its day belongs."""

from datetime import date
from pathlib import Path

import pytest

from lif.operations.actions.plans import review_plan
from lif.operations.carry_out import carry_out
from lif.store.errors import Refusal
from lif.store.load import load
from tests.insight.samples import entry
from tests.support import tiny_records, write_board

TODAY = date(2018, 6, 1)


def root_with(folder: Path, agreed: str | None = "2017-03-01") -> Path:
    records = tiny_records()
    records["plan", "AP-2017-001"] |= {"agreed": agreed} if agreed else {}
    return write_board(folder, records)


def review(root: Path, day: str) -> str:
    said = entry("reviewed", day, found="Fathers are asked")
    return carry_out(root, lambda board: review_plan(board, "AP-2017-001", said, TODAY)).change.summary


def test_reviews_are_kept_in_order_and_it_is_said_which_each_is(tmp_path: Path) -> None:
    root = root_with(tmp_path)

    assert "first review, due by 1 September 2017. The second is due by 1 March 2018." in review(
        root, "2017-08-15"
    )
    assert "second review, due by 1 March 2018, 14 days late." in review(root, "2018-03-15")
    assert "beside the others" in review(root, "2017-08-20")
    log = load(root).by_id["AP-2017-001"].record.log
    assert [str(one.date) for one in log] == ["2017-08-15", "2017-08-20", "2018-03-15"]


@pytest.mark.parametrize(
    ("agreed", "day", "mends"),
    [
        (None, "2017-08-01", "agreed"),
        ("2017-03-01", "2017-02-01", "--date"),
        ("2017-03-01", "2018-06-02", "held"),
    ],
)
def test_what_cannot_be_a_review_is_refused(agreed: str | None, day: str, mends: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as error:
        review(root_with(tmp_path, agreed), day)
    assert mends in error.value.hint


def test_one_before_the_first_is_put_there_by_hand(tmp_path: Path) -> None:
    root = root_with(tmp_path)
    review(root, "2017-08-15")
    with pytest.raises(Refusal, match="first review that is recorded"):
        review(root, "2017-07-01")
