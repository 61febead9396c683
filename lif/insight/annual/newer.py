"""What was recorded after a section was written on something that the section speaks of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lif.insight.annual.part import Look, Part
from lif.insight.changes import changes_between
from lif.insight.wording import counted, day_words, listed
from lif.records.annual import AnnualSection
from lif.records.naming import ids_in, natural, owner_of

_NAMED = 3
"""How many records are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Newer:
    """What a section speaks of and has changed since somebody wrote it."""

    section: AnnualSection
    written: date
    records: tuple[tuple[str, date], ...]
    """Each record by its id with its last day, the latest first."""

    def words(self, look: Look) -> str:
        """What is newer, as sentences."""
        named = [f"{look.called(name)} ({day_words(day)})" for name, day in self.records[:_NAMED]]
        more = len(self.records) - _NAMED
        which = listed([*named, *([counted(more, "other")] if more > 0 else [])])
        return f"Written on {day_words(self.written)}. Since then this was recorded on: {which}."


def newer_than(look: Look, drawn: Mapping[AnnualSection, Iterable[Part]]) -> Iterator[Newer]:
    """For each section that is older than what it speaks of what is newer, by the day that is looked at.

    `drawn` holds what was drawn from the records for each section.
    """
    texts = look.annual.texts
    if not texts:
        return
    changed: dict[str, date] = {}
    for change in changes_between(look.board, min(text.date for text in texts.values()), look.day):
        changed[owner_of(change.reference)] = change.date
    for section, parts in drawn.items():
        text = texts.get(section)
        if text is None:
            continue
        found = [
            (name, changed[name]) for name in names_in(parts) if changed.get(name, text.date) > text.date
        ]
        if found:
            found.sort(key=lambda one: (-one[1].toordinal(), natural(one[0])))
            yield Newer(section, text.date, tuple(found))


def names_in(parts: Iterable[Part]) -> list[str]:
    """The ids of all that parts name or are drawn from, each once; of an item that of its record."""
    found: dict[str, None] = {}
    for part in parts:
        named = [name for words in words_of(part) for name in ids_in(words)]
        found |= dict.fromkeys(map(owner_of, (*named, *part.about, *part.charts)))
    return list(found)


def words_of(part: Part) -> tuple[str, ...]:
    """Everything that a part says."""
    return (part.title, *part.text, *part.points, *(cell for row in part.rows for cell in row))
