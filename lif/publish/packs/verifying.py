"""Whether a pack is what the records make: it is made once more, and held against what stands in its folder."""

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from lif.insight.audience import visible_to
from lif.insight.titles import Titles
from lif.insight.wording import day_words
from lif.publish.formats import EDITIONS, FORMATS, Edition
from lif.publish.packs.build import make_pack
from lif.publish.packs.manifest import (
    MANIFEST,
    TEMPLATES,
    Save,
    Source,
    changes_of,
    plain_digest,
    save_of,
    sources_of,
    tools,
)
from lif.records.meeting import Meeting
from lif.rules.lookup import find_record
from lif.store.board import Board
from lif.store.errors import NothingFound, Refusal
from lif.store.git import git_folders, try_git
from lif.store.load import load
from lif.store.past import blobs, saved_files

_VERSION = 1
_LOCKS = ("~$", ".")
"""How files begin that other programs leave beside those that they have open."""


@dataclass(frozen=True)
class Manifest:
    """What a manifest says that is needed to make the pack once more."""

    meeting: str
    edition: Edition
    day: date
    commit: str
    """The save that it was made from; nothing where git did not keep the records, or not all was saved."""
    tools: Mapping[str, str]
    files: Mapping[str, str]
    """The digest of each file, by its name."""
    sources: tuple[Source, ...]

    @property
    def formats(self) -> list[str]:
        """The formats in which the pack was made."""
        return [one for one in FORMATS if f"pack.{one}" in self.files]


@dataclass(frozen=True)
class Verified:
    """What came of it."""

    manifest: Manifest
    whose: str
    """The group and the day of its meeting, in words."""
    touched: tuple[str, ...]
    """Files that are no longer as they were when the pack was made."""
    gone: tuple[str, ...]
    """Files of the pack that are not there."""
    added: tuple[str, ...]
    """Files that are there and are not of the pack."""
    made_from: str
    """The save that it was made once more from; nothing for the records as they are."""
    different: tuple[str, ...]
    """Files that come out otherwise, or not at all, or that were not made before."""
    where: tuple[str, ...]
    """The headings of the sections in which they do, as far as the Markdown is there to tell."""
    changes: Mapping[str, Sequence[Source]]
    """What became of the files that it was made of: `changed`, `new`, `gone`."""
    tools: Mapping[str, tuple[str, str]]
    """What makes packs in another version than then: its name, the version then and now."""

    @property
    def same(self) -> bool:
        """Whether what stands there is what the records make."""
        return not (self.touched or self.gone or self.different)


def verify_pack(board: Board, folder: Path, progress: Callable[[str], None] = lambda step: None) -> Verified:
    """Make a pack once more, of the same day and for the same readers, and hold it against a folder.

    It is made from the save of which it was made, where that is at hand and the records have gone on since; else from
    the records as they are. Nothing is written. Raises NothingFound where there is no manifest or no such meeting, Refusal
    where the manifest is none of ours, and what `make_pack` raises.
    """
    manifest = read_manifest(folder)
    now = sources_of(visible_to(board, manifest.edition))
    changes = changes_of(manifest.sources, now)
    # What its readers may not see counts, too, and is not named: only the same save is sure to be the same.
    as_saved = not any(changes.values()) and save_of(board.root) == Save(manifest.commit, "saved")
    commit = manifest.commit if not as_saved and _has(board.root, manifest.commit) else ""
    with _as_of_save(board, commit) as then:
        meeting: Meeting = find_record(then, manifest.meeting, "meeting").record
        whose = f"the {Titles(then).group(meeting.group)} on {day_words(meeting.date)}"
        made = make_pack(
            then, meeting, manifest.formats, manifest.day, edition=manifest.edition, progress=progress
        )
    there = {name: folder / name for name in manifest.files if (folder / name).is_file()}
    touched = {
        name for name, path in there.items() if plain_digest(path.read_bytes()) != manifest.files[name]
    }
    digests = {name: plain_digest(data) for name, data in made.files.items()}
    different = {
        name for name in {*digests, *manifest.files} if digests.get(name) != manifest.files.get(name)
    }
    markdown = there.get("pack.md")
    where: tuple[str, ...] = ()
    if "pack.md" in different and markdown and "pack.md" not in touched and "pack.md" in made.files:
        where = tuple(sections_that_differ(markdown.read_bytes(), made.files["pack.md"]))
    mine = tools()
    return Verified(
        manifest,
        whose,
        tuple(sorted(touched)),
        tuple(sorted(set(manifest.files) - set(there))),
        tuple(_added(folder, manifest)),
        commit,
        tuple(sorted(different)),
        where,
        changes,
        {
            name: (manifest.tools.get(name, "none"), mine.get(name, "none"))
            for name in {**manifest.tools, **mine}
            if manifest.tools.get(name) != mine.get(name)
        },
    )


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a pack. Raises NothingFound where there is none, Refusal where it cannot be read."""
    try:
        said = json.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise NothingFound(
            f"There is no {MANIFEST} in {folder.name}, which says what a pack was made of.",
            "Name the folder of a pack that lif has built, such as build/packs/2018-03-08-strategic-board.",
        ) from None
    except (OSError, ValueError):
        raise _not_ours(folder) from None
    if (
        isinstance(said, dict)
        and isinstance(said.get("schemaVersion"), int)
        and said["schemaVersion"] > _VERSION
    ):
        raise Refusal(
            f"The {MANIFEST} in {folder.name} was written by a later lif than this one.",
            "Verify it with that one, or bring this one up to date.",
        )
    try:
        return _manifest(said)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _not_ours(folder) from None


def _manifest(said: Any) -> Manifest:
    if said["kind"] != "pack" or said["edition"] not in EDITIONS:
        raise ValueError
    save = said["save"] or {"commit": "", "tree": "saved"}
    files = {str(one["name"]): str(one["sha256"]) for one in said["files"]}
    if any(PurePath(name).name != name or "\\" in name for name in files):
        raise ValueError
    return Manifest(
        str(said["meeting"]),
        said["edition"],
        date.fromisoformat(said["asOf"]),
        str(save["commit"]) if save["tree"] == "saved" else "",
        {str(name): str(version) for name, version in said["tools"].items()},
        files,
        tuple(
            Source(str(one["file"]), str(one["sha256"]), str(one.get("record", "")))
            for one in said["sources"]
        ),
    )


def _not_ours(folder: Path) -> Refusal:
    return Refusal(
        f"The {MANIFEST} in {folder.name} is not as lif writes it, so nothing can be held against it.",
        "Build the pack once more: lif pack build",
    )


def _has(root: Path, commit: str) -> bool:
    if not commit or git_folders(root) is None:
        return False
    return (
        try_git(root, b"", "rev-parse", "-q", "--verify", "--end-of-options", f"{commit}^{{commit}}")[0] == 0
    )


@contextmanager
def _as_of_save(board: Board, commit: str) -> Iterator[Board]:
    """The Board as it was saved, with the templates that it had; without a save, the Board as it is."""
    if not commit:
        yield board
        return
    files = {
        name: blob
        for name, blob in saved_files(board.root, commit).items()
        if name.startswith(("records/", TEMPLATES))
    }
    kept = blobs(board.root, files.values())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "records").mkdir()
        for name, blob in files.items():
            if name.startswith(TEMPLATES):
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(kept[blob])
        yield load(root, {name: kept[blob] for name, blob in files.items() if name.startswith("records/")})


def _added(folder: Path, manifest: Manifest) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if (
            path.is_file()
            and name not in manifest.files
            and name != MANIFEST
            and not path.name.startswith(_LOCKS)
        ):
            yield name


def sections_that_differ(then: bytes, now: bytes) -> list[str]:
    """The headings of the sections in which two packs in Markdown differ, in their order."""
    before, after = _sections(then), _sections(now)
    return [one for one in {**before, **after} if one and before.get(one) != after.get(one)]


def _sections(markdown: bytes) -> dict[str, str]:
    """The text under each heading of the second level, which is a section's; before the first under no name."""
    parts = re.split(r"^## (.*)$", markdown.decode("utf-8"), flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
