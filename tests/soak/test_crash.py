"""Every call that changes the tree, five hundred random moments, and the recovery killed in its turn."""

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
    case = CASES[request.param]
    pristine = tiny_repository
    if case.on_nothing:
        pristine = tmp_path / "nothing"
        pristine.mkdir()
    return Crashes(runner, pristine, tmp_path, case)


def test_killed_at_every_call_that_changes_the_tree(crashes: Crashes) -> None:
    for call in range(crashes.whole.calls):
        crashes.kill_and_go_on(kill_at=call)
    assert crashes.outcomes == sorted(crashes.outcomes)
    assert (crashes.outcomes[0], crashes.outcomes[-1]) == (False, True)


def test_killed_at_a_random_moment(crashes: Crashes) -> None:
    chance = random.Random(2017)
    times = 125  # for each of four commands
    codes = [
        crashes.kill_and_go_on(delay=chance.uniform(0, 1.1 * crashes.whole.seconds)).code
        for _ in range(times)
    ]
    assert codes.count(KILLED) > times / 2


def test_killed_again_while_the_next_command_finishes_or_clears(crashes: Crashes) -> None:
    for first in spread(crashes.whole.calls, 5 if crashes.case.on_nothing else 10):
        for second in range(0, 200, 40 if crashes.case.on_nothing else 3):
            if not crashes.kill_recovery(first, second):
                break
