# A thin wrapper: the steps are in deploy/*.py, so that a machine without make runs them with python3.
PYTHON ?= python3
BIN = .venv/bin
# Two workers: the machine that CI runs on has two cores. Other machines: make test WORKERS=8
WORKERS ?= 2
ARGS ?=
# Where Python was told to write no bytecode it compiles everything at every start, most of what a start takes: into .venv, then.
ifdef PYTHONDONTWRITEBYTECODE
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX ?= $(CURDIR)/.venv/pycache
endif

help:  ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 16

run:  ## Start the newsroom, with a demonstration inside (DEMO=0 without, PORT=8001 elsewhere)
	@exec $(PYTHON) deploy/start.py

dev:
	@$(PYTHON) deploy/environment.py dev

readers:
	@$(PYTHON) deploy/readers.py

test: dev readers  ## Run the ordinary suite, set-up included (ARGS="-k feeds" for a part)
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not prove" $(ARGS)

check: dev  ## Lint, types, contracts between rooms, migrations, settings, templates
	@$(BIN)/python deploy/check.py

prove: dev readers  ## Run the long suite: everything, with many more generated cases
	HYPOTHESIS_PROFILE=prove $(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile --no-loadscope-reorder -o faulthandler_timeout=0 $(ARGS)

bench: dev  ## Measure what the entry costs, on this machine
	@$(BIN)/python deploy/bench.py $(ARGS)

screens: dev  ## Take a picture of every page and desk screen into screens/
	@$(BIN)/python -m newsroom.tests.screens screens $(ARGS)

lock: dev  ## Pin the newest versions that requirements*.in allow
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade -o requirements.txt requirements.in
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade -o requirements-dev.txt requirements-dev.in

.PHONY: help run dev readers test check prove bench screens lock
