"""Regions: the place a claim is about, in the document's own words."""

from __future__ import annotations

import re

_NAMED = r"(?:(?![全我本各年月末])[一-龥A-Z@*×]){2,4}(?:省(?!级|内|外|属|直|委|政|人|长|会|道|去|得|力|心|钱)|自治区|(?<![上城超门都股楼夜集闹各地县省])市(?!场|民|级|域|值|政|区|委|属|直|内|外)|县(?!域|级|城|委|区)|州(?!级))"
REGION = re.compile(
    r"全[国省市县区州镇乡]|[我本][国省市县州]|全球|长三角地区|珠三角地区|京津冀地区|"
    r"(?:(?<=^)|(?<=[，,；;：:（(、。]))" + _NAMED
)
# A region behind one of these is what the subject is measured against, not the subject.
_AGAINST = re.compile(
    r"(?:[高低快慢多少大小]于|占|比|与|较|居|列|至|升|均|为|成为|跃|排|超过?|是|在|达到|落后|领先)$"
)


def regions_in(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The regions that a stretch of text is about, with the offsets behind them, in order."""
    found = []
    for match in REGION.finditer(text, start, end):
        if not _AGAINST.search(text[max(start, match.start() - 2) : match.start()]):
            found.append((match.end(), match.group()))
    return found
