"""J10: HTML, entities, escapes and Markdown that were left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.places import covered, gather, listed
from extract import Reading
from extract.late import late

_TAG = (
    "</?(?:a|abbr|b|blockquote|body|br|button|center|code|dd|div|dl|dt|em|embed|font|footer|form|h[1-6]|head|header|hr|html|i|"
    "iframe|img|input|label|li|link|main|meta|nav|o:p|object|ol|option|p|param|pre|script|section|select|small|source|span|"
    "strike|strong|style|sub|sup|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video|xmp)"
    "(?:[ \n][a-zA-Z:-]{1,24} ?=[^<>]{0,400})? ?/?>"
)
_TAGS = late(f"(?:{_TAG}\\s{{0,8}}){{1,99}}", re.IGNORECASE)
_ENTITIES = late(
    r"&(?:nbsp|lt|gt|amp|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|emsp|ensp|thinsp|bull|times|yen|"
    r"#[0-9]{2,6}|#x[0-9a-fA-F]{2,6});"
)
_ESCAPES = late(r"\\(?:[nrt](?![A-Za-z])|u[0-9a-fA-F]{4})")
_MARKDOWN = late(
    r"^#{1,6} (?=\S)|^\|(?: ?:?-{2,}:? ?\|)+|!\[[^\]\n]{0,60}\]\([^)\n]{1,200}\)|^\*\*[^*\n]{1,60}\*\*(?=[：:。\n]|$)",
    re.MULTILINE,
)
_FEWEST = 2
_BOLD = late(r"\*\*")
_MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the residue, one hit for each kind."""
    text = reading.document.text
    if "<" in text:
        spans = [(match.start(), match.start() + len(match[0].rstrip())) for match in _TAGS.finditer(text)]
        if spans:
            tags = listed([text[start:end].split("\n")[0][:24] for start, end in spans], 4)
            yield replace(
                gather(spans, f"正文中残留HTML标签{len(spans)}处：{tags}", "", "删除"), severity="error"
            )
    if "&" in text:
        spans = [match.span() for match in _ENTITIES.finditer(text)]
        if spans:
            names = listed([text[start:end] for start, end in spans])
            yield gather(spans, f"正文中残留HTML实体{len(spans)}处：{names}", "", "还原为相应的字符")
    if "\\" in text:
        spans = [match.span() for match in _ESCAPES.finditer(text)]
        if spans:
            names = listed([text[start:end] for start, end in spans])
            yield gather(spans, f"正文中残留转义符{len(spans)}处：{names}", "", "还原为相应的字符")
    if reading.document.media_type not in _MARKDOWN_TYPES and ("#" in text or "*" in text or "|" in text):
        spans = [match.span() for match in _MARKDOWN.finditer(text)]
        if len(spans) >= _FEWEST:
            inside = covered(spans)
            spans += [match.span() for match in _BOLD.finditer(text) if not inside(match.start())]
            spans.sort()
        if spans:
            hit = gather(spans, f"纯文本中有Markdown标记{len(spans)}处", "", "发布前转换为版式或删除")
            yield replace(hit, severity="info")


RULE = Rule(
    code="J10",
    name="markup-residue",
    title="残留的标记代码",
    category="stray",
    severity="warning",
    what="查找HTML标签（错误）、HTML实体和转义符（警告）、纯文本文件里的Markdown标记（提示），每种合并报一条。",
    why="标记代码不是正文，系从网页、数据库复制时所留；读者会直接看到尖括号和代码。",
    silent="不等号、书名号、遮盖数字用的星号，以及Markdown文件自己的标记，不报。",
    bad=(
        Example("全市新增就业2.4万人。<br/>城镇登记失业率为3.1%。", "<br/>"),
        Example("农业总产值86.3亿元，&nbsp;增长4.2%。", "&nbsp;"),
        Example('重点项目进展顺利。\n<li id="x9"><span class="t"></span></li>', "<li"),
    ),
    good=("全市新增就业2.4万人。城镇登记失业率为3.1%。", "农业总产值86.3亿元，增长4.2%，R&D投入强度2.1%。"),
    near=("增长率<5%或>8%的县区各有2个，**县完成**亿元，**市完成**亿元。", "a<b且b>c时取中值。"),
    reads="text",
    find=find,
)
