"""Fetches what others saved and sends what was saved here, through the place that both know."""

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lif.operations.merging.driver import driver_is_set_up, driver_of_this_program, set_up_driver
from lif.records.naming import split_number
from lif.records.owning import is_record_file, owner_of_file
from lif.rules.check import check
from lif.store.errors import NothingFound, Refusal
from lif.store.findings import Finding
from lif.store.git import run_git, try_git
from lif.store.load import load
from lif.store.lock import writing
from lif.store.working_tree import (
    last_save,
    merge_is_open,
    must_be_able_to_save,
    must_have_git,
    unsaved,
)
from lif.store.yaml_text import half_merged

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

    def __init__(self, both: list[str], one_deleted: list[str], twice: list[str]) -> None:
        """`both` are files that hold both versions, `one_deleted` those that one deleted and the other changed.

        `twice` are the numbers that both gave to a record of their own, so that neither is to be deleted.
        """
        told = "You and somebody else changed the same thing." if both or one_deleted else ""
        mend = ""
        if twice:
            told += f"{' ' if told else ''}You and somebody else gave the same number to different records: "
            told += f"{_named(twice)}."
            mend = "Give yours or theirs a number of its own, so that both are kept: lif renumber --apply; "
        if both:
            told += f" Both versions stand in: {_named(both)}."
            record = next((owner_of_file(name) for name in both if is_record_file(name)), "")
            how = f", such as with lif edit {record}" if record else ""
            mend += (
                f"{'open' if mend else 'Open'} each of these files{how}, keep what is right and delete the "
            )
            mend += "lines that begin with <<<<<<<, ======= and >>>>>>>; "
        if one_deleted:
            told += f" One of you deleted what the other changed: {_named(one_deleted)}."
            mend += "delete" if mend else "Delete"
            mend += " what is not wanted any more, and leave what is, as it was changed; "
        super().__init__(
            told,
            f'{mend}then lif save "What was joined" and lif sync once more. To have yours alone again: '
            "lif undo --apply",
        )


class NotTogether(Refusal):
    """What two people changed is joined, and the rules do not let it stand so; the findings say what."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(
            "What you and somebody else changed is joined, but the two together are not right yet:",
            f"Mend this, such as with lif edit {owner_of_file(findings[0].file)}; then lif save "
            '"What was joined" and lif sync once more. To have yours alone again: lif undo --apply',
        )
        self.findings = findings


def _named(files: list[str]) -> str:
    return ", ".join(files[:10]) + (f" and {len(files) - 10} more" if files[10:] else "")


def sync(root: Path, *, dry_run: bool = False) -> Synced:
    """Fetch and join what others saved, then send what was saved here; with `dry_run` only count both.

    Raises Refusal where something is not saved, where the place cannot be reached, and Joined where the two do not
    fit together; nothing of either is lost then.
    """
    must_have_git(root)
    with writing(root):
        if merge_is_open(root):
            raise _still_open(root)
        must_be_able_to_save(root)
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
            "Ask whoever keeps your council's git server for an address, then: git remote add origin ADDRESS and "
            "lif sync. On another computer a copy is made with git clone ADDRESS, and lif init in the copy's folder.",
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
    known = _revision(root, _theirs(place))
    code, _, said = try_git(root, b"", "fetch", "--quiet", place.remote)
    if code != 0:
        raise Refusal(
            f"What others saved could not be fetched from {place.remote}: {_reason(said)}",
            f"Check that this computer is on the network and may use that place, then try again. Another address for "
            f"it is set with: git remote set-url {place.remote} ADDRESS. All that you saved is safe here.",
        )
    now = _revision(root, _theirs(place))
    if known and now and try_git(root, b"", "merge-base", "--is-ancestor", known, now)[0] == 1:
        # As it was, so that the next one is told as well: to join the two would bring back what was taken out.
        run_git(root, "update-ref", _theirs(place), known)
        raise Refusal(
            f"In {place.remote} saves were taken out or written anew since you last fetched, perhaps because they "
            "named somebody. Nothing was joined or sent, which would bring them back.",
            "Ask whoever keeps that place. Most often a fresh copy of it is right (git clone), with what you "
            "saved since done there again.",
        )
    return Place(place.remote, place.branch, known=bool(now))


def _revision(root: Path, name: str) -> str:
    code, printed, _ = try_git(root, b"", "rev-parse", "-q", "--verify", name)
    return printed.decode("ascii").strip() if code == 0 else ""


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
        root,
        b"",
        "-c",
        driver_of_this_program(),
        "merge",
        "--quiet",
        "--ff",
        "--no-verify",
        "-m",
        "Join what others saved",
        _theirs(place),
    )
    if code == 0:
        return
    if merge_is_open(root):
        raise _still_open(root)
    raise _not_joined(place, said)


def _not_joined(place: Place, said: str) -> Refusal:
    """What to raise where git did not begin to join at all, by what it says."""
    if in_the_way := [line.strip() for line in said.splitlines() if line.startswith("\t")]:
        return Refusal(
            f"What others saved could not be joined, because files stand here that it would overwrite: "
            f"{_named(in_the_way)}. Nothing was changed here.",
            "Move or rename them, then: lif sync",
        )
    if "unrelated histories" in said:
        return Refusal(
            f"What is shared in {place.remote} and what is saved here did not begin as one Board, so the two are "
            "not joined. Nothing was changed here.",
            f"Check that this is the right place: git remote get-url {place.remote}. If it is, take a copy of it "
            "(git clone) and work there.",
        )
    return Refusal(
        f"What others saved could not be joined: {_reason(said)} Nothing was changed here.",
        "Mend that, then: lif sync",
    )


def _still_open(root: Path) -> Refusal:
    """What to raise where two lines of saves are half joined, by what is left to do."""
    found = unsaved(root)
    marked = [
        one for one in found if one.joining in ("both changed", "both new") and _has_marks(root / one.name)
    ]
    twice = [one.name for one in marked if one.joining == "both new" and _is_numbered(one.name)]
    both = [one.name for one in marked if one.name not in twice]
    one_deleted = [one.name for one in found if one.joining == "one deleted"]
    if marked or one_deleted:
        return Joined(both, one_deleted, [owner_of_file(name) for name in twice])
    elsewhere = _unjoined_elsewhere(root)
    if elsewhere and not any(one.joining for one in found):
        return Refusal(
            f"You and somebody else changed the same thing outside the Board's folder: {_named(elsewhere)}.",
            "Open each and keep what is right, then: git add each of them, git commit, and lif sync once more. "
            "To have yours alone again: lif undo --apply",
        )
    joined = {one.name for one in found if one.joining}
    if wrong := [one for one in check(load(root)) if one.severity == "error" and one.file in joined]:
        return NotTogether(wrong)
    return Refusal(
        "What you and somebody else changed is joined, but not saved yet.",
        'Save it: lif save "What was joined". Then: lif sync',
    )


def _is_numbered(name: str) -> bool:
    """Whether a file is a record with a number, and not figures or answers that belong to one."""
    return name.endswith(".yaml") and split_number(PurePosixPath(name).stem) is not None


def _has_marks(path: Path) -> bool:
    return path.is_file() and bool(half_merged(path.read_bytes().decode("utf-8", "replace")))


def _unjoined_elsewhere(root: Path) -> list[str]:
    """The files that git could not join, as they are named from the top of what it keeps."""
    names = run_git(root, "diff", "--name-only", "--diff-filter=U", "-z", "--no-relative").split("\0")
    return sorted(filter(None, names))


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
