"""The register of audits on paper: as PDF, Word, web page and Markdown, and as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.exchange.table_out import SheetTable, table_workbook
from lif.insight.audience import highest_marking, visible_to
from lif.insight.audits.data import COLUMNS, audit_row
from lif.insight.audits.register import AuditRegister, audit_register
from lif.insight.audits.register_words import register_parts
from lif.insight.audits.search import year_words
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed
from lif.publish.document.parse import parse
from lif.publish.formats import FORMATS
from lif.publish.meta import Meta
from lif.publish.paper_files import in_formats, meta_of, put_in_place, refusing, templates_of
from lif.store.board import Board
from lif.store.errors import NothingFound

FOLDER = "build/audits/register"
"""Where it is put, under the Board's root."""
_WIDTHS = (14, 9, 16, 26, 34, 18, 11, 12, 16, 9, 9, 6, 30, 40, 40, 34, 12, 9, 24)


@dataclass(frozen=True)
class RegisterWritten:
    """What was written."""

    files: tuple[str, ...]
    """Relative to the root, with forward slashes."""
    marking: str
    left_out: tuple[str, ...]
    """Audits that are kept for the Board's office alone."""


def write_register(board: Board, day: date, years: Sequence[int] = ()) -> RegisterWritten:
    """The register as things stand on a day, in the place of the last one. It shows what the Board may see.

    Raises NothingFound where no audit had been logged by then, Refusal where a template is at fault or where the
    files cannot be put in place.
    """
    shown = visible_to(board, "board")
    made = audit_register(shown, day, years)
    if not made.lines:
        raise NothingFound("There is no audit to write a register of.", "Record one: lif audit log")
    there = {line.standing.audit.id for line in made.lines}
    every = {line.standing.audit.id for line in audit_register(board, day, years).lines}
    with refusing():
        files, marking = register_files(shown, made, years)
    put_in_place(board.root, FOLDER, files, "register")
    return RegisterWritten(tuple(f"{FOLDER}/{name}" for name in files), marking, tuple(sorted(every - there)))


def register_files(
    board: Board,
    made: AuditRegister,
    years: Sequence[int] = (),
    name: str = "register",
    formats: Sequence[str] = FORMATS,
) -> tuple[dict[str, bytes], str]:
    """The register as files called `name`, a workbook among them, and its marking.

    Raises PublishError where a template is at fault.
    """
    named = {line.standing.audit.id for line in made.lines} | {one.lesson.id for one in made.lessons}
    marking = highest_marking([board.by_id[one] for one in sorted(named)], board.profile.settings)
    of = f", {listed(map(year_words, years))}" if years else ""
    subtitle = f"As recorded on {day_words(made.day)}"
    meta = meta_of(board, f"Register of audits{of}", marking, made.day, subtitle=subtitle)
    context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "parts": register_parts(board, made),
    }
    document = parse(templates_of(board).render("audit/register.md", context))
    files = in_formats(name, document, meta, formats)
    return {**files, f"{name}.xlsx": _workbook(board, made, meta)}, marking


def _workbook(board: Board, made: AuditRegister, meta: Meta) -> bytes:
    titles = Titles(board)
    late = {line.standing.audit.id for line in made.overdue}
    table = SheetTable(
        title=meta.title,
        notes=(f"{meta.subtitle}: {counted(len(made.lines), 'audit')}. n is the number looked at.",),
        name="Audits",
        columns=tuple(zip(COLUMNS, _WIDTHS, strict=True)),
        rows=[audit_row(line.standing, titles) for line in made.lines],
        marked=[line.standing.audit.id in late for line in made.lines],
        author=meta.author,
        marking=meta.marking,
        named=2,
    )
    return table_workbook(table, made.day)
