"""F08: planned for a year that has passed, or done in a month that has not come."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_DONE = "建成|完工|竣工|投产|投用|通车|开通|投入使用"
_WHEN = r"(?P<year>20[0-9]{2})年(?:(?P<month>1[0-2]|[1-9])月(?:[0-9]{1,2}日)?(?:底|末|份)?|年?底|年?末|上半年|下半年|[一二三四]季度)?"
_PLANNED = late(
    rf"(?:计划|预计|力争|确保|争取|有望)(?:于|在|到)?{_WHEN}(?:之?前|内)?(?:全面|全线|全部|基本|正式|如期|竣工|主体)?(?:{_DONE})"
)
_ACHIEVED = late(
    rf"{_WHEN}(?:已|已经|顺利|如期)(?:全面|全线|全部|基本|正式|顺利|如期)?(?:{_DONE}|开工|完成|实现)"
)
_FORMER = frozenset("原曾初经")
_WRITTEN_LATE = 1


def find(reading: Reading) -> Iterator[Hit]:
    """Yield plans for the past and results of the future."""
    dated = reading.outline.dated
    if dated is None:
        return
    text = reading.prose.text
    now = f"本文成于{dated[0]}年" + (f"{dated[1]}月" if dated[1] else "")
    for match in _PLANNED.finditer(text):
        if (
            int(match["year"]) < dated[0] - _WRITTEN_LATE
            and text[match.start() - 1 : match.start()] not in _FORMER
        ):
            yield Hit(
                match.start(), match.end(), "计划的时间已经过去", f"{now}，{match['year']}年的事不应还在计划"
            )
    for match in _ACHIEVED.finditer(text):
        month = int(match["month"] or 0)
        later = int(match["year"]) > dated[0] or (
            int(match["year"]) == dated[0] and dated[1] > 0 and month > dated[1]
        )
        if later:
            yield Hit(match.start(), match.end(), "已完成的事写在未来的时间", f"{now}，这个时间还没有到")


RULE = Rule(
    code="F08",
    name="out-of-its-time",
    title="计划在过去，或完成在未来",
    category="dates",
    severity="warning",
    what="按成文日期，计划完成的年份早已过去，或“已建成”的时间还没有到。",
    why="多半是年份写错，或沿用了旧稿。",
    silent="没有成文日期的文件；“原计划”“曾计划”；与成文年份只差一年的计划（网页发布可能晚于成文）。",
    bad=(
        Example(
            "政府工作报告\n（2023年1月10日）\n\n环城快速路2023年12月已建成通车，群众出行更方便。",
            "2023年12月已建成",
        ),
        Example(
            "政府工作报告\n（2026年1月10日）\n\n东湖水厂预计2023年底建成，日供水8万吨。", "预计2023年底建成"
        ),
    ),
    good=(
        "政府工作报告\n（2023年1月10日）\n\n环城快速路2022年12月已建成通车，群众出行更方便。",
        "政府工作报告\n（2026年1月10日）\n\n东湖水厂预计2026年底建成，日供水8万吨。",
    ),
    near=("政府工作报告\n（2026年1月10日）\n\n东湖水厂原计划2023年底建成，因选址调整推迟。",),
    find=find,
)
