# Needs Python 3.11 or later, make and, for some commands, Debian's apt-get; the rest is set up in .venv/.

PYTHON ?= python3
# The day the site is built for, as 2026-11-21; today when empty.
DAY ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check install
PYTEST := $(BIN)/python -m pytest
LOCKS := $(sort $(wildcard requirements*.lock))

# Notices of Material and ProperDocs about the future of MkDocs: the versions are pinned for that reason.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help venv site plates forms handbook offline serve check test golden bench audit lock dependencies clean

help: ## Lists these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

venv: $(VENV)/.installed ## Sets up .venv/ with what the site needs

site: $(VENV)/.installed ## Builds site/ and dist/ (DAY=2026-11-21 for another day than today)
	@$(BIN)/villages site $(if $(DAY),--day '$(DAY)')

plates: $(VENV)/.installed-plates ## Makes the printer's files of every plate in dist/plates/
	@$(BIN)/villages plates $(if $(DAY),--day '$(DAY)')

forms: $(VENV)/.installed-plates ## Makes the forms of consent and of withdrawal in dist/forms/
	@$(BIN)/villages forms $(if $(DAY),--day '$(DAY)')

handbook: $(VENV)/.installed-plates ## Makes every village's handbook to print and hang in dist/handbook/
	@$(BIN)/villages handbook $(if $(DAY),--day '$(DAY)')

offline: site ## Builds the site and packs it in dist/ as a zip that opens from a USB stick
	@$(BIN)/villages offline $(if $(DAY),--day '$(DAY)')

serve: $(VENV)/.installed ## Shows the site on this machine and rebuilds it on every change
	@$(BIN)/mkdocs serve

check: $(VENV)/.installed-dev ## Checks format, lint, types and the data
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/villages check

# The tests start Python some hundred times: compiled once and kept, whatever the environment says.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/.installed-dev ## Runs every test
	@.ci/ensure-chromium
	@.ci/ensure-java
	@.ci/ensure-npm tests/readers
	@.ci/in-memory $(PYTEST) --numprocesses 3 --dist loadfile --no-loadscope-reorder

golden: $(VENV)/.installed-dev ## Accepts what is built now as the golden output of the tests
	@$(PYTEST) --accept -m golden

bench: $(VENV)/.installed-bench ## Builds a commune's site and the same in Hugo, and compares
	@$(BIN)/python tests/bench/run.py

audit: $(VENV)/.installed-dev ## Measures the sample as phones meet it, and writes the table that the docs show
	@.ci/ensure-chromium
	@.ci/ensure-java
	@.ci/ensure-npm tests/readers tests/audit
	@$(BIN)/python -m tests.audit.run

lock: | $(VENV)/.installed ## Renews the lock files from pyproject.toml
	@$(PIP) 'uv>=0.9,<1'
	$(call compile,requirements.lock,--extra build)
	$(call compile,requirements-plates.lock,--extra plates --extra reports --constraint requirements.lock)
	$(call compile,requirements-dev.lock,--extra build --extra plates --extra reports --extra test --extra dev --constraint requirements.lock)
	$(call compile,requirements-bench.lock,--extra bench --constraint requirements-dev.lock)
	$(call compile,requirements-audit.lock,--extra audit --constraint requirements-dev.lock)

dependencies: $(VENV)/.installed-audit ## Asks whether a weakness is known of any package in the lock files
	@$(BIN)/pip-audit --strict --disable-pip --require-hashes --progress-spinner off $(LOCKS:%=--requirement %)

clean: ## Removes what was built and the caches; .venv/ stays
	@rm -rf site dist build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

# One stamp for each set of packages: a second call of make does nothing.
$(VENV)/.installed: requirements.lock pyproject.toml
	$(call install,$<)

$(VENV)/.installed-plates: requirements-plates.lock $(VENV)/.installed
	$(call install,$<)

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(call install,$<)

$(VENV)/.installed-bench: requirements-bench.lock $(VENV)/.installed
	$(call install,$<)

$(VENV)/.installed-audit: requirements-audit.lock $(VENV)/.installed
	$(call install,$<)

# $(call install,LOCK): the environment, the packages of a lock and the project itself, editable.
define install
@.ci/create-venv '$(PYTHON)' '$(VENV)'
@echo 'Installing $(1) into $(VENV)/ ...' >&2
@$(PIP) --require-hashes --only-binary :all: --requirement $(1)
@$(PIP) --no-deps --no-build-isolation --editable .
@touch $@
endef

# $(call compile,LOCK,OPTIONS): one lock for every Python from 3.11 on, without any registry's address.
define compile
@echo 'Resolving $(1) ...' >&2
@UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv --quiet pip compile pyproject.toml $(2) \
	--upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --output-file $(1)
endef
