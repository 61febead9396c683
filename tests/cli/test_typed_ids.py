"""Ids that were typed in small letters."""

import pytest

from lif.cli.typed_ids import with_capitals


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ap-2017-001.a2", "AP-2017-001.A2"),
        ("Ll-2017-002", "LL-2017-002"),
        ("AP-2017-001.a12", "AP-2017-001.A12"),
        ("see ap-2017-001", "see ap-2017-001"),
        ("records/ap-2017-001.yaml", "records/ap-2017-001.yaml"),
        ("ap-2017-01", "ap-2017-01"),
        ("mental-health-trust", "mental-health-trust"),
    ],
)
def test_an_id_that_stands_alone_is_put_in_capitals(typed: str, meant: str) -> None:
    assert with_capitals(["action", "show", typed]) == ["action", "show", meant]
