"""What changed between two days, or between two versions of the records: new, decided, closed, slipped, re-graded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from lif.insight.actions.standing import ActionStanding, standings
from lif.insight.changes import Change, changes_between, changes_of
from lif.insight.differences import differences
from lif.insight.meetings.decisions import DecisionStanding, all_decisions
from lif.insight.meetings.words import decision_words
from lif.insight.registers.risks import RiskStanding, risks
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, sentence
from lif.records.meeting import Meeting
from lif.records.naming import natural, owner_of
from lif.store.board import Board, Loaded
from lif.store.yaml_reader import read

Heading = Literal["new", "decided", "closed", "slipped", "re-graded", "edited", "entered"]
HEADINGS: tuple[Heading, ...] = get_args(Heading)
"""In the order in which they are told. `slipped`: later than was promised, or late by now. `edited`: changed in the
records without an entry of its own; only between two versions. `entered`: all else."""
HEADING_WORDS: dict[Heading, str] = {
    "new": "New",
    "decided": "Decided, agreed or published",
    "closed": "Closed, settled or carried out",
    "slipped": "Slipped",
    "re-graded": "Re-graded, judged, scored anew or escalated",
    "edited": "Changed without an entry",
    "entered": "Also entered",
}
_KINDS = (
    "review", "audit", "plan", "learning", "risk", "challenge", "voice", "report", "meeting", "indicator", "agency",
    "instrument", "framework", "board",
)  # fmt: skip
_BEGINS = {
    ("review", "referred"), ("learning", "identified"), ("risk", "raised"), ("challenge", "raised"), ("voice", "heard"),
}  # fmt: skip
_DECIDED = {
    ("review", "decided"), ("review", "report-agreed"), ("review", "withheld"), ("review", "published"),
}  # fmt: skip
_CLOSED = ("closed", "settled", "superseded", "rejected")
_REGRADED = {("plan", "graded"), ("challenge", "escalated"), ("framework", "judged")}
_SLIPPED = {("review", "extended"), ("plan", "reopened")}


class Side(NamedTuple):
    """A Board as it stood on a day."""

    board: Board
    day: date


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changed."""

    heading: Heading
    kind: str
    """The kind of record, such as `review`."""
    id: str
    """The full id of the record or item."""
    title: str
    words: str
    """What changed, as a sentence."""
    date: date | None
    """The day of the entry; None of what follows from the days themselves."""


@dataclass(frozen=True, slots=True)
class Between:
    """All that changed."""

    first: date
    last: date
    lines: tuple[Line, ...]
    """By heading, kind and id, and within each in order of the days."""

    def under(self, heading: Heading) -> list[Line]:
        """The lines under one heading."""
        return [line for line in self.lines if line.heading == heading]


def between_meetings(board: Board, earlier: Meeting, day: date) -> Between:
    """What changed after a meeting and not after a day. What that meeting itself decided stands with it.

    `board` holds only what the readers may see.
    """
    first = earlier.date
    changes = changes_between(board, first, day)
    before, after = Side(board, first), Side(board, day)
    own = [
        one for one in all_decisions(board, day) if one.meeting.id == earlier.id and one.state != "withdrawn"
    ]
    return _between(before, after, [*_told(before, after, changes), *map(_decision_then, own)])


def between_versions(before: Board, after: Board, day: date) -> Between:
    """What is different in the second version of the records, both as they stand on one day."""
    old, new = _entries(before, day), _entries(after, day)
    changes = [*(new - old).elements()]
    then, now = Side(before, day), Side(after, day)
    return _between(then, now, [*_told(then, now, changes), *_edited(before, after, changes)])


def _between(before: Side, after: Side, told: Iterable[Line]) -> Between:
    lines = [*told, *_actions(before, after), *_decisions(before, after), *_risks(before, after)]
    moved = {line.id for line in lines if line.heading == "slipped"}
    kept = [
        line for line in lines if not (line.heading == "re-graded" and line.date is None and line.id in moved)
    ]
    return Between(before.day, after.day, tuple(sorted(dict.fromkeys(kept), key=_order)))


def _order(line: Line) -> tuple[int, int, object, date]:
    kind = _KINDS.index(line.kind) if line.kind in _KINDS else len(_KINDS)
    return HEADINGS.index(line.heading), kind, natural(line.id), line.date or date.max


def _entries(board: Board, day: date) -> Counter[Change]:
    titles = Titles(board)
    return Counter(
        change
        for loaded in board.by_id.values()
        for change in changes_of(loaded.id, loaded.record, titles, board.profile)
        if change.date <= day
    )


def _told(before: Side, after: Side, changes: Sequence[Change]) -> Iterator[Line]:
    """A line for each entry, but for those that are told by where something stands on both days."""
    begun = {loaded.id: loaded.record.log[0].date for loaded in after.board.of("audit") if loaded.record.log}
    scores = {one.risk.id: one.score for one in risks(before.board, before.day)}
    moved = {
        one.risk.id: "new" if one.risk.id not in scores else "re-graded"
        for one in risks(after.board, after.day)
        if one.score != scores.get(one.risk.id, 0) and not one.closed
    }
    for change in changes:
        # Which way a date moved, and that a decision was carried out, is told of the action or decision itself.
        if (change.kind, change.entry) == ("plan", "revised") or _is_carried_out(change):
            continue
        heading = _heading(change, begun.get(change.reference))
        if (change.kind, change.entry) == ("risk", "scored"):
            heading = _RISKS[moved.get(change.reference, "")]
        yield Line(heading, change.kind, change.reference, change.title, change.words, change.date)


_RISKS: dict[str, Heading] = {"new": "new", "re-graded": "re-graded", "": "entered"}


def _is_carried_out(change: Change) -> bool:
    return change.kind == "meeting" and change.words.startswith("Carried out, says")


def _heading(change: Change, begun: date | None) -> Heading:
    sort = (change.kind, change.entry)
    if sort in _BEGINS or change.kind == "report" or (change.kind == "plan" and not change.entry):
        return "new"
    if change.kind == "audit" and change.date == begun:
        return "new"
    if change.kind == "meeting":
        return "entered" if change.words.startswith(("Called off by", "Withdrawn by")) else "decided"
    if sort in _DECIDED:
        return "decided"
    if change.entry in _CLOSED:
        return "closed"
    if sort in _REGRADED:
        return "re-graded"
    return "slipped" if sort in _SLIPPED else "entered"


def _actions(before: Side, after: Side) -> Iterator[Line]:
    """Actions that are new in a plan, were put off, are late by now, or have another grade."""
    then, now = _standings(before), _standings(after)
    plans = {loaded.id for loaded in before.board.of("plan")}
    for name, one in now.items():
        was = then.get(name)
        if was is None:
            if before.board is not after.board and owner_of(name) in plans:
                yield _action("new", one, "Added to the plan.")
            continue
        same = one.grading.word == was.grading.word
        graded = (
            f"It is {one.grading.word}." if same else f"It was {was.grading.word}, now {one.grading.word}."
        )
        if one.due and was.due and one.due > was.due:
            late = f", and {counted(one.late, 'day')} late" if one.late else ""
            words = f"Put off from {day_words(was.due)} to {day_words(one.due)}{late}. {graded}"
            yield _action("slipped", one, words)
        elif one.late and not was.late:
            yield _action("slipped", one, f"{counted(one.late, 'day')} late by now. {graded}")
        elif one.grading.colour != was.grading.colour and not one.finished:
            yield _action("re-graded", one, f"{graded[:-1]}: {one.grading.why}.")
        if one.due and was.due and one.due < was.due:
            yield _action(
                "entered", one, f"Brought forward from {day_words(was.due)} to {day_words(one.due)}."
            )


def _standings(side: Side) -> dict[str, ActionStanding]:
    plans = [loaded.record for loaded in side.board.of("plan")]
    return {one.id: one for one in standings(plans, side.board.profile.settings, side.day)}


def _action(heading: Heading, one: ActionStanding, words: str) -> Line:
    return Line(heading, "plan", one.id, one.action.text, words, None)


def _decisions(before: Side, after: Side) -> Iterator[Line]:
    """Decisions of meetings that were carried out, or whose day passed."""
    then = {one.id: one for one in all_decisions(before.board, before.day)}
    titles = Titles(after.board)
    for one in all_decisions(after.board, after.day):
        was = then.get(one.id)
        if one.state == "done" and (was is None or was.state != "done"):
            done = one.decision.done
            how = f": {done.how}" if done and not one.by_actions else ""
            yield _decision("closed", one, sentence(f"{decision_words(one)}{how}"))
        elif one.state == "late" and (was is None or was.state != "late"):
            owner = f" ({titles.who(one.decision.owner)})" if one.decision.owner else ""
            yield _decision("slipped", one, f"{sentence(decision_words(one))[:-1]}{owner}.")


def _decision(heading: Heading, one: DecisionStanding, words: str) -> Line:
    return Line(heading, "meeting", one.id, one.decision.text, words, None)


def _decision_then(one: DecisionStanding) -> Line:
    stands = "" if one.state == "noted" else f" By now: {decision_words(one)}."
    return _decision("decided", one, f"Decided at the first of the two.{stands}")


def _risks(before: Side, after: Side) -> Iterator[Line]:
    """Risks that moved, with both scores."""
    then = {one.risk.id: one for one in risks(before.board, before.day)}
    for one in risks(after.board, after.day):
        was = then.get(one.risk.id)
        if was and was.score and one.score and was.score != one.score and not one.closed:
            words = f"It stood at {_score(was)}, and stands at {_score(one)} now."
            yield Line("re-graded", "risk", one.risk.id, one.risk.title, words, None)
        if one.late and not (was and was.late) and one.review_due:
            words = f"To be looked at again by {day_words(one.review_due)}; {counted(one.late, 'day')} late by now."
            yield Line("slipped", "risk", one.risk.id, one.risk.title, words, None)


def _score(one: RiskStanding) -> str:
    return f"{one.score} ({one.band.word})" if one.band else f"{one.score}"


def _edited(before: Board, after: Board, changes: Iterable[Change]) -> Iterator[Line]:
    """What was changed in the records themselves, and which records came or went."""
    entries = {f"{day_words(change.date)}: {change.words}" for change in changes}
    for name in dict.fromkeys([*after.by_id, *before.by_id]):
        old, new = before.by_id.get(name), after.by_id.get(name)
        one = new or old
        if one is None or (old and new and before.read(old.file) == after.read(new.file)):
            continue
        values = [_value(board, loaded) for board, loaded in ((before, old), (after, new))]
        for found in differences(one.kind, values[0], values[1], one.file, after):
            if one.kind.name == "meeting" and found.words.startswith("done"):
                continue  # which is told of the decision
            if found.words not in entries and not (old is None and one.kind.numbered and _has_log(one)):
                item = f"{name}.{found.item}" if found.item else name
                yield Line(
                    "edited",
                    one.kind.name,
                    item,
                    _title(one),
                    found.words[:1].upper() + found.words[1:],
                    None,
                )


def _has_log(loaded: Loaded) -> bool:
    """Whether a new record of the kind tells of itself by its first entry."""
    return bool(getattr(loaded.record, "log", None)) and loaded.kind.name != "plan"


def _value(board: Board, loaded: Loaded | None) -> dict[str, object] | None:
    return (read(board.read(loaded.file)).value or {}) if loaded else None


def _title(loaded: Loaded) -> str:
    record = loaded.record
    title: str = getattr(record, "title", "") or getattr(record, "theme", "") or getattr(record, "name", "")
    return title
