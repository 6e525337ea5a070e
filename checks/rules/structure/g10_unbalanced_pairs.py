"""G10: quotation marks and brackets without their partner (GB/T 15834-2011, 4.8 and 4.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checks.finding import Hit
from checks.rule import Example, Rule
from checks.rules.structure.pairs import CLOSERS, OPENERS, BrokenPair, broken_pairs
from extract import Reading
from extract.late import late

_CLAUSE_END = late(r"[，。；：！？\n,;!?]")
_MOST = 50
_LONGEST_OPEN = 40
_LONGEST_CLOSED = 20


def find(reading: Reading) -> Iterator[Hit]:
    """Find each broken pair with the words that it should hold; a text that is full of them gets a last one in sum."""
    text = reading.prose.text
    spans = [
        (paragraph.start, paragraph.end)
        for paragraph in reading.outline.paragraphs
        if paragraph.kind not in ("chrome", "caption")
    ]
    hits = list(_hits(text, sorted(broken_pairs(text, spans), key=lambda pair: pair.at)))
    yield from hits[:_MOST]
    if len(hits) > _MOST:
        rest = tuple((hit.start, hit.end) for hit in hits[_MOST : 2 * _MOST])
        yield Hit(*rest[0], f"另有{len(hits) - _MOST}处符号不成对", "", "", rest[1:])


def _hits(text: str, pairs: Iterable[BrokenPair]) -> Iterator[Hit]:
    before: BrokenPair | None = None
    for pair in pairs:
        if before is not None:
            if _mismatched(before, pair):
                yield Hit(before.at, pair.at + 1, f"{before.mark} 与 {pair.mark} 不配对")
                before = None
                continue
            yield _hit(text, before)
        before = pair
    if before is not None:
        yield _hit(text, before)


def _mismatched(first: BrokenPair, second: BrokenPair) -> bool:
    """Whether two broken marks were meant for each other (“甲’, 《乙〉, （丙】)."""
    return first.opens and not second.opens and 1 < second.at - first.at <= _LONGEST_OPEN


def _hit(text: str, pair: BrokenPair) -> Hit:
    if pair.turned >= 0:
        start, end = sorted((pair.at, pair.turned))
        return Hit(start, end + 1, f"两个 {pair.mark} 方向相同，其中一个应反过来")
    if pair.opens:
        limit = min(len(text), pair.at + _LONGEST_OPEN)
        stop = _CLAUSE_END.search(text, pair.at + 2, limit)
        again = text.find(pair.mark, pair.at + 1, limit)
        end = min(stop.start() if stop else limit, again if again > 0 else limit)
        return Hit(pair.at, max(end, pair.at + 1), f"前半个符号 {pair.mark} 没有对应的 {CLOSERS[pair.mark]}")
    floor = max(0, pair.at - _LONGEST_CLOSED)
    stops = [match.end() for match in _CLAUSE_END.finditer(text, floor, max(floor, pair.at - 1))]
    start = stops[-1] if stops else max(floor, text.rfind("\n", floor, pair.at) + 1)
    return Hit(start, pair.at + 1, f"后半个符号 {pair.mark} 前面没有对应的 {OPENERS[pair.mark]}")


RULE = Rule(
    code="G10",
    name="unbalanced-pair",
    title="引号、括号、书名号不成对",
    category="missing",
    severity="warning",
    what="逐段核对 “” ‘’ （） [] 《》 〈〉 【】 「」 『』 〔〕 是否成对，缺哪一半，在离断处最近的一半上报告。",
    why="成对符号缺一半，引文和附注的起止就不明，常是漏字、串行的痕迹（GB/T 15834-2011 第4.8、4.9条）。",
    silent="引文分段、每段开头重新起引号而只在末段收住；1）a）一）等序号；英文省字符；全角半角括号相配；同种引号内外两层但成对。",
    bad=(
        Example("青川市提出“工业强市的思路，全年新开工项目42个。", "“工业强市"),
        Example("云溪县任务重、困难多】，要一件一件抓落实。", "困难多】"),
        Example("深入实施“聚才计划“，引进各类人才两千名。", "“聚才计划“"),
    ),
    good=(
        "青川市提出“工业强市”的思路（详见附件），印发《工业十条》。",
        "会议指出：\n“要守住底线。\n“要抓住重点。”",
    ),
    near=(
        "工作分三步：1）摸底；2）整改；3）验收。",
        "“要弘扬“实干为先”的作风”，会议这样要求。",
        "这是O’Brien教授（来自临江大学)的意见。",
    ),
    find=find,
)
