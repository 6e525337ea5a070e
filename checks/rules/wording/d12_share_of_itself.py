"""D12: a thing as a share of itself: 县城人口占县城人口比重."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_LONGEST = 12
_SHARE = late(r"的?(?:比重|比例|比率|份额|[0-9]{1,3}(?:\.[0-9]{1,3})?%)")
_OUT_OF = "占"
# In front of the part: nothing, or a place or time. Any other word narrows it (现代服务业占服务业比重).
_BEFORE = frozenset("，。；、：！？,;:() \n\t“”的其中省市州县区镇乡国年月末底我将使让")


def find(reading: Reading) -> Iterator[Hit]:
    """Yield shares whose part and whole are the same words."""
    text = reading.prose.text
    at = text.find(_OUT_OF)
    while at >= 0:
        after = at + 1
        length = next(
            (
                size
                for size in range(min(_LONGEST, at), 1, -1)
                if text[at - 1] == text[at + size : at + size + 1]
                and text[at - size : at] == text[after : after + size]
            ),
            0,
        )
        whole = at == length or text[at - length - 1] in _BEFORE
        if length and whole and _SHARE.match(text, after + length):
            words = text[after : after + length]
            yield Hit(
                at - length,
                after + length,
                f"“{words}”占它自己的比重",
                "部分与整体写的是同一事物，比重恒为100%",
            )
        at = text.find(_OUT_OF, after)


RULE = Rule(
    code="D12",
    name="share-of-itself",
    title="自己占自己的比重",
    category="wording",
    severity="warning",
    what="“X占X比重”：部分与整体的字样完全相同。",
    why="多半是整体写错了一个字（县城、县域），比重因此失去意义。",
    silent="一方有限定词的写法，如“现代服务业占服务业比重”“服务业占全市服务业比重”。",
    bad=(
        Example("云溪县城区人口占城区人口比重提高1.2个百分点。", "城区人口占城区人口"),
        Example("高新技术产品出口占高新技术产品出口的35%。", "占高新技术产品出口"),
    ),
    good=(
        "云溪县城区人口占县域人口比重提高1.2个百分点。",
        "高新技术产品出口占全部出口的35%。",
    ),
    near=("现代服务业占服务业比重达56.2%，民营经济占经济总量的比重稳步提高。",),
    find=find,
)
