"""The pack says what of the framework is overdue, since when, who answers, and what waits for a judgement."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lif.insight.assurance.shown import assured
from lif.insight.audience import visible_to
from lif.publish.contexts.assurance import assurance_context
from lif.publish.packs.contents import pack_of
from lif.publish.paper_files import templates_of
from lif.store.board import Board
from lif.store.load import load
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, tiny_records

DAY = day("2018-03-01")


@pytest.fixture(scope="module")
def sample() -> Board:
    return load(CHECKOUT)


def context(board: Board, shown: Board | None = None) -> dict[str, Any]:
    shown = shown or visible_to(board, "board")
    return assurance_context(shown, assured(board, shown, DAY), DAY)


def office(board: Board, *names: str) -> Board:
    """The Board with some records kept for its office alone."""
    loaded = tuple(
        replace(one, record=one.record.model_copy(update={"audience": "office"})) if one.id in names else one
        for one in board.loaded
    )
    return replace(board, loaded=loaded)


def test_one_sentence_says_how_the_board_stands_and_the_oldest_comes_first(sample: Board) -> None:
    found = context(sample)

    assert found["opening"] == (
        "Of 61 things that the framework asks 39 are met, and 17 are overdue, the oldest since 22 March 2017; "
        "2 fall due soon, 1 waits for a judgement, 1 was judged not to be met in full and 1 has nothing to be "
        "shown on."
    )
    since = [row["since"] for row in found["overdue"]]
    assert since == sorted(since)
    assert (found["overdue"][0]["id"], found["overdue"][0]["more"]) == ("F4.1", 1)
    assert [row["id"] for row in found["due"]] == ["F8.4.complaints", "F2.review"]
    assert [row["id"] for row in found["none"]] == ["F8.4.chair"]


def test_each_that_is_overdue_says_who_answers_and_what_is_lacking(sample: Board) -> None:
    rows = {row["id"]: row for row in context(sample)["overdue"]}

    assert rows["F8.3"]["lacking"] == "1 of 2 not shown: the Youth Parliament was heard."
    assert rows["F8.3"]["owner"] == "Independent Chair"
    assert rows["F8.3"]["often"] == "12 months, stated"
    assert rows["A7"]["late"] == [{"id": "", "name": "Rehabilitation Company"}]
    assert rows["F6"]["late"] == [{"id": "LL-2017-002", "name": "LL-2017-002"}]


def test_what_waits_for_a_judgement_and_what_fell_short_stand_together(sample: Board) -> None:
    judged = {row["id"]: row for row in context(sample)["judged"]}

    assert list(judged) == ["F3.1", "F4.1", "F13.marks"]
    assert judged["F3.1"]["points"] == ["To be judged."]
    assert judged["F13.marks"]["by"] == "Independent Chair"
    first, second = judged["F13.marks"]["points"]
    assert first.startswith(
        "People of the front line take part in audits: partly met, 9 November 2017. Practi"
    )
    assert "not met, 9 November 2017. One revisit" in second


def test_what_is_kept_for_the_office_counts_and_is_not_named(sample: Board) -> None:
    proof = next(
        one.standing.proof for one in assured(sample, sample, DAY) if one.standing.obligation.id == "F8.7"
    )
    hidden = office(sample, "LL-2017-002", *(hit.id for hit in proof))
    shown = visible_to(hidden, "board")
    rows = {row["id"]: row for row in context(hidden, shown)["overdue"]}

    assert "F8.7" not in rows
    assert (rows["F6"]["late"], rows["F6"]["more"]) == ([], 1)
    assert "LL-2017-002" not in str(context(hidden, shown))


def test_the_section_is_written_for_the_executive_group(sample: Board) -> None:
    shown = visible_to(sample, "board")
    made = pack_of(shown, shown.by_id["MT-2018-001"].record, DAY, whole=sample)

    text = templates_of(sample).render("pack/assurance.md", made.context)

    assert "# Assurance {: #assurance}\n\nOf 61 things that the framework asks" in text
    assert "[CR-2017-004](#cr-2017-004)" in text
    assert "CR-2016-003](#cr-2016-003) and 1 more |" in text


def test_a_board_without_a_framework_says_so(tmp_path: Path) -> None:
    records = tiny_records()
    del records["framework", "framework"]
    found = context(board_of(tmp_path, records))

    assert found["total"] == 0
    assert found["overdue"] == found["judged"] == found["due"] == found["none"] == []
