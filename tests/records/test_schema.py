"""The JSON Schemas are current, and say of a record what lif says."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lif.records.kinds import BY_NAME, KINDS
from lif.records.schema import schema_files
from lif.store.checking import check_value
from lif.store.load import contents_of
from lif.store.yaml_reader import read
from tests.conftest import RunLif
from tests.support import CHECKOUT, tiny_records

SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schema_files().items()}


def refused(kind: str, value: Any) -> list[str]:
    """What a JSON Schema tool says, dates checked."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(SCHEMAS[kind], format_checker=checker)
    return [error.message for error in validator.iter_errors(value)]


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
        assert refused(file.kind.name, value) == [], file.name


def test_the_tiny_board_fits_its_schemas() -> None:
    for (kind, _), value in tiny_records().items():
        assert refused(kind, value) == []


BROKEN: list[tuple[str, str, str, Any]] = [
    ("review", "CR-2017-001", "schema_version", 2),
    ("review", "CR-2017-001", "schema_version", True),
    ("review", "CR-2017-001", "sumary", "x"),
    ("review", "CR-2017-001", "title", 50),
    ("review", "CR-2017-001", "title", " "),
    ("review", "CR-2017-001", "title", None),
    ("review", "CR-2017-001", "type", "scr"),
    ("review", "CR-2017-001", "id", "CR-17-1"),
    ("review", "CR-2017-001", "incident", "2017-13"),
    ("review", "CR-2017-001", "incident", "24/11/2017"),
    ("review", "CR-2017-001", "incident", 17),
    ("review", "CR-2017-001", "owner", "Business Manager"),
    ("review", "CR-2017-001", "log", []),
    ("review", "CR-2017-001", "log", [{"entry": "noted", "date": "2017-02-30", "by": "police", "note": "x"}]),
    ("review", "CR-2017-001", "log", [{"entry": "notd", "date": "2017-02-03", "by": "police", "note": "x"}]),
    ("review", "CR-2017-001", "log", [{"entry": "noted", "date": "2017-02-03", "note": "x"}]),
    ("review", "CR-2017-001", "log", [{"entry": "superseded", "date": "2017-02-03", "by": "police",
                                       "review": "CR-x", "reason": "x"}]),
    ("board", "board", "fictional", "yes"),
    ("board", "board", "roles", {"Business Manager": {"title": "x"}}),
    ("board", "board", "area", {"name": "x", "code": "E0699999"}),
    ("report", "AR-2017-001", "kind", "other"),
    ("report", "AR-2017-001", "period", "2017-Q5"),
    ("report", "AR-2017-001", "new_risks", {"answer": False}),
    ("audit", "AU-2017-001", "sample", {"method": "x", "size": -1}),
    ("audit", "AU-2017-001", "sample", {"method": "x", "size": "6"}),
    ("audit", "AU-2017-001", "priorities", None),
    ("indicator", "repeat-plans", "target", {"value": "5", "basis": "forecast"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "record_id", "key", "value"),
    BROKEN,
    ids=[f"{row[2]}={json.dumps(row[3])[:30]}" for row in BROKEN],
)
def test_what_lif_refuses_the_schemas_refuse(kind: str, record_id: str, key: str, value: Any) -> None:
    record = {**tiny_records()[kind, record_id], key: value}
    assert check_value(BY_NAME[kind], record, "file")[1]
    assert refused(kind, record)
