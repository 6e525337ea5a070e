"""Paragraphs, sentences, list marks, the title and the date of a text, in sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import Block, Document, read_document
from extract.chrome import furniture
from extract.dated import dated
from extract.emphasis import bold_marks
from extract.enumerators import FAMILIES, LEVELS, find_enumerators, han_number, heading_levels
from extract.normalise import normalise
from extract.outline import Outline
from extract.segment import segment

SHARED = Path(__file__).resolve().parents[2] / "shared"


def outline_of(text: str) -> tuple[str, Outline]:
    document = read_document("甲.txt", text.encode())
    prose = normalise(document)
    return prose.text, segment(document, prose)


def sentences(text: str) -> list[str]:
    prose, outline = outline_of(text)
    return [prose[sentence.start : sentence.end] for sentence in outline.sentences]


def marks(text: str) -> list[tuple[str, int, str]]:
    prose, outline = outline_of(text)
    return [(mark.family, mark.number, prose[mark.start : mark.end]) for mark in outline.enumerators]


def kinds(text: str) -> list[tuple[str, int]]:
    return [(paragraph.kind, paragraph.level) for paragraph in outline_of(text)[1].paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青川市增长3.5%。云溪县持平！临江区呢？", ["青川市增长3.5%。", "云溪县持平！", "临江区呢？"]),
        ("一要稳；二要进；三要快。", ["一要稳；", "二要进；", "三要快。"]),
        ("他说：“要抓紧。”大家赞成。", ["他说：“要抓紧。”", "大家赞成。"]),
        ("（会议已开过。）现在动工。", ["(会议已开过。)", "现在动工。"]),
        ("任务重……时间紧。", ["任务重……", "时间紧。"]),
        ("青川市很好!云溪县也好?临江区更好;", ["青川市很好!", "云溪县也好?", "临江区更好;"]),
        ("收入为3.5亿元，版本v2.0.1不变。", ["收入为3.5亿元，版本v2.0.1不变。"]),
        ("开局良好.任务艰巨.", ["开局良好.", "任务艰巨."]),
        ("一.综合", ["一.综合"]),
        ("第一行没有句号\n第二行也没有", ["第一行没有句号", "第二行也没有"]),
    ],
)
def test_sentences_end_at_stops_and_lines(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "family", "number"),
    [
        ("一、综合", "han_comma", 1),
        ("十二、附则", "han_comma", 12),
        ("（三）扩大内需", "han_bracket", 3),
        ("㈢扩大内需", "han_bracket", 3),
        ("二）扩大内需", "han_half", 2),
        ("2.扩大内需", "digit_dot", 2),
        ("2、扩大内需", "digit_comma", 2),
        ("2、7月新增项目多", "digit_comma", 2),
        ("（2）扩大内需", "digit_bracket", 2),
        ("2）扩大内需", "digit_half", 2),
        ("②扩大内需", "circled", 2),
        ("[12]名词解释", "note", 12),
        ("第三章 监督管理", "chapter", 3),
        ("第二节 工业", "section", 2),
        ("二是扩大内需", "is", 2),
        ("三要扩大内需", "must", 3),
        ("第二，扩大内需", "ordinal", 2),
        ("其二，扩大内需", "one_of", 2),
        ("其次，扩大内需", "sequence", 2),
        ("## 二、扩大内需", "han_comma", 2),
    ],
)
def test_every_family_opens_a_paragraph(text: str, family: str, number: int) -> None:
    (mark,) = outline_of(text)[1].enumerators
    assert (mark.family, mark.number, mark.opens, mark.paragraph) == (family, number, True, 0)
    assert family in FAMILIES


@pytest.mark.parametrize(
    "text",
    [
        "3.5亿元是全年投资",
        "二、三产业加快发展",
        "三、四线城市去库存",
        "3、4月份开工多",
        "第一、二、三产业协调发展",
        "排名全省第一，创历史最好水平",
        "这是唯一是统一要求的事",
        "坚持三要三不要",
        "第二章讲述的是治理，内容很长很长，不是标题，而是一句完整的话。",
        "第一条公路建成通车",
        "丁是丁卯是卯，一是一，二是二",
        "最后，希望大家抓好落实",
    ],
)
def test_words_that_look_like_marks_are_none(text: str) -> None:
    assert marks(text) == []


def test_marks_inside_a_paragraph_follow_the_end_of_a_clause() -> None:
    text = (
        "主要有：一是抓投资，二是一以贯之抓招商。下面讲两点意见：一、要快。二、要好。指标是：1.增长；2.就业。"
    )
    assert [(family, number) for family, number, _ in marks(text)] == [
        ("is", 1),
        ("is", 2),
        ("han_comma", 1),
        ("han_comma", 2),
        ("digit_dot", 1),
        ("digit_dot", 2),
    ]


def test_articles_need_company() -> None:
    text = "第一条 为了规范管理。\n第二条本办法适用于全市。\n第三条 自印发之日起施行。"
    assert [(family, number) for family, number, _ in marks(text)] == [("article", n) for n in (1, 2, 3)]


def test_the_last_of_a_sequence_counts_on() -> None:
    assert [
        (family, number) for family, number, _ in marks("首先，抓投资。其次，抓消费。最后，抓出口。")
    ] == [
        ("sequence", 1),
        ("sequence", 2),
        ("sequence", 3),
    ]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零五", 105),
        ("12", 12),
        ("X", 0),
    ],
)
def test_numerals_of_marks(numeral: str, value: int) -> None:
    assert han_number(numeral) == value


def test_headings_have_levels_and_govern_what_follows() -> None:
    text = (
        "青川市政府工作报告\n各位代表：\n一、工作回顾\n（一）经济运行\n总体平稳，好于预期。\n（二）民生改善\n收入增加，就业稳定。\n"
        "二、工作安排\n抓好落实，务求实效。"
    )
    prose, outline = outline_of(text)
    found = [(p.kind, p.level, p.section) for p in outline.paragraphs]
    assert found == [
        ("body", 0, -1),
        ("body", 0, -1),
        ("heading", 1, -1),
        ("heading", 2, 2),
        ("body", 0, 3),
        ("heading", 2, 2),
        ("body", 0, 5),
        ("heading", 1, -1),
        ("body", 0, 7),
    ]
    assert outline.title == "青川市政府工作报告"
    assert prose[outline.paragraphs[2].start : outline.paragraphs[2].end] == "一、工作回顾"


def test_levels_have_no_gaps() -> None:
    assert heading_levels(("han_comma", "digit_dot")) | {} == {
        family: {LEVELS["han_comma"]: 1, LEVELS["digit_dot"]: 2}[rank]
        for family, rank in LEVELS.items()
        if rank in (LEVELS["han_comma"], LEVELS["digit_dot"])
    }


def test_an_unnumbered_line_above_prose_is_a_heading() -> None:
    text = (
        "把项目抓得更实，确保开门红\n"
        "会议指出，要把项目建设抓得更紧更实，一个项目一个专班，一件事一件事盯到底，确保一季度开工率达到六成以上。"
    )
    assert kinds(text) == [("heading", 1), ("body", 0)]


def test_cells_and_declared_headings_come_from_the_format() -> None:
    text = "总表\n地区\t增速\n青川市\t6.1%\n正文在此。"
    blocks = (
        Block("heading", 0, 2, level=2),
        Block("cell", 3, 5, table=1),
        Block("cell", 6, 8, table=1, column=1),
        Block("cell", 9, 12, table=1, row=1),
        Block("cell", 13, 17, table=1, row=1, column=1),
        Block("paragraph", 18, 23),
    )
    document = Document("甲.docx", "", 0, "text/plain", None, text, blocks)
    outline = segment(document, normalise(document))
    assert [(p.kind, text[p.start : p.end]) for p in outline.paragraphs] == [
        ("heading", "总表"),
        ("cell", "地区"),
        ("cell", "增速"),
        ("cell", "青川市"),
        ("cell", "6.1%"),
        ("body", "正文在此。"),
    ]
    assert outline.title == "总表"


def test_furniture_is_told_from_text() -> None:
    lines = [
        "您的位置：首页>>政务公开>>正文",
        "下载",
        "【字号：",
        "大 中 小",
        "】",
        "青川市部署四季度工作",
        "来源：青川日报",
        "发布时间：2025-10-09 08:30",
        "会议今天召开。",
        "青川市部署四季度工作",
        "会议强调抓项目。",
        "青川市部署四季度工作",
        "市长到园区调研。 本报记者 张明 摄",
        "责任编辑：李强",
        "分享到：",
    ]
    assert furniture(lines) == [
        "chrome", "chrome", "chrome", "chrome", "chrome", "", "chrome", "chrome", "", "caption", "", "caption", "caption",
        "chrome", "chrome",
    ]  # fmt: skip


def test_a_numbered_line_or_a_sentence_is_no_caption() -> None:
    lines = ["一、主要目标", "增长。", "一、主要目标", "稳定。", "一、主要目标", "增长。", "增长。"]
    assert set(furniture(lines)) == {""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在工作会上的讲话\n（2020年12月30日 市会议中心）\n同志们：", (2020, 12, 30)),
        ("政府工作报告\n——2025年3月5日在市人民代表大会上\n各位代表：", (2025, 3, 5)),
        ("2026年青川市政府工作报告\n2026年1月14日在会上\n时间：2026-01-22\n各位代表：", (2026, 1, 14)),
        ("政府工作报告\n二〇二五年三月五日\n各位代表：", (2025, 3, 5)),
        ("关于抓好防汛的讲话\n发表时间：2023/9/2 8:01:28\n同志们：", (2023, 9, 2)),
        ("关于做好防汛工作的通知\n各县区：\n请抓好落实。\n2026年5月6日", (2026, 5, 6)),
        ("2026年青川市政府工作报告\n各位代表：\n一年来成绩很大。", (2026, 0, 0)),
        ("青川新闻\n会议今天下午召开，研究四季度工作。", None),
    ],
)
def test_the_date_that_a_document_gives_itself(text: str, expected: tuple[int, int, int] | None) -> None:
    assert outline_of(text)[1].dated == expected


def test_a_date_in_prose_is_not_the_documents_own() -> None:
    lines = [
        "青川新闻",
        "2025年3月5日，全国人大会议在北京开幕，青川市代表团参加了审议，提出建议若干条，受到有关方面的重视和好评。",
    ]
    assert dated(lines, ["", ""], "青川新闻") is None


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("**青川市：开局良好**\n各项指标平稳。", {0, 10}),
        ("1、**制造业回暖**。订单增加。", {2, 9}),
        ("这对**来说是机会，**市要抓住。", set()),
        ("没有星号", set()),
    ],
)
def test_bold_type_is_told_from_placeholders(text: str, bold: set[int]) -> None:
    assert bold_marks(text) == bold


PIECES = [
    "一、",
    "（一）",
    "1.",
    "一是",
    "第一，",
    "。",
    "；",
    "！",
    "”",
    "“",
    "3.5",
    "\n",
    " ",
    "\t",
    "青川",
    "%",
    "…",
    "A.",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_the_parts_of_an_outline_lie_in_order_inside_the_text(text: str) -> None:
    document = Document("甲", "", 0, "text/plain", None, text, ())
    prose = normalise(document)
    outline, text = segment(document, prose), prose.text
    end = 0
    for paragraph in outline.paragraphs:
        assert end <= paragraph.start < paragraph.end <= len(text)
        assert text[paragraph.start : paragraph.end].strip() == text[paragraph.start : paragraph.end] != ""
        end = paragraph.end
    end = 0
    for sentence in outline.sentences:
        paragraph = outline.paragraphs[sentence.paragraph]
        assert end <= sentence.start < sentence.end
        assert paragraph.start <= sentence.start
        assert sentence.end <= paragraph.end
        end = sentence.end
    covered = {at for sentence in outline.sentences for at in range(sentence.start, sentence.end)}
    assert all(not character.strip() or at in covered for at, character in enumerate(text))
    end = 0
    for mark in outline.enumerators:
        assert end <= mark.start < mark.end
        assert mark.number > 0
        assert outline.paragraphs[mark.paragraph].start <= mark.start
        end = mark.end


def test_marks_need_paragraphs() -> None:
    assert find_enumerators("", ()) == ()


SAMPLE_000 = SHARED / "samples" / "000.txt"


@pytest.mark.skipif(not SAMPLE_000.exists(), reason="the shared samples are not beside the repository")
def test_the_masked_speech_has_its_sections() -> None:
    prose, outline = outline_of(SAMPLE_000.read_text(encoding="utf-8"))
    headings = [prose[p.start : p.start + 2] for p in outline.paragraphs if p.kind == "heading"]
    assert headings == ["一、", "二、", "三、"]
    assert outline.dated == (2020, 12, 30)
    assert [mark.number for mark in outline.enumerators if mark.family == "han_bracket"] == [1, 2, 3, 4, 5, 6]


HEADLINES = SHARED / "samples" / "002.txt"


@pytest.mark.skipif(not HEADLINES.exists(), reason="the shared samples are not beside the repository")
def test_the_headline_that_a_page_repeats_is_a_caption() -> None:
    outline = outline_of(HEADLINES.read_text(encoding="utf-8"))[1]
    assert sum(paragraph.kind == "caption" for paragraph in outline.paragraphs) == 6
