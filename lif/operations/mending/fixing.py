"""`lif fix` over a whole Board: one change that mends everything that can be mended safely."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lif.operations.carry_out import Outcome, carry_out
from lif.operations.mending.files import Mend, mended_record, mended_values
from lif.store.board import Board
from lif.store.change import Change
from lif.store.listing import list_records


@dataclass(frozen=True)
class FixPlan:
    """What would be mended, in order of file and line, and the change that does it."""

    mends: tuple[Mend, ...]
    change: Change


def fix(
    root: Path, is_meant: Callable[[str], bool] = lambda file: True, *, dry_run: bool = False
) -> tuple[FixPlan, Outcome]:
    """Plan from a fresh reading under the lock, and carry the plan out.

    `is_meant` says of a file's name whether it may be mended. Raises Refusal where something would be wrong
    afterwards that was not wrong before.
    """
    plans: list[FixPlan] = []

    def make(board: Board) -> Change:
        plans.append(plan_fix(board, is_meant))
        return plans[-1].change

    outcome = carry_out(root, make, dry_run=dry_run, mending=True)
    return plans[0], outcome


def plan_fix(board: Board, is_meant: Callable[[str], bool]) -> FixPlan:
    """Everything in the files that are meant that can be mended without deciding anything."""
    records, values, _ = list_records(board.root)
    mends: list[Mend] = []
    files: dict[str, bytes] = {}
    meant = [(file, mended_record) for file in records] + [(file, mended_values) for file in values]
    for file, mended in meant:
        if not is_meant(file.name):
            continue
        try:
            data = board.read(file.name)
        except OSError:  # which lif validate reports
            continue
        changed, found = mended(file, data)
        if found:
            files[file.name] = changed
            mends += found
    return FixPlan(tuple(sorted(mends)), Change(files, _summary(len(mends), len(files))))


def _summary(mends: int, files: int) -> str:
    things = "1 thing was" if mends == 1 else f"{mends} things were"
    return f"{things} mended in {files} file{'' if files == 1 else 's'}."
