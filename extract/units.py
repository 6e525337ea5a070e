"""Units of measure and classifiers: what may stand after a numeral.

The table in units.tsv gives each printed word its canonical name and factor. A word that merely begins like a unit (家庭,
项目, 国道) is none; behind a Chinese numeral or a placeholder more words are suspect than behind Arabic digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from extract.late import late
from extract.quantity import ONE, Unit

RANK = Unit("名", ONE, "rank")
PLACES = Unit("位", ONE, "count")
PERCENT = Unit("%", ONE, "share")
PERMILLE = Unit("‰", ONE, "share")
POINTS = Unit("百分点", ONE, "points")
CENT = Unit("元", Fraction(1, 100), "money")
MINUTE = Unit("时", Fraction(1, 60), "time")
"""A minute of the time of day."""
YUAN = Unit("元", ONE, "money")
PERSON = Unit("人", ONE, "people")
MULTIPLE = Unit("倍", ONE, "multiple")
KILOWATT_HOUR = Unit("千瓦时", ONE, "energy")

# What must not follow: 3成立 is no share, 5部门 no five volumes, 322国道 no country.
_NEVER_BEFORE = {
    "成": "立为员功果长绩本品熟就效交片型活都",
    "分": "别布析工配散解享管行局校公支类",
    "家": "庭园乡居电禽畜",
    "年": "轻龄级货",
    "点": "评赞燃击名亮",
    "大": "力量小家约概多众",
    "项": "目",
    "部": "门署委队属分",
    "人": "均",
    "名": "列称义录誉单",
    "日": "均益",
    "时": "间期代刻",
    "国": "道际家内防集",
    "只": "有是能要需",
    "省": "道级会",
    "县": "道级域",
    "市": "场值级民",
    "区": "间块别域",
    "村": "民级",
    "号": "召称",
    "代": "表理码",
    "级": "别",
    "强": "化调势降对度",
    "期": "间待末",
    "手": "机段续",
    "股": "份东权",
    "集": "中聚体团约装",
    "首": "先次个批届创都",
    "开": "展始发放工通支销户",
    "方": "案向式法针",
    "面": "积对向临",
    "线": "路索",
    "路": "径线由",
    "起": "步来到草",
    "批": "准复发",
    "支队": "伍员",
    "包": "括含装容",
    "课": "题程堂",
    "品": "牌种质",
    "对": "于接外标比0123456789",
    "把": "握关控",
    "队": "伍",
    "站": "点在位",
    "组": "织建成合",
    "票": "据房",
    "里": "程",
    "元": "旦素首宵",
    "位": "于居列置数",
    "周": "边围期",
    "条": "件例",
    "口": "岸径",
    "字": "样",
    "次": "要级",
    "声": "音明",
    "户家": "庭",
    "群": "众体岛主策防聚落",
    "发": "展生现布电放行动出明表挥达言改送起射病育热烧奋扬掘酵运货包票证给",
    "单": "元位价据独一身纯程",
    "双": "方边重向赢语休减碳拥创线",
    "两": "个家年种项位名件条座所省市县区国地边次类款点处张大者",
}
_SUSPECT_BEFORE = {
    "个": "人体别性税",
    "家": "具长国",
    "人": "民员才大工力类士帮",
    "分": "为享",
    "名": "字副",
    "次": "日年区生",
    "度": "过假",
    "部": "级",
    "场": "所馆景地",
    "本": "市省县地年月身来科级",
    "班": "子",
    "大": "幅型学会",
    "国": "有民务土企债产",
    "省": "市委",
    "市": "民区",
    "区": "县",
    "层": "面次级",
    "步": "伐行骤",
    "样": "本板品式",
    "片": "区面",
    "块": "头",
    "例": "如外会",
    "房": "地屋产价",
    "室": "内外",
    "团": "结体委",
    "道": "路理德",
    "日": "常",
    "股": "票",
    "手": "工",
    "段": "落",
    "元": "化区里桥",
    "两": "岸会院手级天月",
    "角": "洲区度色地形",
    "台": "湾风",
    "方": "便位",
    "成": "份年套人",
    "点": "到",
    "线": "上下",
    "级": "以",
    "路": "面",
    "里": "面的",
    "门": "户口",
    "套": "利餐",
    "天": "然下空气",
    "头": "号",
}
_SYMBOL = late(r"[A-Za-zμ°℃㎡]{1,6}[23²³]?(?![A-Za-z0-9])")

_Entry = tuple[str, int, Unit, str, str]


def _rows() -> Iterator[tuple[Unit, list[str]]]:
    text = Path(__file__).with_name("units.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            dimension, name, factor, words = line.split("\t")
            yield Unit(name, ONE if factor == "1" else Fraction(factor), dimension), words.split(" ")


def _read_table() -> tuple[dict[str, tuple[_Entry, ...]], dict[str, Unit]]:
    by_first: dict[str, list[_Entry]] = {}
    symbols: dict[str, Unit] = {}
    for unit, words in _rows():
        for word in words:
            if word.isascii() and word != "%":
                symbols[word] = unit
                continue
            if not word[0].isalpha() or not word[-1].isascii():
                symbols[word] = unit
            never = _NEVER_BEFORE.get(word, "")
            entry = (word, len(word), unit, never, never + _SUSPECT_BEFORE.get(word, ""))
            by_first.setdefault(word[0], []).append(entry)
    return (
        {first: tuple(sorted(entries, key=lambda entry: -entry[1])) for first, entries in by_first.items()},
        symbols,
    )


_BY_FIRST, SYMBOLS = _read_table()


def unit_at(text: str, position: int, *, counted: bool = True) -> tuple[Unit, int] | None:
    """The longest unit or classifier that begins at a position, and the offset after it.

    Args:
        text: The analysis text.
        position: Offset of its first character.
        counted: Whether Arabic digits stand before it, so that a unit must follow; behind a Chinese numeral (一家人
            aside 一家具厂) and a placeholder words that begin like a unit are more likely.
    """
    first = text[position : position + 1]
    for word, size, unit, never, suspect in _BY_FIRST.get(first, ()):
        if size > 1 and not text.startswith(word, position):
            continue
        end = position + size
        following = text[end : end + 1]
        if following and following in (never if counted else suspect):
            continue
        return unit, end
    return None


def symbol_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit symbol in letters (km, kWh, TEU) that stands alone at a position, and the offset after it."""
    match = _SYMBOL.match(text, position)
    unit = SYMBOLS.get(match.group()) if match else None
    return (unit, match.end()) if match and unit else None


def divided(above: Unit, below: Unit) -> Unit:
    """The unit of a quotient (元/吨); 分/千瓦时 counts in 元."""
    if above.name == "分":
        above = Unit("元", Fraction(1, 100), "money")
    return Unit(f"{above.name}/{below.name}", above.factor / below.factor, "quotient")
