"""What must not go missing between two saves: items keep their numbers, and logs keep their entries."""

from typing import Any

import pytest

from lif.records.kinds import BY_NAME
from lif.rules.kept import losses

FILE = "records/plans/2017/AP-2017-001.yaml"
ENTRY = {"date": "2017-07-01", "by": "police", "entry": "note", "note": "Done."}


def _plan(*actions: dict[str, Any]) -> dict[str, Any]:
    return {"id": "AP-2017-001", "actions": list(actions)}


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (_plan({"id": "A1"}), _plan({"id": "A1"}, {"id": "A2"}), []),
        (_plan({"id": "A1"}), _plan({"id": "A2"}), ["K701"]),
        (_plan({"id": "A1"}, {"id": "A2"}), {"id": "AP-2017-001"}, ["K701", "K701"]),
        (_plan({"id": "A1", "log": [ENTRY]}), _plan({"id": "A1", "log": [ENTRY, ENTRY]}), []),
        (_plan({"id": "A1", "log": [ENTRY]}), _plan({"id": "A1", "log": []}), ["K702"]),
        (
            _plan({"id": "A1", "log": [ENTRY]}),
            _plan({"id": "A1", "log": [{**ENTRY, "by": "lado"}]}),
            ["K702"],
        ),
        (_plan({"id": "A1", "log": [ENTRY, ENTRY]}), _plan({"id": "A1", "log": [ENTRY]}), ["K702"]),
        (_plan("not a mapping"), _plan(), []),  # type: ignore[arg-type]
        ({"actions": None}, {"actions": "text"}, []),
    ],
)
def test_what_is_lost(before: dict[str, Any], after: dict[str, Any], codes: list[str]) -> None:
    found = losses(BY_NAME["plan"], FILE, before, after)

    assert [one.code for one in found] == codes
    assert [one.severity == "error" for one in found] == [code == "K701" for code in codes]
    assert all("Done" not in one.message for one in found)
