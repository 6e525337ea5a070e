"""Each format gives the text that stands in it, and blocks that point into that text."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_files import make_docx, make_pdf, p

from extract import Block, Document, ReadingError, read_document
from extract.formats.list_marks import list_mark

SHARED = Path(__file__).parents[2] / "shared"


def told(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def cells(document: Document, table: int = 1) -> dict[tuple[int, int], str]:
    return {
        (block.row, block.column): document.text[block.start : block.end]
        for block in document.blocks
        if block.kind == "cell" and block.table == table
    }


def heads(document: Document, table: int = 1) -> list[str]:
    blocks = [block for block in document.blocks if block.header and block.table == table]
    return [document.text[block.start : block.end] for block in blocks]


def require_order(document: Document) -> None:
    """Blocks are in order, do not overlap, lie in the text and are not blank."""
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip()
        position = block.end


def page(body: str, name: str = "页.html") -> Document:
    return read_document(name, body.encode())


def word(body: str, **others: str) -> Document:
    return read_document("文.docx", make_docx(body, **others))


# --- any text -------------------------------------------------------------------------------------------------------

PIECES = [
    "增长",
    "12.5",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "　",
    " ",
    "# ",
    "- ",
    "1. ",
    "|",
    "---",
    "> ",
    "```",
    "===",
]
TAGS = [
    "<p>",
    "</p>",
    "<td>",
    "<table>",
    "<tr>",
    "<b>",
    "</table>",
    "<br>",
    "&lt;",
    "\\",
    "<ul><li>",
    "<sup>2</sup>",
]
pieces = st.sampled_from([*PIECES, *TAGS])


@given(st.lists(pieces, max_size=60).map("".join), st.sampled_from([".txt", ".md", ".html", ".xhtml", ""]))
def test_blocks_are_ordered_disjoint_and_inside_the_text(text: str, ending: str) -> None:
    try:
        document = read_document("文" + ending, text.encode())
    except ReadingError as problem:
        refused = problem.reason
    else:
        refused = ""
        require_order(document)
    assert not refused or "空文件" in refused or "没有可见的文字" in refused
    if not refused and ending in {".txt", ".md", ""}:
        assert document.text == text


@given(st.lists(pieces, min_size=1, max_size=60).map("".join), st.sampled_from([".txt", ".md"]))
def test_every_word_of_a_text_is_in_a_block(text: str, ending: str) -> None:
    document = read_document("文" + ending, ("增长" + text).encode())
    assert "".join(told(document)).count("增长") == document.text.count("增长")
    assert "".join(told(document)).count("12.5") == document.text.count("12.5")


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1),
    st.sampled_from([".txt", ".md", ".html"]),
)
def test_reading_is_a_function_of_its_arguments(text: str, ending: str) -> None:
    data = ("青川市\n" + text).encode()
    first, second = (read_document("文" + ending, data) for _ in range(2))
    assert first == second
    assert (first.sha256, first.size) == (hashlib.sha256(data).hexdigest(), len(data))


# --- plain text -----------------------------------------------------------------------------------------------------


def test_lines_are_paragraphs_whatever_ends_them() -> None:
    text = "一\r\n二\r三\u2028四\n\n　　五  \n"
    document = read_document("文.txt", b"\xef\xbb\xbf" + text.encode())
    assert (document.text, document.encoding, document.media_type) == (text, "utf-8", "text/plain")
    assert told(document) == ["一", "二", "三", "四", "　　五"]
    assert {block.kind for block in document.blocks} == {"paragraph"}


TABBED = """临江区2024年主要农产品产量
\t\t单位：万吨
指标\t产量\t比上年增长（%）
粮食\t45.2\t3.1
#稻谷\t30.1\t-0.4
蔬菜\t120.7\t5.0
以上为初步数。
"""


def test_lines_of_tabs_with_figures_are_a_table() -> None:
    document = read_document("表.txt", TABBED.encode())
    require_order(document)
    assert cells(document)[1, 0] == "粮食"
    assert cells(document)[2, 2] == "-0.4"
    assert heads(document) == ["指标", "产量", "比上年增长（%）"]
    assert kinds(document)[:2] == [("caption", 0, "临江区2024年主要农产品产量"), ("caption", 0, "单位：万吨")]
    assert kinds(document)[-1] == ("paragraph", 0, "以上为初步数。")


def test_a_tab_more_in_the_body_than_in_the_head_moves_no_column() -> None:
    text = "指标\t产量\t\t增长（%）\n粮食\t45.2\t\t3.1\n蔬菜\t12.0\t\t1.1\n"
    found = cells(read_document("表.txt", text.encode()))
    assert [found[row, 3] for row in range(3)] == ["增长（%）", "3.1", "1.1"]
    shifted = "品名\t单位\t产量\t增长\n原煤\t万吨\t12.5\t\t2.0\t\n水泥\t万吨\t8.1\t\t-1.0\t\n"
    found = cells(read_document("表.txt", shifted.encode()))
    assert [found[row, 3] for row in range(3)] == ["增长", "2.0", "-1.0"]


def test_a_head_behind_a_blank_line_opens_another_table() -> None:
    text = "指标\t数值\r\n粮食\t45.2\r\n\r\n蔬菜\t12.0\r\n\r\n指标\t比重\r\n棉花\t3.1\r\n油料\t1.2\r\n"
    document = read_document("表.txt", text.encode())
    assert [len(cells(document, table)) for table in (1, 2)] == [6, 6]
    assert heads(document, 2) == ["指标", "比重"]


def test_an_empty_cell_keeps_the_columns_behind_it() -> None:
    text = "指标\t1月\t2月\t3月\n投资\t1.2\t\t3.4\n消费\t2.2\t2.3\t2.4\n"
    assert cells(read_document("表.txt", text.encode()))[1, 3] == "3.4"


def test_a_subheading_belongs_to_the_table_and_not_to_its_head() -> None:
    text = "指标\t数量\t增长\n期末存栏\t\t\n牛（头）\t1200\t1.5\n羊（只）\t3400\t2.5\n"
    document = read_document("表.txt", text.encode())
    assert heads(document) == ["指标", "数量", "增长"]
    assert cells(document)[1, 0] == "期末存栏"


@pytest.mark.parametrize(
    "text",
    [
        "\t全年完成投资12.5亿元，增长3%。\n\t新增就业1200人。\n\t建成学校5所。\n",
        "一、\t总体要求\n二、\t主要目标\n三、\t保障措施\n",
        "主编\t张 三\n校对\t李 四\n排版\t王 五\n",
        "1.\t全年完成固定资产投资12.5亿元，同比增长3.1%，快于上年同期1.2个百分点，为近五年来最高水平。\n"
        "2.\t全年新增城镇就业1200人，完成年度目标的102%，比上年多增36人，超额完成了全年的任务目标。\n",
        "指标\t2024年\n",
        "产量\t12.5\n说明：以上为初步数。\n",
    ],
)
def test_prose_with_tabs_is_no_table(text: str) -> None:
    document = read_document("文.txt", text.encode())
    assert {block.kind for block in document.blocks} == {"paragraph"}


def test_masked_figures_are_figures() -> None:
    text = "指标\t本年\t增长\n产值\tX.X\t**\n投资\tXX\t3.2%\n"
    assert cells(read_document("表.txt", text.encode()))[1, 2] == "**"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not beside the repository")
def test_the_table_of_a_statistics_office() -> None:
    path = SHARED / "corpus" / "other" / "大庆市_金融表.txt"
    document = read_document(path.name, path.read_bytes())
    assert (len(cells(document, 1)), len(cells(document, 2))) == (7 + 10 * 5, 7 + 3 * 5)
    assert len(heads(document, 1)) == len(heads(document, 2)) == 7
    # The months of the second table's head stand over their own columns.
    second = cells(document, 2)
    assert [second[0, column] for column in range(7)] == heads(document, 2)
    assert all(second[row, column] for row in range(1, 4) for column in range(5))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared documents are not beside the repository")
def test_the_shared_documents_read_with_blocks_in_order() -> None:
    paths = sorted(SHARED.rglob("*.txt"))
    assert paths
    for path in paths:
        document = read_document(path.name, path.read_bytes())
        require_order(document)
        if path.parent.name == "samples":
            assert document.text == path.read_bytes().decode()


# --- Markdown -------------------------------------------------------------------------------------------------------


def test_markdown_blocks_point_into_the_source() -> None:
    text = (
        "---\ntitle: 甲\n---\n# 总体情况 ##\n\n第一行，\r\n第二行。\n\n- 甲项\n  续行\n1. 乙项\n\n> 引文\n\n主要指标\n---\n\n"
        "| 指标 | 数值 |\n|---|--:|\n| 甲\\|乙 | 12.5 |\n| | 3 |\n\n***\n"
    )
    document = read_document("文.md", text.encode())
    require_order(document)
    assert document.text == text
    assert document.media_type == "text/markdown"
    assert kinds(document) == [
        ("paragraph", 0, "title: 甲"),
        ("heading", 1, "总体情况"),
        ("paragraph", 0, "第一行，"),
        ("paragraph", 0, "第二行。"),
        ("list_item", 0, "甲项"),
        ("list_item", 0, "续行"),
        ("list_item", 0, "1. 乙项"),
        ("paragraph", 0, "引文"),
        ("heading", 2, "主要指标"),
        ("cell", 0, "指标"),
        ("cell", 0, "数值"),
        ("cell", 0, "甲\\|乙"),
        ("cell", 0, "12.5"),
        ("cell", 0, "3"),
    ]
    assert cells(document)[2, 1] == "3"
    assert heads(document) == ["指标", "数值"]


def test_a_second_table_is_counted() -> None:
    table = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    document = read_document("文.markdown", f"{table}\n文字\n\n{table}".encode())
    assert cells(document, 1) == cells(document, 2) == {(0, 0): "甲", (0, 1): "乙", (1, 0): "1", (1, 1): "2"}


# --- web pages ------------------------------------------------------------------------------------------------------


def test_a_page_gives_its_visible_text() -> None:
    document = page(
        "<!DOCTYPE html><html><head><title>标题</title><style>p{}</style></head><body><h1>青川市<br>公报</h1>"
        "<div>导语<p>全年完成\n   投资<b>12.5</b>亿元，<span>占&lt;50&percnt;</span></p>尾注</div>"
        "<script>var a = 1;</script><noscript>请启用脚本</noscript><template>模板</template><!-- 注释 -->"
        "<p hidden>隐藏</p><p style='DISPLAY : none'>隐藏</p><ul><li>甲<ul><li>乙</ul></ul></body></html>"
    )
    assert kinds(document) == [
        ("heading", 1, "青川市\n公报"),
        ("paragraph", 0, "导语"),
        ("paragraph", 0, "全年完成投资12.5亿元，占<50%"),
        ("paragraph", 0, "尾注"),
        ("list_item", 0, "甲"),
        ("list_item", 0, "乙"),
    ]
    assert document.media_type == "text/html"


def test_source_breaks_are_blanks_except_between_chinese_characters() -> None:
    document = page("<p>增长\n3.5\n%，GDP\n  growth 增\r\n  长</p><pre>甲  乙\n 丙</pre>")
    assert told(document) == ["增长 3.5 %，GDP growth 增长", "甲  乙\n 丙"]


def test_raised_digits_stay_apart_from_the_number_before() -> None:
    assert (
        page("<p>10<sup>4</sup>吨，CO<sub>2</sub>，增长5%<sup>[1]</sup></p>").text == "10⁴吨，CO2，增长5%[1]"
    )


def test_glosses_beside_characters_are_not_text() -> None:
    assert page("<p><ruby>重<rp>(</rp><rt>chóng</rt><rp>)</rp></ruby>庆</p>").text == "重庆"


def test_cells_know_their_place_with_spans() -> None:
    document = page(
        "<table><caption>主要指标</caption><thead><tr><th rowspan=2>指标<th colspan=2>产量<th rowspan=2>备注"
        "<tr><th>2023年<th>2024年</thead><tr><td>粮食<td>45.1<td>46.2<td>初步数"
        "<tr><td rowspan=2>蔬菜<td><p>1</p><p>2</p><td>3<td><tr><td>5<td>6<td>7</table>"
    )
    require_order(document)
    assert kinds(document)[0] == ("caption", 0, "主要指标")
    found = cells(document)
    assert [found[0, 0], found[0, 1], found[0, 3], found[1, 1], found[1, 2]] == [
        "指标",
        "产量",
        "备注",
        "2023年",
        "2024年",
    ]
    assert [found[2, 2], found[3, 1], found[4, 1], found[4, 3]] == ["46.2", "1\n2", "5", "7"]
    assert (3, 3) not in found
    assert heads(document) == ["指标", "产量", "备注", "2023年", "2024年"]
    assert next(block.locator for block in document.blocks if block.row == 2) == "表1第3行第1列"


def test_a_table_without_declared_head_has_the_rows_above_its_figures() -> None:
    document = page("<table><tr><td>指标<td>2024<tr><td>粮食<td>46.2<tr><td>蔬菜<td>12</table>")
    assert heads(document) == ["指标", "2024"]
    assert heads(page("<table><tr><td>姓名<td>职务<tr><td>张三<td>主任</table>")) == []


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>栏目<td>{}</table>".format("<table><tr><td>指标<td>2<tr><td>a<td>3</table>"),
        "<table><tr><td>栏目<td><h2>标题</h2>正文12</table>",
        "<table><tr><td>正文12</table>",
        "<table role=presentation><tr><td>左<td>右</table>",
        "<table><tr><td>栏目<td>{}</table>".format("正文十二个字。" * 200),
    ],
)
def test_a_table_that_only_lays_out_a_page_is_prose(table: str) -> None:
    outer = [block for block in page(table).blocks if block.kind != "cell"]
    assert outer
    assert all(block.kind in {"paragraph", "heading"} for block in outer)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        ("<meta charset='GBK'>", "gb18030"),
        ("<meta charset=utf-8>", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_says(head: str, encoding: str) -> None:
    source = f"<html><head>{head}</head><body><p>镕基路与旻园</p></body></html>"
    document = read_document("页.htm", source.encode(encoding))
    assert (document.text, document.encoding) == ("镕基路与旻园", encoding)


def test_xhtml_elements_may_close_themselves() -> None:
    source = (
        '<?xml version="1.0" encoding="GBK"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/>'
        "</head><body><p>增长<![CDATA[<5%]]></p></body></html>"
    )
    document = read_document("页.xhtml", source.encode("gb18030"))
    assert (document.text, document.media_type) == ("增长<5%", "application/xhtml+xml")


def test_a_page_without_markup_is_text() -> None:
    assert told(read_document("页.html", "甲1\n乙2".encode())) == ["甲1", "乙2"]


# --- Word -----------------------------------------------------------------------------------------------------------


def test_a_document_of_word() -> None:
    made = docx.Document()
    made.add_heading("青川市公报", 0)
    made.add_heading("总体情况", 1)
    made.add_paragraph("")
    made.add_paragraph("全年产值").add_run("12.5亿元。")
    made.add_paragraph("甲项", style="List Number")
    made.add_paragraph("乙项", style="List Number")
    made.add_paragraph("丙项", style="List Bullet")
    table = made.add_table(3, 3)
    for row, texts in enumerate([["指标", "2023年", "2024年"], ["粮食", "1.5", "1.6"], ["蔬菜", "", ""]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 1).merge(table.cell(2, 2)).text = "3.3"
    file = BytesIO()
    made.save(file)
    document = read_document("文.docx", file.getvalue())
    require_order(document)
    assert document.encoding is None
    assert kinds(document)[:6] == [
        ("heading", 1, "青川市公报"),
        ("heading", 1, "总体情况"),
        ("paragraph", 0, "全年产值12.5亿元。"),
        ("list_item", 0, "1. 甲项"),
        ("list_item", 0, "2. 乙项"),
        ("list_item", 0, "丙项"),
    ]
    assert [block.locator for block in document.blocks[:3]] == ["第1段", "第2段", "第3段"]
    assert cells(document)[2, 1] == "3.3"
    assert (2, 2) not in cells(document)
    assert heads(document) == ["指标", "2023年", "2024年"]
    assert document.blocks[-1].locator == "表1第3行第2列"


NUMBERED = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def listed(text: str, level: int, list_id: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_automatic_numbers_are_part_of_the_text() -> None:
    document = word(
        listed("总体情况", 0)
        + listed("农业", 1)
        + listed("工业", 1)
        + listed("钢铁", 2)
        + p("正文")
        + listed("工作安排", 0)
        + listed("农业", 1)
        + listed("另起", 0, 2)
        + listed("接着", 0, 2)
        + listed("未定义", 0, 9),
        numbering=NUMBERED,
    )
    assert told(document) == [
        "一、总体情况",
        "（一）农业",
        "（二）工业",
        "1.2.1 钢铁",
        "正文",
        "二、工作安排",
        "（一）农业",
        "一、另起",
        "二、接着",
        "未定义",
    ]


def test_numbers_and_levels_come_from_styles_too() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="部门标题"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="标题 2"/><w:basedOn w:val="y"/></w:style>'
    )
    document = word(
        p("总则", '<w:pStyle w:val="1"/>')
        + p("分则", '<w:pStyle w:val="x"/>')
        + p("附则", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("范围", '<w:pStyle w:val="y"/>')
        + p("正文", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
        numbering=NUMBERED,
        styles=styles,
    )
    assert kinds(document) == [
        ("heading", 1, "一、总则"),
        ("heading", 1, "二、分则"),
        ("heading", 1, "附则"),
        ("heading", 2, "范围"),
        ("list_item", 0, "三、正文"),
    ]


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        (
            "chineseCountingThousand",
            {1: "一", 10: "十", 12: "十二", 20: "二十", 103: "一百零三", 1010: "一千零一十"},
        ),
        ("chineseCounting", {11: "十一", 101: "一〇一"}),
        ("chineseLegalSimplified", {12: "壹拾贰"}),
        ("ideographTraditional", {3: "丙", 11: "11"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("upperRoman", {4: "IV", 1994: "MCMXCIV"}),
        ("decimalZero", {3: "03"}),
        ("unknownFormat", {7: "7"}),
        ("bullet", {1: ""}),
    ],
)
def test_number_formats(style: str, marks: dict[int, str]) -> None:
    assert {number: list_mark(number, style) for number in marks} == marks


def test_tracked_changes_count_as_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    deleted = '<w:del w:id="1"><w:r><w:delText>删去1</w:delText></w:r></w:del>'
    document = word(
        f"<w:p>{run.format('保留')}{deleted}<w:ins w:id='2'>{run.format('插入2')}</w:ins></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del w:id='3'/></w:rPr></w:pPr>{run.format('前半')}</w:p><w:p>{run.format('后半')}</w:p>"
        f"<w:p><w:moveFrom>{run.format('旧处')}</w:moveFrom><w:moveTo>{run.format('新处')}</w:moveTo></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del w:id='4'/></w:trPr><w:tc><w:p><w:r><w:t>删行</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert told(document) == ["保留插入2", "前半后半", "新处"]


def test_what_stands_in_runs() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE 9 </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = word(
        f"<w:p>{field}<w:r><w:t>页</w:t><w:tab/><w:t>右</w:t><w:br/><w:t>下</w:t></w:r></w:p>"
        '<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:noBreakHyphen/><w:t>5</w:t></w:r>"
        '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r></w:p>'
        "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:r><w:ruby><w:rt><w:r><w:t>zhòng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>重</w:t></w:r>"
        "</w:rubyBase></w:ruby></w:r></w:p>"
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>"
        "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>"
    )
    assert told(document) == ["3页\t右\n下", "10⁴-5±", "链接控件重", "3/4x²"]


def test_a_field_that_never_ends_does_not_swallow_the_document() -> None:
    document = word('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + p("产值12亿元"))
    assert told(document) == ["产值12亿元"]


def test_text_boxes_once_and_notes_at_the_end() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box.format(p('框内1'))}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box.format(p('框内1'))}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = word(
        f"<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id='7'/></w:r>{drawing}</w:p>" + p("后文"),
        footnotes=f"<w:footnote w:id='-1'>{p('')}</w:footnote><w:footnote w:id='7'>{p('脚注2')}</w:footnote>",
    )
    assert told(document) == ["正文", "框内1", "后文", "脚注2"]
    assert [block.locator for block in document.blocks] == ["第1段", "文本框1", "第2段", "脚注1"]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_merged_cells_come_once_at_their_corner() -> None:
    restart, two_columns = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    document = word(
        "<w:tbl>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('指标', restart)}{cell('产量', two_columns)}</w:tr>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('', '<w:vMerge/>')}{cell('2023年')}{cell('2024年')}</w:tr>"
        f"<w:tr>{cell('粮食')}{cell('1.5')}{cell('1.6')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('2.5')}{cell('2.6')}</w:tr>"
        "</w:tbl>"
    )
    assert cells(document) == {
        (0, 0): "指标",
        (0, 1): "产量",
        (1, 1): "2023年",
        (1, 2): "2024年",
        (2, 0): "粮食",
        (2, 1): "1.5",
        (2, 2): "1.6",
        (3, 1): "2.5",
        (3, 2): "2.6",
    }
    assert heads(document) == ["指标", "产量", "2023年", "2024年"]


def test_a_frame_around_prose_or_a_table_is_no_table() -> None:
    inner = (
        f"<w:tbl><w:tr>{cell('指标')}{cell('数值')}</w:tr><w:tr>{cell('粮食')}{cell('1.5')}</w:tr></w:tbl>"
    )
    document = word(
        f"<w:tbl><w:tr>{cell('公告')}</w:tr></w:tbl>"
        f"<w:tbl><w:tr>{cell('左栏')}<w:tc>{inner}{p('')}</w:tc></w:tr></w:tbl>"
    )
    assert kinds(document)[:2] == [("paragraph", 0, "公告"), ("paragraph", 0, "左栏")]
    assert cells(document) == {(0, 0): "指标", (0, 1): "数值", (1, 0): "粮食", (1, 1): "1.5"}


def test_strict_documents_are_read() -> None:
    from sample_files import WORD, make_zip

    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{p("产值12亿元")}</w:body></w:document>'.replace(
        WORD, strict
    )
    assert told(read_document("文.docx", make_zip({"word/document.xml": xml}))) == ["产值12亿元"]


# --- PDF ------------------------------------------------------------------------------------------------------------


def test_a_pdf_gives_its_lines_with_their_pages() -> None:
    document = read_document(
        "文.pdf", make_pdf([["青川市2024年公报", "粮食产量12.5万吨，"], [], ["增长3.2%。"]])
    )
    require_order(document)
    assert document.text == "青川市2024年公报\n粮食产量12.5万吨，\n增长3.2%。"
    assert [block.locator for block in document.blocks] == ["第1页", "第1页", "第3页"]
    assert (document.media_type, document.encoding) == ("application/pdf", None)


def test_pdfs_are_read_the_same_on_many_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    data = make_pdf([[f"第{page}页共有{page * 7}项"] for page in range(1, 20)])
    with ThreadPoolExecutor(4) as pool:
        texts = {document.text for document in pool.map(read_document, ["文.pdf"] * 12, [data] * 12)}
    assert len(texts) == 1
    assert texts.pop().count("\n") == 18


# --- what a file is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("文.txt", make_pdf([["产值12亿元"]]), "application/pdf"),
        ("文.pdf", b"\n\n" + make_pdf([["12"]]), "application/pdf"),
        (
            "文.doc",
            make_docx(p("产值12亿元")),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "文",
            make_docx(p("产值12亿元")),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("文.txt", "\ufeff<!-- x --><!DOCTYPE HTML><p>产值12亿元".encode(), "text/html"),
        ("文.doc", "<html><p>产值12亿元".encode("utf-16"), "text/html"),
        ("文.MD", "# 标题".encode(), "text/markdown"),
        ("文.txt", "# 标题 <p>".encode(), "text/plain"),
        ("a.md/文.text", "# 标题".encode(), "text/plain"),
        ("文\n名.txt", "PK赛共有12场".encode(), "text/plain"),
        ("文.html", "<p>产值".encode(), "text/html"),
    ],
)
def test_content_goes_before_ending(name: str, data: bytes, media_type: str) -> None:
    document = read_document(name, data)
    assert (document.media_type, document.source) == (media_type, name)
    require_order(document)


def test_document_and_block_are_plain_values() -> None:
    document = read_document("文.txt", "产值12亿元".encode())
    assert document.blocks == (Block("paragraph", 0, 6),)


def test_a_short_line_without_tabs_between_rows_is_a_subheading() -> None:
    rows = "指标\t数值\n牛\t29.4\n期末出栏\n猪\t22.3\n羊\t9.6\n"
    document = read_document("a.txt", rows.encode())
    assert {block.table for block in document.blocks} == {1}
    prose = read_document("a.txt", "指标\t数值\n牛\t29.4\n以下为说明。\n猪\t22.3\n羊\t9.6\n".encode())
    assert any(block.kind == "paragraph" for block in prose.blocks)
