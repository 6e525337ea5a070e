"""E15: an amount of money that ends with 亿 where the document writes 亿元: 连续跨上3万亿、4万亿、5万亿."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_NUMBER = r"(?:[0-9]{1,6}(?:\.[0-9]{1,4})?|[一二三四五六七八九十百千两几数]{0,3})"
_BARE = late(
    rf"(?P<amount>{_NUMBER}[百千]?万?亿)(?P<more>(?:、{_NUMBER}[百千]?万?亿){{0,4}})(?=[，。；、！）,;)]|大关|关口|[一二三两]?个?大?台阶|$)"
)
_MONEY = late(
    "(?:生产总值|GDP|总产值|产值|增加值|收入|支出|投资|税收|销售额|成交额|交易额|零售额|零售总额|进出口|出口额|贷款|存款|余额|利润|营收|"
    "资金|资产|债务|融资|预算|经济总量|总量)"
    "(?!项目)[^，。；：、\n0-9人户家次吨]{0,12}$"
)
_CUE = late("[0-9一二三四五六七八九十百千两几数万]亿[，。；、！）,;)大关台一二三两个]")
_GOES_ON_TO_YUAN = late(rf"(?:[、和及，]{_NUMBER}[百千]?万?亿){{1,6}}(?:元|美元|港元)")
_IDIOM = frozenset("大关台一二三两个")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield amounts without 元 in a document that mostly writes it."""
    text = reading.prose.text
    if _CUE.search(text) is None:
        return
    found = [match for match in _BARE.finditer(text) if _is_money(text, match)]
    if not found or len(found) > text.count("亿元"):
        return
    for match in found:
        yield Hit(
            match.start(),
            match.end(),
            f"“{match[0]}”后面缺“元”",
            "金额应写明货币单位，文中别处写“亿元”",
            f"{match[0]}元",
        )


def _is_money(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    if _GOES_ON_TO_YUAN.match(text, match.end()) or before.endswith("个"):
        return False
    if text[match.end() : match.end() + 1] in _IDIOM and not match["amount"][0].isdecimal():
        return False
    return _MONEY.search(before) is not None


RULE = Rule(
    code="E15",
    name="amount-without-yuan",
    title="金额缺“元”",
    category="wording",
    severity="info",
    what="产值、收入、投资等后面以“亿”“万亿”结束的数，文中别处写“亿元”：连续跨越7万亿、8万亿，产值超千亿。",
    why="GB/T 15835—2011：数值与单位应同时写出；同一文件写法应当一致。",
    silent="通篇都不写“元”的文件；人口、用户、人次等不是金额的数；“亿元”已经写出的列举。",
    bad=(
        Example("全县工业产值连续跨越3亿、5亿两个台阶，税收达到2.6亿元。", "3亿、5亿"),
        Example("规上工业总产值超千亿，一般公共预算收入86.3亿元。", "千亿"),
    ),
    good=(
        "全县工业产值连续跨越3亿元、5亿元两个台阶，税收达到2.6亿元。",
        "规上工业总产值超千亿元，一般公共预算收入86.3亿元。",
    ),
    near=("网络用户突破1.2亿，快递业务量达3亿件，总投资分别为3亿、5亿和8亿元，税收2.6亿元。",),
    find=find,
)
