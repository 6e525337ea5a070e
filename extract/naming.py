"""What a quantity measures: the words for it in its clause, behind it, or said before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.claim import Kind
from extract.han import HAN
from extract.late import late
from extract.owners import measure_first
from extract.phrases import (
    cut_phrase,
    is_generic,
    is_measure,
    noun_after,
    qualified,
    strip_behind,
    without_growth,
)

_OPEN_LIST = late(r"等(?:方面|领域|地)?$")
_PREDICATE = late(rf"实现|集中|获批|建成|形成|推进|名{HAN}|增长$")
_COUNTS_TO = late(
    r"(?:[达为至]|(?<![收接得看找])到|突破|跨越|超过?|共|总数|数量|(?<!多)数|新增至|增至|扩至|录得|合计|总计|只有|仅有)$"
)
_INSTALMENTS = frozenset({"首期", "一期", "二期", "首批", "首轮"})
# 长达400公里的输水管道全线贯通: the extent of what stands behind it, up to what that does.
_EXTENTS = frozenset({"长", "全长", "总长", "宽", "高", "深"})
_BECOMES = late(r"全线|全面|全部|已经?|正式|顺利|建成|贯通|投入|竣工|开工|通车|完工")
# 5家甲县企业和4家乙县企业: what stands before the second is what the first counts.
_JOINS = late(r"(?:和|以?及|与)$")
_PREDICATE_BEHIND = late(
    r"赴|到|在|参加|支持|用于|实现|完成|落地|建成|开工|投产|获|入选|进入|位居|居|均|全部|以上|以下|左右|，|并|及|和|被|已|纳入|通过|达|为|成为|占|增|"
    r"分别|惠及|覆盖|带动|服务|上榜|跻身|签约|实施|投入|推广|创建|列|下降|提高|加快|上升|减少|降|升|至|不等|则|来|是|有|其中|之间|不变"
)
# A noun phrase does not begin like this: 10.7%提高到14%, 28宗及11宗.
_NO_NOUN = late(
    r"/|(?:完成|实现|通过|取得|超过)了|(?:历史)?关口|[百千万亿]{1,2}元?(?:台阶|大关|关口|规模$)|(?:(?:[^，]{0,3}(?:提高|提升|上升|升|增加|增|下降|减少|减|降低|降|回落|回升|调高|调低|(?<![参附追叠])加|扩大|缩小|扩|收窄|下调|上调|跌|涨|跃升|攀升|改))?(?:了|到|至|为)|"
    r"提高|上升|增加|增长|下降|减少|降低|跌|涨|不等|之间|以上|以下|左右|基础上|情况下|前提下|背景下|条件下|是$|及$|和$|与$|或$|至$|到$|报(?![道告名纸])|比|较|即|占|(?:的)?(?:水平|台阶|大关|关口|之多|以内|上下|范围|区间|不变)$)"
)
_PREDICATED = late(
    r"(?<!营)也|比较|较(?!快|大)|很|偏|有待|还(?!款|贷|本)|不|，|最[多高少低大小强弱]|明显|(?<![平人户年月日])均(?!价|收|线)|都(?!市)|较"
)
_ACTION = late(
    r"(?:新增|新建|引进|实施|办理|出台|安排|建成|组织|举办|开展|培育|支持|改造|完成|争取|搬迁|开通|建设|打造|推进|推出|落地|签约|开工|投产|制定|修订|"
    r"发布|选派|启动|研究|新|重点|全面|滚动|谋划|储备|招引|创建|认定|评选|新培育|表彰|整治|查处|办结|化解|解决|关闭|压缩|再|发放|投放|派出|接待|"
    r"惠及|帮扶|救助|资助|布局|获批|取消|下放|清理|淘汰|关停|退出|增设|设立|成立|派|签署|审议|召开|接获|收到|录得|访问|扫除|建立|拆除|修建|修复)+"
)
# The verb that governs the counted noun stays with it, the subject before the verb does not.
_LAST_ACTION = late(
    r"(?:接到|推荐|处理|招募|新增|新建|新设|引进|实施|办理|出台|建成|举办|开展|培育|改造|开通|打造|推出|制定|修订|发布|选派|启动|创建|认定|查处|办结|化解|关闭|发放|派出|布局|"
    r"获批|取消|下放|淘汰|关停|设立|成立|签署|接获|收到|访问|建立|修建|推广|筛选|准备|提出|召开|接待|投入|安排)了?(?:建设)?[^，；：]{0,6}$"
)
_EMPTY = late(r"[（(）)“”、和与及的在对以前后内中里上下年月日两一二三四五六七八九〇○零]*")
# Words that say how a growth was computed stand between it and what grows.
_COMPUTED = late(
    r"按?(?:可比|不变|现行|当年)(?:价格?|口径)(?:计算)?|扣除(?:物价|价格)[^，]{0,6}因素(?:影响)?后?|剔除[^，]{0,10}?(?:因素|影响)?后|考虑[^，]{0,6}因素|折年率|季调后"
)
_PLANNED = late(
    r"(?P<subject>.*?)(?:超额)?(?P<verb>完成了?|占|为|相当于|达到?)(?P<whole>[^，、]{0,10}(?:计划|预算|预算数|任务|指标|目标|定额)数?)的?$"
)
_PLAN_PART = late(r"(?<=..)(?:完成|占)[^，]{0,10}(?:计划|预算|预算数|任务|指标|目标|定额)数?$")
# 比上年, 较预算, 高于全省: what stands before is measured, what stands behind only measures it.
_AGAINST = late(
    r"相[比较]于?|(?<![占同环对可之配性得相无])(?:比起?(?![重例率值赛特亚较如价分方照])|较(?![大小好快多少高低强为长差]))|(?:高|低|快|慢|多|少|好|大|小|优|差|弱|强)于(?![ⅠⅡⅢⅣⅤIV一二三四五]{1,3}类)|高出|低出|超过|超出|领先|落后(?!产)"
)
_IS = late(r"(?:相当于|等于|约为|仅为|为|是)")
_SHARE_OF = late(
    r"(?:仅|只|约|就|也|又|在又|共|合共|已经?|均|都|才|则|还|其中|亦|更|分别|合计|大约|另外?)*占(?![比股地有用线])到?了?"
)
# 增幅最少的是点票主任，由…加至…: the subject stands behind the verb of a clause that only compares.
_SUPERLATIVE = late(r"(?:最[多少高低大小快慢]|显著)的?(?:是|为|在于)(?P<subject>.{2,})$")
# What money is spent on stands behind it: 投入3亿元开展河道整治, 增发10亿元债券.
_SPENT = late(
    r"(?:开展|增发|发行|投入|下达|筹集|拨付|拨出|动用|统筹|筹措|兑现|减免|撬动|使用|提供|出资|发放|投放|追加)(?:资金|专项资金|财政资金|了)*$"
)
_COMPARISON = ("相比", "比较", "相较", "公布的", "不变")
_LONGEST_NAMED = 30
# 产量稳定在全国1/4: a share of the whole without the word 占.
_PART_OF = late(r"(?P<subject>[^，；]{0,24}?)(?:稳定在|保持在|约为|约占|接近)(?P<whole>全[国省市球]|世界)的?")
# 居中国西部第1: only a place among others, of what was measured before.
_PLACED = late(r"[、，]?(?:稳|跃|位|均|分别|连续|继续|也|均位)?(?:居|列|排在?|排名|处于)[^，；、]{0,10}")
# 200万元以上的利润水平税率则维持不变: the thing of a limit ends where the statement about it begins.
_GOES_ON = late(r"(?<=..)(?:则|维持|给予|按照|可以|将|予以|达历史|实现|获得|继续)")
_RANKED = late(
    r"(?P<subject>[^，；]{2,40}?)(?:仍|稳|跃|位|均|分别|连续|继续|双双)*(?:居|位列|排在?|排名)(?![民住委家人])[^，；、]{0,12}"
)
# 用三年时间整顿企业: the time is that of what stands behind it.
_TOOK = late(r"(?:再|只)?(?<![利使应作费])[用花]了?$")
_TIME_FOR = late(r"(?:左右|多)?的?时间(?P<done>[^，。；]*)")
_AGE = late(r"年龄|寿命|岁")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a quantity.

    Attributes:
        left: The words before it in its clause, without periods and bases of comparison.
        right: The words behind it, up to the next mark or quantity.
        outer: The words before the bracket that it opens, if it does.
        listed: Whether only a list mark within the clause separates it from the quantity before.
        from_to: Whether it is the second end of 从…到….
        follows: Whether its words begin right behind the quantity before.
        noun_claimed: Whether those words already named what the quantity before counts.
        same_unit: Whether the quantity before has its unit.
        counted: Whether it counts things or people, or has no unit.
        unit: Its unit, empty where there is none.
        earlier: Gives the noun phrase that the clauses before named without a quantity, ``None`` for none.
        bare: Gives the clause before where that is a noun phrase and nothing more, ``None`` for any other.
    """

    left: str
    right: str
    outer: str
    listed: bool
    from_to: bool
    follows: bool
    noun_claimed: bool
    same_unit: bool
    counted: bool
    unit: str
    earlier: Callable[[], str | None]
    bare: Callable[[], str | None]


def indicator_of(kind: Kind, around: Around, topic: str | None) -> tuple[str | None, bool]:
    """The words for what is measured, and whether they stand behind the quantity.

    Args:
        kind: The claim's kind.
        around: What stands around the quantity.
        topic: What the sentence measured last, ``None`` where it has not said.

    Returns:
        The indicator in the document's own words, ``None`` where nothing names it.
    """
    right = around.right
    noun = noun_after(right[1:] if right[:1] in ("为", "是", "属") else right)
    if around.from_to and topic and kind != "threshold":
        return topic, False
    if _NO_NOUN.match(noun):
        noun = ""
    if kind == "threshold":
        return _threshold(around, noun, topic), False
    if kind == "share" and (share := _completed(around, topic) or _share_of(around, topic)):
        return share, False
    if kind == "rank" and _PLACED.fullmatch(around.left):
        return topic or around.earlier() or noun or None, False
    if kind in ("growth", "change", "difference"):
        return _compared(kind, around, noun, topic)
    left = around.left
    if kind == "rank" and (ranked := _RANKED.fullmatch(left)) and (subject := cut_phrase(ranked["subject"])):
        return (qualified(topic, subject) if is_generic(subject) and topic else subject), False
    if kind == "duration" and (took := _TOOK.search(left)) and (purpose := _TIME_FOR.match(around.right)):
        done = noun_after(purpose["done"])
        return (f"{done}的时间" if len(done) > 1 else cut_phrase(left[: took.start()]) or topic), True
    if kind == "multiple":
        subject = without_growth(cut_phrase(_IS.split(left, maxsplit=1)[0]))
        return (subject or topic or around.earlier() or noun or None), False
    if kind == "level" and around.unit == "岁" and noun and not _AGE.search(left):
        return noun + "年龄", True
    return _named(kind, around, noun, topic)


def _threshold(around: Around, noun: str, topic: str | None) -> str | None:
    measure = cut_phrase(around.left)
    noun = _GOES_ON.split(noun, maxsplit=1)[0]
    if not noun:
        return measure or topic
    if around.unit == "岁":
        return f"{noun}年龄（门槛）"
    if is_measure(measure) and len(measure) <= 12:
        return f"{noun}{measure}（门槛）"
    return f"{noun}规模（门槛）"


def _completed(around: Around, topic: str | None) -> str | None:
    """完成年度计划的102%: what was to be done, of the subject here or before."""
    found = _PLANNED.fullmatch(around.left)
    if found is None:
        return None
    subject = cut_phrase(found["subject"]) or _PLAN_PART.sub("", topic or "") or around.earlier()
    verb = "完成" if found["verb"].startswith(("完成", "达")) else "占"
    return f"{subject}{verb}{cut_phrase(found['whole'])}" if subject else None


def _share_of(around: Around, topic: str | None) -> str | None:
    """占全国的39%: a share of a whole, of the subject that was named before."""
    found = _SHARE_OF.match(around.left.lstrip(" 、和与及"))
    if found is None and (part := _PART_OF.fullmatch(around.left)) is not None:
        subject = cut_phrase(part["subject"]) or topic or around.earlier()
        return f"{subject}占{part['whole']}" if subject else None
    if found is None:
        return None
    whole = strip_behind(around.left.lstrip(" 、和与及")[found.end() :], fields=False)
    base = topic or around.earlier()
    if base is None or base.startswith("占"):
        return f"占{whole}" if whole else None
    at = base.find("占")
    if at > 1 and base[at : at + 2] not in ("占比", "占股", "占有"):
        base = base[:at]
    return f"{base}占{whole}" if whole else base


def _compared(kind: Kind, around: Around, noun: str, topic: str | None) -> tuple[str | None, bool]:
    """A growth, a change or a difference: its subject stands before the words of comparison."""
    left = _COMPUTED.sub("", around.left)
    against = _AGAINST.search(left)
    left = left[: against.start()] if against else left
    if topic is not None:
        topic = _PLAN_PART.sub("", topic)
    if kind == "difference" and topic and re.search("[与同和]", left):
        return topic, False
    phrase = without_growth(cut_phrase(left, fields=False)) or ("" if against else None)
    if phrase is None:
        phrase = without_growth(cut_phrase(left))
    if not phrase and around.outer:
        phrase = without_growth(cut_phrase(_PREDICATED.split(around.outer, maxsplit=1)[0]))
    if phrase and not _EMPTY.fullmatch(phrase):
        if "、" in phrase and around.follows and kind != "difference":
            phrase = phrase.rpartition("、")[2] or phrase
        if noun and not (around.listed or is_measure(phrase) or around.right.startswith("的")):
            measure = measure_first(noun) or (noun if len(noun) <= 8 and is_measure(noun) else "")
            if measure and kind != "difference":
                return phrase + measure, False
        return (qualified(topic, phrase) if is_generic(phrase) and topic else phrase), False
    if noun and not around.listed and kind == "change" and len(noun) >= 2 and not against:
        return noun, True
    if (subject := around.bare()) is not None and is_measure(subject):
        return subject, False
    noun = without_growth(noun)
    behind = without_growth(cut_phrase(around.left[against.end() :])) if against and not topic else ""
    return topic or around.earlier() or behind or (noun if len(noun) >= 2 else None), False


def _named(kind: Kind, around: Around, noun: str, topic: str | None) -> tuple[str | None, bool]:
    left = around.left
    cut_off = "、" in left[1:] and (around.follows or _PREDICATE.search(left))
    last = left.rpartition("、")[2] if cut_off else left
    phrase = cut_phrase(last, fields=kind == "rank" or noun != "")
    if phrase and not _EMPTY.fullmatch(phrase):
        return _with_noun(kind, around, phrase, noun, topic)
    if around.outer and len(phrase := cut_phrase(_PREDICATED.split(around.outer, maxsplit=1)[0])) >= 2:
        return (qualified(topic, phrase) if is_generic(phrase) and topic else phrase), False
    if kind == "share" and noun and not around.listed and (around.right.startswith("的") or len(noun) >= 3):
        return noun, True
    if kind in ("level", "other", "duration") and not around.listed and len(noun) >= 2:
        action = _ACTION.search(strip_behind(left.rstrip("了 ")) or left)
        return (
            f"{action.group()}{noun}" if action and around.counted and left.endswith(action.group()) else noun
        ), True
    if not (around.listed or noun) and kind in ("level", "share") and (bare := around.bare()) is not None:
        return bare, False
    if left.strip() and kind in ("level", "share") and (around.counted or not around.same_unit):
        return around.earlier() or topic or noun or None, False
    return topic or around.earlier() or noun or None, False


def _with_noun(
    kind: Kind, around: Around, phrase: str, noun: str, topic: str | None
) -> tuple[str | None, bool]:
    """A phrase before the quantity, with the noun behind it where the quantity counts that."""
    left = around.left
    if noun and around.follows and around.counted and _JOINS.search(left):
        return noun, True
    open_list = _OPEN_LIST.search(left)
    if (
        noun
        and around.counted
        and not _COUNTS_TO.search(left.rstrip("了 约近"))
        and not _PREDICATE_BEHIND.match(noun)
    ):
        if open_list:
            return noun, True
        if len(phrase) > 5 and (action := _LAST_ACTION.search(phrase)):
            phrase = phrase[action.start() :]
        return (noun if len(phrase) + len(noun) > 22 else phrase + noun), True
    if noun and around.counted and (around.noun_claimed or open_list or phrase.count("、") >= 2):
        return noun, True
    if noun and _ACTION.fullmatch(phrase):
        return phrase + noun, True
    if is_generic(phrase) and around.right.startswith("的") and noun:
        return noun + phrase, False
    if (
        phrase in _EXTENTS
        and around.right.startswith("的")
        and (thing := _BECOMES.split(noun, maxsplit=1)[0])
    ):
        return thing + phrase, False
    if is_generic(phrase) and phrase not in (topic := topic or around.bare() or phrase):
        return qualified(topic, phrase), False
    if len(noun) >= 2 and not around.listed:
        if phrase in _INSTALMENTS:
            return phrase + noun, True
        spent = _SPENT.search(left.rstrip("了约近 ")) if kind == "level" and not around.counted else None
        if spent is not None:
            return spent.group() + noun, True
        follows = kind == "share" and len(noun) >= 4 and right_begins(around.right)
        if follows and around.noun_claimed:
            return noun, True
        if follows and 2 <= len(phrase) <= 8 and not is_measure(phrase):
            return phrase + noun, True
    return phrase, False


def right_begins(right: str) -> bool:
    """Whether the words behind a quantity go on at once, without a dash or another mark."""
    return right[:1].isalpha()


def named_in_clause(words: str) -> str | None:
    """The noun phrase of a clause that has no quantity, ``None`` where it does not name a measure."""
    if any(character.isdigit() for character in words):
        return None
    superlative = _SUPERLATIVE.search(words)
    words = superlative["subject"] if superlative else words
    if words.endswith(_COMPARISON):
        return None
    phrase = cut_phrase(_PREDICATED.split(words, maxsplit=1)[0])
    grown = without_growth(phrase)
    if not grown or not 2 <= len(phrase) <= _LONGEST_NAMED:
        return None
    return grown if is_measure(grown) else phrase
