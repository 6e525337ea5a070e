# make demo   审一遍 examples/documents，看看报告是什么样
# make test   全部测试
# make lint   代码检查：ruff、mypy、导入方向
# make bench  测速
# make docs   由规则写出 docs/rules/
# make lock   重新锁定依赖（需要 uv）
# make clean  删掉虚拟环境和输出

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint bench docs lock clean
.DEFAULT_GOAL := demo

# Every package comes in the version and with the hash that the lock names; the package itself is linked, not copied.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 以上，可以指定：make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q extract checks reports flows
	touch $@

demo: $(READY)
	@$(BIN)/heshu run examples/documents --out out/demo; code=$$?; \
	if [ $$code -eq 1 ]; then \
		echo; echo "上面说“不通过”是对的：这些例子里故意留了错，见 examples/README.md。"; \
		echo "用浏览器打开 out/demo/index.html 看报告。"; \
	else \
		echo "应有的退出码是 1（有文件不通过），现在是 $$code"; exit 1; \
	fi

test: $(READY)
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python bench/speed.py

docs: $(READY)
	$(BIN)/python -m checks.rule_pages docs/rules

lock:
	.ci/lock

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
