# Everything a person or CI does with Mannerly. `make` alone lists the targets.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= python3
UV := .uv/bin/uv
RUN := $(UV) run --locked --all-extras --quiet
# The Python that is there, never a downloaded one.
export UV_PYTHON ?= $(PYTHON)
export UV_PYTHON_DOWNLOADS := never

.PHONY: help install run demo test check rules proto format bench bench-register clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 20

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Mannerly needs Python 3.11 or newer: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check 'uv>=0.9'

install: $(UV) ## Install everything, locked
	@$(UV) sync --locked --all-extras --quiet

run: install ## Install everything and start the server on loopback
	@$(RUN) mannerly serve

demo: install ## Send real replies through a real server to twelve locales and show the answers
	@$(RUN) mannerly demo

test: install ## Install everything and run all tests
	@$(RUN) pytest -n 2 --dist loadfile

check: install ## Lint, types, layers, sizes, generated code: what CI runs before the tests
	@$(RUN) ruff format --check .
	@$(RUN) ruff check .
	@$(RUN) mypy
	@$(RUN) lint-imports
	@$(RUN) deptry server
	@$(RUN) python proto/generate.py --check
	@$(RUN) python proto/generate.py --lint
	@$(RUN) python proto/generate.py --breaking

rules: install ## Run every example in locales/ and style_profiles/
	@$(RUN) pytest -q tests/rules

proto: install ## Generate server/mannerly/v1 from proto/
	@$(RUN) python proto/generate.py

format: install ## Format the code
	@$(RUN) ruff format .
	@$(RUN) ruff check --fix .

bench: install ## Measure the flow without a model, then with a pack
	@$(RUN) python tests/bench/bench_flow.py
	@$(RUN) python tests/bench/bench_translate.py

# Contrastive sentences in the shape that tests/bench/bench_register.py describes; not part of this tree.
FORMALITY ?= ../shared/data/formality
bench-register: install ## Measure the register engines on contrastive sentences (FORMALITY=folder)
	@$(RUN) python tests/bench/bench_register.py --data $(FORMALITY)

clean: ## Remove what the targets made
	rm -rf .venv .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
