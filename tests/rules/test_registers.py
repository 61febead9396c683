"""Risks, challenges and voice: their logs have a beginning and an end, and what they say fits together."""

from pathlib import Path
from typing import Any

import pytest

from tests.insight.samples import entry
from tests.support import found, tiny_records, write_board

RAISED = entry("raised", "2017-01-25")
STAGES = [{"id": name, "title": name, "days": 2} for name in ("practitioners", "managers", "chair")]
PROCEDURE = {"stages": STAGES, "tell": "business-manager", "tell_from": "managers"}
SETTLED = entry("settled", "2017-05-01", by="police", result="stands", outcome="Explained.")


def scored(day: str = "2017-02-01", **fields: Any) -> dict[str, Any]:
    given = {"likelihood": 3, "impact": 4, "why": "Seen twice.", "next_review": "2018-02-01", **fields}
    return entry("scored", day, **{key: value for key, value in given.items() if value is not None})


def up(stage: str, day: str = "2017-03-01") -> dict[str, Any]:
    return entry("escalated", day, stage=stage, reason="No answer.")


def codes(tmp_path: Path, of: str, *log: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    records = tiny_records()
    settings = {"escalation": PROCEDURE, **fields.pop("settings", {})}
    records["board", "board"]["settings"] |= settings
    records["board", "board"]["voice_kinds"] = [{"id": "survey", "title": "Survey"}]
    name = {"risk": "RK-2017-001", "challenge": "CH-2017-001", "voice": "VO-2017-001"}[of]
    records[of, name] |= fields | ({"log": list(log)} if log else {})
    return [(code, text) for code, _, text in found(write_board(tmp_path, records))]


def test_the_tiny_registers_are_right(tmp_path: Path) -> None:
    assert codes(tmp_path, "risk") == []


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ([RAISED, scored()], []),
        ([RAISED, entry("closed", "2017-02-01", reason="Gone.")], []),
        ([RAISED], [("D593", "log:")]),
        ([scored()], [("D591", "scored")]),
        ([RAISED, RAISED, scored()], [("D591", "raised")]),
        ([RAISED, entry("closed", "2017-01-31", reason="Gone."), scored()], [("D590", "scored")]),
        ([RAISED, scored("2017-01-01")], [("D404", "2017-01-01")]),
        ([RAISED, scored(next_review=None)], [("D594", "scored")]),
        ([RAISED, scored(next_review=None), scored("2017-05-01")], []),
        ([RAISED, scored(next_review="2017-02-01")], [("D592", "2017-02-01")]),
        ([RAISED, scored(likelihood=5, impact=5)], [("D596", "5")]),
    ],
)
def test_what_is_wrong_with_a_risk(log: list[dict[str, Any]], expected: list[Any], tmp_path: Path) -> None:
    assert codes(tmp_path, "risk", *log) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"inherent": None}, []),
        ({"target": {"likelihood": 5, "impact": 4}}, []),
        ({"target": {"likelihood": 5, "impact": 5}}, ["D595"]),
        ({"cause": None, "consequence": None}, ["D597", "D597"]),
        ({"controls": [{"id": "C1", "text": "a"}, {"id": "C1", "text": "b"}]}, ["R303"]),
    ],
)
def test_what_does_not_fit_in_a_risk(fields: dict[str, Any], expected: list[str], tmp_path: Path) -> None:
    kept = tiny_records()["risk", "RK-2017-001"] | fields
    records = tiny_records()
    records["risk", "RK-2017-001"] = {key: value for key, value in kept.items() if value is not None}
    assert [code for code, _, _ in found(write_board(tmp_path, records))] == expected


@pytest.mark.parametrize(
    ("log", "fields", "expected"),
    [
        ([RAISED, up("managers")], {"kind": "escalation"}, []),
        ([RAISED, SETTLED], {"kind": "escalation"}, []),
        ([RAISED, up("managers")], {}, [("D602", "managers")]),
        ([RAISED, SETTLED, entry("noted", "2017-06-01", note="Again.")], {}, [("D590", "noted")]),
        ([RAISED, up("directors")], {"kind": "escalation"}, [("D605", "directors")]),
        ([RAISED, up("chair"), up("managers")], {"kind": "escalation"}, [("D606", "managers")]),
        ([RAISED, up("practitioners")], {"kind": "escalation"}, [("D606", "practitioners")]),
        ([RAISED, up("managers"), SETTLED], {"kind": "escalation"}, [("D607", "log:")]),
        ([RAISED, up("managers"), entry("told", "2017-03-02", by="police", to="business-manager"), SETTLED],
         {"kind": "escalation"}, []),
        ([entry("raised", "2017-01-25", answer_by="2017-01-20")], {}, [("D603", "2017-01-20")]),
        ([RAISED, entry("answered", "2017-02-01", by="independent-chair", response="Yes.")], {},
         [("D604", "independent-chair")]),
        ([RAISED], {"challenged": ["police", "independent-chair"]}, [("D601", "independent-chair")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_challenge(
    log: list[dict[str, Any]], fields: dict[str, Any], expected: list[Any], tmp_path: Path
) -> None:
    log = [{**one, "by": one["by"] if one["by"] != "business-manager" else "police"} for one in log]
    assert codes(tmp_path, "challenge", *log, **fields) == expected


def test_a_board_without_a_procedure_takes_any_stage(tmp_path: Path) -> None:
    made = codes(
        tmp_path, "challenge", RAISED, up("directors"), kind="escalation", settings={"escalation": None}
    )
    assert made == []


HEARD = entry("heard", "2017-04-20")


@pytest.mark.parametrize(
    ("log", "fields", "expected"),
    [
        ([HEARD, entry("acted", "2017-05-01", done="Rung.", messages=["M2", "M9"])], {}, [("D613", "M9")]),
        ([entry("told", "2017-05-01", how="By letter.")], {}, [("D591", "told")]),
        ([HEARD], {"messages": []}, [("D610", "Parents of children at two clinics")]),
        ([HEARD], {"number": 41}, [("D611", "41")]),
        ([HEARD], {"since": "2017-05"}, [("D612", "2017-05")]),
        ([HEARD], {"since": "2017-04"}, []),
        ([HEARD], {"kind": "surveys"}, [("D614", "surveys")]),
    ],
)
def test_what_is_wrong_with_a_record_of_voice(
    log: list[dict[str, Any]], fields: dict[str, Any], expected: list[Any], tmp_path: Path
) -> None:
    assert codes(tmp_path, "voice", *log, **fields) == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"risk_bands": [{"word": "Low", "lowest": 1}, {"word": "High", "lowest": 12}]}, []),
        ({"risk_bands": [{"word": "Low", "lowest": 2}]}, [("D598", "2")]),
        ({"risk_bands": [{"word": "High", "lowest": 1}, {"word": "Low", "lowest": 1}]}, [("D598", "1")]),
        ({"escalation": {"stages": STAGES, "tell_from": "directors"}}, [("D608", "directors")]),
        ({"escalation": {"stages": [STAGES[0], STAGES[0]]}}, [("D403", "practitioners")]),
        ({"escalation": {"stages": STAGES, "tell": "secretary"}}, [("R306", "secretary")]),
    ],
)
def test_what_is_wrong_with_the_settings_of_the_registers(
    settings: dict[str, Any], expected: list[Any], tmp_path: Path
) -> None:
    assert codes(tmp_path, "risk", settings=settings) == expected
