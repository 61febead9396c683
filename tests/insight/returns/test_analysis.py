"""What the answers of a round say."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from lif.insight.returns.analysis import Analysis, analysed
from lif.insight.returns.data import analysis_data, item_columns, item_rows
from lif.insight.returns.moderation import Steps
from lif.insight.returns.shares import share, share_words
from lif.insight.returns.standing import round_of
from lif.insight.returns.words import counted_words, spread_words, weakness_words
from lif.insight.titles import Titles
from lif.records.returns import AnswerRow
from lif.store.board import Board
from lif.store.load import load
from tests.insight.returns.samples import AUDIT, board_with, returned, row
from tests.support import replace_text

DAY = date(2018, 3, 1)
ANSWERS = {
    "police": [row("1.1", "3", "2"), row("1.2", "2", "1"), row("1.10", "na"), row("10.1", "1", "2")],
    "health-trust": [row("1.1", "2", "2"), row("1.2", "0"), row("1.10", "1"), row("10.1", "")],
    "school": [row("1.1", "2"), row("1.2", "3"), row("1.10", "1")],
}


def _board(root: Path, answers: dict[str, list[AnswerRow]] | None = None) -> Board:
    given = ANSWERS if answers is None else answers
    log = [
        *(returned(name, "2017-06-01") for name in given),
        returned("college", "2017-06-02", "declaration"),
    ]
    return board_with(root, [*given, "college", "missing-school"], log, given)


def _analysis(board: Board) -> Analysis:
    found = analysed(board, round_of(board, board.by_id[AUDIT], DAY))
    assert found is not None
    return found


def test_items_stand_in_natural_order_and_stay_apart(tmp_path: Path) -> None:
    found = _analysis(_board(tmp_path))
    assert [one.item.id for one in found.items] == ["1.1", "1.2", "1.10", "10.1"]
    assert [one.section.id for one in found.sections] == ["1", "10"]
    assert found.items[0].spread.n == 3
    assert found.items[2].spread.n == 2


def test_what_does_not_apply_is_counted_and_in_no_share(tmp_path: Path) -> None:
    found = _analysis(_board(tmp_path))
    tenth = found.items[2].spread
    assert (tenth.n, tenth.below, tenth.not_applicable, tenth.unanswered) == (2, 2, 1, 0)
    assert weakness_words(found.items[2]) == "2 of 2 below standard: 100 % (n = 2); 1 not applicable"
    last = found.items[3].spread
    # One left it empty, one left it out: neither is a no, nor a yes.
    assert (last.n, last.meets, last.unanswered) == (1, 1, 2)
    words = spread_words(found.instrument, last)
    assert words == "Seen to work 0, Done 1, Begun 0, Nothing 0 (n = 1); 2 without a grade"


def test_the_agreed_grade_counts_and_is_set_beside_the_own(tmp_path: Path) -> None:
    found = _analysis(_board(tmp_path))
    assert found.comparison.all == Steps(same=1, lower=2, higher=1)
    assert found.comparison.agencies["police"] == Steps(lower=2, higher=1)
    assert list(found.comparison.items) == ["1.1", "1.2", "10.1"]
    assert dict(found.items[1].spread.counts) == {"0": 1, "1": 1, "2": 0, "3": 1}


def test_the_weakest_items_and_who_is_below(tmp_path: Path) -> None:
    found = _analysis(_board(tmp_path))
    assert [one.item.id for one in found.weakest()] == ["1.10", "1.2"]
    assert found.items[1].below == ("police", "health-trust")
    below = {one.returned.agency: [each.item.id for each in one.below] for one in found.below}
    assert below == {"health-trust": ["1.2", "1.10"], "police": ["1.2"], "school": ["1.10"]}
    suggestion = found.below[0].below[1]
    assert (suggestion.grade, suggestion.wanted) == ("Begun", "Done")
    assert suggestion.suggestion == "It is done. To be shown: A survey."


def test_sorts_of_agency(tmp_path: Path) -> None:
    found = _analysis(_board(tmp_path))
    assert found.kind_agencies == {"police": 1, "health": 1, "education": 1}
    assert found.kinds["education"].meets_words == "66.7 % (n = 3)"


def test_a_declaration_and_a_missing_return_are_in_no_count(tmp_path: Path) -> None:
    board = _board(tmp_path)
    found = _analysis(board)
    assert len(found.agencies) == 3
    words = counted_words(found, Titles(board))
    assert words.startswith("The answers of 3 agencies are counted, of 4 returned.")
    assert "A signed declaration gives no answers by item: School 3." in words


def test_only_rounds_with_the_same_instrument_stand_side_by_side(tmp_path: Path) -> None:
    log = [returned("police", "2017-06-01")]
    first = {"id": "AU-2016-009"}
    other = {"id": "AU-2015-009", "instrument": "missed-appointments"}
    board_with(tmp_path, ["police"], log, {"police": [row("1.1", "0")]}, **first)
    board_with(tmp_path, ["police"], log, {"police": [row("1.1", "met")]}, **other)
    found = _analysis(_board(tmp_path))
    assert [(one.year, one.spread.n, one.asked) for one in found.years] == [(2016, 1, 1), (2017, 9, 5)]


def test_tables_hold_counts_by_grade(tmp_path: Path) -> None:
    found = _analysis(_board(tmp_path))
    head = item_columns(found)
    rows = [dict(zip(head, values, strict=True)) for values in item_rows(found)]
    assert head[4:8] == ["Nothing", "Begun", "Done", "Seen to work"]
    assert rows[2]["item"] == "1.10"
    assert rows[2]["Begun"] == 2
    data = analysis_data(found)
    assert data["weakest"] == ["1.10", "1.2"]
    assert data["moderation"]["n"] == 4


def test_shares_carry_their_number_and_are_never_rounded_to_all() -> None:
    assert share_words(40, 41) == "97.6 % (n = 41)"
    assert share_words(9, 9) == "100 % (n = 9)"
    assert share_words(0, 9) == "0 % (n = 9)"
    assert share_words(4999, 5000) == "99.9 % (n = 5000)"
    assert share_words(1, 5000) == "0.1 % (n = 5000)"
    assert (share(4999, 5000), share(1, 5000), share(9, 9), share(0, 9)) == (99.9, 0.1, 100, 0)
    assert share_words(0, 0) == "none answered (n = 0)"


def test_an_item_that_one_case_leaves_out_is_without_a_grade(tmp_path: Path) -> None:
    answers = [
        replace(row(item, grade), case=case)
        for case, item, grade in [("Case 1", "1.1", "2"), ("Case 1", "1.2", "0"), ("Case 2", "1.1", "3")]
    ]
    board = board_with(tmp_path, ["police"], [returned("police", "2017-06-01")], {"police": answers})
    name = "records/instruments/nine.yaml"
    replace_text(tmp_path / name, "moderated: true", "moderated: true\nper: case")
    found = _analysis(load(board.root))
    assert [(one.spread.n, one.spread.unanswered) for one in found.items] == [(2, 0), (1, 1), (0, 2), (0, 2)]


def test_below_is_a_count_everywhere_in_the_data(tmp_path: Path) -> None:
    data = analysis_data(_analysis(_board(tmp_path)))
    parts = [data["all"], *data["sections"], *data["items"], *data["types"], *data["agencies"]]
    assert all(isinstance(one["below"], int) for one in parts)
    health = next(one for one in data["agencies"] if one["agency"] == "health-trust")
    assert (health["below"], [one["item"] for one in health["improvements"]]) == (2, ["1.2", "1.10"])
