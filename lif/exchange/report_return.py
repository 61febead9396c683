"""The form of a report as an agency sends it back: what it says, each problem with its cell; nothing is guessed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lif.exchange.audit_return import identified, saved_on
from lif.exchange.dates import has_two_digit_year, read_date
from lif.exchange.grid import clean, is_mistake
from lif.exchange.problem import Problem
from lif.exchange.report_form import ANSWERS, CHOOSE, LAST, NOW, PART, FormLine, Mark, form_lines
from lif.exchange.sheet import Sheet, read_sheets
from lif.exchange.table import column_letter
from lif.exchange.workbook_out import LONGEST_TEXT
from lif.records.report_parts import PARTS
from lif.store.errors import Refusal

_HEADER_WITHIN: Final = 30
_ASK_AGAIN: Final = "Ask the agency for the form that was sent out, filled in: lif report template"
_BULLETS: Final = "-–•*·\t "
_UNCLEAR: Final = (
    "this is a formula, a mistake that Excel shows, or too long for a cell; write plain text instead."
)
_KEPT: Final = {label.casefold(): answer for answer, label in ANSWERS.items()} | {
    answer: answer for answer in ANSWERS
}


@dataclass(frozen=True, slots=True)
class ReportReturned:
    """One form that came back."""

    file: str
    mark: Mark
    value: Mapping[str, Any]
    """The keys of the report that it says something about, as a record has them."""
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    """What was read, and could have been meant otherwise."""
    same: tuple[str, ...]
    """The titles of what is word for word as last time."""
    saved: str = ""
    """When it was last saved, as the file itself says; "" where it does not."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands in a row: the text, where it stands, and what stands beside it as the last one."""

    text: str
    place: str
    last: str


AgencyCalled = Callable[[str], str]
"""The id of the agency that somebody calls so; "" for none."""


def read_form(path: Path, agency_called: AgencyCalled) -> ReportReturned:
    """What a file says. Raises Refusal where it is no form of a report, or one of a sort that there is not."""
    sheets = read_sheets(path)
    mark = _mark(sheets)
    if mark is None:
        raise Refusal(
            f"{path.name} is not a form of a report as lif wrote it: it bears no mark of one.", _ASK_AGAIN
        )
    if mark.kind not in PARTS:
        raise Refusal(f"{path.name} is the form of a sort of report that there is not.", _ASK_AGAIN)
    problems: list[Problem] = []
    notes: list[Problem] = []
    lines = {_same(line.title): line for line in form_lines(mark.kind, None) if line.sort != "section"}
    written = _written(sheets, lines, problems)
    if not written:
        raise Refusal(f"{path.name} has no table with the columns {PART} and {NOW} any more.", _ASK_AGAIN)
    value: dict[str, Any] = {}
    said: dict[str, _Written] = {}
    for title, line in lines.items():
        cell = written.get(title)
        if cell and cell.text:
            said[title] = cell
            _take(value, line, cell, _Asides(agency_called, problems, notes))
    _tidied(value, lines, written, problems)
    same = tuple(
        lines[title].title
        for title, cell in said.items()
        if lines[title].part
        and lines[title].sort in ("text", "details")
        and _same(cell.text) == _same(cell.last)
    )
    return ReportReturned(str(path), mark, value, tuple(problems), tuple(notes), same, saved_on(path))


def _mark(sheets: list[Sheet]) -> Mark | None:
    for sheet in sheets:
        for _, texts in sheet.rows[:_HEADER_WITHIN]:
            for text in texts:
                if mark := Mark.read(text.strip()):
                    return mark
    return None


def _written(
    sheets: list[Sheet], lines: Mapping[str, FormLine], problems: list[Problem]
) -> dict[str, _Written]:
    """What was written, by the title of its row."""
    found: dict[str, _Written] = {}
    for sheet in sheets:
        places: dict[str, int] = {}
        for number, texts in sheet.rows:
            named = {" ".join(text.split()): place for place, text in enumerate(texts) if text.strip()}
            if {PART, NOW} <= named.keys():
                places = named
                continue
            if not places:
                continue
            title = _cell(texts, places[PART])
            text = _cell(texts, places[NOW])
            text = "" if text == CHOOSE else text
            formula = (number, places[NOW]) in sheet.formulas
            where = f"{sheet.where}, {f'{column_letter(places[NOW])}{number}' if sheet.lettered else f'row {number}'}"
            if formula or is_mistake(text) or len(text) > LONGEST_TEXT:
                problems.append(Problem(where, _UNCLEAR))
            elif _same(title) in lines:
                last = _cell(texts, places[LAST]) if LAST in places else ""
                if _same(title) in found and text:
                    problems.append(Problem(where, f"{title} stands here a second time; the first was kept."))
                else:
                    found.setdefault(_same(title), _Written(text, where, last))
            elif text:
                problems.append(Problem(where, "the form asks nothing here. Nothing was taken from it."))
    return found


def _cell(texts: list[str], place: int) -> str:
    return clean(texts[place]) if place < len(texts) else ""


@dataclass(frozen=True, slots=True)
class _Asides:
    """What reading a form needs besides the form, and what it finds besides the report."""

    agency_called: AgencyCalled
    problems: list[Problem]
    notes: list[Problem]


def _take(value: dict[str, Any], line: FormLine, cell: _Written, asides: _Asides) -> None:
    """Take what a row says into the keys of the report."""
    problems = asides.problems
    if what := identified(cell.text):
        problems.append(Problem(cell.place, what))
        return
    if line.sort == "day":
        if day := _day(cell, problems, asides.notes):
            value[line.key] = day
    elif line.part is None:
        value[line.key] = _lines(cell.text) if line.key == "reported_by" else " ".join(cell.text.split())
    elif line.sort == "answer":
        answer = _KEPT.get(_same(cell.text))
        if answer is None:
            problems.append(Problem(cell.place, f"the answer is one of: {', '.join(ANSWERS.values())}."))
        else:
            value.setdefault(line.part.field, {})["answer"] = answer
    elif line.sort == "details":
        value.setdefault(line.part.field, {})["details"] = cell.text
    elif line.part.sort == "list":
        value[line.part.field] = _lines(cell.text)
    elif line.part.sort == "passed-on":
        value[line.part.field] = _passed_on(cell, asides.agency_called, problems)
    else:
        _put(value, line.part.field.split("."), cell.text)


def _put(value: dict[str, Any], keys: list[str], text: str) -> None:
    """A text under keys within keys; `0` is the first of a list."""
    first, *rest = keys
    if not rest:
        value[first] = text
    elif rest[0] == "0":
        several: list[dict[str, Any]] = value.setdefault(first, [{}])
        _put(several[0], rest[1:], text)
    else:
        _put(value.setdefault(first, {}), rest, text)


def _tidied(
    value: dict[str, Any],
    lines: Mapping[str, FormLine],
    written: Mapping[str, _Written],
    problems: list[Problem],
) -> None:
    """Answers that nobody chose are not known; what cannot be left empty is named where it is."""
    for title, line in lines.items():
        part = line.part
        place = written[title].place if title in written else NOW
        if part and line.sort == "answer":
            value[part.field] = {"answer": "unknown", **value.get(part.field, {})}
        elif part and part.required and not (written[title].text if title in written else ""):
            problems.append(Problem(place, f"{line.title} is empty, and the report cannot do without it."))
    for one in value.get("not_achieved", []):
        if "outcome" not in one:
            title = next(
                title for title, line in lines.items() if line.part and line.part.field.endswith(".outcome")
            )
            problems.append(
                Problem(
                    written[title].place if title in written else NOW, "say which outcome was not achieved."
                )
            )


def _lines(text: str) -> list[str]:
    return [kept for line in text.split("\n") if (kept := line.strip(_BULLETS))]


def _passed_on(cell: _Written, agency_called: AgencyCalled, problems: list[Problem]) -> list[dict[str, str]]:
    found = []
    for line in _lines(cell.text):
        name, colon, text = line.partition(":")
        agency = agency_called(name)
        if agency and colon and text.strip():
            found.append({"agency": agency, "text": text.strip()})
        else:
            message = "each line begins with an agency by its name, such as Police: all sergeants were told."
            problems.append(Problem(cell.place, message))
    return found


def _day(cell: _Written, problems: list[Problem], notes: list[Problem]) -> str:
    try:
        day = read_date(cell.text).as_day
    except ValueError as error:
        problems.append(Problem(cell.place, str(error)))
        return ""
    if day is None:
        problems.append(Problem(cell.place, "the full day is wanted, such as 15/01/2018."))
        return ""
    if has_two_digit_year(cell.text):
        notes.append(Problem(cell.place, f"the year has two digits and was read as {day.year}."))
    return day.isoformat()


def _same(text: str) -> str:
    return " ".join(text.casefold().split())
