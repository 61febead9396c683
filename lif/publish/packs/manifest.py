"""What a pack was made of, written beside it: the save, the day, the tool, and a digest of every file."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from lif import __version__
from lif.publish.packs.contents import Pack
from lif.publish.templating.shipped import shipped_templates
from lif.records.meeting import Meeting
from lif.store.board import Board
from lif.store.git import git_folders, try_git
from lif.store.listing import sort_out
from lif.store.walk import walk
from lif.store.working_tree import unsaved

MANIFEST = "manifest.json"
"""The file beside a pack that says what it is."""
TEMPLATES = "templates/"
"""Where a Board's own templates stand, under its root."""
_LIBRARIES = ("typst", "python-docx", "Jinja2", "markdown-it-py")
"""What else the bytes of a pack depend on."""

Tree = Literal["saved", "not saved"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a pack was made of."""

    file: str
    """Relative to the Board's root, with forward slashes."""
    sha256: str
    """Of its bytes, with line feeds for the ends of lines that Windows writes."""
    record: str = ""
    """The id of the record that it holds or belongs to; nothing for the Board's own files."""


def sources_of(board: Board) -> list[Source]:
    """The files of a Board's records, with what belongs to them, and its own templates, in order of their names.

    `board` holds only what the pack's readers may see, and nothing else is named.
    """
    owners = {loaded.file.removesuffix(".yaml"): loaded.id for loaded in board.loaded}
    found = [
        Source(name, digest_of(data), owners[_owner(name)])
        for name, data in _records(board)
        if _owner(name) in owners
    ]
    folder = board.root / TEMPLATES
    if folder.is_dir():
        found += [
            Source(path.relative_to(board.root).as_posix(), digest_of(path.read_bytes()))
            for path in folder.rglob("*")
            if path.is_file()
        ]
    return sorted(found, key=lambda one: one.file)


def _records(board: Board) -> Iterator[tuple[str, bytes]]:
    """Every file under records/ by its name, with its bytes."""
    records, others, _ = sort_out(walk(board.root, "records"))
    for name in {file.name for file in (*records, *others)} | set(board.overlay):
        yield name, board.overlay[name] if name in board.overlay else (board.root / name).read_bytes()


def _owner(name: str) -> str:
    """The file of a record without its ending, from that of its figures, a chronology or a return."""
    folder, _, last = name.rpartition("/")
    if "." in folder:  # such as records/audits/2017/AU-2017-001.returns/police.csv
        return folder.rpartition(".")[0]
    return f"{folder}/{last.partition('.')[0]}"


@dataclass(frozen=True, slots=True)
class Save:
    """The last save when a pack was made, and whether the files were as it has them."""

    commit: str
    tree: Tree


def save_of(root: Path) -> Save | None:
    """The last save of the Board's folder; None where git does not keep it, or nothing is saved yet."""
    if git_folders(root) is None:
        return None
    code, printed, _ = try_git(root, b"", "rev-parse", "-q", "--verify", "HEAD^{commit}")
    if code:
        return None
    changed = any(one.name.startswith(("records/", TEMPLATES)) for one in unsaved(root))
    return Save(printed.decode("ascii").strip(), "not saved" if changed else "saved")


def tools() -> dict[str, str]:
    """What makes a pack, with its version; of the templates that lif ships, a digest of all."""
    folder = shipped_templates()
    shipped = sha256()
    for path in sorted(folder.rglob("*.md")):
        shipped.update(
            path.relative_to(folder).as_posix().encode() + b"\0" + _normal(path.read_bytes()) + b"\0"
        )
    return {
        "lif": __version__,
        "templates of lif": shipped.hexdigest()[:16],
        **{name: version(name) for name in _LIBRARIES},
    }


def manifest_of(
    board: Board,
    pack: Pack,
    meeting: Meeting,
    day: date,
    *,
    parts: Sequence[str],
    files: Mapping[str, bytes],
) -> bytes:
    """The manifest of a pack. `board` holds only what its readers may see; `parts` are those with something in them."""
    save = save_of(board.root)
    content = {
        "schemaVersion": 1,
        "kind": "pack",
        "meeting": meeting.id,
        "edition": pack.context["edition"],
        "asOf": day.isoformat(),
        "marking": pack.meta.marking,
        "parts": list(parts),
        "save": asdict(save) if save else None,
        "tools": tools(),
        "files": [{"name": name, "sha256": plain_digest(data)} for name, data in files.items()],
        "sources": [{key: value for key, value in asdict(one).items() if value} for one in sources_of(board)],
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def plain_digest(data: bytes) -> str:
    """The digest of a file as it is."""
    return sha256(data).hexdigest()


def digest_of(data: bytes) -> str:
    """The digest of a file that git may give other ends of lines on another computer."""
    return plain_digest(_normal(data))


def _normal(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def changes_of(then: Collection[Source], now: Collection[Source]) -> dict[str, list[Source]]:
    """What became of the sources: `changed`, `new` and `gone`, each in order of their names."""
    before, after = {one.file: one for one in then}, {one.file: one for one in now}
    return {
        "changed": [one for one in now if one.file in before and before[one.file].sha256 != one.sha256],
        "new": [one for one in now if one.file not in before],
        "gone": [one for one in then if one.file not in after],
    }
