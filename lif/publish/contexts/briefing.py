"""What a seven-minute briefing says: seven parts, each from the record of the lesson, and which of them are empty.

Briefings in England are one page under seven headings that a team can read and talk over in seven minutes. The
headings differ from area to area; most go from what happened, over why it matters and what was found, to what to
do and questions for the team. Here they are: where it comes from, what was learned, why it matters, what was
found, what to do, what has changed, and questions to talk over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.insight.entries import stands
from lif.insight.learning.standing import LessonStanding
from lif.insight.learning.words import METHOD_WORDS, children_words
from lif.insight.reviews.words import kind_of_review
from lif.insight.titles import Titles
from lif.insight.wording import day_words, listed, plain, sentence
from lif.publish.contexts.names import Context
from lif.records.audit import Audit
from lif.records.learning import ExternalSource, LessonEvaluated
from lif.records.naming import owner_of
from lif.records.report import AgencyReport, ThemedReport
from lif.records.review import Review
from lif.rules.action_course import IMPACT_WORDS
from lif.store.board import Board


@dataclass(frozen=True, slots=True)
class Part:
    """One of the seven parts."""

    title: str
    text: tuple[str, ...]
    """Its paragraphs."""
    points: tuple[str, ...]
    """Its list, below the paragraphs."""
    empty: str
    """What the page says where nothing is recorded; "" where something is."""
    mend: str
    """The command that records it; "" where nothing is missing."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(" ".join((*self.text, *self.points)).split())


def briefing_parts(board: Board, standing: LessonStanding, day: date) -> list[Part]:
    """The seven parts. `board` holds only what the readers of the lesson may see."""
    lesson = standing.lesson
    edit = f"lif edit {lesson.id}"
    changed, looked = _changed(standing), _looked(standing)
    lacking = [word for word, there in (("embed", changed), ("evaluate", looked)) if not there]
    return [
        _part("Where it comes from", [_origin(board, standing)]),
        _part("What we learned", [sentence(lesson.lesson)]),
        _part("Why it matters", [sentence(lesson.why)] if lesson.why else [],
              missing="why it matters", mend=f"{edit} (the key why)"),
        _part("What was found", points=_found(board, lesson.sources, day),
              missing="what was found", mend=f"{edit} (name findings or recommendations under sources)"),
        _part("What to do", points=lesson.what_to_do,
              missing="what to do", mend=f"{edit} (the key what_to_do)"),
        _part("What has changed", points=[*changed, *looked],
              missing=" and ".join(_LACKING[word] for word in lacking),
              mend=" and ".join(f"lif learning {word} {lesson.id}" for word in lacking)),
        _part("Questions to talk over", points=lesson.questions,
              missing="questions to talk over", mend=f"{edit} (the key questions)"),
    ]  # fmt: skip


_LACKING = {"embed": "what changed in practice", "evaluate": "what difference it made for children"}


def _part(
    title: str,
    text: list[str] | None = None,
    points: list[str] | None = None,
    *,
    missing: str = "",
    mend: str = "",
) -> Part:
    said = bool(text or points) and title != "What has changed"
    empty = "" if said or not missing else f"Nothing is recorded yet about {missing}."
    return Part(title, tuple(text or ()), tuple(points or ()), empty, mend if empty else "")


def _origin(board: Board, standing: LessonStanding) -> str:
    """What taught it, each record once, and since when it is known."""
    lesson = standing.lesson
    records = dict.fromkeys(owner_of(name) for name in lesson.sources if board.knows(name))
    origins = [words for name in records if (words := _origin_words(board, name))]
    origins += [_publication(source) for source in lesson.external]
    known = f"Identified on {day_words(standing.log[0].date)}"
    return sentence(f"{known} from {listed(origins)}" if origins else known)


def _origin_words(board: Board, name: str) -> str:
    loaded = board.by_id.get(name)
    record = loaded.record if loaded else None  # which is known by its file's name, and cannot be read
    match record:
        case None:
            return name
        case Review():
            return f"{kind_of_review(record.type)} ({record.title}, {name})"
        case Audit():
            return f"an audit ({record.theme}, {name})"
        case AgencyReport():
            theme = record.theme if isinstance(record, ThemedReport) else None
            about = f" on {plain(theme)}" if theme else ""
            return f"a report by {Titles(board).agency(record.agency)}{about} ({name})"
        case _:
            return f"{Titles(board).record(name)} ({name})".strip()


def _publication(source: ExternalSource) -> str:
    year = str(source.published.year) if source.published else ""
    where = ", ".join(part for part in (source.publisher, year) if part)
    return f"{source.title} ({where})" if where else source.title


def _found(board: Board, names: list[str], day: date) -> list[str]:
    """The findings among the sources that stand on the day; recommendations only where there is no finding."""
    items = [board.items[name].item for name in names if board.knows(name) and name in board.items]
    standing = [item for item in items if stands(item, day)]
    findings = [item for item in standing if item.id.startswith("F")]
    return [sentence(item.text) for item in findings or standing]


def _changed(standing: LessonStanding) -> list[str]:
    return [sentence(entry.changed) for entry in standing.embeddings]


def _looked(standing: LessonStanding) -> list[str]:
    """What the last evaluation showed."""
    return [_evaluation(entry) for entry in standing.evaluations[-1:]]


def _evaluation(entry: LessonEvaluated) -> str:
    number = f" (n = {entry.number})" if entry.number else ""
    words = (
        f"{day_words(entry.date)}, by {METHOD_WORDS[entry.method]}{number}: {IMPACT_WORDS[entry.result]}. "
        f"{sentence(entry.found)}"
    )
    return f"{words} {children_words(entry.children)}" if entry.children else words


def links(standing: LessonStanding) -> Iterator[Context]:
    """Where more can be read."""
    for source in standing.lesson.external:
        if source.link:
            yield {"title": source.title, "link": source.link}
