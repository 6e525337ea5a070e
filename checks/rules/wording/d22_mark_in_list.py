"""D22: a comma or a conjunction with 、 inside one list: A招商，B招商、C招商; A、B、以及C."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_LONGEST = 4
"""Characters that an item may have in front of its common end; longer ones begin a clause of their own."""
_COMMA = late(rf"[，,](?<=(?P<head>{HAN}{{2}})[，,])(?:{HAN}|[“”]){{2,{_LONGEST}}}?(?P=head)(?=[、和])")
_NATURES = late(rf"性(?P<first>{HAN}{{2}})[，,](?P<next>{HAN}{{2}}性{HAN}{{2}})(?=[，。；,;])")
_ADJECTIVE = late("[更很不最较强高好大小弱足差增减提]")
_CONJUNCTION = late(f"、以及(?={HAN})")
_PLAIN = late(f"(?:{HAN}|[“”]){{1,10}}")
_VERB = late(
    "[“]?(?:推进|推动|加快|加强|抓好|抓实|强化|深化|实施|开展|完善|提升|提高|促进|统筹|做好|落实|建设|打造|支持|健全|优化|构建|扩大|发展|坚持|突出|聚焦|围绕|"
    "启动|实现|建成|完成|培育|引进|参加|参与|举办|召开|组织|建立|制定|出台|新增|增加|减少|改造|保障|确保|加大|有|是|为|在|对|把|以|将|要|不|全面|积极|大力|着力|持续|扎实|深入|切实|努力|同步|协同|其中|包括|涉及|负责|分管|弘扬|重视|办好|反对|使|这|那|该|各|其)"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield commas between items of one list, and 、 in front of a conjunction."""
    text = reading.prose.text
    for match in _COMMA.finditer(text):
        at, head, second = match.start(), match["head"], match.end() - 2
        if not _is_list(text, head, second) or _VERB.match(text, at + 1):
            continue
        item = text[at + 1 : second + 2]
        yield Hit(
            at - 2,
            second + 2,
            "并列成分之间的逗号应为顿号",
            f"前后几项都以“{head}”结尾，同属一个列举",
            f"{head}、{item}",
        )
    for match in _NATURES.finditer(text):
        if not _ADJECTIVE.search(match["first"] + match["next"]) and not _VERB.match(match["next"]):
            yield Hit(
                match.start("first"),
                match.end(),
                "并列成分之间的逗号应为顿号",
                "前后两项都是“……性……”，同属一个列举",
                f"{match['first']}、{match['next']}",
            )
    for match in _CONJUNCTION.finditer(text):
        yield Hit(match.start(), match.end(), "“以及”前面不用顿号", "连词已经表示并列", "以及")


def _is_list(text: str, head: str, second: int) -> bool:
    """Whether a third item with the same end follows behind 、 or 和."""
    after = second + 2
    third = text.find(head, after + 2, after + 3 + 2 * _LONGEST)
    return third >= 0 and _PLAIN.fullmatch(text, after + 1, third) is not None


RULE = Rule(
    code="D22",
    name="mark-in-list",
    title="列举里的标点",
    category="wording",
    severity="info",
    what="同一列举的各项以同样的字结尾，其间却夹着一个逗号（产业链招商，平台招商、以商招商）；顿号与“以及”叠用。",
    why="GB/T 15834—2011：句内并列词语之间用顿号；用了“和”“以及”的地方不再用顿号。",
    silent="逗号后面以动词开头、另起一个分句的；各项结尾不同的列举。",
    bad=(
        Example("强化产业链招商，平台招商、以商招商，再引进一批好项目。", "招商，平台招商"),
        Example("培训对象包括网格员、楼栋长、以及物业人员。", "、以及"),
    ),
    good=(
        "强化产业链招商、平台招商、以商招商，再引进一批好项目。",
        "培训对象包括网格员、楼栋长以及物业人员。",
    ),
    near=("加强干部队伍建设，推进园区建设、平台建设；抓实重点工作，统筹民生工作、平安工作。",),
    find=find,
)
