"""A repository whose schemas are older than lif is told so once, and `lif schema write` mends it."""

import json
import os
import sys
from pathlib import Path

import pytest

from lif.records.schema import schema_files
from lif.store.load import load
from lif.store.schemas import old_schemas
from tests.conftest import RunLif
from tests.support import write_file


def schema(version: str) -> str:
    return json.dumps({"$schema": "x", "title": "x", "x-lif-version": version, "type": "object"}, indent=2)


def test_an_older_schema_is_a_remark(tiny_board: Path, run_lif: RunLif) -> None:
    assert run_lif("schema", "write", cwd=tiny_board).returncode == 0
    assert load(tiny_board).findings == ()
    for name in ("schemas/plan.schema.json", "schemas/review.schema.json"):
        write_file(tiny_board, name, schema("0.0.9"))
    [finding] = load(tiny_board).findings
    assert (finding.code, finding.file, finding.severity) == ("F106", "schemas/review.schema.json", "remark")
    done = run_lif("validate", cwd=tiny_board)
    assert done.returncode == 0
    assert "lif schema write" in done.stdout + done.stderr
    written = run_lif("schema", "write", cwd=tiny_board)
    assert "F106" not in written.stdout + written.stderr
    assert load(tiny_board).findings == ()


def test_other_commands_do_not_repeat_it(tiny_board: Path, run_lif: RunLif) -> None:
    write_file(tiny_board, "schemas/review.schema.json", schema("0.0.9"))
    done = run_lif("action", "note", "AP-2017-001.A1", "Seen.", "--by", "police", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    assert "F106" not in done.stderr


@pytest.mark.parametrize("version", ["99.0.0", "0.10000.0"])
def test_a_newer_schema_is_let_be(version: str, tiny_board: Path) -> None:
    write_file(tiny_board, "schemas/review.schema.json", schema(version))
    assert load(tiny_board).findings == ()


def test_what_is_not_yet_written_counts(tiny_board: Path) -> None:
    write_file(tiny_board, "schemas/review.schema.json", schema("0.0.9"))
    new = {f"schemas/{name}": text.encode() for name, text in schema_files().items()}
    assert old_schemas(tiny_board, new) == []
    assert len(old_schemas(tiny_board, {})) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX file system")
def test_a_pipe_and_a_folder_in_their_place_are_not_waited_for(tiny_board: Path) -> None:
    (tiny_board / "schemas/plan.schema.json").mkdir(parents=True)
    os.mkfifo(tiny_board / "schemas/review.schema.json")
    assert load(tiny_board).findings == ()
