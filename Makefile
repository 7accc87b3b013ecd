# Needs Python 3.11 or later, make and git. Everything else goes into .venv, at the versions and
# with the hashes that requirements/ holds.
PYTHON ?= $(firstword $(foreach name,python3.11 python3 python,$(shell command -v $(name))))
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(or $(shell command -v uv),$(BIN)/uv)
# As many test workers as there are cores.
PYTEST_FLAGS ?= -n auto --dist worksteal
TEXTS  ?=
# Folders of PolNeAR: what to learn from, and what to measure on.
DATA   ?=
TEST   ?=

INSTALL := $(UV) pip install --quiet --python $(BIN)/python --compile-bytecode
COMPILE := $(UV) pip compile --quiet pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help setup demo test check browser format-check lint types imports docs format lock books reference bench soak train train-warnings clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## Set up if needed, and print the briefs of the sample disputes
	@$(BIN)/sayso demo

setup: $(VENV)/.dev ## Set up all that development needs

test: $(VENV)/.dev ## Set up if needed, and run the tests
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

check: format-check lint types imports docs test ## Format, lint, types, import rules, docs, then tests

browser: $(VENV)/.dev ## Find a Chromium for the tests of the desk, or install one
	$(BIN)/python tools/browser.py

format-check: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

imports: $(VENV)/.dev
	$(BIN)/lint-imports

docs: $(VENV)/.dev ## Build the documentation; a warning is an error
	$(BIN)/python docs/reference.py --check
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going -b html docs docs/_build/html

books: $(VENV)/.dev ## Write the table of what other languages call the states (CLDR)
	$(BIN)/python tools/state_names.py

reference: $(VENV)/.dev ## Write the generated pages of the documentation
	$(BIN)/python docs/reference.py

format: $(VENV)/.dev ## Format the code and mend what the linter can mend
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: $(VENV)/.uv ## Remake both locks (UPGRADE=--upgrade takes newer versions)
	$(COMPILE) $(UPGRADE) --group dev --output-file requirements/dev.txt
	$(COMPILE) $(UPGRADE) --constraints requirements/dev.txt --output-file requirements/run.txt

bench: $(VENV)/.run ## Time extraction against the language model alone (TEXTS=FOLDER)
	$(BIN)/python bench/speed.py $(TEXTS)

# One thread for each process: the matrices are small, and threads would only wait for each other.
soak: $(VENV)/.dev ## Kill, fill disks, stop databases, crowd the store (FLAGS="--kills 100 --seconds 600")
	OPENBLAS_NUM_THREADS=1 PYTHONPATH=tests $(BIN)/python -m soak $(FLAGS)

train: $(VENV)/.run ## Make the weights anew (DATA=FOLDER of PolNeAR; TEST=FOLDER measures them)
	@test -n "$(DATA)" || { echo "make train DATA=FOLDER: the training part of PolNeAR" >&2; exit 2; }
	$(BIN)/python -m sayso.train $(DATA) $(if $(TEST),--test $(TEST))

train-warnings: $(VENV)/.dev ## Make the weights of warnings anew (DATA=FOLDER of PolNeAR)
	@test -n "$(DATA)" || { echo "make train-warnings DATA=FOLDER: the training part of PolNeAR" >&2; exit 2; }
	PYTHONPATH=tests $(BIN)/python tests/golden/mark.py build/marked $(DATA)/text
	$(BIN)/python -m sayso.train.warnings tests/golden/marked/*.txt build/marked/*.txt

clean: ## Remove what was made: .venv, caches, builds
	rm -rf $(VENV) build dist docs/_build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# uv is found on the path, or else comes by pip.
$(VENV)/.uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sayso needs Python 3.11 or later")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x "$(UV)" || $(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"
	@touch $@

# The build backend is held to the hashes of the development lock.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/.uv
	@echo "Setting up $(VENV)" >&2
	@$(INSTALL) --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-deps --build-constraints requirements/dev.txt --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@
