"""The form on which an agency answers an audit: what is asked, and how it is told apart from every other form."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Final

from lif.records.instrument import Instrument
from lif.records.returns import NOT_APPLICABLE, NOT_APPLICABLE_LABEL, NOT_APPLICABLE_WORDS

MARK: Final = "lif-audit-form"
ANSWERS: Final = "Answers"
SCALE: Final = "The scale"
HELP: Final = "How to fill this in"
COMPLETED_BY: Final = "Completed by (post, no name)"
CASE, ITEM, TEXT, WANTED = "Case", "No.", "What is asked", "What is to be shown"
GRADE, EVIDENCE, COMMENT = "Your grade", "Evidence, and where it is kept", "Comment"
HEADINGS: Final = (CASE, ITEM, TEXT, WANTED, GRADE, EVIDENCE, COMMENT)


@dataclass(frozen=True, slots=True)
class Mark:
    """Which form it is: it travels in the file, hidden or small, and comes back with it."""

    audit: str
    agency: str
    instrument: str
    edition: str
    items: str
    """A short hash of what is asked and of the scale, so that a changed instrument is noticed."""
    source: str = ""
    """The earlier round whose answers the form asks of again; "" where it asks afresh."""

    def __str__(self) -> str:
        parts = [MARK, self.audit, self.agency, self.instrument, self.edition, self.items, self.source]
        return json.dumps(parts if self.source else parts[:-1], ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "Mark | None":
        """The mark that a cell holds; None where it is none."""
        if not text.startswith(f'["{MARK}"'):
            return None
        try:
            parts = json.loads(text)
        except (ValueError, RecursionError):
            return None
        if len(parts) not in (6, 7) or not all(isinstance(part, str) for part in parts):
            return None
        return cls(*parts[1:])


def mark_of(audit: str, agency: str, name: str, instrument: Instrument) -> Mark:
    """The mark of a form of an instrument, known by its id."""
    said = instrument.model_dump(mode="json", include={"scale", "sections", "questions", "per"})
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return Mark(
        audit, agency, name, instrument.edition, blake2b(text.encode("utf-8"), digest_size=6).hexdigest()
    )


@dataclass(frozen=True, slots=True)
class FormHead:
    """What the form says of itself."""

    board: str
    audit: str
    theme: str
    agency: str
    """By its name, as it is to be read."""
    marking: str
    sent: date
    fictional: bool = False
    back_by: date | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of the form: the title of a section, an item, or an open question."""

    case: str
    number: str
    text: str
    wanted: str = ""
    sort: str = "item"
    """`section`, `item` or `question`."""


def form_rows(instrument: Instrument, cases: tuple[str, ...]) -> list[FormRow]:
    """The rows in natural order, those of each case together."""
    rows: list[FormRow] = []
    for case in cases or ("",):
        for section, items in instrument.in_order:
            rows.append(FormRow(case, "", f"{section.id}. {section.title}", sort="section"))
            rows += [FormRow(case, item.id, item.text, item.evidence or "") for item in items]
        if instrument.questions:
            rows.append(FormRow(case, "", "In your own words", sort="section"))
            rows += [FormRow(case, one.id, one.text, sort="question") for one in instrument.questions]
    return rows


def labels_of(instrument: Instrument) -> list[str]:
    """What can be chosen, from the worst to the best; not applicable last."""
    labels = [grade.label for grade in instrument.scale]
    return [*labels, NOT_APPLICABLE_LABEL] if instrument.not_applicable else labels


def grades_by_word(instrument: Instrument) -> dict[str, str]:
    """The grade that each label, and each id, stands for, in small letters."""
    words = {grade.id.casefold(): grade.id for grade in instrument.scale}
    words |= {" ".join(grade.label.casefold().split()): grade.id for grade in instrument.scale}
    if instrument.not_applicable:
        words |= dict.fromkeys(NOT_APPLICABLE_WORDS, NOT_APPLICABLE)
    return words


def instructions(head: FormHead, instrument: Instrument) -> list[str]:
    """How it is filled in, one paragraph each."""
    back = f" by {day_text(head.back_by)}" if head.back_by else ""
    lines = [
        f"This form is for {head.agency}: {head.theme} ({head.audit}). It holds {instrument.title}, edition "
        f"{instrument.edition}. Fill in the white cells, save it under any name, and send it back to "
        f"{head.board}{back}.",
        f"{GRADE}: choose from the list. The sheet or table of the scale says what each grade needs."
        + (f" Choose {NOT_APPLICABLE_LABEL} where you do not do this work at all, and say why."
           if instrument.not_applicable else ""),
        f"{EVIDENCE}: what shows it, its date, and who holds it. A grade without evidence is an opinion.",
    ]  # fmt: skip
    if instrument.moderated:
        lines.append("Your grade is yours. Another grade may be agreed with you later; both are kept.")
    if instrument.per == "case":
        lines.append(
            "There are rows for each case. The Board's office has told you which child each pseudonym stands for; "
            "leave the rows of a case empty where you do not know the child."
        )
    return [
        *lines,
        "Write no name, date of birth, address or number of a child, a family or a colleague: Child A, aged 7; the "
        "health visitor. What identifies somebody is refused, and you would be asked again.",
        "Please add no rows or columns, and leave the mark of the form as it is: by it the Board's office sees "
        "whose answers these are, and to which edition.",
    ]


def day_text(day: date) -> str:
    """A day as letters print it."""
    return f"{day.day} {day:%B %Y}"
