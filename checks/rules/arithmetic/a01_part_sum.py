"""A01: the parts of a declared list do not make the total that it states."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from checks.finding import Severity
from checks.relation import Relation
from checks.rule import Example, Rule
from checks.rules.arithmetic.formulas import added, sum_of
from checks.rules.arithmetic.goals import goal_sums
from checks.rules.arithmetic.identities import industries, seasons
from checks.rules.arithmetic.loose_lists import loose_lists
from checks.rules.arithmetic.operands import Operand, forgiving, operands_or_masks
from checks.rules.arithmetic.parts import SIGNED, Whole, totals, wholes
from checks.rules.arithmetic.repair import slip_into
from checks.rules.arithmetic.sketch import Sketch, sketch_of
from checks.rules.arithmetic.trial import Trial, judge
from extract import Reading
from extract.interval import Interval

_MOST_SURE = 6
_SHORT = 12
_LONG = 3
_SURELY_ALL = Fraction(9, 10)
_MAYBE_ALL = Fraction(6, 10)
_HARDLY_ALL = Fraction(3, 10)


def relate(reading: Reading) -> Iterator[Relation]:
    """The sums of a document: totals with the lists that make them."""
    sketch = sketch_of(reading)
    return judge(sketch, _trials(sketch))


def _trials(sketch: Sketch) -> Iterator[Trial]:
    done: set[int] = set()
    summed: set[int] = set()
    for whole in (*totals(sketch), *wholes(sketch)):
        again = whole.whole.number in done and any(part.number in summed for part in whole.parts)
        if len(whole.parts) < 2 or again:
            continue
        trial = _sum(sketch, whole)
        if trial is not None:
            done.add(whole.whole.number)
            summed.update(part.number for part in whole.parts)
            yield trial
    for trial in (*industries(sketch), *seasons(sketch), *loose_lists(sketch)):
        if trial.stated.claim is not None and trial.stated.claim.number not in done:
            yield trial
    yield from goal_sums(sketch)


def _sum(sketch: Sketch, whole: Whole) -> Trial | None:
    found = operands_or_masks(whole.whole, *whole.parts)
    if found is None:
        return None
    total, parts = found[0], found[1:]
    hidden = any(one.hidden() for one in found)
    if hidden and not (whole.declared or whole.closed):
        return None
    if not hidden:
        parts = _run_that_holds(total, parts, from_end=whole.declared and not whole.closed)
    left = "+".join(part.numeral() for part in parts)
    message = "各分项之和为{computed}，与总数“{stated}”不符"
    trial = Trial("sum", total, parts, added, left, message, worst=_gravest(whole))
    if whole.declared or whole.closed:
        return trial
    computed = sum_of([part.interval for part in parts])
    if computed.meets(total.interval):
        return trial
    sure = len(parts) <= _MOST_SURE and all(len(label) <= _SHORT for label in whole.labels[1:])
    if not sure or whole.opened or any(map(SIGNED.search, whole.labels)):
        return None
    return trial if total.interval.below(computed) or _nearly_all(total, parts, computed) else None


def _nearly_all(total: Operand, parts: tuple[Operand, ...], computed: Interval) -> bool:
    """Whether parts that miss their whole by little were surely meant to make it.

    Of the lists behind 其中 in real reports that do not make their whole none reaches nine tenths of it; below that
    a slip of one digit is looked for, where the numbers are long enough that chance would not find one.
    """
    claim = total.claim
    if computed.high is None or claim is None or not claim.value or claim.bound != "=":
        return False
    share = computed.high / claim.value
    if share >= _SURELY_ALL:
        return True
    digits = len(total.numeral().replace(".", "").strip("0"))
    if not (share >= _MAYBE_ALL and digits >= _LONG) and not (share >= _HARDLY_ALL and digits > _LONG):
        return False
    return _one_slip(total, parts)


def _one_slip(total: Operand, parts: tuple[Operand, ...]) -> bool:
    """Whether one digit less wrong would make the sum come out."""
    intervals = [part.interval for part in parts]
    whole = sum_of(intervals)
    if slip_into(total, whole):
        return True
    return any(
        slip_into(part, total.interval - sum_of([*intervals[:place], *intervals[place + 1 :]]))
        for place, part in enumerate(parts)
    )


def _gravest(whole: Whole) -> Severity:
    if whole.closed:
        return "error"
    short = all(len(label) <= 10 for label in whole.labels[1:])
    return "error" if whole.declared and short else "warning"


def _run_that_holds(total: Operand, parts: tuple[Operand, ...], from_end: bool) -> tuple[Operand, ...]:
    """The longest run of a list that makes the total: the list may have been read too far, or from too early on."""
    aim, sums = forgiving(total), Interval.exactly(0)
    longest = 0
    for count, part in enumerate(reversed(parts) if from_end else parts, 1):
        sums = sums + part.interval
        if count > 1 and sums.meets(aim):
            longest = count
    if not longest:
        return parts
    return parts[-longest:] if from_end else parts[:longest]


RULE = Rule(
    code="A01",
    name="part-sum-mismatch",
    title="分项之和与总数不符",
    category="arithmetic",
    severity="error",
    what="把“总数，其中甲、乙、丙”“甲、乙、丙，合计总数”这类句子里的分项相加，与总数比较；每个数都按其末位的舍入区间计算。",
    why="分项与总数对不上，读者第一眼就会发现；GB/T 8170 的舍入误差已经计入，区间仍不相交就不是舍入造成的。",
    silent="“其中”只列出一部分、清单以“等”收尾、分项可能重叠、单位不同或数值被遮盖时不判。",
    bad=(
        Example("全年立项90项，其中工业40项、农业30项、服务业25项。", "90项"),
        Example("青川市新建幼儿园3所、改建5所、扩建4所，合计13所。", "13所"),
    ),
    good=(
        "全年立项90项，其中工业40项、农业30项、服务业20项。",
        "青川市年末常住人口140.97万人，其中城镇人口93.27万人，乡村人口47.70万人。",
    ),
    near=("全区实施项目90个，其中水利项目30个、交通项目25个。",),
    relate=relate,
)
