"""Looks at records one by one, and keeps no more of each than its outline."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lif.rules.check import faults_within
from lif.rules.register import Outline, outline_of
from lif.rules.remembering import text_of
from lif.store.faults import located
from lif.store.findings import Finding
from lif.store.found_before import digest_of
from lif.store.listing import RecordFile
from lif.store.load import Contents, bytes_of, load_bytes


class Look(NamedTuple):
    """What was seen in some of the files."""

    outlines: dict[str, Outline]
    """By the names of the files."""
    findings: list[Finding]
    odd: list[str]
    """The files that hold no record, or that of another id."""
    kept: dict[str, tuple[str, str]]
    """Digest and outline as text of each file that could be read, where they were asked for."""
    same: list[str]
    """The files whose digest is as it was; nothing else is said of them."""


def look(contents: Contents, digests: Mapping[str, str] | None, files: Sequence[RecordFile]) -> Look:
    """What is to be seen in these files. `digests` are those of what is known; None to keep nothing."""
    seen = Look({}, [], [], {}, [])
    for file in files:
        data = bytes_of(contents, file, seen.findings)
        if data is None:
            seen.odd.append(file.name)
            continue
        digest = "" if digests is None else digest_of(data)
        if digests and digests.get(file.name) == digest:
            seen.same.append(file.name)
            continue
        loaded, findings = load_bytes(file, data)
        outline = None
        if findings:
            seen.findings.extend(findings)
            seen.odd.append(file.name)
        if loaded:
            outline = seen.outlines[file.name] = outline_of(loaded)
            if faults := faults_within(loaded):
                seen.findings.extend(located(faults, _of(data)))
        if digest:
            seen.kept[file.name] = (digest, text_of(bool(findings), outline))
    return seen


def _of(data: bytes) -> Callable[[str], bytes]:
    return lambda _: data
