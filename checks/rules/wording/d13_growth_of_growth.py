"""D13: a growth figure that grows by per cent, or a growth rate that shows negative growth."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_RATE = r"(?P<noun>增速|增幅|涨幅|降幅|增长率|增长速度)"
_DOUBLED = late(
    _RATE
    + r"(?:同比|年均|平均|[比较](?:上年|去年)(?:同期)?|已|分别|均)?(?P<verb>增长|上涨)了?(?:近|约|超过?)?[0-9]{1,4}(?:\.[0-9]{1,4})?%"
)
_SIGNED = late(_RATE + r"[^，。；、：\n增]{0,10}(?P<verb>(?:呈|出现|为|是|呈现)(?:负增长|正增长))")

_AGAIN = late(
    r"(?P<verb>上涨|下跌|增长|下降|涨|跌|升|降)(?:超|逾|近|约)?[0-9]{1,4}(?:\.[0-9]{1,4})?%(?P<noun>涨幅|跌幅|增幅|降幅|升幅)(?=[最居位排领])"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield growth figures with another growth word."""
    text = reading.prose.text
    for match in _DOUBLED.finditer(text):
        if match["noun"] == "涨幅" and match["verb"] == "增长":
            continue
        yield Hit(
            match.start(),
            match.end(),
            f"“{match['noun']}”与“{match['verb']}”重复",
            "是增长了这么多，还是增速本身变了这么多，两种读法都通",
            "写“增长N%”，或写“增速提高N个百分点”",
        )
    for match in _SIGNED.finditer(text):
        yield Hit(
            match.start(),
            match.end(),
            f"“{match['noun']}”与“{match['verb'][-3:]}”重复",
            "增长率只有正负高低，没有正增长、负增长",
            f"“{match['noun']}为负”或“呈{match['verb'][-3:]}”",
        )
    for match in _AGAIN.finditer(text):
        yield Hit(
            match.start(),
            match.end(),
            f"“{match['verb']}”与“{match['noun']}”重复",
            "一句里把同一个变动说了两遍",
            f"写“{match['noun']}最大，为N%”",
        )


RULE = Rule(
    code="D13",
    name="growth-of-growth",
    title="增速又增长",
    category="wording",
    severity="info",
    what="“增速增长5%”“增长率呈负增长”这类增长名词与增长动词的叠用。",
    why="水平与变化混在一起，读者分不清是增长5%，还是增速提高5个百分点。",
    silent="“增速提高5个百分点”“增速为5%”。",
    bad=(
        Example("前三季度，青川市工业投资增速增长5.6%。", "增速增长5.6%"),
        Example("临江区户籍人口自然增长率连续三年呈负增长。", "呈负增长"),
        Example("板块个股中，青川股份跌6.2%跌幅最大。", "跌6.2%跌幅"),
    ),
    good=(
        "前三季度，青川市工业投资增长5.6%。",
        "临江区户籍人口自然增长率连续三年为负。",
    ),
    near=("工业投资增速提高2.1个百分点，增长15.3%。",),
    find=find,
)
