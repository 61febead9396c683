"""The quick reader takes nothing that the full one refuses, and gives no other value."""

import contextlib
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lif.store.yaml_full import read_text
from lif.store.yaml_plain import read_plain
from lif.store.yaml_reader import read
from lif.store.yaml_text import decode
from lif.store.yaml_write import NotWritable, write
from tests.store.yaml_mutations import layouts, mutate
from tests.store.yaml_samples import RECORD, records, same

SAMPLE = [path.read_bytes() for path in sorted(Path("records").rglob("*.yaml"))]


def check(data: bytes) -> bool:
    """Whether the quick reader took a file, having held its value to that of the full one."""
    text, problems = decode(data)
    value = None if problems else read_plain(text)
    if value is not None:
        result = read_text(text)
        assert result.value is not None, (text, result.problems)
        assert same(value, result.value), (text, value, result.value)
    return value is not None


@pytest.mark.parametrize("dress", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_whole_sample_is_read_quickly(dress: str) -> None:
    assert len(SAMPLE) > 50
    assert all(check(data.replace(b"\n", dress.encode())) for data in SAMPLE)


TAKEN = {
    "keys and scalars": "a: 1\nb_c: -0.5\nd-e: null\nf:\ng: 2017-11-24\nh: no\ni: true\n",
    "lists in the column of their key": "a:\n- b\n- c: 1\n  d: 2\ne: []\n",
    "wide indentation": "a:\n    -   b: 1\n        c:\n            d: 1\n",
    "lists of words": "a: [x, y z,  1 ]\nb: [ ]\nc: {}\n",
    "quotes": 'a: "x: #y"\nb: \'it\'\'s\'\nc: "\\"\\\\"\nd: \'\'\ne: "" # why\n',
    "comments": "# one\na: 1 # two\n\n  # three\nb: # four\n  # five\n  c: d#e\n  \n# six\n",
    "colons": "a: http://example.org:80\nb: 10:30\n",
    "block texts": "a: |\n  x: 1\n\n    y  \n  # z\n\n# end\nb: |-\n   x\n\n",
    "block texts in lists": "a:\n  - |\n    x\n  - b: |\n      x\n    c: d\n",
    "folded texts": "a: >\n  x\n  y\n\n  z\n\n\n  z\nb: >-\n  x\n",
    "beyond ASCII": "a: Café\nb: “quoted”\nc: \u00a0x\u00a0\nd: \U0001f600\n",
    "deep": "".join(f"{'  ' * depth}a:\n" for depth in range(40)),
}


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN)
def test_forms_that_are_taken(text: str) -> None:
    assert check(text.encode())


LEFT = [
    "", "a", "- a\n", "a: 1", "a: 1\n b: 2\n", " a: 1\n", "a: 1\na: 2\n", "a:\n  b: 1\n  b: 2\n",
    "a: 1\n  c\n", "a: b: c\n", "a: b:\n", "a: &x 1\n", "a: *x\n", "a: !x 1\n", "%YAML 1.2\n---\na: 1\n",
    "---\na: 1\n", "a: 1\n---\nb: 1\n", "a: 1\n...\n", "a: 1_000\n", "a: 012\n", "a: =\n", "a: .inf\n",
    "<<: {}\n", "a: [0o14]\n", "a: [b: c]\n", "a: {b: c}\n", "a: [b,\n  c]\n", "a: |\n  x\n \n  y\n",
    "a: |2\n   x\n", "a: |+\n  x\n", "a: |\n\n  x\n", "a: |\n    x\n  y\n", "a: >\n  x\n   y\n",
    "a: |\nb: 1\n", "a: \"\\n\"\n", "a: \"x\n  y\"\n", "a: 'x'y\n", "a: 'x'#y\n", "a: ? b\n", "? a\n",
    "- - a\n", "a:\n  -\n    b: 1\n", "a:\n- b\n  - c\n", "a:\tb\n", "a: b\tc\n", "a: \x80\n",
    "a: \u2028\n", "'a': 1\n", "a b: 1\n", "a : 1\n", "a: -\n", "a: - b\n", "a: @b\n", "a: `b`\n",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT)
def test_forms_that_are_left_to_the_full_reader(text: str) -> None:
    assert read_plain(text) is None


def test_depth_is_left_to_the_full_reader() -> None:
    text = "".join(f"{'  ' * depth}a:\n" for depth in range(60))
    assert read_plain(text) is None
    assert [problem.code for problem in read(text.encode()).problems] == ["Y104"]


@settings(max_examples=200, deadline=None)
@given(records)
def test_what_lif_writes(record: dict[str, object]) -> None:
    with contextlib.suppress(NotWritable):
        check(write(record).encode())


@settings(max_examples=200, deadline=None)
@given(layouts, st.integers(0, 2**32))
def test_many_layouts_and_what_slips_of_the_hand_make_of_them(text: str, seed: int) -> None:
    check(text.encode())
    chance = random.Random(seed)
    for _ in range(5):
        check(mutate(text.encode(), chance))


def test_slips_of_the_hand_in_the_sample() -> None:
    chance = random.Random(1)
    taken = 0
    for _ in range(3000):
        data = chance.choice([*SAMPLE, RECORD.encode()])
        taken += check(mutate(data, chance, times=chance.choice((1, 1, 2, 5))))
    assert taken > 500, "mutations that leave nothing to compare prove nothing"
