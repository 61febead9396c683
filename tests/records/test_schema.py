"""The JSON Schemas are current, and say of a record what lif says."""

import json
import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import jsonschema
import pytest

from lif.records.base import PartialDate, is_period
from lif.records.kinds import KINDS, model_of
from lif.records.schema import classes_of, schema_files
from lif.store.load import contents_of
from lif.store.yaml_reader import read
from tests.conftest import RunLif
from tests.records.schema_cases import BROKEN, RIGHT, tiny_texts
from tests.support import CHECKOUT, tiny_records

SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schema_files().items()}


def errors(kind: str, value: Any) -> list[jsonschema.ValidationError]:
    """What a JSON Schema tool says, dates checked."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    return list(jsonschema.Draft202012Validator(SCHEMAS[kind], format_checker=checker).iter_errors(value))


def test_the_schemas_in_the_repository_are_current() -> None:
    kept = {path.name: path.read_bytes() for path in (CHECKOUT / "schemas").iterdir()}
    assert kept == {name: text.encode() for name, text in schema_files().items()}, "lif schema write"


def test_schema_write_writes_them(tiny_board: Path, run_lif: RunLif) -> None:
    done = run_lif("schema", "write", cwd=tiny_board)
    assert done.returncode == 0, done.stderr
    written = {path.name: path.read_bytes() for path in (tiny_board / "schemas").iterdir()}
    assert written == {name: text.encode() for name, text in schema_files().items()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_is_a_schema_and_describes_its_keys(kind: Any) -> None:
    schema = SCHEMAS[kind.name]
    jsonschema.Draft202012Validator.check_schema(schema)
    parts = [schema, *schema.get("$defs", {}).values()]
    objects = [part for part in parts if part.get("type") == "object"]
    assert objects
    for part in objects:
        assert part["additionalProperties"] is False
        assert part["description"]
        assert "title" not in json.dumps(part.get("properties", {}).get("id", {}))
    assert "Which version of this schema" in json.dumps(schema)


def test_the_sample_board_fits_its_schemas() -> None:
    contents = contents_of(CHECKOUT)
    assert {file.kind.name for file in contents.files} == set(SCHEMAS)
    for file in contents.files:
        value = read(contents.read(file.name)).value
        assert errors(file.kind.name, value) == [], file.name


def test_the_tiny_board_fits_its_schemas() -> None:
    for (kind, _), value in tiny_records().items():
        assert errors(kind, value) == []


def parts_of(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """A schema, and all that stands in it."""
    found, pending = [], [schema]
    while pending:
        part = pending.pop()
        if isinstance(part, dict):
            found.append(part)
            pending.extend(part.values())
        elif isinstance(part, list):
            pending.extend(part)
    return found


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_key_is_described_in_a_sentence(kind: Any) -> None:
    for part in parts_of(SCHEMAS[kind.name]):
        for name, described in part.get("properties", {}).items():
            words = described.get("description", "")
            assert len(words) >= 10, (part.get("description"), name)
            assert words[0].isupper() or not words[0].isalpha(), (name, words)
            assert words.endswith((".", ".)", "'.")), (name, words)


def words_of(annotation: Any) -> set[str]:
    """The words that a type lists."""
    if get_origin(annotation) is Literal:
        return {str(word) for word in get_args(annotation)}
    return set().union(*map(words_of, get_args(annotation)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_word_of_an_enumeration_is_listed(kind: Any) -> None:
    schema = SCHEMAS[kind.name]
    checked = 0
    for name, model in classes_of(model_of(kind)).items():
        part = schema["$defs"].get(name, schema)
        for field, info in model.model_fields.items():
            if "properties" not in part:
                continue  # a model that is one of several, and has no keys of its own
            wanted = words_of(info.annotation)
            listed = {
                str(word)
                for inside in parts_of(part["properties"][field])
                for word in (*inside.get("enum", ()), *([inside["const"]] if "const" in inside else ()))
            }
            assert listed == wanted, (name, field)
            checked += bool(wanted)
    assert checked


def test_the_broken_records_are_of_every_kind_and_break_every_rule_of_a_schema(tmp_path: Path) -> None:
    tiny = tiny_texts(tmp_path)
    for cases in (BROKEN, RIGHT):
        assert {case.kind for case in cases} >= {kind.name for kind in KINDS} - {"audit", "board"}
    assert {case.kind for case in BROKEN} == {kind.name for kind in KINDS}
    used = {key for schema in SCHEMAS.values() for part in parts_of(schema) for key in part if key in RULES}
    broken = set()
    for case in BROKEN:
        value = read(case.text(tiny).encode("utf-8")).value
        if value is not None:
            broken |= {word for error in errors(case.kind, value) for word in rules_broken(error)}
    assert broken >= used


RULES = {
    "additionalProperties", "anyOf", "const", "enum", "format", "maxLength", "maximum", "minItems", "minLength",
    "minimum", "oneOf", "pattern", "required", "type",
}  # fmt: skip


def rules_broken(error: jsonschema.ValidationError) -> set[str]:
    """The rule that an error is about, and those within it."""
    return {str(error.validator)}.union(*map(rules_broken, error.context or ()))


def test_the_dates_of_the_schemas_are_those_of_lif() -> None:
    properties = SCHEMAS["meeting"]["properties"]
    day = re.compile(properties["date"]["pattern"])
    some_date = re.compile(SCHEMAS["review"]["$defs"]["Span"]["properties"]["start"]["anyOf"][0]["pattern"])
    period = re.compile(
        SCHEMAS["indicator"]["$defs"]["Commentary"]["properties"]["period"]["anyOf"][0]["pattern"]
    )
    for year in range(1895, 2205):
        texts = [str(year), f"{year}-Q1", f"{year}-Q5", f"{year}-H2", f"{year}-H3"]
        texts += [f"{year}-{month:02}" for month in range(14)]
        texts += [f"{year}/{second:02}" for second in range(100)]
        for text in texts:
            assert bool(period.fullmatch(text)) == is_period(text), text
        for text in (
            *texts,
            *(f"{year}-{month:02}-{number:02}" for month in range(14) for number in range(33)),
        ):
            found = parsed(text)
            assert bool(some_date.fullmatch(text)) == (found is not None), text
            assert bool(day.fullmatch(text)) == (found is not None and found.as_day is not None), text


def parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
