"""Periods: the words found and the days they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.periods import PeriodMention, find_periods

JANUARY = (2026, 1, 27)
DECEMBER = (2020, 12, 30)


def only(text: str, dated: tuple[int, int, int] | None = DECEMBER) -> PeriodMention:
    (mention,) = find_periods(text, dated)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "first", "last", "kind"),
    [
        ("2025年财政收入", "2025年", "2025-01-01", "2025-12-31", "year"),
        ("二〇二五年财政收入", "二〇二五年", "2025-01-01", "2025-12-31", "year"),
        ("一九八○年工业产值", "一九八○年", "1980-01-01", "1980-12-31", "year"),
        ("2025年度预算", "2025年度", "2025-01-01", "2025-12-31", "year"),
        ("2025年上半年", "2025年上半年", "2025-01-01", "2025-06-30", "months"),
        ("今年旅游收入", "今年", "2020-01-01", "2020-12-31", "year"),
        ("去年旅游收入", "去年", "2019-01-01", "2019-12-31", "year"),
        ("上年旅游收入", "上年", "2019-01-01", "2019-12-31", "year"),
        ("明年旅游收入", "明年", "2021-01-01", "2021-12-31", "year"),
        ("前三季度外贸", "前三季度", "2020-01-01", "2020-09-30", "months"),
        ("今年前三季度外贸", "今年前三季度", "2020-01-01", "2020-09-30", "months"),
        ("一季度外贸", "一季度", "2020-01-01", "2020-03-31", "quarter"),
        ("一季度末余额", "一季度末", "2020-03-31", "2020-03-31", "day"),
        ("到2025年底前建成", "到2025年底前", "2025-12-31", "2025-12-31", "day"),
        ("六五计划期间产量", "六五计划期间", "1981-01-01", "1985-12-31", "plan"),
        ("五年累计投资", "五年累计", None, None, "span"),
        ("近30日跌幅", "近30日", None, None, "span"),
        ("截至收盘跌1%", "截至收盘", None, None, "now"),
        ("去年四季度外贸", "去年四季度", "2019-10-01", "2019-12-31", "quarter"),
        ("1-11月外贸", "1-11月", "2020-01-01", "2020-11-30", "months"),
        ("1—11月份外贸", "1—11月份", "2020-01-01", "2020-11-30", "months"),
        ("前10个月外贸", "前10个月", "2020-01-01", "2020-10-31", "months"),
        ("11月份用电量", "11月份", "2020-11-01", "2020-11-30", "month"),
        ("2024年2月用电量", "2024年2月", "2024-02-01", "2024-02-29", "month"),
        ("今年以来用电量", "今年以来", "2020-01-01", "2020-12-30", "span"),
        ("全年用电量", "全年", "2020-01-01", "2020-12-31", "year"),
        ("“十四五”期间改造", "“十四五”期间", "2021-01-01", "2025-12-31", "plan"),
        ("“十四五”时期改造", "“十四五”时期", "2021-01-01", "2025-12-31", "plan"),
        ("到“十四五”末建成", "到“十四五”末", "2025-12-31", "2025-12-31", "day"),
        ("“十三五”以来改造", "“十三五”以来", "2016-01-01", "2020-12-30", "span"),
        ("“八五”计划", "“八五”", "1991-01-01", "1995-12-31", "plan"),
        ("“十五”计划", "“十五”", "2001-01-01", "2005-12-31", "plan"),
        ("十五五规划", "十五五", "2026-01-01", "2030-12-31", "plan"),
        ("第一个五年计划", "第一个五年计划", "1953-01-01", "1957-12-31", "plan"),
        ("到2025年建成", "到2025年", "2025-01-01", "2025-12-31", "year"),
        ("2020年底建成", "2020年底", "2020-12-31", "2020-12-31", "day"),
        ("2020年末余额", "2020年末", "2020-12-31", "2020-12-31", "day"),
        ("截至10月底余额", "截至10月底", "2020-10-31", "2020-10-31", "day"),
        ("2021年至2025年", "2021年至2025年", "2021-01-01", "2025-12-31", "span"),
        ("2021—2025年", "2021—2025年", "2021-01-01", "2025-12-31", "span"),
        ("2025年12月30日召开", "2025年12月30日", "2025-12-30", "2025-12-30", "day"),
        ("2023/9/2发布", "2023/9/2", "2023-09-02", "2023-09-02", "day"),
        ("目前在建", "目前", "2020-12-30", "2020-12-30", "now"),
        ("近三年来", "近三年来", None, None, "span"),
        ("去年同期", "去年同期", None, None, "span"),
        ("上月出口", "上月", "2020-11-01", "2020-11-30", "month"),
        ("本月3日开工", "本月3日", "2020-12-03", "2020-12-03", "day"),
        ("上月底余额", "上月底", "2020-11-30", "2020-11-30", "day"),
        ("首两季外贸", "首两季", "2020-01-01", "2020-06-30", "months"),
        ("头十个月外贸", "头十个月", "2020-01-01", "2020-10-31", "months"),
        ("国庆中秋假期出行", "国庆中秋假期", None, None, "span"),
        ("假期前四天客流", "假期前四天", None, None, "span"),
        ("2025年春节假期票房", "2025年春节假期", None, None, "span"),
        ("2016-17年度收益", "2016-17年度", None, None, "year"),
        ("五年内新建", "五年内", None, None, "span"),
        ("上世纪八十年代末", "上世纪八十年代末", None, None, "span"),
    ],
)
def test_words_and_days(text: str, words: str, first: str | None, last: str | None, kind: str) -> None:
    mention = only(text)
    assert (mention.text, mention.first, mention.last, mention.kind) == (words, first, last, kind)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("五年来", "2021-01-01", "2025-12-31"),
        ("过去五年", "2021-01-01", "2025-12-31"),
        ("过去一年", "2025-01-01", "2025-12-31"),
        ("未来五年", "2026-01-01", "2030-12-31"),
        ("前三季度", "2025-01-01", "2025-09-30"),
        ("1-11月", "2025-01-01", "2025-11-30"),
        ("上半年", "2026-01-01", "2026-06-30"),
    ],
)
def test_a_report_read_in_january_counts_until_december(text: str, first: str, last: str) -> None:
    mention = only(text, JANUARY)
    assert (mention.first, mention.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "工期12个月",
        "质保3年",
        "连续5年增长",
        "第十五届运动会",
        "说明年轻人",
        "失去年轻人",
        "规模以上年产值",
        "美油10月合约",
        "五年中学",
        "春运客流",
        "1.5米",
    ],
)
def test_durations_and_lookalikes_are_no_periods(text: str) -> None:
    assert find_periods(text, DECEMBER) == ()


@pytest.mark.parametrize("text", ["今年", "目前", "全年", "前三季度", "五年来", "3月1日"])
def test_without_a_date_relative_periods_stay_open(text: str) -> None:
    mention = only(text, None)
    assert (mention.first, mention.last) == (None, None)


def test_without_a_date_explicit_years_and_plans_resolve() -> None:
    firsts = [mention.first for mention in find_periods("2024年3月，“十三五”期间，2021—2023年", None)]
    assert firsts == ["2024-03-01", "2016-01-01", "2021-01-01"]


def test_a_bare_part_takes_the_nearest_year_of_its_paragraph() -> None:
    text = "2023年投资增长，上半年增长5%，比2019年多；三季度回落。\n一季度开工。"
    mentions = {mention.text: mention.first for mention in find_periods(text, DECEMBER)}
    assert mentions["上半年"] == "2023-01-01"
    assert mentions["三季度"] == "2023-07-01"
    assert mentions["一季度"] == "2020-01-01"


def test_a_bare_part_takes_the_year_of_its_heading_until_the_next_chapter() -> None:
    text = "一、2025年工作回顾\n全年增长5%。\n二、今后安排\n全年要抓好落实。"
    years = [mention.first for mention in find_periods(text, JANUARY) if mention.text == "全年"]
    assert years == ["2025-01-01", "2026-01-01"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("2025年初步核算", "2025年"), ("2025年内需扩大", "2025年"), ("3月初步确定", "3月")],
)
def test_an_edge_word_is_not_torn_out_of_another_word(text: str, words: str) -> None:
    assert only(text).text == words


def test_an_impossible_day_stays_unresolved() -> None:
    mention = only("2023年2月30日")
    assert (mention.first, mention.last, mention.kind) == (None, None, "day")


WORDS = st.lists(
    st.sampled_from(
        [
            "2025年",
            "前三季度",
            "11月",
            "1-",
            "十四五",
            "“",
            "”",
            "年",
            "到",
            "底",
            "，",
            "\n",
            "日",
            "3",
            "今年",
        ]
    ),
    max_size=40,
).map("".join)


@given(WORDS, st.sampled_from([None, DECEMBER, JANUARY, (2024, 0, 0)]))
def test_mentions_are_ordered_disjoint_and_quote_the_text(
    text: str, dated: tuple[int, int, int] | None
) -> None:
    position = 0
    for mention in find_periods(text, dated):
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        if mention.first and mention.last:
            assert mention.first <= mention.last
        position = mention.end
