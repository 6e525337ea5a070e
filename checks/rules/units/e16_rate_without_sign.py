"""E16: a share or a score from one bare number to another: 满意度从91.3提升至93.8."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.wording.rates import is_rate
from extract import Reading
from extract.late import late

_NUMBER = r"[0-9]{1,3}\.[0-9]{1,2}"
_STEP = late(
    rf"(?P<end>[率重比度额幅速])(?:连续[0-9一二三四五]年)?(?:[由从](?P<first>{_NUMBER})(?:提升|提高|上升|增加|下降|降低|增长|回落|升|降|扩大|缩小)?[到至为](?P<second>{_NUMBER})"
    rf"|(?:达到?|为|升至|降至|提高到|下降到|高达)(?P<only>{_NUMBER}))(?=[，。；、,;])"
)
_CUE = late(r"[0-9]\.[0-9]{1,2}[，。；、,;]")
_SCORES = ("满意度", "美誉度", "知名度", "知晓度", "参与度", "集中度", "贡献度", "依存度", "安全感")
_DIMENSIONLESS = ("收入比", "之比", "对比", "利率比", "性别比", "倍率", "比例")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield rates and scores whose numbers carry neither % nor 分."""
    text = reading.prose.text
    if _CUE.search(text) is None:
        return
    for match in _STEP.finditer(text):
        end = match.end("end")
        noun = text[max(0, end - 4) : end]
        if noun.endswith(_DIMENSIONLESS) or not (noun.endswith(_SCORES) or is_rate(text, end)):
            continue
        start = match.start("first") if match["first"] else match.start("only")
        yield Hit(
            start,
            match.end(),
            f"“{noun[-3:]}”后面的数没有写单位",
            "是百分之几还是多少分，读者无从知道",
            "补上“%”或“分”",
        )


RULE = Rule(
    code="E16",
    name="rate-without-sign",
    title="比率、得分缺单位",
    category="wording",
    severity="info",
    what="各种率、比重和满意度后面带小数的数，既没有“%”也没有“分”：满意度从91.3提升至93.8。",
    why="GB/T 15835—2011：数值与单位应同时写出；同段的其他比率都带“%”，单单一处不带，多半是漏了。",
    silent="收入比、性别比、指数、系数、汇率等本来就没有单位的数。",
    bad=(
        Example("群众满意度从81.3提升至88.5，居全市前列。", "81.3提升至88.5"),
        Example("城镇化率达到62.4，比上年提高1.1个百分点。", "62.4"),
    ),
    good=(
        "群众满意度从81.3分提升至88.5分，居全市前列。",
        "城镇化率达到62.4%，比上年提高1.1个百分点。",
    ),
    near=("城乡居民收入比由1.86缩小至1.82，人民币汇率为7.1，营商环境指数达到92.6。",),
    find=find,
)
