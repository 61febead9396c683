"""What a pack was made of, as its manifest says it, and whether it is what the records make."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.insight.audience import visible_to
from lif.publish.formats import Edition
from lif.publish.packs.build import Built, build_pack, choose_meeting
from lif.publish.packs.manifest import MANIFEST, digest_of, plain_digest, sources_of
from lif.publish.packs.verifying import Verified, read_manifest, verify_pack
from lif.store.errors import NothingFound, Refusal
from lif.store.load import load
from tests.conftest import Git
from tests.support import path_of, replace_text, tiny_records, write_board, write_file

DAY = date(2017, 6, 10)


def built(root: Path, formats: tuple[str, ...] = ("md",), edition: Edition = "board") -> Built:
    board = load(root)
    return build_pack(board, choose_meeting(board, "MT-2017-001", DAY), formats, DAY, edition=edition)


def said(root: Path, made: Built) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((root / made.folder / MANIFEST).read_bytes())
    return content


def verified(root: Path, made: Built) -> Verified:
    return verify_pack(load(root), root / made.folder)


def test_the_manifest_has_the_digest_of_every_file_that_was_built_and_of_every_one_that_was_read(
    tiny_board: Path,
) -> None:
    write_file(tiny_board, "templates/pack/agenda.md", "## Agenda\n\nIn our words.\n")
    made = built(tiny_board, ("md", "html"))
    found = said(tiny_board, made)

    there = {path.name for path in (tiny_board / made.folder).iterdir()} - {MANIFEST}
    assert {one["name"] for one in found["files"]} == there
    for one in found["files"]:
        assert one["sha256"] == plain_digest((tiny_board / made.folder / one["name"]).read_bytes())
    read = {path.relative_to(tiny_board).as_posix() for path in (tiny_board / "records").rglob("*.*")}
    assert {one["file"] for one in found["sources"]} == read | {"templates/pack/agenda.md"}
    for one in found["sources"]:
        assert one["sha256"] == digest_of((tiny_board / one["file"]).read_bytes())
    records = {one["file"]: one.get("record") for one in found["sources"]}
    assert records["records/indicators/repeat-plans.csv"] == "repeat-plans"
    assert (found["meeting"], found["asOf"], found["edition"]) == ("MT-2017-001", "2017-06-10", "board")
    assert {"lif", "typst"} < found["tools"].keys()
    assert found["save"] is None


def test_it_names_nothing_that_its_readers_may_not_see(tmp_path: Path) -> None:
    records = tiny_records()
    records["audit", "AU-2017-001"]["audience"] = "office"
    root = write_board(tmp_path, records)
    write_file(root, "records/audits/2017/AU-2017-001.returns/police.csv", "item,grade\n")

    names = [one.file for one in sources_of(visible_to(load(root), "board"))]

    assert not [name for name in names if "AU-2017-001" in name]
    public = {one.record for one in sources_of(visible_to(load(root), "public"))}
    assert not public & {"CR-2017-001", "AP-2017-001"}


def test_it_says_from_which_save_and_whether_all_was_saved(tiny_repository: Path, git: Git) -> None:
    head = git(tiny_repository, "rev-parse", "HEAD").strip()

    assert said(tiny_repository, built(tiny_repository))["save"] == {"commit": head, "tree": "saved"}
    write_file(tiny_repository, "notes.txt", "no part of a pack")
    assert said(tiny_repository, built(tiny_repository))["save"]["tree"] == "saved"
    write_file(tiny_repository, "templates/pack/agenda.md", "## Agenda\n")
    assert said(tiny_repository, built(tiny_repository))["save"]["tree"] == "not saved"


def test_ends_of_lines_that_git_gives_on_windows_make_no_difference() -> None:
    assert digest_of(b"one\r\ntwo\r\n") == digest_of(b"one\ntwo\n") != plain_digest(b"one\r\ntwo\r\n")


def test_a_pack_of_the_same_records_is_the_same(tiny_board: Path, tmp_path: Path) -> None:
    made = built(tiny_board, ("md", "pdf", "html", "docx"))
    found = verified(tiny_board, made)

    assert found.same
    assert not (found.different or found.where or found.tools or any(found.changes.values()))
    copy = (tiny_board / made.folder).rename(tmp_path / "on a stick")
    assert verify_pack(load(tiny_board), copy).same


def test_the_record_and_the_sections_that_changed_are_named(tiny_board: Path) -> None:
    made = built(tiny_board)
    plan = path_of(tiny_board, "plan", "AP-2017-001")
    text = next(line for line in plan.read_text(encoding="utf-8").splitlines() if " text: " in line)
    replace_text(plan, text, f"{text} And more")
    write_file(tiny_board, "templates/pack/empty.md", "")

    found = verified(tiny_board, made)

    assert not found.same
    assert found.different == ("pack.md",)
    assert "Action tracker" in found.where
    assert "Agenda" not in found.where
    assert [one.record for one in found.changes["changed"]] == ["AP-2017-001"]
    assert [one.file for one in found.changes["new"]] == ["templates/pack/empty.md"]
    assert (found.touched, found.gone, found.made_from) == ((), (), "")


def test_where_the_records_have_gone_on_it_is_made_from_its_save(tiny_repository: Path, git: Git) -> None:
    write_file(tiny_repository, "templates/pack/agenda.md", "## Agenda\n\nIn our words.\n")
    git(tiny_repository, "add", "--all")
    git(tiny_repository, "commit", "--quiet", "--message", "Our words")
    made = built(tiny_repository, ("md", "html"))
    plan = path_of(tiny_repository, "plan", "AP-2017-001")
    text = next(line for line in plan.read_text(encoding="utf-8").splitlines() if " text: " in line)
    replace_text(plan, text, f"{text} And more")
    write_file(tiny_repository, "templates/pack/agenda.md", "## Agenda\n\nIn other words.\n")

    found = verified(tiny_repository, made)

    assert found.same
    assert found.made_from == git(tiny_repository, "rev-parse", "HEAD").strip()
    assert [one.file for one in found.changes["changed"]] == [
        "records/plans/2017/AP-2017-001.yaml", "templates/pack/agenda.md",
    ]  # fmt: skip


def test_a_pack_of_a_meeting_that_is_no_longer_recorded_is_made_from_its_save(
    tiny_repository: Path,
) -> None:
    made = built(tiny_repository)
    path_of(tiny_repository, "meeting", "MT-2017-001").unlink()

    found = verified(tiny_repository, made)

    assert found.same
    assert found.whose == "the Strategic Board on 15 June 2017"
    assert [one.record for one in found.changes["gone"]] == ["MT-2017-001"]


def test_where_the_save_is_not_at_hand_it_is_made_from_the_records_as_they_are(tiny_repository: Path) -> None:
    made = built(tiny_repository)
    content = said(tiny_repository, made)
    content["save"]["commit"] = "0" * 40
    write_file(tiny_repository, f"{made.folder}/{MANIFEST}", json.dumps(content))

    assert verified(tiny_repository, made).made_from == ""


def test_what_was_done_to_the_files_is_told(tiny_board: Path) -> None:
    made = built(tiny_board, ("md", "html"))
    folder = tiny_board / made.folder
    (folder / "pack.md").write_bytes(b"# Ours\n")
    (folder / "pack.html").unlink()
    (folder / "notes.txt").write_bytes(b"")
    (folder / "~$pack.docx").write_bytes(b"")

    found = verified(tiny_board, made)

    assert (found.touched, found.gone, found.added) == (("pack.md",), ("pack.html",), ("notes.txt",))
    assert not found.same
    assert not found.different


def test_another_lif_is_told(tiny_board: Path) -> None:
    made = built(tiny_board)
    changed = said(tiny_board, made)
    changed["tools"]["lif"] = "0.0.1"
    write_file(tiny_board, f"{made.folder}/{MANIFEST}", json.dumps(changed))

    found = verified(tiny_board, made)

    assert found.same
    assert found.tools["lif"][0] == "0.0.1"


def test_a_public_edition_is_made_once_more_for_the_public(tiny_board: Path) -> None:
    records = tiny_records()
    records["meeting", "MT-2017-001"]["audience"] = "public"
    root = write_board(tiny_board, records)
    made = built(root, edition="public")

    assert verified(root, made).manifest.edition == "public"
    assert verified(root, made).same


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content.update(files=[{"name": "../records/board.yaml", "sha256": ""}]),
        lambda content: content.update(kind="letter"),
        lambda content: content.update(edition="everybody"),
        lambda content: content.update(asOf="soon"),
        lambda content: content.pop("sources"),
        lambda content: content.update(schemaVersion=2),
    ],
)
def test_a_manifest_that_is_none_of_ours_is_refused(
    tiny_board: Path, spoil: Callable[[dict[str, Any]], object]
) -> None:
    made = built(tiny_board)
    content = said(tiny_board, made)
    spoil(content)
    write_file(tiny_board, f"{made.folder}/{MANIFEST}", json.dumps(content))
    with pytest.raises(Refusal, match=MANIFEST):
        read_manifest(tiny_board / made.folder)


def test_a_folder_without_a_manifest_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match=MANIFEST):
        read_manifest(tmp_path)
    (tmp_path / MANIFEST).write_bytes(b"{")
    with pytest.raises(Refusal, match="not as lif writes it"):
        read_manifest(tmp_path)
