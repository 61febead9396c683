"""Every paper that a template writes, so that templates can be tried with what papers give them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from lif.insight.assurance.standing import assurance
from lif.insight.audience import visible_to
from lif.insight.calendar.items import Span
from lif.insight.figures.scorecard import scorecard
from lif.insight.meetings.compared import compare_meetings
from lif.publish.chase.letters import reply_day, whom_to_chase
from lif.publish.chase.letters import write_letters as write_chase
from lif.publish.contexts.decision import last_decision
from lif.publish.document.parse import parse
from lif.publish.document.tree import Document
from lif.publish.formats import Edition
from lif.publish.packs.contents import pack_of
from lif.publish.packs.diff import write_diff
from lif.publish.paper_files import templates_of
from lif.publish.papers.annual import write_annual
from lif.publish.papers.assurance import write_assurance
from lif.publish.papers.audit_register import write_register
from lif.publish.papers.briefing import write_briefing
from lif.publish.papers.calendar import write_calendar
from lif.publish.papers.inspection import write_inspection
from lif.publish.papers.minutes import write_minutes
from lif.publish.papers.reminders import whom_to_remind, write_reminders
from lif.publish.papers.results import write_results
from lif.publish.papers.review import write_letters, write_sheet
from lif.publish.papers.scorecard import write_scorecard
from lif.publish.papers.theme_page import write_theme_page
from lif.publish.papers.trace_matrix import as_html, matrix_of, traced_for_the_board
from lif.records.meeting import Meeting
from lif.store.board import Board, Loaded

_MOST = 3
"""So many records of a kind are tried, the latest ones."""
Try = Callable[[], object]


@dataclass(frozen=True)
class Paper:
    """One sort of paper."""

    title: str
    """What it is, within a sentence."""
    templates: tuple[str, ...]
    """The templates that write it; one that ends in a slash stands for all in the folder."""
    tries: Callable[[Board, date], Iterator[Try]]
    """Each call makes one paper of a Board on a day."""

    def uses(self, template: str) -> bool:
        """Whether a template has a part in it."""
        return any(
            template == one or (one.endswith("/") and template.startswith(one)) for one in self.templates
        )


def _packs(board: Board, day: date) -> Iterator[Try]:
    shown = visible_to(board, "board")
    latest: dict[str, Meeting] = {}
    for loaded in shown.of("meeting"):
        held = latest.get(loaded.record.group)
        if held is None or held.date <= loaded.record.date:
            latest[loaded.record.group] = loaded.record
    for meeting in latest.values():
        yield partial(_pack, board, meeting, "board", day)
    # Of the public's, one will do: each holds the same sections as far as its group has them.
    for group in board.profile.groups:
        if group in latest:
            yield partial(_pack, board, latest[group], "public", day)
            break


def _pack(board: Board, meeting: Meeting, edition: Edition, day: date) -> Document:
    shown = visible_to(board, edition)
    pack = pack_of(shown, meeting, day, edition, board)
    return parse(templates_of(shown).render("pack.md", pack.context), pack.images)


def _diff(board: Board, day: date) -> Iterator[Try]:
    yield lambda: write_diff(board, compare_meetings(board, None, None, day), ("md",), day)


def _annual(board: Board, day: date) -> Iterator[Try]:
    for loaded in _latest(board, "annual"):
        yield partial(write_annual, board, loaded, day, formats=("md",))


def _assurance(board: Board, day: date) -> Iterator[Try]:
    yield lambda: write_assurance(board, assurance(board, day), day, ("pdf",))


def _register(board: Board, day: date) -> Iterator[Try]:
    yield lambda: write_register(board, day)


def _results(board: Board, day: date) -> Iterator[Try]:
    for loaded in _latest(board, "audit"):
        yield partial(write_results, board, loaded, day)


def _calendar(board: Board, day: date) -> Iterator[Try]:
    span = Span(day.replace(day=1), day.replace(day=1) + timedelta(days=365))
    yield lambda: write_calendar(board, day, span)


def _chase(board: Board, day: date) -> Iterator[Try]:
    yield lambda: write_chase(board, whom_to_chase(board, None, day), day, reply_day(day), others_stay=True)


def _reminders(board: Board, day: date) -> Iterator[Try]:
    yield lambda: write_reminders(board, whom_to_remind(board, day), day, reply_day(day))


def _scorecard(board: Board, day: date) -> Iterator[Try]:
    yield lambda: write_scorecard(board, scorecard(board, day))


def _inspection(board: Board, day: date) -> Iterator[Try]:
    yield lambda: write_inspection(board, day)


def _briefings(board: Board, day: date) -> Iterator[Try]:
    for loaded in _latest(board, "learning"):
        yield partial(write_briefing, board, loaded, day)


def _minutes(board: Board, day: date) -> Iterator[Try]:
    held = [loaded for loaded in board.of("meeting") if loaded.record.date <= day]
    for loaded in held[-_MOST:]:
        yield partial(write_minutes, board, loaded.id, day, ("md",))


def _sheets(board: Board, day: date) -> Iterator[Try]:
    for loaded in _latest(board, "review"):
        yield partial(write_sheet, board, loaded, day)


def _letters(board: Board, day: date) -> Iterator[Try]:
    decided = [loaded for loaded in board.of("review") if last_decision(loaded.record, day)]
    for loaded in decided[-_MOST:]:
        yield partial(write_letters, board, loaded, day)


def _themes(board: Board, day: date) -> Iterator[Try]:
    for theme in board.profile.themes[:1]:
        yield partial(write_theme_page, board, theme.id, day)


def _matrix(board: Board, day: date) -> Iterator[Try]:
    shown, made = traced_for_the_board(board, day)
    yield lambda: as_html(shown, made, matrix_of(shown, made, None))


def _latest(board: Board, kind: str) -> list[Loaded]:
    return board.of(kind)[-_MOST:]


PAPERS = (
    Paper("a board pack", ("pack.md", "pack/", "data/lines.md"), _packs),
    Paper("what changed between two meetings", ("pack/diff.md",), _diff),
    Paper("the minutes of a meeting", ("meeting/",), _minutes),
    Paper("the annual report", ("annual/",), _annual),
    Paper("the assurance matrix", ("assurance/",), _assurance),
    Paper("the register of audits", ("audit/register.md",), _register),
    Paper("the results of an audit", ("audit/results.md",), _results),
    Paper("the calendar", ("calendar/",), _calendar),
    Paper("letters to agencies about what waits on them", ("chase/",), _chase),
    Paper("reminders of reports", ("reminder/",), _reminders),
    Paper("the scorecard", ("data/",), _scorecard),
    Paper("the folder for inspectors", ("inspection/",), _inspection),
    Paper("a briefing on a lesson", ("learning/",), _briefings),
    Paper("the decision sheet of a review", ("review/sheet.md",), _sheets),
    Paper("letters about the decision on a case", ("review/",), _letters),
    Paper("the page on a theme", ("theme/",), _themes),
    Paper("the trace matrix", ("trace/",), _matrix),
)
