"""`make bench-peers`: `lif validate` beside yamale and check-jsonschema, on the same records and as strict schemas.

The peers are installed into an environment of their own under `build/`, and hold each record against its schema
alone; `lif` also follows every name from record to record.
"""

import subprocess
import sys
import tempfile
import venv
from functools import partial
from pathlib import Path

from tests.benchmarks import record_schemas
from tests.benchmarks.measure import COLD, PROJECT, environment, lif, medians, seconds
from tests.benchmarks.validating import prepare

RECORDS = 10_000
RUNS = 1
PEERS = ("yamale>=6", "check-jsonschema>=0.31")
_KINDS = {
    "reviews": ("review", record_schemas.REVIEWS),
    "audits": ("audit", record_schemas.AUDITS),
    "plans": ("plan", record_schemas.PLANS),
}


def main() -> None:
    """Install the peers, measure all three, and print how many times as long the peers take: some four minutes."""
    tools = _installed(PROJECT / "build" / "peers")
    with tempfile.TemporaryDirectory() as scratch:
        board = prepare(Path(scratch) / "board", RECORDS)
        both, alone = (_yamale(tools, board, Path(scratch), cores) for cores in ("auto", "1"))
        ours, one, theirs, theirs_alone, others = medians(
            RUNS,
            partial(seconds, [*lif(), "validate"], board, **COLD),
            partial(seconds, [*lif(), "validate"], board, LIF_PROCESSES="1", **COLD),
            lambda: sum(map(seconds, both)),
            lambda: sum(map(seconds, alone)),
            lambda: sum(map(seconds, _check_jsonschema(tools, board))),
        )
    lines = [
        f"| {RECORDS:,} records, ÷ `lif validate` | all cores | one process | target |",
        "|---|---:|---:|---:|",
    ]
    lines.append(f"| yamale | {theirs / ours:.1f} | {theirs_alone / one:.1f} | ≥ 10 |")
    lines.append(f"| check-jsonschema (one process) | {others / ours:.0f} | {others / one:.0f} | ≥ 40 |")
    sys.stdout.write("\n".join(lines) + "\n")


def _installed(folder: Path) -> Path:
    """The folder of the peers' commands."""
    tools = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not (tools / "yamale").exists():
        venv.create(folder, with_pip=True)
        pip = [str(tools / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *PEERS], check=True, env=environment())
    return tools


def _yamale(tools: Path, board: Path, scratch: Path, cores: str) -> list[list[str]]:
    """One run for each kind of record, because yamale holds a folder against one schema."""
    commands = []
    for folder, (kind, schema) in _KINDS.items():
        file = scratch / f"{kind}.yamale.yaml"
        file.write_text(schema, encoding="utf-8", newline="\n")
        records = str(board / "records" / folder)
        # Without --no-strict it refuses unknown keys, as lif does; PyYAML is the quicker of its two parsers.
        commands.append([str(tools / "yamale"), "-s", str(file), "-p", "pyyaml", "-n", cores, records])
    return commands


def _check_jsonschema(tools: Path, board: Path) -> list[list[str]]:
    commands = []
    for folder, (kind, _) in _KINDS.items():
        schema = str(PROJECT / "schemas" / f"{kind}.schema.json")
        files = [str(file) for file in sorted((board / "records" / folder).rglob("*.yaml"))]
        commands.append([str(tools / "check-jsonschema"), "--schemafile", schema, *files])
    return commands


if __name__ == "__main__":
    main()
