"""L14: two constructions in one, or one thing said twice: 打造……建设, 原因是……造成的, 防止……不再发生."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks.finding import Hit, Severity
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_END = r"(?=[，。；！,;!\n]|$)"
_IN = r"[^，。；：！？,;:\n]"


class _Blend(NamedTuple):
    """A construction that cannot be carried through.

    Attributes:
        opens: The words it begins with.
        rest: A pattern for what follows them.
        message: What is wrong.
        reason: Why.
        suggestion: What to write instead, or nothing.
        severity: How grave it is, ``None`` for the rule's default.
    """

    opens: tuple[str, ...]
    rest: str
    message: str
    reason: str
    suggestion: str
    severity: Severity | None


def _blend(
    opens: str, rest: str, message: str, reason: str, suggestion: str = "", severity: Severity | None = None
) -> _Blend:
    return _Blend(tuple(opens.split()), rest, message, reason, suggestion, severity)


_OTHER_VERB = "推进|推动|加快|加强|抓好|抓实|抓紧|参与|服务于|支持|支撑|促进|统筹|做好|开展|实施|完善|用于|赋能|助力|带动|引领|深化|强化|启动|建设|以"
_NOT_A_PREVENTED_THING = (
    "不良|不当|不法|不正|不实|不合|不安|不利|不明|不符|不达|不规|不必|不足|不公|不力|不均|不平"
)
_REPEATED = (
    "运用 体现 实践 落实 贯彻 反映 展现 检验",
    "具体|生动|集中|有效|重要|必然|直接",
)
_BLENDS = (
    _blend(
        "打造",
        rf"(?:(?!{_OTHER_VERB}){_IN}){{2,60}}?等?(?:项目|工程)?建设{_END}",
        "“打造”与“建设”杂糅",
        "“打造”的宾语是建成的东西，“建设”是动作，二者只能用一个",
        "改“打造”为“推进”，或删去“建设”",
    ),
    _blend("打造 构建", "是以", "“是”多余", "“打造以……为主的……”中间不用“是”", "删去“是”", "warning"),
    *(
        _blend(
            f"是{word} 为{word}",
            rf"(?!和)[^。；\n是]{{4,50}}?的(?:{_REPEATED[1]}){word}{_END}",
            "主干重复",
            "同一个词在主干上用了两次，保留一个",
        )
        for word in _REPEATED[0].split()
    ),
    _blend(
        "原因是 原因在于 原因主要是",
        rf"(?:(?!结果){_IN}){{2,30}}?(?:造成|导致|引起|所致)的?{_END}",
        "“原因是”与“造成的”杂糅",
        "或写“原因是……”，或写“是……造成的”",
    ),
    _blend(
        "防止 避免 杜绝 严防 谨防",
        rf"(?:(?!{_NOT_A_PREVENTED_THING}){_IN}){{0,14}}?(?:不再|不要|不会|不)(?:发生|出现|反弹|返贫)",
        "双重否定，意思相反",
        "“防止、避免”本身就是不让发生，再加“不”等于要它发生",
        "删去“不再”或“不”",
        "warning",
    ),
    _blend(
        "切忌 切勿 严禁 禁止",
        "(?:不要|不能|不准|不得|不许)",
        "两个禁止的词叠用",
        "“切忌”“禁止”本身就有“不要”的意思",
        "留一个",
    ),
    _blend("无时无刻", "(?:都|总|也)", "“无时无刻”后面缺“不”", "“无时无刻不”才是“时时刻刻都”", "无时无刻不"),
    _blend(
        "围绕以",
        rf"{_IN}{{2,20}}?为(?:中心|核心|重点|主线|主题|目标|抓手)(?!的)",
        "“围绕”与“以……为”杂糅",
        "或写“围绕……”，或写“以……为……”",
    ),
    _blend(
        "本着",
        rf"{_IN}{{2,24}}?(?:为(?:原则|宗旨|目的)|出发){_END}",
        "“本着……的原则”与“以……为原则”杂糅",
        "或写“本着……的原则”，或写“以……为原则”“从……出发”",
    ),
    _blend(
        "共计 总计 合计 一共 总共",
        "(?:总计|合计|共计|总共|一共|共有?[0-9])",
        "两个总括的词叠用",
        "“共计”“总计”意思相同",
        "留一个",
    ),
    _blend(
        "加强",
        "(?:活跃|加快|加大|扩大|提高|提升|缩小|减少|降低|加速|实现|增加)(?![和与型版力、])",
        "“加强”不能修饰动词",
        "“加强”的宾语是名词性的（加强管理），后面不接另一个谓语动词",
        "删去“加强”，或改为“进一步”",
    ),
    _blend(
        "国际级 国家级 世界级 省级 市级",
        "[和及、与](?:全国|全省|全市|国际|世界)[赛荣奖重示试展品]",
        "并列的定语不对称",
        "前一项带“级”，后一项不带",
        "两项都写“……级”，或都不带",
    ),
    _blend("凯旋", "而?归来", "意思重复", "“凯旋”就是胜利归来", "凯旋"),
    _blend(
        "非常 十分 极其 特别 很",
        "(?:迫在眉睫|刻不容缓|至关重要|酷似|濒临)",
        "程度重复",
        "后一个词已经含有最高的程度",
        "删去前一个词",
    ),
    _blend(
        "过去以往 目前现在 当前目前 目前当前 今后未来 互相相互 相互互相 再次重申 全部悉数 悉数全部 付诸于 诉诸于 亲眼目睹 首次首创 "
        "全国各地各处 第一次首",
        "",
        "意思重复",
        "前后两个词说的是一回事",
        "留一个",
    ),
    _blend("同时", "[，,]?另一方面", "“同时”与“另一方面”重复", "两个词都是引出并列的另一件事", "留一个"),
    _blend(
        "随着",
        rf"{_IN}{{2,16}}?(?:过后|之后|以后)(?=[，,])",
        "“随着”与“之后”杂糅",
        "“随着”说同时变化，“之后”说先后，只能用一个",
        "删去“随着”，或删去“之后”",
    ),
    _blend(
        "最",
        rf"(?![具富有为大高强佳优]){HAN}{{2}}性的",
        "“最”不能直接修饰“……性”",
        "“……性”是名词，前面用“最具”，或不用“性”",
        "最具……性的",
        "warning",
    ),
    _blend(
        "进一步浓厚 不断浓厚 持续浓厚 着力浓厚 切实浓厚 努力浓厚",
        rf"{_IN}{{1,24}}?(?:氛围|气氛|风气)",
        "“浓厚”是形容词，不带宾语",
        "写“营造……的浓厚氛围”",
        "营造……的浓厚氛围",
    ),
    _blend("被评为 被授予 被列为 被确定为 被命名为", "为", "“为”重复", "前面已有“为”", "删去一个“为”"),
)
_BY_OPENING: dict[str, tuple[_Blend, ...]] = {
    opening: tuple(blend for blend in _BLENDS if opening in blend.opens)
    for opening in sorted({opening for blend in _BLENDS for opening in blend.opens}, key=len, reverse=True)
}
# Only literals, so that the search may leap to their first characters.
_OPENING = late("|".join(map(re.escape, _BY_OPENING)))


# What somebody's help, lead or a condition is cast as takes 在……下; the frame ends at the comma.
_FRAME = late(r"(?P<noun>前提|坚强领导|正确领导|大力支持|共同努力|关心支持|关心帮助)(?=[，,])")
_FRAME_OPENS = late(
    r"(?:^|[，。；：！？,;:!?\n宣布指出表示])在(?!于|座|线|建|职|场|外|校|此)(?P<inside>[^，。；：！？,;:\n]{2,30})$"
)
_NO_FRAME = late("[是有]|作为|离不开|得益|取决|源于|靠|获得|得到")


def _unclosed_frames(text: str) -> Iterator[Hit]:
    for match in _FRAME.finditer(text):
        begin = max(0, match.start() - 34)
        opened = _FRAME_OPENS.search(text[begin : match.start()])
        if opened is None or _NO_FRAME.search(opened["inside"]):
            continue
        start = begin + opened.start("inside") - 1
        yield Hit(
            start,
            match.end(),
            f"“在……{match['noun']}”缺“下”",
            "“在”引出的条件、背景后面要有“下”呼应",
            f"在……{match['noun']}下",
        )


# Compiled when its opening words first occur: a linter starts for one text, which holds few of them.
_compiled = cache(re.compile)

_SWAPPED = late(rf"就(?P<second>{HAN})就(?=[”、，。；])")


def _swapped_words(text: str) -> Iterator[Hit]:
    """想就创就 for 想创就创."""
    for match in _SWAPPED.finditer(text):
        first, second = text[max(0, match.start() - 1) : match.start()], match["second"]
        if first.isalpha() and first != second:
            yield Hit(
                match.start() - 1,
                match.end(),
                f"“{first}{match[0]}”字序有误",
                "“就”后面没有下文",
                f"{first}{second}就{second}",
                severity="warning",
            )


def find(reading: Reading) -> Iterator[Hit]:
    """Yield sentences in which two constructions are mixed."""
    text = reading.prose.text
    yield from _unclosed_frames(text)
    yield from _swapped_words(text)
    for opening in _OPENING.finditer(text):
        for blend in _BY_OPENING[opening[0]]:
            rest = _compiled(blend.rest).match(text, opening.end())
            if rest is not None:
                words = text[opening.start() : rest.end()]
                evidence = f"“{_short(words)}”：{blend.reason}"
                yield Hit(
                    opening.start(),
                    rest.end(),
                    blend.message,
                    evidence,
                    blend.suggestion,
                    severity=blend.severity,
                )


def _short(words: str) -> str:
    return words if len(words) <= 24 else f"{words[:10]}……{words[-10:]}"


RULE = Rule(
    code="L14",
    name="blended-phrase",
    title="句式杂糅、语义重复",
    category="wording",
    severity="info",
    what="两种句式套在一起（打造……建设，原因是……造成的，围绕以……为中心），主干重复（是运用……的具体运用），否定多了一层（防止……不再发生），近义词叠用。",
    why="多半是改稿时换了半句：前半句用一种说法，后半句还是另一种。",
    silent="“打造……建设样板”这类“建设”作定语的；“避免不良后果发生”这类“不”属于名词的。",
    bad=(
        Example("全力打造滨江科创走廊、临空物流园等建设，增强发展后劲。", "打造滨江科创走廊"),
        Example("工期延误的主要原因是管线迁改不及时造成的。", "原因是管线迁改不及时造成的"),
        Example("落实帮扶责任，防止此类现象不再发生。", "防止此类现象不再发生"),
        Example("完善商圈功能，加强活跃夜间经济。", "加强活跃"),
        Example("建成“就在云溪·想就创就”服务站，举办国家级和全省赛事12场。", "想就创就"),
        Example("在县委的坚强领导，各项任务全面完成。", "在县委的坚强领导"),
        Example("项目攻坚是最关键性的工作，要一抓到底。", "最关键性的"),
    ),
    good=(
        "全力推进滨江科创走廊、临空物流园等建设，增强发展后劲。",
        "工期延误的主要原因是管线迁改不及时。",
        "落实帮扶责任，防止此类现象再次发生。",
        "完善商圈功能，进一步活跃夜间经济。",
        "在县委的坚强领导下，各项任务全面完成。",
        "建成“就在云溪·想创就创”服务站，举办国家级和省级赛事12场。",
        "项目攻坚是最具关键性的工作，要一抓到底。",
    ),
    near=(
        "打造乡村建设样板，打造宜居环境、推进城镇建设，避免不良反应发生，加强改善民生工作，成绩根本在于县委的坚强领导，这是实践中得来的生动经验。",
    ),
    find=find,
)
