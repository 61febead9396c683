"""How the Board stands with what its framework asks: what is overdue, what is to be judged, and what falls due."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from lif.insight.assurance.data import PointStanding, Standing
from lif.insight.assurance.entry_words import JUDGED_WORDS
from lif.insight.assurance.shown import Assured
from lif.insight.assurance.words import often_short
from lif.insight.titles import Titles
from lif.insight.wording import counted, day_words, listed, sentence
from lif.publish.contexts.names import Context
from lif.store.board import Board

_MOST = 6
"""Records that are named as late; of more it is said how many there are."""


def assurance_context(board: Board, found: Sequence[Assured], day: date) -> Context:
    """What the Executive Group has to know of the framework, the oldest that is overdue first.

    `board` holds only what the readers may see.
    """
    titles = Titles(board)
    overdue = sorted((one for one in found if one.standing.since), key=lambda one: one.standing.since or day)
    due = sorted(
        (one for one in found if one.standing.state == "due"), key=lambda one: one.standing.due or date.max
    )
    return {
        "total": len(found),
        "opening": _opening([one.standing for one in found], overdue),
        "overdue": [_row(one, titles) | {"since": one.standing.since} for one in overdue],
        "judged": [_judged(one.standing, titles) for one in found if _to_judge(one.standing)],
        "due": [_row(one, titles) | {"due": one.standing.due} for one in due],
        "none": [_name(one.standing) for one in found if one.standing.state == "no-evidence"],
    }


def _opening(found: Sequence[Standing], overdue: Sequence[Assured]) -> str:
    """In one sentence how many stand how, and how old the oldest is."""
    counts = Counter(one.state for one in found)
    oldest = overdue[0].standing.since if overdue else None
    late = counts["overdue"]
    since = f"{_are(late)} overdue, the oldest since {day_words(oldest)}" if oldest else "nothing is overdue"
    rest = [
        (counts["due"], f"{'falls' if counts['due'] == 1 else 'fall'} due soon"),
        (
            counts["judgement-needed"],
            f"{'waits' if counts['judgement-needed'] == 1 else 'wait'} for a judgement",
        ),
        (counts["not-met"], f"{'was' if counts['not-met'] == 1 else 'were'} judged not to be met in full"),
        (counts["no-evidence"], f"{'has' if counts['no-evidence'] == 1 else 'have'} nothing to be shown on"),
    ]
    besides = listed(f"{number} {words}" for number, words in rest if number)
    said = f"Of {counted(len(found), 'thing')} that the framework asks {_are(counts['met'])} met, and {since}"
    return f"{said}; {besides}." if besides else f"{said}."


def _are(number: int) -> str:
    return f"{number or 'none'} {'is' if number < 2 else 'are'}"


def _row(one: Assured, titles: Titles) -> Context:
    standing = one.standing
    more = max(0, len(one.late) - _MOST) + one.kept
    return {
        "id": standing.obligation.id,
        "title": standing.obligation.title,
        "owner": _who(standing, titles),
        "often": often_short(standing.obligation),
        "lacking": sentence(one.lacking) if one.lacking else "",
        "late": [
            {"id": "" if loaded.kind.name == "agency" else loaded.id,
             "name": titles.agency(loaded.id) if loaded.kind.name == "agency" else loaded.id}
            for loaded in one.late[:_MOST]
        ],
        "more": more,
    }  # fmt: skip


def _who(one: Standing, titles: Titles) -> str:
    return titles.who(one.obligation.owner) if one.obligation.owner else "nobody"


def _name(one: Standing) -> Context:
    return {"id": one.obligation.id, "title": one.obligation.title}


def _to_judge(one: Standing) -> bool:
    """Whether somebody has still to judge it, or judged that something of it is not met in full."""
    return any(not point.current or point.falls_short for point in one.points)


def _judged(one: Standing, titles: Titles) -> Context:
    judgement = one.obligation.judgement
    return {
        "id": one.obligation.id,
        "title": one.obligation.title,
        "asks": judgement.asks if judgement else "",
        "by": titles.who(judgement.by) if judgement else "",
        "points": list(_points(one)),
    }


def _points(one: Standing) -> Iterator[str]:
    """What is not judged yet, in one sentence; and each point that falls short, with what it rests on."""
    waiting: list[PointStanding] = [point for point in one.points if not point.current]
    if len(waiting) == len(one.points):
        yield sentence(
            "to be judged" if all(point.judged is None for point in waiting) else "to be judged again"
        )
    else:
        for point in waiting:
            yield sentence(f"{point.text}: to be judged{' again' if point.judged else ''}")
    for point in one.short_of:
        text = f"{point.text}: " if point.point else ""
        why = f" {sentence(point.judged.why)}" if point.judged else ""
        how = f"{JUDGED_WORDS[point.judged.result]}, {day_words(point.judged.date)}" if point.judged else ""
        yield f"{text}{how}.{why}"
