"""No paper holds a word that its readers may not see, in any format, nor in names, properties and manifests."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from lif.insight.assurance.standing import assurance
from lif.insight.audience import visible_to
from lif.insight.calendar.items import Span
from lif.insight.figures.scorecard import scorecard
from lif.insight.meetings.compared import Compared, compare_meetings
from lif.publish.chase.letters import reply_day, whom_to_chase, write_letters
from lif.publish.document.markdown import to_markdown
from lif.publish.document.parse import parse
from lif.publish.formats import EDITIONS, FORMATS, Edition
from lif.publish.packs.build import build_pack
from lif.publish.packs.contents import pack_of
from lif.publish.packs.diff import write_diff
from lif.publish.packs.manifest import manifest_of
from lif.publish.paper_files import templates_of
from lif.publish.papers.annual import write_annual
from lif.publish.papers.assurance import write_assurance
from lif.publish.papers.audit_register import write_register
from lif.publish.papers.briefing import write_briefing
from lif.publish.papers.calendar import write_calendar
from lif.publish.papers.inspection import write_inspection
from lif.publish.papers.minutes import write_minutes
from lif.publish.papers.reminders import whom_to_remind, write_reminders
from lif.publish.papers.results import write_results
from lif.publish.papers.review import write_letters as write_review_letters
from lif.publish.papers.review import write_sheet
from lif.publish.papers.scorecard import write_scorecard
from lif.publish.papers.theme_page import write_theme_page
from lif.publish.papers.trace_matrix import matrix_of, traced_for_the_board, write_matrix
from lif.records.base import Audience
from lif.store.board import Board, Loaded
from lif.store.load import load
from tests.publish.canaries import CANARY, Planted, fields_of_text, planted, planted_in
from tests.support import CHECKOUT, write_board, write_file

DAY = date(2018, 3, 1)
YEAR = Span(date(2017, 4, 1), date(2018, 3, 31))


@pytest.fixture(scope="module")
def canaries() -> Planted:
    return planted()


@pytest.fixture(scope="module")
def board(canaries: Planted, tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The Board of the canaries; what an agency wrote of a case has them too."""
    root = write_board(tmp_path_factory.mktemp("canaries"), canaries.records)
    for (kind, name), value in canaries.records.items():
        if kind == "review":
            words = [canaries.canary(f"{name} chronology", value["audience"]) for _ in range(3)]
            rows = f"date,time,event,source,comment\n2016-11-20,,{','.join(words)}\n"
            write_file(root, f"records/reviews/2017/{name}.chronology/police.csv", rows)
    return load(root)


def _texts(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    yield path.name
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(BytesIO(data)) as parts:
            for name in parts.namelist():
                yield name
                yield parts.read(name).decode("utf-8", "replace")
    elif path.suffix == ".pdf":
        pdf = PdfReader(BytesIO(data))
        yield str(pdf.metadata)
        yield str(pdf.xmp_metadata and pdf.xmp_metadata.stream.get_data())
        yield " ".join(page.extract_text() for page in pdf.pages)
        yield str(list(pdf.outline))
    else:
        yield data.decode("utf-8").replace("\r\n ", "")


def copies(board: Board, kind: str, audience: Audience) -> Loaded:
    """The copy of a kind's record that is for these readers."""
    return next(loaded for loaded in board.of(kind) if loaded.record.audience == audience)


def pack(board: Board, edition: Edition) -> None:
    build_pack(board, copies(board, "meeting", edition).record, FORMATS, DAY, edition=edition)


def matrix(board: Board) -> None:
    shown, made = traced_for_the_board(board, DAY)
    write_matrix(shown, made, matrix_of(shown, made, None))


def compared(board: Board) -> Compared:
    return compare_meetings(board, "MT-2017-001", "MT-2017-003", DAY)


def chase(board: Board) -> None:
    write_letters(board, whom_to_chase(board, None, DAY), DAY, reply_day(DAY), others_stay=True)


PAPERS: dict[str, tuple[Audience, Callable[[Board], object]]] = {
    "pack": ("board", lambda board: pack(board, "board")),
    "pack for the public": ("public", lambda board: pack(board, "public")),
    "annual report": ("board", lambda board: write_annual(board, copies(board, "annual", "board"), DAY)),
    "inspection": ("board", lambda board: write_inspection(board, DAY)),
    "diff": ("board", lambda board: write_diff(board, compared(board), FORMATS, DAY)),
    "minutes": ("board", lambda board: write_minutes(board, copies(board, "meeting", "board").id, DAY, FORMATS)),
    "assurance": ("board", lambda board: write_assurance(board, assurance(board, DAY), DAY, ("md", "xlsx"))),
    "register of audits": ("board", lambda board: write_register(board, DAY)),
    "calendar": ("board", lambda board: write_calendar(board, DAY, YEAR)),
    "scorecard": ("board", lambda board: write_scorecard(board, scorecard(board, DAY))),
    "theme": ("board", lambda board: write_theme_page(board, "missed-appointments", DAY)),
    "matrix": ("board", matrix),
    "results": ("board", lambda board: write_results(board, copies(board, "audit", "board"), DAY)),
    "briefing": ("agencies", lambda board: write_briefing(board, copies(board, "learning", "agencies"), DAY)),
    "briefing for the public": ("public", lambda board: write_briefing(board, copies(board, "learning", "public"), DAY)),
    "decision sheet": ("board", lambda board: write_sheet(board, copies(board, "review", "board"), DAY)),
}  # fmt: skip


LETTERS: dict[str, Callable[[Board], object]] = {
    "chase": chase,
    "reminders": lambda board: write_reminders(board, whom_to_remind(board, DAY), DAY, reply_day(DAY)),
    "calendar of an agency": lambda board: write_calendar(board, DAY, YEAR, agency="police"),
    "letters on a decision": lambda board: write_review_letters(board, copies(board, "review", "board"), DAY),
}


def written(board: Board, write: Callable[[Board], object]) -> str:
    """All that the files of a paper say."""
    folder = board.root / "build"
    before = set(folder.rglob("*"))
    write(board)
    return "\n".join(
        part
        for path in sorted(folder.rglob("*"))
        if path not in before and path.is_file()
        for part in _texts(path)
    )


@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_tells_an_agency_what_is_kept_from_it(letter: str, board: Board, canaries: Planted) -> None:
    told = written(board, LETTERS[letter])

    assert CANARY.search(told), "nothing is told, so that nothing was tried"
    assert canaries.wrong_in_a_letter(told) == {}


@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_holds_what_its_readers_may_not_see(paper: str, board: Board, canaries: Planted) -> None:
    reader, write = PAPERS[paper]
    shown = written(board, write)

    assert CANARY.search(shown), "nothing is shown, so that nothing was tried"
    assert canaries.wrong_in(shown, reader) == {}


def test_no_pack_of_the_sample_holds_what_its_readers_may_not_see(tmp_path: Path) -> None:
    """The sample has what the tiny Board has not: every sort of report and of entry in a log."""
    made = planted_in(load(CHECKOUT))
    board = load(write_board(tmp_path, made.records))
    meeting = next(one.record for one in board.of("meeting") if one.id == "MT-2018-002")

    for reader in EDITIONS:
        shown = visible_to(board, reader)
        pack = pack_of(shown, meeting, DAY, reader, board)
        source = templates_of(board).render("pack.md", pack.context)
        text = to_markdown(parse(source, pack.images), pack.meta, pack.images)
        text += manifest_of(shown, pack, meeting, DAY, parts=(), files={}).decode("utf-8")
        text += "".join(f"{name} {image}" for name, image in pack.images.items())
        assert len(set(CANARY.findall(text))) > 50
        assert made.wrong_in(text, reader) == {}


def test_every_text_of_every_kind_has_a_canary(canaries: Planted) -> None:
    there = canaries.fields | planted_in(load(CHECKOUT)).fields

    # What was taken back is shown nowhere, and nothing else is said of what is kept back or of sheets that were read.
    without = {
        "Withdrawn.reason",
        "Cancelled.reason",
        "Restricted.reason",
        "KnownColumn.heading",
        "KnownWord.says",
    }
    assert fields_of_text() - there <= without
