"""The form of an audit as a Word document: tables to fill in, with a list to choose each grade from."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from lif.exchange.audit_form import (
    CASE,
    COMMENT,
    COMPLETED_BY,
    EVIDENCE,
    GRADE,
    HELP,
    ITEM,
    SCALE,
    TEXT,
    WANTED,
    FormHead,
    FormRow,
    Mark,
    form_rows,
    instructions,
    labels_of,
)  # fmt: skip
from lif.exchange.document_out import (
    ACCENT,
    DARK,
    GREY,
    document_bytes,
    new_form,
    put_pairs,
    put_table,
    table_cell,
    table_row,
)  # fmt: skip
from lif.exchange.grid import clean
from lif.records.instrument import Instrument
from lif.records.returns import CHOOSE, NOT_APPLICABLE_LABEL

MARK_HEADING = "Mark of the form (leave as it is)"
_WIDTHS = {ITEM: 2.5, TEXT: 6.0, WANTED: 4.6, GRADE: 3.0, EVIDENCE: 5.0, COMMENT: 5.0}
_WIDTHS_WITH_CASE = {CASE: 1.8, **_WIDTHS, TEXT: 5.3, EVIDENCE: 4.45, COMMENT: 4.45}


def write_document(head: FormHead, instrument: Instrument, mark: Mark, cases: tuple[str, ...]) -> bytes:
    """The document, the same bytes for the same content."""
    document = new_form(head.marking)
    document.add_heading(clean(f"{head.agency}: {instrument.title}"), 1)
    said = f"{head.board}: {head.theme} ({head.audit}). Edition {instrument.edition}."
    document.add_paragraph(clean(said + (" This Board is fictional." if head.fictional else "")))
    document.add_heading(HELP, 2)
    for text in instructions(head, instrument):
        document.add_paragraph(clean(text), "List Bullet")
    document.add_heading(SCALE, 2)
    described = {grade.label: grade.descriptor or "" for grade in instrument.scale}
    described[NOT_APPLICABLE_LABEL] = (
        "We do not do this work at all. It is counted, and left out of every share."
    )
    put_pairs(
        document,
        ("Grade", "What it needs"),
        (4.0, 22.1),
        [(one, described[one]) for one in labels_of(instrument)],
    )
    document.add_heading("Your answers", 2)
    put_pairs(
        document, ("About this form", ""), (6.5, 19.6), [(COMPLETED_BY, None), (MARK_HEADING, str(mark))]
    )
    for case, rows in groupby(form_rows(instrument, cases), key=lambda row: row.case):
        # Word takes two tables without a paragraph between them for one, and repeats the headings of the first.
        document.add_heading(case or "Each item", 3)
        _answers(document, list(rows), labels_of(instrument))
    return document_bytes(document, f"{instrument.title}: {head.agency}", head.board, head.sent)


def _answers(document: Any, rows: Sequence[FormRow], labels: Sequence[str]) -> None:
    widths = _WIDTHS_WITH_CASE if rows[0].case else _WIDTHS
    first = "".join(
        table_cell(one, wide, ACCENT if one in (GRADE, EVIDENCE, COMMENT) else DARK, head=True)
        for one, wide in widths.items()
    )
    body = [table_row(first, head=True)]
    for row in rows:
        if row.sort == "section":
            body.append(
                table_row(table_cell(row.text, sum(widths.values()), GREY, bold=True, span=len(widths)))
            )
            continue
        item = row.sort == "item"
        cells = {
            CASE: table_cell(row.case, 1.8, GREY),
            ITEM: table_cell(row.number, widths[ITEM], GREY),
            TEXT: table_cell(row.text, widths[TEXT], GREY),
            WANTED: table_cell(row.wanted, widths[WANTED], GREY),
            GRADE: table_cell("", widths[GRADE], choose=labels, choosing=GRADE, unchosen=CHOOSE)
            if item
            else table_cell("", widths[GRADE], GREY),
            EVIDENCE: table_cell("", widths[EVIDENCE], "" if item else GREY),
            COMMENT: table_cell("", widths[COMMENT]),
        }
        body.append(table_row("".join(cells[heading] for heading in widths)))
    put_table(document, body, list(widths.values()))
