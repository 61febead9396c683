"""Texts that other programs would obey go in and come out as the texts they are.

From a sheet into a record, from a record into another one, and into every form of the pack. A Board's texts go
into no CSV file yet: the only one that lif writes is that of an indicator's values, and it holds numbers, codes
and marks alone, which is tested here too.
"""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from lif.store.load import load
from lif.store.yaml_reader import read
from tests.conftest import RunLif
from tests.support import TINY_VALUES, path_of, tiny_records, write_board, write_file

SAME = [
    # What a spreadsheet would work out.
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("https://example.org","x")',
    "=IMPORTXML(1)", "'=1+1", "1e5", "007", "012", "43101", "2017-11-24", "12:30", "1,5", "£1,000", "TRUE",
    # What YAML and JSON would take for something else.
    "null", "~", "no", "yes", "on", "- a", "? a", "a: b", "a #b", "# a", "&a", "*a", "!a", "%a", "`a`", "|", ">",
    "[a]", "{a}", "---", "...", "''", '""', "it's", 'say "x"', "\\", "C:\\new\\table", "<<", "=",
    # What a template, a page or a typesetter would obey.
    "{{ 7*7131 }}", "{% for x in y %}", "{# note #}", "${7*7}", "<script>alert(1)</script>", "<b>x</b>",
    "<img src=x onerror=alert(1)>", "&lt;b&gt;", "[x](javascript:alert(1))", "](javascript:alert(1))",
    "![x](file:///etc/passwd)", "[x]: https://example.org", "**x** _y_ ~~z~~", "| a | b |", "|---|", "::: note",
    "1. one", "# Heading", "===", "https://example.org/?a=1&b=2", '#import "x": *', '#read("/etc/passwd")', "$x$", "@ref",
    "<ref>", "#set page()", "../../etc/passwd", "%s %d", "{0}",
    # What is hard to show.
    "naïve café Łódź", "e\u0301 as é", "fi “quoted” – dash … 50 %", "x" * 300, "word " * 400 + "end",
]  # fmt: skip
CHANGED = [
    # What is kept in a record, and what a page shows of it.
    ("a\u202etxt.exe", "atxt.exe"),
    ("a\u2066b\u2069c", "abc"),
    ("a\u200bb\u200dc", "abc"),
    ("\u200f=1+1", "=1+1"),
    ("emoji 😀", "emoji [grinning face]"),
    ("one\ntwo", "one two"),
    ("one\n\n=1+1", "one =1+1"),
    ("a\tb", "a b"),
]
NASTY = [(text, text.replace("e\u0301", "é")) for text in SAME] + CHANGED


def squeezed(text: str) -> str:
    """A text without white space, which pages break and join as they need."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny Board with an action, a recommendation and a point of the agenda for each text."""
    records = tiny_records()
    review: dict[str, Any] = records["review", "CR-2017-001"]
    plan: dict[str, Any] = records["plan", "AP-2017-001"]
    meeting: dict[str, Any] = records["meeting", "MT-2017-001"]
    review["recommendations"] = [
        {"id": f"R{number}", "text": f"R{number}: {text} :R{number}", "reference": text}
        for number, (text, _) in enumerate(NASTY, start=1)
    ]
    plan["actions"] = [
        {"id": f"A{number}", "text": text, "outcome": text, "resource": text, "due": "2017-06-30",
         "lead": {"agency": "police", "role": text}}
        for number, (text, _) in enumerate(NASTY, start=1)
    ]  # fmt: skip
    meeting["agenda"] = [
        {"title": text, "purpose": "decision", "lead": "independent-chair", "asked": text}
        for text, _ in NASTY
    ]
    return write_board(tmp_path_factory.mktemp("nasty") / "board", records)


@pytest.fixture(scope="module")
def pack(board: Path) -> dict[str, bytes]:
    """The pack of the Board, by the names of its files."""
    from lif.publish.packs.build import build_pack, choose_meeting
    from tests.insight.samples import day

    write_file(board, "records/indicators/repeat-plans.csv", TINY_VALUES)
    loaded = load(board)
    on = day("2017-06-10")
    built = build_pack(loaded, choose_meeting(loaded, None, on), ("md", "pdf", "html"), on)
    return {name: (board / built.folder / name).read_bytes() for name in built.files}


def test_the_records_hold_them_as_they_are(board: Path) -> None:
    actions = load(board).by_id["AP-2017-001"].record.actions
    assert [action.text for action in actions] == [text for text, _ in NASTY]


def test_the_markdown_says_them_and_obeys_none(pack: dict[str, bytes]) -> None:
    tokens = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(pack["pack.md"].decode("utf-8"))
    )
    texts: list[str] = []
    for token in tokens:
        assert token.type != "html_block" or token.content.startswith("<!--"), token.content
        if token.type != "inline":
            continue
        children = token.children or []
        for child in children:
            assert child.type != "html_inline" or child.content in ("<br>", "<br/>"), child.content
            assert not str(child.attrGet("href") or "").startswith(("javascript", "https://example.org"))
            assert "passwd" not in str(child.attrGet("src") or "")
        texts.append(
            "".join(
                child.content if child.type in ("text", "text_special", "code_inline") else " "
                for child in children
            )
        )
    whole = squeezed(" ".join(texts))
    for _, shown in NASTY:
        assert squeezed(shown) in whole, shown
    assert "49917" not in whole


class Page(HTMLParser):
    """The text of a web page, and the elements in it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.addresses: set[str] = set()
        self.elements: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_the_web_page_says_them_and_obeys_none(pack: dict[str, bytes]) -> None:
    page = Page(pack["pack.html"].decode("utf-8"))
    assert "script" not in page.elements
    assert {address for address in page.addresses if not address.startswith(("#", "data:"))} == set()
    whole = squeezed("".join(page.text))
    for _, shown in NASTY:
        assert squeezed(shown) in whole, shown


def test_the_pdf_says_them(pack: dict[str, bytes]) -> None:
    reader = PdfReader(io.BytesIO(pack["pack.pdf"]))
    # What a word is divided with at the end of a line is no part of it.
    pages = squeezed("".join(page.extract_text() for page in reader.pages)).replace("\u00ad", "")
    missing = [shown for _, shown in NASTY if len(shown) < 40 and squeezed(shown) not in pages]
    assert missing == []
    assert "/JavaScript" not in str(reader.trailer["/Root"])
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            # What a link is called may be anything, and is only said; what it does may not.
            done = [note.get_object().get(key) for key in ("/A", "/AA", "/Dest")]
            assert "javascript" not in str(done).lower()


def test_a_sheet_brings_them_into_a_review_and_json_gives_them_back(
    tiny_board: Path, run_lif: RunLif
) -> None:
    # White space around a cell, and line ends of other kinds, are no part of a recommendation.
    texts = [text for text, _ in NASTY]
    sheet = io.StringIO()
    rows = csv.writer(sheet)
    rows.writerow(["recommendation", "paragraph"])
    rows.writerows([[text, text] for text in texts])
    write_file(tiny_board, "sheet.csv", sheet.getvalue())
    done = run_lif("review", "import", "CR-2017-001", "sheet.csv", "--reference", "paragraph", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    shown = run_lif("review", "show", "CR-2017-001", "--format", "json", cwd=tiny_board)
    found = json.loads(shown.stdout)["record"]["recommendations"][2:]
    expected = [text.replace("e\u0301", "é") for text in texts]
    assert [item["text"] for item in found] == expected
    assert [item["reference"] for item in found] == expected
    again = run_lif(
        "review", "import", "CR-2017-001", "sheet.csv", "--reference", "paragraph", cwd=tiny_board
    )
    assert "all" in again.stdout
    assert "are there already" in again.stdout
    assert run_lif("validate", cwd=tiny_board).returncode == 0


def test_options_and_given_files_bring_them_into_records(tiny_board: Path, run_lif: RunLif) -> None:
    texts = [text for text, _ in NASTY if not text.startswith("-")]
    given = {"text": "x", "resource": texts[0], "outcome": "\n".join(texts)}
    write_file(tiny_board, "given.json", json.dumps(given))
    done = run_lif("action", "add", "AP-2017-001", "--from", "given.json", "--text", texts[4], cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    value = read(path_of(tiny_board, "plan", "AP-2017-001").read_bytes()).value
    assert value
    assert value["actions"][1]["text"] == texts[4]
    assert value["actions"][1]["resource"] == texts[0]
    assert value["actions"][1]["outcome"] == "\n".join(texts)


CELLS = ["=1+1", "+1", "@x", "=cmd|' /C calc'!A0", "1e5", "43,101", "'5", "–", "0x1F", "５", "1 000"]


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("column", range(6))
def test_no_value_is_a_formula(cell: str, column: int, tiny_board: Path) -> None:
    cells = ["2018", "E06999999", "1", "2", "50.0", ""]
    cells[column] = cell
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    write_file(tiny_board, "records/indicators/repeat-plans.csv", TINY_VALUES + text.getvalue())
    board = load(tiny_board)
    assert [finding.code for finding in board.findings][:1] in (["V503"], ["V504"])
    assert len(board.values["repeat-plans"]) == 3


def test_the_values_that_lif_writes_begin_with_no_sign_of_a_formula(
    tiny_board: Path, run_lif: RunLif
) -> None:
    rows = [
        ["time_period", "la", "n", "d", "v", "note"],
        ["2018", "E06999999", "12", "80", "-15.0", "=1+1"],
        ["2019", "E06999999", "13", "80", "16.2", "@x"],
    ]
    sheet = io.StringIO()
    csv.writer(sheet).writerows(rows)
    write_file(tiny_board, "figures.csv", sheet.getvalue())
    done = run_lif(
        "data", "import", "repeat-plans", "figures.csv", "--period", "time_period", "--area", "la",
        "--numerator", "n", "--denominator", "d", "--value", "v", cwd=tiny_board,
    )  # fmt: skip
    written = (tiny_board / "records/indicators/repeat-plans.csv").read_text(encoding="utf-8")
    assert "2019,E06999999,13,80,16.2," in written, done.stderr
    for row in csv.reader(io.StringIO(written)):
        for cell in row:
            assert re.fullmatch(r"[a-z]*|-?[0-9.]+|[0-9]{4}[0-9/HQ-]*|[A-Z][0-9]{8}", cell), cell


def test_the_list_is_long_and_says_everything_once() -> None:
    texts = [text for text, _ in NASTY]
    assert len(set(texts)) == len(texts) > 85
