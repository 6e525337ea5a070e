"""K01: a line or page break inside a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks.finding import Hit, Severity
from checks.rule import Example, Rule
from checks.rules.layout.word_breaks import line_breaks, splits_word
from extract import Reading
from extract.han import HAN
from extract.late import late
from extract.normalise import spans

_MANY = 6
_MOST = 10
_NEAR = 30
_SHOWN = 200
_AROUND = 4
_LONG = 14
_FEW = 3
_PAGE_NUMBER = late(
    "\n\\s{0,8}(?:[-—–－]{1,2} ?[0-9]{1,4} ?[-—–－]{1,2}|第 ?[0-9]{1,4} ?[页頁]|[0-9]{1,3})[ \t\u3000]*\r?\n\\s{0,8}"
    f"(?={HAN})(?![一二三四五六七八九十]{{1,3}}、|第[一二三四五六七八九十]{{1,3}}[章节節條条])"
)
_OPEN_END = late(f"(?:{HAN}|[A-Za-z0-9，、,])")
_HAN_END = late(HAN)
_LEAD = late(f"\n([ \u3000]{{1,8}}\r?\n(?:{HAN}|[、，]){{4,40}}。)\r?\n(?={HAN})")
_CLAUSE = late(f"[，。；]|{HAN},")
_SPLIT_NUMBER = late("[0-9.](?=[0-9亿万千%元]|[人户亩吨]|公里|个百|平方)")


def find(reading: Reading) -> Iterator[Hit]:
    """Find the breaks that normalisation took out; a text wrapped throughout gives one hit.

    A break that splits a word or a number is a warning of its own, unless the whole text is wrapped.
    """
    text = reading.document.text
    breaks = spans(reading.prose.cuts, "break")
    split = [(start, end) for start, end in breaks if _splits(reading, start)]
    if len(split) <= _MANY:
        breaks = [span for span in breaks if span not in set(split)]
    else:
        split = []
    chains: list[list[tuple[int, int]]] = []
    wrapped = False
    for start, end in breaks:
        if chains and start - chains[-1][-1][1] <= _NEAR:
            chains[-1].append((start, end))
        else:
            chains.append([(start, end)])
    if len(chains) > _MANY or len(breaks) > _MOST:
        first, *others = [_around(text, start, end) for start, end in breaks[:_SHOWN]]
        words = f"全文有{len(breaks)}处句中换行，系固定行宽换行或链接单独成行"
        yield Hit(*first, words, "分析时已接续", "合并断行，恢复自然段", tuple(others))
        chains, wrapped = [], True
    for chain in chains:
        alone = len(chain) == 1 and len(chains) <= _FEW and _between_words(text, *chain[0])
        hit = _told(text, chain, "前一行没有句末标点，后一行接着同一句话")
        yield replace(hit, severity="warning" if alone else None)
    yield from _left_standing(reading, split, wrapped)
    yield from _page_numbers(text)
    yield from _lone_leads(text)


def _lone_leads(text: str) -> Iterator[Hit]:
    """Leading sentences that were cut from their paragraph: an indented blank line, a short sentence, its paragraph."""
    places = [match.span(1) for match in _LEAD.finditer(text)]
    if places:
        first, *others = places
        words = f"段首句独立成行，与下文断开，共{len(places)}处"
        yield Hit(*first, words, "前一行只有缩进的空格", "与下一行接排", tuple(others[:_SHOWN]), "info")


def _between_words(text: str, start: int, end: int) -> bool:
    """Whether words stand on both sides: links on lines of their own stand beside quotation marks."""
    return (_HAN_END.match(text, start - 1) is not None or text[start - 1] in "，,、") and (
        _HAN_END.match(text, end) is not None
    )


def _left_standing(reading: Reading, split: list[tuple[int, int]], wrapped: bool) -> Iterator[Hit]:
    """The breaks that split words and numbers, and those that normalisation left where they are."""
    text, prose = reading.document.text, reading.prose
    found = [(*prose.raw(one.start, one.end), one.splits, one.told) for one in line_breaks(prose.text)]
    found += [(start, end, True, True) for start, end in split]
    if len(found) > _MOST:
        if not wrapped:
            first, *others = [_around(text, start, end) for start, end, *_ in sorted(found)[:_SHOWN]]
            yield Hit(*first, f"全文有{len(found)}处句中换行", "", "合并断行，恢复自然段", tuple(others))
        return
    for start, end, splits, told in found:
        proof = "词语或数字被换行切成两半" if splits else "前一行没有句末标点，后一行接着同一句话"
        serious = splits or (told and len(found) <= _FEW)
        yield replace(_told(text, [(start, end)], proof), severity="warning" if serious else None)


def _told(text: str, chain: list[tuple[int, int]], proof: str) -> Hit:
    first, *others = [_around(text, start, end) for start, end in chain]
    (start, end), (left, right) = chain[0], first
    before, after = _one_line(text[left:start]), _one_line(text[end:right])
    words = f"“{before}”与“{after}”之间断行，句子被切开"
    return Hit(left, right, words, proof, f"{before}{after}", tuple(others))


def _splits(reading: Reading, start: int) -> bool:
    """Whether a break that was taken out stood inside a word or between a number and its unit."""
    words = reading.prose.text
    at = reading.prose.at(start)
    if not 1 < at < len(words) - 1:
        return False
    return splits_word(words, at, at) or _SPLIT_NUMBER.match(words, at - 1) is not None


def _page_numbers(text: str) -> Iterator[Hit]:
    """Page numbers that stand between two halves of a sentence."""
    places = []
    for match in _PAGE_NUMBER.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
        if len(line) < _LONG or not _OPEN_END.match(line, len(line) - 1):
            continue
        if match[0].strip().isdecimal() and not _HAN_END.match(line, len(line) - 1):
            continue  # M⏎2⏎增长: a subscript
        last = text.find("\n", match.end())
        if _CLAUSE.search(text, match.end(), last if last >= 0 else len(text)):
            places.append(_around(text, *match.span()))
    if places:
        first, *others = places
        words = f"句子中间夹有页码，共{len(places)}处" if others else "句子中间夹有页码"
        severity: Severity | None = None if len(places) > 1 else "warning"
        yield Hit(*first, words, "前后两行是同一句话", "删除页码，接续上下文", tuple(others), severity)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    return max(0, start - _AROUND), min(len(text), end + _AROUND)


def _one_line(words: str) -> str:
    return "".join(words.split())


RULE = Rule(
    code="K01",
    name="broken-sentence",
    title="句子被换行切断",
    category="layout",
    severity="info",
    what="查找落在一句话中间的换行或空行，包括分页（夹有页码）、扫描造成的断行和链接单独成行；整篇按固定行宽换行的合并报一条。"
    "个别把词语、数字或句子切成两半的断行是警告。",
    why="断行把词和数字切开，检索、朗读和排版都会出错。",
    silent="标题、序号开头的段落、称呼、诗句、名单、表格单元和列表项之间的换行，不报。",
    bad=(
        Example(
            "健全项目储备机制，做深做细前期工作。滚动实施重点工程，力争各\n\n类专项资金占全市8%以上。加快形成实物工作量。\n",
            "力争各",
        ),
        Example("经济运行稳中向好。生产总值达到863.4\n亿元，增长5.7%。\n", "863"),
    ),
    good=(
        "健全项目储备机制，做深做细前期工作。滚动实施重点工程，力争各类专项资金占全市8%以上。\n加快形成实物工作量。\n",
        "（一）做强做优实体经济，着力推动工业提质\n千方百计扩大有效投资。完善项目推进机制。\n",
    ),
    near=("尊敬的各位领导，\n欢迎大家来到临江区。我们将全力做好各项服务工作。\n",),
    reads="text",
    find=find,
)
