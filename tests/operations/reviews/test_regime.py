"""The regime of a case: chosen when it is opened, or once later; never changed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.operations.carry_out import carry_out
from lif.operations.reviews.regime import CaseOpened, fix_regime, open_review
from lif.records.review import Review
from lif.statute.errors import NotAccepted, NotKnown
from lif.store.errors import Refusal, WrongUse
from lif.store.load import load
from tests.support import path_of, replace_text, tiny_records, write_board

SENTENCE = (
    "Working Together to Safeguard Children 2015 applies: the authority became aware on 3 May 2017, and it has "
    "applied since 1 January 2013."
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny Board, whose area moved on 29 September 2019."""
    records = tiny_records()
    records["board", "board"]["settings"]["regime_switch"] = "2019-09-29"
    return write_board(tmp_path, records)


def opened(root: Path, **fields: Any) -> tuple[Review, CaseOpened]:
    referred = {"date": "2020-05-08", "entry": "referred", "by": "police", "source": "partner-agency"}
    value = {"type": "undecided", "title": "Child B", "log": [referred], **fields}
    outcome = carry_out(root, lambda board: open_review(board, value, 2020))
    assert isinstance(outcome.change, CaseOpened)
    record: Review = load(root).by_id["CR-2020-001"].record
    return record, outcome.change


def test_the_first_date_that_is_known_chooses(root: Path) -> None:
    record, change = opened(root, aware="2017-05-03")
    assert (record.regime, record.regime_reason) == ("wt2015", SENTENCE)
    assert change.summary.splitlines()[1] == SENTENCE
    assert change.remarks == ()


def test_the_referral_chooses_where_awareness_is_not_known(root: Path) -> None:
    record, _ = opened(root, incident="2017")
    assert record.regime == "wt2018"
    assert "the case was referred on 8 May 2020" in str(record.regime_reason)


def test_what_is_given_with_its_reason_is_kept(root: Path) -> None:
    record, _ = opened(root, aware="2017-05-03", regime="wt2015", regime_reason="As the Chair said.")
    assert (record.regime, record.regime_reason) == ("wt2015", "As the Chair said.")


def test_a_first_day_that_is_not_verified_is_warned_of(root: Path) -> None:
    record, change = opened(root, aware="2026-04-02")
    assert record.regime == "wt2026"
    assert change.remarks == (
        "That Working Together to Safeguard Children 2026 came into force on 19 March 2026 is not verified.",
    )


def test_a_coarse_date(root: Path) -> None:
    record, change = opened(root, aware="2019")
    assert (record.regime, record.regime_reason) == (None, None)
    assert "regime" not in change.summary
    [remark] = change.remarks
    assert remark.endswith("To name it: lif review regime CR-2020-001 wt2015|wt2018")


@pytest.mark.parametrize(
    ("regime", "error"), [("wt2018", NotAccepted), ("wt2051", NotKnown), ("WT 2015", Refusal)]
)
def test_a_regime_that_does_not_fit(root: Path, regime: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        opened(root, aware="2017-05-03", regime=regime)
    assert "CR-2020-001" not in load(root).by_id


def test_the_boards_switch_counts_when_a_regime_is_named(root: Path) -> None:
    with pytest.raises(NotAccepted, match="29 September 2019"):
        opened(root, aware="2019-10-02", regime="wt2015")


def test_a_record_that_is_wrong_is_refused_with_what_is_wrong(root: Path) -> None:
    with pytest.raises(Refusal, match="title"):
        opened(root, title="")


def test_an_inspection_has_none_unless_it_is_named(root: Path) -> None:
    record, change = opened(root, type="inspection")
    assert (record.regime, change.remarks) == (None, ())
    assert len(change.summary.splitlines()) == 1


def fixed(root: Path, named: str | None = None, by: str = "independent-chair", **fields: Any) -> Review:
    opened(root, **fields)
    carry_out(root, lambda board: fix_regime(board, "CR-2020-001", named, day=date(2020, 6, 1), by=by))
    record: Review = load(root).by_id["CR-2020-001"].record
    return record


def test_it_is_named_later_with_who_and_when(root: Path) -> None:
    record = fixed(root, "wt2018", aware="2019")
    assert record.regime == "wt2018"
    assert str(record.regime_reason).endswith(". Chosen on 1 June 2020 by Independent Chair.")


def test_it_is_chosen_by_dates_that_were_made_exact_since(root: Path) -> None:
    opened(root, aware="2019-09")
    replace_text(path_of(root, "review", "CR-2020-001"), "aware: 2019-09", "aware: 2019-09-02")
    day = date(2020, 6, 1)
    carry_out(root, lambda board: fix_regime(board, "CR-2020-001", None, day=day, by="business-manager"))
    assert load(root).by_id["CR-2020-001"].record.regime == "wt2015"


def test_what_cannot_be_fixed(root: Path) -> None:
    with pytest.raises(Refusal, match="is fixed once it is chosen"):
        fixed(root, "wt2015", aware="2017-05-03")


@pytest.mark.parametrize(
    ("named", "by", "error"),
    [
        (None, "independent-chair", Refusal),
        ("wt2023", "independent-chair", NotAccepted),
        ("wt2051", "independent-chair", NotKnown),
        ("wt2018", "the-chair", WrongUse),
    ],
)
def test_what_is_refused(root: Path, named: str | None, by: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        fixed(root, named, by, aware="2019")
    assert load(root).by_id["CR-2020-001"].record.regime is None
