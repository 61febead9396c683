"""Merges two versions of one file of a Board: what `lif merge-file` does when git asks for it.

A record is merged by meaning (`lif.store.three_way`), with the text of our version kept. What both sides
changed differently stays open between conflict markers, so that every tool that knows git shows it and no
reader takes the file for settled. Two records that were opened under one number on two branches stay open
as a whole: a merge driver answers for one file alone, and must leave no other behind when a merge is given
up. Which of the two keeps the number is for `lif renumber` to plan.
"""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from lif.operations.merging.chronologies import merge_chronologies
from lif.operations.merging.returns import merge_returns
from lif.operations.merging.values import merge_values
from lif.records.chronology_files import chronology_of
from lif.records.kinds import BY_PREFIX, Kind
from lif.records.naming import split_number
from lif.records.returns import is_return
from lif.rules.check import check
from lif.store.board import Board, Loaded
from lif.store.checking import check_value
from lif.store.faults import located
from lif.store.findings import Finding
from lif.store.listing import kind_of
from lif.store.text_merge import CHOOSE, both_whole, left_open, merge_text
from lif.store.three_way import Merged, Steps, merge, words_of
from lif.store.three_way_lists import canonical, same
from lif.store.yaml_comments import lost_comments
from lif.store.yaml_problems import EditRefused
from lif.store.yaml_reader import read
from lif.store.yaml_render import NotWritable
from lif.store.yaml_rewrite import rewrite

_NOWHERE = Path()
_RENUMBER = "Give one of them a number of its own: lif renumber"
_CALLED = ("title", "theme")
"""What reviews and audits, the records with a log of their own, are called by."""


@dataclass(frozen=True)
class MergedFile:
    """What became of a file."""

    data: bytes
    problems: tuple[str, ...] = ()
    """Sentences on what a person has to settle; none where the file is merged."""


def merge_file(base: bytes, ours: bytes, theirs: bytes, name: str) -> MergedFile:
    """Merge two versions of a file; `base` is the version both come from, b"" where each side made the file.

    `name` is its path in the repository, with forward slashes; "" where it is not known.
    """
    if name.endswith(".csv") and chronology_of(name[name.rfind("records/") :]):
        return MergedFile(*merge_chronologies(base, ours, theirs, name))
    if name.endswith(".csv") and is_return(name[name.rfind("records/") :]):
        return MergedFile(*merge_returns(base, ours, theirs, name))
    if name.endswith(".csv"):
        return MergedFile(*merge_values(base, ours, theirs, name))
    before, mine, other = (read(data).value for data in (base, ours, theirs))
    if mine is None or other is None or (before is None and base.strip()):
        return _by_lines(base, ours, theirs, name)
    kind = _kind(name, mine)
    if before is None and kind and kind.numbered and not _one_record(mine, other):
        return MergedFile(both_whole(ours, theirs), (_two_records(name, mine),))
    if kind and kind.numbered and before is not None and _another_record(before, mine, other):
        return MergedFile(both_whole(ours, theirs), (_two_records(name, mine),))
    merged = merge(before or {}, mine, other)
    try:
        data = _written(merged, base, ours, theirs)
    except (EditRefused, NotWritable):
        return _by_lines(base, ours, theirs, name, merged)
    problems = [_conflict(name, path) for path in merged.conflicts]
    problems += [_collision(name, mine, path) for path in merged.collisions]
    if not merged.conflicts:
        problems += [_finding(name, one) for one in _brought_about(kind, name, (ours, theirs), data)]
        problems += [_comment(name, line) for line in lost_comments(base, theirs, data)]
    return MergedFile(data, tuple(problems))


def _kind(name: str, value: dict[str, Any]) -> Kind | None:
    parts = PurePosixPath(name).parts
    if "records" in parts:
        last = len(parts) - 1 - parts[::-1].index("records")
        return kind_of("/".join(parts[last:]))
    number = split_number(str(value.get("id")))
    return BY_PREFIX.get(number[0]) if number else None


def _one_record(ours: dict[str, Any], theirs: dict[str, Any]) -> bool:
    """Whether two versions without a common one are of the same record: they contradict each other nowhere.

    To take two cases for one would mix them; to take one for two only leaves it to a person.
    """
    shared = ours.keys() & theirs.keys()
    beginnings_agree = all(
        ours[key][:1] == theirs[key][:1] if isinstance(ours[key], list) else True for key in shared
    )
    return beginnings_agree and not merge({}, ours, theirs).conflicts


def _another_record(base: dict[str, Any], *sides: dict[str, Any]) -> bool:
    """Whether one side has another record here: called otherwise, and nothing of the base happened in it.

    So it is when commits are replayed one by one on a branch that has given the number to another record.
    """
    happened = {canonical(entry) for entry in base.get("log") or []}
    return bool(happened) and any(
        happened.isdisjoint(canonical(entry) for entry in side.get("log") or [])
        and any(base.get(key) != side.get(key) for key in _CALLED)
        for side in sides
    )


def _written(merged: Merged, base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """The text of a merge. Raises EditRefused where our text cannot be changed so."""
    settled = merged.value()
    if not merged.conflicts:
        by_lines = merge_text(base, ours, theirs)
        value = None if by_lines.conflicts else read(by_lines.data).value
        if value is not None and same(value, settled):
            return by_lines.data  # it says the same, and keeps the layout and the comments of both
    data = rewrite(ours, settled, theirs)
    return left_open(data, len(merged.conflicts), lambda taken: rewrite(data, merged.value(taken), theirs))


def _by_lines(base: bytes, ours: bytes, theirs: bytes, name: str, merged: Merged | None = None) -> MergedFile:
    """The merge as git makes it, where meaning does not help; `merged` is what the values came to."""
    by_lines = merge_text(base, ours, theirs)
    if merged is None:
        problem = (
            f"{name}: one version cannot be read as a record, so this was merged by lines. Look it over."
        )
        return MergedFile(by_lines.data, (problem,))
    problems = [_conflict(name, path) for path in merged.conflicts]
    problems += [f"{name}: this is laid out in an unusual way, so it was merged by lines. Look it over."]
    data = by_lines.data if by_lines.conflicts else both_whole(ours, theirs)
    return MergedFile(data, tuple(problems))


def _brought_about(kind: Kind | None, name: str, sides: tuple[bytes, ...], merged: bytes) -> list[Finding]:
    """What is wrong with the merged record by itself, and was with neither side."""
    if kind is None or any(_is_faulty(kind, side) for side in sides):
        return []
    known = {(one.code, one.message) for side in sides for one in _findings(kind, name, side)}
    return [one for one in _findings(kind, name, merged) if (one.code, one.message) not in known]


def _is_faulty(kind: Kind, data: bytes) -> bool:
    """Whether a version is no record of its kind, and so says nothing about the merge."""
    value = read(data).value
    return value is None or check_value(kind, value, "")[0] is None


def _findings(kind: Kind, name: str, data: bytes) -> list[Finding]:
    value = read(data).value
    if value is None:
        return []
    record, faults = check_value(kind, value, name)
    loaded = (Loaded(kind, str(value.get("id", "")), name, record),) if record else ()
    alone = Board(_NOWHERE, loaded, {}, (), 1, {name: data}, frozenset(), {}, {})
    # That a number stands twice is told as a collision already.
    return [one for one in (*located(faults, lambda _: data), *check(alone)) if one.code != "R303"]


def _conflict(name: str, path: Steps) -> str:
    return f"{name}: {words_of(path)} was changed differently on both branches.\n    {CHOOSE}"


def _collision(name: str, value: dict[str, Any], path: Steps) -> str:
    item = f"{value.get('id', PurePosixPath(name).stem)}.{path[-1]}"
    message = f"{item} was added on both branches, each time as something else; both are kept."
    return f"{name}: {message}\n    {_RENUMBER}"


def _two_records(name: str, value: dict[str, Any]) -> str:
    message = f"{value.get('id')} was opened on both branches, each time as another record; both are kept."
    return f"{name}: {message}\n    {_RENUMBER}"


def _comment(name: str, line: int) -> str:
    message = f"a comment that the other branch added, in its line {line}, found no place."
    return f"{name}: {message}\n    Copy it by hand, if it is still wanted."


def _finding(name: str, one: Finding) -> str:
    return f"{name}:{one.line}:{one.column}: {one.code} The two changes do not go together. {one.message}"
