"""A small Board in which something of every kind waits on 1 March 2018."""

from typing import Any

from tests.support import Records, tiny_records

DAY = "2018-03-01"


def entry(word: str, day: str, by: str = "strategic-board", **fields: Any) -> dict[str, Any]:
    """An entry of an action's log."""
    return {"date": day, "by": by, "entry": word, **fields}


def action(number: int, text: str, agency: str, *log: dict[str, Any], due: str | None) -> dict[str, Any]:
    """An action of an agency's Head of Safeguarding."""
    lead = {"agency": agency, "role": "Head of Safeguarding"}
    value = {"id": f"A{number}", "text": text, "lead": lead, "measure": {"text": "Forms with an answer"}}
    return {**value, **({"due": due} if due else {}), "log": list(log)}


DONE = entry("completed", "2017-12-01", "health-trust", note="In place.")
SEEN = entry("evidenced", "2018-01-10", evidence="The form.")
BETTER = entry("evaluated", "2018-02-01", impact="improved", result="Asked in nine of ten.")
SAME = entry("evaluated", "2018-02-02", impact="same", result="Asked as seldom as before.")
MOVED = entry("revised", "2017-12-20", due="2018-01-31", reason="The chief constable's secret reason.")


def busy_records() -> Records:
    """The tiny Board with three plans, one for each audience, and a meeting to come."""
    made = tiny_records()
    board = made["board", "board"]
    board["settings"]["markings"].append({"id": "sensitive", "label": "OFFICIAL-SENSITIVE"})
    first = made["plan", "AP-2017-001"]
    first |= {"marking": "sensitive", "agreed": "2017-03-01"}
    first["actions"][0]["measure"] = {"text": "Forms with an answer"}
    first["actions"] += [
        action(2, "Ask who lives in the home.", "police", MOVED, due="2017-12-31"),
        action(3, "Ring the school.", "health-trust", due="2018-03-06"),
        action(4, "Write down what the child says.", "police", due="2018-03-20"),
        action(5, "Train the night shift.", "police", due="2018-06-01"),
        action(6, "Keep an appointment free.", "health-trust", DONE, SEEN, due="2017-12-31"),
        action(7, "Send the letter.", "health-trust", DONE, SEEN, BETTER, due="2017-12-31"),
        action(8, "Print the card.", "health-trust", DONE, SEEN, SAME, due="2017-12-31"),
        action(9, "Continue to raise awareness.", "police", due=None),
        action(
            10,
            "Read it out.",
            "health-trust",
            DONE,
            SEEN,
            BETTER,
            entry("closed", "2018-02-10"),
            due="2017-12-31",
        ),
    ]
    plan = {"schema_version": 1, "owner": "business-manager", "source": ["AU-2017-001"]}
    made["plan", "AP-2017-002"] = {
        **plan, "id": "AP-2017-002", "title": "Children who are not brought", "audience": "agencies",
        "actions": [action(1, "Ring after two missed visits.", "police", due="2018-02-20")],
    }  # fmt: skip
    made["plan", "AP-2017-003"] = {
        **plan, "id": "AP-2017-003", "title": "What nobody is told", "audience": "office",
        "actions": [action(1, "Keep this quiet.", "police", due="2018-02-20")],
    }  # fmt: skip
    asked = {"agency": "health-trust", "method": "individual-management-review", "state": "requested"}
    made["review", "CR-2017-001"]["contributions"].append(asked)
    made["meeting", "MT-2018-001"] = {
        "schema_version": 1, "id": "MT-2018-001", "group": "strategic-board", "date": "2018-03-15",
    }  # fmt: skip
    return made
