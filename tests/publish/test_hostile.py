"""Hostile text in every field of every kind: every paper is made in every format, shows it literally, and nothing runs.

The texts are put where `tests.publish.canaries` finds that there can be one, so that a new field is tried by itself.
"""

import itertools
import json
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from lif.publish.formats import FORMATS
from lif.publish.packs.build import build_pack
from lif.store.board import Board
from lif.store.load import load
from tests.publish.canaries import CANARY, planted
from tests.publish.samples import HOSTILE
from tests.publish.test_canaries import LETTERS, PAPERS
from tests.support import tiny_records, write_board, write_file

CORE = (
    "=cmd|'/c calc'!A1 {{7*7}} {% raw %} <script>alert(1)</script> <img src=x onerror=alert(1)> "
    '#read("/etc/passwd") $x$ [a](javascript:alert(1)) ![b](file:///etc/passwd) | ::: callout 😀 \uf0b7 中 ع '
    "a\u202eb c\u200bd </w:t><w:br/> & &lt;b&gt; \\"
)
"""Stands in every text."""
SEEN = (
    "=cmd|'/c calc'!A1 {{7*7}} {% raw %} <script>alert(1)</script> <img src=x onerror=alert(1)> "
    '#read("/etc/passwd") $x$ [a](javascript:alert(1)) ![b](file:///etc/passwd) | ::: callout [grinning face] • '
    "[cjk unified ideograph-4e2d] [arabic letter ain] ab cd </w:t><w:br/> & &lt;b&gt; \\"
)
"""What a reader sees of it."""
OTHERS = [
    held for name, (held, _) in HOSTILE.items() if name not in ("surrogate", "nul", "zero width", "newlines")
]
"""Stand in the texts in turn. No file of a record can hold those that are left out."""


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A Board in whose every text the core stands, and the other texts in turn."""
    others = itertools.cycle(OTHERS)
    made = planted()

    def hostile(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {
                name: hostile(item, name)
                for name, item in value.items()
                if name not in ("restricted", "audience")
            }
        if isinstance(value, list):
            return [hostile(item, key) for item in value]
        if isinstance(value, str) and CANARY.fullmatch(value):
            # Some fields that are called so hold no more than 150 characters.
            short = key in ("title", "name")
            return f"{CORE[:90]} {value}" if short else f"{CORE} {next(others)} {value}"
        return value

    records = {}
    for place, value in made.records.items():
        records[place] = hostile(value)
        if "audience" in value:  # the public sees all of the first of each
            records[place]["audience"] = value["audience"]
    root = write_board(tmp_path_factory.mktemp("hostile"), records)
    for kind, name in records:
        if kind == "review":
            event = json.dumps(CORE).replace('"', '""')
            write_file(
                root, f"records/reviews/2017/{name}.chronology/police.csv",
                f'date,time,event,source,comment\n2016-11-20,,"{event}",{name},\n',
            )  # fmt: skip
    board = load(root)
    assert not board.findings
    return board


@pytest.mark.parametrize("paper", [*PAPERS, *LETTERS])
def test_hostile_text_is_shown_and_does_nothing(paper: str, board: Board) -> None:
    folder = board.root / "build"
    before = set(folder.rglob("*"))
    write = LETTERS[paper] if paper in LETTERS else PAPERS[paper][1]
    write(board)
    files = [
        path for path in sorted(folder.rglob("*.*")) if path not in before and path.is_file() and path.suffix
    ]
    assert files
    for path in files:
        LOOKS[path.suffix](path)


def test_a_vast_field_and_a_table_of_long_words_are_printed(tiny_board: Path) -> None:
    records = tiny_records()
    records["review", "CR-2017-001"]["summary"] = "Ärger & <b> " * 17_000
    action = records["plan", "AP-2017-001"]["actions"][0]
    word = "W" * 60
    records["plan", "AP-2017-001"]["actions"] = [
        {**action, "id": f"A{number}", "text": f"{word} {number}"} for number in range(1, 501)
    ]
    board = load(write_board(tiny_board, records))
    meeting = board.of("meeting")[0].record
    built = build_pack(board, meeting, FORMATS, date(2017, 6, 15))
    folder = board.root / built.folder
    assert PdfReader(folder / "pack.pdf").trailer["/Root"]["/StructTreeRoot"]["/K"]  # type: ignore[index]
    for kind in ("html", "docx", "md"):
        LOOKS[f".{kind}"](folder / f"pack.{kind}")
    page = (folder / "pack.html").read_text(encoding="utf-8")
    assert "[cut here: 184," in page
    assert page.count("AP-2017-001.A") >= 500


def _squeezed(text: str) -> str:
    """Without white space and what lets a long word break."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


WANTED = _squeezed(SEEN)


def _shows(text: str, path: Path) -> None:
    """Whoever shows a canary at all shows what stands before it literally, unless the text is cut."""
    flat = _squeezed(text)
    assert "49KNR" not in flat
    if CANARY.search(flat):
        assert WANTED[:60] in flat or WANTED[:60].lower() in flat.lower(), path


_ADDRESS = r"https://\S+$|mailto:\S+$|[a-z0-9-]+(/[a-z0-9-]+)*\.(html|pdf|xlsx|docx)$"
"""Addresses that a document may lead to: those of the web, and files beside it."""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.addresses: list[str] = []
        self.events: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src", "action", "xlink:href"):
                self.addresses.append(value or "")
            if name.startswith("on") or name == "style":
                self.events.append(name)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _web_page(path: Path) -> None:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    assert not page.tags & {"script", "img", "iframe", "object", "embed", "form", "base", "foreignobject"}
    assert page.events == []
    for address in page.addresses:
        assert re.match(f"#|{_ADDRESS}", address), address
    _shows("".join(page.words), path)


def _pdf(path: Path) -> None:
    pdf = PdfReader(path)
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode("utf-8")
    assert root["/StructTreeRoot"]["/K"]
    for action in _actions(pdf):
        assert action["/S"] in ("/URI", "/GoTo"), action
        assert action["/S"] != "/URI" or re.match(_ADDRESS, str(action["/URI"]))
    assert "/Names" not in root or not {"/JavaScript", "/EmbeddedFiles"} & set(root["/Names"])
    _shows("".join(page.extract_text() for page in pdf.pages), path)


def _actions(pdf: PdfReader) -> list[dict[str, Any]]:
    found = []
    for page in pdf.pages:
        for one in page.annotations or ():
            annotation: Any = one.get_object()
            if "/A" in annotation:
                found.append(annotation["/A"].get_object())
    return found


def _word(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    words = []
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            root = ElementTree.fromstring(data)
            for one in root.iter():
                if one.tag.endswith("}t"):
                    words.append(one.text or "")
                if one.tag.endswith("}instrText"):
                    assert (one.text or "").split()[0] in ("TOC", "PAGEREF", "PAGE", "NUMPAGES"), one.text
                if one.tag.endswith("}Relationship") and one.get("TargetMode") == "External":
                    assert re.match("https?:|mailto:", one.get("Target", "")), name
    assert not [name for name in parts if re.search(r"vba|embed|oleObject", name, re.IGNORECASE)]
    _shows("".join(words), path)


def _workbook(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    words = []
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            root = ElementTree.fromstring(data)
            for one in root.iter():
                if one.tag.endswith("}f"):
                    assert "cmd" not in (one.text or ""), name
                if one.tag.endswith("}t"):
                    words.append(one.text or "")
                assert one.get("TargetMode") != "External", name
    assert not [name for name in parts if re.search(r"vba|externalLink|oleObject", name, re.IGNORECASE)]
    _shows("".join(words).replace("'=", "="), path)


def _markdown(path: Path) -> None:
    """Read by any other program, it holds no link, picture, HTML or code that was in a record."""
    read = MarkdownIt("commonmark", {"html": True}).enable("table").parse(path.read_text(encoding="utf-8"))
    for token in [inner for one in read for inner in (one, *(one.children or ()))]:
        assert token.type not in ("html_block", "fence", "code_block", "code_inline"), token.content[:80]
        assert token.type != "html_inline" or token.content == "<br>", token.content[:80]
        if token.type == "image":
            assert re.fullmatch(r"[a-z0-9-]+\.svg", str(token.attrs["src"]))
        if token.type == "link_open":
            assert re.match("#|https://|mailto:", str(token.attrs["href"]))


def _drawing(path: Path) -> None:
    tags = {one.tag.rpartition("}")[2] for one in ElementTree.fromstring(path.read_bytes()).iter()}
    assert not tags & {"script", "image", "foreignObject", "a", "use"}


def _calendar(path: Path) -> None:
    data = path.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    unfolded = data.decode("utf-8").replace("\r\n ", "")
    names = {re.split("[:;]", line)[0] for line in unfolded.splitlines()}
    assert names <= {
        "BEGIN", "END", "VERSION", "PRODID", "METHOD", "CALSCALE", "X-WR-CALNAME", "NAME", "UID", "DTSTAMP", "DTSTART",
        "DTEND", "SUMMARY", "DESCRIPTION", "SEQUENCE", "STATUS", "TRANSP", "CLASS", "CATEGORIES", "LOCATION", "",
        "LAST-MODIFIED", "X-WR-CALDESC", "DURATION", "ORGANIZER", "TZID",
    }, names  # fmt: skip


def _plain(path: Path) -> None:
    _shows(path.read_text(encoding="utf-8"), path)


def _data(path: Path) -> None:
    json.loads(path.read_text(encoding="utf-8"))


LOOKS = {
    ".html": _web_page, ".pdf": _pdf, ".docx": _word, ".xlsx": _workbook, ".md": _markdown, ".svg": _drawing,
    ".ics": _calendar, ".txt": _plain, ".json": _data,
}  # fmt: skip
