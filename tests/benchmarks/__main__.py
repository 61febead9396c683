"""`make bench`: measures `lif` in ratios, each within one run; writes the table into README and draws the growth."""

import re
import sys
import tempfile
from pathlib import Path

from lif.publish.charts.data import LineChart, Series
from lif.publish.charts.line import line_chart
from tests.benchmarks.assuring import assuring
from tests.benchmarks.collecting import collecting
from tests.benchmarks.following import following
from tests.benchmarks.importing import importing
from tests.benchmarks.measure import PROJECT
from tests.benchmarks.packing import large_board, packing, sample_board
from tests.benchmarks.validating import Size, at_size, first_kept, memory, start_up, ten_changed

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
RUNS = 5
START_UP_RUNS = 15
Row = tuple[str, float, float, str]
"""What is measured, the target, the figure, and how the figure is written."""


def main() -> None:
    """Run everything; about ten minutes on two cores, and 1 GB of disk."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        empty = at_size(folder / "empty", 13, RUNS)
        sizes = []
        for records in SIZES:
            _say(f"{records:,} records …")
            sizes.append(at_size(folder / str(records), records, RUNS if records <= 10_000 else 3))
            if records == 10_000:
                rows += _at_ten_thousand(folder / str(records), sizes[-1])
        rows += _growth(empty, sizes[0], sizes[-1])
        rows += _memory(folder)
        _say("a composite plan …")
        for what, figure in following(folder / "composite", RUNS):
            rows.append(
                (f"`lif {what}`, 1,000 actions from 60 reviews ÷ only reading them", 1.2, figure, ".2f")
            )
    _say("start-up …")
    for words, target in ((["--version"], 6), (["--help"], 15), (["review", "show", "CR-2017-001"], 20)):
        figure = start_up(words, START_UP_RUNS)
        rows.append((f"`lif {' '.join(words)}` ÷ `python -c pass`", target, figure, ".1f"))
    for whose, make in (
        ("the sample", sample_board),
        ("600 actions, 40 reviews, 30 indicators", large_board),
    ):
        _say(f"the pack of {whose} …")
        packed = packing(make, RUNS)
        rows += [
            (f"`lif pack build` of {whose} as PDF ÷ Typst alone", 2.0, packed.pdf, ".2f"),
            (f"`lif pack build` of {whose} in all formats ÷ Typst alone", 3.5, packed.every, ".2f"),
            (f"most memory of it in all formats, {whose}, in MB", 400, packed.megabytes, ".0f"),
        ]
    _say("a round of 400 schools …")
    what = "collect of 400 workbooks ÷ opening the same 400 with openpyxl alone"
    rows.append((what, 1.5, collecting(400, 3), ".2f"))
    _say("the official files …")
    what = "reading, merging and checking the seven official files ÷ `pandas.read_csv` of the same"
    rows.append((what, 3.0, importing(25), ".2f"))
    table = _table(rows)
    sys.stdout.write(table)
    _write(PROJECT / "README.md", table)
    chart = _chart(sizes)
    (PROJECT / "docs" / "growth.svg").write_text(chart, encoding="utf-8", newline="\n")


def _at_ten_thousand(board: Path, size: Size) -> list[Row]:
    return [
        ("`lif validate`, 10,000 records, one process", 3.0, size.one / size.yardstick, ".2f"),
        ("the same on all cores", 2.0, size.all / size.yardstick, ".2f"),
        (
            "the first time in a repository, one process, keeping what was found",
            3.0,
            first_kept(board, RUNS),
            ".2f",
        ),
        ("again, nothing changed", 0.2, size.again / size.yardstick, ".2f"),
        ("again, a word changed in ten records", 0.5, ten_changed(board, RUNS, names=False), ".2f"),
        ("again, ten records name another agency", 0.5, ten_changed(board, RUNS, names=True), ".2f"),
        (
            "`lif assure`, 10,000 records ÷ `lif validate` the first time, one process",
            1.3,
            assuring(board, RUNS),
            ".2f",
        ),
    ]


def _growth(empty: Size, small: Size, large: Size) -> list[Row]:
    """The cost of a record, the start of the program taken off."""
    costs = [(size.one - empty.one) / size.records for size in (small, large)]
    return [("cost of a record at 100,000 ÷ at 1,000, start-up taken off", 1.3, costs[1] / costs[0], ".2f")]


def _memory(folder: Path) -> list[Row]:
    small, large = memory(folder / "10000"), memory(folder / "100000")
    return [
        ("most memory at 10,000 records, in MB", 250, small, ".0f"),
        ("most memory at 100,000 ÷ at 10,000 (10 is linear)", 10, large / small, ".1f"),
    ]


def _table(rows: list[Row]) -> str:
    lines = ["| what | target | measured | met |", "|---|---:|---:|---|"]
    for what, target, figure, form in rows:
        met = "yes" if float(format(figure, form)) <= target else "**no**"
        lines.append(f"| {what} | ≤ {target:g} | {figure:{form}} | {met} |")
    return "\n".join(lines) + "\n"


def _write(readme: Path, table: str) -> None:
    text = readme.read_text(encoding="utf-8")
    written = f"<!-- bench -->\n{table}<!-- /bench -->"
    text = re.sub(r"<!-- bench -->.*<!-- /bench -->", lambda _: written, text, count=1, flags=re.DOTALL)
    readme.write_text(text, encoding="utf-8", newline="\n")


def _chart(sizes: list[Size]) -> str:
    lines = [
        Series("first, one process", [size.one / size.yardstick for size in sizes]),
        Series("first, all cores", [size.all / size.yardstick for size in sizes]),
        Series("nothing changed", [size.again / size.yardstick for size in sizes]),
    ]
    unit = "Times the yardstick"
    return line_chart(
        LineChart("lif validate by size", [_short(size) for size in sizes], lines, unit, decimals=1)
    )


def _short(size: Size) -> str:
    return f"{size.records // 1000}k"


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
