"""The Board's calendar as papers: a web page, a PDF, and a file for Outlook and other calendars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.exchange.calendar_file import DayEvent, calendar_bytes
from lif.insight.audience import audience_of, highest_marking, telling, visible_to
from lif.insight.calendar import calendar, narrowed
from lif.insight.calendar.items import CalendarKind, Falling, Span
from lif.insight.calendar.lines import KIND_WORDS, Line, lines_of, span_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words
from lif.publish.contexts.calendar import calendar_context
from lif.publish.document.clean import clean
from lif.publish.document.parse import parse
from lif.publish.paper_files import in_formats, meta_of, put_in_place, refusing, templates_of
from lif.store.board import Board
from lif.store.errors import NothingFound

FOLDER = "build/calendar"
"""Where calendars are put, under the Board's root, each in a folder of its own."""
_OWN: tuple[CalendarKind, ...] = ("action", "decision", "report")
"""What an agency is to do itself, and may be told in full of a record that is for the Board."""
_SHARED: tuple[CalendarKind, ...] = ("report", "return", "challenge")
"""What several agencies owe under one key."""
_BEGINS = {"late": "Late: ", "done": "Done: "}
_SUMMARY = 200
"""Characters; a calendar shows fewer."""


@dataclass(frozen=True)
class CalendarWritten:
    """What was written."""

    title: str
    files: tuple[str, ...]
    """Relative to the root, with forward slashes."""
    marking: str
    left_out: str
    """How much is not in it, in words; "" where nothing is missing."""


def write_calendar(
    board: Board, day: date, span: Span, *, agency: str | None = None, owner: str | None = None
) -> CalendarWritten:
    """The calendar of a span as things stand on a day, in the place of the last one.

    That of an agency holds what the agency may be told, any other what the Board may see. Raises NothingFound where
    nothing falls in the span, Refusal where a template is at fault or the files cannot be put in place.
    """
    board = visible_to(board, "office", "agencies" if agency else "board")
    every = narrowed(calendar(board, day, span), board, agency, owner)
    if agency:
        found = [told for one in every if (told := _told(one)) is not None]
    else:
        # Left out of what is shown, and not of what it is judged by: hidden evidence makes nothing late.
        found = [one for one in every if audience_of(one.loaded) != "office"]
    if not found:
        raise NothingFound(
            f"Nothing that is on record falls in {span_words(span)}.", "See more of it: lif calendar YEAR"
        )
    hidden = len(every) - len(found)
    left_out = f"Kept for the Board's office alone, and left out: {counted(hidden, 'entry', 'entries')}."
    titles, lines = Titles(board), lines_of(found)
    of = f" of {titles.who(agency or owner or '')}" if agency or owner else ""
    marking = highest_marking((one.loaded for one in found), board.profile.settings)
    title = f"Calendar{of}, {span_words(span)}"
    meta = meta_of(board, title, marking, day, subtitle=f"As recorded on {day_words(day)}", report=True)
    with refusing():
        document = parse(
            templates_of(board).render("calendar/calendar.md", calendar_context(board, lines, span, day))
        )
        files = in_formats("calendar", document, meta, ("html", "pdf"))
    short = board.profile.short_name or board.profile.name
    about = f"{marking}. {meta.subtitle}."
    events = _events(board, lines, day, agency)
    files["calendar.ics"] = calendar_bytes(clean(f"{short}{of}", None), clean(about, None), events, day)
    folder = f"{FOLDER}/{agency or owner or 'board'}"
    put_in_place(board.root, folder, files, "calendar")
    return CalendarWritten(
        title, tuple(f"{folder}/{name}" for name in files), marking, left_out if hidden else ""
    )


def _told(one: Falling) -> Falling | None:
    """What an agency is told of what it has to do; None where it is told nothing."""
    told = telling(one.loaded)
    if told == "nothing":
        return None
    return one if told == "all" or one.kind in _OWN else replace(one, title="")


def _events(board: Board, lines: Sequence[Line], day: date, agency: str | None) -> list[DayEvent]:
    area = (board.profile.area.code or board.profile.area.name).lower().replace(" ", "-")
    events: dict[str, DayEvent] = {}
    series: dict[str, str] = {}
    for line in lines:
        one = line.first
        if one.every and one.key in series:
            begun = events[series[one.key]]
            events[begun.uid] = replace(begun, again=(*begun.again, line.day))
            continue
        key = f"{one.key}.{agency}" if agency and one.kind in _SHARED else one.key
        uid, number = f"{key}@{area}.lif", 1
        while uid in events:
            number += 1
            uid = f"{key}-{number}@{area}.lif"
        if one.every:
            series[one.key] = uid
        begins = "Called off: " if one.called_off else _BEGINS.get(line.state, "")
        said = [
            f"Who: {line.who}" if one.kind != "meeting" else "",
            line.stands,
            f"Record: {line.ids}" if line.ids else "",
            f"As recorded on {day_words(day)}",
        ]
        events[uid] = DayEvent(
            uid=uid,
            day=line.day,
            summary=clean(begins + line.about, _SUMMARY),
            description="\n".join(clean(text, None) for text in said if text),
            category=KIND_WORDS[one.kind],
            location=clean(one.place, _SUMMARY),
            called_off=one.called_off,
        )
    return list(events.values())
