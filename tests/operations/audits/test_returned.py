"""A signed declaration, answers carried forward, and the improvement plan that follows from a return."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.insight.returns.analysis import analysed
from lif.insight.returns.plans import plans_beside
from lif.insight.returns.standing import Round, round_of
from lif.insight.returns.words import plan_words
from lif.operations.audits.carried_forward import carry_forward, earlier_answers
from lif.operations.audits.improvement import improve, in_twelve_months
from lif.operations.audits.returned import declare
from lif.operations.carry_out import carry_out
from lif.rules.check import check
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.load import load
from tests.insight.returns.samples import AUDIT, board_with, returned, row

TODAY = date(2018, 3, 1)
ANSWERS = {"police": [row("1.1", "2"), row("1.2", "0"), row("1.10", "1", "0"), row("10.1", "na")]}


def _said(agency: str, day: str = "2017-07-05", **more: Any) -> dict[str, Any]:
    return {
        "date": day, "by": "business-manager", "entry": "returned", "agency": agency, "form": "declaration",
        "signed_by": "Chief Officer", **more,
    }  # fmt: skip


def _round(board: Board) -> Round:
    return round_of(board, board.by_id[AUDIT], TODAY)


def test_a_declaration_is_kept_among_the_returns_in_order(tmp_path: Path) -> None:
    log = [
        returned("police", "2017-06-20", signed_by="Superintendent"),
        {"date": "2017-08-01", "by": "business-manager", "entry": "held"},
    ]
    board_with(tmp_path, ["police", "health-trust"], log, ANSWERS)
    outcome = carry_out(tmp_path, lambda board: declare(board, AUDIT, _said("health-trust"), TODAY))
    assert "2 of 2 returned: 100 % (n = 2). None is missing." in outcome.change.summary
    board = load(tmp_path)
    assert [entry.entry for entry in board.by_id[AUDIT].record.log] == [
        "planned",
        "returned",
        "returned",
        "held",
    ]
    assert [one.state for one in _round(board).returns] == ["received", "declared"]
    assert not [one for one in check(board) if one.severity != "remark"]
    with pytest.raises(Refusal, match="gave a signed declaration on 5 July 2017 already"):
        declare(board, AUDIT, _said("health-trust"), TODAY)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (_said("school"), "There is no agency called school"),
        (_said("health-trust"), "was not asked for a return"),
        (_said("police", "2018-04-01"), "1 April 2018 lies ahead"),
        (_said("police", "2017-01-01"), "the day of its first entry"),
    ],
)
def test_a_declaration_that_is_refused(tmp_path: Path, said: dict[str, Any], message: str) -> None:
    board = board_with(tmp_path, ["police"])
    with pytest.raises(Refusal, match=message):
        declare(board, AUDIT, said, TODAY)


def test_a_declaration_is_no_answer_to_another_kind_of_audit(tmp_path: Path) -> None:
    board = board_with(tmp_path, ["police"], kind="dip-sample")
    with pytest.raises(Refusal, match="no round under section 11"):
        declare(board, AUDIT, _said("police"), TODAY)


def test_an_improvement_plan_has_an_action_for_each_item_below(tmp_path: Path) -> None:
    log = [returned("police", "2017-06-20", signed_by="Superintendent")]
    board_with(tmp_path, ["police"], log, ANSWERS)
    outcome = carry_out(tmp_path, lambda board: improve(board, AUDIT, "police", None, date(2017, 9, 1)))
    board = load(tmp_path)
    plan = board.by_id[outcome.change.ids[0]].record
    assert (plan.owner, plan.source, plan.agreed) == ("police", [AUDIT], date(2017, 9, 1))
    assert [action.items for action in plan.actions] == [["1.2"], ["1.10"]]
    second = plan.actions[1]
    assert second.text == "Reach “Done” in 1.10: Do staff know whom to tell?"
    assert (second.lead.agency, second.lead.role, second.due) == (
        "police",
        "Superintendent",
        date(2018, 9, 1),
    )
    assert (second.measure.text, second.measure.baseline, second.measure.target) == (
        "A survey",
        "Nothing",
        "Done",
    )
    assert not [one for one in check(board) if one.severity != "remark"]
    own, before = plans_beside(board, _round(board))
    assert [plan_words(one) for one in own] == [f"{plan.id}, 0 of 2 actions finished."]
    assert before == []
    with pytest.raises(Refusal, match=f"has an improvement plan from {AUDIT}: {plan.id}"):
        improve(board, AUDIT, "police", None, TODAY)


def test_the_next_return_is_set_beside_the_last_plan(tmp_path: Path) -> None:
    log = [returned("police", "2017-06-20", signed_by="Superintendent")]
    before = "AU-2016-009"
    board_with(tmp_path, ["police"], log, ANSWERS, id=before)
    carry_out(tmp_path, lambda board: improve(board, before, "police", None, date(2017, 6, 21)))
    board = board_with(tmp_path, ["police"], log, {"police": [row("1.2", "2"), row("1.10", "1")]})
    _, last = plans_beside(board, _round(board))
    assert plan_words(last[0]).endswith("0 of 2 actions finished. Still below the standard in 1 of 2: 1.10.")


@pytest.mark.parametrize(
    ("log", "answers", "message"),
    [
        ([], None, "has not returned anything"),
        ([returned("police", "2017-06-20", "declaration")], None, "gave a signed declaration"),
        ([returned("police", "2017-06-20")], {"police": [row("1.1", "2")]}, "below the standard in no item"),
        ([returned("police", "2017-06-20")], ANSWERS, "nobody is named who leads"),
    ],
)
def test_a_plan_that_is_refused(tmp_path: Path, log: Any, answers: Any, message: str) -> None:
    board = board_with(tmp_path, ["police"], log, answers)
    with pytest.raises(Refusal, match=message):
        improve(board, AUDIT, "police", None, TODAY)


def test_twelve_months() -> None:
    assert in_twelve_months(date(2016, 2, 29)) == date(2017, 2, 28)
    assert in_twelve_months(date(2017, 7, 31)) == date(2018, 7, 31)


def _two_rounds(root: Path) -> Board:
    log = [returned("police", "2017-06-20")]
    early = {"date": "2016-03-01", "by": "business-manager", "entry": "planned", "due": "2016-06-30"}
    board = board_with(root, ["police"], log, ANSWERS, id="AU-2016-009")
    value = board.by_id["AU-2016-009"]
    path = root / value.file
    path.write_text(path.read_text(encoding="utf-8").replace("2017-03-01", early["date"]), encoding="utf-8")
    return board_with(root, ["police", "health-trust"])


def test_what_is_not_confirmed_is_not_known(tmp_path: Path) -> None:
    _two_rounds(tmp_path)
    said = _said("police", form="carried-forward")
    carry_out(
        tmp_path,
        lambda board: carry_forward(
            board, AUDIT, "AU-2016-009", said, still_true={"1.1", "1.10"}, today=TODAY
        ),
    )
    board = load(tmp_path)
    answers = {one.item: one.self_grade for one in board.returns[AUDIT]["police"]}
    # The grade that counted then, agreed or own, and nothing for what nobody confirmed.
    assert answers == {"1.1": "2", "1.2": "", "1.10": "0", "10.1": ""}
    assert [one.state for one in _round(board).returns] == ["carried-forward", "missing"]
    found = analysed(board, _round(board))
    assert found
    assert (found.spread.n, found.spread.meets, found.spread.unanswered) == (2, 1, 2)
    assert not [one for one in check(board) if one.severity != "remark"]


@pytest.mark.parametrize(
    ("still_true", "words"),
    [
        ({"1.1"}, "finished. Without a grade in the new return, so that nobody can tell: 1.2 and 1.10."),
        (
            {"1.2"},
            "Still below the standard in 1 of 2: 1.2. Without a grade in the new return, so that nobody can tell: 1.10.",
        ),
    ],
)
def test_what_a_new_return_leaves_open_is_not_taken_for_met(
    tmp_path: Path, still_true: set[str], words: str
) -> None:
    board = _two_rounds(tmp_path)
    carry_out(
        tmp_path, lambda board: improve(board, "AU-2016-009", "police", "Superintendent", date(2017, 6, 21))
    )
    said = _said("police", form="carried-forward")
    carry_out(
        tmp_path,
        lambda board: carry_forward(board, AUDIT, "AU-2016-009", said, still_true=still_true, today=TODAY),
    )
    board = load(tmp_path)
    _, (before,) = plans_beside(board, _round(board))
    assert plan_words(before).endswith(words)


def test_an_earlier_return_of_the_round_is_kept(tmp_path: Path) -> None:
    _two_rounds(tmp_path)
    said = _said("police", form="carried-forward")
    for items in ({"1.1"}, {"1.1", "1.2"}):
        carry_out(
            tmp_path,
            lambda board, items=items: carry_forward(
                board, AUDIT, "AU-2016-009", said, still_true=items, today=TODAY
            ),
        )
    folder = tmp_path / "records/audits/2017/AU-2017-009.returns"
    assert sorted(path.name for path in folder.iterdir()) == ["police.csv", "police.earlier-1.csv"]
    assert _round(load(tmp_path)).returns[0].times == 2


def test_carrying_forward_that_is_refused(tmp_path: Path) -> None:
    board = _two_rounds(tmp_path)
    said = _said("police", form="carried-forward")
    with pytest.raises(WrongUse, match=r"no item is called 1\.3"):
        carry_forward(board, AUDIT, "AU-2016-009", said, still_true={"1.3"}, today=TODAY)
    with pytest.raises(Refusal, match="No answer was confirmed"):
        carry_forward(board, AUDIT, "AU-2016-009", said, still_true=set(), today=TODAY)
    with pytest.raises(Refusal, match="holds no answers of"):
        earlier_answers(board, AUDIT, "health-trust", "AU-2016-009", TODAY)
    with pytest.raises(Refusal, match="is not earlier than"):
        earlier_answers(board, "AU-2016-009", "police", AUDIT, TODAY)
    with pytest.raises(NothingFound):
        earlier_answers(board, AUDIT, "police", "AU-2015-009", TODAY)
