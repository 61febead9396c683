"""Writes the letters to agencies, each with the text of an e-mail and the sheet to be filled in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import Timeout

from lif.insight.audience import highest_marking
from lif.insight.waiting import waiting
from lif.insight.wording import day_words
from lif.publish.action_sheets import action_sheet, actions_of
from lif.publish.chase.context import Sending, letter_context
from lif.publish.chase.told import Chase, Owed, chase_of
from lif.publish.clean import clean
from lif.publish.context_names import Context
from lif.publish.environment import Templates
from lif.publish.errors import PublishError
from lif.publish.meta import Meta
from lif.publish.parse import parse
from lif.publish.plain_text import to_plain_text
from lif.publish.replace import replace_folder
from lif.publish.shipped import shipped_templates
from lif.rules.check import check
from lif.statute.working_days import working_days_from
from lif.store.board import Board
from lif.store.errors import Refusal
from lif.store.findings import Finding
from lif.store.root import resolve_inside

CHASES = "build/chase"
"""Where letters are put, under the Board's root: a folder for each day, in it one for each agency."""
WORKING_DAYS_TO_ANSWER = 10


class Unsound(Refusal):
    """The records do not hold together, so nobody is written to because of them."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(
            "No letter was written, because the records do not hold together; the last letters are as they were:",
            "Mend these and try again. See everything with: lif validate",
        )
        self.findings = findings


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
    errors = [finding for finding in check(board) if finding.severity == "error"]
    if errors:
        raise Unsound(errors)
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
    try:
        templates = Templates([board.root / "templates", shipped_templates()])
        for owed in chase.owed:
            progress(f"Writing to {owed.record.name}")
            files[owed.agency] = _files(board, templates, owed, day, reply_by)
    except PublishError as error:
        raise Refusal(f"No letter was written: {error}", "The last letters are as they were.") from error
    named = {*chase.nothing, *(one.agency for one in (*chase.owed, *chase.gone))}
    _put(board.root, folder, files, named if others_stay else None)
    return Chased(chase, folder, {name: tuple(written) for name, written in files.items()}, reply_by)


def _files(board: Board, templates: Templates, owed: Owed, day: date, reply_by: date) -> dict[str, bytes]:
    """The files of one agency, by their names: each bears the agency's, so that they can be told apart anywhere."""
    # Each writer is imported when its format is asked for.
    from lif.publish.docx import to_docx  # noqa: PLC0415
    from lif.publish.html import to_html  # noqa: PLC0415
    from lif.publish.markdown import to_markdown  # noqa: PLC0415
    from lif.publish.pdf import to_pdf  # noqa: PLC0415

    actions = actions_of(board, owed.agency, day)
    sheet = f"actions-{owed.agency}.xlsx" if actions else ""
    context = letter_context(board, owed, Sending(day, reply_by, sheet, len(actions)))
    meta = _meta(board, owed, day, reply_by)
    document = parse(templates.render("chase/letter.md", context))
    letter = f"letter-{owed.agency}"
    files = {
        f"{letter}.docx": to_docx(document, meta, {}),
        f"{letter}.html": to_html(document, meta, {}).encode("utf-8"),
        f"{letter}.md": to_markdown(document, meta, {}).encode("utf-8"),
        f"{letter}.pdf": to_pdf(document, meta, {}),
    }
    if sheet:
        files[sheet] = action_sheet(board, owed.agency, actions, day, reply_by)
    body = to_plain_text(parse(templates.render("chase/email.md", context)))
    attached = [f"{letter}.pdf", *([sheet] if sheet else [])]
    files[f"email-{owed.agency}.txt"] = _email(meta, context, attached, body).encode("utf-8")
    return dict(sorted(files.items()))


def _meta(board: Board, owed: Owed, day: date, reply_by: date) -> Meta:
    profile = board.profile
    return Meta(
        title=f"{owed.record.short_name or owed.record.name}: please answer by {day_words(reply_by)}"
        + (" (fictional Board)" if profile.fictional else ""),
        board=profile.name,
        author=profile.short_name or profile.name,
        marking=highest_marking((one.loaded for one in owed.items), profile.settings),
        as_of=day,
        contents=False,
        cover=False,
    )


def _email(meta: Meta, context: Context, attached: Sequence[str], body: str) -> str:
    """A text to be pasted into an e-mail: to whom, about what, with which files, and what it says.

    The records hold no addresses, so the posts are named.
    """
    lines = [
        f"To: {_one_line(context['addressee'])}",
        *([f"Copy: {_one_line('; '.join(context['copies']))}"] if context["copies"] else []),
        f"Subject: Please answer by {day_words(context['reply_by'])}: actions and returns for "
        + _one_line(meta.author)
        + (" (fictional Board)" if context["fictional"] else ""),
        f"Attach: {', '.join(attached)}",
    ]
    marking = _one_line(meta.marking)
    return "\n\n".join(["\n".join(lines), *([marking] if marking else []), body])


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _put(root: Path, folder: str, files: Mapping[str, Mapping[str, bytes]], named: set[str] | None) -> None:
    """Put the folders of a day in place; those of agencies that are not `named` stay, where any are."""
    try:
        target = resolve_inside(root, folder)
        kept = {} if named is None else _there(target, named)
        fresh = {
            f"{agency}/{name}": data for agency, written in files.items() for name, data in written.items()
        }
        if not (kept or fresh or target.is_dir()):
            return
        replace_folder(target, {**kept, **fresh}, root / CHASES / ".lock")
        if not (kept or fresh):
            target.rmdir()
    except (OSError, Timeout) as error:
        reason = "other letters are being written" if isinstance(error, Timeout) else error.strerror
        raise Refusal(
            f"The letters could not be put in {folder}: {reason or 'no reason is given'}. The last ones are as "
            "they were.",
            "If one of them is open in another program, close it and try again.",
        ) from error


def _there(target: Path, named: set[str]) -> dict[str, bytes]:
    folders = [one for one in sorted(target.iterdir()) if one.is_dir()] if target.is_dir() else []
    return {
        f"{one.name}/{file.name}": file.read_bytes()
        for one in folders
        if one.name not in named
        for file in sorted(one.iterdir())
        if file.is_file()
    }
