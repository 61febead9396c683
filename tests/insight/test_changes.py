"""What has changed comes from dated entries, after one day and not after another."""

from pathlib import Path

from lif.insight.changes import changes_between, last_meeting
from tests.insight.samples import board_of, day, entry
from tests.support import Records, tiny_records


def records() -> Records:
    made = tiny_records()
    made["review", "CR-2017-001"]["recommendations"][1]["withdrawn"] = {
        "date": "2017-06-20", "by": "business-manager", "reason": "Said twice.",
    }  # fmt: skip
    made["review", "CR-2017-001"]["contributions"][0]["date"] = "2017-06-18"
    made["plan", "AP-2017-001"]["agreed"] = "2017-05-20"
    made["report", "AR-2017-001"]["received"] = "2017-07-10"
    made["indicator", "repeat-plans"]["commentary"] = [
        {"period": "2017", "date": "2017-07-12", "by": "police", "text": "It rises."}
    ]
    made["indicator", "repeat-plans"]["changes"] = [
        {"date": "2017-07-13", "by": "police", "text": "Now counted by quarter"}
    ]
    return made


def test_every_dated_entry_is_told_in_words(tmp_path: Path) -> None:
    found = changes_between(board_of(tmp_path, records()), day("2016-01-01"), day("2018-01-01"))

    assert [(change.date.isoformat(), change.reference, change.words) for change in found] == [
        ("2017-01-17", "CR-2017-001", "Referred by a partner agency."),
        ("2017-01-24", "CR-2017-001", "Considered by the Strategic Board, which recommends a multi-agency "
                                      "case review."),
        ("2017-01-25", "RK-2017-001", "Raised by Saltmere Health Trust."),
        ("2017-02-01", "CR-2017-001", "Multi-agency case review, decided by the Independent Chair: "
                                      "Agencies can learn from it."),
        ("2017-02-01", "RK-2017-001", "Scored 16 (likelihood 4, impact 4) by Business Manager: Three children in a "
                                      "month. Next review by 1 May 2017."),
        ("2017-03-02", "CH-2017-001", "Raised by Independent Chair. An answer is wanted by 16 March 2017."),
        ("2017-03-14", "CH-2017-001", "Saltmere Police answered: A second desk sends them now."),
        ("2017-03-16", "AU-2017-001", "Held."),
        ("2017-03-20", "CH-2017-001", "Settled; what was challenged was changed: Every conference since had its "
                                      "report."),
        ("2017-03-20", "LL-2017-001", "Identified by Business Manager."),
        ("2017-04-05", "LL-2017-001", "Spread by a briefing or campaign: Clinic staff. 64 people reached; "
                                      "Saltmere Health Trust."),
        ("2017-04-20", "VO-2017-001", "Heard by Saltmere Health Trust."),
        ("2017-05-02", "F8.2", "They are asked: judged partly met by Independent Chair: Parents are asked, children "
                               "are not."),
        ("2017-05-03", "RK-2017-001", "Scored 12 (likelihood 3, impact 4) by Business Manager: One child in a month. "
                                      "Next review by 1 August 2017."),
        ("2017-05-11", "VO-2017-001", "Done (about M1): Clinics ring as well."),
        ("2017-05-20", "AP-2017-001", "The plan was agreed, with 1 action."),
        ("2017-06-01", "AP-2017-001.A1", "Completed, says Saltmere Police: Form changed."),
        ("2017-06-15", "MT-2017-001.D1", "Take the report."),
        ("2017-06-18", "CR-2017-001", "Saltmere Police gave its contribution (chronology)."),
        ("2017-06-20", "CR-2017-001.R2", "Withdrawn by Business Manager: Said twice."),
        ("2017-07-10", "AR-2017-001", "Highlight report, April to June 2017: received."),
        ("2017-07-12", "repeat-plans", "Commentary on 2017 by Saltmere Police."),
        ("2017-07-13", "repeat-plans", "The measure changed, says Saltmere Police: Now counted by quarter."),
    ]  # fmt: skip


def test_the_first_day_is_left_out_and_the_last_one_counts(tmp_path: Path) -> None:
    found = changes_between(board_of(tmp_path, records()), day("2017-06-01"), day("2017-06-15"))

    assert [change.reference for change in found] == ["MT-2017-001.D1"]


def test_the_last_meeting_is_the_groups_own(tmp_path: Path) -> None:
    made = tiny_records()
    made["board", "board"]["groups"]["executive"] = {"title": "Executive Group"}
    base = {"schema_version": 1, "group": "strategic-board"}
    made["meeting", "MT-2017-002"] = {**base, "id": "MT-2017-002", "date": "2017-09-14"}
    made["meeting", "MT-2017-003"] = {**base, "id": "MT-2017-003", "date": "2017-10-01", "group": "executive"}
    board = board_of(tmp_path, made)

    def last(before: str) -> str:
        meeting = last_meeting(board, "strategic-board", day(before))
        assert meeting
        return meeting.id

    assert last("2017-12-07") == "MT-2017-002"
    assert last("2017-09-14") == "MT-2017-001"
    assert last_meeting(board, "executive", day("2017-10-01")) is None


def test_every_kind_of_entry_has_its_words(tmp_path: Path) -> None:
    made = tiny_records()
    log = made["review", "CR-2017-001"]["log"]
    log += [
        entry("considered", "2017-03-01", group="strategic-board", recommends="audit", split="Three to two"),
        entry("decided", "2017-03-02", decision="defer", reasons="Trial."),
        entry("notified", "2017-03-03", told="department-for-education", of="decision"),
        entry("started", "2017-03-04", due="2017-09-04", note="Panel formed"),
        entry("extended", "2017-03-05", due="2017-10-04", reason="Records"),
        entry("report-received", "2017-03-06"),
        entry("report-agreed", "2017-03-07"),
        entry("published", "2017-03-08", where="The website"),
        entry("withheld", "2017-03-09", reason="Trial"),
        entry("learning-shared", "2017-03-10", channel="A briefing"),
        entry("noted", "2017-03-11", note="Late"),
        entry("superseded", "2017-03-12", review="CR-2017-001", reason="New facts"),
        entry("closed", "2017-03-13", reason="Done"),
    ]

    found = changes_between(board_of(tmp_path, made), day("2017-02-28"), day("2017-03-13"))

    assert [change.words for change in found if change.kind == "review"] == [
        "Considered by the Strategic Board, which recommends an audit. The view was split: Three to two.",
        "Decision put off, decided by the Business Manager: Trial.",
        "The Department for Education was told of the decision.",
        "Began; due to be complete by 4 September 2017. Panel formed.",
        "Now due by 4 October 2017: Records.",
        "The report was received.",
        "The report was agreed (Business Manager).",
        "Published: The website.",
        "Publication withheld: Trial.",
        "Learning shared: A briefing.",
        "Business Manager: Late.",
        "Superseded by CR-2017-001: New facts.",
        "Closed: Done.",
    ]


def test_many_returns_of_one_day_are_counted(tmp_path: Path) -> None:
    made = tiny_records()
    agencies = ["police", "health-trust"]
    returns = [
        {"date": date, "by": "police", "entry": "returned", "agency": agencies[number % 2], "form": "self-assessment"}
        for date, times in (("2018-01-10", 4), ("2018-01-11", 1))
        for number in range(times)
    ]  # fmt: skip
    made["audit", "AU-2017-001"]["log"] += returns
    found = changes_between(board_of(tmp_path, made), day("2018-01-01"), day("2018-02-01"))
    assert [change.words for change in found] == [
        "4 returns came in.",
        "Saltmere Police returned a self-assessment.",
    ]
