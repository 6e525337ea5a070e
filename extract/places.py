"""Places: the names of provinces and prefectures, and the place that stands before what it has (青川市生产总值)."""

from __future__ import annotations

from extract.han import HAN
from extract.late import late

_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 "
    "青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
)
# Prefectures that are no everyday word as well (白银, 来宾, 东方 are left out).
_PREFECTURES = """
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 阳泉 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯
呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化
白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 南京 无锡 徐州 常州 苏州 南通 连云港
淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳
宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博
枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘
信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州
怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海
防城港 钦州 贵港 玉林 百色 贺州 河池 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州
雅安 巴中 资阳 阿坝 甘孜 凉山 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山
西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 林芝 山南 那曲 阿里 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 天水
武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 西宁 海东 海北 黄南 果洛 玉树 海西 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密
仙桃 中山 内蒙 潜江 天门 神农架 济源 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰
"""
_COUNTRIES = "美国 日本 韩国 英国 法国 德国 意大利 西班牙 俄罗斯 印度 加拿大 澳大利亚 澳洲 新西兰 巴西 墨西哥 泰国 越南 新加坡 马来西亚 印尼 菲律宾 欧盟 东盟 欧元区"
_BARE = frozenset(f"{_PROVINCES} {_PREFECTURES} {_COUNTRIES}".split())
_LONGEST_BARE = max(len(name) for name in _BARE)
_ANY_PROVINCE = _PROVINCES.replace(" ", "|")
# The name before 市, 县 or 区. Its first character is none that leads elsewhere (全市, 各县, 该市), its last none that makes
# another word with what follows (城市, 园区, 地区).
PLACE = (
    rf"(?:(?![全我本各该某两多一二三四五六七八九十百千万数几每年月末安新增在对与和及以为使将让把由从按较比占当其个名户家辆吨元亩项平均人口居民企业农村乡镇城及与等的于所未摘帽困逆])(?:{HAN}|[A-Z@*×])"
    rf"(?:(?![及与等的于所未摘帽困逆])(?:{HAN}|[A-Z@*×])){{1,2}}?"
    rf"(?:(?<![城都超门股楼夜集闹上后收入开大小早级跳辖列])市(?![场民级域值政委属直辖管内外容郊占])|(?<![各属辖郊贫城市大强点范困境])县(?![域级城委区内政市乡属])|"
    rf"(?<![发范验行作能心城业成户景护灾地园社山库灌牧老市郊片辖林矿港厂校税贸开集居住商制治垦各新汛雨流牧战禁疫禁辖灌校片湾小管济街大省])区(?![域位间划块别级委内外属隔分县])|自治[州县旗])|(?:{_ANY_PROVINCE})省(?!级|委|属|内|外|会|际|直|道)|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区)"
)
_PLACE = late(PLACE)
_TOWN = late(rf"{HAN}{{2}}[镇乡](?=的)")
# An organisation keeps the name of its place.
_ORGANISATION = late(
    r".{0,14}?(?:公司|集团|大学|学院|医院|银行|中学|小学|法院|检察院|委员会|研究[院所]|党委|政府|支队|协会|厂(?!房)|[局厅](?!部)|港(?!口|澳)|机场|公园|大桥|高速|铁路|地铁|开发区|园区|新区|景区|中心)"
)
_ACHIEVED = ("完成", "实现", "新增", "累计", "共", "已", "预计", "全年")
_NO_CITY = frozenset("场民级域值政委属直辖内外区")


def is_place(words: str) -> bool:
    """Whether words are the name of a place and nothing more."""
    place = place_before(words)
    return place is not None and len(place) == len(words)


def is_bare(words: str) -> bool:
    """Whether words are the name of a province, a prefecture or a country without the word for what it is."""
    return words in _BARE


def place_before(words: str) -> str | None:
    """The place that words begin with, ``None`` for none: 青川市 of 青川市生产总值, 苏州 of 苏州出口."""
    found = _PLACE.match(words)
    if found is not None:
        town = _TOWN.match(words, found.end())
        return words[: town.end()] if town else found.group()
    for size in range(min(_LONGEST_BARE, len(words)), 1, -1):
        if words[:size] in _BARE:
            return words[:size]
    return None


def place_that_acts(words: str) -> str | None:
    """The province or prefecture before a verb of achievement (云南完成投资, 苏州新增企业), ``None`` for anything else."""
    for size in (2, 3, 4):
        if words.startswith(_ACHIEVED, size) and words[:size] in _BARE:
            return words[:size]
    return None


def _prefecture(words: str) -> int:
    """Where the name of a known prefecture ends that words begin with, 0 for none: 十堰市, 红河州."""
    for size in (2, 3, 4):
        if words[size : size + 1] in ("市", "州") and words[:size] in _BARE:
            return 0 if words[size + 1 : size + 2] in _NO_CITY else size + 1
    return 0


def without_place(words: str) -> tuple[str | None, str]:
    """Take the place off the front of an indicator.

    Args:
        words: The indicator in the document's words.

    Returns:
        The place, ``None`` where there is none or where it is part of an organisation's name, and the words behind it
        (empty where they are a place and nothing more).
    """
    found = _PLACE.match(words)
    end = found.end() if found is not None else _prefecture(words)
    if not end:
        return None, words
    town = _TOWN.match(words, end)
    end = town.end() if town else end
    rest = words[end:].lstrip("的")
    if (
        _ORGANISATION.match(rest)
        or (rest and len(rest) < 2)
        or words[end : end + 1] in ("、", "和", "与", "及")
    ):
        return None, words
    return words[:end], rest
