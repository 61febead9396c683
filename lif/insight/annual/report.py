"""The whole annual report on a day: each section with what the records say and what somebody wrote, and what is missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.insight.annual.attendance import attendance_parts
from lif.insight.annual.cases import child_death_parts, review_parts, reviews_of
from lif.insight.annual.figures import performance_parts
from lif.insight.annual.part import Look, Part, look_at
from lif.insight.annual.people import voice_parts
from lif.insight.annual.practice import audit_parts, learning_parts, training_parts
from lif.insight.annual.registers import ahead_parts, challenge_parts, number_parts, priority_parts
from lif.insight.annual.sections import SECTIONS, Section
from lif.insight.annual.weak import Sign, unexplained, weakness_parts
from lif.insight.wording import day_words
from lif.records.annual import Annual, AnnualSection, AnnualText, Weakness, period_named
from lif.rules.lookup import find_record
from lif.store.board import Board, Loaded
from lif.store.errors import NothingFound, Refusal

_PARTS: dict[AnnualSection, Callable[[Look], Iterator[Part]]] = {
    "summary": number_parts,
    "performance": performance_parts,
    "weaknesses": weakness_parts,
    "reviews": review_parts,
    "learning": learning_parts,
    "audits": audit_parts,
    "voice": voice_parts,
    "training": training_parts,
    "attendance": attendance_parts,
    "child-deaths": child_death_parts,
    "challenge": challenge_parts,
    "priorities": priority_parts,
    "next-year": ahead_parts,
}
"""What the records say in each section. The foreword is somebody's words alone."""


@dataclass(frozen=True, slots=True)
class SectionStanding:
    """One section: what the records say, and what somebody wrote."""

    section: Section
    text: AnnualText | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class AnnualStanding:
    """How far an annual report has come."""

    name: str
    """Its name, such as `2017-18`."""
    look: Look
    missing: tuple[Section, ...]
    """The sections for which nobody has written anything."""
    left_out: tuple[str, ...]
    """The reviews of the year from which no lesson is drawn, with nobody having said why."""
    without_cause: tuple[Weakness, ...]
    without_action: tuple[Weakness, ...]
    unexplained: tuple[Sign, ...]
    """What the records point to, and no weakness of the report takes up."""

    @property
    def complete(self) -> bool:
        """Whether nothing that the Framework asks of it is missing."""
        return not (self.missing or self.left_out or self.without_cause or self.without_action)


def find_annual(board: Board, name: str) -> Loaded:
    """The annual report of a year, called `2017-18` or `2017/18`. Raises NothingFound, with the way to begin one."""
    wanted = name.strip().replace("/", "-")
    if wanted not in board.by_id and wanted not in board.broken and period_named(wanted):
        raise NothingFound(
            f"There is no annual report for {period_named(wanted)}.",
            f"Begin it with: lif annual new {wanted}",
        )
    return find_record(board, wanted, "annual")


def look_of(board: Board, loaded: Loaded, day: date, *, public: bool = False) -> Look:
    """A look at the year of a report as things stood on a day. `board` holds what its readers may see.

    Raises Refusal where the report is called by no financial year, NothingFound where the year had not begun.
    """
    period = period_named(loaded.id)
    if not period:
        raise Refusal(
            f"{loaded.file} is called by no financial year.",
            "Call it by one, such as records/annual/2017-18.yaml.",
        )
    look = look_at(board, _written_by(loaded.record, day), period, day, public=public)
    if day < look.first:
        raise NothingFound(
            f"The year {period} begins on {day_words(look.first)}, after {day_words(day)}.",
            "Give a later day with: --as-of",
        )
    return look


def _written_by(annual: Annual, day: date) -> Annual:
    """The report with what had been written, agreed and published by a day."""
    return annual.model_copy(
        update={
            "texts": {name: text for name, text in annual.texts.items() if text.date <= day},
            "weaknesses": [one for one in annual.weaknesses if one.date <= day],
            "without_lessons": [one for one in annual.without_lessons if one.date <= day],
            "agreed": annual.agreed if annual.agreed and annual.agreed <= day else None,
            "published": annual.published if annual.published and annual.published <= day else None,
        }
    )


def sections_of(look: Look) -> list[SectionStanding]:
    """Every section in the order of the report."""
    return [
        SectionStanding(
            section,
            look.annual.texts.get(section.id),
            tuple(_PARTS[section.id](look)) if section.id in _PARTS else (),
        )
        for section in SECTIONS
    ]


def annual_standing(name: str, look: Look) -> AnnualStanding:
    """How far the report has come: what is missing before the Board can agree it."""
    annual = look.annual
    return AnnualStanding(
        name,
        look,
        tuple(section for section in SECTIONS if section.id not in annual.texts),
        tuple(one.standing.review.id for one in reviews_of(look) if one.left_out),
        tuple(one for one in annual.weaknesses if not one.causes),
        tuple(one for one in annual.weaknesses if not one.action),
        tuple(unexplained(look)),
    )


def missing_words(one: AnnualStanding) -> list[str]:
    """What a report lacks before it can be agreed or go to the public, each with the command that mends it."""
    name = one.name
    return [
        *(f"{section.title}: nobody has written it. lif annual write {name} {section.id}" for section in one.missing),
        *(f"{review}: a review of the year without a lesson. Open one with lif learning new --source {review}, or "
          f"say why there is none: lif annual without {name} {review}" for review in one.left_out),
        *(f"Weakness {weak.id}: no cause is named. lif annual weakness {name} --number {weak.id}"
          for weak in one.without_cause),
        *(f"Weakness {weak.id}: nothing is done about it. lif annual weakness {name} --number {weak.id}"
          for weak in one.without_action),
    ]  # fmt: skip


def annual_data(one: AnnualStanding) -> dict[str, object]:
    """How far the report has come, for JSON."""
    annual = one.look.annual
    return {
        "id": one.name,
        "period": one.look.period,
        "asOf": one.look.day.isoformat(),
        "audience": annual.audience,
        "agreed": annual.agreed.isoformat() if annual.agreed else None,
        "published": annual.published.isoformat() if annual.published else None,
        "complete": one.complete,
        "sections": [_section_data(section, annual.texts.get(section.id)) for section in SECTIONS],
        "reviewsLeftOut": list(one.left_out),
        "weaknesses": [weakness.model_dump(mode="json") for weakness in annual.weaknesses],
        "signsWithoutWeakness": [
            {"where": sign.where, "words": sign.told, "causes": sign.causes or None}
            for sign in one.unexplained
        ],
    }


def _section_data(section: Section, text: AnnualText | None) -> dict[str, object]:
    written = {"by": text.by, "date": text.date.isoformat(), "text": text.text} if text else {}
    return {"id": section.id, "title": section.title, "written": bool(text), "asks": section.asks, **written}
