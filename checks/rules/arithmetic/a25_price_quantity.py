"""A25: price times quantity is not the printed amount."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import product_times
from checks.rules.arithmetic.operands import operands_or_masks
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.claim import Claim
from extract.late import late

_TOTAL = r"(?:补[贴助]资金|合计|共计|总计|共|总额|总价|总投资|总收入|总产值|总金额|累计|货款)"
_QUANTITY_PRICE = late(
    rf"(?P<quantity>{LEVEL})[^{LETTERS}。；，\n\f]{{0,10}}[，、]?{gap(8, '，')}每(?P<unit>{gap(12, '，')})(?P<price>{LEVEL})"
    rf"[^{LETTERS}。；，\n\f]{{0,8}}，{gap(8, '，')}{_TOTAL}{gap(6, '，')}(?P<total>{LEVEL})"
)
_STANDARD = late(
    rf"(?:按|以)(?:照)?每(?P<unit>[^{LETTERS}。；，\n\f]{{1,6}}?)(?P<price>{LEVEL})的?(?:标准|价格|单价|补贴标准)[^{LETTERS}。；，\n\f]{{0,4}}，?[^{LETTERS}。；，\n\f]{{0,6}}(?P<quantity>{LEVEL})[^{LETTERS}。；，\n\f]{{0,14}}(?:发放|补贴|补助|支付|兑付|筹集|总金额|金额)[^{LETTERS}。；，\n\f]{{0,6}}(?P<total>{LEVEL})"
)
_PRICE_EACH = late(
    rf"(?P<quantity>{LEVEL})[^{LETTERS}。；，\n\f]{{0,10}}，(?:平均)?(?:单价|均价|售价)(?:为|是|达)?(?P<price>{LEVEL})(?P<unit>(?:/[^{LETTERS}。；，\n\f]{{1,3}})?)"
    rf"，{gap(6, '，')}(?:收入|{_TOTAL}|金额|支出|付款)(?:为|达|款)?(?P<total>{LEVEL})"
)
_PRICE_QUANTITY = late(
    rf"每(?P<unit>{gap(12, '，')})(?P<price>{LEVEL})[^{LETTERS}。；，\n\f]{{0,8}}，{gap(12, '，')}(?P<quantity>{LEVEL})"
    rf"[^{LETTERS}。；，\n\f]{{0,10}}，?{gap(8, '，')}{_TOTAL}{gap(6, '，')}(?P<total>{LEVEL})"
)
_AGAINST = {"千克": "公斤", "度": "千瓦时", "名": "人"}
_WEIGHT = {("吨", "公斤"): Fraction(1000), ("吨", "斤"): Fraction(2000), ("公斤", "斤"): Fraction(2)}


def relate(reading: Reading) -> Iterator[Relation]:
    """The amounts of a document whose price and quantity are printed."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    for pattern in (_QUANTITY_PRICE, _PRICE_QUANTITY, _PRICE_EACH, _STANDARD):
        for match in pattern.finditer(sketch.text):
            claims = sketch.named(match, "total", "quantity", "price")
            if claims is None or claims[0].unit != claims[2].unit:
                continue
            per = _per(claims[1], match.group("unit"))
            found = operands_or_masks(*claims)
            if per is None or found is None:
                continue
            quantity, price = claims[1:]
            yield Trial(
                "multiple",
                found[0],
                found[1:],
                product_times(per),
                f"{sketch.quote(quantity)}×{sketch.quote(price)}",
                f"“{sketch.quote(quantity)}”乘以单价“{sketch.quote(price)}”为{{computed}}，文中为“{{stated}}”",
                worst="warning",
            )


def _per(quantity: Claim, measure: str) -> Fraction | None:
    """How many priced units one unit of the quantity is; a price that names none is of the quantity's own."""
    measure = measure.lstrip("/")
    if not measure:
        return Fraction(1)
    for name, unit in (*_AGAINST.items(), (quantity.unit, quantity.unit)):
        if measure.startswith(name) and quantity.unit == unit:
            return Fraction(1)
    for (unit, name), factor in _WEIGHT.items():
        if measure.startswith(name) and quantity.unit == unit:
            return factor
    return None


RULE = Rule(
    code="A25",
    name="price-quantity-mismatch",
    title="单价、数量与总额不符",
    category="arithmetic",
    severity="warning",
    what="数量、每单位金额和合计金额写在一起时，用数量乘以单价核对合计。",
    why="元与万元的错位在乘法里最容易暴露。",
    silent="单价与数量的单位无法换算、没有“合计”“共”一类词时不判。",
    bad=(
        Example("合作社出售鲜果8900公斤，单价12元，收入12.8万元。", "12.8万元"),
        Example("每亩补贴150元，补贴面积2.4万亩，共发放3600万元。", "3600万元"),
    ),
    good=(
        "合作社收购鲜果500吨，每吨6000元，合计300万元。",
        "每亩补贴150元，补贴面积2.4万亩，共发放360万元。",
    ),
    near=("合作社收购鲜果500吨，每吨比上年高600元，带动增收3000万元。",),
    relate=relate,
)
