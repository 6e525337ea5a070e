"""Changes from one number to another: 由B增至A, 从2020年的B提高到2025年的A, 上年B、今年A."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checks.rules.arithmetic.sketch import LETTERS, PERCENT, Sketch, once
from checks.rules.arithmetic.wording import FALL, MOVE, RISE, gap, way
from extract.claim import Claim
from extract.late import late

_FROM_TO = late(
    rf"(?P<from>[由从自]|[较比](?={gap(12)}[{LETTERS}](?:{MOVE})))(?P<lead>{gap(20)})(?P<old>[{LETTERS}])"
    rf"(?P<verb>{gap(10)}?(?:(?:{MOVE})(?:[的了]|{gap(3)}?)(?:到|至|为|成)|[跃登迈]上|(?:增|上升|发展)?达到?|，?到(?=(?:19|20)\d\d年)))(?P<tail>{gap(14)})(?P<new>[{LETTERS}])"
)
_THEN_NOW = late(
    rf"(?P<from>上年同期|去年同期|上年|去年|前年|同期|上[个一]?月|上[个一]?季度?|上期|年初|(?P<then>(?:19|20)\d\d)年(?:末|底)?)(?P<lead>{gap(14, '比较')})(?P<old>[{LETTERS}])，"
    rf"(?P<verb>(?:今年|本年|当年|现在|目前|(?P<now>(?:19|20)\d\d)年(?:末|底)?))(?P<tail>{gap(14)})(?P<new>[{LETTERS}])"
)
_NOW_THEN = late(
    rf"(?P<new>[{LETTERS}])[^{LETTERS}。；，\n\f]{{0,4}}[，（](?:而)?(?P<from>上年同期|去年同期|上一?年末?|去年底?|前一?年|同期|上[个一]?月末?|上[个一]?季度?末?|上期|年初)(?:为|是|只有|只|完成|实现|仅为|仅)?(?P<lead>{gap(4, '比较')})(?P<old>[{LETTERS}])(?P<verb>）?)(?P<tail>)"
)
_AGAINST = late(
    rf"[与和同跟](?P<from>上年同期|去年同期|上年|去年|前年|(?:19|20)\d\d年)(?P<lead>{gap(8)})(?P<old>[{LETTERS}])相?比，(?P<verb>(?:今年|去年|本年|当年|现在|目前|(?:19|20)\d\d年)?)(?P<tail>{gap(18)})(?P<new>[{LETTERS}])"
)
_COMPARED = late(
    rf"(?P<new>[{LETTERS}])(?:[^{LETTERS}。；\n\f]{{0,12}}{PERCENT})?[^{LETTERS}。；，\n\f]{{0,6}}，?[比较与和同](?P<from>)(?P<lead>{gap(22, '，')})(?P<old>[{LETTERS}])(?P<tail>[^{LETTERS}。；，均\n\f]{{0,8}}?)(?:相比)?"
    rf"(?=，?(?P<verb>(?:大幅度?|大|显著|同比|共|再|仍)?(?:{RISE}|{FALL})))"
)
_EARLIER = late(
    r"上年|去年|前年|同期|上[个一]?月|上[个一]?季|上[一期次届轮回]|往年|早前|之前|前一|年初|月初|此前|当时|以[前往]|修订|原[来先]|(?:19|20)\d\d年|\d月"
)
_YEAR = late(r"((?:19|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class Change:
    """Two numbers of one thing at two times.

    Attributes:
        old: The earlier number.
        new: The later number.
        verb: The words that say how it changed, empty where none does (上年B，今年A).
        subject: The words before it in its clause, to see what it is about.
        lead: The words between 由 and the earlier number.
        start: Offset in the sketch at which the change begins to be told.
        end: Offset after the later number's letter.
        years: How many years lie between, 0 where the words do not tell.
    """

    old: Claim
    new: Claim
    verb: str
    subject: str
    lead: str
    start: int
    end: int
    years: int

    def way(self) -> Literal["up", "down"] | None:
        """Which way the words say it went."""
        return way(self.verb)


def _changes(sketch: Sketch) -> Iterator[Change]:
    for pattern in (_FROM_TO, _THEN_NOW, _NOW_THEN, _AGAINST, _COMPARED):
        for match in pattern.finditer(sketch.text):
            pair = sketch.named(match, "old", "new")
            if pair is None or pair[0].unit != pair[1].unit or "分别" in match.group():
                continue
            if pattern is _COMPARED and (
                way(match.group("lead")) or not _EARLIER.search(match.group("lead", "tail")[0])
            ):
                continue
            if match.group("verb") in ("到", "，到") and not _YEAR.search(match.group("lead")):
                continue  # 从12个到2020年的15个 may be a range, 从2015年的12个到2020年的15个 is a change
            verb = match.group("verb") if pattern in (_FROM_TO, _COMPARED) else ""
            years = _years(
                match.group("from") + match.group("lead"), match.group("tail"), match.group("verb")
            )
            if not verb and years < 0:
                pair = pair[::-1]
            subject = sketch.text[max(0, match.start() - 24) : match.start()]
            subject = re.split(rf"[{LETTERS}。；，\n\f]", subject.rstrip("，"))[-1]
            yield Change(
                pair[0],
                pair[1],
                verb,
                subject,
                match.group("lead"),
                match.start(),
                match.end(),
                abs(years),
            )


def _years(old: str, new: str, verb: str) -> int:
    before, after = _YEAR.search(old), _YEAR.search(new) or _YEAR.search(verb)
    if before is None or after is None:
        return 0
    return int(after.group(1)) - int(before.group(1))


@once
def changes(sketch: Sketch) -> tuple[Change, ...]:
    """The changes of a document in order of their place."""
    return tuple(sorted(_changes(sketch), key=lambda change: change.start))
