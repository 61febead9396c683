"""The assurance matrix on paper: every obligation with how it stands, as workbook, PDF, Word, web page and Markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.exchange.table_out import SheetTable, table_workbook
from lif.insight.assurance.data import WORST_FIRST, Standing, State
from lif.insight.assurance.words import (
    BASIS_WORDS,
    STATE_WORDS,
    how_often_words,
    point_words,
    state_words,
    why_words,
)
from lif.insight.audience import highest_marking, visible_to
from lif.insight.framework import framework_of
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words
from lif.publish.document.parse import parse
from lif.publish.document.tree import Document
from lif.publish.formats import FORMATS
from lif.publish.meta import Meta
from lif.publish.paper_files import in_formats, meta_of, put_in_place, refusing, templates_of
from lif.records.framework import ClauseJudged
from lif.store.board import Board

FOLDER = "build/assurance"
"""Where it is put, under the Board's root, in a folder of the day."""
_GRADES: dict[State, str] = {
    "met": "green", "due": "amber", "judgement-needed": "amber", "not-met": "amber", "overdue": "red"
}  # fmt: skip
_MOST = 6
_COLUMNS = (
    ("Clause", 18), ("What is asked", 40), ("Owner", 22), ("How often", 26), ("Basis", 20), ("Stands", 18),
    ("Overdue since", 14), ("Next wanted", 14), ("Latest", 14), ("Why", 36), ("Records that show it", 32),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AssuranceWritten:
    """What was written."""

    files: tuple[str, ...]
    """Relative to the root, with forward slashes."""
    marking: str
    hidden: tuple[str, ...]
    """Records that count and are not named, because they are kept for the Board's office alone."""


def write_assurance(
    board: Board, found: Sequence[Standing], day: date, formats: Iterable[str]
) -> AssuranceWritten:
    """The matrix in some formats, in the place of the last one of the day; `xlsx` is one of them.

    Raises Refusal where a template is at fault or where the files cannot be put in place.
    """
    with refusing():
        files = assurance_files(board, found, day, formats)
    folder = f"{FOLDER}/{day.isoformat()}"
    put_in_place(board.root, folder, files, "matrix")
    marking = assurance_marking(board, found, day)
    return AssuranceWritten(tuple(f"{folder}/{name}" for name in files), marking, hidden_in(board, found))


def assurance_files(
    board: Board, found: Sequence[Standing], day: date, formats: Iterable[str] = (*FORMATS, "xlsx")
) -> dict[str, bytes]:
    """The matrix as files called `assurance`, one for each format. It names no record that is kept for the office.

    Raises PublishError where a template is at fault.
    """
    asked = list(formats)
    meta = _meta(board, found, day)
    papers = [one for one in asked if one != "xlsx"]
    files = in_formats("assurance", _document(board, found, day), meta, papers) if papers else {}
    return {**files, "assurance.xlsx": _workbook(board, found, day, meta)} if "xlsx" in asked else files


def assurance_marking(board: Board, found: Sequence[Standing], day: date) -> str:
    """The marking of the matrix: the highest of the records that it names."""
    return _meta(board, found, day).marking


def hidden_in(board: Board, found: Sequence[Standing]) -> tuple[str, ...]:
    """The records that count and are not named, because they are kept for the Board's office alone."""
    seen = visible_to(board, "board").by_id
    return tuple(sorted({hit.id for one in found for hit in one.proof if hit.id not in seen}))


def assurance_markdown(board: Board, found: Sequence[Standing], day: date) -> str:
    """The matrix as Markdown. Raises Refusal where a template is at fault."""
    with refusing():
        return assurance_files(board, found, day, ["md"])["assurance.md"].decode("utf-8")


def _meta(board: Board, found: Sequence[Standing], day: date) -> Meta:
    seen = visible_to(board, "board").by_id
    named = sorted({hit.id for one in found for hit in one.proof if hit.id in seen})
    marking = highest_marking([seen[name] for name in named], board.profile.settings)
    framework = framework_of(board)
    title = f"{framework.title if framework else 'Framework'}: assurance"
    return meta_of(board, title, marking, day, subtitle=f"As recorded on {day_words(day)}")


def _document(board: Board, found: Sequence[Standing], day: date) -> Document:
    titles, seen = Titles(board), visible_to(board, "board").by_id
    framework = framework_of(board)
    headings = {one.id: one.title for one in framework.sections} if framework else {}
    counts = Counter(one.state for one in found)
    said = ", ".join(f"{counts[state]} {STATE_WORDS[state]}" for state in WORST_FIRST if counts[state])
    sections = [
        {
            "title": f"{name} {headings.get(name, '')}".strip(),
            "anchor": name.lower(),
            "rows": [_row(one, titles, seen, day) for one in found if one.section == name],
        }
        for name in dict.fromkeys(one.section for one in found)
    ]
    context = {
        "board": board.profile.name,
        "fictional": board.profile.fictional,
        "summary": f"{counted(len(found), 'obligation')} on {day_words(day)}: {said}.",
        "sections": sections,
        "judged": [row for one in found for row in _judged(one, titles)],
    }
    return parse(templates_of(board).render("assurance/matrix.md", context))


def _row(one: Standing, titles: Titles, seen: dict[str, Any], day: date) -> dict[str, str]:
    words = state_words(one)
    return {
        "id": one.obligation.id,
        "title": one.obligation.title,
        "often": how_often_words(one.obligation.how_often),
        "owner": _owner(one, titles),
        "state": words[:1].upper() + words[1:],
        "grade": _GRADES.get(one.state, ""),
        "why": why_words(one, day),
        "shown": _shown(one, seen),
    }


def _judged(one: Standing, titles: Titles) -> Iterator[dict[str, str]]:
    """How each of its points was judged; what a judgement of them all rests on is said once, with the first."""
    told: list[ClauseJudged] = []
    for point in one.points:
        new = point.judged is not None and point.judged not in told
        if point.judged and new:
            told.append(point.judged)
        yield {
            "id": one.obligation.id,
            "text": point.text,
            "how": point_words(point, titles),
            "why": point.judged.why if point.judged and new else "",
        }


def _owner(one: Standing, titles: Titles) -> str:
    return titles.who(one.obligation.owner) if one.obligation.owner else "nobody"


def _shown(one: Standing, seen: dict[str, Any]) -> str:
    """The records that show it, the latest first; those kept for the office are counted, not named."""
    names = [hit.id for hit in one.proof]
    shown = [name for name in names if name in seen and name != "framework"]
    hidden = sum(name not in seen for name in names)
    more = len(shown) - _MOST
    words = [*shown[:_MOST], *([f"and {more} more"] if more > 0 else [])]
    words += ["the framework's log"] if "framework" in names else []
    words += ["what was judged"] if any(point.current for point in one.points) else []
    words += [f"{hidden} kept for the office"] if hidden else []
    return ", ".join(words)


def _workbook(board: Board, found: Sequence[Standing], day: date, meta: Meta) -> bytes:
    titles, seen = Titles(board), visible_to(board, "board").by_id
    rows = [
        (
            one.obligation.id,
            one.obligation.title,
            _owner(one, titles),
            one.obligation.how_often.words,
            BASIS_WORDS[one.obligation.how_often.basis],
            STATE_WORDS[one.state],
            one.since.isoformat() if one.since else "",
            one.due.isoformat() if one.due else "",
            one.last.isoformat() if one.last else "",
            why_words(one, day),
            _shown(one, seen),
        )
        for one in found
    ]
    table = SheetTable(
        title=meta.title,
        notes=(f"{meta.subtitle}: {counted(len(found), 'obligation')}.",),
        name="Assurance",
        columns=_COLUMNS,
        rows=rows,
        marked=[one.state == "overdue" for one in found],
        author=meta.author,
        marking=meta.marking,
    )
    return table_workbook(table, day)
