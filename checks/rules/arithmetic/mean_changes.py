"""Mean annual changes: 由2019年的35.2万户增加到2024年的60.7万户，年均增加5.1万户; 连续7年每年减少10万人以上."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.rules.arithmetic.changes import Change, changes
from checks.rules.arithmetic.formulas import Formula, term
from checks.rules.arithmetic.operands import operand, operands
from checks.rules.arithmetic.sketch import LEVEL, PERCENT, Sketch
from checks.rules.arithmetic.trial import Trial, weigh
from checks.rules.arithmetic.wording import gap
from extract.claim import Claim
from extract.interval import Interval
from extract.late import late

# 新增 and 培训 count what came in; only a net change divides what lies between two levels.
_YEARLY = late(
    rf"[，、（](?:{gap(14, '，')}[由从]{PERCENT}{gap(8, '，')}{PERCENT}，)?(?:(?:连续|{gap(4, '，')})(?:{LEVEL}|\d年))?"
    rf"{gap(4, '，')}(?:年均|年平均|平均每年|每年平均|每年)(?:净?增加|净增|增长|增产|增收|提高|减少|下降|降低|减产|减贫|脱贫|压减)(?:了|近|约)?(?P<mean>{LEVEL})"
)


def mean_changes(sketch: Sketch) -> Iterator[Trial]:
    """The mean annual changes of a document with the two levels and the years between.

    The years are counted between the two dates, or with both of them; what fits either way holds.

    Args:
        sketch: The document's sketch.

    Yields:
        A trial for each: the mean change against the difference of the levels divided by the years.
    """
    for change in changes(sketch):
        if not change.years or change.new.unit in ("%", "‰", "名"):
            continue
        match = _YEARLY.match(sketch.text, change.end)
        named = sketch.named(match, "mean") if match is not None else None
        if named is None or named[0].unit != change.new.unit:
            continue
        trials = [_trial(sketch, named[0], change, years) for years in (change.years, change.years + 1)]
        found = [trial for trial in trials if trial is not None]
        if found:
            yield next((trial for trial in found if weigh(sketch, trial).state == "holds"), found[0])


def _trial(sketch: Sketch, mean: Claim, change: Change, years: int) -> Trial | None:
    pair = (change.new, change.old) if change.way() != "down" else (change.old, change.new)
    stated, given = operand(mean), operands(*pair)
    if stated is None or given is None:
        return None

    def divided(intervals: Sequence[Interval]) -> Interval | None:
        return (intervals[0] - intervals[1]).over(Interval.exactly(years))

    larger, smaller = map(sketch.quote, pair)
    return Trial(
        "bounded",
        stated,
        given,
        Formula(divided, lambda _: (term(years, 0), term(-1, 1), term(1, 2))),
        f"({larger}-{smaller})÷{years}",
        f"“{larger}”与“{smaller}”相差除以{years}年为{{computed}}，文中每年为“{{stated}}”",
        worst="warning",
    )
