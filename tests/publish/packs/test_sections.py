"""The sections of a pack: each is there once, and a group has its own, in its own order."""

import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from lif.insight.audience import visible_to
from lif.publish.formats import FORMATS
from lif.publish.packs.build import build_pack
from lif.publish.packs.contents import Pack, pack_of
from lif.publish.packs.sections import SECTIONS
from lif.publish.paper_files import templates_of
from lif.records.sections import EVERY_SECTION, USUAL_SECTIONS, sections_for
from lif.rules.check import check
from lif.store.load import load
from tests.insight.samples import board_of, day
from tests.support import CHECKOUT, Records, tiny_records, write_board


def with_pack(sections: list[str]) -> Records:
    made = tiny_records()
    made["board", "board"]["groups"]["strategic-board"]["pack"] = sections
    return made


def pack(folder: Path, records: Records) -> Pack:
    board = board_of(folder, records)
    return pack_of(visible_to(board, "board"), board.by_id["MT-2017-001"].record, day("2017-06-10"))


def headings(board_root: Path, made: Pack) -> list[str]:
    text = templates_of(load(board_root)).render("pack.md", made.context)
    return [line[2:].partition(" {")[0] for line in text.splitlines() if line.startswith("# ")]


def test_every_name_has_a_section_and_its_heading_is_its_title(tmp_path: Path) -> None:
    assert tuple(SECTIONS) == EVERY_SECTION
    made = pack(tmp_path, with_pack(list(EVERY_SECTION)))

    assert headings(tmp_path, made) == [section.title for section in SECTIONS.values()]


def test_a_group_has_the_sections_that_the_board_gives_it_in_their_order(tmp_path: Path) -> None:
    made = pack(tmp_path, with_pack(["actions", "agenda"]))

    assert headings(tmp_path, made) == ["Action tracker", "Agenda"]
    assert set(made.context) == {"as_of", "edition", "sections", "actions", "meeting"}


@pytest.mark.parametrize("group", [*USUAL_SECTIONS, "training-development"])
def test_what_is_usual_for_a_group_is_there_once_and_begins_with_the_meeting(group: str) -> None:
    usual = sections_for(group, [])

    assert usual[:3] == ("glance", "agenda", "decisions")
    assert usual[-1] == "sources"
    assert len(set(usual)) == len(usual)


@pytest.mark.parametrize("group", ["strategic-board", "executive"])
def test_the_dataset_and_the_reports_are_before_those_who_must_have_them(group: str) -> None:
    assert {"data", "reports"} <= set(sections_for(group, []))


def test_a_section_that_there_is_not_or_that_stands_twice_is_a_finding(tmp_path: Path) -> None:
    wrong = write_board(tmp_path / "wrong", with_pack(["agenda", "action"]))
    twice = write_board(tmp_path / "twice", with_pack(["agenda", "actions", "agenda"]))

    assert [(one.code, "actions" in one.hint) for one in check(load(wrong))] == [("S203", True)]
    assert [one.code for one in check(load(twice))] == ["D403"]


def test_the_parts_are_what_the_sections_are_about_and_what_they_name(tmp_path: Path) -> None:
    plans_only = pack(tmp_path / "plans", with_pack(["actions"]))
    agenda_only = pack(tmp_path / "agenda", with_pack(["agenda", "sources"]))

    # The plan answers the review, and so names it; the audit and the report are named nowhere.
    assert {part.id for part in plans_only.parts} == {"AP-2017-001", "CR-2017-001", "MT-2017-001"}
    assert [part["title"] for part in agenda_only.context["sources"]["parts"]] == ["Decisions of meetings"]


def test_the_marking_is_that_of_what_the_sections_show(tmp_path: Path) -> None:
    made = with_pack(["actions"])
    made["board", "board"]["settings"]["markings"].append({"id": "high", "label": "VERY HIGH"})
    made["audit", "AU-2017-001"]["marking"] = "high"

    assert pack(tmp_path / "a", made).meta.marking != "VERY HIGH"
    made["board", "board"]["groups"]["strategic-board"]["pack"] = ["actions", "audits"]
    assert pack(tmp_path / "b", made).meta.marking == "VERY HIGH"


def test_what_went_out_is_told_of_the_sections_that_were_in_it(tmp_path: Path) -> None:
    board = board_of(tmp_path, with_pack(["agenda", "actions"]))

    built = build_pack(board, board.by_id["MT-2017-001"].record, ["md"], day("2017-06-10"))

    assert built.sections == ("Agenda", "Action tracker")
    note = (tmp_path / built.folder / "manifest.json").read_text(encoding="utf-8")
    assert '"parts": [\n    "actions"\n  ]' in note


def test_the_sample_has_a_template_for_each(tmp_path: Path) -> None:
    assert all((CHECKOUT / "templates" / section.template).is_file() for section in SECTIONS.values())


def test_a_group_is_asked_and_told_only_of_what_its_pack_tells(tmp_path: Path) -> None:
    made = tiny_records()
    made["meeting", "MT-2017-002"] = {
        "schema_version": 1, "id": "MT-2017-002", "group": "strategic-board", "date": "2017-01-10",
    }  # fmt: skip
    made["meeting", "MT-2017-001"]["agenda"] = []
    made["review", "CR-2017-001"]["log"] = made["review", "CR-2017-001"]["log"][:2]
    every = pack(tmp_path / "every", made).context
    made["board", "board"]["groups"]["strategic-board"]["pack"] = ["decisions", "learning", "changes"]
    learning = pack(tmp_path / "learning", made).context

    assert "review" in {needed["source"] for needed in every["meeting"]["decisions"]}
    assert learning["meeting"]["decisions"] == []
    assert {"Reviews", "Learning"} <= {kind["title"] for kind in every["changes"]["kinds"]}
    assert {kind["title"] for kind in learning["changes"]["kinds"]} == {"Learning", "What the framework asks"}


def test_the_marking_of_a_part_is_on_every_page_of_those_who_see_it_alone(tmp_path: Path) -> None:
    made = with_pack(["learning"])
    made["board", "board"]["settings"]["markings"].append({"id": "high", "label": "VERY HIGH"})
    lesson = made["learning", "LL-2017-001"]
    lesson |= {"audience": "agencies", "why": "A reason", "sources": [], "external": [{"title": "Elsewhere"}]}
    lesson["restricted"] = [{"fields": ["why"], "audience": "board", "marking": "high"}]
    board = board_of(tmp_path / "seen", made)
    meeting = board.by_id["MT-2017-001"].record

    built = build_pack(board, meeting, FORMATS, day("2017-06-10"))
    folder = tmp_path / "seen" / built.folder

    assert built.marking == "VERY HIGH"
    pdf = PdfReader(folder / "pack.pdf")
    assert all(page.extract_text().count("VERY HIGH") >= 2 for page in pdf.pages[1:])
    with zipfile.ZipFile(folder / "pack.docx") as parts:
        edges = [name for name in parts.namelist() if re.match(r"word/(header|footer)", name)]
        assert edges
        assert all(b"VERY HIGH" in parts.read(name) for name in edges if b"<w:t" in parts.read(name))
    page = (folder / "pack.html").read_text(encoding="utf-8")
    assert page.count("VERY HIGH") >= 2
    lines = (folder / "pack.md").read_text(encoding="utf-8").strip().splitlines()
    assert lines[0] == lines[-1] == "**VERY HIGH**"

    lesson["restricted"][0]["audience"] = "office"
    assert pack(tmp_path / "kept", made).meta.marking != "VERY HIGH"
