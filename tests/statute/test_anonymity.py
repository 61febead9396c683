"""The checklist for anonymity asks what records can answer, in words of its own."""

from typing import get_args

from lif.records.publication import AnonymityCheck
from lif.statute.anonymity import anonymity_checks


def test_every_check_that_a_record_can_hold_is_asked() -> None:
    checks = anonymity_checks()

    assert tuple(checks) == get_args(AnonymityCheck)
    assert all(one.question.endswith("?") and one.look.endswith(".") for one in checks.values())
    assert {"dates", "places", "schools", "traits", "media"} <= checks.keys()
