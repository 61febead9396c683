"""What is to be kept back is there, can be kept back, and is kept from somebody."""

from pathlib import Path

import pytest

from tests.support import found, tiny_records, write_board

FILE = "records/reviews/2017/CR-2017-001.yaml"


@pytest.mark.parametrize(
    ("part", "findings"),
    [
        ({"fields": ["R1.text", "log.note"], "audience": "office"}, []),
        ({"fields": ["R9"], "audience": "office"}, [("D680", FILE, "R9")]),
        ({"fields": ["sumary"], "audience": "office"}, [("D680", FILE, "sumary")]),
        ({"fields": ["log"], "audience": "office"}, [("D681", FILE, "log")]),
        ({"fields": ["summary"], "audience": "board"}, [("D682", FILE, "board")]),
        ({"fields": ["summary"], "audience": "public"}, [("D682", FILE, "public")]),
        ({"fields": ["summary"], "audience": "office", "marking": "secret"}, [("D401", FILE, "secret")]),
    ],
)  # fmt: skip
def test_parts_that_are_kept_back(
    tmp_path: Path, part: dict[str, object], findings: list[tuple[str, str, str]]
) -> None:
    made = tiny_records()
    made["review", "CR-2017-001"] |= {"audience": "board", "restricted": [part]}

    assert found(write_board(tmp_path, made)) == findings
