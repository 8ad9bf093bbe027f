# Two commands set everything up on a machine with Python 3.11 and make: `make demo` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup demo test check check-all bench docs samples clean

help:
	@echo "make demo       set up, render the samples, ingest them and check four incoming photos"
	@echo "make test       set up and run the whole suite"
	@echo "make check      style, types, imports, documents"
	@echo "make check-all  make check, and what is slow"
	@echo "make bench      measure speed, recall and scale against peers (an hour)"
	@echo "make docs       write the generated pages again"

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@echo "Setting up in $(VENV) (once)..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -q provenance
	@touch $(READY)

demo: $(READY)
	@$(BIN)/python samples/demo.py

test: $(READY)
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadscope

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python docs/generate.py --check

check-all: check
	@$(BIN)/python -m pip check
	@$(BIN)/python tools/advisories.py
	@$(BIN)/python tools/axe.py
	@$(BIN)/python -m tools.fuzz --seconds 60
	@PROV_FAULTS=every $(BIN)/python -m pytest tests/faults

bench: $(READY)
	@$(BIN)/python -m benchmarks

docs: $(READY)
	@$(BIN)/python docs/generate.py

samples: $(READY)
	@$(BIN)/python samples/make.py

clean:
	rm -rf $(VENV) .venv-peers demo build dist *.egg-info
