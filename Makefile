# Two commands for most people: `make run` and `make test`. What each does is in README.md.
# Settings: PORT (default 8000), KITH_DATA (data folder, default var/), PYTHON (default: the first 3.11+ found).

.PHONY: run test check
.DELETE_ON_ERROR:
# Each step needs what the one before it installed.
.NOTPARALLEL:

PORT ?= 8000
export PORT
# Tests start `kith` some hundreds of times: what was compiled is kept, though it be forbidden outside.
unexport PYTHONDONTWRITEBYTECODE
pip = .venv/bin/python -m pip install --quiet --disable-pip-version-check --progress-bar off
# The libraries come with their hashes; Kith itself is linked in without asking any registry.
kith = $(pip) --no-deps --no-build-isolation --editable .

# What is tried on PostgreSQL 15 as well, and why the rest is not: docs/adr/0280.
again = database and not browser

run: .venv/installed-run node_modules/sheets .venv/words
	exec .venv/bin/kith up --beside advice

test: .venv/installed-dev node_modules/sheets .venv/words
	@KITH_CHROMIUM="$$(sh kith/core/setup/chromium.sh)" && export KITH_CHROMIUM && \
		case " $(PYTEST) " in \
		"  ") .venv/bin/pytest -n 2 --dist worksteal tests/advice && .venv/bin/pytest -n 2 --dist worksteal;; \
		*) .venv/bin/pytest -n 2 --dist worksteal $(PYTEST);; esac
	@if test -z "$$KITH_TEST_PG15_URL"; then \
		echo "No KITH_TEST_PG15_URL: tests marked database ran on the embedded PostgreSQL alone."; \
	else \
		echo "Again on PostgreSQL 15: the tests marked database that open no browser (docs/adr/0280)."; \
		export KITH_TEST_SERVER_URL="$$KITH_TEST_PG15_URL"; \
		test -n "$(PYTEST)" || .venv/bin/pytest -n 2 --dist worksteal -m "$(again)" tests/advice || exit 1; \
		.venv/bin/pytest -n 2 --dist worksteal -m "$(again)" $(PYTEST); \
	fi

check: .venv/installed-dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	.venv/bin/python manage.py makemigrations --check --dry-run
	KITH_AS=advice DJANGO_SETTINGS_MODULE=kith.config.advice .venv/bin/python manage.py makemigrations --check --dry-run
	.venv/bin/mypy kith
	.venv/bin/mypy --config-file kith/config/mypy_advice.toml kith/advice

# Each is made again when its lock changes, and costs nothing when it has not.
.venv/bin/python:
	sh kith/core/setup/venv.sh

.venv/installed-run: requirements.txt pyproject.toml | .venv/bin/python
	$(pip) --require-hashes --requirement requirements.txt
	$(kith)
	touch $@

.venv/installed-dev: requirements-dev.txt pyproject.toml | .venv/bin/python
	$(pip) --require-hashes --requirement requirements-dev.txt
	$(kith)
	touch .venv/installed-run $@

# What families read, made of the catalogues of each language.
.venv/words: $(wildcard kith/locale/*/*.po) | .venv/bin/python
	.venv/bin/kith words --make
	touch $@

node_modules/installed: package.json package-lock.json
	@command -v npm >/dev/null || { echo "npm is not there: install Node 20 or later (package nodejs and npm)." >&2; exit 2; }
	npm ci --ignore-scripts --loglevel=error
	touch $@

# The library's style sheet without the font that is GOV.UK's alone.
node_modules/sheets: node_modules/installed kith/design/sheets/govuk.scss
	node_modules/.bin/sass --load-path=node_modules --style=compressed --no-source-map --quiet-deps \
		kith/design/sheets/govuk.scss node_modules/.sheets/govuk.css
	touch $@
