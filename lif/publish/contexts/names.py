"""What every section of a pack says in the same way: references, dates with their lateness, who leads."""

from typing import Any, TypeAlias

from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.records.naming import owner_of
from lif.records.plan import Lead
from lif.records.review import Span
from lif.store.board import Board

Context: TypeAlias = dict[str, Any]
"""Plain data for a template: mappings, lists, text, numbers and dates."""


def references(board: Board, names: list[str] | tuple[str, ...], titles: Titles) -> list[Context]:
    """What is referred to, as far as this Board shows it: id, the record it belongs to, and its title."""
    return [
        {"id": name, "record": owner_of(name), "title": titles.record(name)}
        for name in names
        if board.knows(name)
    ]


def lead_words(lead: Lead | None, titles: Titles) -> str:
    """Who answers for an action: the agency and the post."""
    return f"{titles.agency(lead.agency)}, {lead.role}" if lead else "not known"


def span_words(span: Span | None) -> str:
    """A stretch of time: `2013 to 11 January 2017`."""
    if span is None:
        return ""
    return (
        f"{day_words(span.start)} to {day_words(span.end)}" if span.end else f"from {day_words(span.start)}"
    )
