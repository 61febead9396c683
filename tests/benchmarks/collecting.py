"""How long a round of schools takes: collecting its forms, against openpyxl alone opening the same workbooks."""

import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from lif.insight.returns.analysis import analysed
from lif.insight.returns.standing import round_of
from lif.store.load import load
from tests.benchmarks.measure import lif, medians, seconds
from tests.benchmarks.schools import AUDIT, DAY, write_round

_OPENING = """
import pathlib, sys, openpyxl
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    openpyxl.load_workbook(path)
"""


def collecting(schools: int, runs: int) -> float:
    """The ratio of collecting the forms of a round into its records to opening the same workbooks."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        board = write_round(folder, schools)
        fresh = folder / "fresh"
        shutil.copytree(board, fresh)
        forms = folder / "forms"
        alone = [sys.executable, "-c", _OPENING, str(forms)]
        ours, theirs = medians(runs, partial(_collected, board, fresh, forms), partial(seconds, alone))
    return ours / theirs


def _collected(board: Path, fresh: Path, forms: Path) -> float:
    """Seconds for taking the forms into records that hold none of them yet."""
    shutil.rmtree(board)
    shutil.copytree(fresh, board)
    taken = seconds([*lif(), "audit", "collect", AUDIT, str(forms), "--apply", "--date", "2018-02-20"], board)
    kept = len(list((board / "records/audits/2018" / f"{AUDIT}.returns").iterdir()))
    if kept != len(list(forms.iterdir())):
        raise RuntimeError(f"only {kept} forms were taken")
    return taken


def main() -> None:
    """The parts of a round of 400 schools in seconds, for those who make it faster."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        board = write_round(folder, 400)
        fresh = folder / "fresh"
        shutil.copytree(board, fresh)
        forms = folder / "forms"
        said = [("openpyxl alone", seconds([sys.executable, "-c", _OPENING, str(forms)]))]
        said.append(("collect", _collected(board, fresh, forms)))
        said.append(("validate", seconds([*lif(), "validate"], board)))
        day = ["--as-of", DAY.isoformat()]
        said.append(("returns", seconds([*lif(), "audit", "returns", AUDIT, *day], board)))
        said.append(("analysis", seconds([*lif(), "audit", "returns", AUDIT, "--analysis", *day], board)))
        said.append(("results", seconds([*lif(), "audit", "results", AUDIT, *day], board)))
        read = load(board)
        start = time.perf_counter()
        analysed(read, round_of(read, read.by_id[AUDIT], DAY))
        said.append(("the analysis alone", time.perf_counter() - start))
    sys.stdout.write("".join(f"{what}: {took:.2f} s\n" for what, took in said))


if __name__ == "__main__":
    main()
