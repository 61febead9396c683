"""How indicators were edited, from what git keeps."""

from pathlib import Path

from lif.insight.figures.edits import edits_of_indicators
from lif.store.load import load
from tests.conftest import Git
from tests.support import path_of, replace_text

FILE = "records/indicators/repeat-plans.yaml"


def definitions(root: Path) -> list[tuple[str, str, str]]:
    """Of each edit the day and the first words of the definition before and after."""
    return [
        (
            str(edit.day),
            str(edit.before["definition"]).split(" ", maxsplit=1)[0],
            str(edit.after["definition"]).split(" ", maxsplit=1)[0],
        )
        for edit in edits_of_indicators(load(root))[FILE]
    ]


def test_each_edit_with_its_day_the_oldest_first_and_last_what_is_not_saved(
    tiny_repository: Path, git: Git
) -> None:
    path = path_of(tiny_repository, "indicator", "repeat-plans")
    assert definitions(tiny_repository) == [("None", "Share", "Share")]
    for day, old, new in (("2017-05-04", "Share", "Part"), ("2017-06-01", "Part", "Portion")):
        replace_text(path, f"definition: {old}", f"definition: {new}")
        git(tiny_repository, "commit", "-qam", "Edit", f"--date={day}T12:00:00Z")
    replace_text(path, "definition: Portion", "definition: Fraction")
    assert definitions(tiny_repository) == [
        ("2017-05-04", "Share", "Part"),
        ("2017-06-01", "Part", "Portion"),
        ("None", "Portion", "Fraction"),
    ]


def test_edits_on_two_branches_are_told_each_for_itself(tiny_repository: Path, git: Git) -> None:
    path = path_of(tiny_repository, "indicator", "repeat-plans")
    git(tiny_repository, "checkout", "-qb", "side")
    replace_text(path, "definition: Share", "definition: Part")
    git(tiny_repository, "commit", "-qam", "Edit", "--date=2017-05-04T12:00:00Z")
    git(tiny_repository, "checkout", "-q", "main")
    replace_text(path, "owner: health-trust", "owner: police")
    git(tiny_repository, "commit", "-qam", "Edit", "--date=2017-05-05T12:00:00Z")
    git(tiny_repository, "merge", "-q", "--no-edit", "side")
    changed = [(before, after) for _, before, after in definitions(tiny_repository) if before != after]
    assert changed == [("Share", "Part")]


def test_where_nothing_was_saved_there_are_none(tiny_board: Path) -> None:
    assert edits_of_indicators(load(tiny_board)) == {}
