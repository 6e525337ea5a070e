"""The words around a quantity, cut down to the noun phrase that it measures."""

from __future__ import annotations

import re

# What stands before an indicator without belonging to it.
_LEAD = re.compile(
    r"^(?:[、，,；;：:\s—\-·]|其中|比如|例如|譬如|诸如|虽然|尽管|首批|首个|该|每年|各项(?=.{3})|此外|同时|另外|并且?|且|而|但|又|也|则|还(?!款|贷)|以及|及|和|与|特别是|尤其是|包括|含|即|如|是|"
    r"实现(?!率)|完成(?!率)|达到|取得|累计|共计?(?![济享同建])|合计(?!数)|总共|全力|力争|确保|争取(?=在|到|全|实|年|新|达)|预计|推动|带动|促进|推进|使得?|让|"
    r"将|要|已经?|我们|连续|成功|积极|持续|加快|努力|建议|实际完成|实际(?=达)|分别|初步核算|经初步核算|据统计|据?初步统计|"
    r"截至|截止|期间|以来|时期|这些|当前|目前|现有|现|全年|年内|当年|当月|年末|末|底|时|的|从|由|拥有|共有|有(?!效|机|色|限|线)|不少于|不低于)+"
)
# What stands between an indicator and its number without belonging to it.
_TRAIL = re.compile(
    r"(?:[\s:：、“‘—\-]|分别|依次|各|累计|总计|共计|合计|共(?!享|富)|已经?|约|近|超过?|逾|突破|均|都|仅仅?|只有?|(?<![人英干])才|就|将|预计|力争|确保|"
    r"新增|达到?|为|是|有(?!效)|至|到|在|从|由|占|实现|完成|增产|减产|减收|多收|少收|增长|增加|增至|增收|增速|增幅|上升|下降|减少|降低|回落|提高|提升|回升|上涨|下跌|下滑|"
    r"下调|上调|调高|调低|(?<!附)加(?=[到至]*$)|缩小|扩大|收窄|压减|精简|缩减|缩短|跃升|攀升|跃居|稳居|位居|位列|列|居|排名|排在|(?<!安)排|名列|跻身|进入|升至|降至|保持|稳定|控制|维持|"
    r"高于|低于|快于|慢于|高出|多于|少于|比|较|同比|环比|年均|平均(?=增长)|增|减|降|升|涨|了|率先|首次|相继|全省|全国|全市|全县|全球|世界|"
    r"左右|以上|以下|不低于|不少于|不超过|不足|不到|至少|(?<![A-Z@*&])(?P<mask>[A-Z@*])(?P=mask)[省市县区]?|各省区?|的|高达|多达|仅为|只占|能|可|可以|可达|有望|又|再|也|还|呈|成为|其中|上年|同期|去年|翻|站上|迈上|跨越|连续)+$"
)
_REGION_LEAD = re.compile(
    r"^(?:全[国省市县区州镇乡村球]|[我本][国省市县区州]|世界|各地|我们|(?:(?P<mask>[A-Z@*×])(?P=mask)|X)(?![A-Za-z])[省市县区]?)+"
)
_GROWTH_TAIL = re.compile(r"(?:增速|增幅|涨幅|降幅|增长率|年均增速|增长速度|增长)$")
# Words that measure something named before, and say nothing alone.
_GENERIC = frozenset(
    [
        "规模",
        "总量",
        "总额",
        "数量",
        "总数",
        "增速",
        "增幅",
        "占比",
        "比重",
        "份额",
        "总投资",
        "投资",
        "投资额",
        "面积",
        "产量",
        "产值",
        "收入",
        "排名",
        "位次",
        "金额",
        "人数",
        "覆盖率",
        "完成率",
        "参保率",
        "比例",
        "余额",
        "协议总投资额",
        "投资总额",
        "总产量",
        "增加值",
        "其他",
        "合计",
        "总计",
        "均价",
        "首期规模",
        "共济金额",
        "经费",
        "床位",
    ]
)
_PARENTHESIS = re.compile(r"[（(][^（）()]{0,40}[）)]")
_SPLIT = re.compile(r"、|以及|和(?!美|谐|平)|与(?!会)|及(?!格)")
_MEASURES = re.compile(
    r"(?:居民)?人均可支配收入$|(?:人均)?(?:[生活]{2})?消费支出$|零售(?:总)?额$|进出口(?:总额)?$|[产销]量$|产值$|增加值$|吞吐量$|周转量$|人[数次]$|收入$|支出$|投资$|余额$|"
    r"利润(?:总额)?$|总[量额数]$|面积$|比重$|占比$|覆盖率$|[起件案]数$|率$|数$|额$|量$|经费$|规模$|里程$|保有量$|建议$|提案$|人口$|税$|贷款$|存款$"
)


def cut_phrase(words: str) -> str:
    """The noun phrase in the words before a quantity.

    Args:
        words: The words from the last mark or quantity to the quantity.

    Returns:
        The phrase, possibly empty.
    """
    words = _PARENTHESIS.sub("", words)
    opened = max(words.rfind("（"), words.rfind("("))
    if opened >= 0:
        words = words[opened + 1 :]
    previous = None
    while words != previous:
        previous = words
        words = _TRAIL.sub("", words)
        words = _LEAD.sub("", words)
        words = _REGION_LEAD.sub("", words)
    if words.endswith("的"):
        words = words[:-1]
    return words if len(words) <= 30 else words[-30:]


def noun_after(words: str) -> str:
    """The noun phrase in the words after a quantity (35个省级重大应用), possibly empty."""
    words = words.lstrip("的 ")
    words = _PARENTHESIS.sub("", words)
    words = _TRAIL.sub("", words)
    return words if len(words) <= 24 else words[:24]


def is_generic(phrase: str) -> bool:
    """Whether a phrase measures something that was named before it."""
    return phrase in _GENERIC or phrase.startswith(("占", "比重", "比例"))


def without_growth(phrase: str) -> str:
    """A phrase without the word that says it grows."""
    return _GROWTH_TAIL.sub("", phrase)


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
    members = [member for member in _SPLIT.split(subject) if member]
    if len(members) != count:
        members = [member for member in subject.split("、") if member]
    if len(members) != count or count < 2:
        return None
    last = members[-1]
    measure = _MEASURES.search(last)
    if measure is None:
        return members
    shared = measure.group()
    if shared.startswith("人均可支配") and "居民" in last:
        shared = "居民" + shared
    first = members[0]
    own = _MEASURES.search(first)
    if own is not None:
        stem = re.sub(r"(?:[起件]数|[受办结]理数|案?发案?数|人数|总?[额量数])$", "", first)
        if len(stem) >= 3 and stem != first:
            return [first, *(m if len(m) > 6 else stem + m for m in members[1:])]
        return members
    return [m if _MEASURES.search(m) else m + shared for m in members]
