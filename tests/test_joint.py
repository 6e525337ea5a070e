"""What relations say together: equations solved for any of their numbers, joint contradictions, masks, blame."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from command_line import heshu, put
from hypothesis import given
from hypothesis import strategies as st

from checks import Finding, Policy, audit
from checks.identity import solve, within
from checks.rules.arithmetic.formulas import (
    Formula,
    added,
    converted,
    grown_times,
    growth_between,
    growth_by_increment,
    itself,
    mean_of,
    minus,
    product_times,
    quotient,
    quotient_times,
    share_of,
)
from extract.interval import Interval

NUMBERS = Policy(select=("A", "B", "I"))
SHARED = Path(__file__).resolve().parents[2] / "shared"

FORMULAS = [
    (added, 3),
    (minus, 2),
    (quotient, 2),
    (share_of, 2),
    (mean_of, 4),
    (itself, 1),
    (growth_between, 2),
    (growth_by_increment, 2),
    (grown_times, 2),
    (converted(15), 1),
    (product_times(Fraction(1, 100)), 2),
    (quotient_times(1000, Fraction(2, 100)), 2),
]

sizes = st.integers(2, 10**6).map(lambda size: Fraction(size, 100))
slacks = st.integers(0, 50).map(lambda size: Fraction(size, 10_000))


def findings(text: str, policy: Policy = NUMBERS) -> list[Finding]:
    return list(audit("文.txt", text.encode(), policy).findings)


def only(text: str, rule: str, policy: Policy = NUMBERS) -> Finding:
    found = [finding for finding in findings(text, policy) if finding.rule == rule]
    assert len(found) == 1, found
    return found[0]


# Equations


@pytest.mark.parametrize(("formula", "count"), FORMULAS)
@given(data=st.data())
def test_an_equation_says_what_its_formula_says(formula: Formula, count: int, data: st.DataObject) -> None:
    """Solved for the stated number it gives what the formula computes; for another one, what that one may be."""
    given_ = data.draw(st.lists(sizes, min_size=count, max_size=count, unique=True))
    if formula is growth_by_increment:
        given_.sort(reverse=True)
    exact = [Interval.exactly(value) for value in given_]
    stated = formula(exact)
    assert stated is not None
    assert formula.terms is not None
    terms = formula.terms(count)
    assert solve(terms, [Interval(None, None), *exact], 0) == stated
    around = [
        Interval(value - slack, value + slack)
        for value, slack in zip(
            given_, data.draw(st.lists(slacks, min_size=count, max_size=count)), strict=True
        )
    ]
    for place in range(1, count + 1):
        values = [stated, *around]
        found = solve(terms, values, place)
        assert found is None or found.meets(exact[place - 1])


@given(st.tuples(sizes, sizes), st.tuples(sizes, sizes), st.booleans(), st.booleans())
def test_what_two_intervals_have_in_common(
    one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction], low_open: bool, high_open: bool
) -> None:
    first = Interval(min(one), max(one), low_open and one[0] != one[1], False)
    second = Interval(min(other), max(other), False, high_open and other[0] != other[1])
    both = within(first, second)
    assert (both is not None) == first.meets(second)
    if both is not None:
        assert both.low == max(min(one), min(other))
        assert both.high == min(max(one), max(other))
        assert within(both, first) == within(both, second) == both


def test_nothing_follows_from_a_divisor_that_may_be_zero() -> None:
    assert quotient.terms is not None
    unknown = Interval(None, None)
    assert (
        solve(quotient.terms(2), [unknown, Interval.exactly(3), Interval(Fraction(-1), Fraction(1))], 0)
        is None
    )


# Joint contradictions

CONTRADICTIONS = [
    pytest.param(
        "全区完成投资X亿元，其中工业投资30亿元，占全部投资的20%，民间投资50亿元，占全部投资的50%。",
        "50亿元",
        id="a-mask-that-two-shares-make-different",
    ),
    pytest.param(
        "2025年，青川市一般公共预算收入100亿元，其中税收收入80亿元，占一般公共预算收入的80.8%。财力稳步增强。"
        "2025年，青川市一般公共预算收入100.4亿元，比上年增加4.0亿元，增长4.2%。",
        "80.8%",
        id="a-share-that-only-the-coarser-mention-allows",
    ),
    pytest.param(
        "云溪台的年度预算为9.95亿元，较去年的预算10.4亿元，减少0.40亿元，下降4.6%。",
        "4.6%",
        id="a-decrease-and-its-percentage",
    ),
    pytest.param(
        "全县用户达到12万户，比上年的10万户增加1.6万户，增长23%。",
        "23%",
        id="an-increase-at-one-end-and-a-growth-at-the-other",
    ),
]


@pytest.mark.parametrize(("text", "quote"), CONTRADICTIONS)
def test_relations_that_hold_alone_contradict_each_other(text: str, quote: str) -> None:
    finding = only(text, "A30")
    places = (finding.place, *finding.related)
    assert quote in {place.quote for place in places}
    assert "合起来" in finding.message
    assert finding.evidence.count("；") >= 2


@pytest.mark.parametrize(
    "text",
    [
        "全区完成投资X亿元，其中工业投资30亿元，占全部投资的20%，民间投资75亿元，占全部投资的50%。",
        "2025年，青川市一般公共预算收入100亿元，其中税收收入80亿元，占一般公共预算收入的79.7%。财力稳步增强。"
        "2025年，青川市一般公共预算收入100.4亿元，比上年增加4.0亿元，增长4.2%。",
        "云溪台的年度预算为9.95亿元，较去年的预算10.4亿元，减少0.45亿元，下降4.3%。",
        "全县用户达到12万户，比上年的10万户增加2万户，增长20%。",
        "全年完成一般公共预算收入56.37亿元，其中税收收入45.10亿元，占一般公共预算收入的80.0%；非税收入11.27亿元，占20.0%。",
        "年末常住人口421.3万人，其中城镇人口301.2万人，乡村人口120.1万人，城镇化率为71.5%。",
    ],
)
def test_relations_that_can_hold_together_stay_silent(text: str) -> None:
    assert [
        finding.message
        for finding in findings(text)
        if finding.severity != "info" and not finding.rule.startswith("I")
    ] == []


def test_what_is_said_to_be_about_so_much_proves_no_error() -> None:
    text = "云溪台的年度预算为9.95亿元，较去年的预算10.4亿元，减少约4千万元，下降4.6%。"
    assert only(text, "A30").severity == "warning"


def test_the_members_of_a_contradiction_are_contradicted() -> None:
    text = "云溪台的年度预算为9.95亿元，较去年的预算10.4亿元，减少0.40亿元，下降4.6%。"
    assert "contradicted" in {claim.state for claim in audit("文.txt", text.encode(), NUMBERS).claims}


# Blame and repair


def test_the_blame_goes_to_the_number_that_no_other_relation_vouches_for() -> None:
    text = "云溪县税收250.6亿元，较去年的232.6亿元，增加18.0亿元，增长9.7%。"
    finding = only(text, "A06")
    assert finding.place.quote == "9.7%"
    assert "疑误在“9.7%”" in finding.message
    assert finding.suggestion == "“9.7%”疑为“7.7%”"


def test_a_repair_leaves_the_other_relations_whole() -> None:
    """Either 9.7% or 18.0亿元 could be the slip of one relation alone; the other relation decides."""
    alone = only("云溪县税收250.6亿元，比上年增加18.0亿元，增长9.7%。", "A07")
    assert alone.suggestion in ("", "“9.7%”疑为“7.7%”")
    together = only("云溪县税收250.6亿元，较去年的232.6亿元，增加18.0亿元，增长9.7%。", "A06")
    assert together.suggestion == "“9.7%”疑为“7.7%”"


# Masks

MASKS = [
    ("全区完成投资200亿元，其中工业投资X亿元，占全部投资的30.5%。", "X亿元", "61"),
    ("青川市税收由50.0亿元增至XX亿元，增长20.0%。", "XX亿元", "60"),
    ("青川市税收由50.0亿元增至60.0亿元，增长X%。", "X%", "20"),
    ("全县用户120.0万户，比上年增加**万户，增长20.0%。", "**万户", "20"),
    ("空气优良天数比率由95.1%提高到97.3%，提高X个百分点。", "X个百分点", "2.2"),
    ("城镇居民人均可支配收入46213元，农村居民人均可支配收入X元，城乡居民收入比为1.79。", "X元", "258"),
    ("三县完成投资1200亿元，其中云溪县500.0亿元、临江县400.0亿元，其他地区X亿元。", "X亿元", "300"),
]


@pytest.mark.parametrize(("text", "quote", "value"), MASKS)
def test_a_mask_that_follows_is_told_without_its_value(text: str, quote: str, value: str) -> None:
    finding = only(text, "I09")
    assert finding.place.quote == quote
    assert "结果" not in finding.evidence
    assert value not in finding.message
    revealed = only(text, "I09", Policy(select=("A", "B", "I"), reveal=True))
    assert "结果为 [" in revealed.evidence
    assert revealed.fingerprint == finding.fingerprint


@pytest.mark.parametrize(
    "text",
    [
        "全区完成投资200亿元，其中工业投资X亿元。",
        "全区完成投资X亿元，其中工业投资X亿元，占全部投资的30.5%。",
        "实施项目90个，其中水利项目30个、交通项目X个。",
        "全年实现税收X亿元，增长X%。",
        "位列全省第X，增速居全市第X位。",
    ],
)
def test_a_mask_that_does_not_follow_is_left_alone(text: str) -> None:
    assert [finding for finding in findings(text) if finding.rule == "I09"] == []


def test_a_relation_with_a_mask_keeps_its_members() -> None:
    text = "青川市税收由50.0亿元增至XX亿元，增长20.0%。"
    outcome = audit("文.txt", text.encode(), NUMBERS)
    (placed,) = (placed for placed in outcome.relations if placed.relation.rule == "A06")
    assert placed.relation.state == "not_assessable"
    assert {place.quote for place in placed.places} == {"50.0亿元", "XX亿元", "20.0%"}


def test_the_command_line_reveals_masks_only_when_asked(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", MASKS[0][0])
    hidden, shown = heshu("check", "a.txt", cwd=tmp_path), heshu("check", "--reveal", "a.txt", cwd=tmp_path)
    assert "I09" in hidden.out
    assert "结果为" not in hidden.out
    assert "结果为 [60.7" in shown.out


# Silence and cost


def test_published_reports_are_free_of_contradictions() -> None:
    reports = sorted((SHARED / "corpus" / "national_report").glob("*")) + sorted(
        (SHARED / "corpus" / "local_report").glob("*")
    )
    if not reports:
        pytest.skip("the shared corpus lies beside the checkout only where it was made")
    told = [
        (path.name, finding.message)
        for path in reports
        for finding in audit(path.name, path.read_bytes(), Policy(select=("A", "B01", "I09"))).findings
        if finding.rule in ("A30", "A31", "A32", "I09")
    ]
    assert told == []


SYLLABLES = "东西南北中上下前后左右高低远近长短新旧大小"


def report(lines: int) -> str:
    """A long report of statements that are alike in all but their place and their numbers."""
    told = []
    for line in range(lines):
        name = SYLLABLES[line % 20] + SYLLABLES[line // 20 % 20]
        told.append(
            f"{name}园区用户达到{12 + line % 7}.0万户，比上年的{10 + line % 7}.0万户增加2.0万户；其中工业用户{300 + line}户、"
            f"农业用户{211 + 3 * line}户，粮食产量{3 + line}.7万吨，实现税收{5 + line}.31亿元。"
        )
    return "\n".join(told)


def test_relations_grow_with_the_document_and_not_with_its_square() -> None:
    few, many = (len(audit("文.txt", report(lines).encode(), NUMBERS).relations) for lines in (20, 200))
    assert few > 40
    assert many <= 12 * few


def test_a_long_chain_of_relations_ends() -> None:
    """Hundreds of relations that share one number: the contradiction among them may go untold, but the audit ends."""
    text = "全区完成投资X亿元，其中" + "，".join(
        f"工业投资{size}亿元，占全部投资的{size % 7 + 1}%" for size in range(3, 400)
    )
    assert findings(text + "。") is not None
