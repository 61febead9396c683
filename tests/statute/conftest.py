"""Under mutation testing nothing is remembered from one test to the next, so that every mutant is felt."""

import os
import sys

import pytest


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Empties all caches before each test, where mutmut runs it: it only tries the tests that call a function."""
    if "MUTANT_UNDER_TEST" not in os.environ:
        return
    for name, module in list(sys.modules.items()):
        if name.startswith(("lif.statute", "tests.statute")):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
