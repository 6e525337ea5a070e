"""Units that are not printed: ranks, money of bare 亿, people of bare 万, shares of a composition."""

from __future__ import annotations

from extract.han import HAN
from extract.late import late
from extract.quantity import Numeral, Unit
from extract.units import MULTIPLE, PERCENT, PERSON, PLACES, RANK, YUAN

_RANK_BEFORE = late(
    r"(?:[居列占]|排名?|排在|排到|升至|跃至|位次|名次|全[国省市县区州球]|世界|亚洲|各省区市?|并列|跻身|同类|保持|进至|升到|提升至|前移至|有望|争|夺"
    rf"|地级市|城市|地区|县市|国内|省内|市内|行业|区域|东部|中部|西部|设区市)(?:[A-Za-z*×@]{{1,4}}|{HAN}{{0,3}}[省市县区])?(?:前|的|从|由|自)?$"
)
_FIELD_BEFORE = late(r"[居列排位][^，。；]{0,8}[0-9]{1,4}个[^，。；0-9]{1,8}(?:中|里)?$")
_PLACES_BEFORE = late(r"(?:提升|上升|前移|前进|上移|跃升|下降|后退|后移|下滑|回落|提高)了?$")
_FIRST_BEFORE = late(r"[居列占位][^，。；、]{0,12}$|(?:全[国省市县区球]|世界|亚洲|行业|区域|省区市)$")
_NOT_TOP = late(r"(?:目|此|之|以|提|年|日|先|当|月|会|事|空|向|往|从|眼|面|学|产|售|灾|跟|超|课|生|战|史)前$")
_CLAUSE_END = frozenset("，,。；;、：:！!？?）)】【]”\n 的（(|")
_MONEY_BEFORE = late(
    r"产值|总值|总量|收入|投资|规模|资金|营收|GDP|增加值|贷款|存款|余额|出口|进口|支出|税收|利润|销售额|零售额|产业|市值|成交|预算|债券|补贴|经费|资产|融资|交易额|保费|津贴|开支|拨款|酬金|盈利|亏损|罚款|赔偿|捐款"
)
_MONEY_AFTER = late(r"的?(?:修订)?(?:预算|开支|拨款|资金|贷款|补贴|经费|投资|津贴|财政)|[购收]购|购")
# Only money does this by ten thousands without a unit: 部门开支缩水4千万.
_SHRUNK = ("缩水", "津贴", "盈利", "亏损", "罚款")
_PEOPLE_AFTER = late(
    rf"{HAN}{{0,4}}?(?:居民|群众|人口|农民|职工|学生|老人|儿童|劳动|人员|青年|干部|党员|人民|用户|网民|妇女|教师|人才|大军|难民|会员|游客|球迷|市民|观众|旅客|村民|将士|官兵|残疾人|孕产妇|群体|孩子|患者|选民|爱好者|病人|港人|国人|同胞|教徒|对象|读者|乘客|缴存人|医生|签约人)"
)
_HOUSEHOLDS_AFTER = late(rf"{HAN}{{0,2}}?户(?![口籍外部])")
_PEOPLE_BEFORE = late(
    r"(?:人口|网民|网友|粉丝|游客|会员|患者|用户|党员|员工|员额|裁军|裁员|人员|农民工)(?:总数|总量|总规模|规模)?(?:分别|已经|已|将|再|仅|预计|累计|比上年|较上年){0,3}"
    r"(?:减少|增加|增长|新增|净增|达到?|为|是|有|突破|超过?|不超过|降至|下降到|减到|增至|增加到|控制在|总计达到){0,2}(?:了|约|近|超过?)?$"
)
_COUNTED_BEFORE = late(
    r"(人次|日次|人数|户数|家数|件数)(?:[，,]?[^，。；、：]{0,10}(?:录得|维持|保持在?|达到?|为|共|有))?(?:达到?|为|近|超过?|约|突破)?$"
)
HOUSEHOLD = Unit("户", PERSON.factor, "people")
_COUNTED = {
    "人次": Unit("人次", PERSON.factor, "people"),
    "日次": Unit("日次", PERSON.factor, "count"),
    "人数": PERSON,
    "户数": Unit("户", PERSON.factor, "people"),
    "家数": Unit("家", PERSON.factor, "count"),
    "件数": Unit("件", PERSON.factor, "count"),
}
_VICTIMS = frozenset("死伤失男女")
_VICTIMS_AFTER = late(r"(?:死|伤|失踪|男|女)(?=[0-9，。；、\s]|$)")
_MEDALS = frozenset("金银铜")
_MEDALS_AFTER = late(r"[金银铜](?=[、，,]?[0-9]|[，。；的为\s]|$)")
MEDAL = Unit("枚", PERSON.factor, "count")
_AGE_BEFORE = late(r"现年|年届|年近|年仅|年满|终年|享年|年逾|年过")
_AGE_ENDS = frozenset("年届近仅满逾过")
YEARS_OF_AGE = Unit("岁", PERSON.factor, "age")
_SHARE_BEFORE = late(r"(?:占比|比重|占[^，。；0-9]{0,12})(?:突破|达到?|为|超过?|约|近)$")


_CURRENCIES = {
    mark: Unit(name, YUAN.factor, "money")
    for mark, name in (
        ("US$", "美元"), ("HK$", "港元"), ("￥", "元"), ("¥", "元"), ("€", "欧元"), ("£", "英镑"), ("美金", "美元"),
        ("USD", "美元"), ("HKD", "港元"), ("EUR", "欧元"), ("GBP", "英镑"), ("JPY", "日元"), ("RMB", "元"), ("CNY", "元"),
        ("港币", "港元"), ("澳门币", "澳门元"), ("新台币", "新台币"), ("台币", "新台币"),
    )
}  # fmt: skip
_CURRENCY_ENDS = frozenset(mark[-1] for mark in _CURRENCIES)


def clause_ends(text: str, position: int) -> bool:
    """Whether a clause ends, or a 的 follows, at a position."""
    char = text[position : position + 1]
    return not char or char in _CLAUSE_END


def is_top(text: str, numeral: Numeral, unit: Unit | None, end: int, before: str) -> bool:
    """Whether a number with 前 before it bounds a rank (前30, 前两位, 前十强) and no time (前三季度, 目前30家)."""
    if not before.endswith("前") or _NOT_TOP.search(before):
        return False
    if unit is None:
        return clause_ends(text, end)
    return unit.name in ("人", "强", "名") and text[numeral.end : end] in ("位", "名", "强")


def as_rank(text: str, numeral: Numeral, unit: Unit | None, end: int, before: str) -> Unit | None:
    """The unit, or that of a rank where the number is one: 第3位, 位列44名, 全省第一."""
    printed = text[numeral.end : end]
    if numeral.ordinal:
        if printed in ("位", "名"):
            return unit if before.endswith(("放在", "摆在", "置于", "是", "列为")) else RANK
        if unit is not None and unit.name == "大" and text[end : end + 1] not in ("步", "事", "关", "任"):
            return RANK
        if text.startswith("首位", numeral.start):
            return RANK if _FIRST_BEFORE.search(before) else unit
        if unit is None and numeral.shape == "masked":
            return RANK
        if (
            unit is None
            and clause_ends(text, end)
            and (_RANK_BEFORE.search(before) or _FIELD_BEFORE.search(before))
        ):
            return RANK
    elif printed in ("位", "名"):
        if _PLACES_BEFORE.search(before):
            return PLACES
        if _RANK_BEFORE.search(before):
            return RANK
    return unit


def currency_before(unit: Unit | None, before: str) -> Unit | None:
    """The unit, or the currency that stands before the number: HK$3.2亿, 港币两千元."""
    if before[-1:] not in _CURRENCY_ENDS or (unit is not None and unit != YUAN):
        return unit
    for mark, currency in _CURRENCIES.items():
        if before.endswith(mark):
            return currency
    return unit


def implied_unit(text: str, numeral: Numeral) -> Unit | None:
    """The unit that a numeral without one must have.

    产值228亿 is money, 242万居民 are people, 占比突破40 is a share, 6.8:45.2:48 are the shares of a whole, 翻番 doubles.
    """
    if numeral.shape == "masked" or numeral.ordinal:
        return None
    if text[numeral.start] == "翻":
        return MULTIPLE
    if numeral.shape == "ratio":
        return PERCENT if 99 <= float(sum(numeral.values)) <= 101 else None
    last = text[numeral.end - 1]
    if numeral.arabic and last.isdigit():
        following = text[numeral.end : numeral.end + 1]
        if following in _VICTIMS and _VICTIMS_AFTER.match(text, numeral.end):
            return PERSON
        if following in _MEDALS and _MEDALS_AFTER.match(text, numeral.end):
            return MEDAL
        if text[numeral.start - 1 : numeral.start] in _AGE_ENDS and _AGE_BEFORE.search(
            text, max(0, numeral.start - 2), numeral.start
        ):
            return YEARS_OF_AGE
    counted = _COUNTED_BEFORE.search(text, max(0, numeral.start - 18), numeral.start)
    if counted is not None and (last in "万亿" or last.isdigit()):
        return _COUNTED[counted.group(1)]
    if last in "万亿":
        if _PEOPLE_AFTER.match(text, numeral.end):
            return PERSON
        if _HOUSEHOLDS_AFTER.match(text, numeral.end):
            return HOUSEHOLD
        if _PEOPLE_BEFORE.search(text, max(0, numeral.start - 24), numeral.start):
            return PERSON
    if text.startswith("出头", numeral.end) and 10 <= numeral.values[-1] < 100:
        return YEARS_OF_AGE
    if last == "万" and text.startswith(_SHRUNK, numeral.start - 2):
        return YUAN
    if last in "亿千":
        clause = text[max(0, numeral.start - 24) : numeral.start]
        clause = clause[max(clause.rfind(mark) for mark in "。；\n") + 1 :]
        if (
            _MONEY_BEFORE.search(clause)
            or text.startswith("级", numeral.end)
            or (last == "亿" and _MONEY_AFTER.match(text, numeral.end))
        ):
            return YUAN
    if (
        last.isdigit()
        and numeral.values[-1] <= 100
        and _SHARE_BEFORE.search(text, max(0, numeral.start - 18), numeral.start)
    ):
        return PERCENT
    return None
