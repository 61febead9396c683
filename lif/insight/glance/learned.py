"""What was learned since the last meeting, for the front page of a pack."""

from collections.abc import Collection, Iterable

from lif.insight.changes import Change
from lif.records.naming import natural
from lif.records.sections import SectionName

_RANK = {
    ("learning", "evaluated"): 0,
    ("audit", "revisited"): 1,
    ("learning", "embedded"): 2,
    ("learning", "spread"): 3,
    ("learning", "identified"): 4,
    ("review", "learning-shared"): 5,
}
"""What tells whether anything became better comes before what was only done or noted."""
_SECTIONS: dict[str, SectionName] = {"learning": "learning", "audit": "audits", "review": "reviews"}


def learned(changes: Iterable[Change], shown: Collection[SectionName]) -> list[Change]:
    """Which of the changes tell what was learned, the most telling first; one for each record.

    First comes whether a lesson made a difference, then what a second look at an audit found, then which lessons
    changed practice, were spread or are new, then what reviews passed on while they run. Of those that rank alike the
    latest comes first. What belongs to a section that is not `shown` is left out.
    """
    telling = [one for one in changes if (one.kind, one.entry) in _RANK and _SECTIONS[one.kind] in shown]
    telling.sort(key=lambda one: natural(one.reference))
    telling.sort(key=lambda one: (_RANK[one.kind, one.entry], -one.date.toordinal()))
    first: dict[str, Change] = {}
    for one in telling:
        first.setdefault(one.reference, one)
    return list(first.values())
