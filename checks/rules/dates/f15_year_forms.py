"""F15: one date in two systems of numerals, or a year cut short: 二〇〇八年8月, 2021-25年, 一九八一和一九八二两年."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_HAN_YEAR = "[一二][〇○零九八七六五][〇○零一二三四五六七八九]{2}"
_HAN = late(_HAN_YEAR)
_ARABIC = late("(?:19|20)[0-9]{2}")
_MONTH = late("年(?:(?P<arabic>[0-9]{1,2})|[一二三四五六七八九十]{1,3})月(?!份?会议)")
_CUT = late("[-—~～至](?P<last>[0-9]{2})年(?![期内来间代以度])")
_FIRST = late("(?<![0-9.])(?P<first>20[0-9]{2})年?$")
_YEARLESS = late(f"和{_HAN_YEAR}(?=两年)")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield dates in mixed or shortened forms."""
    text = reading.prose.text
    for match in _MONTH.finditer(text):
        start = match.start() - 4
        if start >= 0 and (_HAN if match["arabic"] else _ARABIC).fullmatch(text, start, match.start()):
            yield Hit(
                start,
                match.end(),
                "同一日期混用两种数字",
                "年、月、日或者都用汉字数字，或者都用阿拉伯数字",
            )
    for match in _CUT.finditer(text):
        begin = max(0, match.start() - 6)
        first = _FIRST.search(text[begin : match.start()])
        if first is not None and int(match["last"]) > int(first["first"][2:]):
            yield Hit(
                begin + first.start(),
                match.end(),
                "后一个年份少写了两位",
                "年份应写全四位",
                f"{first['first']}—20{match['last']}年",
            )
    for match in _YEARLESS.finditer(text):
        start = match.start() - 4
        if start >= 0 and _HAN.fullmatch(text, start, match.start()):
            yield Hit(
                start,
                match.end(),
                "前一个年份后面缺“年”",
                "汉字写的年份各带“年”字",
                f"{text[start : match.start()]}年{match[0]}",
            )


RULE = Rule(
    code="F15",
    name="year-forms",
    title="年份写法不一或不全",
    category="dates",
    severity="info",
    what="一个日期里汉字数字与阿拉伯数字混用（二〇〇八年8月）；范围的后一个年份只写两位（2021—25年）；汉字年份并列时前一个缺“年”。",
    why="GB/T 15835—2011：同一场合数字形式应当一致；年份应写全数。",
    silent="“2021—2025年”；“2023年第十二次会议”这类不是日期的汉字数字。",
    bad=(
        Example("本办法自二〇二四年7月1日起施行。", "二〇二四年7月"),
        Example("全市2021—25年累计新建公园48个。", "2021—25年"),
    ),
    good=(
        "本办法自2024年7月1日起施行。",
        "全市2021—2025年累计新建公园48个。",
    ),
    near=("二〇二四年七月一日起施行，2024年十二项民生实事全部办结，2021—2025年造林6万亩。",),
    find=find,
)
