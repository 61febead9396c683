"""Every way a file can be wrong is a finding, and a broken file never hides the others."""

import gc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from lif.store.load import load
from tests.support import TINY_VALUES, path_of, replace_text, write_file

BROKEN = [
    b"", b"null", b"\x00", b"\xff\xfe\x00", b"\xef\xbb\xbf", b"name: \xe9", b"- a", b"just text", b"a: b: c",
    b"a: [", b"a: &x b\nc: *x\n", b"a: 1\na: 2\n", b"\tname: x", b"--- a\n--- b\n", b"%YAML 1.1\n",
    b"a: !!python/object:os.system x\n", b"? [a]\n: b\n", b"{" * 3000, b"[" * 100, b"a: 012", b"name: 'x",
    b'a: "\\ud800"', b'a: "\\x00"', b"a: .nan", b"a: 9999999999999999999999", b"schema_version: 99\n",
    b"schema_version: true\n",
]  # fmt: skip


@pytest.mark.parametrize("data", BROKEN, ids=[repr(data[:20]) for data in BROKEN])
@pytest.mark.parametrize("kind", ["board", "agency", "review", "report"])
def test_a_broken_file_is_a_finding_and_hides_no_other(kind: str, data: bytes, tiny_board: Path) -> None:
    record_id = {"board": "board", "agency": "police", "review": "CR-2017-001", "report": "AR-2017-001"}[kind]
    path = path_of(tiny_board, kind, record_id)
    path.write_bytes(data)
    board = load(tiny_board)
    assert {finding.file for finding in board.findings} == {path.relative_to(tiny_board).as_posix()}
    assert all(finding.line >= 1 and finding.column >= 1 and finding.message for finding in board.findings)
    assert (len(board.loaded), board.files_read, board.broken) == (15, 16, frozenset({record_id}))


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(
    data=some.binary(max_size=40),
    start=some.integers(min_value=0, max_value=1200),
    length=some.integers(0, 30),
)
def test_any_damage_to_a_file_is_read_without_an_exception(
    tiny_board: Path, data: bytes, start: int, length: int
) -> None:
    original = path_of(tiny_board, "review", "CR-2017-001").read_bytes()
    damaged = original[:start] + data + original[start + length :]
    name = "records/reviews/2017/CR-2017-001.yaml"
    board = load(tiny_board, {name: damaged})
    assert {finding.file for finding in board.findings} <= {name}
    assert len(board.loaded) == (15 if "CR-2017-001" in board.broken else 16)


def test_all_findings_of_a_file_in_one_run(tiny_board: Path) -> None:
    path = path_of(tiny_board, "audit", "AU-2017-001")
    replace_text(path, "size: 6", "size: six")
    replace_text(path, "kind: multi-agency-thematic", "kind: thematic")
    replace_text(path, "entry: held", "entry: hold")
    findings = load(tiny_board).findings
    assert [finding.code for finding in findings] == ["S203", "S206", "S203"]
    assert [finding.line for finding in findings] == sorted(finding.line for finding in findings)


def test_windows_line_ends_and_a_byte_order_mark_are_read(tiny_board: Path) -> None:
    path = path_of(tiny_board, "review", "CR-2017-001")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(tiny_board).findings == ()


def test_an_overlay_stands_for_files_that_are_not_written_yet(tiny_board: Path) -> None:
    police = path_of(tiny_board, "agency", "police").read_bytes()
    overlay = {
        "records/agencies/police.yaml": police.replace(b"Saltmere Police", b"Eastmere Police"),
        "records/agencies/probation.yaml": police,
        "records/indicators/new.csv": TINY_VALUES.encode(),
        "templates/pack.md": b"no record",
    }
    board = load(tiny_board, overlay)
    assert board.by_id["police"].record.name == "Eastmere Police"
    assert board.by_id["probation"].file == "records/agencies/probation.yaml"
    assert len(board.values["new"]) == 3
    assert not (tiny_board / "records/agencies/probation.yaml").exists()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("records/reviews/2018/CR-2017-001.yaml", "records/reviews/2017/CR-2017-001.yaml"),
        ("records/reviews/CR-2017-001.yaml", "records/reviews/2017/CR-2017-001.yaml"),
        ("records/reviews/2017/CR-2017-001.YAML", "records/reviews/2017/CR-2017-001.yaml"),
    ],
)
def test_a_numbered_record_in_the_wrong_file(name: str, expected: str, tiny_board: Path) -> None:
    path = path_of(tiny_board, "review", "CR-2017-001")
    text = path.read_bytes()
    path.unlink()
    write_file(tiny_board, name, text)
    [finding] = load(tiny_board).findings
    assert (finding.code, finding.file, finding.line, finding.column) == ("R302", name, 3, 5)
    assert expected in finding.message


@pytest.mark.parametrize(
    "name", ["Police.yaml", "police force.yaml", "police_force.yaml", "west/police-2.yaml", "-police.yaml"]
)
def test_the_name_of_a_file_that_is_an_id(name: str, tiny_board: Path) -> None:
    text = path_of(tiny_board, "agency", "police").read_bytes()
    write_file(tiny_board, f"records/agencies/{name}", text)
    [finding] = load(tiny_board).findings
    assert (finding.code, finding.file, finding.line) == ("R302", f"records/agencies/{name}", 1)


def test_reading_writes_nothing_and_leaves_the_collector_on(tiny_board: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tiny_board.rglob("*")}
    load(tiny_board)
    assert {path: path.stat().st_mtime_ns for path in tiny_board.rglob("*")} == before
    assert gc.isenabled()


def test_narrative_is_not_repeated_in_findings(tiny_board: Path) -> None:
    secret = "Mrs Example said that she is afraid"
    path = path_of(tiny_board, "review", "CR-2017-001")
    replace_text(path, "title: Family A", f"title: Family A\n{secret}: x\ntype : {secret}")
    replace_text(path, "state: received", f"state: {secret}")
    replace_text(path, "id: R1", f"id: {secret}")
    replace_text(path, "by: independent-chair", f"by: {secret}")
    text = "".join(finding.message + finding.hint for finding in load(tiny_board).findings)
    assert "Example" not in text
    replace_text(path, f"\ntype : {secret}", "")
    findings = load(tiny_board).findings
    assert len(findings) == 4
    assert "Example" not in "".join(finding.message + finding.hint for finding in findings)


@pytest.mark.parametrize("name", ["records/agencies/con.yaml", "records/indicators/nul.yaml"])
def test_a_name_that_no_file_can_have_on_windows(name: str, tiny_board: Path) -> None:
    same = "agencies/police" if "agencies" in name else "indicators/repeat-plans"
    # Given beside the files, because on Windows it cannot be one.
    board = load(tiny_board, {name: (tiny_board / f"records/{same}.yaml").read_bytes()})
    [finding] = board.findings
    assert (finding.code, finding.file, finding.line) == ("R308", name, 1)
