"""Thousands of mutations, and every hostile text at the largest size that is read."""

import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lif.rules.check import check
from lif.store.load import load
from lif.store.yaml_locate import locate
from lif.store.yaml_reader import read
from tests.soak.hostile import texts
from tests.support import CHECKOUT, write_board

SAMPLE = [path.read_bytes() for path in sorted((CHECKOUT / "records").rglob("*.yaml"))]
SCRAPS = [
    b"\n- ",
    b": ",
    b"&a ",
    b"*a",
    b"!!str ",
    b"|\n",
    b">-\n",
    b"'",
    b'"',
    b"\t",
    b"\r\n",
    b"---\n",
    b"[",
    b"}",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = draw(st.sampled_from(SAMPLE))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 60)))
        data = data[:start] + draw(st.sampled_from(SCRAPS) | st.binary(max_size=8)) + data[end:]
    return data


@settings(max_examples=20_000, deadline=None)
@given(st.binary(max_size=2000) | mutated())
def test_the_reader_never_raises(data: bytes) -> None:
    result = read(data)
    assert (result.value is None) == bool(result.problems)
    located = locate(data)
    if result.value is not None:
        assert all(located.find((key,)) for key in result.value)


@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_mutation_of_a_record_is_more_than_a_finding(tmp_path: Path, data: st.DataObject) -> None:
    root = tmp_path / "board"
    if not root.exists():
        write_board(root)
    path = data.draw(st.sampled_from(sorted((root / "records").rglob("*.*"))))
    before = path.read_bytes()
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, min(len(before), start + 40)))
    path.write_bytes(
        before[:start] + data.draw(st.sampled_from(SCRAPS) | st.binary(max_size=40)) + before[end:]
    )
    try:
        for finding in check(load(root)):
            assert (finding.line, finding.column) >= (1, 1)
    finally:
        path.write_bytes(before)


def test_no_text_takes_long() -> None:
    for what, data in texts().items():
        begun = time.process_time()
        read(data)
        locate(data)
        assert time.process_time() - begun < 20, what
