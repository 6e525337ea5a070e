"""B12: a number of things differs from the list that names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.arity import members as subjects
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, Sketch, member, sketch_of
from extract import Reading
from extract.claim import Claim
from extract.late import late

_LIST_FIRST = late(
    rf"(?:^|[，。；：\n\f{LETTERS}])(?P<list>[^{LETTERS}，。；：（）\n\f]{{2,40}}、[^{LETTERS}，。；：（）\n\f]{{2,60}}?)(?P<open>等)?(?P<count>{LEVEL})(?P<noun>[^{LETTERS}，。；：、（）\n\f]{{2,14}})"
)
_COUNT_FIRST = late(
    rf"(?P<count>{LEVEL})(?P<noun>[^{LETTERS}，。；：\n\f]{{1,16}})(?:：|，分别(?:是|为)|，即)(?P<list>[^{LETTERS}。；：\n\f]{{3,240}}?)(?P<end>[。；]|$)"
)
_BRACKETS = late(r"（[^（）]{0,40}）|“[^“”]{0,40}”|《[^《》]{0,40}》")
_PREPOSITION = late(
    r"^(?:先后|分别|已|主要|共)*(?:与|同|对|向|给|将|把|由|从|设立|设置|设有|设|下辖|辖有|辖)(?=[^、]{1,6}、)"
)
_LED_IN = late(
    r"对|将|把|在|以|由|与|给|为|是|于|推动|推进|聚焦|围绕|重点|包括|涵盖|实施|抓好|建设|打造|培育|形成|发展|支持|完成|建成|新增|新建|创建|获批|入选"
)
_UNITS = frozenset("个家项类种座所条件村县市区镇乡支大名位")
_MOST = 40
_CLOSED = late(
    r"^(?:奖项|国家|地区|乡|村|学校|园区|社区|专业|学科|展区|分会场|赛区|课题组|小组|科室|国家|省|市|县|重点|历史|城市|产业|领域|方面|环节|县|市|区|镇|行业|城区|主导|特色|支柱|集群|部门|单位)"
)


def relate(reading: Reading) -> Iterator[Relation]:
    """The numbers of a document with the lists that name what they count."""
    sketch = sketch_of(reading)
    for match in _LIST_FIRST.finditer(sketch.text):
        count = _counted(sketch, match)
        if count is not None:
            relation = _judged(sketch, match, count, bool(match.group("open")), after=False)
            if relation is not None:
                yield relation
    for match in _COUNT_FIRST.finditer(sketch.text):
        count = _counted(sketch, match)
        words = match.group("list")
        if count is not None and "、" in words and "，" not in _BRACKETS.sub("", words):
            relation = _judged(sketch, match, count, "等" in words[-4:], after=True)
            if relation is not None:
                yield relation


def _counted(sketch: Sketch, match: re.Match[str]) -> Claim | None:
    named = sketch.named(match, "count")
    if named is None:
        return None
    claim = named[0]
    exact = claim.bound == "=" and claim.value is not None and claim.value.denominator == 1
    return claim if exact and claim.unit in _UNITS and 2 <= (claim.value or 0) <= _MOST else None


def _judged(sketch: Sketch, match: re.Match[str], claim: Claim, opened: bool, after: bool) -> Relation | None:
    words = _BRACKETS.sub("", match.group("list"))
    bare = words if after else _PREPOSITION.sub("", words)
    if not after and bare == words and _LED_IN.search(words):
        opened = (
            True  # the first name begins somewhere inside the words before it, and a list may stand before it
        )
        words = _LED_IN.split(words)[-1]
    else:
        words = bare
    counts, _ = subjects(words.rstrip("等"))
    if not counts or claim.value is None:
        return None
    number = int(claim.value)
    holds = number in counts or (opened and number >= min(counts))
    listed = words.strip("，、 ")
    start, end = match.span("list")
    members = (member(claim), sketch.words(start, end))
    names = "或".join(map(str, sorted(counts)))
    equation = f"“{listed}”列出{names}项，文中称{sketch.quote(claim)}：{'成立' if holds else '不成立'}"
    if holds:
        return Relation("count", "weak", "holds", equation, members)
    if not after and (
        len(counts) > 1 or abs(number - max(counts)) > 1 or not _CLOSED.match(match.group("noun"))
    ):
        return None  # 学校、医院5个项目 counts what the list sorts, and need not agree with it
    return Relation(
        "count",
        "weak",
        "broken",
        equation,
        members,
        severity="warning",
        message=f"称“{sketch.quote(claim)}”，列出的却是{names}项",
    )


RULE = Rule(
    code="B12",
    name="count-list-mismatch",
    title="所称个数与列举不符",
    category="conflict",
    severity="warning",
    what="“甲、乙、丙3个产业”“9个县：甲、乙……”这类句子，数一数列出的名称。",
    why="列举漏了一个或多了一个，读者会追问是哪一个。",
    silent="清单以“等”收尾、“和”可能在名称之内、列举的只是类别（学校、医院5所）时不判。",
    bad=(
        Example("全市下辖5个县：云溪县、临江县、青川县、石门县。", "5个"),
        Example("云溪黄酒、临江火腿、青川绿茶4个历史经典产业入围培育名单。", "4个"),
    ),
    good=(
        "全市下辖5个县：云溪县、临江县、青川县、石门县、白沙县。",
        "云溪黄酒、临江火腿、青川绿茶3个历史经典产业入围培育名单。",
    ),
    near=("全年新建学校、医院5所。",),
    relate=relate,
)
