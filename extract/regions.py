"""Regions: the place a claim is about, in the document's own words."""

from __future__ import annotations

from extract.han import HAN
from extract.late import late
from extract.places import PLACE

_PROVINCES = "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
_HIDDEN = r"[A-Z]{2}|[*×@X]{1,3}"
# The bare name of a province is the place only where a statement follows; 香港电台 and 上海港 are other things.
_STATED = rf"(?=(?:{HAN}{{0,2}}(?:[0-9]|[*×X]{{2}}))|[（(]|今年|去年|全[省市区年]|累计|新增|实现|完成|已|共|仅|只有?[0-9一二三四五六七八九]|达|为|有)"
# The name of a city or county begins a clause, or follows the period that does.
_NAMED = (
    rf"(?:北京|上海|天津|重庆)市|(?:{_HIDDEN})省|"
    rf"(?:{_PROVINCES}|北京|上海|天津|重庆|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|本港){_STATED}|"
    rf"{PLACE}"
)
REGION = late(
    r"全[国省市县区州镇乡港](?!文明|重点实验室|人大|政协|先进|劳动|优秀|示范|统一|双拥|卫生城|唯一|最|首[个部批家座条创次]|性|五一|重要|知名|[一二三四五百]十?强)|[我本][国省市县州港]|全球|长三角地区|珠三角地区|京津冀地区|粤港澳大湾区|"
    # A placeholder that stands where a name would: @@达3亿元, **只有2家.
    rf"(?:(?<=^)|(?<=[，,；;：:（(、。【\n年月度底末间来前时]))(?:{_NAMED}|(?:@@|\*\*|××|XX|(?P<mask>[A-Z])(?P=mask)(?![A-Za-z]))(?=[市县省区的达为有是只仅]))"
)
# A region behind one of these is what the subject is measured against, not the subject.
_AGAINST = late(
    r"(?:[高低快慢多少大小]于|占|比|与|较|居|列|至|升|均|为|成为|跃|排|超过?|是|在|达到|落后|领先)$"
)


def regions_in(text: str, start: int, end: int, rank: bool = False) -> list[tuple[int, str]]:
    """The regions that a stretch of text is about.

    Args:
        text: The analysis text.
        start: Offset of the stretch.
        end: Offset after it, where a quantity begins.
        rank: Whether that is a rank, so that a region right before it is its field (居全国第3位).

    Returns:
        The regions with the offsets behind them, in order.
    """
    found = []
    for match in REGION.finditer(text, start, end):
        field = rank and match.end() == end
        if field or not _AGAINST.search(text[max(start, match.start() - 2) : match.start()]):
            found.append((match.end(), match.group()))
    return found
