"""A yes in an agency's report: the draft that it opens in the register it belongs to, and the link between the two."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lif.insight.titles import Titles
from lif.insight.wording import period_words, sentence
from lif.operations.opening import open_with_id
from lif.operations.reviews.regime import open_review
from lif.records.kinds import BY_NAME
from lif.records.naming import ids_in, owner_of
from lif.records.report import AgencyReport, HighlightReport, YesNoDetail
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.change import Change, edit_record
from lif.store.errors import Refusal
from lif.store.numbers import next_id
from lif.store.yaml_edit import Put

REGISTERS: Final = {
    "serious_incident_referred": "review",
    "new_risks": "risk",
    "escalation_used": "challenge",
}
"""The questions of a highlight report, each with the kind of record that follows up a yes."""
OPENED: Final = {
    "review": "The referral of a serious incident",
    "risk": "A new risk",
    "challenge": "The use of the escalation procedure",
}
_NEXT: Final = {"review": "lif review screen", "risk": "lif risk score", "challenge": "lif edit"}
_LONGEST_TITLE: Final = 150
_MANAGER: Final = "business-manager"


class Numbers:
    """The next ids of kinds in years, counted on while several records are opened at once. Call under the lock."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._next: dict[tuple[str, int], int] = {}

    def next(self, kind: str, year: int) -> str:
        """The id of the next record of a kind in a year."""
        if (kind, year) not in self._next:
            self._next[kind, year] = int(next_id(self._board, BY_NAME[kind], year).rpartition("-")[2])
        number = self._next[kind, year]
        self._next[kind, year] += 1
        return f"{BY_NAME[kind].prefix}-{year}-{number:03d}"


@dataclass(frozen=True, slots=True)
class Followed:
    """What follows up one yes."""

    question: str
    record: str
    """The id of the record."""
    change: Change | None
    """The change that opens it; None where it was there."""
    words: str
    """What was done, as a sentence."""


def follow(
    board: Board, numbers: Numbers, report_id: str, report: Mapping[str, Any], day: date
) -> Iterator[Followed]:
    """A record for each yes of a report that none follows up: one that its details name by its id, else a new draft.

    `report` has the keys of a highlight report as a record has them. What a draft lacks, such as the scores of a risk,
    is for the Board's office to add.
    """
    for question, kind in REGISTERS.items():
        asked = report.get(question) or {}
        if asked.get("answer") != "yes" or asked.get("record"):
            continue
        details = asked.get("details") or ""
        if there := _named(board, kind, details):
            yield Followed(
                question, there, None, f"{OPENED[kind]} is followed up by {there}, which the details name."
            )
            continue
        record_id = numbers.next(kind, day.year)
        change = _draft(board, kind, record_id, (report_id, report, details), day)
        words = f"{OPENED[kind]} was opened as a draft, {record_id}. Next: {_NEXT[kind]} {record_id}"
        yield Followed(question, record_id, change, words)


@dataclass(frozen=True)
class ReportOpened(Change):
    """The change that opens a report, with the drafts that it opens besides."""

    followed: tuple[str, ...] = ()
    """What became of each yes, as sentences."""


def opened_report(
    board: Board, numbers: Numbers, value: Mapping[str, Any], day: date, *, drafts: bool
) -> ReportOpened:
    """A new report with the next number of the day's year, and with a draft for each yes that nothing follows up.

    Raises Refusal where the report is not as its kind wants it.
    """
    open_with_id(
        "report", f"AR-{day.year}-001", value
    )  # what is wrong with it is said before a number is taken
    number = numbers.next("report", day.year)
    whole, files, ids, words = dict(value), dict[str, bytes](), [number], list[str]()
    for one in follow(board, numbers, number, whole, day) if drafts else ():
        whole[one.question] = {**whole[one.question], "record": one.record}
        words.append(one.words)
        if one.change:
            files |= one.change.files
            ids.append(one.record)
    opened = open_with_id("report", number, whole)
    summary = "\n".join([opened.summary, *words])
    return ReportOpened({**opened.files, **files}, summary, tuple(ids), followed=tuple(words))


def follow_up(
    board: Board, report_id: str, named: Mapping[str, str], today: date, *, dated: bool = False
) -> Change:
    """The change that names what follows up each yes of a report, or opens a draft where nothing does.

    `named` holds records that are there, by the question. Drafts are of the day the report came, unless `dated` says
    that they are of `today`. Raises NothingFound for an id that there is none of, Refusal where there is nothing to
    follow up, or what is named cannot.
    """
    loaded = find_record(board, report_id, "report")
    report: AgencyReport = loaded.record
    if not isinstance(report, HighlightReport):
        raise Refusal(f"{report_id} asks no question that a record could follow up.")
    answers = {question: getattr(report, question) for question in REGISTERS}
    for question, name in named.items():
        _may_follow(board, report_id, question, answers[question], name)
    linked = {question: find_record(board, name).id for question, name in named.items()}
    open_ones = {
        question: asked.model_dump(mode="json", exclude_none=True)
        for question, asked in answers.items()
        if asked.answer == "yes" and not asked.record and question not in linked
    }
    day = today if dated or report.received is None else report.received
    about = {"agency": report.agency, "period": report.period}
    found = list(follow(board, Numbers(board), report_id, {**about, **open_ones}, day))
    linked |= {one.question: one.record for one in found}
    if not linked:
        raise Refusal(
            f"Every yes of {report_id} has been followed up, or it holds none.",
            f"See what it says: lif report show {report_id}",
        )
    order = tuple(YesNoDetail.model_fields)
    edits = [Put((question, "record"), record, order) for question, record in linked.items()]
    files = {loaded.file: edit_record(board, loaded, edits)}
    for one in found:
        files |= one.change.files if one.change else {}
    words = [f"{report_id} names {record} now." for question, record in linked.items() if question in named]
    words += [one.words for one in found]
    return Change(files, "\n".join(words), (report_id, *linked.values()))


def _may_follow(board: Board, report_id: str, question: str, asked: YesNoDetail, name: str) -> None:
    """Raise where a record cannot follow up a question of a report."""
    kind = REGISTERS[question]
    find_record(board, name, kind)
    if asked.answer != "yes":
        raise Refusal(
            f"{report_id} does not answer {question} with yes, so nothing follows it up.",
            f"Correct the answer first: lif edit {report_id}",
        )
    if asked.record and asked.record != name:
        raise Refusal(
            f"{report_id} names {asked.record} for that already.", f"To name another: lif edit {report_id}"
        )


def _named(board: Board, kind: str, details: str) -> str:
    """The record of a kind that a text names by its id; "" where it names none that there is."""
    names = (owner_of(name) for name in ids_in(details))
    return next((one for one in names if one in board.by_id and board.by_id[one].kind.name == kind), "")


def _draft(
    board: Board, kind: str, record_id: str, told: tuple[str, Mapping[str, Any], str], day: date
) -> Change:
    report_id, report, details = told
    agency = str(report["agency"])
    name = Titles(board).agency(agency)
    said = sentence(details) if details.strip() else f"Named in {report_id}, without details."
    entry = {
        "date": day.isoformat(),
        "by": agency,
        "entry": "raised",
        "note": f"From the highlight report {report_id}.",
    }
    when = period_words(str(report["period"]))
    if kind == "risk":
        value = {"title": _titled(said), "event": said, "owner": agency, "agencies": [agency], "sources": [report_id],
                 "log": [entry]}  # fmt: skip
        return open_with_id("risk", record_id, value)
    if kind == "challenge":
        value = {"kind": "escalation", "title": f"Escalation procedure used by {name}, {when}"[:_LONGEST_TITLE],
                 "challenger": agency, "about": said, "sources": [report_id], "log": [entry]}  # fmt: skip
        return open_with_id("challenge", record_id, value)
    by = _MANAGER if Titles(board).knows(_MANAGER) else agency
    value = {
        "type": "undecided", "title": f"Referral by {name}, {when}", "summary": said,
        "log": [{"date": day.isoformat(), "by": by, "entry": "referred", "source": "partner-agency", "agency": agency,
                 "note": f"Named in the highlight report {report_id}."}],
    }  # fmt: skip
    return open_review(board, value, day.year, record_id)


def _titled(text: str) -> str:
    """The first sentence of a text, as a title."""
    first = re.split(r"(?<=[.!?])\s", " ".join(text.split()))[0].rstrip(".")
    return first if len(first) <= _LONGEST_TITLE else f"{first[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
