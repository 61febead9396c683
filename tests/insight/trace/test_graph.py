"""The graph holds every reference of a Board, from both of its ends, and only what was there on the day."""

from datetime import date

from lif.insight.trace.graph import trace
from lif.insight.trace.model import PART, Trace
from lif.insight.trace.nodes import NOT_TRACED, PRIORITY_START
from lif.insight.trace.relations import ANSWERS, BEGUN, CHOSEN, DECIDED, EVIDENCE, IMPACT, NAMED, REPLACED
from lif.records.kinds import KINDS
from lif.records.naming import owner_of
from lif.records.references import references_of
from lif.store.load import load
from tests.insight.samples import day, entry
from tests.insight.trace.samples import EVALUATED, answering, board, records_with, traced
from tests.support import CHECKOUT


def links(made: Trace) -> set[tuple[str, str, str]]:
    return {(link.above, link.relation.id, link.below) for found in made.below.values() for link in found}


def test_every_reference_of_the_sample_board_is_a_link_seen_from_both_of_its_ends() -> None:
    whole = load(CHECKOUT)
    made = trace(whole, date(2199, 12, 31))
    ends = {(link.above, link.below) for found in made.below.values() for link in found}
    assert ends == {(link.above, link.below) for found in made.above.values() for link in found}
    # Who holds a name, and what is named, whichever of the two stands above.
    pairs = {
        (owner_of(one.partition("/")[0]), other)
        for above, below in ends
        for one, other in ((above, below), (below, above))
    }
    seen = 0
    for loaded in whole.loaded:
        for named in references_of(loaded.record) if loaded.kind.name not in NOT_TRACED else ():
            if named.names.what in ("record", "indicator", "priority"):
                seen += 1
                start = PRIORITY_START if named.names.what == "priority" else ""
                assert (loaded.id, start + named.name) in pairs, named
    assert seen > 200


def test_no_field_that_names_a_record_is_without_a_row_of_its_own() -> None:
    made = trace(load(CHECKOUT), date(2199, 12, 31))
    assert not [link for found in made.below.values() for link in found if link.relation is NAMED]


def test_the_kinds_that_are_not_traced_are_kinds() -> None:
    assert set(NOT_TRACED) < {kind.name for kind in KINDS}


def test_a_recommendation_leads_over_its_action_to_evidence_and_impact() -> None:
    made = traced(answering("R1", log=[*EVALUATED[:2], EVALUATED[2] | {"records": ["AU-2017-001"]}]))
    assert links(made) >= {
        ("CR-2017-001", PART.id, "CR-2017-001.R1"),
        ("CR-2017-001.R1", ANSWERS.id, "AP-2017-001.A1"),
        ("CR-2017-001", ANSWERS.id, "AP-2017-001"),
        ("AP-2017-001.A1", PART.id, "AP-2017-001.A1/2"),
        ("AP-2017-001.A1/2", EVIDENCE.id, "AU-2017-001"),
        ("AP-2017-001.A1/3", IMPACT.id, "AU-2017-001"),
        ("CR-2017-001", CHOSEN.id, "AU-2017-001"),
    }
    assert made.nodes["AP-2017-001.A1/3"].state == "1 August 2017, Business Manager: things improved"


def test_what_is_dated_after_the_day_is_not_there() -> None:
    made = traced(answering("R1", log=EVALUATED), on="2017-07-15")
    assert made.nodes["AP-2017-001.A1"].state == "evidenced on 1 July 2017"
    assert "AP-2017-001.A1/2" in made.nodes
    assert "AP-2017-001.A1/3" not in made.nodes

    before = traced(answering("R1"), on="2017-01-01")
    assert "CR-2017-001" not in before.nodes
    assert not before.upper("AP-2017-001.A1", ANSWERS)
    assert not [one for found in before.broken.values() for one in found if one.code == "unknown"]


def test_a_decision_stands_below_what_it_is_about_and_above_what_began_after_it() -> None:
    records = records_with(answering("R1"))
    records["meeting", "MT-2017-001"]["decisions"][0]["records"] = ["CR-2017-001", "AP-2017-001"]
    records["plan", "AP-2017-001"]["agreed"] = "2017-07-01"
    made = trace(board(records), day("2018-03-01"))
    assert ("CR-2017-001", DECIDED.id, "MT-2017-001.D1") in links(made)
    assert ("MT-2017-001.D1", BEGUN.id, "AP-2017-001") in links(made)


def test_an_action_that_took_the_place_of_another_is_told_of_the_whole_action() -> None:
    gone = entry("superseded", "2017-05-01", reason="Done by all.", replaced_by="AP-2017-001.A2")
    made = traced(answering("R1", log=[gone]), answering("R2"))
    assert ("AP-2017-001.A1", REPLACED.id, "AP-2017-001.A2") in links(made)
    assert made.nodes["AP-2017-001.A1/1"].title == "Done by all."


def test_a_priority_and_an_indicator_of_one_name_are_two_things() -> None:
    records = records_with(answering("R1"))
    records["board", "board"]["priorities"][0]["id"] = "repeat-plans"
    records["indicator", "repeat-plans"]["priorities"] = ["repeat-plans"]
    made = trace(board(records), day("2018-03-01"))
    assert made.upper("repeat-plans", *[link.relation for link in made.above["repeat-plans"]]) == [
        "priority:repeat-plans"
    ]
    assert {made.nodes[name].kind for name in ("repeat-plans", "priority:repeat-plans")} == {
        "indicator",
        "priority",
    }


def test_nothing_of_the_sample_board_is_dated_after_the_day() -> None:
    on = date(2017, 6, 30)
    made = trace(load(CHECKOUT), on)
    assert {node.kind for node in made.nodes.values() if node.day and node.day > on} == {"meeting"}
