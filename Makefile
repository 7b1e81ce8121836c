# Mingbai 明白. `make site` builds the demonstration community, `make test` runs every check; `make help` lists the rest.
# Everything is kept inside this folder: the environment in .venv, the site in site/.
# Another Python: `make site PYTHON=python3.13`.

PYTHON ?= python3
VENV   ?= .venv
AS_OF  ?= 2026-11-10
JOBS   ?= auto

BIN    := $(VENV)/bin
SHELL  := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The environment follows the Python that was asked for by name.
ifneq ($(filter command% environment%,$(origin PYTHON)),)
VERSION = import sys; print(*sys.version_info[:2])
ifneq ($(shell $(PYTHON) -c '$(VERSION)'),$(shell $(BIN)/python -c '$(VERSION)' 2>/dev/null))
$(shell rm -f $(VENV)/.created $(VENV)/.runtime $(VENV)/.dev)
endif
endif

# Python keeps what it has compiled: the tests start the command some sixty times.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help site serve demos test tests audit shots lint format bench lighthouse messages language lock clean

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

site: $(VENV)/.runtime ## the demonstration community, built into site/
	$(BIN)/mingbai build --as-of $(AS_OF)
	@echo "site/index.html  ($(BIN)/python -m http.server --directory site)"

serve: $(VENV)/.runtime ## the demonstration in the browser, made anew whenever something is saved
	$(BIN)/mingbai serve --as-of $(AS_OF)

demos: site ## all demonstrations: site/, site.hexi/ (a converted village with a collective in double entry), site.liuxi/ (a village)
	$(BIN)/mingbai -C examples/hexi build --as-of $(AS_OF) --site-dir $(CURDIR)/site.hexi
	$(BIN)/mingbai -C examples/liuxi build --as-of $(AS_OF) --site-dir $(CURDIR)/site.liuxi
	@echo "site.hexi/index.html  site.liuxi/index.html"

test: $(VENV)/.dev ## style, types, import contracts and all tests
	@$(MAKE) --no-print-directory --jobs=2 lint tests

# mypy works on one processor while the tests begin on the other.
tests: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

audit: $(VENV)/.dev $(VENV)/vnu.jar ## axe-core over every sort of page, the main ones in every combination, the HTML checker over every page (needs Java and npm)
	MINGBAI_AUDIT=1 MINGBAI_VNU=$(abspath $(VENV))/vnu.jar $(BIN)/python -m pytest -n $(JOBS) --dist worksteal tests/browser/test_axe.py tests/test_html.py

shots: $(VENV)/.dev ## pictures of ten pages at two widths, into shots/
	MINGBAI_SHOTS=$(CURDIR)/shots $(BIN)/python -m pytest -q tests/browser/test_shots.py

lint: $(VENV)/.dev ## style, types and import contracts only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.dev ## rewrite the code in the one style
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(VENV)/.bench ## our speed against others on the same work, one line a figure
	@$(BIN)/python -m bench

lighthouse: site $(VENV)/.dev $(VENV)/lighthouse/.installed ## Lighthouse's scores of three sorts of page, as on a slow phone (needs npm and Chromium)
	@$(BIN)/python -m bench.lighthouse $(VENV)/lighthouse/node_modules/.bin/lighthouse site

# Languages of the site beside Chinese and English.
FURTHER = $(filter-out en,$(patsubst generator/mingbai/locale/%/LC_MESSAGES/site.po,%,$(wildcard generator/mingbai/locale/*/LC_MESSAGES/site.po)))

messages: $(VENV)/.dev ## the catalogues of the command line and of the site: new words in, compiled for use
	$(BIN)/pybabel --quiet extract -k _ -k N_ -o $(VENV)/mingbai.pot generator/mingbai/cli
	$(BIN)/pybabel --quiet update -D mingbai -l en -i $(VENV)/mingbai.pot -d generator/mingbai/locale
	$(BIN)/pybabel --quiet compile -D mingbai -d generator/mingbai/locale
	$(BIN)/pybabel --quiet extract -F generator/mingbai/locale/site.toml --sort-output --no-wrap --add-location=file -o $(VENV)/site.pot .
	$(BIN)/pybabel --quiet update -D site -l en -i $(VENV)/site.pot -d generator/mingbai/locale --no-fuzzy-matching --ignore-obsolete --no-wrap
	$(BIN)/pybabel --quiet extract -F generator/mingbai/locale/further.toml --sort-output --no-wrap --add-location=file -o $(VENV)/further.pot .
	for lang in $(FURTHER); do $(BIN)/pybabel --quiet update -D site -l $$lang -i $(VENV)/further.pot -d generator/mingbai/locale --no-fuzzy-matching --ignore-obsolete --no-wrap || exit 1; done
	$(BIN)/pybabel --quiet compile -D site -d generator/mingbai/locale

language: $(VENV)/.dev ## an empty catalogue for one more language of the site: make language CODE=zh_Hant (bo, ug, mn, kk_Arab ...)
	@test -n "$(CODE)" || { echo "which one? make language CODE=bo" >&2; exit 1; }
	$(BIN)/pybabel --quiet extract -F generator/mingbai/locale/further.toml --sort-output --no-wrap --add-location=file -o $(VENV)/further.pot .
	$(BIN)/pybabel --quiet init -D site -l $(CODE) -i $(VENV)/further.pot -d generator/mingbai/locale --no-wrap
	@echo "generator/mingbai/locale/$(CODE)/LC_MESSAGES/site.po: translate, then make messages"

lock: $(VENV)/.dev ## requirements/*.txt anew from pyproject.toml (needs uv and an index)
	requirements/lock.sh

clean: ## remove everything that was made
	rm -rf $(VENV) site site.hexi site.liuxi shots dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# --- the environment: locked, hashed, quick the second time -----------------------------------------------------------

PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet install
OWN = $(PIP) --no-deps --no-build-isolation --editable .

# `INSTALLER=uv` lets the uv that requirements/installer.txt has put into the environment do it, in a tenth of the time, and pip where uv cannot:
# it does not read what pip was told of mirrors, so pip is what everybody gets who says nothing.
INSTALL = $(if $(filter uv,$(INSTALLER)),$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes --requirement $(1) ||) \
	$(PIP) --require-hashes --requirement $(1)

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "This Python lacks venv; on Debian: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.created requirements/runtime.txt pyproject.toml
	$(call INSTALL,requirements/runtime.txt)
	$(OWN)
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements/bench.txt
	$(call INSTALL,requirements/bench.txt)
	@touch $@

LIGHTHOUSE := 12.8.2

$(VENV)/lighthouse/.installed: $(VENV)/.created
	@command -v npm >/dev/null || { echo "npm is missing; on Debian: apt install npm" >&2; exit 1; }
	mkdir -p $(@D) && npm install --prefix $(@D) --silent --no-audit --no-fund lighthouse@$(LIGHTHOUSE) >/dev/null
	@touch $@

# The Nu Html Checker (the W3C's): a program in Java, of npm the file only.
VNU     := 26.9.27
VNU_SUM := 22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47

$(VENV)/vnu.jar: $(VENV)/.created
	@command -v npm >/dev/null || { echo "npm is missing; on Debian: apt install npm default-jre-headless" >&2; exit 1; }
	cd $(VENV) && npm pack --silent vnu-jar@$(VNU) >/dev/null && tar -xzOf vnu-jar-$(VNU).tgz package/build/dist/vnu.jar >vnu.jar.new && rm vnu-jar-$(VNU).tgz
	echo "$(VNU_SUM)  $(VENV)/vnu.jar.new" | sha256sum --check --quiet
	mv $(VENV)/vnu.jar.new $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	$(call INSTALL,requirements/dev.txt)
	@touch $@
