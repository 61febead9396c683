"""The page at the front of a pack is one page, says the main things in few words, and is honest where there is nothing."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from lif.insight.audience import visible_to
from lif.publish.contexts.glance import ROOMS, lines_of
from lif.publish.document.parse import parse
from lif.publish.document.pdf import to_pdf
from lif.publish.packs.contents import Pack, pack_of
from lif.publish.paper_files import templates_of
from lif.store.board import Board
from lif.store.load import load
from tests.insight.busy import busy_records
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, Records, tiny_records

LONG = "Wherever a child moves between areas, whoever knows the child tells whoever does not yet know. " * 30


@pytest.fixture(scope="module")
def sample() -> Board:
    return visible_to(load(CHECKOUT), "board")


def pack(board: Board, meeting: str, on: str) -> Pack:
    return pack_of(visible_to(board, "board"), board.by_id[meeting].record, day(on))


def glance(board: Board, made: Pack) -> str:
    return templates_of(board).render("pack/glance.md", made.context)


def pages(board: Board, made: Pack) -> list[str]:
    """The text of the pages that the front page alone takes; the cover before and the contents after are left out."""
    read = PdfReader(BytesIO(to_pdf(parse(glance(board, made)), made.meta, {})))
    return [page.extract_text() for page in read.pages][1:-1]


@pytest.mark.parametrize(
    ("meeting", "on"),
    [("MT-2018-002", "2018-03-01"), ("MT-2018-001", "2018-02-01"), ("MT-2017-001", "2017-06-01")],
)
def test_each_meeting_of_the_sample_has_its_front_on_one_page(sample: Board, meeting: str, on: str) -> None:
    made = pack(sample, meeting, on)
    (page,) = pages(sample, made)
    assert "What is to be decided" in page
    assert "What is late" in page


def long_winded() -> Records:
    """Everything that the page quotes from records is as long as it can be."""
    records = busy_records()
    meeting = records["meeting", "MT-2017-001"]
    meeting["date"] = "2018-03-08"
    meeting["agenda"] = [
        {"title": LONG[:190], "purpose": "decision", "lead": "business-manager", "asked": LONG}
        for _ in range(12)
    ]
    for (kind, _), record in records.items():
        if "title" in record and kind != "indicator":
            record["title"] = LONG[:190]
        for item in record.get("actions", []):
            item["text"] = LONG
    return records


def test_the_longest_words_fit_as_well_and_are_cut_where_a_word_ends(tmp_path: Path) -> None:
    board = board_of(tmp_path, long_winded())
    made = pack(board, "MT-2017-001", "2018-03-01")
    (page,) = pages(board, made)
    assert "more on the agenda" in page
    assert len(made.context["glance"]["decisions"]) < 12
    assert all(one["asked"].endswith((".", "…")) for one in made.context["glance"]["decisions"])


def test_a_page_with_little_to_tell_tells_it_at_length(sample: Board) -> None:
    told = pack(sample, "MT-2018-004", "2018-03-01").context["glance"]
    assert lines_of(told) < 30
    assert len(told["learned"]) == ROOMS[0].learned


def test_where_there_is_nothing_it_says_so(tmp_path: Path) -> None:
    records = tiny_records()
    kept = {("board", "board"), ("meeting", "MT-2017-001"), ("agency", "police"), ("agency", "health-trust")}
    bare = {key: value for key, value in records.items() if key in kept}
    for left_out in ("agenda", "picked", "decisions"):
        bare["meeting", "MT-2017-001"].pop(left_out, None)
    board = board_of(tmp_path, bare)
    text = glance(board, pack(board, "MT-2017-001", "2017-06-10"))
    assert "No decision is asked of the Strategic Board, and nothing is late on 10 June 2017." in text
    assert "Nothing on the agenda is for decision, and nothing else waits for one." in text
    assert "Nothing that these papers tell of is late." in text
    assert "No earlier meeting of this group is recorded" in text
    assert "No lesson has moved on." in text
    assert "figures" not in text


def test_the_front_speaks_only_of_what_the_pack_holds(tmp_path: Path) -> None:
    records = busy_records()
    board = records["board", "board"]
    board["groups"]["strategic-board"]["pack"] = ["glance", "actions"]
    made = board_of(tmp_path, records)
    told = pack(made, "MT-2017-001", "2018-03-01").context["glance"]
    assert {one["section"] for one in told["late"]} == {"actions"}
    assert told["figures"] == []


def test_what_is_read_in_the_front_is_said_at_its_place_too(sample: Board) -> None:
    text = glance(sample, pack(sample, "MT-2018-002", "2018-03-01"))
    assert "**5 actions**{page:#actions}; the longest by 62 days: [AP-2017-001.A5](#ap-2017-001)" in text
    assert "- **New:** 3 reviews (Child Q, Child J and Child K)" in text
    assert "## Three figures" in text


def test_what_is_to_be_decided_is_asked_in_whole_and_a_changed_measure_is_named(sample: Board) -> None:
    text = glance(sample, pack(sample, "MT-2018-002", "2018-03-01"))

    assert "keep open the dates for revisiting audits, which changed nothing." in text
    assert "45.5% in July to September 2017. Measured differently since 9 October 2017." in text


def test_what_the_framework_asks_is_told_where_a_section_tells_more_of_it(sample: Board) -> None:
    executive, strategic = (
        pack(sample, "MT-2018-001", "2018-03-01"),
        pack(sample, "MT-2018-002", "2018-03-01"),
    )
    text = glance(sample, executive)
    assert (
        "**17 things that the framework asks**{page:#assurance}; the oldest since 22 March 2017: F4.1 Reviews are fair"
    ) in text
    assert "the framework asks" not in glance(sample, strategic)
    assert len(pages(sample, executive)) == 1
