# Two commands on a fresh machine with Python 3.11+, make and git: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
CODE := navigator tests scripts bench
WORKERS ?= 2

.PHONY: run test check format lint types contracts bench sample examples check-access clean

# Everything the project needs, installed once and again whenever pyproject.toml changes.
$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "navigator needs Python 3.11 or newer. Name one with: make run PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(STAMP)

# The walk. Without a terminal: the sample worker from beginning to end, with the page at the end.
run: $(STAMP)
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/navigator || [ $$? -eq 130 ]; else $(MAKE) --no-print-directory sample; fi

sample: $(STAMP)
	@home=$$(mktemp -d); $(BIN)/navigator start --answers examples/nursing-assistant.yaml --home "$$home" >/dev/null \
	  && $(BIN)/navigator export summary --home "$$home"; status=$$?; rm -r "$$home"; exit $$status

# The three invented workers' pages, always dated the same, so that a change in them shows in a diff.
examples: $(STAMP)
	$(BIN)/python scripts/make_examples.py

# Read and compiled once, not by each of the hundred programs that the tests start, also where Python is told to write nothing.
test: $(STAMP)
	@$(BIN)/python -m compileall -q navigator
	@$(BIN)/navigator data status >/dev/null
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

check: format lint types contracts test

format: $(STAMP)
	$(BIN)/ruff format --check $(CODE)

lint: $(STAMP)
	$(BIN)/ruff check $(CODE)

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	$(BIN)/python -m bench

# Other people's accessibility checkers on every kind of page we make. Needs npm and Chromium.
check-access: $(STAMP)
	mkdir -p build/access
	npm install --silent --no-audit --no-fund --no-save --no-package-lock --prefix build/access axe-core
	$(BIN)/python scripts/check_access.py build/access/node_modules/axe-core/axe.min.js $(ONLY)

# Every sentence into every language's file, and what each still lacks.
.PHONY: words
words: $(STAMP)
	$(BIN)/python scripts/words.py update
	@for folder in data/languages/*/; do $(BIN)/python scripts/words.py missing "$$(basename "$$folder")" || exit 1; done

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache

# Other people's verifiers on files just written: needs node and npm; npm goes online once, the check itself never.
.PHONY: verify-independent
verify-independent: $(STAMP)
	$(BIN)/python verify/run.py
