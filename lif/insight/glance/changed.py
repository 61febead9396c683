"""What changed since the last meeting, for the front page of a pack: how much of each kind, reviews by their names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lif.insight.meetings.between import HEADINGS, Between, Heading, Line
from lif.insight.wording import listed
from lif.records.sections import SectionName

_TOLD: tuple[Heading, ...] = HEADINGS[: HEADINGS.index("edited")]
"""What is told at a glance: all but what was entered besides."""
_NAMED = 3
"""So many reviews are named in a line; more are counted."""


@dataclass(frozen=True, slots=True)
class _Sort:
    """One kind of record that can have changed."""

    one: str
    many: str
    section: SectionName | None
    """The section of a pack that it belongs to; None for what every pack may tell."""


_SORTS: Mapping[str, _Sort] = {
    "review": _Sort("review", "reviews", "reviews"),
    "audit": _Sort("audit", "audits", "audits"),
    "plan": _Sort("plan", "plans", "actions"),
    "action": _Sort("action", "actions", "actions"),
    "learning": _Sort("lesson", "lessons", "learning"),
    "risk": _Sort("risk", "risks", "risks"),
    "challenge": _Sort("challenge", "challenges", "challenges"),
    "voice": _Sort("occasion on which people were heard", "occasions on which people were heard", "voice"),
    "report": _Sort("report from an agency", "reports from agencies", "reports"),
    "meeting": _Sort("decision of a meeting", "decisions of meetings", None),
}


@dataclass(frozen=True, slots=True)
class Changed:
    """All that changed in one way."""

    heading: Heading
    words: str
    """Such as `2 reviews (Child J and Child K) and 3 risks`."""


def changed(between: Between, shown: Collection[SectionName]) -> list[Changed]:
    """What is new, decided, closed, slipped and re-graded, as far as it belongs to the sections that are `shown`.

    Each record, action or decision counts once under a heading. What the earlier meeting itself decided is left out:
    its readers were there. Up to three reviews are named, all else is counted.
    """
    lines = []
    for heading in _TOLD:
        things: dict[str, dict[str, str]] = {}
        for line in between.under(heading):
            if not (heading == "decided" and line.date is None):
                things.setdefault(_sort(line), {}).setdefault(line.id, line.title)
        parts = [
            _counted(sort, list(things[name].values()), named=name == "review")
            for name, sort in _SORTS.items()
            if name in things and (sort.section is None or sort.section in shown)
        ]
        if parts:
            lines.append(Changed(heading, listed(parts)))
    return lines


def _sort(line: Line) -> str:
    return "action" if line.kind == "plan" and "." in line.id else line.kind


def _counted(sort: _Sort, titles: list[str], *, named: bool) -> str:
    words = f"{len(titles)} {sort.one if len(titles) == 1 else sort.many}"
    return f"{words} ({listed(titles)})" if named and len(titles) <= _NAMED else words
