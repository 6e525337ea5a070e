"""D14: a goal that points the wrong way: 失业率控制在5.5%以上."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_UNWANTED = late(
    "(?:失业率|死亡率|发病率|患病率|发案率|不良率|不良贷款率|负债率|债务率|赤字率|辍学率|事故率|差错率|投诉率|贫困发生率|"
    "PM2.5(?:平均)?浓度|能耗强度|单位生产总值能耗|碳排放强度|三公经费|事故起数|死亡人数|物价涨幅|价格涨幅|通货膨胀率)"
    "[^，。；、：\n0-9]{0,8}$"
)
_NUMBER = rf"[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?(?:%|‰|{HAN}{{1,6}}?)?"
_FLOOR = late(rf"[控稳保压](?:制|定|持|降|减|缩)在(?:(?:不低于)?{_NUMBER}以上|不低于{_NUMBER})")
_RISE = late(
    r"(?:力争|争取|确保|努力实现)(?:全年|全市|全县|全省|全区|年内|使|把|将)?(?P<noun>(?:生产安全|安全|交通|火灾)?事故(?:起数|死亡人数|数)?"
    rf"|死亡人数|刑事发案|信访总量|失业率|投诉量|(?:万元|单位)(?:地区)?生产总值能耗|能耗强度|碳排放强度)(?:同比|比上年|比去年)?(?P<goal>(?:增长|上升|增加|提高){_NUMBER})"
)

_GOAL_BEHIND = late(
    r"(?P<noun>(?:生产安全|安全|交通|火灾)事故(?:起数|死亡人数|数)?|死亡人数|刑事发案|信访总量|失业率|投诉量|(?:万元|单位)(?:地区)?生产总值能耗|能耗强度)"
    rf"(?:全年)?(?:力争|争取|确保|努力实现)(?P<goal>(?:增长|上升|增加|提高){_NUMBER})"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield goals for unwanted things that set a floor or a rise."""
    text = reading.prose.text
    for match in _FLOOR.finditer(text):
        noun = _UNWANTED.search(text, max(0, match.start() - 24), match.start())
        words = match[0]
        if noun is None or (("幅" in noun[0] or "膨胀" in noun[0]) and not words.startswith("控制")):
            continue
        ceiling = words.replace("以上", "以内").replace("不低于", "不高于")
        yield _hit(match.span(), noun[0], "“以上”是下限", ceiling)
    for match in _RISE.finditer(text):
        yield _hit(match.span("goal"), match["noun"], "目标写成了上升", "")
    for match in _GOAL_BEHIND.finditer(text):
        yield _hit(match.span("goal"), match["noun"], "目标写成了上升", "")


def _hit(span: tuple[int, int], noun: str, reason: str, suggestion: str) -> Hit:
    return Hit(
        *span,
        f"“{noun}”越低越好，目标的方向写反了",
        f"{reason}，等于要求{noun}不能太低",
        suggestion,
    )


RULE = Rule(
    code="D14",
    name="goal-direction",
    title="目标方向写反",
    category="wording",
    severity="error",
    what="失业率、事故、能耗强度等越低越好的指标，目标却写“控制在N以上”或“力争上升”。",
    why="下限写成上限或相反，目标就成了它的反面。",
    silent="“控制在N以内”“不高于N”；越高越好的指标；对物价涨幅的“稳定在、保持在N以上”。",
    bad=(
        Example("2026年，青川市城镇调查失业率控制在5.5%以上。", "控制在5.5%以上"),
        Example("力争生产安全事故起数增长5%，守住安全底线。", "增长5%"),
    ),
    good=(
        "2026年，青川市城镇调查失业率控制在5.5%以内。",
        "力争生产安全事故起数下降5%，守住安全底线。",
    ),
    near=("城镇调查失业率控制在5.5%左右，高校毕业生就业率保持在90%以上。",),
    find=find,
)
