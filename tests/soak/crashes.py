"""What must hold after a command was killed, whenever that was."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lif.rules.check import check
from lif.store.load import load
from lif.store.lock import writing
from tests.soak.faulty import KILLED, Content, Done, Faulty, content, copy, left_behind, seen


@dataclass(frozen=True)
class Case:
    """A command that is killed, and the one that comes next."""

    command: tuple[str, ...]
    on_nothing: bool = False
    """Whether it begins in an empty folder, and is to be repeated, rather than in a Board."""


_NEXT = ("agency", "add", "probation", "--name", "Saltmere Probation", "--type", "probation")
_ADDED = "records/agencies/probation.yaml"
_INIT = ("init", "--name", "Eastmere Safeguarding Children Board", "--area", "Eastmere")
_REFERRED = ("--referred", "2019-02-03", "--source", "other")

CASES = {
    "one file": Case(("action", "note", "AP-2017-001.A1", "The form is in use.", "--date", "2017-06-08")),
    "a new file in a new folder": Case(
        ("review", "new", "--type", "serious-case-review", "--title", "Family B", *_REFERRED)
    ),
    "many files": Case(("schema", "write")),
    "a whole Board": Case(_INIT, on_nothing=True),
}


class Crashes:
    """One command on one tree, killed again and again."""

    def __init__(self, runner: Faulty, pristine: Path, folder: Path, case: Case) -> None:
        self.runner, self.pristine, self.root, self.case = runner, pristine, folder / "work", case
        self.before = content(pristine)
        self.fresh()
        self.whole = self.run()
        assert self.whole.code == 0, self.whole.said
        self.after = content(self.root)
        assert self.after != self.before
        self.outcomes: list[bool] = []
        """For each time that it was killed, whether the change counted as done."""

    def fresh(self) -> None:
        """Begin again with the tree as it was."""
        copy(self.pristine, self.root)

    def run(self, *, kill_at: int = -1, delay: float | None = None) -> Done:
        """Run the command, and kill it at a call or after seconds."""
        return self.runner.run(self.root, *self.case.command, kill_at=kill_at, delay=delay)

    def look(self) -> bool:
        """Whether the change counts as done, once everything that must hold has been found to hold."""
        raw, times = content(self.root), self._times()
        board, view = load(self.root), files_of(seen(self.root))
        done = view == files_of(self.after)
        assert done or view == files_of(self.before), "a reader saw something between"
        errors = [finding for finding in check(board) if finding.severity == "error"]
        assert not errors or (self.case.on_nothing and not done)
        assert self._times() == times, "reading wrote something"
        for name, data in files_of(raw).items():
            if not name.endswith(".lif-new"):
                assert data in (self.before.get(name), self.after.get(name)), name
        self.outcomes.append(done)
        return done

    def go_on(self) -> None:
        """The next command that writes waits for no lock, and leaves nothing of the killed one."""
        done = self.outcomes[-1]
        if self.case.on_nothing:
            again = self.run()
            # There is a Board already; at most its attributes were still to be put in their place.
            assert again.code in ((0, 1) if done else (0,)), again.said
            done = True
        following = self._next()
        assert following.code == 0, following.said
        assert following.seconds < 20, "it waited for a lock"
        assert left_behind(self.root) == []
        found = content(self.root)
        assert found.pop(_ADDED)
        if self.case.on_nothing:
            found.pop("records/agencies")
        assert found == (self.after if done else self.before)

    def kill_and_go_on(self, *, kill_at: int = -1, delay: float | None = None) -> Done:
        """All of it, once."""
        self.fresh()
        killed = self.run(kill_at=kill_at, delay=delay)
        assert killed.code == KILLED or delay is not None
        self.look()
        self.go_on()
        return killed

    def kill_recovery(self, first: int, second: int) -> bool:
        """Kill the command, then the next one while it finishes or clears; False where that ended before."""
        self.fresh()
        self.run(kill_at=first)
        done = self.look()
        killed = self.run(kill_at=second) if self.case.on_nothing else self._next(kill_at=second)
        if killed.code != KILLED:
            return False
        found = files_of(seen(self.root))
        if self.case.on_nothing and found == files_of(self.after):
            done = True
        added = found.pop(_ADDED, None)
        assert found == files_of(self.after if done else self.before), (first, second)
        if added:  # the second command was agreed too; it is taken back, to look at the rest
            with writing(self.root):
                (self.root / _ADDED).unlink()
        self.outcomes[-1] = done
        self.go_on()
        return True

    def _next(self, *, kill_at: int = -1) -> Done:
        return self.runner.run(self.root, *_NEXT, kill_at=kill_at)

    def _times(self) -> dict[Path, int]:
        return {path: path.lstat().st_mtime_ns for path in self.root.rglob("*")}


def files_of(tree: Content) -> Content:
    """The files alone: nobody sees a folder in which there is nothing."""
    return {name: data for name, data in tree.items() if data is not None}


def spread(total: int, wanted: int) -> Iterable[int]:
    """About `wanted` of the numbers below `total`, the first and last among them."""
    if total <= wanted:
        return range(total)
    return sorted({round(step * (total - 1) / (wanted - 1)) for step in range(wanted)})
