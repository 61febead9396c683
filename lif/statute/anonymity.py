"""The checklist that a report goes through before it is published."""

from functools import cache
from typing import get_args

from pydantic import model_validator

from lif.records.base import Text
from lif.records.publication import AnonymityCheck
from lif.statute.files import read_file
from lif.statute.model import Data


class Check(Data):
    """One question of the checklist."""

    title: Text
    """What it is about, in a word or two."""
    question: Text
    """What is asked; `safe` says no to it."""
    look: Text
    """Where to look, and what mends it."""


class _Checks(Data):
    checks: dict[str, Check]

    @model_validator(mode="after")
    def _those_of_the_records(self) -> "_Checks":
        if tuple(self.checks) != get_args(AnonymityCheck):
            raise ValueError("the checks are not those that a record can hold")
        return self


@cache
def anonymity_checks() -> dict[str, Check]:
    """Every question by its id, in order."""
    return _Checks.model_validate(read_file("anonymity.yaml")).checks
