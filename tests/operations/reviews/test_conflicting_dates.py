"""Sources that disagree about a date: recorded, added to, settled with a reason, and never rewritten."""

from pathlib import Path

import pytest

from lif.operations.carry_out import carry_out
from lif.operations.reviews.conflicting_dates import Disagreement, record_conflict
from lif.records.base import PartialDate
from lif.records.review import ConflictingDate
from lif.rules.check import check
from lif.store.errors import Refusal, WrongUse
from lif.store.load import load

DAY, MONTH, OTHER = map(PartialDate.parse, ("2016-11-03", "2016-11", "2016-12-05"))


def recorded(root: Path, said: Disagreement) -> list[ConflictingDate]:
    carry_out(root, lambda board: record_conflict(board, "CR-2017-001", said))
    board = load(root)
    assert check(board) == []
    found: list[ConflictingDate] = board.by_id["CR-2017-001"].record.conflicting_dates
    return found


def test_it_is_recorded_and_added_to_and_settled(tiny_board: Path) -> None:
    (first,) = recorded(tiny_board, Disagreement("Moved", [(DAY, "Log"), (OTHER, "Letter")]))
    assert [(given.date, given.source) for given in first.given] == [(DAY, "Log"), (OTHER, "Letter")]
    assert first.used is None
    (second,) = recorded(
        tiny_board, Disagreement("moved", [(MONTH, "School"), (DAY, "Log")], DAY, "Written then.")
    )
    assert [given.date for given in second.given] == [DAY, OTHER, MONTH]
    assert (second.event, second.used, second.reason) == ("Moved", DAY, "Written then.")
    assert len(recorded(tiny_board, Disagreement("Seen", [(DAY, "Log"), (OTHER, "x")], OTHER, "Why."))) == 2


def test_the_same_again_changes_nothing(tiny_board: Path) -> None:
    said = Disagreement("Moved", [(DAY, "Log"), (OTHER, "Letter")], DAY, "Written then.")
    recorded(tiny_board, said)
    outcome = carry_out(tiny_board, lambda board: record_conflict(board, "CR-2017-001", said))
    assert outcome.diff == ""


def test_the_date_that_is_used_is_not_changed_in_passing(tiny_board: Path) -> None:
    recorded(tiny_board, Disagreement("Moved", [(DAY, "Log"), (OTHER, "Letter")], DAY, "Written then."))
    with pytest.raises(Refusal, match="uses 2016-11-03 for this event already"):
        recorded(tiny_board, Disagreement("Moved", [], OTHER, "Better."))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (Disagreement("Moved", [(DAY, "Log")]), "Two different dates"),
        (Disagreement("Moved", [(DAY, "Log"), (DAY, "Letter")]), "Two different dates"),
        (Disagreement("Moved", [(DAY, "Log"), (OTHER, "Letter")], DAY), "--reason is missing"),
        (Disagreement("Moved", [(DAY, "Log"), (OTHER, "Letter")], None, "Why."), "no date is"),
    ],
)
def test_what_is_refused(said: Disagreement, message: str, tiny_board: Path) -> None:
    with pytest.raises(WrongUse, match=message):
        recorded(tiny_board, said)
    assert load(tiny_board).by_id["CR-2017-001"].record.conflicting_dates == []
