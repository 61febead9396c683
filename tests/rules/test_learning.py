"""The loop has an order, tracked children have pseudonyms, and themes are the Board's."""

from pathlib import Path
from typing import Any

import pytest

from lif.rules.check import check
from lif.store.load import load
from tests.insight.samples import entry
from tests.support import found, tiny_records, write_board

IDENTIFIED = entry("identified", "2017-03-20")
SPREAD = entry("spread", "2017-04-05", channel="briefing-or-campaign", to="Clinic staff")
EMBEDDED = entry("embedded", "2017-06-30", changed="A call after the second time.")
CHILD = {"code": "Child R1", "difference": "yes", "text": "Rung in May."}


def evaluated(day: str = "2017-11-02", result: str = "same", **fields: Any) -> dict[str, Any]:
    return entry("evaluated", day, **{"method": "survey", "result": result, "found": "Seen.", **fields})


def codes(tmp_path: Path, *log: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    records = tiny_records()
    records["learning", "LL-2017-001"] |= {"log": list(log), **fields}
    return [(code, text) for code, _, text in found(write_board(tmp_path, records))]


def test_the_whole_loop_is_right(tmp_path: Path) -> None:
    log = [
        IDENTIFIED,
        SPREAD,
        EMBEDDED,
        evaluated(result="improved", method="tracking", children=[CHILD], number=1),
    ]
    assert codes(tmp_path, *log, entry("closed", "2018-01-01", reason="Done.")) == []


def test_what_changed_nothing_may_be_evaluated_once_it_was_spread(tmp_path: Path) -> None:
    assert codes(tmp_path, IDENTIFIED, SPREAD, evaluated()) == []


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ([SPREAD], [("D491", "spread")]),
        ([IDENTIFIED, SPREAD, entry("identified", "2017-05-01")], [("D491", "identified")]),
        ([IDENTIFIED, EMBEDDED], [("D492", "embedded")]),
        ([IDENTIFIED, evaluated()], [("D492", "evaluated")]),
        ([IDENTIFIED, SPREAD, evaluated(result="improved")], [("D494", "evaluated")]),
        ([IDENTIFIED, entry("closed", "2017-04-01", reason="Gone."), SPREAD], [("D490", "spread")]),
        ([IDENTIFIED, SPREAD, entry("noted", "2017-04-01", note="Late.")], [("D404", "2017-04-01")]),
        ([IDENTIFIED, SPREAD, evaluated(method="tracking")], [("D496", "tracking")]),
        ([IDENTIFIED, SPREAD, evaluated(method="tracking", children=[CHILD, {**CHILD, "code": "child  r1"}])],
         [("D497", "child  r1")]),
        ([IDENTIFIED, SPREAD, evaluated(children=[CHILD, {**CHILD, "code": "B"}], number=1)], [("D497", "1")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_log(log: list[dict[str, Any]], expected: list[Any], tmp_path: Path) -> None:
    assert codes(tmp_path, *log) == expected


def test_a_lesson_without_a_source(tmp_path: Path) -> None:
    assert [code for code, _ in codes(tmp_path, IDENTIFIED, sources=[])] == ["D493"]
    elsewhere = {"title": "A national review", "published": "2016"}
    assert codes(tmp_path, IDENTIFIED, sources=[], external=[elsewhere]) == []


def test_what_may_be_a_name_is_found_and_not_repeated(tmp_path: Path) -> None:
    children = [{**CHILD, "code": "Kyle Smith"}]
    codes(tmp_path, IDENTIFIED, SPREAD, evaluated(method="tracking", children=children))
    (finding,) = check(load(tmp_path))
    assert finding.code == "D498"
    assert "Kyle" not in finding.message + finding.hint


def test_sources_that_are_not_there_are_found(tmp_path: Path) -> None:
    assert codes(tmp_path, IDENTIFIED, sources=["CR-2017-001.F7"]) == [("R305", "CR-2017-001.F7")]


def test_themes_are_those_of_the_board_under_any_of_their_names(tmp_path: Path) -> None:
    records = tiny_records()
    records["audit", "AU-2017-001"]["findings"][0]["theme"] = "was-not-brought"
    records["review", "CR-2017-001"]["themes"] = ["missed-appointments", "mised-appointments"]
    root = write_board(tmp_path, records)
    assert [(code, text) for code, _, text in found(root)] == [("D495", "mised-appointments")]
    (finding,) = check(load(root))
    assert finding.severity == "warning"
    assert "Did you mean missed-appointments" in finding.hint


def test_while_a_board_lists_no_themes_any_will_do(tmp_path: Path) -> None:
    records = tiny_records()
    del records["board", "board"]["themes"]
    records["review", "CR-2017-001"]["themes"] = ["anything"]
    assert found(write_board(tmp_path, records)) == []


def test_two_themes_do_not_share_a_name(tmp_path: Path) -> None:
    records = tiny_records()
    records["board", "board"]["themes"] += [
        {"id": "missed-appointments", "title": "Again"},
        {"id": "neglect", "title": "Neglect", "also": ["was-not-brought"]},
    ]
    assert [(code, text) for code, _, text in found(write_board(tmp_path, records))] == [
        ("D403", "id: missed-appointments"),
        ("D403", "was-not-brought"),
    ]
