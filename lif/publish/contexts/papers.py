"""The papers for a meeting: which records each item of the agenda is about, and a cover sheet for each item."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from lif.insight.meetings.considered import Considered, considered
from lif.insight.titles import Titles
from lif.insight.trace.model import Node
from lif.insight.trace.nodes import nodes_of
from lif.insight.trace.sight import Sight
from lif.insight.wording import day_words, listed
from lif.publish.contexts.names import Context
from lif.records.meeting import AgendaItem, Meeting
from lif.records.naming import owner_of
from lif.store.board import Board

PURPOSE_WORDS = {"decision": "To decide", "discussion": "To discuss", "information": "To note"}
_NOT_ASKED = {
    "decision": "A decision; the agenda does not say more.",
    "discussion": "To hear of it and to discuss it.",
    "information": "To note it.",
}
_MOST_BEFORE = 3
"""Earlier meetings that a cover sheet names."""
_RUN = 3
"""So many records of one kind with numbers in a row, or more, are told as the first to the last."""


def papers_of(board: Board, names: Iterable[str]) -> list[Context]:
    """What is referred to, as far as this Board shows it: a line for each record, with the items of it that are meant.

    Records of one kind whose numbers follow each other are one line, such as `AR-2018-001 to AR-2018-008`.
    """
    known = [name for name in names if board.knows(name)]
    items: dict[str, list[str]] = {}
    for name in known:
        items.setdefault(owner_of(name), []).append(name.partition(".")[2])
    lines: list[list[str]] = []
    for record, parts in items.items():
        last = lines[-1][-1] if lines else ""
        if parts == items.get(last) == [""] and _follows(last, record):
            lines[-1].append(record)
        else:
            lines.append([record])
    return [line for run in lines for line in _lines(run, items)]


def _lines(run: list[str], items: dict[str, list[str]]) -> list[Context]:
    if len(run) >= _RUN:
        return [{"id": run[0], "to": run[-1], "items": ""}]
    return [{"id": record, "to": "", "items": listed(filter(None, items[record]))} for record in run]


def _follows(one: str, other: str) -> bool:
    """Whether a numbered record comes right after another of its kind and year."""
    kind, _, number = one.rpartition("-")
    other_kind, _, other_number = other.rpartition("-")
    if not (number.isdigit() and other_number.isdigit()):
        return False
    return kind == other_kind and int(other_number) == int(number) + 1


def papers_context(board: Board, meeting: Meeting, day: date) -> Context:
    """A cover sheet for each item of the agenda: its purpose, what is asked, the papers and where they were before."""
    titles = Titles(board)
    sight = Sight(day, board.profile.settings, titles)
    return {
        "group": titles.group(meeting.group),
        "purposes": [
            {"words": words, "items": listed(f"{number}" for number in numbers)}
            for purpose, words in PURPOSE_WORDS.items()
            if (numbers := [n for n, item in enumerate(meeting.agenda, start=1) if item.purpose == purpose])
        ],
        "sheets": [
            _sheet(board, meeting, number, item, sight) for number, item in enumerate(meeting.agenda, start=1)
        ],
    }


def _sheet(board: Board, meeting: Meeting, number: int, item: AgendaItem, sight: Sight) -> Context:
    known = [name for name in item.records if board.knows(name)]
    before = considered(board, meeting, known, sight.day) if known else []
    return {
        "number": number,
        "title": item.title,
        "purpose": PURPOSE_WORDS[item.purpose],
        "lead": sight.titles.who(item.lead),
        "asked": item.asked or _NOT_ASKED[item.purpose],
        "papers": _papers(board, known, sight),
        "before": [_before(one, sight.titles) for one in before[:_MOST_BEFORE]],
        "before_left": max(0, len(before) - _MOST_BEFORE),
    }


def _papers(board: Board, names: list[str], sight: Sight) -> list[Context]:
    """Each thing that the item is about, and where it stands; what had not begun by the day says so."""
    nodes: dict[str, Node] = {}
    for owner, _ in groupby(names, key=owner_of):
        loaded = board.by_id.get(owner)
        nodes |= {node.id: node for node in nodes_of(loaded, sight)} if loaded else {}
    found = []
    for name in names:
        node = nodes.get(name)
        found.append(
            {
                "id": name,
                "record": owner_of(name),
                "title": _title(node) if node else sight.titles.record(name),
                "state": node.state[:1].lower() + node.state[1:] if node else "",
            }
        )
    return found


def _title(node: Node) -> str:
    return f"{node.by}: {node.title}" if node.kind == "report" else node.title


def _before(one: Considered, titles: Titles) -> Context:
    meeting = one.meeting
    purposes = dict.fromkeys(PURPOSE_WORDS[meeting.agenda[n - 1].purpose].lower() for n in one.items)
    return {
        "group": titles.group(meeting.group),
        "date": day_words(meeting.date),
        "id": meeting.id,
        "purposes": listed(purposes),
        "decisions": [{"id": decision.id, "text": decision.text} for decision in one.decisions],
    }
