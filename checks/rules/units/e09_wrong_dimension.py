"""E09: a length in square kilometres, an area in kilometres, a capacity in kilowatt-hours."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_IMPOSSIBLE: dict[str, tuple[frozenset[str], str]] = {
    "长度": (frozenset({"area", "mass", "money", "volume", "energy", "power"}), "公里、米"),
    "里程": (frozenset({"area", "mass", "money", "volume", "energy", "power"}), "公里"),
    "全长": (frozenset({"area", "mass", "money", "volume", "energy", "power"}), "公里、米"),
    "总长": (frozenset({"area", "mass", "money", "volume", "energy", "power"}), "公里、米"),
    "面积": (
        frozenset({"length", "mass", "money", "people", "energy", "power"}),
        "亩、公顷、平方米、平方公里",
    ),
    "产量": (frozenset({"area", "length", "money", "people"}), "吨、台等"),
    "装机容量": (frozenset({"energy", "area", "length", "mass", "money"}), "千瓦"),
    "发电量": (frozenset({"power", "area", "length", "mass", "money"}), "千瓦时"),
    "用电量": (frozenset({"power", "area", "length", "mass", "money"}), "千瓦时"),
}
_DIMENSIONS = frozenset().union(*(dimensions for dimensions, _ in _IMPOSSIBLE.values()))
_NOUN = late(
    f"(?P<noun>{'|'.join(_IMPOSSIBLE)})"
    "(?:累计|总计|共计|合计|已经?|预计|新增|增加|扩大|提高|增至|达|到|为|约|超|过|突破|近|是|有|共){0,3}$"
)
_LONGEST = 12


def find(reading: Reading) -> Iterator[Hit]:
    """Yield quantities whose unit cannot measure the noun right in front of them."""
    text = reading.prose.text
    for quantity in reading.quantities:
        unit = quantity.unit
        if unit is None or unit.dimension not in _DIMENSIONS or "/" in quantity.unit_printed:
            continue
        before = _NOUN.search(text, max(0, quantity.start - _LONGEST), quantity.start)
        if before is None:
            continue
        impossible, right = _IMPOSSIBLE[before["noun"]]
        if unit.dimension in impossible and text[quantity.end : quantity.end + 1] not in ("的", "/"):
            yield Hit(
                before.start(),
                quantity.end,
                f"“{before['noun']}”的单位不能是“{quantity.unit_printed}”",
                f"“{before['noun']}”以{right}计",
            )


RULE = Rule(
    code="E09",
    name="wrong-dimension",
    title="单位与所量的事物不合",
    category="units",
    severity="warning",
    what="长度、里程用了面积单位，面积用了长度单位，装机容量用了千瓦时，发电量、用电量用了千瓦等。",
    why="单位的量纲错了，数值就无法采用；“平方”“时”最易漏写、多写。",
    silent="名词与数字之间隔着别的词；以“/”表示的复合单位。",
    bad=(
        Example("全市新建农村公路总里程达到30平方公里。", "30平方公里"),
        Example("光伏发电装机容量120万千瓦时，居全省第二。", "120万千瓦时"),
    ),
    good=(
        "全市新建农村公路总里程达到30公里。",
        "光伏发电装机容量120万千瓦，居全省第二。",
    ),
    near=("保护区面积最宽处约30公里，农村公路全长和绿化面积分别增加30公里、20万平方米。",),
    find=find,
)
