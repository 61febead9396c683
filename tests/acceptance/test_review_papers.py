"""The sheet that the Chair signs, and the letters that tell of a decision, as files."""

import io
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from tests.conftest import Git, RunLif
from tests.support import replace_text, write_file

CASE = "CR-2017-001"
FOLDER = f"build/reviews/{CASE}"
LETTERS = ("letter-ofsted", "letter-national-panel", "letter-referrer")
ALWAYS = ("always-custody", "always-mha", "always-dols")
RECORD = f"""\
schema_version: 1
id: {CASE}
type: undecided
title: Family A
subjects:
  - code: Child A
    age_band: 5-9
    died: yes
aware: 2017-01-10
regime: wt2015
summary: A long account of the family.
log:
  - date: 2017-01-17
    by: police
    entry: referred
    source: partner-agency
    agency: police
  - date: 2017-01-20
    by: business-manager
    entry: answered
    answers:
      - {{fact: gate-age, answer: yes}}
      - {{fact: gate-resident, answer: yes}}
      - {{fact: a, answer: yes, evidence: The paediatrician's report, said_by: health-trust, said_on: 2017-01-19}}
      - {{fact: b-i, answer: yes}}
  - date: 2017-02-01
    by: business-manager
    entry: considered
    group: strategic-board
    recommends: serious-case-review
    split: The health trust saw it otherwise.
    reasons: We want to know.
  - date: 2017-02-05
    by: independent-chair
    entry: challenged
    peer: national-panel
    view: disagrees
    advice: Think again.
"""
DECIDED = f"""\
{RECORD.replace("type: undecided", "type: serious-case-review")}\
  - date: 2017-02-10
    by: independent-chair
    entry: decided
    decision: no-review
    type: serious-case-review
    reasons: The trial will answer it.
    departs: A stranger did it, unknown to every agency.
"""


@pytest.fixture
def board(tiny_repository: Path, git: Git) -> Path:
    """The tiny Board in a git repository, with a case that waits for its decision; committed."""
    write_file(tiny_repository, f"records/reviews/2017/{CASE}.yaml", RECORD)
    plan = tiny_repository / "records/plans/2017/AP-2017-001.yaml"
    replace_text(plan, "answers:\n      - CR-2017-001.R1\n", "answers: []\n")
    git(tiny_repository, "add", "--all")
    git(tiny_repository, "commit", "--quiet", "--message", "A case waits")
    return tiny_repository


def papers(run_lif: RunLif, board: Path, what: str, day: str = "2017-02-20") -> dict[str, bytes]:
    done = run_lif("review", what, CASE, "--as-of", day, cwd=board)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted((board / FOLDER).iterdir())}


def text(data: bytes) -> str:
    return " ".join(data.decode("utf-8").replace("<br>", " ").replace("\\", "").split())


def test_the_sheet_of_a_case_that_waits(board: Path, run_lif: RunLif) -> None:
    written = papers(run_lif, board, "sheet")
    assert list(written) == ["sheet.docx", "sheet.md", "sheet.pdf"]
    sheet = text(written["sheet.md"])
    for said in (
        "OFFICIAL", "CR-2017-001 Family A: decision sheet (fictional Board)",
        "For the decision of the Independent Chair; as recorded on 20 February 2017",
        "This Board is fictional", "Child A, aged 5 to 9, died", "17 January 2017, by Saltmere Police",
        "| Serious case review | **appears met**: it must be done, as a duty | a, b-i |",
        "The paediatrician's report. Said by Saltmere Health Trust on 19 January 2017.",
        "Local Safeguarding Children Boards Regulations 2006, regulation 5(2)(a); V",
        "**Not answered yet:** Domestic homicide review, Safeguarding adults review.",
        "The Strategic Board recommends **a serious case review**. We want to know. *The view was split:* The "
        "health trust saw it otherwise.",
        "The national panel disagrees: Think again.", "scr-decide", "17 Feb 2017", "late",
        "□ no review", "□ practitioner forum", "□ audit", "□ put off until", "Reasons", "Signed",
        "Independent Chair", "V2, read in a secondary source that restates it",
    ):  # fmt: skip
        assert said in sheet, said
    assert "A long account" not in sheet, "the sheet keeps to codes"
    reader = PdfReader(io.BytesIO(written["sheet.pdf"]))
    assert len(reader.pages) == 2
    first, second = (" ".join(page.extract_text().split()) for page in reader.pages)
    assert "Signed" in first
    assert "What the screening rests on" in second
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in root
    packet = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet


def test_the_sheet_says_what_is_decided_already(board: Path, run_lif: RunLif) -> None:
    write_file(board, f"records/reviews/2017/{CASE}.yaml", DECIDED)
    sheet = text(papers(run_lif, board, "sheet")["sheet.md"])
    assert (
        "On 10 February 2017 the Independent Chair decided that no serious case review will be held." in sheet
    )


def test_a_sheet_without_any_answer_is_one_page(board: Path, run_lif: RunLif) -> None:
    start, end = RECORD.index("  - date: 2017-01-20"), RECORD.index("  - date: 2017-02-01")
    write_file(board, f"records/reviews/2017/{CASE}.yaml", RECORD[:start] + RECORD[end:])
    written = papers(run_lif, board, "sheet")
    assert "**No question of the criteria is answered yet:** Serious case review," in text(
        written["sheet.md"]
    )
    assert len(PdfReader(io.BytesIO(written["sheet.pdf"])).pages) == 1


def test_letters_of_a_decision_not_to_review(board: Path, run_lif: RunLif) -> None:
    write_file(board, f"records/reviews/2017/{CASE}.yaml", DECIDED)
    written = papers(run_lif, board, "letters")
    assert set(written) == {f"{name}.{form}" for name in LETTERS for form in ("md", "pdf", "docx")}
    for name in LETTERS:
        letter = text(written[f"{name}.md"])
        for said in (
            "OFFICIAL", "Date: 20 February 2017", "Our reference: CR-2017-001", "This Board is fictional",
            "On 10 February 2017 I decided that no serious case review will be held.",
            "The trial will answer it.", "Why the decision departs from the screening",
            "A stranger did it, unknown to every agency.", "**Independent Chair** Saltmere Safeguarding",
        ):  # fmt: skip
            assert said in letter, (name, said)
        assert "A long account" not in letter
    ofsted, panel, referrer = (text(written[f"{name}.md"]) for name in LETTERS)
    assert "**Ofsted**" in ofsted
    assert "**The national panel of independent experts on serious case reviews**" in panel
    for letter in (ofsted, panel):
        assert (
            "**Serious case review:** appears met: abuse or neglect of the child is known or suspected; the child "
            "died. (Local"
        ) in letter
        assert "Its view was split: The health trust saw it otherwise." in letter
        assert "on 5 February 2017, disagreed: Think again." in letter
        assert "You are to be told by 17 February 2017, 5 working days from when the Chair decides" in letter
        assert "(Working Together to Safeguard Children 2015; U, not verified)" in letter
    assert "You were asked to test that view" in panel
    assert "The national panel was asked to test that view" in ofsted
    assert "14 days from when the Chair decides not to review" in panel
    assert "14 days" not in ofsted
    assert "**Saltmere Police**" in referrer
    for kept_back in ("health trust saw", "Think again", "paediatrician", "appears met", "Child A", "aged"):
        assert kept_back not in referrer, kept_back
    for said in (
        "what the group that considered the case recommended", "the answers to the criteria",
        "the advice of a peer", "given to the Board in confidence",
    ):  # fmt: skip
        assert said in referrer, said


def test_what_is_asked_of_a_letter_is_said_and_it_can_be_edited(board: Path, run_lif: RunLif) -> None:
    write_file(board, f"records/reviews/2017/{CASE}.yaml", DECIDED)
    asked = run_lif("review", "letters", CASE, "--as-of", "2017-02-20", cwd=board)
    file = board / FOLDER / "letter-national-panel.docx"
    said = [one.text for one in docx.Document(str(file)).paragraphs]
    assert said[:2] == [
        "Saltmere Safeguarding Children Board",
        f"{CASE}: decision on a case (fictional Board)",
    ]
    assert "Law and guidance do not ask" not in asked.stderr

    below = (
        DECIDED.replace("type: serious-case-review", "type: multi-agency-case-review")
        .replace("recommends: serious-case-review", "recommends: multi-agency-case-review")
        .replace("fact: b-i, answer: yes", "fact: b-i, answer: no")
        .replace("fact: a, answer: yes", "fact: a, answer: no")
        .replace(
            "      - {fact: gate-age",
            "".join(f"      - {{fact: {one}, answer: no}}\n" for one in ALWAYS) + "      - {fact: gate-age",
        )
    )
    write_file(board, f"records/reviews/2017/{CASE}.yaml", below)
    unasked = run_lif("review", "letters", CASE, "--as-of", "2017-02-20", cwd=board)
    assert "Law and guidance do not ask" in unasked.stderr


def test_letters_of_a_decision_to_review_that_took_the_place_of_another(board: Path, run_lif: RunLif) -> None:
    again = (
        "  - {date: 2017-02-15, by: strategic-board, entry: decided, decision: review, type: serious-case-review,"
        " reasons: The family asked.}\n"
    )
    write_file(board, f"records/reviews/2017/{CASE}.yaml", DECIDED + again)
    ofsted = text(papers(run_lif, board, "letters")["letter-ofsted.md"])
    assert (
        "On 15 February 2017 the Strategic Board decided that a serious case review will be held." in ofsted
    )
    assert "This decision takes the place of that of 10 February 2017." in ofsted
    assert "send you a copy of the report before it" in ofsted
    assert "**For the Strategic Board**" in ofsted
    before = text(papers(run_lif, board, "letters", "2017-02-14")["letter-ofsted.md"])
    assert "no serious case review will be held" in before, "what is dated later is not known yet"


def test_the_reasons_are_kept_back_where_the_record_is_the_offices_own(board: Path, run_lif: RunLif) -> None:
    kept = DECIDED.replace("aware:", "audience: office\naware:", 1)
    write_file(board, f"records/reviews/2017/{CASE}.yaml", kept)
    written = papers(run_lif, board, "letters")
    assert "The trial" not in text(written["letter-referrer.md"])
    assert "the reasons of the decision" in text(written["letter-referrer.md"])
    assert "The trial" in text(written["letter-ofsted.md"])


def test_the_same_records_give_the_same_bytes_and_other_papers_stay(board: Path, run_lif: RunLif) -> None:
    write_file(board, f"records/reviews/2017/{CASE}.yaml", DECIDED)
    papers(run_lif, board, "sheet")
    first = papers(run_lif, board, "letters")
    (board / FOLDER / "letter-old.md").write_bytes(b"gone")
    (board / FOLDER / "notes.txt").write_bytes(b"mine")
    papers(run_lif, board, "sheet")
    second = papers(run_lif, board, "letters")
    assert second == {**first, "notes.txt": b"mine"}
    assert {"sheet.md", "sheet.pdf", "letter-ofsted.pdf"} <= set(second)


def test_a_board_may_have_its_own_words(board: Path, run_lif: RunLif) -> None:
    write_file(board, f"records/reviews/2017/{CASE}.yaml", DECIDED)
    write_file(board, "templates/review/letter-ofsted.md", "Told on {{ as_of | date }}.\n")
    assert "Told on 20 February 2017." in text(papers(run_lif, board, "letters")["letter-ofsted.md"])
    write_file(board, "templates/review/letter-ofsted.md", "{{ nothing }}\n")
    done = run_lif("review", "letters", CASE, "--as-of", "2017-02-20", cwd=board)
    assert done.returncode == 1
    assert "review/letter-ofsted.md" in done.stderr


@pytest.mark.parametrize(
    "put_off",
    ["", "  - {date: 2017-02-10, by: independent-chair, entry: decided, decision: defer, reasons: x}\n"],
)
def test_no_letters_before_a_decision(put_off: str, board: Path, run_lif: RunLif) -> None:
    write_file(board, f"records/reviews/2017/{CASE}.yaml", RECORD + put_off)
    done = run_lif("review", "letters", CASE, "--as-of", "2017-02-20", cwd=board)
    assert done.returncode == 1
    assert f"lif review decide {CASE}" in done.stderr
    assert not (board / "build").exists()


def test_no_papers_of_a_record_that_does_not_hold_together(board: Path, run_lif: RunLif) -> None:
    wrong = RECORD.replace("regime: wt2015", "regime: wt2015\nperiod: {start: 2017, end: 2015}")
    write_file(board, f"records/reviews/2017/{CASE}.yaml", wrong)
    done = run_lif("review", "sheet", CASE, cwd=board)
    assert done.returncode == 1
    assert "D402" in done.stderr


def test_no_sheet_before_the_case_came_and_the_last_one_stays(board: Path, run_lif: RunLif) -> None:
    assert run_lif("review", "sheet", CASE, cwd=board).returncode == 0
    sheet = board / f"build/reviews/{CASE}/sheet.md"
    before = sheet.read_bytes()
    refused = run_lif("review", "sheet", CASE, "--as-of", "2012-02-01", cwd=board)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert f"Nothing of {CASE} had happened by 1 February 2012" in refused.stderr
    assert sheet.read_bytes() == before


def test_no_sheet_for_an_inspection(board: Path, run_lif: RunLif) -> None:
    write_file(board, f"records/reviews/2017/{CASE}.yaml", RECORD.replace("undecided", "inspection"))
    done = run_lif("review", "sheet", CASE, cwd=board)
    assert done.returncode == 1
    assert "nothing is decided on a sheet" in done.stderr
