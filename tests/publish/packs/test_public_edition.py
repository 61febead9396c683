"""A pack for the public holds only what is cleared, is refused where it would name the rest, and says so."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lif.publish.packs.build import Built, build_pack
from lif.store.errors import NothingFound, Refusal
from tests.insight.samples import board_of, day
from tests.support import Records, tiny_records


def cleared(*ids: tuple[str, str]) -> Records:
    """The tiny Board with these records for the public."""
    made = tiny_records()
    for key in ids:
        made[key]["audience"] = "public"
    return made


def lesson_for_the_public() -> Records:
    """The same with a lesson, which names nothing of the Board's own."""
    made = cleared(("learning", "LL-2017-001"))
    lesson = made["learning", "LL-2017-001"]
    lesson |= {"sources": [], "external": [{"title": "A national review"}]}
    return made


def build(folder: Path, made: Records, looked_through: list[str] | None = None) -> tuple[Built, str]:
    board = board_of(folder, made)
    meeting = board.by_id["MT-2017-001"].record

    def look(files: Mapping[str, bytes]) -> None:
        if looked_through is not None:
            looked_through.extend(files)

    built = build_pack(board, meeting, ["md"], day("2017-06-10"), edition="public", looked_through=look)
    return built, (folder / built.folder / "pack.md").read_text(encoding="utf-8")


def test_it_holds_what_is_cleared_and_lists_what_is_not(tmp_path: Path) -> None:
    made = lesson_for_the_public()
    built, text = build(tmp_path, made)

    assert built.sections == ("Learning", "Where the figures come from")
    assert built.folder == "build/packs/2017-06-15-strategic-board-public"
    assert set(built.left_out) == {"AU-2017-001", "AP-2017-001", "CR-2017-001", "VO-2017-001", "repeat-plans"}
    assert made["learning", "LL-2017-001"]["title"] in text
    assert "AU-2017-001" not in text
    assert "The Board itself is shown more" in text
    assert "Please do not forward" not in text


def test_the_agenda_is_shown_only_where_the_meeting_is_for_the_public(tmp_path: Path) -> None:
    made = lesson_for_the_public()
    made["meeting", "MT-2017-001"]["agenda"] = [
        {"title": "A point of the agenda", "purpose": "decision", "lead": "independent-chair"}
    ]
    assert "A point of the agenda" not in build(tmp_path / "not", made)[1]

    made["meeting", "MT-2017-001"]["audience"] = "public"
    assert "A point of the agenda" in build(tmp_path / "cleared", made)[1]


def review_for_the_public(**changed: object) -> Records:
    made = cleared(("review", "CR-2017-001"))
    made["review", "CR-2017-001"] |= {"subjects": [{"code": "Child A"}], **changed}
    return made


def test_a_review_about_somebody_that_nobody_cleared_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"CR-2017-001 is for the public .* neither cleared nor published"):
        build(tmp_path, review_for_the_public())
    assert not (tmp_path / "build").exists()


def test_keeping_back_who_it_is_about_clears_nothing(tmp_path: Path) -> None:
    part = {"fields": ["subjects"], "audience": "board"}
    with pytest.raises(Refusal, match="neither cleared nor published"):
        build(tmp_path, review_for_the_public(restricted=[part]))


def test_a_published_review_is_shown_without_a_word_of_what_is_answered(tmp_path: Path) -> None:
    made = review_for_the_public()
    made["review", "CR-2017-001"]["log"].append(
        {"date": "2017-06-09", "entry": "published", "by": "independent-chair"}
    )
    _, text = build(tmp_path, made)

    assert "Published on 9 June 2017" in text
    assert made["review", "CR-2017-001"]["recommendations"][0]["text"] in text
    assert "answered" not in text


def test_a_marking_above_the_lowest_is_refused(tmp_path: Path) -> None:
    made = lesson_for_the_public()
    made["board", "board"]["settings"]["markings"].append({"id": "high", "label": "HIGH"})
    made["learning", "LL-2017-001"]["marking"] = "high"
    with pytest.raises(Refusal, match=r"LL-2017-001 .* marking above the lowest"):
        build(tmp_path, made)


def test_what_is_not_for_the_public_is_named_by_no_text_and_may_be_kept_back(tmp_path: Path) -> None:
    made = lesson_for_the_public()
    made["learning", "LL-2017-001"]["title"] = "What AU-2017-001 taught"
    with pytest.raises(Refusal, match=r"AU-2017-001 is not for the public, and is named in .*learning"):
        build(tmp_path / "named", made)

    made["learning", "LL-2017-001"]["restricted"] = [{"fields": ["title"], "audience": "board"}]
    assert "AU-2017-001" not in build(tmp_path / "kept", made)[1]


def test_where_nothing_is_cleared_there_is_no_public_edition(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match="Nothing in this pack is cleared"):
        build(tmp_path, tiny_records())
    assert not (tmp_path / "build").exists()


def test_what_looks_through_the_files_sees_all_of_them_and_can_stop_it(tmp_path: Path) -> None:
    made = lesson_for_the_public()
    seen: list[str] = []
    built, _ = build(tmp_path / "seen", made, seen)
    assert seen == [*built.files, "manifest.json"]

    def stop(files: Mapping[str, bytes]) -> None:
        raise Refusal("No.", "Mend it.")

    board = board_of(tmp_path / "stopped", made)
    meeting = board.by_id["MT-2017-001"].record
    with pytest.raises(Refusal):
        build_pack(board, meeting, ["md"], day("2017-06-10"), edition="public", looked_through=stop)
    assert not (tmp_path / "stopped/build").exists()
