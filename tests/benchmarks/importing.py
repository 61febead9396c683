"""How long the official files take: reading, merging and checking their figures, against pandas reading them.

The files are as long as the published ones: the rows of the excerpts that the tests read, for as many years.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lif.exchange.figure_sheet import open_figures
from lif.exchange.mapping import GivenColumns
from lif.exchange.table import read_table
from lif.operations.carry_out import carry_out
from lif.operations.figures.comparators import record_comparators
from lif.operations.figures.files import import_file
from lif.operations.figures.importing import GivenSource, area_names, find_indicator, new_indicator
from lif.rules.figures.asking import asked_of
from lif.rules.register import indicator_outline
from lif.store.board import Board
from lif.store.load import load
from tests.benchmarks.measure import medians
from tests.support import tiny_records, write_board

EXCERPTS = Path(__file__).resolve().parents[1] / "data" / "dfe"
NEIGHBOURS, PLANS = "statistical_neighbours_2025.csv", "d3_cpps_subsequent_plan_2013_to_2025.csv"
ROWS = {
    "b1_children_in_need_2013_to_2025.csv": 231,
    "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv": 231,
    "c3_factors_identified_at_end_of_assessment_2018_to_2025.csv": 146,
    "cla_number_and_rate_per_10k_children.csv": 285,
    PLANS: 231,
    "ons_mid-year_population_estimates_2012_to_2024.csv": 231,
    NEIGHBOURS: 153,
}
"""The official files, with the rows that those of 2025 have for England, a region and eighteen authorities."""
RUTLAND, TINY = "E06000017", "E06000053"
_COLUMNS = {
    "b1_children_in_need_2013_to_2025.csv": ("count", GivenColumns(value="At31_episodes")),
    "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv": ("percent", GivenColumns(
        numerator="rereferral_count", denominator="referral_count", value="rereferral_percent")),
    "c3_factors_identified_at_end_of_assessment_2018_to_2025.csv": ("count", GivenColumns(value="Neglect")),
    "cla_number_and_rate_per_10k_children.csv": ("rate-per-10000", GivenColumns(
        numerator="children_count", denominator="population_estimate", value="rate_per_10000",
        where=("population_type=Children looked after on 31 March each year",))),
    PLANS: ("percent", GivenColumns(
        numerator="CPP_subsequent", denominator="CPP_start", value="CPP_subsequent_percent")),
    "ons_mid-year_population_estimates_2012_to_2024.csv": ("count", GivenColumns(value="population_estimate")),
}  # fmt: skip


def write_files(folder: Path) -> None:
    """The official files at their length: the years there are in turn for further years, Rutland for other areas."""
    for name, rows in ROWS.items():
        head, *lines = (EXCERPTS / name).read_text(encoding="utf-8").splitlines()
        if name == NEIGHBOURS:
            lines += [f"{number:03d}{lines[number % len(lines)][3:]}" for number in range(rows - len(lines))]
        else:
            years = list(dict.fromkeys(line[:4] for line in lines))
            elsewhere = [line for line in lines if RUTLAND in line]
            lines += [
                line.replace(RUTLAND, f"E069000{number}") for number in range(10, 14) for line in elsewhere
            ]
            lines = [
                f"{year}{line[4:]}"
                for year in range(2025, 2000, -1)
                for line in lines
                if line.startswith(years[year % len(years)])
            ]
        text = "\n".join([head, *lines[:rows]]) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def write_bedford(root: Path, files: Path) -> None:
    """A Board with an indicator from each file, its figures taken away again: next year's import is to come."""
    records = {key: value for key, value in tiny_records().items() if key[0] in ("board", "agency")}
    records["board", "board"]["area"] = {"name": "Bedford", "code": "E06000055"}
    records["board", "board"]["comparators"] = []
    write_board(root, records)
    carry_out(
        root,
        lambda board: record_comparators(board, read_table(files / PLANS), read_table(files / NEIGHBOURS)),
    )
    for number, (name, (unit, given)) in enumerate(_COLUMNS.items()):
        indicator = f"indicator-{number}"
        keys = {
            "title": "T", "definition": "D", "unit": unit, "polarity": "neither", "frequency": "yearly",
            "measures": "how-much", "journey": "across", "owner": "police",
        }  # fmt: skip
        carry_out(root, lambda board, of=(indicator, keys): new_indicator(board, *of))
        raw = open_figures(files / name)
        carry_out(root, lambda board, of=(raw, indicator, given): import_file(board, *of, GivenSource()))
        (root / f"records/indicators/{indicator}.csv").unlink()


def import_all(board: Board, files: Path) -> int:
    """Read every file, merge its figures into the Board and check them; gives how many are new."""
    found = 0
    areas = area_names(board)
    own = next(iter(areas))
    for name in _COLUMNS:
        change = import_file(board, open_figures(files / name), None, GivenColumns(), GivenSource())
        for indicator, one in change.each:
            values = [value for area in one.areas for value in area.new]
            asked_of(
                indicator, indicator_outline(find_indicator(board, indicator).record), values, own, areas
            )
            found += len(values)
    record_comparators(board, read_table(files / PLANS), read_table(files / NEIGHBOURS))
    return found


def importing(runs: int) -> float:
    """The ratio of reading, merging and checking all official files to pandas reading them, in this process."""
    import pandas  # its import is no part of either

    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        files = folder / "files"
        files.mkdir()
        write_files(files)
        write_bedford(folder / "board", files)
        board = load(folder / "board")
        names = sorted(files.iterdir())
        ours, theirs = medians(
            runs,
            lambda: _seconds(lambda: import_all(board, files)),
            lambda: _seconds(lambda: [pandas.read_csv(name) for name in names]),
        )
    return ours / theirs


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.stdout.write(f"{importing(15):.2f}\n")
