# `make pack` and `make test` are all that a fresh clone needs; both make their own environment first.
PYTHON ?= python3
BIN := .venv/bin
SAMPLE_DAY := 2018-03-01

.PHONY: pack test cover soak check mutants bench docs schemas clean

pack: .venv/installed
	@$(BIN)/lif pack build --as-of $(SAMPLE_DAY)

test: .venv/developing
	@$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

# The same, and which lines and branches of lif no test reaches; fails where they are more than 5 %.
cover: .venv/developing
	@$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --cov=lif --cov-branch --cov-report=term-missing:skip-covered

# The reliability tests of `make test` at full size: some twenty minutes, best as root on Linux.
soak: .venv/developing
	@$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --durations=0 tests/soak

check: .venv/developing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Changes lif/statute in small ways and sees that a test notices (docs/mutation.md): about an hour, not on Windows.
mutants: .venv/developing
	@$(BIN)/python -m pip install --quiet --group mutants
	@$(BIN)/mutmut run

# Some ten minutes; writes the table into README.md and draws docs/growth.svg.
bench: .venv/developing
	@$(BIN)/python -m tests.benchmarks

# Some four minutes; installs yamale and check-jsonschema into build/peers first.
bench-peers: .venv/developing
	@$(BIN)/python -m tests.benchmarks.peers

docs: .venv/developing
	@$(BIN)/python -m lif.rules.catalogue > docs/codes.md
	@$(BIN)/python -m lif.publish.checking.docs > docs/templates.md

schemas: .venv/installed
	@$(BIN)/lif schema write

clean:
	@rm -rf .venv build dist

.venv/ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "lif needs Python 3.11 or later. Name one with: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@touch $@

.venv/installed: .venv/ready pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/developing: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@
