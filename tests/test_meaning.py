"""Kind, direction, status, base, period and region of claims, in sentences of our own."""

from __future__ import annotations

from fractions import Fraction

import pytest
from claims_of import claims, read

KINDS = [
    ("占全国增量近七成，粮食合计增产11亿斤。", {"近七成": ("share", None), "11亿斤": ("change", "up")}),
    ("被抽查人数96人，较往年少17%，合格率下跌3%。", {"17%": ("growth", "down"), "3%": ("growth", "down")}),
    ("民望评分22.6分，较上次18.2分多4.4分。", {"4.4分": ("change", "up")}),
    ("我市贷款利率比邻市低22个基点。", {"22个基点": ("difference", "down")}),
    ("贷款利率比上年同期低22个基点。", {"22个基点": ("change", "down")}),
    ("零售额同比增长5%，比一季度加快0.4个百分点。", {"0.4个百分点": ("change", "up")}),
    ("出口份额14.3%，同比提高0.4个百分点。", {"0.4个百分点": ("change", "up")}),
    ("持股由42%减至24.5%，乙股东减了一半至14%。", {"24.5%": ("share", None), "14%": ("share", None)}),
    (
        "东北秋粮面积占全国的三分之一以上，机构精简1/4。",
        {"三分之一以上": ("share", None), "1/4": ("change", "down")},
    ),
    ("淘汰落后的水泥产能150万吨。", {"150万吨": ("level", None)}),
    ("推广玉米单产提升5项技术。", {"5项": ("level", None)}),
    ("到2030年国内生产总值比2000年翻两番。", {"两番": ("multiple", "up")}),
    ("今年酬金加幅超过40%，减幅约5%。", {"超过40%": ("growth", "up"), "约5%": ("growth", "down")}),
    ("保持8%的增长速度。", {"8%": ("growth", "up")}),
    ("新增债券融资成本3.01%。", {"3.01%": ("share", None)}),
    ("收益率下行2.7个基点。", {"2.7个基点": ("change", "down")}),
    ("场地面积超过300平方米的，给予补贴。", {"超过300平方米": ("threshold", None)}),
    ("二〇二四年产量比预算数50万吨少8万吨。", {"8万吨": ("difference", "down")}),
    ("核心通胀按年达4.5%。", {"4.5%": ("growth", "up")}),
    ("抽查发现样本数偏小18%，价格偏高12%。", {"18%": ("growth", "down"), "12%": ("growth", "up")}),
    ("操作利率1.7%，十年期国债收益率跌4个基点报2.3%。", {"1.7%": ("level", None), "2.3%": ("level", None)}),
    (
        "云溪铜业市值蒸发27亿元，人民币中间价调贬85个基点。",
        {"27亿元": ("change", "down"), "85个基点": ("change", "down")},
    ),
    ("货币发行比年初计划少了近50亿元。", {"近50亿元": ("difference", "down")}),
    ("被10家机构推荐，较上月新增8家。", {"10家": ("level", None), "8家": ("change", "up")}),
    # An aim for the growth just stated is a growth.
    ("出口增长8.1%，力争达到9%。", {"8.1%": ("growth", "up"), "9%": ("growth", "up")}),
    ("生产总值增长7.8%，略低于8%的预定目标。", {"低于8%": ("growth", "up")}),
    ("五年内扩大养殖面积16万亩。", {"16万亩": ("change", "up")}),
    ("外界不清楚检控科增加的2.6亿元开支用在何处。", {"2.6亿元": ("change", "up")}),
    ("各处开支增幅最大，介乎六成至七成。", {"六成至七成": ("growth", "up")}),
    ("54只个股被两家及以上机构推荐。", {"两家及以上": ("threshold", None)}),
]


def test_a_plan_laid_down_at_the_opening_makes_aims_of_its_five_years() -> None:
    text = (
        "一、关于发展速度\n\n第六个五年计划规定，一九八五年运输业收入比一九八〇年的71亿元增加15亿元。"
        "在这方面大体保持第五个五年计划期间的水平。\n\n五年内新建铁路20公里。过去二十八年中，用于现有设备的资金为13亿元。\n"
    )
    found = claims(text)
    assert [found[quote].status for quote in ("71亿元", "15亿元", "20公里", "13亿元")] == [
        "actual",
        "target",
        "target",
        "actual",
    ]


@pytest.mark.parametrize(("text", "expected"), KINDS, ids=[text[:14] for text, _ in KINDS])
def test_kind_and_direction(text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    found = claims(text)
    assert {quote: (found[quote].kind, found[quote].direction) for quote in expected} == expected


STATUS = [
    ("省控断面优良水体比例优于省级考核目标9.3个百分点。", {"9.3个百分点": "actual"}),
    ("对实现工农业总产值翻两番的宏伟目标充满信心。", {"两番": "target"}),
    ("没有实现能耗降低4%、排放总量减少2%的目标。", {"2%": "target"}),
    (
        "至于来年前瞻，预期香港发展会改善的比率为23%，比去年跌15个百分点。",
        {"23%": "actual", "15个百分点": "actual"},
    ),
    ("经常帐顺差84亿欧元，预期顺差62亿欧元。", {"84亿欧元": "actual", "62亿欧元": "estimate"}),
    ("今年的经济增长预期为7%左右。", {"7%左右": "estimate"}),
    ("青川港发展远超预期，累计发送旅客640万人次。", {"640万人次": "actual"}),
    (
        "服务业指数终值47.9，预期48.1，初值48，7月终值49.6。",
        {"48.1": "estimate", "48": "actual", "49.6": "actual"},
    ),
    ("选举处最新估计，将会设立约60个投票站和24个专用站。", {"约60个": "estimate", "24个": "estimate"}),
    ("将8个公司运营的16支基金整合为产业基金群。", {"8个": "actual", "16支": "actual"}),
    ("生产总值增长7.8%，略低于8%的预定目标。", {"低于8%": "target"}),
    ("第六个五年计划规定，一九八五年茶园面积达到三万亩。", {"三万亩": "target"}),
    ("今年计划生产总值增长9%，财政收入增长7%。", {"9%": "target", "7%": "target"}),
    (
        "到二〇三〇年，发电能力将由二〇二五年的720万千瓦增加到1200万千瓦。",
        {"720万千瓦": "actual", "1200万千瓦": "target"},
    ),
    ("我省将投入占比由原来的8%提高到25%。", {"8%": "actual", "25%": "actual"}),
    ("投入占比将提高到20%。", {"20%": "target"}),
    (
        "预计接待游客9.6万人次、增长10.3%，旅游收入1.2亿元。",
        {"9.6万人次": "estimate", "10.3%": "estimate", "1.2亿元": "estimate"},
    ),
    (
        "客运量预计94万人次，同比增长5.3%。高速公路车流量620万辆。",
        {"94万人次": "estimate", "5.3%": "estimate", "620万辆": "actual"},
    ),
    ("消费者信心指数67.8，预期66.9，前值66.4。", {"67.8": "actual", "66.9": "estimate", "66.4": "actual"}),
    ("糖料产量25万吨，新材料产值有4亿元。", {"25万吨": "actual", "4亿元": "actual"}),
    ("良种繁育等计划实施顺利，取得成果30项。", {"30项": "actual"}),
    ("一季度只完成全年计划的11%。", {"11%": "actual"}),
    ("料全年赤字480亿元。", {"480亿元": "estimate"}),
    ("今年拟安排赤字3000亿元，比上年减少198亿元。", {"3000亿元": "target", "198亿元": "target"}),
    ("1至5月铁路货运量计划完成105%。", {"105%": "actual"}),
    ("今后要促进10万人落户。", {"10万人": "target"}),
    ("投产后每年可节约标煤16万吨。", {"16万吨": "estimate"}),
]


@pytest.mark.parametrize(("text", "expected"), STATUS, ids=[text[:14] for text, _ in STATUS])
def test_status(text: str, expected: dict[str, str]) -> None:
    found = claims(text)
    assert {quote: found[quote].status for quote in expected} == expected


def test_a_report_on_a_five_year_plan_states_aims_where_it_names_the_plan() -> None:
    text = (
        "各位代表：\n现在，我作关于第八个五年计划的报告。\n一、第八个五年计划的任务\n"
        "工业部门为二百亿元。\n“七五”期间新建铁路三千公里。\n“八五”期间新建铁路四千公里。\n"
    )
    found = claims(text)
    assert [found[quote].status for quote in ("二百亿元", "三千公里", "四千公里")] == [
        "target",
        "actual",
        "target",
    ]


@pytest.mark.parametrize(
    ("title", "status"), [("云溪县数字乡村行动方案", "target"), ("云溪县数字乡村纪实", "actual")]
)
def test_the_title_of_a_plan_makes_aims(title: str, status: str) -> None:
    text = f"{title}\n\n建设智慧农业基地10家。\n"
    assert claims(text)["10家"].status == status


PERIODS = [
    # What is compared with dates nothing, nor does the day of an announcement.
    ("2024年，钢产量520万吨，比上年增长11%，比2020年增长40%。", {"11%": "2024年", "40%": "2024年"}),
    ("7月末存款余额395亿元，增速比上月高0.3个百分点。", {"0.3个百分点": "7月末"}),
    ("11月，零售额增速快于上年同期5.9个百分点。", {"5.9个百分点": "11月"}),
    ("记者今天（10月16日）从海关获悉，三季度出入境人员1.78万人次。", {"1.78万人次": "三季度"}),
    ("民研会今日公布，评分为34分。", {"34分": None}),
    ("中秋假期，客流量6亿人次。", {"6亿人次": "中秋假期"}),
    ("2025年端午假期（5月31日至6月2日），客流量6亿人次。", {"6亿人次": "2025年端午假期"}),
    ("4月当月，进出口4.3万亿元。", {"4.3万亿元": "4月"}),
    ("五年内新建公路一万公里以上。", {"一万公里以上": "五年内"}),
    ("美油10月合约涨1.67%。", {"1.67%": None}),
    ("自去年6月连续15个月下降后，10月份成交量增长0.9%。", {"0.9%": "10月份"}),
    ("1955年本年收入合计2720万元。", {"2720万元": "1955年"}),
    # A period within a sentence holds for that sentence, one that opens it for those behind.
    ("铁路建成12公里。公路4公里，近3年提升2公里。桥梁9座。", {"2公里": "近3年", "9座": None}),
    ("2025年，建成公路12公里。桥梁9座。", {"9座": "2025年"}),
    ("创2019年5月以来新低，价格下跌4%。", {"4%": None}),
    # What a number is compared with keeps its own period.
    ("今年预算为25亿元，较去年修订预算19亿元增加三成。", {"19亿元": "去年", "三成": "今年"}),
    ("科技投入强度连续十年位居全省第1位。", {"第1位": "连续十年"}),
    (
        "到二〇三〇年，外运能力由二〇二五年的720万吨增加到1200万吨。",
        {"720万吨": "二〇二五年", "1200万吨": "到二〇三〇年"},
    ),
    ("从2011年到2020年的十年中，粮食产量年均增长3%。", {"3%": "2011年到2020年"}),
    ("五年累计使用外资84亿美元。", {"84亿美元": "五年累计"}),
    ("全会提出X年实现工业总产值超千亿元。", {"超千亿元": "X年"}),
    # Both ends of one comparison serve no sentence that names another period.
    (
        "存款由2020年的12亿元增加到2025年的14亿元。贷款由7亿元增加到8亿元。2017年，限额由70万元降低至65万元。",
        {"7亿元": "2020年", "8亿元": "2025年", "70万元": "2017年", "65万元": "2017年"},
    ),
    ("六五计划期间每年增产3万吨。", {"3万吨": "六五计划期间"}),
    ("到2027年底前建成水库3座。", {"3座": "到2027年底前"}),
    ("截至收盘，云溪指数跌1.3%。蔚海铜业涨2%。", {"1.3%": "截至收盘", "2%": "截至收盘"}),
    ("在岸人民币16:30收盘报7.12，周三民企指数涨2%。", {"7.12": None, "2%": "周三"}),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS, ids=[text[:14] for text, _ in PERIODS])
def test_period(text: str, expected: dict[str, str | None]) -> None:
    found = claims(text)
    assert {quote: (p.text if (p := found[quote].period) else None) for quote in expected} == expected


def test_the_title_of_a_communique_dates_what_names_no_period() -> None:
    text = "青川市2012年国民经济和社会发展统计公报\n\n全市完成财政收入263亿元。\n"
    period = claims(text)["263亿元"].period
    assert period is not None
    assert (period.text, period.start, period.end) == ("2012年", "2012-01-01", "2012-12-31")


def test_the_title_of_a_work_report_dates_nothing() -> None:
    text = "2026年青川市政府工作报告\n\n全市完成财政收入263亿元。\n"
    assert claims(text)["263亿元"].period is None


def test_the_period_that_leads_a_list_holds_for_its_points() -> None:
    text = (
        "各位代表！2025年是收官之年。五年来，我们砥砺前行。\n——经济实力迈上新台阶。生产总值年均增长5.9%。\n"
        "——民生持续改善。建成学校12所。\n"
    )
    found = claims(text)
    assert [(period := found[quote].period) and period.text for quote in ("5.9%", "12所")] == [
        "五年来",
        "五年来",
    ]


def test_a_year_within_a_plan_holds_for_its_own_sentence() -> None:
    text = "“十四五”时期，青川市稳步前行。做大做强旅游产业，2025年旅居人数55万人次。社会消费品零售总额年均增长5%。\n"
    found = claims(text)
    periods = [found[quote].period for quote in ("55万人次", "5%")]
    assert [period and period.text for period in periods] == ["2025年", "“十四五”时期"]


def test_a_section_that_reviews_five_years_and_one_turns_from_the_one_to_the_other() -> None:
    text = (
        "政府工作报告\n（2026年1月8日）\n\n一、“十四五”时期和2025年工作回顾\n\n五年来，我们砥砺前行。\n\n建成公路28公里。\n\n"
        "各位代表！刚刚过去的2025年，是不平凡的一年。\n\n建成学校12所。\n\n（一）经济平稳运行\n\n用电量8万千瓦时。\n"
    )
    found = claims(text)
    periods = [found[quote].period for quote in ("28公里", "12所", "8万千瓦时")]
    assert [period and (period.text, period.start, period.end) for period in periods] == [
        ("五年来", "2021-01-01", "2025-12-31"),
        ("2025年", "2025-01-01", "2025-12-31"),
        ("2025年", "2025-01-01", "2025-12-31"),
    ]


def test_a_section_takes_up_the_year_of_its_heading_in_other_words() -> None:
    text = (
        "政府工作报告\n（2025年2月8日）\n\n一、2025年工作安排\n\n今年，我们将重点抓好以下工作。\n\n"
        "（一）推进项目建设。建成学校12所。\n"
    )
    period = claims(text)["12所"].period
    assert period is not None
    assert (period.text, period.start, period.end) == ("今年", "2025-01-01", "2025-12-31")


BASES = [
    ("贪污投诉按年减少6%。", "6%", "按年"),
    ("评分较半年前下跌4分。", "4分", "较半年前"),
    ("产量比一九四九年增长77%。", "77%", "比一九四九年"),
    ("余额比年初增加26亿元。", "26亿元", "比年初"),
]


@pytest.mark.parametrize(("text", "quote", "base"), BASES)
def test_base(text: str, quote: str, base: str) -> None:
    assert claims(text)[quote].base == base


@pytest.mark.parametrize(
    ("text", "quote", "region"),
    [
        ("四川完成投资233亿元。", "233亿元", "四川"),
        ("香港电台的预算为9.95亿元。", "9.95亿元", None),
        ("新增9个全国重点实验室，科技企业120家。", "120家", None),
        ("全港有12.7万户居住环境欠佳。", "12.7万户", "全港"),
        ("未摘帽县还有52个。", "52个", None),
        ("青川市出口额居全国第3位。", "第3位", "全国"),
        ("蔚海逆市涨逾13%。", "逾13%", None),
    ],
)
def test_region(text: str, quote: str, region: str | None) -> None:
    assert claims(text)[quote].region == region


def test_hundred_millions_and_ten_thousands_count_apart_before_an_over_word() -> None:
    assert claims("粮食产量四亿零七百多万吨。")["四亿零七百多万吨"].value == 407_000_000


def test_a_table_drawn_with_bars_is_read_by_its_headings() -> None:
    text = (
        "民意调查结果如下：\n\n| | 评分 | 支持率 | 按年增幅 |\n| --- | --- | --- | --- |\n"
        "| 张三 | 63.7 | 52% | +4% |\n| **李四** | 40.5 | 22% | -3% |\n"
    )
    found = claims(text)
    assert {quote: (claim.indicator, claim.kind, claim.direction) for quote, claim in found.items()} == {
        "63.7": ("张三评分", "level", None),
        "52%": ("张三支持率", "share", None),
        "4%": ("张三", "growth", "up"),
        "40.5": ("李四评分", "level", None),
        "22%": ("李四支持率", "share", None),
        "-3%": ("李四", "growth", "down"),
    }


def test_a_column_is_dated_by_its_heading_and_a_row_keeps_what_tells_it_apart() -> None:
    text = (
        "酬金比较如下：\n\n| 职位 | 2019区选酬金 | 4月公布的酬金 |\n| --- | --- | --- |\n"
        "| 助理员（一般站） | 4,280元 | 5,170元 |\n| 助理员（专用站） | 2,620元 | 3,170元 |\n"
    )
    found = claims(text)
    assert [(p := found[q].period) and p.text for q in ("4,280元", "5,170元")] == ["2019", "4月"]
    assert found["4,280元"].indicator != found["2,620元"].indicator


def test_the_rows_of_a_table_may_be_years() -> None:
    text = "| 年份 | 私家病人日次 | 收益 |\n| --- | --- | --- |\n| 2016-17 | 2.4万 | 3.7亿 |\n| 2015-16 | 2.3万 | 3.5亿 |\n"
    rows = [(c.indicator, c.period and c.period.text) for c in read(text).claims]
    assert rows == [
        ("私家病人日次", "2016-17"),
        ("收益", "2016-17"),
        ("私家病人日次", "2015-16"),
        ("收益", "2015-16"),
    ]


def test_a_fall_in_a_table_goes_down_and_keeps_its_base() -> None:
    text = "单位：亿元\n指标\t3月末\t比年初增减额\n住户存款\t149.8\t44.9\n企业存款\t41.3\t-26.3\n"
    found = claims(text)
    assert [(c.kind, c.direction, c.base) for c in found.values() if c.kind == "change"] == [
        ("change", "up", "比年初"),
        ("change", "down", "比年初"),
    ]


def test_bars_without_a_table_change_nothing() -> None:
    assert claims("| 导航 |\n财政收入26亿元。\n")["26亿元"].indicator == "财政收入"


def test_rows_take_unit_and_measure_from_the_rows_above_them() -> None:
    text = (
        "2023年云溪县养殖情况\n指标\t数值\t同比增长（±%）\n期末畜禽存栏\t\t\n大牲畜（万头）\t46.9\t8.7\n#水牛\t12.1\t9.3\n"
        "奶牛\t3.2\t9.1\n家禽（万只）\t914.1\t4.4\n期末畜禽出栏\t\t\n肥猪（万头）\t71.6\t17.4\n畜禽产品产量\t\t\n禽蛋（万吨）\t1.3\t-2.5\n"
    )
    found = claims(text)
    assert {quote: (found[quote].value, found[quote].unit) for quote in ("12.1", "3.2", "914.1", "9.1")} == {
        "12.1": (121_000, "头"),
        "3.2": (32_000, "头"),
        "914.1": (9_141_000, "只"),
        "9.1": (Fraction(91, 10), "%"),
    }
    assert [found[quote].indicator for quote in ("3.2", "71.6", "1.3")] == [
        "奶牛期末畜禽存栏",
        "肥猪期末畜禽出栏",
        "禽蛋畜禽产品产量",
    ]


def test_a_row_that_is_no_part_keeps_away_from_the_unit_above() -> None:
    found = claims("指标\t数值\n用水户（万户）\t12.5\n户均人数\t3.1\n漏损点\t48\n")
    assert [(found[quote].value, found[quote].unit) for quote in ("12.5", "48")] == [
        (Fraction(125_000), "户"),
        (Fraction(48), ""),
    ]


def test_a_column_named_for_what_it_counts_gives_its_unit() -> None:
    text = "| 年份 | 住院使用日次 | 就诊人次* | 分帐（元） |\n| --- | --- | --- | --- |\n| 2019 | 2.1萬 | 6.4萬 | 3.6億 |\n| 2018 | 2.3萬 | 6.7萬 | 3.5億 |\n"
    assert [claim.unit for claim in read(text).claims] == ["日次", "人次", "元"] * 2


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        # The years that a paragraph sums up, the year of all tables, of an introduction and of a list announced.
        ("建成商圈40个，全面完成改造街巷567条。五年来，县城面貌焕然一新。", "567条", "五年来"),
        (
            "一、工业\n规上企业达到29户。\n2024年主要产品产量\n产品\t产量（万吨）\n水泥\t40.5\n煤\t28.1\n",
            "29户",
            "2024年",
        ),
        (
            "2023年，全县财政收入26亿元。\n一年来，主要做了以下工作。\n（一）着力稳增长。\n新开工重点工程10项。\n",
            "10项",
            "2023年",
        ),
        ("主要产品2027年的计划产量如下：\n粮食：达到38万吨。\n棉花：达到3万担。\n", "3万担", "2027年"),
        ("国务院印发方案，到2026年，港口建成。\n（一）股市。\n新开市场10个。\n", "10个", None),
        ("2015年，我到过青川县。\n（一）变化。\n新开市场10个。\n", "10个", None),
        # Two years in the tables, and a paragraph that only passes the years by, date nothing.
        ("建成商圈40个，改造老旧小区和背街小巷。五年来之不易的机会要珍惜，新增街巷5条。", "40个", None),
        ("回顾2021年和2023年。\n（一）着力稳增长。\n新开工重点工程10项。\n", "10项", None),
    ],
)
def test_periods_that_stand_far_from_the_claim(text: str, quote: str, period: str | None) -> None:
    found = claims(text)[quote].period
    assert (found and found.text) == period


def test_a_limit_between_two_values_and_values_that_vary() -> None:
    found = claims("診所每周提供不多於3至4小時的服務，各項收費由5%至35%不等，佔比由5%升至8%。")
    limit, varies = found["不多于3至4小时"].interval, found["5%至35%"].interval
    assert limit is not None
    assert (limit.low, limit.high) == (Fraction(3), Fraction(4))
    assert varies is not None
    assert (varies.low, varies.high) == (Fraction(5), Fraction(35))
    assert "8%" in found


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("醫院收益五年增$1億，捐款為US$500萬。", "1亿", "元"),
        ("醫院收益五年增$1億，捐款為US$500萬。", "500万", "美元"),
        ("报价$1亿。", "1亿", ""),
        ("门诊人次，五年来每年大约录得6万多。", "6万多", "人次"),
        ("住院使用日次每年维持2万多。", "2万多", "日次"),
    ],
)
def test_units_that_a_mark_or_the_words_before_give(text: str, quote: str, unit: str) -> None:
    assert claims(text)[quote].unit == unit


def test_a_chance_is_an_estimate_of_what_it_is_the_chance_of() -> None:
    found = claims("有分析认为，云溪银行三周内加息50个基点的可能性约为40%。去年检出率为3%。")
    assert [found[quote].status for quote in ("50个基点", "约为40%", "3%")] == [
        "estimate",
        "estimate",
        "actual",
    ]
    assert found["约为40%"].indicator == "云溪银行三周内加息50个基点的可能性"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年到2025年，工业投资占比从18%提升到36%。", "actual"),
        ("到2035年，工业投资占比从18%提升到36%。", "target"),
    ],
)
def test_a_run_of_years_is_a_review_where_nothing_says_more(text: str, expected: str) -> None:
    assert claims(text)["36%"].status == expected


def test_a_period_may_be_the_last_word_of_a_text() -> None:
    assert claims("云溪县情况\n全市新增各类规模以上工业企业26家。五年来")["26家"].period is None
