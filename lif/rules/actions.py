"""What is worth a look in how an action is written: who leads it, what it needs, by when, and for what difference.

All of it is a remark, and only on actions of which nobody said yet that they were done: what is finished is not
written anew. The advice is that of the Framework (A7, Planning for improvement): leads and resources stated even
if none, short activities, a measurable difference, realistic end dates, no words such as `ongoing`.
"""

from collections.abc import Iterator, Mapping

from lif.records.plan import Action, Measure, Note, Plan, Revised
from lif.rules.action_course import STEPS, passage
from lif.rules.wording.lists import Vague
from lif.rules.wording.measurable import better_in_command, better_in_result, can_be_counted, has_figure
from lif.rules.wording.placeholders import names_everybody, names_nothing
from lif.rules.wording.quoting import better_words, quoted
from lif.rules.wording.restating import restates
from lif.rules.wording.several import activities_in, may_hold_several
from lif.rules.wording.vague import may_be_vague, vague_in
from lif.store.board import Loaded
from lif.store.faults import Fault, Path

_STEPS = frozenset(word for word, step in STEPS.items() if step.to)
"""Entries that change the state of an action; without any of them it is open."""

_SHORT = 50
"""Characters. A longer note tells something, whatever words it uses."""

Remark = tuple[Path, str, str, str]
"""Where it stands below the action, its code, what was found and how it can be written instead."""


def action_remarks(loaded: Loaded) -> Iterator[Fault]:
    """What is worth a look in the open actions of a plan."""
    plan: Plan = loaded.record
    unfinished = [
        (number, action)
        for number, action in enumerate(plan.actions)
        if _STEPS.isdisjoint([entry.entry for entry in action.log]) or passage(action.log).state == "open"
    ]
    # Most plans have nothing of the kind, and to look at all their texts at once takes a tenth of the time.
    vague = may_be_vague([text for _, action in unfinished for _, text in _texts(action)])
    several = may_hold_several([action.text for _, action in unfinished])
    for number, action in unfinished:
        name = f"{plan.id}.{action.id}"
        found = [*_missing(name, action), *_difference(name, action), *_restated(name, action)]
        if vague:
            found += _vague(name, action)
        if several:
            found += _several(name, action)
        for below, code, message, hint in found:
            path = ("actions", number, *below)
            yield Fault(loaded.file, path, code, message, hint, loaded.id, severity="remark")


def _missing(name: str, action: Action) -> Iterator[Remark]:
    """Nobody leads it, nothing is said of what it needs, or it has no end."""
    if action.lead is None:
        hint = f"Name an agency of the Board, and a post in it, under lead: {_edit(name)}"
        yield (), "D470", f"{name} has no lead agency and no lead role.", hint
    elif word := names_nothing(action.lead.role) or names_everybody(action.lead.role):
        message = f"{name} has `{word}` as its lead role, which is no post that can be asked."
        yield (
            ("lead", "role"),
            "D471",
            message,
            "Name one post, such as Head of Safeguarding; others can help.",
        )
    if action.resource is None:
        yield (), "D472", f"{name} does not say what it needs.", _resource_hint(name)
    elif word := names_nothing(action.resource):
        message = f"{name} has `{word}` where it should say what it needs."
        yield ("resource",), "D472", message, _resource_hint(name)
    if action.due is None and not any(isinstance(entry, Revised) for entry in action.log):
        hint = f"Agree a day that can be met, and put it under due: {_edit(name)}"
        yield (), "D473", f"{name} has no end date.", hint


def _resource_hint(name: str) -> str:
    return f"Say what it needs (days, money, a room), or None where it needs nothing: {_edit(name)}"


def _edit(name: str) -> str:
    """The command that opens the plan of an action."""
    return f"lif edit {name.partition('.')[0]}"


def _difference(name: str, action: Action) -> Iterator[Remark]:
    """No outcome; no measure where none is to be seen from the outcome; a measure that can be read either way."""
    measure = action.measure
    if action.outcome is None:
        more = " and no measure" if measure is None else ""
        hint = f"Say what will be different for children, and how that is seen: {_edit(name)}"
        yield (), "D474", f"{name} has no outcome{more}.", hint
    elif measure is None and not has_figure(action.outcome):
        hint = f"Say what is counted or looked at, how it is now, and how it is to be: {_edit(name)}"
        words = better_in_command(action.text) or better_in_result(action.outcome)
        message = f"{name} has no measure"
        if words:
            message += f": {quoted(words)} says that something gets better, and not how that is seen"
        yield (), "D475", f"{message}.", hint
    if measure is not None:
        yield from _measure(name, measure)


def _measure(name: str, measure: Measure) -> Iterator[Remark]:
    if missing := [key for key in ("baseline", "target") if getattr(measure, key) is None]:
        # `36 of 40 forms` says its target itself.
        if missing == ["target"] and can_be_counted(measure.text):
            return
        message = f"The measure of {name} has no {' and no '.join(missing)}."
        hint = "Say how it stands now (or: not known) under baseline, and how it is to stand under target."
        yield ("measure",), "D476", message, hint
    elif measure.target and (words := better_in_result(measure.target)):
        message = f"The target of {name} says {quoted(words)}, and not how much."
        yield ("measure", "target"), "D476", message, "Give a figure: 8 in 10, 30 a month, all, none."


def _texts(action: Action) -> list[tuple[Path, str]]:
    """Where vague words are looked for."""
    texts: list[tuple[Path, str]] = [(("text",), action.text)]
    if action.outcome:
        texts.append((("outcome",), action.outcome))
    if measure := action.measure:
        texts.append((("measure", "text"), measure.text))
        if measure.target:
            texts.append((("measure", "target"), measure.target))
    if action.log and isinstance(last := action.log[-1], Note) and len(last.note) <= _SHORT:
        texts.append((("log", len(action.log) - 1, "note"), last.note))
    return texts


def _vague(name: str, action: Action) -> Iterator[Remark]:
    """Vague words; in a note only where it is the last that was heard, and says little else."""
    for path, text in _texts(action):
        found = vague_in(text)
        if found and path[0] == "log":
            message = f"The latest note on {name} says {quoted(found)}, and little else."
            hint = f'Say what was done, and what comes next by when: lif action note {name} "…"'
            yield path, "D477", message, hint
        elif found:
            yield path, "D477", f"{name} says {quoted(found)}{_open(found)}", better_words(found)


def _open(found: Mapping[str, Vague]) -> str:
    """What the words leave open, to follow them in a sentence."""
    whys = {each.why for each in found.values()}
    if len(whys) > 1:
        return ", which leave open what exactly will be done, how much of it or by when."
    why = whys.pop()
    return f": {why[0].lower()}{why[1:]}"


def _several(name: str, action: Action) -> Iterator[Remark]:
    if found := activities_in(action.text):
        message = f"{name} seems to hold more than one activity: see {quoted(found)}."
        hint = f"Give each its own action, with its own lead and end date: lif action add {name.partition('.')[0]}"
        yield ("text",), "D478", message, hint


def _restated(name: str, action: Action) -> Iterator[Remark]:
    if action.outcome and restates(action.text, action.outcome):
        message = f"The outcome of {name} says again what is to be done."
        yield ("outcome",), "D479", message, "Say what will be different for children once it is done."
