"""Balances of public money: income less expenditure, and taxes with other income."""

from __future__ import annotations

from collections.abc import Iterator

from checks.rules.arithmetic.formulas import added, minus
from checks.rules.arithmetic.operands import operands
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, PERCENT, Sketch
from checks.rules.arithmetic.trial import Trial
from extract.late import late

_SIDE = rf"[^{LETTERS}。；\n\f]{{0,10}}(?:，(?:比上年|同比)?(?:增长|下降|增加|减少){PERCENT})?[^{LETTERS}。；，\n\f]{{0,4}}[，；、]"
_LEFT_OVER = late(
    rf"收入(?:总计|合计|总量|总额)?(?:为|达到?|共|完成|实现)?(?P<in>{LEVEL}){_SIDE}[^{LETTERS}。；，\n\f]{{0,8}}支出(?:总计|合计|总量|总额)?(?:为|达到?|共|完成|实现)?(?P<out>{LEVEL}){_SIDE}"
    rf"(?:收支[^{LETTERS}。；，\n\f]{{0,3}}，?)?(?:当年|本年|年终|年末|收支|净|实现|当期|滚存)*(?P<word>结余|盈余|净结余)(?:资金)?(?:为|达到?|约)?(?P<left>{LEVEL})"
)
_TAXES = late(
    rf"税收(?:收入)?(?:为|完成|实现|达到?)?(?P<tax>{LEVEL}){_SIDE}非税收入(?:为|完成|实现|达到?)?(?P<other>{LEVEL}){_SIDE}(?:一般公共预算|地方财政|财政)收入(?:合计|总计|为|完成|实现|达到?)*(?P<total>{LEVEL})"
)
# 每年收入达6.98亿元。减去租用成本约6000万元，预计每年有6.38亿元净收入
_AFTER_COST = late(
    rf"(?P<in>{LEVEL})[^{LETTERS}。；\n\f]{{0,4}}[。，]\n?(?:减去|扣除|扣减)[^{LETTERS}。；，\n\f]{{0,16}}(?P<out>{LEVEL})[^{LETTERS}。；，\n\f]{{0,4}}，[^{LETTERS}。；，\n\f]{{0,14}}?(?:有|为|达|余|剩|得)(?P<left>{LEVEL})的?(?:净|结余|盈余|剩余)"
)
_CARRIED = late(r"结转|滚存|累计|上年结余")


def money_balances(sketch: Sketch) -> Iterator[Trial]:
    """The balances of a document that a sentence tells in the order in which they are computed."""
    for match in (*_LEFT_OVER.finditer(sketch.text), *_AFTER_COST.finditer(sketch.text)):
        claims = sketch.named(match, "left", "in", "out")
        if claims is None or len({claim.unit for claim in claims}) != 1 or _CARRIED.search(match.group()):
            continue
        found = operands(*claims)
        if found is None:
            continue
        _, income, spent = (sketch.quote(claim) for claim in claims)
        yield Trial(
            "balance",
            found[0],
            found[1:],
            minus,
            f"{income}-{spent}",
            f"“{income}”减“{spent}”为{{computed}}，文中为“{{stated}}”",
            worst="warning",
        )
    for match in _TAXES.finditer(sketch.text):
        claims = sketch.named(match, "total", "tax", "other")
        found = operands(*claims) if claims is not None else None
        if claims is None or found is None or len({claim.unit for claim in claims}) != 1:
            continue
        left = "+".join(one.numeral() for one in found[1:])
        yield Trial(
            "sum", found[0], found[1:], added, left, "税收与非税收入之和为{computed}，与收入“{stated}”不符"
        )
