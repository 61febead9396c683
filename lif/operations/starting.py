"""Starts a new Board: a folder with its own record, schemas, and settings for git, the editor and CI."""

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from lif.operations.merging.driver import ATTRIBUTES, attributes_of, driver_is_set_up, set_up_driver
from lif.records.schema import schema_files
from lif.store.errors import Refusal
from lif.store.git import common_directory, run_git
from lif.store.journal import write_files
from lif.store.lock import writing
from lif.store.root import BOARD_FILE
from lif.store.yaml_edit import Put, apply

FRAMEWORK = "records/framework.yaml"
_ABOVE_SINCE = ("schema_version", "title", "edition")
_STARTER = {
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".github/workflows/lif.yml": "workflow.yml",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    "README.md": "README.md",
    "templates/README.md": "templates-README.md",
    FRAMEWORK: "framework.yaml",
    **{
        f"records/instruments/{name}.yaml": f"instruments/{name}.yaml"
        for name in ("case-five-tests", "peer-standards", "section-11", "section-175")
    },
}


@dataclass(frozen=True)
class BoardNames:
    """What a new Board is called and whom it serves."""

    name: str
    area: str
    area_code: str | None = None
    """The nine-character code of the area; needed before official figures can be imported."""
    begins: date | None = None
    """From which day the framework counts; left out, from the first day of which records tell."""


@dataclass(frozen=True)
class Started:
    """What was made, and what was there already and left alone."""

    made: tuple[str, ...]
    kept: tuple[str, ...]
    with_git: bool


def start_board(folder: Path, names: BoardNames, *, dry_run: bool = False) -> Started:
    """Make a Board in a folder that may exist, but holds none yet. Files that are there are left alone, except
    that `.gitattributes` gains what it lacks.

    Raises Refusal where there is a Board already, or where the folder cannot be written.
    """
    try:
        made, kept = _lacking(folder, names)
        if dry_run:
            return Started(tuple(made), kept, common_directory(folder.resolve()) is not None)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            f"{folder} could not be made: {error.strerror or error}.", "Choose another folder."
        ) from None
    with_git = _ensure_git(folder)
    if with_git:
        set_up_driver(folder)
    with writing(folder):
        # Once more: by now another start, or one that had been interrupted, may have been completed.
        made, kept = _lacking(folder, names)
        write_files(folder, made)
    return Started(tuple(made), kept, with_git)


def is_starter(name: str) -> bool:
    """Whether a file by its name under the root is one that a new Board begins with."""
    return name in _STARTER or name == BOARD_FILE


def _lacking(folder: Path, names: BoardNames) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files to be made, and the names of those that are there. Raises Refusal where there is a Board."""
    if (folder / BOARD_FILE).exists():
        raise Refusal(f"{folder} already holds a Board.", "Look at it with: lif validate")
    wanted = {BOARD_FILE: _board(names), **_starter(), FRAMEWORK: framework_file(names.begins), **_schemas()}
    made = {name: data for name, data in wanted.items() if not (folder / name).exists()}
    if attributes := attributes_of(folder):
        made[ATTRIBUTES] = attributes
    return made, tuple(name for name in wanted if name not in made)


def ready_clone(folder: Path, *, dry_run: bool = False) -> tuple[str, ...]:
    """Set up in a clone of a Board what a clone does not bring along; what was lacking, in words."""
    attributes = attributes_of(folder)
    with_driver = common_directory(folder.resolve()) is None or driver_is_set_up(folder)
    if not dry_run:
        if attributes:
            with writing(folder):
                write_files(folder, {ATTRIBUTES: attributes})
        if not with_driver:
            set_up_driver(folder)
    lacking = [f"{ATTRIBUTES} names the files that lif merges"] if attributes else []
    return (*lacking, *(() if with_driver else ("git on this computer merges records with lif",)))


def _board(names: BoardNames) -> bytes:
    edits = [Put(("name",), names.name), Put(("area", "name"), names.area)]
    if names.area_code:
        edits.append(Put(("area", "code"), names.area_code))
    return apply(_file("board.yaml"), edits)


def framework_file(begins: date | None) -> bytes:
    """The framework that lif brings, counting from a day; left out, from the first of which records tell."""
    data = _file("framework.yaml")
    return apply(data, [Put(("since",), begins.isoformat(), _ABOVE_SINCE)]) if begins else data


def _starter() -> dict[str, bytes]:
    return {name: _file(source) for name, source in _STARTER.items()}


def _schemas() -> dict[str, bytes]:
    return {f"schemas/{name}": text.encode("utf-8") for name, text in schema_files().items()}


def _file(name: str) -> bytes:
    return (files("lif.operations") / "starter" / name).read_bytes()


def _ensure_git(folder: Path) -> bool:
    """A git repository around the folder; False where git is not installed."""
    common = common_directory(folder.resolve())
    # One that is incomplete comes from an earlier start that was cut off; git completes it.
    if common and all((common / part).exists() for part in ("HEAD", "objects", "refs")):
        return True
    try:
        run_git(folder, "init", "--quiet", "--initial-branch=main")
    except Refusal:
        return False
    return True
