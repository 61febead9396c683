"""What must hold of learning: the order of the loop, what each stage needs, and pseudonyms."""

from collections.abc import Iterator

from lif.records.learning import Learning, LessonEvaluated
from lif.records.pseudonyms import looks_like_a_pseudonym
from lif.rules.logs import order_faults
from lif.store.board import Loaded
from lif.store.faults import Fault, Path

NEEDS = {"embedded": "spread", "evaluated": "spread"}
"""What must stand in the log before an entry: nobody changes what they do, or can be asked about it, untold."""


def learning_faults(loaded: Loaded) -> Iterator[Fault]:
    """A lesson without a source, stages out of order, and evaluations that say too little or too much."""
    lesson: Learning = loaded.record
    yield from order_faults(loaded.file, loaded.id, ("log",), lesson.log)
    if not lesson.sources and not lesson.external:
        message = "This lesson names no source, so nobody can tell where it was learned."
        hint = "Add: sources: or external: with what taught it."
        yield Fault(loaded.file, ("title",), "D493", message, hint, loaded.id)
    yield from _loop_faults(loaded, lesson)
    for number, entry in enumerate(lesson.log):
        if isinstance(entry, LessonEvaluated):
            yield from _evaluation_faults(loaded, ("log", number), entry)


def _loop_faults(loaded: Loaded, lesson: Learning) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, entry in enumerate(lesson.log):
        path: Path = ("log", number, "entry")
        if "closed" in seen:
            message = "The lesson was closed; nothing can follow that."
            yield Fault(loaded.file, path, "D490", message, "Open a new lesson instead.", loaded.id)
        if (entry.entry == "identified") != (number == 0):
            message = (
                "The log of a lesson begins with the day on which it was identified."
                if number == 0
                else "A lesson is identified once, at the beginning of its log."
            )
            yield Fault(loaded.file, path, "D491", message, _IDENTIFIED[number == 0], loaded.id)
        before = NEEDS.get(entry.entry)
        if before and before not in seen:
            message = f"The lesson is marked {entry.entry}, but nobody was told of it before."
            hint = f"Add the entry `{before}` first: how it was spread, to whom, and how many it reached."
            yield Fault(loaded.file, path, "D492", message, hint, loaded.id)
        if isinstance(entry, LessonEvaluated) and entry.result == "improved" and "embedded" not in seen:
            message = "Things improved, but what changed in practice is not recorded."
            hint = "Add the entry `embedded` before it, with what is done differently."
            yield Fault(loaded.file, path, "D494", message, hint, loaded.id, severity="warning")
        seen.add(entry.entry)


_IDENTIFIED = {
    True: "Add the entry `identified` at the top of the log.",
    False: "Write `noted` here, or take the entry out.",
}


def _evaluation_faults(loaded: Loaded, path: Path, entry: LessonEvaluated) -> Iterator[Fault]:
    if entry.method == "tracking" and not entry.children:
        message = "Individual children were tracked, and none of them is listed."
        hint = "Add: children: with a pseudonym and what the learning would have changed for each child."
        yield Fault(loaded.file, (*path, "method"), "D496", message, hint, loaded.id)
    if entry.number is not None and entry.number < len(entry.children):
        message = f"{entry.number} were looked at, yet {len(entry.children)} children are listed."
        hint = "Correct the number, or take out who was not tracked."
        yield Fault(loaded.file, (*path, "number"), "D497", message, hint, loaded.id)
    codes = [" ".join(child.code.casefold().split()) for child in entry.children]
    for number, child in enumerate(entry.children):
        place = (*path, "children", number, "code")
        if not looks_like_a_pseudonym(child.code):
            # What may be a name is not repeated.
            message = "This child is called by what does not look like a pseudonym."
            hint = "Write a code such as Child R1, and keep the key to it outside the repository."
            yield Fault(loaded.file, place, "D498", message, hint, loaded.id)
        if codes[number] in codes[:number]:
            message = f"This child stands twice: here and at children {codes.index(codes[number]) + 1}."
            yield Fault(loaded.file, place, "D497", message, "Take one of them out.", loaded.id)
