"""Family A: relations that hold, relations that cannot, and how their proof is told."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statement_pairs import LOOKALIKES, PAIRS

from checks import Policy, Relation, audit
from checks.audit import Audit
from checks.rules.arithmetic.arity import members
from checks.rules.arithmetic.equation import shown, written
from checks.rules.arithmetic.operands import Operand, Scale, operand, scale_of
from checks.rules.arithmetic.partitions import closed
from checks.rules.arithmetic.repair import edits, one_edit_apart
from checks.rules.arithmetic.sketch import draw
from checks.rules.arithmetic.wording import bases, way
from extract import extract, read_document
from extract.interval import Interval

NUMBERS = Policy(select=("A", "B"))


@lru_cache(maxsize=8)
def audited(text: str) -> Audit:
    return audit("文.txt", text.encode(), NUMBERS)


def relations(text: str, code: str) -> list[Relation]:
    return [placed.relation for placed in audited(text).relations if placed.relation.rule == code]


def only(text: str, code: str) -> Relation:
    found = relations(text, code)
    assert len(found) == 1, found
    return found[0]


def flagged(text: str) -> list[tuple[str, str, str]]:
    return [
        (finding.rule, finding.severity, finding.message)
        for finding in audited(text).findings
        if finding.severity != "info"
    ]


CASES = [
    pytest.param(code, right, wrong, id=f"{code}-{number}")
    for code, pairs in PAIRS.items()
    for number, (right, wrong) in enumerate(pairs, 1)
]


@pytest.mark.parametrize(("code", "right", "wrong"), CASES)
def test_one_number_decides(code: str, right: str, wrong: str) -> None:
    assert flagged(right) == []
    assert code in {rule for rule, _, _ in flagged(wrong)}


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_looks_like_a_relation_stays_silent(text: str) -> None:
    assert flagged(text) == []


# Severity by proof


def test_a_slip_that_no_reading_saves_is_an_error() -> None:
    assert only("全年立项90项，其中工业40项、农业30项、服务业25项。", "A01").severity == "error"


def test_a_round_number_may_be_rounded() -> None:
    text = "全市共有企业3000家，其中工业企业1450家、农业企业800家、服务业企业950家。"
    assert only(text, "A01").severity == "warning"
    assert only(text.replace("3000", "2600"), "A01").severity == "error"


def test_small_counts_are_exact_and_measures_are_rounded() -> None:
    assert only("新建学校3所、改建5所、扩建4所，合计13所。", "A01").state == "broken"
    assert only("工业投资3亿元、农业投资5亿元、服务业投资4亿元，合计13亿元。", "A01").state == "holds"


def test_rounding_twice_is_forgiven() -> None:
    # 8.547 became 8.55 and then 8.6: it misses the interval of 8.6 by less than a twentieth of its last digit.
    text = "一般公共预算收入由100.000亿元增至108.547亿元，增长8.6%。"
    assert only(text, "A06").state == "holds"
    assert only(text.replace("108.547", "108.543"), "A06").state == "broken"


@pytest.mark.parametrize(
    ("indicator", "state"),
    [
        ("一般公共预算收入", "broken"),
        ("地区生产总值", "not_assessable"),
        ("规上工业利润总额", "not_assessable"),
        ("固定资产投资", "not_assessable"),
    ],
)
def test_growth_is_recomputed_only_where_levels_make_it(indicator: str, state: str) -> None:
    relation = only(f"青川市{indicator}由500亿元增至521亿元，增长6.2%。", "A06")
    assert relation.state == state
    assert bool(relation.reason) == (state == "not_assessable")


@pytest.mark.parametrize("gate", ["按可比口径计算", "剔除退税因素后", "扣除价格因素"])
def test_gate_words_forbid_a_recomputation(gate: str) -> None:
    text = f"一般公共预算收入由50亿元增至60亿元，{gate}增长25%。"
    assert only(text, "A06").state == "not_assessable"


def test_an_unknown_money_indicator_gives_a_warning_and_a_count_an_error() -> None:
    assert only("青川市某项交易由50亿元增至60亿元，增长25%。", "A06").severity == "warning"
    assert only("青川市登记企业由500家增至600家，增长25%。", "A06").severity == "error"


def test_masked_operands_cannot_be_assessed() -> None:
    relation = only("一般公共预算收入由X亿元增至60亿元，增长25%。", "A06")
    assert relation.state == "not_assessable"


def test_bound_words_widen_what_is_meant() -> None:
    assert (
        only("引进亿元以上项目180个以上，总投资超1000亿元，其中10亿元以上55个以上。", "A19").state == "holds"
    )
    assert only("工业投资近60亿元，占全部投资200亿元的29%。", "A04").state == "holds"


# Strength


@pytest.mark.parametrize(
    ("text", "code", "strength"),
    [
        ("全年立项90项，其中工业40项、农业30项、服务业20项。", "A01", "strong"),
        ("工业投资60.0亿元，占全部投资200.0亿元的30.0%。", "A04", "strong"),
        ("三次产业结构为6.8:45.2:48。", "A03", "strong"),
        ("上半年开工项目80个，其中亿元以上35个。", "A05", "weak"),
        ("在全省11个市中排名第3位。", "A14", "weak"),
        ("产值由10亿元增至12亿元，增长20%。", "A06", "weak"),
        ("城镇、农村居民收入分别增长4.6%、5.7%。", "A20", "weak"),
    ],
)
def test_only_what_a_slip_would_break_verifies(text: str, code: str, strength: str) -> None:
    relation = only(text, code)
    assert relation.state == "holds"
    assert relation.strength == strength


def test_a_strong_relation_verifies_its_members_and_a_weak_one_does_not() -> None:
    states = [claim.state for claim in audited("全年立项90项，其中工业40项、农业30项、服务业20项。").claims]
    assert states == ["verified"] * 4
    assert [claim.state for claim in audited("在全省11个市中排名第3位。").claims] == ["unchecked"] * 2


# The work shown


def test_an_equation_shows_both_sides() -> None:
    relation = only(
        "做优主导产业，力争规上工业总产值达到1500亿元。医药产业做大做强，力争规上工业产值达500亿元以上；汽车产业集群发展，"
        "力争规上工业产值达500亿元以上；时尚产业提档升级，力争规上工业产值达300亿元以上。建材产业加快转型，力争规上工业总产值达200亿元以上。",
        "A01",
    )
    assert relation.state == "holds"
    assert relation.strength == "strong"
    assert relation.equation == "500+500+300+200=[1500, ∞) 亿元，应与 1500亿元 [1499.5, 1500.5] 相合：成立"
    assert len(relation.members) == 5


def test_a_broken_relation_says_what_it_should_be() -> None:
    relation = only("青川市一般公共预算收入由50.00亿元增至60.00亿元，增长25.0%。", "A06")
    assert relation.message == "由“50.00亿元”到“60.00亿元”应变化20.0%，文中为“25.0%”"
    assert relation.suggestion == "“25.0%”疑为“20.0%”"


def test_no_repair_is_named_where_two_would_do() -> None:
    assert only("全年立项90项，其中工业40项、农业30项、服务业25项。", "A01").suggestion == ""


def test_a_scale_word_may_be_the_slip() -> None:
    relation = only("工业投资12.31亿元、农业投资4.52亿元、服务业投资3.62万元，合计20.45亿元。", "A01")
    assert relation.suggestion == "“3.62万元”疑为“3.62亿元”"


def test_members_lead_to_the_words_they_quote() -> None:
    text = "综合评价在山区26县中位列第44位。"
    relation = only(text, "A14")
    rank, field = (text[member.start : member.end] for member in relation.members)
    assert rank == "第44位"
    assert "26" in field


# Pieces


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("起数、死亡人数、受伤人数", {3}),
        ("城镇和农村居民人均可支配收入", {1, 2}),
        ("工业、农业和服务业投资", {3}),
        ("电气机械和器材制造业、汽车制造业投资", {2, 3, 4}),
        ("三次产业增加值", {3}),
        ("共和社区、和平社区", {2}),
        ("居民收入", set()),
        ("工业、农业等", set()),
    ],
)
def test_subjects_are_counted_with_their_doubts(text: str, numbers: set[int]) -> None:
    counts, _ = members(text)
    if numbers == {2, 3, 4}:
        assert {2, 3} <= counts
    else:
        assert counts == numbers


@pytest.mark.parametrize(
    ("labels", "shut"),
    [
        (("第一产业增加值", "第二产业增加值", "第三产业增加值"), True),
        (("其中城镇人口", "乡村人口"), True),
        (("出口", "进口"), True),
        (("工业", "交通", "其他"), True),
        (("对东盟出口", "机电产品进口"), False),
        (("水利项目", "交通项目"), False),
    ],
)
def test_partitions_are_known_by_their_labels(labels: tuple[str, ...], shut: bool) -> None:
    assert closed(labels) is shut
    assert closed(labels, "等领域") is False


def test_words_of_change_have_a_direction() -> None:
    assert way("由回落转为提高到") == "up"
    assert way("提高后又回落至") == "down"
    assert way("调整为") is None
    assert bases("比上年") == bases("，同比") != bases("比年初")


@given(st.decimals(min_value=0, max_value=10**6, places=3, allow_nan=False, allow_infinity=False))
def test_values_are_written_as_they_are(value: Decimal) -> None:
    assert Decimal(written(Fraction(value))) == value


def test_infinite_and_open_ends_are_written() -> None:
    scale = Scale(Fraction(10**8), "亿元")
    assert shown(Interval(Fraction(500 * 10**8), None, True), scale) == "(500, ∞)"
    assert shown(Interval(None, Fraction(5 * 10**7)), scale) == "(-∞, 0.5]"


@given(st.from_regex(r"[1-9]\d{0,4}(\.\d{1,2})?", fullmatch=True))
def test_every_slip_is_another_good_numeral(numeral: str) -> None:
    for edited in set(edits(numeral)):
        assert edited != numeral or numeral[0] in numeral[1:]
        assert Decimal(edited) >= 0
        assert not edited.startswith("0") or edited.partition(".")[0] == "0"


@given(st.from_regex(r"[1-9]\d{0,4}", fullmatch=True))
def test_one_digit_slips_are_recognised(numeral: str) -> None:
    for edited in set(edits(numeral)):
        if "." not in edited and edited != numeral and abs(len(edited) - len(numeral)) <= 1:
            assert one_edit_apart(numeral, edited), (numeral, edited)
    assert not one_edit_apart(numeral, numeral)


@pytest.mark.parametrize(
    ("text", "factor", "suffix"),
    [
        ("投资1.2万亿元。", 10**12, "万亿元"),
        ("投资35万元。", 10**4, "万元"),
        ("增长3.5%。", 1, "%"),
        ("共12家。", 1, "家"),
    ],
)
def test_values_are_shown_in_the_scale_they_are_printed_in(text: str, factor: int, suffix: str) -> None:
    claim = extract(read_document("文.txt", text.encode())).claims[0]
    assert scale_of(claim) == Scale(Fraction(factor), suffix)


def test_a_decrease_counts_below_zero_and_a_negative_number_stays_one() -> None:
    fallen, negative = extract(read_document("文.txt", "产量下降3.0%，增速为-2.0%。".encode())).claims
    below = operand(fallen, negative=True)
    kept = operand(negative, negative=True)
    assert isinstance(below, Operand)
    assert isinstance(kept, Operand)
    assert below.interval == Interval(Fraction("-3.05"), Fraction("-2.95"))
    assert kept.interval == Interval(Fraction("-2.05"), Fraction("-1.95"))


def test_a_sketch_leads_back_to_every_claim_and_word() -> None:
    text = "青川市有企业12家，增长5%；新增3家。另有村8个，\n旅游人数增长2.5倍。"
    reading = extract(read_document("文.txt", text.encode()))
    sketch = draw(reading)
    assert len(sketch.claims) == len(reading.claims)
    for place, offset in enumerate(sketch.letters):
        assert sketch.index(offset) == place
        line = sketch.line_at(offset)
        assert line.first <= place < line.last
    start = sketch.text.index("旅游人数")
    member = sketch.words(start, start + 4)
    assert reading.prose.text[member.start : member.end] == "旅游人数"


@pytest.mark.parametrize(
    "unit", ["1,", "一", "（", "**", "百分之", "其中1个，", "共5个，3个、", "2个县中第3位。", "3%～2%。"]
)
def test_hostile_text_is_read_without_a_fault(unit: str) -> None:
    outcome = audited(unit * (2000 // len(unit)))
    assert [finding for finding in outcome.findings if finding.category == "reading"] == []
