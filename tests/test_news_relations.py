"""Relations as news tell them: over headlines, neighbouring sentences, tables and lists; what is near them and is none."""

from __future__ import annotations

import pytest

from checks import audit

HOLDING = (
    (
        "B03",
        "云溪县城外来务工家庭近13万户\n调查显示，云溪县城外来务工家庭12.7万户，居住条件待改善。",
        ("近13万户", "12.7万户"),
    ),
    (
        "A26",
        "水利局增2.6亿元购抢险设备\n购置和更换抢险设备的预算由去年1.47亿元增加到今年4.10亿元，主要用于泵车。",
        ("2.6亿元", "4.10亿元"),
    ),
    ("A04", "在去年28亿元的补贴总金额中，眼科服务占27.1%，为7.6亿元。", ("27.1%", "28亿元", "7.6亿元")),
    (
        "A04",
        "全年地区生产总值400.5亿元，其中，第一产业实现增加值15.6亿元；第二产业实现增加值323.9亿元。第一产业增加值占地区生产总值的比重为3.9%，第二产业增加值比重为80.9%。",
        ("80.9%", "323.9亿元", "400.5亿元"),
    ),
    (
        "A02",
        "在总产量中，国有场占的比重由2023年的59%上升到63%，合作社占的比重由2023年的29%下降到21%，农户占的比重由2023年的12%上升到16%。",
        ("63%", "21%", "16%"),
    ),
    (
        "A04",
        "在接获的2494宗投诉中，私营机构占66%（1655宗），当中最多的是楼宇管理，占约四成（630宗）；政府部门占27%（661宗）。",
        ("约四成", "630宗", "1655宗"),
    ),
    ("A04", "车站可腾空74万平方米的六成、即44万平方米作商铺。", ("六成", "74万平方米", "44万平方米")),
    (
        "A12",
        "商铺每年收入达6.98亿元。减去租用场地成本约6000万元，预计每年有6.38亿元净收入。",
        ("6.38亿元", "6.98亿元"),
    ),
    ("A02", "诊疗收入的分成中，医院占75%，学校占25%。", ("75%", "25%")),
    (
        "A17",
        "全年完成投资137.5亿元，同比增长31%。其中，中央企业完成投资47.5亿元，同比下降2.2%；地方完成投资90.0亿元，同比增长59.6%。",
        ("31%", "59.6%"),
    ),
    (
        "A40",
        "医院分账额比5年前多出近1亿元。\n\n| 年份 | 医院分账（亿元） | 学校分账（亿元） |\n| --- | --- | --- |\n| 2017 | 3.76 | 1.89 |\n| 2013 | 2.77 | 1.44 |\n",
        ("近1亿元", "3.76", "2.77"),
    ),
    ("A42", "目前认定的96个地标产品中，茶叶产品就有21个。", ("21个", "96个")),
    (
        "A42",
        "全年实现林业产值38.2亿元，同比增长6.4%；实现林业增加值21.4亿元。",
        ("21.4亿元", "38.2亿元"),
    ),
    ("A07", "青川指数大跌451.28点报3158.42点，跌幅为12.5%。", ("451.28点", "12.5%")),
    ("A20", "水务局和林业局预算为25亿元及12亿元，分别增加29.4%及35.7%。", ("25亿元", "35.7%")),
    ("B06", "全年税收增长7.8%，虽然略低于8%的预定目标，但来之不易。", ("7.8%", "低于8%")),
    (
        "A01",
        "全年完成投资137.5亿元。其中，中央企业47.5亿元，地方90.0亿元。从产业投向看，第一产业投资9.5亿元；第二产业投资70.9亿元，其中工业投资60.8亿元；第三产业投资57.1亿元。",
        ("137.5亿元", "57.1亿元"),
    ),
)
SILENT = (
    "云溪县城务工家庭近13万户\n临江区图书馆藏书12.7万册。",
    "水利局增2.6亿元购抢险设备\n宣传经费由去年1.47亿元增加到今年4.10亿元。",
    "诊疗收入的分成中，医院占55%，学校占25%。",
    "全社会用电量695亿千瓦时。其中，第一产业用电量8亿千瓦时，第二产业用电量452亿千瓦时，第三产业用电量124亿千瓦时。",
    "亚太主要股指普遍上涨，青川指数涨1%，云溪指数涨2%；跌幅方面，临江指数跌1%。",
    "美元指数走弱，非美货币集体上涨，欧元兑美元涨0.4%，美元兑日元跌1.6%。",
    "全市已公布清单740项，包含1万多项材料。",
    "省级平台21个（含区级，不包括市辖区），城市平台187个。",
    "总人口281.7万人，其中城镇144.7万人、乡村137.0万人。",
)


@pytest.mark.parametrize(("rule", "text", "quotes"), HOLDING)
def test_a_relation_told_as_news_tell_it_holds(rule: str, text: str, quotes: tuple[str, ...]) -> None:
    relations = [one for one in audit("例.txt", text.encode()).relations if one.relation.rule == rule]
    told = [{place.quote for place in one.places} for one in relations if one.relation.state == "holds"]
    assert any(set(quotes) <= places for places in told), [
        (one.relation.state, one.relation.equation) for one in relations
    ]


@pytest.mark.parametrize("text", SILENT)
def test_what_looks_like_it_is_not_contradicted(text: str) -> None:
    broken = [
        one.relation for one in audit("例.txt", text.encode()).relations if one.relation.state == "broken"
    ]
    assert [(one.rule, one.equation) for one in broken] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (rule, text)
        for rule, text in (
            ("B03", SILENT[0]),
            ("A26", SILENT[1]),
            ("A02", SILENT[2]),
        )
    ],
)
def test_no_tie_is_made_without_common_words(rule: str, text: str) -> None:
    relations = audit("例.txt", text.encode()).relations
    assert [one.relation.equation for one in relations if one.relation.rule == rule] == []
