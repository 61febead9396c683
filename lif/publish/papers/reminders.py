"""The letters that ask agencies for reports that have not come, each with its forms and the text of an e-mail."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import highest_marking, told_to_agencies
from lif.insight.reports.asked import asked_report, last_report
from lif.insight.reports.returns import ReportReturn, report_returns
from lif.insight.titles import Titles
from lif.insight.wording import day_words, period_words
from lif.publish.chase.context import addressee_of, who_signs
from lif.publish.chase.letters import email_text
from lif.publish.contexts.names import Context
from lif.publish.document.parse import parse
from lif.publish.document.plain_text import to_plain_text
from lif.publish.paper_files import in_formats, meta_of, must_be_sound, put_in_place, refusing, templates_of
from lif.publish.papers.report_forms import form_files
from lif.publish.templating.environment import Templates
from lif.store.board import Board

REMINDERS = "build/reminders"
"""Where reminders are put, under the Board's root: a folder for each day, in it one for each agency."""
_MANAGER = "business-manager"


@dataclass(frozen=True, slots=True)
class Reminded:
    """Who is reminded of what."""

    folder: str
    """The folder of the day, relative to the root."""
    wanted: Mapping[str, Sequence[ReportReturn]]
    """The missing reports of each agency, by its id."""
    unasked: tuple[ReportReturn, ...]
    """Those that no agency has been asked for, so that nobody can be reminded."""


def whom_to_remind(
    board: Board,
    day: date,
    *,
    period: str | None = None,
    agency: str | None = None,
    report: str | None = None,
) -> Reminded:
    """The missing reports by agency. Raises Unsound where the records do not hold together."""
    must_be_sound(board, "the records do")
    board = told_to_agencies(board)
    missing = [
        one
        for one in report_returns(board, day, period)
        if one.missing and (not agency or one.agency == agency) and (not report or one.asked == report)
    ]
    names = dict.fromkeys(one.agency for one in missing if one.agency)
    wanted = {name: [one for one in missing if one.agency == name] for name in names}
    return Reminded(f"{REMINDERS}/{day.isoformat()}", wanted, tuple(one for one in missing if not one.agency))


def write_reminders(
    board: Board,
    reminded: Reminded,
    day: date,
    reply_by: date,
    progress: Callable[[str], None] = lambda step: None,
) -> dict[str, bytes]:
    """Write a folder for each agency, beside those of others of the same day; the files by their names.

    The same records on the same day give the same files. Raises Refusal where a template is at fault or the files
    cannot be put in place.
    """
    files: dict[str, bytes] = {}
    board = told_to_agencies(board)
    with refusing():
        templates = templates_of(board)
        for agency, wanted in reminded.wanted.items():
            progress(f"Writing to {Titles(board).agency(agency)}")
            made = _files(board, templates, agency, wanted, (day, reply_by))
            files |= {f"{agency}/{name}": data for name, data in made.items()}
    written = set(reminded.wanted)
    put_in_place(
        board.root, reminded.folder, files, "reminders", lambda name: name.partition("/")[0] not in written
    )
    return files


def _files(
    board: Board, templates: Templates, agency: str, wanted: Sequence[ReportReturn], days: tuple[date, date]
) -> dict[str, bytes]:
    day, reply_by = days
    forms: dict[str, bytes] = {}
    for one in wanted:
        asked = asked_report(board, one.asked)
        forms |= form_files(board, asked, agency, one.period, sent=day, back_by=reply_by)
    context = _context(board, agency, wanted, day, reply_by)
    record = board.by_id[agency].record
    fictional = " (fictional Board)" if board.profile.fictional else ""
    title = f"{record.short_name or record.name}: reports asked for by {day_words(reply_by)}{fictional}"
    meta = meta_of(board, title, highest_marking([], board.profile.settings), day)
    letter = f"reminder-{agency}"
    files = in_formats(letter, parse(templates.render("reminder/letter.md", context)), meta)
    body = to_plain_text(parse(templates.render("reminder/email.md", context)))
    subject = f"Please answer by {day_words(reply_by)}: reports for {meta.author}{fictional}"
    text = email_text(context["addressee"], subject, [f"{letter}.pdf", *sorted(forms)], meta.marking, body)
    return {**files, **forms, f"email-{agency}.txt": text.encode("utf-8")}


def _context(board: Board, agency: str, wanted: Sequence[ReportReturn], day: date, reply_by: date) -> Context:
    titles, record = Titles(board), board.by_id[agency].record
    groups = {one.to for one in wanted if one.to}
    group = groups.pop() if len(groups) == 1 else ""
    addressee = addressee_of(board, record)
    return {
        "as_of": day,
        "reply_by": reply_by,
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "addressee": ", ".join(filter(None, [addressee, record.name])),
        "manager": titles.who(_MANAGER) if titles.knows(_MANAGER) else "Board's office",
        "signs": who_signs(board, titles),
        "group": titles.group(group) if group else "",
        "last_time": any(_last(board, one, day) for one in wanted),
        "wanted": [
            {"title": one.words, "due": one.due, "late": one.state == "late", "ended": one.ended,
             "last": _last(board, one, day)}
            for one in wanted
        ],
    }  # fmt: skip


def _last(board: Board, one: ReportReturn, day: date) -> str:
    last = last_report(board, asked_report(board, one.asked), one.agency, one.period, day)
    return period_words(last.record.period) if last else ""
