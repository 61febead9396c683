"""The folder for inspectors: every part as PDF and workbook, an index that leads to each, and what is left out."""

import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from lxml import html
from pypdf import PdfReader

from lif.publish.paper_files import Unsound
from lif.publish.papers.inspection import FolderWritten, write_inspection
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT, replace_text, tiny_records, write_board

DAY = day("2018-03-01")
HIDDEN = "RK-2017-002"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, FolderWritten]:
    root = tmp_path_factory.mktemp("inspection")
    shutil.copytree(CHECKOUT / "records", root / "records")
    risk = root / f"records/risks/2017/{HIDDEN}.yaml"
    text = risk.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("audience:")]
    lines.insert(3, "audience: office")
    risk.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return root, write_inspection(load(root), DAY)


def test_every_part_is_there_as_pdf_and_workbook_and_the_index_leads_to_it(
    written: tuple[Path, FolderWritten],
) -> None:
    root, made = written
    assert made.folder == "build/inspection/2018-03-01"
    assert [part.name for part in made.parts] == [
        "audit-register", "results-au-2017-006", "results-au-2017-003", "results-au-2016-002", "forward-plan",
        "reviews", "action-history", "challenge-log", "risk-log", "assurance", "annual-report",
    ]  # fmt: skip
    wanted = {f"{part.name}.{ending}" for part in made.parts[:-1] for ending in ("pdf", "xlsx")}
    wanted |= {"annual-report-2016-17.pdf"}
    there = {path.name for path in (root / made.folder).iterdir()}
    assert there == wanted | {"index.html", "index.pdf"}
    page = html.fromstring((root / made.folder / "index.html").read_bytes())
    assert set(page.xpath("//main//a/@href")) == wanted
    assert made.marking == "OFFICIAL-SENSITIVE"


def test_what_is_kept_for_the_office_is_in_no_file_and_is_counted(
    written: tuple[Path, FolderWritten],
) -> None:
    root, made = written
    assert made.left_out == [HIDDEN]
    title = "Newly qualified social workers"
    for path in (root / made.folder).iterdir():
        if path.name.startswith("results-"):
            continue
        data = path.read_bytes()
        if path.suffix == ".pdf":
            text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        elif path.suffix == ".xlsx":
            sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
            text = " ".join(str(cell) for row in sheet.values for cell in row if cell)
        else:
            text = data.decode("utf-8")
        assert title not in text, path.name
        assert f"{HIDDEN}\n" not in text, path.name
    page = (root / made.folder / "index.html").read_text(encoding="utf-8")
    assert "kept for the Board&#x27;s office alone: 1 record." in page


def test_the_workbook_has_the_rows_of_the_paper(written: tuple[Path, FolderWritten]) -> None:
    root, made = written
    sheet = openpyxl.load_workbook(root / made.folder / "risk-log.xlsx")["risk-log"]
    rows = [row for row in sheet.values if str(row[0] or "").startswith("RK-")]
    pages = PdfReader(root / made.folder / "risk-log.pdf").pages
    text = " ".join(page.extract_text() for page in pages)
    assert len(rows) == 6
    assert all(str(row[0]).partition("\n")[0] in text for row in rows)


def test_a_board_with_little_on_record_says_what_it_lacks(tmp_path: Path) -> None:
    records = tiny_records()
    del records["audit", "AU-2017-001"]
    kept = {key: value for key, value in records.items() if key[0] in ("board", "agency")}
    root = write_board(tmp_path, kept)
    made = write_inspection(load(root), DAY)
    assert "audit-register" not in [part.name for part in made.parts]
    assert made.missing[0] == "No audit, review, action, challenge or risk is on record."
    assert [part.name for part in made.parts] == [], "a register of nothing is said in a line and is no file"
    assert made.marking == "OFFICIAL"
    page = (root / made.folder / "index.html").read_text(encoding="utf-8")
    assert page.count("is on record.") == len(made.missing) - 1
    kept["risk", "RK-2017-001"] = {**records["risk", "RK-2017-001"], "audience": "office"}
    hidden = write_inspection(load(write_board(tmp_path / "hidden", kept)), DAY)
    assert [(part.name, part.left_out) for part in hidden.parts] == [("risk-log", ("RK-2017-001",))]
    assert hidden.missing[0] == "No audit, review, action or challenge is on record."


def test_what_is_long_has_a_sheet_of_its_own_and_keeps_its_order(written: tuple[Path, FolderWritten]) -> None:
    root, made = written
    pages = [page.extract_text() for page in PdfReader(root / made.folder / "reviews.pdf").pages]
    assert "CR-2016-001: Child A" in pages[1], "the contents lead to each case"
    text = " ".join(" ".join(pages[2:]).split())
    one = text[text.index("CR-2016-001: Child A") : text.index("CR-2016-002: ")]
    places = [
        one.index(head)
        for head in ("Referral and decision", "Who was told", "Clocks", "Report and publication")
    ]
    assert places == sorted(places)


def test_records_that_do_not_hold_together_are_refused(tmp_path: Path) -> None:
    root = write_board(tmp_path, tiny_records())
    plan = next((root / "records/plans").rglob("*.yaml"))
    replace_text(plan, "CR-2017-001\n", "CR-2017-099\n")
    with pytest.raises(Unsound):
        write_inspection(load(root), DAY)
    assert not (root / "build").exists()
