"""What may be recomputed: growth is not always the quotient of the printed levels (field guide, section 7).

Growth of value added is at constant prices and that of surveyed sets of firms on a comparable set of units, while the
printed levels are at current prices and of the set of the year; there the quotient of the levels says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from checks.finding import Severity
from extract.claim import Claim
from extract.late import late

_GATE = late(
    r"不变价|可比价|可比口径|同口径|同比口径|实际(?:增长|增速|增幅|下降|增加)|扣除|剔除|还原|调整口径|口径调整|(?<!经)修订(?!后?的?预算)|快报|"
    r"初步核算|最终核实|经济普查|折合|按美元|美元计|基数调整|两年平均|环比|季调|季节"
)
_SURVEYED = late(r"规模?以上|规上|限额以上|限上|投资|工业|利润|营收|营业|房地产|商品房")
_UNSURE = late(r"力争|目标|预计|预期|计划|确保|争取")
_PROVEN = frozenset({"nominal", "stock", "physical"})
_CLASS_BY_WORDS = (
    (late(r"增加值|生产总值|GDP|劳动生产率|国民总?收入|农林牧渔业总产值"), "real"),
    (late(r"规模?以上|规上|限额以上|限上|投资|销售面积|工业总?产值|营收|营业收入"), "comparable"),
    (late(r"零售|进出口|出口|进口|外资|旅游|经费"), "nominal_weak"),
    (
        late(r"预算|税收|财政|收入|支出|消费|保费|产量|用电|货运|客运|吞吐|新增就业|存款|贷款|余额"),
        "nominal",
    ),
)


def gated(words: str) -> bool:
    """Whether a gate word forbids a recomputation in its sentence."""
    return _GATE.search(words) is not None


def price_class(claims: Sequence[Claim], words: str) -> str | None:
    """How the growth of what some levels measure is computed.

    Args:
        claims: The levels.
        words: The words that introduce them, for indicators that the lexicon does not know.

    Returns:
        The class, ``None`` where nothing tells it. Things that are counted or weighed are physical.
    """
    for claim in claims:
        if claim.price_class is not None and not _merely_output(claim, words):
            return claim.price_class
    unit = claims[0].quantity.unit
    if unit is not None and unit.dimension in ("count", "people"):
        return "physical"
    for pattern, name in _CLASS_BY_WORDS:
        if pattern.search(words):
            return name
    if unit is not None and unit.dimension not in ("money", "share", "multiple", "points", "rank", ""):
        return "physical"
    return None


def _merely_output(claim: Claim, words: str) -> bool:
    """Whether an output is outside the surveyed sets of firms: 茶叶产值 grows as its levels do."""
    if claim.price_class != "comparable" or claim.indicator_key is not None:
        return False
    return not _SURVEYED.search((claim.indicator or "") + words)


def gravest(claims: Sequence[Claim], words: str, sentence: str) -> tuple[Severity | None, str]:
    """How grave a growth can be that its levels contradict.

    Args:
        claims: The levels.
        words: The words that introduce them.
        sentence: The clauses around, for gate words.

    Returns:
        The gravest severity, or ``None`` with the reason in Chinese why the growth may not be recomputed.
    """
    if gated(sentence):
        return None, "句中有口径或价格用语，增速不能由水平数推算"
    kind = price_class(claims, words)
    if kind == "real":
        return None, "该指标增速按不变价格计算，不能由现价水平推算"
    if kind == "comparable":
        return None, "该指标增速按可比口径计算，不能由水平数推算"
    aim = any(claim.status != "actual" for claim in claims) or _UNSURE.search(sentence)
    return ("error" if kind in _PROVEN and not aim else "warning"), ""
