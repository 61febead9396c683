"""Which files are records, found in one walk; what is in the way becomes a finding."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lif.records.chronology_files import chronology_of
from lif.records.kinds import ALONE, BY_FOLDER, Kind
from lif.records.returns import is_return
from lif.store.findings import Finding
from lif.store.walk import CLOSED, LINK, Met, walk

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes. No record comes near it; a larger file is refused before it is read."""


class RecordFile(NamedTuple):
    """One file that holds a record, the values of an indicator, a chronology, or a return."""

    name: str
    """Relative to the root, with forward slashes."""
    kind: Kind
    stamp: str = ""
    """Changes with any change of the file, as `walk` gives it; "" for one that is not yet written."""

    @property
    def stem(self) -> str:
        """The file's name without folder and ending: the id of its record."""
        return self.name.rpartition("/")[2].rpartition(".")[0]


def list_records(root: Path) -> tuple[list[RecordFile], list[RecordFile], list[Finding]]:
    """Record files, CSV files (values, chronologies and returns) and findings, each in order of their names."""
    return sort_out(walk(root, "records"))


def sort_out(met: Iterable[Met]) -> tuple[list[RecordFile], list[RecordFile], list[Finding]]:
    """The same of what a walk through `records` met."""
    records: list[RecordFile] = []
    values: list[RecordFile] = []
    findings: list[Finding] = []
    for name, size, stamp in sorted(met):
        if size >= 0:
            file = _file(name, size, stamp)
            if isinstance(file, RecordFile):
                (values if name.lower().endswith("csv") else records).append(file)
            elif file:
                findings.append(file)
        elif size == LINK:
            message = "This is a link; records are kept as files of their own."
            findings.append(_whole_file(name, "F102", message, "Replace the link with what it points to."))
        elif size == CLOSED:
            findings.append(_whole_file(name, "F101", f"This folder could not be read: {stamp}."))
        else:
            message = "This is not an ordinary file."
            findings.append(_whole_file(name, "F102", message, "Move it out of records/."))
    return records, values, findings


def kind_of(name: str) -> Kind | None:
    """The kind of record that a file under `records/` holds, by its folder."""
    parts = name.split("/", 2)
    if parts[:-1] == ["records"]:
        return ALONE.get(parts[1])
    return BY_FOLDER.get(parts[1]) if len(parts) > 2 else None


def _file(name: str, size: int, stamp: str) -> RecordFile | Finding | None:
    """What an ordinary file is: a record or values, in the way, or nothing of ours."""
    ending = name[-5:].rpartition("/")[2].rpartition(".")[2].lower()
    if ending == "yml":
        message = "Records end in .yaml; this file was not read."
        return _whole_file(name, "F103", message, "Rename it to end in .yaml.")
    if ending not in ("yaml", "csv"):
        return None
    kind = kind_of(name)
    if kind is None:
        folders = ", ".join(sorted(BY_FOLDER))
        message = "No kind of record is kept in this folder; this file was not read."
        return _whole_file(name, "F104", message, f"Move it into one of: {folders}.")
    if size > LARGEST_FILE:
        message = "This file is larger than 2 MiB and was not read."
        hint = "Split the record, or keep long documents elsewhere and refer to them."
        return _whole_file(name, "F105", message, hint)
    if ending == "csv" and not _has_its_place(name, kind):
        message = (
            "Only values, chronologies and returns are CSV files, each in its place; this one was not read."
        )
        hint = (
            "Move it out of records/, or import it with: lif data import, lif review import, "
            "lif review chronology import or lif audit collect."
        )
        return _whole_file(name, "F104", message, hint)
    return RecordFile(name, kind, stamp)


def _has_its_place(name: str, kind: Kind) -> bool:
    """Whether a CSV file of this name is the values of an indicator, a chronology or a return."""
    is_values = kind.name == "indicator" and name.count("/") == 2
    return is_values or chronology_of(name) is not None or is_return(name)


def _whole_file(name: str, code: str, message: str, hint: str = "") -> Finding:
    return Finding(name, 1, 1, code, message, hint)
