"""The form on which an agency reports: what is asked, what it said last time, and how it is told apart from others."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from lif.exchange.audit_form import day_text
from lif.records.report import AgencyReport
from lif.records.report_parts import Part, held, parts_of, said

MARK: Final = "lif-report-form"
REPORT: Final = "Your report"
FIGURES: Final = "Your figures"
HELP: Final = "How to fill this in"
PART, WANTED, LAST, NOW = "Part", "What is wanted", "Last time", "Your report"
HEADINGS: Final = (PART, WANTED, LAST, NOW)
CHOOSE: Final = "Choose an answer"
"""What stands in a Word form where no answer is chosen yet."""
ANSWERS: Final = {"yes": "Yes", "no": "No", "unknown": "Not known"}
"""The answers to a question, by what is kept."""
DETAILS: Final = "Details: "
"""Before the title of a question, in the row for what is said besides its answer."""
FIGURE_HEADINGS: Final = ("Indicator", "Period", "Figure", "Before", "Target", "Beside others")


@dataclass(frozen=True, slots=True)
class Mark:
    """Which form it is: it travels in the file, hidden or small, and comes back with it."""

    kind: str
    asked: str
    """`highlight`, or the id under which the report is asked for."""
    agency: str
    period: str

    def __str__(self) -> str:
        return json.dumps([MARK, self.kind, self.asked, self.agency, self.period], ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Mark | None":
        """The mark that a cell holds; None where it is none."""
        if not text.startswith(f'["{MARK}"'):
            return None
        try:
            parts = json.loads(text)
        except ValueError:
            return None
        if len(parts) != 5 or not all(isinstance(part, str) for part in parts):
            return None
        return cls(*parts[1:])


@dataclass(frozen=True, slots=True)
class FormHead:
    """What the form says of itself."""

    board: str
    title: str
    """The report with its period."""
    agency: str
    """By its name, as it is to be read."""
    marking: str
    sent: date
    fictional: bool = False
    back_by: date | None = None
    last: str = ""
    """The report that stands beside it as the last one, in words; "" where there is none."""


@dataclass(frozen=True, slots=True)
class FormFigure:
    """One of the agency's own figures, in words."""

    cells: tuple[str, ...]
    """As the headings of the figures have them."""


LineSort = Literal["section", "text", "answer", "details", "day"]


@dataclass(frozen=True, slots=True)
class FormLine:
    """One row of the form: a heading, or something that is asked."""

    title: str
    """As it stands in the form, where it tells the rows apart."""
    sort: LineSort
    asks: str = ""
    last: str = ""
    part: Part | None = None
    """What is asked, but for who reports and signs."""
    key: str = ""
    """The key of the report, where it is no part."""


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A whole form."""

    head: FormHead
    mark: Mark
    lines: Sequence[FormLine]
    figures: Sequence[FormFigure] = field(default=())


_ABOUT: Final = (
    ("reported_by", "Who reports", "The post, and the name if you like: you speak for your agency. One on each line.",
     "text"),
    ("signed_by", "Signed by", "The post that signs for the agency.", "text"),
    ("signed_on", "Signed on", "Such as 15/01/2018.", "day"),
)  # fmt: skip


def form_lines(
    kind: str, last: AgencyReport | None, agencies: Mapping[str, str] | None = None
) -> Iterator[FormLine]:
    """The rows of a form, with what the last report of the same sort said beside each.

    `agencies` are the names of agencies by their ids, by which the last report is read to people.
    """
    section = ""
    for part in parts_of(kind):
        if part.section != section:
            section = part.section
            yield FormLine(section, "section")
        before = _said(last, part, agencies or {}) if last else ""
        if part.sort == "answer":
            asked = held(last, part) if last else None
            yield FormLine(
                part.title,
                "answer",
                "Choose Yes, No or Not known.",
                ANSWERS[asked.answer] if asked else "",
                part,
            )
            yield FormLine(f"{DETAILS}{part.title}", "details", part.asks, before, part)
        else:
            yield FormLine(part.title, "text", part.asks, before, part)
    yield FormLine("Who reports, and who signs", "section")
    for key, title, asks, sort in _ABOUT:
        value = getattr(last, key) if last and key != "signed_on" else None
        before = "\n".join(value) if isinstance(value, list) else value or ""
        yield FormLine(title, "day" if sort == "day" else "text", asks, before, key=key)


def _said(last: AgencyReport, part: Part, agencies: Mapping[str, str]) -> str:
    if part.sort != "passed-on":
        return said(last, part)
    return "\n".join(f"{agencies.get(one.agency, one.agency)}: {one.text}" for one in held(last, part) or ())


def instructions(head: FormHead) -> list[str]:
    """How it is filled in, one paragraph each."""
    back = f" by {day_text(head.back_by)}" if head.back_by else ""
    beside = (
        f" {LAST} holds what you wrote in {head.last}, so that you can see what became of it."
        if head.last
        else ""
    )
    return [
        f"This form is for {head.agency}: {head.title}. Fill in the white cells under {NOW}, save it under any name, and "
        f"send it back to {head.board}{back}.{beside}",
        "Say how much was done, how well, and what difference it made. Give the period and the definition with every "
        "number, compare it with your own past and with others, and give reasons rather than descriptions: more than "
        "one, where there may be more than one. Say what is not known.",
        "Write for somebody outside your agency: short, in plain words, with no abbreviation that is not explained.",
        "Write no name, date of birth, address or number of a child or a family: Child A, aged 7. What identifies "
        "somebody is refused, and you would be asked again. Where a number is so small that a child could be "
        "recognised, say it in words.",
        "A Yes to one of the questions opens an entry in the Board's register; the details tell it what to hold.",
        "Please leave the titles of the rows and the mark of the form as they are: by them the Board's office sees whose "
        "report it is, and on what.",
    ]
