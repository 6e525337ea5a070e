from __future__ import annotations

import re
from itertools import pairwise

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Block, Document
from extract.normalise import normalise, spans
from extract.script import fold

PARAGRAPHS = [
    "2024年，青川市全年实现地区生产总值863.4亿元，同比增长5.7%，增速高于全省平均水平0.4个百分点。其中第一产业增加值61.2亿元、"
    "第二产业增加值402.7亿元、第三产业增加值399.5亿元，三次产业结构为7.1:46.6:46.3，城乡居民收入差距持续缩小。",
    "规上工业增加值增长8.3%，新增规上企业37家，云溪经济开发区签约项目52个，总投资128.6亿元，到位资金率达到64%，"
    "临江区建成标准厂房21万平方米。城镇新增就业2.4万人，失业率控制在4%以内，群众获得感进一步增强。",
]
TEXT = "\n".join(PARAGRAPHS) + "\n"
HEADED = f"一、过去一年工作回顾\n{PARAGRAPHS[0]}\n（一）工业经济提质增效\n{PARAGRAPHS[1]}\n"
PINYIN = {"济": "jì", "总": "zǒng", "业": "yè", "长": "zhǎng", "产": "chǎn", "区": "qū", "项": "xiàng"}


def document(text: str, *blocks: Block) -> Document:
    return Document("甲.txt", "", 0, "text/plain", "utf-8", text, blocks)


def analysis(text: str, *blocks: Block) -> str:
    return normalise(document(text, *blocks)).text


def wrapped(text: str, width: int) -> str:
    lines = [line[at : at + width] for line in text.splitlines() for at in range(0, max(len(line), 1), width)]
    return "\n".join(lines) + "\n"


def test_a_clean_text_needs_no_map() -> None:
    prose = normalise(document(TEXT))
    assert prose.text == TEXT
    assert prose.offsets is None
    assert prose.cuts == ()


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_a_traditional_version_reads_the_same(config: str) -> None:
    assert analysis(opencc.OpenCC(config).convert(HEADED)) == analysis(HEADED)


def test_a_full_width_version_reads_the_same() -> None:
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {ord(":"): "∶"}
    assert analysis(HEADED.translate(wide)) == analysis(HEADED)


def test_a_glossed_version_reads_the_same() -> None:
    glossed = re.sub("[济总业长产区项]", lambda match: f"{match[0]}({PINYIN[match[0]]})", HEADED)
    prose = normalise(document(glossed))
    assert prose.text == analysis(HEADED)
    assert len(spans(prose.cuts, "gloss")) == len(re.findall("[济总业长产区项]", HEADED))


@pytest.mark.parametrize("width", [26, 30, 33, 38, 44])
def test_a_hard_wrapped_version_reads_the_same(width: int) -> None:
    assert analysis(wrapped(HEADED, width)) == analysis(HEADED)


def test_a_version_with_windows_line_ends_reads_the_same() -> None:
    assert analysis(HEADED.replace("\n", "\r\n")) == analysis(HEADED)


def test_an_indented_version_reads_the_same() -> None:
    assert analysis("".join(f"\u3000\u3000{line}\n" for line in HEADED.splitlines())) == analysis(HEADED)


def test_a_wrapped_version_with_indented_paragraphs_reads_the_same() -> None:
    indented = "".join(f"\u3000\u3000{line}\n" for line in PARAGRAPHS)
    assert analysis(wrapped(indented, 32)) == TEXT


def test_few_glosses_are_an_authors_help() -> None:
    text = "坐落在旮(gā)旯(lá)里的小村，今年脱贫了。\n"
    assert analysis(text) == text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("签约订单近 X 億元，同比增长 X%，效益明显向好。", "签约订单近X亿元,同比增长X%,效益明显向好。"),
        (
            "全社会 R&D 经费支出占GDP 比重为 2.8 %，居全省第三。",
            "全社会R&D经费支出占GDP比重为2.8%,居全省第三。",
        ),
        ("干 出了新业绩，沿 线群众拍手称快，大家都很满意。", "干出了新业绩,沿线群众拍手称快,大家都很满意。"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("审 核\t李 明", "审核\t李明"),
        ("一、2024 年工作回顾", "一、2024年工作回顾"),
        ("全市人口 1 9 9 3 年增长较快，其他年份都比较平稳。", "全市人口1993年增长较快,其他年份都比较平稳。"),
        (
            "论坛名为 Green Valley Forum，来宾三百人，规格很高。",
            "论坛名为Green Valley Forum,来宾三百人,规格很高。",
        ),
    ],
)
def test_blanks_inside_sentences_go(printed: str, read: str) -> None:
    assert analysis(printed).replace("，", ",") == read


@pytest.mark.parametrize(
    "text",
    [
        "合计  1234  56.7",
        "指标\t3月末\t4月末",
        "前三季度 863.4 5.7",
        "1 总则",
        "3.2 编制依据",
        "营收保持增长 利润由降转升",
        "10月份CPI同比上涨0.2% PPI同比降幅持续收窄",
        "预算数 1, 234, 567",
    ],
)
def test_blanks_that_divide_stay(text: str) -> None:
    assert " " in analysis(text).replace("前三季度 863.4", "前三季度863.4") or "\t" in analysis(text)


def test_two_numbers_never_grow_together() -> None:
    assert "5 300" in analysis("各镇排名依次为5 300 7，其余情况见下面的表格。")
    assert "5, 300" in analysis("各镇的数值为5, 300, 17，其余情况见下面的表格。")


@pytest.mark.parametrize("gap", ["\n", "\n\n", " \n", "\r\n\r\n"])
def test_a_break_inside_a_sentence_is_rejoined(gap: str) -> None:
    head = "完善项目储备机制，做深做细前期工作。滚动实施重点工程，力争各"
    tail = f"类专项资金支持额度占全市8%以上。加快形成实物工作量。{chr(10)}"
    prose = normalise(document(head + gap + tail))
    assert prose.text == head + tail
    assert spans(prose.cuts, "break") == [(len(head), len(head) + len(gap))]


def test_a_link_on_a_line_of_its_own_is_rejoined() -> None:
    text = "严格执行《\n河道管理办法\n》，落实河长制。全市细颗粒物（PM\n2.5\n）浓度下降。\n"
    assert analysis(text) == "严格执行《河道管理办法》，落实河长制。全市细颗粒物(PM2.5)浓度下降。\n"


def test_a_number_broken_from_its_unit_is_rejoined() -> None:
    text = "经济运行稳中向好。生产总值达到863.4\n\u200b\n亿元，增长5.7%。\n"
    assert analysis(text) == "经济运行稳中向好。生产总值达到863.4亿元，增长5.7%。\n"


@pytest.mark.parametrize(
    "text",
    [
        "（一）做强做优实体经济，着力推动工业提质\n千方百计扩大有效投资。完善项目推进机制，加快建设。\n",
        "全市上下同心同德，各项工作取得新的成绩。下面报告三个方面的工作\n一、主要成绩。过去一年成绩显著。\n",
        "尊敬的各位领导，\n欢迎大家来到临江区。我们将全力做好各项服务工作。\n",
        "大江东去浪淘尽，\n千古风流人物都。\n",
        "今天的会议开得很好！主要任务是为四季度工作划重点\n\n市委季度工作会议昨天举行。会议总结了前三季度工作。\n",
        "会议由李明主持。新华社记者王强摄\n各位代表：现在向大会报告工作，请予审议。\n",
        "产业结构更加优化。主要得益于以下几个因素\n\u3000\u3000新能源产业增长较快。装备制造业稳步回升。\n",
        "高标准农田面积\n设施农业用地面积\n农村公路里程\n",
    ],
)
def test_what_is_no_broken_sentence_stays_apart(text: str) -> None:
    assert analysis(text).count("\n") == text.count("\n")


@pytest.mark.parametrize("kind", ["heading", "list_item", "cell", "caption"])
def test_parts_of_a_layout_are_never_joined(kind: str) -> None:
    head = "完善项目储备机制，做深做细前期工作。滚动实施重点工程，力争各"
    text = f"{head}\n类专项资金支持额度占全市8%以上。加快形成实物工作量。"
    block = Block(kind, 0, len(head))  # type: ignore[arg-type]
    assert analysis(text, block) == text
    assert analysis(text, Block("paragraph", 0, len(head))) != text


def test_invisible_characters_go() -> None:
    text = "全市\u200b生产总\u00ad值\ufeff为863.4亿元\u202c。"
    prose = normalise(document(text))
    assert prose.text == "全市生产总值为863.4亿元。"
    assert len(spans(prose.cuts, "invisible")) == 4
    assert text[slice(*prose.raw(0, 3))] == "全市\u200b生"


@given(
    st.lists(
        st.sampled_from(
            [
                *"经济總量增長到區域 \t\n\r，。、１２3４.%（）《》X*",
                "\u3000",
                "\u200b",
                "(jì)",
                "(zǒng)",
                "GDP",
                "\n\n",
                "第一、",
                "1 9 9 3 年",
            ]
        ),
        max_size=80,
    )
)
def test_every_character_leads_back_to_the_one_it_came_from(pieces: list[str]) -> None:
    text = "".join(pieces)
    prose = normalise(document(text))
    offsets = list(prose.offsets) if prose.offsets is not None else list(range(len(text)))
    assert len(offsets) == len(prose.text)
    assert all(left < right for left, right in pairwise(offsets))
    assert prose.printed == "".join(text[at] for at in offsets)
    # Half-width commas stand between wide digits; a lone \r is a line end.
    expected = fold(prose.printed).replace("\r", "\n")
    assert prose.text.replace(",", "，") == expected.replace(",", "，")


def test_a_word_that_a_break_divided_is_folded_as_a_word() -> None:
    line = "污染防治成效继续扩大，全省空气质量改善程度非常显著，百姓满意率高，青川湖水质达到国家二类标准，各县任务都已完成。"
    text = wrapped(f"{line}\n" * 3, 24)
    assert "显\n著" in text
    assert "显著" in analysis(text)


@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "一",
        "（",
        "**",
        "百分之",
        "X",
        " ",
        "\n",
        "甲 ",
        "甲\n",
        "1 ",
        "(jì)",
        "甲(a",
        "\r",
        "《\n",
        "，\n甲",
    ],
)
def test_hostile_texts_are_read(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    prose = normalise(document(text))
    assert len(prose.text) <= len(text)
