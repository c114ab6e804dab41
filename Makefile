# Suara Warga: `make help` lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test proofs check format docs bench run lock

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

demo: $(VENV)/.runtime ## a town in a box, without Telegram: prints an address to open
	@$(BIN)/python -m bot demo

demo-reset: $(VENV)/.runtime ## the demo, started anew
	@rm -rf data/demo
	@$(BIN)/python -m bot demo

test: $(VENV)/.development ## all tests, on SQLite; on PostgreSQL what is about the database, and a third of the rest
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

proofs: $(VENV)/.development ## the same at full scale, before a release: about half an hour
	PROOFS=long $(BIN)/python -m pytest --numprocesses 2 --dist worksteal

check: $(VENV)/.development ## ruff, mypy, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.development ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.development ## write the pages that are made from the code
	$(BIN)/python -m tests.documents

bench: $(VENV)/.development ## the rating dialogue beside aiogram's echo; a million cases, ten million ratings; the audit
	$(BIN)/python -m tests.bench.cases
	$(BIN)/python -m tests.bench.export
	$(BIN)/python -m tests.bench.ratings
	$(BIN)/python -m tests.bench.public
	$(BIN)/python -m tests.bench.audit
	$(BIN)/python -m tests.bench

run: $(VENV)/.runtime ## the bot itself, with the settings of .env
	@$(BIN)/python -m bot migrate
	@$(BIN)/python -m bot run

lock: ## write the lock files anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev --output-file requirements-dev.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=python3.x"; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock | $(VENV)/bin/python
	@echo "Installing the locked packages …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/.development: requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing the locked packages for development …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@
