"""I04: a notice that text is left out (省略1110字, 未完, 会员可阅读全文)."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.masking.notices import omissions
from extract import Reading
from extract.late import late

_BRIEF = late(r"[(（【\[][^)）】\]]{0,6}略去?[)）】\]]")


def find(reading: Reading) -> Iterator[Hit]:
    """Find every notice."""
    text = reading.prose.text
    for notice in omissions(text):
        words = text[notice.start : notice.end]
        amount = f"，自述缺{notice.missing}字" if notice.missing else ""
        brief = _BRIEF.search(words)
        if brief is not None:
            yield Hit(
                notice.start + brief.start(),
                notice.start + brief.end(),
                f"正文注明省略：“{brief[0]}”",
                severity="info",
            )
        else:
            yield Hit(notice.start, notice.end, f"此处原文被省略或需付费阅读{amount}")


RULE = Rule(
    code="I04",
    name="omission-notice",
    title="省略或付费阅读的告示",
    category="missing",
    severity="error",
    what="“省略1110字”“未完，全文共×字，仅显示×字”“会员可阅读全文”“点击查看剩余内容”等告示，并报出自述缺少的字数。",
    why="告示说明手中的文字不全，缺的部分里可能正有要核对的数字；不全的文稿不能发布。",
    silent="“（略）”只作提示；正文里说的“省略号”“战略”“登录人数”等。",
    bad=(
        Example("全县上下要心往一处……（本站省略860字，正式会员可完整阅读）……劲往一处使。", "省略860字"),
        Example("云溪县占比突破40……（未完，全文共9800字，当前仅显示2100字，请阅读下面提示信息。", "未完"),
    ),
    good=("全县上下要心往一处想、劲往一处使。", "青川市深入实施创新驱动发展战略，注册会员突破10万人。"),
    near=("省略号的用法见国家标准，未完成投资计划的县要说明原因，下一步要从战略上谋划。",),
    find=find,
)
