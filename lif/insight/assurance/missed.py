"""What did not count for something that is not shown, and why: records that come near to what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.insight.assurance.data import NeedStanding, Part
from lif.insight.assurance.fields import day_at, holds, lacks, values_at, word_of
from lif.insight.wording import counted, day_words, either, listed, plain
from lif.records.framework import Condition, Evidence
from lif.store.board import Board, Loaded

_BARE = ("nothing ", "none of its ", "no day ")
_MOST = 5
"""Records of one reason that are named; of more it is said how many there are."""


@dataclass(frozen=True, slots=True)
class Missed:
    """One record that did not count, or several for the same reason."""

    id: str
    """Its id; "" for several."""
    why: str
    bare: bool = False
    """Whether it is the very record that is looked at, of which no more can be said than that this is not in it."""


def missed(board: Board, part: Part, need: NeedStanding, day: date) -> list[Missed]:
    """What came near to showing something that is not shown."""
    found: dict[str, Missed] = {}
    for hit in need.hits:
        old = f"too old: {day_words(hit.day)}" if hit.day else "too few of them"
        found.setdefault(hit.id, Missed(hit.id, old))
    for evidence in need.need.counts:
        for one in _near(board, part, evidence, day):
            if one.id not in found:
                found[one.id] = one
    reasons: dict[str, list[Missed]] = {}
    for one in found.values():
        reasons.setdefault(one.why, []).append(one)
    return [
        one
        for why, group in reasons.items()
        for one in (group if len(group) <= _MOST else [Missed("", f"{len(group)} others: {why}")])
    ]


def _near(board: Board, part: Part, evidence: Evidence, day: date) -> Iterator[Missed]:
    if part.subject and evidence.kind == part.subject.kind.name and not evidence.linked:
        records = [part.subject]
    else:
        records = board.of(evidence.kind)
    for loaded in records:
        why = _why(loaded, evidence, part, day)
        if why:
            yield Missed(loaded.id, why, part.subject is loaded and why.startswith(_BARE))


def _why(loaded: Loaded, evidence: Evidence, part: Part, day: date) -> str:
    """Why a record does not count; "" where it does, or where it does not come near."""
    failing = lacks(loaded.record, evidence.whose, day)
    if failing:
        # A record of another sort altogether tells nobody anything.
        near = len(failing) == 1 and (len(evidence.whose) > 1 or part.subject is loaded)
        return _said(failing[0], loaded, day) if near else ""
    if part.subject and evidence.linked:
        names = {str(name).partition(".")[0] for name in values_at(loaded.record, evidence.linked, day)}
        if part.subject.id not in names:
            return ""
    days = list(_days(loaded, evidence, day))
    if not days:
        # That the framework's own log tells nothing of it is no record that came near.
        return "" if evidence.kind == "framework" else _nothing(evidence)
    if min(days) > day:
        return f"dated after the day that is looked from: {day_words(min(days))}"
    if part.subject and evidence.lead_days is not None:
        return (
            f"too late: {day_words(min(days))}, and {counted(evidence.lead_days, 'day')} before were wanted"
        )
    return ""


def _nothing(evidence: Evidence) -> str:
    if evidence.entries is None:
        return f"no day stands under {evidence.dated}" if evidence.dated else ""
    words = [word for condition in evidence.having for word in condition.any_of if condition.field == "entry"]
    return (
        f"nothing in it says {listed(map(plain, words))}"
        if words
        else f"nothing stands under {evidence.entries}"
    )


def _days(loaded: Loaded, evidence: Evidence, day: date) -> Iterator[date]:
    if evidence.entries is None:
        when = day_at(loaded.record, evidence.dated, day) if evidence.dated else None
        if when:
            yield when
        return
    having = holds(evidence.having, day)
    for entry in values_at(loaded.record, evidence.entries, day):
        if having(entry) and (when := day_at(entry, evidence.dated or "date", day)):
            yield when


def _said(condition: Condition, loaded: Loaded, day: date) -> str:
    """What a field does not say. Only words of lists are repeated, never what somebody wrote."""
    if condition.any_of or condition.none_of:
        short = [
            word for word in map(word_of, values_at(loaded.record, condition.field, day)) if " " not in word
        ]
        wanted = condition.any_of or [f"anything but {word}" for word in condition.none_of]
        whole, _, inner = condition.field.replace("_", " ").partition(".")
        if inner and not short:
            return f"none of its {whole} has the {inner} {either(map(plain, wanted))}"
        is_ = f" is {listed(short)}, not" if short else " does not say"
        return f"its {plain(condition.field.replace('_', ' '))}{is_} {either(wanted)}"
    if condition.at_least:
        return f"it has fewer than {condition.at_least} under {condition.field}"
    return (
        f"nothing is recorded under {condition.field}"
        if condition.filled
        else f"something stands under {condition.field}"
    )
