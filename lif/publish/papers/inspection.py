"""The folder for inspectors: every register as PDF and workbook, with a page that says what there is."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.exchange.table_out import SheetTable, table_workbook
from lif.insight.assurance.data import WORST_FIRST
from lif.insight.assurance.standing import assurance
from lif.insight.assurance.words import STATE_WORDS
from lif.insight.audience import highest_marking, visible_to
from lif.insight.audits.register import audit_register
from lif.insight.inspection.logs import challenge_log, risk_log
from lif.insight.inspection.rounds import round_results, rounds
from lif.insight.inspection.table import Cell, Register
from lif.insight.inspection.work import action_history, plan_of_audits, reviews
from lif.insight.returns.standing import round_of
from lif.insight.wording import counted, day_words, period_bounds
from lif.publish.contexts.names import Context
from lif.publish.document import tree
from lif.publish.document.parse import parse
from lif.publish.meta import Meta
from lif.publish.paper_files import in_formats, meta_of, must_be_sound, put_in_place, refusing, templates_of
from lif.publish.papers.annual import annual_papers
from lif.publish.papers.assurance import assurance_files, assurance_marking, hidden_in
from lif.publish.papers.audit_register import register_files
from lif.publish.papers.results import results_files
from lif.records.annual import period_named
from lif.store.board import Board, Loaded

FOLDER = "build/inspection"
"""Where folders for inspectors are put, under the Board's root, each by its day."""
_KINDS = {
    "audit-register": "audit",
    "forward-plan": "audit",
    "reviews": "review",
    "action-history": "plan",
    "challenge-log": "challenge",
    "risk-log": "risk",
}
"""The kind of the records that each part is made of."""
_NOTHING = {
    "audit-register": "audit",
    "reviews": "review",
    "action-history": "action",
    "challenge-log": "challenge",
    "risk-log": "risk",
}
"""What there is none of where a part is not there."""


@dataclass(frozen=True)
class Part:
    """One part of the folder."""

    name: str
    title: str
    holds: str
    files: dict[str, bytes]
    marking: str
    left_out: tuple[str, ...]
    """The ids of records that are kept for the Board's office alone."""


@dataclass(frozen=True)
class FolderWritten:
    """What was written."""

    folder: str
    """Relative to the root, with forward slashes."""
    parts: tuple[Part, ...]
    files: tuple[str, ...]
    marking: str
    missing: tuple[str, ...]
    """What inspectors ask for and the Board has nothing of, each as a sentence."""

    @property
    def left_out(self) -> list[str]:
        """The ids of all records that are kept for the Board's office alone and would have been shown."""
        return sorted({name for part in self.parts for name in part.left_out})


def write_inspection(
    board: Board, day: date, progress: Callable[[str], None] = lambda step: None
) -> FolderWritten:
    """The folder as things stand on a day, in the place of the last one of that day.

    It shows what the Board may see. Raises Unsound where the records do not hold together, Refusal where a template is
    at fault or the files cannot be put in place.
    """
    progress("Checking the records")
    must_be_sound(board, "the records do")
    shown = visible_to(board, "board")
    folder = f"{FOLDER}/{day.isoformat()}"
    with refusing():
        parts = tuple(_parts(board, shown, day, progress))
        missing = _missing(shown, day, {part.name for part in parts})
        order = [marking.label for marking in board.profile.settings.markings]
        lowest = highest_marking((), board.profile.settings)
        marking = max((part.marking for part in parts), key=order.index, default=lowest)
        files = _index(shown, day, parts, missing, marking)
    for part in parts:
        files |= part.files
    put_in_place(board.root, folder, files, "folder")
    return FolderWritten(folder, parts, tuple(files), marking, missing)


def _parts(board: Board, shown: Board, day: date, progress: Callable[[str], None]) -> Iterator[Part]:
    progress("Gathering the audits")
    made = audit_register(shown, day)
    if made.lines:
        files, marking = register_files(shown, made, name="audit-register", formats=("pdf",))
        holds = (
            f"{counted(len(made.lines), 'audit')}: results, learning, and what was looked at again and found."
        )
        yield Part(
            "audit-register", "Register of audits", holds, files, marking, _hidden(board, shown, "audit")
        )
    for loaded in rounds(shown, day):
        register = round_results(shown, loaded, day)
        progress(f"Setting {register.title}")
        part = _part(shown, register, day)
        found = round_of(shown, loaded, day)
        yield replace(part, files={**part.files, **results_files(shown, found, ("pdf",), register.name)})
    for make in (plan_of_audits, reviews, action_history, challenge_log, risk_log):
        register = make(shown, day)
        progress(f"Setting the {register.title.lower()}")
        left_out = _hidden(board, shown, _KINDS[register.name])
        if register.rows or left_out:
            yield _part(shown, replace(register, left_out=left_out), day)
    standings = assurance(board, day)
    if standings:
        progress("Setting the assurance matrix")
        counts = Counter(one.state for one in standings)
        said = ", ".join(f"{counts[state]} {STATE_WORDS[state]}" for state in WORST_FIRST if counts[state])
        holds = f"{counted(len(standings), 'obligation')} of the framework: {said}."
        files, marking = (
            assurance_files(board, standings, day, ("pdf", "xlsx")),
            assurance_marking(board, standings, day),
        )
        yield Part("assurance", "Assurance matrix", holds, files, marking, hidden_in(board, standings))
    if report := _last_annual(shown, day):
        progress("Setting the annual report")
        papers = annual_papers(shown, report, day, formats=("pdf",))
        year = papers.standing.look.period
        state = "as the Board agreed it" if papers.standing.look.annual.agreed else "a draft"
        holds = f"The report for {year}, {state}."
        hidden = _hidden(board, shown, "annual")
        yield Part("annual-report", f"Annual report {year}", holds, papers.files, papers.marking, hidden)


def _last_annual(board: Board, day: date) -> Loaded | None:
    """The last annual report that the Board had agreed by a day, else the last whose year had begun."""
    known = [one for one in board.of("annual") if period_named(one.id) and _begun(one, day)]
    agreed = [one for one in known if one.record.agreed and one.record.agreed <= day]
    return max(agreed or known, key=lambda one: one.id, default=None)


def _begun(report: Loaded, day: date) -> bool:
    return period_bounds(period_named(report.id))[0] <= day


def _hidden(board: Board, shown: Board, kind: str) -> tuple[str, ...]:
    """The records of a kind that the Board's office keeps for itself."""
    there = {one.id for one in shown.of(kind)}
    return tuple(one.id for one in board.of(kind) if one.id not in there)


def _part(board: Board, register: Register, day: date) -> Part:
    parts = [board.by_id[name] for name in register.records]
    marking = highest_marking(parts, board.profile.settings)
    subtitle = f"As recorded on {day_words(day)}"
    # A table lies across its pages, so the title has a page of its own; sheets are found by the contents.
    meta = replace(
        meta_of(board, register.title, marking, day, subtitle=subtitle, report=True), contents=register.long
    )
    context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "holds": register.holds,
        "remarks": register.remarks,
        "left_out": _left_out(register.left_out),
        "head": [heading for heading, _ in register.columns],
        "rows": [] if register.long else register.rows,
        "sheets": [_sheet(register, row) for row in register.rows] if register.long else [],
    }
    document = parse(templates_of(board).render("inspection/register.md", context))
    if not register.long:
        _share(document, register)
    files = in_formats(register.name, document, meta, ("pdf",))
    files[f"{register.name}.xlsx"] = _workbook(register, meta, day)
    return Part(register.name, register.title, register.holds, files, marking, tuple(register.left_out))


def _sheet(register: Register, row: Sequence[Cell]) -> Context:
    """A row as a sheet: each column with its lines, but for what says nothing."""
    title, *cells = [str(cell or "").split("\n") for cell in row]
    named = [
        {"name": heading, "lines": lines}
        for (heading, _), lines in zip(register.columns[1:], cells, strict=True)
        if any(lines)
    ]
    return {"title": ": ".join(title), "parts": named}


def _share(document: tree.Document, register: Register) -> None:
    """Give each column of the table its part of the width."""
    whole = sum(width for _, width in register.columns)
    for block in tree.walk(document.blocks):
        if isinstance(block, tree.Table):
            block.columns = [tree.Column(share=width / whole) for _, width in register.columns]


def _left_out(names: Sequence[str]) -> str:
    if not names:
        return ""
    return f"Left out, because kept for the Board's office alone: {counted(len(names), 'record')}."


def _workbook(register: Register, meta: Meta, day: date) -> bytes:
    notes = [f"{meta.subtitle}. {register.holds}", *register.remarks]
    table = SheetTable(
        title=meta.title,
        notes=[*notes, _left_out(register.left_out)] if register.left_out else notes,
        name=register.name[:31],
        columns=register.columns,
        rows=register.rows,
        marked=register.marked,
        author=meta.author,
        marking=meta.marking,
    )
    return table_workbook(table, day)


def _missing(board: Board, day: date, made: Collection[str]) -> tuple[str, ...]:
    """What the folder has no part on, each as a sentence. `made` holds the names of the parts that it has."""
    found = []
    if none := [words for name, words in _NOTHING.items() if name not in made]:
        which = f"{', '.join(none[:-1])} or {none[-1]}" if none[1:] else none[0]
        found.append(f"No {which} is on record.")
    if "audit-register" in made and "forward-plan" not in made:
        found.append("No audit is planned for this financial year or the next, and none is to be revisited.")
    if not rounds(board, day):
        found.append("No round of returns under section 11 or section 175 is on record.")
    if not board.of("framework"):
        found.append("No framework is on record, so there is no assurance matrix.")
    if _last_annual(board, day) is None:
        found.append("No annual report is on record.")
    return tuple(found)


def _index(
    board: Board, day: date, parts: Sequence[Part], missing: Sequence[str], marking: str
) -> dict[str, bytes]:
    meta = meta_of(board, "For inspection", marking, day, subtitle=f"As recorded on {day_words(day)}")
    context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "as_of": day,
        "parts": [
            {
                "title": part.title,
                "holds": part.holds,
                "left_out": _left_out(part.left_out),
                "files": sorted(part.files),
            }
            for part in parts
        ],
        "missing": list(missing),
    }
    document = parse(templates_of(board).render("inspection/index.md", context))
    return in_formats("index", document, meta, ("html", "pdf"))
