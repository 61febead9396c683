"""No review duplicates another: cases of the same subject whose times overlap, here or led elsewhere."""

from collections import defaultdict
from collections.abc import Iterator

from lif.rules.register import Outline, Register
from lif.store.faults import Fault


def duplicate_faults(register: Register) -> Iterator[Fault]:
    """Cases of the same subject whose times overlap and which have not ended; each is set beside the first other."""
    by_subject: dict[str, list[Outline]] = defaultdict(list)
    for outline in register.of("review"):
        if outline.case is None:
            continue
        earlier = [other for subject in outline.case.subjects for other in by_subject[subject]]
        other = next((other for other in earlier if _overlap(outline, other)), None)
        if other:
            yield _fault(outline, other)
        for subject in outline.case.subjects:
            by_subject[subject].append(outline)


def _overlap(one: Outline, other: Outline) -> bool:
    if one.case is None or other.case is None or other.id in one.case.named or one.id in other.case.named:
        return False
    return one.case.start <= other.case.end and other.case.start <= one.case.end


def _fault(outline: Outline, other: Outline) -> Fault:
    led = [
        f"{one.id} is led by {one.case.led_by}" for one in (outline, other) if one.case and one.case.led_by
    ]
    elsewhere = f" ({', '.join(led)})" if led else ""
    message = (
        f"{outline.id} and {other.id} are about the same subject, and the times they look at overlap{elsewhere}: "
        "a review does not duplicate another."
    )
    hint = (
        f"If one takes the place of the other: lif review supersede {other.id} --review {outline.id}. If both "
        f'are right, say why in a note that names the other: lif review note {outline.id} "Beside {other.id}, '
        'because …"'
    )
    return Fault(outline.file, ("subjects",), "D446", message, hint, outline.id, "warning")
