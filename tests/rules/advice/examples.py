"""Fictional narratives, well and poorly written, as reports."""

from typing import Any

from lif.records.report import HighlightReport
from lif.store.yaml_reader import read
from tests.support import CHECKOUT

_STORY = ("narrative", "worried_about", "needs_to_change")


def narratives(quality: str) -> list[dict[str, Any]]:
    """Those of `tests/data/narratives_good.yaml`, `…_poor.yaml` or `…_unseen.yaml`."""
    value = read((CHECKOUT / "tests" / "data" / f"narratives_{quality}.yaml").read_bytes()).value
    assert value is not None
    found: list[dict[str, Any]] = value["narratives"]
    return found


def report_of(**said: Any) -> HighlightReport:
    """A highlight report that says this and nothing else."""
    no = {"answer": "no"}
    return HighlightReport.model_validate(
        {
            "schema_version": 1, "id": "AR-2018-001", "kind": "highlight", "period": "2017-Q3",
            "agency": said.get("agency", "police"), "story": {key: said[key] for key in _STORY if key in said},
            "summary": said.get("summary", {}), "equality": said.get("equality"),
            "asked_of_board": said.get("asked_of_board"),
            "serious_incident_referred": no, "new_risks": no, "escalation_used": no,
        }
    )  # fmt: skip
