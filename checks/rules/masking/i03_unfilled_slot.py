"""I03: a slot of a template that nobody filled in."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.han import HAN
from extract.late import late

_BLANK = late(r"_{2,40}|[(（][ \u3000]{0,12}[)）]")
_FILLERS = (
    late(
        r"[【\[(（]\s?(?:待补充?|待定|待核实?|待填写?|待完善|待更新|请填写?|填写|此处|插入|数据待|缺数据)[^】\])）\n]{0,20}[】\])）]"
    ),
    late(r"TODO|TBD|FIXME"),
    late(rf"\{{\{{?\s?(?:{HAN}|[A-Za-z_]){{1,20}}\s?\}}\}}?"),
    late(rf"<{HAN}{{1,12}}>"),
)
_LETTER = late(r"[A-Za-z]")


def find(reading: Reading) -> Iterator[Hit]:
    """Find empty slots that are no masked number."""
    text = reading.prose.text
    masked = {quantity.start for quantity in reading.quantities if quantity.numeral.shape == "masked"}
    for match in _BLANK.finditer(text):
        if match.start() not in masked and (match[0][0] == "_" or _in_sentence(text, match.start())):
            yield Hit(match.start(), match.end(), "空格没有填写")
    for pattern in _FILLERS:
        for match in pattern.finditer(text):
            around = (match.start() - 1, match.end())
            if match[0].isalpha() and any(at >= 0 and _LETTER.match(text, at) for at in around):
                continue
            yield Hit(match.start(), match.end(), f"“{match[0]}”是没有填写的占位内容", severity="error")


def _in_sentence(text: str, at: int) -> bool:
    """Whether Chinese stands before an empty bracket: print() is no slot."""
    before = text[at - 1 : at]
    return "一" <= before <= "龥"


RULE = Rule(
    code="I03",
    name="unfilled-slot",
    title="空格或模板占位没有填写",
    category="missing",
    severity="warning",
    what="____、空括号、【待补充】、TODO、{单位名称} 等模板里留给人填的地方。",
    why="模板字段没有填就发出去，是批量生成文稿最常见的事故。",
    silent="后面有单位的空格按遮盖的数值报告（I01）；正文里的“待定”“待完善”。",
    bad=(
        Example("本项工作由____负责牵头，年底前完成。", "____"),
        Example("云溪县重点项目进展情况【待补充】。", "【待补充】"),
        Example("特此通知。\n{单位名称}\n2026年5月6日", "{单位名称}"),
    ),
    good=("本项工作由市发展改革委负责，年底前完成。", "云溪县重点项目进展情况见附表。"),
    near=("具体时间待定，方案有待完善。", "青川市（云溪县除外）已全面推开。"),
    find=find,
)
