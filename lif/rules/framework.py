"""What must hold of the Board's framework: that every obligation can be shown, by queries that can find something."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lif.records.fields import field_of, fields_known
from lif.records.framework import Condition, Each, Evidence, Framework, Obligation, Selection
from lif.records.kinds import BY_NAME
from lif.rules.logs import order_faults
from lif.rules.names import nearest
from lif.store.board import Loaded
from lif.store.faults import Fault, Path

FILE: Final = "records/framework.yaml"
_RECORDS: Final = {"record", "agency", "who", "indicator", "instrument"}
"""What may be named in a field, where that is a record."""
_WORD: Final = re.compile(r"[\w.-]{1,40}")


def framework_faults(loaded: Loaded) -> Iterator[Fault]:
    """What is wrong with the framework by itself."""
    framework: Framework = loaded.record
    yield from order_faults(FILE, loaded.id, ("log",), framework.log)
    yield from _twice(("obligations",), [one.id for one in framework.obligations])
    yield from _twice(("sections",), [one.id for one in framework.sections])
    for number, obligation in enumerate(framework.obligations):
        yield from _obligation(("obligations", number), obligation)
    yield from _log(framework)


def _obligation(path: Path, one: Obligation) -> Iterator[Fault]:
    if one.owner is None:
        message = f"Nobody answers for {one.id}: it has no owner."
        yield _fault((*path, "id"), "D623", message, "Add under it: owner: …, a role, group or agency.")
    places = [(*path, "how_often", "months")] if one.how_often.months == 0 else []
    if one.judgement:
        places += [(*path, "judgement", "months")] if one.judgement.months == 0 else []
        points = [point.id for point in one.judgement.points]
        yield from _twice((*path, "judgement", "points"), points)
    for place in places:
        message = f"{one.id} would be wanted every 0 months, so it could never be met."
        yield _fault(place, "D622", message, "Give the months, such as 12; or take the key out.")
    if not one.evidence and not one.judgement:
        message = f"Nothing could show that {one.id} is done: it has no evidence and no judgement."
        hint = "Add evidence that counts, or a judgement with the question that is judged."
        yield _fault((*path, "id"), "D626", message, hint)
    elif one.evidence and one.each is None and one.how_often.months is None:
        message = (
            f"{one.id} never falls due: it says neither how many months there are nor what it is held to."
        )
        hint = "Add months under how_often, or each with what it is held to."
        yield _fault((*path, "how_often"), "D626", message, hint, severity="warning")
    if one.begins and one.ends and one.ends.latest < one.begins.earliest:
        message = f"{one.id} ends before it begins, so it never applies."
        yield _fault((*path, "ends"), "D626", message, "Mend begins or ends, or take one of them out.")
    if one.each:
        yield from _selection((*path, "each"), one.each)
        if one.each.kind in BY_NAME:
            yield from _dated((*path, "each"), one.each.kind, "", one.each.since, "since")
            yield from _dated((*path, "each"), one.each.kind, "", one.each.until, "until")
    for number, need in enumerate(one.evidence):
        for position, evidence in enumerate(need.counts):
            here = (*path, "evidence", number, "counts", position)
            yield from _selection(here, evidence)
            yield from _link(here, evidence, one.each)
            if one.how_often.months and evidence.entries is None and evidence.dated is None:
                message = (
                    f"{one.id} is wanted every {one.how_often.months} months, and this counts without a day, so "
                    "that it would be met for good."
                )
                yield _fault(
                    (*here, "kind"), "D630", message, f"Add dated, with one of: {_days(evidence.kind)}."
                )


def _selection(path: Path, selection: Selection) -> Iterator[Fault]:
    """Kinds, fields and words that there are none of."""
    if selection.kind not in BY_NAME:
        hint = nearest(selection.kind, list(BY_NAME)) or f"One of: {', '.join(BY_NAME)}."
        yield _fault((*path, "kind"), "D620", f"No kind of record is called {selection.kind}.", hint)
        return
    kind = selection.kind
    yield from _conditions((*path, "whose"), kind, "", selection.whose)
    if selection.entries is None:
        if selection.having:
            message = "Something is asked of entries, and it is not said of which."
            yield _fault((*path, "having"), "D628", message, "Add entries: …, such as entries: log")
        yield from _dated(path, kind, "", selection.dated)
        return
    there = field_of(kind, selection.entries)
    if there is None or not there.holds_parts:
        yield from _field((*path, "entries"), kind, "", selection.entries, parts=True)
        return
    yield from _conditions((*path, "having"), kind, selection.entries, selection.having)
    yield from _dated(path, kind, selection.entries, selection.dated)


def _dated(path: Path, kind: str, within: str, field: str | None, key: str = "dated") -> Iterator[Fault]:
    """A field that is to hold a day, and holds none."""
    here = (*path, key)
    yield from _field(here, kind, within, field)
    there = field_of(kind, _path(within, field)) if field else None
    if field and there and not there.holds_days:
        message = f"In a record of kind {kind} the field {_path(within, field)} never holds a day."
        yield _fault(here, "D621", message, f"One of: {_days(kind, within)}.")


def _days(kind: str, within: str = "") -> str:
    """The fields that hold days, of a kind or of the entries in it; of lists the days of their entries."""
    known = [_path(within, name) for name in fields_known(kind, within)]
    fields = [place for name in known for place in (name, f"{name}.date") if _holds_days(kind, place)]
    return ", ".join(field.removeprefix(f"{within}.") for field in fields)


def _holds_days(kind: str, field: str) -> bool:
    there = field_of(kind, field)
    return there is not None and there.holds_days


def _conditions(path: Path, kind: str, within: str, conditions: Sequence[Condition]) -> Iterator[Fault]:
    for number, condition in enumerate(conditions):
        here = (*path, number)
        faults = list(_field((*here, "field"), kind, within, condition.field))
        yield from faults
        if not (condition.any_of or condition.none_of or condition.names or condition.at_least) and (
            condition.filled is None
        ):
            message = f"Nothing is asked of the field {condition.field}, so every record would do."
            hint = "Add what it has to say, such as any_of: with a word; or filled: true"
            yield _fault((*here, "field"), "D630", message, hint)
        for place, name in enumerate(condition.names):
            if name not in BY_NAME or not BY_NAME[name].prefix:
                numbered = [kind for kind, one in BY_NAME.items() if one.prefix]
                hint = nearest(name, numbered) or f"One of: {', '.join(numbered)}."
                message = f"No kind of numbered record is called {name}."
                yield _fault((*here, "names", place), "D620", message, hint)
        there = None if faults else field_of(kind, _path(within, condition.field))
        if there and there.words:
            for key, said in (("any_of", condition.any_of), ("none_of", condition.none_of)):
                for place, word in enumerate(said):
                    if word not in there.words:
                        known = sorted(there.words)
                        hint = nearest(word, known) or f"One of: {', '.join(known)}."
                        shown = word if _WORD.fullmatch(word) else "this"
                        message = (
                            f"In a record of kind {kind} the field {condition.field} never says {shown}."
                        )
                        yield _fault((*here, key, place), "D627", message, hint)


def _field(path: Path, kind: str, within: str, field: str | None, *, parts: bool = False) -> Iterator[Fault]:
    """A field that a record, or an entry in it, does not have."""
    if field is None or (not parts and field_of(kind, _path(within, field))):
        return
    known = fields_known(kind, _path(within, field).rpartition(".")[0])
    where = f"An entry under {within} of a {BY_NAME[kind].word}" if within else f"A {BY_NAME[kind].word}"
    if parts and field_of(kind, field):
        message = f"The field {field} of a {BY_NAME[kind].word} holds no entries."
        hint = "Name a list of entries, such as log."
    else:
        message = f"{where} has no field called {field}."
        hint = nearest(field.rpartition(".")[2], known) or f"One of: {', '.join(known)}."
    yield _fault(path, "D621", message, hint)


def _link(path: Path, evidence: Evidence, each: Each | None) -> Iterator[Fault]:
    """Evidence of which nobody can tell what it is held to."""
    if evidence.kind not in BY_NAME:
        return
    if evidence.linked:
        yield from _field((*path, "linked"), evidence.kind, "", evidence.linked)
        there = field_of(evidence.kind, evidence.linked)
        if there and not there.names & _RECORDS:
            message = f"In a record of kind {evidence.kind} the field {evidence.linked} names no record."
            yield _fault((*path, "linked"), "D621", message, "Give the field that names it, such as sources.")
    held = bool(evidence.linked or evidence.before_days is not None or evidence.lead_days is not None)
    if each is None and held:
        message = "This is held to something one by one, and it is not said to what."
        yield _fault((*path, "kind"), "D628", message, "Add each to the obligation, with the kind of record.")
    elif each and evidence.kind != each.kind and not (evidence.linked or evidence.before_days is not None):
        message = f"It cannot be told for which {each.called} a {BY_NAME[evidence.kind].word} counts."
        hint = "Add linked with the field that names it, such as sources; or before_days."
        yield _fault((*path, "kind"), "D628", message, hint)


def _log(framework: Framework) -> Iterator[Fault]:
    """Entries about what the framework does not ask."""
    known = {one.id: one for one in framework.obligations}
    for number, entry in enumerate(framework.log):
        one = known.get(entry.clause)
        if one is None:
            hint = nearest(entry.clause, list(known)) or "See what there is with: lif assure"
            message = f"The framework has no obligation called {entry.clause}."
            yield _fault(("log", number, "clause"), "D625", message, hint)
            continue
        points = [point.id for point in one.judgement.points] if one.judgement else []
        if entry.entry == "judged" and one.judgement is None:
            message = f"{one.id} is shown by records; it is not judged."
            yield _fault(
                ("log", number, "clause"), "D625", message, "Add judgement to it, or write recorded."
            )
        elif entry.entry == "judged" and entry.point and entry.point not in points:
            hint = nearest(entry.point, points) or (
                f"One of: {', '.join(points)}." if points else "Take it out."
            )
            message = f"{one.id} has no point called {entry.point}."
            yield _fault(("log", number, "point"), "D625", message, hint)


def _twice(path: Path, ids: Sequence[str]) -> Iterator[Fault]:
    # Commands take an id in capitals or not, so two that differ only in that are one to them.
    same = [name.casefold() for name in ids]
    for number, name in enumerate(same):
        if name in same[:number]:
            message = f"{ids[number]} stands twice: here and at {path[-1]} {same.index(name) + 1}."
            yield _fault((*path, number, "id"), "D624", message, "Give one of them another id.")


def _path(within: str, field: str) -> str:
    return f"{within}.{field}" if within else field


def _fault(path: Path, code: str, message: str, hint: str, *, severity: str = "error") -> Fault:
    if severity == "warning":
        return Fault(FILE, path, code, message, hint, "framework", severity="warning")
    return Fault(FILE, path, code, message, hint, "framework")
