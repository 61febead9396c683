"""The form of an audit as an agency sends it back: its answers, each with its cell; nothing is guessed."""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lif.exchange.audit_form import (
    CASE,
    COMMENT,
    COMPLETED_BY,
    EVIDENCE,
    GRADE,
    HEADINGS,
    ITEM,
    TEXT,
    Mark,
    grades_by_word,
)  # fmt: skip
from lif.exchange.grid import clean, is_mistake
from lif.exchange.identifiers import looks_like
from lif.exchange.problem import Problem
from lif.exchange.sheet import Sheet, read_sheets
from lif.exchange.table import column_letter, rows_named
from lif.exchange.workbook_out import LONGEST_TEXT, read_text
from lif.records.instrument import Instrument
from lif.records.naming import natural
from lif.records.pseudonyms import looks_like_a_pseudonym
from lif.records.returns import CHOOSE, AnswerRow
from lif.store.errors import Refusal

_MODIFIED: Final = re.compile(rb"<dcterms:modified[^>]*>([0-9T:Z-]{10,30})")
_HEADER_WITHIN: Final = 30
_FILLED_IN: Final = (GRADE, EVIDENCE, COMMENT)
_COMPARED: Final = 1000
"""Characters of a question: enough to tell one from another, and less than any program cuts off."""
_ASK_AGAIN: Final = "Ask the agency for the form that was sent out, filled in."


@dataclass(frozen=True, slots=True)
class FormReturned:
    """One form that came back."""

    file: str
    mark: Mark
    signed_by: str
    answers: tuple[AnswerRow, ...]
    """What was understood, in the order of the instrument."""
    unanswered: int
    """How many items have no grade."""
    problems: tuple[Problem, ...]
    remark: str = ""
    """What is worth saying of it, though all of it was understood."""
    saved: str = ""
    """When it was last saved, as the file itself says: `2017-07-12T09:30:00Z`; "" where it does not."""


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of answers: where its columns are, and the rows below them."""

    sheet: Sheet
    header: int
    places: Mapping[str, int]

    def place(self, row: int, heading: str) -> str:
        """Where a cell is, in words."""
        column = self.places.get(heading, 0)
        if self.sheet.lettered:
            return f"{self.sheet.where}, {column_letter(column)}{row}"
        return f"{self.sheet.where}, row {row}, {heading}"

    def merged(self, row: int, heading: str) -> str:
        """The range of merged cells that a cell belongs to, such as `D5:D8`; "" for none."""
        column = self.places.get(heading, -1)
        ranges = self.sheet.merged
        return next((one[4] for one in ranges if one[0] <= row <= one[2] and one[1] <= column <= one[3]), "")

    def formula(self, row: int, heading: str) -> bool:
        """Whether a cell holds a formula."""
        return (row, self.places.get(heading, -1)) in self.sheet.formulas


InstrumentOf = Callable[[Mark], Instrument]
"""Gives the instrument that a form must be of; raises Refusal where it is of another."""


def read_form(path: Path, instrument_of: InstrumentOf) -> FormReturned:
    """The answers in a file. Raises Refusal where it is no such form, or one of another instrument."""
    sheets = read_sheets(path)
    mark, signed_by = _about(sheets, path.name)
    instrument = instrument_of(mark)
    tables = list(_tables(sheets))
    if not tables:
        raise Refusal(
            f"{path.name} has no table with the columns {ITEM}, {GRADE} and {COMMENT} any more.", _ASK_AGAIN
        )
    problems: list[Problem] = []
    found: dict[tuple[str, str], AnswerRow] = {}
    for table in tables:
        for answer, place in _answers(table, instrument, problems):
            key = (answer.case, answer.item)
            if key in found:
                message = f"item {answer.item} is answered here a second time; the first answer was kept."
                problems.append(Problem(place, message))
            else:
                found[key] = answer
    if signed_by and (what := identified(signed_by)):
        problems.append(Problem(COMPLETED_BY, what))
        signed_by = ""
    if not found and not problems:
        raise Refusal(f"{path.name}: nothing is filled in.", _ASK_AGAIN)
    answers = _in_order(found, instrument)
    graded = sum(bool(one.self_grade) for one in answers)
    wanted = len(list(instrument.items)) * max(1, len({one.case for one in answers if one.case}))
    return FormReturned(
        str(path),
        mark,
        signed_by,
        answers,
        max(0, wanted - graded),
        tuple(problems),
        _remark(tables, answers),
        saved_on(path),
    )


def is_blank_form(path: Path) -> bool:
    """Whether a file is a form of an audit in which nothing is filled in."""
    try:
        sheets = read_sheets(path)
        _, signed_by = _about(sheets, path.name)
    except Refusal:
        return False
    filled = (
        texts[place].strip() not in ("", CHOOSE)
        for table in _tables(sheets)
        for number, texts in table.sheet.rows
        for name in _FILLED_IN
        if number > table.header and (place := table.places.get(name, len(texts))) < len(texts)
    )
    return not signed_by and not any(filled)


def saved_on(path: Path) -> str:
    """When a file of Office was last saved, as it says itself; "" where it does not."""
    try:
        with zipfile.ZipFile(path) as zipped:
            match = _MODIFIED.search(zipped.read("docProps/core.xml"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    return match[1].decode("ascii", "replace") if match else ""


def _about(sheets: list[Sheet], file: str) -> tuple[Mark, str]:
    """The mark of the form, and who filled it in. Raises Refusal where there is no mark, or more than one."""
    marks: list[Mark] = []
    signed = ""
    for sheet in sheets:
        for _, texts in sheet.rows[:_HEADER_WITHIN]:
            for place, text in enumerate(texts):
                mark = Mark.read(text.strip())
                if mark and mark not in marks:
                    marks.append(mark)
                if text.strip().rstrip(":") == COMPLETED_BY:
                    signed = next((clean(one) for one in texts[place + 1 :] if one.strip()), "")
    if len(marks) > 1:
        raise Refusal(
            f"{file} holds more than one form, so it is not clear whose answers these are.",
            "Save each form as a file of its own.",
        )
    if marks:
        return marks[0], signed
    hidden = sheets[0].hidden_sheets if sheets else ()
    if hidden:
        raise Refusal(
            f"{file} bears no mark of a form of an audit in what is shown; hidden, and so not read: "
            f"{', '.join(hidden)}.",
            "Show the sheet with the answers again (right-click on a sheet's name, Unhide) and save it.",
        )
    raise Refusal(f"{file} is not a form of an audit as lif wrote it: it bears no mark of one.", _ASK_AGAIN)


def _tables(sheets: list[Sheet]) -> Iterator[_Table]:
    for sheet in sheets:
        for number, texts in sheet.rows[:_HEADER_WITHIN]:
            places = {" ".join(text.split()): place for place, text in enumerate(texts) if text.strip()}
            if {ITEM, GRADE, COMMENT} <= places.keys():
                known = {heading: places[heading] for heading in HEADINGS if heading in places}
                yield _Table(sheet, number, known)
                break


def _answers(
    table: _Table, instrument: Instrument, problems: list[Problem]
) -> Iterator[tuple[AnswerRow, str]]:
    asked = {item.id: item.text for item in instrument.items}
    questions = {question.id: question.text for question in instrument.questions}
    words = grades_by_word(instrument)
    for number, texts in table.sheet.rows:
        if number <= table.header:
            continue
        said = {name: clean(read_text(texts[at])) for name, at in table.places.items() if at < len(texts)}
        item, case = said.get(ITEM, ""), said.get(CASE, "")
        if said.get(GRADE) == CHOOSE:
            said[GRADE] = ""
        grade = said.get(GRADE, "")
        if not any(said.get(name) or table.formula(number, name) for name in _FILLED_IN):
            continue
        if item not in asked and item not in questions:
            where = "an extra row" if not item or len(item) > 20 else f"an extra row: there is no item {item}"
            problems.append(Problem(table.place(number, ITEM), f"{where}. Nothing was taken from it."))
            continue
        if not _same(said.get(TEXT, ""), asked.get(item) or questions[item]):
            message = f"the number is {item}, and what is asked beside it is not that item's question."
            problems.append(Problem(table.place(number, ITEM), f"{message} Nothing was taken from this row."))
            continue
        if instrument.per == "case" and not looks_like_a_pseudonym(case):
            message = "no case by a pseudonym, such as Case 3. Nothing was taken from this row."
            problems.append(Problem(table.place(number, CASE), message))
            continue
        known = words.get(" ".join(grade.casefold().split()), "") if item in asked else ""
        if wrong := _unclear(table, number, GRADE, grade):
            problems.append(Problem(table.place(number, GRADE), wrong))
            known = ""
        elif grade and not known:
            scale = ", ".join(one.label for one in instrument.scale)
            message = (
                f"this is not on the scale, which is: {scale}."
                if item in asked
                else "no grade is asked here."
            )
            problems.append(Problem(table.place(number, GRADE), message))
        kept: list[str] = []
        for heading in (EVIDENCE, COMMENT):
            text = said.get(heading, "")
            what = _unclear(table, number, heading, text) or identified(text)
            if what:
                problems.append(Problem(table.place(number, heading), what))
            kept.append("" if what else text)
        if known or any(kept):
            yield AnswerRow(case, item, known, "", kept[0], kept[1], number), table.place(number, ITEM)


def _same(said: str, asked: str) -> bool:
    """Whether what a row asks is what its item asks; a row that says nothing of it is taken by its number."""
    return not said or said[:_COMPARED].split() == clean(asked)[:_COMPARED].split()


def _unclear(table: _Table, row: int, heading: str, text: str) -> str:
    """Why a cell cannot be taken as it stands, as a sentence that does not repeat it; "" where it can."""
    if table.formula(row, heading):
        return "this is a formula; write its result instead."
    if text and (merged := table.merged(row, heading)):
        return f"{merged} are merged, so it is not clear which rows are meant."
    if is_mistake(text):
        return "this is a mistake that Excel shows, and no text."
    if len(text) > LONGEST_TEXT:
        return f"this is longer than a cell can hold ({len(text)} characters); the text was not taken."
    return ""


def _remark(tables: list[_Table], answers: Iterable[AnswerRow]) -> str:
    """What is worth saying of the rows that are hidden."""
    hidden = {number for table in tables for number in table.sheet.hidden_rows}
    rows = sorted({answer.line for answer in answers} & hidden)
    return f"{rows_named(rows).capitalize()}: hidden in the sheet, and read all the same." if rows else ""


def identified(text: str) -> str:
    """What in a text identifies somebody, as a sentence that does not repeat it; "" where nothing does."""
    found = looks_like(text)
    return f"holds what looks like {found}; the text was not taken." if found else ""


def _in_order(found: Mapping[tuple[str, str], AnswerRow], instrument: Instrument) -> tuple[AnswerRow, ...]:
    order = [item.id for item in instrument.items] + [question.id for question in instrument.questions]
    place = {item: number for number, item in enumerate(order)}
    return tuple(sorted(found.values(), key=lambda row: (natural(row.case), place[row.item])))
