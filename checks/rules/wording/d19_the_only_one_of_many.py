"""D19: the only one, and one of several at once: 唯一……之一."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_ONLY = late(r"(?P<only>唯一|独一无二|仅有的一)(?P<what>[^，。；！？：\n、“”]{1,24}?)之一(?!个)")
_NUMBERED = late(r"[0-9二两三四五六七八九十几多数]")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield things that are called the only one and one of several."""
    for match in _ONLY.finditer(reading.prose.text):
        if not _NUMBERED.search(match["what"]):
            yield Hit(
                match.start(),
                match.end(),
                f"“{match['only']}”与“之一”矛盾",
                "唯一就只有一个，“之一”是说还有别的",
            )


RULE = Rule(
    code="D19",
    name="the-only-one-of-many",
    title="唯一……之一",
    category="wording",
    severity="warning",
    what="同一短语里既说“唯一”又说“之一”。",
    why="两个词互相否定，读者不知道究竟有几个。",
    silent="“唯一入选的三个县之一”这类写明个数的话，以及中间有标点隔开的两件事。",
    bad=(
        Example("云溪县是全省唯一的国家级生态示范县之一。", "唯一的国家级生态示范县之一"),
        Example("该港是沿江独一无二的万吨级码头之一。", "独一无二的万吨级码头之一"),
    ),
    good=(
        "云溪县是全省唯一的国家级生态示范县。",
        "云溪县是全省首批国家级生态示范县之一。",
    ),
    near=("云溪县是我省唯一入选的三个试点县之一。",),
    find=find,
)
