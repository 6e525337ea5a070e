"""Which subject belongs to which value of 分别: the members of a list, each with what all of them share."""

from __future__ import annotations

import re

from extract.indicators import lexicon
from extract.late import late
from extract.phrases import measure_in
from extract.places import is_place, place_before

# One word for two things, which 分别 takes apart.
_PAIRS = {
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡常住居民": ("城镇常住居民", "农村常住居民"),
    "存贷款": ("存款", "贷款"),
    "产销量": ("产量", "销量"),
    "内外贸": ("内贸", "外贸"),
    "旅客和货邮": ("旅客", "货邮"),
}
_THREE_SECTORS = late(r"一[、]?二[、]?三次?产业?")
_SECTORS = ("第一产业", "第二产业", "第三产业")
_ORDINAL = late(r"第?[一二三四五六七八九十]")
_SPLIT = late(r"、|以及|和(?!美|谐|平)|与(?!会)|及(?!格)")
# 食品、医药等产业增加值: what stands behind 等 belongs to every member.
_OPEN = late(r"等(?=(?:[^等]{0,3}(?:产业|行业|领域|地区|作物|产品|商品|企业|部门))?[^等]{2,12}$)")
# 国家级、部级创新平台: members that only say of which level or sort something is.
_LEVEL = late(r".{1,5}[级类型等性]")
# Measures that something told before them has: 省属企业营业收入、利润.
_OF_SOMETHING = frozenset(
    [
        "营业收入",
        "营收",
        "利润",
        "利润总额",
        "利税",
        "税收",
        "产值",
        "总产值",
        "增加值",
        "产量",
        "销量",
        "销售额",
        "投资",
        "主营业务收入",
        "净利润",
        "用工",
        "工业增加值率",
        "资产",
        "负债",
        "资产总额",
        "面积",
        "数量",
        "户数",
        "人数",
        "总量",
        "增速",
        "单产",
        "总产",
        "支出",
        "收入",
    ]
)
_LONGEST_HEAD = 4


def distribute(subject: str, count: int) -> list[str] | None:
    """Split the subject of 分别 over its values.

    城镇和农村居民人均可支配收入 over two values gives 城镇居民人均可支配收入 and 农村居民人均可支配收入: the measure that only
    the last member names belongs to all, and a first member's beginning is shared by short measures behind it.

    Args:
        subject: The words before 分别.
        count: Number of values.

    Returns:
        One phrase a value, or ``None`` where the members do not match the values.
    """
    subject = subject.replace("存、贷款", "存贷款")
    for both, pair in _PAIRS.items() if count == 2 else ():
        if both in subject and "、" not in subject:
            return [subject.replace(both, one, 1) for one in pair]
    if count == len(_SECTORS) and (sectors := _THREE_SECTORS.match(subject)) is not None:
        return [sector + subject[sectors.end() :] for sector in _SECTORS]
    members = [member for member in _SPLIT.split(subject) if member]
    if len(members) != count:
        members = [member for member in subject.split("、") if member]
    if len(members) != count or count < 2:
        return None
    first, last = members[0], members[-1]
    if all(_ORDINAL.fullmatch(member) for member in members[:-1]):
        return _ordinals(members)
    measure = measure_in(last) or (last[-2:] if last.endswith(("出口", "进口")) else None)
    if measure is None:
        return _of_one_head(members)
    opened = _OPEN.search(last)
    if opened is not None and opened.start() >= 1:
        shared = last[opened.end() :]
        return [*(member + shared for member in members[:-1]), last[: opened.start()] + shared]
    own = measure_in(first)
    if own is not None:
        return _of_one_owner(members)
    shared = _shared(members, measure)
    return [*(m if measure_in(m) else m + shared for m in members[:-1]), last]


def _ordinals(members: list[str]) -> list[str] | None:
    """第一、第二、第三产业 or 第一、二、三产业."""
    first, last = members[0], members[-1]
    ordinal = _ORDINAL.match(last)
    if ordinal is None or not first.startswith("第"):
        return None
    heads = ["第" + member.removeprefix("第") + last[ordinal.end() :] for member in members[:-1]]
    return [*heads, "第" + last.removeprefix("第")]


def _of_one_head(members: list[str]) -> list[str]:
    """国家级、部级创新平台: the counted noun that only the last member prints."""
    last = members[-1]
    if all(_LEVEL.fullmatch(member) for member in members[:-1]):
        head = _LEVEL.match(last[: _LONGEST_HEAD + 1])
        if head is not None and last[head.end() :] and head.group()[-1] == members[0][-1]:
            return [*(member + last[head.end() :] for member in members[:-1]), last]
    return members


def _of_one_owner(members: list[str]) -> list[str]:
    """Members that measure something of what the first one names: 省属企业营业收入、利润."""
    first = members[0]
    if all(member in _OF_SOMETHING for member in members[1:]):
        of = next((word for word in sorted(_OF_SOMETHING, key=len, reverse=True) if first.endswith(word)), "")
        owner = first.removesuffix(of)
        if of and len(owner) >= 2 and not (owner + of in lexicon() and owner in ("财政", "一般公共预算")):
            return [first, *(owner + member for member in members[1:])]
    stem = re.sub(r"(?:[起件]数|[受办结]理数|案?发案?数|人数|总?[额量数])$", "", first)
    if len(stem) >= 3 and stem != first:
        return [first, *(m if len(m) > 6 else stem + m for m in members[1:])]
    return members


def _shared(members: list[str], measure: str) -> str:
    """The end of the last member that belongs to all of them."""
    first, last = members[0], members[-1]
    if measure.startswith("人均可支配") and "居民" in last:
        return "居民" + measure
    possessive = last.find("的")
    if 0 < possessive <= _LONGEST_HEAD and len(last) - possessive > len(measure):
        return last[possessive:]
    if is_place(first) and (place := place_before(last)):
        return last[len(place) :]
    size = len(first)
    alike = size == 1 or last[size - 1 : size] == first[-1] or {first, last[:size]} in _OPPOSED
    same = size <= _LONGEST_HEAD and all(len(member) == size for member in members[1:-1])
    if same and alike and len(last) >= size + max(2, len(measure)):
        return last[size:]
    if len(measure) < 2:
        table = lexicon()
        known = (last[at:] for at in range(1, len(last) - 1) if last[at:] in table)
        return next(known, measure)
    return measure


_OPPOSED = (
    {"城市", "农村"},
    {"城镇", "农村"},
    {"城镇", "乡村"},
    {"小学", "初中"},
    {"初中", "高中"},
    {"高中", "初中"},
    {"进口", "出口"},
    {"内资", "外资"},
    {"夏粮", "秋粮"},
    {"国有", "民营"},
    {"住院", "门诊"},
    {"门诊", "住院"},
)
