"""Fetches what others saved and sends what was saved here, through the place that both know."""

import re
from dataclasses import dataclass
from pathlib import Path

from lif.operations.merge_driver import driver_is_set_up, set_up_driver
from lif.records.owning import owner_of_file
from lif.rules.check import check
from lif.store.errors import NothingFound, Refusal
from lif.store.findings import Finding
from lif.store.git import git_folders, run_git, try_git
from lif.store.load import load
from lif.store.lock import writing
from lif.store.working_tree import last_save, merge_is_open, must_have_git, unsaved

_TRIES = 3
"""How often it is fetched again where somebody else sent in between."""


_TELLING = re.compile(r"(fatal|error|remote|ssh): *")


@dataclass(frozen=True)
class Place:
    """Where a Board is shared."""

    remote: str
    """What git calls it, such as `origin`."""
    branch: str
    """The line of saves there, such as `main`."""
    known: bool
    """Whether that line is there already."""


@dataclass(frozen=True)
class Synced:
    """What came and went."""

    place: Place
    fetched: int
    """Saves that came from others."""
    sent: int
    """Saves that went out."""
    records: tuple[str, ...]
    """The ids of the records that others changed."""
    findings: tuple[Finding, ...]
    """What is wrong now that was not before; nothing was sent where there is any."""


class Joined(Refusal):
    """What two people changed does not fit together; the files that show both are named."""

    def __init__(self, files: list[str]) -> None:
        named = ", ".join(files[:10]) + (f" and {len(files) - 10} more" if files[10:] else "")
        super().__init__(
            f"You and somebody else changed the same thing. Both versions stand in: {named}.",
            "Open each, keep what is right and delete the lines that begin with <<<<<<<, ======= and >>>>>>>; "
            'then lif save "What was joined" and lif sync once more. To have yours alone again: lif undo --apply',
        )


def sync(root: Path, *, dry_run: bool = False) -> Synced:
    """Fetch and join what others saved, then send what was saved here; with `dry_run` only count both.

    Raises Refusal where something is not saved, where the place cannot be reached, and Joined where the two do not
    fit together; nothing of either is lost then.
    """
    must_have_git(root)
    with writing(root):
        if merge_is_open(root):
            raise Joined(_unjoined(root))
        place = _place(root)
        if not dry_run and (
            names := [one.name for one in unsaved(root) if one.state != "new" or owner_of_file(one.name)]
        ):
            named = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if names[5:] else "")
            raise Refusal(
                f"Not all that was changed is saved: {named}.", 'Save it first: lif save "What was done"'
            )
        before = {(one.file, one.code, one.message) for one in check(load(root))}
        fetched, records = 0, set[str]()
        for _ in range(_TRIES):
            place = _fetch(root, place)
            came, touched = _coming(root, place)
            if dry_run:
                return Synced(place, came, _going(root, place), tuple(sorted(touched)), ())
            fetched, records = fetched + came, records | touched
            _join(root, place, came)
            wrong = [one for one in check(load(root)) if one.severity == "error"]
            new = tuple(one for one in wrong if (one.file, one.code, one.message) not in before)
            if new:
                return Synced(place, fetched, 0, tuple(sorted(records)), new)
            going = _going(root, place)
            if not going or _send(root, place):
                return Synced(place, fetched, going, tuple(sorted(records)), ())
        raise Refusal(
            "Others are sending all the time, so nothing of yours could be sent yet.",
            "Try again in a minute.",
        )


def _place(root: Path) -> Place:
    """The place that the line of saves at hand is shared through. Raises Refusal where there is none."""
    code, printed, _ = try_git(root, b"", "symbolic-ref", "-q", "--short", "HEAD")
    branch = printed.decode("utf-8").strip()
    if code != 0 or not last_save(root):
        raise Refusal(
            "Nothing was saved yet, so there is nothing to send.", 'Save first: lif save "What was done"'
        )
    remotes = run_git(root, "remote").split()
    if not remotes:
        raise NothingFound(
            "This Board is shared nowhere yet: it stands on this computer alone.",
            "Ask whoever keeps your council's git server for an address, then: git remote add origin ADDRESS",
        )
    set_remote = _setting(root, f"branch.{branch}.remote")
    set_branch = _setting(root, f"branch.{branch}.merge").removeprefix("refs/heads/")
    if set_remote in remotes and set_branch:
        return Place(set_remote, set_branch, known=True)
    remote = "origin" if "origin" in remotes else remotes[0]
    return Place(remote, branch, known=False)


def _setting(root: Path, name: str) -> str:
    code, printed, _ = try_git(root, b"", "config", "--get", name)
    return printed.decode("utf-8").strip() if code == 0 else ""


def _fetch(root: Path, place: Place) -> Place:
    code, _, said = try_git(root, b"", "fetch", "--quiet", place.remote)
    if code != 0:
        raise Refusal(
            f"What others saved could not be fetched from {place.remote}: {_reason(said)}",
            "Check that this computer is on the network and may use that place, then try again. All that you "
            "saved is safe here.",
        )
    code, _, _ = try_git(root, b"", "rev-parse", "-q", "--verify", _theirs(place))
    return Place(place.remote, place.branch, known=code == 0)


def _theirs(place: Place) -> str:
    return f"refs/remotes/{place.remote}/{place.branch}"


def _coming(root: Path, place: Place) -> tuple[int, set[str]]:
    """How many saves of others are not here yet, and the records that they concern."""
    if not place.known:
        return 0, set()
    number = int(run_git(root, "rev-list", "--count", "--no-merges", f"HEAD..{_theirs(place)}"))
    code, printed, _ = try_git(
        root, b"", "diff", "--name-only", "-z", "--relative", f"HEAD...{_theirs(place)}"
    )
    names = printed.decode("utf-8", "replace").split("\0") if code == 0 else []
    return number, {owner for name in names if (owner := owner_of_file(name))}


def _going(root: Path, place: Place) -> int:
    """How many saves from here are not there yet."""
    span = f"{_theirs(place)}..HEAD" if place.known else "HEAD"
    return int(run_git(root, "rev-list", "--count", span))


def _join(root: Path, place: Place, came: int) -> None:
    if not came and (
        not place.known or not int(run_git(root, "rev-list", "--count", f"HEAD..{_theirs(place)}"))
    ):
        return
    if not driver_is_set_up(root):
        set_up_driver(root)
    code, _, said = try_git(
        root, b"", "merge", "--quiet", "--no-verify", "-m", "Join what others saved", _theirs(place)
    )
    if code == 0:
        return
    if files := _unjoined(root):
        raise Joined(files)
    raise Refusal(f"What others saved could not be joined: {_reason(said)}", "Nothing was changed here.")


def _unjoined(root: Path) -> list[str]:
    """The files that git could not join, as they are named from the Board's folder."""
    folders = git_folders(root)
    names = run_git(root, "diff", "--name-only", "--diff-filter=U", "-z", "--relative").split("\0")
    return sorted(filter(None, names)) if folders else []


def _send(root: Path, place: Place) -> bool:
    """Whether it could be sent; not, where somebody else has sent in between."""
    code, _, said = try_git(
        root,
        b"",
        "push",
        "--quiet",
        "--no-verify",
        "--set-upstream",
        place.remote,
        f"HEAD:refs/heads/{place.branch}",
    )
    if code == 0:
        return True
    if "fetch first" in said or "non-fast-forward" in said:
        return False
    raise Refusal(
        f"What you saved could not be sent to {place.remote}: {_reason(said)}",
        "Check that you may write there, then try again. All that you saved is safe here.",
    )


def _reason(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = next((line for line in lines if _TELLING.match(line)), lines[0] if lines else "")
    return f"{_TELLING.sub('', telling).rstrip('.') or 'git gives no reason'}."
