# Everything a person does with a checkout. `make help` lists the targets with the texts behind `##`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := .ci/requirements.lock
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help run test check lint types format bench study loopback docs lock wheel clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): $(LOCK) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "memtrack needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing the pinned dependencies into $(VENV) (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement $(LOCK)
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.bench: $(READY) .ci/requirements-bench.lock
	@echo "installing the peers to compare with"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement .ci/requirements-bench.lock
	@touch $@

run: $(READY) ## set up, then ingest, forecast, flag and report on the packaged record
	@$(BIN)/memtrack run --offline
	@echo "memtrack is in $(BIN); to have it at hand: source $(BIN)/activate"

test: $(READY) ## set up, then run the tests
	@$(BIN)/python -m pytest -n auto

lint: $(READY) ## check style
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY) ## check types, strictly
	@$(BIN)/mypy

check: lint types test ## lint, types and tests

format: $(READY) ## put the code into house style
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

bench: $(VENV)/.bench ## measure speed and accuracy (MEMTRACK_BENCH_DATA names a folder of series for scoring)
	@$(BIN)/memtrack ingest --offline
	@$(BIN)/python -m tracker.extract.speed
	@$(BIN)/python -m forecasts.bench --peers

study: $(VENV)/.bench ## draw the figures of docs/flags.md
	@$(BIN)/memtrack ingest --offline
	@$(BIN)/python -m forecasts.study --replay

loopback: $(READY) ## run every live source against a replay server at its own pace, faults and kills included (15 minutes)
	@$(BIN)/python -m tests.loopback

docs: $(READY) ## write the generated pages again
	@$(BIN)/python -m tracker.dictionary
	@$(BIN)/python -m tracker.manual

lock: ## pin the dependencies again, with hashes (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --extra dev --output-file $(LOCK) pyproject.toml
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --extra dev --extra bench --constraint $(LOCK) \
		--output-file .ci/requirements-bench.lock pyproject.toml

wheel: $(READY) ## build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

clean: ## remove the environment and everything built
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
