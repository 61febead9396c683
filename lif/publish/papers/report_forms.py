"""The forms on which agencies report: what is asked, what they wrote last time, and the figures they answer for."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from lif.exchange.report_document import write_document
from lif.exchange.report_form import FormFigure, FormHead, Mark, ReportForm, form_lines
from lif.exchange.report_workbook import write_workbook
from lif.insight.audience import highest_marking, told_to_agencies
from lif.insight.figures.readings import Reading, read_indicator, share_words
from lif.insight.reports.asked import Asked, last_report
from lif.insight.reports.given import report_title
from lif.insight.titles import Titles
from lif.insight.wording import period_words
from lif.publish.paper_files import put_in_place
from lif.store.board import Board

FOLDER = "build/reports"
"""Where forms are put, under the Board's root: a folder for each period."""


def form_files(
    board: Board, asked: Asked, agency: str, period: str, *, sent: date, back_by: date | None = None
) -> dict[str, bytes]:
    """The form of one agency as workbook and as Word document, by their names."""
    form = report_form(board, asked, agency, period, sent=sent, back_by=back_by)
    name = f"{asked.id}-{agency}"
    return {f"{name}.docx": write_document(form), f"{name}.xlsx": write_workbook(form)}


def put_forms(root: Path, period: str, files: Mapping[str, bytes], *, dry_run: bool = False) -> str:
    """Put forms beside those of the period that are there; the folder, relative to the root."""
    folder = f"{FOLDER}/{period.replace('/', '-')}"
    if not dry_run:
        put_in_place(root, folder, files, "forms", lambda name: name not in files)
    return folder


def report_form(
    board: Board, asked: Asked, agency: str, period: str, *, sent: date, back_by: date | None = None
) -> ReportForm:
    """The form of one agency for one period, with what it wrote last time and the figures it answers for."""
    board = told_to_agencies(board)
    titles, profile = Titles(board), board.profile
    last = last_report(board, asked, agency, period, sent)
    agencies = {one.id: titles.agency(one.id) for one in board.of("agency")}
    head = FormHead(
        board=profile.name,
        title=f"{asked.title}, {period_words(period)}",
        agency=titles.agency(agency),
        marking=highest_marking([last] if last else [], profile.settings),
        sent=sent,
        fictional=profile.fictional,
        back_by=back_by,
        last=f"{report_title(last.record)} ({last.id})" if last else "",
    )
    return ReportForm(
        head,
        Mark(asked.kind, asked.id, agency, period),
        list(form_lines(asked.kind, last.record if last else None, agencies)),
        list(_figures(board, agency, sent)),
    )


def _figures(board: Board, agency: str, day: date) -> Iterable[FormFigure]:
    for one in board.of("indicator"):
        if one.record.owner == agency:
            reading = read_indicator(one.id, one.record, board.values.get(one.id, ()), board.profile, day)
            if reading.latest:
                yield FormFigure(_cells(reading))


def _cells(reading: Reading) -> tuple[str, ...]:
    latest = reading.latest
    share = share_words(latest)
    beside = [f"{other.name} {other.words}" for other in reading.beside if other.figure is not None]
    if reading.neighbours and reading.neighbours.median is not None:
        beside.append(f"statistical neighbours {reading.neighbours.words}")
    return (
        reading.indicator.title,
        period_words(latest.period) if latest else "",
        f"{reading.latest_words} ({share})" if share else reading.latest_words,
        reading.change,
        reading.target,
        "; ".join(beside),
    )
