"""Minutes as a paper: who came, what was decided and by whom it is to be done, and what is not in them."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest

from lif.publish.paper_files import Unsound
from lif.publish.papers.minutes import MinutesWritten, write_minutes
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.insight.samples import day
from tests.support import Records, replace_text, tiny_records, write_board

DAY = day("2018-03-01")
HELD = "MT-2017-001"
NAME = f"build/minutes/{HELD}/minutes-strategic-board-2017-06-15.md"


def records(**fields: Any) -> Records:
    made = tiny_records()
    made["meeting", HELD] |= fields
    return made


def minutes(folder: Path, made: Records, formats: tuple[str, ...] = ("md",)) -> tuple[MinutesWritten, str]:
    root = write_board(folder, made)
    written = write_minutes(load(root), HELD, DAY, formats)
    return written, (root / NAME).read_text(encoding="utf-8") if "md" in formats else ""


def test_the_paper_says_who_came_what_was_decided_and_what_follows(tmp_path: Path) -> None:
    made = records(
        starts="09:30",
        place="Town hall",
        attendance=[
            {"agency": "health-trust", "state": "deputy", "names": ["A. Example"], "in_place_of": "Head of Nursing"},
            {"agency": "police", "state": "present"},
        ],
        decisions=[
            {"id": "D1", "text": "Ask the trust again.", "owner": "police", "due": "2017-07-14"},
            {"id": "D2", "text": "Thank the lay members.",
             "done": {"date": "2017-06-15", "by": "police", "how": "Said at once."}},
            {"id": "D3", "text": "Ring the school.", "owner": "police",
             "done": {"date": "2017-08-01", "by": "police", "how": "Rang in August."}},
        ],
        minutes={"written": "2017-06-20"},
    )  # fmt: skip
    made["plan", "AP-2017-001"]["actions"][0]["answers"] = [f"{HELD}.D1"]
    made["plan", "AP-2017-001"]["source"] = [HELD]
    made["meeting", "MT-2017-002"] = {
        "schema_version": 1, "id": "MT-2017-002", "group": "strategic-board", "date": "2017-09-14", "starts": "10:00",
    }  # fmt: skip
    written, text = minutes(tmp_path, made)
    assert written.title == "Minutes: Strategic Board, 15 June 2017"
    assert written.wanting == ()
    assert "went round on 20 June 2017 and have not been agreed" in text
    assert "held at Town hall from 09:30" in text
    assert text.index("| Saltmere Police | Present |") < text.index("A. Example, in place of Head of Nursing")
    assert "2 of 2 agencies came or sent a deputy." in text
    assert "3 decisions were made; 2 of them name somebody who is to see to it." in text
    assert "| **D1** | Ask the trust again. | Saltmere Police | 14 July 2017 |" in text
    assert "*Carried out: Said at once.*" in text
    assert "Rang in August" not in text, "minutes tell of the meeting and not of what came later"
    answered = next(line for line in text.splitlines() if line.startswith("| **AP-2017-001.A1**"))
    assert answered.endswith("| D1 |")
    assert "14 September 2017 at 10:00." in text
    assert "Agreed as a true record" in text


def test_earlier_decisions_stand_as_on_the_day_and_agreed_minutes_ask_for_no_signature(
    tmp_path: Path,
) -> None:
    made = records(minutes={"written": "2017-06-20", "agreed": "2017-09-14"}, attendance=[])
    made["meeting", "MT-2017-002"] = {
        "schema_version": 1, "id": "MT-2017-002", "group": "strategic-board", "date": "2017-04-12",
        "decisions": [
            {"id": "D1", "text": "Write to the trust.", "owner": "police", "due": "2017-05-01"},
            {"id": "D2", "text": "Find a new room.", "owner": "police"},
        ],
        "minutes": {"written": "2017-04-20", "agreed": "2017-06-15", "at": HELD},
    }  # fmt: skip
    written, text = minutes(tmp_path, made)
    assert "45 days late" in text
    assert "No day is set." in text
    assert "The minutes of the meeting on 12 April 2017 (MT-2017-002) were agreed." in text
    assert "agreed as a true record on 14 September 2017" in text
    assert "Agreed as a true record" not in text
    assert "Nobody recorded who came." in text
    assert written.wanting[0] == f"who came: lif meeting attend {HELD}"


def test_minutes_carry_the_marking_of_what_they_name_and_nothing_of_the_office(tmp_path: Path) -> None:
    made = records(
        agenda=[{"title": "Child A", "purpose": "information", "lead": "police", "records": ["CR-2017-001"]}]
    )
    made["board", "board"]["settings"]["markings"].append({"id": "sensitive", "label": "OFFICIAL-SENSITIVE"})
    made["review", "CR-2017-001"] |= {"marking": "sensitive"}
    made["meeting", HELD] |= {"marking": "official"}
    written, text = minutes(tmp_path / "a", made)
    assert written.marking == "OFFICIAL-SENSITIVE"
    assert "CR-2017-001" in text
    made["review", "CR-2017-001"] |= {"audience": "office"}
    made["meeting", HELD]["decisions"] = []
    written, text = minutes(tmp_path / "b", made)
    assert written.marking == "OFFICIAL"
    assert "CR-2017-001" not in text


def test_word_and_pdf_are_written(tmp_path: Path) -> None:
    written, _ = minutes(tmp_path, records(), ("docx", "pdf"))
    assert [Path(name).suffix for name in written.files] == [".pdf", ".docx"]
    document = docx.Document(io.BytesIO((tmp_path / written.files[1]).read_bytes()))
    assert document.core_properties.title == "Minutes: Strategic Board, 15 June 2017"
    assert "What was decided" in [one.text for one in document.paragraphs]


def test_what_has_no_minutes_is_refused(tmp_path: Path) -> None:
    root = write_board(tmp_path / "a", records())
    with pytest.raises(Refusal, match="there are no minutes of it yet"):
        write_minutes(load(root), HELD, day("2017-06-14"), ("md",))
    with pytest.raises(NothingFound):
        write_minutes(load(root), "MT-2019-001", DAY, ("md",))
    off = {"date": "2017-06-10", "by": "business-manager", "reason": "Snow."}
    gone = write_board(tmp_path / "b", records(cancelled=off, attendance=[], decisions=[]))
    with pytest.raises(Refusal, match="called off"):
        write_minutes(load(gone), HELD, DAY, ("md",))
    kept = write_board(tmp_path / "c", records(audience="office"))
    with pytest.raises(Refusal, match="office alone"):
        write_minutes(load(kept), HELD, DAY, ("md",))
    plan = next((root / "records/plans").rglob("*.yaml"))
    replace_text(plan, "CR-2017-001\n", "CR-2017-099\n")
    with pytest.raises(Unsound):
        write_minutes(load(root), HELD, DAY, ("md",))
    assert not (root / "build").exists()
