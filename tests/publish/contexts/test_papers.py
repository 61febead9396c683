"""The papers of a meeting: the agenda names them with their pages, a cover sheet says what each item is for."""

import pytest

from lif.insight.audience import visible_to
from lif.publish.contexts.papers import papers_context, papers_of
from lif.publish.packs.contents import pack_of
from lif.publish.paper_files import templates_of
from lif.store.board import Board
from lif.store.load import load
from tests.insight.samples import day
from tests.support import CHECKOUT

DAY = day("2018-03-01")


@pytest.fixture(scope="module")
def sample() -> Board:
    return visible_to(load(CHECKOUT), "board")


def test_items_of_one_record_and_records_in_a_row_are_one_paper(sample: Board) -> None:
    reports = [f"AR-2018-00{number}" for number in range(1, 9)]
    names = ["AP-2017-002.A7", "CR-2018-001", "AP-2017-002.A3", *reports, "CR-2099-001"]
    assert papers_of(sample, names) == [
        {"id": "AP-2017-002", "to": "", "items": "A7 and A3"},
        {"id": "CR-2018-001", "to": "", "items": ""},
        {"id": "AR-2018-001", "to": "AR-2018-008", "items": ""},
    ]


def test_two_in_a_row_stay_two_and_other_years_and_kinds_are_no_row(sample: Board) -> None:
    names = ["CR-2018-001", "CR-2018-002", "AU-2018-003", "AU-2017-004", "AU-2017-005"]
    assert [paper["id"] for paper in papers_of(sample, names)] == names


def test_a_cover_sheet_says_what_is_asked_where_it_stands_and_where_it_was_before(sample: Board) -> None:
    context = papers_context(sample, sample.by_id["MT-2018-002"].record, DAY)
    sheet = context["sheets"][2]
    assert (sheet["number"], sheet["purpose"], sheet["lead"]) == (
        3,
        "To decide",
        "Independent Chair of the Serious Case Review Panel",
    )
    assert sheet["papers"] == [
        {
            "id": "CR-2017-001",
            "record": "CR-2017-001",
            "title": "Family C",
            "state": "under way, since 23 March 2017",
        }
    ]
    assert (sheet["before"][0]["group"], sheet["before"][0]["purposes"]) == ("Executive Group", "to discuss")
    assert [decision["id"] for decision in sheet["before"][0]["decisions"]] == ["D1"]


def test_an_item_without_words_or_papers_says_so(sample: Board) -> None:
    meeting = sample.by_id["MT-2018-002"].record
    pack = pack_of(sample, meeting, DAY)
    text = templates_of(sample).render("pack/papers.md", pack.context)
    assert "to decide 2, 3, 4 and 5; to discuss 1, 6, 7 and 9; to note 8 and 10." in text
    assert (
        "| What is asked | To hear of it and to discuss it. |\n| Papers | None; it is told at the meeting. |"
        in text
    )
    assert "| Before this | No earlier meeting dealt with it. |" in text


def test_the_agenda_names_the_page_of_each_paper(sample: Board) -> None:
    pack = pack_of(sample, sample.by_id["MT-2018-002"].record, DAY)
    text = templates_of(sample).render("pack/agenda.md", pack.context)
    assert "[AP-2017-002](#ap-2017-002) A7, A3 and A2{page:#ap-2017-002}" in text
    assert "[AR-2018-001](#ar-2018-001) to [AR-2018-008](#ar-2018-008){page:#ar-2018-001}" in text
