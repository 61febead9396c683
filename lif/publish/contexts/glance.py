"""The front page of a pack: what a reader has to know who reads nothing else, on one page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from lif.insight.assurance.shown import Assured
from lif.insight.changes import Change, changes_between
from lif.insight.decisions import Needed
from lif.insight.figures.breaks import change_between
from lif.insight.figures.readings import Reading
from lif.insight.figures.scorecard import Scorecard, score_line
from lif.insight.glance.changed import Changed, changed
from lif.insight.glance.figures import Chosen, three_figures
from lif.insight.glance.late import Late, late
from lif.insight.glance.learned import learned
from lif.insight.meetings.between import HEADING_WORDS, between_meetings
from lif.insight.titles import Titles
from lif.insight.waiting import waiting
from lif.insight.wording import counted, day_words, listed, period_short, sentence
from lif.publish.contexts.names import Context, references
from lif.publish.packs.basis import Basis
from lif.publish.words import shortened
from lif.records.naming import owner_of


class Room(NamedTuple):
    """How much of everything is told."""

    decisions: int
    asked: int
    """Lines that one of them takes, at most: half a question is none, so that this gives way last."""
    late: int
    """Kinds of work of which the latest is named; the others are counted."""
    learned: int
    lines: int
    """That each of these takes, at most."""


ROOMS = (
    Room(8, 3, 10, 4, 3), Room(8, 3, 7, 3, 2), Room(7, 3, 5, 3, 2), Room(5, 3, 4, 2, 2), Room(5, 3, 3, 2, 2),
    Room(5, 2, 3, 2, 2), Room(3, 1, 3, 1, 1),
)  # fmt: skip
"""From the most to the least; the first is taken that fits on the page."""
_PAGE = 36.5
"""Lines that the page holds beside its headings, in Word, where it holds a little less than in the PDF."""
_LETTERS = 90
"""In a line, about."""
_LEAST = 30
"""Letters of a record's own words that are left, however much stands beside them."""
_OTHERS = {
    "review": ("review waits for a decision", "reviews wait for a decision"),
    "report": ("agency asks something of the Board", "agencies ask something of the Board"),
    "action": ("evaluated action waits to be closed", "evaluated actions wait to be closed"),
}


_FIGURES = {1: "One figure", 2: "Two figures", 3: "Three figures"}


@dataclass(frozen=True, slots=True)
class _Told:
    """All that could be told."""

    titles: Titles
    decisions: Sequence[Needed]
    late: Sequence[Late]
    changed: Sequence[Changed]
    learned: Sequence[Change]
    figures: Sequence[Chosen]
    asked: Sequence[Assured]
    """What the framework asks, and how it stands; empty where no section tells of it."""


def glance_context(basis: Basis) -> Context:
    """What is to be decided, what is late, what changed, what was learned, and three figures.

    It speaks only of what a section of the pack tells more of, and tells as much as fits on one page. What is chosen,
    and by which rule, stands in `lif.insight.glance`.
    """
    told = _told(basis)
    for room in ROOMS:
        context = _context(basis, told, room)
        if lines_of(context) <= _PAGE:
            break
    return context


def _told(basis: Basis) -> _Told:
    board, meeting, day, shown = basis.board, basis.meeting, basis.day, basis.sections
    card = Scorecard(tuple(score_line(reading, day) for reading in basis.readings.values()), day)
    # Without an earlier meeting all that was ever learned is new to the group.
    since = basis.last.date if basis.last else date.min
    between = between_meetings(board, basis.last, day) if basis.last else None
    return _Told(
        titles=Titles(board),
        decisions=basis.decisions,
        late=late(waiting(board, day), meeting.group, shown),
        changed=changed(between, shown) if between else [],
        learned=learned(changes_between(board, since, day), shown),
        figures=three_figures(board, card, meeting) if "data" in shown else [],
        asked=basis.assured if "assurance" in shown else [],
    )


def _context(basis: Basis, told: _Told, room: Room) -> Context:
    asked = [needed for needed in told.decisions if needed.source == "agenda"]
    others = [needed for needed in told.decisions if needed.source != "agenda"]
    return {
        "group": told.titles.group(basis.meeting.group),
        "as_of": basis.day,
        "since": basis.last.date if basis.last else None,
        "summary": _summary(basis, told),
        "decisions": [
            _decision(needed, room) | {"records": references(basis.board, needed.records[:1], told.titles)}
            for needed in asked[: room.decisions]
        ],
        "decisions_left": len(asked) - len(asked[: room.decisions]),
        "besides": _besides(others),
        "late": [_late(one, room) for one in told.late[: room.late]],
        "late_besides": listed(one.words for one in told.late[room.late :]),
        "framework": _framework(told),
        "changed": [{"heading": HEADING_WORDS[one.heading], "words": one.words} for one in told.changed],
        "learned": [
            _learned(one, room) for one in told.learned[: room.learned]
        ],
        "learned_left": len(told.learned) - len(told.learned[: room.learned]),
        "figures": [_figure(one) for one in told.figures],
        "figures_title": _FIGURES.get(len(told.figures), ""),
        "shown": list(basis.sections),
    }  # fmt: skip


def _summary(basis: Basis, told: _Told) -> str:
    """Everything in one sentence."""
    group = told.titles.group(basis.meeting.group)
    overdue = sum(one.number for one in told.late) + sum(one.standing.since is not None for one in told.asked)
    number = len(told.decisions)
    decisions = (
        f"The {group} is asked for {counted(number, 'decision')}"
        if number
        else f"No decision is asked of the {group}"
    )
    past = f"{counted(overdue, 'thing')} {'is' if overdue == 1 else 'are'} late"
    return f"{decisions}, and {past if overdue else 'nothing is late'} on {day_words(basis.day)}."


def _besides(others: Iterable[Needed]) -> str:
    """The decisions that are needed besides those on the agenda, by who needs them, counted."""
    found = list(others)
    parts = []
    for source, (one, many) in _OTHERS.items():
        number = sum(needed.source == source for needed in found)
        parts += [f"{number} {one if number == 1 else many}"] if number else []
    return listed(parts)


def _filling(words: str, beside: str, lines: int) -> str:
    """As much of a record's words as fills so many lines together with what stands beside them."""
    return shortened(words, max(_LEAST, lines * _LETTERS - len(beside)))


def _decision(needed: Needed, room: Room) -> Context:
    title = shortened(needed.title, _LETTERS)
    return {
        "item": needed.item,
        "title": title,
        "asked": _filling(needed.asked, f"Item 10: {title}, page 100. ", room.asked),
    }


def _learned(one: Change, room: Room) -> Context:
    title = shortened(one.title, _LETTERS)
    return {
        "id": one.reference,
        "title": title,
        "words": _filling(one.words, f"{title} ({one.reference}). ", room.lines),
    }


def _late(one: Late, room: Room) -> Context:
    worst = one.worst
    named = worst.id if worst.loaded.kind.numbered else ""
    on = shortened(worst.on.name, 60)
    beside = f"{one.words}, page 100; the longest by {worst.late} days: {named} ({on})"
    return {
        "number": one.number,
        "words": one.words,
        "days": worst.late,
        "id": named,
        "record": owner_of(named) if named else "",
        "title": _filling(worst.title, beside, min(room.lines, 2)),
        "on": on,
        "section": one.section,
    }


def _framework(told: _Told) -> Context:
    """How much of what the framework asks is overdue, with the oldest; empty where nothing is."""
    overdue = [(one.standing.since, one.standing.obligation) for one in told.asked if one.standing.since]
    if not overdue:
        return {}
    since, oldest = min(overdue, key=lambda pair: pair[0])
    return {
        "words": f"{counted(len(overdue), 'thing')} that the framework asks",
        "since": since,
        "id": oldest.id,
        "title": shortened(oldest.title, _LETTERS),
        "on": shortened(told.titles.who(oldest.owner), 60) if oldest.owner else "nobody",
    }


def _figure(one: Chosen) -> Context:
    reading = one.line.reading
    latest = reading.latest
    return {
        "id": reading.name,
        "title": shortened(reading.indicator.title, _LETTERS),
        "latest": reading.latest_words,
        "period": period_short(latest.period) if latest else "",
        "change": " ".join(
            sentence(shortened(words, _LETTERS)) for words in (reading.change, _measured(reading)) if words
        ),
        "target": reading.target.partition(", ")[0],
        "met": {True: "Met", False: "Not met", None: ""}[one.line.met],
        "met_colour": "green" if one.line.met else "red",
    }


def _measured(reading: Reading) -> str:
    """That the measure has changed since the figure before, which else would be taken for the same; "" if it has not."""
    held = [period for period in reading.periods if period in reading.own][-2:]
    changed = change_between(reading.indicator, *held) if len(held) == 2 else None
    return (
        f"measured differently since {day_words(changed.date)}"
        if changed and not changed.breaks_series
        else ""
    )


def lines_of(context: Context) -> float:
    """How many lines the page takes beside its headings, guessed generously."""
    bullets = [
        *(f"Item 10: {one['title']}, page 100. {one['asked']}" for one in context["decisions"]),
        *([f"Besides, {context['besides']}: decisions needed, page 100"] if context["besides"] else []),
        *(
            f"{one['words']}, page 100; the longest by {one['days']} days: {one['id']} {one['title']} ({one['on']})"
            for one in context["late"]
        ),
        *(
            f"{one['words']}, page 100; the oldest since 30 September 2017: {one['id']} {one['title']} ({one['on']})"
            for one in ([context["framework"]] if context["framework"] else [])
        ),
        *(f"{one['heading']}: {one['words']}" for one in context["changed"]),
        *(f"{one['title']} ({one['id']}). {one['words']}" for one in context["learned"]),
        *([f"Also late: {context['late_besides']}"] if context["late_besides"] else []),
        *("And more" for left in ("decisions_left", "learned_left") if context[left]),
    ]
    rows = (max(len(one["title"]) / 34, len(one["change"]) / 52 + 1, 2) for one in context["figures"])
    return sum(-(-len(text) // _LETTERS) for text in bullets) + sum(0.9 * -(-row // 1) for row in rows)
