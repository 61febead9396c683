"""Validates a Board file by file, on all cores, and keeps no more of a record than its outline."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lif.records.board import BoardRecord
from lif.rules.check import faults_across, faults_within
from lif.rules.register import Outline, Register, outline_of
from lif.store.board import Loaded
from lif.store.collecting import not_collecting, settle
from lif.store.faults import located
from lif.store.findings import Finding
from lif.store.listing import RecordFile
from lif.store.load import Contents, contents_of, load_file, read_all_values
from lif.store.processes import processes_for, shared_out
from lif.store.steady import steadily


@dataclass(frozen=True, slots=True)
class Validation:
    """What is wrong with a Board."""

    findings: list[Finding]
    """The same that `check` finds in the Board as `load` reads it."""
    files: tuple[str, ...]
    """The names of the record files that were read, the Board's own among them."""


class _Look(NamedTuple):
    """What was seen in some of the files."""

    outlines: list[Outline]
    findings: list[Finding]
    odd: list[str]
    """The ids that files should hold which hold none, or another."""


def validate(root: Path) -> Validation:
    """Look at every record under `root`. Raises Refusal where the records are being changed all the time."""
    with not_collecting():
        validation = steadily(root, lambda: _validate(contents_of(root)))
        settle(len(validation.files))
        return validation


def _validate(contents: Contents) -> Validation:
    looks = shared_out(partial(_look, contents), contents.files, processes_for(len(contents.files)))
    outlines = sorted((outline for look in looks for outline in look.outlines), key=_file)
    findings = [*contents.findings, *(finding for look in looks for finding in look.findings)]
    odd = frozenset(stem for look in looks for stem in look.odd)
    files = {file.name: file for file in contents.files}
    values = read_all_values(contents, findings)

    def record_of(name: str) -> Loaded | None:
        return load_file(contents, files[name])[0]

    register = Register(
        outlines, _profile(contents), values, odd.difference(outline.id for outline in outlines), record_of
    )
    findings += located(faults_across(register), contents.read)
    return Validation(sorted(findings), tuple(files))


def _look(contents: Contents, files: Sequence[RecordFile]) -> _Look:
    look = _Look([], [], [])
    for file in files:
        loaded, findings = load_file(contents, file)
        if findings:
            look.findings.extend(findings)
            look.odd.append(file.stem)
        if loaded:
            look.outlines.append(outline_of(loaded))
            if faults := faults_within(loaded):
                look.findings.extend(located(faults, contents.read))
    return look


def _profile(contents: Contents) -> BoardRecord | None:
    for file in contents.files:
        if file.kind.name == "board":
            loaded, _ = load_file(contents, file)
            return loaded.record if loaded else None
    return None


def _file(outline: Outline) -> str:
    return outline.file
