"""The Board's framework for learning and improvement, as every part of lif that asks for it finds it."""

from lif.records.framework import Framework
from lif.store.board import Board


def framework_of(board: Board) -> Framework | None:
    """The Board's framework; None where it has none."""
    found = board.of("framework")
    framework: Framework | None = found[0].record if found else None
    return framework
