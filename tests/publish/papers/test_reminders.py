"""Reminders go to the agencies whose reports have not come, each with its own forms."""

import io
from datetime import date
from pathlib import Path

import openpyxl

from lif.publish.papers.reminders import whom_to_remind, write_reminders
from lif.store.load import load
from tests.support import TINY_VALUES, Records, tiny_records, write_board, write_file

DAY, BY = date(2017, 10, 30), date(2017, 11, 13)


def records() -> Records:
    """The tiny Board: both agencies owe the second quarter, the police a report on missing children besides."""
    made = tiny_records()
    made["board", "board"]["settings"]["report_due_days"] = 21
    made["board", "board"]["reports_asked"] = [
        {"id": "missing", "title": "Children who go missing", "kind": "assurance", "theme": "missing",
         "every": "financial-year", "agency": "police"},
        {"id": "cdop", "title": "Child deaths", "kind": "child-deaths", "every": "half-year"},
    ]  # fmt: skip
    return made


def test_each_agency_is_written_to_for_its_own_reports_with_their_forms(tmp_path: Path) -> None:
    board = load(write_board(tmp_path, records()))
    reminded = whom_to_remind(board, DAY)
    files = write_reminders(board, reminded, DAY, BY)

    assert [(name, [one.asked for one in wanted]) for name, wanted in reminded.wanted.items()] == [
        ("health-trust", ["highlight"]), ("police", ["highlight", "missing"]),
    ]  # fmt: skip
    assert [one.asked for one in reminded.unasked] == ["cdop"]
    folder = tmp_path / "build/reminders/2017-10-30"
    there = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert there == sorted(files)
    assert [name for name in there if name.startswith("police/")] == [
        "police/email-police.txt", "police/highlight-police.docx", "police/highlight-police.xlsx",
        "police/missing-police.docx", "police/missing-police.xlsx", "police/reminder-police.docx",
        "police/reminder-police.html", "police/reminder-police.md", "police/reminder-police.pdf",
    ]  # fmt: skip
    email = files["police/email-police.txt"].decode()
    assert (
        "Highlight report, July to September 2017, which was due on 21 October 2017 (the last one that we have:"
        in email
    )
    assert "Children who go missing, 2016/17: the period ended on 31 March 2017" in email
    assert (
        "Attach: reminder-police.pdf, highlight-police.docx, highlight-police.xlsx, missing-police.docx"
        in email
    )
    letter = files["health-trust/reminder-health-trust.md"].decode()
    assert "this report of yours has not come" in letter
    assert "missing" not in letter.replace("shown as missing", "")
    assert write_reminders(board, reminded, DAY, BY) == files


def test_the_form_holds_last_times_words_and_the_agencys_own_figures(tmp_path: Path) -> None:
    made = records()
    made["indicator", "repeat-plans"]["owner"] = "police"
    write_board(tmp_path, made)
    write_file(tmp_path, "records/indicators/repeat-plans.csv", TINY_VALUES)
    board = load(tmp_path)
    files = write_reminders(board, whom_to_remind(board, DAY, agency="police", report="highlight"), DAY, BY)

    assert not [name for name in files if "health-trust" in name or "missing" in name]
    book = openpyxl.load_workbook(io.BytesIO(files["police/highlight-police.xlsx"]))
    report, figures, _ = book.worksheets
    said = {row[0].value: row[2].value for row in report.iter_rows(min_row=5)}
    assert (said["The story"], said["Activity"]) == (
        "Fewer children went missing.",
        "Two briefings were held.",
    )
    assert [figures.cell(3, column).value for column in (1, 2, 3)] == [
        made["indicator", "repeat-plans"]["title"], "2017", "suppressed",
    ]  # fmt: skip


def test_others_of_the_same_day_stay(tmp_path: Path) -> None:
    board = load(write_board(tmp_path, records()))
    write_reminders(board, whom_to_remind(board, DAY), DAY, BY)
    write_reminders(board, whom_to_remind(board, DAY, agency="police", report="missing"), DAY, BY)
    folder = tmp_path / "build/reminders/2017-10-30"
    assert (folder / "health-trust/reminder-health-trust.pdf").is_file()
    assert not (folder / "police/highlight-police.docx").exists()
