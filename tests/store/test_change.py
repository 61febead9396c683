"""A change writes records in one form, and its diff holds only what changes."""

from pathlib import Path

import pytest

from lif.records.kinds import BY_NAME, KINDS, file_of
from lif.store.change import Change, diff_of, edit_record, field_order, new_record
from lif.store.errors import Refusal
from lif.store.load import load
from lif.store.yaml_edit import Append, Put
from tests.support import path_of, tiny_records


def test_a_new_record_begins_with_the_way_to_its_schema() -> None:
    for (kind, record_id), value in tiny_records().items():
        name, data = new_record(BY_NAME[kind], record_id, value)
        first = data.decode().partition("\n")[0]
        prefix = "# yaml-language-server: $schema="
        assert first.startswith(prefix)
        schema = Path(name).parent / first.removeprefix(prefix)
        assert schema.as_posix().endswith(f"/../schemas/{kind}.schema.json")
        assert len([part for part in schema.parts if part == ".."]) == len(Path(name).parent.parts)


def test_what_is_empty_is_left_out_and_nought_is_not() -> None:
    value = {"schema_version": 1, "name": "", "size": 0, "flag": False, "a": None, "b": [], "c": {}}
    _, data = new_record(BY_NAME["agency"], "police", value)
    assert data.decode().splitlines()[1:] == ["schema_version: 1", 'name: ""', "size: 0", "flag: false"]


@pytest.mark.parametrize("text", ["\ud800", float("inf"), 2**60])
def test_what_no_file_can_hold_is_refused(text: object, tiny_board: Path) -> None:
    with pytest.raises(Refusal):
        new_record(BY_NAME["agency"], "police", {"name": text})
    board = load(tiny_board)
    with pytest.raises(Refusal):
        edit_record(board, board.by_id["police"], [Put(("name",), text)])


def test_an_edit_that_cannot_be_made_names_the_place(tiny_board: Path) -> None:
    board = load(tiny_board)
    with pytest.raises(Refusal) as refused:
        edit_record(board, board.by_id["police"], [Append(("name",), "x")])
    assert refused.value.message.startswith("records/agencies/police.yaml:")
    assert "lif edit police" in refused.value.hint


def test_the_diff_holds_only_what_changes(tiny_board: Path) -> None:
    path = path_of(tiny_board, "plan", "AP-2017-001")
    path.write_text("# Kept with care\n" + path.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    board = load(tiny_board)
    loaded = board.by_id["AP-2017-001"]
    entry = {"date": "2017-07-01", "by": "police", "entry": "note", "note": "Seen: it works."}
    data = edit_record(board, loaded, [Append(("actions", 0, "log"), entry)])
    diff = diff_of(board, Change({loaded.file: data}, "Noted."))
    lines = [line for line in diff.splitlines() if line[0] in "+-"]
    assert lines[:2] == [f"--- a/{loaded.file}", f"+++ b/{loaded.file}"]
    assert [line[0] for line in lines[2:]] == ["+"] * 4
    assert lines[-1] == '+        note: "Seen: it works."'


def test_the_diff_of_a_new_file_and_of_none(tiny_board: Path) -> None:
    board = load(tiny_board)
    diff = diff_of(board, Change({"records/b.yaml": b"b: 1\n", "records/a.yaml": b"a: 1\n"}, "Made."))
    assert diff == (
        "--- /dev/null\n+++ b/records/a.yaml\n@@ -0,0 +1 @@\n+a: 1\n"
        "--- /dev/null\n+++ b/records/b.yaml\n@@ -0,0 +1 @@\n+b: 1\n"
    )
    police = path_of(tiny_board, "agency", "police").read_bytes()
    assert diff_of(board, Change({"records/agencies/police.yaml": police}, "Nothing.")) == ""


def test_what_is_no_text_is_not_poured_onto_the_terminal(tiny_board: Path) -> None:
    board = load(tiny_board)
    logo = tiny_board / "templates/crest.png"
    logo.parent.mkdir(exist_ok=True)
    logo.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")

    diff = diff_of(board, Change({}, "Away.", removed=("templates/crest.png",)))

    assert diff == "Binary files a/templates/crest.png and /dev/null differ\n"
    assert diff_of(board, Change({"templates/crest.png": logo.read_bytes()}, "Nothing.")) == ""


def test_where_each_kind_is_kept() -> None:
    assert file_of(BY_NAME["board"], "board") == "records/board.yaml"
    assert file_of(BY_NAME["agency"], "police") == "records/agencies/police.yaml"
    assert file_of(BY_NAME["review"], "CR-2017-1234") == "records/reviews/2017/CR-2017-1234.yaml"


def test_the_order_of_keys_is_that_of_the_models() -> None:
    orders = {kind.name: field_order(kind) for kind in KINDS}
    assert all(order[0] == "schema_version" for order in orders.values())
    assert (
        orders["report"].index("agency") < orders["report"].index("summary") < orders["report"].index("theme")
    )
