"""Declared numbers of things (三个方面, 六大举措, 两篇文章) and the count of an enumeration in running text."""

from __future__ import annotations

from extract.enumerators import han_number
from extract.late import late

NUMBER = r"(?:[二两三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|\d{1,2})"
MEASURE = r"(?:个方面|大方面|方面|个|大|项|条|点|件|类|种|层面|句话|步|招|篇|支|组|道|张|座|所|家|轮|批|块)"

_CONJUNCTION = late("以及|[和与及暨]")
_INSIDE = late(
    r"“[^”\n]{0,60}”|‘[^’\n]{0,40}’|\([^()\n]{0,80}\)|《[^》\n]{0,60}》|「[^」\n]{0,60}」|『[^』\n]{0,60}』|【[^】\n]{0,60}】"
)


def declared_number(words: str) -> int:
    """The value of a declared number: 三, 十二, 两 or 6.

    Args:
        words: The numeral as printed.
    """
    return 2 if words == "两" else han_number(words)


def counts_of(enumeration: str) -> tuple[int, int]:
    """The least and the greatest number of items that an enumeration can be read to have.

    甲、乙和丙 has three items, or two where 和 belongs to a name (和 inside 共建和共享); quotations and brackets
    are single items.

    Args:
        enumeration: The words, without the sentence around them.
    """
    parts = split_items(enumeration)
    return len(parts), len(parts) + sum(len(_CONJUNCTION.findall(part)) for part in parts)


def split_items(enumeration: str) -> list[str]:
    """The items between 、 with quotations and brackets made opaque."""
    plain = _INSIDE.sub(lambda match: "口" * len(match.group()), enumeration.replace("”“", "”、“"))
    return plain.split("、")


def tails(enumeration: str) -> list[int]:
    """The counts of the items behind each 和, 与 or 及: 提升治理和农业、工业、服务业 ends with three."""
    plain = "、".join(split_items(enumeration))
    return [plain.count("、", match.end()) + 1 for match in _CONJUNCTION.finditer(plain)]
