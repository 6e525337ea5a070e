"""G06: an enumeration in running text and the number that sums it up (教育、医疗、养老等三大领域)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Member, Relation
from checks.rule import Example, Rule
from checks.rules.structure.counts import MEASURE, NUMBER, counts_of, declared_number, split_items, tails
from extract import Reading
from extract.han import HAN
from extract.late import late

_SUMMED = late(
    rf"(?P<number>{NUMBER})"
    rf"(?:(?P<measure>{MEASURE})|(?=[市县区省州国镇乡]))(?P<noun>{HAN}{{1,6}})"
)
_BORDER = late(r"[。；：，！？;:!?,\n…—]|\d")
_COMMON = late("领域|方面|环节|层面|维度|行业|产业|片区|关系|方向|要素|板块|县|区|市|城市|省|群体")
_NO_SUM = frozenset("第前后约近超达共有为到至的了新各这那过逾满足几数多余上") | {""}
_VERBS = ("落实", "领悟", "处理", "负起", "使用", "制造", "改善", "实施", "实现", "推进", "一系列", "一整套")
_REACH = 120
_LONGEST_ITEM = 8
_LONGEST_CLOSED_ITEM = 20
_GREATEST = 12


def relate(reading: Reading) -> Iterator[Relation]:
    """Compare each enumeration with the number behind it."""
    text = reading.prose.text
    for match in _SUMMED.finditer(text):
        end = match.start()
        before = text[end - 1 : end]
        quoted = before == "“"
        if quoted:
            end -= 1
            before = text[end - 1 : end]
        if before in _NO_SUM or not (before.isalpha() or before in "”’」』)】》%"):
            continue
        etc = before == "等"
        end -= etc
        earliest = max(0, end - _REACH)
        start = max([earliest, *(border.end() for border in _BORDER.finditer(text, earliest, end))])
        if start == earliest and earliest > 0:
            continue
        relation = _compare(text, start, text[start:end], match, etc)
        if relation is not None and not (quoted and relation.state != "holds"):
            yield relation


def _compare(text: str, start: int, words: str, match: re.Match[str], etc: bool) -> Relation | None:
    end = start + len(words)
    words, start = _unquoted(words, start)
    declared = declared_number(match["number"])
    least, greatest = counts_of(words)
    if words.endswith(("和", "与", "及")):
        return None
    if least == 1 and (not greatest == declared == 2 or words.endswith(_VERBS)):
        return None
    summed = text[match.start("number") : match.end()]
    members = (Member(match.start("number"), match.end()), Member(start, end))
    if least <= declared <= greatest or declared in tails(words):
        return Relation("arity", "weak", "holds", f"“{words}”共{declared}项，与“{summed}”相符", members)
    if etc and greatest < declared:
        reason = "“等”字之后未列全，无从核对"
        return Relation(
            "arity", "weak", "not_assessable", f"“{words}”列{greatest}项，称“{summed}”", members, reason
        )
    if not _is_clear(words, match, etc, least > declared):
        return None
    shown = str(least) if least == greatest else f"{least}至{greatest}"
    return Relation(
        "arity",
        "weak",
        "broken",
        f"“{words}”列出{shown}项 ≠ {declared}",
        members,
        message=f"前面列举了{shown}项，却称“{summed}”",
    )


def _unquoted(words: str, start: int) -> tuple[str, int]:
    """The inside of a quotation that holds the whole enumeration (“资源、客源、服务”三大要素)."""
    if words.endswith("”"):
        opening = words.rfind("“")
        inside = words[opening + 1 : -1]
        if (
            opening >= 0
            and "、" in inside
            and "、" not in words[:opening]
            and not words[:opening].endswith("”")
        ):
            return inside, start + opening + 1
    return words, start


def _is_clear(words: str, match: re.Match[str], etc: bool, more: bool) -> bool:
    """Whether no reading of the words makes the number right: short like items, a number that sums up."""
    number, measure, noun = match["number"], match["measure"] or "", match["noun"]
    parts = split_items(words)
    if number.isdecimal() and not etc:
        return False
    if re.search(r"[一二三四五六七八九十]", noun):
        return False  # 三省一市
    if declared_number(number) > _GREATEST or len(parts) < 3 or re.search(r"[“”]", parts[-1]):
        return False
    if etc:
        return more and all(len(part) <= _LONGEST_CLOSED_ITEM for part in parts)
    if not (measure in ("大", "方面", "个方面", "类") or (measure in ("个", "") and _COMMON.match(noun))):
        return False
    return all(len(part) <= _LONGEST_ITEM for part in parts[1:])


RULE = Rule(
    code="G06",
    name="enumeration-arity-mismatch",
    title="列举的项数与总称不符",
    category="structure",
    severity="warning",
    what="列举之后紧跟数目总称的（“甲、乙、丙三大领域”“甲、乙等两市”），数一数列举的项数，看与所称数目是否一致。",
    why="增删了列举项而没有改总称，是改稿时最常见的疏漏之一。",
    silent="“等”字表示未列全；“和”可能在名称之内时按两种数法都算；数目前是修饰语而不是并列的项。",
    bad=(
        Example("青川市加快补齐教育、医疗、养老、住房等三大领域的短板。", "三大领域"),
        Example("要抓好规划、建设、管理四大环节，提升临江新区品质。", "四大环节"),
    ),
    good=(
        "青川市加快补齐教育、医疗、养老、住房等四大领域的短板。",
        "制订用地保障、道路建设和招商引资、项目服务等四个工作计划。",
    ),
    near=(
        "云溪县发展茶叶、油料、水产等八大产业。",
        "积极参与联合国、世界贸易组织、二十国集团的活动，落实和平共处五项原则。",
        "办好青川马拉松、沙滩排球赛、采茶节和十大赛事、十大演艺。",
        "全国本科高校、高职院校、技师学院均实现21个地级市全覆盖。",
    ),
    relate=relate,
)
