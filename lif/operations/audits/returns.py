"""Takes the forms that agencies sent back into the records of an audit; what came before is kept beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any

from lif.exchange.audit_return import FormReturned
from lif.exchange.problem import Problem
from lif.insight.wording import counted, listed
from lif.operations.audits.forms import audit_with_instrument
from lif.operations.audits.returned import place_of
from lif.records.audit import Audit
from lif.records.returns import AnswerRow, return_file
from lif.store.board import Board, Loaded
from lif.store.change import Change, edit_record, field_order
from lif.store.errors import Refusal
from lif.store.returns import read_return, write_return
from lif.store.yaml_edit import Edit, Extend, Insert

_LATER_COUNTS = "A later one of the agency has taken its place, and counts."


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A file that was given, and what came of it."""

    file: str
    form: FormReturned | None = None
    refusal: str = ""
    """Why it was not read; "" where it was."""


@dataclass(frozen=True, slots=True)
class FormTaken:
    """What one form leads to."""

    file: str
    agency: str
    state: str
    """`taken`, `earlier` (a later one of the agency takes its place), `here-already`, or `left`."""
    answered: int
    unanswered: int
    problems: tuple[Problem, ...] = ()
    remark: str = ""


@dataclass(frozen=True)
class FormsCollected(Change):
    """The change that collecting makes, with what is to be said about it."""

    forms: tuple[FormTaken, ...] = ()
    refused: tuple[ReadForm, ...] = ()

    @property
    def left(self) -> int:
        """How many files were not taken as a whole."""
        return len(self.refused) + sum(bool(form.problems) for form in self.forms)


def collect(
    board: Board, audit_id: str, read: Sequence[ReadForm], day: date, today: date, *, partial: bool = False
) -> FormsCollected:
    """The forms as returns of an audit. Of several by one agency the one that was saved last counts.

    A form in which something was not understood is left out, unless `partial`. Grades that were agreed stay. One
    that says the same as any that its agency sent before is here already, so that a folder can be given again.
    Raises Refusal for a day out of its turn, and for an audit that is closed.
    """
    loaded, _ = audit_with_instrument(board, audit_id)
    place_of(loaded.record, day, today)
    by_agency: dict[str, list[FormReturned]] = {}
    for one in read:
        if one.form:
            by_agency.setdefault(one.form.mark.agency, []).append(one.form)
    files: dict[str, bytes] = {}
    entries: list[dict[str, Any]] = []
    told: dict[str, FormTaken] = {}
    returned: list[str] = []
    for agency, forms in by_agency.items():
        usable = [form for form in forms if partial or not form.problems]
        # The same day twice stays in the order given.
        usable.sort(key=lambda form: form.saved)
        before = readable_return(board, loaded.id, agency)
        former = [_said(rows) for rows in _former(board, loaded.id, agency)]
        for form in forms:
            told[form.file] = _told(form, "left")
        for form in usable:
            rows = _with_moderated(form.answers, before or ())
            if before is not None and _said(rows) == _said(before):
                told[form.file] = _told(form, "here-already")
                continue
            if _said(rows) in former:
                told[form.file] = _told(form, "here-already", _LATER_COUNTS)
                continue
            if before is not None:
                files[_free(board, files, loaded.id, agency)] = write_return(before)
                told = {
                    name: replace(one, state="earlier")
                    if one.agency == agency and one.state == "taken"
                    else one
                    for name, one in told.items()
                }
            files[return_file(loaded.id, agency)] = write_return(rows)
            remark = _remark(before, len(usable))
            told[form.file] = _told(form, "taken", remark)
            entries.append(_entry(board, form, rows, day))
            before = rows
        if usable and agency not in loaded.record.agencies_returned:
            returned.append(agency)
    if entries or returned:
        files[loaded.file] = edit_record(board, loaded, _edits(loaded, entries, returned))
    forms_told = tuple(told[one.form.file] for one in read if one.form)
    return FormsCollected(
        files, _summary(loaded.id, forms_told), (loaded.id,) if files else (),
        forms=forms_told, refused=tuple(one for one in read if one.form is None),
    )  # fmt: skip


def _told(form: FormReturned, state: str, remark: str = "") -> FormTaken:
    answered = sum(bool(row.self_grade) for row in form.answers)
    said = " ".join(filter(None, (form.remark, remark)))
    return FormTaken(form.file, form.mark.agency, state, answered, form.unanswered, form.problems, said)


def _remark(before: Sequence[AnswerRow] | None, usable: int) -> str:
    if before is None:
        return ""
    twice = "The agency sent more than one" if usable > 1 else "The agency had sent one before"
    return f"{twice}; this later one counts, and the earlier is kept beside it."


def _with_moderated(rows: Sequence[AnswerRow], before: Sequence[AnswerRow]) -> tuple[AnswerRow, ...]:
    agreed = {(row.case, row.item): row.moderated for row in before if row.moderated}
    new = tuple(replace(row, moderated=agreed.pop((row.case, row.item), "")) for row in rows)
    left = [row for row in before if (row.case, row.item) in agreed]
    return (*new, *(replace(row, self_grade="", evidence="", comment="") for row in left))


def _said(rows: Sequence[AnswerRow]) -> list[AnswerRow]:
    """What the agency itself said: without the grades that were agreed with it."""
    own = [replace(row, moderated="", line=0) for row in rows]
    return [row for row in own if row.self_grade or row.evidence or row.comment]


def readable_return(board: Board, audit: str, agency: str) -> tuple[AnswerRow, ...] | None:
    """What an agency returned; None where it returned nothing.

    Raises Refusal where there is a file of it that cannot be read, so that nothing is written in its place.
    """
    name = return_file(audit, agency)
    if not (board.root / name).exists():
        return None
    rows, findings = read_return(board.read(name), name)
    if findings:
        raise Refusal(
            f"{name} cannot be read as it stands, and what it holds would be lost.",
            f"Mend it first; see what is wrong in line {findings[0].line} with: lif validate",
        )
    return rows


def _former(board: Board, audit: str, agency: str) -> Iterator[Sequence[AnswerRow]]:
    """The returns of an agency in whose place a later one came, the first before the next."""
    number = 1
    while (path := board.root / (name := return_file(audit, agency, number))).exists():
        yield read_return(path.read_bytes(), name)[0]
        number += 1


def _free(board: Board, files: Mapping[str, bytes], audit: str, agency: str) -> str:
    number = 1
    while (name := return_file(audit, agency, number)) in files or (board.root / name).exists():
        number += 1
    return name


def _entry(board: Board, form: FormReturned, rows: Sequence[AnswerRow], day: date) -> dict[str, Any]:
    earlier = board.returns.get(form.mark.source, {}).get(form.mark.agency)
    entry = {
        "date": day.isoformat(), "by": form.mark.agency, "entry": "returned", "agency": form.mark.agency,
        "form": "carried-forward" if earlier else "self-assessment", "file": PurePath(form.file).name,
        "signed_by": form.signed_by or None, "note": _still_true(form, rows, earlier) if earlier else None,
    }  # fmt: skip
    return {key: value for key, value in entry.items() if value is not None}


def _still_true(form: FormReturned, rows: Sequence[AnswerRow], earlier: Sequence[AnswerRow]) -> str:
    """What an agency said when it was asked of each earlier answer whether it is still true."""
    before = {row.item: row.grade for row in earlier if row.grade}
    now = {row.item: row.self_grade for row in rows if row.self_grade}
    same = sum(before.get(item) == grade for item, grade in now.items())
    new = sum(item not in before for item in now)
    parts = [
        f"{same} the same", f"{len(now) - same - new} changed", f"{new} answered for the first time" if new else "",
        f"{form.unanswered} without a grade" if form.unanswered else "",
    ]  # fmt: skip
    said = listed(list(filter(None, parts)))
    return f"Asked of each answer to {form.mark.source} whether it is still true: {said}."


def _edits(loaded: Loaded, entries: Sequence[dict[str, Any]], returned: Sequence[str]) -> list[Edit]:
    audit: Audit = loaded.record
    order = field_order(loaded.kind)
    edits: list[Edit] = []
    if returned:
        edits.append(Extend(("agencies_returned",), list(returned), order))
    return [*edits, *in_order_of_days(audit, entries, order)]


def in_order_of_days(audit: Audit, entries: Sequence[dict[str, Any]], order: tuple[str, ...]) -> list[Edit]:
    """Entries of one day put into the log of an audit, behind all of that day or before."""
    if not entries:
        return []
    day = date.fromisoformat(entries[0]["date"])
    behind = sum(entry.date <= day for entry in audit.log) - 1
    if behind == len(audit.log) - 1 or behind < 0:
        return [Extend(("log",), list(entries), order)]
    return [Insert(("log",), behind, entry) for entry in reversed(entries)]


def _summary(audit: str, forms: Sequence[FormTaken]) -> str:
    taken = [form for form in forms if form.state == "taken"]
    if not taken:
        return f"Nothing was taken into {audit}."
    return f"{counted(len(taken), 'return')} taken into {audit}."
