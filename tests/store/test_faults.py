"""A fault becomes a finding at its value, or at the key where the value stands on lines of its own."""

import pytest

from lif.store.faults import Fault, Path, located

TEXT = b"""\
a: 1
group:
  one: first
  two:
    - x: 1
      y: 2
    -
      x: 3
flow: [1, {z: 2}]
empty:
"""


@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        (("a",), False, (1, 4)),
        (("a",), True, (1, 1)),
        ((), False, (1, 1)),
        (("group",), False, (2, 1)),
        (("group", "one"), False, (3, 8)),
        (("group", "two"), False, (4, 3)),
        (("group", "two", 0), False, (5, 7)),
        (("group", "two", 0, "y"), True, (6, 7)),
        (("group", "two", 1), False, (8, 7)),
        (("flow",), False, (9, 7)),
        (("flow", 1, "z"), False, (9, 15)),
        (("group", "missing"), False, (2, 1)),
        (("group", "missing"), True, (2, 1)),
        (("missing", 3, "x"), False, (1, 1)),
    ],
)
def test_place(path: Path, at_key: bool, place: tuple[int, int]) -> None:
    [finding] = located([Fault("f.yaml", path, "D404", "Message.", at_key=at_key)], lambda _: TEXT)
    assert (finding.line, finding.column) == place


def test_findings_come_in_the_order_of_their_places() -> None:
    faults = [
        Fault("b.yaml", ("a",), "D1", "m"),
        Fault("a.yaml", ("flow",), "D2", "m"),
        Fault("a.yaml", (), "D3", "m", line=4),
        Fault("a.yaml", ("a",), "D4", "m", "hint", "CR-2017-001", "warning"),
    ]
    findings = located(faults, lambda _: TEXT)
    assert [(each.file, each.code) for each in findings] == [
        ("a.yaml", "D4"),
        ("a.yaml", "D3"),
        ("a.yaml", "D2"),
        ("b.yaml", "D1"),
    ]
    assert (findings[0].hint, findings[0].record, findings[0].severity) == ("hint", "CR-2017-001", "warning")


def test_a_file_without_faults_is_not_read_a_second_time() -> None:
    def read(name: str) -> bytes:
        raise AssertionError(name)

    assert len(located([Fault("a.csv", (), "V511", "m", line=1)], read)) == 1
