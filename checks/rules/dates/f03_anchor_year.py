"""F03: 今年, 去年 or 明年 explained with a year that the document's date does not allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_SHIFT = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2}
_EQUATION = late(
    r"(?P<word>[今去明上前本]年)(?:(?:即|也就是)(?P<year>(?:19|20)[0-9]{2})年?|\((?:即|指)?(?P<year_in>(?:19|20)[0-9]{2})年?\))"
)
_LAG_MONTHS = 9  # a web page may carry last December's text until autumn


def find(reading: Reading) -> Iterator[Hit]:
    """Yield equations of a relative and an absolute year that do not fit the others or the document's date."""
    text = reading.prose.text
    equations = []
    for match in _EQUATION.finditer(text):
        if match["word"] == "前年" and text[match.start() - 1 : match.start()] in ("目", "以"):
            continue
        year = int(match["year"] or match["year_in"])
        equations.append((match, year, year - _SHIFT[match["word"]]))
    if not equations:
        return
    (anchor, count), *_ = Counter(own for _, _, own in equations).most_common(1)
    dated = reading.outline.dated
    for match, year, own in equations:
        if count > 1 and own != anchor:
            expected, source = anchor, f"文中别处的“今年”是{anchor}年"
        elif dated is None or own == dated[0] or (own == dated[0] - 1 and dated[1] <= _LAG_MONTHS):
            continue
        else:
            expected, source = dated[0], f"本文成于{dated[0]}年"
        right = expected + _SHIFT[match["word"]]
        yield Hit(
            match.start(),
            match.end(),
            f"“{match['word']}”不是{year}年",
            f"{source}，“{match['word']}”应为{right}年",
            f"{right}年",
        )


RULE = Rule(
    code="F03",
    name="anchor-year",
    title="“今年”“明年”与年份不符",
    category="dates",
    severity="warning",
    what="“明年即2022年”“今年（2025年）”这类把相对年份与公历年份等同的话，与成文日期或文中其他等同是否一致。",
    why="沿用旧稿时最容易漏改年份。",
    silent="没有成文日期且文中只有一处；发布日期晚于成文、相差不到一年的网页。",
    bad=(
        Example(
            "在全市经济工作会议上的讲话\n（2020年12月30日）\n\n明年即2022年，我们要抓好十件实事。",
            "明年即2022年",
        ),
        Example("今年（2024年）粮食丰收，去年（2023年）略减，明年（2026年）要稳产。", "明年（2026年）"),
    ),
    good=(
        "在全市经济工作会议上的讲话\n（2020年12月30日）\n\n明年即2021年，我们要抓好十件实事。",
        "今年（2024年）粮食丰收，去年（2023年）略减，明年（2025年）要稳产。",
    ),
    near=(
        "政府工作报告\n（2026年1月20日）\n\n去年（2025年）全县新增就业1.2万人，目前年（2026年）度计划已经下达。",
    ),
    find=find,
)
