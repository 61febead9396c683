"""`lif template`: a Board's own templates from the command line."""

import json
from pathlib import Path

from tests.conftest import RunLif
from tests.support import write_file


def test_a_template_is_listed_copied_changed_and_checked(tiny_board: Path, run_lif: RunLif) -> None:
    listed = run_lif("template", "list", "--format", "json", cwd=tiny_board)
    rows = {one["name"]: one for one in json.loads(listed.stdout)["templates"]}
    assert not rows["pack/risks.md"]["own"]

    wrong = run_lif("template", "copy", "pack/risk.md", cwd=tiny_board)
    assert wrong.returncode == 4
    assert "Did you mean pack/risks.md" in wrong.stderr
    theme = run_lif("template", "copy", "theme.yaml", cwd=tiny_board)
    assert theme.returncode == 4
    assert "Write templates/theme.yaml in an editor" in theme.stderr
    copied = run_lif("template", "copy", "pack/risks.md", cwd=tiny_board)
    assert copied.returncode == 0, copied.stderr
    file = tiny_board / "templates/pack/risks.md"
    assert file.read_text(encoding="utf-8").startswith("{# Copied from the template pack/risks.md of lif ")

    write_file(tiny_board, "templates/pack/risks.md", "# Risks\n\n{{ risks.totl }}\n")
    write_file(tiny_board, "templates/theme.yaml", "accent: '#ffff00'\n")
    kept = run_lif("template", "copy", "pack/risks.md", cwd=tiny_board)
    assert kept.returncode == 1
    assert "--again" in kept.stderr
    shown = run_lif("template", "show", "pack/risks.md", "--as-of", "2017-06-15", cwd=tiny_board)
    assert "as_of" in shown.stdout
    checked = run_lif("template", "check", "--format", "json", "--as-of", "2017-06-15", cwd=tiny_board)
    assert checked.returncode == 1
    found = [(one["file"], one["line"], one["code"]) for one in json.loads(checked.stdout)["findings"]]
    assert found == [("templates/pack/risks.md", 3, "T101"), ("templates/theme.yaml", 1, "T104")]
    built = run_lif("pack", "build", "MT-2017-001", "--as-of", "2017-06-15", cwd=tiny_board)
    assert built.returncode == 1
    assert "templates/theme.yaml:1: the accent colour #ffff00 is too light" in built.stderr
    assert "lif template check" in built.stderr
