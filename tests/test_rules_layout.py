"""What the rules on layout find, in sentences of our own."""

from __future__ import annotations

import pytest

from checks import Policy, audit
from checks.finding import Finding

HEAD = "健全项目储备机制，做深做细前期工作。滚动实施重点工程，力争各"
TAIL = "类专项资金占全市8%以上。加快形成实物工作量，确保早见成效。"


def findings(text: str, code: str) -> list[Finding]:
    found = audit("甲.txt", text.encode(), Policy(select=(code,))).findings
    assert all(finding.rule == code for finding in found)
    return list(found)


def quotes(text: str, code: str) -> list[str]:
    return [place.quote for finding in findings(text, code) for place in (finding.place, *finding.related)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_a_break_is_told_with_the_words_around_it(gap: str) -> None:
    (finding,) = findings(f"{HEAD}{gap}{TAIL}\n", "K01")
    assert finding.place.quote == f"，力争各{gap}类专项资"
    assert finding.suggestion == "，力争各类专项资"
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("first", "second", "quote"),
    [
        ("今年以来经济运行面", "临一些困难，要抓紧应对。", "经济运行面\n临一些困"),
        ("全市居民可支配收入增长5.6", "%，高于全省平均水平。", "增长5.6\n%，高于"),
        ("青川市抢抓机遇，加快推进农业现代", "化，粮食产量连年增长。", "农业现代\n化，粮食"),
    ],
)
def test_a_line_without_a_stop_is_told_where_the_break_splits_a_word(
    first: str, second: str, quote: str
) -> None:
    (found,) = quotes(f"{first}\n{second}\n", "K01")
    assert found in quote or quote in found


def test_a_heading_above_a_paragraph_is_no_broken_sentence() -> None:
    text = "加快现代产业体系建设，推动经济高质量发展\n始终把兴办产业的着力点放在县域经济上。\n"
    assert quotes(text, "K01") == []


def test_a_bare_page_number_inside_a_sentence_is_found() -> None:
    assert quotes(f"{HEAD}\n12\n{TAIL}\n", "K01") == ["，力争各\n12\n类专项资"]


def test_a_link_on_its_own_line_is_one_finding() -> None:
    (finding,) = findings("认真执行《\n河道管理办法\n》，落实河长制，成效明显。\n", "K01")
    assert len(finding.related) == 1


def test_a_wrapped_text_is_one_finding() -> None:
    body = (HEAD + TAIL) * 8
    text = "\n".join(body[at : at + 30] for at in range(0, len(body), 30))
    (finding,) = findings(text, "K01")
    assert len(finding.related) >= 6
    assert "全文有" in finding.message


def test_a_page_number_inside_a_sentence_is_found() -> None:
    assert quotes(f"{HEAD}\n— 3 —\n{TAIL}\n", "K01") == ["，力争各\n— 3 —\n类专项资"]
    assert quotes(f"{HEAD}类资金。\n— 3 —\n一、{TAIL}\n", "K01") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("各项工作有序推进，干 出了新形象，得到上级肯定。", "干 出"),
        ("铁路建设提速，沿 線各鄉鎮密切配合，征遷工作順利。", "沿 線"),
        ("全社会R&D 经费增长8.4%，GDP增长5.2%，CPI上涨0.3%，PPI下降1.1%，5G基站1200个。", "R&D 经费"),
        ("支出占GDP 比重提高，GDP增长5.2%，CPI上涨0.3%，PPI下降1.1%，5G基站1200个，AI企业30家。", "GDP 比重"),
    ],
)
def test_a_blank_inside_a_word_is_found(text: str, quote: str) -> None:
    assert quotes(text, "K02") == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "政 府 工 作 报 告\n各位代表，现在报告工作，请予审议。",
        "参加会议的有王 强、李小明、张 华三位同志，会议开得很好。",
        "会议由县长 李小明主持，讨论了三个议题，形成了一致意见。",
        "第三条 本办法适用于全县各乡镇、街道，自发布之日起施行。",
        "主题为“创新引领 绿色发展”的论坛，吸引了三百多家企业参加。",
        "签约项目 X 个，总投资 X 亿元，同比增长 X%，再创历史新高。",
        "推广 AI 应用，建设 5G 基站，发展 VR 产业，培育 IP 品牌，扩大 GDP 总量。",
        "指标\t全年\t增长\n工业增加值\t402.7\t8.3\n",
        "前三季度工业增势良好 服务业稳步回升",
    ],
)
def test_blanks_on_purpose_are_left_alone(text: str) -> None:
    assert quotes(text, "K02") == []


def test_many_blanks_are_one_finding() -> None:
    text = "。".join("各项工 作有序推进，群众满 意度稳步提高" for _ in range(8)) + "。"
    (finding,) = findings(text, "K02")
    assert len(finding.related) == 15


@pytest.mark.parametrize(
    "marks", ["，，", "。。", "、，", "；。", "，。", "：：", "。，", "，、", "，.", "？。", ",,"]
)
def test_doubled_marks_are_found(marks: str) -> None:
    (finding,) = findings(f"今年财政收入稳步增长{marks}支出结构优化。", "K08")
    assert finding.place.quote == marks
    assert finding.severity == "warning"


def test_full_stops_for_an_ellipsis_are_named_so() -> None:
    (finding,) = findings("农业、工业、服务业。。。各方面都有进步。", "K08")
    assert finding.suggestion == "……"


@pytest.mark.parametrize(
    "text",
    [
        "农业、工业……各有进步——总体向好。",
        "难道还能再快吗？！",
        "他说：“完成了。”",
        "比例为1:2，价格3.5元。",
        "（见表1）。",
        "1,234,567",
        "甲...乙",
    ],
)
def test_marks_that_may_stand_together_stay(text: str) -> None:
    assert quotes(text, "K08") == []
