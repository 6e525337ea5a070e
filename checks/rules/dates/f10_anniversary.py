"""F10: an anniversary that the year of the event does not give: 2020年是浦东开发开放40周年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.enumerators import han_number
from extract.late import late

_EVENTS = {
    "中国共产党成立": 1921, "建党": 1921, "新中国成立": 1949, "中华人民共和国成立": 1949, "建国": 1949, "中国人民解放军建军": 1927,
    "建军": 1927, "共青团成立": 1922, "中国共产主义青年团成立": 1922, "五四运动": 1919, "辛亥革命": 1911, "南昌起义": 1927,
    "遵义会议": 1935, "红军长征胜利": 1936, "长征胜利": 1936, "抗日战争胜利": 1945, "抗战胜利": 1945,
    "世界反法西斯战争胜利": 1945, "抗美援朝出国作战": 1950, "改革开放": 1978, "真理标准大讨论": 1978, "恢复高考": 1977,
    "深圳经济特区建立": 1980, "浦东开发开放": 1990, "香港回归": 1997, "香港回归祖国": 1997, "澳门回归": 1999, "澳门回归祖国": 1999,
    "海南建省": 1988, "重庆直辖": 1997, "人民政协成立": 1949, "全国人民代表大会成立": 1954, "邓小平同志诞辰": 1904,
    "毛泽东同志诞辰": 1893, "周恩来同志诞辰": 1898, "孙中山先生诞辰": 1866, "马克思诞辰": 1818, "联合国成立": 1945,
    "加入世贸组织": 2001, "“八八战略”实施": 2003, "八八战略实施": 2003, "“千万工程”实施": 2003, "京津冀协同发展": 2014,
    "长三角一体化发展上升为国家战略": 2018, "共建“一带一路”倡议提出": 2013,
}  # fmt: skip
"""Year of the event (official chronologies)."""

_COUNT = late("(?P<count>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})$")
_EVENT = late(f"(?P<event>{'|'.join(sorted(map(re.escape, _EVENTS), key=len, reverse=True))})(?:的|了)?$")
_YEAR = late(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:[，,]?(?:是|正值|恰逢|适逢|迎来|隆重|我们|全国|全省|全市|党和国家|既是|又是|也是|将|喜迎|庆祝|纪念))"
)
_MARK = late("周年")
_REACH = 34


def find(reading: Reading) -> Iterator[Hit]:
    """Yield anniversaries that are told with another year in the same clause."""
    text = reading.prose.text
    for mark in _MARK.finditer(text):
        before = text[max(0, mark.start() - _REACH) : mark.start()]
        before = before[max(before.rfind(end) for end in "。；！？\n") + 1 :]
        count = _COUNT.search(before)
        if count is None:
            continue
        printed, before = count["count"], before[: count.start()]
        event = _EVENT.search(before)
        years = list(_YEAR.finditer(before))
        if event is None or not years:
            continue
        year, founded = int(years[-1]["year"]), _EVENTS[event["event"]]
        if year - founded != han_number(printed):
            start = mark.start() - len(printed) - len(before) + years[-1].start()
            yield Hit(
                start,
                mark.end(),
                f"{year}年是{event['event']}{year - founded}周年，不是{printed}周年",
                f"{event['event']}在{founded}年，{year}-{founded}={year - founded}",
                f"{year - founded}周年",
            )


RULE = Rule(
    code="F10",
    name="anniversary-mismatch",
    title="周年数与年份不符",
    category="dates",
    severity="warning",
    what="“某年是某事N周年”：建党、新中国成立、改革开放、浦东开发开放、港澳回归等几十件大事的周年数。",
    why="周年数由两个年份决定，不是年份写错，就是沿用了去年的稿子。",
    silent="没有写年份的句子；不在表里的事件。",
    bad=(
        Example("2020年是浦东开发开放40周年，也是云溪县撤县设区元年。", "2020年是浦东开发开放40周年"),
        Example("2021年，全国隆重庆祝中国共产党成立90周年。", "中国共产党成立90周年"),
    ),
    good=(
        "2020年是浦东开发开放30周年，也是云溪县撤县设区元年。",
        "2021年，全国隆重庆祝中国共产党成立100周年。",
    ),
    near=("2020年是云溪县建县40周年；2018年庆祝改革开放40周年，2019年是新中国成立70周年。",),
    find=find,
)
