"""Relations that no word declares: amounts within others, mean annual changes, the other side of a difference."""

from __future__ import annotations

import pytest

from checks import audit

HOLDING = (
    ("A05", "2024年，全市生产总值360亿元，一般公共预算收入25亿元。", ("25亿元", "360亿元")),
    ("A05", "2025年，实际使用外资15.6亿美元。五年累计使用外资84亿美元。", ("15.6亿美元", "84亿美元")),
    ("A05", "累计选派2.9万名干部到村任职，目前在岗0.9万名，作风更加扎实。", ("0.9万名", "2.9万名")),
    (
        "A05",
        "规模以上工业企业实现增加值257亿元，增长9.5%。重点行业中，化工行业实现增加值37.8亿元，增长7.2%。",
        ("37.8亿元", "257亿元"),
    ),
    ("A05", "全省共有133家企业上榜。云溪县在陶瓷领域表现突出，共有10家企业上榜。", ("10家", "133家")),
    ("A07", "全年粮食总产量46.9万吨，增产3.8万吨。", ("3.8万吨", "46.9万吨")),
    ("A09", "青川市茶叶产值从2015年的12亿元到2020年的48亿元，五年翻两番。", ("48亿元", "12亿元")),
    (
        "A16",
        "经营主体由2019年的35.2万户增加到2024年的60.7万户，年均增加5.1万户。",
        ("5.1万户", "60.7万户", "35.2万户"),
    ),
    (
        "A16",
        "缺水人口从2012年的98.9万人减到2019年的5.5万人，连续7年每年减少10万人以上。",
        ("10万人以上", "98.9万人"),
    ),
    ("A20", "城镇居民收入9422元，农村居民收入2936元，扣除价格因素，分别增长7.7%和6.8%。", ("6.8%", "2936元")),
    ("A26", "固定资产投资增长25.8%，增幅比一季度回落17.2个百分点。", ("17.2个百分点", "25.8%")),
    (
        "A26",
        "综合效益指数达到849.8点，同比下降38.6点，比全省平均水平高出476.9点。",
        ("476.9点", "849.8点"),
    ),
    ("B01", "在申报总金额中，牙科服务约占27%。牙科服务占申报总金额的比重升至27%。", ("27%",)),
    ("B01", "65岁及以上的合资格长者可申领。合资格年龄由70岁降低至65岁。", ("65岁",)),
)
SILENT = (
    "2024年，临江区一般公共预算收入36亿元，生产总值25亿元。",
    "2025年，实际使用外资95.6亿美元。五年累计使用外资84亿美元。",
    "全省共有13家企业上榜。云溪县在陶瓷领域表现突出，共有40家合作社上榜。",
    "经营主体由2019年的35.2万户增加到2024年的60.7万户，年均新增登记9.3万户。",
    "规上工业企业由2019年的210家增加到2024年的320家，平均每年培训技工4万人次。",
    "每村从12个到15个不等，户均增收2万元。",
    "产品销售率为98.2%，比上年下降3.5个百分点。",
    "成本利润率为2.1%，比上年提高3.5个百分点。",
    "全市生产总值943亿元，工业增加值236亿元，分别增长7.7%、6.8%和5.4%。",
)


@pytest.mark.parametrize(("rule", "text", "quotes"), HOLDING)
def test_an_implied_relation_holds(rule: str, text: str, quotes: tuple[str, ...]) -> None:
    relations = [one for one in audit("例.txt", text.encode()).relations if one.relation.rule == rule]
    told = [{place.quote for place in one.places} for one in relations if one.relation.state == "holds"]
    assert any(set(quotes) <= places for places in told), [
        (one.relation.state, one.relation.equation) for one in relations
    ]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_only_likely_contradicts_nothing(text: str) -> None:
    broken = [
        one.relation for one in audit("例.txt", text.encode()).relations if one.relation.state == "broken"
    ]
    assert [(one.rule, one.equation) for one in broken] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("A07", "全年粮食总产量4.69万吨，增产38.2万吨。"),
        ("A09", "青川市茶叶产值从2015年的12亿元到2020年的31亿元，五年翻两番。"),
        ("A16", "经营主体由2019年的35.2万户增加到2024年的60.7万户，年均增加8.1万户。"),
        ("A16", "缺水人口从2012年的98.9万人减到2019年的5.5万人，连续7年每年减少20万人以上。"),
        ("A26", "综合效益指数达到249.8点，比全省平均水平高出476.9点。"),
    ],
)
def test_what_cannot_be_is_found(rule: str, text: str) -> None:
    assert rule in {finding.rule for finding in audit("例.txt", text.encode()).findings}
