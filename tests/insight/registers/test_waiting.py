"""What the registers wait for stands in the list of the day, with whom it waits on and the command that records it."""

from pathlib import Path

from lif.insight.waiting import concerning, waiting
from tests.insight.samples import board_of, day, entry
from tests.support import tiny_records

RAISED = entry("raised", "2017-01-25")


def found(tmp_path: Path, on: str, **logs: list[dict[str, object]]) -> list[tuple[object, ...]]:
    records = tiny_records()
    for kind, name in (("risk", "RK-2017-001"), ("challenge", "CH-2017-001"), ("voice", "VO-2017-001")):
        if kind in logs:
            records[kind, name]["log"] = logs[kind]
    made = waiting(board_of(tmp_path, records), day(on))
    return [
        (one.kind, one.wanted, one.on.name, one.days, one.command)
        for one in made
        if one.kind in ("risk", "challenge", "voice")
    ]


def test_a_review_that_is_late_a_challenge_without_an_answer_and_people_who_wait(tmp_path: Path) -> None:
    asked = entry("raised", "2017-07-20", answer_by="2017-08-15")
    assert found(tmp_path, "2017-08-08", challenge=[asked]) == [
        ("risk", "look at the risk again", "Saltmere Health Trust", -7, "lif risk score RK-2017-001"),
        ("challenge", "answer the challenge", "Saltmere Police", 7, "lif challenge answer CH-2017-001"),
        ("voice", "tell those who were heard what came of it", "Saltmere Health Trust", None,
         "lif voice tell VO-2017-001"),
    ]  # fmt: skip


def test_what_has_ended_or_is_far_off_waits_for_nobody(tmp_path: Path) -> None:
    told = [entry("heard", "2017-04-20"), entry("told", "2017-05-01", how="By card.")]
    assert found(tmp_path, "2017-06-30", voice=told) == []


def test_a_risk_that_was_never_scored_waits_since_it_was_raised(tmp_path: Path) -> None:
    told = [entry("heard", "2017-04-20"), entry("not-told", "2017-05-01", reason="No names.")]
    assert found(tmp_path, "2017-06-30", risk=[RAISED], voice=told) == [
        ("risk", "score the risk", "Saltmere Health Trust", None, "lif risk score RK-2017-001")
    ]


def test_an_agency_sees_what_waits_on_it(tmp_path: Path) -> None:
    records = tiny_records()
    records["challenge", "CH-2017-001"]["log"] = [entry("raised", "2017-07-20", answer_by="2017-08-15")]
    board = board_of(tmp_path, records)
    mine = concerning(waiting(board, day("2017-08-08")), board, "police", None)
    assert "challenge" in {one.kind for one in mine}
    assert "risk" not in {one.kind for one in mine}
