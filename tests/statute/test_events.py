"""Events name only what records have."""

from typing import Any

import pytest

from lif.statute import events as module
from lif.statute.events import events


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ({"entry": "no-such-entry"}, "one: there is no entry no-such-entry"),
        ({"entry": "notified", "where": {"tells": ["ofsted"]}}, "one: notified has no field tells"),
        (
            {"entry": "notified", "where": {"told": ["ofsted", "nobody", "anybody"]}},
            "one: told of notified is never anybody, nobody$",
        ),
        (
            {"entry": "decided", "where_not": {"decision": ["later"]}},
            "one: decision of decided is never later",
        ),
        ({"entry": "decided", "where": {"type": ["no-type"]}}, "one: type of decided is never no-type"),
        ({"entry": "published", "day": "planned"}, "one: published has no field planned"),
    ],
)
def test_a_sign_that_no_record_shows_is_refused(
    sign: dict[str, Any], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [{"field": "aware"}, {"entry": "nothing-of-the-kind"}]
    content = {"events": {"one": {"words": "it happened", "signs": [*others, sign]}}}
    monkeypatch.setattr(module, "read_file", lambda name: content)
    events.cache_clear()
    try:
        with pytest.raises(ValueError, match=said):
            events()
    finally:
        events.cache_clear()


def test_the_words_of_an_event_follow_a_day_on_which_it_happened() -> None:
    for one in events().values():
        assert not one.words.endswith(".")
        assert one.words[0].islower() or one.words.startswith("Ofsted")
        assert one.signs
