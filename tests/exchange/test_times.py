"""Times of day as people write them, or a refusal."""

import pytest

from lif.exchange.times import read_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", "14:30"), ("14.30", "14:30"), ("9:05", "09:05"), ("1430", "14:30"), ("0905 hrs", "09:05"),
        ("2.30pm", "14:30"), ("2:30 PM", "14:30"), ("12am", "00:00"), ("12.15 am", "00:15"), ("12pm", "12:00"),
        ("14:30:00", "14:30"), ("00:00", "00:00"), ("23:59", "23:59"),
    ],
)  # fmt: skip
def test_a_time_that_is_read(text: str, expected: str) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    "text", ["24:00", "12:60", "13pm", "0am", "am", "evening", "14", "2.30 to 3pm", "14:3", "", "13.00pm"]
)
def test_a_time_that_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write it as 14:30"):
        read_time(text)
