"""What the pack says of reviews: what comes next, the clocks with their sources, and the reasons of decisions."""

from pathlib import Path
from typing import Any

from tests.insight.samples import entry
from tests.publish.packs.test_contents import markdown, pack, rows, section
from tests.support import tiny_records

REFERRED = entry("referred", "2017-01-17", source="partner-agency")
VIEW = entry("considered", "2017-01-24", group="strategic-board", recommends="serious-case-review",
             split="Five to two.", reasons="The harm was grave.")  # fmt: skip
DECIDED = entry("decided", "2017-02-01", decision="review", type="serious-case-review",
                reasons="The harm is lasting.", by="independent-chair")  # fmt: skip


def reviews_section(folder: Path, on: str, *log: dict[str, Any], **fields: Any) -> str:
    made = tiny_records()
    kept = {key: made["review", "CR-2017-001"][key] for key in ("schema_version", "id", "title")}
    given = {"type": "serious-case-review", "regime": "wt2015", "aware": "2017-01-16", **fields}
    made["review", "CR-2017-001"] = {**kept, **given, "log": list(log)}
    made["plan", "AP-2017-001"]["actions"] = []
    return section(markdown(pack(folder, made, on)), "## Reviews and where they stand")


def test_what_comes_next_stands_in_the_list_and_in_the_facts(tmp_path: Path) -> None:
    text = reviews_section(tmp_path, "2017-02-20", REFERRED, VIEW)

    [row] = [row for row in rows(text) if row[0].startswith("[CR-2017-001]")]
    assert row[3] == "Decide, with reasons<br>*Independent Chair*"
    assert row[4] == "17 Feb 2017 \\[V2\\]<br>**3 days late**"
    facts = {row[0]: row[1] for row in rows(text) if len(row) == 2}
    assert facts["What comes next"] == (
        "Decide, with reasons: Independent Chair, by 17 February 2017 "
        "\\[Working Together to Safeguard Children 2015; V2\\] (3 days late)."
    )


def test_while_a_decision_is_awaited_the_view_stands_there_with_its_split(tmp_path: Path) -> None:
    def facts(folder: str, *log: dict[str, Any]) -> dict[str, str]:
        text = reviews_section(tmp_path / folder, "2017-02-20", *log)
        return {row[0]: row[1] for row in rows(text) if len(row) == 2}

    awaited = facts("a", REFERRED, VIEW)
    assert awaited["The view taken"] == (
        "The Strategic Board recommends a serious case review. The harm was grave.<br>The view was split: Five to two."
    )
    assert "Decision" not in awaited
    assert "The view taken" not in facts("b", REFERRED, VIEW, DECIDED)


def test_a_decision_stands_with_its_reasons_and_what_it_takes_the_place_of(tmp_path: Path) -> None:
    first = {**DECIDED, "decision": "no-review", "reasons": "No.", "date": "2017-01-30"}
    text = reviews_section(tmp_path, "2017-02-20", REFERRED, VIEW, first, DECIDED)

    facts = {row[0]: row[1] for row in rows(text) if len(row) == 2}
    assert facts["Decision"] == (
        "Serious case review, by the Independent Chair on 1 February 2017: The harm is lasting."
        "<br>It takes the place of the decision of 30 January 2017 (not to be reviewed)."
    )


def test_an_unverified_rule_says_so_beside_its_date(tmp_path: Path) -> None:
    text = reviews_section(tmp_path, "2017-02-20", REFERRED, VIEW, DECIDED)

    clocks = [row for row in rows(text) if "Department for Education" in row[0]]
    assert clocks == [[
        "5 working days from when the Chair decides until Ofsted, the Department for Education and the national panel "
        "are told.",
        "8 Feb 2017", "**12 days late.**", "Working Together to Safeguard Children 2015; U, not verified",
    ]]  # fmt: skip
    assert "**U** not verified." in text


def test_clocks_that_were_kept_take_one_sentence(tmp_path: Path) -> None:
    text = reviews_section(tmp_path, "2017-02-20", REFERRED, VIEW, DECIDED)

    assert "Kept in time: the Chair decides (normally), 1 February 2017 \\[V2\\]." in text
    assert not [row for row in rows(text) if row[0].startswith("1 month from when")]


def test_where_no_clock_can_be_known_it_is_said_why(tmp_path: Path) -> None:
    text = reviews_section(tmp_path, "2017-02-20", REFERRED, VIEW, regime=None, aware="2011-05")

    assert "None can be known: No regime: the authority became aware in May 2011, before" in text


def test_a_decision_not_to_review_stays_until_it_was_told(tmp_path: Path) -> None:
    against = {**DECIDED, "decision": "no-review"}
    told = [
        entry("notified", "2017-02-03", told=body, of="decision")
        for body in ("ofsted", "department-for-education", "national-panel")
    ]

    owed = reviews_section(tmp_path / "a", "2017-02-20", REFERRED, VIEW, against)
    done = reviews_section(tmp_path / "b", "2017-02-20", REFERRED, VIEW, against, *told)

    assert "1 review is live" in owed
    assert "Tell Ofsted and the national panel of the decision" in owed
    assert "No review is live" in done
    assert "On record, and ended: CR-2017-001 Family A (Not to be reviewed, 1 February 2017)." in done
