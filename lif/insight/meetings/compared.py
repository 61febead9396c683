"""Which two meetings or versions are held against each other, and what that is called."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lif.insight.audience import visible_to
from lif.insight.changes import last_meeting
from lif.insight.meetings.between import (
    HEADINGS,
    Between,
    Heading,
    between_meetings,
    between_versions,
)
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.records.meeting import Meeting
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal, WrongUse
from lif.store.versions import board_version

KIND_WORDS = {
    "review": "reviews", "audit": "audits", "plan": "plans and their actions", "learning": "lessons", "risk": "risks",
    "challenge": "challenges", "voice": "what people said", "report": "reports", "meeting": "meetings",
    "indicator": "figures", "framework": "what the framework asks",
}  # fmt: skip
_NUMBERED: dict[Heading, str] = {
    "new": "new", "decided": "decided", "closed": "closed", "slipped": "slipped", "re-graded": "re-graded",
    "edited": "changed without an entry", "entered": "entered besides",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """Two meetings or versions, and what changed between them."""

    first: str
    last: str
    """The id of a meeting, or a version as it was named."""
    title: str
    words: str
    """How much changed, in one sentence."""
    between: Between
    left_out: int
    """How many records the readers of a pack may not see."""


def compare_meetings(board: Board, first: str | None, second: str | None, day: date) -> Compared:
    """Two meetings; with one, it and the one before it of its group; with none, the next meeting and its last.

    Raises NothingFound where there is no such meeting, Refusal where the two are the wrong way round or where nothing
    lies between them yet.
    """
    shown = visible_to(board, "board")
    later = _meeting(shown, second or first) if second or first else _next(shown, day)
    if second and first:
        earlier = _meeting(shown, first)
    else:
        before = last_meeting(shown, later.group, later.date)
        if before is None:
            raise NothingFound(
                f"No meeting of that group before {later.id} is recorded.",
                f"Name the other meeting as well: lif pack diff MT-… {later.id}",
            )
        earlier = before
    if earlier.id == later.id:
        raise Refusal("Both meetings are the same one.", "Name two meetings. See: lif meeting list")
    if earlier.date > later.date:
        raise Refusal(
            f"{earlier.id} was after {later.id}.",
            f"The earlier one comes first: lif pack diff {later.id} {earlier.id}",
        )
    until = min(later.date, day)
    if until <= earlier.date:
        raise Refusal(
            f"Nothing lies between yet: {earlier.id} is on {day_words(earlier.date)}, and it is looked from "
            f"{day_words(day)}.",
            "Name an earlier meeting, or look from a later day: --as-of",
        )
    titles = Titles(board)
    title = (
        f"What changed between the {titles.group(earlier.group)} on {day_words(earlier.date)} ({earlier.id}) and "
        f"{_the_other(earlier, later, titles)} on {day_words(later.date)} ({later.id})"
    )
    found = between_meetings(shown, earlier, until)
    seen = f", as recorded on {day_words(until)}" if until < later.date else ""
    return Compared(earlier.id, later.id, title, f"{_numbers(found)}{seen}.", found, _kept_back(board, shown))


def compare_versions(board: Board, first: str, last: str | None, day: date) -> Compared:
    """An earlier version of the Board and a later one, or the files as they are. Raises NothingFound."""
    if first == "":
        raise WrongUse("--from: no version is named.", "Such as: lif pack diff --from 2018-01-31")
    before = board_version(board.root, first)
    after = board_version(board.root, last) if last else board
    shown = visible_to(after, "board")
    found = between_versions(visible_to(before, "board"), shown, day)
    names = [_version(first), _version(last) if last else "the files as they are now"]
    title = f"What changed in the records between {names[0]} and {names[1]}"
    words = f"{_numbers(found)}, both as they stand on {day_words(day)}."
    return Compared(first, last or "now", title, words, found, _kept_back(after, shown))


def _version(name: str) -> str:
    """A version in words: of a folder its name alone, since where it lies is nobody's business."""
    return Path(name).resolve().name if (Path(name) / "records").is_dir() else name


def _the_other(earlier: Meeting, later: Meeting, titles: Titles) -> str:
    return "its meeting" if earlier.group == later.group else f"the {titles.group(later.group)}"


def _numbers(found: Between) -> str:
    parts = [
        f"{number} {_NUMBERED[heading]}" for heading in HEADINGS if (number := len(found.under(heading)))
    ]
    if not parts:
        return "Nothing changed"
    return f"{counted(len(found.lines), 'thing')} changed: {listed(parts)}"


def _kept_back(board: Board, shown: Board) -> int:
    return len(board.loaded) - len(shown.loaded)


def _meeting(board: Board, name: str | None) -> Meeting:
    meeting: Meeting = find_record(board, name or "", "meeting").record
    return meeting


def _next(board: Board, day: date) -> Meeting:
    coming: list[Meeting] = [
        one.record for one in board.of("meeting") if one.record.date >= day and not one.record.cancelled
    ]
    if not coming:
        raise NothingFound(
            f"There is no meeting on or after {day_words(day)}.",
            (
                "Name two that were held: lif pack diff MT-… MT-…"
                if board.of("meeting")
                else "Put one into the diary: lif meeting new"
            ),
        )
    return min(coming, key=lambda meeting: (meeting.date, meeting.id))
