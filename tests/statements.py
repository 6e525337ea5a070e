"""Statements as reports make them, right and wrong: templates with numbers drawn from a seeded generator.

Each template gives two texts that differ in one number: in the first all numbers fit together within their rounding,
in the second one of them was replaced by what a slip could have written and the rest cannot explain.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

PLACES = ("青川市", "云溪县", "临江区", "石门县", "白沙市", "南屏县", "北岭区", "东渡镇")


@dataclass(frozen=True)
class Statement:
    """One statement twice.

    Attributes:
        kind: What sort of relation it makes.
        right: The text whose numbers fit together.
        wrong: The text in which one does not.
    """

    kind: str
    right: str
    wrong: str


Template = Callable[[random.Random], tuple[str, str]]
TEMPLATES: list[tuple[str, Template]] = []


def template(kind: str) -> Callable[[Template], Template]:
    """Register a template under the kind of relation it makes."""

    def register(function: Template) -> Template:
        TEMPLATES.append((kind, function))
        return function

    return register


def printed(value: object, places: int = 1) -> str:
    """A value rounded half up to some decimals, as statistics are."""
    exact = Fraction(value) if not isinstance(value, Fraction) else value  # type: ignore[arg-type]
    decimal = Decimal(exact.numerator) / Decimal(exact.denominator)
    return str(decimal.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def number(rng: random.Random, low: int, high: int, places: int = 1) -> Fraction:
    """A number with so many decimals."""
    return Fraction(rng.randint(low * 10**places, high * 10**places), 10**places)


def slipped(rng: random.Random, text: str, least: float = 0.06) -> str:
    """The numeral with one digit replaced, far enough from the first that rounding cannot explain it."""
    value = float(text)
    for _ in range(400):
        place = rng.randrange(len(text))
        if not text[place].isdigit():
            continue
        other = text[:place] + rng.choice("0123456789") + text[place + 1 :]
        leading = other.partition(".")[0]
        if len(leading) > 1 and leading.startswith("0"):
            continue
        if (
            abs(float(other) - value) >= max(abs(value) * least, 0.3 if "." in text else 2)
            and float(other) > 0
        ):
            return other
    return printed(Fraction(text) * 2 + 3, len(text.partition(".")[2]))


def place(rng: random.Random) -> str:
    """An invented place."""
    return rng.choice(PLACES)


def both(
    rng: random.Random, text: str, numbers: dict[str, str], broken: str, least: float = 0.06
) -> tuple[str, str]:
    """The text with its numbers, and with one of them slipped."""
    wrong = dict(numbers)
    wrong[broken] = slipped(rng, numbers[broken], least)
    return text.format(**numbers), text.format(**wrong)


# Sums


@template("sum")
def three_industries(rng: random.Random) -> tuple[str, str]:
    a, b, c = number(rng, 20, 90), number(rng, 200, 600), number(rng, 300, 900)
    numbers = {"t": printed(a + b + c), "a": printed(a), "b": printed(b), "c": printed(c)}
    text = rng.choice(
        (
            "全年地区生产总值{t}亿元，其中第一产业增加值{a}亿元，第二产业增加值{b}亿元，第三产业增加值{c}亿元。",
            "全市实现生产总值{t}亿元，按可比价格计算增长5.8%。其中，第一产业增加值{a}亿元，增长3.1%；第二产业增加值{b}亿元，增长6.2%；第三产业增加值{c}亿元，增长6.0%。",
            "全县完成地区生产总值{t}亿元，其中一产{a}亿元、二产{b}亿元、三产{c}亿元。",
        )
    )
    return both(rng, text, numbers, rng.choice("tbc"))


@template("sum")
def projects_by_branch(rng: random.Random) -> tuple[str, str]:
    a, b, c = rng.randint(21, 60), rng.randint(21, 60), rng.randint(21, 60)
    numbers = {"t": str(a + b + c), "a": str(a), "b": str(b), "c": str(c), "p": place(rng)}
    text = rng.choice(
        (
            "{p}全年立项{t}项，其中工业{a}项、农业{b}项、服务业{c}项。",
            "{p}共实施重点项目{t}个，其中工业项目{a}个、农业项目{b}个、服务业项目{c}个。",
            "{p}全年新建学校{a}所、改建{b}所、扩建{c}所，合计{t}所。",
            "{p}今年安排工业项目{a}个、交通项目{b}个、水利项目{c}个，共计{t}个。",
        )
    )
    return both(rng, text, numbers, rng.choice("tabc"), 0.12)


@template("sum")
def town_and_country(rng: random.Random) -> tuple[str, str]:
    a, b = number(rng, 90, 400), number(rng, 40, 200)
    numbers = {"t": printed(a + b), "a": printed(a), "b": printed(b), "p": place(rng)}
    text = rng.choice(
        (
            "年末{p}常住人口{t}万人，其中城镇人口{a}万人，乡村人口{b}万人。",
            "{p}年末户籍人口{t}万人，其中男性{a}万人、女性{b}万人。",
            "年末全市常住人口为{t}万人。其中，城镇常住人口{a}万人，农村常住人口{b}万人。",
        )
    )
    return both(rng, text, numbers, rng.choice("tab"))


@template("sum")
def revenue(rng: random.Random) -> tuple[str, str]:
    a, b = number(rng, 40, 200, 2), number(rng, 10, 90, 2)
    numbers = {"t": printed(a + b, 2), "a": printed(a, 2), "b": printed(b, 2)}
    text = rng.choice(
        (
            "全年完成一般公共预算收入{t}亿元，其中税收收入{a}亿元、非税收入{b}亿元。",
            "一般公共预算收入{t}亿元，增长4.2%，其中税收收入{a}亿元，增长3.6%；非税收入{b}亿元，增长5.9%。",
        )
    )
    return both(rng, text, numbers, rng.choice("tab"))


@template("sum")
def electricity(rng: random.Random) -> tuple[str, str]:
    parts = [number(rng, 2, 9), number(rng, 60, 150), number(rng, 20, 60), number(rng, 20, 60)]
    numbers = dict(zip("abcd", map(printed, parts), strict=True)) | {"t": printed(sum(parts))}
    text = "全社会用电量{t}亿千瓦时，其中第一产业用电量{a}亿千瓦时、第二产业用电量{b}亿千瓦时、第三产业用电量{c}亿千瓦时、城乡居民生活用电量{d}亿千瓦时。"
    return both(rng, text, numbers, rng.choice("tbcd"))


# Shares


@template("shares")
def shares_of_industries(rng: random.Random) -> tuple[str, str]:
    a, b = number(rng, 3, 12), number(rng, 30, 50)
    numbers = {"a": printed(a), "b": printed(b), "c": printed(100 - a - b)}
    text = rng.choice(
        (
            "三次产业占比分别为{a}%、{b}%和{c}%。",
            "三次产业比重分别为{a}%、{b}%、{c}%，结构进一步优化。",
            "第一、二、三产业增加值占生产总值的比重分别为{a}%、{b}%和{c}%。",
        )
    )
    return both(rng, text, numbers, rng.choice("bc"))


@template("shares")
def shares_of_two(rng: random.Random) -> tuple[str, str]:
    a = number(rng, 40, 88)
    numbers = {"a": printed(a), "b": printed(100 - a)}
    text = rng.choice(
        (
            "全市客运量中，城镇居民占{a}%，农村居民占{b}%。",
            "参保人员中男性占{a}%、女性占{b}%。",
        )
    )
    return both(rng, text, numbers, rng.choice("ab"))


@template("ratio to 100")
def structure(rng: random.Random) -> tuple[str, str]:
    a, b = number(rng, 3, 12), number(rng, 30, 50)
    numbers = {"a": printed(a), "b": printed(b), "c": printed(100 - a - b)}
    text = rng.choice(
        (
            "三次产业结构调整为{a}:{b}:{c}。",
            "三次产业增加值结构由9.1:41.6:49.3优化为{a}:{b}:{c}。",
            "产业结构不断优化，三次产业比例为{a}∶{b}∶{c}。",
        )
    )
    return both(rng, text, numbers, rng.choice("bc"))


@template("share")
def share_of_number(rng: random.Random) -> tuple[str, str]:
    whole, part = number(rng, 150, 600), number(rng, 30, 120)
    numbers = {"w": printed(whole), "p": printed(part), "s": printed(part / whole * 100), "x": place(rng)}
    text = rng.choice(
        (
            "{x}完成工业投资{p}亿元，占全部投资{w}亿元的{s}%。",
            "{x}全年完成固定资产投资{w}亿元，其中工业投资{p}亿元，占{s}%。",
            "{x}一般公共预算支出{w}亿元，其中教育支出{p}亿元，占一般公共预算支出的{s}%。",
            "{x}全年社会消费品零售总额{w}亿元，其中网上零售额{p}亿元，占比达{s}%。",
            "{x}实现服务业增加值{p}亿元，占生产总值{w}亿元的比重为{s}%。",
        )
    )
    return both(rng, text, numbers, rng.choice(("s", "p")))


@template("share")
def rate_of_counts(rng: random.Random) -> tuple[str, str]:
    whole = rng.randint(120, 400)
    part = rng.randint(whole // 3, whole - 5)
    numbers = {"w": str(whole), "p": str(part), "s": printed(Fraction(part * 100, whole)), "x": place(rng)}
    text = rng.choice(
        (
            "{x}年度重点项目{w}个，已开工{p}个，开工率{s}%。",
            "{x}抽检食品{w}批次，合格{p}批次，合格率为{s}%。",
            "{x}共有行政村{w}个，其中建成农村文化礼堂的{p}个，占{s}%。",
            "{x}共承办建议提案{w}件，已办结{p}件，办结率达{s}%。",
        )
    )
    return both(rng, text, numbers, rng.choice(("s", "p")))


@template("urbanisation")
def urbanisation(rng: random.Random) -> tuple[str, str]:
    whole = number(rng, 100, 600)
    town = Fraction(round(whole * Fraction(rng.randint(45, 85), 100) * 10), 10)
    numbers = {"w": printed(whole), "p": printed(town), "s": printed(town / whole * 100)}
    text = rng.choice(
        (
            "年末全市常住人口{w}万人，其中城镇常住人口{p}万人，城镇化率为{s}%。",
            "年末常住人口{w}万人，其中城镇人口{p}万人，占常住人口的比重（常住人口城镇化率）为{s}%。",
            "全县常住人口{w}万人，城镇人口{p}万人，常住人口城镇化率达到{s}%。",
        )
    )
    return both(rng, text, numbers, rng.choice(("s", "p")))


# Growth


@template("growth")
def growth_from_to(rng: random.Random) -> tuple[str, str]:
    old = number(rng, 40, 400)
    rate = number(rng, 3, 38)
    new = Fraction(round(old * (1 + rate / 100) * 10), 10)
    numbers = {"o": printed(old), "n": printed(new), "g": printed((new / old - 1) * 100), "x": place(rng)}
    text = rng.choice(
        (
            "{x}一般公共预算收入由{o}亿元增至{n}亿元，增长{g}%。",
            "{x}一般公共预算支出从{o}亿元增加到{n}亿元，增长{g}%。",
            "{x}税收收入{n}亿元，比上年的{o}亿元增长{g}%。",
            "{x}茶叶产量由2020年的{o}万吨提高到2025年的{n}万吨，增长{g}%。",
            "2023年{x}粮食产量{o}万吨，2024年粮食产量{n}万吨，增长{g}%。",
            "{x}金融机构存款余额由{o}亿元增加到{n}亿元，增幅达{g}%。",
        )
    )
    return both(rng, text, numbers, "g", 0.15)


@template("growth")
def growth_of_income(rng: random.Random) -> tuple[str, str]:
    old = rng.randint(20000, 50000)
    new = old + rng.randint(900, 4000)
    numbers = {"o": str(old), "n": str(new), "g": printed(Fraction(new * 100, old) - 100)}
    text = rng.choice(
        (
            "居民人均可支配收入由{o}元增加到{n}元，增长{g}%。",
            "农村居民人均可支配收入由上年的{o}元提高到{n}元，名义增长{g}%。",
        )
    )
    return both(rng, text, numbers, "g", 0.2)


@template("growth")
def decline(rng: random.Random) -> tuple[str, str]:
    old = rng.randint(300, 900)
    new = old - rng.randint(40, 200)
    numbers = {"o": str(old), "n": str(new), "g": printed(100 - Fraction(new * 100, old))}
    text = rng.choice(
        (
            "生产安全事故由{o}起降至{n}起，下降{g}%。",
            "刑事案件立案数由{o}件减少到{n}件，减少{g}%。",
        )
    )
    return both(rng, text, numbers, "g", 0.15)


@template("increment")
def increment(rng: random.Random) -> tuple[str, str]:
    base = number(rng, 60, 300)
    more = number(rng, 8, 40)
    numbers = {
        "n": printed(base + more),
        "d": printed(more),
        "g": printed(more / base * 100),
        "x": place(rng),
    }
    text = rng.choice(
        (
            "{x}宽带用户达{n}万户，比上年增加{d}万户，增长{g}%。",
            "{x}经营主体总量{n}万户，净增{d}万户，增长{g}%。",
            "{x}年末贷款余额{n}亿元，比年初增加{d}亿元，增长{g}%。",
            "{x}粮食总产量{n}万吨，比上年增长{g}%，增加{d}万吨。",
            "{x}机动车保有量{n}万辆，较上年增加{d}万辆，增长{g}%。",
        )
    )
    return both(rng, text, numbers, "g", 0.12)


@template("increment")
def difference_of_levels(rng: random.Random) -> tuple[str, str]:
    old, more = number(rng, 30, 200), number(rng, 5, 40)
    numbers = {"o": printed(old), "n": printed(old + more), "d": printed(more), "x": place(rng)}
    text = rng.choice(
        (
            "{x}学位由{o}万个增加到{n}万个，增加{d}万个。",
            "{x}公路里程由{o}万公里增加到{n}万公里，净增{d}万公里。",
        )
    )
    return both(rng, text, numbers, "d", 0.12)


@template("points")
def points(rng: random.Random) -> tuple[str, str]:
    old = number(rng, 50, 88)
    more = number(rng, 1, 9)
    numbers = {"o": printed(old), "n": printed(old + more), "d": printed(more)}
    text = rng.choice(
        (
            "空气优良天数比率由{o}%提高到{n}%，提高{d}个百分点。",
            "常住人口城镇化率从{o}%提升至{n}%，提升{d}个百分点。",
            "九年义务教育巩固率{n}%，比上年的{o}%提高{d}个百分点。",
            "高新技术产业增加值占比由2020年的{o}%上升到{n}%，五年上升{d}个百分点。",
        )
    )
    return both(rng, text, numbers, "d", 0.2)


@template("points")
def points_down(rng: random.Random) -> tuple[str, str]:
    old = number(rng, 6, 15)
    less = number(rng, 1, 4)
    numbers = {"o": printed(old), "n": printed(old - less), "d": printed(less)}
    text = rng.choice(
        (
            "规上工业增速由{o}%回落至{n}%，回落{d}个百分点。",
            "城镇调查失业率从{o}%下降到{n}%，下降{d}个百分点。",
        )
    )
    return both(rng, text, numbers, "d", 0.2)


@template("doubling")
def doubling(rng: random.Random) -> tuple[str, str]:
    old = rng.randint(30, 300)
    times = rng.choice((1, 2))
    word, other = ("翻一番", "翻两番") if times == 1 else ("翻两番", "翻一番")
    new = old * 2**times
    text = rng.choice(
        (
            f"园区钢材产量由{old}万吨增至{new}万吨，{{w}}。",
            f"全县登记企业由{old}家增加到{new}家，实现了{{w}}。",
            f"旅客吞吐量从{old}万人次增加到{new}万人次，{{w}}。",
        )
    )
    return text.format(w=word), text.format(w=other)


@template("multiple")
def multiples(rng: random.Random) -> tuple[str, str]:
    old, times = rng.randint(30, 300), rng.randint(2, 6)
    new = old * times
    style = rng.randrange(4)
    if style == 0:
        text, right, wrong = f"全县用户由{old}万户增加到{new}万户，增长{{k}}倍。", times - 1, times
    elif style == 1:
        text, right, wrong = f"2025年旅游人数{new}万人次，是2020年{old}万人次的{{k}}倍。", times, times + 2
    elif style == 2:
        text, right, wrong = f"水果产量由{old}万吨增加到{new}万吨，是原来的{{k}}倍。", times, times + 1
    else:
        text, right, wrong = f"存款余额{new}亿元，是临江区{old}亿元的{{k}}倍。", times, times + 2
    return text.format(k=right), text.format(k=wrong)


@template("mean growth")
def mean_growth(rng: random.Random) -> tuple[str, str]:
    old = rng.randint(100, 400)
    rate = rng.randint(4, 18)
    new = round(old * (1 + rate / 100) ** 5)
    exact = round(((new / old) ** 0.2 - 1) * 100, 1)
    wrong = round((new / old - 1) * 20, 1)
    if abs(wrong - exact) < 0.8:
        wrong = exact + 3
    text = rng.choice(
        (
            f"五年间全县茶叶产量由{old}万公斤增至{new}万公斤，年均增长{{g}}%。",
            f"一般公共预算收入从2020年的{old}亿元提高到2025年的{new}亿元，年均增长{{g}}%。",
            f"用电量由2019年的{old}亿千瓦时增加到2024年的{new}亿千瓦时，年均增长{{g}}%。",
        )
    )
    return text.format(g=exact), text.format(g=round(wrong, 1))


# Balances


@template("trade")
def trade(rng: random.Random) -> tuple[str, str]:
    out, into = number(rng, 50, 400), number(rng, 20, 200)
    numbers = {"t": printed(out + into), "x": printed(out), "m": printed(into)}
    text = rng.choice(
        (
            "全市货物进出口总额{t}亿元，其中出口{x}亿元、进口{m}亿元。",
            "全年外贸进出口{t}亿元，增长6.1%。其中，出口{x}亿元，增长7.3%；进口{m}亿元，增长3.5%。",
            "完成进出口总额{t}亿美元，其中：出口{x}亿美元，进口{m}亿美元。",
        )
    )
    return both(rng, text, numbers, rng.choice("txm"))


@template("trade")
def surplus(rng: random.Random) -> tuple[str, str]:
    into = number(rng, 20, 150)
    more = number(rng, 20, 90)
    numbers = {"x": printed(into + more), "m": printed(into), "s": printed(more)}
    text = rng.choice(
        (
            "全年出口{x}亿元，进口{m}亿元，贸易顺差{s}亿元。",
            "货物出口{x}亿元，增长5.2%；进口{m}亿元，增长3.9%；实现顺差{s}亿元。",
        )
    )
    return both(rng, text, numbers, "s", 0.15)


@template("births and deaths")
def vital_rates(rng: random.Random) -> tuple[str, str]:
    deaths, natural = number(rng, 4, 7, 2), number(rng, 1, 4, 2)
    numbers = {"b": printed(deaths + natural, 2), "d": printed(deaths, 2), "n": printed(natural, 2)}
    text = rng.choice(
        (
            "人口出生率为{b}‰，死亡率为{d}‰，自然增长率为{n}‰。",
            "全年人口出生率{b}‰，人口死亡率{d}‰，人口自然增长率{n}‰。",
        )
    )
    return both(rng, text, numbers, "n", 0.2)


@template("births and deaths")
def births(rng: random.Random) -> tuple[str, str]:
    population = number(rng, 100, 600)
    born = Fraction(round(population * rng.randint(50, 120) / 10000 * 100), 100)
    numbers = {"p": printed(population), "b": printed(born, 2), "r": printed(born / population * 1000, 2)}
    text = rng.choice(
        (
            "年末常住人口{p}万人，全年出生人口{b}万人，出生率为{r}‰。",
            "全市总人口{p}万人，当年死亡人口{b}万人，死亡率{r}‰。",
        )
    )
    return both(rng, text, numbers, "r", 0.2)


@template("births and deaths")
def natural_increase(rng: random.Random) -> tuple[str, str]:
    deaths, natural = rng.randint(2000, 6000), rng.randint(500, 3000)
    numbers = {"b": str(deaths + natural), "d": str(deaths), "n": str(natural)}
    text = "全年出生人口{b}人，死亡人口{d}人，自然增长{n}人。"
    return both(rng, text, numbers, "n", 0.1)


# Parts, ranks, thresholds


@template("part")
def part_and_whole(rng: random.Random) -> tuple[str, str]:
    whole = rng.randint(60, 300)
    part, larger = rng.randint(10, whole - 10), whole + rng.randint(5, 90)
    text = rng.choice(
        (
            f"上半年全市开工项目{whole}个，其中亿元以上{{k}}个。",
            f"全县共有规上工业企业{whole}家，其中高新技术企业{{k}}家。",
            f"新增省级以上创新平台{whole}个，其中国家级{{k}}个。",
            f"全年引进各类人才{whole}名，其中博士{{k}}名。",
            f"全年实施民生项目{whole}个，包括教育类项目{{k}}个。",
        )
    )
    return text.format(k=part), text.format(k=larger)


@template("rank")
def ranks(rng: random.Random) -> tuple[str, str]:
    field = rng.randint(9, 60)
    rank, beyond = rng.randint(1, field), field + rng.randint(1, 20)
    text = rng.choice(
        (
            f"综合评价得分在全省{field}个市中排名第{{r}}位。",
            f"城市能级在{field}个市（区）中位列第{{r}}位。",
            f"高质量发展考核在全省{field}个县（市、区）中居第{{r}}位。",
            f"营商环境评价在{field}个设区市中列第{{r}}名。",
            f"经济增速在山区{field}县中排名第{{r}}。",
        )
    )
    return text.format(r=rank), text.format(r=beyond)


@template("threshold")
def thresholds(rng: random.Random) -> tuple[str, str]:
    count, few = rng.randint(20, 90), rng.randint(3, 15)
    least, more = rng.choice((1, 2, 5)), rng.choice((10, 20, 50))
    bound = (count - few) * least + few * more
    first = "亿元" if least == 1 else f"{least}亿元"
    text = rng.choice(
        (
            f"新签约{first}以上项目{count}个，其中{more}亿元以上{few}个，协议总投资{{t}}亿元。",
            f"引进{first}以上项目{count}个，总投资{{t}}亿元，其中{more}亿元以上项目{few}个。",
        )
    )
    return text.format(t=bound + rng.randint(5, 200)), text.format(t=max(2, bound // 2))


@template("each")
def distribution(rng: random.Random) -> tuple[str, str]:
    a, b, c = (printed(number(rng, 3, 19)) for _ in range(3))
    right, wrong = rng.choice(
        (
            (
                f"生产安全事故起数、死亡人数、受伤人数分别下降{a}%、{b}%和{c}%。",
                f"生产安全事故起数、死亡人数、受伤人数分别下降{a}%和{b}%。",
            ),
            (
                f"云溪县、临江区、石门县投资分别增长{a}%、{b}%、{c}%。",
                f"云溪县、临江区、石门县投资分别增长{a}%、{b}%。",
            ),
            (
                f"城镇、农村居民人均可支配收入分别增长{a}%、{b}%。",
                f"城镇、农村居民人均可支配收入分别增长{a}%、{b}%、{c}%。",
            ),
            (
                f"工业投资、民间投资、基础设施投资分别增长{a}%、{b}%、{c}%。",
                f"工业投资、民间投资、基础设施投资分别增长{a}%、{b}%。",
            ),
        )
    )
    return right, wrong


# Ratios, per head, conversions


@template("income ratio")
def income_ratio(rng: random.Random) -> tuple[str, str]:
    country = rng.randint(20000, 38000)
    town = int(country * rng.uniform(1.5, 2.4))
    numbers = {"t": str(town), "c": str(country), "r": printed(Fraction(town, country), 2)}
    text = rng.choice(
        (
            "城镇居民人均可支配收入{t}元，农村居民人均可支配收入{c}元，城乡居民收入比为{r}。",
            "城镇居民人均可支配收入{t}元，增长4.6%；农村居民人均可支配收入{c}元，增长6.1%；城乡居民收入比{r}:1。",
            "城镇、农村居民人均可支配收入分别为{t}元、{c}元，城乡收入倍差缩小至{r}。",
            "城镇和农村居民人均可支配收入分别达{t}元和{c}元，城乡居民收入比由2.61缩小到{r}。",
        )
    )
    return both(rng, text, numbers, "r", 0.1)


@template("sex ratio")
def sex_ratio(rng: random.Random) -> tuple[str, str]:
    men, women = rng.randint(100, 400), 0
    women = men - rng.randint(-12, 15)
    numbers = {"m": str(men), "w": str(women), "r": printed(Fraction(men * 100, women), 1)}
    text = "常住人口中，男性人口{m}万人，女性人口{w}万人，总人口性别比为{r}。"
    return both(rng, text, numbers, "r", 0.05)


@template("per head")
def per_head(rng: random.Random) -> tuple[str, str]:
    people = rng.randint(2, 9)
    each = rng.randint(120, 900)
    text = rng.choice(
        (
            f"全镇{people}万人，集体分红{people * each}万元，人均{{e}}元。",
            f"全镇总人口{people}万人，发放惠民补贴{people * each}万元，人均{{e}}元。",
            f"项目覆盖{people}万户，总补助资金{people * each}万元，户均补助{{e}}元。",
        )
    )
    return text.format(e=each), text.format(e=each * rng.choice((2, 3)))


@template("per head")
def output_per_head(rng: random.Random) -> tuple[str, str]:
    people = number(rng, 60, 500)
    each = rng.randint(60000, 180000)
    output = people * each / 10000
    text = rng.choice(
        (
            f"全年地区生产总值{printed(output)}亿元，年末常住人口{printed(people)}万人，人均地区生产总值{{e}}元。",
            f"生产总值达到{printed(output)}亿元，按常住人口{printed(people)}万人计算，人均生产总值{{e}}元。",
        )
    )
    return text.format(e=each), text.format(e=int(each * rng.choice((1.18, 0.8, 1.35))))


@template("conversion")
def conversion(rng: random.Random) -> tuple[str, str]:
    style = rng.randrange(5)
    size = rng.randint(3, 40)
    if style == 0:
        text, right, wrong = (
            f"园区新增建设用地{size}平方公里（{{v}}亩），配套同步推进。",
            size * 1500,
            size * 150,
        )
    elif style == 1:
        text, right, wrong = f"新增造林{size * 100}公顷（{{v}}亩）。", size * 1500, size * 2500
    elif style == 2:
        text, right, wrong = (
            f"全年粮食总产量{size}万吨（{{v}}亿斤）。",
            printed(Fraction(size * 2, 10)),
            size * 2,
        )
    elif style == 3:
        text, right, wrong = f"整治低效用地{size * 15}万亩，折合{{v}}万公顷。", size, size * 10
    else:
        text, right, wrong = f"新建生态廊道{size}公里（{{v}}米）。", size * 1000, size * 100
    return text.format(v=right), text.format(v=wrong)


@template("price and quantity")
def price_and_quantity(rng: random.Random) -> tuple[str, str]:
    quantity, price = rng.randint(20, 900), rng.randint(10, 90) * 100
    total = printed(Fraction(quantity * price, 10000), 2).rstrip("0").rstrip(".")
    wrong = printed(Fraction(quantity * price, 1000), 2).rstrip("0").rstrip(".")
    text = rng.choice(
        (
            f"合作社收购鲜果{quantity}吨，每吨{price}元，合计{{t}}万元。",
            f"奖励种粮大户{quantity}户，每户{price}元，共计{{t}}万元。",
            f"改造农房{quantity}间，每间补助{price}元，共补助{{t}}万元。",
        )
    )
    return text.format(t=total), text.format(t=wrong)


@template("completion")
def completion(rng: random.Random) -> tuple[str, str]:
    plan = number(rng, 40, 200)
    done = Fraction(round(plan * Fraction(rng.randint(60, 125), 100) * 10), 10)
    numbers = {"p": printed(plan), "d": printed(done), "r": printed(done / plan * 100)}
    text = rng.choice(
        (
            "年度计划投资{p}亿元，实际完成{d}亿元，完成计划的{r}%。",
            "全市计划改造管网{p}公里，已完成{d}公里，完成率{r}%。",
            "完成投资{d}亿元，占年度计划{p}亿元的{r}%。",
            "城镇新增就业{d}万人，完成年度目标{p}万人的{r}%。",
        )
    )
    return both(rng, text, numbers, "r", 0.08)


@template("contribution")
def contribution(rng: random.Random) -> tuple[str, str]:
    growth, share = number(rng, 4, 9), number(rng, 20, 70)
    pull = printed(growth * share / 100)
    wrong = printed(Fraction(pull) + rng.choice((1, Fraction(3, 2), 2)))
    text = rng.choice(
        (
            f"全市经济增长{printed(growth)}%，工业对经济增长的贡献率为{printed(share)}%，拉动经济增长{{p}}个百分点。",
            f"全县生产总值增长{printed(growth)}%，服务业贡献率达{printed(share)}%，拉动生产总值增长{{p}}个百分点。",
        )
    )
    return text.format(p=pull), text.format(p=wrong)


@template("difference")
def difference(rng: random.Random) -> tuple[str, str]:
    ours, more = number(rng, 6, 12), number(rng, 1, 4)
    numbers = {"a": printed(ours), "b": printed(ours - more), "d": printed(more)}
    text = rng.choice(
        (
            "全市规上工业增加值增长{a}%，高于全省平均水平{b}%共{d}个百分点。",
            "服务业增加值增长{a}%，比全省的{b}%高{d}个百分点。",
            "固定资产投资增长{a}%，快于全国（{b}%）{d}个百分点。",
        )
    )
    return both(rng, text, numbers, "d", 0.25)


@template("difference")
def difference_of_places(rng: random.Random) -> tuple[str, str]:
    other, more = number(rng, 30, 90), number(rng, 4, 25)
    numbers = {"a": printed(other + more), "b": printed(other), "d": printed(more)}
    text = "云溪县实现税收{a}亿元，比临江区的{b}亿元多{d}亿元。"
    return both(rng, text, numbers, "d", 0.25)


# Words


@template("direction")
def directions(rng: random.Random) -> tuple[str, str]:
    low, more = number(rng, 5, 40), number(rng, 1, 9)
    a, b = printed(low), printed(low + more)
    right, wrong = rng.choice(
        (
            (f"研发投入强度由{a}%提高到{b}%。", f"研发投入强度由{b}%提高到{a}%。"),
            (f"规上工业增速由{b}%回落至{a}%。", f"规上工业增速由{a}%回落至{b}%。"),
            (
                f"高新技术企业从{int(low) + 20}家增加到{int(low) + 40}家。",
                f"高新技术企业从{int(low) + 40}家增加到{int(low) + 20}家。",
            ),
            (
                f"竞争力排名由全国第{int(low) + 12}位上升至第{int(low)}位。",
                f"竞争力排名由全国第{int(low)}位上升至第{int(low) + 12}位。",
            ),
            (f"单位能耗从{b}吨降至{a}吨。", f"单位能耗从{a}吨降至{b}吨。"),
        )
    )
    return right, wrong


@template("comparison")
def comparisons(rng: random.Random) -> tuple[str, str]:
    low, more = number(rng, 20, 40), number(rng, 6, 20)
    a, b = printed(low), printed(low + more)
    right, wrong = rng.choice(
        (
            (
                f"每千家企业中科技型企业{a}家，低于全省{b}家。",
                f"每千家企业中科技型企业{a}家，高于全省{b}家。",
            ),
            (f"居民消费价格涨幅{a}%，低于全国{b}%。", f"居民消费价格涨幅{b}%，低于全国{a}%。"),
            (f"新兴产业增加值占比为{b}%，高于全省的{a}%。", f"新兴产业增加值占比为{a}%，高于全省的{b}%。"),
        )
    )
    return right, wrong


@template("range")
def ranges(rng: random.Random) -> tuple[str, str]:
    low = rng.randint(3, 7)
    high = low + rng.randint(1, 3)
    text = rng.choice(("预计全年规上工业增加值增长{a}%～{b}%。", "财政收入预计增长{a}%—{b}%。"))
    return text.format(a=low, b=high), text.format(a=high, b=low)


@template("impossible")
def impossible(rng: random.Random) -> tuple[str, str]:
    text = rng.choice(
        (
            "窗口服务群众满意率达{v}%。",
            "农村自来水普及率达到{v}%。",
            "高新技术产业增加值占规上工业的比重为{v}%。",
            "生活垃圾无害化处理率为{v}%。",
        )
    )
    return text.format(v=printed(number(rng, 80, 99))), text.format(v=printed(number(rng, 101, 160)))


@template("milestones")
def milestones(rng: random.Random) -> tuple[str, str]:
    a, b = rng.randint(20, 40), rng.randint(50, 80)
    text = "重点项目开工率一季度达{a}%、上半年达{b}%、9月底前达100%。"
    return text.format(a=a, b=b), text.format(a=b, b=a)


@template("total growth")
def total_growth(rng: random.Random) -> tuple[str, str]:
    rates = sorted(number(rng, 2, 9) for _ in range(3))
    inside = (rates[0] + 2 * rates[1] + 2 * rates[2]) / 5
    outside = rates[2] + number(rng, 1, 3)
    rng.shuffle(rates)
    a, b, c = map(printed, rates)
    text = rng.choice(
        (
            f"全市生产总值增长{{g}}%，其中第一产业增长{a}%，第二产业增长{b}%，第三产业增长{c}%。",
            f"全县生产总值增长{{g}}%，三次产业增加值分别增长{a}%、{b}%和{c}%。",
        )
    )
    return text.format(g=printed(inside)), text.format(g=printed(outside))


@template("mean")
def means(rng: random.Random) -> tuple[str, str]:
    values = [rng.randint(3, 40) for _ in range(4)]
    values.append(5 * rng.randint(4, 30) - sum(values) % 5)
    values[-1] = values[-1] if sum(values) % 5 == 0 else values[-1] + 5 - sum(values) % 5
    mean = sum(values) // 5
    listed = "、".join(f"{value}个" for value in values)
    text = f"五个乡镇分别建成{listed}，平均{{m}}个。"
    return text.format(m=mean), text.format(m=max(values) + 3)


@template("verdict")
def verdicts(rng: random.Random) -> tuple[str, str]:
    goal = rng.randint(5, 9)
    right, wrong = printed(goal + number(rng, 0, 2)), printed(goal - Fraction(rng.randint(3, 15), 10))
    text = f"年初目标增长{goal}%，实际增长{{v}}%，圆满完成年度目标。"
    return text.format(v=right), text.format(v=wrong)


@template("fraction")
def fractions(rng: random.Random) -> tuple[str, str]:
    whole = rng.randint(6, 12)
    part = rng.randint(2, whole - 1)
    right = printed(Fraction(part * 100, whole))
    wrong = printed(Fraction(part * 100, whole) + Fraction(50, whole) * Fraction(rng.choice((4, 5, 6)), 5))
    text = f"全市{whole}个县中有{{v}}%通过验收。"
    return text.format(v=right), text.format(v=wrong)


def statements(seed: int, each: int) -> list[Statement]:
    """So many statements of every template, always the same for one seed."""
    made = []
    for kind, function in TEMPLATES:
        rng = random.Random(f"{seed}:{function.__name__}")
        for _ in range(each):
            right, wrong = function(rng)
            made.append(Statement(f"{kind}: {function.__name__}", right, wrong))
    return made
