"""What a pack says: checked on its content and on the Markdown, before any page is set."""

from pathlib import Path
from typing import Any

import pytest

from lif.insight.audience import visible_to
from lif.publish.document.markdown import to_markdown
from lif.publish.document.parse import parse
from lif.publish.packs.contents import Pack, pack_of
from lif.publish.templating.environment import Templates
from lif.publish.templating.shipped import shipped_templates
from lif.store.load import load
from tests.insight.samples import BRAG, day, entry
from tests.support import TINY_VALUES, Records, tiny_records, write_board, write_file


def pack(folder: Path, records: Records | None = None, on: str = "2017-06-10") -> Pack:
    """The pack of the tiny Board's meeting on 15 June 2017, or of one with other records."""
    root = write_board(folder, records or tiny_records())
    write_file(root, "records/indicators/repeat-plans.csv", TINY_VALUES)
    board = load(root)
    return pack_of(visible_to(board, "board"), board.by_id["MT-2017-001"].record, day(on))


def markdown(made: Pack) -> str:
    """The pack as Markdown."""
    document = parse(Templates([shipped_templates()]).render("pack.md", made.context), made.images)
    return to_markdown(document, made.meta, made.images)


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of the same level."""
    level = heading.split(" ", 1)[0]
    rest = text.partition(f"\n{heading}\n")[2]
    assert rest, f"there is no heading {heading!r}"
    return rest.partition(f"\n{level} ")[0]


def rows(text: str) -> list[list[str]]:
    """The cells of every row of the tables in a text, heads and lines under them left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    kept = [line for number, line in enumerate(lines) if not set(line) <= set("|-: ")
            and not (number + 1 < len(lines) and set(lines[number + 1]) <= set("|-: "))]  # fmt: skip
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in kept]


def with_brag(made: Records) -> Records:
    made["board", "board"]["settings"]["brag"] = BRAG
    return made


def test_the_sections_come_in_their_order(tmp_path: Path) -> None:
    headings = [line for line in markdown(pack(tmp_path)).splitlines() if line.startswith("## ")]

    assert headings == [
        "## At a glance",
        "## Contents",
        "## Agenda",
        "## Decisions needed",
        "## Cover sheets",
        "## Reviews and where they stand",
        "## Audits",
        "## Action tracker",
        "## Learning",
        "## Risks",
        "## Challenge and escalation",
        "## What people said",
        "## What agencies report",
        "## Performance",
        "## What has changed since the last meeting",
        "## Where the figures come from",
    ]


def test_every_section_of_a_board_with_no_records_says_so(tmp_path: Path) -> None:
    made = {key: value for key, value in tiny_records().items() if key[0] in ("board", "meeting")}
    made["meeting", "MT-2017-001"] = {
        "schema_version": 1, "id": "MT-2017-001", "group": "strategic-board", "date": "2017-06-15",
    }  # fmt: skip
    write_board(tmp_path, made)
    board = load(tmp_path)

    text = markdown(pack_of(board, board.by_id["MT-2017-001"].record, day("2017-06-10")))

    for said in (
        "No agenda has been written for the meeting of the Strategic Board on 15 June 2017.",
        "No decision is asked of the Strategic Board at this meeting.",
        "No review has been recorded.",
        "No audit has been logged.",
        "No action has been recorded.",
        "No highlight report has been received.",
        "No report on a theme or a piece of work has come in.",
        "No indicator has been recorded.",
        "No earlier meeting of this group is recorded",
    ):
        assert said in text
    assert [row for row in rows(text) if row[0] != "Decisions of meetings"] == []


def test_a_fictional_board_says_so_on_the_cover_on_every_page_and_at_the_front(tmp_path: Path) -> None:
    made = pack(tmp_path)

    assert "fictional" in made.meta.title
    assert "fictional" in made.meta.subtitle
    assert "Saltmere Safeguarding Children Board is fictional" in section(markdown(made), "## Agenda")


def test_a_real_board_does_not(tmp_path: Path) -> None:
    made = tiny_records()
    made["board", "board"]["fictional"] = False

    assert "fictional" not in markdown(pack(tmp_path, made))


def test_the_marking_is_the_highest_of_the_parts_that_were_there_on_the_day(tmp_path: Path) -> None:
    made = tiny_records()
    made["board", "board"]["settings"]["markings"].append({"id": "high", "label": "VERY HIGH"})
    made["audit", "AU-2017-001"]["marking"] = "high"

    assert pack(tmp_path / "a", made, "2017-03-16").meta.marking == "VERY HIGH"
    assert pack(tmp_path / "b", made, "2017-03-15").meta.marking == "OFFICIAL"


def test_office_records_are_nowhere_and_do_not_raise_the_marking(tmp_path: Path) -> None:
    made = tiny_records()
    made["board", "board"]["settings"]["markings"].append({"id": "high", "label": "VERY HIGH"})
    made["review", "CR-2017-001"].update(audience="office", marking="high", title="Canary")

    shown = pack(tmp_path, made)
    text = markdown(shown)

    assert shown.meta.marking == "OFFICIAL"
    assert "Canary" not in text
    assert "CR-2017-001" not in text
    assert "AP-2017-001" in text


def test_roles_groups_and_agencies_are_called_as_the_board_calls_them(tmp_path: Path) -> None:
    made = tiny_records()
    made["agency", "police"]["short_name"] = "The Force"
    made["board", "board"]["roles"]["independent-chair"]["title"] = "Lead Partner"

    text = markdown(pack(tmp_path, made))

    assert "In the chair: Lead Partner." in section(text, "## Agenda")
    assert "The Force, Head of Safeguarding" in section(text, "## Action tracker")
    for slug in ("business-manager", "strategic-board", "health-trust"):
        assert slug not in text


def test_recommendations_without_an_answer_are_listed_in_full_and_in_order(tmp_path: Path) -> None:
    made = tiny_records()
    texts = [f"Recommendation {number}: " + "do it well " * (number % 40) for number in range(1, 281)]
    made["review", "CR-2017-001"]["recommendations"] = [
        {"id": f"R{number}", "text": text.strip()} for number, text in enumerate(texts, start=1)
    ]

    text = section(markdown(pack(tmp_path, made)), "## Reviews and where they stand")
    listed = [row for row in rows(text) if row[0].startswith("R") and row[0][1:].isdigit()]

    assert "280 recommendations; 279 not answered yet; none fully carried out." in text
    assert [(row[0], row[1]) for row in listed] == [
        (f"R{number}", said.strip()) for number, said in enumerate(texts, start=1)
    ]
    assert listed[0][3] == "AP-2017-001.A1 (Word)"
    assert listed[1][3] == "No action yet"


def test_recommendations_that_are_all_answered_are_counted(tmp_path: Path) -> None:
    made = tiny_records()
    made["plan", "AP-2017-001"]["actions"][0]["answers"].append("CR-2017-001.R2")

    text = section(markdown(pack(tmp_path, made)), "## Reviews and where they stand")

    assert "2 recommendations; all answered by actions; none fully carried out." in text
    assert "Record what the child says." not in text


def test_a_refused_recommendation_is_answered_with_its_reason(tmp_path: Path) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"]["recommendations"].append(
        {"id": "R3", "text": "Buy it.", "accepted": "no", "response": "We have one"}
    )

    text = section(markdown(pack(tmp_path, made)), "## Reviews and where they stand")

    assert ["R3", "Buy it.", "The Board", "Not accepted: We have one."] in rows(text)
    assert "3 recommendations; 1 not accepted; 1 not answered yet; none fully carried out." in text


def test_a_refused_recommendation_is_neither_answered_by_an_action_nor_carried_out(tmp_path: Path) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"]["recommendations"][1] |= {"accepted": "no", "response": "We have one"}

    text = section(markdown(pack(tmp_path, made)), "## Reviews and where they stand")

    assert "2 recommendations; 1 not accepted; all the others answered by actions; none fully" in text


def test_audit_results_come_with_the_number_looked_at(tmp_path: Path) -> None:
    text = section(markdown(pack(tmp_path)), "## Audits")

    assert "Good 2<br>Requires improvement 4<br>n = 6" in text
    assert "1 of 2 invited sent in their return; missing: Saltmere Police." in text


def test_the_tracker_has_every_action_with_its_grade_in_words_and_the_key(tmp_path: Path) -> None:
    text = section(markdown(pack(tmp_path, with_brag(tiny_records()))), "## Action tracker")

    assert "1 of 1 action is not finished, and none is late." in text
    for grade in BRAG.values():
        assert grade["word"] in text
        assert grade["meaning"] in text
    assert "Self-reported only: no evidence seen." in text
    [action] = [row for row in rows(text) if row[0] == "A1"]
    assert action[3:6] == ["30 Jun 2017", "Completed", "**Attention**"]


def test_what_is_late_or_stuck_comes_first_and_the_worst_of_it_on_top(tmp_path: Path) -> None:
    made = with_brag(tiny_records())
    lead = {"lead": {"agency": "police", "role": "Head"}, "start": "2017-03-01"}
    moves = [
        entry("revised", f"2017-04-0{number}", due="2017-12-01", reason="Staff.") for number in (1, 2, 3)
    ]
    made["plan", "AP-2017-001"]["actions"] = [
        {"id": "A1", "text": "Slipped.", "due": "2017-05-01", **lead, "log": moves},
        {"id": "A2", "text": "A little late.", "due": "2017-06-09", **lead},
        {"id": "A3", "text": "Very late.", "due": "2017-05-01", **lead},
        {
            "id": "A4",
            "text": "In time.",
            "due": "2017-12-01",
            **lead,
            "log": [entry("note", "2017-06-01", note="-.")],
        },
        {
            "id": "A5",
            "text": "Said to be done.",
            "due": "2017-12-01",
            **lead,
            "log": [entry("completed", "2017-06-01", note="-.")],
        },
    ]

    text = section(markdown(pack(tmp_path, made)), "## Action tracker")
    exceptions = rows(text.partition("### What deserves a look")[2].partition("### All actions")[0])
    exceptions = [row for row in exceptions if row[0].startswith("[AP-")]

    assert [row[1] for row in exceptions] == ["Very late.", "A little late.", "Said to be done.", "Slipped."]
    assert exceptions[0][5].startswith("40 days late.")
    assert exceptions[3][5] == "Slipped: due date moved 3 times, first due 1 May 2017."


def test_a_grade_set_by_hand_is_shown_with_the_one_worked_out(tmp_path: Path) -> None:
    made = with_brag(tiny_records())
    graded = entry("graded", "2017-06-02", grade="red", reason="Not believed")
    made["plan", "AP-2017-001"]["actions"][0]["log"] += [graded, entry("note", "2017-06-03", note="-.")]

    text = section(markdown(pack(tmp_path, made)), "## Action tracker")

    assert "Overdue was set by hand because: Not believed. Worked out: Attention." in text
    key = {row[0]: row[2:] for row in rows(text) if len(row) == 4 and row[0].startswith("**")}
    assert (key["**Overdue**"], key["**Attention**"]) == (["1", "0"], ["0", "1"])


def test_what_deserves_a_look_is_counted_flag_by_flag(tmp_path: Path) -> None:
    made = with_brag(tiny_records())
    same = entry("evaluated", "2017-06-03", impact="same", result="-.")
    seen = entry("evidenced", "2017-06-02", evidence="-.", by="business-manager")
    made["plan", "AP-2017-001"]["actions"][0]["log"] += [seen, same]

    text = section(markdown(pack(tmp_path, made)), "## Action tracker")

    assert {
        row[0]: row[2] for row in rows(text) if row[0] in ("Late", "No difference", "Self-reported only")
    } == {
        "Late": "None",
        "No difference": "1",
        "Self-reported only": "None",
    }
    assert "Things are the same, by the evaluation of 3 June 2017." in text


@pytest.mark.parametrize(("held", "passed"), [(None, True), ("2017-06-01", False)])
def test_a_plan_whose_review_has_passed_is_listed_with_rule_and_mark(
    held: str | None, passed: bool, tmp_path: Path
) -> None:
    made = with_brag(tiny_records())
    made["plan", "AP-2017-001"] |= {"agreed": "2016-12-01"}
    if held:
        made["plan", "AP-2017-001"]["log"] = [entry("reviewed", held, found="Fathers are asked.")]

    text = section(markdown(pack(tmp_path, made)), "## Action tracker")

    assert ("1 Jun 2017, 9 days ago | Local practice seen by inspectors; V" in text) == passed
    assert ("Reviewed for its impact on 1 June 2017" in text) != passed


def test_entries_after_the_day_do_not_count_anywhere(tmp_path: Path) -> None:
    made = with_brag(tiny_records())
    made["report", "AR-2017-001"]["received"] = "2017-05-20"

    before = markdown(pack(tmp_path / "a", made, "2017-01-20"))
    after = markdown(pack(tmp_path / "b", made, "2017-06-10"))

    assert "Referred; not yet considered" in before
    assert "No audit has been logged." in before
    assert "No highlight report has been received." in before
    assert "Form changed." not in before
    assert "Decided to review; not yet under way" in after
    assert "Form changed." in after


def test_a_suppressed_figure_is_never_a_number(tmp_path: Path) -> None:
    made = pack(tmp_path)
    text = section(markdown(made), "## Performance")

    assert "**The latest figure**, for 2017, is **suppressed**." in text
    assert "| suppressed" in text
    assert ["2017", "suppressed", "18.9%"] in rows(text)
    assert "suppressed in 2017" in made.images["indicator-repeat-plans.svg"].alternative


def test_a_suppressed_figure_does_not_follow_from_the_counts_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tests.publish.packs.test_contents.TINY_VALUES", TINY_VALUES + "2018,E06999999,3,60,,c\n"
    )
    text = section(markdown(pack(tmp_path, on="2019-06-10")), "## Performance")

    assert "3 of 60" not in text
    said = "1 more figure is hidden here, because a suppressed one could be worked out from it."
    assert text.count(said) == 2, "under the table of the item picked, and under that of all indicators"


def test_what_the_figures_bring_up_is_suggested_until_enough_is_picked(tmp_path: Path) -> None:
    made = tiny_records()
    made["board", "board"]["groups"]["strategic-board"]["performance_items"] = 1
    picked = section(markdown(pack(tmp_path / "a", made)), "## Performance")
    del made["meeting", "MT-2017-001"]["picked"]
    open_ = section(markdown(pack(tmp_path / "b", made)), "## Performance")

    brings_up = "The figures themselves bring up the following; people pick what is discussed."
    reason = "- **Child protection plans that are second or subsequent ones:** Nobody has said"
    assert (brings_up in picked, brings_up in open_, reason in open_) == (False, True, True)


def test_missing_reports_are_named(tmp_path: Path) -> None:
    made = tiny_records()
    made["report", "AR-2017-001"].update(period="2016-Q4", received="2017-04-20")

    text = section(markdown(pack(tmp_path, made)), "## What agencies report")

    assert "1 of the 2 agencies that owe a highlight report has sent one on January to March 2017; " in text
    assert "Saltmere Health Trust (no earlier report)" in text
    assert ["Saltmere Police", "20 Apr 2017", "No", "No", "No", "No"] in [
        [row[0].partition("]")[0].lstrip("["), *row[1:]] for row in rows(text)
    ]


def test_what_is_not_known_is_said_to_be_not_known(tmp_path: Path) -> None:
    made = tiny_records()
    made["report", "AR-2017-001"]["new_risks"] = {"answer": "unknown"}
    text = markdown(pack(tmp_path, made))

    assert "day of receipt not known" in text
    assert "Not known" in section(text, "## What agencies report")
    assert "Not known" in section(text, "## Where the figures come from")


def test_changes_are_those_since_the_groups_last_meeting(tmp_path: Path) -> None:
    made = tiny_records()
    made["meeting", "MT-2017-002"] = {
        "schema_version": 1, "id": "MT-2017-002", "group": "strategic-board", "date": "2017-03-16",
    }  # fmt: skip

    text = section(markdown(pack(tmp_path, made)), "## What has changed since the last meeting")

    assert (
        "Since the meeting on 16 March 2017 (MT-2017-002), and up to 10 June 2017, 8 things were recorded."
        in text
    )
    assert "### What the framework asks" in text
    assert "They are asked: judged partly met by Independent Chair" in text
    assert "1 Jun 2017: Completed, says Saltmere Police: Form changed." in text
    assert "Held." not in text


def test_the_cover_names_group_and_day(tmp_path: Path) -> None:
    meta = pack(tmp_path).meta

    assert meta.group == "Strategic Board"
    assert meta.meeting_date == "2017-06-15"
    assert meta.as_of == day("2017-06-10")


@pytest.mark.parametrize("kind", ["picked", "agenda"])
def test_a_meeting_may_lack_a_part(tmp_path: Path, kind: str) -> None:
    made = tiny_records()
    meeting: dict[str, Any] = made["meeting", "MT-2017-001"]
    del meeting[kind]

    text = markdown(pack(tmp_path, made))

    assert ("No performance item was picked" in text) == (kind == "picked")
    assert ("No agenda has been written" in text) == (kind == "agenda")
