"""Carries out a change: made from a fresh reading under the lock, checked by the rules, shown, then written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lif.rules.check import check
from lif.store.board import Board
from lif.store.change import Change, diff_of
from lif.store.changes_made import Made, changes_made, digest, keep_changes
from lif.store.errors import Refusal
from lif.store.findings import Finding
from lif.store.journal import write_files
from lif.store.load import load
from lif.store.lock import writing
from lif.store.root import resolve_inside


@dataclass(frozen=True)
class Outcome:
    """What became of a change."""

    change: Change
    diff: str
    """The change as a unified diff; "" where the files already said so."""
    remarks: tuple[Finding, ...]
    """Warnings and remarks that the change brought about."""
    advice: tuple[Finding, ...]
    """What a reader would ask of the narratives that the change brought about."""
    written: bool


class RefusedByRules(Refusal):
    """The records would not hold together after the change; nothing was written."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("This was not done, because the records would not hold together afterwards:")
        self.findings = findings


def carry_out(
    root: Path,
    make: Callable[[Board], Change],
    *,
    dry_run: bool = False,
    mending: bool = False,
    taking_back: bool = False,
) -> Outcome:
    """Make a change from the Board as it is now and write it, or only show it.

    Raises Refusal where `make` refuses, or RefusedByRules where errors would stand in the files it changes or
    appear elsewhere because of it. Errors that were there before, in other files, are no obstacle; with
    `mending`, which is for changes that only put right what is wrong, neither are those that are left in files
    that had errors before, or that come to light elsewhere. A change that is `taking_back` another is not kept to
    be taken back itself.
    """
    with writing(root):
        board = load(root)
        change = make(board)
        seen = {name: _on_disk(resolve_inside(root, name)) for name in (*change.files, *change.removed)}
        differing = {name: data for name, data in change.files.items() if seen[name] != data}
        then = load(root, differing)
        after = check(then)
        present = check(board)
        before = {(finding.file, finding.code, finding.message) for finding in present}
        wrong = {finding.file for finding in present if finding.severity == "error"}
        caused = [
            finding
            for finding in after
            if finding.file in differing or (finding.file, finding.code, finding.message) not in before
        ]
        errors = [finding for finding in caused if finding.severity == "error"]
        if mending:
            errors = [
                finding for finding in errors if finding.file in differing and finding.file not in wrong
            ]
        if errors:
            raise RefusedByRules(errors)
        diff = diff_of(board, Change(differing, change.summary, removed=change.removed))
        write = bool(differing or change.removed) and not dry_run
        if write:
            write_files(root, differing, seen, change.removed)
            if not taking_back:
                keep_changes(root, [*changes_made(root), _made(change, differing, seen)])
    # What stood there before is shown by `lif validate`; at every change again, nobody would read it.
    new = [finding for finding in caused if (finding.file, finding.code, finding.message) not in before]
    return Outcome(change, diff, tuple(new), _advice(board, then, differing), write)


_NARRATIVES = ("records/reports/", "records/indicators/")


def _advice(before: Board, after: Board, names: Iterable[str]) -> tuple[Finding, ...]:
    """Advice on the narratives in these files, less what would have been said of them before."""
    about = [name for name in names if name.startswith(_NARRATIVES) and name.endswith(".yaml")]
    if not about:
        return ()
    # Imported here because most changes touch no narrative.
    from lif.rules.advice.advising import advice_on  # noqa: PLC0415

    said = {
        (finding.file, finding.code, finding.message)
        for finding in advice_on(before, [loaded for loaded in before.loaded if loaded.file in about])
    }
    now = advice_on(after, [loaded for loaded in after.loaded if loaded.file in about])
    return tuple(one for one in now if (one.file, one.code, one.message) not in said)


def _made(change: Change, written: Mapping[str, bytes], seen: Mapping[str, bytes | None]) -> Made:
    before = {name: seen[name] for name in (*written, *change.removed)}
    after = {name: digest(written.get(name)) for name in before}
    return Made(change.summary, before, after)


def _on_disk(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
