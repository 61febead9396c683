"""Reads a text of any layout to plain Python values, or says everything that is wrong with it.

The events come from libyaml through PyYAML's C parser; the values are built here, without recursion, so that
depth is bounded before it can do harm, every key and spelling is looked at, and no alias is ever expanded.
"""

import re
from itertools import islice
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from lif.store.yaml_events import MOST_NESTING, open_events
from lif.store.yaml_problems import Problem, ReadResult
from lif.store.yaml_scalars import Ambiguous, resolve
from lif.store.yaml_syntax import explain_syntax_error
from lif.store.yaml_text import MOST_PROBLEMS, conflict_marks, escaped_character, misused_tabs

_LESS_DEEP = "Close the brackets, or write it with fewer lists within lists."
# What may be quoted as a key; anything else may be narrative.
_KEY = re.compile("[a-z][a-z0-9_-]{0,39}")


def read_text(text: str) -> ReadResult:
    """The value of a file's text, as `yaml_text.decode` gives it. Never raises, and decides in doubt."""
    marks = list(islice(conflict_marks(text), MOST_PROBLEMS))
    if marks:
        return ReadResult(None, tuple(marks))  # all else that is wrong comes of them
    builder = _Builder()
    try:
        builder.build(text)
    except _EnoughSeen:
        pass  # the rest would only repeat, or cannot be read with what was seen
    except YAMLError as error:
        builder.problems.append(explain_syntax_error(error, text))
    if "\t" in text:
        tabs = list(islice(misused_tabs(text, builder.block_lines), MOST_PROBLEMS))
        lines = {problem.line for problem in tabs}
        builder.problems = tabs + [problem for problem in builder.problems if problem.line not in lines]
    if builder.problems:
        return ReadResult(None, tuple(sorted(set(builder.problems))[:MOST_PROBLEMS]))
    return ReadResult(builder.root)


class _EnoughSeen(Exception):
    """Ends the reading of a file whose problems are known well enough."""


class _Builder:
    """Builds the value of a document from its events; notes what is wrong and goes on where it can."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.block_lines: list[tuple[int, int]] = []
        self._outside: list[Any] = []

    @property
    def root(self) -> Any:
        return self._outside[0]

    def build(self, text: str) -> None:  # noqa: PLR0915 - one loop: a call for each event costs a third
        """Reads the events of `text`; every record of a Board goes through this loop."""
        next_event = open_events(text)
        container: Any = self._outside  # the open list or dict
        places: dict[str, Any] | None = None  # of an open dict: each key's event; None in a list
        key: str | None = None  # of an open dict: the key whose value comes next
        stack: list[tuple[Any, dict[str, Any] | None, str | None]] = []
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_properties(event)
                value = event.value
                if event.style == '"':
                    self._refuse_hidden(value, event)
                if places is not None and key is None:
                    if value in places:
                        self._refuse_duplicate(value, places[value], event)
                    elif not event.style and not value.isidentifier():
                        self._check_plain_key(value, event)
                    places[value] = event
                    key = value
                    continue
                if not event.style:
                    value = resolve(value)
                    if value.__class__ is Ambiguous:
                        self._refuse_spelling(value, event)
                elif event.style in "|>":
                    below = event.end_mark.line + bool(event.end_mark.column)
                    self.block_lines.append((event.start_mark.line + 1, below))
                if places is None:
                    container.append(value)
                else:
                    container[key] = value
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_properties(event)
                if len(stack) == MOST_NESTING:
                    self._note(
                        event, "Y104", f"This is nested deeper than {MOST_NESTING} levels.", _LESS_DEEP
                    )
                    raise _EnoughSeen
                value = {} if kind is MappingStartEvent else []
                key_afterwards = None
                if places is None:
                    container.append(value)
                elif key is None:
                    self._refuse_key(event)
                    key_afterwards = ""
                else:
                    container[key] = value
                stack.append((container, places, key_afterwards))
                container, key = value, None
                places = {} if kind is MappingStartEvent else None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                container, places, key = stack.pop()
            elif kind is AliasEvent:
                self._note(event, "Y109", "An alias repeats what stands elsewhere.", "Write it out here.")
                if places is None:
                    container.append(None)
                else:
                    key = "" if key is None else None
            elif kind is DocumentStartEvent:
                self._begin_document(event)
            elif kind is StreamEndEvent:
                self._check_top_level()
                return

    def _begin_document(self, event: Any) -> None:
        if self._outside:
            self._note(event, "Y107", "A second document begins here.", "Keep one record in one file.")
            raise _EnoughSeen
        if event.version is not None or event.tags:
            self._note(event, "Y108", "A YAML directive (`%…`) stands before this.", "Delete it.")

    def _check_top_level(self) -> None:
        if not self._outside or self._outside[0] is None:
            message = "The file holds nothing."
            self.problems.append(Problem(1, 1, "Y105", message, "Write the record, or delete the file."))
        elif not isinstance(self._outside[0], dict):
            kind = "a list" if isinstance(self._outside[0], list) else "a single value"
            message = f"The file holds {kind}, where a record is a set of `key: value` lines."
            self.problems.append(Problem(1, 1, "Y106", message, "Give each value its key."))

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._note(
                event, "Y109", "An anchor (`&…`) stands here.", "Delete it, and write out its meaning."
            )
        if event.tag is not None:
            self._note(event, "Y110", "A tag (`!…`) stands here.", "Delete it, or put the text in quotes.")

    def _refuse_hidden(self, value: str, event: Any) -> None:
        if name := escaped_character(value):
            self._note(event, "Y102", f"An escape after a backslash stands for {name}.", "Delete the escape.")

    def _refuse_duplicate(self, key: str, first: Any, second: Any) -> None:
        for here, other in ((first, second), (second, first)):
            named = f"The key `{key}`" if _KEY.fullmatch(key) else "A key"
            message = f"{named} stands here and again in line {other.start_mark.line + 1}."
            self._note(here, "Y112", message, "Keep one of the two.")

    def _check_plain_key(self, key: str, event: Any) -> None:
        if key == "":
            self._note(event, "Y114", "A key is missing before the colon.", "Write `key: value`.")
        elif key == "<<":
            self._note(
                event, "Y111", "A merge key (`<<`) copies what stands elsewhere.", "Write it out here."
            )
        else:
            meaning = resolve(key)
            if isinstance(meaning, Ambiguous):
                self._refuse_spelling(meaning, event)

    def _refuse_spelling(self, spelling: Ambiguous, event: Any) -> None:
        self._note(event, "Y113", spelling.why, spelling.mend)

    def _refuse_key(self, event: Any) -> None:
        self._note(event, "Y114", "A list or a group stands where a key must be.", "Write `key: value`.")

    def _note(self, event: Any, code: str, message: str, hint: str = "") -> None:
        mark = event.start_mark
        self.problems.append(Problem(mark.line + 1, mark.column + 1, code, message, hint))
        if len(self.problems) >= MOST_PROBLEMS:
            raise _EnoughSeen
