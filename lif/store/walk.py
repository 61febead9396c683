"""What lies in a folder, as the disk tells it without a file being opened. Imports next to nothing."""

import os

Met = tuple[str, int, str]
"""Name (relative to the root, with forward slashes), size in bytes, and stamp of a file.

The stamp tells its size, when it and what is known of it were last changed, and its number on the disk: with
any change of the file one of them changes. Of what is no ordinary file the size is `LINK`, `OTHER` or
`CLOSED`; the stamp of a folder that could not be read says why.
"""

LINK, OTHER, CLOSED = -1, -2, -3


def walk(root: str | os.PathLike[str], top: str) -> list[Met]:
    """Everything in a folder below `root` and in the folders in it, in no order.

    What begins with a dot is left out. Links are not followed.
    """
    met: list[Met] = []
    if os.path.islink(f"{root}/{top}"):  # noqa: PTH114 - a Path costs more than the rest
        return [(top, LINK, "")]
    # A list of what is still to be read, and no recursion: folders may be nested as deep as a path is long.
    pending = [top]
    while pending:
        name = pending.pop()
        try:
            with os.scandir(f"{root}/{name}") as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    path = f"{name}/{entry.name}"
                    if entry.is_file(follow_symlinks=False):
                        try:
                            about = entry.stat(follow_symlinks=False)
                        except FileNotFoundError:  # it was removed just now
                            continue
                        size = about.st_size
                        stamp = f"{size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino}"
                        met.append((path, size, stamp))
                    elif entry.is_symlink():
                        met.append((path, LINK, ""))
                    elif entry.is_dir(follow_symlinks=False):
                        pending.append(path)
                    else:
                        met.append((path, OTHER, ""))
        except OSError as error:
            met.append((name, CLOSED, error.strerror or "it could not be opened"))
    return met
