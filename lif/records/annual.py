"""The Board's annual report: what people wrote for it. All else in it is drawn from the records each time it is built."""

import re
from typing import Annotated, Literal

from pydantic import Field

from lif.records.base import (
    Day,
    IndicatorName,
    Model,
    Reference,
    ShownRecord,
    Text,
    ThemeName,
    Who,
)

AnnualSection = Literal[
    "foreword", "summary", "performance", "weaknesses", "reviews", "learning", "audits", "voice", "training",
    "attendance", "child-deaths", "challenge", "priorities", "next-year",
]  # fmt: skip
"""The sections of the report, in their order. Each has a place for what only a person can write."""

_NAME = re.compile(r"((?:19|20|21)[0-9]{2})-([0-9]{2})")


class AnnualText(Model):
    """What somebody wrote for a section: a judgement that no record holds."""

    text: Text
    """The words, as they are to be printed. Lines with nothing between them are paragraphs."""
    by: Who
    date: Day
    """The day it was last written."""


class Weakness(Model):
    """A weakness of the year, its causes and what is done about them."""

    id: Annotated[str, Field(pattern=r"^W[1-9][0-9]*$")]
    """Its number in the report."""
    text: Text
    """What is weak, in words that identify nobody."""
    causes: list[Text] = []
    """Why it is so. A report without causes only describes."""
    action: Text | None = None
    """What is done about the causes, or what is proposed."""
    records: list[Reference] = []
    """The records that show it, or that answer it."""
    indicators: list[IndicatorName] = []
    """The indicators whose figures show it."""
    themes: list[ThemeName] = []
    """The themes that came back in it."""
    by: Who
    date: Day
    """The day it was last written."""


class WithoutLesson(Model):
    """A review of the year from which the report draws no lesson, and why."""

    review: Reference
    reason: Text
    """Why there is none, such as that the review has only begun. It is printed."""
    by: Who
    date: Day
    """The day on which that was said."""


class Annual(ShownRecord):
    """The annual report of a financial year; the name of its file is the year, such as `2017-18`. Only one for the
    public has a public edition."""

    texts: dict[AnnualSection, AnnualText] = {}
    """What people wrote, by section."""
    weaknesses: list[Weakness] = []
    without_lessons: list[WithoutLesson] = []
    agreed: Day | None = None
    """The day on which the Board agreed it."""
    published: Day | None = None
    """The day on which it was published."""


def period_named(name: str) -> str:
    """The financial year that a report is called by: `2017/18` for `2017-18`; "" where it is none."""
    match = _NAME.fullmatch(name)
    follows = match is not None and (int(match[1]) + 1) % 100 == int(match[2])
    return f"{match[1]}/{match[2]}" if match and follows else ""
