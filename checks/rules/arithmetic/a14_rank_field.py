"""A14: a rank lies outside the field that it is a rank in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checks.relation import Member, Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import itself
from checks.rules.arithmetic.operands import Operand, operand, operands
from checks.rules.arithmetic.sketch import LETTERS, LEVEL, RANK, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from checks.rules.arithmetic.wording import gap
from extract import Reading
from extract.interval import Interval
from extract.late import late

_FIELD = (
    r"(?:设区的?|地级|县级|山区|副省级|省会|直辖|参评|参赛|同类|沿海|生态|功能|大中|特大|中心|创建|试点|主要|重点|国家级|省级|市级){0,3}"
    r"(?:城市|区县|县区|县市|市县|市区县|市州|市地|州市|市|县|区|州|盟|旗|省|乡镇街道|镇街道|乡镇|镇街|镇|乡|街道|国家|地区|园区|开发区|高新区|企业|高校|学校|医院|单位|部门|代表队|参赛队|队|经济体|村|社区|样本)"
    r"(?:[（、][^），。；]{0,10}[）市县区旗])?"
)
_RANKED = late(
    rf"(?P<field>{LEVEL}|(?<!\d)\d{{1,4}}(?=[个县市区省]))(?:个|家|所|支)?(?:{_FIELD})?(?P<between>[^{LETTERS}。；\n\f]{{0,36}}?)(?P<rank>{RANK})"
)
_FIELD_LAST = late(
    rf"(?P<region>全国|全省|全市|全区|全县)(?:的)?(?P<rank>{RANK})[，、（](?:在)?(?P=region)(?P<field>{LEVEL})(?={_FIELD})"
)
_LISTED = late(
    rf"(?P<count>{LEVEL})(?:{gap(20, '，')})(?:全国|全省|全球|世界|中国|国际|行业)(?:{gap(10, '，')})(?<!\d)(?P<size>\d{{1,4}})强"
)
_IN = late(r"中|里|内|列|排|位|居|名|获")
_STANDS = late(r"(?:居|列|排名?|位)[^，。；]{0,8}$")
_NEW = late(
    r"(?:新建|新增|建成|打造|实施|完成|推进|获评|培育|创建|引进|命名|拥有|共有|辖|建设|入选|现有)[^，]{0,6}$"
)
_PLACES = frozenset("个县市区省家所国州镇乡村支队")


def relate(reading: Reading) -> Iterator[Relation]:
    """The ranks of a document that name the size of their field."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    yield from _field_last(sketch)
    yield from _listed(sketch)
    for match in _RANKED.finditer(sketch.text):
        between = match.group("between")
        named_ranks = sketch.named(match, "rank")
        stands = _STANDS.search(sketch.text[max(0, match.start() - 10) : match.start()])
        among = (
            _IN.search(between)
            or (stands and len(between) <= 12)
            or (named_ranks is not None and named_ranks[0].bound == "<=" and not between)
        )
        if between.count("，") > 1 or not among:
            continue
        start, end = match.span("field")
        after = sketch.text[end : end + 3]
        named = re.match(rf"(?:个|家|所|支)?{_FIELD}", sketch.text[end : end + 24])
        ranks = sketch.named(match, "rank")
        if ranks is None or _NEW.search(sketch.text[max(0, start - 12) : start]):
            continue
        rank = operand(ranks[0])
        place = sketch.index(start)
        if rank is None or (rank.claim is not None and rank.claim.values):
            continue
        if place >= 0:
            claim = sketch.claims[place]
            counted = operand(claim)
            own_noun = claim.unit not in ("个", "家", "所", "支", "名") and claim.unit in _PLACES
            if counted is None or claim.unit not in _PLACES or not (named or own_noun):
                continue
            if claim.bound != "=" or after.startswith(("级", "域")):
                continue
            field, words = counted, f"参评数 {sketch.quote(claim)}"
            members: tuple[Member, ...] = ()
        else:
            size = Fraction(sketch.text[start:end])
            field, words = Operand(None, Interval.exactly(size)), f"参评数 {size}"
            if not named and after[:1] not in _PLACES:
                continue
            members = (sketch.words(start, end),)
        yield _ranked(rank, field, words, members)
        yield from _ranked_too(sketch, sketch.index(match.start("rank")), field, words, members)


def _listed(sketch: Sketch) -> Iterator[Trial]:
    """Firms on a list of the strongest: 4家企业上榜全国30强."""
    for match in _LISTED.finditer(sketch.text):
        found = sketch.named(match, "count")
        count = operand(found[0]) if found is not None else None
        if found is None or count is None or found[0].unit not in _PLACES:
            continue
        size = match.group("size")
        yield _ranked(
            count,
            Operand(None, Interval.exactly(int(size))),
            f"榜单数 {size}",
            (sketch.words(match.start("size"), match.end("size")),),
        )


def _field_last(sketch: Sketch) -> Iterator[Trial]:
    """Ranks that name the size of their field behind them: 列全省第7位，在全省11个设区市中居中游."""
    for match in _FIELD_LAST.finditer(sketch.text):
        found = sketch.named(match, "rank", "field")
        pair = operands(*found) if found is not None else None
        if found is not None and pair is not None and found[1].unit in _PLACES and not found[0].values:
            yield _ranked(pair[0], pair[1], f"参评数 {sketch.quote(found[1])}", ())


def _ranked(rank: Operand, field: Operand, words: str, members: tuple[Member, ...]) -> Trial:
    return Trial(
        "rank",
        rank,
        (field,),
        itself,
        words,
        f"“{{stated}}”超出了{words}",
        test="<=",
        strength="weak",
        words=members,
    )


def _ranked_too(
    sketch: Sketch, place: int, field: Operand, words: str, members: tuple[Member, ...]
) -> Iterator[Trial]:
    """A rank that 其中 takes from the same field: 在全市10个县中均居前5位，其中收入增速排第2位."""
    if place + 1 < len(sketch.claims):
        rank, lead = operand(sketch.claims[place + 1]), sketch.lead(place + 1)
        elsewhere = re.search("全国|全省|全市|全县|全球|世界", lead)
        if (
            rank is not None
            and lead.startswith("，其中")
            and not elsewhere
            and sketch.claims[place + 1].kind == "rank"
        ):
            yield _ranked(rank, field, words, members)


RULE = Rule(
    code="A14",
    name="rank-outside-field",
    title="名次超出参评范围",
    category="arithmetic",
    severity="error",
    what="写明在多少个市、县、企业中排第几时，名次不得大于参评个数。",
    why="十一个市里没有第十三名。",
    silent="参评范围未写明个数，或名次属于另一个范围（全省第几、山区26县第几各有其数）时不判。",
    bad=(
        Example("综合评价得分在全省11个市中排名第13位。", "第13位"),
        Example("城市能级在56个市（区）中位列第58位。", "第58位"),
    ),
    good=(
        "综合评价得分在全省11个市中排名第3位。",
        "城市能级在56个市（区）中位列第44位。",
    ),
    near=("新建11个镇级便民中心，综合评价得分居全省第13位。",),
    relate=relate,
)
