"""D04: a decrease counted in multiples: 下降1.5倍."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_DECREASE = late(
    r"(?:减少|下降|降低|缩小|缩减|缩短|下跌|回落|减小|削减|压缩|减|少)了?(?:近|约|逾|超过?|至少)?"
    r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,4})?|[一二两三四五六七八九十百千几数]{1,4})(?:多|余)?倍(?!数|率|增|频|速)"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield decreases in multiples."""
    text = reading.prose.text
    for match in _DECREASE.finditer(text):
        if (
            text[max(0, match.start() - 1) : match.start()] in ("不", "多", "至", "缺", "年")
            and match[0][0] == "少"
        ):
            continue
        yield Hit(
            match.start(),
            match.end(),
            "减少不能用“倍”",
            "减去一倍就成了零，减少的幅度只能写百分之几或几分之几",
        )


RULE = Rule(
    code="D04",
    name="decrease-in-multiples",
    title="减少用了“倍”",
    category="wording",
    severity="error",
    what="减少、下降、降低、缩短等后面用“倍”表示减少的幅度。",
    why="增加才能用倍；减少一倍就是零，减少一倍以上没有意义，应写百分之几或几分之几（汉语出版物数字用法的通行规范）。",
    silent="“下降到原来的0.5倍”写的是终值；“减少……，是……的2倍”的倍不属于减少。",
    bad=(
        Example("临江区全年火灾起数比上年下降1.5倍。", "下降1.5倍"),
        Example("改造后，每吨产品的耗水量减少了两倍。", "减少了两倍"),
    ),
    good=(
        "临江区全年火灾起数比上年下降60%。",
        "改造后，每吨产品的耗水量减少了三分之二。",
    ),
    near=("火灾损失大幅减少，救援队伍却增加了1.5倍。",),
    find=find,
)
