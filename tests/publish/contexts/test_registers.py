"""The pack's risks, challenges and voice: what is open, what ended since the last meeting, and only what may be seen."""

import re
from pathlib import Path

from lif.insight.audience import visible_to
from lif.publish.charts.heat import HeatCell, describe_heat_chart, heat_chart
from lif.publish.contexts.registers import challenges_context, risks_context, voices_context
from lif.publish.packs.contents import pack_of
from lif.store.load import load
from tests.insight.samples import board_of, day, entry
from tests.support import CHECKOUT, tiny_records

DAY = day("2018-03-01")
LAST = day("2017-12-07")


def test_the_risks_of_the_sample() -> None:
    found, images = risks_context(visible_to(load(CHECKOUT), "board"), LAST, DAY)
    assert (
        found["counts"]
        == "6 risks are open: 1 went up, 2 came down and 3 new. 1 risk should have been looked at again by now."
    )
    assert [(row["id"], row["score"], row["moved"]) for row in found["rows"][:3]] == [
        ("RK-2017-004", 20, "up from 12"), ("RK-2018-001", 20, "new"), ("RK-2018-003", 20, "new"),
    ]  # fmt: skip
    assert found["rows"][0]["colour"] == "red"
    assert [row["id"] for row in found["gone"]] == ["RK-2017-003"]
    assert [(band["word"], band["scores"]) for band in found["key"]] == [
        ("Low", "1 to 5"), ("Medium", "6 to 11"), ("High", "12 to 19"), ("Very high", "20 to 25"),
    ]  # fmt: skip
    words = images["heat-map.svg"].alternative
    assert "RK-2017-004 at likelihood 5 and impact 4 (20, Very high)" in words
    assert words == found["chart"]["alternative"]


def test_where_nothing_was_scored_there_is_no_map(tmp_path: Path) -> None:
    records = tiny_records()
    records["risk", "RK-2017-001"]["log"] = [entry("raised", "2017-01-25")]
    found, images = risks_context(board_of(tmp_path, records), None, DAY)
    assert (found["chart"], images) == (None, {})
    assert found["rows"][0]["score"] is None


def test_the_challenges_of_the_sample() -> None:
    found = challenges_context(visible_to(load(CHECKOUT), "board"), LAST, DAY)
    assert (found["late"], found["year"], found["changed"]) == (2, 3, 3)
    assert [row["id"] for row in found["open"]] == ["CH-2017-002", "CH-2018-002", "CH-2018-003"]
    assert found["open"][1]["to_tell"] == "Business Manager"
    assert [(row["id"], row["days"]) for row in found["settled"]] == [("CH-2018-001", 14)]


def test_what_people_said_stands_beside_what_was_done() -> None:
    found = voices_context(visible_to(load(CHECKOUT), "board"), DAY)
    assert (found["total"], found["waiting"], found["people"]) == (8, 3, 600)
    row = next(row for row in found["rows"] if row["id"] == "VO-2017-001")
    assert [bool(message["done"]) for message in row["messages"]] == [True, False, False]


def test_what_was_heard_more_than_a_year_ago_is_left_out_once_they_were_told(tmp_path: Path) -> None:
    records = tiny_records()
    records["voice", "VO-2017-001"]["number"] = None
    heard = voices_context(board_of(tmp_path, records), day("2019-01-01"))
    assert (heard["total"], heard["people"], heard["uncounted"]) == (1, 0, 1)
    records["voice", "VO-2017-001"]["log"].append(entry("told", "2017-06-01", how="By card."))
    assert voices_context(board_of(tmp_path, records), day("2019-01-01"))["total"] == 0


def test_what_is_kept_for_the_office_is_nowhere(tmp_path: Path) -> None:
    records = tiny_records()
    for kind, name in (("risk", "RK-2017-001"), ("challenge", "CH-2017-001"), ("voice", "VO-2017-001")):
        records[kind, name]["audience"] = "office"
    board = visible_to(board_of(tmp_path, records), "board")
    totals = [part["total"] for part in (risks_context(board, None, DAY)[0], challenges_context(board, None, DAY),
                                         voices_context(board, DAY))]  # fmt: skip
    assert totals == [0, 0, 0]


def test_what_had_not_happened_by_the_day_is_no_part_of_the_pack(tmp_path: Path) -> None:
    board = board_of(tmp_path, tiny_records())
    meeting = board.by_id["MT-2017-001"].record
    ids = {loaded.id for loaded in pack_of(board, meeting, day("2017-03-10")).parts}
    assert ids >= {"RK-2017-001", "CH-2017-001"}
    assert "VO-2017-001" not in ids


def test_every_cell_of_the_map_bears_its_score_and_its_word() -> None:
    cells = {
        (one, other): HeatCell(one * other, "Odd" if one * other % 2 else "Even", 0.5, [])
        for one in range(1, 6)
        for other in range(1, 6)
    }
    cells[5, 4] = HeatCell(20, "Even", 1, [f"RK-2017-00{number}" for number in range(1, 6)])
    drawn = heat_chart(cells, "Risks")
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", drawn)
    assert {f"{cell.score} {cell.word}" for cell in cells.values()} <= set(texts)
    assert {"RK-2017-003", "and 2 more", "Impact, from 1 to 5", "Likelihood, from 1 to 5"} <= set(texts)
    assert "RK-2017-004" not in texts
    assert "RK-2017-005 at likelihood 5 and impact 4 (20, Even)" in describe_heat_chart(cells)
    assert describe_heat_chart({}).endswith("to the right: none.")
