"""G04: a set that everybody knows, listed with one member too few (创新、协调、绿色、开放 without 共享).

The sets and the years from which they are complete are those of the resolutions that introduced them: the five concepts
of development (Fifth Plenum of the 18th Central Committee, 2015), the five-sphere plan (18th Congress, 2012), the four
self-confidences and the four consciousnesses (2016), the six stabilities (2018) and the six guarantees (2020), the four
forms of misconduct (2013), the three political capacities (2020), the four modernisations in step (2012).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late


class _Known(NamedTuple):
    name: str
    since: int
    members: tuple[str, ...]


_SETS = (
    _Known("新发展理念", 2016, ("创新", "协调", "绿色", "开放", "共享")),
    _Known("“五位一体”", 2013, ("经济建设", "政治建设", "文化建设", "社会建设", "生态文明建设")),
    _Known("“四个自信”", 2017, ("道路自信", "理论自信", "制度自信", "文化自信")),
    _Known("“四个意识”", 2016, ("政治意识", "大局意识", "核心意识", "看齐意识")),
    _Known("“六稳”", 2018, ("稳就业", "稳金融", "稳外贸", "稳外资", "稳投资", "稳预期")),
    _Known(
        "“六保”",
        2020,
        ("保居民就业", "保基本民生", "保市场主体", "保粮食能源安全", "保产业链供应链稳定", "保基层运转"),
    ),
    _Known("“四风”", 2013, ("形式主义", "官僚主义", "享乐主义", "奢靡之风")),
    _Known("政治“三力”", 2020, ("政治判断力", "政治领悟力", "政治执行力")),
    _Known("“新四化”", 2012, ("新型工业化", "信息化", "城镇化", "农业现代化")),
)
_YEAR = late(r"20[0-4]\d(?=年)")
_HEAD = 4000
_JOINT = "(?:、|和|与|以及|，)"
_LISTED = late("[、“和与及]|以及")
_NEAR = 24


def find(reading: Reading) -> Iterator[Hit]:
    """Find the chains that hold all members but one, in texts from after the set was complete."""
    text = reading.prose.text
    year = max((int(match[0]) for match in _YEAR.finditer(text[:_HEAD])), default=0)
    for known in _SETS:
        if year < known.since or not _mostly(text, known.members):
            continue
        for match in _chain(known.members).finditer(text):
            named = {member for member in known.members if member in match[0]}
            missing = [member for member in known.members if member not in named]
            if len(missing) != 1 or match[0].count("、") < len(named) - 2:
                continue
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + _NEAR]
            if _LISTED.match(before) or _LISTED.match(after) or after.startswith("等"):
                continue  # a list of the writer's own
            if missing[0] in after:
                continue  # told by itself
            yield Hit(
                *match.span(),
                f"{known.name}列出{len(named)}项，少“{missing[0]}”",
                f"{known.name}：{'、'.join(known.members)}",
            )


def _mostly(text: str, members: tuple[str, ...]) -> bool:
    """Whether a text holds all members but one."""
    absent = 0
    for member in reversed(members):
        absent += member not in text
        if absent > 1:
            return False
    return True


@lru_cache(maxsize=len(_SETS))
def _chain(members: tuple[str, ...]) -> re.Pattern[str]:
    one = "|".join(sorted(members, key=len, reverse=True))
    return re.compile(f"(?:{one})(?:{_JOINT}(?:{one})){{{max(1, len(members) - 2)},{len(members)}}}")


RULE = Rule(
    code="G04",
    name="named-set-incomplete",
    title="固定并列少一项",
    category="structure",
    severity="warning",
    what="新发展理念、“五位一体”“四个自信”“四个意识”“六稳”“六保”“四风”等固定并列的各项，连续列出而恰好少了一项。",
    why="固定提法的项数和文字都是定的，少一项多为漏字。",
    silent="早于该提法的文件；前后还有别的并列项，或以“等”收尾；少了不止一项。",
    bad=(
        Example("2024年，青川市贯彻创新、协调、绿色、开放的新发展理念，推动转型。", "创新、协调、绿色、开放"),
        Example(
            "2023年以来，云溪县坚定道路自信、理论自信、文化自信，凝聚力量。", "道路自信、理论自信、文化自信"
        ),
    ),
    good=(
        "2024年，青川市贯彻创新、协调、绿色、开放、共享的新发展理念，推动转型。",
        "2023年以来，云溪县坚定道路自信、理论自信、制度自信、文化自信，凝聚力量。",
    ),
    near=(
        "2024年，青川市推进经济建设、政治建设、文化建设、社会建设和党的建设，各项事业发展。",
        "2024年，云溪县整治形式主义、官僚主义、享乐主义，防止奢靡之风反弹。",
        "2011年，青川市推进经济建设、政治建设、文化建设、社会建设，各项事业发展。",
        "2024年，临江区稳就业、稳投资，推进新型工业化、信息化、城镇化等工作。",
    ),
    find=find,
)
