"""Whatever may be let stand with a reason keeps no pack from being made."""

from datetime import date
from pathlib import Path

import pytest

from lif.publish.packs.build import build_pack
from lif.rules.catalogue import Code, codes
from lif.rules.check import check
from lif.rules.ignoring import can_be_ignored
from lif.store.load import load
from tests.rules.test_catalogue import put

IGNORABLE = [
    entry
    for code, entry in codes().items()
    if can_be_ignored(code) and entry.example.shape != "words" and entry.example.file.endswith(".yaml")
]
"""Those whose example is a record: a CSV file has no comments, and one in words, of two records, is no file."""


@pytest.mark.parametrize("entry", IGNORABLE, ids=lambda entry: entry.code)
def test_a_pack_of_a_board_with_an_ignored_finding(entry: Code, tmp_path: Path) -> None:
    put(tmp_path, entry.example, entry.example.wrong)
    found = sorted(check(load(tmp_path)), key=lambda finding: -finding.line)
    assert entry.code in {finding.code for finding in found}
    for finding in found:
        path = tmp_path / finding.file
        lines = path.read_text(encoding="utf-8").split("\n")
        lines.insert(finding.line - 1, f"# lif: ignore {finding.code} because it was so")
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    board = load(tmp_path)
    assert check(board) == []
    meeting = board.by_id["MT-2017-001"].record
    assert "pack.md" in build_pack(board, meeting, ["md"], date(2017, 6, 1)).files
