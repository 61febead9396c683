"""What changed between two days, or two versions, is told under the right heading."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.insight.meetings.between import Between, between_meetings, between_versions
from lif.insight.meetings.compared import compare_meetings, compare_versions
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.conftest import Git
from tests.support import Records, path_of, replace_text, tiny_records, write_board

HELD = date(2017, 6, 15)
DAY = date(2018, 3, 1)
_ENDED = [
    {"date": "2017-07-01", "by": "police", "entry": "completed", "note": "Done."},
    {"date": "2017-07-02", "by": "health-trust", "entry": "evidenced", "evidence": "The list was seen."},
    {"date": "2017-07-03", "by": "health-trust", "entry": "evaluated", "impact": "improved",
     "result": "Fewer children were missed."},
    {"date": "2017-07-04", "by": "strategic-board", "entry": "closed"},
]  # fmt: skip


def board_of(tmp_path: Path, records: Records) -> Board:
    return load(write_board(tmp_path, records))


def after_the_meeting(tmp_path: Path, records: Records) -> Between:
    board = board_of(tmp_path, records)
    return between_meetings(board, board.by_id["MT-2017-001"].record, DAY)


def told(found: Between, heading: Any, name: str) -> list[str]:
    return [line.words for line in found.under(heading) if line.id == name]


def with_action(*log: dict[str, Any], **keys: Any) -> Records:
    records = tiny_records()
    plan = records["plan", "AP-2017-001"]
    plan["agreed"] = "2017-03-01"
    action = {
        "id": "A1",
        "text": "Ask them.",
        "lead": {"agency": "police", "role": "Inspector"},
        "due": "2017-07-01",
    }
    plan["actions"] = [{**action, **keys, "log": list(log)}]
    return records


def test_an_action_that_is_late_by_now_slipped_and_is_not_told_again_as_re_graded(tmp_path: Path) -> None:
    found = after_the_meeting(tmp_path, with_action())
    assert told(found, "slipped", "AP-2017-001.A1") == ["243 days late by now. It is Word."]
    assert told(found, "re-graded", "AP-2017-001.A1") == []


@pytest.mark.parametrize(
    ("due", "heading", "words"),
    [
        ("2018-06-01", "slipped", "Put off from 1 July 2017 to 1 June 2018. It is Word."),
        (
            "2018-01-01",
            "slipped",
            "Put off from 1 July 2017 to 1 January 2018, and 59 days late. It is Word.",
        ),
        ("2017-06-20", "entered", "Brought forward from 1 July 2017 to 20 June 2017."),
    ],
)
def test_which_way_a_due_date_moved(due: str, heading: str, words: str, tmp_path: Path) -> None:
    moved = {"date": "2017-06-18", "by": "strategic-board", "entry": "revised", "due": due, "reason": "So."}
    assert words in told(after_the_meeting(tmp_path, with_action(moved)), heading, "AP-2017-001.A1")


def test_an_action_that_was_closed_is_closed_and_nothing_else(tmp_path: Path) -> None:
    found = after_the_meeting(tmp_path, with_action(*_ENDED))
    assert told(found, "closed", "AP-2017-001.A1") == ["Closed by Strategic Board."]
    assert told(found, "slipped", "AP-2017-001.A1") == []
    assert len(told(found, "entered", "AP-2017-001.A1")) == 3


def test_a_risk_is_new_or_moved_or_only_looked_at(tmp_path: Path) -> None:
    records = tiny_records()
    scored = {"by": "police", "entry": "scored", "likelihood": 2, "why": "So.", "next_review": "2019-01-01"}
    begun = {"by": "police", "entry": "raised"}
    base = {"schema_version": 1, "title": "Beds", "cause": "None.", "event": "A child waits.", "consequence": "Harm.",
            "owner": "police"}  # fmt: skip
    del records["risk", "RK-2017-001"]
    for number, (first, second) in {1: (3, 5), 2: (4, 4)}.items():
        name = f"RK-2017-00{number}"
        records["risk", name] = {
            **base, "id": name, "log": [
                {"date": "2017-01-02", **begun}, {"date": "2017-01-03", "impact": first, **scored},
                {"date": "2017-08-01", "impact": second, **scored},
            ],
        }  # fmt: skip
    records["risk", "RK-2017-003"] = {
        **base, "id": "RK-2017-003",
        "log": [{"date": "2017-09-01", **begun}, {"date": "2017-09-02", "impact": 5, **scored}],
    }  # fmt: skip
    found = after_the_meeting(tmp_path, records)
    assert (
        told(found, "re-graded", "RK-2017-001")[-1] == "It stood at 6 (Medium), and stands at 10 (High) now."
    )
    assert told(found, "re-graded", "RK-2017-002") == []
    assert len(told(found, "entered", "RK-2017-002")) == 1
    assert len(told(found, "new", "RK-2017-003")) == 2


def test_decisions_of_the_meeting_itself_and_of_one_since(tmp_path: Path) -> None:
    records = tiny_records()
    records["meeting", "MT-2017-001"]["decisions"] = [
        {"id": "D1", "text": "Take the report."},
        {"id": "D2", "text": "Ask.", "owner": "police", "due": "2017-07-01",
         "done": {"date": "2017-06-20", "by": "police", "how": "They were asked."}},
        {"id": "D3", "text": "Ask again.", "owner": "police", "due": "2017-07-01"},
    ]  # fmt: skip
    records["meeting", "MT-2017-002"] = {
        "schema_version": 1, "id": "MT-2017-002", "group": "strategic-board", "date": "2017-09-01",
        "decisions": [{"id": "D1", "text": "Agree the plan."}],
    }  # fmt: skip
    found = after_the_meeting(tmp_path, records)
    assert [line.id for line in found.under("decided") if line.kind == "meeting"] == [
        "MT-2017-001.D1", "MT-2017-001.D2", "MT-2017-001.D3", "MT-2017-002.D1"
    ]  # fmt: skip
    assert told(found, "decided", "MT-2017-001.D1") == ["Decided at the first of the two."]
    assert told(found, "closed", "MT-2017-001.D2") == ["Carried out on 20 June 2017: They were asked."]
    assert told(found, "slipped", "MT-2017-001.D3") == ["243 days late (Saltmere Police)."]
    assert [one for one in found.lines if one.words.startswith("Carried out, says")] == []


def test_versions_tell_entries_edits_and_what_came_or_went(tmp_path: Path) -> None:
    before = board_of(tmp_path / "before", with_action())
    records = with_action(*_ENDED, text="Ask them all.")
    del records["voice", "VO-2017-001"]
    records["agency", "probation"] = {"schema_version": 1, "name": "Probation", "type": "probation"}
    found = between_versions(before, board_of(tmp_path / "after", records), DAY)
    assert told(found, "closed", "AP-2017-001.A1") == ["Closed by Strategic Board."]
    assert told(found, "edited", "AP-2017-001.A1") == ["Text: “Ask them all.”; it was “Ask them.”"]
    assert told(found, "edited", "VO-2017-001") == ["It was taken away."]
    assert told(found, "edited", "probation") == ["It was opened."]
    assert between_versions(before, before, DAY).lines == ()


def test_which_meetings_are_held_against_each_other(tmp_path: Path) -> None:
    records = tiny_records()
    later = {"schema_version": 1, "id": "MT-2018-001", "group": "strategic-board", "date": "2018-03-15"}
    records["meeting", "MT-2018-001"] = later
    records["review", "CR-2017-001"]["audience"] = "office"
    board = board_of(tmp_path, records)
    for named in [(None, None), ("MT-2018-001", None), ("MT-2017-001", "MT-2018-001")]:
        compared = compare_meetings(board, *named, DAY)
        assert (compared.first, compared.last) == ("MT-2017-001", "MT-2018-001")
        assert (compared.between.first, compared.between.last) == (HELD, DAY)
        assert compared.left_out == 1
        assert not [line for line in compared.between.lines if line.id.startswith("CR-")]
        assert compared.words.endswith("as recorded on 1 March 2018.")
    with pytest.raises(Refusal, match="was after"):
        compare_meetings(board, "MT-2018-001", "MT-2017-001", DAY)
    with pytest.raises(Refusal, match="same one"):
        compare_meetings(board, "MT-2017-001", "MT-2017-001", DAY)
    with pytest.raises(Refusal, match="Nothing lies between"):
        compare_meetings(board, None, "MT-2018-001", date(2017, 6, 15))
    with pytest.raises(NothingFound, match="before MT-2017-001"):
        compare_meetings(board, "MT-2017-001", None, DAY)
    with pytest.raises(NothingFound):
        compare_meetings(board, None, None, date(2019, 1, 1))


def test_a_version_is_a_save_a_day_or_a_folder(tiny_repository: Path, git: Git, tmp_path: Path) -> None:
    plan = path_of(tiny_repository, "plan", "AP-2017-001")
    first = git(tiny_repository, "rev-parse", "HEAD").strip()
    title = load(tiny_repository).by_id["AP-2017-001"].record.title
    replace_text(plan, f"title: {title}", "title: Another name")
    now = load(tiny_repository)
    copy = write_board(tmp_path / "copy")
    for version in (first, "HEAD", "2090-12-31", str(copy)):
        found = compare_versions(now, version, None, DAY)
        assert [(line.heading, line.id) for line in found.between.lines] == [("edited", "AP-2017-001")], (
            version
        )
    git(tiny_repository, "commit", "-qam", "Name the plan anew")
    again = compare_versions(now, "HEAD~1", "HEAD", DAY)
    assert [line.words[:6] for line in again.between.lines] == ["Title:"]
    for wrong in ("nowhere", "1999-01-01", "--all", "HEAD~9"):
        with pytest.raises(NothingFound, match="no save"):
            compare_versions(now, wrong, None, DAY)
