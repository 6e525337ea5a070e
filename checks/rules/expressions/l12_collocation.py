"""L12: a verb that does not go with its object at the end of a clause: 加快……力度, 提高……差距."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checks.finding import Hit, Severity
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late


class _Object(NamedTuple):
    """A noun at the end of a clause.

    Attributes:
        wrong: Verbs that cannot govern it.
        right: The verb to write instead.
        governing: Any of these in the clause may govern the noun, so nothing is said.
    """

    wrong: tuple[str, ...]
    right: str
    governing: re.Pattern[str]


def _object(wrong: str, right: str, governing: str) -> _Object:
    return _Object(tuple(wrong.split()), right, late(f"{right}|{governing}"))


_OBJECTS = {
    "力度": _object(
        "加快 加速 加紧 推进 推动 扩大 改善 提速 深化",
        "加大",
        "[有的]力度|保持|强化|增强|加强|提高|提升|增加|控制|把握|形成|体现|拿出|有|用|以",
    ),
    "步伐": _object(
        "加大 提高 提升 扩大 增加 加强 增强 推进 推动 强化 改善 深化",
        "加快",
        "加速|迈|走|踏|跟|统一|协调|放慢|减缓|停|保持|调整|以|按|稳|阔",
    ),
    "速度": _object("加大 扩大 加强 增强 推进 增加", "加快", "提高|提升|放慢|降低|保持|追求|以|按|控制"),
    "水平": _object(
        "加快 加大 扩大 加强 增强 增加 深化",
        "提高",
        "提|达|建|赶|升|迈|高水平|新水平|恢复|保持|改善|稳定|缩小|控制|增进|适应|超|拓|均衡",
    ),
    "能力": _object("加快 加大", "提高", "形成|建|培|提|增|打造|构|释放|补|锻|发展|储备|扩|强|改"),
    "规模": _object("加快 加强 提高", "扩大", "扩|压|做大|控制|形成|上|增|建|壮大|超|达|保持"),
    "差距": _object("降低 减少 减轻 下降", "缩小", "拉大|扩大|存在|消除|看到|正视|弥补|有|追"),
    "质量": _object("加快 加大 扩大 增加 增大", "提高", "提|保|抓|重|控|改|高质量|升|增强|优|把"),
    "环境": _object("提高 加大 加快", "优化", "改善|营造|建|整治|治理|净化|打造|构|保护|美化|形成|创|提升"),
    "作风": _object("提高 加快 加大 提升 改善", "转变", "改进|加强|弘扬|整顿|锤炼|建设|整治|树|抓|养|发扬"),
    "共识": _object("达到 实现", "达成", "凝聚|形成|增进|扩大|取得"),
}  # fmt: skip
_SURE = frozenset({"力度", "步伐", "差距", "水平"})
_VERBS = late(
    "|".join(
        sorted({verb for known in _OBJECTS.values() for verb in known.wrong}, key=lambda v: (-len(v), v))
    )
)
_NOUN = late(f"(?P<noun>{'|'.join(_OBJECTS)})(?=[，。；！,;!\n]|$)")
_BREAK = late("[，。；：！？,;:!?\n（）()“”]")
_LONGEST = 60


def find(reading: Reading) -> Iterator[Hit]:
    """Yield verbs whose object stands at the end of the clause and cannot be theirs."""
    text = reading.prose.text
    for match in _NOUN.finditer(text):
        noun = match["noun"]
        known = _OBJECTS[noun]
        begin = max(0, match.start() - _LONGEST)
        breaks = [mark.end() for mark in _BREAK.finditer(text, begin, match.start())]
        start = breaks[-1] if breaks else begin
        clause = text[start : match.start()]
        if (not breaks and begin) or known.governing.search(clause):
            continue
        verb = next((found for found in _VERBS.finditer(clause) if found[0] in known.wrong), None)
        if verb is None or clause[verb.end() : verb.end() + 1] in ("了", "和", "、", "的"):
            continue
        severity: Severity | None = "warning" if noun in _SURE and verb.end() < len(clause) else None
        yield Hit(
            start + verb.start(),
            match.end(),
            f"“{verb[0]}”与“{noun}”不搭配",
            f"“{noun}”前面的动词用“{known.right}”",
            f"{known.right}……{noun}",
            severity=severity,
        )


RULE = Rule(
    code="L12",
    name="verb-object-mismatch",
    title="动词与宾语不搭配",
    category="wording",
    severity="info",
    what="分句末尾的“力度、步伐、水平、差距、质量”等名词，前面的动词不能与它相配：加快……力度，加大……步伐，降低……差距。",
    why="修饰语一长，动词与宾语容易失去照应，是公文里最常见的搭配错误。",
    silent="分句里另有能支配这个名词的动词（推进……迈出坚实步伐，加快提高……水平）；名词不在分句末尾。",
    bad=(
        Example("要加快老旧管网更新改造的力度，确保汛期前完工。", "加快老旧管网更新改造的力度"),
        Example("加大传统产业转型升级步伐，培育新的增长点。", "加大传统产业转型升级步伐"),
        Example("通过产业帮扶，逐步降低城乡居民收入差距。", "降低城乡居民收入差距"),
    ),
    good=(
        "要加大老旧管网更新改造的力度，确保汛期前完工。",
        "加快传统产业转型升级步伐，培育新的增长点。",
        "通过产业帮扶，逐步缩小城乡居民收入差距。",
    ),
    near=(
        "推进共同富裕迈出坚实步伐，加快提高公共服务水平，加快项目建设、加大要素保障力度，扩大对外开放，加强管网改造力度较大的街道的巡查。",
    ),
    find=find,
)
