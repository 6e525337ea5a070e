"""Every code that a finding can carry, with its documentation; also of the findings that no rule makes."""

from __future__ import annotations

from functools import lru_cache

from checks.across.rules import ACROSS_RULES
from checks.rule import Rule, all_rules

SCHEMA_CODE = "S01"
EXPECTATION_CODE = "S02"

_MADE_ELSEWHERE = (
    Rule(
        code="R01",
        name="unreadable-document",
        title="文件读不了",
        category="reading",
        severity="error",
        what="文件的格式、编码或内容使它无法读成文字。",
        why="没有读到的文件不能算作已经核对，因此不予通过。",
        silent="",
        bad=(),
        good=(),
        near=(),
    ),
    Rule(
        code="R02",
        name="unfinished-check",
        title="文件没有查完",
        category="reading",
        severity="error",
        what="核对过程中某一步出了内部错误，其余各步照常进行。",
        why="没有查完的文件不能算作已经核对，因此不予通过。",
        silent="",
        bad=(),
        good=(),
        near=(),
    ),
    Rule(
        code=SCHEMA_CODE,
        name="row-breaks-schema",
        title="数据行不合规格",
        category="schema",
        severity="error",
        what="写入数据表之前，逐行核对类型、取值、位置、上下限、编号和引用；不合规格的行不写入，全文记在这条发现里。",
        why="下游程序依赖这些表：宁可少一行、报一个错，也不写入错的行。",
        silent="",
        bad=(),
        good=(),
        near=(),
    ),
    Rule(
        code=EXPECTATION_CODE,
        name="indicator-outside-expectation",
        title="指标超出预期范围",
        category="units",
        severity="warning",
        what="文中指标的单位或数值，与本单位在配置（indicators）里写明的单位和取值范围不符。",
        why="单位写错、小数点错位的数，往往首先表现为超出常见范围。",
        silent="配置里没有写明的指标，以及被遮盖的数、区间和比例。",
        bad=(),
        good=(),
        near=(),
    ),
)


@lru_cache(maxsize=1)
def told_rules() -> dict[str, Rule]:
    """The documentation by code: all rules, and what reading, validating and the desk's expectations report."""
    # Imported when the rules are told: a check without official figures has no use for it.
    from checks.official_figures import OFFICIAL_FIGURE

    rules = {rule.code: rule for rule in (*_MADE_ELSEWHERE, *ACROSS_RULES, OFFICIAL_FIGURE, *all_rules())}
    return dict(sorted(rules.items()))


def rule_title(code: str) -> str:
    """The fault that a code stands for, in one Chinese phrase; empty for a code that is not known."""
    rule = told_rules().get(code)
    return rule.title if rule is not None else ""
