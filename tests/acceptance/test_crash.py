"""A command that writes is killed: the tree is as before or as after, and the next command just works.

The full size, with every call and five hundred random moments, is in `tests/soak`.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.crashes import CASES, Crashes, spread
from tests.soak.faulty import KILLED, Faulty, faulty


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Faulty]:
    with faulty(tmp_path_factory.mktemp("runner")) as prepared:
        yield prepared


@pytest.fixture(params=list(CASES))
def crashes(request: pytest.FixtureRequest, runner: Faulty, tiny_repository: Path, tmp_path: Path) -> Crashes:
    """Each command in turn, on a Board in git; or in an empty folder, where it makes one."""
    case = CASES[request.param]
    pristine = tiny_repository
    if case.on_nothing:
        pristine = tmp_path / "nothing"
        pristine.mkdir()
    return Crashes(runner, pristine, tmp_path, case)


def test_killed_at_a_call_that_changes_the_tree(crashes: Crashes) -> None:
    for call in spread(crashes.whole.calls, 5 if crashes.case.on_nothing else 9):
        crashes.kill_and_go_on(kill_at=call)
    assert crashes.outcomes == sorted(crashes.outcomes), "once it counts as done it stays so"
    assert crashes.outcomes[0] is False
    assert crashes.outcomes[-1] is True


def test_killed_at_a_random_moment(crashes: Crashes) -> None:
    chance = random.Random(2017)
    codes = []
    for _ in range(5):
        killed = crashes.kill_and_go_on(delay=chance.uniform(0, 1.1 * crashes.whole.seconds))
        codes.append(killed.code)
    assert KILLED in codes


def test_killed_again_while_the_next_command_finishes_or_clears(crashes: Crashes) -> None:
    total = crashes.whole.calls
    for first in (total // 3, total - 4):
        for second in (1,) if crashes.case.on_nothing else (0, 2, 5):
            crashes.kill_recovery(first, second)


def test_a_start_that_was_cut_off_while_git_began(runner: Faulty, tmp_path: Path) -> None:
    root = tmp_path / "board"
    (root / ".git/refs").mkdir(parents=True)
    (root / ".git/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    done = runner.run(root, *CASES["a whole Board"].command)
    assert done.code == 0, done.said
    assert (root / ".git/objects").is_dir()
