# vanban: every target explains itself with `make help`.
VANBAN := .venv/bin/vanban
PYTHON := .venv/bin/python
STORE  := archive/samples.db

.PHONY: help run test bench bench-graph corpus evaluate models samples lock clean

help: ## show this help
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: ## set up, import the sample documents, show the records and one search
	@sh .ci/setup run
	@mkdir -p archive
	$(VANBAN) import corpus/samples --store $(STORE)
	$(VANBAN) search giam ngheo --store $(STORE)

test: ## set up, check style, types and import directions, run the tests
	@sh .ci/setup test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest

bench: ## set up and print speeds as ratios against named peers in the same run
	@sh .ci/setup test
	$(PYTHON) -m evaluation.bench

bench-graph: ## set up and print how fast the citation graph answers beside the bare SQL (a million made-up documents)
	@sh .ci/setup test
	$(PYTHON) -m evaluation.graph_bench --documents 1000000 --edges 10000000

corpus: ## write 200 synthetic documents with gold to archive/corpus
	@sh .ci/setup test
	$(PYTHON) -m corpus --split dev --count 200 --out archive/corpus

evaluate: ## measure every field beside the baselines and write evaluation/report.md
	@sh .ci/setup test
	$(PYTHON) -m evaluation.report

models: ## train the models again from the synthetic corpus (models/vanban_models)
	@sh .ci/setup test
	$(PYTHON) -m models

samples: ## make the sample documents again (corpus/samples)
	@sh .ci/setup test
	$(PYTHON) -m corpus.make_samples

lock: ## resolve and lock the dependencies again (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
		--extra build pyproject.toml -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
		--extra build --extra dev pyproject.toml -c requirements.txt -o requirements-dev.txt

clean: ## remove the virtual environment and everything made
	rm -rf .venv archive .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
