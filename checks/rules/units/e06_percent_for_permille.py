"""E06: population rates in per cent where per mille is meant, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from checks.finding import Hit
from checks.rule import Example, Rule
from extract import Reading
from extract.late import late

_BETWEEN = r"(?:达到?|为|是|约|控制在|下降到|提高到|降至|升至|仅为|由|从){0,2}"
_POPULATION = late(
    rf"(?P<what>人口自然增长率|自然增长率|人口出生率|出生率|人口死亡率){_BETWEEN}(?P<number>-?[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?)%"
)
_PERCENTAGES = late(
    rf"(?P<what>城镇化率|失业率|覆盖率|合格率|优良率|就业率|普及率|入学率|达标率|满意率|增长率|占比|比重){_BETWEEN}(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?)‰"
)
_HIGHEST = {"出生率": Decimal("4.5"), "死亡率": Decimal("2.6"), "增长率": Decimal("1.7")}
"""Per cent a year that no province has seen since 1990; the nation's record of 1963 was a growth of 3.3."""


def find(reading: Reading) -> Iterator[Hit]:
    """Yield rates whose sign makes them ten times too large or too small."""
    text = reading.prose.text
    dated = reading.outline.dated
    for match in _POPULATION.finditer(text):
        highest = next(limit for word, limit in _HIGHEST.items() if match["what"].endswith(word))
        recent = dated is None or dated[0] >= 1990
        if abs(Decimal(match["number"])) > (highest if recent else 5):
            yield Hit(
                match.start("number"),
                match.end(),
                f"{match['what']}{match['number']}%，“%”疑为“‰”",
                f"人口变动率以千分之几计；{match['number']}%即{Decimal(match['number']) * 10}‰，超过历史最高水平",
                f"{match['number']}‰",
            )
    if "‰" not in text:
        return
    for match in _PERCENTAGES.finditer(text):
        if match["what"] == "增长率" and text[max(0, match.start() - 4) : match.start()].endswith(
            ("自然", "机械", "人口")
        ):
            continue
        yield Hit(
            match.start("number"),
            match.end(),
            f"{match['what']}{match['number']}‰，“‰”疑为“%”",
            f"{match['what']}以百分之几计",
            f"{match['number']}%",
        )


RULE = Rule(
    code="E06",
    name="percent-for-permille",
    title="%与‰相混",
    category="units",
    severity="warning",
    what="人口出生率、死亡率、自然增长率写成“%”且数值不可能，或城镇化率、失业率等写成“‰”。",
    why="两个符号差十倍，识别和录入时最易相混。",
    silent="数值在可能范围内的“%”；人口自然增长率、机械增长率的“‰”。",
    bad=(
        Example("2024年，全省人口出生率6.39%，比上年下降。", "6.39%"),
        Example("青川市常住人口城镇化率达到66.2‰。", "66.2‰"),
    ),
    good=(
        "2024年，全省人口出生率6.39‰，比上年下降。",
        "青川市常住人口城镇化率达到66.2%。",
    ),
    near=("全县人口自然增长率控制在1.2%以内，机械增长率2.5‰。",),
    find=find,
)
