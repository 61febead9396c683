"""The forms of an audit by the real command line: out to two agencies, back, and moderated."""

import json
from pathlib import Path

from lif.operations.starting import BoardNames, start_board
from lif.rules.check import check
from lif.store.load import load
from tests.conftest import RunLif
from tests.filling import fill_document, fill_workbook
from tests.support import CHECKOUT

AUDIT = "AU-2017-001"


def test_forms_go_out_come_back_and_are_moderated(tiny_board: Path, run_lif: RunLif) -> None:
    out = run_lif("audit", "tool", AUDIT, "--back-by", "2017-04-10", "--as-of", "2017-03-20", cwd=tiny_board)
    assert out.returncode == 0 and "Forms for 2 agencies are in build/audits/AU-2017-001/" in out.stdout
    folder = tiny_board / "build/audits" / AUDIT
    said = {("Case 1", item): ("Met", "Visit log", "") for item in ("1.1", "1.2", "1.10")}
    came = tiny_board / "came"
    came.mkdir()
    (came / "police.xlsx").write_bytes(fill_workbook((folder / "police.xlsx").read_bytes(), said))
    careless = {**said, ("Case 1", "1.2"): ("So so", "", "")}
    (came / "health.docx").write_bytes(fill_document((folder / "health-trust.docx").read_bytes(), careless))
    (came / "letter.docx").write_bytes(b"PK\x03\x04 no document")
    (came / "printed.PDF").write_bytes(b"%PDF-1.7")
    (came / "desktop.ini").write_bytes(b"[x]")
    (came / "late").mkdir()
    shown = run_lif("audit", "collect", AUDIT, "came", "--date", "2017-04-12", cwd=tiny_board)
    assert shown.returncode == 1 and "Nothing was written yet." in shown.stderr
    assert "health.docx, table 3, row 4, Your grade: this is not on the scale" in shown.stdout.replace(
        "\n  ", " "
    )
    assert not load(tiny_board).returns
    taken = run_lif(
        "audit",
        "collect",
        AUDIT,
        "came",
        "--apply",
        "--date",
        "2017-04-12",
        "--format",
        "json",
        cwd=tiny_board,
    )
    told = json.loads(taken.stdout)
    assert (taken.returncode, told["kind"], told["applied"]) == (1, "audit-collect", True)
    assert [(one["agency"], one["state"]) for one in told["forms"]] == [
        ("health-trust", "left"),
        ("police", "taken"),
    ]
    assert [Path(one["file"]).name for one in told["refused"]] == ["letter.docx", "printed.PDF"]
    assert "Not looked into: late in came." in taken.stderr
    agreed = run_lif(
        "audit", "moderate", AUDIT, "--agency", "police", "--case", "Case 1", "--grade", "1.10=Partly met",
        "--date", "2017-05-02", cwd=tiny_board,
    )  # fmt: skip
    assert (agreed.returncode, agreed.stderr) == (0, "")
    table = run_lif("audit", "show", AUDIT, cwd=tiny_board).stdout
    assert "3 answers" not in table and "1 answers with both: 0 the same, 1 agreed lower" in " ".join(
        table.split()
    )
    assert "WHAT COMES NEXT\n  Where it stands: held, 16 March 2017." in table
    data = json.loads(run_lif("audit", "show", AUDIT, "--format", "json", cwd=tiny_board).stdout)
    assert (data["stage"], data["next"][-1]["command"]) == ("held", f"lif audit report {AUDIT} --date DATE")
    assert check(load(tiny_board)) == []


def test_a_form_that_was_filled_in_is_not_overwritten(tiny_board: Path, run_lif: RunLif) -> None:
    assert run_lif("audit", "tool", AUDIT, cwd=tiny_board).returncode == 0
    assert run_lif("audit", "tool", AUDIT, cwd=tiny_board).returncode == 0
    folder = tiny_board / "build/audits" / AUDIT
    said = {("Case 1", "1.1"): ("Met", "", "")}
    for name, fill in (("police.xlsx", fill_workbook), ("health-trust.docx", fill_document)):
        blank = (folder / name).read_bytes()
        filled = fill(blank, said, by="")
        (folder / name).write_bytes(filled)
        again = run_lif("audit", "tool", AUDIT, cwd=tiny_board)
        assert again.returncode == 1
        assert f"Something is filled in in build/audits/{AUDIT}/{name}" in " ".join(again.stderr.split())
        assert (folder / name).read_bytes() == filled
        (folder / name).write_bytes(blank)


def test_a_new_board_has_the_instruments_of_the_sample(tmp_path: Path) -> None:
    start_board(tmp_path, BoardNames("A Board", "An Area"))
    made = sorted((tmp_path / "records/instruments").iterdir())
    assert [path.name for path in made] == [
        "case-five-tests.yaml", "peer-standards.yaml", "section-11.yaml", "section-175.yaml",
    ]  # fmt: skip
    for path in made:
        assert path.read_bytes() == (CHECKOUT / "records/instruments" / path.name).read_bytes()
    board = load(tmp_path)
    assert check(board) == []
    assert len(list(board.by_id["section-175"].record.items)) == 40
    standards = board.by_id["section-11"].record.in_order
    assert [section.id for section, _ in standards] == list("12345678")
