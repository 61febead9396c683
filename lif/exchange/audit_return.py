"""The form of an audit as an agency sends it back: its answers, each with its cell; nothing is guessed."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lif.exchange.audit_form import (
    CASE,
    CHOOSE,
    COMMENT,
    COMPLETED_BY,
    EVIDENCE,
    GRADE,
    HEADINGS,
    ITEM,
    Mark,
    grades_by_word,
)  # fmt: skip
from lif.exchange.grid import clean
from lif.exchange.identifiers import identifiers_in
from lif.exchange.problem import Problem
from lif.exchange.sheet import Sheet, read_sheets
from lif.exchange.table import column_letter
from lif.records.instrument import Instrument
from lif.records.naming import natural
from lif.records.pseudonyms import looks_like_a_pseudonym
from lif.records.returns import AnswerRow
from lif.store.errors import Refusal

_MODIFIED: Final = re.compile(rb"<dcterms:modified[^>]*>([0-9T:Z-]{10,30})")
_HEADER_WITHIN: Final = 30
_ARTICLES: Final = {"NHS number": "an", "e-mail address": "an"}
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


InstrumentOf = Callable[[Mark], Instrument]
"""Gives the instrument that a form must be of; raises Refusal where it is of another."""


def read_form(path: Path, instrument_of: InstrumentOf) -> FormReturned:
    """The answers in a file. Raises Refusal where it is no such form, or one of another instrument."""
    sheets = read_sheets(path)
    mark, signed_by = _about(sheets)
    if mark is None:
        raise Refusal(
            f"{path.name} is not a form of an audit as lif wrote it: it bears no mark of one.", _ASK_AGAIN
        )
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
    if signed_by and (what := _identified(signed_by)):
        problems.append(Problem(COMPLETED_BY, what))
        signed_by = ""
    if not found and not problems:
        raise Refusal(f"{path.name}: nothing is filled in.", _ASK_AGAIN)
    answers = _in_order(found, instrument)
    graded = sum(bool(one.self_grade) for one in answers)
    wanted = len(list(instrument.items)) * max(1, len({one.case for one in answers if one.case}))
    return FormReturned(
        str(path), mark, signed_by, answers, max(0, wanted - graded), tuple(problems), _saved(path)
    )


def _saved(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as zipped:
            match = _MODIFIED.search(zipped.read("docProps/core.xml"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return ""
    return match[1].decode("ascii", "replace") if match else ""


def _about(sheets: list[Sheet]) -> tuple[Mark | None, str]:
    """The mark of the form, and who filled it in."""
    mark, signed = None, ""
    for sheet in sheets:
        for _, texts in sheet.rows[:_HEADER_WITHIN]:
            for place, text in enumerate(texts):
                mark = mark or Mark.read(text.strip())
                if text.strip().rstrip(":") == COMPLETED_BY:
                    signed = next((clean(one) for one in texts[place + 1 :] if one.strip()), "")
    return mark, signed


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
    items = {item.id for item in instrument.items}
    questions = {question.id for question in instrument.questions}
    words = grades_by_word(instrument)
    for number, texts in table.sheet.rows:
        if number <= table.header:
            continue
        said = {name: clean(texts[at]) for name, at in table.places.items() if at < len(texts)}
        item, grade = said.get(ITEM, ""), said.get(GRADE, "")
        grade = "" if grade == CHOOSE else grade
        evidence, comment, case = said.get(EVIDENCE, ""), said.get(COMMENT, ""), said.get(CASE, "")
        if not (grade or evidence or comment):
            continue
        if item not in items and item not in questions:
            where = "an extra row" if not item or len(item) > 20 else f"an extra row: there is no item {item}"
            problems.append(Problem(table.place(number, ITEM), f"{where}. Nothing was taken from it."))
            continue
        if instrument.per == "case" and not looks_like_a_pseudonym(case):
            message = "no case by a pseudonym, such as Case 3. Nothing was taken from this row."
            problems.append(Problem(table.place(number, CASE), message))
            continue
        known = words.get(" ".join(grade.casefold().split()), "") if item in items else ""
        if grade and not known:
            scale = ", ".join(one.label for one in instrument.scale)
            message = (
                f"this is not on the scale, which is: {scale}."
                if item in items
                else "no grade is asked here."
            )
            problems.append(Problem(table.place(number, GRADE), message))
        kept: list[str] = []
        for heading, text in ((EVIDENCE, evidence), (COMMENT, comment)):
            what = _identified(text)
            if what:
                problems.append(Problem(table.place(number, heading), what))
            kept.append("" if what else text)
        if known or any(kept):
            yield AnswerRow(case, item, known, "", kept[0], kept[1], number), table.place(number, ITEM)


def _identified(text: str) -> str:
    """What in a text identifies somebody, as a sentence that does not repeat it; "" where nothing does."""
    found = list(dict.fromkeys(one.what for one in identifiers_in(text)))
    named = " and ".join(f"{_ARTICLES.get(what, 'a')} {what}" for what in found)
    return f"holds what looks like {named}; the text was not taken." if found else ""


def _in_order(found: Mapping[tuple[str, str], AnswerRow], instrument: Instrument) -> tuple[AnswerRow, ...]:
    order = [item.id for item in instrument.items] + [question.id for question in instrument.questions]
    place = {item: number for number, item in enumerate(order)}
    return tuple(sorted(found.values(), key=lambda row: (natural(row.case), place[row.item])))
