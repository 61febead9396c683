"""Places: line, column and spelling of every value, and of the nearest parent of what is missing."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lif.store.yaml_locate import Path, locate
from lif.store.yaml_reader import read
from lif.store.yaml_write import write
from tests.store.yaml_samples import RECORD, records


def paths(value: Any, path: Path = ()) -> list[Path]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, child in steps for found in paths(child, (*path, step)))]


def test_places_of_a_record() -> None:
    located = locate(RECORD.encode())
    assert list(located.places) == paths(read(RECORD.encode()).value)
    title = located.place(("title",))
    assert (title.line, title.column, title.key_line, title.key_column) == (4, 8, 4, 1)
    assert title.raw == "'A fictional review'"
    answer = located.place(("screening", "limbs", 1, "answer"))
    assert (answer.line, answer.column, answer.key_column, answer.raw) == (13, 15, 7, "unknown")
    name = located.place(("agencies", 1, "name"))
    assert (name.line, name.column, name.key_column, name.raw) == (22, 27, 21, "health")
    assert located.place(("log",)).key_line == 26
    assert located.place(("log",)).line == 27
    assert located.place(("log", 0, "note")).raw == "plain text over\n    two lines"


def test_the_spelling_of_a_number_is_kept() -> None:
    assert locate(b"v: 2017.10\n").place(("v",)).raw == "2017.10"


def test_what_is_missing_is_found_at_its_nearest_parent() -> None:
    located = locate(RECORD.encode())
    assert located.find(("screening", "limbs", 7, "answer")) is None
    assert located.place(("screening", "limbs", 7, "answer")).path == ("screening", "limbs")
    assert located.place(("nothing",)).path == ()
    assert (located.place(("x",)).line, located.place(("x",)).column) == (2, 1)


def test_line_ends_and_byte_order_marks_do_not_shift_places() -> None:
    plain = locate(RECORD.encode())
    dressed = locate(b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode())
    assert [(p.line, p.column) for p in plain.places.values()] == [
        (p.line, p.column) for p in dressed.places.values()
    ]


def test_a_broken_file_is_located_as_far_as_it_can_be_read() -> None:
    located = locate(b"a: 1\nb:\n  - c\n  d: 2\n")
    assert located.place(("b", 0)).line == 3
    assert locate(b"").place(("a",)).line == 1


@settings(max_examples=100, deadline=None)
@given(records)
def test_every_path_of_a_record_has_a_place(record: dict[str, Any]) -> None:
    assert list(locate(write(record).encode()).places) == paths(record)


@settings(max_examples=100, deadline=None)
@given(st.text("ab:- \n\t\"'#&*!|>{}[],?", max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    locate(text.encode()).place(("a", 0, "b"))
