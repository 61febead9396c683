"""One file's value against the model of its kind: what pydantic says, put into plain words with a path."""

import difflib
import re
from collections.abc import Sequence
from typing import Any

from pydantic import RootModel, ValidationError
from pydantic_core import ErrorDetails

from lif.records.base import SCHEMA_VERSION, Model
from lif.records.kinds import Kind, model_of
from lif.store.error_places import error_place
from lif.store.faults import Fault, Path

_SHOWABLE = re.compile(r"[\w./:-]{1,40}")
_WRITE_IT = "Write the text, or take the key out."
_NAME_LIKE = re.compile(r"[\w-]{1,40}")
_QUOTED = re.compile(r"'([^']*)'")


def check_value(kind: Kind, value: dict[str, Any], file: str) -> tuple[Model | None, list[Fault]]:
    """The record that a file's value makes, or the faults that stand in its way."""
    version = value.get("schema_version")
    if type(version) is int and version > SCHEMA_VERSION:
        message = (
            f"This record was written for schema version {version}; this lif knows up to {SCHEMA_VERSION}."
        )
        hint = "Install a newer lif, then try again."
        return None, [Fault(file, ("schema_version",), "S205", message, hint)]
    if version is True:  # which python takes for 1
        return None, [_unknown_word(file, ("schema_version",), True, ["1"])]
    try:
        # The models are strict: `yes` is not true, a number is no text, and no tuple stands for a list.
        model = model_of(kind).model_validate(value)
    except ValidationError as error:
        faults = [_fault(kind, value, file, detail) for detail in error.errors(include_url=False)]
        return None, faults
    record: Model = model.root if isinstance(model, RootModel) else model
    return record, []


def unknown_keys(kind: Kind, value: dict[str, Any]) -> list[tuple[Path, tuple[str, ...]]]:
    """The path of each key that is not known, with the keys that are known beside it."""
    try:
        model_of(kind).model_validate(value)
    except ValidationError as error:
        places = [
            error_place(model_of(kind), value, detail["loc"])
            for detail in error.errors(include_url=False)
            if detail["type"] == "extra_forbidden"
        ]
        return [(place.path, tuple(place.model.model_fields)) for place in places]
    return []


def _fault(kind: Kind, value: dict[str, Any], file: str, detail: ErrorDetails) -> Fault:
    location = detail["loc"]
    place = error_place(model_of(kind), value, location)
    path = place.path
    key = str(location[-1]) if location else ""
    at_key = key == "[key]"  # pydantic's word for a key that is itself wrong
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            code, message, hint = "S202", f"{_place(path)}: the key `{key}` is missing.", f"Add: {key}: …"
        case "extra_forbidden":
            code, at_key = "S201", True
            message, hint = _unknown_key(key, list(place.model.model_fields))
        case "literal_error":
            return _unknown_word(file, path, detail["input"], _words(str(context["expected"])))
        case "union_tag_invalid":
            # The word stands one level below the item that has it wrong.
            path = (*path, str(context["discriminator"]).strip("'"))
            return _unknown_word(file, path, context["tag"], _words(str(context["expected_tags"])))
        case "union_tag_not_found":
            tag = str(context["discriminator"]).strip("'")
            code, hint = "S202", f"Add: {tag}: …"
            message = f"{_place(path)}: the key `{tag}` is missing, which says what kind this is."
        case "string_type":
            code, (message, hint) = "S204", _text_wanted(path, detail["input"])
        case "string_too_short" | "string_pattern_mismatch":
            code, (message, hint) = "S206", _wrong_text(path, context, detail["input"])
        case _:
            code, message, hint = "S206", f"{_place(path)}: {_plain(detail, context)}.", ""
    return Fault(file, path, code, message, hint, at_key=at_key)


def _unknown_key(key: str, known: Sequence[str]) -> tuple[str, str]:
    if not _NAME_LIKE.fullmatch(key):  # perhaps a line of narrative with a colon in it
        message = "A key here is not known, and does not look like the name of one."
        return message, "If this line belongs to a text, put the whole text in quotes; otherwise take it out."
    few = f"Known here: {', '.join(known)}." if len(known) <= 12 else ""
    hint = _nearest(key, known) or few or "Take it out, or put the text into a note."
    return f"The key `{key}` is not known here.", hint


def _unknown_word(file: str, path: Path, given: Any, known: Sequence[str]) -> Fault:
    if str(given) in known:
        hint = "Write it without quotes." if isinstance(given, str) else "Put it in quotes."
    else:
        hint = _nearest(str(given), known) or f"One of: {', '.join(known)}."
    return Fault(file, path, "S203", f"{_place(path)}: {_shown(given)} is none of the words used here.", hint)


def _words(expected: str) -> list[str]:
    """The words of `'yes', 'no' or 'unknown'`; of an expected number that number."""
    return _QUOTED.findall(expected) or [expected]


def _place(path: Path) -> str:
    """A path in words: `log 3, by`. A key that may be narrative is not repeated."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int):
            words[-1:] = [f"{words[-1] if words else 'item'} {part + 1}"]
        else:
            words.append(part if _NAME_LIKE.fullmatch(part) else "a key here")
    return ", ".join(words) or "This record"


def _shown(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"`{text}`" if _SHOWABLE.fullmatch(text) else "what stands here"


def _nearest(name: str, known: Sequence[str]) -> str:
    matches = difflib.get_close_matches(name, known, n=1, cutoff=0.7)
    return f"Did you mean `{matches[0]}`?" if matches else ""


def _text_wanted(path: Path, given: Any) -> tuple[str, str]:
    if isinstance(given, bool):
        word = "true" if given else "false"
        return f"{_place(path)}: text is wanted here, not true or false.", f"Put it in quotes: '{word}'"
    if isinstance(given, int | float):
        return (
            f"{_place(path)}: text is wanted here, and a plain number is none.",
            "Put it in quotes, exactly as it is to be read.",
        )
    if given is None:
        return f"{_place(path)}: text is wanted here, and there is nothing.", _WRITE_IT
    return f"{_place(path)}: text is wanted here, not {_structure(given)}.", "Write it as one text."


def _structure(given: Any) -> str:
    return "a list" if isinstance(given, list) else "keys with values"


_PATTERNS = {
    r"\S": "this text is empty",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "a short name is wanted, in small letters, digits and hyphens",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "a time is wanted, such as '09:30'",
    r"^[A-Z][0-9]{8}$": "a nine-character area code is wanted, such as E92000001",
    r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$": "a number or short name is wanted, in quotes, such as '1.10'",
    r"^[A-Za-z][A-Za-z0-9]*$": "letters and digits are wanted, such as F8",
    r"^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)*$": "the id of an obligation is wanted, such as F4.2.record",
    r"^[a-z][a-z_]*(\.[a-z][a-z_]*)*$": "the name of a field is wanted, such as kind or log.date",
    r"^[0-9a-f]{64}$": "a digest of 64 digits and small letters from a to f is wanted",
    r"^[0-9]{3}$": "a three-digit number is wanted, in quotes",
}


def _wrong_text(path: Path, context: dict[str, Any], given: Any) -> tuple[str, str]:
    pattern = str(context.get("pattern", r"\S"))
    if pattern in _PATTERNS:
        return f"{_place(path)}: {_PATTERNS[pattern]}.", _WRITE_IT if pattern == r"\S" else ""
    if "[A-Z]{2}-" in pattern:
        return f"{_place(path)}: a full id is wanted, such as CR-2017-001 or CR-2017-001.R4.", ""
    example = re.sub(r"[\^$]|\[0-9\]\{3,\}|\[1-9\]\[0-9\]\*", "", pattern).replace("[0-9]{4}-", "2017-001")
    example = example if "-" in example else example + "1"
    return f"{_place(path)}: {_shown(given)} does not have the form wanted here, such as {example}.", ""


_PLAIN = {
    "list_type": "a list is wanted here",
    "dict_type": "keys with values are wanted here",
    "model_type": "keys with values are wanted here",
    "model_attributes_type": "keys with values are wanted here",
    "int_type": "a whole number is wanted here",
    "int_from_float": "a whole number is wanted here",
    "float_type": "a number is wanted here",
    "bool_type": "true or false is wanted here",
    "too_short": "at least {least} wanted here",
    "string_too_long": "this name is too long; {max_length} characters are the most",
    "greater_than_equal": "the number must be at least {ge}",
    "less_than_equal": "the number must be at most {le}",
}


def _plain(detail: ErrorDetails, context: dict[str, Any]) -> str:
    if detail["type"] in _PLAIN:
        wanted = context.get("min_length", 1)
        least = "one is" if wanted == 1 else f"{wanted} are"
        return _PLAIN[detail["type"]].format_map({**context, "least": least})
    message = detail["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]
