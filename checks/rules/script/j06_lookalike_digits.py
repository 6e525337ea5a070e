"""J06: letters and circles that recognition software put for digits."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_UNIT = "(?=[ 　]?[%％‰亿億万萬千元年月日个個人户戶家亩畝吨噸名倍])"
_MIXED = late(
    # a letter inside a number, or at its end before a unit: 2O24, 5O%, 1〇0
    "(?<![A-Za-z0-9.,])[0-9][0-9.,]{0,12}[OolI〇○Ｏ][0-9OolI〇○.,]{0,12}"
    f"(?:(?<=[0-9])(?![A-Za-z0-9])|{_UNIT})"
    # a letter at the beginning: l2.5%, O.8个
    f"|(?<![A-Za-z0-9.,-])[OolI](?:[0-9]{{1,12}}(?:[.][0-9]{{1,4}})?|[.][0-9]{{1,4}}){_UNIT}"
    # a letter or an Arabic nought among Chinese digits of a year: 二O二四年
    "|(?<![一二三四五六七八九〇○零])[一二][一二三四五六七八九〇○零OoＯ0]{3}(?=年)"
)
_CANDIDATE = late("[OolI]|[〇○Ｏ](?:(?<=[0-9.].)|(?=[0-9]))|0(?<=[一二三四五六七八九〇○].)")
_REACH = 16
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "〇": "0", "○": "0", "Ｏ": "0", "l": "1", "I": "1"})
_NOUGHTS = str.maketrans(dict.fromkeys("OoＯ0", "〇"))
_WRONG_NOUGHT = frozenset("OoＯ0")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the numbers that hold a letter or a circle."""
    text = reading.document.text
    told = 0
    for candidate in _CANDIDATE.finditer(text):
        match = _MIXED.search(text, max(told, candidate.start() - _REACH), candidate.end() + _REACH)
        if match is None or match.end() <= candidate.start():
            continue
        told = match.end()
        words = match[0]
        if words[0] in "一二":
            if _WRONG_NOUGHT.isdisjoint(words):
                continue
            meant = words.translate(_NOUGHTS)
        else:
            meant = words.translate(_LOOKALIKES)
        yield Hit(
            match.start(),
            match.end(),
            f"数字“{words}”中混有形近的字母或圆圈",
            "识别或录入时 0 与 O、〇，1 与 l、I 易混",
            f"是否应为“{meant}”",
        )


RULE = Rule(
    code="J06",
    name="lookalike-digit",
    title="数字中混入形近字符",
    category="typo",
    severity="warning",
    what="查找数字中的字母 O、l、I 和圆圈〇、○，以及汉字年份中的字母 O 和阿拉伯数字 0。",
    why="形近字符使数字无法检索和计算（GB/T 15835—2011：汉字“〇”用于编号和年份，与阿拉伯数字不混排）。",
    silent="型号、名称中字母与数字相连的（5G、O2O、G20、CO2），通用的“二○二四年”写法，不报。",
    bad=(
        Example("全年粮食总产量达到2O.5万吨，再创新高。", "2O.5"),
        Example("城镇化率比上年提高l.2个百分点，一般公共预算收入增长l2%。", "l2"),
        Example("二O二四年，全市实现农业总产值86.3亿元。", "二O二四"),
    ),
    good=("全年粮食总产量达到20.5万吨，再创新高。", "二〇二四年，全市实现农业总产值86.3亿元。"),
    near=("推广O2O模式，CO2排放下降3%，5G基站增加1200个。", "二○二四年，青川市召开了人民代表大会。"),
    reads="text",
    find=find,
)
