"""Which files are records, found in one walk; what is in the way becomes a finding."""

import os
from dataclasses import dataclass
from pathlib import Path

from lif.records.kinds import BY_FOLDER, BY_NAME, Kind
from lif.store.findings import Finding

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes. No record comes near it; a larger file is refused before it is read."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One file that holds a record, or the values of an indicator."""

    name: str
    """Relative to the root, with forward slashes."""
    kind: Kind

    @property
    def stem(self) -> str:
        """The file's name without folder and ending: the id of its record."""
        return self.name.rpartition("/")[2].rpartition(".")[0]


def list_records(root: Path) -> tuple[list[RecordFile], list[RecordFile], list[Finding]]:
    """Record files, value files (CSV) and findings, each in order of their names."""
    records: list[RecordFile] = []
    values: list[RecordFile] = []
    findings: list[Finding] = []
    _walk(root / "records", records, values, findings)
    return sorted(records, key=_name), sorted(values, key=_name), findings


def _name(file: RecordFile) -> str:
    return file.name


def kind_of(name: str) -> Kind | None:
    """The kind of record that a file under `records/` holds, by its folder."""
    parts = name.split("/")
    if parts == ["records", "board.yaml"]:
        return BY_NAME["board"]
    return BY_FOLDER.get(parts[1]) if len(parts) > 2 else None


def _walk(top: Path, records: list[RecordFile], values: list[RecordFile], findings: list[Finding]) -> None:
    if top.is_symlink():
        findings.append(_link(top.name))
        return
    # A list of what is still to be read, and no recursion: folders may be nested as deep as a path is long.
    pending = [(top, top.name)]
    while pending:
        folder, name = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            reason = error.strerror or "it could not be opened"
            findings.append(_whole_file(name, "F101", f"This folder could not be read: {reason}."))
            continue
        for entry in entries:
            path = f"{name}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                findings.append(_link(path))
            elif entry.is_dir(follow_symlinks=False):
                pending.append((folder / entry.name, path))
            elif not entry.is_file(follow_symlinks=False):
                findings.append(
                    _whole_file(path, "F102", "This is not an ordinary file.", "Move it out of records/.")
                )
            else:
                _file(entry, path, records, values, findings)


def _link(path: str) -> Finding:
    message = "This is a link; records are kept as files of their own."
    return _whole_file(path, "F102", message, "Replace the link with what it points to.")


def _file(
    entry: os.DirEntry[str],
    path: str,
    records: list[RecordFile],
    values: list[RecordFile],
    findings: list[Finding],
) -> None:
    ending = entry.name.rpartition(".")[2].lower()
    if ending == "yml":
        message = "Records end in .yaml; this file was not read."
        findings.append(_whole_file(path, "F103", message, "Rename it to end in .yaml."))
    if ending not in ("yaml", "csv"):
        return
    kind = kind_of(path)
    if kind is None:
        folders = ", ".join(sorted(BY_FOLDER))
        findings.append(
            _whole_file(path, "F104", "No kind of record is kept in this folder; this file was not read.",
                        f"Move it into one of: {folders}.")
        )  # fmt: skip
    elif entry.stat(follow_symlinks=False).st_size > LARGEST_FILE:
        findings.append(
            _whole_file(path, "F105", "This file is larger than 2 MiB and was not read.",
                        "Split the record, or keep long documents elsewhere and refer to them.")
        )  # fmt: skip
    elif ending == "yaml":
        records.append(RecordFile(path, kind))
    elif kind.name == "indicator" and path.count("/") == 2:
        values.append(RecordFile(path, kind))
    else:
        message = "Only an indicator has a CSV file, right beside it; this one was not read."
        hint = "Move it out of records/, or import it with: lif review import or lif data import."
        findings.append(_whole_file(path, "F104", message, hint))


def _whole_file(name: str, code: str, message: str, hint: str = "") -> Finding:
    return Finding(name, 1, 1, code, message, hint)
