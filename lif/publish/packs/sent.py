"""What went out for a meeting: the files of the pack that was built, each with its digest, and what it holds."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any, get_args

from lif.insight.reports.given import highlights
from lif.publish.formats import Edition
from lif.publish.packs.contents import Pack
from lif.publish.packs.manifest import MANIFEST, plain_digest
from lif.records.meeting import Meeting, PackPart
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal
from lif.store.root import resolve_inside

PACKS = "build/packs"
"""Where packs are put, under the Board's root."""
_PARTS: Mapping[str, PackPart] = {
    "review": "reviews", "audit": "audits", "plan": "actions", "learning": "learning", "risk": "risks",
    "challenge": "challenges", "voice": "voice",
}  # fmt: skip
_DOCUMENTS = ("pack.pdf", "pack.docx", "pack.html", "pack.md")
"""What goes out where nobody says what did: the first of these that is there."""


def folder_of(meeting: Meeting, edition: Edition = "board") -> str:
    """Where the pack of a meeting is put, under the Board's root."""
    folder = f"{PACKS}/{meeting.date.isoformat()}-{meeting.group}"
    return folder if edition == "board" else f"{folder}-{edition}"


def pack_parts(board: Board, pack: Pack, day: date) -> list[PackPart]:
    """The parts of a pack that have something in them. `board` holds only what the pack's readers may see."""
    kinds = {loaded.kind.name for loaded in pack.parts}
    found: set[PackPart] = {part for kind, part in _PARTS.items() if kind in kinds}
    if highlights(board, day).reports:
        found.add("reports")
    if any(board.values.get(loaded.id) for loaded in board.of("indicator")):
        found.add("data")
    if pack.context.get("changes", {}).get("total"):
        found.add("changes")
    return [part for part in get_args(PackPart) if part in found and part in pack.sections]


@dataclass(frozen=True)
class PackSent:
    """What is known of the files that went out."""

    files: tuple[tuple[str, str], ...]
    """The name and the SHA-256 digest of each."""
    shows: str | None
    """The day as of which the pack shows the Board; None where nothing says so."""
    parts: tuple[str, ...]
    changed: tuple[str, ...]
    """The files of the pack that are no longer as they were built."""


def pack_sent(board: Board, meeting_id: str, names: Sequence[str]) -> PackSent:
    """What went out for a meeting: files by their names, in the folder of its pack or where the user is.

    Without names it is the pack's PDF, else its Word file, web page or Markdown. Raises NothingFound for a meeting
    that does not exist or a file that is not there, Refusal where no pack was built or a file cannot be read.
    """
    meeting: Meeting = find_record(board, meeting_id, "meeting").record
    folder = resolve_inside(board.root, folder_of(meeting))
    note = _note(folder, meeting_id)
    chosen = [_found(folder, name) for name in names] or _document(folder, meeting_id)
    built = {one["name"]: one["sha256"] for one in note.get("files", ())}
    files = [(path.name, plain_digest(_read(path))) for path in chosen]
    changed = tuple(name for name, digest in files if built.get(name, digest) != digest)
    ours = any(name in built for name, _ in files)
    return PackSent(
        tuple(files),
        note.get("asOf") if ours else None,
        tuple(note.get("parts", ())) if ours else (),
        changed,
    )


def _document(folder: Path, meeting_id: str) -> list[Path]:
    for name in _DOCUMENTS:
        if (folder / name).is_file():
            return [folder / name]
    raise Refusal(
        f"No pack of {meeting_id} was built here, so there is no file whose digest could be kept.",
        f"Build it: lif pack build {meeting_id}. Or name what went out with --file; or, to keep the day alone: "
        f"lif meeting circulate {meeting_id}",
    )


def _found(folder: Path, name: str) -> Path:
    beside = folder / name
    if PurePath(name).name == name and beside.is_file():
        return beside
    if Path(name).is_file():
        return Path(name)
    raise NothingFound(f"--file: there is no file {name}.", f"Files of the pack are in {folder.name}.")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it could not be opened"
        raise Refusal(
            f"{path.name} could not be read: {reason}.", "Close it elsewhere and try again."
        ) from None


def _note(folder: Path, meeting_id: str) -> dict[str, Any]:
    """What stands beside the pack of this meeting; nothing where it is missing or not as lif writes it."""
    try:
        note = json.loads((folder / MANIFEST).read_bytes())
        sound = note["meeting"] == meeting_id and all(
            {"name", "sha256"} <= one.keys() for one in note["files"]
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return note if sound else {}
