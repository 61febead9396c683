"""The command that a step of a course names is one that `lif` has, with the options it is given."""

import shlex

import pytest

from lif.cli.program import program
from lif.statute.courses import courses

FILLED = {
    "id": "CR-2017-001", "plan": "AP-2017-001", "agency": "police", "recommendation": "CR-2017-001.R1",
    "chronicler": "police", "reviewer": "Lead Reviewer 1", "by": " --by performance-audit",
}  # fmt: skip
STEPS = [step for one in courses() for step in one.steps]
COMMANDS = sorted({command for step in STEPS for command in (step.command, step.before_plan) if command})


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_a_course_is_understood(command: str) -> None:
    """Asked for its help, a command first looks whether it knows the words and options before it."""
    name, *words = shlex.split(command.format_map(FILLED))
    assert name == "lif"

    assert program().main([*words, "--help"], "lif", standalone_mode=False) in (None, 0)
