"""What a meeting is asked to decide: its agenda first, then what the records show besides, nothing twice."""

from pathlib import Path
from typing import Any

from lif.insight.decisions import Needed, decisions_needed
from tests.insight.samples import board_of, day, entry
from tests.support import Records, tiny_records


def needed(folder: Path, made: Records, on: str = "2017-06-10") -> list[Needed]:
    board = board_of(folder, made)
    return decisions_needed(board, board.by_id["MT-2017-001"].record, day(on))


def waiting() -> Records:
    """A review that awaits a decision, a report that asks, and an action that waits to be closed."""
    made = tiny_records()
    made["meeting", "MT-2017-001"]["agenda"] = []
    made["review", "CR-2017-001"]["log"] = [
        entry("referred", "2017-01-17", source="other"),
        entry("considered", "2017-02-01", group="strategic-board", recommends="serious-case-review"),
    ]
    made["report", "AR-2017-001"].update(
        period="2016-Q4", received="2017-04-20", asked_of_board="Lend staff."
    )
    made["plan", "AP-2017-001"]["actions"][0]["log"] += [
        entry("evidenced", "2017-06-02", evidence="Seen."),
        entry("evaluated", "2017-06-03", impact="improved", result="Better."),
    ]
    return made


def test_the_agenda_gives_its_decisions_only(tmp_path: Path) -> None:
    made = tiny_records()
    agenda: list[dict[str, Any]] = made["meeting", "MT-2017-001"]["agenda"]
    agenda.insert(0, {"title": "Minutes", "purpose": "information", "lead": "business-manager"})

    found = needed(tmp_path, made)

    assert [(one.source, one.item, one.title, one.who) for one in found] == [
        ("agenda", 2, "Family A", "Independent Chair")
    ]


def test_what_the_records_show_is_added(tmp_path: Path) -> None:
    found = needed(tmp_path, waiting())

    assert [(one.source, one.records, one.who) for one in found] == [
        ("review", ("CR-2017-001",), "the Independent Chair"),
        ("report", ("AR-2017-001",), "Saltmere Police"),
        ("action", ("AP-2017-001.A1",), ""),
    ]
    assert found[0].asked == "The Strategic Board recommends a serious case review."


def test_who_is_asked_for_a_decision_follows_from_the_regime_of_the_case(tmp_path: Path) -> None:
    made = waiting()
    made["review", "CR-2017-001"].update(regime="wt2018", aware="2021-01-11")

    assert needed(tmp_path, made)[0].who == "the safeguarding partners"


def test_what_the_agenda_names_for_decision_is_not_listed_again(tmp_path: Path) -> None:
    made = waiting()
    records = ["CR-2017-001", "AR-2017-001", "AP-2017-001"]
    item = {"title": "All", "purpose": "decision", "lead": "independent-chair", "records": records}
    made["meeting", "MT-2017-001"]["agenda"] = [item]

    assert [one.source for one in needed(tmp_path, made)] == ["agenda"]


def test_what_happened_after_the_day_is_not_asked_for(tmp_path: Path) -> None:
    assert [one.source for one in needed(tmp_path, waiting(), "2017-06-02")] == ["review", "report"]
    assert [one.source for one in needed(tmp_path / "earlier", waiting(), "2017-01-31")] == []


def test_actions_wait_for_their_own_sign_off_group(tmp_path: Path) -> None:
    made = waiting()
    made["board", "board"]["groups"]["executive"] = {"title": "Executive Group"}
    made["plan", "AP-2017-001"]["sign_off"] = "executive"

    assert "action" not in [one.source for one in needed(tmp_path, made)]


def test_what_was_asked_before_the_last_meeting_is_not_asked_again(tmp_path: Path) -> None:
    made = waiting()
    made["meeting", "MT-2017-002"] = {
        "schema_version": 1, "id": "MT-2017-002", "group": "strategic-board", "date": "2017-05-01",
    }  # fmt: skip

    assert "report" not in [one.source for one in needed(tmp_path, made)]


def test_what_made_no_difference_is_not_put_forward_to_be_closed(tmp_path: Path) -> None:
    made = waiting()
    made["plan", "AP-2017-001"]["actions"][0]["log"][-1]["impact"] = "worse"

    [found] = [one for one in needed(tmp_path, made) if one.source == "action"]

    assert found.asked.startswith("Its evaluation says that things are worse.")
