"""The parts of a document."""

from dataclasses import fields

from lif.publish.document.tree import Run


def test_another_text_keeps_every_mark() -> None:
    given = Run("one", True, True, True, "#a", "red", "a")
    assert all(getattr(given, field.name) for field in fields(Run)), (
        "a mark that is not given here is not tried"
    )
    said = given.saying("two")
    assert said.text == "two"
    assert [getattr(said, each.name) for each in fields(Run)[1:]] == [
        getattr(given, each.name) for each in fields(Run)[1:]
    ]
