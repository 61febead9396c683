"""Lists that are narrowed by a name that the Board does not know say so, with the nearest one."""

from pathlib import Path

import pytest

from lif.cli.known import must_be_known
from lif.store.errors import NothingFound
from lif.store.load import load
from tests.conftest import RunLif


def test_a_name_that_nobody_knows_is_told_with_the_nearest(tiny_board: Path) -> None:
    board = load(tiny_board)
    must_be_known(board, who="police", group=None)
    for keys, message, hint in (
        ({"who": "polise"}, "There is no role, group or agency called polise.", "Did you mean police?"),
        ({"group": "zz"}, "There is no group called zz.", "One of: "),
        ({"theme": "zz"}, "There is no theme called zz.", ""),
        ({"voice_kind": "zz"}, "There is no kind of voice called zz.", ""),
    ):
        with pytest.raises(NothingFound) as refused:
            must_be_known(board, **keys)
        assert refused.value.message == message
        assert refused.value.hint.startswith(hint) and refused.value.hint


def test_lists_of_the_registers_ask_it(tiny_board: Path, run_lif: RunLif) -> None:
    for words in (
        ("risk", "list", "--owner", "zz"),
        ("voice", "list", "--kind", "zz"),
        ("challenge", "list", "--agency", "zz"),
        ("meeting", "list", "--group", "zz"),
    ):
        done = run_lif(*words, cwd=tiny_board)
        assert (done.returncode, " called zz." in done.stderr) == (4, True), words
