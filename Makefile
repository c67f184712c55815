# Every target does its own set-up. All that a machine must have is Python 3.11 or later and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONTENT ?= content
OUT ?= site
FORM ?= build/form
SITE_READY := $(VENV)/.ready-for-site
ALL_READY := $(VENV)/.ready-for-all
NODE_READY := node_modules/.ready-for-site
ALL_NODE_READY := node_modules/.ready-for-all
MACHINE_READY := .cache/.machine-ready

.PHONY: site serve form check test lint format docs audit bench lock clean

site: form
	@$(BIN)/award-site build --content $(CONTENT) --out $(OUT) --form $(FORM)

serve: form
	@$(BIN)/award-site serve --content $(CONTENT) --form $(FORM)

# The form of the yearly report: made again only where something in it has changed.
form: $(NODE_READY)
	@$(BIN)/self-assessment build --content $(CONTENT) --out $(FORM)

check: $(SITE_READY)
	@$(BIN)/award-site check --content $(CONTENT) --out $(OUT) \
		$(if $(wildcard $(FORM)/form.json),--form $(FORM))

test: $(ALL_READY) $(ALL_NODE_READY) $(MACHINE_READY)
	@$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(ALL_READY) $(ALL_NODE_READY) form
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/node node_modules/typescript/bin/tsc --project self_assessment/form
	@$(BIN)/node node_modules/eslint/bin/eslint.js --config tests/old_browsers/eslint.config.mjs \
		generator/*/scripts generator/layouts/overrides/scripts
	@$(BIN)/node node_modules/stylelint/bin/stylelint.mjs \
		--config tests/old_browsers/stylelint.config.mjs "generator/layouts/overrides/assets/*.css"

format: $(ALL_READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# The reference pages under docs/ and the schemas for editors, written from the code.
docs: $(ALL_READY)
	@$(BIN)/python docs/reference.py
	@$(BIN)/python docs/servers.py
	@$(BIN)/award-site schema --out generator/records/schemas

# The licences of what is passed on, and its bills of materials, into build/audit.
audit: $(ALL_READY) form
	@$(BIN)/python -m audit

bench: $(ALL_READY) $(ALL_NODE_READY) $(MACHINE_READY)
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.form
	@$(BIN)/python -m benchmarks.papers
	@$(BIN)/python -m benchmarks.privacy
	@$(BIN)/python -m benchmarks.startup

# Pins the dependencies anew. Addresses stay out of the locks: npm notes where to donate.
LOCK := $(BIN)/uv pip compile --quiet pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade
lock: $(NODE_READY)
	@$(BIN)/python -m pip install --quiet uv
	@$(LOCK) --extra build --output-file requirements.lock
	@$(LOCK) --extra build --extra dev --extra bench --extra audit --constraint requirements.lock \
		--output-file requirements-dev.lock
	@$(BIN)/npm install --package-lock-only --loglevel=error >/dev/null
	@$(BIN)/node -e 'const fs = require("fs"), file = "package-lock.json"; \
		const lock = JSON.parse(fs.readFileSync(file)); \
		for (const one of Object.values(lock.packages)) delete one.funding; \
		fs.writeFileSync(file, JSON.stringify(lock, null, 2) + "\n")'

clean:
	rm -rf .cache build .site.spare $(VENV) node_modules .mypy_cache .ruff_cache .pytest_cache
	find site -mindepth 1 ! -name .gitignore -delete

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "需要 Python 3.11 或更高版本；可用 make PYTHON=python3.12 指定。" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "建不了虚拟环境；Debian 和 Ubuntu 请先安装 python3-venv。" >&2; exit 1; }

# The package itself is installed as it stands, so that an edit needs no new installation.
$(SITE_READY): requirements.lock pyproject.toml | $(BIN)/python
	@echo "安装依赖……"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	@touch $@

$(ALL_READY): requirements-dev.lock $(SITE_READY)
	@echo "安装开发依赖……"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# Node comes with the Python packages. `dependencies` of package.json are for the site,
# `devDependencies`, old browsers among them, for the tests.
$(NODE_READY): package-lock.json .npmrc | $(SITE_READY)
	@echo "安装前端依赖……"
	@$(BIN)/npm ci --omit=dev --loglevel=error >/dev/null
	@touch $@

$(ALL_NODE_READY): package-lock.json .npmrc | $(SITE_READY)
	@echo "安装前端开发依赖……"
	@$(BIN)/npm ci --loglevel=error >/dev/null
	@touch $@ $(NODE_READY)

# What the tests need besides Python: browsers, and a Chinese font for them.
$(MACHINE_READY): tests/machine
	@tests/machine
	@mkdir -p $(@D) && touch $@
