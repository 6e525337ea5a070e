"""Family B: second mentions and words that must agree with the numbers beside them."""

from __future__ import annotations

import pytest

from checks import Policy, Relation, audit

MENTIONS = Policy(select=("A", "B"))

PAIRS = [
    (
        "B01",
        "2025年，云溪县粮食产量12.46万吨。农业基础稳固，2025年，云溪县粮食产量12.5万吨。",
        "2025年，云溪县粮食产量12.46万吨。农业基础稳固，2025年，云溪县粮食产量14.26万吨。",
    ),
    (
        "B01",
        "前三季度，全社会用电量86.42亿千瓦时。工业拉动明显，前三季度，全社会用电量86.4亿千瓦时。",
        "前三季度，全社会用电量86.42亿千瓦时。工业拉动明显，前三季度，全社会用电量84.6亿千瓦时。",
    ),
    (
        "B03",
        "2025年，临江区旅游收入超过120亿元。文旅融合加快，2025年，临江区旅游收入121.6亿元。",
        "2025年，临江区旅游收入超过120亿元。文旅融合加快，2025年，临江区旅游收入112.6亿元。",
    ),
    (
        "B04",
        "年度计划新建公路120公里，实际建成126公里，超额完成任务。",
        "年度计划新建公路120公里，实际建成112公里，超额完成任务。",
    ),
    (
        "B04",
        "失业率目标控制在5.5%以内，实际为5.2%，圆满完成目标。",
        "失业率目标控制在5.5%以内，实际为6.2%，圆满完成目标。",
    ),
    ("B05", "研发投入强度从2.31%提高到2.86%。", "研发投入强度从2.86%提高到2.31%。"),
    ("B05", "城乡收入倍差由1.92缩小至1.78。", "城乡收入倍差由1.78缩小至1.92。"),
    ("B05", "综合排名由全国第36位上升到第28位。", "综合排名由全国第28位上升到第36位。"),
    ("B05", "单位能耗从0.52吨降至0.46吨。", "单位能耗从0.46吨降至0.52吨。"),
    ("B05", "企业数量由312家减少到286家。", "企业数量由286家减少到312家。"),
    ("B06", "全县绿化覆盖率42.1%，高于全省的40.3%。", "全县绿化覆盖率42.1%，高于全省的43.3%。"),
    ("B06", "新增投资仅12.4亿元（临江区18.6亿元）。", "新增投资仅18.6亿元（临江区12.4亿元）。"),
    (
        "B07",
        "云溪县增长8.2%、临江县增长7.6%、石门县增长9.1%，石门县增速最快。",
        "云溪县增长8.2%、临江县增长7.6%、石门县增长9.1%，云溪县增速最快。",
    ),
    (
        "B10",
        "2022年，云溪县茶叶产量3.1万吨。2024年，云溪县茶叶产量3.6万吨，创历史新高。",
        "2022年，云溪县茶叶产量3.9万吨。2024年，云溪县茶叶产量3.6万吨，创历史新高。",
    ),
    (
        "B11",
        "全市连续8年获评省级双拥模范城。双拥共建深入开展，连续8年获评省级双拥模范城。",
        "全市连续8年获评省级双拥模范城。双拥共建深入开展，连续9年获评省级双拥模范城。",
    ),
    (
        "B12",
        "全市下辖4个县：云溪县、临江县、石门县、南屏县。",
        "全市下辖4个县：云溪县、临江县、石门县。",
    ),
]


def flagged(text: str) -> dict[str, str]:
    return {
        finding.rule: finding.severity
        for finding in audit("文.txt", text.encode(), MENTIONS).findings
        if finding.severity != "info"
    }


def only(text: str, code: str) -> Relation:
    found = [
        placed.relation
        for placed in audit("文.txt", text.encode(), MENTIONS).relations
        if placed.relation.rule == code
    ]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [pytest.param(*pair, id=f"{pair[0]}-{number}") for number, pair in enumerate(PAIRS, 1)],
)
def test_words_and_numbers_agree_or_do_not(code: str, right: str, wrong: str) -> None:
    assert flagged(right) == {}
    assert code in flagged(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，云溪县粮食产量12.46万吨。2025年，云溪县粮食产量14.26万吨。",
        "2025年，云溪县粮食产量力争达到15万吨。2025年，云溪县粮食产量12.46万吨。",
        "2025年，规上工业增加值188亿元。2025年，全部工业增加值231亿元。",
        "降幅由5.2%扩大到6.1%，随后由6.1%收窄至3.4%。",
        "增速由3.1%调整为2.8%。",
        "收入由3.2万元高于全省0.5万元。",
        "重点培育生物医药、新材料、新能源等5个产业集群。",
        "全市连续8年获评省级双拥模范城，云溪县连续9年获评省级双拥模范县。",
        "云溪县增长8.2%、临江县增长7.6%，增速居全省第一方阵。",
    ],
)
def test_differences_with_a_reason_stay_silent(text: str) -> None:
    assert flagged(text) == {}


def test_coarser_mentions_of_one_value_hold_together() -> None:
    relation = only("前三季度，全社会用电量86.42亿千瓦时。前三季度，全社会用电量86.4亿千瓦时。", "B01")
    assert relation.state == "holds"
    assert relation.strength == "weak"


def test_a_smaller_rank_is_a_rise() -> None:
    relation = only("竞争力由全国第11位跃升至第7位。", "B05")
    assert relation.state == "holds"
    assert "名次上升" in relation.equation


def test_about_words_leave_a_direction_as_it_is_printed() -> None:
    assert only("城镇化率由72%提升至76%左右。", "B05").state == "holds"


def test_an_inverted_change_suggests_the_exchange() -> None:
    relation = only("研发投入强度从2.86%提高到2.31%。", "B05")
    assert relation.suggestion == "“2.86%”与“2.31%”疑互换"


def test_higher_than_something_greater_is_wrong_however_it_is_read() -> None:
    relation = only("每千家企业中科技型企业32.9家，高于全省44.9家。", "B06")
    assert relation.state == "broken"
    assert relation.severity == "error"


def test_a_goal_is_exact_and_about_words_soften_it() -> None:
    assert flagged("年初目标增长7%，实际增长6.8%，圆满完成年度目标。") == {"B04": "error"}
    assert flagged("年初目标增长7%左右，实际增长6.8%，圆满完成年度目标。") == {}
