"""What must hold of instruments: every item, question and grade once, and a scale from the worst to the best."""

from collections.abc import Iterator, Sequence

from lif.records.instrument import Instrument
from lif.records.returns import CHOOSE, NOT_APPLICABLE, NOT_APPLICABLE_WORDS
from lif.store.board import Loaded
from lif.store.faults import Fault, Path


def instrument_faults(loaded: Loaded) -> Iterator[Fault]:
    """Numbers that stand twice, grades that are not in order, and labels that mean two things."""
    instrument: Instrument = loaded.record
    sections = [(("sections", at, "id"), section.id) for at, section in enumerate(instrument.sections)]
    items: list[tuple[Path, str]] = [
        (("sections", at, "items", place, "id"), item.id)
        for at, section in enumerate(instrument.sections)
        for place, item in enumerate(section.items)
    ]
    items += [(("questions", at, "id"), question.id) for at, question in enumerate(instrument.questions)]
    grades = [(("scale", at, "id"), grade.id) for at, grade in enumerate(instrument.scale)]
    labels = [(("scale", at, "label"), _folded(grade.label)) for at, grade in enumerate(instrument.scale)]
    for named in (sections, items, grades, labels):
        yield from _twice(loaded, named)
    yield from _taken_labels(loaded, instrument)
    for at, grade in enumerate(instrument.scale):
        if grade.id == NOT_APPLICABLE:
            message = f"{NOT_APPLICABLE} means not applicable; a grade of the scale cannot be called so."
            hint = "Take it out of the scale; not_applicable says whether it may be answered."
            yield Fault(loaded.file, ("scale", at, "id"), "D502", message, hint, loaded.id)
        if not grade.meets and any(before.meets for before in instrument.scale[:at]):
            message = f"{grade.label} does not meet the standard, and stands after a grade that does."
            hint = "List the grades from the worst to the best, or correct `meets`."
            yield Fault(loaded.file, ("scale", at, "meets"), "D502", message, hint, loaded.id)
    if len({grade.meets for grade in instrument.scale}) == 1:
        message = "All grades meet the standard, or none does, so nobody can be told to be below it."
        hint = "Say with `meets` which grades meet the standard."
        yield Fault(loaded.file, ("scale",), "D502", message, hint, loaded.id)


def _taken_labels(loaded: Loaded, instrument: Instrument) -> Iterator[Fault]:
    """Labels that forms take for something else."""
    for at, grade in enumerate(instrument.scale):
        label = _folded(grade.label)
        if label == _folded(CHOOSE) or label in NOT_APPLICABLE_WORDS:
            message = f"Forms take {grade.label} for no grade of the scale."
        elif label in instrument.grades and label != grade.id:
            message = f"{grade.label} is the label of {grade.id}, and the id of another grade."
        else:
            continue
        hint = "Give the grade another label, so that an answer means one thing."
        yield Fault(loaded.file, ("scale", at, "label"), "D502", message, hint, loaded.id)


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())


def _twice(loaded: Loaded, named: Sequence[tuple[Path, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            message = f"{name} stands twice in this instrument."
            hint = "Answers are told apart by it: give one of them another."
            yield Fault(loaded.file, path, "D501", message, hint, loaded.id)
        seen.add(name)
