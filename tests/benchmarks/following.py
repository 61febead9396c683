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
    reviews = sorted(file.stem for file in board.glob("records/reviews/*/*.yaml"))
    assert len(reviews) == REVIEWS
    add_plan(board, PLAN, ACTIONS, reviews)
    theirs, *ours = medians(
        runs, *(partial(seconds, [*lif(), *words], board, LIF_AS_OF=DAY) for words in (READING, *COMMANDS))
    )
    return [(" ".join(words), took / theirs) for words, took in zip(COMMANDS, ours, strict=True)]


def add_plan(board: Path, plan: str, actions: int, reviews: list[str], lead: str = "agency-3") -> None:
    """A plan of so many actions, each of which answers one of the five recommendations of a review."""
    chance = random.Random(1)
    year = plan[3:7]
    audits = sorted(file.stem for file in board.glob("records/audits/*/*.yaml"))
    lines = [
        "schema_version: 1",
        f"id: {plan}",
        "title: Composite plan",
        "source:",
        *(f"  - {review}" for review in reviews),
        f"agreed: {year}-02-01",
        "owner: business-manager",
        "actions:",
    ]
    for number in range(1, actions + 1):
        answers = f"{reviews[number % len(reviews)]}.R{chance.randrange(1, 6)}"
        log = _log(year, chance.choice(audits))[: 1 + chance.randrange(4)]
        lines += _action(number, answers, year, lead, log)
    path = board / f"records/plans/{year}/{plan}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _log(year: str, audit: str) -> list[list[str]]:
    """A note, and the three steps to an evaluation."""
    return [
        [f"  - date: {year}-04-11", "entry: note", "note: It was begun in two teams and goes on in the others."],
        [f"  - date: {year}-06-01", "entry: completed", "note: All teams work so now, and new staff are told."],
        [f"  - date: {year}-09-01", "entry: evidenced", "evidence: Ten cases were read.", f"records: [{audit}]"],
        [f"  - date: {year}-12-01", "entry: evaluated", "impact: improved", "result: Nine of ten.", f"records: [{audit}]"],
    ]  # fmt: skip


def _action(number: int, answers: str, year: str, lead: str, log: list[list[str]]) -> list[str]:
    return [
        f"  - id: A{number}",
        f"    answers: [{answers}]",
        f"    text: Ask every family that is met for the first time what was tried before, action {number}.",
        "    outcome: Nobody has to tell the same story twice.",
        f"    lead: {{agency: {lead}, role: Head of Safeguarding}}",
        "    resource: none",
        f"    start: {year}-02-01",
        f"    due: {int(year) + 1}-06-30",
        "    log:",
        *(f"    {part if part.startswith('  -') else '    ' + part}"
          for entry in log for part in (*entry, "by: business-manager")),
    ]  # fmt: skip
