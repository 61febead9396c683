"""Letters to agencies: each its own and nothing of another's, the same bytes for the same day, whole or not at all."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from syrupy.assertion import SnapshotAssertion

from lif.publish.chase.letters import reply_day, whom_to_chase, write_letters
from lif.publish.chase.told import Chase
from lif.publish.paper_files import Unsound
from lif.store.board import Board
from lif.store.errors import Refusal
from lif.store.load import load
from tests.insight.busy import busy_records
from tests.insight.samples import board_of
from tests.support import write_file

DAY = date(2018, 3, 1)
BY = date(2018, 3, 15)
FOLDER = "build/chase/2018-03-01"


def chase(board: Board, agency: str | None = None) -> Chase:
    found = whom_to_chase(board, agency, DAY)
    write_letters(board, found, DAY, BY, others_stay=agency is not None)
    return found


def files(root: Path) -> dict[str, bytes]:
    top = root / FOLDER
    return {
        one.relative_to(top).as_posix(): one.read_bytes() for one in sorted(top.rglob("*")) if one.is_file()
    }


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("busy")
    chase(board_of(root, busy_records()))
    yield root


def text(root: Path, agency: str, ending: str) -> str:
    data = (root / FOLDER / agency / f"letter-{agency}.{ending}").read_bytes()
    if ending == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split())
    if ending == "docx":
        document = docx.Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(one.text for one in document.paragraphs), *cells])
    return data.decode("utf-8")


def test_each_agency_has_its_files(written: Path) -> None:
    names = [
        f"{agency}/{name}"
        for agency in ("health-trust", "police")
        for name in (
            f"actions-{agency}.xlsx", f"email-{agency}.txt", f"letter-{agency}.docx", f"letter-{agency}.html",
            f"letter-{agency}.md", f"letter-{agency}.pdf",
        )
    ]  # fmt: skip
    assert list(files(written)) == names


OWN = {
    "police": ["AP-2017-001.A2", "AP-2017-001.A4", "AP-2017-001.A9", "AP-2017-002.A1", "AU-2017-001"],
    "health-trust": ["AP-2017-001.A3", "CR-2017-001", "Highlight report, April to June 2017"],
}


@pytest.mark.parametrize("ending", ["md", "html", "pdf", "docx"])
@pytest.mark.parametrize("agency", OWN)
def test_a_letter_holds_the_agencys_own_and_nothing_of_another(
    written: Path, agency: str, ending: str
) -> None:
    letter = text(written, agency, ending).replace("\\", "")
    other = next(name for name in OWN if name != agency)
    for named in OWN[agency]:
        assert named in letter
    for named in OWN[other]:
        assert named not in letter
    assert "15 March 2018" in letter
    assert "OFFICIAL-SENSITIVE" in letter or ending == "docx"


HELD_BACK = [
    "Plan for Family A",
    "Family A",
    "What nobody is told",
    "Keep this quiet",
    "AP-2017-003",
    "secret reason",
]


def test_what_the_agency_may_not_see_is_in_no_file(written: Path) -> None:
    for name, data in files(written).items():
        if name.endswith((".md", ".html", ".txt")):
            found = [words for words in HELD_BACK if words in data.decode("utf-8")]
            assert not found, name
    assert "Children who are not brought" in text(written, "police", "md")  # a plan for agencies is named
    book = openpyxl.load_workbook(written / FOLDER / "police" / "actions-police.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("AP-2017-001.A2" in cell for cell in cells)
    assert not [cell for cell in cells if any(words in cell for words in HELD_BACK)]


def test_what_is_left_out_is_known(written: Path) -> None:
    found = whom_to_chase(load(written), None, DAY)
    assert [one.id for one in found.withheld] == ["AP-2017-003.A1"]


def test_the_letter_reads_as_it_should(written: Path, snapshot: SnapshotAssertion) -> None:
    assert text(written, "police", "md") == snapshot
    assert (written / FOLDER / "police" / "email-police.txt").read_text(encoding="utf-8") == snapshot


def test_the_same_records_on_the_same_day_give_the_same_files(written: Path, tmp_path: Path) -> None:
    chase(board_of(tmp_path, busy_records()))
    assert files(tmp_path) == files(written)


def test_nothing_is_left_of_an_earlier_run(tmp_path: Path) -> None:
    board = board_of(tmp_path, busy_records())
    write_file(tmp_path, f"{FOLDER}/health-trust/letter-health-trust.pdf", "an old letter")
    write_file(tmp_path, f"{FOLDER}/police/notes.txt", "old")
    chase(board, "police")
    assert len(files(tmp_path)) == 7  # those of the other agency stay where one is named
    assert "police/notes.txt" not in files(tmp_path)


def test_an_agency_with_nothing_outstanding_gets_no_letter_and_keeps_none(tmp_path: Path) -> None:
    made = busy_records()
    made["agency", "school"] = {
        "schema_version": 1,
        "name": "School",
        "type": "education",
        "highlight_reports": False,
    }
    board = board_of(tmp_path, made)
    write_file(tmp_path, f"{FOLDER}/school/letter-school.pdf", "an old letter")
    found = chase(board, "school")
    assert (found.owed, found.nothing) == ((), ("school",))
    assert not (tmp_path / FOLDER).exists()


def challenged(root: Path, audience: str) -> str:
    """The letter to the police, whom the Chair has challenged and who hold a risk."""
    made = busy_records()
    made["challenge", "CH-2018-001"] = {
        "schema_version": 1, "id": "CH-2018-001", "kind": "challenge", "title": "Family A waits for a form",
        "challenger": "independent-chair", "challenged": ["police"], "about": "Nothing came from the police.",
        "wanted": "The form, and a day.", "audience": audience,
        "log": [{"entry": "raised", "date": "2018-02-01", "by": "independent-chair", "answer_by": "2018-02-20"}],
    }  # fmt: skip
    made["risk", "RK-2018-001"] = {
        "schema_version": 1, "id": "RK-2018-001", "title": "Family A is lost sight of", "owner": "police",
        "event": "Nobody visits.", "audience": audience,
        "log": [{"entry": "raised", "date": "2018-02-01", "by": "police"}],
    }  # fmt: skip
    chase(board_of(root, made), "police")
    mail = (root / FOLDER / "police" / "email-police.txt").read_text(encoding="utf-8")
    assert "CH-2018-001" in mail and "RK-2018-001" in mail
    return text(root, "police", "md")


def test_a_letter_says_what_the_registers_wait_for(tmp_path: Path) -> None:
    letter = challenged(tmp_path, "board")
    assert "1 challenge waits for you" in letter
    assert "**Challenge of 1 February 2018 by Independent Chair** (CH-2018-001)" in letter
    assert "please answer the challenge; this was due on 20 February 2018, 9 days ago." in letter
    assert "What was asked for: The form, and a day." in letter
    assert "**A risk that you hold** (RK-2018-001): please score the risk" in letter
    assert "Family A" not in letter


def test_a_challenge_that_agencies_may_read_is_named(tmp_path: Path) -> None:
    letter = challenged(tmp_path, "agencies")
    assert "Family A waits for a form** (CH-2018-001)" in letter
    assert "**Family A is lost sight of** (RK-2018-001)" in letter


def test_a_challenge_kept_for_the_office_is_in_no_letter(tmp_path: Path) -> None:
    made = busy_records()
    made["challenge", "CH-2018-001"] = {
        "schema_version": 1, "id": "CH-2018-001", "kind": "challenge", "title": "Quiet", "about": "Quiet.",
        "challenger": "independent-chair", "challenged": ["police"], "audience": "office",
        "log": [{"entry": "raised", "date": "2018-02-01", "by": "independent-chair"}],
    }  # fmt: skip
    found = whom_to_chase(board_of(tmp_path, made), "police", DAY)
    assert "CH-2018-001" in [one.id for one in found.withheld]


def test_a_letter_says_what_a_meeting_wants_of_the_agency(tmp_path: Path) -> None:
    made = busy_records()
    made["meeting", "MT-2018-001"] = {
        "schema_version": 1, "id": "MT-2018-001", "group": "strategic-board", "date": "2018-02-01",
        "attendance": [{"agency": "police", "state": "present"}],
        "decisions": [
            {"id": "D1", "text": "The police send a list each morning.", "owner": "police", "due": "2018-02-20"},
            {"id": "D2", "text": "The trust sends one too.", "owner": "health-trust", "due": "2018-02-20"},
            {"id": "D3", "text": "The police say how.", "owner": "police", "due": "2018-02-20",
             "done": {"date": "2018-02-10", "by": "police", "how": "They did."}},
        ],
    }  # fmt: skip
    chase(board_of(tmp_path, made), "police")
    letter = text(tmp_path, "police", "md")
    assert "1 decision of a meeting waits for you" in letter
    assert (
        "- The police send a list each morning. (MT-2018-001.D1, Strategic Board, 1 February 2018): this was"
        in letter
    )
    assert "due on 20 February 2018, 9 days ago" in letter
    assert "The trust" not in letter
    assert "The police say how" not in letter
    mail = (tmp_path / FOLDER / "police" / "email-police.txt").read_text(encoding="utf-8")
    assert "MT-2018-001.D1" in mail


def test_an_agency_that_left_gets_no_letter(tmp_path: Path) -> None:
    made = busy_records()
    made["agency", "police"]["left"] = "2018-01"
    found = whom_to_chase(board_of(tmp_path, made), "police", DAY)
    assert (found.owed, [one.agency for one in found.gone]) == ((), ["police"])


def test_records_that_do_not_hold_together_write_to_nobody(tmp_path: Path) -> None:
    made = busy_records()
    made["plan", "AP-2017-001"]["actions"][1]["answers"] = ["CR-2017-001.R9"]
    with pytest.raises(Unsound) as refused:
        whom_to_chase(board_of(tmp_path, made), None, DAY)
    assert [finding.code for finding in refused.value.findings] == ["R305"]


def test_a_fault_in_a_template_leaves_the_last_letters(tmp_path: Path) -> None:
    board = board_of(tmp_path, busy_records())
    write_file(tmp_path, f"{FOLDER}/police/letter-police.pdf", "the last letter")
    write_file(tmp_path, "templates/chase/letter.md", "{{ nothing_of_the_kind }}")
    with pytest.raises(Refusal, match="Nothing was written"):
        chase(board)
    assert list(files(tmp_path)) == ["police/letter-police.pdf"]


def test_record_text_is_never_markup_nor_a_header_of_the_e_mail(tmp_path: Path) -> None:
    made = busy_records()
    made["agency", "police"] |= {"name": "Police\nBcc: all", "short_name": "**Police** <b>"}
    made["plan", "AP-2017-001"]["actions"][1]["text"] = "<script>alert(1)</script> [a](http://x) {{ 7*7 }}"
    chase(board_of(tmp_path, made), "police")
    email = (tmp_path / FOLDER / "police" / "email-police.txt").read_text(encoding="utf-8")
    head = email.partition("\n\n")[0].split("\n")
    assert [line.partition(":")[0] for line in head] == ["To", "Copy", "Subject", "Attach"]
    assert "<script>alert(1)</script> [a](http://x) {{ 7*7 }}" in email
    assert "<script>" not in text(tmp_path, "police", "html")


def test_an_answer_is_wanted_in_ten_working_days() -> None:
    assert reply_day(DAY) == BY
    assert reply_day(date(2018, 3, 23)) == date(2018, 4, 10)  # over Easter
