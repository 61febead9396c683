"""The minutes of a meeting as a paper that goes round: who came, what was decided, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import highest_marking, visible_to
from lif.insight.meetings.standing import meeting_standing
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.publish.contexts.minutes import minutes_context
from lif.publish.document.parse import parse
from lif.publish.paper_files import in_formats, meta_of, must_be_sound, put_in_place, refusing, templates_of
from lif.records.meeting import Meeting
from lif.records.naming import owner_of
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.errors import Refusal

FOLDER = "build/minutes"
"""Where minutes are put, under the Board's root, each meeting in a folder of its own."""


@dataclass(frozen=True)
class MinutesWritten:
    """What was written."""

    title: str
    files: tuple[str, ...]
    """Relative to the root, with forward slashes."""
    marking: str
    gone_round: bool
    """Whether it is recorded that the minutes went round."""
    wanting: tuple[str, ...]
    """What nobody recorded and the minutes therefore lack: the command that records it, after a few words."""


def write_minutes(board: Board, meeting_id: str, day: date, formats: Sequence[str]) -> MinutesWritten:
    """The minutes of a meeting from what is recorded of it, in the place of the last ones.

    Raises NothingFound where there is no such meeting; Refusal where it has not been held by the day, where it is kept
    for the Board's office alone, where a template is at fault or the files cannot be put in place; Unsound where the
    records do not hold together.
    """
    loaded = find_record(board, meeting_id, "meeting")
    _must_have_been_held(loaded.record, day)
    must_be_sound(board, "the records do")
    shown = visible_to(board, "board")
    if loaded.id not in shown.by_id:
        raise Refusal(
            f"{loaded.id} is kept for the Board's office alone (audience: office), so its minutes do not go round.",
            f"If they may, put audience: board: lif edit {loaded.id}",
        )
    loaded = shown.by_id[loaded.id]
    one = meeting_standing(shown, loaded.record, day)
    meeting, titles = one.meeting, Titles(shown)
    title = f"Minutes: {titles.group(meeting.group)}, {day_words(meeting.date)}"
    state = "Agreed" if one.minutes and one.minutes.agreed else "Not yet agreed"
    context = minutes_context(shown, one)
    marking = highest_marking(_named(shown, loaded, context), board.profile.settings)
    meta = meta_of(shown, title, marking, day, subtitle=f"{meeting.id} · {state}")
    with refusing():
        document = parse(templates_of(board).render("meeting/minutes.md", context))
        files = in_formats(f"minutes-{meeting.group}-{meeting.date.isoformat()}", document, meta, formats)
    folder = f"{FOLDER}/{meeting.id}"
    put_in_place(board.root, folder, files, "minutes")
    wanting = () if meeting.attendance else (f"who came: lif meeting attend {meeting.id}",)
    if not meeting.decisions:
        wanting = (*wanting, f"what was decided: lif meeting decide {meeting.id}")
    return MinutesWritten(
        title, tuple(f"{folder}/{name}" for name in files), marking, one.minutes is not None, wanting
    )


def _must_have_been_held(meeting: Meeting, day: date) -> None:
    if meeting.cancelled:
        raise Refusal(
            f"{meeting.id} was called off on {day_words(meeting.cancelled.date)}, so it has no minutes.",
            f"See it with: lif meeting show {meeting.id}",
        )
    if meeting.date > day:
        raise Refusal(
            f"{meeting.id} is on {day_words(meeting.date)}, after {day_words(day)}: there are no minutes of it yet.",
            f"Its papers are built with: lif pack build {meeting.id}",
        )


def _named(shown: Board, loaded: Loaded, context: dict[str, object]) -> list[Loaded]:
    """The meeting, and the records that its minutes name or tell of."""
    names = {owner_of(name) for name in _ids(context)}
    return [loaded, *(shown.by_id[name] for name in names if name in shown.by_id and name != loaded.id)]


def _ids(value: object) -> list[str]:
    if isinstance(value, dict):
        return [name for one in value.values() for name in _ids(one)]
    if isinstance(value, list):
        return [name for one in value for name in _ids(one)]
    return [value] if isinstance(value, str) else []
