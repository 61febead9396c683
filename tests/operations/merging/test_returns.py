"""Two versions of a return are merged answer by answer."""

from lif.operations.merging.files import merge_file
from lif.records.returns import AnswerRow
from lif.store.returns import read_return, write_return

NAME = "records/audits/2017/AU-2017-001.returns/police.csv"


def file(*rows: tuple[str, str, str]) -> bytes:
    return write_return([AnswerRow("", item, own, agreed, "", "", 0) for item, own, agreed in rows])


def answers(data: bytes) -> list[tuple[str, str, str]]:
    return [(row.item, row.self_grade, row.moderated) for row in read_return(data, NAME)[0]]


BASE = file(("1.1", "met", ""), ("1.2", "met", ""))


def test_agreed_grades_of_both_branches_are_there() -> None:
    ours = file(("1.1", "met", "not-met"), ("1.2", "met", ""))
    theirs = file(("1.1", "met", ""), ("1.2", "met", "met"), ("1.3", "met", ""))
    merged = merge_file(BASE, ours, theirs, NAME)
    assert merged.problems == ()
    assert answers(merged.data) == [("1.1", "met", "not-met"), ("1.2", "met", "met"), ("1.3", "met", "")]


def test_what_was_changed_differently_stays_open() -> None:
    ours = file(("1.1", "met", "not-met"), ("1.2", "met", ""))
    theirs = file(("1.1", "met", "met"), ("1.2", "met", ""))
    merged = merge_file(BASE, ours, theirs, NAME)
    assert len(merged.problems) == 1 and merged.data.startswith(b"<<<<<<<")
    assert read_return(merged.data, NAME)[1]


def test_an_answer_that_one_side_took_away_is_gone() -> None:
    assert answers(merge_file(BASE, file(("1.1", "met", "")), BASE, NAME).data) == [("1.1", "met", "")]


def test_an_answer_taken_away_on_one_side_and_agreed_on_the_other_stays_open() -> None:
    gone, agreed = file(("1.1", "met", "")), file(("1.1", "met", ""), ("1.2", "met", "not-met"))
    for ours, theirs in ((gone, agreed), (agreed, gone)):
        merged = merge_file(BASE, ours, theirs, NAME)
        assert len(merged.problems) == 1 and b"1.2,met,not-met" in merged.data


def test_an_answer_that_stands_there_twice_is_not_lost() -> None:
    twice = file(("1.1", "met", ""), ("1.2", "met", ""), ("1.1", "not-met", ""))
    merged = merge_file(BASE, twice, file(("1.1", "met", ""), ("1.2", "met", "met")), NAME)
    assert merged.problems and merged.data.count(b",1.1,") == 2
