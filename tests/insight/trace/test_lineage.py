"""The two trees of a node: nothing is told twice, nothing is lost, and every circle ends."""

from collections import defaultdict
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lif.insight.trace.graph import trace
from lif.insight.trace.lineage import branches, lineage
from lif.insight.trace.model import PART, Link, Node, Relation, Trace
from lif.store.load import load
from tests.insight.samples import day, entry
from tests.insight.trace.samples import EVALUATED, answering, board, codes, records_with, traced
from tests.support import CHECKOUT

THROUGH = Relation("through", "came of", "led to")
NODES = 12
PAIRS = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)), max_size=60)


def ids(made: Trace, name: str, way: str) -> list[tuple[int, str, str, bool]]:
    tree = lineage(made, name, "above" if way == "above" else "below")
    return [(one.depth, one.words, one.node.id, one.told) for one in branches(tree)]


def made_of(pairs: list[tuple[int, int]]) -> Trace:
    above: defaultdict[str, list[Link]] = defaultdict(list)
    below: defaultdict[str, list[Link]] = defaultdict(list)
    for upper, lower in dict.fromkeys(pairs):
        link = Link(f"N{upper}", f"N{lower}", THROUGH)
        below[link.above].append(link)
        above[link.below].append(link)
    nodes = {f"N{number}": Node(f"N{number}", "thing", "Thing", "") for number in range(NODES)}
    return Trace(date(2018, 3, 1), nodes, above, below)


def reached(pairs: list[tuple[int, int]], start: int) -> set[str]:
    seen, pending = {start}, [start]
    while pending:
        one = pending.pop()
        for upper, lower in pairs:
            if upper == one and lower not in seen:
                seen.add(lower)
                pending.append(lower)
    return {f"N{number}" for number in seen}


@given(PAIRS)
def test_whatever_the_circles_each_node_is_told_once_and_none_is_lost(pairs: list[tuple[int, int]]) -> None:
    found = list(branches(lineage(made_of(pairs), "N0", "below")))
    told = [one.node.id for one in found if not one.told]
    assert len(told) == len(set(told))
    assert {*told, "N0"} == reached(pairs, 0)
    assert all(not one.branches for one in found if one.told)
    # Every link on the way is there, be it as a reference to what was told already.
    assert len(found) == sum(len(made_of(pairs).below[name]) for name in reached(pairs, 0))


@given(st.lists(st.integers(1, 8), min_size=8, max_size=8))
def test_chains_of_actions_that_replace_one_another_end(after: list[int]) -> None:
    actions = [
        answering(
            "R1",
            "R2",
            log=[entry("superseded", "2017-05-01", reason="-.", replaced_by=f"AP-2017-001.A{other}")],
        )
        for other in after
    ]
    made = traced(*actions)
    circles = set()
    for start in range(1, 9):
        walked, number = [], start
        while number not in walked:
            walked.append(number)
            number = after[number - 1]
        circles |= {f"AP-2017-001.A{one}" for one in walked[walked.index(number) :]}
        assert list(branches(lineage(made, f"AP-2017-001.A{start}", "below")))
    assert {name for name, code in codes(made) if code == "circle"} == circles


def test_a_thousand_actions_in_one_chain_are_no_trouble() -> None:
    ends = [
        entry("superseded", "2017-05-01", reason="-.", replaced_by=f"AP-2017-001.A{n}")
        for n in range(2, 1001)
    ]
    made = traced(*(answering("R1", log=[end]) for end in ends), answering("R2"))
    assert sum(not one.told for one in branches(lineage(made, "AP-2017-001.A1", "below"))) == 2 * 999
    assert codes(made) == set()


def test_an_action_is_told_from_its_review_to_its_impact() -> None:
    made = traced(answering("R1", log=EVALUATED), answering("R2"))
    assert ids(made, "AP-2017-001.A1", "above") == [
        (1, "answers", "CR-2017-001.R1", False),
        (2, "part of", "CR-2017-001", False),
        (1, "part of", "AP-2017-001", False),
    ]
    assert ids(made, "AP-2017-001.A1", "below") == [
        (1, "", "AP-2017-001.A1/2", False),
        (2, "borne out by", "AU-2017-001", False),
        (1, "", "AP-2017-001.A1/3", False),
    ]


def test_a_plan_of_many_reviews_is_told_of_each_without_the_actions_of_the_others() -> None:
    made = traced(answering("R1"), {"text": "Answers nothing."})
    assert ids(made, "CR-2017-001", "below") == [
        (1, "", "CR-2017-001.R1", False),
        (2, "answered by", "AP-2017-001.A1", False),
        (1, "", "CR-2017-001.R2", False),
        (2, "taught", "LL-2017-001", False),
        (3, "", "LL-2017-001/2", False),
        (1, "answered by", "AP-2017-001", False),
        (2, "", "AP-2017-001.A2", False),
        (1, "led to", "AU-2017-001", False),
        (2, "", "AU-2017-001.F1", False),
        (1, "taken to", "MT-2017-001", False),
    ]


def test_what_was_only_mentioned_is_told_where_its_own_story_is() -> None:
    records = records_with(answering("R2", log=EVALUATED))
    spread = {"entry": "embedded", "date": "2017-06-01", "by": "police", "changed": "All ask."}
    lesson = records["learning", "LL-2017-001"]
    lesson["log"].append({**spread, "records": ["AP-2017-001.A1"]})
    lesson["sources"] = ["CR-2017-001.R1"]
    made = trace(board(records), day("2018-03-01"))
    found = ids(made, "CR-2017-001", "below")
    mention = found.index((4, "borne out by", "AP-2017-001.A1", False))
    story = found.index((2, "answered by", "AP-2017-001.A1", False))
    assert mention < story
    assert found[story + 1] == (3, "", "AP-2017-001.A1/2", False)


def test_what_a_record_bears_out_is_told_of_the_record() -> None:
    made = traced(answering("R1", log=EVALUATED))
    assert (1, "evidence for", "AP-2017-001.A1/2", False) in ids(made, "AU-2017-001", "below")
    assert "AP-2017-001.A1/2" not in {name for _, _, name, _ in ids(made, "AU-2017-001", "above")}


def test_each_link_of_the_sample_board_is_told_of_both_of_its_ends() -> None:
    made = trace(load(CHECKOUT), date(2018, 3, 1))
    told: dict[str, set[Link]] = {}
    for name in made.nodes:
        trees = (lineage(made, name, "above"), lineage(made, name, "below"))
        told[name] = {one.link for tree in trees for one in branches(tree) if one.link and one.depth == 1}
    for links in made.below.values():
        for link in links:
            assert link in told[link.above]
            assert link in told[link.below]
            assert link.relation is not PART or made.whole_of(link.below) == link.above
