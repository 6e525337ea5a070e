"""A12: a balance does not come out: exports and imports, births and deaths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.relation import Relation, RelationKind
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import Formula, added, minus
from checks.rules.arithmetic.money_balances import money_balances
from checks.rules.arithmetic.operands import operand_or_mask, operands_or_masks
from checks.rules.arithmetic.people import movements
from checks.rules.arithmetic.sketch import NEXT, Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading
from extract.claim import Claim
from extract.late import late

_TRADE = late(r"进出口|对外贸易总|[顺逆]差|[出入]超|净出口")
_BEFORE = r"(?:^|[，、；：。（]|其中|完成|实现|累计|货物|商品|外贸|贸易|全[市省国县区年]|我[市省国县]|(?:19|20)\d\d年|月|季度|半年)"
_LABELS = (
    (
        "trade",
        late(
            _BEFORE
            + r"(?:进出口(?:贸易)?(?:总?[额值量])?(?:合计|共计)?|对外贸易(?:总[额值]))(?:为|达到?|完成|实现|约)?$"
        ),
    ),
    ("exports", late(_BEFORE + r"出口(?:总?[额值])?(?:为|达到?|完成|实现|约)?$")),
    ("imports", late(_BEFORE + r"进口(?:总?[额值])?(?:为|达到?|完成|实现|约)?$")),
    (
        "surplus",
        late(
            r"(?:(?:贸易|外贸|进出口)?(?:顺差|出超|净出口)(?:额)?|(?:进出口|贸易|进出)差额)(?:（出口减进口）)?(?:为|达到?|约)?$"
        ),
    ),
    ("deficit", late(r"(?:贸易|外贸|进出口)?(?:逆差|入超)(?:额)?(?:为|达到?|约)?$")),
)
_TRADE_BALANCES: tuple[tuple[str, tuple[str, str], Formula, str], ...] = (
    ("trade", ("exports", "imports"), added, "+"),
    ("surplus", ("exports", "imports"), minus, "-"),
    ("deficit", ("imports", "exports"), minus, "-"),
)
_LINES_ON = 2
_VITAL_BALANCES = (
    ("natural", ("births", "deaths")),
    ("loss", ("deaths", "births")),
    ("natural_rate", ("birth_rate", "death_rate")),
)


def relate(reading: Reading) -> Iterator[Relation]:
    """The balances of a document: trade, and the natural movement of its population."""
    sketch = sketch_of(reading)
    return judge(sketch, (*_trade(sketch), *_vital(sketch), *money_balances(sketch)))


def _trade(sketch: Sketch) -> Iterator[Trial]:
    seen: set[int] = set()
    for match in _TRADE.finditer(sketch.text):
        line = sketch.line_at(match.start())
        if line.start in seen:
            continue
        seen.add(line.start)
        last = line.last
        end = line.end
        for _ in range(_LINES_ON):
            if sketch.text[end : end + 1] == NEXT:
                following = sketch.line_at(end + 1)
                last, end = following.last, following.end
        claims: dict[str, Claim] = {}
        for place in range(line.first, min(last, line.first + 24)):
            claim = sketch.claims[place]
            if claim.kind not in ("level", "other", "change", "difference"):
                continue
            lead = sketch.lead(place)
            name = next((name for name, pattern in _LABELS if pattern.search(lead)), "")
            if name == "trade" and "trade" in claims:
                break
            if name and name not in claims:
                claims[name] = claim
        for whole, parts, formula, sign in _TRADE_BALANCES:
            members = [claims.get(name) for name in (whole, *parts)]
            yield from _balance(sketch, members, formula, sign, "balance", claims, line.last)


def _balance(
    sketch: Sketch,
    members: Sequence[Claim | None],
    formula: Formula,
    sign: str,
    kind: RelationKind,
    claims: dict[str, Claim],
    last: int,
) -> Iterator[Trial]:
    known = [claim for claim in members if claim is not None]
    if len(known) != 3 or len({claim.unit for claim in known}) != 1:
        return
    if len({claim.period.text if claim.period else None for claim in known}) > 1:
        return
    found = operands_or_masks(*known)
    if found is None:
        return
    stated, one, other = found
    words = [sketch.quote(claim) for claim in known]
    yield Trial(
        kind,
        stated,
        (one, other),
        formula,
        f"{words[1]}{sign}{words[2]}",
        f"“{words[1]}”{'与' if sign == '+' else '减'}“{words[2]}”{'之和' if sign == '+' else ''}为{{computed}}，文中为“{{stated}}”",
    )


def _vital(sketch: Sketch) -> Iterator[Trial]:
    for movement in movements(sketch):
        for whole, (one, other) in _VITAL_BALANCES:
            members = [movement.claims.get(name) for name in (whole, one, other)]
            known = [claim for claim in members if claim is not None]
            if len(known) != 3 or len({claim.unit for claim in known}) != 1:
                continue
            stated = operand_or_mask(known[0], known[0].direction == "down" and whole != "loss")
            parts = operands_or_masks(*known[1:])
            if stated is None or parts is None:
                continue
            words = [sketch.quote(claim) for claim in known]
            yield Trial(
                "balance",
                stated,
                parts,
                minus,
                f"{words[1]}-{words[2]}",
                f"“{words[1]}”减“{words[2]}”为{{computed}}，文中为“{{stated}}”",
                worst="error" if movement.near else "warning",
            )


RULE = Rule(
    code="A12",
    name="balance-mismatch",
    title="收支、进出口、生死等平衡关系不成立",
    category="arithmetic",
    severity="error",
    what="核对进出口=出口+进口、顺差=出口-进口、逆差=进口-出口，出生减死亡等于自然增长（人数和千分率各自核对）。",
    why="这些是定义上的恒等式，与口径和价格无关。",
    silent="币种不同、只写对某地或某类商品的进出口、时期不同时不判。",
    bad=(
        Example("全市货物进出口100亿元，出口70亿元，进口40亿元。", "100亿元"),
        Example("人口出生率为6.39‰，死亡率为7.87‰，自然增长率为-1.84‰。", "-1.84‰"),
    ),
    good=(
        "全市货物进出口100亿元，其中出口70亿元、进口30亿元。",
        "人口出生率为6.39‰，死亡率为7.87‰，自然增长率为-1.48‰。",
    ),
    near=("全市货物进出口100亿元，其中对东盟出口20亿元、机电产品进口30亿元。",),
    relate=relate,
)
