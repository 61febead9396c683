"""How long a pack takes, against Typst alone setting the same content."""

import shutil
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch

from lif.publish import pdf, typesetter
from lif.publish.build import build_pack
from lif.store.load import load
from tests.benchmarks.measure import PROJECT, lif, medians, seconds

DAY = "2018-03-01"
MEETING = "MT-2018-002"


def packing(runs: int) -> tuple[float, float]:
    """The ratios of the sample Board's pack as PDF, and in all formats, to Typst setting the same content."""
    with tempfile.TemporaryDirectory() as scratch:
        board = Path(scratch, "board")
        shutil.copytree(PROJECT / "records", board / "records")
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
    return ours / theirs, every / theirs


def _content(board: Path) -> str:
    """What Typst is given for the pack."""
    given: list[str] = []

    def keep(content: str, day: date) -> typesetter.Set:
        given.append(content)
        return typesetter.set_document(content, day)

    loaded = load(board)
    with patch.object(pdf, "set_document", keep):
        build_pack(loaded, loaded.by_id[MEETING].record, ["pdf"], date.fromisoformat(DAY))
    return given[0]
