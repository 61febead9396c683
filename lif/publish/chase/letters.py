"""Writes the letters to agencies, each with the text of an e-mail and the sheet to be filled in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lif.insight.audience import highest_marking, told_to_agencies
from lif.insight.waiting import waiting
from lif.insight.wording import day_words
from lif.publish.chase.context import Sending, letter_context
from lif.publish.chase.told import Chase, Owed, chase_of
from lif.publish.contexts.names import Context
from lif.publish.document.clean import clean
from lif.publish.document.parse import parse
from lif.publish.document.plain_text import to_plain_text
from lif.publish.meta import Meta
from lif.publish.paper_files import in_formats, meta_of, must_be_sound, put_in_place, refusing, templates_of
from lif.publish.papers.action_sheets import action_sheet, actions_of
from lif.publish.templating.environment import Templates
from lif.statute.working_days import working_days_from
from lif.store.board import Board

CHASES = "build/chase"
"""Where letters are put, under the Board's root: a folder for each day, in it one for each agency."""
WORKING_DAYS_TO_ANSWER = 10


@dataclass(frozen=True, slots=True)
class Chased:
    """What was written, or would be."""

    chase: Chase
    folder: str
    """The folder of the day, relative to the root, with forward slashes."""
    files: Mapping[str, tuple[str, ...]]
    """The names of the files in each agency's folder, by the agency's id; empty where nothing was written."""
    reply_by: date


def reply_day(day: date) -> date:
    """The day by which an answer is wanted, where none is chosen: ten working days later."""
    return working_days_from(day, WORKING_DAYS_TO_ANSWER, 1)[0]


def whom_to_chase(board: Board, agency: str | None, day: date) -> Chase:
    """Who is to be written to on a day, of all agencies or of one. Raises Unsound where the records do not hold
    together."""
    must_be_sound(board, "the records do")
    board = told_to_agencies(board)
    agencies = [agency] if agency else [loaded.id for loaded in board.of("agency")]
    return chase_of(board, waiting(board, day), agencies, day)


def write_letters(
    board: Board,
    chase: Chase,
    day: date,
    reply_by: date,
    *,
    others_stay: bool,
    progress: Callable[[str], None] = lambda step: None,
) -> Chased:
    """Write a folder for each agency that something is wanted of, in the place of the last ones of the same day.

    The same records on the same day give the same files. `others_stay` leaves the folders of agencies that `chase`
    does not name. Raises Refusal where a template is at fault or the files cannot be put in place; the last letters
    then stay.
    """
    folder = f"{CHASES}/{day.isoformat()}"
    files: dict[str, dict[str, bytes]] = {}
    with refusing():
        templates = templates_of(board)
        for owed in chase.owed:
            progress(f"Writing to {owed.record.name}")
            files[owed.agency] = _files(board, templates, owed, day, reply_by)
    named = {*chase.nothing, *(one.agency for one in (*chase.owed, *chase.gone))}
    put_in_place(
        board.root,
        folder,
        {f"{agency}/{name}": data for agency, written in files.items() for name, data in written.items()},
        "letters",
        lambda name: others_stay and name.partition("/")[0] not in named,
    )
    return Chased(chase, folder, {name: tuple(written) for name, written in files.items()}, reply_by)


def _files(board: Board, templates: Templates, owed: Owed, day: date, reply_by: date) -> dict[str, bytes]:
    """The files of one agency, by their names: each bears the agency's, so that they can be told apart anywhere."""
    actions = actions_of(board, owed.agency, day)
    sheet = f"actions-{owed.agency}.xlsx" if actions else ""
    context = letter_context(told_to_agencies(board), owed, Sending(day, reply_by, sheet, len(actions)))
    meta = _meta(board, owed, day, reply_by)
    document = parse(templates.render("chase/letter.md", context))
    letter = f"letter-{owed.agency}"
    files = in_formats(letter, document, meta)
    if sheet:
        files[sheet] = action_sheet(board, owed.agency, actions, day, reply_by)
    body = to_plain_text(parse(templates.render("chase/email.md", context)))
    attached = [f"{letter}.pdf", *([sheet] if sheet else [])]
    files[f"email-{owed.agency}.txt"] = _email(meta, context, attached, body).encode("utf-8")
    return dict(sorted(files.items()))


def _meta(board: Board, owed: Owed, day: date, reply_by: date) -> Meta:
    title = f"{owed.record.short_name or owed.record.name}: please answer by {day_words(reply_by)}" + (
        " (fictional Board)" if board.profile.fictional else ""
    )
    return meta_of(
        board, title, highest_marking((one.loaded for one in owed.items), board.profile.settings), day
    )


def _email(meta: Meta, context: Context, attached: Sequence[str], body: str) -> str:
    """A text to be pasted into an e-mail: to whom, about what, with which files, and what it says.

    The records hold no addresses, so the posts are named.
    """
    subject = (
        f"Please answer by {day_words(context['reply_by'])}: actions, returns and answers for {meta.author}"
        + (" (fictional Board)" if context["fictional"] else "")
    )
    copies = "; ".join(context["copies"])
    return email_text(context["addressee"], subject, attached, meta.marking, body, copies=copies)


def email_text(
    to: str, subject: str, attached: Sequence[str], marking: str, body: str, *, copies: str = ""
) -> str:
    """A text to be pasted into an e-mail, each of its heads on one line whatever the records hold."""
    lines = [
        f"To: {_one_line(to)}",
        *([f"Copy: {_one_line(copies)}"] if copies else []),
        f"Subject: {_one_line(subject)}",
        f"Attach: {', '.join(attached)}",
    ]
    said = _one_line(marking)
    return "\n\n".join(["\n".join(lines), *([said] if said else []), body])


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
