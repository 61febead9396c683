"""What must hold of annual reports: a year, days in their order, causes and actions, and lessons from every review."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from lif.records.annual import Annual, AnnualSection, period_named
from lif.records.naming import owner_of
from lif.rules.register import Register, ReviewOutline
from lif.store.board import Loaded
from lif.store.faults import Fault, Path

_SECTIONS: tuple[str, ...] = get_args(AnnualSection)


def annual_faults(loaded: Loaded) -> Iterator[Fault]:
    """What is wrong with one annual report by itself."""
    annual: Annual = loaded.record
    if not period_named(loaded.id):
        message = f"{loaded.id} is no financial year."
        hint = "Call the file by one, such as records/annual/2017-18.yaml for April 2017 to March 2018."
        yield Fault(loaded.file, (), "D655", message, hint, loaded.id, line=1)
    yield from _day_faults(loaded, annual)
    yield from _text_faults(loaded, annual)
    for number, weak in enumerate(annual.weaknesses):
        if not weak.causes:
            yield _unfinished(loaded, number, "D657", f"Weakness {weak.id} names no cause.", "--cause")
        if not weak.action:
            message = f"Nothing is done about weakness {weak.id}."
            yield _unfinished(loaded, number, "D658", message, "--action")
    yield from _twice(loaded, "weaknesses", "id", [one.id for one in annual.weaknesses])
    yield from _twice(loaded, "without_lessons", "review", [one.review for one in annual.without_lessons])
    for number, one in enumerate(annual.without_lessons):
        if not one.review.startswith("CR-") or "." in one.review:
            message = f"{one.review} is no review."
            hint = "Name a review by its id, such as CR-2017-001."
            yield Fault(loaded.file, ("without_lessons", number, "review"), "D662", message, hint, loaded.id)


def left_out_faults(register: Register) -> Iterator[Fault]:
    """Reviews of the year on which an agreed report is silent: no lesson, no finding, and no reason."""
    for outline in register.of("annual"):
        loaded = register.record_of(outline.file)
        period = period_named(outline.id)
        if loaded is None or not period or not loaded.record.agreed:
            continue
        first = date(int(period[:4]), 4, 1)
        last = date(first.year + 1, 3, 31)
        learned = {owner_of(name) for one in register.of("learning") for name in one.names.get("record", ())}
        said = learned | {one.review for one in loaded.record.without_lessons}
        for review in register.of("review"):
            held = review.review
            if held and review.id not in said and not held.findings and _of_year(held, first, last):
                message = f"The report was agreed without a lesson from {review.id}, and does not say why."
                hint = (
                    f"Open a lesson: lif learning new --source {review.id}; or say why: lif edit {outline.id}"
                )
                yield Fault(outline.file, ("agreed",), "D663", message, hint, outline.id, severity="warning")


def _of_year(review: ReviewOutline, first: date, last: date) -> bool:
    if any(first <= day <= last for day in review.days):
        return True
    return review.days[0] < first and (review.end is None or review.end >= first)


def _day_faults(loaded: Loaded, annual: Annual) -> Iterator[Fault]:
    period = period_named(loaded.id)
    ends = date(int(period[:4]) + 1, 3, 31) if period else None
    if annual.agreed and ends and annual.agreed <= ends:
        message = f"The report was agreed on {annual.agreed}, before the year it is about had ended."
        yield Fault(loaded.file, ("agreed",), "D659", message, "Correct the day.", loaded.id)
    if annual.published and (annual.agreed is None or annual.published < annual.agreed):
        message = "The report was published before the Board had agreed it."
        hint = "Add agreed, or correct one of the days."
        yield Fault(loaded.file, ("published",), "D659", message, hint, loaded.id)


def _text_faults(loaded: Loaded, annual: Annual) -> Iterator[Fault]:
    if not annual.agreed:
        return
    missing = [name for name in _SECTIONS if name not in annual.texts]
    if missing:
        message = f"The report was agreed without words for: {', '.join(missing)}."
        hint = f"Write them, or take agreed out: lif edit {loaded.id}"
        yield Fault(loaded.file, ("agreed",), "D656", message, hint, loaded.id, severity="warning")
    for name, text in annual.texts.items():
        if text.date > annual.agreed:
            message = f"This was written on {text.date}, after the Board agreed the report ({annual.agreed})."
            hint = "Bring it to the Board again and correct agreed, or correct the day."
            place: Path = ("texts", name, "date")
            yield Fault(loaded.file, place, "D661", message, hint, loaded.id, severity="warning")


def _twice(loaded: Loaded, field: str, key: str, names: Sequence[str]) -> Iterator[Fault]:
    for number, name in enumerate(names):
        if name in names[:number]:
            message = f"{name} stands twice: here and at {field} {names.index(name) + 1}."
            yield Fault(loaded.file, (field, number, key), "D660", message, "Keep one of them.", loaded.id)


def _unfinished(loaded: Loaded, number: int, code: str, message: str, option: str) -> Fault:
    weak = loaded.record.weaknesses[number].id
    hint = f"Write it anew with {option}: lif annual weakness {loaded.id} --number {weak}"
    return Fault(loaded.file, ("weaknesses", number, "id"), code, message, hint, loaded.id, severity="remark")
