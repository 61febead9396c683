"""The form of a report as a Word document: tables to fill in, with a list to choose each answer from."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

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
from lif.exchange.report_form import (
    ANSWERS,
    CHOOSE,
    FIGURE_HEADINGS,
    FIGURES,
    HELP,
    LAST,
    NOW,
    PART,
    REPORT,
    WANTED,
    FormLine,
    ReportForm,
    instructions,
)

MARK_HEADING = "Mark of the form (leave as it is)"
_WITH_LAST = {PART: 3.9, WANTED: 5.4, LAST: 7.4, NOW: 9.4}
_WITHOUT_LAST = {PART: 4.6, WANTED: 7.5, NOW: 14.0}
_FIGURE_WIDTHS = (7.6, 3.2, 2.7, 3.8, 3.6, 5.2)


def write_document(form: ReportForm) -> bytes:
    """The document, the same bytes for the same content."""
    head = form.head
    document = new_form(head.marking)
    document.add_heading(clean(f"{head.agency}: {head.title}"), 1)
    document.add_paragraph(clean(head.board + (". This Board is fictional." if head.fictional else ".")))
    document.add_heading(HELP, 2)
    for text in instructions(head):
        document.add_paragraph(clean(text), "List Bullet")
    if form.figures:
        document.add_heading(FIGURES, 2)
        _figures(document, form)
    document.add_heading(REPORT, 2)
    put_pairs(document, ("About this form", ""), (6.5, 19.6), [(MARK_HEADING, str(form.mark))])
    widths = _WITH_LAST if head.last else _WITHOUT_LAST
    for title, lines in _by_section(form.lines):
        document.add_heading(clean(title), 3)
        _lines(document, lines, widths)
    return document_bytes(document, f"{head.title}: {head.agency}", head.board, head.sent)


def _by_section(lines: Sequence[FormLine]) -> list[tuple[str, list[FormLine]]]:
    found: list[tuple[str, list[FormLine]]] = []
    for is_title, several in groupby(lines, key=lambda line: line.sort == "section"):
        if is_title:
            found += [(line.title, []) for line in several]
        else:
            found[-1][1].extend(several)
    return found


def _lines(document: Any, lines: Sequence[FormLine], widths: dict[str, float]) -> None:
    first = "".join(
        table_cell(one, wide, ACCENT if one == NOW else DARK, head=True) for one, wide in widths.items()
    )
    body = [table_row(first, head=True)]
    for line in lines:
        choose = tuple(ANSWERS.values()) if line.sort == "answer" else ()
        cells = {
            PART: table_cell(line.title, widths[PART], GREY, bold=True),
            WANTED: table_cell(line.asks, widths[WANTED], GREY),
            LAST: table_cell(line.last, widths.get(LAST, 0), GREY),
            NOW: table_cell("", widths[NOW], choose=choose, choosing=line.title, unchosen=CHOOSE),
        }
        body.append(table_row("".join(cells[heading] for heading in widths)))
    put_table(document, body, list(widths.values()))


def _figures(document: Any, form: ReportForm) -> None:
    body = [
        table_row(
            "".join(
                table_cell(text, width, DARK, head=True)
                for text, width in zip(FIGURE_HEADINGS, _FIGURE_WIDTHS, strict=True)
            ),
            head=True,
        )
    ]
    for figure in form.figures:
        cells = zip(figure.cells, _FIGURE_WIDTHS, strict=True)
        body.append(table_row("".join(table_cell(text, width, GREY) for text, width in cells)))
    put_table(document, body, list(_FIGURE_WIDTHS))
