"""The names that a framework's queries look for: groups, roles, agencies, themes and more, as the Board has them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lif.records.fields import field_of
from lif.records.framework import Condition, Framework, Selection
from lif.records.kinds import BY_NAME
from lif.rules.names import NOUNS, candidates, nearest
from lif.rules.register import Register
from lif.rules.themes import theme_names
from lif.store.faults import Fault, Path
from lif.store.findings import Severity

_LISTED: Final = {
    "theme": ("theme", "themes in records/board.yaml", "lif edit board"),
    "voice-kind": ("voice kind", "voice_kinds in records/board.yaml", "lif voice kinds"),
    "stage": ("stage of escalation", "escalation in records/board.yaml", "lif edit board"),
}
"""What stands in lists of the Board that a record may run ahead of. Of several words in a query one will do."""


def framework_name_faults(register: Register) -> Iterator[Fault]:
    """Queries that look for a group, a role, an agency, a theme and so on that the Board does not have."""
    for outline in register.of("framework"):
        loaded = register.record_of(outline.file)
        if loaded and register.profile:
            known = _names(register)
            for path, selection in _selections(loaded.record):
                for fault in _of_selection(path, selection, known):
                    yield fault.at(outline.file, outline.id)


def _names(register: Register) -> dict[str, list[str]]:
    """By what can be named, all names of it; what the Board keeps no list of is not there, and may be anything."""
    profile = register.profile
    if profile is None:
        return {}
    stages = profile.settings.escalation.stages if profile.settings.escalation else []
    lists = {
        "theme": list(theme_names(profile)),
        "voice-kind": [one.id for one in profile.voice_kinds],
        "stage": [one.id for one in stages],
    }
    broken = list(register.broken)  # a record that cannot be read is there all the same
    closed = {what: [*candidates(register, what), *broken] for what in NOUNS}
    return closed | {what: names for what, names in lists.items() if names}


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A word of a query that names nothing."""

    path: Path
    what: str
    word: str
    near: str

    def at(self, file: str, record: str) -> Fault:
        """It as a fault of a file: an error, but for what stands in a list that a record may run ahead of."""
        noun, place, command = {**NOUNS, **_LISTED}[self.what]
        message = f"Evidence is looked for under {self.word}, and no {noun} is called that."
        hint = self.near or f"Add it to {place}, or see: {command}"
        severity: Severity = "warning" if self.what in _LISTED else "error"
        return Fault(file, self.path, "D629", message, hint, record, severity)


def _selections(framework: Framework) -> Iterator[tuple[Path, Selection]]:
    for number, obligation in enumerate(framework.obligations):
        path: Path = ("obligations", number)
        if obligation.each:
            yield (*path, "each"), obligation.each
        for position, need in enumerate(obligation.evidence):
            for place, evidence in enumerate(need.counts):
                yield (*path, "evidence", position, "counts", place), evidence


def _of_selection(path: Path, selection: Selection, known: Mapping[str, Sequence[str]]) -> Iterator[_Unknown]:
    if selection.kind not in BY_NAME:
        return
    start = f"{selection.entries}." if selection.entries else ""
    for key, within, conditions in (("whose", "", selection.whose), ("having", start, selection.having)):
        for number, condition in enumerate(conditions):
            there = field_of(selection.kind, within + condition.field)
            if there and len(there.names) == 1:
                (what,) = there.names
                yield from _of_condition((*path, key, number), condition, what, known)


def _of_condition(
    path: Path, condition: Condition, what: str, known: Mapping[str, Sequence[str]]
) -> Iterator[_Unknown]:
    if what not in known:
        return
    for key, words in (("any_of", condition.any_of), ("none_of", condition.none_of)):
        unknown = [(place, word) for place, word in enumerate(words) if word not in known[what]]
        if what in _LISTED:  # other names for one thing stand beside one another, of which each Board has one
            unknown = unknown[:1] if len(unknown) == len(words) else []
        for place, word in unknown:
            yield _Unknown((*path, key, place), what, word, nearest(word, list(known[what])))
