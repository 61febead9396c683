"""Where risks, challenges and voice stand on a day: scores and bands, stages and their times, what was told."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.registers.challenges import challenge_standing
from lif.insight.registers.data import challenge_data, risk_data, voice_data
from lif.insight.registers.risks import band_of, bands_of, heat_map, risk_standing, risks
from lif.insight.registers.voices import voice_standing, voices
from lif.insight.registers.words import (
    challenge_standing_words,
    heard_words,
    risk_standing_words,
    voice_standing_words,
)
from lif.records.board import Settings
from tests.insight.samples import board_of, day, entry, record, settings
from tests.support import tiny_records

TODAY = day("2018-03-01")
RAISED = entry("raised", "2017-01-25")
PROCEDURE = {
    "stages": [
        {"id": "practitioners", "title": "The two practitioners", "days": 2},
        {"id": "managers", "title": "Their managers", "days": 3, "counts": "days"},
        {"id": "chair", "title": "The Chair"},
    ],
    "tell_from": "managers",
}


def stages() -> Settings:
    kept = settings().model_dump(mode="json", exclude_none=True)
    return Settings.model_validate({**kept, "escalation": PROCEDURE})


def scored(on: str, likelihood: int, impact: int, **fields: Any) -> dict[str, Any]:
    return entry("scored", on, likelihood=likelihood, impact=impact, why="Seen.", **fields)


def risk(*log: dict[str, Any], on: str = "2018-03-01", **fields: Any) -> Any:
    value = tiny_records()["risk", "RK-2017-001"] | {"log": [RAISED, *log]} | fields
    return risk_standing(record("risk", value), settings(), day(on))


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ([], "not scored since it was raised on 25 January 2017"),
        ([scored("2017-02-01", 4, 4)], "16, High; no day for its review"),
        ([scored("2017-02-01", 4, 4), scored("2017-06-01", 4, 5, next_review="2018-04-01")],
         "20, Very high, up from 16; next review by 1 April 2018"),
        ([scored("2017-02-01", 4, 4), scored("2017-06-01", 2, 2, next_review="2018-02-01")],
         "4, Low, down from 16; review 28 days late"),
        ([scored("2017-02-01", 2, 4), scored("2017-06-01", 4, 2, next_review="2018-03-01")],
         "8, Medium, unchanged; next review by 1 March 2018"),
        ([entry("closed", "2018-01-01", reason="Gone.")], "off the log since 1 January 2018"),
        ([entry("closed", "2018-03-02", reason="Gone.")], "not scored since it was raised on 25 January 2017"),
    ],
)  # fmt: skip
def test_where_a_risk_stands(log: list[dict[str, Any]], words: str) -> None:
    assert risk_standing_words(risk(*log)) == words


def test_what_is_dated_after_the_day_does_not_count() -> None:
    log = [scored("2017-02-01", 4, 4), scored("2017-06-01", 1, 1)]
    assert risk(*log, on="2017-05-31").score == 16
    assert risk(on="2017-01-24") is None
    assert risk_data(risk())["score"] is None


def test_a_risk_has_reached_its_target_when_it_is_no_higher() -> None:
    assert risk(scored("2017-02-01", 1, 4)).held
    assert not risk(scored("2017-02-01", 5, 1)).held
    assert not risk(scored("2017-02-01", 1, 1), target=None).held


def test_the_bands_are_the_boards_own() -> None:
    kept = settings().model_dump(mode="json", exclude_none=True)
    own = Settings.model_validate({**kept, "risk_bands": [
        {"word": "Watch", "lowest": 1}, {"word": "Act", "lowest": 12}]})  # fmt: skip
    assert [band_of(score, bands_of(own)).word for score in (1, 11, 12, 25)] == [
        "Watch",
        "Watch",
        "Act",
        "Act",
    ]
    words = [band_of(score, bands_of(settings())).word for score in (4, 5, 9, 10, 16, 17, 25)]
    assert words == ["Low", "Medium", "Medium", "High", "High", "Very high", "Very high"]


def test_what_nobody_scored_comes_first_and_is_in_no_cell(tmp_path: Path) -> None:
    records = tiny_records()
    first = records["risk", "RK-2017-001"]
    records["risk", "RK-2017-002"] = first | {"id": "RK-2017-002", "log": [RAISED]}
    records["risk", "RK-2017-003"] = first | {
        "id": "RK-2017-003",
        "log": [RAISED, scored("2017-02-01", 5, 5)],
    }
    gone = [RAISED, scored("2017-02-01", 5, 5), entry("closed", "2017-03-01", reason="Gone.")]
    records["risk", "RK-2017-004"] = first | {"id": "RK-2017-004", "log": gone}
    found = risks(board_of(tmp_path, records), TODAY)
    assert [one.risk.id[-1] for one in found] == ["2", "3", "1", "4"]
    held = {place: [one.risk.id for one in cell] for place, cell in heat_map(found).items() if cell}
    assert held == {(5, 5): ["RK-2017-003"], (3, 4): ["RK-2017-001"]}


def challenge(*log: dict[str, Any], on: str = "2017-02-10", kind: str = "escalation", **raised: Any) -> Any:
    value = tiny_records()["challenge", "CH-2017-001"]
    value |= {"kind": kind, "log": [entry("raised", "2017-02-02", by="police") | raised, *log]}
    return challenge_standing(record("challenge", value), stages(), day(on))


def up(stage: str, on: str) -> dict[str, Any]:
    return entry("escalated", on, by="police", stage=stage, reason="No answer.")


@pytest.mark.parametrize(
    ("made", "words", "stage", "tell"),
    [
        # Thursday: two working days end on Monday; three days of a calendar on Sunday.
        (challenge(), "waits for an answer, due 6 February 2017, 4 days late", "practitioners", ""),
        (challenge(on="2017-02-06"), "waits for an answer, due 6 February 2017", "practitioners", ""),
        (challenge(answer_by="2017-02-20"), "waits for an answer, due 20 February 2017", "practitioners", ""),
        (challenge(up("managers", "2017-02-09")), "waits for an answer, due 12 February 2017", "managers",
         "business-manager"),
        (challenge(up("managers", "2017-02-09"), entry("told", "2017-02-10", to="business-manager")),
         "waits for an answer, due 12 February 2017", "managers", ""),
        (challenge(up("chair", "2017-02-09")), "waits for an answer, no day set", "chair", "business-manager"),
        (challenge(kind="challenge"), "waits for an answer, no day set", "", ""),
        (challenge(entry("answered", "2017-02-09", by="police", response="Yes.")),
         "was answered on 9 February 2017, and is not settled", "practitioners", ""),
        (challenge(entry("answered", "2017-02-09", by="police", response="No."), up("chair", "2017-02-10")),
         "waits for an answer, no day set", "chair", "business-manager"),
        (challenge(entry("settled", "2017-02-09", result="stands", outcome="Explained.")),
         "settled on 9 February 2017: stands, with its reasons", "practitioners", ""),
        (challenge(entry("settled", "2017-02-11", result="stands", outcome="Explained.")),
         "waits for an answer, due 6 February 2017, 4 days late", "practitioners", ""),
    ],
)  # fmt: skip
def test_where_a_challenge_stands(made: Any, words: str, stage: str, tell: str) -> None:
    assert (challenge_standing_words(made), made.stage_id, made.to_tell) == (words, stage, tell)


def test_how_long_a_challenge_took() -> None:
    assert challenge(on="2017-02-01") is None
    done = challenge(entry("settled", "2017-02-09", result="stands", outcome="Explained."))
    assert (challenge_data(done)["days"], challenge_data(challenge())["days"]) == (7, 8)


def voice(*log: dict[str, Any], on: str = "2017-07-01", **fields: Any) -> Any:
    value = tiny_records()["voice", "VO-2017-001"] | fields
    value["log"] = [entry("heard", "2017-04-20"), *log]
    return voice_standing(record("voice", value), day(on))


ACTED = entry("acted", "2017-05-01", done="Rung.", messages=["M2"])


@pytest.mark.parametrize(
    ("log", "words", "unanswered"),
    [
        ([], "nothing done yet (72 days since they were heard)", ["M1", "M2"]),
        ([ACTED], "acted on, not yet told (72 days since they were heard)", ["M1"]),
        ([entry("acted", "2017-05-01", done="Both.")], "acted on, not yet told (72 days since they were heard)", []),
        ([ACTED, entry("told", "2017-06-01", how="By card.")], "told on 1 June 2017", ["M1"]),
        ([ACTED, entry("told", "2017-07-02", how="By card.")],
         "acted on, not yet told (72 days since they were heard)", ["M1"]),
        ([entry("not-told", "2017-06-01", reason="No names.")], "not told: No names", ["M1", "M2"]),
        ([entry("closed", "2017-06-01", reason="Over.")], "closed", ["M1", "M2"]),
    ],
)  # fmt: skip
def test_what_came_of_what_was_said(log: list[dict[str, Any]], words: str, unanswered: list[str]) -> None:
    made = voice(*log)
    assert voice_standing_words(made) == words
    assert voice_data(made)["unanswered"] == unanswered
    assert voice_standing_words(voice(on="2017-04-20")) == "nothing done yet (heard today)"


def test_a_message_that_was_withdrawn_waits_for_nothing() -> None:
    gone = {"date": "2017-05-01", "by": "police", "reason": "Said of another clinic."}
    messages = [{"id": "M1", "text": "a", "withdrawn": gone}, {"id": "M2", "text": "b"}]
    assert [one.id for one in voice(messages=messages).unanswered] == ["M2"]


def test_how_many_were_heard_is_said_with_how_many_were_asked() -> None:
    assert heard_words(voice()) == "parents and carers (14 of 40 asked)"
    assert heard_words(voice(asked=None)) == "parents and carers (14)"
    assert heard_words(voice(number=None)) == "parents and carers (not counted)"


def test_those_who_wait_longest_to_be_told_come_first(tmp_path: Path) -> None:
    records = tiny_records()
    first = records["voice", "VO-2017-001"]
    told = [entry("heard", "2017-01-01"), entry("told", "2017-06-01", how="By card.")]
    records["voice", "VO-2017-002"] = first | {"id": "VO-2017-002", "log": told}
    records["voice", "VO-2017-003"] = first | {"id": "VO-2017-003", "log": [entry("heard", "2017-02-01")]}
    found = voices(board_of(tmp_path, records), TODAY)
    assert [one.voice.id[-1] for one in found] == ["3", "1", "2"]
