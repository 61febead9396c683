"""The scorecard as a template shows it: the same lines in a pack and in a paper of its own."""

from collections.abc import Collection

from lif.insight.figures.comparing import changed_words
from lif.insight.figures.doubts import doubt_notes
from lif.insight.figures.readings import NO_FIGURE, share_words
from lif.insight.figures.scorecard import Scorecard, ScoreLine, stage_words, summary_words
from lif.insight.wording import period_words, sentence
from lif.publish.contexts.names import Context
from lif.records.board import BoardRecord
from lif.store.board import Board


def scorecard_context(card: Scorecard, board: Board, picked: Collection[str] = ()) -> Context:
    """What the lines of the scorecard say, by their place on the journey. `picked` are marked as such."""
    profile = board.profile
    return {
        "summary": sentence(summary_words(card)),
        "columns": _columns(profile),
        "stages": [
            {"title": stage_words(journey), "rows": [_row(line, line.reading.name in picked) for line in lines]}
            for journey, lines in card.stages.items()
        ],
        "notes": [
            "A dash stands where no figure is held.",
            *dict.fromkeys(line.reading.hidden for line in card.lines if line.reading.hidden),
            *doubt_notes(board, card.names, card.day),
        ],
    }  # fmt: skip


def _columns(profile: BoardRecord) -> list[str]:
    """The columns of comparators: region, England and so on, and the neighbours together if there are any."""
    roles = [other.role for other in profile.comparators]
    names = [other.name for other in profile.comparators if other.role != "statistical-neighbour"]
    return [*names, *(["Neighbours"] if "statistical-neighbour" in roles else [])]


def _row(line: ScoreLine, picked: bool) -> Context:
    reading, latest = line.reading, line.reading.latest
    steady = line.trend.moves if line.trend.verdict else 0
    changed = changed_words(reading).partition(":")[0]
    trend = [line.trend.words.partition(", from ")[0]] if steady else []
    near = reading.neighbours
    return {
        "id": reading.name,
        "title": reading.indicator.title,
        "picked": picked,
        "latest": reading.latest_words,
        "period": period_words(latest.period) if latest else "",
        "share": share_words(latest),
        "change": sentence(reading.change) if reading.change else "",
        "trend": sentence("; ".join([*trend, *([changed] if changed else [])])) if trend or changed else "",
        "target": reading.target.partition(", ")[0],
        "met": {True: "Met", False: "Not met", None: ""}[line.met],
        "met_colour": "green" if line.met else "red",
        "beside": [
            *(other.words if other.words != NO_FIGURE else "" for other in reading.beside),
            *([near.words if near.median is not None else ""] if near else []),
        ],
    }
