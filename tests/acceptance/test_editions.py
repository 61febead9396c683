"""`lif pack build --edition public`: what is cleared goes out, and nothing that identifies somebody."""

from pathlib import Path

from tests.conftest import RunLif
from tests.support import tiny_records, write_board

FOLDER = "build/packs/2017-06-15-strategic-board-public"
ASKED = ("pack", "build", "MT-2017-001", "--edition", "public", "--format", "md", "--as-of", "2017-06-10")


def test_the_public_edition_is_built_said_and_looked_through(tmp_path: Path, run_lif: RunLif) -> None:
    made = tiny_records()
    lesson = made["learning", "LL-2017-001"]
    lesson |= {"audience": "public", "sources": [], "external": [{"title": "A national review"}]}
    done = run_lif(*ASKED, cwd=write_board(tmp_path, made))

    assert done.returncode == 0, done.stderr
    assert "It holds: Learning; Where the figures come from." in done.stdout
    assert f"  {FOLDER}/pack.md\n" in done.stdout
    assert "That is no proof" in done.stderr
    assert "not cleared for the public:\n" in done.stderr
    assert "\n  audit: AU-2017-001\n" in done.stderr

    lesson["title"] += " (NHS number 943 476 5919)"
    briefing = run_lif("learning", "briefing", "LL-2017-001", cwd=write_board(tmp_path, made))
    again = run_lif(*ASKED, cwd=write_board(tmp_path, made))

    assert briefing.returncode == 1
    assert "P701" in briefing.stderr
    assert not (tmp_path / "build/learning").exists()
    assert again.returncode == 1
    assert "pack.md" in again.stderr
    assert "P701" in again.stderr
    assert "943" not in again.stderr
    assert "943" not in (tmp_path / FOLDER / "pack.md").read_text(encoding="utf-8")
