"""What the rules on repetition find, in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import Policy, audit
from checks.finding import Finding
from checks.rules.repetition.doubles import doubles
from checks.rules.repetition.sentences import Spoken, repeated_runs
from checks.rules.repetition.words import word_pairs

SHARED = Path(__file__).resolve().parents[2] / "shared"
LONG = "青川市推进老旧小区改造三十二个，惠及居民两万多户。"
OTHER = "云溪县新建农村公路一百二十公里，改造危桥十六座。"
THIRD = "临江区引进科技型企业四十余家，建成孵化器三个。"


def findings(text: str, code: str) -> list[Finding]:
    return list(audit("甲.txt", text.encode(), Policy(select=(code,))).findings)


def quotes(text: str, code: str) -> list[str]:
    return [finding.place.quote for finding in findings(text, code)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全面提升提升城市管理水平。", "提升提升"),
        ("推动高质量发展发展的新格局。", "发展发展"),
        ("加强林区防火防火，守住底线。", "防火防火"),
        ("新建高标准农田5万亩亩，改造灌渠。", "亩亩"),
        ("产值120亿元120亿元，同比持平。", "120亿元120亿元"),
        ("占比达到65%65%，居全市前列。", "65%65%"),
        ("实施“双碳”“双碳”行动方案。", "“双碳”“双碳”"),
        (
            "会议要求。要切实加强组织领导，要切实加强组织领导，抓好落实。",
            "要切实加强组织领导，要切实加强组织领导",
        ),
        ("建设的的重要内容。", "的的"),
        ("争取取份额占全市一成。", "取取"),
        ("扩大水域+等资资源组合供应。", "资资"),
        ("要深入推进改革，更要深入推推进创新。", "推推"),
        ("精准回应群众众关切。", "众众"),
        ("推动经济较快增增长的势头。", "增增"),
        ("规划建设第十十二个园区。", "十十"),
        ("全市上下团结一致一致努力。", "一致一致"),
        ("稳步推进，扩大开放，扩大开放型经济的规模。", "扩大开放，扩大开放"),
        ("加快设备更新，抓好污染治理，抓好污染治理。", "抓好污染治理，抓好污染治理"),
    ],
)
def test_a_double_is_told_where_it_stands(text: str, expected: str) -> None:
    assert quotes(text, "H01") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "一件一件办，一步一步走，一个个解决，很多很多困难，日子越来越好。",
        "紧紧围绕目标，层层压实责任，牢牢守住底线，扎扎实实、踏踏实实、兢兢业业地干。",
        "人人有责，家家户户受益，时时处处留心，村村通、户户通工程完工。",
        "全市市属企业、各区区委、教育局局长、消防队队长、社科院院长到会。",
        "保障农民工工资，转变工作作风，优化生产产能，健全全链条监管，建设平安平原。",
        "践行“八八战略”，谋划“十五五”规划，召开三三制会议，一九七七年召开。",
        "落实退税缓税缓费政策，设立创业创新基金，中队中队长带队，算不算不要紧。",
        "目的的确立，为了了解情况，成都都市圈建设，归侨侨眷代表。",
        "请大家研究研究，回去讨论讨论。",
        "无产阶级和资产阶级阶级斗争的由来，资产阶级的统治，阶级斗争的事实，资产阶级的学说，阶级斗争的规律，资产阶级，阶级斗争。",
        "降低货物物品清单的税率，调整消费税税率，保护长江流域水生生物。",
        "杭临临高铁贯通，广云云城际开工，中华人民共和国国务院公布。",
    ],
)
def test_words_that_chinese_doubles_are_left_alone(text: str) -> None:
    assert quotes(text, "H01") == []


def test_the_table_of_word_pairs() -> None:
    pairs = word_pairs()
    assert {"发展", "资源", "提升"} <= pairs.ending & pairs.beginning
    assert pairs.ending | pairs.beginning <= pairs.known
    assert all(len(pair) == 2 for pair in pairs.known)
    assert "取份" not in pairs.known
    assert "入推" not in pairs.ending | pairs.beginning


@given(st.sampled_from(["发展", "资源", "提升", "产业", "改革", "项目", "安全"]))
@settings(deadline=None)
def test_a_doubled_word_between_others_is_found(word: str) -> None:
    text = f"青川市要抓好{word}{word}，云溪县随后跟进。"
    assert [double.unit for double in doubles(text)] == [word]


def test_a_repeated_sentence_is_told_at_its_second_place() -> None:
    text = f"{LONG}{OTHER}\n{THIRD}\n{LONG}"
    (finding,) = findings(text, "H02")
    assert finding.place.start == text.rindex(LONG)
    assert [place.start for place in finding.related] == [0]


def test_three_places_make_one_finding() -> None:
    text = f"{LONG}\n{OTHER}\n{LONG}\n{THIRD}\n{LONG}"
    (finding,) = findings(text, "H02")
    assert [place.start for place in finding.related] == [0, text.rindex(LONG)]


def test_two_sentences_in_a_row_are_one_finding_and_three_are_a_block() -> None:
    assert len(findings(f"{LONG}{OTHER}\n{THIRD}\n{LONG}{OTHER}", "H02")) == 1
    three = f"{LONG}{OTHER}{THIRD}"
    assert findings(f"{three}\n同志们。\n{three}", "H02") == []
    (finding,) = findings(f"{three}\n同志们。\n{three}", "H04")
    assert finding.place.quote == three


def test_marks_and_numbering_do_not_hide_a_repetition() -> None:
    text = "一是青川市推进老旧小区改造三十二个，惠及居民两万多户；二是修路；三是青川市推进老旧小区改造三十二个、惠及居民两万多户。"
    (finding,) = findings(text, "H02")
    assert finding.place.quote.startswith("青川市")


@pytest.mark.parametrize(
    "text",
    [
        "同志们，大家辛苦了。\n同志们，大家辛苦了。",
        "（牵头单位：市发展改革委、市财政局、市商务局）\n（牵头单位：市发展改革委、市财政局、市商务局）",
        "地区\t增速\n青川市规模以上工业增加值\t6.1%\n地区\t增速\n青川市规模以上工业增加值\t6.1%",
        "| 青川市规模以上工业增加值 | 增长6.1% | 居全省第一 |\n| 青川市规模以上工业增加值 | 增长6.1% | 居全省第一 |",
        "一、深入推进新型工业化和城镇化建设\n要快。\n二、抓好农业\n一、深入推进新型工业化和城镇化建设\n要实。",
    ],
)
def test_furniture_and_headings_are_no_repeated_sentences(text: str) -> None:
    assert quotes(text, "H02") == []


def test_a_summary_and_its_chapters_are_information() -> None:
    sentences = [f"第{mark}条措施由相关部门负责落实并定期报告。" for mark in "甲乙丙丁戊己"]
    summary = "。\n".join(sentence.rstrip("。") for sentence in sentences) + "。"
    chapters = "\n".join(
        f"{sentence}\n具体做法分为{sentence[1]}类若干项，另行印发通知。" for sentence in sentences
    )
    found = findings(f"{summary}\n{chapters}", "H02")
    assert len(found) == 6
    assert {finding.severity for finding in found} == {"info"}


@given(st.lists(st.sampled_from("甲乙丙丁"), max_size=30))
def test_runs_do_not_overlap_and_repeat_what_stood_before(keys: list[str]) -> None:
    sentences = [Spoken(index, index + 1, index, key) for index, key in enumerate(keys)]
    end = 0
    for run in repeated_runs(sentences):
        assert run.first + run.length <= run.second
        assert end <= run.second
        end = run.second + run.length
        assert keys[run.first : run.first + run.length] == keys[run.second : end]


def test_a_number_that_differs_between_two_copies() -> None:
    text = "青川市新建充电桩1200个，改造小区86个，惠及居民3.2万户。\n同志们。\n青川市新建充电桩1200个，改造小区68个，惠及居民3.2万户。"
    (finding,) = findings(text, "H03")
    assert finding.severity == "warning"
    assert "86与68" in finding.message


def test_another_years_figures_and_goals_are_information_or_silent() -> None:
    text = "国民生产总值平均每年增长9.8%。\n同志们。\n国民生产总值平均每年增长7.5%。"
    assert {finding.severity for finding in findings(text, "H03")} <= {"info"}
    text = "2024年全市粮食总产量达到21万吨，创历史新高。\n2025年全市粮食总产量达到22万吨，创历史新高。"
    assert findings(text, "H03") == []


def test_few_changed_words_are_told_but_parallel_sentences_are_not() -> None:
    text = (
        "各级各部门要把思想和行动统一到市委决策部署上来，一项一项抓好落实。\n同志们。\n"
        "各级各部门要把思想和行动统一到市委部署上来，一项一项抓好落实。"
    )
    assert len(findings(text, "H03")) == 1
    text = "支持青川市建设先进制造业基地，打造千亿级产业集群。\n支持云溪县建设生态旅游目的地，打造百亿级文旅产业。"
    assert findings(text, "H03") == []


def test_repeated_items() -> None:
    assert quotes("完善灵活就业人员、新业态骑手、新业态骑手、家政工的政策。", "H06") == ["新业态骑手"]
    assert quotes("实现设备投入和设备投入“双增长”。", "H06") == ["设备投入"]
    assert (
        quotes("引导不识字群众与识字群众结对，甲县与甲县之间不比，农业、农业机械、农业科技都要抓。", "H06")
        == []
    )


def test_a_headline_that_stands_again_and_again_is_one_warning() -> None:
    text = "青川市部署四季度经济工作\n会议召开。\n青川市部署四季度经济工作\n会议强调。\n青川市部署四季度经济工作\n会议要求。"
    (finding,) = findings(text, "H05")
    assert finding.severity == "warning"
    assert len(finding.related) == 2


def test_a_line_that_stands_twice_on_top_of_a_page_is_worth_knowing() -> None:
    text = "青川市部署四季度经济工作\n首页\n青川市部署四季度经济工作\n会议召开，研究各项任务。"
    (finding,) = findings(text, "H05")
    assert finding.severity == "info"


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside the repository")
@pytest.mark.parametrize("name", ["2025", "2017", "2009", "1994"])
def test_official_reports_repeat_nothing(name: str) -> None:
    data = (SHARED / "corpus" / "national_report" / f"{name}_国务院政府工作报告.txt").read_bytes()
    found = audit(f"{name}.txt", data, Policy(select=("H",))).findings
    assert [(f.rule, f.place.quote) for f in found if f.severity != "info"] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside the repository")
def test_the_scanned_report_repeats_what_its_readers_saw() -> None:
    data = (SHARED / "samples" / "001.txt").read_bytes()
    found = audit("001.txt", data, Policy(select=("H",))).findings
    assert {"取取", "发展发展", "资资", "吨吨", "防火防火", "研发投入", "新业态从业"} <= {
        f.place.quote for f in found
    }
    (finding,) = (f for f in found if f.rule == "H02")
    assert "绿色信贷" in finding.place.quote
    assert "气候适应型" in finding.place.quote
