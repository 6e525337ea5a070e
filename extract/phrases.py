"""The words around a quantity, cut down to the noun phrase that it measures.

Words that stand between an indicator and its number (达到, 仅为, 比上年增长) or before it (其中, 全市累计) are taken off one by
one with the tables below. A word followed in its table by characters belongs to another word next to one of them: 能 is no
verb in 产能, 约 no bound in 签约, 共 none in 公共.
"""

from __future__ import annotations

from collections.abc import Mapping

from extract.han import HAN
from extract.late import late
from extract.owners import RESTATED
from extract.places import is_bare, place_that_acts, without_place

_BEHIND_WORDS = """
分别 依次 累计 总计 共计 合计 总共 合共 一共 已经 早已 现已 大约 大概 大致 接近 将近 超过 超出 逾 突破 仅仅 只有 仅有 仅为 只占 即将
预计 预期 预估 估计 预料 预测 料将 料 力争 确保 必须 应该 应当 应 须 需要 努力 继续 仍然 依然 始终 一直 基本 大体 几乎 不过 目前 当前 眼下
至今 迄今 现时 达到 达至 达成 高达 多达 低至 拥有 建有 共有 仍有 现有 存有 占到 占去 占有 实现 完成 新增 增产 减产 增收 减收 多收 少收 增长 增加
递增 递减 上升 下降 减少 降低 回落 提高 提升 回升 上涨 下跌 下滑 下调 上调 调高 调低 上扬 攀升 跃升 缩小 扩大 收窄 压减 压缩 精简 缩减
缩短 延长 削减 微升 微降 微增 微跌 微涨 大增 大升 大降 大减 大跌 大涨 急升 急跌 飙升 暴跌 暴涨 收跌 收涨 收报 收于 报收 净增 净减 萎缩 滑落 反弹
减慢 加快 放缓 蒸发 跃居 稳居 位居 位列 名列 并列 只能 排到 排名 排在 排 跻身 保持 稳定 维持 控制 定为 定于 高于 低于
快于 慢于 高出 低出 多于 少于 多出 少出 好于 同比 环比 按年 按月 按季 年均 平均 年平均 平均每年 每年平均 平均每天 平均每月 每年 每月 每天 每日 每周 月均 率先 首次
首先 相继 先后 陆续 连续 再度 再次 一度 历史性 一次性 双双 最终 左右 以下 以内 不低于 不少于 不超过 不足 不到 不满 至少 至多 最多 最少 最高 最低
最大 最小 可以 能够 可达 可望 有望 也是 呈现 呈 成为 其中 当中 上年 同期 去年 站上 迈上 跃上 跨越 跨过 首破 录得 收到 收得 来自 还有 共收 相当于 折合 给予 实际
名义 同口径 明显 远远 大大 大幅 显著 略 稍 很 较 比 与 和 及 的 了 还 也 又 再 亦 更 便 却 则 仍 尚 竟 已 拟 仅 只 翻 每 录 原来 创下 不等
余下 余额为 计有 由 逐月 逐年 跌破 升破 下行 上行 走高 走低 下挫 收盘 盘中 全天 跌 各 未 即 剩 只剩 仅剩 还剩 约合 到人均 至人均 达人均 为人均 到日均 至日均 达日均 多年 多月 多日 多天 连年 多个月 主要 出现 偏高 偏低 偏大 偏小 偏多 偏少 远超 介乎 处于 共同 同样 同为 增$ 约$ US$ HK$ NT$ $ 将会 更会 便会 也会 才会 都会 就会 亦会 会有 还会 争取 调贬 调升 收贬 收升 修正 拟安排 每人 每户 续创 再创 失守 盘中失守 单日 带来 由过去 由此前 由当初 由最初 由目前 由现在 从过去 从此前 从当初 从目前 从现在 最低至 最高至 即时 圆满 连跨 连破 如下 情况如下
"""
# Stripped behind an indicator unless one of these characters stands before them.
_BEHIND: Mapping[str, str] = dict.fromkeys(_BEHIND_WORDS.split(), "") | {
    "均": "平人年月日户亩村地场",
    "都": "首成京国古故港",
    "才": "人英口天育",
    "就": "成造",
    "将": "麻名大上少中",
    "可": "许认",
    "能": "产职功性节智势动核热电效体技潜储机官才不",
    "要": "需主重首必纪概摘提紧",
    "约": "签合条公节制违特履契预续缔邀租",
    "近": "最附邻靠临亲",
    "超": "高",
    "共": "公",
    "为": "行作因人",
    "是": "但于就国若凡",
    "有": "所国私享拥公民没含持保自专",
    "至": "截甚直乃以及冬夏",
    "到": "报签周收接得找看",
    "在": "存潜内外",
    "从": "服跟随",
    "自": "各亲独",
    "达": "发表通传抵雷马宏直下转送波伟",
    "占": "强侵霸",
    "增": "新倍激催",
    "减": "加裁",
    "降": "沉",
    "升": "毫公",
    "涨": "高",
    "加": "附参增更添追叠",
    "多": "许众诸繁增",
    "少": "缺青年减",
    "高": "提新登崇身增最创",
    "低": "降最",
    "居": "置安定民迁移邻乔同旧",
    "报": "简日晚早申公年通预情汇周月快上举",
    "收": "税营创吸回征查秋夏丰签验招",
    "计": "统会设审预估总累合共",
    "列": "系陈专并前序班罗",
    "比": "占同环对可之配性得相入构分",
    "与": "参给",
    "创": "科首文独原初开草主",
    "和": "共饱缓温",
    "及": "以普涉惠波提述企遍",
    "较": "比",
    "料": "材原资燃饲肥塑油史饮涂养食废敷照投染调涤面",
    "排": "安编",
    "应": "供反响效相适对",
    "由": "理自缘事",
    "录": "目记收名",
    "平": "水公持",
    "被": "棉",
    "只": "船",
    "原": "中草平高太",
    "不到": "得找看",
    "计划": "度年定原五",
    "业已": "企产行商农工事就职作",
    "设为": "建",
    "设于": "建",
    "设有": "建",
    "以上": "额模",
    "略": "战策",
}
_FIELDS = frozenset(
    [
        "全省",
        "全国",
        "全市",
        "全县",
        "全区",
        "全州",
        "全球",
        "全港",
        "世界",
        "各省区",
        "各省",
        "亚洲",
        "我省",
        "我市",
        "我县",
        "我区",
        "我州",
        "我国",
    ]
)
_EACH = frozenset({"日均", "月均", "每桶", "每吨", "每斤"})
_BEFORE_WORDS = """
其中 当中 其次 比如 例如 譬如 诸如 虽然 尽管 首批 首个 该 每年 此外 同时 另外 另 并且 且 但是 但 又 也 则 以及 特别是 尤其是 包括 是 就是 不过 然而 因此 因而
虽 倘若 如果 即使 至于 关于 对于 达到 取得 累计 共计 总共 一共 合共 全力 力争 确保 预计 预料 预估 估计 估算 推算 推动 带动 促进 推进 使得 让 令 已经 已 我们 连续 成功
积极 持续 加快 努力 实际完成 初步核算 经初步核算 据统计 据初步统计 初步统计 据测算 截至 截止 期间 以来 时期 这些 这个 这 那 当前 目前 现时 现有 现在 全年 年内 当年 当月
年末 年底 末 的 拥有 共有 还有 仍有 另有 只有 仅有 不少于 不低于 显示 指出 透露 认为 大约 仅 只 如今 眼下 今后 此后 其后 随后 加上 属于 最高为 最低为 其次为 其次是
经济社会发展的主要目标是 争取实现 争取达到 争取在 了 须 必须 一次性 历史性 平均每天 平均每年 相当于 折合 所以 我国的 之后 全部为 都是 均为 都 乃至 去年 由原来 跟 叫做 把 拟安排 拟 承诺 其余依次为 然后是 最低是 最高是 高于 低于 快于 慢于 两者 二者 减去 扣除 撇除 除去 单是 另一 若以 假设 保守估计 使 连同 可以拉动 拉动 可拉动 可以 能够 可望 有望
"""
# Stripped before an indicator unless one of these characters follows.
_BEFORE: Mapping[str, str] = dict.fromkeys(_BEFORE_WORDS.split(), "") | {
    "如": "果何此今同实",
    "并": "购网轨",
    "而": "且",
    "还": "款贷原",
    "及": "时格早",
    "和": "谐平美解",
    "与": "会",
    "含": "量氧金税",
    "即": "将时",
    "实现": "率",
    "完成": "率额",
    "共": "济享同建青产有和",
    "合计": "数",
    "使": "用得命馆者",
    "将": "军来领",
    "要": "求素点闻",
    "建议": "提案办数、",
    "现": "代金行场实状货款存",
    "底": "线层部",
    "时": "间期代段任速",
    "从": "业事",
    "由": "于",
    "有": "效机色限线关轨组",
    "在": "园岸建校职岗编册读外营用售产途役线野华浙",
    "至": "今",
    "称": "号",
    "表示": "",
    "提出": "",
    "要求": "",
    "计划在": "",
    "计划": "生经单委执的定成指任数内外",
    "对实现": "",
    "过去": "",
    "约": "束定",
    "为": "民企",
    "则": "",
    "占": "比地股",
    "这": "",
    "其": "他中余它实次间",
    "每年": "",
    "令": "",
    "末": "端",
    "另": "类",
    "以": "上下内外后前及色旧军工人税",
    "按": "揭时期摩钮照人",
    "按照": "",
    "若": "干尔然",
    "是": "",
    "了": "",
    "应": "届急收对用税聘当纳",
    "叫做": "",
    "比": "重例率值赛特亚较价",
}
_REGION_LEAD = late(
    r"(?:全[国省市县区州镇乡村球港](?!文明|重点实验室|人大|政协|先进|劳动|优秀|示范|统一|一流|百强|十强|[一二三四五]十强|双拥|卫生城|首批|青少年|民族团结|性|五一|脱贫攻坚先)|[我本][国省市县区州港]|世界|各地|我们|(?:(?P<mask>[A-Z@*×])(?P=mask)|X)(?![A-Za-z])[省市县区]?)+"
)
_MASK_BEHIND = late(r"(?<![A-Za-z&])([A-Z@*×])\1[省市县区]?$|(?<![A-Za-z&])X[省市县区]?$")
_GROWTH_NOUN = late(
    r"(?:年均)?(?:增速|增幅|涨幅|降幅|升幅|跌幅|加幅|减幅|增长率|增长速度|(?:增长|下降|上升|上涨|回落|提高)幅度)$"
)
# Marks at either end that belong to no phrase; opening quotation marks only where they are not closed.
_MARKS_BEHIND = " \t:：、，,“‘「『（(—-–【《*#|~～…"
_MARKS_BEFORE = " \t:：、，,；;。.！!？?”’」』）)】》—-–·*#|+~～…\n"
_OPENING = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "【": "】"}
# What happens around the statement is no part of what it measures: 在…方面, 从…看, 数据显示….
_ADJUNCT = late(
    r"(?:在|从|按照?|根据|针对|围绕|随着|通过|自|以|于)[^，；：]{1,28}?"
    r"(?:方面|领域|地区|期间|期内|基础上|过程中|来看|计算|以来|之中|当中|中(?![小央国部等西层型药医学心间高年])|里(?!程)|内(?![地需外贸销部容蒙陆河])"
    r"|看(?![护病好])|计(?![划算生]))(?=[^的之]{2})|除[^，；：的]{1,14}?[以之]?外(?![资商贸汇币地省来国部销埠卖籍观围])"
)
_STAGE = late(r"在?[^，的]{0,6}(?:初期|末期|前期|后期|中期|时期|阶段|期间)$")
_WITHIN = late(r"在(.{2,}?)(?:中|里|方面|当中|之中)$")
_SAID = late(r"[^，；：]{0,14}?(?:显示(?![器屏面])|表示|指出|透露|认为|预测|预计|估计|会提出)(?=.{2})")
_ENUMERATOR = late(r"[0-9]{1,2}[、.．](?![0-9])")
_PARENTHESIS = late(r"[（(][^（）()]{0,40}[）)]")
# 研究院将粮食产量预测从此前的3.2%上调: what is moved stands behind 将 and 把.
_OBJECT = late(
    r"[^，：；、]{1,14}(?<![即必])[将把](?P<object>[^，：；将把]{2,24})[从由](?:此前|原来|过去|目前|当前|原先)?的?$"
)
_ONE = late(r"(?<=..)一[个座条家所项]$")
# What is counted ends where it owns or does something: 两所大学的教师, 3个县农民人均收入, 40名干部到村任职.
_COUNTED_OWNER = late(
    rf"{HAN}{{0,10}}?(?:(?:大学|学院|医院|学校|企业|公司|机构|高校|城市|国家|家庭|县|(?<!农)村|(?<!城)[镇乡])(?=农民|居民|人均|的(?!是)|对(?![外口象接比手策应称虾]))"
    rf"|(?:{HAN}{{0,10}}?)(?:干部|人员|教师|医生|党员|队员|专家|学生|职工)(?=到(?![位期])|赴))"
)
# 在45种主要工业产品中 counts products; 高中 and 中 as the end of other nouns stay.
_AMONG = late(r"(?<=产品|项目|企业|单位|城市|人员|个案|指标|工程|样本|学校|机构|国家|地区)(?:之|当)?中$")
_CLOCK = late(r"[0-9]{1,2}:[0-9]{2}")
_LONGEST = 30
_LONGEST_WORD = 5
_LONGEST_BEFORE = 12


def cut_phrase(words: str, fields: bool = True) -> str:
    """The noun phrase in the words before a quantity.

    Args:
        words: The words from the last mark or quantity to the quantity.
        fields: Whether a field at the end is left out (排名全国 before a rank).

    Returns:
        The phrase, possibly empty.
    """
    if "（" in words or "(" in words:
        words = _PARENTHESIS.sub("", words)
        opened = max(words.rfind("（"), words.rfind("("))
        if opened >= 0:
            words = words[opened + 1 :]
    if moved := _OBJECT.match(words):
        words = moved["object"]
    if ":" in words:
        words = _CLOCK.sub("", words)
    words = strip_behind(words, fields)
    if _STAGE.fullmatch(words):
        return ""
    if within := _WITHIN.fullmatch(words):
        words = within[1]
    elif len(words) > 4 and (adjunct := _ADJUNCT.match(words)):
        words = words[adjunct.end() :]
    previous = None
    while words != previous:
        previous = words
        words = _strip_before(words)
        if region := _REGION_LEAD.match(words):
            words = words[region.end() :]
        words = "" if is_bare(words) else without_place(words)[1]
        if place := place_that_acts(words):
            words = words[len(place) :]
    if len(words) > 8 and (said := _SAID.match(words)):
        words = _strip_before(words[said.end() :])
        if region := _REGION_LEAD.match(words):
            words = words[region.end() :]
    if words and words[0] in _OPENING and _OPENING[words[0]] not in words:
        words = words[1:]
    return words if len(words) <= _LONGEST else _shortened(words)


def place_alone(words: str) -> str | None:
    """The place that all the words before a quantity come down to (、河北1人; 其中云溪县3家), ``None`` for more or none."""
    words = strip_behind(_strip_before(words))
    if is_bare(words):
        return words
    place, rest = without_place(words)
    return place if place and not rest else None


def strip_behind(words: str, fields: bool = True) -> str:
    """The words without the verbs, adverbs and bounds at their end."""
    while words:
        last = words[-1]
        if last in _MARKS_BEHIND:
            words = words[:-1]
            continue
        size = _size_behind(words, fields)
        if not size and fields and (masked := _MASK_BEHIND.search(words)):
            size = masked.end() - masked.start()
        if not size:
            break
        words = words[:-size]
    return words


def _size_behind(words: str, fields: bool) -> int:
    for size in range(min(_LONGEST_WORD, len(words)), 0, -1):
        word = words[-size:]
        blocked = _BEHIND.get(word)
        if blocked is not None:
            if not blocked or len(words) == size or words[-size - 1] not in blocked:
                return size
        elif size > 1 and ((fields and word in _FIELDS) or (word in _EACH and len(words) > 5)):
            return size
    return 0


def _strip_before(words: str) -> str:
    if enumerator := _ENUMERATOR.match(words):
        words = words[enumerator.end() :]
    while words:
        if words[0] in _MARKS_BEFORE:
            words = words[1:]
            continue
        if words.startswith("各项") and len(words) > 4:
            words = words[2:]
            continue
        for size in range(min(_LONGEST_BEFORE, len(words)), 0, -1):
            blocked = _BEFORE.get(words[:size])
            if blocked is not None and not (blocked and len(words) > size and words[size] in blocked):
                words = words[size:]
                break
        else:
            break
    return words


def _shortened(words: str) -> str:
    """The last members of a phrase that is too long, or its last characters where it has no joints."""
    tail = words[-_LONGEST - 1 :]
    joint = max(tail.find(mark, 0, 20) for mark in "、的")
    return tail[joint + 1 :] if joint >= 0 else tail[1:]


def noun_after(words: str) -> str:
    """The noun phrase in the words after a quantity (35个省级重大应用), possibly empty."""
    words = words.lstrip("的 ”’」』)）")
    if "（" in words or "(" in words:
        words = _PARENTHESIS.sub("", words)
        words = words[:cut] if (cut := max(words.find("（"), words.find("("))) >= 0 else words
    if owner := _COUNTED_OWNER.match(words):
        return owner.group()
    words = _AMONG.sub("", _ONE.sub("", strip_behind(words)))
    return words if len(words) <= 24 else words[:24]


# Words that measure something named before, and say nothing alone.
_GENERIC_WORDS = """
规模 总量 总额 数量 总数 增速 增幅 占比 比重 份额 总投资 投资 投资额 面积 产量 产值 收入 排名 位次 金额
人数 覆盖率 完成率 参保率 比例 余额 协议总投资额 投资总额 总产量 增加值 其他 合计 总计 均价 首期规模 共济金额 经费 床位 总量和增速 增速和总量
日均 月均 年均 人均 户均 前值 初值 终值 净收入 总收益 中位数 平均数 成交额 成交量 总长度 总面积 总里程 总人口 总产值 均 总规模 单价 市值
比率
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_QUANTITY = late(r"(?:累计|总)?(?:成交量|成交额|产量|销量|产值|销售额|用量|人数|人次|户数|件数|数量|总量)$")
_MEASURES = late(
    r"(?:总?产值|增加值|收入|投资|支出|营收|利润|人口|面积|产量|数量?|规模|进?出口|经费)?占[^占、，]{1,14}(?:比重|比例|份额)$|(?:居民)?人均可支配收入$|(?:人均)?(?:[生活]{2})?消费支出$|零售(?:总)?额$|进出口(?:总[额值])?$|"
    r"(?:用电|发电|产销|[产销]|周转|吞吐|成交|排放|饲养|拥有|种植|交易|产出|储存|存储|播种|运输|流动|业务|客运|货运|发送|消费|需求|供应|处理|保有)量$|(?:销售|交易|成交|贸易|营业|保费|业务)额$|用电$|产值$|增加值$|人[数次]$|收入$|支出$|投资额?$|余额$|"
    r"利润(?:总额)?$|总[量额数]$|(?:种植|播种|养殖|灌溉|施工|竣工|销售|绿化|造林|建筑)?面积$|比重$|占比$|比例$|覆盖率$|[起件案]数$|率$|数量$|数$|额$|量$|经费$|规模$|里程$|建议$|提案$|人口$|税$|贷款$|存款$"
)
_ALSO_MEASURES = late(
    r"(?:百分比|比率|中位数|均值|价格?|指数|金|费|开支|进口|出口|人次|能力|成本|水平|寿命|密度|强度|工资|利润|评分|得分|评价)$"
)


def is_generic(phrase: str) -> bool:
    """Whether a phrase measures something that was named before it."""
    return phrase in _GENERIC or phrase.startswith(("占", "比重", "比例"))


def qualified(topic: str, phrase: str) -> str:
    """A generic measure with the thing it measures: 成交额 after 配额成交量 is 配额成交额."""
    if phrase in topic:
        return topic
    if phrase in RESTATED and topic.endswith(RESTATED):
        topic = topic[:-2]
    if phrase in ("占比", "比重", "份额") and topic.find("占") > 1:
        return topic[: topic.find("占")] + phrase
    if phrase.endswith(("量", "额", "数", "值", "入")):
        topic = _QUANTITY.sub("", topic) or topic
    return topic + phrase


def is_measure(phrase: str) -> bool:
    """Whether a phrase ends in a word that measures something (收入, 产量, 率)."""
    return _MEASURES.search(phrase) is not None or _ALSO_MEASURES.search(phrase) is not None


def measure_in(phrase: str) -> str | None:
    """The word at the end of a phrase that measures something, ``None`` where it ends in another one."""
    found = _MEASURES.search(phrase)
    return found.group() if found else None


def without_growth(phrase: str) -> str:
    """A phrase without the word that says it grows."""
    return strip_behind(_GROWTH_NOUN.sub("", phrase))
