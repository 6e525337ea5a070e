"""D20: everything, and yet less than everything: 全部办结，办结率98%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_VERBS = "办结|完成|覆盖|达标|合格|兑现|开工|整改|化解|答复|验收|建成|接入|通过"
_RATE = late(
    rf"(?P<verb>{_VERBS})[，,]?(?:总|综合)?(?P=verb)率(?:达到?|为|仅)?(?P<rate>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)%(?!以)"
)
_ALL = late("(?:全部|均已|悉数|百分之百|100%|全)(?:实现|得到)?$")
_NONE = late(
    r"零(?P<thing>事故|伤亡|上访|投诉|感染|发案)”?[^。；！？\n0-9]{0,10}?(?:发生|共发生|仅发生|受理|出现)[^。；！？\n0-9]{0,6}(?P=thing)(?P<count>[1-9][0-9]{0,4})(?:起|件|例|人|次)"
)
_OTHER = late("目标|要求|力争|确保|上年|去年|其中|此前|原来|由|从|首期|一期|下达|规上|计划")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield claims of completeness that the figure behind them denies."""
    text = reading.prose.text
    for match in _RATE.finditer(text):
        before = _ALL.search(text[max(0, match.start() - 8) : match.start()])
        if before is not None and Decimal(match["rate"]) < 100:
            yield Hit(
                match.start() - len(before[0]),
                match.end(),
                f"说全部{match['verb']}，{match['verb']}率却是{match['rate']}%",
                f"全部{match['verb']}就是100%",
                "改掉“全部”，或核对比率",
            )
    for match in _NONE.finditer(text):
        if not _OTHER.search(match[0]):
            yield Hit(
                match.start(),
                match.end(),
                f"说“零{match['thing']}”，又说发生{match['count']}起",
                "零就是一起也没有",
                f"改掉“零{match['thing']}”，或核对起数",
            )


RULE = Rule(
    code="D20",
    name="absolute-contradicted",
    title="“全部”“零”与数字矛盾",
    category="wording",
    severity="warning",
    what="前面说全部完成、全覆盖、零事故，紧接着的同一比率不到100%，或起数不是零。",
    why="绝对的说法与数字必有一个不对。",
    silent="说目标、要求、上年的话；比率所说的是另一件事。",
    bad=(
        Example("代表建议全部办结，办结率98.6%，群众满意。", "全部办结，办结率98.6%"),
        Example("全年实现重大“零事故”，共发生事故3起。", "零事故"),
    ),
    good=(
        "代表建议全部办结，办结率100%，群众满意。",
        "全年未发生重大事故，一般事故3起，下降40%。",
    ),
    near=(
        "代表建议全部办结，满意率98.6%；力争实现5G网络全覆盖，目前覆盖率92%；全部开工，开工面积同比增长8%。",
    ),
    find=find,
)
