"""The sections of the annual report: what each is called, and what a person is asked to write for it."""

from dataclasses import dataclass
from typing import get_args

from lif.records.annual import AnnualSection


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the report."""

    id: AnnualSection
    title: str
    asks: str
    """What the records cannot say, and somebody has to write."""


_SAID: dict[AnnualSection, tuple[str, str]] = {
    "foreword": (
        "Foreword",
        "What the Independent Chair wants the reader to know about the year, in half a page.",
    ),
    "summary": (
        "How well children were safeguarded",
        "The judgement on the year: how effective the work of the agencies together was, and what it rests on. Say what "
        "is not known.",
    ),
    "performance": (
        "How services performed",
        "What the figures mean: where the area does well and badly beside others and beside its own past, and why.",
    ),
    "weaknesses": (
        "Weaknesses, their causes and what is done about them",
        "How the weaknesses hang together, which weighs most, and whether what is done reaches their causes.",
    ),
    "reviews": (
        "Reviews and their lessons",
        "What the reviews of the year say together: what came back, and what was new.",
    ),
    "learning": (
        "What became of the learning",
        "Whether lessons changed practice and made a difference for children; where they did not, why.",
    ),
    "audits": (
        "Audits, and what changed",
        "What audits say about practice, and whether it was better when it was looked at again.",
    ),
    "voice": (
        "What children, families and staff said",
        "What they said most, what was done because of it, and what was not.",
    ),
    "training": (
        "Training",
        "Who was reached and who was not, and what people do differently since.",
    ),
    "attendance": (
        "Who came to the meetings",
        "What was done where an agency seldom came.",
    ),
    "child-deaths": (
        "Child deaths",
        "What was learned from children's deaths, and what agencies did with it, in words from which no child can be "
        "recognised.",
    ),
    "challenge": (
        "Challenge and risk",
        "What came of challenge between agencies, and how the Board judges the risks that are left.",
    ),
    "priorities": (
        "The priorities of the business plan",
        "How far each priority has come, and which stay.",
    ),
    "next-year": (
        "The year ahead",
        "What the Board proposes for the coming year, and why.",
    ),
}
SECTIONS: tuple[Section, ...] = tuple(Section(name, *_SAID[name]) for name in get_args(AnnualSection))
"""All sections, in the order of the report."""
BY_ID: dict[str, Section] = {section.id: section for section in SECTIONS}
