"""How long a pack takes, against Typst alone setting the same content."""

import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch

from lif.publish.document import pdf, typesetter
from lif.publish.packs.build import build_pack
from lif.store.load import load
from tests.benchmarks.following import add_plan
from tests.benchmarks.generator import review_text
from tests.benchmarks.measure import PROJECT, lif, medians, megabytes, seconds
from tests.support import write_file

DAY = "2018-03-01"
MEETING = "MT-2018-002"


ACTIONS, REVIEWS, INDICATORS = 600, 40, 30
"""What the large Board has of each."""


@dataclass(frozen=True)
class Packed:
    """The ratios of a pack as PDF, and in all formats, to Typst setting the same content, and the most memory."""

    pdf: float
    every: float
    megabytes: float


def packing(make: Callable[[Path], None], runs: int) -> Packed:
    """What it takes to build the pack of a Board that was made in a folder of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        board = Path(scratch, "board")
        make(board)
        content = Path(scratch, "content.json")
        content.write_text(_content(board), encoding="utf-8")
        alone = [sys.executable, "-m", "tests.benchmarks.typesetting", str(content), DAY]
        build = [*lif(), "pack", "build", MEETING, "--as-of", DAY]
        ours, every, theirs = medians(
            runs,
            partial(seconds, [*build, "--format", "pdf"], board),
            partial(seconds, build, board),
            partial(seconds, alone),
        )
        return Packed(ours / theirs, every / theirs, megabytes(build, board))


def sample_board(board: Path) -> None:
    """The sample Board."""
    shutil.copytree(PROJECT / "records", board / "records")


def large_board(board: Path) -> None:
    """The sample Board with more: reviews of the generator's, copies of indicators, one plan of very many actions."""
    sample_board(board)
    records = board / "records"
    chance = random.Random(1)
    agencies = ["police", "childrens-services", "mental-health-trust", "community-health-trust"]
    lacking = REVIEWS - len(list(records.glob("reviews/*/*.yaml")))
    reviews = [f"CR-2016-{100 + number}" for number in range(lacking)]
    for review in reviews:
        text = f"schema_version: 1\nid: {review}\n{review_text(chance, agencies, review)}"
        write_file(records, f"reviews/2016/{review}.yaml", text)
    kept = sorted(records.glob("indicators/*.yaml"))
    for number in range(INDICATORS - len(kept)):
        for ending in (".yaml", ".csv"):
            data = kept[number].with_suffix(ending).read_bytes()
            write_file(records, f"indicators/{kept[number].stem}-again{ending}", data)
    actions = sum(len(plan.record.actions) for plan in load(board).of("plan"))
    add_plan(board, "AP-2016-100", ACTIONS - actions, reviews, lead="police")


def _content(board: Path) -> str:
    """What Typst is given for the pack."""
    given: list[str] = []

    def keep(content: str, day: date, fonts: tuple[Path, ...]) -> typesetter.Set:
        given.append(content)
        return typesetter.set_document(content, day, fonts)

    loaded = load(board)
    with patch.object(pdf, "set_document", keep):
        build_pack(loaded, loaded.by_id[MEETING].record, ["pdf"], date.fromisoformat(DAY))
    return given[0]
