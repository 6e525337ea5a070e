"""F16: an age that does not follow from the year of birth."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_AGE = late(
    r"(?P<born>(?:18|19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:出生|生于|生)[^。；！？\n0-9岁]{0,16}"
    r"(?P<now>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[^。；！？\n0-9]{0,8}?(?P<age>[0-9]{1,3})(?:周)?岁(?!的?[儿女父母妻丈哥姐弟妹])"
)


def find(reading: Reading) -> Iterator[Hit]:
    """Yield ages that neither full nor nominal counting gives."""
    for match in _AGE.finditer(reading.prose.text):
        years = int(match["now"]) - int(match["born"])
        if not years - 1 <= int(match["age"]) <= years + 1:
            yield Hit(
                match.start(),
                match.end(),
                f"{match['born']}年出生的人，{match['now']}年不是{match['age']}岁",
                f"{match['now']}-{match['born']}={years}，周岁{years - 1}或{years}，虚岁{years}或{years + 1}",
            )


RULE = Rule(
    code="F16",
    name="age-from-birth",
    title="年龄与出生年份不符",
    category="dates",
    severity="warning",
    what="同一句中先写出生年份，再写某年满几岁。周岁、虚岁都算对。",
    why="三个数字互相决定，必有一个写错。",
    silent="没有写第二个年份的年龄；别人的年龄。",
    bad=(
        Example("该村带头人1990年出生，2020年满40岁时当选村委会主任。", "1990年出生，2020年满40岁"),
        Example("老支书生前1951年3月生，2019年以86岁高龄仍在护林。", "1951年3月生，2019年以86岁"),
    ),
    good=(
        "该村带头人1980年出生，2020年满40岁时当选村委会主任。",
        "老支书生前1951年3月生，2019年以68岁高龄仍在护林。",
    ),
    near=("该村带头人1990年出生，2020年时长子已有8岁的女儿为伴，他29岁。",),
    find=find,
)
