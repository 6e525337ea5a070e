"""What the rules on numbering, declared counts, headings and pairs find, in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import Policy, audit
from checks.finding import Finding
from checks.rules.structure.counts import counts_of, declared_number, split_items, tails
from checks.rules.structure.lists import gather_lists
from checks.rules.structure.pairs import CLOSERS, broken_pairs
from extract.outline import Enumerator

SHARED = Path(__file__).resolve().parents[2] / "shared"
HAN = "零一二三四五六七八九十"


def findings(text: str, code: str) -> list[Finding]:
    return list(audit("甲.txt", text.encode(), Policy(select=(code,))).findings)


def quotes(text: str, code: str) -> list[str]:
    return [finding.place.quote for finding in findings(text, code)]


def relations(text: str, code: str) -> list[tuple[str, list[str]]]:
    placed = audit("甲.txt", text.encode(), Policy(select=(code,))).relations
    return [(one.relation.state, [place.quote for place in one.places]) for one in placed]


def listing(numbers: list[int], word: str = "是") -> str:
    return (
        "工作如下：" + "；".join(f"{HAN[number]}{word}抓好第{number}个园区建设" for number in numbers) + "。"
    )


@settings(deadline=None, max_examples=20)
@given(st.integers(2, 10), st.sampled_from("是要"))
def test_a_list_in_order_is_silent(length: int, word: str) -> None:
    assert quotes(listing(list(range(1, length + 1)), word), "G01") == []


@settings(deadline=None, max_examples=20)
@given(st.integers(3, 10).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n - 1))))
def test_a_missing_point_is_told_once_where_the_next_one_stands(case: tuple[int, int]) -> None:
    length, missing = case
    numbers = [number for number in range(1, length + 1) if number != missing]
    assert quotes(listing(numbers), "G01") == [f"{HAN[missing + 1]}是"]


@pytest.mark.parametrize(
    ("numbers", "place", "message"),
    [
        ([1, 2, 2, 3], "二是", "重复"),
        ([1, 3, 2, 4], "三是", "颠倒"),
        ([1, 2, 4, 5], "四是", "缺第3项"),
        ([2, 3], "二是", "前面没有第1项"),
    ],
)
def test_each_break_of_a_sequence_has_its_words(numbers: list[int], place: str, message: str) -> None:
    (finding, *rest) = findings(listing(numbers), "G01")
    assert rest == []
    assert finding.place.quote == place
    assert message in finding.message


def test_numbering_begins_anew_below_each_heading() -> None:
    text = (
        "一、工业\n（一）抓技改。要快。\n（二）抓园区。要实。\n二、农业\n（一）抓粮食。要稳。\n（二）抓特产。要优。\n"
        "三、服务业\n首先，抓商贸。一是办展会；二是育品牌。其次，抓旅游。一是修道路；二是建民宿。"
    )
    assert quotes(text, "G") == []


def test_numbering_may_run_through_a_document() -> None:
    text = "一、工业\n（一）抓技改。要快。\n（二）抓园区。要实。\n二、农业\n（三）抓粮食。要稳。\n（四）抓特产。要优。"
    assert quotes(text, "G01") == []


def test_lists_of_one_family_may_nest() -> None:
    text = (
        "第一，加强领导。主要抓两点：第一，健全机构；第二，配强力量。\n"
        "第二，加大投入。资金要到位，用地要保障。\n"
        "第三，严格考核。奖惩要分明，结果要公开。"
    )
    assert quotes(text, "G01") == []


def test_a_list_may_change_its_words() -> None:
    assert quotes("首先，抓投资。第二，抓消费。第三，抓出口。", "G01") == []
    assert quotes("要坚持三条：一是稳；二要进；三要实。", "G01") == []


def test_a_point_in_other_words_is_no_gap() -> None:
    assert quotes("重点就是一要保投资，二要保民生。", "G01") == []
    assert quotes("原因有三：一个是成本高；二是用工难；三是融资贵。", "G01") == []


def test_an_excerpt_may_begin_in_the_middle() -> None:
    text = "（紧接第一版）压实责任，确保达标。\n（五）增进民生福祉。就业稳定。\n（六）守牢安全底线。事故下降。\n二、今年工作\n抓落实。"
    assert quotes(text, "G01") == []
    assert quotes(text.replace("（紧接第一版）", ""), "G01") == ["（五）", "二、"]


def test_an_omission_ends_a_list() -> None:
    text = "我有三点感受：\n一是成绩好。二是势头好。\n……（省略900字，会员可完整阅读）……\n三是机遇好。要抓住。"
    assert quotes(text, "G01") == ["三是"]
    (finding,) = findings(text, "G03")
    assert finding.place.quote.startswith("三点感受")
    assert "省略" in finding.message


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("下面讲三点意见。一是快；二是好；三是省。", "holds"),
        ("要抓好以下四大举措：\n（一）扩投资。\n（二）促消费。\n（三）稳外贸。\n（四）优环境。", "holds"),
        ("要把握好两个方面：一要守底线；二要抓重点；三要求实效。", "broken"),
        ("下面讲四点意见。一是快；二是好；四是省。", "not_assessable"),
        ("要抓好两件事：首先，修路。其次，建桥。最后，通水。", "not_assessable"),
    ],
)
def test_declared_counts(text: str, state: str) -> None:
    ((found, members),) = relations(text, "G03")
    assert found == state
    assert len(members) >= 3


def test_two_points_that_both_say_first_are_not_counted() -> None:
    assert relations("基本点是两条，一是坚持改革，一是坚持开放。", "G03") == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("加快补齐教育、医疗、养老、住房等四大领域短板。", "holds"),
        ("制订用地保障、道路建设和招商引资、项目服务等四个计划。", "holds"),
        ("提升治理水平和农业、工业、服务业三大产业的质量。", "holds"),
        ("围绕“资源、客源、服务”三大要素做文章。", "holds"),
        ("深化厕所、污水、垃圾“三大行动”。", "holds"),
        ("发展茶叶、油料、水产等八大产业。", "not_assessable"),
        ("加快补齐教育、医疗、养老、住房等三大领域短板。", "broken"),
        ("抓好规划、建设、管理四大环节。", "broken"),
    ],
)
def test_the_number_that_sums_up_an_enumeration(text: str, state: str) -> None:
    ((found, _),) = relations(text, "G06")
    assert found == state


@pytest.mark.parametrize(
    "text",
    [
        "扎实开展党史学习教育、主题教育、深入贯彻中央八项规定精神学习教育。",
        "途经陕西、山西、河北、北京三省一市。",
        "与酒类、医药、茶叶、烟草等几十个行业的企业建立了联系。",
        "办好马拉松、沙排赛、采茶节和十大赛事、十大演艺。",
    ],
)
def test_numbers_that_sum_up_nothing_are_not_broken(text: str) -> None:
    assert quotes(text, "G06") == []


def test_counting_items() -> None:
    assert counts_of("甲、乙和丙") == (2, 3)
    assert counts_of("“甲、乙”、丙(丁、戊)") == (2, 2)
    assert split_items("“甲”“乙”") == ["口口口", "口口口"]
    assert tails("提升治理和农业、工业、服务业") == [3]
    assert [declared_number(words) for words in ("两", "三", "十二", "6")] == [2, 3, 12, 6]


def text_of_pairs(pieces: list[tuple[str, str]]) -> str:
    return "".join(f"{opener}{words}{CLOSERS[opener]}，" for opener, words in pieces)


WORDS = st.text(alphabet="青川云溪临江", min_size=1, max_size=8)
NESTED = st.recursive(
    WORDS,
    lambda inner: st.tuples(st.sampled_from(sorted(CLOSERS)), inner).map(
        lambda p: p[0] + p[1] + CLOSERS[p[0]]
    ),
)


@given(st.lists(NESTED, min_size=1, max_size=6).map("，".join))
def test_pairs_that_match_are_silent(text: str) -> None:
    assert list(broken_pairs(text, [(0, len(text))])) == []


@given(st.lists(st.tuples(st.sampled_from("“‘《【「"), WORDS), min_size=1, max_size=6), st.data())
def test_a_lost_closing_mark_is_told_at_its_opening_mark(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(pieces) - 1))
    opener, words = pieces[number]
    start = len(text_of_pairs(pieces[:number]))
    text = text_of_pairs(pieces[:number]) + opener + words + "，" + text_of_pairs(pieces[number + 1 :])
    assert [(pair.at, pair.mark) for pair in broken_pairs(text, [(0, len(text))])] == [(start, opener)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青川市提出“工业强市的思路，抓好项目。", ["“工业强市的思路"]),
        ("青川市提出工业强市”的思路，抓好项目。", ["青川市提出工业强市”"]),
        ("实施“聚才计划“，引进人才。", ["“聚才计划“"]),
        ("实施”聚才计划”，引进人才。", ["”聚才计划”"]),
        ("而“六五’时期，增速更高。", ["“六五’"]),
        ("任务重、困难多】，要抓落实。", ["任务重、困难多】"]),
        ("成立专班（由市长任组长，压实责任。", ["（由市长任组长"]),
        ("出台《青川市条例，自发布起施行。", ["《青川市条例"]),
    ],
)
def test_the_place_holds_the_words_of_the_pair(text: str, expected: list[str]) -> None:
    assert quotes(text, "G10") == expected


@pytest.mark.parametrize(
    "text",
    [
        "会议指出：\n“要守住底线。\n“要抓住重点。\n“要务求实效。”",
        "1）摸底；2）整改；a）验收。一）总则。",
        "会议要求“弘扬“实干”作风”。",
        "O’Brien教授的报告写道，’98洪水之后，防洪标准提高。",
        "（来自临江大学)的专家认为可行。",
        "会议强调“\n要坚定信心，守住底线。\n”大家一致赞成。",
        "第九条修改为：“来源如下：“（一）选拔；“（二）接收；“（三）招收。”",
    ],
)
def test_legal_pairs_are_silent(text: str) -> None:
    assert quotes(text, "G10") == []


def test_a_text_full_of_broken_pairs_gets_one_last_finding_for_the_rest() -> None:
    found = findings("《青川。\n" * 80, "G10")
    assert len(found) == 51
    assert "另有" in found[-1].message or any("另有" in finding.message for finding in found)


def test_lists_of_hostile_marks_stay_few() -> None:
    marks = [Enumerator(at, at + 1, "digit_dot", 1, at, True) for at in range(3000)]
    assert len(gather_lists(marks)) == 3000


def test_headings_with_nothing_below_and_headings_that_repeat() -> None:
    text = (
        "一、工业运行\n平稳。\n二、农业生产\n三、商贸流通\n活跃。\n四、工业运行\n平稳。\n五、财政金融\n平衡。"
    )
    assert quotes(text, "G05") == ["二、农业生产"]
    assert quotes(text, "G15") == ["四、工业运行"]


def test_a_table_of_contents_is_neither_empty_nor_repeated() -> None:
    headings = ["一、工作回顾情况", "二、今年工作安排", "三、政府自身建设", "四、民生实事项目"]
    text = "目录\n" + "\n".join(headings) + "\n" + "\n".join(f"{heading}\n抓好落实。" for heading in headings)
    assert quotes(text, "G05") == []
    assert quotes(text, "G15") == []


def test_references_beyond_the_last_attachment() -> None:
    assert quotes("详见附件3。\n附件：1.任务表\n2.分工表", "G07") == ["附件3"]
    assert quotes("详见附件2。\n附件：1.任务表\n2.分工表", "G07") == []


def test_a_lone_first_point_is_information() -> None:
    (finding,) = findings("工业有两点不足。一是链条不长，要尽快补上。", "G11")
    assert (finding.place.quote, finding.severity) == ("一是", "info")


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside the repository")
@pytest.mark.parametrize(
    "name", ["2025_国务院政府工作报告", "2016_国务院政府工作报告", "2011_国务院政府工作报告"]
)
def test_official_reports_have_their_structure_in_order(name: str) -> None:
    data = (SHARED / "corpus" / "national_report" / f"{name}.txt").read_bytes()
    assert [f.message for f in audit(f"{name}.txt", data, Policy(select=("G",))).findings] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside the repository")
def test_the_declared_counts_of_the_masked_speech_hold() -> None:
    data = (SHARED / "samples" / "000.txt").read_bytes()
    placed = audit("000.txt", data, Policy(select=("G03", "G06"))).relations
    holding = {one.places[0].quote for one in placed if one.relation.state == "holds"}
    assert {"三方面内容", "三点", "五个方面", "六大举措"} <= holding
    assert not any(one.relation.state == "broken" for one in placed)
