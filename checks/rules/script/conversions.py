"""Characters that share one simplified form, and the words that decide which of them is right."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from extract.script import dictionary

_LONGEST = 5

UNCONVERTED = {
    "干": "幹乾", "后": "後", "于": "於", "里": "裏", "斗": "鬥", "游": "遊", "筑": "築", "志": "誌", "么": "麼",
    "面": "麪麵", "制": "製", "余": "餘", "谷": "穀", "松": "鬆", "系": "係繫", "征": "徵", "沖": "衝", "范": "範",
    "丑": "醜", "郁": "鬱", "卷": "捲", "折": "摺", "舍": "捨", "采": "採", "注": "註", "辟": "闢", "致": "緻",
    "盡": "儘", "須": "鬚", "胡": "鬍", "几": "幾", "云": "雲", "丰": "豐", "党": "黨", "价": "價", "适": "適",
    "种": "種", "确": "確", "极": "極", "胜": "勝", "据": "據", "愿": "願", "挂": "掛", "柜": "櫃",
    "涂": "塗", "叶": "葉", "夸": "誇", "广": "廣", "厂": "廠", "准": "準", "划": "劃", "虫": "蟲",
    "朴": "樸", "蜡": "蠟", "荐": "薦",
}  # fmt: skip
"""Characters that simplified and traditional text both write, and the traditional ones that a word may want instead."""

_ONLY_IN = {
    character: tuple(words.split(" "))
    for character, words in {
        "游": "旅游 游客 游览 郊游 春游 出游 游玩 游轮",
        "盡": "尽管",
        "注": "注册 注销 注释 附注 备注",
        "致": "精致 细致",
        "系": "关系 联系",
        "准": "标准 准备 精准 准则 水准 基准 准确 准时 瞄准",
        "折": "折叠 存折",
        "沖": "冲击 冲突 冲锋 冲刺 冲动 冲破 冲撞 缓冲",
        "面": "面粉 面包 面条 面食 拉面 方便面",
        "制": "制造 制作 制成 研制 制品 制药 制备 制冷 复制 缝制 精制 绘制 录制 印制 监制 配制",
        "余": "其余 业余 剩余 多余 余额 余地 富余 盈余 结余 有余 余下 之余",
        "谷": "稻谷 谷物 五谷 谷子",
        "松": "放松 轻松 宽松 松懈 松弛 松动 松绑 松散",
        "征": "征收 征求 征集 特征 象征 征地 征用 征兵 征信 征文 征管 应征 征迁 征税 开征",
        "范": "规范 示范 模范 范围 典范 防范 范例 风范 师范",
        "志": "标志 杂志 县志 方志 日志",
        "采": "采购 采取 采用 采访 采集 采纳 开采 采煤 采矿 采样 采写",
        "郁": "忧郁 葱郁 郁闷",
        "丑": "丑闻 丑恶 丑陋",
        "胡": "胡须",
        "須": "胡须",
        "卷": "卷入 席卷 卷起",
        "舍": "取舍 舍弃 不舍 舍得",
        "辟": "开辟 精辟",
        "划": "规划 计划 划分 谋划 策划 筹划 区划 划定 划拨",
        "斗": "奋斗 战斗 斗争 斗志 搏斗 争斗",
        "云": "云计算 云端 云平台 云集 云南 风云",
        "丰": "丰富 丰收 丰产 丰硕 丰厚 丰满",
        "几": "几个 几年 几十 几百 几天 几次 几乎",
        "里": "里外 里面 这里 哪里 那里 心里 家里 手里 夜里 城里 村里 县里 里边 里头",
    }.items()
}
"""Where the plain character has words of its own, or usage differs between regions: the words in which the change is sure."""

_MORE_WORDS = {"筑": ("築", ("筑牢", "构筑", "浇筑", "筑巢", "筑梦", "筑起", "铸筑"))}
"""Words of official prose that OpenCC's phrases lack."""

_KEPT = (
    "新余",
    "余姚",
    "余杭",
    "余江",
    "大余",
    "扶余",
    "余干",
    "于都",
    "于洪",
    "于田",
    "范县",
    "郁南",
    "谷城",
    "贵筑",
)
"""Place names that keep the plain character."""

_PARTICLES = frozenset("的了在是不有和与及为也都而以之这那个一人大小上下")

_OVERCONVERTED = {
    "裏": ("里", "公里 里程 英里 海里 邻里 故里 平方里 万里 千里"),
    "裡": ("里", "公里 里程 英里 海里 邻里 故里 平方里 万里 千里"),
    "髮": ("發", "发展 发生 发现 发布 开发 研发 发挥 发明 出发 发表 发电 发放 激发 突发"),
    "係": ("系", "系统 体系 系列 院系"),
    "繫": ("系", "系统 体系 系列 院系"),
    "週": ("周", "周恩来 周边 周围 周密 周到 周全 周转"),
    "製": ("制", "制定 制订 制度 体制 机制 控制 限制 管制 法制 编制 制约 制止 制裁 抑制 强制"),
    "麵": ("面", "面积 方面 全面 面临 面对 面向 层面 表面 局面"),
    "麪": ("面", "面积 方面 全面 面临 面对 面向 层面 表面 局面"),
    "錶": ("表", "对标对表 表示 表现 代表 表明 发表 报表 表彰 表决 表态 图表 列表"),
    "後": ("后", "皇后 太后 王后"),
    "鬥": ("斗", "北斗 漏斗 泰斗"),
    "穀": ("谷", "山谷 河谷 硅谷 峡谷 谷地"),
    "鬆": ("松", "松树 松原 松花江 松柏"),
    "採": ("采", "风采 神采 文采"),
    "捨": ("舍", "宿舍 校舍 农舍 房舍"),
    "徵": ("征", "长征 征程 征途 出征 远征"),
    "隻": ("只", "只有 只要 只能 只争 不只 只是"),
    "註": ("注", "注意 注重 注入 关注 注视 注目 专注 投注"),
    "複": ("復", "恢复 复兴 复苏 反复 修复 答复 复工 复产 康复"),
    "復": ("複", "复杂 重复 复制 复合 复印"),
    "歷": ("曆", "日历 农历 阳历 公历"),
    "曆": ("歷", "历史 经历 历程 历届 历年 学历 历经"),
    "穫": ("獲", "获得 获奖 荣获 获批 获评"),
    "雲": ("云", "人云亦云"),
    "瞭": ("了", "为瞭 除瞭 到瞭 成瞭 有瞭 完瞭"),
    "緻": ("致", "一致 导致 致力 致富 致使 以致"),
    "遊": ("游", "上游 中游 下游 游泳"),
    "準": ("准", "批准 准许 不准 获准 核准"),
    "儘": ("盡", "尽力 尽职 尽责 详尽"),
    "臺": ("台", "天台县 天台山 天台"),
    "幹": ("乾", "干燥 干旱 干净 饼干 干粮"),
    "薑": ("姜", "姜太公 姜子牙"),
    "鬱": ("郁", "浓郁 馥郁"),
    "衝": ("沖", "冲洗 冲绳 冲积"),
}  # fmt: skip
OVERCONVERTED = {wrong: (right, tuple(words.split(" "))) for wrong, (right, words) in _OVERCONVERTED.items()}
"""Traditional characters, and words (in simplified characters) in which another one is right."""

PLAIN_STEM = ("干扰", "干预", "干涉", "若干", "干系", "相干", "天干", "干支", "干戈", "不干", "查干", "余干")
"""Words in which 干 is neither 幹 nor 乾."""

DRY = ("干燥", "干旱", "干净", "饼干", "干粮", "晾干", "烘干", "晒干", "干果", "干货", "干枯", "干涸", "干脆", "干杯", "干坤", "干隆",
       "豆腐干", "葡萄干", "包干", "干湿", "干洗", "干式", "外强中干", "干爽", "风干")  # fmt: skip
"""Words in which 干 is 乾."""


@lru_cache(maxsize=1)
def phrases() -> dict[str, str]:
    """OpenCC's phrases, simplified to traditional."""
    return {words: forms[0] for words, forms in dictionary("STPhrases").items()}


class Wanted(NamedTuple):
    """What a word wants.

    Attributes:
        form: The right character.
        start: Offset of the word that decides.
        end: Offset after it.
    """

    form: str
    start: int
    end: int


def wanted(folded: str, at: int, printed: str) -> Wanted | None:
    """The traditional character that the word around a place wants instead of the one printed.

    Args:
        folded: The text in simplified characters.
        at: Offset of the character.
        printed: The character as printed.

    Returns:
        The character and its word, or ``None`` where no word speaks or a word is content with what is printed.
    """
    known = phrases()
    allowed = UNCONVERTED[printed]
    best: Wanted | None = None
    for size in range(_LONGEST, 1, -1):
        for start in range(max(0, at - size + 1), at + 1):
            word = folded[start : start + size]
            form = known.get(word)
            if form is None or len(form) != len(word):
                continue
            right = form[at - start]
            if right == printed:
                if size > 2 or _PARTICLES.isdisjoint(word):
                    return None
                continue  # a particle beside the character makes no word
            if best is None and right in allowed:
                best = Wanted(right, start, start + size)
    if word_at(folded, at, _KEPT):
        return None
    only = _ONLY_IN.get(printed)
    if best and only and not word_at(folded, at, only):
        return None
    if best is None and printed in _MORE_WORDS:
        right, words = _MORE_WORDS[printed]
        span = word_at(folded, at, words)
        return Wanted(right, *span) if span else None
    return best


def begins_phrase(folded: str, at: int, printed: str) -> bool:
    """Whether some phrase begins with the character as it is printed (體|製作, not 體製|作)."""
    known = phrases()
    forms = (known.get(folded[at : at + size], "") for size in range(2, _LONGEST + 1))
    return any(form.startswith(printed) for form in forms)


def word_at(folded: str, at: int, words: tuple[str, ...]) -> tuple[int, int] | None:
    """Where one of some words covers an offset.

    Args:
        folded: The text.
        at: The offset.
        words: The words, none longer than five characters.
    """
    around = folded[max(0, at - _LONGEST + 1) : at + _LONGEST]
    shift = max(0, at - _LONGEST + 1)
    for word in words:
        found = around.find(word)
        while found >= 0:
            if shift + found <= at < shift + found + len(word):
                return shift + found, shift + found + len(word)
            found = around.find(word, found + 1)
    return None
