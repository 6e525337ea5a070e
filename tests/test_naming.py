"""What is measured: the noun phrase before, behind or in an earlier clause."""

from __future__ import annotations

import pytest
from claims_of import claims

from extract.distribution import distribute
from extract.phrases import cut_phrase, noun_after, strip_behind

SENTENCES = [
    # Verbs, adverbs and bounds between the noun and its number are no part of it.
    ("青川市水泥产能达320万吨。", {"320万吨": "水泥产能"}),
    ("城镇登记失业率平均为3.1%。", {"3.1%": "城镇登记失业率"}),
    ("云溪港货物发送量已连续多月超90万吨。", {"超90万吨": "云溪港货物发送量"}),
    ("临江区客运航班量预计3200班。", {"3200班": "客运航班量"}),
    ("农民人均纯收入实际增长4.3%。", {"4.3%": "农民人均纯收入"}),
    ("上证样本指数收跌1.2%报3012.5点。", {"1.2%": "上证样本指数", "3012.5点": "上证样本指数"}),
    ("2、云溪铜业期货涨0.8%。", {"0.8%": "云溪铜业期货"}),
    # Adjuncts and attributions before it neither.
    ("数据显示青川市快递业务量达3亿件。", {"3亿件": "青川市快递业务量"}),
    ("在全市绿化评比中位居第4位。", {"第4位": "绿化评比"}),
    # A comparison measures what stands before it.
    ("生产成本比年度计划多降低3.1%。", {"3.1%": "生产成本"}),
    ("高技术产业投资增长12%，快于全部投资8个百分点。", {"8个百分点": "高技术产业投资"}),
    (
        "警务处年度预算为25亿元，较去年修订预算19亿元，增加6亿元。",
        {"19亿元": "修订预算", "6亿元": "警务处年度预算"},
    ),
    (
        "国民生产总值由348亿元增加到938亿元，按可比价格计算增长102%。",
        {"348亿元": "国民生产总值", "938亿元": "国民生产总值", "102%": "国民生产总值"},
    ),
    # The subject of a clause that has only a verb stands in the clause before.
    (
        "国营工业的产值在工业总产值中所占的比重，已由一九五三年的百分之十七上升到百分之二十六。",
        {"百分之十七": "国营工业的产值在工业总产值中所占的比重"},
    ),
    ("票站主任的酬金，由1,280元加至1,310元。", {"1,280元": "票站主任的酬金", "1,310元": "票站主任的酬金"}),
    # 占 takes the subject before it and the whole behind it.
    (
        "船舶出口165亿元，增长7.6%，占全国的64%。",
        {"64%": "船舶出口占全国"},
    ),
    (
        "粮食总产量达到368亿斤，完成年度计划的102%，比上年增长9%。",
        {"102%": "粮食总产量完成年度计划", "9%": "粮食总产量"},
    ),
    # A share with nothing before it is of what stands behind it.
    ("79%认同设立独立委员会；63%支持重开谈判。", {"79%": "认同设立独立委员会", "63%": "支持重开谈判"}),
    # A list passes on its verb and its measure.
    (
        "新增高新技术企业60家、科技型中小企业17家，其中独角兽企业2家。",
        {"60家": "新增高新技术企业", "17家": "新增科技型中小企业", "2家": "新增独角兽企业"},
    ),
    (
        "第一、第二、第三产业用电量分别增长12.1%、4.4%、9.9%。",
        {"12.1%": "第一产业用电量", "4.4%": "第二产业用电量", "9.9%": "第三产业用电量"},
    ),
    (
        "省属企业营业收入、利润分别增长6%、61%。",
        {"6%": "省属企业营业收入", "61%": "省属企业利润"},
    ),
    (
        "纺织、医药、陶瓷等产业增加值分别增长7.5%、11.5%、17.4%。",
        {"7.5%": "纺织产业增加值", "11.5%": "医药产业增加值", "17.4%": "陶瓷产业增加值"},
    ),
    (
        "国家级、部级创新平台分别达到22家、182家。",
        {"22家": "国家级创新平台", "182家": "部级创新平台"},
    ),
    ("鸡、猪的饲养量分别达到20万只和3万头。", {"20万只": "鸡的饲养量", "3万头": "猪的饲养量"}),
    ("城市、农村污水处理率分别达到98%、61%。", {"98%": "城市污水处理率", "61%": "农村污水处理率"}),
    # A place is no part of what is measured; an organisation keeps the name of its own.
    ("2024年，云溪县地区生产总值突破300亿元。", {"300亿元": "地区生产总值"}),
    ("临江区固定资产投资增长4.2%。", {"4.2%": "固定资产投资"}),
    ("棚户区改造开工58万套，建成区绿化覆盖率45%。", {"58万套": "棚户区改造开工", "45%": "建成区绿化覆盖率"}),
    ("青川市建材集团公司产值达3亿元。", {"3亿元": "青川市建材集团公司产值"}),
    ("省人大代表建议办结率98%。", {"98%": "省人大代表建议办结率"}),
    (
        "全年新增病例43宗，其中湖北24宗、河北1宗。",
        {"24宗": "新增病例", "1宗": "新增病例"},
    ),
    ("城市公用事业建设为16亿元。", {"16亿元": "城市公用事业建设"}),
    ("锦伟达涨3.5%，云溪铜业跌2%。", {"3.5%": "锦伟达", "2%": "云溪铜业"}),
    ("一般商业用地更会有35万平方米的盈余（见图1，右栏）。", {"35万平方米": "一般商业用地"}),
    (
        "城乡居民人均可支配收入分别增长4.4%、5.6%。",
        {"4.4%": "城镇居民人均可支配收入", "5.6%": "农村居民人均可支配收入"},
    ),
    (
        "中欧班列开行454列，发送货物4.9万标箱，同比分别增长9%、10%。",
        {"9%": "中欧班列开行", "10%": "发送货物"},
    ),
    (
        "中小学教师的合格率，小学、中学分别达到97%、94%，分别比三年前提高16、33个百分点。",
        {"97%": "小学合格率", "94%": "中学合格率"},
    ),
    ("碳配额累计成交量2.39亿吨，累计成交额110亿元。", {"110亿元": "碳配额成交额"}),
    # 其中 with another limit counts the things of the limit before.
    (
        "新签约5亿元以上项目26个，其中50亿元以上3个。",
        {"26个": "新签约5亿元以上项目", "3个": "新签约50亿元以上项目"},
    ),
    ("年销售额20亿元以上的企业已有20家。", {"20亿元以上": "企业年销售额（门槛）"}),
    # A paragraph's label names the thing.
    ("钢：五年内增加的年产能力为25万吨。", {"25万吨": "钢增加的年产能力"}),
    # Brackets and quotation marks.
    (
        "其次为「亚洲人」（8.07分）、「世界公民」（6.86分）。",
        {"8.07分": "「亚洲人」", "6.86分": "「世界公民」"},
    ),
    ("患者是一名80岁男子。", {"80岁": "男子年龄"}),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:14] for text, _ in SENTENCES])
def test_indicator(text: str, expected: dict[str, str]) -> None:
    found = claims(text)
    assert {quote: found[quote].indicator for quote in expected} == expected


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("工商农业税收到", "工商农业税"),
        ("国营企业和事业收入共收到", "国营企业和事业收入"),
        ("签约", "签约"),
        ("新能源电池产能", "新能源电池产能"),
        ("城乡居民收入比", "城乡居民收入比"),
        ("惠及", "惠及"),
        ("“川超”联赛观众", "“川超”联赛观众"),
        ("「按每呎楼面地价", "按每呎楼面地价"),
    ],
)
def test_words_are_not_torn_apart(words: str, phrase: str) -> None:
    assert cut_phrase(words) == phrase


def test_a_field_stays_where_no_rank_follows() -> None:
    assert (strip_behind("稳居全国"), strip_behind("占全国", fields=False)) == ("", "占全国")


def test_long_phrases_are_cut_at_a_joint() -> None:
    words = "化学工业、" * 8 + "造船工业的投资限额"
    assert cut_phrase(words).startswith("化学工业、")
    assert len(cut_phrase(words)) <= 30


def test_noun_after() -> None:
    assert noun_after("的省级重大应用完成") == "省级重大应用"
    assert noun_after("") == ""


def test_hostile_words_end() -> None:
    for words in ("的" * 50_000, "（" * 50_000, "已" * 50_000 + "率", "一、" * 50_000):
        assert len(cut_phrase(words)) <= 30
        strip_behind(words)
        noun_after(words)


@pytest.mark.parametrize(
    ("subject", "count", "members"),
    [
        ("存贷款余额", 2, ["存款余额", "贷款余额"]),
        ("第一、二、三产业用电量", 3, ["第一产业用电量", "第二产业用电量", "第三产业用电量"]),
        ("一、二、全社会用电量", 3, None),
        ("交通、水利、能源投资额", 3, ["交通投资额", "水利投资额", "能源投资额"]),
    ],
)
def test_distribute(subject: str, count: int, members: list[str] | None) -> None:
    assert distribute(subject, count) == members
