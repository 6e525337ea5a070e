"""J12: buttons, paths, credits and advertisements of the web page or newspaper that the text was copied from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.script.places import Span, covered, gather
from checks.rules.script.residue import residues
from extract import Reading
from extract.han import HAN
from extract.late import late

_STAFF = late(
    r"^(?:(?:值班|夜班|责任|本版|版面|执行|网络|网站|首席)?(?:主任|编辑|编委|主编|总编|校对|审读|审校|检校|组版|排版|美编|编审|统筹)"
    r"|[一二三四五六七八九十]{1,2}(?:[、至—-][一二三四五六七八九十]{1,2}){0,5}版(?:编辑|校对|组版)?|电脑组版)"
    rf"(?:[ \t]{{1,8}}{HAN}{{2,4}}(?:[ 、]{HAN}{{1,4}}){{0,5}}|[ \t]{{0,4}})$",
    re.MULTILINE,
)
_CODE = late(r"^[0-9a-f]{32}:?$", re.MULTILINE)
_ADDRESS = late(r"(?:https?://|www\.)[A-Za-z0-9./?=&%#_~:+-]{3,200}")
# An address that nothing introduces, in the middle of Chinese words.
_MARK_BEFORE = late("[。；，！、”]")
_FOLLOWS = late(HAN)
_WEAK = late(
    r"(?:Public|false|true|图片[:：]|来源|稿源|时间|日期|发布|发表|更新|作者|记者|摄影|文/|图/|供稿|成文|索引|信息|浏览|阅读|点击|[0-9年月日:\- ]{6,30}$)"
)
_WORD = late(f"(?:{HAN}|[A-Za-z0-9])")
_LEAST_STAFF = 2
_LONGEST = 60
_MANY = 8
_FEW = 2
_PROSE = 30


def find(reading: Reading) -> Iterator[Hit]:
    """Find the furniture: one hit for what must go, one for what is worth knowing."""
    text = reading.prose.text
    lines = [
        (paragraph.start, paragraph.end)
        for paragraph in reading.outline.paragraphs
        if paragraph.kind == "chrome" and paragraph.end > paragraph.start
    ]
    known = {start for start, _ in lines}
    staff = [match.span() for match in _STAFF.finditer(text) if match.start() not in known]
    if len(staff) >= _LEAST_STAFF:
        lines += staff
    lines += [match.span() for match in _CODE.finditer(text) if match.start() not in known]
    lines.sort()
    told = covered(lines)
    leftover = [span for span in residues(text) if not told(span[0])]
    inline = [span for span in leftover if text[span[0] - 1 : span[0]] not in ("", "\n")]
    strong: list[Span] = [span for span in leftover if text[span[0] - 1 : span[0]] in ("", "\n")]
    weak: list[Span] = []
    stray: list[Span] = []
    prose = _prose(reading) if lines else []
    for run in _runs(text, lines):
        worded = [span for span in run if _WORD.search(text, *span)]
        if worded and len(run) == 1 and _is_weak(text, *run[0]) and _amid(prose, run[0][0]):
            stray.extend(run)
        elif worded:
            (weak if all(_is_weak(text, *span) for span in worded) else strong).extend(run)
    (strong if len(stray) <= _FEW else weak).extend(stray)
    strong.sort()
    weak.sort()
    if strong:
        yield gather(strong, f"{_named(reading, strong)}不是正文，是网页或报纸版面的残留", "", "删除")
    if weak:
        hit = gather(weak, f"{_named(reading, weak)}是发布信息，不属于正文", "", "核实是否保留")
        yield replace(hit, severity="info")
    yield from _within(text, inline)
    inside = [match.span() for match in _ADDRESS.finditer(text) if not told(match.start())]
    amid = [
        span for span in inside if _MARK_BEFORE.match(text, span[0] - 1) and _FOLLOWS.match(text, span[1])
    ]
    for start, end in amid[:_MANY]:
        yield Hit(start, end, f"句中夹有网址“{text[start:end][:40]}”", "", "核实是否误粘")
    inside = [span for span in inside if span not in set(amid[:_MANY])]
    if inside:
        yield replace(
            gather(inside, f"正文中有裸露的网址{len(inside)}处", "", "核实是否需要"), severity="info"
        )


def _prose(reading: Reading) -> list[int]:
    """Where the paragraphs of prose begin."""
    return [
        paragraph.start
        for paragraph in reading.outline.paragraphs
        if paragraph.kind == "body" and paragraph.end - paragraph.start >= _PROSE
    ]


def _amid(prose: list[int], at: int) -> bool:
    """Whether a line of credits stands among paragraphs of prose, and not above or below them."""
    index = bisect_left(prose, at)
    return index >= _FEW and len(prose) - index >= _FEW


def _within(text: str, spans: list[Span]) -> Iterator[Hit]:
    """Residue that stands inside a paragraph, each place told alone unless there are many."""
    if len(spans) > _MANY:
        yield gather(spans, f"正文中夹有网页按钮、署名或告示{len(spans)}处", "", "删除")
        return
    for start, end in spans:
        words = text[start:end].strip()
        yield Hit(start, end, f"正文中夹有“{words[:24]}”，是网页按钮、署名或告示的残留", "", "删除")


def _named(reading: Reading, spans: list[Span]) -> str:
    start, end = reading.prose.raw(*spans[0])
    first = reading.document.text[start:end].strip()[:20]
    return f"“{first}”等{len(spans)}行" if len(spans) > 1 else f"“{first}”"


def _is_weak(text: str, start: int, end: int) -> bool:
    return _WEAK.match(text, start, end) is not None or end - start > _LONGEST


def _runs(text: str, lines: list[Span]) -> list[list[Span]]:
    runs: list[list[Span]] = []
    for span in lines:
        if runs and not text[runs[-1][-1][1] : span[0]].strip():
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


RULE = Rule(
    code="J12",
    name="page-furniture",
    title="网页或版面残留",
    category="stray",
    severity="warning",
    what="查找当前位置、分享、打印、字号、责任编辑、相关文章、客服广告等网页和报纸版面的残留，合并报一条；来源、时间等发布信息只作提示。",
    why="按钮、导航、广告和版面署名不属于文件本身，混入正文会影响阅读、统计和发布。",
    silent="正文里谈到下载、打印、来源的句子，署名和成文日期，不报。",
    bad=(
        Example(
            "您的位置：首页 >> 政务公开 >> 报告\n2024年，云溪县经济稳中向好。全年粮食产量21万吨。\n",
            "您的位置",
        ),
        Example("2024年，云溪县经济稳中向好。全年粮食产量21万吨。\n分享到：\n相关文章：\n", "分享到"),
        Example("青川市粮食产量21万吨。点击查看大图全年财政收入86亿元，增长5%。", "点击查看大图"),
        Example("会议要求抓好落实。全年粮食产量21万吨。\n值班主任\t王 强\n责任编辑\t李小明\n", "值班主任"),
    ),
    good=(
        "2024年，云溪县经济稳中向好。全年粮食产量21万吨。\n",
        "青川市统计局\n2024年3月5日\n",
    ),
    near=(
        "群众可以在平台下载、打印证明，材料来源于各乡镇，分享改革成果。\n",
        "加强版权保护，整治虚假广告，责任编辑要把好关。关注民生，扫码点餐、扫码支付更加方便。\n",
    ),
    find=find,
)
