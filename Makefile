# SPDX-License-Identifier: EUPL-1.2
# Gehoord: `make run` starts it and `make test` tries it on a machine with Python 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := tests/node_modules
CLIENTS := .venv-clients
PEERS := .venv-peers
NODE_PEERS := .node-peers
CORE := tests/law tests/calendar tests/domain tests/store
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Hundreds of programs start in the tests: each compiles all that it loads where nothing may be kept.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help

.PHONY: help
help: ## say what each target does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(VENV)/ready: requirements.lock pyproject.toml
	@echo "Installeren, ongeveer een minuut."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install -qq --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: run
run: $(VENV)/ready ## start Gehoord: Prefect, a worker, the dossier that is due, the board
	@exec $(BIN)/gehoord up

$(NODE): tests/package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent --no-fund --no-audit --prefix tests && touch $@; fi

# Programs that people read their calendars with; nothing of Gehoord needs them.
$(CLIENTS)/ready: tests/desk/clients/requirements.txt
	-@$(PYTHON) -m venv $(CLIENTS) && $(CLIENTS)/bin/pip install -qq --no-deps --require-hashes -r $< && touch $@

.PHONY: test
test: $(VENV)/ready $(NODE) $(CLIENTS)/ready ## run every test but those of the engine; says what else it leaves out on this machine
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not engine"

.PHONY: engine
engine: $(VENV)/ready ## try board, stages, forms and pages in a real Prefect with its worker, and in a browser
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m engine tests/engine

.PHONY: full
full: $(VENV)/ready $(NODE) $(CLIENTS)/ready ## run every test, those of the engine too, side by side
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

.PHONY: nightly
nightly: $(VENV)/ready ## try long runs of acts at random, 1,000 procedures played forward, every form in a browser, every page of the public site, and more garbage in every column
	GEHOORD_NIGHTLY=1 $(BIN)/python -m pytest tests/flows/test_no_unlawful_adoption.py -s -k no_sequence
	GEHOORD_NIGHTLY=1 $(BIN)/python -m pytest tests/replay/test_forward.py -s -k no_lawful_play
	GEHOORD_NIGHTLY=1 $(BIN)/python -m pytest tests/engine/test_every_form.py -s
	GEHOORD_NIGHTLY=1 $(BIN)/python -m pytest tests/templates/test_public_site_in_browser.py tests/app/test_damaged.py

.PHONY: faults
faults: $(VENV)/ready ## kill procedures 500 times, on SQLite and PostgreSQL, and send the desk what nobody should
	GEHOORD_FAULTS=500 $(BIN)/python -m pytest tests/flows/test_killed.py -s -q
	GEHOORD_FAULTS=500 $(BIN)/python -m pytest tests/desk/test_application.py tests/desk/test_forms.py tests/desk/test_hostile.py -s -q

.PHONY: core
core: $(VENV)/ready ## run the core alone: law, days, procedure, register
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not engine and not postgres and not model" $(CORE)

.PHONY: check
check: $(VENV)/ready ## style, types and import directions
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks
	PYTHONPATH=.links $(BIN)/lint-imports

# Peers stand outside the lock: they are rivals in a benchmark, and nothing of Gehoord needs them.
# Without them, or without Node, their rows say so and the others are measured all the same.
$(PEERS)/ready: benchmarks/peers/requirements.txt
	-@$(PYTHON) -m venv $(PEERS) && $(PEERS)/bin/pip install --quiet -r $< && touch $@

$(NODE_PEERS)/ready: benchmarks/peers/package.json
	-@if command -v npm >/dev/null; then mkdir -p $(NODE_PEERS) && cp $< $(NODE_PEERS)/ && \
	  npm install --silent --no-fund --no-audit --prefix $(NODE_PEERS) && touch $@; fi

.PHONY: bench
bench: $(VENV)/ready $(PEERS)/ready $(NODE_PEERS)/ready ## measure speed, each figure beside a peer
	$(BIN)/python -m benchmarks

.PHONY: pictures
pictures: $(VENV)/ready ## make the pictures of the guide anew, from the pages themselves
	$(BIN)/python -m tests.engine.pictures
	$(BIN)/python -m tests.desk.pictures
	GEHOORD_PICTURES=docs/pictures/balie $(BIN)/python -m pytest -q tests/desk/test*in_browser.py

.PHONY: lock
lock: $(VENV)/ready ## work out requirements.lock anew
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-header \
	  --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-header \
	  --output-file tests/desk/clients/requirements.txt tests/desk/clients/requirements.in

.PHONY: clean
clean: ## remove the virtual environment and caches; the register in var/ stays
	rm -rf $(VENV) $(CLIENTS) $(PEERS) $(NODE_PEERS) $(NODE) .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
