"""What must hold of returns: an audit and an agency that belong to them, and answers that its instrument knows."""

from collections.abc import Iterator, Mapping, Sequence

from lif.records.naming import natural
from lif.records.pseudonyms import looks_like_a_pseudonym
from lif.records.returns import NOT_APPLICABLE, AnswerRow, return_file
from lif.rules.names import nearest
from lif.rules.register import AuditOutline, InstrumentOutline, Register
from lif.store.faults import Fault


def return_faults(register: Register) -> Iterator[Fault]:
    """Returns that belong to no audit, agency or instrument, and answers that cannot be counted."""
    cases: dict[str, set[str]] = {}
    for (audit_id, agency), rows in register.returns.items():
        if audit_id in register.broken:
            continue
        file = return_file(audit_id, agency)
        outline = register.by_id.get(audit_id)
        audit = outline.audit if outline else None
        if audit is None:
            message = f"This is a return of {audit_id}, and there is no such audit."
            yield Fault(file, (), "D503", message, "Rename the folder, or take it out.", line=1)
            continue
        if agency not in audit.invited:
            message = f"{agency} was not invited to {audit_id}."
            hint = nearest(agency, list(audit.invited)) or f"Add it to agencies_invited of {audit_id}."
            yield Fault(file, (), "D504", message, hint, line=1)
        instrument = register.by_id.get(audit.instrument)
        if instrument and instrument.instrument:
            yield from _answer_faults(file, rows, audit, instrument.instrument)
            if instrument.instrument.per_case and outline:
                cases.setdefault(outline.id, set()).update(row.case for row in rows if row.case)
        elif audit.instrument not in register.broken:
            message = f"{audit_id} names no instrument, so nobody can tell what these answers mean."
            yield Fault(file, (), "D505", message, f"Add it: lif edit {audit_id}", line=1)
    yield from _too_many(register, cases)


def _too_many(register: Register, cases: Mapping[str, set[str]]) -> Iterator[Fault]:
    for audit_id, named in cases.items():
        outline = register.by_id[audit_id]
        size = outline.audit.sample if outline.audit else None
        if size is not None and len(named) > size:
            message = f"The returns speak of {len(named)} cases, and the sample is {size}."
            hint = f"Correct the size of the sample, or the cases: {', '.join(sorted(named, key=natural))}."
            yield Fault(outline.file, ("sample", "size"), "D509", message, hint, audit_id)


def _answer_faults(
    file: str, rows: Sequence[AnswerRow], audit: AuditOutline, asked: InstrumentOutline
) -> Iterator[Fault]:
    items, questions = frozenset(asked.items), frozenset(asked.questions)
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.item not in items and row.item not in questions:
            hint = nearest(row.item, [*asked.items, *asked.questions]) or "Correct the number of the item."
            message = f"The instrument {audit.instrument} has no item {row.item}."
            yield _at(file, row, 1, "D506", (message, hint))
        for position, grade in ((2, row.self_grade), (3, row.moderated)):
            if grade and (row.item in questions or grade not in asked.grades):
                yield _at(file, row, position, "D507", _no_grade(row, grade, asked))
        if bool(row.case) != asked.per_case:
            yield _at(file, row, 0, "D508", _case_words(asked))
        if (first := seen.setdefault((row.case, row.item), row.line)) != row.line:
            of_case = f" of {row.case}" if row.case else ""
            message = f"Item {row.item}{of_case} is answered twice: here and in line {first}."
            yield _at(file, row, 1, "D508", (message, "Take one of them out."))
    yield from _case_faults(file, rows)
    if asked.per_case:
        yield from _uneven(file, rows, items)


def _case_faults(file: str, rows: Sequence[AnswerRow]) -> Iterator[Fault]:
    for row in {row.case: row for row in reversed(rows) if row.case}.values():
        if not looks_like_a_pseudonym(row.case):
            # What may be a name is not repeated.
            message = "This case is called by what does not look like a pseudonym."
            hint = "Write a code such as Case 3, and keep the key to it outside the repository."
            yield _at(file, row, 0, "D510", (message, hint))


def _uneven(file: str, rows: Sequence[AnswerRow], items: frozenset[str]) -> Iterator[Fault]:
    """Cases of which some items are graded and some are not."""
    cases = list(dict.fromkeys(row.case for row in rows if row.case))
    graded = {(row.case, row.item) for row in rows if row.grade}
    for case in cases:
        missing = len(items) - sum((case, item) in graded for item in items)
        if 0 < missing < len(items):
            line = next(row.line for row in rows if row.case == case)
            message = f"{case} is graded on {len(items) - missing} of {len(items)} items."
            hint = "Ask the agency for the rest; until then shares are given of what was graded."
            yield Fault(file, (), "D511", message, hint, line=line, severity="warning")


def _no_grade(row: AnswerRow, grade: str, asked: InstrumentOutline) -> tuple[str, str]:
    if row.item in asked.questions:
        return f"{row.item} is an open question and takes no grade.", "Put the answer under comment."
    if grade == NOT_APPLICABLE:
        return "Not applicable is no answer in this instrument.", f"It takes: {', '.join(asked.grades)}."
    return f"{grade} is not on the scale.", f"It is: {', '.join(asked.grades)}."


def _case_words(asked: InstrumentOutline) -> tuple[str, str]:
    if asked.per_case:
        return "The instrument is answered case by case, and this line names none.", "Give its pseudonym."
    return "The instrument is answered once for the agency, not case by case.", "Leave the case empty."


def _at(file: str, row: AnswerRow, position: int, code: str, said: tuple[str, str]) -> Fault:
    column = 1 + sum(len(cell) + 1 for cell in (row.case, row.item, row.self_grade, row.moderated)[:position])
    return Fault(file, (), code, *said, line=row.line, column=column)
