"""One writer at a time, over all worktrees of a repository."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lif.store.errors import Refusal
from lif.store.journal import recover
from lif.store.places import lock_folder

WAIT_SECONDS = 60


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Hold the write lock of a Board. What an earlier, interrupted write left is finished or cleared first.

    Raises Refusal when another command holds the lock for more than a minute.
    """
    # Imported here because commands that only read never need it.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    folder = lock_folder(root)
    if folder.is_symlink():
        raise Refusal(f"{folder} is a link, and lif writes to none.", "Delete the link, then try again.")
    if folder.parent.is_file():
        raise Refusal(
            f"{folder.parent} does not lead to git's own folder for this repository. Nothing was changed.",
            "Put that folder back where it was, or run: git worktree repair",
        )
    try:
        folder.mkdir(exist_ok=True)
        with FileLock(folder / "write.lock", timeout=WAIT_SECONDS):
            recover(root)
            yield
    except Timeout:
        raise Refusal(
            "Another lif command has been writing to this Board for over a minute.",
            "Wait until it has finished, or close it, then try again.",
        ) from None
    except OSError as error:
        raise Refusal(
            f"This could not be written: {error.strerror or error}.", "Nothing was changed."
        ) from error
