"""What it costs to follow a composite plan: 1,000 actions from 60 reviews, held against only reading the records."""

import random
from functools import partial
from pathlib import Path

from tests.benchmarks.generator import make_board
from tests.benchmarks.measure import lif, medians, seconds

ACTIONS, REVIEWS = 1_000, 60
PLAN = "AP-2023-001"
DAY = "2024-03-01"
READING = ["action", "show", f"{PLAN}.A5"]
"""A command that reads all records and says one thing of one of them."""
COMMANDS = (["action", "list"], ["today"], ["trace"], ["trace", f"{PLAN}.A5"], ["trace", PLAN])


def following(board: Path, runs: int) -> list[tuple[str, float]]:
    """Each command with its ratio to the reading."""
    make_board(board, 12 + 1 + 3 * REVIEWS)
    _add_plan(board)
    theirs, *ours = medians(
        runs, *(partial(seconds, [*lif(), *words], board, LIF_AS_OF=DAY) for words in (READING, *COMMANDS))
    )
    return [(" ".join(words), took / theirs) for words, took in zip(COMMANDS, ours, strict=True)]


def _add_plan(board: Path) -> None:
    chance = random.Random(1)
    reviews = sorted(file.stem for file in board.glob("records/reviews/*/*.yaml"))
    audits = sorted(file.stem for file in board.glob("records/audits/*/*.yaml"))
    assert len(reviews) == REVIEWS
    lines = [
        "schema_version: 1",
        f"id: {PLAN}",
        "title: Composite plan",
        "source:",
        *(f"  - {review}" for review in reviews),
        "agreed: 2023-02-01",
        "owner: business-manager",
        "actions:",
    ]
    for number in range(1, ACTIONS + 1):
        answers = f"{reviews[number % REVIEWS]}.R{chance.randrange(1, 6)}"
        lines += _action(number, answers, chance.choice(audits), chance.randrange(4))
    path = board / f"records/plans/2023/{PLAN}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _action(number: int, answers: str, audit: str, steps: int) -> list[str]:
    """An action that was noted, and of the three steps to its evaluation has come so far."""
    log = [
        ["  - date: 2023-04-11", "entry: note", "note: It was begun in two teams and goes on in the others."],
        ["  - date: 2023-06-01", "entry: completed", "note: All teams work so now, and new staff are told."],
        ["  - date: 2023-09-01", "entry: evidenced", "evidence: Ten cases were read.", f"records: [{audit}]"],
        ["  - date: 2023-12-01", "entry: evaluated", "impact: improved", "result: Nine of ten.", f"records: [{audit}]"],
    ][: steps + 1]  # fmt: skip
    return [
        f"  - id: A{number}",
        f"    answers: [{answers}]",
        f"    text: Ask every family that is met for the first time what was tried before, action {number}.",
        "    outcome: Nobody has to tell the same story twice.",
        "    lead: {agency: agency-3, role: Head of Safeguarding}",
        "    resource: none",
        "    start: 2023-02-01",
        "    due: 2024-06-30",
        "    log:",
        *(f"    {part if part.startswith('  -') else '    ' + part}"
          for entry in log for part in (*entry, "by: business-manager")),
    ]  # fmt: skip
