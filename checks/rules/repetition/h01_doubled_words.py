"""H01: characters and words that stand twice in a row by mistake."""

from __future__ import annotations

from collections.abc import Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.repetition.doubles import doubles
from extract import Reading


def find(reading: Reading) -> Iterator[Hit]:
    """Find doubled words."""
    for double in doubles(reading.prose.text):
        yield Hit(
            double.start,
            double.end,
            f"“{double.unit}”重复",
            f"“{double.unit}{double.unit}”",
            double.unit,
        )


RULE = Rule(
    code="H01",
    name="doubled-words",
    title="字词重复",
    category="repetition",
    severity="warning",
    what="紧接着重复的词、带单位的数、分句和单字（“提升提升”“5万亩亩”“加快快推进”）。",
    why="多是键入、粘贴或转换时留下的衍字，校对最容易放过。",
    silent="叠词和分配重叠（紧紧、人人、一件一件、很多很多、扎扎实实）；前词之尾与后词之首同字（全市市属、工作作风、农民工工资）；十五五、八八战略等名称；人名和拟声词。",
    bad=(
        Example("青川市全面提升提升城市管理水平。", "提升提升"),
        Example("云溪县新建高标准农田5万亩亩，改造灌渠40公里。", "亩亩"),
        Example("临江区发放消费券券面总额120万元120万元，拉动明显。", "120万元120万元"),
        Example("加大林区防火防火巡查力度，守住底线。", "防火防火"),
    ),
    good=(
        "青川市全面提升城市管理水平，一件一件办实事，扎扎实实打基础。",
        "紧紧围绕全市市属企业改革，作出部署，转变工作作风，保障农民工工资支付。",
    ),
    near=(
        "设立创业创新基金，落实退税缓税缓费政策，践行“八八战略”，谋划“十五五”发展。",
        "教育局局长、消防队队长到会，归侨侨眷代表发言。",
        "很多很多的困难都要克服，日子一天一天好起来。",
    ),
    find=find,
)
