# `make` alone lists the targets. Everything runs in .venv, which the first target that needs it builds.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEV := $(VENV)/.dev

# The first interpreter that is new enough and can build an environment; override with `make PYTHON=/path/to/python`.
PYTHON ?= $(shell for candidate in python3 python3.11 python3.12 python3.13 python3.14; do \
	if $$candidate -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	echo $$candidate; break; fi; done)

# The newest semgrep pins its own dependencies tightly and does not resolve on every day; this one does.
SEMGREP_FALLBACK := semgrep==1.182.0

PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.PHONY: help
help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@test -n "$(PYTHON)" || { \
		echo "mlvet needs Python 3.11 or newer with venv (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'

$(INSTALLED): $(BIN)/python pyproject.toml
	$(PIP) install --editable '.[semgrep]' || { \
		echo "The newest semgrep does not resolve today: taking $(SEMGREP_FALLBACK)." >&2; \
		$(PIP) install --editable . '$(SEMGREP_FALLBACK)'; }
	@touch $@

$(DEV): $(INSTALLED)
	$(PIP) install --group dev
	@touch $@

.PHONY: demo
demo: $(INSTALLED)  ## install mlvet and scan the example project
	@rm -f $(VENV)/demo.json
	@echo; echo "$$ mlvet scan examples/churn"; echo
	@$(BIN)/mlvet scan examples/churn --format text --format json:$(VENV)/demo.json; status=$$?; echo; \
	if [ $$status -eq 1 ] && grep -q '"errors*": *[1-9]' $(VENV)/demo.json; then \
		echo "Exit code 1: there are results at level error, as there should be here (see examples/README.md)."; \
	else \
		echo "Exit code $$status, but the example holds results at level error: this scan did not work." >&2; exit 1; \
	fi

# RULE=fit-before-split runs the examples in that rule's docstring; K=expression is pytest's -k.
.PHONY: test
test: $(DEV)  ## run the tests: all, one rule (RULE=id) or by name (K=expression)
	$(BIN)/pytest -q $(if $(RULE),tests/test_rules.py -k "$(RULE)",-n auto $(if $(K),-k "$(K)"))

.PHONY: format
format: $(DEV)  ## format the code and apply the safe lint fixes
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format .

.PHONY: check
check: $(DEV)  ## everything CI checks: format, lint, types, layers, generated pages, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python docs/generate.py --check
	$(BIN)/pytest -q -n auto

.PHONY: docs
docs: $(INSTALLED)  ## write the pages of the rules and the table in README.md
	$(BIN)/python docs/generate.py

.PHONY: rule
rule: $(INSTALLED)  ## start a new rule: NAME=family/id
	@$(BIN)/python docs/new_rule.py '$(NAME)'

.PHONY: clean
clean:  ## remove the environment, caches and build results
	rm -rf $(VENV) .ci-cache .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .mlvet_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
