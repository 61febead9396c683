"""Own grades beside agreed ones: counted, never averaged; what does not apply is in none of them."""

from pathlib import Path

from lif.insight.audits.own_and_agreed import own_and_agreed
from lif.publish.charts.grade import describe_grade_chart, grade_chart
from lif.publish.contexts.moderation import moderation_chart, moderation_context
from lif.records.returns import AnswerRow, return_file
from lif.store.load import load
from lif.store.returns import write_return
from tests.support import write_file


def rows(*given: tuple[str, str, str, str]) -> list[AnswerRow]:
    return [AnswerRow(case, item, own, agreed, "", "", 0) for case, item, own, agreed in given]


POLICE = rows(
    ("Case 1", "1.10", "met", "partly-met"), ("Case 1", "1.2", "met", "met"), ("Case 2", "1.2", "not-met", "met"),
    ("Case 2", "1.1", "na", "met"), ("Case 2", "1.10", "met", ""), ("Case 1", "worked-well", "", ""),
)  # fmt: skip
HEALTH = rows(("Case 1", "1.2", "met", "not-met"))


def test_grades_are_counted_by_item_and_by_agency(tiny_board: Path) -> None:
    instrument = load(tiny_board).by_id["missed-appointments"].record
    found = own_and_agreed(instrument, {"police": POLICE, "health-trust": HEALTH})
    assert found is not None
    assert found.labels == ("Not met", "Partly met", "Met")
    assert (found.all.own, found.all.agreed) == ((1, 0, 3), (1, 1, 2))
    assert (found.all.n, found.all.same, found.all.lower, found.all.higher) == (4, 1, 2, 1)
    assert [(one.name, one.n) for one in found.items] == [("1.2", 3), ("1.10", 1)]
    assert [(one.name, one.n) for one in found.agencies] == [("police", 3), ("health-trust", 1)]
    assert own_and_agreed(instrument, {"police": rows(("Case 1", "1.1", "met", ""))}) is None


def test_the_table_and_the_chart_say_the_same(tiny_board: Path) -> None:
    audit = load(tiny_board).by_id["AU-2017-001"].record
    assert moderation_context(load(tiny_board), audit) is None
    assert moderation_chart(load(tiny_board), audit) is None
    write_file(tiny_board, return_file(audit.id, "police"), write_return(POLICE))
    table = moderation_context(load(tiny_board), audit)
    chart = moderation_chart(load(tiny_board), audit)
    assert table is not None and chart is not None
    assert [(row["number"], row["n"]) for row in table["items"]] == [("1.2", 2), ("1.10", 1)]
    assert describe_grade_chart(chart) == (
        "Own and agreed grades, 3 in all. Not met: 1 own, 0 agreed; Partly met: 0 own, 1 agreed; "
        "Met: 2 own, 2 agreed."
    )
    assert grade_chart(chart).count("<rect") == 1 + 4
