"""Adds entries to the logs of risks, challenges and voice, each in its place in the order of the days."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lif.insight.registers.challenges import challenge_standing
from lif.insight.registers.risks import risk_standing
from lif.insight.registers.voices import voice_standing
from lif.insight.registers.words import (
    challenge_standing_words,
    challenge_words,
    risk_standing_words,
    risk_words,
    voice_standing_words,
    voice_words,
)
from lif.insight.titles import Titles
from lif.insight.wording import day_words, sentence
from lif.operations.entries import add_item
from lif.operations.log_entries import Said, day_of_entry, in_order, with_written
from lif.records.challenge import ChallengeEntry
from lif.records.risk import RiskEntry
from lif.records.voice import VoiceEntry
from lif.rules.lookup import find_record
from lif.rules.register_logs import COURSES
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record
from lif.store.errors import Refusal
from lif.store.yaml_edit import Insert

ENTRIES: Mapping[str, Any] = {"risk": RiskEntry, "challenge": ChallengeEntry, "voice": VoiceEntry}
"""The kinds of entry that the log of each kind of record holds."""


def add_register_entry(board: Board, kind: str, record_id: str, said: Said, today: date) -> Change:
    """The change that adds an entry to the log of a risk, a challenge or a record of voice.

    It stands behind those of its day and before it. Where nobody is named in `by`, the Business Manager did it.
    Raises NothingFound for an id that does not exist, Refusal for a day before the log begins or after today, for
    a log that has ended, and where an entry is not as its kind wants it.
    """
    loaded = find_record(board, record_id, kind)
    log = loaded.record.log
    day = day_of_entry(record_id, said, today, COURSES[kind].noun)
    _refuse_out_of_turn(loaded, said["entry"], day)
    behind = max(number for number, entry in enumerate(log) if entry.date <= day)
    written = in_order({**said, "by": said["by"] or "business-manager"}, ENTRIES[kind])
    made = with_written(board, loaded, ("log",), [written], name=record_id, first=behind + 1)
    data = edit_record(board, loaded, [Insert(("log",), behind, written)])
    told = _told(board, kind, made, made.log[behind + 1], today)
    return Change({loaded.file: data}, f"{record_id}, {day_words(day)}: {told}", (record_id,))


def escalate(board: Board, challenge_id: str, said: Said, today: date) -> Change:
    """An escalation goes up: to the stage named, else to the next one of the Board's procedure.

    Raises Refusal for what is no escalation, where the Board lists no procedure, and at its last stage.
    """
    loaded = find_record(board, challenge_id, "challenge")
    if loaded.record.kind != "escalation":
        raise Refusal(
            f"{challenge_id} is no escalation, so it goes through no stages.",
            f"If it is one, write kind: escalation: lif edit {challenge_id}",
        )
    if not said.get("stage"):
        day = day_of_entry(challenge_id, said, today, COURSES["challenge"].noun)
        said = {**said, "stage": _next_stage(board, loaded, day)}
    return add_register_entry(board, "challenge", challenge_id, said, today)


def add_control(board: Board, risk_id: str, control: Mapping[str, Any]) -> Change:
    """One more control of a risk, with the next number."""
    return add_item(board, find_record(board, risk_id, "risk"), "controls", "C", control)[1]


def add_message(board: Board, voice_id: str, text: str) -> Change:
    """One more thing that was said, with the next number."""
    return add_item(board, find_record(board, voice_id, "voice"), "messages", "M", {"text": text})[1]


def _next_stage(board: Board, loaded: Loaded, day: date) -> str:
    procedure = board.profile.settings.escalation
    if procedure is None:
        raise Refusal(
            "The Board's own record lists no stages of an escalation procedure.",
            "Add them under settings, escalation: lif edit board",
        )
    order = [stage.id for stage in procedure.stages]
    standing = challenge_standing(loaded.record, board.profile.settings, day)
    at = standing.stage_id if standing else order[0]
    if at not in order:
        raise Refusal(
            f"{loaded.id} is at the stage {at}, which the Board's procedure no longer has.",
            f"Say where it goes with: --stage, one of {', '.join(order)}",
        )
    if at == order[-1]:
        raise Refusal(
            f"{loaded.id} is at the last stage of the Board's procedure, {at}.",
            f"Record what came of it: lif challenge settle {loaded.id}",
        )
    return order[order.index(at) + 1]


def _refuse_out_of_turn(loaded: Loaded, word: str, day: date) -> None:
    log, course = loaded.record.log, COURSES[loaded.kind.name]
    if day < log[0].date:
        raise Refusal(
            f"{loaded.id}: {day_words(day)} lies before {day_words(log[0].date)}, the day on which it begins.",
            f"Correct --date; or, if that day itself is wrong: lif edit {loaded.id}",
        )
    end = next((entry for entry in log if entry.entry == course.last), None)
    if end:
        raise Refusal(
            f"{loaded.id} was {course.last} on {day_words(end.date)}; nothing can follow that.", course.after
        )
    if word == course.last and log[-1].date > day:
        raise Refusal(
            f"{loaded.id} has an entry of {day_words(log[-1].date)}, after {day_words(day)}.",
            "Record its end on that day or later: --date",
        )


def _told(board: Board, kind: str, made: Any, entry: Any, today: date) -> str:
    """The entry as a sentence, where the record now stands, and what comes next."""
    titles, settings = Titles(board), board.profile.settings
    if kind == "risk":
        risk = risk_standing(made, settings, today)
        stands = f" It stands at {risk_standing_words(risk)}." if risk and entry.entry == "scored" else ""
        return f"{risk_words(entry, titles)}{stands}"
    if kind == "challenge":
        challenge = challenge_standing(made, settings, today)
        words = challenge_words(entry, titles, board.profile)
        if challenge is None or challenge.settled:
            return words
        words = f"{words} {sentence(f'It {challenge_standing_words(challenge)}')}" if challenge.due else words
        tell = challenge.to_tell
        return (
            f"{words}\n{titles.who(tell)} is to be told from this stage on. When that is done: "
            f"lif challenge tell {made.id}"
            if tell
            else words
        )
    voice = voice_standing(made, today)
    next_step = f"\nWhen they have been told: lif voice tell {made.id}" if voice and voice.waits else ""
    stands = f" {sentence(voice_standing_words(voice))}" if voice and entry.entry == "acted" else ""
    return f"{voice_words(entry, titles)}{stands}{next_step}"
