"""How open actions are written is remarked on gently; what was done is left as it stands."""

from pathlib import Path
from typing import Any

import pytest

from lif.rules.check import check
from lif.rules.validation import validate
from lif.store.findings import Finding
from lif.store.load import load
from tests.support import path_of, replace_text, text_at, tiny_records, write_board

DAY = {"date": "2017-06-01", "by": "police"}
DONE = {**DAY, "entry": "completed", "note": "Form changed."}
GOOD: dict[str, Any] = {
    "id": "A1",
    "text": "Ring the family after a second missed appointment.",
    "outcome": "A missed appointment is noticed the same day.",
    "lead": {"agency": "police", "role": "Head of Safeguarding"},
    "resource": "None",
    "due": "2017-06-30",
    "measure": {"text": "Appointments followed by a call", "baseline": "not known", "target": "all"},
}


def findings(root: Path, *actions: dict[str, Any]) -> list[Finding]:
    """What is found where the tiny Board's plan has these actions."""
    records = tiny_records()
    records["plan", "AP-2017-001"]["actions"] = list(actions)
    return check(load(write_board(root, records)))


def but(**changed: Any) -> dict[str, Any]:
    """The good action with some keys changed; None takes one away."""
    return {key: value for key, value in {**GOOD, **changed}.items() if value is not None}


def note(text: str) -> dict[str, str]:
    return {**DAY, "entry": "note", "note": text}


def measure(**changed: str | None) -> dict[str, Any]:
    return {key: value for key, value in {**GOOD["measure"], **changed}.items() if value is not None}


def test_a_careful_action_gets_no_remark(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("changed", "code", "place", "said"),
    [
        ({"lead": None}, "D470", "id: A1", "has no lead agency and no lead role"),
        ({"lead": {"agency": "police", "role": "TBC"}}, "D471", "TBC", "`tbc`"),
        ({"lead": {"agency": "police", "role": "All staff"}}, "D471", "All staff", "`all staff`"),
        ({"resource": None}, "D472", "id: A1", "does not say what it needs"),
        ({"resource": "To be confirmed"}, "D472", "To be confirmed", "`to be confirmed`"),
        ({"due": None}, "D473", "id: A1", "has no end date"),
        ({"outcome": None}, "D474", "id: A1", "A1 has no outcome."),
        ({"outcome": None, "measure": None}, "D474", "id: A1", "no outcome and no measure"),
        ({"measure": None}, "D475", "id: A1", "A1 has no measure."),
        ({"measure": None, "text": "Strengthen visits."}, "D475", "id: A1", "`strengthen` says that something"),
        ({"measure": None, "outcome": "Better help."}, "D475", "id: A1", "`better` says that something"),
        ({"measure": measure(baseline=None)}, "D476", "measure:", "has no baseline."),
        ({"measure": measure(target=None)}, "D476", "measure:", "has no target."),
        ({"measure": measure(baseline=None, target=None)}, "D476", "measure:", "no baseline and no target."),
        ({"measure": measure(target="Improved")}, "D476", "Improved", "`improved`, and not how much"),
        ({"text": "Ring the family as soon as possible."}, "D477", "Ring", "`as soon as possible`: it is no date."),
        ({"outcome": "Babies get timely, robust help."}, "D477", "Babies", "`timely` and `robust`, which leave open"),
        ({"measure": measure(text="Regular calls")}, "D477", "Regular", "`regular`"),
        ({"measure": measure(target="All, where appropriate")}, "D477", "All", "`where appropriate`"),
        ({"log": [note("Still in progress.")]}, "D477", "Still", "The latest note on AP-2017-001.A1"),
        ({"text": "Ring the family and review the rota."}, "D478", "Ring", "`and review`"),
        ({"outcome": "The family is rung after a second missed appointment."}, "D479", "The family", "says again"),
    ],
)  # fmt: skip
def test_what_is_remarked_on(
    changed: dict[str, Any], code: str, place: str, said: str, tmp_path: Path
) -> None:
    (finding,) = findings(tmp_path, but(**changed))
    assert (finding.code, finding.severity, finding.record) == (code, "remark", "AP-2017-001")
    assert text_at(tmp_path, finding).startswith(place)
    assert said in finding.message
    assert "AP-2017-001.A1" in finding.message
    assert finding.hint


@pytest.mark.parametrize(
    "changed",
    [
        {"measure": None, "outcome": "9 in 10 babies are seen the same day."},
        {"measure": measure(target=None, text="36 of 40 calls made")},
        {"due": None, "log": [{**DAY, "entry": "revised", "due": "2017-09-30", "reason": "The rota was late."}]},
        {"log": [note("In progress."), note("8 of 12 clinics ring; the others begin on 3 July.")]},
        {"log": [note("Work is ongoing in the twelve clinics: eight ring, and four begin on 3 July.")]},
    ],
)  # fmt: skip
def test_what_is_not(changed: dict[str, Any], tmp_path: Path) -> None:
    assert findings(tmp_path, but(**changed)) == []


POOR = {"id": "A2", "text": "Continue to improve practice and review it regularly."}


@pytest.mark.parametrize(
    "log",
    [
        [DONE],
        [{**DAY, "entry": "superseded", "reason": "Another does it."}],
        [{**DAY, "entry": "rejected", "reason": "Too dear."}],
        [DONE, {**DAY, "entry": "evidenced", "evidence": "Seen."}, note("Ongoing.")],
    ],
)
def test_what_was_done_or_will_not_be_is_left_as_it_is(log: list[dict[str, Any]], tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD, {**POOR, "log": log}) == []


def test_what_was_reopened_is_looked_at_again(tmp_path: Path) -> None:
    again = {**DAY, "entry": "reopened", "reason": "It was not done everywhere."}
    found = findings(tmp_path, GOOD, {**POOR, "log": [DONE, again]})
    assert [finding.code for finding in found] == ["D470", "D472", "D473", "D474", "D477", "D478"]


def test_no_narrative_is_repeated(tmp_path: Path) -> None:
    text = (
        "Continue to shield Xanthippe; the plumber should xylophone robustly and swiftly review the quokka."
    )
    action = {
        **POOR,
        "text": text,
        "outcome": "Improved Xanthippe.",
        "lead": {"agency": "police", "role": "Staff"},
    }
    found = findings(tmp_path, action, GOOD)
    assert len(found) == 7
    said = " ".join(f"{finding.message} {finding.hint}" for finding in found)
    for word in ("Xanthippe", "plumber", "xylophone", "quokka", "shield"):
        assert word.lower() not in said.lower()


def test_a_comment_with_a_reason_silences_a_remark_until_it_is_done_and_after(tmp_path: Path) -> None:
    findings(tmp_path, but(text="Ring the family promptly.", due=None))
    plan = path_of(tmp_path, "plan", "AP-2017-001")
    replace_text(
        plan, "    text: Ring", "    # lif: ignore D477 because the trust's own words\n    text: Ring"
    )
    replace_text(plan, "- id: A1", "- id: A1  # lif: ignore D473 because it ends with the contract")
    assert validate(tmp_path).findings == check(load(tmp_path)) == []
    plan.write_text(
        plan.read_text(encoding="utf-8") + "    log:\n      - date: 2017-06-01\n        by: police\n"
        "        entry: completed\n        note: Done.\n",
        encoding="utf-8",
        newline="\n",
    )
    assert check(load(tmp_path)) == []
