"""Edits: what was meant changes, and not one byte beside it."""

import difflib
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lif.store.yaml_edit import Append, Edit, EditRefused, Extend, Insert, Put, apply
from lif.store.yaml_locate import Path
from lif.store.yaml_reader import read
from lif.store.yaml_render import is_plain, quoted
from tests.store.yaml_samples import NASTY, RECORD, same, texts, values


def changes(before: str, after: str) -> list[str]:
    """The lines of a diff without its head and its context."""
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line[0] + " " + line[1:] for line in list(lines)[2:] if line[0] in "+-"]


def edited(text: str, *edits: Edit) -> list[str]:
    after = apply(text.encode(), edits).decode()
    return changes(text, after)


@pytest.mark.parametrize(
    ("edit", "diff"),
    [
        (Put(("id",), "CR-2017-002"), ["- id: CR-2017-001", "+ id: CR-2017-002"]),
        (
            Put(("title",), "It's another"),
            [
                "- title: 'A fictional review'   # a working title",
                "+ title: 'It''s another'   # a working title",
            ],
        ),
        (Put(("size",), "3"), ["- size: 3", '+ size: "3"']),
        (Put(("share",), None), ["- share: 0.5", "+ share: null"]),
        (Put(("screening", "limbs", 1, "answer"), "no"), ["-       answer: unknown", "+       answer: no"]),
        (Put(("screening", "limbs", 1, "reason"), "x: y"), ['+       reason: "x: y"']),
        (Put(("screening", "by"), "chair"), ["+   by: chair"]),
        (Put(("screening", "by"), "chair", ("by", "limbs")), ["+   by: chair"]),
        (Put(("note",), "short"), ["- note: >-", "-   folded over", "-   two lines", "+ note: short"]),
        (
            Put(("log", 0, "note"), "one line"),
            ["-   note: plain text over", "-     two lines", "+   note: one line"],
        ),
        (
            Append(("log",), {"date": "2018-02-01", "note": "a\nb"}),
            ["+ - date: 2018-02-01", "+   note: |-", "+     a", "+     b"],
        ),
        (Append(("log", 0, "links"), "CR-2017-003"), ["+   links:", "+     - CR-2017-003"]),
        (
            Append(("recommendations",), {"id": "R1", "text": "x"}),
            ["- recommendations: []", "+ recommendations:", "+   - id: R1", "+     text: x"],
        ),
        (
            Append(("agencies",), "a, b"),
            [
                "- agencies: [police, {name: health, lead: true}, 'the school']",
                "+ agencies: [police, {name: health, lead: true}, 'the school', \"a, b\"]",
            ],
        ),
        (
            Put(("agencies", 1, "name"), "health visiting"),
            [
                "- agencies: [police, {name: health, lead: true}, 'the school']",
                "+ agencies: [police, {name: health visiting, lead: true}, 'the school']",
            ],
        ),
        (Append(("new",), "x"), ["+ new:", "+   - x"]),
        (Put(("new", "deep", "er"), 1), ["+ new:", "+   deep:", "+     er: 1"]),
        (Put(("status",), "open", ("id", "title", "status", "opened")), ["+ status: open"]),
    ],
    ids=lambda value: repr(value)[:60] if isinstance(value, Put | Append) else "",
)
@pytest.mark.parametrize("crlf", [False, True])
def test_the_diff_holds_only_what_changed(edit: Edit, diff: list[str], crlf: bool) -> None:
    text = RECORD.replace("\n", "\r\n") if crlf else RECORD
    found = edited(text, edit)
    assert [line.removesuffix("\r") for line in found] == diff
    assert not crlf or all(line.endswith("\r") for line in found)


def test_where_a_key_is_put() -> None:
    after = apply(RECORD.encode(), [Put(("status",), "open", ("id", "title", "status", "opened"))]).decode()
    assert "# a working title\nstatus: open\nopened:" in after
    first = apply(
        b"# head\nb: 1\nl:\n  - y: 1\n", [Put(("a",), 0, ("a", "b")), Put(("l", 0, "x"), 0, ("x", "y"))]
    )
    assert first == b"# head\na: 0\nb: 1\nl:\n  - x: 0\n    y: 1\n"


def test_the_layout_of_the_file_is_followed() -> None:
    text = "a:\n    b: 1\nl:\n    -   x: 1\n        y: |\n            text\n"
    assert edited(text, Append(("l",), {"x": 2, "z": {"k": "p\nq"}})) == [
        "+     -   x: 2",
        "+         z:",
        "+             k: |-",
        "+                 p",
        "+                 q",
    ]


def test_nested_lists() -> None:
    first = "actions:\n  - id: A1\n    log: []  # none yet\n"
    text = first + "  - id: A2\n    log:\n      - date: 2018-01-01\n  # later\n"
    entry = {"date": "2018-02-02"}
    assert edited(text, Append(("actions", 1, "log"), entry)) == ["+       - date: 2018-02-02"]
    assert edited(text, Append(("actions", 0, "log"), entry)) == [
        "-     log: []  # none yet",
        "+     log:  # none yet",
        "+       - date: 2018-02-02",
    ]


def test_an_item_between_others() -> None:
    text = "log:\n  - date: 2018-01-01\n    note: |\n      kept\n\n  # of spring\n  - date: 2018-03-01\n"
    after = apply(text.encode(), [Insert(("log",), 0, {"date": "2018-02-01"})]).decode()
    assert changes(text, after) == ["+   - date: 2018-02-01"]
    assert "  # of spring\n  - date: 2018-03-01\n" in after
    assert apply(b"a: [1, 3]\n", [Insert(("a",), 0, 2)]) == b"a: [1, 2, 3]\n"
    assert apply(b"a: [1, 3]\n", [Insert(("a",), 1, 4)]) == b"a: [1, 3, 4]\n"


@pytest.mark.parametrize("behind", [-1, 2])
def test_there_is_no_place_behind_an_item_that_is_not_there(behind: int) -> None:
    with pytest.raises(EditRefused, match="no list with such an item"):
        apply(b"a: [1, 3]\n", [Insert(("a",), behind, 2)])


def test_a_file_without_line_end() -> None:
    assert apply(b"a: 1", [Put(("b",), 2)]) == b"a: 1\nb: 2"
    assert apply(b"a: |\n  x", [Put(("b",), "y\nz\n")]) == b"a: |-\n  x\nb: |\n  y\n  z\n"


def test_an_item_that_holds_nothing_yet() -> None:
    assert apply(b"a:\n-  # why\n", [Put(("a", 0), [1, {"b": 2}])]) == b"a:\n- - 1  # why\n  - b: 2\n"
    assert apply(b"a:\n-\nb: 1\n", [Put(("a", 0), [1, 2])]) == b"a:\n- - 1\n  - 2\nb: 1\n"


def test_an_empty_record() -> None:
    assert apply(b"{}\n", [Put(("a",), [1])]) == b"a:\n  - 1\n"


def test_a_byte_order_mark_stays() -> None:
    assert apply(b"\xef\xbb\xbfa: 1\n", [Put(("a",), 2)]) == b"\xef\xbb\xbfa: 2\n"


@pytest.mark.parametrize(
    ("text", "edit", "words"),
    [
        ("a: 1\n", Append(("a",), 1), "No list"),
        ("a: 1\n", Put(("a", "b"), 1), "does not exist"),
        ("a: [1]\n", Put(("a", 1), 1), "does not exist"),
        ("a: 1\n", Put((), {}), "as a whole"),
        ("a: 'x\n", Put(("a",), 1), "cannot be read"),
        ("a:\n  - b\n  # why\n  - c\n", Put(("a",), []), "comments"),
        ("a:\n  # why\n  b\n", Put(("a",), 1), "comment"),
        ("? a\n: b\n", Put(("a",), 1), "unusual"),
        ("? a\n? b\n", Put(("c",), 1), "unusual"),
        ("b: {a}\n", Put(("b", "a"), 1), "colon"),
        ("--- {}\n", Put(("a",), 1), "unusual"),
    ],
)
def test_what_cannot_be_done_safely_is_refused(text: str, edit: Edit, words: str) -> None:
    with pytest.raises(EditRefused, match=words) as refusal:
        apply(text.encode(), [edit])
    assert refusal.value.line >= 1


@pytest.mark.parametrize("text", NASTY, ids=ascii)
@pytest.mark.parametrize(
    "path", [("id",), ("title",), ("summary",), ("note",), ("agencies", 0), ("log", 0, "note"), ("new",)]
)
def test_nasty_texts_can_be_put_anywhere(path: Path, text: str) -> None:
    check(RECORD.encode(), Put(path, text))


# Generated files: the same values in every dress that people and tools give them.


@st.composite
def dressed(draw: st.DrawFn) -> bytes:
    """A record with comments, quotes, block and folded texts, flow collections and odd indentation."""
    step = draw(st.integers(1, 5))
    offset = draw(st.integers(0, 4))
    dash = "-" + " " * draw(st.integers(1, 3))
    lines: list[str] = []

    def comment(column: int) -> None:
        kind = draw(st.integers(0, 9))
        if kind == 0:
            lines.append(" " * column + "# a comment: with [signs] - in it")
        elif kind == 1:
            lines.append("")

    def trailer() -> str:
        return draw(st.sampled_from(["", "", "", "  # note", " # it's", "   "]))

    def flow(depth: int) -> str:
        kind = draw(st.integers(0, 3 if depth < 2 else 1))
        if kind < 2:
            return draw(st.sampled_from(["x", "12", "'a, b'", '"c\\n"', "null", "a b", "~"]))
        inner = [flow(depth + 1) for _ in range(draw(st.integers(0, 3)))]
        gap = draw(st.sampled_from(["", " "]))
        if kind == 2:
            return "[" + gap + ", ".join(inner) + gap + "]"
        return "{" + gap + ", ".join(f"k{n}: {item}" for n, item in enumerate(inner)) + gap + "}"

    def leaf(prefix: str, column: int, deeper: int) -> None:
        kind = draw(st.integers(0, 8))
        if kind <= 1:
            lines.append(
                prefix
                + " " * draw(st.integers(1, 3))
                + draw(st.sampled_from(["word", "12", "a b c", "yes", "1.50"]))
                + trailer()
            )
        elif kind == 2:
            lines.append(prefix + draw(st.sampled_from(["", " null", " ~"])) + trailer())
        elif kind == 3:
            text = draw(texts)
            written = text if is_plain(text) else quoted(text, draw(st.sampled_from(["'", '"'])))
            lines.append(prefix + " " + written + trailer())
        elif kind == 4:
            lines.append(prefix + " " + flow(0) + trailer())
        elif kind == 5:
            lines.extend([prefix + " plain text", " " * deeper + "over lines" + trailer()])
        else:
            lines.append(
                prefix
                + " "
                + draw(st.sampled_from(["|", "|-", "|+", ">", ">-"]))
                + draw(st.sampled_from(["", " # why"]))
            )
            for _ in range(draw(st.integers(1, 3))):
                lines.append(" " * deeper + draw(st.sampled_from(["text # no comment", "- text", "a: b"])))
            lines.extend([""] * draw(st.integers(0, 2)))

    def mapping(column: int, depth: int, first: str = "") -> None:
        for number in range(draw(st.integers(1, 4))):
            if number:
                comment(column)
            start = first if number == 0 and first else " " * column
            node(f"{start}{draw(st.sampled_from(['k', 'key ', 'a b']))}{number}:", column, depth, False)

    def node(prefix: str, column: int, depth: int, in_list: bool) -> None:
        kind = draw(st.integers(0, 5 if depth < 3 else 2))
        if kind <= 2:
            leaf(prefix, column, column + max(step, 1) + 1)
        elif kind == 3 and not in_list:
            lines.append(prefix + trailer())
            mapping(column + step, depth + 1)
        elif kind == 3:
            mapping(column + len(dash), depth + 1, prefix + dash[1:])
        elif not in_list:
            lines.append(prefix + trailer())
            for _ in range(draw(st.integers(1, 3))):
                comment(column + offset)
                node(" " * (column + offset) + "-", column + offset, depth + 1, True)
        else:
            leaf(prefix, column, column + len(dash))

    comment(0)
    mapping(0, 0)
    comment(0)
    text = draw(st.sampled_from(["\n", "\n", "\r\n"])).join(lines) + draw(
        st.sampled_from(["\n", "\n", "", "\n\n"])
    )
    if text.endswith("\r") or "\r" in text.replace("\r\n", ""):
        text = text.replace("\r\n", "\n")
    return draw(st.sampled_from([b"", b"", b"\xef\xbb\xbf"])) + text.encode()


def all_paths(value: Any, path: Path = ()) -> list[Path]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, child in steps for found in all_paths(child, (*path, step)))]


def comments(data: bytes) -> int:
    return data.count(b"# a comment") + data.count(b"# note") + data.count(b"# it's") + data.count(b"# why")


def check(data: bytes, edit: Edit) -> bytes:
    """Applies an edit and holds its result against the same change made to the value alone."""
    before = read(data).value
    after_data = apply(data, [edit])
    after = read(after_data).value
    assert before is not None
    assert after is not None
    parent_before: Any = before
    parent_after: Any = after
    steps = edit.path[:-1] if isinstance(edit, Put) else edit.path
    for step in steps:
        parent_before, parent_after = parent_before[step], parent_after[step]
    if isinstance(edit, Append):
        assert same(parent_after.pop(), edit.item)
    elif isinstance(edit, Insert):
        assert same(parent_after.pop(edit.behind + 1), edit.item)
    else:
        last: Any = edit.path[-1]
        assert same(parent_after.pop(last), edit.value)
        if isinstance(parent_before, list) or last in parent_before:
            parent_before.pop(last)
    assert same(before, after)
    assert comments(after_data) >= comments(data)
    return after_data


@settings(max_examples=400, deadline=None)
@given(dressed(), st.data())
def test_any_edit_of_any_file_changes_only_what_was_meant(data: bytes, more: st.DataObject) -> None:
    value = read(data).value
    assume(value is not None)
    paths = all_paths(value)
    path = more.draw(st.sampled_from(paths))
    found: Any = value
    for step in path:
        found = found[step]
    new = more.draw(values)
    edit: Edit
    if isinstance(found, list):
        behind = more.draw(st.integers(0, len(found))) - 1
        edit = Append(path, new) if behind < 0 else Insert(path, behind, new)
    elif isinstance(found, dict):
        edit = Put((*path, "new"), new)
    else:
        edit = Put(path, new)
    after = check(data, edit)
    lines = data.splitlines(keepends=True)
    kept = [line for line in difflib.ndiff(lines_of(data), lines_of(after)) if line.startswith("  ")]
    touched = lines_of_value(data, path) if isinstance(edit, Put) and not isinstance(found, dict) else 0
    assert len(kept) >= len(lines) - max(touched, 1) - 1


def lines_of(data: bytes) -> list[str]:
    return data.decode().split("\n")


def lines_of_value(data: bytes, path: Path) -> int:
    from lif.store.yaml_locate import locate

    place = locate(data).place(path)
    return locate(data).text[place.start : place.end].count("\n") + 2


@pytest.mark.parametrize(
    "text",
    ["a: 1\n", "l: []\nb: 2\n", "l:\n- 1\n# c\n\nb: 2\n", "l:\n  - 1", "a: 1\r\nl:\r\n  - 1\r\nb: 1\r\n"],
)
def test_many_items_at_once_are_as_one_after_the_other(text: str) -> None:
    items = [3, {"x": "y\nz"}, "= 4"]
    singly = apply(text.encode(), [Append(("l",), item) for item in items])
    assert apply(text.encode(), [Extend(("l",), items)]) == singly


def test_many_items_into_a_list_on_one_line_and_into_none() -> None:
    assert apply(b"l: [1, 2]\n", [Extend(("l",), [3, 4])]) == b"l:\n  - 1\n  - 2\n  - 3\n  - 4\n"
    with pytest.raises(EditRefused, match="No list stands here"):
        apply(b"l: 1\n", [Extend(("l",), [3])])
