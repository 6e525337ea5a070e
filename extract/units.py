"""Units of measure and classifiers: what may stand after a numeral.

A printed unit has a canonical name and a factor. Only true synonyms and fixed fractions are folded (千米 → 公里, 角 → 元/10);
different units of one dimension (公顷 and 亩, 公斤 and 吨) keep their names, because a document that changes the
unit says so and a reader compares it as printed.
"""

from __future__ import annotations

import re
from fractions import Fraction

from extract.quantity import Unit

_MEASURES: dict[str, str] = {
    "money": "元=元人民币,元钱,人民币,块钱,圆,元整,元正,圆整,圆正;元*1/10=角,角钱,毛钱;元*1/100=分钱;"
    "美元=美金;美元*1/100=美分;欧元;英镑;日元=日圆;韩元=韩圆;港元=港币,港圆,元港币;澳门元=澳门币,葡币;"
    "新台币=台币,元新台币;加元=加拿大元,加币;澳元=澳大利亚元,澳币;新元=新加坡元;瑞士法郎=瑞郎;"
    "卢布;卢比=印度卢比;泰铢;越南盾;里亚尔;林吉特;里拉;比索;兰特;法郎;马克;克朗;第纳尔;迪拉姆;坚戈;奈拉;比特币=个比特币",
    "share": "%=％,%;‰",
    "points": "百分点=个百分点;千分点=个千分点;基点=个基点,个BP",
    "multiple": "倍;番",
    "mass": "吨=公吨;克;毫克;微克;公斤=千克;斤=市斤;两;担;磅;盎司;克拉;"
    "吨标准煤=吨标煤,吨标准煤炭;公斤标准煤=千克标准煤,公斤标煤,千克标煤;克标准煤=克标煤;"
    "吨油当量=吨标准油,吨标油;吨二氧化碳当量=吨二氧化碳;载重吨;总吨",
    "area": "亩;公顷;平方公里=平方千米;平方米=平米,㎡;平方厘米;平方毫米;平方英尺;顷;平方英里",
    "length": "公里=千米;米=公尺;厘米=公分;毫米;微米;纳米;里=华里;英里;海里;英尺;英寸;丈;尺;寸;车道公里;正线公里;皮长公里;芯公里",
    "volume": "立方米=方米;立方厘米;立方;方=公方;升=公升;毫升;加仑;桶;标准立方米=标方;蒲式耳",
    "energy": "千瓦时=度电,千瓦小时;千瓦时*1000=兆瓦时;焦耳;千焦;千卡;大卡",
    "power": "千瓦;千瓦*1000=兆瓦;千瓦*1000000=吉瓦;瓦;马力;千伏安;伏安",
    "voltage": "千伏;伏=伏特",
    "pressure": "帕;千帕;兆帕;百帕",
    "time": "年=周年,载;月=个月,个多月;天=昼夜;周=星期,个星期,个礼拜;小时=个小时,钟头,个钟头,个多小时;分钟;秒=秒钟;"
    "季度=个季度;工作日=个工作日;交易日=个交易日;世纪=个世纪;学时;课时;日;旬;夜;分钟*15=刻钟;学年=个学年;年度=个年度;"
    "财年=个财年;时;学期=个学期;年代",
    "age": "岁=周岁,岁零",
    "temperature": "℃=摄氏度,°C,度C,摄氏°;℉=华氏度,°F;度=°",
    "people": "人=名,位;人次=人·次;户=住户;人口;口;人天;人日",
    "count": "家;个;项;件;条;座;所;列;台=台(套),台套;辆;张;场;次;届;种;类;处;套;只;头;艘;架;部;宗;起;批;本;篇;幅;"
    "株;棵;颗;枚;粒;支;门;块;片;栋=幢;间;床;层;节;段;对;副;把;份;封;笔;例;盘;节次;款;轮;期;班;"
    "车次;场次;批次;架次;航次;列次;辆次;标箱=标准箱,个标箱,个标准箱,TEU;箱;袋;瓶;盒;包;吨公里;人公里;"
    "亿次;字;页;卷;册;集;首;代;组;套次;户次;件次;项次;艘次;班次;频次;频道;股;手;匹;峰;羽;尾;桩;眼;口井;"
    "道;席;票;枪;线;路;档;顶;团;站;房;户家;步;课;面;样;根;盏;滴;桌;餐;剂次;剂;针;人份;人头;把火;席位;"
    "标段;泊位=个泊位;车位=个车位;床位=张床位;村;县;市;省;区;乡;镇;国;州;社区;镇街;队;号;楼;室;级;强;大;成;"
    "折;方面;位数;线路;开;版;品;系列=个系列;点",
    "score": "分",
    "sound": "分贝",
    "data": "字节;比特;兆;兆字节",
}

_LATIN: dict[str, str] = {
    "length": "公里=km,KM,Km;米=m;厘米=cm,CM;毫米=mm,MM;微米=μm,um;纳米=nm",
    "area": "平方公里=km2,km²;平方米=m2,m²,M2,㎡",
    "volume": "立方米=m3,m³,M3;升=L,l;毫升=ml,mL,ML",
    "mass": "公斤=kg,KG,Kg;克=g;毫克=mg;吨=t;微克=μg,ug",
    "power": "千瓦=kW,KW,kw;千瓦*1000=MW;千瓦*1000000=GW;瓦=W",
    "energy": "千瓦时=kWh,KWh,kwh,KWH;千瓦时*1000=MWh;千瓦时*1000000=GWh",
    "voltage": "千伏=kV,KV,kv",
    "time": "小时=h;分钟=min;秒=s",
    "count": "标箱=TEU,teu",
    "temperature": "℃=°C,C°;℉=°F",
    "data": "GB=GB;TB=TB;PB=PB;MB=MB;兆=Mbps,Mb;Gbps;PFLOPS=PFLOPS,Pflops;EFLOPS=EFLOPS,Eflops",
    "frequency": "赫兹=Hz;兆赫=MHz;吉赫=GHz",
}

RANK = Unit("名", Fraction(1), "rank")
PERCENT = Unit("%", Fraction(1), "share")
PERMILLE = Unit("‰", Fraction(1), "share")
YUAN = Unit("元", Fraction(1), "money")
PERSON = Unit("人", Fraction(1), "people")

# Words that merely begin like a unit: 3家 counts, 家庭 does not.
_LONGER_WORDS: dict[str, frozenset[str]] = {
    "个": frozenset("人体别性税") - frozenset("人"),
    "家": frozenset("庭园乡居具电长禽畜"),
    "年": frozenset("轻龄级货"),
    "点": frozenset("评赞燃击名亮"),
    "成": frozenset("立为员功果长绩本品熟就效交片型活都套份"),
    "分": frozenset("别布之析工配为散解享类管局行校公支"),
    "大": frozenset("力量小家约概多众幅型学会"),
    "项": frozenset("目"),
    "条": frozenset("件例款"),
    "位": frozenset("于居列置"),
    "名": frozenset("列字单义称录誉副") - frozenset("副"),
    "部": frozenset("分门署委队属"),
    "人": frozenset("均民员才大工力类口") - frozenset("口大员工"),
    "次": frozenset("日年要级区生"),
    "度": frozenset("过"),
    "级": frozenset("别"),
    "元": frozenset("旦素首宵"),
    "方": frozenset("面案向式法便针位"),
    "面": frozenset("积对向临"),
    "区": frozenset("域别块"),
    "国": frozenset("家际内有民务土企债产"),
    "市": frozenset("场民值级"),
    "省": frozenset("级会"),
    "县": frozenset("级域"),
    "村": frozenset("民级"),
    "号": frozenset("称召"),
    "代": frozenset("表理码"),
    "路": frozenset("线径面由"),
    "线": frozenset("路索上下"),
    "道": frozenset("路理德"),
    "口": frozenset("岸径号"),
    "时": frozenset("间期代常刻"),
    "日": frozenset("益均常"),
    "周": frozenset("边围"),
    "手": frozenset("机段续工"),
    "股": frozenset("份票东权"),
    "本": frozenset("市省县地年月身质来科级"),
    "场": frozenset("所馆景地"),
    "班": frozenset("子"),
    "站": frozenset("点在位"),
    "开": frozenset("展始发放工通"),
    "品": frozenset("牌种质"),
    "队": frozenset("伍"),
    "类": frozenset("似"),
    "面积": frozenset(),
    "强": frozenset("化大势调"),
    "层": frozenset("面次级"),
    "步": frozenset("伐行骤"),
    "组": frozenset("织建成合"),
    "把": frozenset("握关手控"),
    "对": frozenset("于接外内标上比"),
    "起": frozenset("步来到点草"),
    "批": frozenset("准复"),
    "期": frozenset("间待末"),
    "段": frozenset("落"),
    "期间": frozenset(),
    "课": frozenset("题程堂"),
    "样": frozenset("本板品式"),
    "首": frozenset("先次个批位创届家要都"),
    "包": frozenset("括含装容"),
    "片": frozenset("区面"),
    "块": frozenset("头"),
    "例": frozenset("如外会"),
    "房": frozenset("地屋产价"),
    "票": frozenset("据房"),
    "室": frozenset("内外"),
    "团": frozenset("结队体委"),
    "集": frozenset("中聚成体群团约合"),
    "字": frozenset("样"),
    "两": frozenset("个家年种项位名件条座所省市县区国岸会院手级地者边天月次"),
}


def _read_table(table: dict[str, str]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for dimension, line in table.items():
        for entry in filter(None, line.split(";")):
            canonical, _, synonyms = entry.partition("=")
            name, _, factor = canonical.partition("*")
            unit = Unit(name, Fraction(factor or 1), dimension)
            words = [word for word in synonyms.split(",") if word]
            if not factor:
                words.append(name)
            for word in words:
                units.setdefault(word, unit)
    return units


LATIN_UNITS = _read_table(_LATIN)
UNITS = _read_table(_MEASURES)
_HAN_WORDS = {word: unit for word, unit in UNITS.items() if not word[0].isascii()} | {"%": PERCENT}


def _by_first(words: dict[str, Unit]) -> dict[str, tuple[tuple[str, int, Unit, frozenset[str] | None], ...]]:
    grouped: dict[str, list[tuple[str, int, Unit, frozenset[str] | None]]] = {}
    for word in sorted(words, key=len, reverse=True):
        grouped.setdefault(word[0], []).append((word, len(word), words[word], _LONGER_WORDS.get(word)))
    return {first: tuple(entries) for first, entries in grouped.items()}


BY_FIRST = _by_first(_HAN_WORDS)


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit or classifier that begins at a position, and the offset after it.

    A word that merely begins like a unit (项目, 家庭) is none.
    """
    first = text[position : position + 1]
    for word, size, unit, longer in BY_FIRST.get(first, ()):
        if size > 1 and not text.startswith(word, position):
            continue
        end = position + size
        if longer is not None and text[end : end + 1] in longer:
            continue
        return unit, end
    return None


_LATIN_WORD = re.compile(r"[A-Za-zμ°℃㎡]{1,6}[23²³]?(?![A-Za-z0-9])")


def latin_unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit symbol (km, kWh, TEU) that stands alone at a position, and the offset after it."""
    match = _LATIN_WORD.match(text, position)
    unit = LATIN_UNITS.get(match.group()) if match else None
    return (unit, match.end()) if match and unit else None


def divided(above: Unit, below: Unit) -> Unit:
    """The unit of a quotient (元/吨); 分/千瓦时 counts in 元."""
    if above.name == "分":
        above = Unit("元", Fraction(1, 100), "money")
    return Unit(f"{above.name}/{below.name}", above.factor / below.factor, "quotient")
