"""Reads a Board: one way in. Every way a file can be wrong is a finding, never an exception."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lif.records.chronology import ChronologyRow
from lif.records.chronology_files import chronology_of
from lif.records.indicator import Value
from lif.records.kinds import file_of
from lif.records.naming import is_device, is_slug
from lif.records.returns import AnswerRow, return_of
from lif.store.board import Board, Loaded
from lif.store.checking import check_value
from lif.store.chronologies import read_chronology
from lif.store.collecting import not_collecting, settle
from lif.store.faults import Fault, located
from lif.store.findings import Finding
from lif.store.ignores import MARKER
from lif.store.journal import awaiting_removal, interrupted
from lif.store.listing import RecordFile, kind_of, sort_out
from lif.store.returns import read_return
from lif.store.schemas import old_schemas
from lif.store.steady import steadily
from lif.store.values import read_values
from lif.store.walk import Met, walk
from lif.store.yaml_reader import read


@dataclass(frozen=True, slots=True)
class Contents:
    """Which files a Board has, each sort in order of their names, before any of them is read."""

    root: Path
    overlay: Mapping[str, bytes]
    """The bytes of files that are not yet written, by name."""
    files: tuple[RecordFile, ...]
    value_files: tuple[RecordFile, ...]
    """The CSV files: the values of indicators, chronologies, and returns."""
    findings: tuple[Finding, ...]
    """What was in the way."""

    def read(self, file: str) -> bytes:
        """The bytes of one of the files."""
        if file in self.overlay:
            return self.overlay[file]
        # Not self.root / file, which takes as long as to open and read the file.
        with open(f"{self.root}/{file}", "rb", buffering=0) as opened:  # noqa: PTH123
            return opened.read()


def load(root: Path, overlay: Mapping[str, bytes] | None = None) -> Board:
    """All records under `root`.

    `overlay` gives the bytes of files that are not yet written, by name, as a Change would have them. What
    others write meanwhile is seen as a whole or not at all. Raises Refusal where they never stop.
    """
    return steadily(root, lambda: _load(root, overlay))


def _load(root: Path, overlay: Mapping[str, bytes] | None) -> Board:
    contents = contents_of(root, overlay)
    findings = list(contents.findings)
    loaded: list[Loaded] = []
    odd: list[str] = []
    with not_collecting():
        for file in contents.files:
            record, problems = load_file(contents, file)
            if record:
                loaded.append(record)
            if problems:
                findings.extend(problems)
                odd.append(file.stem)
        values = read_all_values(contents, findings)
        chronologies: dict[str, dict[str, tuple[ChronologyRow, ...]]] = {}
        for review, agency, rows in read_chronologies(contents, findings):
            chronologies.setdefault(review, {})[agency] = rows
        returns: dict[str, dict[str, tuple[AnswerRow, ...]]] = {}
        for audit, agency, answers in read_returns(contents, findings):
            returns.setdefault(audit, {})[agency] = answers
        settle(len(loaded))
    broken = frozenset(odd).difference(record.id for record in loaded)
    return Board(
        root, tuple(loaded), values, tuple(sorted(findings)), len(contents.files), contents.overlay, broken,
        chronologies, returns,
    )  # fmt: skip


def contents_of(
    root: Path, overlay: Mapping[str, bytes] | None = None, met: Sequence[Met] | None = None
) -> Contents:
    """Which files there are. What an interrupted write left to be finished counts as written.

    `met` is what a walk through the records met, where there was one just before.
    """
    overlay = {**interrupted(root), **(overlay or {})}
    gone = awaiting_removal(root).difference(overlay)
    there = walk(root, "records") if met is None else met
    files, value_files, findings = sort_out([one for one in there if one[0] not in gone] if gone else there)
    return Contents(
        root,
        overlay,
        tuple(_with_overlay(files, overlay, ".yaml")),
        tuple(_with_overlay(value_files, overlay, ".csv")),
        (*findings, *old_schemas(root, overlay)),
    )


def read_all_values(contents: Contents, findings: list[Finding]) -> dict[str, tuple[Value, ...]]:
    """The values of each indicator, by its id; what is wrong with them is added to the findings."""
    values: dict[str, tuple[Value, ...]] = {}
    for file in contents.value_files:
        data = bytes_of(contents, file, findings) if file.kind.name == "indicator" else None
        if data is not None:
            values[file.stem], problems = read_values(data, file.name)
            findings.extend(problems)
    return values


def read_chronologies(
    contents: Contents, findings: list[Finding]
) -> Iterator[tuple[str, str, tuple[ChronologyRow, ...]]]:
    """Review, agency and rows of each chronology; what is wrong with them is added to the findings."""
    for file in contents.value_files:
        place = chronology_of(file.name)
        data = bytes_of(contents, file, findings) if place else None
        if place and data is not None:
            rows, problems = read_chronology(data, file.name)
            findings.extend(problems)
            yield *place, rows


def read_returns(
    contents: Contents, findings: list[Finding]
) -> Iterator[tuple[str, str, tuple[AnswerRow, ...]]]:
    """Audit, agency and answers of each return that counts; what is wrong is added to the findings."""
    for file in contents.value_files:
        place = return_of(file.name)
        data = bytes_of(contents, file, findings) if place else None
        if place and data is not None:
            rows, problems = read_return(data, file.name)
            findings.extend(problems)
            yield *place, rows


def load_file(contents: Contents, file: RecordFile) -> tuple[Loaded | None, list[Finding]]:
    """One record, and what is wrong with its file; a file without a record has findings."""
    findings: list[Finding] = []
    data = bytes_of(contents, file, findings)
    return (None, findings) if data is None else load_bytes(file, data)


def load_bytes(file: RecordFile, data: bytes) -> tuple[Loaded | None, list[Finding]]:
    """The same of a file whose bytes are at hand."""
    findings: list[Finding] = []
    result = read(data)
    if result.value is None:
        for problem in result.problems:
            findings.append(
                Finding(file.name, problem.line, problem.column, problem.code, problem.message, problem.hint)
            )
        return None, findings
    record, faults = check_value(file.kind, result.value, file.name)
    record_id = getattr(record, "id", None) or (file.stem if file.kind.folder else file.kind.name)
    if record:
        faults = _wrong_name(file, record_id)
    findings = located(faults, lambda _: data) if faults else []
    return (Loaded(file.kind, record_id, file.name, record, MARKER in data) if record else None), findings


def _wrong_name(file: RecordFile, record_id: str) -> list[Fault]:
    """What is wrong with the name of a record's file: it must be that of the id."""
    expected = file_of(file.kind, record_id)
    if is_device(file.stem) and not file.kind.numbered:
        message = f"On Windows no file can be called {file.stem}, so this record could not exist there."
        hint = "Give the record another name, and correct what names it."
        return [Fault(file.name, (), "R308", message, hint, record_id, line=1)]
    if file.name == expected and (file.kind.numbered or is_slug(file.stem)):
        return []
    if file.kind.numbered:
        message = f"This record says that it is {record_id}; its file would then be {expected}."
        return [Fault(file.name, ("id",), "R302", message, "Rename the file, or correct the id.", record_id)]
    if not is_slug(file.stem):
        message = "The name of this file is the id of its record: small letters, digits and hyphens only."
        return [Fault(file.name, (), "R302", message, "Rename the file, such as health-trust.yaml.", line=1)]
    message = f"The {file.kind.name} {record_id} is to be kept in {expected}."
    return [Fault(file.name, (), "R302", message, "Move the file there.", record_id, line=1)]


def bytes_of(contents: Contents, file: RecordFile, findings: list[Finding]) -> bytes | None:
    """The bytes of a file; where it cannot be read, none and a finding that says why."""
    try:
        return contents.read(file.name)
    except OSError as error:
        reason = error.strerror or "it could not be opened"
        findings.append(Finding(file.name, 1, 1, "F101", f"This file could not be read: {reason}."))
        return None


def _with_overlay(files: list[RecordFile], overlay: Mapping[str, bytes], ending: str) -> list[RecordFile]:
    names = {file.name for file in files}
    added = [
        RecordFile(name, kind)
        for name in overlay
        if name.endswith(ending) and name not in names and (kind := kind_of(name))
    ]
    return sorted([*files, *added], key=lambda file: file.name) if added else files
